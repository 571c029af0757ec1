//! Figures: what is measured of whom, and how much.
//!
//! A number says little without the noun that it measures. The noun is found from the number's place: after "of"
//! ("a population of 1.4 billion"), as what is counted ("58,825 votes"), or as the subject of the verb that carries
//! the number ("its share exceeds 18 percent"). Whose measure it is, is the noun's possessor, the noun that "with"
//! hangs it on, or the subject of the clause.

mod clause;
mod compared;
mod extent;
mod none;
mod noun;
mod owner;
mod shared;
mod subject;
mod unowned;
mod words;

use std::ops::Range;

use super::scene::{Certainty, PLAIN, Scene};
use super::whose::is_nobody;
use super::{actor, when, whom};
use crate::document::{Arg, Fact, FactKind, Filler, Id, Quantity, QuantityLabel, Time};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Tokens, Upos};
use unowned::Unowned;

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let named = scene.referents.named;
    let mut unowned = Unowned::new(scene);
    let mut facts: Vec<Fact> = Vec::new();
    for row in 0..named.quantities.len() {
        let id = Id::new(row);
        let before = facts.last();
        let told = before.and_then(|before| {
            compared::relative(scene, id, before).or_else(|| compared::continued(scene, id, before))
        });
        let Some(fact) = told.or_else(|| figure(scene, id, &unowned)) else { continue };
        unowned.hear(scene, &fact);
        facts.push(fact);
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

fn figure(scene: &Scene, id: Id<Quantity>, unowned: &Unowned) -> Option<Fact> {
    let referents = scene.referents;
    let quantity = &referents.named.quantities[id];
    let number = referents.words_of(quantity.span);
    let figure = Figure::new(scene, quantity, number.clone());
    if figure.is_none() {
        return None;
    }
    let mut found = figure.points().or_else(|| figure.members()).or_else(|| figure.measured())?;
    // "Africa, *with* 1.4 billion people, has no seat": that many live there.
    if figure.stands_aside() {
        found.certainty = PLAIN;
    }
    // Of whom nobody knows who it is, nothing is known.
    let tokens = referents.tokens();
    let whose = tokens.head_of(found.subject.clone());
    let ours = whom::ours(scene, whose);
    let nobody = is_nobody(scene, whose) && ours.is_none() || referents.time(whose).is_some();
    // "is 620 kilometres *long*"
    let extent = |at: usize| tokens.xpos(at) == "JJ" && quantity.label == QuantityLabel::Measure;
    let made = |at: usize| tokens.relation(at) == Relation::Xcomp;
    let noun = |at: usize| {
        // "*worth* 4 million", "left 30 *dead*"
        let said = found.rule == "measurement/worth" || figure.is_casualty(at);
        matches!(tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Verb) || extent(at) || made(at) || said
    };
    let dimension = figure.dimension(&found);
    if nobody || dimension.is_none() && !found.measure.clone().any(noun) {
        return None;
    }
    let value = Arg { role: "value", span: quantity.span, filler: Filler::Quantity(id) };
    let change = figure.changed(found.word);
    let before = figure.before(found.word);
    // "magnitude" is a word of the number itself.
    let inside = found.rule == "measurement/magnitude";
    let measure =
        if inside { found.measure.clone() } else { without(tokens, found.measure.clone(), &number)? };
    // "The average *salary* is $3,400": a sign is no word that says so.
    let sign = tokens.xpos(found.word) == "$";
    let predicate = scene.lemma(if sign { tokens.head_of(measure.clone()) } else { found.word });
    let words = without(tokens, found.subject.clone(), &number)?;
    let subject = scene.covering("subject", words.clone());
    let owner = ours.or_else(|| unowned.owner(scene, words, whose));
    let measure =
        dimension.map_or_else(|| scene.text("measure", measure), |said| Scene::unsaid(said, quantity.span));
    let mut args = figure.shared(whose);
    if args.is_empty() {
        args.push(Arg { filler: owner.map_or(subject.filler, Filler::Entity), ..subject });
    }
    args.extend([measure, value]);
    args.extend(change);
    let compared = before.clone();
    args.extend(before.map(|words| scene.text("comparison", words)));
    let fact = scene.fact(FactKind::Measurement, found.rule, found.word, found.certainty, args);
    // "from 3.1 billion in 2023 to *3.5 billion in 2024*": the time right behind the figure is its own, and one inside what it is
    // compared with is that one's.
    let times = &referents.named.times;
    let other = |id: &Id<Time>| {
        compared.as_ref().is_some_and(|words| tokens.cover(words.clone()).contains(times[*id].span))
    };
    let time = when::behind(scene, number.end, &["in", "on"])
        .or(when::beside_figure(scene, number.end))
        .or(fact.time.filter(|id| !other(id)));
    Some(Fact { predicate, time, ..fact })
}

/// The words beside the number: of what has it inside, the side with a noun, or else the longer one.
fn without(tokens: &Tokens, words: Range<usize>, number: &Range<usize>) -> Option<Range<usize>> {
    let noun = |side: &Range<usize>| {
        side.clone().any(|at| matches!(tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Verb))
    };
    let apart = words.end <= number.start || words.start >= number.end;
    let (left, right) = (words.start..number.start.max(words.start), number.end.min(words.end)..words.end);
    // "the company's *14* plants": whose they are is no part of what is counted.
    let whose = !left.is_empty() && tokens.xpos(left.end - 1) == "POS" && noun(&right);
    let rest = if apart {
        words
    } else if whose {
        right
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

/// Whether the word begins what two periods are compared by, which is nothing that is measured: "grew 3 percent *quarter-on-quarter*".
fn is_period(scene: &Scene, at: usize) -> bool {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    if at + 4 >= tokens.len() {
        return false;
    }
    let between = matches!(referents.text(at + 2), "on" | "over") && referents.text(at + 1) == "-";
    between && tokens.lemma(at) == tokens.lemma(at + 4)
}

impl<'s, 'a> Figure<'s, 'a> {
    fn new(scene: &'s Scene<'a>, quantity: &'s Quantity, number: Range<usize>) -> Self {
        let referents = scene.referents;
        let tokens = referents.tokens();
        let head = tokens.head_of(number.clone());
        let counted = quantity.counted.map(|span| tokens.head_of(referents.words_of(span)));
        // "left 30 *dead*": nothing is counted that hangs on the number.
        let counted = counted.filter(|&at| tokens.upos(at) != Upos::Adj || tokens.head(at) != Some(head));
        let carrier = match tokens.relation(head) {
            Relation::Nummod | Relation::Compound | Relation::Amod => {
                tokens.head(head).filter(|&above| !is_period(scene, above)).unwrap_or(head)
            }
            // "half of exports go": the half goes.
            _ if tokens.is_subject(head) => head,
            _ => counted.unwrap_or(head),
        };
        // "40 *customs* officers": the officers are counted, whatever the number hangs on.
        let whole = |&at: &usize| {
            let above = tokens.head(at).filter(|&above| above > at && at >= number.end)?;
            let noun = matches!(tokens.upos(above), Upos::Noun | Upos::Propn);
            (tokens.relation(at) == Relation::Compound && noun && !is_period(scene, above)).then_some(above)
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

    /// What the number measures: by the noun that it stands with, as the subject of a clause, or by its clause.
    fn measured(&self) -> Option<Measured> {
        if self.is_passing() {
            return None;
        }
        let beside = self.worth().or_else(|| self.extent()).or_else(|| self.distance());
        if let Some(found) = beside.or_else(|| self.by_noun()) {
            return Some(found);
        }
        let tokens = self.scene.referents.tokens();
        let head = tokens.head(self.carrier);
        if tokens.is_subject(self.carrier) || self.stands_for_subject(head) {
            return self.of_subject(head?);
        }
        self.by_clause()
    }

    /// "contracts *worth* a combined €14 million", "Boeing is *worth* $90 billion": what something costs is told of it, whoever has it.
    fn worth(&self) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let before = self.number.start.saturating_sub(WORTH)..self.number.start;
        let money = self.quantity.label == QuantityLabel::Money;
        let worth = before.rev().find(|&at| tokens.lemma(at) == "worth").filter(|_| money)?;
        if tokens.child(worth, &[Relation::Cop]).is_some() {
            let subject = self.subject(worth).filter(|_| !self.scene.is_asked(worth))?;
            return Some(self.of_clause(worth, subject, worth..worth + 1, "measurement/worth"));
        }
        let noun = tokens.head(worth).filter(|&noun| noun < worth && self.is_noun(noun))?;
        let end = worth - usize::from(self.text(worth - 1) == ",");
        let (subject, measure) = (self.phrase(noun).start..end, worth..worth + 1);
        Some(Measured { subject, measure, word: worth, certainty: PLAIN, rule: "measurement/worth" })
    }

    /// Whether the number counts things.
    fn counts(&self) -> bool {
        let number = matches!(self.quantity.label, QuantityLabel::Number | QuantityLabel::Range);
        number && self.counted.is_some()
    }

    /// A small number in passing ("the two leaders") is no news.
    fn is_passing(&self) -> bool {
        let tokens = self.scene.referents.tokens();
        let value = self.quantity.value.as_deref().and_then(|value| value.parse::<f64>().ok());
        let small = value.is_some_and(|value| value < 10.0);
        let definite = tokens
            .child(self.carrier, &[Relation::Det])
            .is_some_and(|det| self.text(det).eq_ignore_ascii_case("the"));
        let object = tokens.relation(self.carrier) == Relation::Obj;
        // "by *seven* votes to three"
        let next = self.carrier + 1;
        let governors = &self.scene.clauses.governors;
        let tally = self.scene.clauses.is_listed(self.carrier, &governors.tallies)
            && next < tokens.len()
            && self.text(next) == "to";
        // "I have two *things* to say"
        let vague = self.scene.clauses.is_listed(self.carrier, &governors.vague);
        let plain = small && self.quantity.modifier.is_none() && !tally;
        // "wrote *two* letters": so few things are none either, but "killed *three* soldiers" is.
        let few = value.is_some_and(|value| value < FEW);
        let people = actor::acts(self.scene, self.carrier);
        let object = object && (!few || people);
        // "Two men *were released*": so many people are news where something is done to them.
        let verb = tokens.head(self.carrier).filter(|_| tokens.is_subject(self.carrier));
        let named = tokens.child(self.carrier, &[Relation::Appos, Relation::Flat]).is_some();
        let suffers = verb.is_some_and(|verb| self.scene.clauses.is_passive(verb))
            && actor::acts(self.scene, self.carrier)
            && !named;
        self.counts() && (definite || plain && (!(object || suffers) || vague))
    }

    fn of_clause(&self, verb: usize, subject: usize, measure: Range<usize>, rule: &'static str) -> Measured {
        // What came of it is no aim.
        let clause = self.scene.clauses.of_verb(self.result_of(verb).unwrap_or(verb));
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        Measured { subject: self.phrase(subject), measure, word: verb, certainty, rule }
    }

    /// "*rose* to close at 66.80": the change by which something comes to the level that the verb says.
    fn result_of(&self, verb: usize) -> Option<usize> {
        let tokens = self.scene.referents.tokens();
        let infinitive = tokens.child(verb, &[Relation::Mark]).is_some_and(|mark| self.text(mark) == "to");
        let above = tokens.head(verb).filter(|_| infinitive)?;
        (self.is_change(above) && self.is_level(verb)).then_some(above)
    }

    fn plain(&self, subject: usize, measure: usize, rule: &'static str) -> Measured {
        let (subject, measured) = (self.phrase(subject), self.phrase(measure));
        Measured { subject, measure: measured, word: measure, certainty: PLAIN, rule }
    }

    fn is_noun(&self, word: usize) -> bool {
        matches!(self.scene.referents.tokens().upos(word), Upos::Noun | Upos::Propn)
    }

    /// What the number is a part of: the noun behind "of" or "in".
    fn whole(&self) -> Option<usize> {
        let tokens = self.scene.referents.tokens();
        let site =
            tokens.children(self.carrier).chain(self.number.clone().flat_map(|at| tokens.children(at)));
        let number = self.quantity.label == QuantityLabel::Number;
        let mut behind = site.filter(|&child| {
            let case = self.scene.clauses.case(child).map(|case| self.text(case));
            let of = match case {
                Some("of") => true,
                // "and another 12 *in Kenya*": where they are.
                Some("in") => !(number && self.scene.referents.covering(child).is_some()),
                _ => false,
            };
            of && child >= self.number.end && self.is_noun(child)
        });
        behind.find(|&child| self.scene.referents.time(child).is_none())
    }

    fn subject(&self, verb: usize) -> Option<usize> {
        let verb = self.result_of(verb).unwrap_or(verb);
        let clause = self.scene.clauses.of_verb(verb);
        let passive = self.scene.referents.tokens().child(verb, &[Relation::NsubjPass]);
        let found =
            passive.or_else(|| clause.filler(Function::Subject)).or_else(|| clause.filler(Function::Object));
        // "The number of tourists reached 8.5 million": taken for a participle of the noun, where no other verb is.
        let tokens = self.scene.referents.tokens();
        let noun = || {
            let noun = tokens.head(verb).filter(|&noun| noun < verb && self.is_noun(noun))?;
            tokens.head(noun).is_none().then_some(noun)
        };
        found.or_else(noun)
    }
}

/// Things that somebody does something to are news from this number on.
const FEW: f64 = 4.0;

/// Words from "worth" to the number at most.
const WORTH: usize = 5;

/// Nouns before a noun that a number is followed through.
const COMPOUND: usize = 4;

/// Words of a predicate that stand for a measure at most.
const PREDICATE: usize = 8;
