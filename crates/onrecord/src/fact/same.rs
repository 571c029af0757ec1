//! Facts that a document states twice: linked to the first telling, never dropped.
//!
//! Two facts say the same if they are of one kind, polarity and modality and their arguments stand for the same: entities by
//! identity, numbers and times by value, other words as they are written, without case; and if their times may be one. "Kenya may
//! sign" does not tell what "Kenya signed" does. What a
//! document names twice, in a headline and in the text, so counts once for whoever wants it to. A visit is the same if
//! visitor and destination are, however it is called: "paid a state visit to China", "arrived in China".

use std::collections::BTreeMap;

use crate::document::{Arg, Fact, FactKind, Filler, Id, Modality, Polarity, Time};
use crate::resolve::refer::Referents;

/// The first tellings that differ in their times: row and time.
type Tellings = Vec<(usize, Option<Id<Time>>)>;

/// What a fact says: kind, polarity, modality and arguments.
type Said = (FactKind, Polarity, Modality, Vec<(&'static str, String)>);

/// First tellings that a fact is compared with, of those that differ in their times alone.
const TELLINGS: usize = 8;

/// Links every fact to the first one that says the same.
pub(super) fn link(facts: &mut [Fact], referents: &Referents) {
    let mut first: BTreeMap<Said, Tellings> = BTreeMap::new();
    for (row, fact) in facts.iter_mut().enumerate() {
        let visit = fact.kind == FactKind::Visit;
        let says = fact.args.iter().filter(|arg| !visit || matches!(arg.role, "visitor" | "destination"));
        let mut args: Vec<(&'static str, String)> =
            says.map(|arg| (arg.role, told(arg, referents))).collect();
        args.sort();
        let tellings = first.entry((fact.kind, fact.polarity, fact.modality, args)).or_default();
        let same = tellings.iter().take(TELLINGS).find(|(_, time)| !apart(referents, *time, fact.time));
        fact.same_as = same.map(|&(earlier, _)| Id::new(earlier));
        if same.is_none() {
            tellings.push((row, fact.time));
        }
    }
}

/// Whether the two times have no moment in common: "visited China in May" and "in June" are two visits.
fn apart(referents: &Referents, one: Option<Id<Time>>, other: Option<Id<Time>>) -> bool {
    let interval = |id: Option<Id<Time>>| {
        let time = &referents.named.times[id?];
        Some((time.begin?.at, time.end?.at))
    };
    match (interval(one), interval(other)) {
        (Some((begin, end)), Some((from, to))) => end <= from || to <= begin,
        _ => false,
    }
}

/// What an argument stands for.
fn told(arg: &Arg, referents: &Referents) -> String {
    match &arg.filler {
        Filler::Entity(id) => format!("#{}", id.row()),
        Filler::Time(id) => referents.named.times[*id].value.clone(),
        Filler::Quantity(id) => {
            let quantity = &referents.named.quantities[*id];
            format!("{:?} {:?} {:?}", quantity.value, quantity.unit, quantity.modifier)
        }
        Filler::Value { value, unit } => format!("{value} {unit:?}"),
        Filler::Length { value, unit, modifier } => format!("{value} {unit} {modifier:?}"),
        Filler::Text => referents.reading.text.slice(arg.span).to_lowercase(),
    }
}
