//! What a time expression says, before anyone knows when it was said.
//!
//! "the first Friday of next month" is a [`When`] tree: the operations of the grammar build it bottom-up, refusing
//! what is no time (the 31st of June), and `resolve` turns it into calendar units given a document date.

use std::rc::Rc;

use super::calendar::{Grain, Part};
use super::ends::{clock, range};
use super::length::Length;
use crate::grammar::{Arguments, Meaning, Op, Value};

/// A time as it is said.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum When {
    /// Calendar fields, any of them absent.
    Date(Fields),
    /// A time of day.
    Clock(Clock),
    /// A part of day.
    Part(Part),
    /// A numbered unit: `Q3`, week 31, summer, the 1990s; of a year if one is said.
    Period {
        grain: Grain,
        n: i64,
        year: Option<i16>,
    },
    /// A year before Christ, or a century or decade then.
    Before {
        grain: Grain,
        n: i64,
    },
    /// A holiday by its rule, of a year if one is said.
    Holiday {
        rule: String,
        year: Option<i16>,
    },
    /// The unit that is `n` after the present one.
    Present {
        n: i64,
        grain: Grain,
    },
    /// The unit that is `n` after the one in which the time lies that was told last.
    Told {
        grain: Grain,
        n: i64,
    },
    /// The next (1), this (0) or last (-1) of what recurs.
    Toward {
        n: i64,
        what: Box<When>,
    },
    /// The inner time of the outer one.
    In {
        inner: Box<When>,
        outer: Box<When>,
    },
    /// The `n`th unit or named time of a time; from its end if `n` is negative.
    Nth {
        n: i64,
        what: What,
        of: Box<When>,
    },
    /// The `n`th of what recurs after a time, or the `n`th closest to it.
    After {
        n: i64,
        what: Box<When>,
        from: Box<When>,
    },
    Closest {
        n: i64,
        what: Box<When>,
        to: Box<When>,
    },
    /// So much before or after a time; the present if none is said.
    Shift {
        sign: i64,
        length: Length,
        from: Option<Box<When>>,
    },
    /// The `n` units before (-1) or after (1) the present one.
    Stretch {
        side: i64,
        n: Option<i64>,
        grain: Grain,
    },
    /// The first of what recurs that is still to come.
    Coming(Box<When>),
    /// The unit in which a time lies.
    Holding {
        grain: Grain,
        of: Box<When>,
    },
    /// From one time to another; one time with two ends if `whole`.
    Range {
        a: Box<When>,
        b: Box<When>,
        whole: bool,
    },
    /// So long from the present on.
    Within(Length),
    /// What is left of a time.
    Rest(Box<When>),
    /// A time with a TIMEX3 modifier.
    Edge {
        modifier: &'static str,
        of: Box<When>,
    },
    /// An amount of time.
    Length(Length),
    /// A time that recurs, with TIMEX3 `quant` and `freq`.
    Every {
        what: Box<When>,
        quant: Option<&'static str>,
        freq: Option<i64>,
    },
    /// The present, past or future at large.
    Ref(&'static str),
}

/// What can be counted in a time.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    Unit(Grain),
    Time(Box<When>),
}

/// Fields of a calendar date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields {
    pub(crate) year: Option<i16>,
    pub(crate) month: Option<i8>,
    pub(crate) day: Option<i8>,
    /// Monday is 1.
    pub(crate) weekday: Option<i8>,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: i8,
    pub(crate) minute: Option<i8>,
    pub(crate) second: Option<i8>,
    /// Whether a.m. or p.m. was said, or a 24-hour clock leaves no doubt.
    pub(crate) certain: bool,
    /// Minutes east of Greenwich.
    pub(crate) zone: Option<i32>,
}

/// Modifiers of TIMEX3.
const MODIFIERS: [&str; 12] = [
    "START",
    "MID",
    "END",
    "APPROX",
    "MORE_THAN",
    "LESS_THAN",
    "EQUAL_OR_MORE",
    "EQUAL_OR_LESS",
    "BEFORE",
    "AFTER",
    "ON_OR_BEFORE",
    "ON_OR_AFTER",
];

impl When {
    /// Whether it is the same whether it is past or coming.
    pub(super) fn is_fixed(&self) -> bool {
        match self {
            Self::Date(Fields { year, .. }) | Self::Period { year, .. } | Self::Holiday { year, .. } => {
                year.is_some()
            }
            Self::Length(_) | Self::Ref(_) | Self::Before { .. } | Self::Every { .. } => true,
            Self::Edge { of, .. } => of.is_fixed(),
            _ => false,
        }
    }

    pub(super) fn boxed(self) -> Box<Self> {
        Box::new(self)
    }

    /// `inner` of `outer`: the fields of the two where they fit together, else the one inside the other.
    fn within(inner: &Self, outer: &Self) -> Option<Self> {
        match (inner, outer) {
            (Self::Date(a), Self::Date(b)) => {
                if let Some(fields) = a.merged(*b) {
                    return Some(Self::Date(fields));
                }
                return None;
            }
            (
                Self::Period { grain, n, year: None },
                Self::Date(Fields { year: Some(year), month: None, .. }),
            ) => {
                return Some(Self::Period { grain: *grain, n: *n, year: Some(*year) });
            }
            (
                Self::Holiday { rule, year: None },
                Self::Date(Fields { year: Some(year), month: None, .. }),
            ) => {
                return Some(Self::Holiday { rule: rule.clone(), year: Some(*year) });
            }
            // "Monday 9 to 11": both ends are of the day.
            (Self::Range { a, b, whole }, outer) => {
                let side = |x: &Self| matches!(x, Self::Clock(_)).then(|| Self::within(x, outer));
                let (a, b) = (side(a)??.boxed(), side(b)??.boxed());
                return Some(Self::Range { a, b, whole: *whole });
            }
            (Self::Clock(_), Self::Clock(_))
            | (Self::Length(_) | Self::Ref(_), _)
            | (_, Self::Length(_) | Self::Ref(_)) => {
                return None;
            }
            _ => {}
        }
        if matches!(inner, Self::Clock(_) | Self::Part(_)) && outer.is_long() {
            return None;
        }
        Some(Self::In { inner: inner.clone().boxed(), outer: outer.clone().boxed() })
    }

    /// Whether it is a year before 1000, which looks like any number.
    pub(super) fn is_early(&self) -> bool {
        match self {
            Self::Edge { of, .. } => of.is_early(),
            _ => matches!(self, Self::Date(Fields { year: Some(..1000), month: None, .. })),
        }
    }

    /// Whether it is surely more than a day.
    fn is_long(&self) -> bool {
        match self {
            Self::Date(fields) => fields.day.is_none() && fields.weekday.is_none(),
            Self::Period { .. } | Self::Before { .. } | Self::Stretch { .. } => true,
            Self::Present { grain, .. } | Self::Holding { grain, .. } | Self::Told { grain, .. } => {
                *grain > Grain::Day
            }
            Self::Toward { what, .. } | Self::Coming(what) => what.is_long(),
            Self::Edge { of, .. } => of.is_long(),
            _ => false,
        }
    }

    fn is_recurring(&self) -> bool {
        match self {
            Self::Edge { of, .. } => of.is_recurring(),
            Self::Date(fields) => fields.year.is_none(),
            Self::Period { year, .. } | Self::Holiday { year, .. } => year.is_none(),
            Self::Clock(_) | Self::Part(_) => true,
            _ => false,
        }
    }
}

impl Fields {
    /// Both together, if no field is said twice and differently, and the date exists in some year.
    fn merged(self, other: Self) -> Option<Self> {
        // `None` is a contradiction, `Some(None)` a field that nobody has said.
        #[expect(clippy::option_option, reason = "three answers")]
        fn one<T: Copy + PartialEq>(a: Option<T>, b: Option<T>) -> Option<Option<T>> {
            match (a, b) {
                (Some(x), Some(y)) if x != y => None,
                _ => Some(a.or(b)),
            }
        }
        let merged = Self {
            year: one(self.year, other.year)?,
            month: one(self.month, other.month)?,
            day: one(self.day, other.day)?,
            weekday: one(self.weekday, other.weekday)?,
        };
        (merged != self && merged != other && merged.exists()).then_some(merged)
    }

    pub(super) fn exists(self) -> bool {
        let year = self.year.unwrap_or(2000);
        let days = match self.month {
            Some(month) => jiff::civil::Date::new(year, month, 1).map_or(0, jiff::civil::Date::days_in_month),
            None => 31,
        };
        self.day.is_none_or(|day| (1..=days).contains(&day))
    }
}

/// A year of two digits is of the century that puts it between 1950 and 2049.
fn full_year(written: i64, digits: u8) -> Option<i16> {
    let year = match (digits, written) {
        (2, 0..50) => written + 2000,
        (2, 50..100) => written + 1900,
        _ => written,
    };
    i16::try_from(year).ok().filter(|year| (1..=9998).contains(year))
}

impl Meaning for When {
    #[expect(clippy::too_many_lines, reason = "an arm an operation")]
    fn apply(op: Op, arguments: Arguments<'_, Self>) -> Option<Value<Self>> {
        let when = |at: usize| arguments.meaning(at);
        let grain = |at: usize| Grain::named(arguments.name(at)?);
        let small = |at: usize| arguments.int(at).and_then(|n| i8::try_from(n).ok());
        let year = |at: usize| {
            let number = arguments.number(at)?;
            full_year(number.exact.whole()?, number.digits)
        };
        let modifier =
            |at: usize| arguments.name(at).and_then(|name| MODIFIERS.into_iter().find(|m| *m == name));
        let made = match op {
            Op::Date => {
                let fields = Fields { year: year(0), month: small(1), day: small(2), weekday: small(3) };
                let complete = arguments.absent(0) == fields.year.is_none();
                let lone = fields.day.is_none() || fields.month.is_some() || fields.year.is_none();
                let sound = (1..=12).contains(&fields.month.unwrap_or(1)) && fields.exists();
                (complete && sound && lone).then_some(Self::Date(fields))?
            }
            Op::Year => {
                let year = match (arguments.int(0)?, arguments.absent(1)) {
                    // "twenty five" is no year, "twenty ten" is.
                    (high @ 10..=20, false) => {
                        let low = arguments.int(1).filter(|low| (10..100).contains(low))?;
                        high.checked_mul(100)?.checked_add(low)?
                    }
                    (year, true) => year,
                    _ => return None,
                };
                return Some(Value::Int(year));
            }
            Op::Era => {
                let n = arguments.int(0)?;
                let grain = if arguments.absent(1) { Grain::Year } else { grain(1)? };
                (1..=9999).contains(&n).then_some(Self::Before { grain, n })?
            }
            Op::Clock => Self::Clock(clock(arguments)?),
            Op::Zone => {
                let zone = i32::try_from(arguments.int(1)?).ok();
                match when(0)? {
                    Self::Clock(clock) => Self::Clock(Clock { zone, ..*clock }),
                    Self::In { inner, outer } => match **inner {
                        Self::Clock(clock) => {
                            let inner = Self::Clock(Clock { zone, ..clock }).boxed();
                            Self::In { inner, outer: outer.clone() }
                        }
                        _ => return None,
                    },
                    _ => return None,
                }
            }
            Op::DayPart => {
                let part = Self::Part(Part::named(arguments.name(0)?)?);
                match when(1) {
                    Some(outer) => Self::within(&part, outer)?,
                    None => part,
                }
            }
            Op::Period => {
                let (grain, n) = (grain(0)?, arguments.int(1)?);
                let most = match grain {
                    Grain::Quarter | Grain::Season => 4,
                    Grain::Half => 2,
                    Grain::Week => 53,
                    Grain::Decade => 998,
                    Grain::Century => 98,
                    _ => return None,
                };
                let least = i64::from(grain < Grain::Decade);
                let sound = arguments.absent(2) || year(2).is_some();
                (sound && (least..=most).contains(&n)).then(|| Self::Period { grain, n, year: year(2) })?
            }
            Op::Holiday => Self::Holiday { rule: arguments.name(0)?.to_owned(), year: year(1) },
            Op::Present => Self::Present { n: arguments.int(0)?, grain: grain(1)? },
            Op::Told => match when(0) {
                Some(Self::Length(length)) => Self::Told { grain: length.grain(), n: 0 },
                _ => Self::Told { grain: grain(0)?, n: arguments.int(1).unwrap_or(0) },
            },
            Op::Toward => {
                let what = when(1)?;
                what.is_recurring()
                    .then(|| Some(Self::Toward { n: arguments.int(0)?, what: what.clone().boxed() }))??
            }
            Op::In => Self::within(when(0)?, when(1)?)?,
            Op::Nth => {
                let what = match when(1) {
                    Some(time) => What::Time(time.clone().boxed()),
                    None => What::Unit(grain(1)?),
                };
                Self::Nth { n: arguments.int(0)?, what, of: when(2)?.clone().boxed() }
            }
            Op::Following | Op::Closest => {
                let (n, what, other) = (arguments.int(0)?, when(1)?, when(2)?.clone().boxed());
                if !what.is_recurring() || !(1..=20).contains(&n) {
                    return None;
                }
                let what = what.clone().boxed();
                match op {
                    Op::Closest => Self::Closest { n, what, to: other },
                    _ => Self::After { n, what, from: other },
                }
            }
            Op::Length => Self::Length(Length::new(arguments.exact(0), arguments.name(1)?)?),
            Op::Add => match (when(0)?, when(1)?) {
                (Self::Length(a), Self::Length(b)) => Self::Length(a.plus(b)?),
                _ => return None,
            },
            Op::Shift => match when(1)? {
                Self::Length(length) => {
                    let (sign, length) = (arguments.int(0)?, length.clone());
                    Self::Shift { sign, length, from: when(2).map(|from| from.clone().boxed()) }
                }
                _ => return None,
            },
            Op::Stretch => Self::Stretch { side: arguments.int(0)?, n: arguments.int(1), grain: grain(2)? },
            Op::Range => range(when(0)?, when(1)?)?,
            Op::Through => {
                let (a, b) = (when(0)?.clone().boxed(), when(1)?.clone().boxed());
                Self::Range { a, b, whole: true }
            }
            Op::Years => {
                let (first, last) = (arguments.int(0)?, arguments.int(1)?);
                let century = first - first.rem_euclid(100);
                let last = if century + last > first { century + last } else { century + 100 + last };
                // "1920-12" is a row of numbers rather than 92 years.
                let sound = (1000..2200).contains(&first) && last - first < 60;
                let year = |n: i64| {
                    Some(Self::Date(Fields { year: i16::try_from(n).ok(), ..Fields::default() }).boxed())
                };
                sound.then(|| Some(Self::Range { a: year(first)?, b: year(last)?, whole: false }))??
            }
            Op::Holding => Self::Holding { grain: grain(0)?, of: when(1)?.clone().boxed() },
            Op::Rest => Self::Rest(when(0)?.clone().boxed()),
            Op::Inside => match when(0)? {
                Self::Length(length) => Self::Within(length.clone()),
                _ => return None,
            },
            Op::Coming => {
                let what = when(0)?;
                what.is_recurring().then(|| Self::Coming(what.clone().boxed()))?
            }
            Op::Edge => Self::Edge { modifier: modifier(0)?, of: when(1)?.clone().boxed() },
            Op::Every => {
                let quant = (!arguments.absent(1)).then_some("EVERY");
                Self::Every { what: when(0)?.clone().boxed(), quant, freq: None }
            }
            Op::Often => {
                let what =
                    Self::Length(Length::new(Some(crate::grammar::Exact::int(1)), arguments.name(1)?)?);
                Self::Every { what: what.boxed(), quant: None, freq: arguments.int(0) }
            }
            Op::Ref => {
                let name = arguments.name(0)?;
                Self::Ref(["PRESENT_REF", "PAST_REF", "FUTURE_REF"].into_iter().find(|r| *r == name)?)
            }
            _ => return None,
        };
        Some(Value::Meaning(Rc::new(made)))
    }
}

/// `inner` with the half of the day that a part of day in `outer` tells: "Monday night at 9" is at 21.
pub(crate) fn afternoon(inner: &When, outer: &When) -> When {
    match (inner, part_of(outer)) {
        (When::Clock(clock), Some(part)) if part.after_noon() && !clock.certain && clock.hour < 12 => {
            let night = part == Part::Night && clock.hour < 5;
            When::Clock(Clock { hour: clock.hour + if night { 0 } else { 12 }, certain: true, ..*clock })
        }
        _ => inner.clone(),
    }
}

/// The part of day that a time has, if it has one.
fn part_of(when: &When) -> Option<Part> {
    match when {
        When::Part(part) => Some(*part),
        When::Toward { what, .. } => part_of(what),
        When::In { inner, outer } => part_of(inner).or_else(|| part_of(outer)),
        When::Edge { of, .. } => part_of(of),
        _ => None,
    }
}
