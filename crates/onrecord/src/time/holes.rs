//! Values of what cannot be anchored.

use super::calendar::Grain;
use super::holiday;
use super::when::{Clock, Fields, When, afternoon};

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
        When::Holiday { rule, .. } => (format!("XXXX-{}", holiday::day(rule)?), false),
        When::In { inner, outer } => {
            let inner = afternoon(inner, outer);
            let (inner, _) = holes(&inner).filter(|(value, clock)| *clock && value.starts_with('T'))?;
            let (outer, clock) = holes(outer)?;
            if clock { (inner, true) } else { (outer + &inner, true) }
        }
        When::Present { grain, .. } | When::Told { grain, .. } => {
            let value = match grain {
                Grain::Day => "XXXX-XX-XX",
                Grain::Week => "XXXX-WXX",
                Grain::Weekend => "XXXX-WXX-WE",
                Grain::Month => "XXXX-XX",
                Grain::Quarter => "XXXX-QX",
                Grain::Year => "XXXX",
                _ => return None,
            };
            (value.to_owned(), false)
        }
        When::Toward { what, .. } => holes(what)?,
        When::Edge { of, .. } => holes(of)?,
        _ => return None,
    })
}

fn clock_value(clock: Clock) -> String {
    let minute = clock.minute.map(|m| format!(":{m:02}")).unwrap_or_default();
    let second = clock.second.map(|s| format!(":{s:02}")).unwrap_or_default();
    format!("T{:02}{minute}{second}", clock.hour)
}
