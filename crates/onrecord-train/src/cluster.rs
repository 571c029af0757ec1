//! Makes classes of words from word vectors: k-means (Lloyd 1982) over directions, once a level.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use onrecord::model::{Clusters, LEVELS, hash};
use rayon::prelude::*;

use crate::perceptron::Random;

/// The commonest words have classes; vector files list words by frequency.
const WORDS: usize = 120_000;

/// Width of a vector.
const WIDTH: usize = 50;

const ROUNDS: usize = 14;

type Vector = [f32; WIDTH];

/// The model file of the word classes, from a text file of a word and its vector a line, as `GloVe` has it.
pub(crate) fn train(path: &Path) -> Result<Vec<u8>> {
    let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
    let (mut words, mut vectors) = (Vec::new(), Vec::new());
    for line in BufReader::new(file).lines() {
        let line = line?;
        let mut columns = line.split(' ');
        let word = columns.next().unwrap_or_default();
        if !word.chars().any(char::is_alphabetic) {
            continue;
        }
        let mut vector = [0.0; WIDTH];
        let mut filled = 0;
        for (slot, column) in vector.iter_mut().zip(columns) {
            *slot = column.parse()?;
            filled += 1;
        }
        ensure!(filled == WIDTH, "{}: {word} has {filled} numbers", path.display());
        words.push(word.to_owned());
        vectors.push(unit(vector));
        if words.len() == WORDS {
            break;
        }
    }
    let levels: Vec<Vec<u16>> = LEVELS.iter().map(|bits| means(&vectors, 1 << bits)).collect();
    let classes = |at: usize| std::array::from_fn(|level: usize| levels[level][at]);
    let rows = words.iter().enumerate().map(|(at, word)| (hash(word), classes(at)));
    Ok(Clusters::new(rows).write())
}

/// The class of every vector, of `k`.
fn means(vectors: &[Vector], k: usize) -> Vec<u16> {
    // Classes begin at common words, whose vectors are the best ones.
    let mut random = Random::new();
    let mut order: Vec<usize> = (0..vectors.len().min(k * 20)).collect();
    random.shuffle(&mut order);
    let mut centres: Vec<Vector> = order.iter().take(k).map(|&at| vectors[at]).collect();
    let mut classes = Vec::new();
    for _ in 0..ROUNDS {
        classes = vectors.par_iter().map(|vector| nearest(&centres, vector)).collect();
        let mut sums = vec![[0.0; WIDTH]; centres.len()];
        for (vector, &class) in vectors.iter().zip(&classes) {
            sums[usize::from(class)].iter_mut().zip(vector).for_each(|(sum, x)| *sum += x);
        }
        centres = sums.into_iter().map(unit).collect();
    }
    classes
}

fn nearest(centres: &[Vector], vector: &Vector) -> u16 {
    let mut best = (f32::MIN, 0);
    for (class, centre) in (0..).zip(centres) {
        // Eight sums at once, which the compiler turns into vector instructions.
        let mut sums = [0.0; 8];
        for (a, b) in centre.chunks_exact(8).zip(vector.chunks_exact(8)) {
            for lane in 0..8 {
                sums[lane] += a[lane] * b[lane];
            }
        }
        let rest = centre[48] * vector[48] + centre[49] * vector[49];
        let similar = sums.iter().sum::<f32>() + rest;
        if similar > best.0 {
            best = (similar, class);
        }
    }
    best.1
}

/// The vector's direction.
fn unit(vector: Vector) -> Vector {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt();
    vector.map(|x| if length > 0.0 { x / length } else { 0.0 })
}
