//! The context of words in training: the layers of [`onrecord::model::Context`] in floating point, with their gradients.

use onrecord::model::{ContextNumbers, LayerNumbers, STRIDES, TAPS, UNITS};

use crate::perceptron::Random;
use crate::whole::{common, small};

/// A word in its context, and the vector that it begins as.
pub(crate) type Units = [f32; UNITS];

/// Percent of what words begin as, and of what layers add, that are left out (dropout, Srivastava and others 2014).
const DROP_FIRST: u64 = 20;
const DROP: u64 = 10;

/// Weights, or their gradients, or the moments of these.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) vectors: Vec<Units>,
    /// Per value: what it brings.
    pub(crate) marks: Vec<Units>,
    pub(crate) layers: [Layer; STRIDES.len()],
}

/// One layer.
#[derive(Clone)]
pub(crate) struct Layer {
    /// Per word that is looked at and unit of it: the weight for every unit.
    pub(crate) weights: Vec<Units>,
    pub(crate) bias: Units,
}

impl Context {
    fn zeros(vectors: usize, marks: usize) -> Self {
        let layer = |_| Layer { weights: vec![[0.0; UNITS]; TAPS * UNITS], bias: [0.0; UNITS] };
        Self {
            vectors: vec![[0.0; UNITS]; vectors],
            marks: vec![[0.0; UNITS]; marks],
            layers: STRIDES.map(layer),
        }
    }

    /// As large as this one.
    pub(crate) fn empty(&self) -> Self {
        Self::zeros(self.vectors.len(), self.marks.len())
    }

    /// Random layers (Glorot & Bengio 2010) over `vectors` and `marks` values.
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    pub(crate) fn new(vectors: Vec<Units>, marks: usize, random: &mut Random) -> Self {
        let mut context = Self { vectors, ..Self::zeros(0, marks) };
        let mut fill = |rows: &mut [Units], reach| {
            rows.as_flattened_mut().iter_mut().for_each(|w| *w = random.within(reach));
        };
        fill(&mut context.marks, 0.1);
        let reach = (6.0 / ((TAPS + 1) * UNITS) as f32).sqrt();
        context.layers.iter_mut().for_each(|layer| fill(&mut layer.weights, reach));
        context
    }

    /// The layers as whole numbers over vectors whose numbers are `scale` times as large, and the scale of their rows.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range")]
    pub(crate) fn numbers(&self, scale: f32) -> (ContextNumbers, f32) {
        // A row has at least 256 steps a unit of one.
        let shift = (256.0 / scale).log2().ceil().max(0.0);
        let rows = scale * shift.exp2();
        let step = (common(self.marks.iter().flatten()) * rows / 127.0).ceil();
        let layer = |layer: &Layer| {
            let shift = (127.0 / common(layer.weights.iter().flatten())).log2().floor().clamp(0.0, 16.0);
            LayerNumbers {
                weights: layer.weights.iter().map(|row| row.map(|w| small(w, shift.exp2()))).collect(),
                bias: layer.bias.map(|w| (w * rows * shift.exp2()).round() as i32),
                shift: shift as u32,
            }
        };
        let numbers = ContextNumbers {
            shift: shift as u32,
            marks: self.marks.iter().map(|row| row.map(|w| small(w, rows / step))).collect(),
            step: step as i16,
            layers: self.layers.iter().map(layer).collect(),
        };
        (numbers, rows)
    }
}

/// What a word begins as.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    /// The row of its vector.
    pub(crate) row: u32,
    /// Its values; none for an empty slot and the root, which stand alone behind the words.
    pub(crate) values: Option<[u32; 4]>,
}

/// One sentence on its way through the layers.
pub(crate) struct Pass<'w> {
    context: &'w Context,
    inputs: Vec<Input>,
    words: usize,
    /// By what the first rows, and what a layer adds, were multiplied: 0 for what was left out.
    first: Vec<Units>,
    kept: Vec<Vec<Units>>,
    /// The rows before every layer.
    before: Vec<Vec<Units>>,
    /// The finished rows.
    pub(crate) rows: Vec<Units>,
    /// Their gradients.
    pub(crate) slopes: Vec<Units>,
}

impl<'w> Pass<'w> {
    pub(crate) fn new(context: &'w Context, inputs: Vec<Input>, random: &mut Random) -> Self {
        let words = inputs.iter().filter(|input| input.values.is_some()).count();
        let mut first = vec![[0.0; UNITS]; inputs.len()];
        let begin = |(input, kept): (&Input, &mut Units)| {
            let mut row = context.vectors[input.row as usize];
            for &value in input.values.iter().flatten() {
                row.iter_mut().zip(&context.marks[value as usize]).for_each(|(unit, w)| *unit += w);
            }
            for (unit, kept) in row.iter_mut().zip(kept) {
                *kept = keep(DROP_FIRST, random);
                *unit *= *kept;
            }
            row
        };
        let mut rows: Vec<Units> = inputs.iter().zip(&mut first).map(begin).collect();
        let (mut before, mut all) = (Vec::new(), Vec::new());
        for (layer, stride) in context.layers.iter().zip(STRIDES) {
            let mut next = rows.clone();
            let mut kept = vec![[0.0; UNITS]; words];
            for at in 0..words {
                let mut sums = layer.bias;
                for (tap, place) in taps(at, stride, words) {
                    for (x, weights) in rows[place].iter().zip(&layer.weights[tap * UNITS..(tap + 1) * UNITS])
                    {
                        sums.iter_mut().zip(weights).for_each(|(sum, w)| *sum += x * w);
                    }
                }
                for (unit, sum) in sums.into_iter().enumerate().filter(|(_, sum)| *sum > 0.0) {
                    kept[at][unit] = keep(DROP, random);
                    next[at][unit] += sum * kept[at][unit];
                }
            }
            before.push(std::mem::replace(&mut rows, next));
            all.push(kept);
        }
        let slopes = vec![[0.0; UNITS]; inputs.len()];
        Self { context, inputs, words, first, kept: all, before, rows, slopes }
    }

    /// The sentence is read: what its rows have learned goes to layers, values and vectors.
    pub(crate) fn finish(self, gradient: &mut Context, vectors: &mut Touched, marks: &mut Touched) {
        let mut slopes = self.slopes;
        for (number, stride) in STRIDES.into_iter().enumerate().rev() {
            let layer = &self.context.layers[number];
            let sums = &mut gradient.layers[number];
            let mut below = slopes.clone();
            let before = &self.before[number];
            for (at, (slope, kept)) in slopes.iter().zip(&self.kept[number]).enumerate() {
                let slope: Units = std::array::from_fn(|unit| slope[unit] * kept[unit]);
                add(&mut sums.bias, &slope, 1.0);
                for (tap, place) in taps(at, stride, self.words) {
                    let rows = tap * UNITS..(tap + 1) * UNITS;
                    let weights = layer.weights[rows.clone()].iter().zip(&mut sums.weights[rows]);
                    let units = before[place].iter().zip(&mut below[place]);
                    for ((unit, below), (weights, sums)) in units.zip(weights) {
                        *below += dot(weights, &slope);
                        add(sums, &slope, *unit);
                    }
                }
            }
            slopes = below;
        }
        for ((input, slope), kept) in self.inputs.iter().zip(&mut slopes).zip(&self.first) {
            slope.iter_mut().zip(kept).for_each(|(slope, kept)| *slope *= kept);
            let row = input.row as usize;
            vectors.add(row);
            add(&mut gradient.vectors[row], slope, 1.0);
            for &value in input.values.iter().flatten() {
                marks.add(value as usize);
                add(&mut gradient.marks[value as usize], slope, 1.0);
            }
        }
    }
}

/// Which rows of a table have a gradient.
pub(crate) struct Touched {
    rows: Vec<usize>,
    is: Vec<bool>,
}

impl Touched {
    pub(crate) fn new(rows: usize) -> Self {
        Self { rows: Vec::new(), is: vec![false; rows] }
    }

    pub(crate) fn add(&mut self, row: usize) {
        if !std::mem::replace(&mut self.is[row], true) {
            self.rows.push(row);
        }
    }

    pub(crate) fn drain(&mut self) -> impl Iterator<Item = usize> + '_ {
        let is = &mut self.is;
        self.rows.drain(..).inspect(|&row| is[row] = false)
    }
}

/// The words that a layer looks at from word `at` of `words`.
fn taps(at: usize, stride: usize, words: usize) -> impl Iterator<Item = (usize, usize)> {
    let place =
        move |tap: usize| (at + tap * stride).checked_sub(TAPS / 2 * stride).filter(|&place| place < words);
    (0..TAPS).filter_map(move |tap| Some((tap, place(tap)?)))
}

/// What a unit is multiplied by: 0 in `percent` of all cases, otherwise by what makes up for them.
#[allow(clippy::cast_precision_loss, reason = "two digits")]
fn keep(percent: u64, random: &mut Random) -> f32 {
    if (random.next() >> 11) % 100 < percent { 0.0 } else { 100.0 / (100 - percent) as f32 }
}

fn add(to: &mut Units, row: &Units, times: f32) {
    to.iter_mut().zip(row).for_each(|(to, x)| *to += times * x);
}

/// The product of two rows, eight sums at a time.
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0; 8];
    for (a, b) in a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0) {
        for lane in 0..8 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum()
}
