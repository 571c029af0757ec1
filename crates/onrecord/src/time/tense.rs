//! What the words around an expression tell: past or coming, and whether it is a time at all.
//!
//! Written without the parse, so that the layer costs nothing more where nobody asked for one: the nearest verb form
//! that shows a tense, before or after, inside the sentence.

use super::resolve::Toward;
use super::when::{Fields, When};
use crate::grammar::{Scanned, Sort};

/// Words that make a clause future, whatever its verb.
const COMING: [&str; 22] = [
    "will",
    "ll",
    "shall",
    "going",
    "plan",
    "plans",
    "planned",
    "scheduled",
    "due",
    "expected",
    "expects",
    "expect",
    "upcoming",
    "set",
    "slated",
    "until",
    "deadline",
    "starting",
    "tomorrow",
    "intends",
    "hopes",
    "begins",
];
/// Past forms that do not end in -ed.
const GONE: [&str; 40] = [
    "was", "were", "had", "did", "said", "told", "made", "took", "came", "went", "gave", "met", "held",
    "won", "lost", "left", "began", "became", "rose", "fell", "saw", "got", "spoke", "wrote", "found", "led",
    "sent", "brought", "broke", "paid", "sold", "bought", "grew", "kept", "felt", "hit", "struck", "has",
    "since", "been",
];

/// Forms of the present, by which a sentence with a season or a month and no other tense tells what holds always.
const LASTING: [&str; 14] = [
    "is",
    "are",
    "can",
    "occurs",
    "occur",
    "usually",
    "often",
    "regularly",
    "generally",
    "always",
    "typically",
    "falls",
    "begins",
    "runs",
];

/// How many words away a verb may stand.
const REACH: usize = 14;

/// Whether what recurs is meant as past or as coming. News tells what has been: past, unless something says otherwise.
pub(crate) fn toward(scanned: Scanned<'_>, start: usize, end: usize) -> Toward {
    let ends = |at: usize| matches!(scanned.word(at), "." | "!" | "?" | ";");
    let tense = |at: usize| {
        let word = scanned.word(at);
        if COMING.contains(&word) {
            return Some(Toward::Future);
        }
        // "is to be held"
        if matches!(word, "is" | "are") && scanned.word(at + 1) == "to" {
            return Some(Toward::Future);
        }
        let past = GONE.contains(&word) || word.len() > 4 && word.ends_with("ed") && word.is_ascii();
        past.then_some(Toward::Past)
    };
    let before = (start.saturating_sub(REACH)..start).rev().take_while(|&at| !ends(at));
    let after = (end..(end + REACH).min(scanned.atoms.len())).take_while(|&at| !ends(at));
    let hit = |mut words: Box<dyn Iterator<Item = usize> + '_>| words.find_map(|at| Some((at, tense(at)?)));
    let (before, after) = (hit(Box::new(before)), hit(Box::new(after)));
    match (before, after) {
        (Some((a, x)), Some((b, y))) => {
            if start - a <= b - end + 1 {
                x
            } else {
                y
            }
        }
        (Some((_, x)), None) | (None, Some((_, x))) => x,
        (None, None) => {
            let lasting = |at: usize| LASTING.contains(&scanned.word(at));
            let before = (start.saturating_sub(REACH)..start).rev().take_while(|&at| !ends(at));
            let mut near =
                before.chain((end..(end + REACH).min(scanned.atoms.len())).take_while(|&at| !ends(at)));
            if near.any(lasting) { Toward::Always } else { Toward::Past }
        }
    }
}

/// Whether what the grammar found is no time here: a year-like number that is counted or numbered, a modal "May".
pub(crate) fn is_something_else(scanned: Scanned<'_>, start: usize, end: usize, when: &When) -> bool {
    let (before, after) = (scanned.before(start, 1), scanned.word(end));
    let glued = |at: usize| scanned.atoms.get(at).is_some_and(|a| a.glued);
    if looks_like_one(scanned, start, end, when) {
        return true;
    }
    if end == start + 1 {
        let atom = scanned.atoms.get(start).map(|a| a.sort);
        if let (Some(Sort::Digits(_)), When::Date(Fields { year: Some(year), .. })) = (atom, when) {
            return lone_year_is_a_number(scanned, start, end, *year);
        }
        if matches!(
            scanned.word(start),
            "May" | "March" | "Sun" | "Sat" | "Mar" | "April" | "June" | "August"
        ) {
            return name_not_month(scanned, start, end);
        }
    }
    // Part of a longer token: a version, an address, a hyphenated word.
    (glued(start) && matches!(before, "." | "/" | "_" | "@" | "#" | "$" | "€" | "£" | "="))
        || (glued(end) && matches!(after, "_" | "@" | "%" | "="))
}

/// Whether only the words are those of a time: a greeting, a telephone number, a share.
fn looks_like_one(scanned: Scanned<'_>, start: usize, end: usize, when: &When) -> bool {
    let (before, after) = (scanned.before(start, 1), scanned.word(end));
    let glued = |at: usize| scanned.atoms.get(at).is_some_and(|a| a.glued);
    // "Good morning", "the most up to date".
    if matches!(before, "good" | "Good") || before == "up" && scanned.word(start) == "to" {
        return true;
    }
    // A row of numbers with hyphens, a telephone number.
    let digits = |at: usize| scanned.word(at).bytes().next().is_some_and(|b| b.is_ascii_digit());
    if before == "-" && glued(start) && glued(start - 1) && start > 1 && digits(start) && digits(start - 2)
        || before == "/"
            && glued(start)
            && end == start + 1
            && start > 1
            && digits(start - 2)
            && scanned.before(start, 2).len() < 3
        || after == "-" && glued(end) && glued(end + 1) && digits(end - 1) && digits(end + 1)
    {
        return true;
    }
    // "a second wave" is the second one.
    let noun = |word: &str| word.len() > 3 && word.bytes().all(|b| b.is_ascii_lowercase());
    if end == start + 2 && scanned.word(start) == "a" && scanned.word(start + 1) == "second" && noun(after) {
        return true;
    }
    // "a quarter of the gas" is a share.
    if matches!(when, When::Length(_)) && scanned.word(end - 1) == "quarter" && after == "of" {
        return true;
    }
    false
}

#[expect(clippy::too_many_lines, reason = "two lists of words")]
fn lone_year_is_a_number(scanned: Scanned<'_>, start: usize, end: usize, year: i16) -> bool {
    let (before, after) = (scanned.before(start, 1), scanned.word(end));
    let glued = |at: usize| scanned.atoms.get(at).is_some_and(|a| a.glued);
    if glued(start) && !matches!(before, "(" | "[" | "-" | "–" | "—" | "/" | "\"" | "“" | "'" | "‘" | "’")
    {
        return true;
    }
    if glued(start)
        && before == "-"
        && scanned.atoms.get(start.wrapping_sub(1)).is_some_and(|a| a.glued)
        && !scanned.before(start, 2).bytes().all(|b| b.is_ascii_digit())
    {
        return true;
    }
    if glued(end) && after.chars().next().is_some_and(char::is_alphabetic) {
        return true;
    }
    // "EUR 2000", "ABC 2000": a code and its number.
    if (2..=4).contains(&before.len()) && before.bytes().all(|b| b.is_ascii_uppercase()) && before != "AD" {
        return true;
    }
    let cue = matches!(
        before.to_ascii_lowercase().as_str(),
        "in" | "since"
            | "by"
            | "of"
            | "from"
            | "until"
            | "till"
            | "to"
            | "between"
            | "before"
            | "after"
            | "during"
            | "early"
            | "late"
            | "mid"
            | "year"
            | "and"
            | "for"
            | "circa"
            | "around"
            | "("
            | "the"
    );
    if !(1500..=2100).contains(&year) && !cue {
        return true;
    }
    // What is counted, measured or numbered follows or stands before.
    let unit = matches!(
        after,
        "people"
            | "troops"
            | "men"
            | "women"
            | "soldiers"
            | "%"
            | "percent"
            | "km"
            | "kilometers"
            | "kilometres"
            | "miles"
            | "meters"
            | "metres"
            | "feet"
            | "tons"
            | "tonnes"
            | "dollars"
            | "euros"
            | "jobs"
            | "workers"
            | "employees"
            | "homes"
            | "MW"
            | "kg"
            | "times"
            | "words"
            | "deaths"
            | "cases"
            | "m"
            | "ft"
            | "students"
            | "children"
            | "members"
            | "refugees"
            | "votes"
            | "points"
            | "seats"
            | "pages"
            | "or"
            | "°"
            | "Hz"
            | "million"
            | "billion"
    );
    let numbered = matches!(
        before,
        "No" | "Resolution"
            | "Article"
            | "page"
            | "Page"
            | "Room"
            | "Flight"
            | "Route"
            | "Highway"
            | "Section"
            | "§"
            | "#"
            | "$"
            | "€"
            | "£"
            | "about"
            | "approximately"
            | "nearly"
            | "above"
            | "below"
            | "under"
            | "over"
            | "than"
            | "least"
            | "some"
            | "phone"
            | "number"
    );
    if unit && after != "or" || numbered {
        return true;
    }
    // "in 1200 villages": an old year before a plural noun is a number of them.
    let plural = after.len() > 4 && after.ends_with('s') && after.bytes().all(|b| b.is_ascii_lowercase());
    plural && !(1700..=2050).contains(&year)
}

fn name_not_month(scanned: Scanned<'_>, start: usize, end: usize) -> bool {
    let before = scanned.before(start, 1);
    let after = scanned.word(end);
    let first = start == 0 || matches!(before, "." | "!" | "?" | "\"" | "“" | ":");
    let capital =
        |at: usize| matches!(scanned.atoms.get(at).map(|a| a.sort), Some(Sort::Word { capital: true }));
    // "May I", "May God bless", "Theresa May", "Prime Minister May", "June said".
    let name = matches!(scanned.word(start), "May" | "April" | "June" | "August");
    let preposition = matches!(
        before.to_ascii_lowercase().as_str(),
        "in" | "of"
            | "since"
            | "by"
            | "until"
            | "from"
            | "last"
            | "next"
            | "this"
            | "to"
            | "late"
            | "early"
            | "mid"
            | "and"
            | "during"
            | "each"
            | "every"
    );
    let verb = matches!(
        after,
        "I" | "we"
            | "you"
            | "he"
            | "she"
            | "they"
            | "it"
            | "the"
            | "God"
            | "be"
            | "not"
            | "said"
            | "says"
            | "has"
            | "was"
    );
    (first && scanned.word(start) == "May" && (verb || capital(end)))
        || (name && !preposition && !first && start > 0 && capital(start - 1))
        || (name && !preposition && verb && scanned.word(start) != "August")
        || (matches!(scanned.word(start), "March") && matches!(after, "on" | "for") && !preposition)
        || (matches!(scanned.word(start), "Sun" | "Mar")
            && !preposition
            && (capital(end) || before == "the" || before == "The"))
}
