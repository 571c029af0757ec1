//! What the models see of a word: hashes of its spelling, made once a sentence.

use crate::model::{Clusters, hash, mix};
use crate::text::{Span, Text};

/// The head of a sentence's root, where heads are counted inside the sentence.
pub const ROOT: usize = usize::MAX;

/// The words of one sentence as the models see them.
#[derive(Debug)]
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
    /// Its classes, from coarse to fine; 0 where it has none.
    pub(crate) classes: [u64; 3],
    /// Where the lower-case form ends.
    end: usize,
}

/// Buffers that one thread uses again and again.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(crate) features: Vec<u64>,
    pub(crate) scores: Vec<i32>,
}

impl<'a> Words<'a> {
    /// The words of a sentence of `text`.
    #[must_use]
    pub fn new(text: &'a Text, spans: &[Span], clusters: &Clusters) -> Self {
        Self::of(spans.iter().map(|&span| text.slice(span)), clusters)
    }

    /// Words by themselves, as a treebank has them.
    pub fn of(forms: impl Iterator<Item = &'a str>, clusters: &Clusters) -> Self {
        let forms: Vec<&str> = forms.collect();
        let mut lower = String::new();
        let words = forms
            .iter()
            .map(|form| {
                let start = lower.len();
                lower.extend(form.chars().flat_map(char::to_lowercase));
                let word = Word::new(form, &lower[start..], lower.len());
                Word { classes: clusters.of(word.lower), ..word }
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

    pub(super) fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
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
            suffix,
            prefix,
            classes: [0; 3],
            end,
        }
    }
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

    /// More features after those that are there.
    pub(crate) fn more(features: &'a mut Vec<u64>, base: u64) -> Self {
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
