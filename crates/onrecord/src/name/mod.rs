//! Names: where something is called by its own name, and what sort of thing it is.
//!
//! People, organizations, places and events are found by a sequence model ([`finder`]) that sees every word with its
//! spelling, tag, class and list entries ([`seen`]) and knows what the document has said before. The lists then say which
//! of them they know ([`listed`]). Programs and documents are told by their heads ([`headed`]) or stand in quotation marks
//! ([`quoted`]). Titles, "the" and "'s" stay outside a name; offices are read by [`office`], since they say who a person is.

pub mod label;
pub mod seen;

pub mod finder;

mod headed;
mod listed;
pub(crate) mod office;
mod quoted;
mod words;

pub(crate) use office::Office;
pub use words::Words;

use std::ops::Range;

use crate::document::EntityKind;
use crate::model::Clusters;
use finder::Finder;
use label::SORTS;

/// A name in the text, before it is known whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// First word.
    pub(crate) start: usize,
    /// One past the last word.
    pub(crate) end: usize,
    /// What it names.
    pub(crate) kind: EntityKind,
    /// Row of the lexicon entry that it is, where it is one.
    pub(crate) entry: Option<u32>,
}

/// The names of a document, in text order, none inside another; and the offices, likewise.
pub(crate) fn read(words: &Words, finder: &Finder, clusters: &Clusters) -> (Vec<Name>, Vec<Office>) {
    let found = finder.read(words, clusters);
    let same = |name: &Name| found.iter().any(|(_, range)| *range == (name.start..name.end));
    let found = || {
        let named =
            |(sort, range): &(usize, Range<usize>)| listed::name(words, SORTS[*sort].1, range.clone());
        found.iter().filter_map(named)
    };
    let told = quoted::read(words).into_iter().chain(headed::read(words)).filter(|name| !same(name));
    let mut names: Vec<Name> = Vec::new();
    // Where two overlap, the one that comes first in this order stays.
    let mut taken = vec![false; words.len()];
    for name in told.chain(found()).chain(listed::places(words)) {
        if !taken[name.start..name.end].contains(&true) {
            taken[name.start..name.end].fill(true);
            names.push(name);
        }
    }
    names.sort_by_key(|name| name.start);
    let offices = office::read(words, &names);
    (names, offices)
}

impl Name {
    /// Whether word `at` belongs to the name.
    pub(crate) fn has(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }
}
