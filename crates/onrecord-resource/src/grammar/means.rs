//! What a rule means: a small expression over the elements of its pattern.
//!
//! `date(year, month, day)` applies an operation to elements; `shift(-1, length(2, unit), none)` nests. The operations are
//! a closed list, [`Op`], which the engine matches without a default: a new one does not build until it is handled.

use serde::{Deserialize, Serialize};

/// An expression.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Expr {
    /// An element of the pattern, as a place in [`super::Accept::elements`].
    Element(u8),
    /// A number.
    Int(i64),
    /// A word in quotation marks, by its place in [`super::Grammar::names`].
    Name(u16),
    /// Nothing: an argument left out.
    Absent,
    /// An operation on arguments.
    Apply(Op, Vec<Expr>),
}

macro_rules! operations {
    ($($(#[$doc:meta])* $op:ident = $written:literal,)*) => {
        /// What a rule can do with the elements of its pattern.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Op { $($(#[$doc])* $op,)* }

        impl Op {
            /// Every operation with its name in the files.
            pub const ALL: &'static [(&'static str, Self)] = &[$(($written, Self::$op),)*];
        }
    };
}

operations! {
    // Numbers.
    /// `scaled(a, s)`: a times s, where a is less than s.
    Scaled = "scaled",
    /// `joined(a, b)`: a plus b, where b fits into the zeros at the end of a.
    Joined = "joined",
    /// `plus(a, b)`.
    Plus = "plus",
    /// `times(a, b)`.
    Times = "times",
    /// `over(a, b)`: a divided by b.
    Over = "over",
    /// `power(a, n)`: a to the nth, n a small whole number.
    Power = "power",
    /// `thousands(a, b)`: three digits b after the digits a, with a space between them: 40 000.
    Thousands = "thousands",
    /// `minus(a)`.
    Minus = "minus",
    /// `decimals(a, b)`: digits b after the point of a.
    Decimals = "decimals",
    /// `within(a, low, high)`: a, if it is a whole number from low to high.
    Within = "within",
    // Dates.
    /// `date(year, month, day, weekday)`, any of them absent.
    Date = "date",
    /// `year(a, b)`: a, or a and b read as two halves of a year; two digits are of a century near the present.
    Year = "year",
    /// `era(year, bc)`: 1 before Christ.
    Era = "era",
    /// `clock(hour, minute, second, half, sure)`: half is 0 for a.m., 12 for p.m., absent if not said; sure is there if the hours
    /// are surely counted to 24.
    Clock = "clock",
    /// `part(p, when)`: a part of day.
    DayPart = "part",
    /// `period(kind, n, year)`: the nth quarter, half or week of a year, a season, a decade, a century.
    Period = "period",
    /// `holiday(name, year)`.
    Holiday = "holiday",
    /// `present(n, unit)`: the unit that is n after the present one.
    Present = "present",
    /// `told(unit, n)`: the unit n after the one in which the time lies that was told last; a length gives its unit.
    Told = "told",
    /// `toward(n, when)`: the next (1), this (0) or last (-1) of what recurs.
    Toward = "toward",
    /// `in(inner, outer)`: the inner time of the outer one.
    In = "in",
    /// `nth(n, what, of)`: counted from the end if n is negative.
    Nth = "nth",
    /// `following(n, what, when)`: the nth of what recurs after a time.
    Following = "following",
    /// `closest(n, what, when)`: the nth closest to a time.
    Closest = "closest",
    /// `length(n, unit)`: an amount of time; n may be vague.
    Length = "length",
    /// `add(a, b)`: two lengths.
    Add = "add",
    /// `shift(sign, length, from)`: so much after or before; from the present if absent.
    Shift = "shift",
    /// `stretch(side, n, unit)`: the n units before (-1) or after (1) the present one.
    Stretch = "stretch",
    /// `range(a, b)`: from a to b; either may be absent.
    Range = "range",
    /// `through(a, b)`: one time from the beginning of a to the end of b.
    Through = "through",
    /// `inside(length)`: so long from now on.
    Inside = "inside",
    /// `rest(when)`: what is left of it.
    Rest = "rest",
    /// `years(a, b)`: from year a to the year of a's century or the next whose last two digits are b: 1992-95.
    Years = "years",
    /// `holding(unit, when)`: the unit in which a day lies.
    Holding = "holding",
    /// `coming(when)`: the first of what recurs that is still to come.
    Coming = "coming",
    /// `edge(mod, when)`: START, MID or END of it, or APPROX and the like.
    Edge = "edge",
    /// `every(n, what)`: a time that recurs.
    Every = "every",
    /// `often(n, unit)`: n times a unit.
    Often = "often",
    /// `ref(name)`: PRESENT_REF, PAST_REF, FUTURE_REF.
    Ref = "ref",
    /// `zone(when, minutes)`: a clock time of another zone.
    Zone = "zone",
    /// `aside(a, b)`: a where only its meaning counts and b must be consistent with it.
    Aside = "aside",
    // Quantities.
    /// `quantity(label, n, unit)`.
    Quantity = "quantity",
    /// `interval(a, b)`: from a to b.
    Interval = "interval",
    /// `modified(mod, q)`.
    Modified = "modified",
    /// `vague(label, unit)`: an amount without a value.
    Vague = "vague",
    /// `per(q, unit)`: so much per unit.
    Per = "per",
    /// `not(x)`: looks like a quantity and is none.
    Not = "not",
}

/// A mistake in an expression: byte offset into it, and what is wrong.
pub(super) type Mistake = (usize, String);

/// Reads `source`; `element` and `name` give the numbers of elements and texts.
pub(super) fn parse(
    source: &str,
    element: &mut dyn FnMut(&str) -> Option<u8>,
    name: &mut dyn FnMut(&str) -> u16,
) -> Result<Expr, Mistake> {
    let mut at = 0;
    let expr = expression(source, &mut at, element, name)?;
    skip(source, &mut at);
    if at < source.len() {
        return Err((at, format!("`{}` is left over", &source[at..])));
    }
    Ok(expr)
}

fn skip(source: &str, at: &mut usize) {
    *at += source[*at..].len() - source[*at..].trim_start().len();
}

fn expression(
    source: &str,
    at: &mut usize,
    element: &mut dyn FnMut(&str) -> Option<u8>,
    name: &mut dyn FnMut(&str) -> u16,
) -> Result<Expr, Mistake> {
    skip(source, at);
    let start = *at;
    let rest = &source[start..];
    if let Some(quoted) = rest.strip_prefix('\'') {
        let length = quoted.find('\'').ok_or((start, "a quotation mark is not closed".to_owned()))?;
        *at = start + length + 2;
        return Ok(Expr::Name(name(&quoted[..length])));
    }
    let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-').unwrap_or(rest.len());
    let word = &rest[..length];
    *at = start + length;
    if word == "none" {
        return Ok(Expr::Absent);
    }
    if let Ok(number) = word.parse() {
        return Ok(Expr::Int(number));
    }
    if !source[*at..].starts_with('(') {
        let unknown = || (start, format!("no element is called `{word}`"));
        return element(word).map(Expr::Element).ok_or_else(unknown);
    }
    let op = Op::ALL.iter().find(|(n, _)| *n == word).ok_or_else(|| {
        let known: Vec<_> = Op::ALL.iter().map(|(n, _)| *n).collect();
        (start, format!("no operation is called `{word}`; there are {}", known.join(", ")))
    })?;
    *at += 1;
    let mut arguments = Vec::new();
    loop {
        skip(source, at);
        if source[*at..].starts_with(')') {
            *at += 1;
            return Ok(Expr::Apply(op.1, arguments));
        }
        arguments.push(expression(source, at, element, name)?);
        skip(source, at);
        if source[*at..].starts_with(',') {
            *at += 1;
        } else if !source[*at..].starts_with(')') {
            return Err((*at, "a `,` or `)` is missing".to_owned()));
        }
    }
}
