//! From what was said to calendar units: the only place that knows when it was said.
//!
//! What recurs (a weekday, a month without a year, a time of day) is looked for around an anchor and chosen by
//! [`Toward`]: the coming one, the last one, or the one that a narrative has reached. Without any anchor the value keeps
//! holes (`XXXX-06`), as TIMEX3 has it.

use jiff::civil::DateTime;

use super::calendar::{Grain, Slot};
use super::extent::{FEW, edge, sum};
use super::holes::holes;
use super::instances::{first_inside, instances};
use super::length::Length;
use super::when::{Fields, What, When, afternoon};
use crate::document::Moment;

/// Which of several possible times is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toward {
    Past,
    Future,
    /// What is said holds always: "it rains in July".
    Always,
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
    /// Where that was, in bytes.
    pub(crate) told_at: usize,
    /// The time that was told last: "the next day" is the one after it.
    pub(crate) last: Option<Slot>,
    /// The quarter that was told last: "the quarter" of a report, whatever day was spoken of meanwhile.
    pub(crate) quarter: Option<Slot>,
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
    /// A length of which the calendar is known: the first nine months of a year.
    Lasting(String, Slot, Slot),
    Set {
        value: String,
        quant: Option<&'static str>,
        freq: Option<i64>,
    },
    Ref(&'static str),
    With(&'static str, Box<Resolved>),
}

impl Anchor {
    /// Nothing is told yet of a text that was written at `date`.
    pub(super) fn new(date: Option<Moment>, phrase: bool) -> Self {
        Self {
            now: date.map(|date| date.at),
            timed: date.is_some_and(|date| date.timed),
            told: None,
            told_at: 0,
            last: None,
            quarter: None,
            toward: Toward::Future,
            phrase,
            bare: false,
        }
    }

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
            When::Holiday { rule, .. } if self.bare => {
                let day = self.slot(when)?;
                Some(match super::holiday::lasting(rule, day) {
                    Some((first, last)) if first == last => Resolved::Slot(first),
                    Some((first, last)) => Resolved::Range(first, last),
                    None => Resolved::Slot(day),
                })
            }
            // "by the end of the month": from now until then.
            When::Edge { modifier: "ON_OR_BEFORE", of }
                if self.bare && matches!(**of, When::Edge { modifier: "END", .. }) =>
            {
                let end = self.slot(of)?.end()?;
                let second = |at| Slot::holding(at, Grain::Second);
                Some(Resolved::Range(second(self.now?)?, second(end)?))
            }
            When::Edge { modifier, of } => {
                // The end of a day is its last moment.
                if let (true, "END", Some(day @ Slot { grain: Grain::Day, .. })) =
                    (self.phrase, *modifier, self.slot(of))
                {
                    let last = day.end()?.checked_sub(Grain::Second.times(1)?).ok()?;
                    return Some(Resolved::Slot(Slot::new(last, Grain::Second)));
                }
                let part = self.slot(of).filter(|_| self.bare).and_then(|slot| edge(modifier, slot));
                let inner = part.map_or_else(|| self.resolve(of), Some)?;
                Some(Resolved::With(modifier, Box::new(inner)))
            }
            When::Every { what, quant, freq } => {
                let value = match &**what {
                    When::Length(length) => length.value(),
                    what => holes(what)?.0,
                };
                Some(Resolved::Set { value, quant: *quant, freq: *freq })
            }
            When::Range { a, b, whole: true } if !self.phrase => self.lasting_units(a, b),
            When::Range { a, b, whole } => {
                let open = || self.now.is_none().then(|| holes(when)).flatten();
                let holes = || open().map(|(value, clock)| Resolved::Holes { value, clock });
                self.range(a, b, *whole).or_else(holes)
            }
            When::Within(length) => self.within(length).or_else(|| Some(Resolved::Length(length.value()))),
            When::Rest(of) => self.rest(of),
            When::Stretch { side, n, grain } => self.stretch(*side, *n, *grain),
            // Of what is later than nothing that was told, only the length is known.
            When::Shift { sign: 1.., length, from: Some(from) } if self.is_loose(from) => {
                Some(Resolved::Length(length.value()))
            }
            // "the best in ten years"; only of what is to come it is a date.
            When::Shift { sign: 1.., length, from: None } if self.is_within(length) => {
                Some(Resolved::Length(length.value()))
            }
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
    pub(super) fn slot(&self, when: &When) -> Option<Slot> {
        match when {
            When::Present { n: 0, grain: Grain::Weekend } if !self.phrase => {
                // The weekend of this week, unless what is told has happened.
                let coming = Slot::holding(self.now?, Grain::Weekend)?;
                let gone = self.toward == Toward::Past && coming.start > self.now?;
                coming.later(-i64::from(gone))
            }
            When::Present { n, grain } => Slot::holding(self.now?, *grain)?.later(*n),
            When::Told { grain, n } => {
                let told = self.told_of(*grain);
                // What a report says of "the quarter" is of the last one that is over.
                let over =
                    told.is_none() && *grain == Grain::Quarter && self.toward == Toward::Past && !self.phrase;
                Slot::holding(told.or(self.now)?, *grain)?.later(*n - i64::from(over))
            }
            When::Toward { n, what } => self.nearest(*n, what),
            When::Coming(what) => self.coming(what),
            When::Holding { grain, of } => {
                let of = self.slot(of)?;
                let slot = Slot::holding(of.start, *grain)?;
                // A holiday on a Monday lengthens the weekend before it.
                let after = *grain == Grain::Weekend
                    && of.start < slot.start
                    && of.start.weekday().to_monday_zero_offset() < 3;
                slot.later(-i64::from(after))
            }
            When::In { inner, outer } => self.inside(inner, outer),
            When::Nth { n, what, of } => self.nth(*n, what, self.slot(of)?),
            When::After { n, what, from } => {
                // "the following autumn" is that after whatever was told.
                let end = match (&**from, self.last.filter(|_| !self.phrase)) {
                    (When::Told { .. }, Some(told)) => told.end()?,
                    _ => self.slot(from)?.end()?,
                };
                let later = instances(what, end).into_iter().filter(|s| s.start >= end);
                later.take(usize::try_from(*n).ok()?).last()
            }
            When::Closest { n, what, to } => {
                let to = self.slot(to)?.start;
                let mut all = instances(what, to);
                all.sort_by_key(|s| to.duration_until(s.start).abs());
                all.get(usize::try_from(n - 1).ok()?).copied()
            }
            When::Shift { sign, length, from } => self.shift(*sign, length, from.as_deref()),
            When::Edge { of, .. } => self.slot(of),
            When::Date(fields) if fields.year.is_some() => {
                instances(when, DateTime::default()).into_iter().next()
            }
            When::Period { grain: Grain::Century, n, .. } => century(*n),
            When::Period { year: Some(_), .. } | When::Holiday { year: Some(_), .. } => {
                instances(when, DateTime::default()).into_iter().next()
            }
            When::Date(_) | When::Period { .. } | When::Holiday { .. } | When::Clock(_) | When::Part(_) => {
                self.choose(when)
            }
            _ => None,
        }
    }

    /// When it was what was told last, if that tells which `grain` it was: of a year it does not tell the day.
    fn told_of(&self, grain: Grain) -> Option<DateTime> {
        let told = if grain == Grain::Quarter { self.quarter } else { self.last };
        told.filter(|told| told.grain <= grain && !self.phrase).map(|told| told.start)
    }

    /// Whether it is what was told last, and nothing was.
    fn is_loose(&self, from: &When) -> bool {
        !self.phrase && matches!(from, When::Told { grain, .. } if self.told_of(*grain).is_none())
    }

    /// Whether "in ten years" is an amount: what is told is not to come, or nobody can say when.
    fn is_within(&self, length: &Length) -> bool {
        !self.phrase && (self.toward != Toward::Future || length.spans(1).is_none())
    }

    /// `inner` inside `outer`: 5 o'clock of tomorrow, March of last year.
    fn inside(&self, inner: &When, outer: &When) -> Option<Slot> {
        // An outer time of day tells the half of the day; its day is the frame.
        let inner = afternoon(inner, outer);
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
        let mut end = end;
        let mut of = of;
        if matches!(what, What::Unit(Grain::Week)) && !(self.bare && of.grain < Grain::Year) {
            // A week is of the month or year that has its Thursday, as ISO 8601 counts them.
            let monday = |at: DateTime| {
                Slot::holding(at.checked_add(Grain::Day.times(3)?).ok()?, Grain::Week).map(|s| s.start)
            };
            (of.start, end) = (monday(of.start)?, monday(end)?);
        }
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
        let from =
            from.filter(|from| !matches!(from, When::Told { grain, .. } if self.told_of(*grain).is_none()));
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
        let few = || length.filled(FEW).spans(sign).filter(|_| self.phrase);
        let spans = length.spans(sign).or_else(few)?;
        Slot::holding(sum(start, &spans)?, grain)
    }
}

/// The first century is the years 1 to 100, written `00`.
fn century(n: i64) -> Option<Slot> {
    let start = i16::try_from(n.checked_sub(1)?.checked_mul(100)?).ok()?;
    Some(Slot { grain: Grain::Century, ..Slot::year(start)? })
}
