//! What the operations of the grammar make of their arguments, or refuse: the 31st of June, week 54.

use std::rc::Rc;

use super::calendar::{Grain, Part};
use super::ends::{clock, range};
use super::length::Length;
use super::when::{Clock, Fields, What, When};
use crate::grammar::{Arguments, Exact, Meaning, Op, Value};

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

impl Meaning for When {
    fn apply(op: Op, arguments: Arguments<'_, Self>) -> Option<Value<Self>> {
        let given = Given(arguments);
        match op {
            Op::Year => given.spoken_year().map(Value::Int),
            _ => given.made(op).map(|made| Value::Meaning(Rc::new(made))),
        }
    }
}

/// The arguments of an operation.
struct Given<'a>(Arguments<'a, When>);

impl<'a> Given<'a> {
    /// What the operation makes of the arguments.
    fn made(&self, op: Op) -> Option<When> {
        Some(match op {
            Op::Date => When::Date(self.date()?),
            Op::Era => self.era()?,
            Op::Clock => When::Clock(clock(self.0)?),
            Op::Zone => self.zoned()?,
            Op::DayPart => self.day_part()?,
            Op::Period => self.period()?,
            Op::Holiday => When::Holiday { rule: self.0.name(0)?.to_owned(), year: self.year(1) },
            Op::Present => When::Present { n: self.0.int(0)?, grain: self.grain(1)? },
            Op::Told => self.told()?,
            Op::Toward => When::Toward { n: self.0.int(0)?, what: self.recurring(1)? },
            Op::In => When::within(self.when(0)?, self.when(1)?)?,
            Op::Nth => When::Nth { n: self.0.int(0)?, what: self.what(1)?, of: self.boxed(2)? },
            Op::Following => When::After { n: self.few(0)?, what: self.recurring(1)?, from: self.boxed(2)? },
            Op::Closest => When::Closest { n: self.few(0)?, what: self.recurring(1)?, to: self.boxed(2)? },
            Op::Length => When::Length(Length::new(self.0.exact(0), self.0.name(1)?)?),
            Op::Add => When::Length(self.length(0)?.plus(self.length(1)?)?),
            Op::Shift => {
                let (sign, length) = (self.0.int(0)?, self.length(1)?.clone());
                When::Shift { sign, length, from: self.boxed(2) }
            }
            Op::Stretch => When::Stretch { side: self.0.int(0)?, n: self.0.int(1), grain: self.grain(2)? },
            Op::Range => range(self.when(0)?, self.when(1)?)?,
            Op::Through => When::Range { a: self.boxed(0)?, b: self.boxed(1)?, whole: true },
            Op::Years => self.years()?,
            Op::Holding => When::Holding { grain: self.grain(0)?, of: self.boxed(1)? },
            Op::Rest => When::Rest(self.boxed(0)?),
            Op::Inside => When::Within(self.length(0)?.clone()),
            Op::Coming => When::Coming(self.recurring(0)?),
            Op::Edge => When::Edge { modifier: self.modifier(0)?, of: self.boxed(1)? },
            Op::Every => {
                let quant = (!self.0.absent(1)).then_some("EVERY");
                When::Every { what: self.boxed(0)?, quant, freq: None }
            }
            Op::Often => {
                let what = When::Length(Length::new(Some(Exact::int(1)), self.0.name(1)?)?);
                When::Every { what: what.boxed(), quant: None, freq: self.0.int(0) }
            }
            Op::Ref => {
                let name = self.0.name(0)?;
                When::Ref(["PRESENT_REF", "PAST_REF", "FUTURE_REF"].into_iter().find(|r| *r == name)?)
            }
            _ => return None,
        })
    }

    fn when(&self, at: usize) -> Option<&'a When> {
        self.0.meaning(at)
    }

    fn boxed(&self, at: usize) -> Option<Box<When>> {
        Some(self.when(at)?.clone().boxed())
    }

    fn recurring(&self, at: usize) -> Option<Box<When>> {
        self.boxed(at).filter(|when| when.is_recurring())
    }

    fn length(&self, at: usize) -> Option<&'a Length> {
        match self.when(at)? {
            When::Length(length) => Some(length),
            _ => None,
        }
    }

    fn grain(&self, at: usize) -> Option<Grain> {
        Grain::named(self.0.name(at)?)
    }

    fn small(&self, at: usize) -> Option<i8> {
        self.0.int(at).and_then(|n| i8::try_from(n).ok())
    }

    fn year(&self, at: usize) -> Option<i16> {
        let number = self.0.number(at)?;
        full_year(number.exact.whole()?, number.digits)
    }

    fn modifier(&self, at: usize) -> Option<&'static str> {
        let name = self.0.name(at)?;
        MODIFIERS.into_iter().find(|modifier| *modifier == name)
    }

    /// A number of times that somebody counts: "the *third* Monday after".
    fn few(&self, at: usize) -> Option<i64> {
        self.0.int(at).filter(|n| (1..=20).contains(n))
    }

    fn what(&self, at: usize) -> Option<What> {
        match self.boxed(at) {
            Some(time) => Some(What::Time(time)),
            None => self.grain(at).map(What::Unit),
        }
    }

    /// The fields of a date, if there is such a date.
    fn date(&self) -> Option<Fields> {
        let fields =
            Fields { year: self.year(0), month: self.small(1), day: self.small(2), weekday: self.small(3) };
        let complete = self.0.absent(0) == fields.year.is_none();
        let lone = fields.day.is_none() || fields.month.is_some() || fields.year.is_none();
        let sound = (1..=12).contains(&fields.month.unwrap_or(1)) && fields.exists();
        (complete && sound && lone).then_some(fields)
    }

    /// A year in words: "twenty five" is none, "twenty ten" is.
    fn spoken_year(&self) -> Option<i64> {
        match (self.0.int(0)?, self.0.absent(1)) {
            (high @ 10..=20, false) => {
                let low = self.0.int(1).filter(|low| (10..100).contains(low))?;
                high.checked_mul(100)?.checked_add(low)
            }
            (year, true) => Some(year),
            _ => None,
        }
    }

    /// "300 BC", "the third century BC"
    fn era(&self) -> Option<When> {
        let n = self.0.int(0)?;
        let grain = if self.0.absent(1) { Grain::Year } else { self.grain(1)? };
        (1..=9999).contains(&n).then_some(When::Before { grain, n })
    }

    /// A time of day with its zone, also within a day: "at 9 on Monday, *GMT*".
    fn zoned(&self) -> Option<When> {
        let zone = i32::try_from(self.0.int(1)?).ok();
        match self.when(0)? {
            When::Clock(clock) => Some(When::Clock(Clock { zone, ..*clock })),
            When::In { inner, outer } => match **inner {
                When::Clock(clock) => {
                    let inner = When::Clock(Clock { zone, ..clock }).boxed();
                    Some(When::In { inner, outer: outer.clone() })
                }
                _ => None,
            },
            _ => None,
        }
    }

    /// "morning", "Monday morning"
    fn day_part(&self) -> Option<When> {
        let part = When::Part(Part::named(self.0.name(0)?)?);
        match self.when(1) {
            Some(outer) => When::within(&part, outer),
            None => Some(part),
        }
    }

    /// "Q3", "week 31", "the 1990s"
    fn period(&self) -> Option<When> {
        let (grain, n) = (self.grain(0)?, self.0.int(1)?);
        let most = match grain {
            Grain::Quarter | Grain::Season => 4,
            Grain::Half => 2,
            Grain::Week => 53,
            Grain::Decade => 998,
            Grain::Century => 98,
            _ => return None,
        };
        let least = i64::from(grain < Grain::Decade);
        let sound = self.0.absent(2) || self.year(2).is_some();
        (sound && (least..=most).contains(&n)).then(|| When::Period { grain, n, year: self.year(2) })
    }

    /// "that day", "the next year": by the unit or a length of it.
    fn told(&self) -> Option<When> {
        Some(match self.length(0) {
            Some(length) => When::Told { grain: length.grain(), n: 0 },
            None => When::Told { grain: self.grain(0)?, n: self.0.int(1).unwrap_or(0) },
        })
    }

    /// "1998-99"
    fn years(&self) -> Option<When> {
        let (first, last) = (self.0.int(0)?, self.0.int(1)?);
        let century = first - first.rem_euclid(100);
        let last = if century + last > first { century + last } else { century + 100 + last };
        // "1920-12" is a row of numbers rather than 92 years.
        let sound = (1000..2200).contains(&first) && last - first < 60;
        let year = |n: i64| When::Date(Fields { year: i16::try_from(n).ok(), ..Fields::default() }).boxed();
        sound.then(|| When::Range { a: year(first), b: year(last), whole: false })
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
