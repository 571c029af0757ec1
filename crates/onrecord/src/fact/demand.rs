//! Demands that a verb of saying makes of an auxiliary: "Russia said that Sudan *must* return the helicopter" is a request of
//! Russia to Sudan, though nobody requests in so many words.

use onrecord_resource::frame::Code;

use super::scene::{PLAIN, Scene};
use super::{actor, code};
use crate::document::{Fact, FactKind, Filler};
use crate::syntax::clause::{Function, is_verb};

/// The events of a demand that the verb at `word` is the content of, with the word.
pub(super) fn read(scene: &Scene, word: usize) -> Vec<(usize, Fact)> {
    let tokens = scene.referents.tokens();
    let predicate = is_verb(tokens, word) || tokens.child(word, &[crate::syntax::Relation::Cop]).is_some();
    if !predicate || !scene.clauses.is_obliged(word) || scene.is_asked(word) {
        return Vec::new();
    }
    let clause = scene.clauses.of_verb(word);
    let subject = clause.fillers.iter().find(|(function, _)| *function == Function::Subject);
    let (Some(&(_, asked)), Some(source)) = (subject, scene.source_of(word)) else { return Vec::new() };
    // "explained that they must", "agreed that they should": what is so, not what is asked for.
    if scene.cue_of(word).is_some_and(|cue| scene.clauses.governors.conceding.iter().any(|mild| mild == cue))
    {
        return Vec::new();
    }
    let acts = |word: usize| scene.referents.entity(word).is_some() || actor::acts(scene, word);
    let (asking, asked_of) = (scene.person("actor", source), scene.person("recipient", asked));
    let same = match (&asking.filler, &asked_of.filler) {
        (Filler::Entity(one), Filler::Entity(other)) => one == other,
        _ => asking.span == asked_of.span,
    };
    if same || !acts(source) || !acts(asked) || actor::codes(scene, asked).is_empty() {
        return Vec::new();
    }
    let request = Code { event: "REQUEST".to_owned(), mode: None, cameo: Some("100".to_owned()) };
    // As far as what is said goes: not "…, the minister said".
    let end = scene.said_until(word).unwrap_or(usize::MAX).min(tokens.subtree(word).end);
    let topic = scene.text("topic", word..end.max(word + 1));
    let mut args = vec![asking, asked_of, topic];
    let made = code::Act { mutual: false, together: false, clause: &clause, due: false };
    let events = code::events(scene, &request, made, &mut args);
    let fact = scene.fact(FactKind::Action, "action/ought", word, PLAIN, args);
    events.into_iter().map(|event| (word, Fact { plover: Some(Box::new(event)), ..fact.clone() })).collect()
}
