//! Which of the times that recur is meant.

use jiff::civil::DateTime;

use super::calendar::{Grain, Slot};
use super::instances::{first_inside, instances};
use super::resolve::{Anchor, Toward};
use super::when::{Clock, Fields, When};

/// Farthest year in which a weekday settles which year a date is of.
const NEAR: i64 = 2 * 366;
/// A day that comes within so many days is meant rather than one that is longer ago than the other bound.
const SOON: i32 = 50;
const LONG_AGO: i32 = 240;

impl Anchor {
    /// The instance of what recurs that the text means.
    pub(super) fn choose(&self, when: &When) -> Option<Slot> {
        match when {
            When::Date(Fields { weekday: Some(_), day: Some(_), .. }) => {
                let now = self.told.map_or(self.now?, |told| told.start);
                if let Some(hit) = agreeing(when, now) {
                    return Some(hit);
                }
                self.choose(&without_weekday(when))
            }
            When::Clock(clock) => self.clock(*clock),
            When::Part(_) => {
                let now = self.now?;
                let midnight = Slot::holding(now, Grain::Day)?.start;
                let late = |s: &&Slot| !self.bare || !self.timed || s.end().is_some_and(|end| end > now);
                instances(when, now).iter().filter(|s| s.start >= midnight).find(late).copied()
            }
            When::Edge { of, .. } => self.choose(of),
            // Weeks are numbered within the year in which one speaks.
            When::Period { grain: Grain::Week, n, year: None } => {
                Slot::week(self.now?.year(), i8::try_from(*n).ok()?)
            }
            // What names its decade or century happens once.
            When::Period { grain: Grain::Decade | Grain::Century, .. } => {
                instances(when, self.now.unwrap_or_default()).into_iter().next()
            }
            _ => self.yearly(when),
        }
    }

    fn yearly(&self, when: &When) -> Option<Slot> {
        // What holds always is of no year.
        let lasting = matches!(
            when,
            When::Date(Fields { day: None, month: Some(_), .. }) | When::Period { grain: Grain::Season, .. }
        );
        if self.toward == Toward::Always && lasting {
            return None;
        }
        // A narrative that has reached a year goes on in it.
        let yearly = matches!(
            when,
            When::Date(Fields { month: Some(_), .. }) | When::Period { .. } | When::Holiday { .. }
        );
        // … but "will meet in October" is still to come.
        let past = |told: &Slot| self.now.is_some_and(|now| told.start.year() < now.year());
        let told = self.told.filter(|told| self.toward != Toward::Future || !past(told));
        if let (true, Some(told)) = (yearly, told) {
            let year = Slot::holding(told.start, Grain::Year)?;
            return first_inside(&instances(when, year.start), year);
        }
        let now = self.now?;
        let today = Slot::holding(now, Grain::Day)?;
        let all = instances(when, now);
        let weekday = matches!(when, When::Date(Fields { weekday: Some(_), .. }));
        let last = || all.iter().rev().find(|s| s.start <= now);
        match self.toward {
            // A day named without its year is near: in November "Dec. 5" is the coming one even beside a past verb.
            Toward::Past | Toward::Always
                if matches!(when, When::Date(Fields { day: Some(_), .. }) | When::Holiday { .. }) =>
            {
                let days = |slot: &Slot| now.date().until(slot.start.date()).map_or(0, |s| s.get_days());
                let next = all.iter().find(|s| s.start > now).filter(|s| days(s) <= SOON);
                next.filter(|_| last().is_none_or(|s| days(s) < -LONG_AGO)).or_else(last)
            }
            Toward::Future => all.iter().find(|s| {
                s.end().is_some_and(|end| end > today.start) && !(weekday && s.start <= today.start)
            }),
            Toward::Past | Toward::Always => last(),
        }
        .copied()
    }

    /// A time of day is one of today; alone, it is the next one, of either half of the day if none was said.
    fn clock(&self, clock: Clock) -> Option<Slot> {
        let now = self.now?;
        let today = Slot::holding(now, Grain::Day)?.start;
        let other = Clock { hour: clock.hour + 12, certain: true, ..clock };
        let mut all = instances(&When::Clock(clock), now);
        if self.bare && self.timed && !clock.certain && clock.hour < 12 {
            all.extend(instances(&When::Clock(other), now));
            all.sort_by_key(|s| s.start);
        }
        let late = |s: &&Slot| !self.bare || !self.timed || s.end().is_some_and(|end| end > now);
        all.iter().filter(|s| s.start >= today).find(late).copied()
    }

    /// "next Friday", "last March", "this summer".
    pub(super) fn nearest(&self, n: i64, what: &When) -> Option<Slot> {
        let now = self.now?;
        let all = instances(what, now);
        let today = Slot::holding(now, Grain::Day)?;
        if matches!(what, When::Part(_) | When::Clock(_)) {
            return all.iter().find(|s| s.start >= today.start)?.later(n);
        }
        let weekday = matches!(what, When::Date(Fields { weekday: Some(_), .. }));
        let before = |s: &Slot| s.end().is_some_and(|end| end <= today.start);
        match n {
            // Said to an assistant, "next" and "last" are of the calendar: of the week after or before this one.
            -1..=1 if weekday && self.phrase && !self.bare => {
                first_inside(&all, Slot::holding(now, Grain::Week)?.later(n)?)
            }
            0 if weekday && self.bare => all.into_iter().find(|s| s.start >= today.start),
            0 if weekday => first_inside(&all, Slot::holding(now, Grain::Week)?),
            0 => {
                let year = Slot::holding(now, Grain::Year)?;
                let current = all.iter().find(|s| s.start <= now && s.end().is_some_and(|end| end > now));
                let coming = || all.iter().find(|s| s.start > now && self.bare).copied();
                current.copied().or_else(coming).or_else(|| first_inside(&all, year))
            }
            n if n > 0 => all.into_iter().filter(|s| s.start > now).nth(usize::try_from(n - 1).ok()?),
            _ => all.into_iter().rev().filter(before).nth(usize::try_from(-1 - n).ok()?),
        }
    }

    /// The first that is still to come: "the coming Friday".
    pub(super) fn coming(&self, what: &When) -> Option<Slot> {
        let now = self.now?;
        instances(what, now).into_iter().find(|s| s.start > now)
    }
}

/// The date nearest to `now` whose weekday is the one that was said.
fn agreeing(when: &When, now: DateTime) -> Option<Slot> {
    let days =
        |slot: &Slot| now.date().until(slot.start.date()).map_or(i64::MAX, |s| i64::from(s.get_days()).abs());
    instances(when, now).into_iter().filter(|s| days(s) <= NEAR).min_by_key(days)
}

fn without_weekday(when: &When) -> When {
    match when {
        When::Date(fields) => When::Date(Fields { weekday: None, ..*fields }),
        other => other.clone(),
    }
}
