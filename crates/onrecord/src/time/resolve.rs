//! From what was said to calendar units: the only place that knows when it was said.
//!
//! What recurs (a weekday, a month without a year, a time of day) is looked for around an anchor and chosen by
//! [`Toward`]: the coming one, the last one, or the one that a narrative has reached. Without any anchor the value keeps
//! holes (`XXXX-06`), as TIMEX3 has it.

use jiff::Span;
use jiff::civil::DateTime;

use super::calendar::{Grain, Slot};
use super::holiday;
use super::length::Length;
use super::when::{Clock, Fields, What, When};

/// Which of several possible times is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toward {
    Past,
    Future,
}

/// What a time is relative to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Anchor {
    /// The present, if it is known.
    pub(crate) now: Option<DateTime>,
    /// Whether the present has a time of day.
    pub(crate) timed: bool,
    /// The year that the narrative has reached, if one was said.
    pub(crate) told: Option<Slot>,
    pub(crate) toward: Toward,
    /// A phrase on its own: "last two years" are calendar years, and ranges are exact.
    pub(crate) phrase: bool,
    /// Nothing but the phrase.
    pub(crate) bare: bool,
}

/// A time that was resolved, as far as it can be.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Resolved {
    Slot(Slot),
    /// From the first moment of one to the last of the other.
    Range(Slot, Slot),
    /// A value without an interval, with whether it is a time of day.
    Holes {
        value: String,
        clock: bool,
    },
    Length(String),
    Set {
        value: String,
        quant: Option<&'static str>,
        freq: Option<i64>,
    },
    Ref(&'static str),
    With(&'static str, Box<Resolved>),
}

impl Anchor {
    /// What `when` denotes; `None` if it makes no sense here.
    pub(crate) fn resolve(&self, when: &When) -> Option<Resolved> {
        match when {
            When::Length(length) => Some(Resolved::Length(length.value())),
            When::Ref(name) => Some(Resolved::Ref(name)),
            When::Before { grain, n } => {
                let value = match grain {
                    Grain::Century => format!("BC{:02}", n - 1),
                    Grain::Decade => format!("BC{:03}", n / 10),
                    _ => format!("BC{n:04}"),
                };
                Some(Resolved::Holes { value, clock: false })
            }
            When::Edge { modifier, of } => Some(Resolved::With(modifier, Box::new(self.resolve(of)?))),
            When::Every { what, quant, freq } => {
                let value = match &**what {
                    When::Length(length) => length.value(),
                    what => holes(what)?.0,
                };
                Some(Resolved::Set { value, quant: *quant, freq: *freq })
            }
            When::Range(a, b) => self.range(a, b),
            When::Stretch { side, n, grain } => self.stretch(*side, *n, *grain),
            When::Shift { sign, length, from } => match self.shift(*sign, length, from.as_deref()) {
                Some(slot) => Some(Resolved::Slot(slot)),
                None if from.is_none() && length.spans(1).is_none() => {
                    Some(Resolved::Ref(if *sign < 0 { "PAST_REF" } else { "FUTURE_REF" }))
                }
                None => Some(Resolved::Length(length.value())),
            },
            _ => match self.slot(when) {
                Some(slot) => Some(Resolved::Slot(slot)),
                None => holes(when).map(|(value, clock)| Resolved::Holes { value, clock }),
            },
        }
    }

    /// The calendar unit that `when` denotes.
    fn slot(&self, when: &When) -> Option<Slot> {
        match when {
            When::Present { n, grain } => Slot::holding(self.now?, *grain)?.later(*n),
            When::Toward { n, what } => self.nearest(*n, what),
            When::In { inner, outer } => self.inside(inner, outer),
            When::Nth { n, what, of } => self.nth(*n, what, self.slot(of)?),
            When::Shift { sign, length, from } => self.shift(*sign, length, from.as_deref()),
            When::Edge { of, .. } => self.slot(of),
            When::Date(fields) if fields.year.is_some() => {
                instances(when, DateTime::default()).into_iter().next()
            }
            When::Period { grain: Grain::Century, n, .. } => century(*n),
            When::Period { year: Some(_), .. } | When::Holiday { year: Some(_), .. } => {
                instances(when, DateTime::default()).into_iter().next()
            }
            When::Clock(Clock { zone: Some(zone), .. }) if self.now.is_some() => {
                let slot = self.choose(when)?;
                // The reference clock of a bare phrase has no zone; a zone only shifts what has a date.
                let _ = zone;
                Some(slot)
            }
            When::Date(_) | When::Period { .. } | When::Holiday { .. } | When::Clock(_) | When::Part(_) => {
                self.choose(when)
            }
            _ => None,
        }
    }

    /// The instance of what recurs that the text means.
    fn choose(&self, when: &When) -> Option<Slot> {
        // A narrative that has reached a year goes on in it.
        let yearly = matches!(
            when,
            When::Date(Fields { month: Some(_), .. }) | When::Period { .. } | When::Holiday { .. }
        );
        if let (true, Some(told)) = (yearly, self.told) {
            let year = Slot::holding(told.start, Grain::Year)?;
            return first_inside(&instances(when, year.start), year);
        }
        let now = self.now?;
        let today = Slot::holding(now, Grain::Day)?;
        let all = instances(when, now);
        let daily = matches!(when, When::Clock(_) | When::Part(_));
        let weekday = matches!(when, When::Date(Fields { weekday: Some(_), day: None, month: None, .. }));
        if daily {
            let later = |s: &&Slot| !self.phrase || !self.timed || s.end().is_some_and(|end| end > now);
            let certain = !matches!(when, When::Clock(Clock { certain: false, .. }));
            let from_today: Vec<_> = all.iter().filter(|s| s.start >= today.start).copied().collect();
            let hit = from_today.iter().find(|s| later(s) || !self.bare);
            return hit.filter(|_| certain || !from_today.is_empty()).copied();
        }
        match self.toward {
            Toward::Future => all.iter().find(|s| {
                s.end().is_some_and(|end| end > today.start) && !(weekday && s.start <= today.start)
            }),
            Toward::Past => all.iter().rev().find(|s| s.start <= now),
        }
        .copied()
    }

    /// "next Friday", "last March", "this summer".
    fn nearest(&self, n: i64, what: &When) -> Option<Slot> {
        let now = self.now?;
        let all = instances(what, now);
        let today = Slot::holding(now, Grain::Day)?;
        if matches!(what, When::Part(_) | When::Clock(_)) {
            return all.iter().filter(|s| s.start >= today.start).nth(0)?.later(n);
        }
        let weekday = matches!(what, When::Date(Fields { weekday: Some(_), .. }));
        match n {
            0 if weekday => {
                let week = Slot::holding(now, Grain::Week)?;
                if self.bare {
                    return all.into_iter().find(|s| s.start >= today.start);
                }
                first_inside(&all, week)
            }
            0 => {
                let year = Slot::holding(now, Grain::Year)?;
                let current = all.iter().find(|s| s.start <= now && s.end().is_some_and(|end| end > now));
                let coming = || all.iter().find(|s| s.start > now && self.bare).copied();
                current.copied().or_else(coming).or_else(|| first_inside(&all, year))
            }
            1 if weekday && self.phrase && !self.bare => {
                let week = Slot::holding(now, Grain::Week)?.later(1)?;
                first_inside(&all, week)
            }
            1 => all.into_iter().find(|s| s.start > now),
            2 => all.into_iter().filter(|s| s.start > now).nth(1),
            -2 => all.into_iter().rev().filter(|s| s.end().is_some_and(|end| end <= today.start)).nth(1),
            _ => all.into_iter().rev().find(|s| s.end().is_some_and(|end| end <= today.start)),
        }
    }

    /// `inner` inside `outer`: 5 o'clock of tomorrow, March of last year.
    fn inside(&self, inner: &When, outer: &When) -> Option<Slot> {
        // An outer time of day tells the half of the day; its day is the frame.
        let part = part_of(outer);
        let inner = match (inner, part) {
            (When::Clock(clock), Some(part)) if part.after_noon() && !clock.certain && clock.hour < 12 => {
                let night = part == super::calendar::Part::Night && clock.hour < 5;
                When::Clock(Clock { hour: clock.hour + if night { 0 } else { 12 }, certain: true, ..*clock })
            }
            _ => inner.clone(),
        };
        let frame = self.slot(outer)?;
        let frame = if matches!(frame.grain, Grain::Part(_)) || frame.is_clock() {
            Slot::holding(frame.start, Grain::Day)?
        } else {
            frame
        };
        if let When::Nth { n, what, of } = &inner
            && holes(of).is_some()
        {
            return self.nth(*n, what, first_inside(&instances(of, frame.start), frame)?);
        }
        first_inside(&instances(&inner, frame.start), frame)
    }

    fn nth(&self, n: i64, what: &What, of: Slot) -> Option<Slot> {
        let end = of.end()?;
        let first = match what {
            What::Unit(grain) => Slot::holding(of.start, *grain)?,
            What::Time(when) => instances(when, of.start).into_iter().find(|s| s.start >= of.start)?,
        };
        let step = |slot: Slot, n: i64| match what {
            What::Unit(_) => slot.later(n),
            What::Time(when) => match **when {
                When::Date(Fields { weekday: Some(_), .. }) => {
                    Some(Slot { start: slot.start.checked_add(Grain::Week.times(n)?).ok()?, ..slot })
                }
                _ => slot.later(n),
            },
        };
        let first = if first.start < of.start { step(first, 1)? } else { first };
        let hit = if n > 0 {
            step(first, n - 1)?
        } else {
            // From the end: far enough at once, then back to the last that lies inside.
            let last = (0..400)
                .map_while(|i| step(first, i))
                .take_while(|s| s.end().is_some_and(|e| e <= end))
                .last()?;
            step(last, n + 1)?
        };
        (hit.start >= of.start && hit.start < end).then_some(hit)
    }

    fn shift(&self, sign: i64, length: &Length, from: Option<&When>) -> Option<Slot> {
        let (start, given) = match from {
            Some(from) => {
                let slot = self.slot(from)?;
                (slot.start, Some(slot.grain))
            }
            None => (self.now?, None),
        };
        let grain = match (given, length.grain()) {
            // Ten days after the 5th is a day, two hours after noon a time of day.
            (Some(given), unit) => given.min(unit),
            (None, unit) if unit < Grain::Day => {
                if !self.timed {
                    return None;
                }
                if unit == Grain::Hour && !length.is_plain() {
                    Grain::Minute
                } else {
                    unit.min(Grain::Minute)
                }
            }
            (None, Grain::Week) if self.phrase => Grain::Day,
            (None, unit) if length.is_plain() && !(self.phrase && sign > 0 && !self.bare) => unit,
            _ => Grain::Day,
        };
        let moment =
            length.spans(sign)?.into_iter().try_fold(start, |at, span: Span| at.checked_add(span).ok())?;
        Slot::holding(moment, grain)
    }

    fn stretch(&self, side: i64, n: Option<i64>, grain: Grain) -> Option<Resolved> {
        let name = |n: Option<i64>| {
            let n = n.map(crate::grammar::Exact::int);
            Length::new(n, unit_name(grain)?).map(|length| Resolved::Length(length.value()))
        };
        let Some(n) = n.filter(|_| self.phrase) else { return name(n) };
        let Some(now) = self.now else { return name(Some(n)) };
        if n < 1 {
            return None;
        }
        if grain < Grain::Day {
            let here = Slot::holding(now, Grain::Second)?;
            let other = Slot::moved(now, grain.times(n * side)?, Grain::Second)?;
            return Some(if side < 0 { Resolved::Range(other, here) } else { Resolved::Range(here, other) });
        }
        if self.bare || matches!(grain, Grain::Quarter | Grain::Half | Grain::Weekend) {
            let here = Slot::holding(now, grain)?;
            let (a, b) =
                if side < 0 { (here.later(-n)?, here.later(-1)?) } else { (here.later(1)?, here.later(n)?) };
            return Some(Resolved::Range(a, b));
        }
        let today = Slot::holding(now, Grain::Day)?;
        let far = Slot::moved(now, grain.times(n * side)?, Grain::Day)?;
        Some(if side < 0 {
            Resolved::Range(far, today.later(-1)?)
        } else {
            Resolved::Range(today.later(1)?, far)
        })
    }

    fn range(&self, a: &When, b: &When) -> Option<Resolved> {
        if let (When::In { inner, outer }, When::Clock(_)) = (a, b)
            && matches!(**inner, When::Clock(_))
        {
            let b = When::In { inner: Box::new(b.clone()), outer: outer.clone() };
            return self.range(a, &b);
        }
        if let When::Length(length) = b {
            let a = self.slot(a)?;
            let end =
                length.spans(1)?.into_iter().try_fold(a.start, |at, span: Span| at.checked_add(span).ok())?;
            let last = Slot::holding(end, if a.is_clock() { Grain::Minute } else { Grain::Day })?;
            return Some(Resolved::Range(a, last));
        }
        let first = self.slot(a)?;
        let mut last = match b {
            When::Date(Fields { year: None, .. })
            | When::Period { year: None, .. }
            | When::Holiday { year: None, .. } => {
                instances(b, first.start).into_iter().find(|s| s.start > first.start)?
            }
            When::Clock(_) => {
                let day = Slot::holding(first.start, Grain::Day)?;
                first_inside(&instances(b, first.start), day)?
            }
            _ => self.slot(b)?,
        };
        if last.start < first.start && last.is_clock() {
            last.start = last.start.checked_add(Grain::Day.times(1)?).ok()?;
        }
        (last.start >= first.start).then_some(Resolved::Range(first, last))
    }
}

/// The first century is the years 1 to 100, written `00`.
fn century(n: i64) -> Option<Slot> {
    let start = i16::try_from(n.checked_sub(1)?.checked_mul(100)?).ok()?;
    Some(Slot { grain: Grain::Century, ..Slot::year(start)? })
}

fn unit_name(grain: Grain) -> Option<&'static str> {
    [
        "second", "minute", "hour", "day", "weekend", "week", "month", "season", "quarter", "half", "year",
        "decade", "century",
    ]
    .into_iter()
    .find(|name| Grain::named(name) == Some(grain))
}

/// The part of day that a time has, if it has one.
fn part_of(when: &When) -> Option<super::calendar::Part> {
    match when {
        When::Part(part) => Some(*part),
        When::Toward { what, .. } => part_of(what),
        When::In { inner, outer } => part_of(inner).or_else(|| part_of(outer)),
        When::Edge { of, .. } => part_of(of),
        _ => None,
    }
}

fn first_inside(slots: &[Slot], frame: Slot) -> Option<Slot> {
    let end = frame.end()?;
    slots.iter().find(|s| s.start >= frame.start && s.start < end).copied()
}

/// The instances of what recurs around `center`, in order; of what does not, the one there is.
fn instances(when: &When, center: DateTime) -> Vec<Slot> {
    let year = center.year();
    let years = |span: i16| {
        (year.saturating_sub(span)..=year.saturating_add(span)).filter(|y| (1..=9998).contains(y))
    };
    let days = |span: i64| (-span..=span).filter_map(move |n| Slot::holding(center, Grain::Day)?.later(n));
    match when {
        When::Date(Fields { year, month, day, weekday }) => match (year, month, day, weekday) {
            (Some(y), Some(m), Some(d), _) => Slot::day(*y, *m, *d).into_iter().collect(),
            (Some(y), Some(m), None, _) => Slot::month(*y, *m).into_iter().collect(),
            (Some(y), None, ..) => Slot::year(*y).into_iter().collect(),
            (None, Some(m), Some(d), weekday) => {
                let all: Vec<_> = years(8).filter_map(|y| Slot::day(y, *m, *d)).collect();
                let right = |s: &Slot| weekday.is_none_or(|w| s.start.weekday().to_monday_one_offset() == w);
                let near = |s: &&Slot| (s.start.year() - year_of(center)).abs() <= 1 && right(s);
                // The weekday settles the year, unless it is a slip.
                if all.iter().any(|s| near(&s)) {
                    all.iter().filter(|s| right(s)).copied().collect()
                } else {
                    all
                }
            }
            (None, Some(m), None, _) => years(2).filter_map(|y| Slot::month(y, *m)).collect(),
            (None, None, Some(d), weekday) => (-14..=14)
                .filter_map(|n| {
                    let month = Slot::holding(center, Grain::Month)?.later(n)?.start;
                    Slot::day(month.year(), month.month(), *d)
                })
                .filter(|s| weekday.is_none_or(|w| s.start.weekday().to_monday_one_offset() == w))
                .collect(),
            (None, None, None, Some(w)) => {
                days(400).filter(|s| s.start.weekday().to_monday_one_offset() == *w).collect()
            }
            (None, None, None, None) => Vec::new(),
        },
        When::Clock(clock) => days(8)
            .filter_map(|day| {
                let grain = match (clock.minute, clock.second) {
                    (_, Some(_)) => Grain::Second,
                    (Some(_), None) => Grain::Minute,
                    (None, None) => Grain::Hour,
                };
                let (minute, second) = (clock.minute.unwrap_or(0), clock.second.unwrap_or(0).min(59));
                let start = day.start.with().hour(clock.hour).minute(minute).second(second).build().ok()?;
                Some(Slot { start, grain })
            })
            .collect(),
        When::Part(part) => days(8).filter_map(|day| Slot::holding(day.start, Grain::Part(*part))).collect(),
        When::Period { grain, n, year } => {
            let make = |y: i16| {
                let n = i8::try_from(*n).ok()?;
                match grain {
                    Grain::Quarter => Some(Slot { grain: *grain, ..Slot::month(y, n * 3 - 2)? }),
                    Grain::Half => Some(Slot { grain: *grain, ..Slot::month(y, n * 6 - 5)? }),
                    Grain::Week => Slot::week(y, n),
                    _ => Slot::season(y, n),
                }
            };
            match (grain, year) {
                (Grain::Decade, _) => {
                    // "the 90s": a decade of one digit is of the last century that has it whole.
                    let n = if *n < 10 { n + if *n < 3 { 200 } else { 190 } } else { *n };
                    let start = i16::try_from(n * 10).ok().and_then(Slot::year);
                    start.map(|s| Slot { grain: Grain::Decade, ..s }).into_iter().collect()
                }
                (_, Some(y)) => make(*y).into_iter().collect(),
                _ => years(2).filter_map(make).collect(),
            }
        }
        When::Holiday { rule, year } => match year {
            Some(y) => holiday::slot(rule, *y).into_iter().collect(),
            None => years(2).filter_map(|y| holiday::slot(rule, y)).collect(),
        },
        When::Present { n: 0, grain } | When::Nth { what: What::Unit(grain), .. } => {
            days(400).filter_map(|d| Slot::holding(d.start, *grain)).collect()
        }
        _ => Vec::new(),
    }
}

fn year_of(moment: DateTime) -> i16 {
    moment.year()
}

/// The value with holes of what recurs, and whether it is a time of day.
fn holes(when: &When) -> Option<(String, bool)> {
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
            let (inner, _) = holes(inner).filter(|(value, clock)| *clock && value.starts_with('T'))?;
            let (outer, clock) = holes(outer)?;
            if clock { (inner, true) } else { (outer + &inner, true) }
        }
        When::Present { grain, .. } => {
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
