//! The mechanism that finds times and quantities: small grammars over the words of a paragraph.
//!
//! 1. [`scan`] cuts a paragraph into **atoms** (words, numbers, signs) and looks each up once in the words of all grammars
//!    ([`forms`]).
//! 2. Where atoms with a reading stand side by side, and one of them is a key word or a number, there is an **island**;
//!    nine tenths of a text are outside any and cost no more than the look-up.
//! 3. [`chart`] reads each island from its end to its beginning with the grammar's automaton, keeping all phrases that begin
//!    at each atom, so that a phrase inside a phrase ("the first Monday *of next month*") is read once. Phrases have
//!    a greatest length, hence a text costs linear time.
//! 4. What a phrase **means** is computed from the meanings of its parts as it is found; an operation that makes no sense
//!    (the 31st of June) refuses the phrase.
//!
//! The layers take the longest phrases of the category they ask for, from left to right. The grammars are data
//! (`resources/time`, `resources/quantity`), checked and compiled by `onrecord_resource::grammar`.

mod around;
mod chart;
mod columns;
mod exact;
mod first;
mod forms;
mod number;
mod scan;

use std::rc::Rc;

pub(crate) use around::Beside;
pub(crate) use chart::{Asked, Machine, Phrase};
pub(crate) use exact::Exact;
pub(crate) use forms::Form;
pub use forms::Forms;
pub(crate) use number::Number;
pub(crate) use onrecord_resource::grammar::Op;
pub use onrecord_resource::grammar::{Example, Grammar};
pub use scan::Atoms;
pub(crate) use scan::{Scanned, Sort};

/// What a phrase or an argument stands for; `M` is what the layer is about.
#[derive(Debug)]
pub(crate) enum Value<M> {
    /// An optional element that is not there.
    Absent,
    /// A number of the data file.
    Int(i64),
    /// A text of the data file, by its place in the grammar's names.
    Name(u16),
    /// A number of the text.
    Number(Number),
    /// Anything else; shared, since a phrase is often the whole meaning of a longer one.
    Meaning(Rc<M>),
}

// By hand, since a derive would ask the same of `M`.
impl<M> Clone for Value<M> {
    fn clone(&self) -> Self {
        match self {
            Self::Absent => Self::Absent,
            Self::Int(int) => Self::Int(*int),
            Self::Name(name) => Self::Name(*name),
            Self::Number(number) => Self::Number(*number),
            Self::Meaning(meaning) => Self::Meaning(Rc::clone(meaning)),
        }
    }
}

/// The operations of one layer.
pub(crate) trait Meaning: Sized + Clone {
    /// The meaning of `op` on `arguments`, or `None` where it makes no sense. Arguments left out are absent.
    fn apply(op: Op, arguments: Arguments<'_, Self>) -> Option<Value<Self>>;
}

/// Arguments of an operation, with the texts that names stand for.
pub(crate) struct Arguments<'a, M> {
    values: &'a [Value<M>],
    names: &'a [String],
}

// By hand, since derives would ask the same of `M`.
impl<M> Clone for Arguments<'_, M> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<M> Copy for Arguments<'_, M> {}

impl<'a, M> Arguments<'a, M> {
    /// Argument `at`; absent past the end.
    pub(crate) fn get(&self, at: usize) -> &'a Value<M> {
        self.values.get(at).unwrap_or(&Value::Absent)
    }

    /// Whether argument `at` is left out.
    pub(crate) fn absent(&self, at: usize) -> bool {
        matches!(self.get(at), Value::Absent)
    }

    /// Argument `at` as a text.
    pub(crate) fn name(&self, at: usize) -> Option<&'a str> {
        match self.get(at) {
            Value::Name(name) => self.names.get(usize::from(*name)).map(String::as_str),
            _ => None,
        }
    }

    /// Argument `at` as an exact number. A text such as `1/2` counts as one.
    pub(crate) fn exact(&self, at: usize) -> Option<Exact> {
        match self.get(at) {
            Value::Int(int) => Some(Exact::int(*int)),
            Value::Number(number) => Some(number.exact),
            Value::Name(_) => Exact::parse(self.name(at)?),
            _ => None,
        }
    }

    /// Argument `at` as a whole number.
    pub(crate) fn int(&self, at: usize) -> Option<i64> {
        self.exact(at)?.whole()
    }

    /// Argument `at` as a number of the text, with how it was written.
    pub(crate) fn number(&self, at: usize) -> Option<Number> {
        match self.get(at) {
            Value::Number(number) => Some(*number),
            _ => Some(Number::spelled(self.exact(at)?)),
        }
    }

    /// Argument `at` as a meaning.
    pub(crate) fn meaning(&self, at: usize) -> Option<&'a M> {
        match self.get(at) {
            Value::Meaning(meaning) => Some(meaning),
            _ => None,
        }
    }
}
