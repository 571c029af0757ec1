//! What a time expression says, before anyone knows when it was said.
//!
//! "the first Friday of next month" is a [`When`] tree: the operations of the grammar build it bottom-up ([`super::made`]),
//! refusing what is no time (the 31st of June), and `resolve` turns it into calendar units given a document date.

use super::calendar::{Grain, Part};
use super::length::Length;

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
    pub(super) fn within(inner: &Self, outer: &Self) -> Option<Self> {
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

    pub(super) fn is_recurring(&self) -> bool {
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
