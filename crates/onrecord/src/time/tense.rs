//! What the words around an expression tell: past or coming.
//!
//! Written without the parse, so that the layer costs nothing more where nobody asked for one: the nearest verb form
//! that shows a tense, before or after, inside the sentence. The words are in `resources/time/around.toml`.

use super::alike::Place;
use super::beside::{
    CLAUSE, COMING, COMING_UNTIL, CONTRACT, COPULA, DEADLINE, GONE, LASTING, PASSIVE, PREPOSITION, RECORD,
    TIMETABLE,
};
use super::resolve::{Anchor, Resolved, Toward};
use super::when::{Fields, When};
use crate::grammar::{Beside, Scanned};

/// How many words away a verb may stand.
const REACH: usize = 14;
/// How many words before an amount a superlative may stand.
const NEAR: usize = 6;

/// Whether what recurs is meant as past or as coming. News tells what has been: past, unless something says otherwise. In
/// what one says to an assistant it is the other way round: "call her *on Friday*", but "who called *on Friday*?".
pub(super) fn toward(place: Place<'_>, when: &When) -> Toward {
    let Place { words, scanned, start, end, phrase } = place;
    let deadline = words.before(scanned, start, DEADLINE..DEADLINE + 1).is_some();
    if deadline || long(when) && words.has(CONTRACT, scanned.word(end)) {
        return Toward::Future;
    }
    // "the best in ten years" looks back.
    let amount = matches!(when, When::Shift { sign: 1.., from: None, .. });
    let record = |at: usize| words.has(RECORD, scanned.word(at)) || superlative(scanned.word(at));
    if amount && (start.saturating_sub(NEAR)..start).any(record) {
        return Toward::Past;
    }
    let ends = |at: &usize| ends_sentence(scanned, *at);
    let before = || (start.saturating_sub(REACH)..start).rev().take_while(|at| !ends(at));
    let after = || (end..(end + REACH).min(scanned.atoms.len())).take_while(|at| !ends(at));
    let tense = |at: usize| tense(words, scanned, at).map(|tense| (at, tense));
    match (before().find_map(tense), after().find_map(tense)) {
        (Some((a, x)), Some((b, y))) => {
            // "said Tuesday that he would": another clause.
            let clause = (end..b).any(|at| words.has(CLAUSE, scanned.word(at)));
            // "will meet her on Friday, Ode said": so is what stands behind a comma, unless the time opens it.
            let first = start - usize::from(words.has(PREPOSITION, scanned.before(start, 1)));
            let opens = first == 0 || matches!(scanned.before(first, 1), "," | "and" | "but");
            let apart = clause || scanned.word(end) == "," && !opens;
            if apart || start - a <= b - end + 1 { x } else { y }
        }
        (Some((_, x)), None) | (None, Some((_, x))) => x,
        (None, None) if phrase => Toward::Future,
        (None, None) => {
            let near = |list: usize| before().chain(after()).any(|at| words.has(list, scanned.word(at)));
            if words.has(COMING_UNTIL, scanned.before(start, 1))
                || (day(when) || amount) && near(TIMETABLE)
                || day(when) && words.has(COPULA, scanned.before(start, 1))
            {
                Toward::Future
            } else if near(LASTING) {
                Toward::Always
            } else {
                Toward::Past
            }
        }
    }
}

impl Place<'_> {
    /// Whether the time is a later one than `anchor` of which the words around it say that it is to come: no narrative stands there.
    pub(super) fn is_to_come(self, when: &When, resolved: &Resolved, anchor: &Anchor) -> bool {
        let later = match resolved {
            Resolved::Slot(slot) => anchor.now.is_some_and(|now| slot.start.year() > now.year()),
            _ => false,
        };
        later && toward(self, when) == Toward::Future
    }
}

/// Whether atom `at` ends a sentence.
fn ends_sentence(scanned: Scanned<'_>, at: usize) -> bool {
    match scanned.word(at) {
        // "at 7 a.m. and", "Mr. Smith", "Nov. 5": a point that ends no sentence. But "on *July 15.* Courts will decide".
        "." => {
            let before = scanned.before(at, 1);
            let whole = before.len() > 2 || before.bytes().all(|b| b.is_ascii_digit());
            let marks = matches!(scanned.word(at + 1), "\"" | "”" | "“" | "’" | "‘" | ")");
            whole && !scanned.word(at + 1 + usize::from(marks)).starts_with(|c: char| !c.is_uppercase())
        }
        "!" | "?" | ";" => true,
        _ => false,
    }
}

/// Whether it is a month without a day.
fn long(when: &When) -> bool {
    matches!(when, When::Date(Fields { month: Some(_), day: None, .. }))
}

/// Whether a word has the form of a superlative.
fn superlative(word: &str) -> bool {
    word.len() > 5 && word.ends_with("est") && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// Whether it is a day without a year, or a time of such a day.
fn day(when: &When) -> bool {
    match when {
        When::Date(Fields { year: None, .. }) => !long(when),
        When::In { outer: of, .. } | When::Edge { of, .. } => day(of),
        _ => false,
    }
}

/// The tense that atom `at` shows, if it shows one.
fn tense(words: &Beside, scanned: Scanned<'_>, at: usize) -> Option<Toward> {
    let word = scanned.word(at);
    let lists = words.lists(word);
    // "is to be held"
    if lists.has(COMING) || lists.has(COPULA) && scanned.word(at + 1) == "to" {
        return Some(Toward::Future);
    }
    let regular = word.len() > 4 && word.ends_with("ed") && word.bytes().all(|b| b.is_ascii_lowercase());
    let past = regular || lists.has(GONE);
    // "proposed that it *be held* in 2027"; what can be done has no time.
    let able = matches!(scanned.before(at, 2), "can" | "could" | "may" | "might");
    if past && scanned.before(at, 1).eq_ignore_ascii_case("be") && !able {
        return Some(Toward::Future);
    }
    // "was held": the participle of a passive has no tense.
    let passive = || (1..=2).any(|back| words.has(PASSIVE, scanned.before(at, back)));
    (past && !passive()).then_some(Toward::Past)
}
