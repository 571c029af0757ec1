//! What recurs, laid out on the calendar.

use jiff::civil::DateTime;

use super::calendar::{Grain, Slot};
use super::holiday;
use super::when::{Clock, Fields, What, When};

/// The first of `slots` that begins inside `frame`.
pub(super) fn first_inside(slots: &[Slot], frame: Slot) -> Option<Slot> {
    let end = frame.end()?;
    slots.iter().find(|s| s.start >= frame.start && s.start < end).copied()
}

/// The instances of what recurs around `center`, in order; of what does not, the one there is.
pub(super) fn instances(when: &When, center: DateTime) -> Vec<Slot> {
    match when {
        When::Date(fields) => dates(*fields, center),
        When::Clock(clock) => days(center, 8).filter_map(|day| clock_on(*clock, day)).collect(),
        When::Part(part) => {
            days(center, 8).filter_map(|day| Slot::holding(day.start, Grain::Part(*part))).collect()
        }
        When::Edge { of, .. } => instances(of, center),
        When::Period { grain, n, year } => periods(*grain, *n, *year, center),
        When::Holiday { rule, year } => match year {
            Some(y) => holiday::slot(rule, *y).into_iter().collect(),
            None => years(center, 3).filter_map(|y| holiday::slot(rule, y)).collect(),
        },
        When::Present { n: 0, grain } | When::Nth { what: What::Unit(grain), .. } => {
            days(center, 400).filter_map(|d| Slot::holding(d.start, *grain)).collect()
        }
        _ => Vec::new(),
    }
}

fn years(center: DateTime, span: i16) -> impl Iterator<Item = i16> {
    let year = center.year();
    (year.saturating_sub(span)..=year.saturating_add(span)).filter(|y| (1..=9998).contains(y))
}

fn days(center: DateTime, span: i64) -> impl Iterator<Item = Slot> {
    (-span..=span).filter_map(move |n| Slot::holding(center, Grain::Day)?.later(n))
}

fn dates(fields: Fields, center: DateTime) -> Vec<Slot> {
    let Fields { year, month, day, weekday } = fields;
    let right = |s: &Slot| weekday.is_none_or(|w| s.start.weekday().to_monday_one_offset() == w);
    match (year, month, day) {
        (Some(y), Some(m), Some(d)) => Slot::day(y, m, d).into_iter().collect(),
        (Some(y), Some(m), None) => Slot::month(y, m).into_iter().collect(),
        (Some(y), None, _) => Slot::year(y).into_iter().collect(),
        (None, Some(m), Some(d)) => {
            years(center, 8).filter_map(|y| Slot::day(y, m, d)).filter(right).collect()
        }
        (None, Some(m), None) => years(center, 3).filter_map(|y| Slot::month(y, m)).collect(),
        (None, None, Some(d)) => (-14..=14)
            .filter_map(|n| {
                let month = Slot::holding(center, Grain::Month)?.later(n)?.start;
                Slot::day(month.year(), month.month(), d)
            })
            .filter(right)
            .collect(),
        (None, None, None) if weekday.is_some() => days(center, 400).filter(right).collect(),
        (None, None, None) => Vec::new(),
    }
}

fn clock_on(clock: Clock, day: Slot) -> Option<Slot> {
    let grain = match (clock.minute, clock.second) {
        (_, Some(_)) => Grain::Second,
        (Some(_), None) => Grain::Minute,
        (None, None) => Grain::Hour,
    };
    let (minute, second) = (clock.minute.unwrap_or(0), clock.second.unwrap_or(0).min(59));
    let start = day.start.with().hour(clock.hour).minute(minute).second(second).build().ok()?;
    Some(Slot { start, grain })
}

fn periods(grain: Grain, n: i64, year: Option<i16>, center: DateTime) -> Vec<Slot> {
    let make = |y: i16| {
        let n = i8::try_from(n).ok()?;
        match grain {
            Grain::Quarter => Some(Slot { grain, ..Slot::month(y, n * 3 - 2)? }),
            Grain::Half => Some(Slot { grain, ..Slot::month(y, n * 6 - 5)? }),
            Grain::Week => Slot::week(y, n),
            _ => Slot::season(y, n),
        }
    };
    match (grain, year) {
        (Grain::Decade, _) => {
            // "the 90s": a decade of one digit is of the last century that has it whole.
            let n = if n < 10 { n + if n < 3 { 200 } else { 190 } } else { n };
            let start = i16::try_from(n * 10).ok().and_then(Slot::year);
            // "the 1700s" are a century.
            let grain = if n % 10 == 0 && n < 200 { Grain::Century } else { Grain::Decade };
            start.map(|s| Slot { grain, ..s }).into_iter().collect()
        }
        (_, Some(y)) => make(y).into_iter().collect(),
        _ => years(center, 2).filter_map(make).collect(),
    }
}
