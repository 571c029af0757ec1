//! What an amount says: number, unit, bounds; and the operations by which the grammar builds it.

use std::rc::Rc;

use crate::document::QuantityLabel;
use crate::grammar::{Arguments, Exact, Meaning, Op, Value};

/// An amount.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Amount {
    pub(crate) label: QuantityLabel,
    /// `None` if vague.
    pub(crate) value: Option<Exact>,
    pub(crate) high: Option<Exact>,
    /// What each end of a range is by itself.
    pub(crate) ends: Option<QuantityLabel>,
    pub(crate) unit: Option<String>,
    pub(crate) modifier: Option<&'static str>,
    /// Looks like a quantity and is none: a reference, a telephone number.
    pub(crate) none: bool,
}

const MODIFIERS: [&str; 5] = ["approx", "more_than", "less_than", "at_least", "at_most"];

impl Meaning for Amount {
    fn apply(op: Op, arguments: Arguments<'_, Self>) -> Option<Value<Self>> {
        let blank = Self {
            label: QuantityLabel::Number,
            value: None,
            high: None,
            ends: None,
            unit: None,
            modifier: None,
            none: false,
        };
        let unit = |at: usize| arguments.name(at).map(str::to_owned);
        let label = |at: usize| arguments.name(at).and_then(QuantityLabel::named);
        let amount = match op {
            Op::Quantity => {
                let value = Some(arguments.exact(1)?);
                if arguments.absent(2) != unit(2).is_none() {
                    return None;
                }
                Self { label: label(0)?, value, unit: unit(2), ..blank }
            }
            Op::Vague => Self { label: label(0)?, unit: unit(1), ..blank },
            Op::Interval => interval(arguments.meaning(0)?, arguments.meaning(1)?)?,
            Op::Modified => {
                let modifier =
                    arguments.name(0).and_then(|name| MODIFIERS.into_iter().find(|m| *m == name))?;
                Self { modifier: Some(modifier), ..arguments.meaning(1)?.clone() }
            }
            Op::Per => {
                let (amount, per) = (arguments.meaning(0)?, unit(1)?);
                let whole = format!("{} per {per}", amount.unit.as_deref()?);
                Self { unit: Some(whole), ..amount.clone() }
            }
            Op::Add => {
                // "ten dollars and 43 cents", "6 ft 2 in": the second in hundredths or in parts of the first.
                let (a, b) = (arguments.meaning(0)?, arguments.meaning(1)?);
                // Nobody adds cents to a billion: "EUR 1 billion and 18 tanks".
                if a.value?.compare(Exact::int(100_000))?.is_gt() {
                    return None;
                }
                let small = b.value?.over(Exact::int(arguments.int(2)?))?;
                Self { value: Some(a.value?.plus(small)?), ..a.clone() }
            }
            Op::Not => Self { none: true, ..blank },
            _ => return None,
        };
        Some(Value::Meaning(Rc::new(amount)))
    }
}

/// From `a` to `b`: a unit or a magnitude said once holds for both ("3 to 5 million tonnes").
fn interval(a: &Amount, b: &Amount) -> Option<Amount> {
    if a.unit.is_some() && a.unit != b.unit || a.high.is_some() || b.high.is_some() {
        return None;
    }
    if a.label == QuantityLabel::Ordinal || b.label == QuantityLabel::Ordinal {
        return None;
    }
    let (mut low, mut high) = (a.value?, b.value?);
    // "fell by a third to $4.1 billion": two figures.
    let part = a.unit.is_none() && low.compare(Exact::int(1))?.is_lt();
    if part && b.label == QuantityLabel::Money {
        return None;
    }
    // "$3 to $7 billion": a thousand is written in digits.
    let scales: &[i64] = &[1_000_000_000_000, 1_000_000_000, 1_000_000, 1000];
    let money = a.label == QuantityLabel::Money;
    let scales = match (&a.unit, money) {
        (None, _) => scales,
        (Some(_), true) => &scales[..3],
        (Some(_), false) => &[],
    };
    for &scale in scales {
        let scale = Exact::int(scale);
        let (small, shared) = (low.compare(Exact::int(1000))?.is_lt(), high.compare(scale)?.is_ge());
        if small && shared && scale.times(low)?.compare(high)?.is_lt() && low.compare(Exact::int(1))?.is_ge()
        {
            low = low.times(scale)?;
            break;
        }
    }
    if low.compare(high)?.is_gt() {
        // "gave $3 billion to 700 schools": two figures.
        let signed = a.unit.is_none() && b.label == QuantityLabel::Money;
        if signed && low.compare(Exact::int(1000).times(high)?)?.is_ge() {
            return None;
        }
        (low, high) = (high, low);
    }
    let ends = Some(b.label);
    Some(Amount { label: QuantityLabel::Range, value: Some(low), high: Some(high), ends, ..b.clone() })
}
