//! Facts: what the text says of the entities it names, each with the characters that support it.
//!
//! Most facts come out of frames ([`frame`]): data says which verbs and nouns carry which kind, the clause reader says
//! who fills the roles. A few kinds have a logic of their own, since no verb need carry them: an office beside its
//! holder ([`position`]), another name ([`alias`]), a party after a member ([`membership`]), a number and what it
//! counts ([`measurement`], [`duration`]), how old somebody is ([`age`]), a place in an order ([`ranking`]), a named
//! happening ([`event`]), and what is quoted ([`quoted`]). All are put together by one [`Scene`], which knows who
//! vouches for what.

mod actor;
mod age;
mod alias;
mod code;
mod demand;
mod duration;
mod event;
mod explain;
mod figures;
mod fill;
mod frame;
mod hearer;
mod measurement;
mod membership;
mod multiple;
mod mutual;
mod nested;
mod once;
mod open;
mod position;
mod quoted;
mod quoting;
mod ranking;
mod same;
mod scene;
mod when;
mod whom;
mod whose;

pub(crate) use event::due;
pub use explain::Explained;
pub(crate) use frame::Frames;
use scene::Scene;

use std::collections::BTreeMap;

use onrecord_resource::cue::Cues;

use crate::document::{Fact, Quotation};
use crate::resolve::refer::Referents;
use crate::syntax::clause::Clauses;

/// The facts of a document, in the order of their evidence; with `open` also every clause as a relation.
pub(crate) fn read(
    frames: &Frames,
    cues: &Cues,
    clauses: Clauses,
    referents: &Referents,
    quotations: &[Quotation],
    confidence: &BTreeMap<String, u8>,
    open: bool,
) -> Vec<Fact> {
    let scene = Scene::new(clauses, referents, quotations);
    let mut facts = position::read(&scene);
    facts.extend(alias::read(&scene));
    facts.extend(quoted::read(&scene, cues));
    facts.extend(membership::read(&scene));
    facts.extend(event::read(&scene));
    facts.extend(measurement::read(&scene));
    facts.extend(multiple::read(&scene));
    facts.extend(duration::read(&scene));
    age::settle(&scene, &mut facts);
    facts.extend(ranking::read(&scene));
    for fact in &mut facts {
        // What a rule was never seen to find is as sure as the rest of its kind.
        fact.confidence = *confidence.get(fact.kind.name()).unwrap_or(&fact.confidence);
    }
    let acts = frames.read(&scene);
    figures::settle(&scene, &acts, &mut facts);
    event::settle(&acts, &mut facts);
    quoted::settle(&scene, &acts, &mut facts);
    facts.extend(acts.into_iter().flat_map(|(_, fact)| mutual::told(&scene, fact)));
    if open {
        facts.extend(open::read(&scene));
    }
    // Keys of their own take less memory than the half of the facts that would be moved out of the way.
    facts.sort_by_cached_key(|fact| (fact.evidence.start(), fact.evidence.end(), fact.kind));
    for fact in &mut facts {
        fact.confidence = confidence.get(&fact.rule).copied().unwrap_or(fact.confidence);
    }
    same::link(&mut facts, referents);
    facts
}

/// What was read of every predicate of a document, and which frames it evoked.
pub(crate) fn explain(
    frames: &Frames,
    clauses: Clauses,
    referents: &Referents,
    quotations: &[Quotation],
) -> Vec<Explained> {
    explain::read(frames, &Scene::new(clauses, referents, quotations))
}

#[cfg(test)]
mod tests;
