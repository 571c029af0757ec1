//! Figures beside others: whether they went up or down, what they were before, and by how much one is more than another.

use std::ops::Range;

use super::Figure;
use crate::document::{Arg, Fact, FactKind, Filler, Id, Quantity, QuantityLabel};
use crate::fact::scene::{Certainty, Scene};
use crate::fact::when;
use crate::fact::whose::clause_of;
use crate::syntax::{Relation, Upos};

/// The figure that says by how much more or less the one of `before` is: "245 million passengers, *3.2 percent more* than in
/// the year before", "revenue of 1.9 billion, *up 22 percent*". It has the subject and the measure of the other.
pub(super) fn relative(scene: &Scene, id: Id<Quantity>, before: &Fact) -> Option<Fact> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let quantity = &referents.named.quantities[id];
    let number = referents.words_of(quantity.span);
    let same = scene.reading().sentence_of(number.start) == before.sentence.row();
    let ahead = before.args.iter().all(|arg| arg.span.end() <= quantity.span.start());
    let known = quantity.value.is_some() && quantity.label == QuantityLabel::Percent;
    if !same || !ahead || !known || scene.is_asked(number.start) {
        return None;
    }
    let listed = |at: usize, list: &[String]| list.iter().any(|word| word == referents.text(at));
    let governors = &scene.clauses.governors;
    // "12 percent *less oil*" is a figure of its own.
    let alone = |at: usize| {
        let next = at + 1;
        next >= tokens.len()
            || matches!(tokens.upos(next), Upos::Punct | Upos::Adp | Upos::Sconj | Upos::Cconj)
    };
    let behind = Some(number.end).filter(|&at| at < tokens.len() && alone(at));
    let beside = number.start.checked_sub(1).into_iter().chain(behind);
    let change = beside.into_iter().find_map(|at| {
        let more = listed(at, &governors.more).then_some("increase");
        Some((at, more.or_else(|| listed(at, &governors.less).then_some("decrease"))?))
    });
    let (word, change) = change.or_else(|| step(scene, quantity, number.clone()))?;
    let kept = before.args.iter().filter(|arg| matches!(arg.role, "subject" | "measure")).cloned();
    let value = Arg { role: "value", span: quantity.span, filler: Filler::Quantity(id) };
    let change = Arg {
        role: "change",
        span: tokens.span(word),
        filler: Filler::Value { value: change.to_owned(), unit: None },
    };
    let evidence = before.evidence.to(quantity.span).to(tokens.span(word));
    let args = kept.chain([value, change]).collect();
    Some(Fact { args, evidence, rule: "measurement/relative".to_owned(), ..before.clone() })
}

/// "…, *an increase* of 22 percent": the noun behind a comma that says that something went up or down, and which of the two.
fn step(scene: &Scene, quantity: &Quantity, number: Range<usize>) -> Option<(usize, &'static str)> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let figure = Figure::new(scene, quantity, number);
    let noun =
        tokens.head(figure.carrier).filter(|&noun| figure.is_noun(noun) && figure.is_amount_of(noun))?;
    let comma = (noun.saturating_sub(STEP)..noun).rev().find(|&at| referents.text(at) == ",")?;
    let article = matches!(referents.text(comma + 1), "a" | "an");
    let change = figure.direction(noun)?;
    article.then_some((noun, change))
}

/// Words from a comma to the noun of a step, at most: "a year-on-year increase".
const STEP: usize = 7;

/// The figure of what the one of `before` is of, where a pronoun takes it up: "Trade exceeded $4 billion. *It* grew by another 18
/// percent".
pub(super) fn continued(scene: &Scene, id: Id<Quantity>, before: &Fact) -> Option<Fact> {
    let referents = scene.referents;
    let quantity = &referents.named.quantities[id];
    let figure = Figure::new(scene, quantity, referents.words_of(quantity.span));
    let verb = clause_of(scene, figure.carrier)?;
    let subject =
        figure.subject(verb).filter(|&at| matches!(figure.text(at), "it" | "It" | "they" | "They"))?;
    let near = scene.reading().sentence_of(subject) <= before.sentence.row() + 1;
    let same = scene.reading().turn_of(subject)
        == scene.reading().turn_of(referents.words_of(before.evidence).start);
    let level = matches!(&*before.rule, "measurement/level" | "measurement/subject");
    if !(near && same && level && figure.is_level(verb)) || figure.is_none() {
        return None;
    }
    let kept = before.args.iter().filter(|arg| matches!(arg.role, "subject" | "measure")).cloned();
    let value = Arg { role: "value", span: quantity.span, filler: Filler::Quantity(id) };
    let args = kept.chain([value]).chain(figure.changed(verb)).collect();
    let clause = scene.clauses.of_verb(verb);
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    Some(scene.fact(FactKind::Measurement, &before.rule, verb, certainty, args))
}

impl Figure<'_, '_> {
    /// The argument that says whether the figure went up or down by the verb, or by the word that compares it.
    pub(super) fn changed(&self, verb: usize) -> Option<Arg> {
        let beside = || {
            let word = self.comparative().or_else(|| self.up_or_down()).or_else(|| self.higher_or_lower())?;
            Some((word, self.difference(word)?))
        };
        let (word, change) = self.change(verb).map(|change| (verb, change)).or_else(beside)?;
        let filler = Filler::Value { value: change.to_owned(), unit: None };
        Some(Arg { role: "change", span: self.scene.referents.tokens().span(word), filler })
    }

    /// The word right behind the figure that compares it with another: "12 percent *more* than women".
    pub(super) fn comparative(&self) -> Option<usize> {
        let at = self.number.end;
        let than = at + 1 < self.scene.referents.tokens().len() && self.text(at + 1) == "than";
        (than && self.difference(at).is_some()).then_some(at)
    }

    /// "are *down* by a fifth", "is *up* 17 percent": the word right before the figure that says where it went.
    fn up_or_down(&self) -> Option<usize> {
        let before = self.number.start.checked_sub(1)?;
        let by = self.text(before) == "by";
        let word = before.checked_sub(usize::from(by))?;
        // "picked *up* 32 percent": part of the verb.
        let particle = self.scene.referents.tokens().relation(word) == Relation::CompoundPrt;
        (!particle && matches!(self.text(word), "up" | "down")).then_some(word)
    }

    /// "closed 5 percent *lower* at 412 kroner": the word right behind the figure that says where it went.
    fn higher_or_lower(&self) -> Option<usize> {
        let at = self.number.end;
        let inside = at < self.scene.referents.tokens().len();
        (inside && matches!(self.text(at), "higher" | "lower")).then_some(at)
    }

    /// Whether the word says that something is more or less than another.
    fn difference(&self, at: usize) -> Option<&'static str> {
        let governors = &self.scene.clauses.governors;
        let listed = |list: &[String]| list.iter().any(|word| word == self.text(at));
        match (listed(&governors.more), listed(&governors.less)) {
            (true, _) => Some("increase"),
            (_, true) => Some("decrease"),
            _ => None,
        }
    }

    /// Whether the figure went up or down.
    fn change(&self, verb: usize) -> Option<&'static str> {
        // "a *contract* worth $2 billion" does not contract.
        self.direction(verb).filter(|_| !self.is_noun(verb))
    }

    /// Whether the word says that something goes up or down.
    fn direction(&self, word: usize) -> Option<&'static str> {
        let clauses = &self.scene.clauses;
        let rising = clauses.is_listed(word, &clauses.governors.rising);
        let falling = clauses.is_listed(word, &clauses.governors.falling);
        match (rising, falling) {
            (true, _) => Some("increase"),
            (_, true) => Some("decrease"),
            _ => None,
        }
    }

    /// What it was before: "from 3.2 million tonnes", "61 percent, *up from 57 percent four years ago*".
    pub(super) fn before(&self, verb: usize) -> Option<Range<usize>> {
        let referents = self.scene.referents;
        let tokens = referents.tokens();
        let from = |&child: &usize| {
            let case = self.scene.clauses.case(child).map(|case| self.text(case));
            case == Some("from") && tokens.subtree(child).any(|at| referents.quantity(at).is_some())
        };
        if let Some(words) = self.compared() {
            return Some(words);
        }
        // "12 percent higher *than last year*"
        if let Some(than) = self.comparative().map(|at| at + 1) {
            return tokens.head(than).filter(|&noun| noun > than).map(|noun| than..tokens.subtree(noun).end);
        }
        let child = tokens.children(verb).find(from)?;
        let mut words = tokens.subtree(child);
        words.start += usize::from(tokens.upos(words.start) == Upos::Punct);
        (words.end <= self.number.start || words.start >= self.number.end).then_some(words)
    }

    /// The figure right behind this one that it is compared with: "up from *57 percent*", "compared with *6 percent in May*".
    fn compared(&self) -> Option<Range<usize>> {
        let referents = self.scene.referents;
        let sentence =
            &self.scene.reading().sentences[self.scene.reading().sentence_of(self.number.start)].tokens;
        let text = |at: usize| if at < sentence.end { self.text(at) } else { "" };
        // "5 billion *in May*, up from 4 billion", "112 *of the 200 seats*, up from 88"
        // … "61 *seats*, up from 52".
        let number = self.counted.map_or(self.number.end, |noun| self.number.end.max(noun + 1));
        let start = self.whole().map_or(number, |noun| noun + 1);
        let start = (start..sentence.end.min(start + STEP)).find(|&at| {
            let time = referents.time(at).is_some() || matches!(text(at), "in" | "on" | "a" | "the");
            !time
        })?;
        let start = start + usize::from(text(start) == ",");
        let behind = match (text(start), text(start + 1)) {
            ("up" | "down", "from") | ("compared", "with" | "to") => start + 2,
            ("from" | "versus" | "against", _) => start + 1,
            _ => return None,
        };
        let other = (behind..sentence.end).take(APART).find_map(|at| referents.quantity(at))?;
        let row = &referents.named.quantities[other];
        let end = referents.words_of(row.span).end;
        let alike = row.unit == self.quantity.unit && row.label == self.quantity.label;
        let time = when::beside_figure(self.scene, end).map(|id| referents.named.times[id].span);
        alike.then(|| start..time.map_or(end, |time| referents.words_of(time).end))
    }
}

/// Words between "from" and the figure at most: "from about".
const APART: usize = 4;
