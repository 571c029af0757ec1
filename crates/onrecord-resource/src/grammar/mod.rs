//! Grammars of small expressions: word classes, rules over them, and what each rule means.
//!
//! A grammar is a few TOML files. A **class** lists words with a value each; a **rule** says that a pattern of classes
//! and literal words makes a phrase of some category, and by an expression of a few operations what the phrase means:
//!
//! ```toml
//! [class.month]
//! january = 1
//! jan = 1
//!
//! [[rule]]
//! makes    = "date"
//! patterns = ["month day (',' year)?", "day 'of'? month year?"]
//! means    = "date(year, month, day)"
//! examples = ["on [May 5, 2017=2017-05-05]", "May I?"]
//! ```
//!
//! In a pattern a bare word is a category, `'of|in'` one of some literal words, `( … | … )` a group, `?` makes what
//! stands before it optional, `~` demands that no space stands before the element, and `name:category` names an element
//! for `means`, where the category occurs twice. Examples of what is said to an assistant are listed as `asked` instead. An example marks each expression that must be found with its value; an example
//! without a mark is one in which nothing may be found, and every rule has both sorts.
//!
//! [`compile`] checks all this and makes one automaton of all patterns ([`Grammar`]): a trie whose arcs are
//! categories, so that patterns which begin alike are followed together and cost does not grow with their number.

mod around;
mod compile;
mod means;
mod pattern;

use serde::{Deserialize, Serialize};

pub use around::{Around, around};
pub use compile::{SHAPES, compile};
pub use means::{Expr, Op};

/// A compiled grammar.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Grammar {
    /// Names of the categories; a category is a place in this list.
    pub categories: Vec<String>,
    /// Every word of a class or a pattern, lower case, sorted; with its readings.
    pub words: Vec<Word>,
    /// The automaton; state 0 is the start.
    pub states: Vec<State>,
    /// The rules, in the order of the files: of two that make the same, the first is preferred.
    pub rules: Vec<Rule>,
    /// The texts of the values that are not numbers.
    pub names: Vec<String>,
}

/// A word of the grammar.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Word {
    /// Lower case.
    pub form: String,
    /// What it can be.
    pub readings: Vec<Reading>,
}

/// One category that a word belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The category.
    pub category: u16,
    /// What the word stands for there.
    pub datum: Datum,
    /// Whether the word must begin with a capital.
    pub capital: bool,
    /// Whether the word alone is reason enough to look for an expression; prepositions are not.
    pub key: bool,
}

/// What a word of a class stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Datum {
    /// Nothing but itself: a literal of a pattern.
    Literal,
    /// A number.
    Int(i64),
    /// A text, by its place in [`Grammar::names`].
    Name(u16),
}

/// A state of the automaton.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct State {
    /// Arcs to further states, sorted by label.
    pub arcs: Vec<(Label, u32)>,
    /// Rules that are complete here, with the element that each variable of their meaning stands for.
    pub accepts: Vec<Accept>,
}

/// What an arc consumes: a category, with or without a space before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Label {
    /// The category.
    pub category: u16,
    /// Whether no space may stand before it.
    pub glued: bool,
}

/// A complete pattern.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Accept {
    /// The rule, by its place in [`Grammar::rules`].
    pub rule: u16,
    /// For each variable of the rule's meaning the element of the pattern, or `None` where an optional one is absent.
    pub elements: Vec<Option<u8>>,
}

/// A rule.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// The category it makes.
    pub makes: u16,
    /// What the phrase means.
    pub means: Expr,
    /// Texts with the expressions in them marked.
    pub examples: Vec<Example>,
}

/// A text with what is to be found in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Example {
    /// The text without marks.
    pub text: String,
    /// Byte range and value of each expression; none for a counter-example.
    pub finds: Vec<(usize, usize, String)>,
    /// Whether it is a phrase on its own, read with a time of day, rather than running text.
    pub asked: bool,
    /// Where it stands, as `file:line`.
    pub place: String,
}

impl Grammar {
    /// The category of that name.
    #[must_use]
    pub fn category(&self, name: &str) -> Option<u16> {
        self.categories.iter().position(|n| n == name).and_then(|at| u16::try_from(at).ok())
    }
}
