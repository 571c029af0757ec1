//! Figures: what is measured of whom, and how much.
//!
//! A number says little without the noun that it measures. The noun is found from the number's place: after "of"
//! ("a population of 1.4 billion"), as what is counted ("58,825 votes"), or as the subject of the verb that carries
//! the number ("its share exceeds 18 percent"). Whose measure it is, is the noun's possessor, the noun that "with"
//! hangs it on, or the subject of the clause.

mod compared;
mod none;
mod words;

use std::ops::Range;

use super::scene::{Certainty, PLAIN, Scene};
use super::whose::{beside, clause_of, is_nobody, owner};
use super::{actor, when, whom};
use crate::document::{Arg, Fact, FactKind, Filler, Id, Quantity, QuantityLabel};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Tokens, Upos};

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let named = scene.referents.named;
    let mut facts: Vec<Fact> = Vec::new();
    for row in 0..named.quantities.len() {
        let id = Id::new(row);
        let before = facts.last();
        let told = before.and_then(|before| {
            compared::relative(scene, id, before).or_else(|| compared::continued(scene, id, before))
        });
        facts.extend(told.or_else(|| figure(scene, id)));
    }
    facts
}

/// What a number measures, and whose measure it is.
struct Measured {
    subject: Range<usize>,
    measure: Range<usize>,
    /// The predicate, for time, place and certainty.
    word: usize,
    certainty: Certainty,
    rule: &'static str,
}

fn figure(scene: &Scene, id: Id<Quantity>) -> Option<Fact> {
    let referents = scene.referents;
    let quantity = &referents.named.quantities[id];
    let number = referents.words_of(quantity.span);
    let figure = Figure::new(scene, quantity, number.clone());
    if figure.is_none() {
        return None;
    }
    let mut found = figure.members().or_else(|| figure.measured())?;
    // "Africa, *with* 1.4 billion people, has no seat": that many live there.
    if figure.stands_aside() {
        found.certainty = PLAIN;
    }
    // Of whom nobody knows who it is, nothing is known.
    let tokens = referents.tokens();
    let whose = tokens.head_of(found.subject.clone());
    let ours = whom::ours(scene, whose);
    let nobody = is_nobody(scene, whose) && ours.is_none() || referents.time(whose).is_some();
    let noun = |at: usize| matches!(tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Verb);
    if nobody || !found.measure.clone().any(noun) {
        return None;
    }
    let value = Arg { role: "value", span: quantity.span, filler: Filler::Quantity(id) };
    let change = figure.changed(found.word);
    let before = figure.before(found.word);
    // "magnitude" is a word of the number itself.
    let inside = number.start <= found.measure.start && found.measure.end <= number.end;
    let measure = if inside { found.measure } else { without(tokens, found.measure, &number)? };
    let subject = scene.covering("subject", without(tokens, found.subject, &number)?);
    let mut args = vec![
        Arg { filler: ours.map_or(subject.filler, Filler::Entity), ..subject },
        scene.text("measure", measure),
        value,
    ];
    args.extend(change);
    args.extend(before.map(|words| scene.text("comparison", words)));
    let fact = scene.fact(FactKind::Measurement, found.rule, found.word, found.certainty, args);
    // "from 3.1 billion in 2023 to *3.5 billion in 2024*": the time right behind the figure is its own.
    let time = when::behind(scene, number.end).or(fact.time);
    Some(Fact { time, ..fact })
}

/// The words beside the number: of what has it inside, the side with a noun, or else the longer one.
fn without(tokens: &Tokens, words: Range<usize>, number: &Range<usize>) -> Option<Range<usize>> {
    let noun = |side: &Range<usize>| {
        side.clone().any(|at| matches!(tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Verb))
    };
    let apart = words.end <= number.start || words.start >= number.end;
    let (left, right) = (words.start..number.start.max(words.start), number.end.min(words.end)..words.end);
    let rest = if apart {
        words
    } else if noun(&right) != noun(&left) {
        if noun(&right) { right } else { left }
    } else if right.len() >= left.len() {
        right
    } else {
        left
    };
    (!rest.is_empty()).then_some(rest)
}

/// A number with what stands around it.
struct Figure<'s, 'a> {
    scene: &'s Scene<'a>,
    quantity: &'s Quantity,
    number: Range<usize>,
    /// The counted noun or the unit, or else the number itself.
    carrier: usize,
    counted: Option<usize>,
}

impl<'s, 'a> Figure<'s, 'a> {
    fn new(scene: &'s Scene<'a>, quantity: &'s Quantity, number: Range<usize>) -> Self {
        let referents = scene.referents;
        let tokens = referents.tokens();
        let head = tokens.head_of(number.clone());
        let counted = quantity.counted.map(|span| tokens.head_of(referents.words_of(span)));
        let carrier = match tokens.relation(head) {
            Relation::Nummod | Relation::Compound | Relation::Amod => tokens.head(head).unwrap_or(head),
            // "half of exports go": the half goes.
            _ if tokens.is_subject(head) => head,
            _ => counted.unwrap_or(head),
        };
        // "40 *customs* officers": the officers are counted, whatever the number hangs on.
        let whole = |&at: &usize| {
            let above = tokens.head(at).filter(|&above| above > at && at >= number.end)?;
            let noun = matches!(tokens.upos(above), Upos::Noun | Upos::Propn);
            (tokens.relation(at) == Relation::Compound && noun).then_some(above)
        };
        let carrier = std::iter::successors(Some(carrier), whole).take(COMPOUND).last().unwrap_or(carrier);
        Self { scene, quantity, number, carrier, counted }
    }

    fn text(&self, word: usize) -> &'a str {
        self.scene.referents.text(word)
    }

    /// The preposition of the number's phrase, which may stand before an approximator.
    fn case(&self) -> Option<&'a str> {
        self.scene.clauses.case(self.carrier).map(|case| self.text(case))
    }

    /// Whether the number stands in a phrase with "with" between commas.
    fn stands_aside(&self) -> bool {
        let case = self.scene.clauses.case(self.carrier).filter(|&case| self.text(case) == "with");
        case.and_then(|case| case.checked_sub(1)).is_some_and(|before| self.text(before) == ",")
    }

    fn measured(&self) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let carrier = self.carrier;
        let head = tokens.head(carrier);
        let small =
            self.quantity.value.as_deref().and_then(|v| v.parse::<f64>().ok()).is_some_and(|v| v < 10.0);
        let counts = matches!(self.quantity.label, QuantityLabel::Number | QuantityLabel::Range)
            && self.counted.is_some();
        let definite = tokens
            .child(carrier, &[Relation::Det])
            .is_some_and(|det| self.text(det).eq_ignore_ascii_case("the"));
        // A small number in passing ("the two leaders") is no news.
        let passing = small && self.quantity.modifier.is_none() && tokens.relation(carrier) != Relation::Obj;
        if counts && (definite || passing) {
            return None;
        }
        // "a 5.6-magnitude earthquake"
        if self.quantity.unit.as_deref() == Some("magnitude")
            && self.is_noun(carrier)
            && carrier >= self.number.end
        {
            let measure = self.number.end - 1..self.number.end;
            return Some(Measured { measure, ..self.plain(carrier, carrier, "measurement/magnitude") });
        }
        // "the steps of the 70-metre hall": the hall's own length.
        let before = self.quantity.label == QuantityLabel::Measure && carrier >= self.number.end;
        if before && self.is_noun(carrier) {
            let own = self.after_number(carrier);
            return Some(Measured {
                subject: own.clone(),
                measure: own,
                ..self.plain(carrier, carrier, "measurement/size")
            });
        }
        // "a population of 1.4 billion people"
        let amount = |&noun: &usize| {
            let governors = &self.scene.clauses.governors;
            self.is_noun(noun)
                && self.is_amount_of(noun)
                && (!counts || self.scene.clauses.is_listed(noun, &governors.amounts))
        };
        if let Some(noun) = head.filter(amount) {
            let subject = owner(self.scene, noun).or_else(|| self.subject_over(noun)).unwrap_or(noun);
            return Some(self.plain(subject, noun, "measurement/of"));
        }
        if tokens.is_subject(carrier) || self.stands_for_subject(head) {
            return self.of_subject(head?);
        }
        let verb = clause_of(self.scene, carrier)?;
        let subject = self.subject(verb).filter(|&subject| subject != carrier)?;
        if counts {
            // "a ceremony attended *by 20 ministers*": so many attended.
            let agent = tokens.xpos(verb) == "VBN" && tokens.head(carrier) == Some(verb);
            if agent && self.case() == Some("by") {
                let people = self.counted_phrase();
                return Some(Measured {
                    subject: people,
                    ..self.of_clause(verb, carrier, verb..verb + 1, "measurement/count")
                });
            }
            // "thanked Italy for *its contribution* of 800 troops": of who contributes them.
            let whose = head.filter(|&noun| self.is_noun(noun)).and_then(|noun| beside(self.scene, noun));
            let subject = whose.filter(|&whose| !is_nobody(self.scene, whose)).unwrap_or(subject);
            return Some(self.of_clause(verb, subject, self.counted_phrase(), "measurement/count"));
        }
        // "The project will cut *our imports* by a fifth": what is changed is measured, not what changes it.
        let object = tokens.child(verb, &[Relation::Obj]);
        let object = object.filter(|&object| object != carrier && self.is_noun(object));
        let acts = self.scene.referents.entity(subject).is_some() || actor::acts(self.scene, subject);
        if let Some(object) = object.filter(|_| self.is_change(verb) && self.is_bound()) {
            // "Kenya's central bank raised *its* key rate": the bank's.
            let own = |&owner: &usize| tokens.upos(owner) == Upos::Pron && acts;
            let whose = beside(self.scene, object).filter(|owner| !own(owner)).unwrap_or(subject);
            return Some(self.of_clause(verb, whose, self.phrase(object), "measurement/object"));
        }
        let owned = beside(self.scene, subject).filter(|&owner| !is_nobody(self.scene, owner));
        // "Debt fell to 60 percent of GDP", "reached a record £7.5 billion": how much the subject is.
        let figure = self.scene.clauses.is_listed(subject, &self.scene.clauses.governors.figures);
        let copula = verb == carrier && tokens.child(carrier, &[Relation::Cop]).is_some();
        if (!acts || figure) && (self.is_level(verb) || figure && copula) {
            let (whose, what) = match owned {
                Some(owner) => (owner, self.phrase(subject)),
                None => (subject, self.core(subject)),
            };
            return Some(self.of_clause(verb, whose, what, "measurement/level"));
        }
        // "approved €300m in assistance for Moldova": the figure is of whom it is for.
        if let Some(whom) = self.beneficiary().filter(|_| !self.is_change(verb)) {
            let inside = self.whole().or_else(|| self.purpose());
            let measure = inside.map_or(verb..verb + 1, |noun| self.before_for(self.phrase(noun)));
            return Some(self.of_clause(verb, whom, measure, "measurement/for"));
        }
        // "a €50 million *loan*", "a 25 percent *stake* in the company": the noun that the sum or share stands before.
        let sum = matches!(self.quantity.label, QuantityLabel::Money | QuantityLabel::Percent);
        if sum && carrier >= self.number.end && self.is_noun(carrier) && verb != carrier {
            return Some(self.of_clause(verb, subject, self.after_number(carrier), "measurement/noun"));
        }
        // "40 percent of global uranium production", "€300m in assistance"
        if let Some(noun) = self.whole() {
            return Some(self.of_clause(verb, subject, self.phrase(noun), "measurement/share"));
        }
        // "killed 107 or more": of what there are so many, the verb says.
        if self.quantity.label == QuantityLabel::Number
            && tokens.relation(carrier) == Relation::Obj
            && !self.is_noun(carrier)
        {
            return Some(self.of_clause(verb, subject, verb..verb + 1, "measurement/bare"));
        }
        // A bare number that hangs on a noun is its own: "posts 542 and 543".
        let bare = self.quantity.label == QuantityLabel::Number;
        if bare && !matches!(tokens.relation(carrier), Relation::Obj | Relation::Obl | Relation::Root) {
            return None;
        }
        // "raised its key rate by 75 basis points": the object is the measure.
        if let Some(object) = object {
            return Some(self.of_clause(verb, subject, self.phrase(object), "measurement/object"));
        }
        if let Some(owner) = owned {
            let measure = self.phrase(subject);
            return Some(self.of_clause(verb, owner, measure, "measurement/subject"));
        }
        let around = || {
            let mut around = tokens.children(verb).filter(|&child| {
                tokens.relation(child) == Relation::Obl
                    && child != carrier
                    && self.scene.referents.time(child).is_none()
            });
            // "up 18 percent, *according to* the bank"
            let told = |child: usize| {
                let case = self.scene.clauses.case(child).map(|case| self.text(case));
                case.is_some_and(|case| case.eq_ignore_ascii_case("according"))
            };
            // "travel 500 miles from Herat": how far, not how much of Herat.
            let length = self.quantity.label == QuantityLabel::Measure;
            let place = |child: usize| length && self.scene.referents.mention(child).is_some();
            around.find(|&child| {
                let figure = self.scene.referents.quantity(child).is_some();
                self.is_noun(child) && !figure && !told(child) && !place(child)
            })
        };
        // "put $4.6bn into renewable energy": of whoever acts, what the figure goes to.
        // … or "received 35.8 percent".
        let money = matches!(self.quantity.label, QuantityLabel::Money | QuantityLabel::Percent);
        let measure = match around().or_else(|| self.purpose()) {
            Some(noun) if acts || !self.is_change(verb) => self.phrase(noun),
            // "pledged EUR 1 billion"
            _ if acts && money && tokens.relation(carrier) == Relation::Obj => verb..verb + 1,
            _ if acts && self.quantity.label == QuantityLabel::Measure => verb..verb + 1,
            _ if acts => return None,
            _ => self.core(subject),
        };
        Some(self.of_clause(verb, subject, measure, "measurement/own"))
    }

    /// "More than half of exports go to China": a share before a verb that has no other subject.
    fn stands_for_subject(&self, verb: Option<usize>) -> bool {
        let tokens = self.scene.referents.tokens();
        let share = self.quantity.value.as_deref().is_some_and(|value| value.starts_with("0."));
        let first = |verb: usize| {
            let subject = tokens.child(verb, &[Relation::Nsubj, Relation::NsubjPass]);
            tokens.upos(verb) == Upos::Verb && verb > self.carrier && subject.is_none()
        };
        share && self.whole().is_some() && verb.is_some_and(first)
    }

    /// "Two thirds of the population live in cities", "1.5 lakh pilgrims crossed the border".
    fn of_subject(&self, verb: usize) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let clause = self.scene.clauses.of_verb(verb);
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        let share = self.quantity.value.as_deref().is_some_and(|value| value.starts_with("0."));
        // "3,000 supporters of Hruska protested": they did, of whom they are no part.
        let part = self.whole().filter(|_| share || self.counted.is_none());
        if let Some(noun) = part.or(self.counted.filter(|_| share)) {
            let end = tokens.subtree(verb).end.min(verb + PREDICATE);
            // What the verb, which is the predicate, says of them: "live *in cities*".
            let end = self.trimmed(verb, end);
            let says = (verb + 1..end).any(|at| self.is_noun(at) || tokens.upos(at) == Upos::Verb);
            let start = if says { verb + 1 } else { verb };
            let measure = start..end;
            return Some(Measured {
                subject: self.phrase(noun),
                measure,
                word: verb,
                certainty,
                rule: "measurement/part",
            });
        }
        let noun = self.counted.filter(|&noun| noun < verb)?;
        // "8,000 migrants may be *at sea*": what they are.
        if tokens.child(verb, &[Relation::Cop]).is_some() {
            let start = self.scene.clauses.case(verb).filter(|&case| case > noun).unwrap_or(verb);
            let end = self.trimmed(verb, tokens.subtree(verb).end.min(verb + PREDICATE));
            let (subject, measure) = (self.phrase(self.carrier), start..end.max(verb + 1));
            return Some(Measured { subject, measure, word: verb, certainty, rule: "measurement/counted" });
        }
        let end =
            tokens.children(verb).filter(|&child| child > verb && tokens.relation(child) == Relation::Obj);
        let end =
            end.map(|object| tokens.subtree(object).end).max().unwrap_or(verb + 1).min(verb + PREDICATE);
        let subject = self.phrase(self.carrier);
        // "two senators, A and B, have left": the verb is too far to go with what is counted.
        let apart = (noun..verb).find(|&at| self.text(at) == ",");
        let end = apart.unwrap_or(end);
        Some(Measured { subject, measure: noun..end, word: verb, certainty, rule: "measurement/counted" })
    }

    fn of_clause(&self, verb: usize, subject: usize, measure: Range<usize>, rule: &'static str) -> Measured {
        let clause = self.scene.clauses.of_verb(verb);
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        Measured { subject: self.phrase(subject), measure, word: verb, certainty, rule }
    }

    fn plain(&self, subject: usize, measure: usize, rule: &'static str) -> Measured {
        let (subject, measured) = (self.phrase(subject), self.phrase(measure));
        Measured { subject, measure: measured, word: measure, certainty: PLAIN, rule }
    }

    /// What a sum is in or goes into: the noun after the preposition that follows it.
    fn purpose(&self) -> Option<usize> {
        let (referents, at) = (self.scene.referents, self.number.end);
        let tokens = referents.tokens();
        if at >= tokens.len() || !matches!(self.text(at), "in" | "into" | "on") {
            return None;
        }
        let noun = tokens.head(at).filter(|&noun| noun > at && self.is_noun(noun))?;
        referents.time(noun).is_none().then_some(noun)
    }

    /// Whether the verb says how much the subject is: it names a level, or a change whose end follows a preposition.
    fn is_level(&self, verb: usize) -> bool {
        let clauses = &self.scene.clauses;
        clauses.is_listed(verb, &clauses.governors.level) || self.is_change(verb) && self.is_bound()
    }

    /// Whether a preposition says by how much or to where something changes.
    fn is_bound(&self) -> bool {
        matches!(self.case(), Some("to" | "by" | "at" | "below" | "above" | "under" | "over"))
    }

    fn is_change(&self, verb: usize) -> bool {
        let clauses = &self.scene.clauses;
        clauses.is_listed(verb, &clauses.governors.rising)
            || clauses.is_listed(verb, &clauses.governors.falling)
    }

    /// Whom a sum is for: the noun after the "for" that follows it.
    fn beneficiary(&self) -> Option<usize> {
        if self.quantity.label != QuantityLabel::Money {
            return None;
        }
        let referents = self.scene.referents;
        let tokens = referents.tokens();
        let end = tokens.len().min(self.number.end + PREDICATE);
        let near = (self.number.end..end).take_while(|&at| tokens.upos(at) != Upos::Punct);
        // Where it goes to somebody, what it is for is its purpose.
        let mut near = near.take_while(|&at| self.text(at) != "to");
        let at = near.find(|&at| self.text(at) == "for")?;
        let noun = tokens.head(at).filter(|&noun| noun > at && self.is_noun(noun))?;
        let figure = tokens.subtree(noun).any(|at| referents.quantity(at).is_some());
        (referents.time(noun).is_none() && !figure).then_some(noun)
    }

    fn is_noun(&self, word: usize) -> bool {
        matches!(self.scene.referents.tokens().upos(word), Upos::Noun | Upos::Propn)
    }

    /// Whether the number says how much `noun` is: "a share of 18 percent".
    fn is_amount_of(&self, noun: usize) -> bool {
        let tokens = self.scene.referents.tokens();
        let nmod = matches!(tokens.relation(self.carrier), Relation::Nmod | Relation::NmodUnmarked);
        noun < self.number.start && nmod && self.case() == Some("of")
    }

    /// What the number is a part of: the noun behind "of" or "in".
    fn whole(&self) -> Option<usize> {
        let tokens = self.scene.referents.tokens();
        let site =
            tokens.children(self.carrier).chain(self.number.clone().flat_map(|at| tokens.children(at)));
        let mut behind = site.filter(|&child| {
            let case = self.scene.clauses.case(child).map(|case| self.text(case));
            child >= self.number.end && matches!(case, Some("of" | "in")) && self.is_noun(child)
        });
        behind.find(|&child| self.scene.referents.time(child).is_none())
    }

    fn subject(&self, verb: usize) -> Option<usize> {
        let clause = self.scene.clauses.of_verb(verb);
        let filler = |wanted: Function| {
            clause.fillers.iter().find(|(function, _)| *function == wanted).map(|&(_, word)| word)
        };
        let passive = self.scene.referents.tokens().child(verb, &[Relation::NsubjPass]);
        let found = passive.or_else(|| filler(Function::Subject)).or_else(|| filler(Function::Object));
        // "The number of tourists reached 8.5 million": taken for a participle of the noun, where no other verb is.
        let tokens = self.scene.referents.tokens();
        let noun = || {
            let noun = tokens.head(verb).filter(|&noun| noun < verb && self.is_noun(noun))?;
            tokens.head(noun).is_none().then_some(noun)
        };
        found.or_else(noun)
    }

    /// Who has the noun by its clause: the subject of "has a population".
    fn subject_over(&self, noun: usize) -> Option<usize> {
        let tokens = self.scene.referents.tokens();
        let verb = tokens.head(noun).filter(|&verb| tokens.upos(verb) == Upos::Verb)?;
        let held = matches!(tokens.relation(noun), Relation::Obj | Relation::Obl);
        held.then(|| self.subject(verb)).flatten()
    }
}

/// Nouns before a noun that a number is followed through.
const COMPOUND: usize = 4;

/// Words of a predicate that stand for a measure at most.
const PREDICATE: usize = 8;
