//! Figures: what is measured of whom, and how much.
//!
//! A number says little without the noun that it measures. The noun is found from the number's place: after "of"
//! ("a population of 1.4 billion"), as what is counted ("58,825 votes"), or as the subject of the verb that carries
//! the number ("its share exceeds 18 percent"). Whose measure it is, is the noun's possessor, the noun that "with"
//! hangs it on, or the subject of the clause.

use std::ops::Range;

use super::actor;
use super::scene::{Certainty, PLAIN, Scene};
use crate::document::{Arg, Fact, FactKind, Filler, Id, Quantity, QuantityLabel};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Tokens, Upos};

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let named = scene.referents.named;
    (0..named.quantities.len()).filter_map(|row| figure(scene, Id::new(row))).collect()
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
    if matches!(quantity.label, QuantityLabel::Ordinal) || quantity.value.is_none() {
        return None;
    }
    // "14-year-old" is an age.
    if scene.reading().text.slice(quantity.span).to_lowercase().ends_with("old") {
        return None;
    }
    // "one of", "a kind of": no figure.
    let single = quantity.label == QuantityLabel::Number && quantity.value.as_deref() == Some("1");
    if single && quantity.modifier.is_none() {
        return None;
    }
    let number = referents.words_of(quantity.span);
    let head = referents.tokens().head_of(number.clone());
    if scene.is_asked(head) {
        return None;
    }
    let figure = Figure::new(scene, quantity, number.clone());
    // "from 38 to 53": what a figure was before is what the other one is compared with.
    if figure.case() == Some("from") {
        return None;
    }
    let found = figure.measured()?;
    // Of whom nobody knows who it is, nothing is known.
    let tokens = referents.tokens();
    let whose = tokens.head_of(found.subject.clone());
    let nobody = tokens.upos(whose) == Upos::Pron && referents.entity(whose).is_none();
    let noun = |at: usize| matches!(tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Verb);
    if nobody || !found.measure.clone().any(noun) {
        return None;
    }
    let value = Arg { role: "value", span: quantity.span, filler: Filler::Quantity(id) };
    let change = figure.change(found.word);
    let before = figure.before(found.word);
    let mut args = vec![
        scene.covering("subject", without(tokens, found.subject, &number)?),
        scene.text("measure", without(tokens, found.measure, &number)?),
        value,
    ];
    args.extend(change.map(|change| Arg {
        role: "change",
        span: referents.tokens().span(found.word),
        filler: Filler::Value { value: change.to_owned(), unit: None },
    }));
    args.extend(before.map(|words| scene.text("comparison", words)));
    Some(scene.fact(FactKind::Measurement, found.rule, found.word, found.certainty, args))
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
            _ => counted.unwrap_or(head),
        };
        Self { scene, quantity, number, carrier, counted }
    }

    fn text(&self, word: usize) -> &'a str {
        self.scene.referents.text(word)
    }

    /// The preposition of the number's phrase, which may stand before an approximator.
    fn case(&self) -> Option<&'a str> {
        self.scene.clauses.case(self.carrier).map(|case| self.text(case))
    }

    fn measured(&self) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let carrier = self.carrier;
        let head = tokens.head(carrier);
        let small =
            self.quantity.value.as_deref().and_then(|v| v.parse::<f64>().ok()).is_some_and(|v| v < 10.0);
        let counts = self.quantity.label == QuantityLabel::Number && self.counted.is_some();
        let definite = tokens
            .child(carrier, &[Relation::Det])
            .is_some_and(|det| self.text(det).eq_ignore_ascii_case("the"));
        // A small number in passing ("the two leaders") is no news.
        let passing = small && self.quantity.modifier.is_none() && tokens.relation(carrier) != Relation::Obj;
        if counts && (definite || passing) {
            return None;
        }
        // "a population of 1.4 billion people", "the loan, worth 2.5 billion yuan"
        if let Some(noun) = head.filter(|&head| self.is_noun(head) && self.is_amount_of(head)) {
            let subject = owner(self.scene, noun).or_else(|| self.subject_over(noun)).unwrap_or(noun);
            return Some(self.plain(subject, noun, "measurement/of"));
        }
        if tokens.is_subject(carrier) {
            return self.of_subject(head?);
        }
        let verb = clause_of(self.scene, carrier)?;
        let subject = self.subject(verb).filter(|&subject| subject != carrier)?;
        if counts {
            return Some(self.of_clause(verb, subject, self.phrase(carrier), "measurement/count"));
        }
        // "40 percent of global uranium production", "€300m in assistance"
        if let Some(noun) = self.whole() {
            return Some(self.of_clause(verb, subject, self.phrase(noun), "measurement/share"));
        }
        // A bare number that hangs on a noun is its own: "posts 542 and 543".
        let bare = self.quantity.label == QuantityLabel::Number;
        if bare && !matches!(tokens.relation(carrier), Relation::Obj | Relation::Obl | Relation::Root) {
            return None;
        }
        // "raised its key rate by 75 basis points": the object is the measure.
        let object =
            tokens.child(verb, &[Relation::Obj]).filter(|&object| object != carrier && self.is_noun(object));
        if let Some(object) = object {
            return Some(self.of_clause(verb, subject, self.phrase(object), "measurement/object"));
        }
        if let Some(owner) = owner(self.scene, subject) {
            let measure = self.phrase(subject);
            return Some(self.of_clause(verb, owner, measure, "measurement/subject"));
        }
        let acts = self.scene.referents.entity(subject).is_some() || actor::acts(self.scene, subject);
        let beside = || {
            let mut around = tokens.children(verb).filter(|&child| {
                tokens.relation(child) == Relation::Obl
                    && child != carrier
                    && self.scene.referents.time(child).is_none()
            });
            around.find(|&child| self.is_noun(child) && self.scene.referents.quantity(child).is_none())
        };
        // "put $4.6bn into renewable energy": of whoever acts, what the figure goes to.
        let measure = if acts { beside().map(|noun| self.phrase(noun))? } else { self.phrase(subject) };
        Some(self.of_clause(verb, subject, measure, "measurement/own"))
    }

    /// "Two thirds of the population live in cities", "1.5 lakh pilgrims crossed the border".
    fn of_subject(&self, verb: usize) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let clause = self.scene.clauses.of_verb(verb);
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        if let Some(noun) = self.whole() {
            let end = tokens.subtree(verb).end.min(verb + PREDICATE);
            let measure = verb..self.trimmed(verb, end);
            return Some(Measured {
                subject: self.phrase(noun),
                measure,
                word: verb,
                certainty,
                rule: "measurement/part",
            });
        }
        let noun = self.counted.filter(|&noun| noun < verb)?;
        let end =
            tokens.children(verb).filter(|&child| child > verb && tokens.relation(child) == Relation::Obj);
        let end =
            end.map(|object| tokens.subtree(object).end).max().unwrap_or(verb + 1).min(verb + PREDICATE);
        let subject = self.phrase(self.carrier);
        Some(Measured { subject, measure: noun..end, word: verb, certainty, rule: "measurement/counted" })
    }

    /// `end`, before a full stop or a comma.
    fn trimmed(&self, start: usize, end: usize) -> usize {
        let tokens = self.scene.referents.tokens();
        (start + 1..end).find(|&at| tokens.upos(at) == Upos::Punct).unwrap_or(end)
    }

    fn of_clause(&self, verb: usize, subject: usize, measure: Range<usize>, rule: &'static str) -> Measured {
        let clause = self.scene.clauses.of_verb(verb);
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        Measured { subject: self.phrase(subject), measure, word: verb, certainty, rule }
    }

    fn plain(&self, subject: usize, measure: usize, rule: &'static str) -> Measured {
        let (mut subject, measured) = (self.phrase(subject), self.phrase(measure));
        // "China, with a population of": the subject ends before its measure.
        if subject.start < measured.start && subject.end > measured.start {
            let tokens = self.scene.referents.tokens();
            subject.end = measured.start;
            while subject.len() > 1 && matches!(tokens.upos(subject.end - 1), Upos::Punct | Upos::Adp) {
                subject.end -= 1;
            }
        }
        Measured { subject, measure: measured, word: measure, certainty: PLAIN, rule }
    }

    /// The words of a phrase, without what follows the number in it.
    fn phrase(&self, head: usize) -> Range<usize> {
        let mut words = self.scene.referents.phrase(head);
        if self.number.start > head && self.number.start < words.end {
            words.end = self.number.start;
            let tokens = self.scene.referents.tokens();
            while words.end > head + 1 && !matches!(tokens.upos(words.end - 1), Upos::Noun | Upos::Propn) {
                words.end -= 1;
            }
        }
        words
    }

    fn is_noun(&self, word: usize) -> bool {
        matches!(self.scene.referents.tokens().upos(word), Upos::Noun | Upos::Propn)
    }

    /// Whether the number says how much `noun` is: "a share of 18 percent", "worth $2 billion".
    fn is_amount_of(&self, noun: usize) -> bool {
        let tokens = self.scene.referents.tokens();
        let nmod = matches!(tokens.relation(self.carrier), Relation::Nmod | Relation::NmodUnmarked);
        let before = self.number.start.checked_sub(1).map_or("", |at| self.text(at));
        let worth = matches!(before, "worth" | "totalling" | "totaling");
        noun < self.number.start && (nmod && self.case() == Some("of") || worth)
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
        passive.or_else(|| filler(Function::Subject)).or_else(|| filler(Function::Object))
    }

    /// Who has the noun by its clause: the subject of "has a population".
    fn subject_over(&self, noun: usize) -> Option<usize> {
        let tokens = self.scene.referents.tokens();
        let verb = tokens.head(noun).filter(|&verb| tokens.upos(verb) == Upos::Verb)?;
        let held = matches!(tokens.relation(noun), Relation::Obj | Relation::Obl);
        held.then(|| self.subject(verb)).flatten()
    }

    /// Whether the figure went up or down.
    fn change(&self, verb: usize) -> Option<&'static str> {
        let clauses = &self.scene.clauses;
        let rising = clauses.is_listed(verb, &clauses.governors.rising);
        let falling = clauses.is_listed(verb, &clauses.governors.falling);
        match (rising, falling) {
            (true, _) => Some("increase"),
            (_, true) => Some("decrease"),
            _ => None,
        }
    }

    /// What it was before: "from 3.2 million tonnes".
    fn before(&self, verb: usize) -> Option<Range<usize>> {
        let referents = self.scene.referents;
        let tokens = referents.tokens();
        let from = |&child: &usize| {
            let case = self.scene.clauses.case(child).map(|case| self.text(case));
            case == Some("from") && tokens.subtree(child).any(|at| referents.quantity(at).is_some())
        };
        let child = tokens.children(verb).find(from)?;
        let words = tokens.subtree(child);
        (words.end <= self.number.start || words.start >= self.number.end).then_some(words)
    }
}

/// Words of a predicate that stand for a measure at most.
const PREDICATE: usize = 8;

/// Whose measure the noun is: its possessor, the noun after "of", or the noun that it hangs on by "with".
fn owner(scene: &Scene, measure: usize) -> Option<usize> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let poss = tokens.child(measure, &[Relation::NmodPoss]);
    let entity =
        |&child: &usize| tokens.relation(child) == Relation::Nmod && referents.mention(child).is_some();
    let of = || {
        tokens.children(measure).find(|child| {
            entity(child) && scene.clauses.case(*child).is_some_and(|case| referents.text(case) == "of")
        })
    };
    let with = || {
        let with = scene.clauses.case(measure).filter(|&case| referents.text(case) == "with")?;
        let noun = |at: &usize| matches!(tokens.upos(*at), Upos::Noun | Upos::Propn);
        // "Among other things, China, *with* a population of": the noun that stands before it.
        let comma = with > 1 && referents.text(with - 1) == ",";
        let near = comma.then(|| with.checked_sub(2)).flatten().filter(noun);
        near.or_else(|| tokens.head(measure).filter(noun))
    };
    // "with a potential of 65% and a capacity of 4 billion": both are of the same.
    let joined = || {
        let first = tokens.head(measure).filter(|_| tokens.relation(measure) == Relation::Conj)?;
        owner(scene, first)
    };
    let has = || {
        let verb = tokens
            .head(measure)
            .filter(|&verb| tokens.relation(measure) == Relation::Obj && tokens.upos(verb) == Upos::Verb)?;
        let clause = scene.clauses.of_verb(verb);
        clause.fillers.iter().find(|(function, _)| *function == Function::Subject).map(|&(_, word)| word)
    };
    poss.or_else(of).or_else(with).or_else(has).or_else(joined)
}

/// The verb whose clause the word stands in, up to two phrases up.
fn clause_of(scene: &Scene, word: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let copula = |at: usize| tokens.child(at, &[Relation::Cop]).is_some();
    let chain = std::iter::successors(Some(word), |&at| tokens.head(at));
    chain.take(4).find(|&at| tokens.upos(at) == Upos::Verb || copula(at))
}
