//! Names in quotation marks: programs, initiatives, plans.
//!
//! `the “Silk Road Economic Belt”` is a name, `a “world factory”` is not: a quoted name has capitals on all its content
//! words, is short, and is no sentence.

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;

/// Opening and closing marks; pages use them on the wrong side, so either may be either.
const MARKS: [&str; 6] = ["“", "”", "\"", "«", "»", "„"];

/// More words than this are speech.
const LONGEST: usize = 8;

/// The quoted names, in text order.
pub(super) fn read(words: &Words) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    let mark = |at: usize| MARKS.contains(&words.text(at));
    let mut at = 0;
    while at < words.len() {
        let close = (at + 2..(at + 2 + LONGEST).min(words.len())).find(|&end| mark(end));
        let Some(end) = close.filter(|_| mark(at)) else {
            at += 1;
            continue;
        };
        let Some(kind) = kind(words, at + 1, end) else {
            at += 1;
            continue;
        };
        names.push(Name { start: at + 1, end, kind, entry: None });
        at = end + 1;
    }
    names
}

/// What the words in quotation marks `start..end` name, if anything.
fn kind(words: &Words, start: usize, end: usize) -> Option<EntityKind> {
    let small =
        |at: &usize| matches!(words.text(*at), "of" | "the" | "and" | "for" | "on" | "to" | "-" | "–" | "a");
    let content = || (start..end).filter(|at| !small(at));
    let capital =
        |at: usize| words.is_capital(at) || words.text(at).starts_with(|c: char| c.is_ascii_digit());
    let said = words.text(end - 1).ends_with([',', '.', '!', '?']);
    if said || content().count() < 2 || !content().all(capital) {
        return None;
    }
    let near = |class: Class| {
        (start.saturating_sub(3)..start).chain(end..(end + 4).min(words.len())).any(|at| words.is(at, class))
    };
    if near(Class::OrganizationWord) && !near(Class::ProgramWord) {
        return Some(EntityKind::Organization);
    }
    Some(EntityKind::Program)
}
