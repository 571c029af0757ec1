//! Exact numbers: fractions of two 128-bit integers in lowest terms.
//!
//! "a third of 2.5 million" must not pass through a float, and what does not fit is no number at all
//! (`None`), never a wrong one.

use std::cmp::Ordering;

/// A rational number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exact {
    numerator: i128,
    // Invariant: positive, and without a common divisor with the numerator.
    denominator: i128,
}

/// Digits after the point of a number that no finite decimal gives: a third is 0.333333333333.
const DIGITS: u32 = 12;

impl Exact {
    pub(crate) fn int(value: i64) -> Self {
        Self { numerator: value.into(), denominator: 1 }
    }

    fn new(numerator: i128, denominator: i128) -> Option<Self> {
        if denominator == 1 {
            return Some(Self { numerator, denominator });
        }
        let (mut a, mut b) = (numerator.checked_abs()?, denominator.checked_abs()?);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let sign = if denominator < 0 { -1 } else { 1 };
        (denominator != 0)
            .then(|| Self { numerator: sign * numerator / a, denominator: sign * denominator / a })
    }

    /// Reads digits with thousands separators, a decimal point, or a slash: `1,200.5`, `.5`, `1/3`.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        // Most numbers are short and whole.
        if written.len() < 18 && written.bytes().all(|byte| byte.is_ascii_digit()) {
            return written.parse().ok().map(Self::int);
        }
        if let Some((a, b)) = written.split_once('/') {
            return Self::parse(a)?.over(Self::parse(b)?);
        }
        // Where a comma follows a point, the points part the thousands and the comma the decimals.
        let comma = written.rfind(',').filter(|comma| written.find('.').is_some_and(|point| point < *comma));
        if let Some(comma) = comma {
            let whole: String = written[..comma].split('.').collect();
            return Self::parse(&(whole + "." + &written[comma + 1..]));
        }
        let (mut numerator, mut denominator, mut point) = (0_i128, 1_i128, false);
        for byte in written.bytes() {
            match byte {
                b'0'..=b'9' => {
                    numerator = numerator.checked_mul(10)?.checked_add(i128::from(byte - b'0'))?;
                    if point {
                        denominator = denominator.checked_mul(10)?;
                    }
                }
                b',' if !point => {}
                b'.' if !point => point = true,
                _ => return None,
            }
        }
        Self::new(numerator, denominator)
    }

    pub(crate) fn plus(self, other: Self) -> Option<Self> {
        let a = self.numerator.checked_mul(other.denominator)?;
        let b = other.numerator.checked_mul(self.denominator)?;
        Self::new(a.checked_add(b)?, self.denominator.checked_mul(other.denominator)?)
    }

    pub(crate) fn times(self, other: Self) -> Option<Self> {
        let numerator = self.numerator.checked_mul(other.numerator)?;
        Self::new(numerator, self.denominator.checked_mul(other.denominator)?)
    }

    pub(crate) fn over(self, other: Self) -> Option<Self> {
        self.times(Self::new(other.denominator, other.numerator)?)
    }

    pub(crate) fn negated(self) -> Self {
        Self { numerator: -self.numerator, ..self }
    }

    /// The value, if it is a whole number that fits.
    pub(crate) fn whole(self) -> Option<i64> {
        (self.denominator == 1).then(|| i64::try_from(self.numerator).ok())?
    }

    pub(crate) fn negative(self) -> bool {
        self.numerator < 0
    }

    /// The order of the two, or `None` where it cannot be computed in 128 bits.
    pub(crate) fn compare(self, other: Self) -> Option<Ordering> {
        let difference = self.plus(other.negated())?;
        Some(difference.numerator.cmp(&0))
    }

    /// The decimal string: exact where there is one, else rounded to twelve digits after the point.
    pub(crate) fn decimal(self) -> String {
        if let Some(whole) = self.whole() {
            return whole.to_string();
        }
        let sign = if self.numerator < 0 { "-" } else { "" };
        let (whole, mut rest) =
            (self.numerator.abs() / self.denominator, self.numerator.abs() % self.denominator);
        let mut digits = Vec::new();
        while rest != 0 && digits.len() < 30 {
            let Some(next) = rest.checked_mul(10) else { break };
            digits.push(next / self.denominator);
            rest = next % self.denominator;
        }
        if rest != 0 {
            return self.rounded().unwrap_or_else(|| format!("{sign}{whole}"));
        }
        let fraction: String = digits.iter().map(ToString::to_string).collect();
        let point = if fraction.is_empty() { "" } else { "." };
        format!("{sign}{whole}{point}{fraction}")
    }

    fn rounded(self) -> Option<String> {
        let scale = 10_i128.pow(DIGITS);
        let half = self.denominator / 2;
        let scaled = self.numerator.abs().checked_mul(scale)?.checked_add(half)? / self.denominator;
        let rounded = Self::new(if self.negative() { -scaled } else { scaled }, scale)?;
        Some(rounded.decimal())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_exact_and_what_does_not_fit_is_none() {
        #[rustfmt::skip]
        let cases = [
            ("1,200.50", Some("1200.5")), ("0.1", Some("0.1")), (".5", Some("0.5")), ("1/3", Some("0.333333333333")),
            ("2/3", Some("0.666666666667")), ("1/8", Some("0.125")), ("1/0", None), ("1.2.3", None), ("1e9", None),
            ("9999999999999999999999999999999999999999999", None),
        ];
        for (written, expected) in cases {
            assert_eq!(Exact::parse(written).map(Exact::decimal).as_deref(), expected, "{written}");
        }
    }
}
