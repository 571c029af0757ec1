//! How many times as much: "trade has doubled", "imports grew fivefold", "net profit more than tripled".
//!
//! No number stands in the text; the verb or the adverb is one. What has multiplied is the subject, or, where somebody
//! multiplies something, the object.

use super::scene::{Certainty, Scene};
use crate::document::{Arg, Fact, FactKind, Filler};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    (0..scene.referents.tokens().len()).filter_map(|word| multiple(scene, word)).collect()
}

/// The noun with what stands before it: "trade" of "trade between the two countries".
fn measure(scene: &Scene, noun: usize) -> std::ops::Range<usize> {
    scene.referents.phrase(noun).start..noun + 1
}

fn multiple(scene: &Scene, word: usize) -> Option<Fact> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    let times = scene.clauses.governors.multiples.get(tokens.lemma(word))?;
    let verb = match tokens.upos(word) {
        Upos::Verb => word,
        // "grew fivefold", whatever the tag; "a fivefold increase" is none of the clause.
        Upos::Adv | Upos::Adj | Upos::Noun => {
            tokens.head(word).filter(|&verb| tokens.upos(verb) == Upos::Verb)?
        }
        _ => return None,
    };
    let clauses = &scene.clauses;
    let governors = &clauses.governors;
    let moves = clauses.is_listed(verb, &governors.rising) || clauses.is_listed(verb, &governors.falling);
    // "the coins doubled as buttons"
    let as_well = referents.text(word + usize::from(word + 1 < tokens.len())) == "as";
    if scene.is_asked(verb) || !moves || as_well {
        return None;
    }
    let clause = scene.clauses.of_verb(verb);
    let subject =
        || clause.fillers.iter().find(|(function, _)| *function == Function::Subject).map(|&(_, word)| word);
    // "Net profit more than tripled", where nothing but the noun carries the sentence.
    let over = || tokens.head(verb).filter(|&noun| noun < verb && tokens.head(noun).is_none());
    let multiplied = tokens.child(verb, &[Relation::Obj, Relation::NsubjPass]);
    let multiplied = multiplied.filter(|&what| what != word && referents.quantity(what).is_none());
    let what = multiplied.or_else(subject).or_else(over)?;
    let known = matches!(tokens.upos(what), Upos::Noun | Upos::Propn);
    if !known || referents.quantity(what).is_some() || referents.time(what).is_some() {
        return None;
    }
    let value = |value: &str, unit: Option<&str>| Filler::Value {
        value: value.to_owned(),
        unit: unit.map(str::to_owned),
    };
    let change = if times.starts_with("0.") { "decrease" } else { "increase" };
    let args = vec![
        scene.phrase("subject", what),
        scene.text("measure", measure(scene, what)),
        Arg { role: "value", span: tokens.span(word), filler: value(times, Some("times")) },
        Arg { role: "change", span: tokens.span(verb), filler: value(change, None) },
    ];
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    Some(scene.fact(FactKind::Measurement, "measurement/multiple", verb, certainty, args))
}
