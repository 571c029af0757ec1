//! What the finder sees of a document: every word's spelling, tag, class and list entries, and what was found so far.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use onrecord_resource::lexicon::Class;

use super::label::{LABELS, OUTSIDE, labels, names};
use super::words::Words;
use crate::model::{Clusters, LEVELS, hash};
use crate::syntax::Upos;
use crate::syntax::features::{Templates, Word};

/// A map that needs no order and no protection from chosen keys.
type Table<V> = HashMap<u64, V, FixedState>;

/// The classes whose entries the finder sees, four bits each.
const CLASSES: [Class; 16] = [
    Class::Country,
    Class::Adjective,
    Class::People,
    Class::Capital,
    Class::Place,
    Class::Organization,
    Class::Office,
    Class::Honorific,
    Class::Given,
    Class::Family,
    Class::Particle,
    Class::OrganizationWord,
    Class::EventWord,
    Class::DocumentWord,
    Class::PlaceWord,
    Class::NoName,
];

/// A document as the finder sees it. Of its words no more than a bit set is kept: a [`Sight`] is thirty times as long as a
/// word, so those of a sentence are made when it is read.
pub struct Seen<'a> {
    words: &'a Words<'a>,
    clusters: &'a Clusters,
    /// For every word and class of [`CLASSES`], whether the word is the first, an inner, the last, or the only one of an
    /// entry.
    listed: Vec<u64>,
    /// How often every lower-case form stands in small letters, with a capital inside a sentence, and with one at its
    /// beginning.
    spellings: Table<[u16; 3]>,
}

/// A word as the finder sees it.
#[derive(Debug)]
pub struct Sight {
    word: Word,
    upos: u64,
    xpos: u64,
    clusters: [u64; LEVELS.len()],
    /// As in the column of that name of [`Seen`].
    listed: u64,
    capital: bool,
    /// How the sentence is written.
    style: u64,
    glued: bool,
}

/// Whether the word is a date or the like behind a preposition, after which a name begins and none goes on: "On *Tuesday*
/// Microsoft cut jobs". It is seen in small letters, so that the capitals end with it.
fn ends_capitals(words: &Words, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|&before| words.reading.tokens.upos(before) == Upos::Adp);
    before.is_some() && words.is(at, Class::NoName) && !words.is(at, Class::Given)
}

/// How the document has labelled its words so far.
#[derive(Debug, Default)]
pub struct Memory {
    words: Table<[u8; LABELS]>,
    /// Initials of the names of organizations.
    initials: Table<u8>,
}

impl<'a> Seen<'a> {
    /// The document of `words`.
    #[must_use]
    pub fn new(words: &'a Words<'a>, clusters: &'a Clusters) -> Self {
        Self { words, clusters, listed: listed(words), spellings: spellings(words) }
    }

    /// The words of the sentence `range`.
    #[must_use]
    pub fn sentence(&self, range: Range<usize>) -> Vec<Sight> {
        let (words, tokens) = (self.words, &self.words.reading.tokens);
        let style = style(words, range.clone());
        let mut lower = String::new();
        let sight = |at: usize| {
            lowered(words.text(at), &mut lower);
            let form = form(words, at, &lower);
            let word = Word::new(form, &lower, 0);
            Sight {
                clusters: self.clusters.of(word.lower),
                upos: tokens.upos(at) as u64,
                xpos: hash(tokens.xpos(at)),
                listed: self.listed[at],
                capital: form.starts_with(char::is_uppercase),
                style,
                glued: words.glued(at),
                word,
            }
        };
        range.map(sight).collect()
    }

    /// How the document spells the word: in small letters too, with capitals inside sentences.
    fn spelling(&self, sight: &Sight) -> u64 {
        let [small, inside, first] = self.spellings.get(&sight.word.lower).copied().unwrap_or_default();
        let few = |n: u16| u64::from(n.min(2));
        few(small) * 9 + few(inside) * 3 + few(first)
    }

    /// The features of word `at` of `sentence`.
    pub fn features(&self, sentence: &[Sight], at: usize, memory: &Memory, out: &mut Vec<u64>) {
        let Some(c) = sentence.get(at) else { return };
        let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| sentence.get(at));
        let low = |offset| near(offset).map_or(1, |w| w.word.lower);
        let shape = |offset| near(offset).map_or(1, |w| w.word.shape);
        let upos = |offset| near(offset).map_or(99, |w| w.upos);
        let cluster = |offset, level: usize| near(offset).map_or(9999, |w| w.clusters[level]);
        let listed = |offset| near(offset).map_or(0, |w| w.listed);
        let recalled = |offset| near(offset).map_or(99, |w| memory.recall(w));
        let capital = |offset| near(offset).map_or(2, |w| u64::from(w.capital));
        let first = u64::from(at == 0);
        let (shape0, low0) = (c.word.shape, c.word.lower);

        let mut t = Templates::new(out, 1 << 20);
        t.add([]);
        // Spelling.
        t.add([c.word.form]);
        t.add([low0]);
        t.add([shape0]);
        t.add([shape0, c.style]);
        t.add([shape0, first]);
        c.word.suffix.into_iter().for_each(|s| t.add([s]));
        c.word.prefix.into_iter().for_each(|p| t.add([p]));
        t.add([c.word.suffix[2], shape0]);
        t.add([c.style]);
        // Neighbours.
        for offset in [-2, -1, 1, 2] {
            t.add([low(offset)]);
            t.add([low(offset), u64::from(c.capital)]);
            t.add([shape(offset)]);
            t.add([cluster(offset, 1), u64::from(c.capital)]);
        }
        t.add([shape(-1), shape0]);
        t.add([shape0, shape(1)]);
        t.add([shape(-1), shape0, shape(1)]);
        t.add([low(-1), low0]);
        t.add([low0, low(1)]);
        t.add([low(-2), low(-1), u64::from(c.capital)]);
        t.add([low(1), low(2), u64::from(c.capital)]);
        t.add([low(-1), low(1), u64::from(c.capital)]);
        let suffix = |offset| near(offset).map_or(1, |w| w.word.suffix[2]);
        t.add([suffix(-1), capital(-1)]);
        t.add([suffix(1), capital(1)]);
        // Tags.
        for offset in [-2, -1, 0, 1, 2] {
            t.add([upos(offset)]);
        }
        t.add([c.xpos]);
        t.add([upos(-1), c.upos]);
        t.add([c.upos, upos(1)]);
        t.add([upos(-1), c.upos, upos(1)]);
        t.add([c.upos, shape0, first]);
        // Classes.
        for level in 0..LEVELS.len() {
            t.add([c.clusters[level]]);
            t.add([c.clusters[level], shape0]);
            t.add([cluster(-1, level)]);
            t.add([cluster(1, level)]);
        }
        t.add([cluster(-1, 1), c.clusters[1]]);
        t.add([c.clusters[1], cluster(1, 1)]);
        t.add([cluster(-1, 0), c.clusters[1], cluster(1, 0)]);
        t.add([cluster(-1, 2), shape0]);
        t.add([cluster(1, 2), shape0]);
        t.add([cluster(2, 2), shape0, shape(1)]);
        t.add([cluster(-2, 2), shape0, shape(-1)]);
        t.add([c.clusters[0], c.word.suffix[2]]);
        // Lists.
        t.add([c.listed]);
        t.add([c.listed, shape0]);
        t.add([c.listed, c.upos]);
        t.add([listed(-1), c.listed]);
        t.add([c.listed, listed(1)]);
        t.add([listed(-1), shape0]);
        t.add([shape0, listed(1)]);
        t.add([c.listed, low(-1)]);
        t.add([c.listed, low(1)]);
        // The document.
        let spelling = self.spelling(c);
        t.add([spelling, u64::from(c.capital), first]);
        t.add([spelling, shape0]);
        t.add([recalled(0)]);
        t.add([recalled(0), shape0]);
        t.add([recalled(-1), recalled(0)]);
        t.add([recalled(0), recalled(1)]);
        t.add([recalled(0), c.listed]);
        t.add([u64::from(c.glued), near(1).map_or(2, |w| u64::from(w.glued)), shape0]);
        for (template, offset) in [(1 << 21, 0), (1 << 22, -1), (1 << 23, 1)] {
            let mut bits = listed(offset);
            while bits != 0 {
                t.bag(template, [u64::from(bits.trailing_zeros()), u64::from(c.capital)]);
                bits &= bits - 1;
            }
        }
    }

    /// Adds to `memory` the labels that were found for `sentence`, whose first word is `start`.
    pub fn remember(&self, sentence: &[Sight], start: usize, found: &[usize], memory: &mut Memory) {
        for (sight, &label) in sentence.iter().zip(found) {
            // A name that was missed once must not be missed throughout, so only names are remembered.
            if !sight.capital || label == OUTSIDE {
                continue;
            }
            let counts = memory.words.entry(sight.word.form).or_default();
            counts[label] = counts[label].saturating_add(1);
        }
        for (sort, name) in names(found).filter(|(sort, name)| *sort == ORGANIZATION && name.len() > 1) {
            let initials: String = (name.start + start..name.end + start)
                .filter_map(|at| self.words.text(at).chars().next().filter(|c| c.is_uppercase()))
                .collect();
            if initials.chars().count() > 1 {
                let label = labels(sort, 1).next().unwrap_or(OUTSIDE);
                memory.initials.insert(hash(&initials), u8::try_from(label).unwrap_or_default());
            }
        }
    }
}

/// Writes the word to `lower`, in small letters.
fn lowered(form: &str, lower: &mut String) {
    lower.clear();
    lower.extend(form.chars().flat_map(char::to_lowercase));
}

/// Word `at`, in small letters `lower`, as it is seen.
fn form<'w>(words: &'w Words, at: usize, lower: &'w str) -> &'w str {
    if ends_capitals(words, at) { lower } else { words.text(at) }
}

/// The column of that name of [`Seen`].
fn listed(words: &Words) -> Vec<u64> {
    let mut listed = vec![0; words.len()];
    for hit in words.hits.iter() {
        let class = words.lexicon.entry(hit).class;
        let class = if class == Class::ProgramWord { Class::DocumentWord } else { class };
        let Some(row) = CLASSES.iter().position(|&known| known == class) else { continue };
        for (at, bits) in listed.iter_mut().enumerate().take(hit.end).skip(hit.start) {
            let part = match (at == hit.start, at + 1 == hit.end) {
                (true, false) => 0,
                (false, false) => 1,
                (false, true) => 2,
                (true, true) => 3,
            };
            *bits |= 1 << (row * 4 + part);
        }
    }
    listed
}

/// The table of that name of [`Seen`].
fn spellings(words: &Words) -> Table<[u16; 3]> {
    let mut spellings: Table<[u16; 3]> = Table::default();
    let mut lower = String::new();
    for sentence in &words.reading.sentences {
        let range = sentence.tokens.clone();
        let style = style(words, range.clone());
        for at in range.clone() {
            lowered(words.text(at), &mut lower);
            let capital = form(words, at, &lower).starts_with(char::is_uppercase);
            let kind = match (capital, at == range.start) {
                (false, _) => 0,
                // Where all words have capitals, they say nothing.
                (true, false) if style == 0 => 1,
                (true, _) => 2,
            };
            let counts = spellings.entry(hash(&lower)).or_default();
            counts[kind] = counts[kind].saturating_add(1);
        }
    }
    spellings
}

/// Row of organizations among the sorts.
const ORGANIZATION: usize = 1;

impl Memory {
    /// What a word was most often labelled; `LABELS` for a word not seen yet.
    fn recall(&self, sight: &Sight) -> u64 {
        if !sight.capital {
            return LABELS as u64 + 1;
        }
        let counted = self.words.get(&sight.word.form).map(|counts| {
            let most = counts.iter().enumerate().max_by_key(|(at, n)| (**n, usize::MAX - at));
            most.map_or(OUTSIDE, |(label, _)| label) as u64
        });
        let initials = || self.initials.get(&sight.word.form).map(|&label| u64::from(label));
        counted.or_else(initials).unwrap_or(LABELS as u64)
    }
}

/// How a sentence is written: 0 in the ordinary way, 1 all in capitals, 2 with a capital on most words, as headlines are,
/// 3 without capitals.
fn style(words: &Words, range: Range<usize>) -> u64 {
    let (mut long, mut capital, mut whole) = (0, 0, 0);
    for at in range.clone() {
        let word = words.text(at);
        if word.chars().take(4).filter(|c| c.is_alphabetic()).count() == 4 {
            long += 1;
            capital += usize::from(words.is_capital(at));
            whole += usize::from(!word.chars().any(char::is_lowercase));
        }
    }
    let any = || range.clone().any(|at| words.is_capital(at));
    match long {
        _ if whole * 10 > long * 7 => 1,
        3.. if capital * 10 > long * 7 => 2,
        _ if !any() => 3,
        _ => 0,
    }
}
