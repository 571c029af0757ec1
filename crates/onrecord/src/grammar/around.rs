//! Words beside an expression, looked up in the lists of the layer's `around.toml`.
//!
//! A word costs one look-up, whatever the number of lists: it gives the lists that have it, a bit each. Phrases hang from
//! their first word and from their last.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use onrecord_resource::grammar::{Around, Example};

use super::Scanned;

/// The lists of one layer. A list is known by its place among the names that the layer gave.
#[derive(Debug)]
pub(crate) struct Beside {
    words: HashMap<Box<str>, u64, FixedState>,
    /// The phrases of each list by their last word, and by their first.
    last: Phrases,
    first: Phrases,
    examples: Vec<Example>,
}

/// The lists that have a word.
#[derive(Clone, Copy)]
pub(crate) struct Lists(u64);

impl Lists {
    pub(crate) fn has(self, list: usize) -> bool {
        self.0 >> list & 1 == 1
    }
}

type Phrases = HashMap<Box<str>, Vec<(Box<[Box<str>]>, usize)>, FixedState>;

impl Beside {
    /// Takes the compiled lists, which must be those of `names`; at most 64.
    pub(crate) fn new(lists: Vec<Around>, names: &[&str]) -> Result<Self, String> {
        let mut made = Self {
            words: HashMap::default(),
            last: HashMap::default(),
            first: HashMap::default(),
            examples: Vec::new(),
        };
        if let Some(missing) = names.iter().find(|name| !lists.iter().any(|list| list.name == **name)) {
            return Err(format!("no list `{missing}`"));
        }
        for list in lists {
            let place = names.iter().position(|name| *name == list.name);
            let place = place.filter(|at| *at < 64).ok_or(format!("nobody asks for `{}`", list.name))?;
            made.examples.extend(list.examples);
            for word in list.words {
                let phrase: Box<[Box<str>]> = word.split(' ').map(Into::into).collect();
                let (first, last) = (phrase.first().cloned(), phrase.last().cloned());
                if let (Some(first), Some(last)) = (first, last) {
                    made.first.entry(first).or_default().push((phrase.clone(), place));
                    made.last.entry(last).or_default().push((phrase, place));
                }
                *made.words.entry(word.into()).or_default() |= 1 << place;
            }
        }
        Ok(made)
    }

    /// The lists that have `word`, as it is written.
    pub(crate) fn lists(&self, word: &str) -> Lists {
        Lists(self.words.get(word).copied().unwrap_or_default())
    }

    /// Whether `word`, as it is written, is in the list.
    pub(crate) fn has(&self, list: usize, word: &str) -> bool {
        self.lists(word).has(list)
    }

    /// The list of the longest phrase that ends before atom `start`, of those in `lists`; case aside.
    pub(crate) fn before(
        &self,
        scanned: Scanned<'_>,
        start: usize,
        lists: std::ops::Range<usize>,
    ) -> Option<usize> {
        let phrases = self.last.get(scanned.before(start, 1).to_lowercase().as_str())?;
        let fits = |phrase: &[Box<str>]| {
            start.checked_sub(phrase.len()).is_some_and(|from| matches(scanned, from, phrase))
        };
        let hits = phrases.iter().filter(|(phrase, list)| lists.contains(list) && fits(phrase));
        hits.max_by_key(|(phrase, _)| phrase.len()).map(|(_, list)| *list)
    }

    /// The list of the longest phrase that begins at atom `end`, of those in `lists`; case aside.
    pub(crate) fn after(
        &self,
        scanned: Scanned<'_>,
        end: usize,
        lists: std::ops::Range<usize>,
    ) -> Option<usize> {
        let phrases = self.first.get(scanned.word(end).to_lowercase().as_str())?;
        let hits =
            phrases.iter().filter(|(phrase, list)| lists.contains(list) && matches(scanned, end, phrase));
        hits.max_by_key(|(phrase, _)| phrase.len()).map(|(_, list)| *list)
    }

    /// The examples of the lists, for the test that runs them.
    pub(crate) fn examples(&self) -> impl Iterator<Item = &Example> {
        self.examples.iter()
    }
}

fn matches(scanned: Scanned<'_>, from: usize, phrase: &[Box<str>]) -> bool {
    phrase.iter().zip(from..).all(|(word, at)| scanned.word(at).eq_ignore_ascii_case(word))
}
