//! Amounts of time.

use jiff::Span;

use super::calendar::Grain;
use crate::grammar::Exact;

/// An amount of time, unit by unit as it was said: "2 years and 6 months".
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Length {
    /// How many, `None` if vague ("some days"), and of what, the larger units first.
    parts: Vec<(Option<Exact>, Unit)>,
}

/// A unit of an amount: TIMEX3 code, whether it stands after the `T`, and the calendar unit with its multiple.
type Unit = (&'static str, bool, Grain, i64);

const UNITS: [(&str, Unit); 15] = [
    ("millennium", ("ML", false, Grain::Century, 10)),
    ("century", ("CE", false, Grain::Century, 1)),
    ("decade", ("DE", false, Grain::Decade, 1)),
    ("year", ("Y", false, Grain::Year, 1)),
    ("half", ("H", false, Grain::Half, 1)),
    ("quarter", ("Q", false, Grain::Quarter, 1)),
    ("season", ("M", false, Grain::Month, 3)),
    ("month", ("M", false, Grain::Month, 1)),
    ("fortnight", ("W", false, Grain::Week, 2)),
    ("week", ("W", false, Grain::Week, 1)),
    ("weekend", ("WE", false, Grain::Weekend, 1)),
    ("day", ("D", false, Grain::Day, 1)),
    ("hour", ("H", true, Grain::Hour, 1)),
    ("minute", ("M", true, Grain::Minute, 1)),
    ("second", ("S", true, Grain::Second, 1)),
];

impl Length {
    /// `n` of `unit`; vague if `n` is absent.
    pub(crate) fn new(n: Option<Exact>, unit: &str) -> Option<Self> {
        let unit = UNITS.iter().find(|(name, _)| *name == unit)?.1;
        let n = match (n, unit) {
            // Two fortnights are four weeks.
            (Some(n), ("W" | "M", false, _, more)) => Some(n.times(Exact::int(more))?),
            (n, _) => n,
        };
        if n.is_some_and(Exact::negative) {
            return None;
        }
        Some(Self { parts: vec![(n, unit)] })
    }

    /// Both together; the units of `other` must be smaller.
    pub(crate) fn plus(&self, other: &Self) -> Option<Self> {
        let (last, first) = (self.parts.last()?, other.parts.first()?);
        let parts = self.parts.iter().chain(&other.parts).copied().collect();
        (last.1.2 > first.1.2).then_some(Self { parts })
    }

    /// The smallest unit that was said.
    pub(crate) fn grain(&self) -> Grain {
        self.parts.last().map_or(Grain::Day, |part| part.1.2)
    }

    /// Whether a unit smaller than a day was said.
    pub(crate) fn has_clock(&self) -> bool {
        self.parts.iter().any(|(_, unit)| unit.1)
    }

    /// With `n` for what was left vague.
    pub(crate) fn filled(&self, n: i64) -> Self {
        let parts = self.parts.iter().map(|(m, unit)| (m.or(Some(Exact::int(n))), *unit)).collect();
        Self { parts }
    }

    /// Whether it was said as one unit.
    pub(crate) fn is_plain(&self) -> bool {
        self.parts.len() == 1 && self.parts.iter().all(|(n, _)| n.is_none_or(|n| n.whole().is_some()))
    }

    /// The calendar arithmetic, forwards or backwards; `None` if vague or out of bounds.
    pub(crate) fn spans(&self, sign: i64) -> Option<Vec<Span>> {
        let mut spans = Vec::new();
        for (n, (code, _, grain, more)) in &self.parts {
            let more = if *code == "W" || *code == "M" { 1 } else { *more };
            let n = (*n)?.times(Exact::int(more * sign))?;
            match n.whole() {
                Some(n) => spans.push(grain.times(n)?),
                None => spans.push(fraction(n, *grain)?),
            }
        }
        Some(spans)
    }

    /// TIMEX3 value: `P2Y6M`, `PT1.5H`, `PXD`.
    pub(crate) fn value(&self) -> String {
        let mut value = "P".to_owned();
        let mut clock = false;
        for (n, (code, after, ..)) in &self.parts {
            if *after && !clock {
                value.push('T');
                clock = true;
            }
            value.push_str(&n.map_or_else(|| "X".to_owned(), Exact::decimal));
            value.push_str(code);
        }
        value
    }
}

/// "half a year", "one and a half hours": the fraction in a smaller unit that has a whole number of it.
fn fraction(n: Exact, grain: Grain) -> Option<Span> {
    let (per, smaller) = match grain {
        Grain::Century => (100, Grain::Year),
        Grain::Decade => (10, Grain::Year),
        Grain::Year => (12, Grain::Month),
        Grain::Week => (7, Grain::Day),
        Grain::Month => (30, Grain::Day),
        Grain::Day => (24, Grain::Hour),
        Grain::Hour => (60, Grain::Minute),
        Grain::Minute => (60, Grain::Second),
        _ => return None,
    };
    smaller.times(n.times(Exact::int(per))?.whole()?)
}
