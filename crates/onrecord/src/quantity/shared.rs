//! A unit that is said once for several numbers: "45 and *50 percent*", "10, 20 or *30 km*".

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use super::amount::Amount;
use super::around;
use crate::document::QuantityLabel;
use crate::grammar::{Beside, Exact, Phrase, Scanned, Sort};

/// Numbers that are years where they stand alone.
const YEARS: RangeInclusive<u32> = 1500..=2199;

/// What `found` is where the phrases `after` it in its paragraph go on with a unit that is its own too.
pub(super) fn with_unit(
    words: &Beside,
    scanned: Scanned<'_>,
    found: &Phrase<Amount>,
    after: &[Phrase<Amount>],
) -> Phrase<Amount> {
    let named = || around::is_part_of_a_name(words, scanned, found.start, found.end, &found.meaning);
    let unit =
        (is_plain(scanned, found) && !named()).then(|| unit(words, scanned, found.end, after)).flatten();
    let Some(Amount { label, unit, .. }) = unit.cloned() else { return found.clone() };
    // "275 or 26.1 percent": so many, and the share that they are.
    let many =
        || found.meaning.value.and_then(|value| value.compare(Exact::int(100))).is_some_and(Ordering::is_gt);
    if label == QuantityLabel::Percent && many() {
        return found.clone();
    }
    Phrase { meaning: Amount { label, unit, ..found.meaning.clone() }, ..*found }
}

/// Numbers of one list that are looked through for the unit, at most.
const LISTED: usize = 8;

/// The amount that closes the list which goes on at atom `end`: only an "and" or "or" before it makes it a list of its kind.
fn unit<'a>(
    words: &Beside,
    scanned: Scanned<'_>,
    mut end: usize,
    after: &'a [Phrase<Amount>],
) -> Option<&'a Amount> {
    for next in after.iter().take(LISTED) {
        let comma = scanned.word(end) == ",";
        let start = end + usize::from(comma);
        if words.has(around::JOINED, scanned.word(start)) && next.start == start + 1 {
            return is_measured(scanned, next).then_some(&next.meaning);
        }
        if !(comma && next.start == start && is_plain(scanned, next)) {
            return None;
        }
        end = next.end;
    }
    None
}

/// An amount in digits with its unit behind them.
fn is_measured(scanned: Scanned<'_>, found: &Phrase<Amount>) -> bool {
    let last = found.end.saturating_sub(1);
    let behind = scanned.atoms.get(last).is_some_and(|atom| match atom.sort {
        Sort::Word { .. } => true,
        // A quotation mark is no inch yet.
        Sort::Sign => scanned.word(last) != "\"",
        Sort::Digits(_) | Sort::Grouped | Sort::Decimal => false,
    });
    let Amount { unit, value, high, none, .. } = &found.meaning;
    unit.is_some() && value.is_some() && high.is_none() && !none && behind && is_digits(scanned, found)
}

/// A number in digits with nothing of its own, and no year.
fn is_plain(scanned: Scanned<'_>, found: &Phrase<Amount>) -> bool {
    let amount = &found.meaning;
    let bare = amount.label == QuantityLabel::Number && amount.unit.is_none() && amount.high.is_none();
    let year = || scanned.word(found.start).parse().is_ok_and(|n| YEARS.contains(&n));
    bare && !amount.none && found.end == found.start + 1 && is_digits(scanned, found) && !year()
}

fn is_digits(scanned: Scanned<'_>, found: &Phrase<Amount>) -> bool {
    scanned.word(found.start).starts_with(|c: char| c.is_ascii_digit())
}
