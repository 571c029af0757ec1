//! What the words around a number tell: how it is meant, what it counts, and whether it is a quantity at all.

use super::Amount;
use crate::document::{QuantityLabel, Reading};
use crate::grammar::{Exact, Phrase, Scanned, Sort};
use crate::text::Span;

/// Words before a number, the longer first, with the modifier they mean.
const BEFORE: &[(&str, &str)] = &[
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
    ("bigger or equal than", "at_least"),
    ("greater or equal than", "at_least"),
    ("higher or equal than", "at_least"),
    ("more or equal than", "at_least"),
    ("equal to or more than", "at_least"),
    ("> =", "at_least"),
    ("smaller or equal than", "at_most"),
    ("lower or equal than", "at_most"),
    ("less or equal than", "at_most"),
    ("equal to or less than", "at_most"),
    ("< =", "at_most"),
    ("surpass", "more_than"),
    ("surpasses", "more_than"),
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
const AFTER: &[(&str, &str)] = &[
    ("or more", "at_least"),
    ("or less", "at_most"),
    ("or greater", "at_least"),
    ("or above", "at_least"),
    ("or higher", "at_least"),
    ("or over", "at_least"),
    ("or below", "at_most"),
    ("or lower", "at_most"),
    ("or under", "at_most"),
    ("or so", "approx"),
    ("or fewer", "at_most"),
    ("and above", "at_least"),
    ("and over", "at_least"),
];

/// How the number at `start..end` is meant.
pub(super) fn modifier(scanned: Scanned<'_>, start: usize, end: usize) -> Option<&'static str> {
    let is = |at: usize, word: &str| scanned.word(at).eq_ignore_ascii_case(word);
    // "some 40", but "some of the 40"; "about the 40" is not approximate either, so the words must be adjacent.
    // The last word settles most entries; it is looked at first.
    let last = scanned.before(start, 1).to_lowercase();
    let hit =
        BEFORE.iter().filter(|(words, _)| !last.is_empty() && words.ends_with(&last)).filter(|(words, _)| {
            let count = words.split(' ').count();
            start
                .checked_sub(count)
                .is_some_and(|from| words.split(' ').enumerate().all(|(i, word)| is(from + i, word)))
        });
    let longest = hit.max_by_key(|(words, _)| words.len());
    let after =
        || AFTER.iter().find(|(words, _)| words.split(' ').enumerate().all(|(i, word)| is(end + i, word)));
    // "about five hundred or more": the bound says more.
    let longest = longest.filter(|(_, modifier)| *modifier != "approx" || after().is_none());
    longest.or_else(after).map(|(_, modifier)| *modifier)
}

/// Verbs of change: what goes "from A to B" after one has two values and is no interval.
const CHANGES: &[&str] = &[
    "rose",
    "risen",
    "rise",
    "rises",
    "rising",
    "increased",
    "increase",
    "increases",
    "increasing",
    "grew",
    "grown",
    "grow",
    "growing",
    "fell",
    "fallen",
    "fall",
    "falls",
    "falling",
    "dropped",
    "drop",
    "dropping",
    "declined",
    "decline",
    "declining",
    "decreased",
    "decrease",
    "decreasing",
    "climbed",
    "climb",
    "climbing",
    "jumped",
    "jump",
    "soared",
    "surged",
    "up",
    "down",
    "raised",
    "raise",
    "raising",
    "cut",
    "lowered",
    "reduced",
    "reduce",
    "reducing",
    "went",
    "narrowed",
    "widened",
    "slowed",
    "accelerated",
    "doubled",
    "expanded",
    "shrank",
    "slipped",
    "slid",
    "plunged",
    "changed",
    "moved",
    "upgraded",
];
/// How many words before the range the verb may stand.
const REACH: usize = 8;

/// What a phrase is here: itself, both ends of a change, or another unit than the letter alone would say.
pub(super) fn readings(scanned: Scanned<'_>, found: Phrase<Amount>) -> impl Iterator<Item = Phrase<Amount>> {
    let pair = change(scanned, &found);
    let one = pair.is_none().then(|| trimmed(scanned, found));
    pair.into_iter().flatten().chain(one)
}

fn change(scanned: Scanned<'_>, found: &Phrase<Amount>) -> Option<[Phrase<Amount>; 2]> {
    let Phrase { start, end, ref meaning } = *found;
    let (label, high) = (meaning.ends?, meaning.high?);
    if !scanned.word(start).eq_ignore_ascii_case("from") {
        return None;
    }
    let to = (start..end).find(|&at| scanned.word(at).eq_ignore_ascii_case("to"))?;
    let mut before = (start.saturating_sub(REACH)..start).rev().map(|at| scanned.word(at));
    let verb = before
        .by_ref()
        .take_while(|word| *word != ".")
        .any(|word| CHANGES.contains(&word.to_lowercase().as_str()));
    // The lower end stands first in the meaning; in the text it may stand last.
    let fell = [
        "fell", "fall", "drop", "declin", "decreas", "cut", "lower", "reduc", "down", "narrow", "slid",
        "slip", "plung", "shr",
    ];
    let nearest = (start.saturating_sub(REACH)..start).rev().map(|at| scanned.word(at).to_lowercase());
    let falls = nearest.into_iter().any(|word| fell.iter().any(|stem| word.starts_with(stem)));
    let (first, last) = if falls { (Some(high), meaning.value) } else { (meaning.value, Some(high)) };
    let single = |start, end, value| {
        let meaning = Amount { label, value, high: None, ends: None, ..meaning.clone() };
        Phrase { start, end, meaning }
    };
    verb.then(|| [single(start + 1, to, first), single(to + 1, end, last)])
}

/// "40 F-16 jets": the letter begins a name. "9m": metres, unless what is counted follows.
fn trimmed(scanned: Scanned<'_>, found: Phrase<Amount>) -> Phrase<Amount> {
    let Phrase { start, end, meaning } = &found;
    let last = end.saturating_sub(1);
    let near = |at: usize| scanned.atoms.get(at).is_some_and(|a| a.glued);
    let capital = matches!(scanned.atoms.get(last).map(|a| a.sort), Some(Sort::Word { capital: true }));
    let measure = meaning.label == QuantityLabel::Measure && *end > start + 1;
    if measure && capital && scanned.word(*end) == "-" && near(*end) {
        let meaning = Amount { label: QuantityLabel::Number, unit: None, ..meaning.clone() };
        return Phrase { start: *start, end: last, meaning };
    }
    // "$83.40 a barrel": the price is the quantity.
    if meaning.label == QuantityLabel::Money {
        let article = (*start..*end).rfind(|&at| matches!(scanned.word(at), "a" | "an" | "per"));
        if let Some(at) = article.filter(|at| *at > *start) {
            return Phrase { start: *start, end: at, meaning: meaning.clone() };
        }
    }
    let (unit, scale) = match scanned.word(last) {
        "m" => ("metre", 1_000_000),
        "t" => ("tonne", 1_000_000_000_000),
        _ => return found,
    };
    let next = scanned.word(*end);
    let counted = next.len() > 2 && next.bytes().all(|b| b.is_ascii_lowercase()) && !ENDS.contains(&next);
    if meaning.label != QuantityLabel::Number || !near(last) || counted {
        return found;
    }
    let value = meaning.value.and_then(|value| value.over(Exact::int(scale)));
    let unit = Some(unit.to_owned());
    let meaning = Amount { label: QuantityLabel::Measure, value, unit, ..meaning.clone() };
    Phrase { meaning, ..found }
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
    // "F-16", "SCP-173": a hyphen, not a minus.
    if matches!(scanned.word(start), "-" | "–" | "−") && near(start) && start > 0 {
        return before.chars().next_back().is_some_and(char::is_alphanumeric);
    }
    if !digits {
        return false;
    }
    // 5G is a generation of networks, and no weight.
    if amount.unit.as_deref() == Some("gram") && near(end - 1) && scanned.word(end - 1) == "G" {
        return true;
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
