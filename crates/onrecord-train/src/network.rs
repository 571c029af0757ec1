//! Networks over words in their context, in training: the layers of [`onrecord::model::Network`] in floating point, with
//! their gradients and Adam (Kingma & Ba 2015). All tasks share one context and learn together.
//!
//! Sums are taken in a fixed order, eight at a time, so that training gives the same bytes on every machine.

use onrecord::model::{HIDDEN, LARGEST, Numbers, Situation, UNITS};

use crate::context::{self, Context, Input, Touched, Units, dot};
use crate::perceptron::Random;
use crate::whole::{common, small, wide};

/// One number a unit of the hidden layer.
type Hidden = [f32; HIDDEN];

/// What a network decides.
#[derive(Clone, Copy)]
pub(crate) enum Task {
    Moves,
    Relations,
    Tags,
}

/// Number of tasks.
const TASKS: usize = 3;

/// A hidden layer over words in slots and values in fields, and the classes above it.
#[derive(Clone)]
pub(crate) struct Network {
    slots: Vec<[Hidden; UNITS]>,
    marks: Vec<Hidden>,
    bias: Hidden,
    out: Vec<Hidden>,
    out_bias: Vec<f32>,
}

impl Network {
    #[allow(clippy::large_stack_arrays, reason = "one slot's table, 25 kB, while a model begins")]
    fn zeros([slots, marks]: [usize; 2], classes: usize) -> Self {
        Self {
            slots: vec![[[0.0; HIDDEN]; UNITS]; slots],
            marks: vec![[0.0; HIDDEN]; marks],
            bias: [0.0; HIDDEN],
            out: vec![[0.0; HIDDEN]; classes],
            out_bias: vec![0.0; classes],
        }
    }

    /// Random weights for situations as large as `situation` (Glorot & Bengio 2010).
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    pub(crate) fn new(situation: &Situation, classes: usize, random: &mut Random) -> Self {
        let size = situation.size();
        let mut weights = Self::zeros(size, classes);
        let reach = |inputs: usize, outputs: usize| (6.0 / (inputs + outputs) as f32).sqrt();
        let mut fill = |row: &mut [f32], reach: f32| row.iter_mut().for_each(|w| *w = random.within(reach));
        let first = reach(size[0] * UNITS, HIDDEN);
        weights.slots.iter_mut().for_each(|slot| fill(slot.as_flattened_mut(), first));
        fill(weights.marks.as_flattened_mut(), 0.05);
        fill(weights.out.as_flattened_mut(), reach(HIDDEN, classes));
        weights
    }

    /// The weights as whole numbers, over words whose units are `scale` times as large.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range")]
    pub(crate) fn numbers(&self, scale: f32) -> Numbers {
        let first = 127.0 / common(self.slots.iter().flatten().flatten());
        // The hidden layer has at least 256 steps a unit of one.
        let shift = (scale * first / 256.0).max(1.0).log2().floor();
        let hidden = scale * first / shift.exp2();
        let step = (common(self.marks.iter().flatten()) * hidden / 127.0).ceil();
        let most = self.out.iter().flatten().fold(1e-6_f32, |most, w| most.max(w.abs()));
        let second = f32::from(LARGEST) / most;
        Numbers {
            weights: self.slots.iter().map(|slot| slot.map(|row| row.map(|w| small(w, first)))).collect(),
            shift: shift as u32,
            marks: self.marks.iter().map(|row| row.map(|w| small(w, hidden / step))).collect(),
            step: step as i16,
            bias: self.bias.map(|w| wide(w, hidden)),
            out: self.out.iter().map(|row| row.map(|w| wide(w, second))).collect(),
            out_bias: self.out_bias.iter().map(|w| (w * second * hidden).round() as i32).collect(),
        }
    }
}

/// The weights of everything that learns together, or their gradients, or the moments of these.
#[derive(Clone)]
pub(crate) struct Weights {
    pub(crate) context: Context,
    /// One for each [`Task`], in that order.
    pub(crate) networks: [Network; TASKS],
}

impl Weights {
    /// As large as these.
    fn empty(&self) -> Self {
        let empty =
            |network: &Network| Network::zeros([network.slots.len(), network.marks.len()], network.out.len());
        Self { context: self.context.empty(), networks: self.networks.each_ref().map(empty) }
    }

    /// The tables that always learn.
    fn dense(&mut self) -> Vec<&mut [f32]> {
        let mut all: Vec<&mut [f32]> = Vec::new();
        for layer in &mut self.context.layers {
            all.push(layer.weights.as_flattened_mut());
            all.push(&mut layer.bias);
        }
        for network in &mut self.networks {
            all.push(network.slots.as_flattened_mut().as_flattened_mut());
            all.push(&mut network.bias);
            all.push(network.out.as_flattened_mut());
            all.push(&mut network.out_bias);
        }
        all
    }
}

/// Gradients of one batch. Rows that have none are passed over.
pub(crate) struct Gradient {
    sums: Weights,
    vectors: Touched,
    marks: Touched,
    values: [Touched; TASKS],
}

impl Gradient {
    pub(crate) fn new(of: &Weights) -> Self {
        Self {
            sums: of.empty(),
            vectors: Touched::new(of.context.vectors.len()),
            marks: Touched::new(of.context.marks.len()),
            values: of.networks.each_ref().map(|network| Touched::new(network.marks.len())),
        }
    }

    /// Takes over what another gradient has.
    pub(crate) fn absorb(&mut self, other: &mut Self) {
        fn take(to: &mut [f32], from: &mut [f32]) {
            for (to, from) in to.iter_mut().zip(from) {
                *to += std::mem::take(from);
            }
        }
        for (to, from) in self.sums.dense().into_iter().zip(other.sums.dense()) {
            take(to, from);
        }
        for row in other.vectors.drain() {
            self.vectors.add(row);
            take(&mut self.sums.context.vectors[row], &mut other.sums.context.vectors[row]);
        }
        for row in other.marks.drain() {
            self.marks.add(row);
            take(&mut self.sums.context.marks[row], &mut other.sums.context.marks[row]);
        }
        for (k, values) in other.values.iter_mut().enumerate() {
            for row in values.drain() {
                self.values[k].add(row);
                take(&mut self.sums.networks[k].marks[row], &mut other.sums.networks[k].marks[row]);
            }
        }
    }
}

/// The first and second moments of all gradients.
pub(crate) struct Adam {
    first: Weights,
    second: Weights,
    steps: i32,
}

impl Adam {
    pub(crate) fn new(of: &Weights) -> Self {
        Self { first: of.empty(), second: of.empty(), steps: 0 }
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
        let tables = weights.dense().into_iter().zip(g.dense()).zip(m.dense()).zip(v.dense());
        tables.for_each(|(((w, g), m), v)| step(w, g, m, v));
        let (w, g1, m1, v1) = (&mut weights.context, &mut g.context, &mut m.context, &mut v.context);
        for row in gradient.vectors.drain() {
            step(&mut w.vectors[row], &mut g1.vectors[row], &mut m1.vectors[row], &mut v1.vectors[row]);
        }
        for row in gradient.marks.drain() {
            step(&mut w.marks[row], &mut g1.marks[row], &mut m1.marks[row], &mut v1.marks[row]);
        }
        for (k, values) in gradient.values.iter_mut().enumerate() {
            let (w, g, m, v) =
                (&mut weights.networks[k], &mut g.networks[k], &mut m.networks[k], &mut v.networks[k]);
            for row in values.drain() {
                step(&mut w.marks[row], &mut g.marks[row], &mut m.marks[row], &mut v.marks[row]);
            }
        }
    }
}

/// What one network makes of a sentence.
struct Parts {
    /// Per word and slot: where its part is, plus one.
    places: Vec<usize>,
    /// Word and slot of every part.
    of: Vec<(usize, usize)>,
    sums: Vec<Hidden>,
    /// Gradients of the parts.
    slopes: Vec<Hidden>,
}

/// One sentence on its way through the networks.
pub(crate) struct Pass<'w> {
    weights: &'w Weights,
    context: context::Pass<'w>,
    parts: [Parts; TASKS],
}

impl<'w> Pass<'w> {
    pub(crate) fn new(weights: &'w Weights, inputs: Vec<Input>, random: &mut Random) -> Self {
        let n = inputs.len();
        let parts = weights.networks.each_ref().map(|network| Parts {
            places: vec![0; n * network.slots.len()],
            of: Vec::new(),
            sums: Vec::new(),
            slopes: Vec::new(),
        });
        Self { weights, context: context::Pass::new(&weights.context, inputs, random), parts }
    }

    /// Where the part of a word in a slot is.
    fn part(&mut self, task: Task, word: u32, slot: usize) -> usize {
        let word = word as usize;
        let slots = &self.weights.networks[task as usize].slots;
        let parts = &mut self.parts[task as usize];
        let place = word * slots.len() + slot;
        if parts.places[place] == 0 {
            let mut sums = [0.0; HIDDEN];
            for (x, row) in self.context.rows[word].iter().zip(&slots[slot]) {
                sums.iter_mut().zip(row).for_each(|(sum, w)| *sum += x * w);
            }
            parts.sums.push(sums);
            parts.slopes.push([0.0; HIDDEN]);
            parts.of.push((word, slot));
            parts.places[place] = parts.sums.len();
        }
        parts.places[place] - 1
    }

    /// The hidden layer: what is positive, of which one in `drop` tenths is left out (dropout, Srivastava and others 2014).
    pub(crate) fn hidden(
        &mut self,
        task: Task,
        situation: &Situation,
        drop: u64,
        random: &mut Random,
    ) -> Hidden {
        let mut hidden = self.weights.networks[task as usize].bias;
        let add = |hidden: &mut Hidden, part: &Hidden| hidden.iter_mut().zip(part).for_each(|(h, p)| *h += p);
        for (slot, &word) in situation.words().iter().enumerate() {
            let part = self.part(task, word, slot);
            add(&mut hidden, &self.parts[task as usize].sums[part]);
        }
        situation
            .marks()
            .iter()
            .for_each(|&mark| add(&mut hidden, &self.weights.networks[task as usize].marks[mark as usize]));
        for unit in &mut hidden {
            *unit = if *unit > 0.0 && !random.chance(drop) { *unit * keep(drop) } else { 0.0 };
        }
        hidden
    }

    /// The score of every class.
    pub(crate) fn scores(&self, task: Task, hidden: &Hidden) -> Vec<f32> {
        let network = &self.weights.networks[task as usize];
        network.out.iter().zip(&network.out_bias).map(|(row, bias)| bias + dot(row, hidden)).collect()
    }

    /// Learns from one decision, for which the loss rises by `slopes` with the scores.
    pub(crate) fn learn(
        &mut self,
        task: Task,
        situation: &Situation,
        hidden: &Hidden,
        drop: u64,
        slopes: &[f32],
        gradient: &mut Gradient,
    ) {
        let mut below = [0.0; HIDDEN];
        let sums = &mut gradient.sums.networks[task as usize];
        for (class, &slope) in slopes.iter().enumerate() {
            sums.out_bias[class] += slope;
            let rows = self.weights.networks[task as usize].out[class].iter().zip(&mut sums.out[class]);
            for ((below, &unit), (w, sum)) in below.iter_mut().zip(hidden).zip(rows) {
                *below += slope * w;
                *sum += slope * unit;
            }
        }
        for (below, &unit) in below.iter_mut().zip(hidden) {
            *below = if unit > 0.0 { *below * keep(drop) } else { 0.0 };
        }
        let add = |to: &mut Hidden| to.iter_mut().zip(&below).for_each(|(to, slope)| *to += slope);
        add(&mut sums.bias);
        let parts = &mut self.parts[task as usize];
        let slots = self.weights.networks[task as usize].slots.len();
        for (slot, &word) in situation.words().iter().enumerate() {
            add(&mut parts.slopes[parts.places[word as usize * slots + slot] - 1]);
        }
        for &mark in situation.marks() {
            gradient.values[task as usize].add(mark as usize);
            add(&mut sums.marks[mark as usize]);
        }
    }

    /// The sentence is read: what its parts have learned goes to the vectors and slots.
    pub(crate) fn finish(mut self, gradient: &mut Gradient) {
        for (task, parts) in self.parts.iter().enumerate() {
            for (&(word, slot), slopes) in parts.of.iter().zip(&parts.slopes) {
                let units: Units = self.context.rows[word];
                for (at, weights) in self.weights.networks[task].slots[slot].iter().enumerate() {
                    self.context.slopes[word][at] += dot(weights, slopes);
                    let sums = gradient.sums.networks[task].slots[slot][at].iter_mut().zip(slopes);
                    sums.for_each(|(sum, slope)| *sum += units[at] * slope);
                }
            }
        }
        self.context.finish(&mut gradient.sums.context, &mut gradient.vectors, &mut gradient.marks);
    }
}

/// By how much units grow that are not left out.
#[allow(clippy::cast_precision_loss, reason = "a digit")]
fn keep(drop: u64) -> f32 {
    10.0 / (10 - drop) as f32
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
