//! Political actors: which phrases act for a country or body, and their codes.
//!
//! An actor need not have a name: "Hungarian officials" act for Hungary, "rebels in the Ivory Coast" are its rebels. Such
//! a phrase is read by its words: those that name a country or body say for whom, the noun at its head says which branch.
//! Codes are a country or class of body, then the branch (PLOVER 0.8 manual): `HUNGOV`, `CIVREB`, `IGOUNO`.

use std::ops::Range;

use super::scene::Scene;
use crate::document::{Entity, EntityKind, Id};
use crate::syntax::Upos;

/// Whether the phrase of `head` can act though it has no name: its noun is listed for people or bodies, or it is said to
/// be of a country.
pub(super) fn acts(scene: &Scene, head: usize) -> bool {
    let ties = &scene.referents.named.ties;
    let noun = matches!(scene.referents.tokens().upos(head), Upos::Noun | Upos::Propn | Upos::Adj);
    noun && scene.referents.time(head).is_none()
        && (ties.branches.contains_key(&head) || ties.countries.contains_key(&head))
}

/// The codes of who the phrase of `head` acts for; several for "French and Egyptian warships" and for groups.
pub(super) fn codes(scene: &Scene, head: usize) -> Vec<String> {
    let referents = scene.referents;
    if let Some(entity) = referents.entity(head) {
        let members = referents.members(entity);
        let members = if members.is_empty() { std::slice::from_ref(&entity) } else { members };
        let own: Vec<String> = members.iter().filter_map(|&id| entity_code(scene, id)).collect();
        if !own.is_empty() {
            return own;
        }
    }
    let words = referents.phrase(head);
    let before = based(scene, words.start..head + 1);
    let bases = if before.is_empty() {
        based(scene, head + 1..words.end).into_iter().take(1).collect()
    } else {
        before
    };
    let branch = branch(scene, words.start..head + 1);
    bases.into_iter().map(|base| with_branch(base, branch)).collect()
}

/// The first of the `words` that stands for a country or body other than those of `but`, with its code: of "the Israeli
/// army" that of the army.
pub(super) fn first_code(scene: &Scene, words: Range<usize>, but: &[String]) -> Option<String> {
    let tokens = scene.referents.tokens();
    let code = |word: usize| {
        let base = base(scene, word)?;
        let head = tokens.head(word).filter(|&head| head > word && tokens.upos(head) != Upos::Verb);
        let branch = head.and_then(|head| branch(scene, head..head + 1)).or_else(|| branch(scene, word..word + 1));
        Some(with_branch(base, branch))
    };
    let mut found = words.filter_map(code).filter(|code| !but.contains(code));
    found.next()
}

/// The codes of the countries and bodies among `words`, each once.
fn based(scene: &Scene, words: Range<usize>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for code in words.filter_map(|word| base(scene, word)) {
        if !found.contains(&code) {
            found.push(code);
        }
    }
    found
}

/// The code of the country or body that the word names.
fn base(scene: &Scene, word: usize) -> Option<String> {
    let referents = scene.referents;
    let country = || referents.named.ties.countries.get(&word).cloned();
    let named = referents.covering(word).map(|id| referents.named.mentions[id].entity);
    named.and_then(|entity| entity_code(scene, entity)).or_else(country)
}

fn entity_code(scene: &Scene, entity: Id<Entity>) -> Option<String> {
    let row = &scene.referents.named.entities[entity];
    row.code.clone().filter(|_| row.kind != EntityKind::Place)
}

/// The branch of the last of `words` that tells.
fn branch<'a>(scene: &Scene<'a>, words: Range<usize>) -> Option<&'a str> {
    let branches = &scene.referents.named.ties.branches;
    words.rev().find_map(|word| branches.get(&word)?.as_deref())
}

/// `IRQ` and `GOV` make `IRQGOV`; a code that has a branch keeps it.
fn with_branch(base: String, branch: Option<&str>) -> String {
    match branch {
        Some(branch) if base.len() == 3 && !["IGO", "NGO", "MNC", "IMG", "ISM"].contains(&base.as_str()) => base + branch,
        _ => base,
    }
}
