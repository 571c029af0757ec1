//! Numbers as people write them, put together by the operations that both grammars share.

use super::{Arguments, Exact, Op, Value};

/// A number of the text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub(crate) exact: Exact,
    /// Whether a word has a part in it: "two hundred and five", "3 million"; plain digits do not join.
    pub(crate) spelled: bool,
    /// Digits as written, for years and clock times ("05", "2010"); 0 for words and decimals.
    pub(crate) digits: u8,
}

impl Number {
    pub(crate) fn spelled(exact: Exact) -> Self {
        Self { exact, spelled: true, digits: 0 }
    }

    /// The meaning of a number operation; `None` also for an operation that is not one.
    pub(crate) fn apply<M: Clone>(op: Op, arguments: Arguments<'_, M>) -> Option<Value<M>> {
        let exact = match op {
            Op::Scaled => {
                let (a, scale) = (arguments.exact(0)?, arguments.exact(1)?);
                // "two thousand hundred" is no number, "five hundred million" is.
                a.compare(scale)?.is_lt().then(|| a.times(scale))??
            }
            Op::Joined => {
                let (a, b) = (arguments.number(0)?, arguments.number(1)?);
                let zeros = zeros(a.exact.whole()?);
                let fits = b.exact.compare(Exact::int(10_i64.checked_pow(zeros)?))?.is_lt();
                let whole = b.exact.whole()?;
                // "2 million four years ago", "3 million, four of them": nobody counts millions that far.
                let near = zeros < MILLION || whole >= 100;
                (a.spelled && b.spelled && zeros > 0 && fits && whole > 0 && near)
                    .then(|| a.exact.plus(b.exact))??
            }
            Op::Plus => arguments.exact(0)?.plus(arguments.exact(1)?)?,
            Op::Times => arguments.exact(0)?.times(arguments.exact(1)?)?,
            Op::Over => arguments.exact(0)?.over(arguments.exact(1)?)?,
            Op::Power => power(arguments.exact(0)?, arguments.int(1)?)?,
            Op::Thousands => {
                let (a, b) = (arguments.number(0)?, arguments.number(1)?);
                let head = arguments.int(0)?;
                // A group that is not the first has been joined already and is a number of words by now.
                let first = (1..=3).contains(&a.digits) && head > 0;
                let joined = a.digits == 0 && head >= 1000;
                let tail = b.digits == 3 || b.digits == 0 && b.exact.whole().is_none() && !b.spelled;
                (tail && (first || joined)).then(|| Exact::int(1000).times(a.exact)?.plus(b.exact))??
            }
            Op::Minus => arguments.exact(0)?.negated(),
            Op::Decimals => {
                let after = arguments.number(1)?;
                // In words as many places as the number would have digits: "point eleven".
                let said = after.exact.whole()?.max(1).ilog10() + 1;
                let width = if after.digits > 0 { u32::from(after.digits) } else { said };
                arguments.exact(0)?.plus(after.exact.over(Exact::int(10_i64.checked_pow(width)?))?)?
            }
            Op::Within => {
                let number = arguments.number(0)?;
                let whole = number.exact.whole()?;
                let range = arguments.int(1)?..=arguments.int(2)?;
                return range.contains(&whole).then_some(Value::Number(number));
            }
            _ => return None,
        };
        Some(Value::Number(Self::spelled(exact)))
    }
}

/// Zeros of a million.
const MILLION: u32 = 6;

/// `base` to the `n`th; beyond sixty factors there is nothing that a text would say.
fn power(base: Exact, n: i64) -> Option<Exact> {
    let factors = usize::try_from(n.checked_abs()?).ok().filter(|n| *n <= 60)?;
    let product = std::iter::repeat_n(base, factors).try_fold(Exact::int(1), Exact::times)?;
    if n < 0 { Exact::int(1).over(product) } else { Some(product) }
}

/// Zeros at the end of a number: how many places a smaller one can fill.
fn zeros(mut number: i64) -> u32 {
    let mut zeros = 0;
    while number != 0 && number % 10 == 0 {
        number /= 10;
        zeros += 1;
    }
    // "twenty one" is written "twenty-one" or as two words; "ten one" is not a number.
    if zeros == 1 && number == 1 { 0 } else { zeros }
}
