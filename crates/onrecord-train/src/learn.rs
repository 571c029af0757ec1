//! How networks learn: sentence by sentence, in batches, with a rate that falls to nothing.
//!
//! Each half of a batch has a gradient of its own, so that two cores share the work; what is drawn by chance depends on the
//! sentence alone, so that the weights are the same on one core.

use onrecord::model::{Situation, mix};

use crate::conllu::Sentence;
use crate::network::{Adam, Gradient, Pass, Weights, softmax};
use crate::perceptron::Random;
use crate::say;
use crate::vectors::Words;

/// Sentences of a batch, the first rate of learning, and the tenths of the hidden layer that are left out.
const BATCH: usize = 16;
const RATE: f32 = 0.001;
const DROP: u64 = 4;

/// What networks learn from.
pub(crate) struct Course<'a> {
    pub(crate) words: &'a Words,
    pub(crate) sentences: &'a [Sentence],
    /// The kinds of the words of every sentence, as networks see them.
    pub(crate) kinds: &'a [Vec<u32>],
}

/// How long a network learns, and in which order.
#[derive(Clone, Copy)]
pub(crate) struct Plan<'a> {
    /// What it is called while it learns.
    pub(crate) name: &'a str,
    pub(crate) epochs: usize,
    /// Number of the order.
    pub(crate) run: u64,
    /// Whether the vectors learn too.
    pub(crate) vectors: bool,
}

/// A sentence that a network learns from.
pub(crate) struct Lesson<'l> {
    pub(crate) situation: Situation,
    pub(crate) random: Random,
    pass: Pass<'l>,
    gradient: &'l mut Gradient,
    loss: f64,
    decisions: u32,
}

impl Lesson<'_> {
    /// Decides the situation among the classes that `fits`, and learns that it had to be one of the `good` ones. The
    /// probability of every class.
    pub(crate) fn decide(&mut self, fits: impl Fn(usize) -> bool, good: impl Fn(usize) -> bool) -> Vec<f32> {
        let hidden = self.pass.hidden(&self.situation, DROP, &mut self.random);
        let mut scores = self.pass.scores(&hidden);
        softmax(&mut scores, &fits);
        let good = |class: usize| fits(class) && good(class);
        let right: f32 = (0..scores.len()).filter(|&class| good(class)).map(|class| scores[class]).sum();
        let right = right.max(1e-9);
        let slope = |(class, &p): (usize, &f32)| if good(class) { p - p / right } else { p };
        let slopes: Vec<f32> = scores.iter().enumerate().map(slope).collect();
        self.pass.learn(&self.situation, &hidden, DROP, &slopes, self.gradient);
        self.loss -= f64::from(right.ln());
        self.decisions += 1;
        scores
    }
}

impl Course<'_> {
    /// Teaches a network; `teach` is given the row of a sentence, the number of the epoch and the lesson.
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    pub(crate) fn learn(
        &self,
        Plan { name, epochs, run, vectors }: Plan,
        mut weights: Weights,
        teach: impl Fn(usize, usize, &mut Lesson) + Sync,
    ) -> Weights {
        let mut random = Random::numbered(run);
        let mut order: Vec<usize> = (0..self.sentences.len()).collect();
        let mut adam = Adam::new(&weights, vectors);
        let mut gradients = [Gradient::new(&weights), Gradient::new(&weights)];
        let steps = epochs * order.len().div_ceil(BATCH);
        let mut step = 0;
        for epoch in 0..epochs {
            random.shuffle(&mut order);
            let (mut loss, mut decisions) = (0.0, 0);
            for batch in order.chunks(BATCH) {
                let halves = batch.split_at(batch.len() / 2);
                let seed = random.next();
                let read = |rows: &[usize], gradient: &mut Gradient| {
                    rows.iter().fold((0.0, 0), |(loss, decisions), &row| {
                        let mut random = Random::seeded(seed ^ mix(seed, row as u64));
                        let rows = self.words.rows(&self.sentences[row].forms, Some(&mut random));
                        let pass = Pass::new(&weights, rows);
                        let situation = Situation::default();
                        let mut lesson = Lesson {
                            situation,
                            pass,
                            gradient: &mut *gradient,
                            random,
                            loss: 0.0,
                            decisions: 0,
                        };
                        teach(row, epoch, &mut lesson);
                        let Lesson { pass, gradient, loss: more, decisions: n, .. } = lesson;
                        pass.finish(gradient);
                        (loss + more, decisions + n)
                    })
                };
                let [first, second] = &mut gradients;
                let (a, b) = rayon::join(|| read(halves.0, first), || read(halves.1, second));
                first.absorb(second);
                (loss, decisions) = (loss + a.0 + b.0, decisions + a.1 + b.1);
                step += 1;
                adam.step(&mut weights, first, RATE * (1.0 - step as f32 / (steps + 1) as f32));
            }
            say(&format!("{name}, epoch {epoch}: loss {:.4}", loss / f64::from(decisions.max(1))));
        }
        weights
    }
}
