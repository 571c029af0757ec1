//! Events that go both ways: of "Kenya and Oman met" each has met the other.
//!
//! A meeting and an agreement are one fact with all who take part, but an event is of one actor and one recipient (PLOVER 0.8
//! manual). Where those who take part stand side by side ("Kenya, Oman and Egypt signed", "talks between Kenya and Oman", "the
//! two ministers met"), the fact is repeated for every further pair, in both directions, with the same arguments, so that it is
//! linked to the first (`same_as`): whoever counts facts skips what is linked, whoever counts events takes all. Where one side
//! meets the other ("Kenya met with Oman") the first acts and the second receives, once. A visit has a guest and a host.

use super::actor;
use super::scene::Scene;
use crate::document::{Arg, Fact, FactKind, Plover};
use crate::syntax::Relation;

/// Actors whose pairs are told one by one: a summit of twenty says little of every two of them, and has one event.
const SEVERAL: usize = 3;

/// The fact, and behind it once more for every further event of a meeting or an agreement.
pub(super) fn told(scene: &Scene, mut fact: Fact) -> impl Iterator<Item = Fact> + use<> {
    let pairs = fact.plover.as_deref().map(|code| pairs(scene, &fact, code)).unwrap_or_default();
    let mut events = pairs.into_iter().map(Box::new);
    if let Some(first) = events.next() {
        fact.plover = Some(first);
    }
    let more: Vec<Fact> = events.map(|event| Fact { plover: Some(event), ..fact.clone() }).collect();
    std::iter::once(fact).chain(more)
}

/// The event once for every pair of those who take part; none where it has no more than the one it has.
fn pairs(scene: &Scene, fact: &Fact, code: &Plover) -> Vec<Plover> {
    let meets = matches!(fact.kind, FactKind::Meeting | FactKind::Agreement);
    let guest = code.mode.as_deref() == Some("visit");
    if !meets || guest || code.actor.is_none() || code.recipient.is_none() {
        return Vec::new();
    }
    let (one, other) = sides(scene, fact);
    let (one, other) = (codes(scene, &one), codes(scene, &other));
    let together = other.is_empty();
    if one.is_empty()
        || together && (one.len() < 2 || one.len() > SEVERAL)
        || one.len() * other.len() > SEVERAL
    {
        return Vec::new();
    }
    let to = if together { &one } else { &other };
    let pairs = one.iter().flat_map(|actor| to.iter().map(move |recipient| (actor, recipient)));
    let event = |(actor, recipient): (&String, &String)| Plover {
        actor: Some(actor.clone()),
        recipient: Some(recipient.clone()),
        ..code.clone()
    };
    pairs.filter(|(actor, recipient)| actor != recipient).map(event).collect()
}

/// Those who take part: the first with whoever is joined to them, and the others.
fn sides<'f>(scene: &Scene, fact: &'f Fact) -> (Vec<&'f Arg>, Vec<&'f Arg>) {
    let tokens = scene.referents.tokens();
    let part = |arg: &&Arg| matches!(arg.role, "participants" | "parties");
    let head = |arg: &Arg| scene.head_of(arg.span);
    let all: Vec<&Arg> = fact.args.iter().filter(part).collect();
    let Some(first) = all.iter().map(|arg| head(arg)).min() else { return (Vec::new(), Vec::new()) };
    let joined = actor::joined(scene, first);
    // "*We*, the ministers of Kenya and Oman": who stands in apposition is one of them.
    let beside = |word: usize| tokens.relation(word) == Relation::Appos && tokens.head(word) == Some(first);
    all.into_iter().partition(|arg| joined.contains(&head(arg)) || beside(head(arg)))
}

/// The codes of those who take part, each once.
fn codes(scene: &Scene, args: &[&Arg]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for arg in args {
        let own = actor::codes_of(scene, arg);
        found.extend(own.into_iter().filter(|code| !found.contains(code)).collect::<Vec<_>>());
    }
    found
}
