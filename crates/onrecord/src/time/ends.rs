//! Times of day, and the two ends of a range that share what only one of them says.

use super::when::{Clock, When};
use crate::grammar::Arguments;

/// `clock(hour, minute, second, half, sure)`, where `sure` says that the hours are counted to 24, or `clock(decimal, none, none, half)`: 8.30 is half past eight.
pub(super) fn clock<M: Clone>(arguments: Arguments<'_, M>) -> Option<Clock> {
    let small = |at: usize| arguments.int(at).and_then(|n| i8::try_from(n).ok());
    let (mut hour, mut minute, second) = (arguments.exact(0)?, small(1), small(2));
    if hour.whole().is_none() {
        let written = hour.decimal();
        let (whole, after) = written.split_once('.')?;
        let after = if after.len() == 1 { format!("{after}0") } else { after.to_owned() };
        (hour, minute) = (crate::grammar::Exact::int(whole.parse().ok()?), after.parse().ok());
        minute?;
    }
    // "730": hours and minutes in one.
    let whole = hour.whole()?;
    let (whole, minute) = if (100..2400).contains(&whole) && minute.is_none() {
        (whole / 100, i8::try_from(whole % 100).ok())
    } else {
        (whole, minute)
    };
    let (mut hour, mut minute) = (i8::try_from(whole).ok()?, minute);
    // "twenty to five": a minute before the hour.
    if let Some(before) = minute.filter(|m| *m < 0) {
        hour = if hour == 0 { 23 } else { hour - 1 };
        minute = Some(60 + before);
    }
    let certain = match small(3) {
        Some(half) if (1..=12).contains(&hour) => {
            hour = hour % 12 + half;
            true
        }
        Some(_) if !(0..=24).contains(&hour) => return None,
        _ => hour > 12 || hour == 0 || !arguments.absent(4),
    };
    let sound = (0..=24).contains(&hour)
        && minute.is_none_or(|m| (0..60).contains(&m))
        && second.is_none_or(|s| (0..61).contains(&s));
    sound.then_some(Clock { hour: hour % 24, minute, second, certain, zone: None })
}

/// From `a` to `b`, what only one of them says shared by both: "from 13 to 15 July", "May 3 to 5".
pub(super) fn range(a: &When, b: &When) -> Option<When> {
    let (mut a, mut b) = (a.clone(), b.clone());
    match (&mut a, &mut b) {
        (When::Date(x), When::Date(y)) => {
            if x.day.is_some() && x.month.is_none() && y.day.is_none() {
                return None;
            }
            if x.day.is_some() && y.month.is_none() && y.day.is_some() {
                y.month = x.month;
            }
            x.month = x.month.or(y.month.filter(|_| x.day.is_some() && x.year.is_none()));
            if y.year.is_none() && x.year.is_some() && x.month <= y.month {
                y.year = x.year;
            } else if x.year.is_none() {
                let wraps = x.month.is_some() && x.month > y.month;
                x.year = y.year.map(|year| year - i16::from(wraps));
            }
            // "Nov-Feb 2017" begins the year before.
            if x.year.is_some()
                && x.year == y.year
                && x.month.is_some()
                && y.month.is_some()
                && x.month > y.month
            {
                x.year = x.year.map(|year| year - 1);
            }
            if !(x.exists() && y.exists()) {
                return None;
            }
        }
        (When::Clock(x), When::Clock(y)) => clock_range(x, y)?,
        _ => {}
    }
    Some(When::Range { a: a.boxed(), b: b.boxed(), whole: false })
}

/// Settles the halves of the day of both ends by each other.
fn clock_range(x: &mut Clock, y: &mut Clock) -> Option<()> {
    let at = |clock: &Clock| (clock.hour, clock.minute.unwrap_or(0));
    let later = |clock: &Clock| (clock.hour + 12, clock.minute.unwrap_or(0));
    if y.certain && !x.certain && x.hour < 12 && (y.hour >= 12 || at(y) < at(x)) {
        // "from 3 to 5 pm" begins in the afternoon, "from 11 to 3 pm" before noon, "from 11 to 3 am" before midnight.
        if later(x) < at(y) || y.hour < 12 {
            x.hour += 12;
        }
    } else if !y.certain && y.hour < 12 && at(y) < at(x) && later(y) > at(x) {
        y.hour += 12;
    }
    // "15 to noon" is no range.
    (x.hour <= 12 || x.certain && y.certain || at(x) <= at(y) || y.hour < 12).then_some(())
}
