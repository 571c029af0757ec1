//! What the words around a number tell: how it is meant, what it counts, and whether it is a quantity at all.

use super::Amount;
use crate::document::{QuantityLabel, Reading};
use crate::grammar::{Scanned, Sort};
use crate::text::Span;

/// Words before a number, the longer first, with the modifier they mean.
const BEFORE: [(&str, &str); 62] = [
    ("at least", "at_least"),
    ("not less than", "at_least"),
    ("no less than", "at_least"),
    ("no fewer than", "at_least"),
    ("not fewer than", "at_least"),
    ("a minimum of", "at_least"),
    ("minimum of", "at_least"),
    ("min", "at_least"),
    ("greater than or equal to", "at_least"),
    ("more than or equal to", "at_least"),
    ("or equal to", "at_least"),
    ("at most", "at_most"),
    ("not more than", "at_most"),
    ("no more than", "at_most"),
    ("up to", "at_most"),
    ("less than or equal to", "at_most"),
    ("a maximum of", "at_most"),
    ("maximum of", "at_most"),
    ("as much as", "at_most"),
    ("as many as", "at_most"),
    ("no greater than", "at_most"),
    ("not exceed", "at_most"),
    ("not exceeding", "at_most"),
    ("more than", "more_than"),
    ("over", "more_than"),
    ("above", "more_than"),
    ("exceeds", "more_than"),
    ("exceeded", "more_than"),
    ("exceed", "more_than"),
    ("exceeding", "more_than"),
    ("greater than", "more_than"),
    ("higher than", "more_than"),
    ("larger than", "more_than"),
    ("bigger than", "more_than"),
    ("well over", "more_than"),
    ("has passed", "more_than"),
    ("surpassed", "more_than"),
    ("in excess of", "more_than"),
    ("upwards of", "more_than"),
    ("topped", "more_than"),
    ("beyond", "more_than"),
    ("just over", "more_than"),
    (">", "more_than"),
    ("less than", "less_than"),
    ("fewer than", "less_than"),
    ("under", "less_than"),
    ("below", "less_than"),
    ("smaller than", "less_than"),
    ("lower than", "less_than"),
    ("just under", "less_than"),
    ("<", "less_than"),
    ("about", "approx"),
    ("around", "approx"),
    ("approximately", "approx"),
    ("roughly", "approx"),
    ("nearly", "approx"),
    ("almost", "approx"),
    ("some", "approx"),
    ("close to", "approx"),
    ("circa", "approx"),
    ("~", "approx"),
    ("an estimated", "approx"),
];

/// Words after a number.
const AFTER: [(&str, &str); 6] = [
    ("or more", "at_least"),
    ("or less", "at_most"),
    ("or so", "approx"),
    ("or fewer", "at_most"),
    ("and above", "at_least"),
    ("and over", "at_least"),
];

/// How the number at `start..end` is meant.
pub(super) fn modifier(scanned: Scanned<'_>, start: usize, end: usize) -> Option<&'static str> {
    let is = |at: usize, word: &str| scanned.word(at).eq_ignore_ascii_case(word);
    // "some 40", but "some of the 40"; "about the 40" is not approximate either, so the words must be adjacent.
    let hit = BEFORE.iter().filter(|(words, _)| {
        let count = words.split(' ').count();
        start
            .checked_sub(count)
            .is_some_and(|from| words.split(' ').enumerate().all(|(i, word)| is(from + i, word)))
    });
    let longest = hit.max_by_key(|(words, _)| words.len());
    let after =
        || AFTER.iter().find(|(words, _)| words.split(' ').enumerate().all(|(i, word)| is(end + i, word)));
    longest.or_else(after).map(|(_, modifier)| *modifier)
}

/// Words that a number names or numbers.
const NUMBERED: [&str; 40] = [
    "resolution",
    "article",
    "articles",
    "section",
    "chapter",
    "page",
    "pages",
    "pp",
    "paragraph",
    "flight",
    "route",
    "highway",
    "room",
    "no",
    "nos",
    "item",
    "annex",
    "protocol",
    "directive",
    "regulation",
    "grade",
    "level",
    "phase",
    "stage",
    "version",
    "figure",
    "fig",
    "table",
    "volume",
    "vol",
    "issue",
    "channel",
    "boeing",
    "airbus",
    "part",
    "line",
    "gate",
    "apollo",
    "formula",
    "windows",
];

/// Whether a plain number is inside a name, or numbers something.
pub(super) fn is_part_of_a_name(scanned: Scanned<'_>, start: usize, end: usize, amount: &Amount) -> bool {
    let near = |at: usize| scanned.atoms.get(at).is_some_and(|a| a.glued);
    let plain = amount.unit.is_none() && amount.label == QuantityLabel::Number;
    let digits = scanned.atoms.get(start).is_some_and(|a| !matches!(a.sort, Sort::Word { .. } | Sort::Sign));
    let before = scanned.before(start, 1);
    let word = |text: &str| text.chars().next_back().is_some_and(char::is_alphabetic);
    let code = |text: &str| text.chars().any(char::is_uppercase);
    if !digits {
        return false;
    }
    // G20, 5G, COVID-19, S-400, A-10; 4x4.
    let tied = near(start)
        && (word(before)
            || matches!(before, "_" | "#" | "@")
            || before == "-" && near(start - 1) && code(scanned.before(start, 2)));
    let tail = near(end) && word(scanned.word(end)) && plain;
    let lower = before.to_lowercase();
    let numbered = plain && !near(start) && NUMBERED.contains(&lower.as_str());
    let dotted = plain && numbered_after_abbreviation(scanned, start);
    tied && plain || tail || numbered || dotted
}

/// "No. 5", "Art. 7".
fn numbered_after_abbreviation(scanned: Scanned<'_>, start: usize) -> bool {
    scanned.before(start, 1) == "."
        && matches!(
            scanned.before(start, 2),
            "No" | "no" | "Art" | "art" | "Nos" | "p" | "pp" | "Sec" | "Vol" | "Fig"
        )
}

/// Words at which a counted noun phrase ends.
const ENDS: [&str; 60] = [
    "of", "in", "on", "at", "to", "from", "by", "with", "for", "and", "or", "but", "that", "which", "who",
    "were", "was", "are", "is", "have", "has", "had", "will", "would", "per", "as", "than", "after",
    "before", "during", "over", "under", "between", "since", "into", "out", "up", "down", "the", "a", "an",
    "its", "their", "his", "her", "our", "this", "these", "those", "it", "they", "he", "she", "we", "you",
    "i", "not", "did", "when", "while",
];

/// The noun that a number counts with its own modifiers: "40,000 *foreign troops* were sent".
pub(super) fn counted(reading: &Reading, scanned: Scanned<'_>, end: usize) -> Option<Span> {
    let mut at = end;
    while at < end + 5 {
        let atom = scanned.atoms.get(at)?;
        let word = scanned.word(at);
        let noun = matches!(atom.sort, Sort::Word { .. }) && !ENDS.contains(&word.to_lowercase().as_str());
        let hyphen = word == "-" && atom.glued;
        if !(noun || hyphen) {
            break;
        }
        at += 1;
        // A plural closes the phrase, unless another noun is to come.
        if noun && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss")
            || matches!(word, "people" | "men" | "women" | "children")
        {
            break;
        }
    }
    let (first, last) = (scanned.atoms.get(end)?, scanned.atoms.get(at.checked_sub(1)?)?);
    reading.text.span(first.start as usize..last.end as usize).filter(|_| at > end)
}
