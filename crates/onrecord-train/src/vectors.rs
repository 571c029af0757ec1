//! The words that have vectors, and what these are before training.
//!
//! Common words of the vector file and every word of the treebanks have one. A word that is in the file begins with the
//! vector of the file; any other begins, like an ending, with the mean of the words that end alike.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result};
use onrecord::model::{NOTHING, ROOT, SPECIAL, UNITS, UNKNOWN, Vectors, hash};
use onrecord::syntax::features::endings;

use crate::conllu::Sentence;
use crate::context::Units;
use crate::perceptron::Random;
use crate::whole::small;

/// Words of the vector file that have vectors whether the treebanks have them or not; it lists them by frequency.
const COMMON: usize = 30_000;

/// Words of the vector file that are read for the words of the treebanks.
const READ: usize = 200_000;

/// Different words of the treebanks that an ending has, and times that a word without a vector in the file occurs.
const LEAST: usize = 3;

/// Length of the vectors before training.
const LENGTH: f32 = 2.5;

/// The words with vectors.
pub(crate) struct Words {
    rows: HashMap<u64, u32>,
    hashes: Vec<u64>,
    /// How often the treebanks have the word of a row.
    times: Vec<u32>,
}

/// The words of treebanks and of the vector file `path`, with their first vectors; the commonest words of the treebanks
/// come first.
pub(crate) fn words(path: &Path, sentences: &[Sentence], random: &mut Random) -> Result<(Words, Vec<Units>)> {
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    let mut forms: BTreeMap<&str, String> = BTreeMap::new();
    for form in sentences.iter().flat_map(|sentence| &sentence.forms) {
        let lower = forms.entry(form).or_insert_with(|| form.to_lowercase());
        *times.entry(lower.clone()).or_default() += 1;
    }
    let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
    let mut list: Vec<(usize, String, Option<Units>)> = Vec::new();
    for (rank, line) in BufReader::new(file).lines().take(READ).enumerate() {
        let line = line.with_context(|| format!("{} cannot be read", path.display()))?;
        let (word, numbers) = line.split_once(' ').context("a word and its vector")?;
        let often = times.remove(word);
        if rank < COMMON || often.is_some() {
            let mut vector = [0.0; UNITS];
            for (slot, number) in vector.iter_mut().zip(numbers.split(' ')) {
                *slot = number.parse()?;
            }
            list.push((often.unwrap_or_default(), word.to_owned(), Some(scaled(&vector))));
        }
    }
    list.extend(
        times.into_iter().filter(|(_, often)| *often >= LEAST).map(|(word, often)| (often, word, None)),
    );
    list.sort_by_key(|(often, ..)| std::cmp::Reverse(*often));

    // The mean vector of every ending, over the different words of the treebanks.
    let known: HashMap<&str, &Units> =
        list.iter().filter_map(|(_, word, vector)| Some((word.as_str(), vector.as_ref()?))).collect();
    let mut means: BTreeMap<u64, (usize, Units)> = BTreeMap::new();
    for (form, lower) in &forms {
        let Some(vector) = known.get(lower.as_str()) else { continue };
        for ending in endings(form) {
            let (n, sum) = means.entry(ending).or_insert((0, [0.0; UNITS]));
            *n += 1;
            sum.iter_mut().zip(*vector).for_each(|(sum, x)| *sum += x);
        }
    }
    means.retain(|_, (n, _)| *n >= LEAST);
    let mean =
        |word: &str| endings(word).iter().find_map(|ending| means.get(ending)).map(|mean| scaled(&mean.1));

    let mut words = Words { rows: HashMap::new(), hashes: Vec::new(), times: vec![0; SPECIAL] };
    let mut vectors: Vec<Units> =
        (0..SPECIAL).map(|_| [0.0; UNITS].map(|_: f32| random.within(0.1))).collect();
    for (often, word, vector) in &list {
        let vector = vector.or_else(|| mean(word)).unwrap_or([0.0; UNITS]);
        words.add(hash(word), u32::try_from(*often).unwrap_or(u32::MAX));
        vectors.push(vector);
    }
    for (ending, (_, sum)) in &means {
        words.add(*ending, 0);
        vectors.push(scaled(sum));
    }
    Ok((words, vectors))
}

fn scaled(vector: &Units) -> Units {
    let length = vector.iter().map(|x| x * x).sum::<f32>().sqrt().max(1e-6);
    vector.map(|x| x * LENGTH / length)
}

impl Words {
    fn add(&mut self, hash: u64, times: u32) {
        self.rows.insert(hash, u32::try_from(self.times.len()).unwrap_or(UNKNOWN));
        self.hashes.push(hash);
        self.times.push(times);
    }

    /// The rows of a sentence's words, of an empty slot and of the root. Rare words now and then pass for unknown ones, the
    /// more often the rarer they are, so that endings learn something (Kiperwasser & Goldberg 2016).
    pub(crate) fn rows(&self, forms: &[String], random: &mut Random) -> Vec<u32> {
        let row = |form: &String| {
            let own = self.rows.get(&hash(&form.to_lowercase())).copied();
            let own = own.filter(|&row| {
                let seen = self.times[row as usize];
                seen == 0 || !random.one_in(4 * u64::from(seen) + 1)
            });
            own.or_else(|| endings(form).iter().find_map(|ending| self.rows.get(ending)).copied())
                .unwrap_or(UNKNOWN)
        };
        let mut rows: Vec<u32> = forms.iter().map(row).collect();
        rows.extend([NOTHING, ROOT]);
        rows
    }

    /// The finished table, and the scale of its whole numbers.
    pub(crate) fn table(&self, vectors: &[Units]) -> Result<(Vectors, f32)> {
        let mut sizes: Vec<f32> = vectors.iter().flatten().map(|x| x.abs()).collect();
        sizes.sort_by(f32::total_cmp);
        let scale = 127.0 / sizes.get(sizes.len() * 9995 / 10000).copied().unwrap_or(1.0);
        let whole = |vector: &Units| vector.map(|x| small(x, scale));
        let table = Vectors::new(&self.hashes, vectors.iter().map(whole).collect());
        Ok((table.context("every word has a vector")?, scale))
    }
}
