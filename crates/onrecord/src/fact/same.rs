//! Facts that a document states twice: linked to the first telling, never dropped.
//!
//! Two facts say the same if they are of one kind and polarity and their arguments stand for the same: entities by
//! identity, numbers and times by value, other words as they are written, without case. What a document names twice, in
//! a headline and in the text, so counts once for whoever wants it to.

use std::collections::BTreeMap;

use crate::document::{Arg, Fact, FactKind, Filler, Id, Polarity};
use crate::resolve::refer::Referents;

/// What a fact says: kind, polarity and arguments.
type Said = (FactKind, Polarity, Vec<(&'static str, String)>);

/// Links every fact to the first one that says the same.
pub(super) fn link(facts: &mut [Fact], referents: &Referents) {
    let mut first: BTreeMap<Said, usize> = BTreeMap::new();
    for (row, fact) in facts.iter_mut().enumerate() {
        let mut args: Vec<(&'static str, String)> =
            fact.args.iter().map(|arg| (arg.role, told(arg, referents))).collect();
        args.sort();
        let earlier = *first.entry((fact.kind, fact.polarity, args)).or_insert(row);
        fact.same_as = (earlier != row).then(|| Id::new(earlier));
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
        Filler::Text => referents.reading.text.slice(arg.span).to_lowercase(),
    }
}
