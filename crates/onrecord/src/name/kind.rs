//! What sort of thing a name names.

use std::collections::BTreeMap;

use onrecord_resource::lexicon::Class;

use super::Name;
use super::chunk::{Chunk, HEADS, Words};
use crate::document::EntityKind;

/// Gives every chunk its kind; what is no name is dropped.
pub(super) fn decide(words: &Words, chunks: Vec<Chunk>) -> Vec<Name> {
    let first: Vec<(Chunk, Option<EntityKind>)> =
        chunks.into_iter().map(|chunk| (chunk, evident(words, chunk))).collect();
    // What is evident in one place holds in the others, also for the last word of a person's name.
    let mut known: BTreeMap<String, EntityKind> = BTreeMap::new();
    for (chunk, kind) in &first {
        let Some(kind) = *kind else { continue };
        known.entry(written(words, chunk.start..chunk.end)).or_insert(kind);
        if kind == EntityKind::Person && chunk.end - chunk.start > 1 {
            known.entry(words.text(chunk.end - 1).to_owned()).or_insert(kind);
        }
    }
    first
        .into_iter()
        .filter_map(|(chunk, kind)| {
            let recalled = || known.get(&written(words, chunk.start..chunk.end)).copied();
            let kind = kind.or_else(recalled).or_else(|| guess(words, chunk))?;
            Some(Name { start: chunk.start, end: chunk.end, kind, entry: chunk.hit.map(|hit| hit.entry) })
        })
        .collect()
}

fn written(words: &Words, range: std::ops::Range<usize>) -> String {
    range.map(|at| words.text(at)).collect::<Vec<_>>().join(" ")
}

/// The kind where lists, heads or titles say it.
fn evident(words: &Words, chunk: Chunk) -> Option<EntityKind> {
    let length = chunk.end - chunk.start;
    if let Some(hit) = chunk.hit {
        return Some(match words.lexicon.entry(hit).class {
            Class::Country => EntityKind::Country,
            Class::Organization => EntityKind::Organization,
            _ => EntityKind::Place,
        });
    }
    if titled(words, chunk.start) {
        return Some(EntityKind::Person);
    }
    // The head is the last word, or the last before "of": "Academy of Social Sciences".
    let linked = |at: &usize| matches!(words.text(*at), "of" | "for" | "on");
    let head = (chunk.start..chunk.end).find(linked).unwrap_or(chunk.end);
    if length > 1 {
        for class in HEADS {
            let heads = (chunk.start..head).find(|&at| words.class_end(at, class) == Some(head));
            if heads.is_some() {
                return Some(kind_of(class));
            }
        }
    }
    let given = words.class_end(chunk.start, Class::Given).is_some_and(|end| end < chunk.end);
    let family = (chunk.start + 1..chunk.end).any(|at| words.class_end(at, Class::Family) == Some(chunk.end));
    let heads = (chunk.start..chunk.end).any(|at| words.is(at, Class::OrganizationWord));
    if length > 1 && length <= 6 && !heads && (given || (family && !words.is(chunk.start, Class::Adjective)))
    {
        return Some(EntityKind::Person);
    }
    heads.then_some(EntityKind::Organization).filter(|_| length > 1)
}

/// Whether a title or an office stands right before word `at`.
fn titled(words: &Words, at: usize) -> bool {
    let from = at.saturating_sub(6);
    (from..at).any(|start| {
        words.class_end(start, Class::Honorific) == Some(at)
            || (words.class_end(start, Class::Office) == Some(at) && !words.text(at - 1).ends_with('s'))
    })
}

fn kind_of(class: Class) -> EntityKind {
    match class {
        Class::EventWord => EntityKind::Event,
        Class::ProgramWord => EntityKind::Program,
        Class::DocumentWord => EntityKind::Document,
        Class::PlaceWord => EntityKind::Place,
        _ => EntityKind::Organization,
    }
}

/// The kind where nothing says it: by the words around.
fn guess(words: &Words, chunk: Chunk) -> Option<EntityKind> {
    let length = chunk.end - chunk.start;
    let last = words.text(chunk.end - 1);
    let acronym =
        length == 1 && last.len() > 1 && last.chars().all(|c| c.is_uppercase() || c == '.' || c == '&');
    let before = if chunk.start > 0 { words.text(chunk.start - 1) } else { "" };
    if acronym {
        return Some(EntityKind::Organization);
    }
    if matches!(before, "in" | "near" | "at" | "from" | "across" | "outside") {
        return Some(EntityKind::Place);
    }
    if before.eq_ignore_ascii_case("the") {
        return Some(EntityKind::Organization);
    }
    match length {
        1 if words.begins_sentence(chunk.start) => {
            words.is(chunk.start, Class::Family).then_some(EntityKind::Person)
        }
        1 => words
            .is(chunk.start, Class::Family)
            .then_some(EntityKind::Person)
            .or(Some(EntityKind::Organization)),
        2 | 3 => Some(EntityKind::Person),
        _ => Some(EntityKind::Organization),
    }
}
