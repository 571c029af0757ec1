//! What the models see of a word: hashes of its spelling, made once a sentence.

use super::Tag;
use super::vocabulary::Upos;
use crate::model::{Memo, Rows, Situation, Vectors, hash, mix};
use crate::text::{Span, Text};

/// The head of a sentence's root, where heads are counted inside the sentence.
pub const ROOT: usize = usize::MAX;

/// The hashes of a word's endings, the longest first, by which [`Vectors`] knows words that it does not have.
#[must_use]
pub fn endings(form: &str) -> Vec<u64> {
    Word::new(form, &form.to_lowercase(), 0).endings().collect()
}

/// The tags of a sentence as parser and labeller see them.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tagged<'a>(pub &'a [Tag]);

/// Tags, an empty slot, and the root.
const TAGS: u32 = 128;

impl Tagged<'_> {
    /// Where word `at` of the sentence stands among the rows; no word and [`ROOT`] come after the words.
    pub(super) fn place(&self, at: usize) -> usize {
        let n = self.0.len();
        if at < n { at } else { n + usize::from(at == ROOT) }
    }

    /// Tells a network the tag of word `at`.
    pub(super) fn tell(&self, at: usize, out: &mut Situation) {
        let special = usize::from(at == ROOT);
        out.mark(self.0.get(at).map_or(special, |tag| 2 + usize::from(tag.class)), TAGS);
    }

    /// Part of speech of word `at`.
    pub(super) fn upos(&self, at: usize) -> Option<Upos> {
        self.0.get(at).map(|tag| tag.upos)
    }
}

/// How words can be made.
const MAKES: u32 = 17;

/// Values by which endings, and beginnings, are told apart.
const LETTERS: u32 = 1024;

/// Values that the context can be told of a word.
pub const VALUES: u32 = MAKES + 3 * LETTERS;

/// The words of one sentence as the models see them.
#[derive(Debug, Default)]
#[expect(clippy::struct_field_names, reason = "the words of Words are its rows")]
pub struct Words<'a> {
    words: Vec<Word>,
    forms: Vec<&'a str>,
    /// Lower-case forms, end to end.
    lower: String,
}

/// Hashes of one word's spelling.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// The word as written.
    pub(crate) form: u64,
    /// In lower case.
    pub(crate) lower: u64,
    /// Capitals, small letters, digits and other signs, runs of more than two shortened.
    pub(crate) shape: u64,
    /// The last one to four letters.
    pub(crate) suffix: [u64; 4],
    /// The first one to three letters.
    pub(crate) prefix: [u64; 3],
    /// Whether it has a capital at the beginning, a digit, a hyphen: how it is made, apart from its letters.
    make: u64,
    /// Where the lower-case form ends.
    end: usize,
}

/// Buffers that one thread uses again and again.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(crate) scores: Vec<i32>,
    pub(crate) situation: Situation,
    /// The words of the sentence in their context.
    pub(super) rows: Rows,
    /// What the networks keep: those of tags, moves and relations.
    pub(super) tagging: Memo,
    pub(super) moving: Memo,
    pub(super) labelling: Memo,
}

impl<'a> Words<'a> {
    /// The words of a sentence of `text`.
    #[must_use]
    pub fn new(text: &'a Text, spans: &[Span]) -> Self {
        Self::of(spans.iter().map(|&span| text.slice(span)))
    }

    /// Words by themselves, as a treebank has them. No treebank has the bar that some papers write for a dash.
    pub fn of(forms: impl Iterator<Item = &'a str>) -> Self {
        let forms: Vec<&str> = forms.map(|form| if form == "―" { "—" } else { form }).collect();
        let mut lower = String::new();
        let words = forms
            .iter()
            .map(|form| {
                let start = lower.len();
                lower.extend(form.chars().flat_map(char::to_lowercase));
                Word::new(form, &lower[start..], lower.len())
            })
            .collect();
        Self { words, forms, lower }
    }

    /// Number of words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The row of the vector of word `at`.
    #[must_use]
    pub fn row(&self, at: usize, vectors: &Vectors) -> u32 {
        let word = &self.words[at];
        vectors.row(word.lower, word.endings())
    }

    /// What the context is told of word `at` besides its vector, as values below [`VALUES`]: how it is made, how it ends and
    /// how it begins.
    #[must_use]
    pub fn values(&self, at: usize) -> [u32; 4] {
        let word = &self.words[at];
        let make = u32::try_from(self.make(at)).unwrap_or_default();
        let letters = |field: u32, hash: u64| {
            MAKES + field * LETTERS + u32::try_from(hash % u64::from(LETTERS)).unwrap_or_default()
        };
        let [_, two, three, _] = word.suffix;
        [make.min(MAKES - 1), letters(0, two), letters(1, three), letters(2, word.prefix[2])]
    }

    pub(super) fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    /// How word `at` is made, from 1 to 16: its capital, digits and hyphen, and whether it has no small letters.
    pub(super) fn make(&self, at: usize) -> usize {
        let small = self.forms[at].contains(char::is_lowercase);
        usize::try_from(self.words[at].make).unwrap_or_default() + 8 * usize::from(!small)
    }

    /// Word `at` as written.
    pub(super) fn form(&self, at: usize) -> &'a str {
        self.forms[at]
    }

    /// Word `at` in lower case.
    pub(super) fn lower(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.words[at - 1].end };
        &self.lower[start..self.words[at].end]
    }
}

impl Word {
    /// Hashes of its endings, the longest first, each together with how the word is made.
    fn endings(&self) -> impl Iterator<Item = u64> + '_ {
        self.suffix.iter().rev().filter(|&&suffix| suffix != 0).map(|&suffix| mix(suffix, self.make))
    }

    pub(crate) fn new(form: &str, lower: &str, end: usize) -> Self {
        let mut suffix = [0; 4];
        let mut at = lower.char_indices().rev();
        for slot in &mut suffix {
            let Some((start, _)) = at.next() else { break };
            *slot = hash(&lower[start..]);
        }
        let mut prefix = [0; 3];
        let mut at = lower.char_indices();
        for slot in &mut prefix {
            let Some((start, c)) = at.next() else { break };
            *slot = hash(&lower[..start + c.len_utf8()]);
        }
        Self {
            form: hash(form),
            lower: hash(lower),
            shape: shape(form),
            make: make(form),
            suffix,
            prefix,
            end,
        }
    }
}

/// How a word is made: a bit each for a capital at the beginning, a digit and a hyphen anywhere.
fn make(form: &str) -> u64 {
    let bit = |holds: bool, at: u32| u64::from(holds) << at;
    1 + bit(form.starts_with(char::is_uppercase), 0)
        + bit(form.bytes().any(|b| b.is_ascii_digit()), 1)
        + bit(form.contains('-'), 2)
}

/// `Xxdd-x`-like outline of a word, hashed.
fn shape(form: &str) -> u64 {
    let (mut hash, mut last, mut run) = (7, ' ', 0);
    for c in form.chars() {
        let class = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_lowercase() => 'x',
            c if c.is_ascii_digit() => 'd',
            c => c,
        };
        run = if class == last { run + 1 } else { 0 };
        last = class;
        if run < 2 {
            hash = mix(hash, u64::from(class));
        }
    }
    hash
}

/// Collects features, each under the number of its template.
pub(crate) struct Templates<'a> {
    features: &'a mut Vec<u64>,
    template: u64,
}

impl<'a> Templates<'a> {
    pub(crate) fn new(features: &'a mut Vec<u64>, base: u64) -> Self {
        features.clear();
        Self { features, template: base }
    }

    /// The next template, filled with `parts`.
    #[inline]
    pub(crate) fn add<const N: usize>(&mut self, parts: [u64; N]) {
        self.template += 1;
        let feature = parts.into_iter().fold(self.template, mix);
        self.features.push(feature);
    }

    /// A template that is filled any number of times, of fixed number `template`.
    #[inline]
    pub(crate) fn bag<const N: usize>(&mut self, template: u64, parts: [u64; N]) {
        self.features.push(parts.into_iter().fold(template, mix));
    }
}
