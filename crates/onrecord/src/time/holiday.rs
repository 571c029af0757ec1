//! When a holiday is, from the rule that the data gives it.
//!
//! `12-25` a fixed date; `11/4/4` the fourth Thursday of November (month, weekday from Monday = 1, which one; `-1` the
//! last), `11/4/4+1` the day after it; `easter+1` days from Easter Sunday of the western churches, `orthodox+1` of the eastern
//! ones; `19501109 19511030 ...` a list of days, for the calendars of the moon; before the list, how long the feast lasts:
//! `days30`, or `eve8` where it begins on the evening before.

use super::calendar::{Grain, Slot};

/// The day of the holiday in `year`.
pub(crate) fn slot(rule: &str, year: i16) -> Option<Slot> {
    if let Some(days) = rule.strip_prefix("easter") {
        return easter(year)?.later(days.parse().ok()?);
    }
    if let Some(days) = rule.strip_prefix("orthodox") {
        return orthodox(year)?.later(days.parse().ok()?);
    }
    if rule.contains(' ') {
        return listed(rule, year);
    }
    if let Some((rule, days)) = rule.split_once('+') {
        return slot(rule, year)?.later(days.parse().ok()?);
    }
    let mut parts = rule.split(['-', '/']).map(str::parse::<i8>);
    let mut next = || parts.next()?.ok();
    if !rule.contains('/') {
        return Slot::day(year, next()?, next()?);
    }
    let (month, weekday) = (next()?, next()?);
    let which: i8 = rule.rsplit('/').next()?.parse().ok()?;
    let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday).ok()?;
    let date = Slot::month(year, month)?.start.date().nth_weekday_of_month(which, weekday).ok()?;
    Some(Slot { start: date.to_datetime(jiff::civil::Time::midnight()), grain: Grain::Day })
}

/// The first and the last day of the feast whose day is `day`, if it has more than that day.
pub(crate) fn lasting(rule: &str, day: Slot) -> Option<(Slot, Slot)> {
    let (word, _) = rule.split_once(' ')?;
    let (eve, days) = match word.strip_prefix("eve") {
        Some(days) => (1, days),
        None => (0, word.strip_prefix("days")?),
    };
    let days: i64 = days.parse().ok()?;
    // A feast of one day is named by the day on whose evening it begins.
    let last = if days == 1 { day.later(-eve)? } else { day.later(days - 1)? };
    Some((day.later(-eve)?, last))
}

/// Month and day of a fixed holiday.
pub(crate) fn day(rule: &str) -> Option<&str> {
    let fixed = rule.len() == 5 && rule.as_bytes().get(2) == Some(&b'-');
    fixed.then_some(rule)
}

/// The first of the listed days that is in `year`.
fn listed(days: &str, year: i16) -> Option<Slot> {
    let year = format!("{year:04}");
    let day = days.split(' ').find_map(|day| day.strip_prefix(&year))?;
    let (month, day) = day.split_at_checked(2)?;
    Slot::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// Easter Sunday of the Julian calendar (Meeus), as a day of the Gregorian one.
#[expect(clippy::many_single_char_names, reason = "the names of the published algorithm")]
fn orthodox(year: i16) -> Option<Slot> {
    let number = i32::from(year);
    let (a, b, c) = (number % 4, number % 7, number % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let n = d + e + 114;
    let (century, julian) =
        (i64::from(year / 100), Slot::day(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?)?);
    julian.later(century - century / 4 - 2)
}

/// Easter Sunday in the Gregorian calendar (the anonymous algorithm of Nature, 20 April 1876).
#[expect(clippy::many_single_char_names, reason = "the names of the published algorithm")]
fn easter(year: i16) -> Option<Slot> {
    let year_number = i32::from(year);
    let a = year_number % 19;
    let (b, c) = (year_number / 100, year_number % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Slot::day(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_give_days() {
        #[rustfmt::skip]
        let cases = [
            ("12-25", 2018, Some("2018-12-25")), ("11/4/4", 2013, Some("2013-11-28")), ("05/1/-1", 2013, Some("2013-05-27")),
            ("easter+0", 2013, Some("2013-03-31")), ("easter+1", 2019, Some("2019-04-22")), ("easter-2", 2024, Some("2024-03-29")),
            ("orthodox-2", 2020, Some("2020-04-17")), ("11/4/4+1", 2013, Some("2013-11-29")), ("20180110 20190105", 2019, Some("2019-01-05")),
            ("eve2 20180110 20190105", 2019, Some("2019-01-05")),
            ("20180110 2019", 2019, None), ("02-30", 2018, None), ("", 2018, None), ("easter", 2018, None),
        ];
        for (rule, year, expected) in cases {
            assert_eq!(slot(rule, year).map(Slot::value).as_deref(), expected, "{rule} {year}");
        }
    }

    #[test]
    fn feasts_last_from_their_eve() {
        #[rustfmt::skip]
        let cases = [
            ("eve2 20180910", Some(("2018-09-09", "2018-09-11"))), ("eve1 20180910", Some(("2018-09-09", "2018-09-09"))),
            ("days30 20180910", Some(("2018-09-10", "2018-10-09"))), ("12-25", None), ("20180910 20190930", None), ("eve 1", None),
        ];
        let day = Slot::day(2018, 9, 10).unwrap();
        for (rule, expected) in cases {
            let found = lasting(rule, day).map(|(a, b)| (a.value(), b.value()));
            let found = found.as_ref().map(|(a, b)| (a.as_str(), b.as_str()));
            assert_eq!(found, expected, "{rule}");
        }
    }
}
