//! An averaged multiclass perceptron (Collins 2002) over hashed features.

use std::collections::HashMap;

use anyhow::{Context, Result};
use foldhash::fast::FixedState;
use onrecord::model::Linear;
use rayon::prelude::*;

/// A model in training.
pub(crate) struct Perceptron {
    classes: usize,
    rows: HashMap<u64, u32, FixedState>,
    /// Weights, and their sums weighted by the time of the change, for the average.
    weights: Vec<f32>,
    sums: Vec<f32>,
    /// Updates per row.
    touched: Vec<u32>,
    time: f32,
}

impl Perceptron {
    pub(crate) fn new(classes: usize) -> Self {
        Self {
            classes,
            rows: HashMap::default(),
            weights: Vec::new(),
            sums: Vec::new(),
            touched: Vec::new(),
            time: 1.0,
        }
    }

    /// Scores of all classes.
    pub(crate) fn score(&self, features: &[u64], scores: &mut Vec<f32>) {
        scores.clear();
        scores.resize(self.classes, 0.0);
        for feature in features {
            if let Some(&row) = self.rows.get(feature) {
                let begin = row as usize * self.classes;
                for (score, weight) in scores.iter_mut().zip(&self.weights[begin..begin + self.classes]) {
                    *score += weight;
                }
            }
        }
    }

    /// Moves weight from class `bad` to class `good`.
    pub(crate) fn update(&mut self, features: &[u64], good: usize, bad: usize) {
        for &feature in features {
            let row = self.row(feature);
            let begin = row * self.classes;
            for (class, change) in [(good, 1.0), (bad, -1.0)] {
                self.weights[begin + class] += change;
                self.sums[begin + class] += change * self.time;
            }
        }
    }

    /// Adds `change` to the weight of one feature for `class`.
    pub(crate) fn nudge(&mut self, feature: u64, class: usize, change: f32) {
        let at = self.row(feature) * self.classes + class;
        self.weights[at] += change;
        self.sums[at] += change * self.time;
    }

    /// The row of a feature that is being changed.
    fn row(&mut self, feature: u64) -> usize {
        let next = u32::try_from(self.touched.len()).expect("fewer than 4 billion features");
        let row = *self.rows.entry(feature).or_insert(next);
        if row == next {
            self.touched.push(0);
            self.weights.resize(self.weights.len() + self.classes, 0.0);
            self.sums.resize(self.sums.len() + self.classes, 0.0);
        }
        self.touched[row as usize] += 1;
        row as usize
    }

    /// A decision has been made.
    pub(crate) fn tick(&mut self) {
        self.time += 1.0;
    }

    /// The model with the averages for its weights; it is done learning.
    pub(crate) fn averaged(mut self) -> Self {
        for (weight, sum) in self.weights.iter_mut().zip(&self.sums) {
            *weight -= sum / self.time;
        }
        self.sums.fill(0.0);
        self
    }

    /// Adds the weights of another finished model.
    fn add(&mut self, other: &Self) {
        let mut rows: Vec<(u64, u32)> = other.rows.iter().map(|(&feature, &row)| (feature, row)).collect();
        rows.sort_unstable();
        for (feature, row) in rows {
            let from = row as usize * self.classes;
            let to = self.row(feature);
            self.touched[to] += other.touched[row as usize] - 1;
            let weights = &other.weights[from..from + self.classes];
            for (weight, more) in self.weights[to * self.classes..].iter_mut().zip(weights) {
                *weight += more;
            }
        }
    }

    /// The averaged model, without features changed fewer than `least` times. All but one weight in two thousand are
    /// scaled to 127 at most; weights below `floor` on that scale go.
    pub(crate) fn finish(self, least: u32, floor: f32) -> Linear {
        let average = |at: usize| self.weights[at] - self.sums[at] / self.time;
        let mut sizes: Vec<f32> =
            (0..self.weights.len()).map(|at| average(at).abs()).filter(|w| *w > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let common = sizes.get(sizes.len() * 9995 / 10000).copied().unwrap_or(1.0);
        let scale = 127.0 / common;
        let mut features: Vec<(u64, Vec<(u8, i16)>)> = Vec::new();
        for (&feature, &row) in self.rows.iter().filter(|&(_, &row)| self.touched[row as usize] >= least) {
            let begin = row as usize * self.classes;
            let weights: Vec<(u8, i16)> = (0..self.classes)
                .filter_map(|class| {
                    let scaled = (average(begin + class) * scale).clamp(-32000.0, 32000.0);
                    #[allow(clippy::cast_possible_truncation, reason = "clamped to the range")]
                    let value = scaled.round() as i16;
                    let class = u8::try_from(class).expect("classes are bytes");
                    (scaled.abs() >= floor && value != 0).then_some((class, value))
                })
                .collect();
            if !weights.is_empty() {
                features.push((feature, weights));
            }
        }
        // The order of a hash map must not reach the file.
        features.sort_unstable_by_key(|row| row.0);
        Linear::build(self.classes, &features)
    }
}

/// The sum of averaged models that learned the same in `runs` different orders: what depends on the order goes (parameter
/// mixing, `McDonald`, Hall & Mann 2010).
///
/// # Errors
/// That of a run.
pub(crate) fn mixed(runs: u64, learn: impl Fn(Random) -> Result<Perceptron> + Sync) -> Result<Perceptron> {
    let learned: Vec<Perceptron> = (0..runs)
        .into_par_iter()
        .map(|run| Ok(learn(Random::numbered(run))?.averaged()))
        .collect::<Result<_>>()?;
    let sum = learned.into_iter().reduce(|mut sum, model| {
        sum.add(&model);
        sum
    });
    sum.context("nothing was learned")
}

/// The class with the largest score among those that `fits`; of equals the first.
pub(crate) fn argmax(scores: &[f32], fits: impl Fn(usize) -> bool) -> usize {
    let mut best = None;
    for (class, &score) in scores.iter().enumerate() {
        if fits(class) && best.is_none_or(|b: usize| score > scores[b]) {
            best = Some(class);
        }
    }
    best.unwrap_or_default()
}

/// A small generator with a fixed seed (xorshift, Marsaglia 2003): training gives the same bytes every time.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new() -> Self {
        Self::numbered(0)
    }

    /// The generator of one of several runs.
    pub(crate) fn numbered(run: u64) -> Self {
        Self(0x0139_408d_cbbf_7a44 ^ run.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    /// One of many generators that give different numbers.
    pub(crate) fn seeded(seed: u64) -> Self {
        Self(seed.max(1))
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// True `of_ten` times in ten.
    pub(crate) fn chance(&mut self, of_ten: u64) -> bool {
        (self.next() >> 11) % 10 < of_ten
    }

    /// True once in `n` times.
    pub(crate) fn one_in(&mut self, n: u64) -> bool {
        (self.next() >> 11).is_multiple_of(n.max(1))
    }

    /// A number between `-reach` and `reach`.
    #[allow(clippy::cast_precision_loss, reason = "24 bits fit")]
    pub(crate) fn within(&mut self, reach: f32) -> f32 {
        ((self.next() >> 40) as f32 / (1 << 23) as f32 - 1.0) * reach
    }

    /// One of `list`, if there is any.
    pub(crate) fn choose<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        let bound = u64::try_from(list.len()).ok().filter(|&n| n > 0)?;
        list.get(usize::try_from((self.next() >> 11) % bound).ok()?)
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for i in (1..list.len()).rev() {
            let bound = u64::try_from(i).unwrap_or(u64::MAX) + 1;
            list.swap(i, usize::try_from(self.next() % bound).unwrap_or_default());
        }
    }
}
