//! Values of what cannot be anchored.

use super::calendar::Grain;
use super::holiday;
use super::when::{Clock, Fields, What, When, afternoon};

/// The value with holes of what recurs, and whether it is a time of day.
pub(super) fn holes(when: &When) -> Option<(String, bool)> {
    Some(match when {
        When::Date(Fields { year, month, day, weekday }) => {
            let year = year.map_or("XXXX".to_owned(), |y| format!("{y:04}"));
            let value = match (month, day, weekday) {
                (Some(m), Some(d), _) => format!("{year}-{m:02}-{d:02}"),
                (Some(m), None, _) => format!("{year}-{m:02}"),
                (None, None, Some(w)) => format!("{year}-WXX-{w}"),
                (None, Some(d), _) => format!("{year}-XX-{d:02}"),
                (None, None, None) => year,
            };
            (value, false)
        }
        When::Clock(clock) => (clock_value(*clock), true),
        When::Part(part) => (format!("T{}", part.code()), true),
        When::Period { grain, n, .. } => {
            let value = match grain {
                Grain::Quarter => format!("XXXX-Q{n}"),
                Grain::Half => format!("XXXX-H{n}"),
                Grain::Week => format!("XXXX-W{n:02}"),
                Grain::Season => {
                    format!("XXXX-{}", ["SP", "SU", "FA", "WI"][usize::try_from(n - 1).ok()?.min(3)])
                }
                _ => return None,
            };
            (value, false)
        }
        // A holiday that moves is some day of some year.
        When::Holiday { rule, .. } => (format!("XXXX-{}", holiday::day(rule).unwrap_or("XX-XX")), false),
        When::Range { a, b, .. } => {
            let ((a, clock), (b, _)) = (holes(a)?, holes(b)?);
            (format!("{a}/{b}"), clock)
        }
        When::In { inner, outer } => {
            let inner = afternoon(inner, outer);
            let (inner, clock) = holes(&inner)?;
            // "June this year": what is known is the month.
            if !(clock && inner.starts_with('T')) {
                return Some((inner, clock));
            }
            let (outer, clock) = holes(outer)?;
            if clock { (inner, true) } else { (outer + &inner, true) }
        }
        When::Present { grain, .. } | When::Told { grain, .. } => {
            let value = match grain {
                Grain::Day => "XXXX-XX-XX",
                Grain::Week => "XXXX-WXX",
                Grain::Weekend => "XXXX-WXX-WE",
                Grain::Month | Grain::Season => "XXXX-XX",
                Grain::Quarter => "XXXX-QX",
                Grain::Half => "XXXX-HX",
                Grain::Year => "XXXX",
                Grain::Decade => "XXX",
                Grain::Century => "XX",
                Grain::Part(_) | Grain::Hour | Grain::Minute | Grain::Second => return None,
            };
            (value.to_owned(), false)
        }
        When::Toward { what, .. }
        | When::Coming(what)
        | When::After { what, .. }
        | When::Closest { what, .. } => holes(what)?,
        // "the third quarter of last year" is a third quarter.
        When::Nth { n, what: What::Unit(grain @ (Grain::Quarter | Grain::Half)), .. } if *n > 0 => {
            holes(&When::Period { grain: *grain, n: *n, year: None })?
        }
        // Of "the first week of May" at least the month.
        When::Edge { of, .. } | When::Nth { of, .. } => holes(of)?,
        When::Holding { grain, .. } => holes(&When::Present { n: 0, grain: *grain })?,
        _ => return None,
    })
}

fn clock_value(clock: Clock) -> String {
    let minute = clock.minute.map(|m| format!(":{m:02}")).unwrap_or_default();
    let second = clock.second.map(|s| format!(":{s:02}")).unwrap_or_default();
    format!("T{:02}{minute}{second}", clock.hour)
}
