//! Times with two ends.
//!
//! Where a phrase stands alone, a range runs to the end of its last unit ("July 13 to 15", "3 to 5 pm"): what is said is
//! all there is. In a sentence that asks for something its end is a bound: away "from May 4 to May 8" is back on the 8th.

use jiff::Span;
use jiff::civil::DateTime;

use super::calendar::{Grain, Slot};
use super::instances::{first_inside, instances};
use super::length::Length;
use super::resolve::{Anchor, Resolved};
use super::when::{Fields, What, When};

/// What "a few" is where a phrase must have an interval.
pub(super) const FEW: i64 = 3;

impl Anchor {
    /// The `n` units before or after the present one; without an interval in running text.
    pub(super) fn stretch(&self, side: i64, n: Option<i64>, grain: Grain) -> Option<Resolved> {
        let name = |n: Option<i64>| {
            let n = n.map(crate::grammar::Exact::int);
            Length::new(n, grain.name()?).map(|length| Resolved::Length(length.value()))
        };
        let Some(now) = self.now.filter(|_| self.phrase) else { return name(n) };
        let n = n.unwrap_or(FEW);
        if n < 1 {
            return None;
        }
        if grain < Grain::Day && !self.bare {
            let here = Slot::holding(now, Grain::Second)?;
            let other = Slot::moved(now, grain.times(n * side)?, Grain::Second)?;
            return Some(if side < 0 { Resolved::Range(other, here) } else { Resolved::Range(here, other) });
        }
        let whole =
            matches!(grain, Grain::Quarter | Grain::Half | Grain::Weekend | Grain::Decade | Grain::Century);
        if self.bare || whole {
            let here = Slot::holding(now, grain)?;
            let (a, b) =
                if side < 0 { (here.later(-n)?, here.later(-1)?) } else { (here.later(1)?, here.later(n)?) };
            return Some(if grain < Grain::Day {
                Resolved::Range(a, Slot::new(b.end()?, grain))
            } else {
                Resolved::Range(a, b)
            });
        }
        let today = Slot::holding(now, Grain::Day)?;
        let far = Slot::moved(now, grain.times(n * side)?, Grain::Day)?;
        Some(if side < 0 {
            Resolved::Range(far, today.later(-1)?)
        } else {
            Resolved::Range(today.later(1)?, far)
        })
    }

    /// From the present on: "within two hours", "the rest of the week".
    pub(super) fn within(&self, length: &Length) -> Option<Resolved> {
        let now = self.now?;
        let grain = if length.has_clock() { Grain::Second } else { Grain::Day };
        let end = sum(now, &length.spans(1)?)?;
        let (first, last) = (Slot::holding(now, grain)?, Slot::holding(end, grain)?);
        Some(Resolved::Range(first, if grain == Grain::Day { last.later(-1)? } else { last }))
    }

    /// What is left of a unit.
    pub(super) fn rest(&self, of: &When) -> Option<Resolved> {
        let (now, of) = (self.now?, self.slot(of)?);
        if of.grain <= Grain::Day {
            let last = of.end()?.checked_sub(Grain::Second.times(1)?).ok()?;
            return Some(Resolved::Range(
                Slot::holding(now, Grain::Second)?,
                Slot::holding(last, Grain::Second)?,
            ));
        }
        let today = Slot::holding(now.max(of.start), Grain::Day)?;
        let last = Slot::holding(of.end()?, Grain::Day)?.later(-1)?;
        (last.start >= today.start).then_some(Resolved::Range(today, last))
    }

    /// So many units in a row: in running text an amount, as in "the first nine months of 1989".
    pub(super) fn lasting_units(&self, a: &When, b: &When) -> Option<Resolved> {
        let range = self.range(a, b, true);
        let (When::Nth { n, what: What::Unit(grain), .. }, When::Nth { n: m, .. }) = (a, b) else {
            return range;
        };
        let n = crate::grammar::Exact::int(m - n + 1);
        let value = Length::new(Some(n), grain.name()?)?.value();
        Some(match range {
            Some(Resolved::Range(first, last)) => Resolved::Lasting(value, first, last),
            _ => Resolved::Length(value),
        })
    }

    /// From `a` to `b`; both ends named as one time ("the first two weeks of May") if `whole`.
    pub(super) fn range(&self, a: &When, b: &When, whole: bool) -> Option<Resolved> {
        if let (When::In { inner, outer }, When::Clock(_)) = (a, b)
            && matches!(**inner, When::Clock(_))
        {
            let b = When::In { inner: Box::new(b.clone()), outer: outer.clone() };
            return self.range(a, &b, whole);
        }
        if let When::Length(length) = b {
            return self.lasting(a, length);
        }
        let first = self.open_range(a, b).or_else(|| self.end_slot(a))?;
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
            _ => self.end_slot(b)?,
        };
        // "between May and now": now is as coarse as the other end.
        let now = |when: &When| matches!(when, When::Ref(_));
        let mut first = first;
        if now(b) && !first.is_clock() {
            last = Slot::holding(last.start, Grain::Day)?;
        } else if now(a) && !last.is_clock() {
            first = Slot::holding(first.start, Grain::Day)?;
        }
        if last.start < first.start && last.is_clock() {
            last.start = last.start.checked_add(Grain::Day.times(1)?).ok()?;
        }
        if last.start < first.start {
            return None;
        }
        if last.is_clock() && self.bare {
            // To the end of the smaller unit that was said.
            let grain = last.grain.min(first.grain);
            last = Slot::new(last.start.checked_add(grain.times(1)?).ok()?, Grain::Minute);
        } else if !last.is_clock() && self.phrase && !self.bare && !whole {
            last = Slot::holding(last.start, Grain::Day)?.later(-1)?;
            if last.start < first.start {
                last = Slot::holding(first.start, Grain::Day)?;
            }
        }
        Some(Resolved::Range(first, last))
    }

    /// The beginning of a range that recurs every year: of the one that is not yet over.
    fn open_range(&self, a: &When, b: &When) -> Option<Slot> {
        let yearly = |when: &When| {
            matches!(when, When::Date(Fields { year: None, month: Some(_), weekday: None, .. }))
        };
        let now = self.now.filter(|_| self.phrase && yearly(a) && yearly(b))?;
        let last = instances(b, now).into_iter().find(|s| s.start > now)?;
        instances(a, now).into_iter().rev().find(|s| s.start < last.start)
    }

    /// "two weeks from Monday on", "4 pm for 30 minutes".
    fn lasting(&self, from: &When, length: &Length) -> Option<Resolved> {
        let first = self.slot(from)?;
        let end = sum(first.start, &length.spans(1)?)?;
        let last = if first.is_clock() || length.has_clock() {
            let more = Grain::Minute.times(i64::from(self.bare))?;
            Slot::holding(end.checked_add(more).ok()?, Grain::Minute)?
        } else {
            Slot::holding(end, Grain::Day)?.later(-i64::from(!self.bare))?
        };
        Some(Resolved::Range(first, last))
    }

    fn end_slot(&self, when: &When) -> Option<Slot> {
        match when {
            When::Ref("PRESENT_REF") => {
                Slot::holding(self.now?, if self.timed { Grain::Second } else { Grain::Day })
            }
            When::Edge { modifier: "END", of } if self.phrase => {
                let whole = self.slot(of)?;
                Slot::holding(whole.end()?, Grain::Day)
            }
            When::Edge { modifier: "MID", of } if self.phrase => {
                let whole = self.slot(of)?;
                let half = whole.start.date().until(whole.end()?.date()).ok()?.get_days() / 2;
                Slot::holding(whole.start.checked_add(Grain::Day.times(half.into())?).ok()?, Grain::Day)
            }
            _ => self.slot(when),
        }
    }
}

/// The part of a unit that its beginning, middle or end is, as days; `None` where no such convention is known.
pub(super) fn edge(modifier: &str, of: Slot) -> Option<Resolved> {
    let (a, b) = match (of.grain, modifier) {
        (Grain::Week, "START") => (0, 2),
        (Grain::Week, "END") => (4, 6),
        (Grain::Month, "START") => (0, 9),
        (Grain::Month, "MID") => (10, 19),
        (Grain::Month, "END") => (20, 99),
        (Grain::Year, "START") => return Some(Resolved::Range(months(of, 0)?, months(of, 2)?)),
        (Grain::Year, "END") => return Some(Resolved::Range(months(of, 8)?, months(of, 11)?)),
        _ => return None,
    };
    let day = Slot::holding(of.start, Grain::Day)?;
    let last = Slot::holding(of.end()?, Grain::Day)?.later(-1)?;
    let end = day.later(b)?;
    Some(Resolved::Range(day.later(a)?, if end.start > last.start { last } else { end }))
}

fn months(of: Slot, n: i64) -> Option<Slot> {
    Slot::holding(of.start, Grain::Month)?.later(n)
}

/// `start` and all of `spans` after it.
pub(super) fn sum(start: DateTime, spans: &[Span]) -> Option<DateTime> {
    spans.iter().try_fold(start, |at, span| at.checked_add(*span).ok())
}
