//! Names: where something is called by its own name, and what sort of thing it is.
//!
//! English writes names with capitals, so a name is a run of capitalised words ([`chunk`]); what they name is told by
//! the lists, by the word that heads the run ("Ministry", "Summit"), by a title or office before it, and by what the
//! document has said elsewhere ([`kind`]). Programs and initiatives often stand in quotation marks ([`quoted`]).
//! Titles, "the" and "'s" stay outside a name; offices are read by [`office`], since they say who a person is.

mod chunk;
mod kind;
pub(crate) mod office;
mod quoted;

pub(crate) use chunk::Words;
pub(crate) use office::Office;

use crate::document::EntityKind;

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
pub(crate) fn read(words: &Words) -> (Vec<Name>, Vec<Office>) {
    let mut names = quoted::read(words);
    let found = chunk::read(words, &names);
    names.extend(kind::decide(words, found));
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
