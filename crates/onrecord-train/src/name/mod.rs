//! Trains the finder of names: a sequence model over the whole pipeline before it, so that it learns from what it will see.

mod augment;
mod corpus;
mod document;

use std::ops::Range;
use std::path::Path;

use anyhow::{Result, anyhow};
use onrecord::model::{Linear, Writer};
use onrecord::name::finder::{Finder, Pairs, best, pair};
use onrecord::name::label::{LABELS, OUTSIDE, SORTS, labels, names, sort};
use onrecord::name::seen::{Memory, Seen};
use rayon::prelude::*;

use crate::perceptron::{Perceptron, Random, mixed};
use crate::say;
use augment::Pool;
use corpus::Source;
use document::{Document, Pipeline};

const EPOCHS: usize = 12;

/// Orders in which the model learns, and the updates a feature needs in all of them together to stay.
const RUNS: u64 = 3;
const LEAST: u32 = 15;

/// How much better than any other the right label of a word has to score.
const MARGIN: f32 = 6.0;

/// Row of events among the sorts, which not every corpus has.
const EVENT: usize = 3;

/// The model file of the finder of names, from the corpora in `folder`.
pub(crate) fn train(folder: &Path) -> Result<Vec<u8>> {
    let pipeline = Pipeline::new()?;
    let pool = Pool::new(&pipeline.lexicon);
    let sources: Vec<Source> =
        corpus::TRAIN.iter().map(|row| corpus::read(folder, row)).collect::<Result<_>>()?;
    let texts: Vec<(&corpus::Text, bool)> =
        sources.iter().flat_map(|s| s.texts.iter().map(|text| (text, s.events))).collect();
    let model = mixed(RUNS, |random| course(&pipeline, &pool, &texts, random))?.finish(LEAST, 4.0);
    let file = |model: &Linear| {
        let mut file = Writer::new();
        model.write(&mut file);
        file.finish()
    };
    let bytes = file(&model);
    let finder = Finder::new(model).map_err(|e| anyhow!(e))?;
    for row in &corpus::DEV {
        measure(&finder, &pipeline, &corpus::read(folder, row)?, row.file)?;
    }
    Ok(bytes)
}

/// A model that learned the `texts` in the order that `random` gives.
fn course(
    pipeline: &Pipeline,
    pool: &Pool,
    texts: &[(&corpus::Text, bool)],
    mut random: Random,
) -> Result<Perceptron> {
    let mut order: Vec<usize> = (0..texts.len()).collect();
    let mut model = Perceptron::new(LABELS);
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        let seeds: Vec<u64> = order.iter().map(|_| random.next()).collect();
        let mut wrong = 0;
        // A few documents at a time, so that memory does not hold all of them.
        for (rows, seeds) in order.chunks(2000).zip(seeds.chunks(2000)) {
            let read = |(&row, &seed): (&usize, &u64)| {
                let (text, events) = texts[row];
                let mut random = Random::seeded(seed);
                Ok((pipeline.read(&augment::vary(text, pool, &mut random))?, events))
            };
            let documents: Vec<(Document, bool)> =
                rows.par_iter().zip(seeds).map(read).collect::<Result<_>>()?;
            for (document, events) in &documents {
                wrong += learn(&mut model, pipeline, document, *events);
            }
        }
        say(&format!("names, epoch {epoch}: {wrong} wrong sentences"));
    }
    Ok(model)
}

/// Learns one document, sentence by sentence; how many sentences went wrong.
fn learn(model: &mut Perceptron, pipeline: &Pipeline, document: &Document, events: bool) -> usize {
    let words = document.words(pipeline);
    let seen = Seen::new(&words, pipeline.syntax.clusters());
    let mut memory = Memory::default();
    let mut scores = Vec::new();
    let mut wrong = 0;
    for sentence in &document.reading.sentences {
        let range = sentence.tokens.clone();
        let Some(gold) = document.labels(&range) else { continue };
        let mut pairs: Pairs = [[0.0; LABELS]; LABELS];
        for (before, row) in pairs.iter_mut().enumerate() {
            model.score(&[pair(before)], &mut scores);
            row.copy_from_slice(&scores);
        }
        let sights = seen.sentence(range.clone());
        let features: Vec<Vec<u64>> = (0..sights.len())
            .map(|at| {
                let mut features = Vec::new();
                seen.features(&sights, at, &memory, &mut features);
                features
            })
            .collect();
        let mut rows: Vec<[f32; LABELS]> = Vec::with_capacity(features.len());
        for features in &features {
            model.score(features, &mut scores);
            let mut row = [0.0; LABELS];
            row.copy_from_slice(&scores);
            rows.push(row);
        }
        let plain = best(&rows, &pairs);
        let gold = if events { gold } else { with_events(&gold, &rows, &pairs) };
        for (row, &good) in rows.iter_mut().zip(&gold) {
            row.iter_mut()
                .enumerate()
                .filter(|(label, _)| *label != good)
                .for_each(|(_, score)| *score += MARGIN);
        }
        let guess = best(&rows, &pairs);
        if guess != gold {
            wrong += usize::from(plain != gold);
            correct(model, &features, &gold, &guess);
        }
        model.tick();
        seen.remember(&sights, range.start, &plain, &mut memory);
    }
    wrong
}

/// The best labels that agree with `gold`, where what is outside may also be an event: the corpus does not say.
fn with_events(gold: &[usize], rows: &[[f32; LABELS]], pairs: &Pairs) -> Vec<usize> {
    let mut rows = rows.to_vec();
    for (row, &good) in rows.iter_mut().zip(gold) {
        let fits = |label: usize| label == good || good == OUTSIDE && sort(label) == Some(EVENT);
        row.iter_mut().enumerate().filter(|(label, _)| !fits(*label)).for_each(|(_, score)| *score -= 1e6);
    }
    best(&rows, pairs)
}

/// Moves weight from the labels of `guess` to those of `gold`.
fn correct(model: &mut Perceptron, features: &[Vec<u64>], gold: &[usize], guess: &[usize]) {
    for (at, features) in features.iter().enumerate() {
        if gold[at] != guess[at] {
            model.update(features, gold[at], guess[at]);
        }
        if at > 0 && (gold[at - 1], gold[at]) != (guess[at - 1], guess[at]) {
            model.nudge(pair(gold[at - 1]), gold[at], 1.0);
            model.nudge(pair(guess[at - 1]), guess[at], -1.0);
        }
    }
}

/// Says how many names of a corpus are found, with their sort.
fn measure(finder: &Finder, pipeline: &Pipeline, source: &Source, name: &str) -> Result<()> {
    let mut counts = [[0_u32; 3]; SORTS.len()];
    for text in &source.texts {
        let document = pipeline.read(text)?;
        let found = finder.read(&document.words(pipeline), pipeline.syntax.clusters());
        for (sort, range) in &found {
            counts[*sort][1] += 1;
            counts[*sort][0] += u32::from(document.has(*sort, range));
        }
        text.names.iter().for_each(|(sort, _)| counts[*sort][2] += 1);
    }
    let f1 = |[right, found, gold]: [u32; 3]| 200.0 * f64::from(right) / f64::from((found + gold).max(1));
    let typed = counts[..EVENT].iter().fold([0; 3], |sum, row| std::array::from_fn(|at| sum[at] + row[at]));
    let by_sort: Vec<String> =
        SORTS.iter().zip(counts).map(|(row, counts)| format!("{} {:.1}", row.0, f1(counts))).collect();
    let share = |of: usize| 100.0 * f64::from(typed[0]) / f64::from(typed[of].max(1));
    say(&format!(
        "{name}: F1 {:.2} (P {:.1}, R {:.1}); {}",
        f1(typed),
        share(1),
        share(2),
        by_sort.join(", ")
    ));
    Ok(())
}

/// The labels of `range` where the names in it are `spans`.
fn laid(spans: &[(usize, Range<usize>)], range: &Range<usize>) -> Vec<usize> {
    let mut all = vec![OUTSIDE; range.len()];
    for (sort, span) in spans {
        let start = span.start - range.start;
        all[start..].iter_mut().zip(labels(*sort, span.len())).for_each(|(slot, label)| *slot = label);
    }
    debug_assert_eq!(names(&all).count(), spans.len());
    all
}
