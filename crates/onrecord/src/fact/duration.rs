//! How long something takes or lasts, and how old somebody is.
//!
//! A stretch of time measures the noun that it modifies ("a two-day visit"), or, after "for", what the clause says of its
//! subject ("for 27 years, relations have grown"). One that ends in "old" is the age of whom it describes.

use super::scene::{Certainty, PLAIN, Scene};
use crate::document::{
    Arg, EntityKind, Fact, FactKind, Filler, Form, Id, Quantity, QuantityLabel, Time, TimeKind,
};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};
use crate::text::Span;

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let named = scene.referents.named;
    let durations = (0..named.times.len()).filter_map(|row| duration(scene, Id::new(row)));
    let ages = (0..named.quantities.len()).map(Id::new);
    let ages = ages.filter_map(|id| age(scene, id).or_else(|| beside_name(scene, id)));
    durations.chain(ages).collect()
}

/// A measure that no word of the text says.
fn unsaid(measure: &str, span: Span) -> Arg {
    Arg { role: "measure", span, filler: Filler::Value { value: measure.to_owned(), unit: None } }
}

fn duration(scene: &Scene, id: Id<Time>) -> Option<Fact> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let time = &referents.named.times[id];
    let (value, unit) = length(&time.value)?;
    if time.kind != TimeKind::Duration {
        return None;
    }
    let words = referents.words_of(time.span);
    let head = tokens.head_of(words.clone());
    let filler = Filler::Value { value, unit: Some(unit.to_owned()) };
    let value = Arg { role: "value", span: time.span, filler };
    let governor = tokens.head(head)?;
    let modifies = matches!(
        tokens.relation(head),
        Relation::Compound | Relation::Amod | Relation::NmodUnmarked | Relation::NmodPoss
    );
    // "a two-day visit"; "a 70-year history" measures nothing that happened.
    let written = scene.reading().text.slice(time.span).contains('-');
    if modifies && written && unit != "year" && tokens.upos(governor) == Upos::Noun && governor >= words.end {
        // "a two-day state visit": the subject is what follows the number.
        let words = words.end..governor + 1;
        let subject = Arg { span: tokens.cover(words), ..scene.phrase("subject", governor) };
        let args = vec![subject, unsaid("duration", time.span), value];
        return Some(scene.fact(FactKind::Measurement, "measurement/duration", governor, PLAIN, args));
    }
    let lasts = scene.clauses.case(head).is_some_and(|case| referents.text(case).eq_ignore_ascii_case("for"));
    if !lasts || tokens.upos(governor) != Upos::Verb || scene.is_asked(governor) {
        return None;
    }
    let clause = scene.clauses.of_verb(governor);
    let subject = clause.fillers.iter().find(|(function, _)| *function == Function::Subject)?.1;
    if tokens.upos(subject) == Upos::Pron && referents.entity(subject).is_none() {
        return None;
    }
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    let args = vec![scene.phrase("subject", subject), unsaid("duration", time.span), value];
    Some(scene.fact(FactKind::Measurement, "measurement/lasts", governor, certainty, args))
}

/// "Ahmed Mohamed, a 14-year-old boy", "the boy is 14 years old".
fn age(scene: &Scene, id: Id<Quantity>) -> Option<Fact> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let quantity = &referents.named.quantities[id];
    let written = scene.reading().text.slice(quantity.span).to_lowercase();
    let value = quantity.value.as_ref().filter(|_| written.ends_with("old"))?;
    let words = referents.words_of(quantity.span);
    // The noun that it describes, or the first word outside that it hangs on.
    let outside = |at: &usize| !words.contains(at);
    let chain = std::iter::successors(Some(tokens.head_of(words.clone())), |&at| tokens.head(at));
    let mut whose = chain.take(4).find(outside)?;
    // "Ahmed, a 14-year-old boy": the boy is Ahmed.
    if tokens.relation(whose) == Relation::Appos {
        whose = tokens.head(whose).unwrap_or(whose);
    }
    if !matches!(tokens.upos(whose), Upos::Noun | Upos::Propn) {
        return None;
    }
    let filler = Filler::Value { value: value.clone(), unit: Some("year".to_owned()) };
    let args = vec![
        scene.phrase("subject", whose),
        unsaid("age", quantity.span),
        Arg { role: "value", span: quantity.span, filler },
    ];
    Some(scene.fact(FactKind::Measurement, "measurement/age", whose, PLAIN, args))
}

/// "Ann Lee, *50*, an economist": a bare number that is set off behind a person's name is their age.
fn beside_name(scene: &Scene, id: Id<Quantity>) -> Option<Fact> {
    let referents = scene.referents;
    let quantity = &referents.named.quantities[id];
    let words = referents.words_of(quantity.span);
    let value = quantity.value.as_ref().filter(|_| quantity.label == QuantityLabel::Number)?;
    let years: u32 = value.parse().ok()?;
    let (before, last) = (words.start.checked_sub(1)?, words.start.checked_sub(2)?);
    let next = if words.end < referents.tokens().len() { referents.text(words.end) } else { "." };
    let apart = match referents.text(before) {
        "," => matches!(next, "," | "."),
        "(" => next == ")",
        _ => false,
    };
    let digits = scene.reading().text.slice(quantity.span).bytes().all(|b| b.is_ascii_digit());
    if !apart || !digits || words.len() != 1 || !(AGES.contains(&years)) {
        return None;
    }
    let name = &referents.named.mentions[referents.covering(last)?];
    let person = name.kind == EntityKind::Person && name.form == Form::Name;
    let ends = referents.words_of(name.span).end == before;
    let subject = Arg { role: "subject", span: name.span, filler: Filler::Entity(name.entity) };
    let filler = Filler::Value { value: value.clone(), unit: Some("year".to_owned()) };
    let value = Arg { role: "value", span: quantity.span, filler };
    let args = vec![subject, unsaid("age", quantity.span), value];
    (person && ends).then(|| scene.fact(FactKind::Measurement, "measurement/age", last, PLAIN, args))
}

/// Years that people are old.
const AGES: std::ops::RangeInclusive<u32> = 1..=115;

/// Number and unit of an ISO 8601 duration with one part.
fn length(value: &str) -> Option<(String, &'static str)> {
    let (date, rest) = value.strip_prefix('P').map(|rest| match rest.strip_prefix('T') {
        Some(rest) => (false, rest),
        None => (true, rest),
    })?;
    let (number, unit) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    let unit = match (date, unit) {
        (true, "Y") => "year",
        (true, "M") => "month",
        (true, "W") => "week",
        (true, "D") => "day",
        (false, "H") => "hour",
        (false, "M") => "minute",
        (false, "S") => "second",
        _ => return None,
    };
    number.bytes().all(|b| b.is_ascii_digit()).then(|| (number.to_owned(), unit))
}
