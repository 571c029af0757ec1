//! What the words around an expression tell: past or coming.
//!
//! Written without the parse, so that the layer costs nothing more where nobody asked for one: the nearest verb form
//! that shows a tense, before or after, inside the sentence. The words are in `resources/time/around.toml`.

use super::beside::{COMING, COMING_UNTIL, GONE, LASTING, PASSIVE, TIMETABLE};
use super::resolve::Toward;
use super::when::{Fields, When};
use crate::grammar::{Beside, Scanned};

/// How many words away a verb may stand.
const REACH: usize = 14;

/// Whether what recurs is meant as past or as coming. News tells what has been: past, unless something says otherwise.
pub(super) fn toward(words: &Beside, scanned: Scanned<'_>, start: usize, end: usize, when: &When) -> Toward {
    let ends = |at: &usize| matches!(scanned.word(*at), "." | "!" | "?" | ";");
    let before = || (start.saturating_sub(REACH)..start).rev().take_while(|at| !ends(at));
    let after = || (end..(end + REACH).min(scanned.atoms.len())).take_while(|at| !ends(at));
    let tense = |at: usize| tense(words, scanned, at).map(|tense| (at, tense));
    match (before().find_map(tense), after().find_map(tense)) {
        (Some((a, x)), Some((b, y))) => {
            if start - a <= b - end + 1 {
                x
            } else {
                y
            }
        }
        (Some((_, x)), None) | (None, Some((_, x))) => x,
        (None, None) => {
            let near = |list: usize| before().chain(after()).any(|at| words.has(list, scanned.word(at)));
            let day = matches!(when, When::Date(Fields { year: None, .. }) if !long(when));
            if words.has(COMING_UNTIL, scanned.before(start, 1)) || day && near(TIMETABLE) {
                Toward::Future
            } else if near(LASTING) {
                Toward::Always
            } else {
                Toward::Past
            }
        }
    }
}

/// Whether it is a month without a day.
fn long(when: &When) -> bool {
    matches!(when, When::Date(Fields { month: Some(_), day: None, .. }))
}

/// The tense that atom `at` shows, if it shows one.
fn tense(words: &Beside, scanned: Scanned<'_>, at: usize) -> Option<Toward> {
    let word = scanned.word(at);
    // "is to be held"
    if words.has(COMING, word) || matches!(word, "is" | "are") && scanned.word(at + 1) == "to" {
        return Some(Toward::Future);
    }
    let regular = word.len() > 4 && word.ends_with("ed") && word.bytes().all(|b| b.is_ascii_lowercase());
    let past = regular || words.has(GONE, word);
    // "will be held": the participle of a passive has no tense.
    let passive = (1..=2).any(|back| words.has(PASSIVE, scanned.before(at, back)));
    (past && !passive).then_some(Toward::Past)
}
