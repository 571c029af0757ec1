//! A feed-forward network in training: the same first layer as [`onrecord::model::Network`], in floating point, with its
//! gradients and Adam (Kingma & Ba 2015).
//!
//! Sums are taken in a fixed order, eight at a time, so that training gives the same bytes on every machine.

use onrecord::model::{HIDDEN, LARGEST, Numbers, Situation, WIDTH};

use crate::perceptron::Random;

/// One number a unit of the hidden layer.
type Hidden = [f32; HIDDEN];

/// The vector of a word.
pub(crate) type Vector = [f32; WIDTH];

/// Weights, or their gradients, or the moments of these.
#[derive(Clone)]
pub(crate) struct Weights {
    pub(crate) vectors: Vec<Vector>,
    slots: Vec<[Hidden; WIDTH]>,
    marks: Vec<Hidden>,
    bias: Hidden,
    out: Vec<Hidden>,
    out_bias: Vec<f32>,
}

impl Weights {
    #[allow(clippy::large_stack_arrays, reason = "one slot's table, 25 kB, while a model begins")]
    fn zeros(vectors: usize, [slots, marks]: [usize; 2], classes: usize) -> Self {
        Self {
            vectors: vec![[0.0; WIDTH]; vectors],
            slots: vec![[[0.0; HIDDEN]; WIDTH]; slots],
            marks: vec![[0.0; HIDDEN]; marks],
            bias: [0.0; HIDDEN],
            out: vec![[0.0; HIDDEN]; classes],
            out_bias: vec![0.0; classes],
        }
    }

    /// Random weights for situations of `size` (Glorot & Bengio 2010), over `vectors`.
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    pub(crate) fn new(vectors: Vec<Vector>, size: [usize; 2], classes: usize, random: &mut Random) -> Self {
        let mut weights = Self { vectors, ..Self::zeros(0, size, classes) };
        let reach = |inputs: usize, outputs: usize| (6.0 / (inputs + outputs) as f32).sqrt();
        let mut fill = |row: &mut [f32], reach: f32| row.iter_mut().for_each(|w| *w = random.within(reach));
        let first = reach(size[0] * WIDTH, HIDDEN);
        weights.slots.iter_mut().for_each(|slot| fill(slot.as_flattened_mut(), first));
        fill(weights.marks.as_flattened_mut(), 0.05);
        fill(weights.out.as_flattened_mut(), reach(HIDDEN, classes));
        weights
    }

    /// The weights as whole numbers, over vectors whose numbers are `scale` times as large.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range")]
    pub(crate) fn numbers(&self, scale: f32) -> Numbers {
        // All but one weight in a thousand fit; the others become the largest that do.
        let common = |rows: &mut dyn Iterator<Item = f32>| {
            let mut sizes: Vec<f32> = rows.map(f32::abs).collect();
            sizes.sort_by(f32::total_cmp);
            sizes.get(sizes.len() * 999 / 1000).copied().unwrap_or(1.0).max(1e-6)
        };
        let first = 127.0 / common(&mut self.slots.iter().flatten().flatten().copied());
        // The hidden layer has at least 256 steps a unit of one.
        let shift = (scale * first / 256.0).max(1.0).log2().floor();
        let hidden = scale * first / shift.exp2();
        let step = (common(&mut self.marks.iter().flatten().copied()) * hidden / 127.0).ceil();
        let most = self.out.iter().flatten().fold(1e-6_f32, |most, w| most.max(w.abs()));
        let second = f32::from(LARGEST) / most;
        let wide =
            |row: &Hidden, scale: f32| row.map(|w| (w * scale).round().clamp(-32767.0, 32767.0) as i16);
        let small = |w: f32, scale: f32| (w * scale).round().clamp(-127.0, 127.0) as i8;
        Numbers {
            weights: self.slots.iter().map(|slot| slot.map(|row| row.map(|w| small(w, first)))).collect(),
            shift: shift as u32,
            marks: self.marks.iter().map(|row| row.map(|w| small(w, hidden / step))).collect(),
            step: step as i16,
            bias: wide(&self.bias, hidden),
            out: self.out.iter().map(|row| wide(row, second)).collect(),
            out_bias: self.out_bias.iter().map(|w| (w * second * hidden).round() as i32).collect(),
        }
    }
}

/// Gradients of one batch. Vectors and marks that have none are passed over.
pub(crate) struct Gradient {
    sums: Weights,
    vectors: Touched,
    marks: Touched,
}

/// Which rows of a table have a gradient.
struct Touched {
    rows: Vec<usize>,
    is: Vec<bool>,
}

impl Touched {
    fn new(rows: usize) -> Self {
        Self { rows: Vec::new(), is: vec![false; rows] }
    }

    fn add(&mut self, row: usize) {
        if !std::mem::replace(&mut self.is[row], true) {
            self.rows.push(row);
        }
    }

    fn drain(&mut self) -> impl Iterator<Item = usize> + '_ {
        let is = &mut self.is;
        self.rows.drain(..).inspect(|&row| is[row] = false)
    }
}

impl Gradient {
    pub(crate) fn new(of: &Weights) -> Self {
        let size = [of.slots.len(), of.marks.len()];
        Self {
            sums: Weights::zeros(of.vectors.len(), size, of.out.len()),
            vectors: Touched::new(of.vectors.len()),
            marks: Touched::new(of.marks.len()),
        }
    }

    /// Takes over what another gradient has.
    pub(crate) fn absorb(&mut self, other: &mut Self) {
        fn take(to: &mut [f32], from: &mut [f32]) {
            for (to, from) in to.iter_mut().zip(from) {
                *to += std::mem::take(from);
            }
        }
        let (sums, others) = (&mut self.sums, &mut other.sums);
        take(
            sums.slots.as_flattened_mut().as_flattened_mut(),
            others.slots.as_flattened_mut().as_flattened_mut(),
        );
        take(&mut sums.bias, &mut others.bias);
        take(sums.out.as_flattened_mut(), others.out.as_flattened_mut());
        take(&mut sums.out_bias, &mut others.out_bias);
        for row in other.vectors.drain() {
            self.vectors.add(row);
            take(&mut sums.vectors[row], &mut others.vectors[row]);
        }
        for row in other.marks.drain() {
            self.marks.add(row);
            take(&mut sums.marks[row], &mut others.marks[row]);
        }
    }
}

/// The first and second moments of all gradients.
pub(crate) struct Adam {
    first: Weights,
    second: Weights,
    steps: i32,
    /// Whether the vectors learn too.
    vectors: bool,
}

impl Adam {
    pub(crate) fn new(of: &Weights, vectors: bool) -> Self {
        let zeros = || Weights::zeros(of.vectors.len(), [of.slots.len(), of.marks.len()], of.out.len());
        Self { first: zeros(), second: zeros(), steps: 0, vectors }
    }

    /// Moves the weights against the gradient and empties it.
    pub(crate) fn step(&mut self, weights: &mut Weights, gradient: &mut Gradient, rate: f32) {
        self.steps += 1;
        let (a, b) = (1.0 - 0.9_f32.powi(self.steps), 1.0 - 0.999_f32.powi(self.steps));
        let rate = rate * b.sqrt() / a;
        let (m, v, g) = (&mut self.first, &mut self.second, &mut gradient.sums);
        let step = |w: &mut [f32], g: &mut [f32], m: &mut [f32], v: &mut [f32]| {
            for (((w, g), m), v) in w.iter_mut().zip(g).zip(m).zip(v) {
                let x = std::mem::take(g);
                *m = 0.9 * *m + 0.1 * x;
                *v = 0.999 * *v + 0.001 * x * x;
                *w -= rate * *m / (v.sqrt() + 1e-8);
            }
        };
        for slot in 0..weights.slots.len() {
            step(
                weights.slots[slot].as_flattened_mut(),
                g.slots[slot].as_flattened_mut(),
                m.slots[slot].as_flattened_mut(),
                v.slots[slot].as_flattened_mut(),
            );
        }
        step(&mut weights.bias, &mut g.bias, &mut m.bias, &mut v.bias);
        let (w, g2, m2, v2) = (&mut weights.out, &mut g.out, &mut m.out, &mut v.out);
        step(w.as_flattened_mut(), g2.as_flattened_mut(), m2.as_flattened_mut(), v2.as_flattened_mut());
        step(&mut weights.out_bias, &mut g.out_bias, &mut m.out_bias, &mut v.out_bias);
        for row in gradient.marks.drain() {
            step(&mut weights.marks[row], &mut g.marks[row], &mut m.marks[row], &mut v.marks[row]);
        }
        for row in gradient.vectors.drain() {
            if self.vectors {
                step(
                    &mut weights.vectors[row],
                    &mut g.vectors[row],
                    &mut m.vectors[row],
                    &mut v.vectors[row],
                );
            }
        }
    }
}

/// One sentence on its way through the network.
pub(crate) struct Pass<'w> {
    weights: &'w Weights,
    /// The row of every word's vector.
    rows: Vec<u32>,
    /// Per word and slot: where its part is, plus one.
    places: Vec<usize>,
    /// Word and slot of every part.
    of: Vec<(usize, usize)>,
    parts: Vec<Hidden>,
    /// Gradients of the parts.
    slopes: Vec<Hidden>,
}

impl<'w> Pass<'w> {
    pub(crate) fn new(weights: &'w Weights, rows: Vec<u32>) -> Self {
        let places = vec![0; rows.len() * weights.slots.len()];
        Self { weights, rows, places, of: Vec::new(), parts: Vec::new(), slopes: Vec::new() }
    }

    /// Where the part of a word in a slot is.
    fn part(&mut self, word: u32, slot: usize) -> usize {
        let word = word as usize;
        let place = word * self.weights.slots.len() + slot;
        if self.places[place] == 0 {
            let mut sums = [0.0; HIDDEN];
            let vector = &self.weights.vectors[self.rows[word] as usize];
            for (x, row) in vector.iter().zip(&self.weights.slots[slot]) {
                sums.iter_mut().zip(row).for_each(|(sum, w)| *sum += x * w);
            }
            self.parts.push(sums);
            self.slopes.push([0.0; HIDDEN]);
            self.of.push((word, slot));
            self.places[place] = self.parts.len();
        }
        self.places[place] - 1
    }

    /// The hidden layer: what is positive, of which one in `drop` tenths is left out (dropout, Srivastava and others 2014).
    pub(crate) fn hidden(&mut self, situation: &Situation, drop: u64, random: &mut Random) -> Hidden {
        let mut hidden = self.weights.bias;
        let add = |hidden: &mut Hidden, part: &Hidden| hidden.iter_mut().zip(part).for_each(|(h, p)| *h += p);
        for (slot, &word) in situation.words().iter().enumerate() {
            let part = self.part(word, slot);
            add(&mut hidden, &self.parts[part]);
        }
        situation.marks().iter().for_each(|&mark| add(&mut hidden, &self.weights.marks[mark as usize]));
        for unit in &mut hidden {
            *unit = if *unit > 0.0 && !random.chance(drop) { *unit * keep(drop) } else { 0.0 };
        }
        hidden
    }

    /// The score of every class.
    pub(crate) fn scores(&self, hidden: &Hidden) -> Vec<f32> {
        self.weights
            .out
            .iter()
            .zip(&self.weights.out_bias)
            .map(|(row, bias)| bias + dot(row, hidden))
            .collect()
    }

    /// Learns from one decision, for which the loss rises by `slopes` with the scores.
    pub(crate) fn learn(
        &mut self,
        situation: &Situation,
        hidden: &Hidden,
        drop: u64,
        slopes: &[f32],
        gradient: &mut Gradient,
    ) {
        let mut below = [0.0; HIDDEN];
        for (class, &slope) in slopes.iter().enumerate() {
            gradient.sums.out_bias[class] += slope;
            let rows = self.weights.out[class].iter().zip(&mut gradient.sums.out[class]);
            for ((below, &unit), (w, sum)) in below.iter_mut().zip(hidden).zip(rows) {
                *below += slope * w;
                *sum += slope * unit;
            }
        }
        for (below, &unit) in below.iter_mut().zip(hidden) {
            *below = if unit > 0.0 { *below * keep(drop) } else { 0.0 };
        }
        let add = |to: &mut Hidden| to.iter_mut().zip(&below).for_each(|(to, slope)| *to += slope);
        add(&mut gradient.sums.bias);
        for (slot, &word) in situation.words().iter().enumerate() {
            add(&mut self.slopes[self.places[word as usize * self.weights.slots.len() + slot] - 1]);
        }
        for &mark in situation.marks() {
            gradient.marks.add(mark as usize);
            add(&mut gradient.sums.marks[mark as usize]);
        }
    }

    /// The sentence is read: what its parts have learned goes to the vectors and slots.
    pub(crate) fn finish(self, gradient: &mut Gradient) {
        for (&(word, slot), slopes) in self.of.iter().zip(&self.slopes) {
            let row = self.rows[word] as usize;
            gradient.vectors.add(row);
            let vector = &self.weights.vectors[row];
            for (at, weights) in self.weights.slots[slot].iter().enumerate() {
                gradient.sums.vectors[row][at] += dot(weights, slopes);
                let sums = gradient.sums.slots[slot][at].iter_mut().zip(slopes);
                sums.for_each(|(sum, slope)| *sum += vector[at] * slope);
            }
        }
    }
}

/// By how much units grow that are not left out.
#[allow(clippy::cast_precision_loss, reason = "a digit")]
fn keep(drop: u64) -> f32 {
    10.0 / (10 - drop) as f32
}

/// The product of two rows, eight sums at a time.
fn dot(a: &Hidden, b: &Hidden) -> f32 {
    let mut sums = [0.0; 8];
    for (a, b) in a.as_chunks::<8>().0.iter().zip(b.as_chunks::<8>().0) {
        for lane in 0..8 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum()
}

/// Probabilities of the classes that `fits`; the others get none.
pub(crate) fn softmax(scores: &mut [f32], fits: impl Fn(usize) -> bool) {
    let most =
        (0..scores.len()).filter(|&class| fits(class)).map(|class| scores[class]).fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for (class, score) in scores.iter_mut().enumerate() {
        *score = if fits(class) { (*score - most).exp() } else { 0.0 };
        sum += *score;
    }
    for score in scores {
        *score /= sum;
    }
}
