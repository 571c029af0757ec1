//! What the tags stand for, and what follows from them: morphological features, and with [`lemma`](super::lemma) the base form.
//!
//! Universal and Penn tag are one class. The features ("Number=Plur") follow from the class and, for the words of closed
//! classes, from the form.

use std::sync::Arc;

use onrecord_resource::inflection::Inflections;

use super::features::Words;
use super::lemma::{self, Lemmas, Lemmatizer, Table};
use super::vocabulary::Upos;
use super::{Tag, TagNames};
use crate::model::{Reader, Writer, hash, mix};

/// The classes with their names, features and lemmas.
#[derive(Debug)]
pub struct Tagset {
    tags: Vec<(Upos, u8)>,
    names: Arc<TagNames>,
    /// Class of the words that have but one, by hash of the form.
    fixed: Table<u8>,
    /// Features of a class, and of a class with a form.
    features: Table<u16>,
    lemmas: Lemmatizer,
}

/// The parts of a tag set, as the trainer makes them and the file has them.
#[derive(Debug)]
pub struct Parts {
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

/// Key of the features of `class`, with or without the hash of a lower-case form.
#[must_use]
pub fn feats_key(class: u8, lower: Option<u64>) -> u64 {
    mix(u64::from(class) + 1, lower.unwrap_or_default())
}

impl Tagset {
    /// Reads a model file.
    ///
    /// # Errors
    /// A file that is damaged or was written by another version.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let mut file = Reader::new(file)?;
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
        Self::new(Parts { classes, feats, fixed, features, lemmas })
    }

    /// A tag set from its parts.
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
        let fits = u8::try_from(tags.len()).is_ok()
            && parts.fixed.iter().all(|&(_, class)| known(class))
            && parts.features.iter().all(|&(_, row)| usize::from(row) < parts.feats.len())
            && !parts.feats.is_empty();
        if !fits {
            return Err("the tables of the tag set do not fit each other".to_owned());
        }
        Ok(Self {
            tags,
            names: Arc::new(TagNames { xpos, feats: parts.feats }),
            fixed: parts.fixed.into_iter().collect(),
            features: parts.features.into_iter().collect(),
            lemmas: parts.lemmas,
        })
    }

    /// Teaches the forms of a regular verb that no treebank has: "emphasised" is of "emphasise", not of "emphasis".
    pub(super) fn know_regular(&mut self, base: &str) {
        for penn in ["VBD", "VBN", "VBG", "VBZ"] {
            if let Some(form) = lemma::regular(base, penn) {
                self.know(&form, Upos::Verb, &[penn], base);
            }
        }
    }

    /// Teaches irregular forms.
    pub(super) fn know_irregular(&mut self, inflections: &Inflections) {
        for (base, forms) in &inflections.verbs {
            for (at, form) in forms.iter().enumerate() {
                // A past that is no base form may be taken for a present, "rewrote": it is of the same verb.
                let present = at == 0 && forms.len() > 1 && !inflections.verbs.contains_key(form);
                let tags: &[&str] = match form.ends_with("ing") {
                    true => &["VBG"],
                    false if present => &["VBD", "VBN", "VBP"],
                    false => &["VBD", "VBN"],
                };
                self.know(form, Upos::Verb, tags, base);
            }
        }
        for (base, forms) in &inflections.nouns {
            for form in forms {
                self.know(form, Upos::Noun, &["NNS", "NN"], base);
            }
        }
    }

    fn know(&mut self, form: &str, upos: Upos, tags: &[&str], base: &str) {
        for class in tags.iter().filter_map(|penn| self.class(upos, penn)).collect::<Vec<_>>() {
            self.lemmas.know(form, class, base);
        }
    }

    /// The class of a part of speech and a Penn tag.
    fn class(&self, upos: Upos, penn: &str) -> Option<u8> {
        let named = |xpos: u8| self.names.xpos.get(usize::from(xpos)).is_some_and(|name| name == penn);
        let row = self.tags.iter().position(|&(other, xpos)| other == upos && named(xpos));
        row.and_then(|row| u8::try_from(row).ok())
    }

    /// What the rows of tags stand for.
    #[must_use]
    pub fn names(&self) -> Arc<TagNames> {
        Arc::clone(&self.names)
    }

    /// Number of classes.
    #[must_use]
    pub fn classes(&self) -> usize {
        self.tags.len()
    }

    /// The class of word `at`, where the training text always gave it the same.
    #[must_use]
    pub fn fixed(&self, words: &Words, at: usize) -> Option<u8> {
        self.fixed.get(&words.get(at)?.form).copied()
    }

    /// The tag of a class, without features.
    #[must_use]
    pub fn tag(&self, class: u8) -> Tag {
        let (upos, xpos) = self.tags.get(usize::from(class)).copied().unwrap_or((Upos::X, 0));
        Tag { upos, xpos, feats: 0, class }
    }

    /// Whether the tag is that of a past participle.
    pub(super) fn is_participle(&self, tag: Tag) -> bool {
        self.is_penn(tag, "VBN")
    }

    /// The tag with the same Penn tag and another part of speech; the same one where there is none.
    pub(super) fn with_upos(&self, tag: Tag, upos: Upos) -> Tag {
        let class = self.tags.iter().position(|&other| other == (upos, tag.xpos));
        class.and_then(|class| u8::try_from(class).ok()).map_or(tag, |class| self.tag(class))
    }

    /// Whether the tag has the Penn tag.
    pub(super) fn is_penn(&self, tag: Tag, penn: &str) -> bool {
        self.names.xpos.get(usize::from(tag.xpos)).is_some_and(|other| other == penn)
    }

    /// The tag of a verb with the Penn tag, if there is one.
    pub(super) fn verb(&self, penn: &str) -> Option<Tag> {
        self.class(Upos::Verb, penn).map(|class| self.tag(class))
    }

    /// Adds features and lemmas for the classes that the words of a sentence have.
    pub fn complete(&self, words: &Words, tags: &mut [Tag], lemmas: &mut Lemmas) {
        for (at, tag) in tags.iter_mut().enumerate() {
            let lower = words.lower(at);
            let general = || self.features.get(&feats_key(tag.class, None)).copied().unwrap_or_default();
            let own = self.features.get(&feats_key(tag.class, Some(hash(lower)))).copied();
            tag.feats = own.unwrap_or_else(general);
            // "french cheese" has an adjective that is made of a name.
            let adjective = tag.upos == Upos::Adj && self.lemmas.is_capital(lower, tag.class);
            let written = lemma::written(words.form(at), lower, tag.upos == Upos::Propn || adjective);
            self.lemmas.add(&written, lower, tag.class, lemmas);
        }
    }
}

/// The bytes of a tag set.
///
/// # Panics
/// For tables of 4 GiB and more.
#[must_use]
pub fn write(parts: &Parts) -> Vec<u8> {
    let mut file = Writer::new();
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
