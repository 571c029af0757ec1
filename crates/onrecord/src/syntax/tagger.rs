//! Parts of speech, Penn tags and morphological features.
//!
//! A greedy pass from left to right: universal and Penn tag are one class, decided from the spelling and the classes of
//! the word and its neighbours and the two tags before it (averaged perceptron, Collins 2002). Words that the training
//! text always tagged alike are looked up. Where the best class hardly leads, [`revise`](super::revise) looks again. The
//! features ("Number=Plur") follow from the tag and, for the words of closed classes, from the form.

use std::collections::HashMap;
use std::sync::Arc;

use foldhash::fast::FixedState;

use super::features::{Scratch, Templates, Words};
use super::lemma::{Lemmas, Lemmatizer};
use super::vocabulary::Upos;
use super::{Tag, TagNames};
use crate::model::{Linear, Reader, Writer, best, hash, mix};

/// A map that needs no order and no protection from chosen keys: its keys are hashes of the training text.
pub(super) type Table<V> = HashMap<u64, V, FixedState>;

/// The tagger with its lemmatizer.
#[derive(Debug)]
pub struct Tagger {
    model: Linear,
    tags: Vec<(Upos, u8)>,
    names: Arc<TagNames>,
    /// Class of the words that have but one, by hash of the form.
    fixed: Table<u8>,
    /// Features of a class, and of a class with a form.
    features: Table<u16>,
    lemmas: Lemmatizer,
}

/// The parts of a tagger, as the trainer makes them and the file has them.
#[derive(Debug)]
pub struct Parts {
    /// Classes with their weights.
    pub model: Linear,
    /// Universal and Penn tag of every class, as `NOUN NN`.
    pub classes: Vec<String>,
    /// Feature strings.
    pub feats: Vec<String>,
    /// Words that have but one class.
    pub fixed: Vec<(u64, u8)>,
    /// Keys of [`feats_key`] with rows of `feats`.
    pub features: Vec<(u64, u16)>,
    /// The lemmatizer.
    pub lemmas: Lemmatizer,
}

/// The tag before the first word.
pub const NONE: u64 = 255;

/// Key of the features of `class`, with or without the hash of a lower-case form.
#[must_use]
pub fn feats_key(class: u8, lower: Option<u64>) -> u64 {
    mix(u64::from(class) + 1, lower.unwrap_or_default())
}

/// The tags of the two words before, the nearer first: class and universal tag.
pub type History = [(u64, u64); 2];

/// The features of word `at` after the tags in `history`.
pub fn features(words: &Words, at: usize, history: History, out: &mut Vec<u64>) {
    let Some(c) = words.get(at) else { return };
    let [(c1, p1), (c2, p2)] = history;
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| words.get(at));
    let low = |offset| near(offset).map_or(1, |w| w.lower);
    let suf = |offset| near(offset).map_or(1, |w| w.suffix[2]);
    let shape = |offset| near(offset).map_or(1, |w| w.shape);
    let mut t = Templates::new(out, 0);
    t.add([]);
    t.add([c.form]);
    t.add([c.lower]);
    t.add([c.shape]);
    c.suffix.into_iter().for_each(|s| t.add([s]));
    c.prefix.into_iter().for_each(|p| t.add([p]));
    t.add([p1]);
    t.add([p1, p2]);
    t.add([p1, c.lower]);
    t.add([low(-1)]);
    t.add([low(-2)]);
    t.add([low(1)]);
    t.add([low(2)]);
    t.add([suf(-1)]);
    t.add([suf(1)]);
    t.add([shape(-1), c.shape]);
    t.add([shape(1), c.shape]);
    t.add([low(-1), c.lower]);
    t.add([c.lower, low(1)]);
    t.add([low(-1), low(1)]);
    t.add([p1, c.lower, low(1)]);
    t.add([p1, suf(1)]);
    t.add([p1, c.suffix[2]]);
    t.add([low(1), low(2)]);
    t.add([p1, low(1)]);
    t.add([suf(1), c.suffix[2]]);
    t.add([p1, p2, c.lower]);
    t.add([suf(2)]);
    t.add([u64::from(at == 0), c.shape]);
    t.add([u64::from(at == 0), c.shape, shape(1)]);
    t.add([low(-2), low(-1)]);
    t.add([c1]);
    t.add([c1, c2]);
    t.add([c1, c.lower]);
    t.add([c1, c.suffix[2]]);
    let class = |offset, level: usize| near(offset).map_or(1_000_000, |w| w.classes[level]);
    for level in 0..3 {
        t.add([class(0, level)]);
        t.add([class(-1, level)]);
        t.add([class(1, level)]);
    }
    t.add([class(0, 2), c.suffix[2]]);
    t.add([class(0, 1), c.shape]);
    t.add([p1, class(0, 2)]);
    t.add([p1, class(0, 1), class(1, 1)]);
    t.add([class(-1, 1), class(0, 1)]);
    t.add([class(0, 1), class(1, 1)]);
    t.add([class(1, 1), class(2, 1)]);
    t.add([class(-1, 2), c.suffix[2]]);
    t.add([c.lower, class(1, 1)]);
    t.add([c.lower, class(-1, 1)]);
    t.add([p1, c.suffix[2], class(1, 1)]);
    t.add([p1, p2, class(0, 1)]);
}

/// What the first pass makes of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The best class.
    pub class: u8,
    /// The next best; the same as the best for a word that has but one.
    pub other: u8,
    /// By how much the best one leads, in model units.
    pub lead: i32,
}

impl Guess {
    /// Of a word that has but one class.
    fn sure(class: u8) -> Self {
        Self { class, other: class, lead: i32::MAX }
    }

    fn of(scores: &[i32]) -> Self {
        let class = best(scores);
        let others = scores.iter().enumerate().filter(|(other, _)| *other != class);
        // Of equals the first.
        let other = others.max_by_key(|&(other, &score)| (score, std::cmp::Reverse(other)));
        let row = |class: usize| u8::try_from(class).unwrap_or_default();
        let Some((other, &score)) = other else { return Self::sure(row(class)) };
        Self { class: row(class), other: row(other), lead: scores[class].saturating_sub(score) }
    }
}

impl Tagger {
    /// Reads a model file.
    ///
    /// # Errors
    /// A file that is damaged or was written by another version.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let mut file = Reader::new(file)?;
        let model = Linear::read(&mut file)?;
        let classes = file.strings()?;
        let feats = file.strings()?;
        let pairs = |bytes: &[u8], width: usize| -> Vec<(u64, u16)> {
            let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |n, &b| n << 8 | u64::from(b));
            let row = |row: &[u8]| (number(&row[..8]), u16::try_from(number(&row[8..])).unwrap_or_default());
            bytes.chunks_exact(width).map(row).collect()
        };
        let fixed = pairs(file.bytes()?, 9)
            .into_iter()
            .map(|(k, v)| (k, u8::try_from(v).unwrap_or_default()))
            .collect();
        let features = pairs(file.bytes()?, 10);
        let lemmas = Lemmatizer::read(&mut file)?;
        Self::new(Parts { model, classes, feats, fixed, features, lemmas })
    }

    /// A tagger from its parts.
    ///
    /// # Errors
    /// Tables that do not fit each other.
    pub fn new(parts: Parts) -> Result<Self, String> {
        let mut xpos: Vec<String> = Vec::new();
        let mut tags = Vec::new();
        for class in &parts.classes {
            let (upos, penn) = class.split_once(' ').ok_or("a tag has no Penn tag")?;
            let upos = Upos::named(upos).ok_or_else(|| format!("{upos} is no part of speech"))?;
            let row = xpos.iter().position(|known| known == penn).unwrap_or_else(|| {
                xpos.push(penn.to_owned());
                xpos.len() - 1
            });
            tags.push((upos, u8::try_from(row).map_err(|e| e.to_string())?));
        }
        let known = |class: u8| usize::from(class) < tags.len();
        let fits = tags.len() == parts.model.classes()
            && parts.fixed.iter().all(|&(_, class)| known(class))
            && parts.features.iter().all(|&(_, row)| usize::from(row) < parts.feats.len())
            && !parts.feats.is_empty();
        if !fits {
            return Err("the tables of the tagger do not fit each other".to_owned());
        }
        Ok(Self {
            model: parts.model,
            tags,
            names: Arc::new(TagNames { xpos, feats: parts.feats }),
            fixed: parts.fixed.into_iter().collect(),
            features: parts.features.into_iter().collect(),
            lemmas: parts.lemmas,
        })
    }

    /// What the rows of tags stand for.
    #[must_use]
    pub fn names(&self) -> Arc<TagNames> {
        Arc::clone(&self.names)
    }

    /// The Penn Treebank tag.
    #[must_use]
    pub fn xpos(&self, tag: Tag) -> &str {
        self.names.xpos.get(usize::from(tag.xpos)).map_or("", String::as_str)
    }

    /// The row of a Penn Treebank tag.
    #[must_use]
    pub fn xpos_row(&self, penn: &str) -> Option<u8> {
        self.names.xpos.iter().position(|known| known == penn).and_then(|row| u8::try_from(row).ok())
    }

    /// The features, as CoNLL-U writes them; empty for none.
    #[must_use]
    pub fn feats(&self, tag: Tag) -> &str {
        self.names.feats.get(usize::from(tag.feats)).map_or("", String::as_str)
    }

    /// Number of classes.
    #[must_use]
    pub fn classes(&self) -> usize {
        self.tags.len()
    }

    /// Universal tag of a class, and row of its Penn tag.
    #[must_use]
    pub fn class(&self, class: u8) -> (Upos, u8) {
        self.tags.get(usize::from(class)).copied().unwrap_or((Upos::X, 0))
    }

    /// What every word most likely is.
    pub fn guess(&self, words: &Words, scratch: &mut Scratch) -> Vec<Guess> {
        let mut guesses = Vec::with_capacity(words.len());
        let mut history = [(NONE, NONE); 2];
        for at in 0..words.len() {
            let fixed = words.get(at).and_then(|word| self.fixed.get(&word.form));
            let guess = fixed.map_or_else(
                || {
                    features(words, at, history, &mut scratch.features);
                    self.model.score(&scratch.features, &mut scratch.scores);
                    Guess::of(&scratch.scores)
                },
                |&class| Guess::sure(class),
            );
            history = [(u64::from(guess.class), self.class(guess.class).0 as u64), history[0]];
            guesses.push(guess);
        }
        guesses
    }

    /// Adds tag and lemma of every word, which is of the best class of its guess.
    pub fn tag(&self, words: &Words, guesses: &[Guess], tags: &mut Vec<Tag>, lemmas: &mut Lemmas) {
        for (at, guess) in guesses.iter().enumerate() {
            let (class, lower) = (guess.class, words.lower(at));
            let known = || self.features.get(&feats_key(class, None)).copied().unwrap_or_default();
            let feats =
                self.features.get(&feats_key(class, Some(hash(lower)))).copied().unwrap_or_else(known);
            let (upos, xpos) = self.class(class);
            tags.push(Tag { upos, xpos, feats, class });
            self.lemmas.add(words.form(at), lower, class, lemmas);
        }
    }
}

/// The bytes of a tagger.
///
/// # Panics
/// For tables of 4 GiB and more.
#[must_use]
pub fn write(parts: &Parts) -> Vec<u8> {
    let mut file = Writer::new();
    parts.model.write(&mut file);
    file.strings(parts.classes.iter().map(String::as_str));
    file.strings(parts.feats.iter().map(String::as_str));
    let fixed: Vec<u8> =
        parts.fixed.iter().flat_map(|(key, class)| key.to_le_bytes().into_iter().chain([*class])).collect();
    file.bytes(&fixed);
    let features: Vec<u8> = parts
        .features
        .iter()
        .flat_map(|(key, row)| key.to_le_bytes().into_iter().chain(row.to_le_bytes()))
        .collect();
    file.bytes(&features);
    parts.lemmas.write(&mut file);
    file.finish()
}
