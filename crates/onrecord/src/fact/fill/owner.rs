//! Who is judged by what is theirs: a possessor, "of" or "by" behind the thing, or a country before it.

use onrecord_resource::frame::Type;

use super::REACH;
use super::argument::is_of;
use crate::document::{Arg, Entity, Filler, Id};
use crate::fact::actor;
use crate::fact::scene::Scene;
use crate::syntax::{Relation, Upos};

/// Whose the thing is that is praised, blamed or refused: of "praised *Oman's* reforms" and "welcomed the growth of *China*" they
/// are judged with it.
pub(in crate::fact) fn owner(scene: &Scene, args: &[Arg]) -> Option<Arg> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let mut recipients = args.iter().filter(|arg| arg.role == "recipient");
    let (thing, None) = (recipients.next()?, recipients.next()) else { return None };
    let head = scene.head_of(thing.span);
    if thing.filler != Filler::Text || actor::acts(scene, head) {
        return None;
    }
    // "rejected an appeal *by Oman*", "praised the growth *of China*"
    let of = |child: usize| {
        scene.clauses.case(child).is_some_and(|case| matches!(referents.text(case), "of" | "by"))
    };
    let owns = |at: usize| match tokens.relation(at) {
        Relation::NmodPoss => true,
        Relation::Nmod => of(at),
        _ => false,
    };
    // "the growth and construction *of China*", as far as a comma.
    let words = referents.words_of(thing.span).take(REACH);
    let near = words.take_while(|&at| tokens.upos(at) != Upos::Punct || at < head);
    let whose = tokens.child(head, &[Relation::NmodPoss]);
    let known = |id: Id<Entity>| {
        let told = |id: Id<Entity>| args.iter().any(|arg| arg.filler == Filler::Entity(id));
        told(id) || referents.members(id).iter().any(|&id| told(id))
    };
    let named = whose.into_iter().chain(near.filter(|&at| owns(at))).find_map(|at| {
        let entity = referents.entity(at)?;
        (is_of(referents.kind(entity), Type::Actor) && !known(entity)).then(|| scene.phrase("recipient", at))
    });
    // "denounced *US* plans": a country before the noun.
    let before = || {
        let beside = |at: &usize| {
            matches!(tokens.relation(*at), Relation::Amod | Relation::Compound | Relation::NmodDesc)
        };
        let at = tokens
            .children(head)
            .filter(beside)
            .find(|at| *at < head && referents.country_among(*at..at + 1).is_some())?;
        let country = referents.country_among(at..at + 1).filter(|&id| !known(id))?;
        let span = scene.phrase("recipient", at).span;
        Some(Arg { role: "recipient", span, filler: Filler::Entity(country) })
    };
    named.or_else(before)
}
