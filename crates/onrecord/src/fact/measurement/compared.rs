//! Figures beside others: whether they went up or down, what they were before, and by how much one is more than another.

use std::ops::Range;

use super::Figure;
use crate::document::{Arg, Fact, FactKind, Filler, Id, Quantity, QuantityLabel};
use crate::fact::scene::{Certainty, Scene};
use crate::fact::whose::clause_of;
use crate::syntax::Upos;

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
    let (word, change) = change?;
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
    /// The argument that says whether the figure went up or down by the verb.
    pub(super) fn changed(&self, verb: usize) -> Option<Arg> {
        let filler = Filler::Value { value: self.change(verb)?.to_owned(), unit: None };
        Some(Arg { role: "change", span: self.scene.referents.tokens().span(verb), filler })
    }

    /// Whether the figure went up or down.
    fn change(&self, verb: usize) -> Option<&'static str> {
        let clauses = &self.scene.clauses;
        // "a *contract* worth $2 billion" does not contract.
        let listed = |list: &[String]| clauses.is_listed(verb, list) && !self.is_noun(verb);
        let rising = listed(&clauses.governors.rising);
        let falling = listed(&clauses.governors.falling);
        match (rising, falling) {
            (true, _) => Some("increase"),
            (_, true) => Some("decrease"),
            _ => None,
        }
    }

    /// What it was before: "from 3.2 million tonnes".
    pub(super) fn before(&self, verb: usize) -> Option<Range<usize>> {
        let referents = self.scene.referents;
        let tokens = referents.tokens();
        let from = |&child: &usize| {
            let case = self.scene.clauses.case(child).map(|case| self.text(case));
            case == Some("from") && tokens.subtree(child).any(|at| referents.quantity(at).is_some())
        };
        let child = tokens.children(verb).find(from)?;
        let mut words = tokens.subtree(child);
        words.start += usize::from(tokens.upos(words.start) == Upos::Punct);
        (words.end <= self.number.start || words.start >= self.number.end).then_some(words)
    }
}
