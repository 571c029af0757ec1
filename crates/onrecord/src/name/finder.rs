//! Names by a trained sequence model: the best consistent labels of a sentence (Viterbi 1967) under linear scores
//! (Collins 2002).

use super::label::{LABELS, OUTSIDE, may_follow, names};
use super::seen::{Memory, Seen};
use super::words::Words;
use crate::embedded::BadData;
use crate::model::{Clusters, Linear, Reader, mix};

/// A name as the model sees it: sort and words.
pub(super) type Found = (usize, std::ops::Range<usize>);

/// Finds names.
#[derive(Debug)]
pub struct Finder {
    model: Linear,
    pairs: Pairs,
}

/// Scores of a label after another.
pub type Pairs = [[f32; LABELS]; LABELS];

/// The feature of a word that follows one with label `before`.
#[must_use]
pub fn pair(before: usize) -> u64 {
    mix(0x7061_6972, before as u64)
}

/// The best labels of a sentence. `scores` has a row a word.
#[must_use]
pub fn best(scores: &[[f32; LABELS]], pairs: &Pairs) -> Vec<usize> {
    let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
    let mut last = [f32::NEG_INFINITY; LABELS];
    for (at, row) in scores.iter().enumerate() {
        let mut now = [f32::NEG_INFINITY; LABELS];
        let mut origins = [0; LABELS];
        for (label, &score) in row.iter().enumerate() {
            if at == 0 {
                if may_follow(None, Some(label)) {
                    now[label] = score;
                }
                continue;
            }
            for (before, &sum) in last.iter().enumerate() {
                let whole = sum + score + pairs[before][label];
                if whole > now[label] && may_follow(Some(before), Some(label)) {
                    now[label] = whole;
                    origins[label] = u8::try_from(before).unwrap_or_default();
                }
            }
        }
        from.push(origins);
        last = now;
    }
    let ends = last.iter().enumerate().filter(|(label, _)| may_follow(Some(*label), None));
    let mut label = ends.fold(
        (OUTSIDE, f32::NEG_INFINITY),
        |best, (label, &sum)| {
            if sum > best.1 { (label, sum) } else { best }
        },
    );
    let mut labels: Vec<usize> = from
        .iter()
        .rev()
        .map(|origins| {
            let here = label.0;
            label.0 = usize::from(origins[here]);
            here
        })
        .collect();
    labels.reverse();
    labels
}

impl Finder {
    /// The finder with its embedded model.
    ///
    /// # Errors
    /// A model that does not load.
    pub fn embedded() -> Result<Self, BadData> {
        let finder = Self::load(include_bytes!("../../models/name.bin"));
        finder.map_err(BadData::of("name"))
    }

    /// Reads a model file.
    ///
    /// # Errors
    /// A file that is damaged or was made for other labels.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        Self::new(Linear::read(&mut Reader::new(file)?)?)
    }

    /// A finder with its model.
    ///
    /// # Errors
    /// A model with other labels.
    pub fn new(model: Linear) -> Result<Self, String> {
        if model.classes() != LABELS {
            return Err(format!("the model has {} labels, not {LABELS}", model.classes()));
        }
        let mut pairs = [[0.0; LABELS]; LABELS];
        let mut scores = Vec::new();
        for (before, row) in pairs.iter_mut().enumerate() {
            model.score(&[pair(before)], &mut scores);
            row.iter_mut().zip(&scores).for_each(|(slot, &score)| *slot = real(score));
        }
        Ok(Self { model, pairs })
    }

    /// The names of a document, in text order.
    #[must_use]
    pub fn read(&self, words: &Words, clusters: &Clusters) -> Vec<Found> {
        let seen = Seen::new(words, clusters);
        let mut memory = Memory::default();
        let (mut features, mut scores, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        let mut found = Vec::new();
        for sentence in &words.reading.sentences {
            let range = sentence.tokens.clone();
            rows.clear();
            let sights = seen.sentence(range.clone());
            for at in 0..sights.len() {
                seen.features(&sights, at, &memory, &mut features);
                self.model.score(&features, &mut scores);
                let mut row = [0.0; LABELS];
                row.iter_mut().zip(&scores).for_each(|(slot, &score)| *slot = real(score));
                rows.push(row);
            }
            let labels = best(&rows, &self.pairs);
            seen.remember(&sights, range.start, &labels, &mut memory);
            found.extend(
                names(&labels).map(|(sort, name)| (sort, name.start + range.start..name.end + range.start)),
            );
        }
        found
    }
}

/// Sums of scores stay far below the 24 bits that a float holds exactly.
#[allow(clippy::cast_precision_loss, reason = "scores are small")]
fn real(score: i32) -> f32 {
    score as f32
}
