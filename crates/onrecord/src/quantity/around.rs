//! What the words around a number tell: how it is meant, what it counts, and whether it is a quantity at all.
//!
//! The words are in `resources/quantity/around.toml`.

use std::ops::Range;

use super::Amount;
use crate::document::{QuantityLabel, Reading};
use crate::grammar::{Beside, Exact, Phrase, Scanned, Sort};
use crate::text::Span;

/// The lists of `resources/quantity/around.toml`, in the order of their numbers.
pub(super) const LISTS: [&str; 17] = [
    "before-at-least",
    "before-at-most",
    "before-more-than",
    "before-less-than",
    "before-approx",
    "after-at-least",
    "after-at-most",
    "after-approx",
    "change",
    "fall",
    "numbered",
    "numbered-short",
    "end",
    "plural",
    "per",
    "in-currency",
    "joined",
];
/// What the first of them mean.
const MODIFIERS: [&str; 8] =
    ["at_least", "at_most", "more_than", "less_than", "approx", "at_least", "at_most", "approx"];
const BEFORE: Range<usize> = 0..5;
const AFTER: Range<usize> = 5..8;
const CHANGE: usize = 8;
const FALL: usize = 9;
const NUMBERED: usize = 10;
const NUMBERED_SHORT: usize = 11;
const END: usize = 12;
const PLURAL: usize = 13;
const PER: usize = 14;
const IN_CURRENCY: usize = 15;
pub(super) const JOINED: usize = 16;

/// How the number at `start..end` is meant.
pub(super) fn modifier(
    words: &Beside,
    scanned: Scanned<'_>,
    start: usize,
    end: usize,
) -> Option<&'static str> {
    // "some 40", but "some of the 40"; "about the 40" is not approximate either, so the words must be adjacent.
    let meant = |list: usize| MODIFIERS.get(list).copied();
    let before = words.before(scanned, start, BEFORE).and_then(meant);
    match before {
        // "about five hundred or more": the bound says more.
        None | Some("approx") => words.after(scanned, end, AFTER).and_then(meant).or(before),
        bound => bound,
    }
}

/// How many words before the range the verb of a change may stand.
const REACH: usize = 8;

/// Numbers that are years after "in".
const YEARS: (i64, i64) = (1500, 2200);

/// How many words back an opening quotation mark is looked for.
const WINDOW: usize = 100;

/// Atoms on either side of a number that are looked through for the brackets of a citation, at most.
const CITED: usize = 12;

/// What a phrase is here: itself, both ends of a change, or another unit than the letter alone would say.
pub(super) fn readings(
    words: &Beside,
    scanned: Scanned<'_>,
    found: Phrase<Amount>,
) -> impl Iterator<Item = Phrase<Amount>> {
    let pair = change(words, scanned, &found).or_else(|| score(scanned, &found));
    let one = pair.is_none().then_some(found);
    pair.into_iter().flatten().chain(one).map(move |phrase| trimmed(words, scanned, phrase))
}

fn change(words: &Beside, scanned: Scanned<'_>, found: &Phrase<Amount>) -> Option<[Phrase<Amount>; 2]> {
    let Phrase { start, end, ref meaning } = *found;
    let (label, high) = (meaning.ends?, meaning.high?);
    let from = scanned.word(start).eq_ignore_ascii_case("from");
    // "rose 3 3/4 to 45 1/2": so far apart, and right after the verb, they are a step and where it led.
    let step = || {
        let verb = words.has(CHANGE, &scanned.before(start, 1).to_lowercase());
        let far = meaning.value?.times(Exact::int(4))?.compare(high)?;
        (verb && far.is_lt()).then_some(())
    };
    // "from 3 billion in *2023 to 3.5 billion*": a year, and a figure of the next one.
    let year = || {
        let four = scanned.word(start).len() == 4 && scanned.word(start + 1) == "to";
        let whole = meaning.value?.compare(Exact::int(YEARS.0))?.is_ge()
            && meaning.value?.compare(Exact::int(YEARS.1))?.is_le();
        (four && whole && scanned.before(start, 1).eq_ignore_ascii_case("in")).then_some(())
    };
    if !from && year().is_some() {
        let single = |start, end, value, label, unit| {
            let meaning = Amount { label, value, unit, high: None, ends: None, ..meaning.clone() };
            Phrase { start, end, meaning }
        };
        let date = single(start, start + 1, meaning.value, QuantityLabel::Number, None);
        return Some([date, single(start + 2, end, Some(high), label, meaning.unit.clone())]);
    }
    // "leads *46 percent to 43 percent*": what falls without a verb that says so are two figures.
    let two = || {
        (label == QuantityLabel::Percent).then_some(())?;
        let whole = scanned.word(start).replace(',', "");
        let descends = Exact::parse(&whole)?.compare(high)?.is_eq() && meaning.value?.compare(high)?.is_lt();
        descends.then_some(())
    };
    if !from && step().is_none() && two().is_none() {
        return None;
    }
    let to = (start..end).find(|&at| scanned.word(at).eq_ignore_ascii_case("to"))?;
    let before = || (start.saturating_sub(REACH)..start).rev().map(|at| scanned.word(at).to_lowercase());
    let verb = before().take_while(|word| word != ".").any(|word| words.has(CHANGE, &word));
    // The lower end stands first in the meaning; in the text it may stand last.
    let falls = before().any(|word| words.has(FALL, &word));
    let (first, last) = if falls { (Some(high), meaning.value) } else { (meaning.value, Some(high)) };
    let single = |start, end, value| {
        let meaning = Amount { label, value, high: None, ends: None, ..meaning.clone() };
        Phrase { start, end, meaning }
    };
    if !from && two().is_some() {
        return Some([single(start, to, Some(high)), single(to + 1, end, meaning.value)]);
    }
    if !from {
        return Some([single(start, to, meaning.value), single(to + 1, end, Some(high))]);
    }
    verb.then(|| [single(start + 1, to, first), single(to + 1, end, last)])
}

/// Digits of each side of a score at most; a longer number before a hyphen is a year: "2019-20".
const SIDE: usize = 3;

/// "voted *218-214*", "won *3-1*": a number before a smaller one is a score, and no range.
fn score(scanned: Scanned<'_>, found: &Phrase<Amount>) -> Option<[Phrase<Amount>; 2]> {
    let Phrase { start, end, ref meaning } = *found;
    let side = |at: usize| scanned.word(at).parse::<u32>().ok().filter(|_| scanned.word(at).len() <= SIDE);
    let glued = |at: usize| scanned.atoms.get(at).is_some_and(|atom| atom.glued);
    let dash = matches!(scanned.word(start + 1), "-" | "–") && glued(start + 1) && glued(start + 2);
    let plain = meaning.unit.is_none() && meaning.ends == Some(QuantityLabel::Number) && end == start + 3;
    if !(dash && plain && side(start)? > side(start + 2)?) {
        return None;
    }
    let single = |at, value| {
        let meaning =
            Amount { label: QuantityLabel::Number, value, high: None, ends: None, ..meaning.clone() };
        Phrase { start: at, end: at + 1, meaning }
    };
    Some([single(start, meaning.high), single(start + 2, meaning.value)])
}

/// "40 F-16 jets": the letter begins a name. "9m": metres, unless what is counted follows.
fn trimmed(words: &Beside, scanned: Scanned<'_>, found: Phrase<Amount>) -> Phrase<Amount> {
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
        let article = (*start..*end).rfind(|&at| words.has(PER, scanned.word(at)));
        if let Some(at) = article.filter(|at| *at > *start) {
            return Phrase { start: *start, end: at, meaning: meaning.clone() };
        }
    }
    // "2 in all": an inch only at the end; "of 8": a closing quotation mark, or an opening one that goes with the next word.
    let open =
        || (start.saturating_sub(WINDOW)..last).filter(|&at| scanned.word(at) == "\"").count() % 2 == 1;
    let no_inch = match scanned.word(last) {
        "in" if !near(last) => !matches!(scanned.word(*end), "" | "." | ","),
        "\"" => open() || !near(last) && near(*end),
        _ => false,
    };
    if no_inch && meaning.unit.as_deref() == Some("inch") && *end > start + 1 {
        let meaning = Amount { label: QuantityLabel::Number, unit: None, ..meaning.clone() };
        return trimmed(words, scanned, Phrase { start: *start, end: last, meaning });
    }
    let (unit, scale) = match scanned.word(last) {
        "m" => ("metre", 1_000_000),
        "t" => ("tonne", 1_000_000_000_000),
        _ => return found,
    };
    let next = scanned.word(*end);
    let counted = next.len() > 2 && next.bytes().all(|b| b.is_ascii_lowercase()) && !words.has(END, next);
    if meaning.label != QuantityLabel::Number || !near(last) || counted {
        return found;
    }
    let value = meaning.value.and_then(|value| value.over(Exact::int(scale)));
    let unit = Some(unit.to_owned());
    let meaning = Amount { label: QuantityLabel::Measure, value, unit, ..meaning.clone() };
    Phrase { meaning, ..found }
}

/// Whether a plain number is inside a name, or numbers something.
pub(super) fn is_part_of_a_name(
    words: &Beside,
    scanned: Scanned<'_>,
    start: usize,
    end: usize,
    amount: &Amount,
) -> bool {
    let near = |at: usize| scanned.atoms.get(at).is_some_and(|a| a.glued);
    let plain = amount.unit.is_none() && matches!(amount.label, QuantityLabel::Number | QuantityLabel::Range);
    let digits = scanned.atoms.get(start).is_some_and(|a| !matches!(a.sort, Sort::Word { .. } | Sort::Sign));
    let before = scanned.before(start, 1);
    let word = |text: &str| text.chars().next_back().is_some_and(char::is_alphabetic);
    let code = |text: &str| text.chars().any(char::is_uppercase);
    // "F-16", "SCP-173": a hyphen, not a minus.
    if matches!(scanned.word(start), "-" | "–" | "−") && near(start) && start > 0 {
        return before.chars().next_back().is_some_and(char::is_alphanumeric);
    }
    // "a yen loan": the loan is one, and in yen.
    let article = end == start + 2 && words.has(PER, &scanned.word(start).to_lowercase());
    if article && amount.label == QuantityLabel::Money && words.has(IN_CURRENCY, scanned.word(end)) {
        return true;
    }
    if !digits {
        return false;
    }
    // 5G is a generation of networks, and no weight.
    if amount.unit.as_deref() == Some("gram") && near(end - 1) && scanned.word(end - 1) == "G" {
        return true;
    }
    // "a 4x4": a sort of car.
    if amount.unit.as_deref() == Some("times")
        && near(end)
        && scanned.word(end).starts_with(|c: char| c.is_ascii_digit())
    {
        return true;
    }
    // G20, 5G, COVID-19, S-400, A-10; 4x4.
    let tied = near(start)
        && (word(before)
            || matches!(before, "_" | "#" | "@")
            || before == "-" && near(start - 1) && code(scanned.before(start, 2)));
    // "as shown by [24]", "[1, 3]": works that are cited, with nothing but numbers between the brackets.
    let listed = |at: usize| {
        let word = scanned.word(at);
        matches!(word, "," | "–" | "-") || !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
    };
    let open = (start.saturating_sub(CITED)..start).rev().find(|&at| !listed(at));
    let close = (end..end + CITED).find(|&at| !listed(at));
    let cited =
        open.is_some_and(|at| scanned.word(at) == "[") && close.is_some_and(|at| scanned.word(at) == "]");
    // "?q=30%25": an address.
    let address = near(start)
        && (before == "%" && near(start - 1)
            || before == "=" && matches!(scanned.before(start, 3), "?" | "&"));
    // "in 8:05.93": minutes and seconds.
    let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let colon =
        |at: usize| scanned.word(at) == ":" && near(at) && near(at + 1) && digit(scanned.word(at + 1));
    let clock = colon(end) || before == ":" && digit(scanned.before(start, 2)) && colon(start - 1);
    let tail = near(end) && word(scanned.word(end)) && plain;
    let lower = before.to_lowercase();
    let numbered = plain && !near(start) && words.has(NUMBERED, &lower);
    // "No. 5", "Art. 7".
    let dotted = plain && before == "." && words.has(NUMBERED_SHORT, scanned.before(start, 2));
    (tied || cited || clock) && plain || address || tail || numbered || dotted
}

/// The noun that a number counts with its own modifiers: "40,000 *foreign troops* were sent".
pub(super) fn counted(words: &Beside, reading: &Reading, scanned: Scanned<'_>, end: usize) -> Option<Span> {
    let mut at = end;
    while at < end + 5 {
        let atom = scanned.atoms.get(at)?;
        let word = scanned.word(at);
        let noun = matches!(atom.sort, Sort::Word { .. }) && !words.has(END, &word.to_lowercase());
        // "5.6-scale": what hangs on the number itself is not counted.
        let hyphen = word == "-" && atom.glued && at > end;
        if !(noun || hyphen) {
            break;
        }
        at += 1;
        // A plural closes the phrase, unless another noun is to come.
        if noun && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") || words.has(PLURAL, word) {
            break;
        }
    }
    let (first, last) = (scanned.atoms.get(end)?, scanned.atoms.get(at.checked_sub(1)?)?);
    reading.text.span(first.start as usize..last.end as usize).filter(|_| at > end)
}
