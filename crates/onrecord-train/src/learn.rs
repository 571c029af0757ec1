//! How the networks learn: all tasks together, sentence by sentence, in batches, with a rate that falls to nothing.
//!
//! Each half of a batch has a gradient of its own, so that two cores share the work; what is drawn by chance depends on the
//! sentence alone, so that the weights are the same on one core.

use onrecord::model::{Situation, mix};

use crate::conllu::Sentence;
use crate::context::Input;
use crate::network::{Adam, Gradient, Pass, Task, Weights, softmax};
use crate::perceptron::Random;
use crate::say;
use crate::vectors::Words;

/// Rounds, sentences of a batch, and the first rate of learning.
const EPOCHS: usize = 16;
const BATCH: usize = 16;
const RATE: f32 = 0.001;

/// Tenths of a hidden layer that are left out.
fn left_out(task: Task) -> u64 {
    match task {
        Task::Tags => 1,
        Task::Moves | Task::Relations => 2,
    }
}

/// What the networks learn from.
pub(crate) struct Course<'a> {
    pub(crate) words: &'a Words,
    pub(crate) sentences: &'a [Sentence],
    /// What the context is told of every word, as `Words::values` of the engine has it.
    pub(crate) values: &'a [Vec<[u32; 4]>],
}

/// A sentence that the networks learn from.
pub(crate) struct Lesson<'l> {
    /// Row of the sentence.
    pub(crate) row: usize,
    pub(crate) epoch: usize,
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
    pub(crate) fn decide(
        &mut self,
        task: Task,
        fits: impl Fn(usize) -> bool,
        good: impl Fn(usize) -> bool,
    ) -> Vec<f32> {
        let drop = left_out(task);
        let hidden = self.pass.hidden(task, &self.situation, drop, &mut self.random);
        let mut scores = self.pass.scores(task, &hidden);
        softmax(&mut scores, &fits);
        let good = |class: usize| fits(class) && good(class);
        let right: f32 = (0..scores.len()).filter(|&class| good(class)).map(|class| scores[class]).sum();
        let right = right.max(1e-9);
        let slope = |(class, &p): (usize, &f32)| if good(class) { p - p / right } else { p };
        let slopes: Vec<f32> = scores.iter().enumerate().map(slope).collect();
        self.pass.learn(task, &self.situation, &hidden, drop, &slopes, self.gradient);
        self.loss -= f64::from(right.ln());
        self.decisions += 1;
        scores
    }
}

impl Course<'_> {
    /// Teaches the networks; `teach` is given one sentence at a time.
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    pub(crate) fn learn(&self, mut weights: Weights, teach: impl Fn(&mut Lesson) + Sync) -> Weights {
        let mut random = Random::new();
        let mut order: Vec<usize> = (0..self.sentences.len()).collect();
        let mut adam = Adam::new(&weights);
        let mut gradients = [Gradient::new(&weights), Gradient::new(&weights)];
        let steps = EPOCHS * order.len().div_ceil(BATCH);
        let mut step = 0;
        for epoch in 0..EPOCHS {
            random.shuffle(&mut order);
            let (mut loss, mut decisions) = (0.0, 0);
            for batch in order.chunks(BATCH) {
                let halves = batch.split_at(batch.len() / 2);
                let seed = random.next();
                let read = |rows: &[usize], gradient: &mut Gradient| {
                    rows.iter().fold((0.0, 0), |(loss, decisions), &row| {
                        let mut random = Random::seeded(seed ^ mix(seed, row as u64));
                        let pass = Pass::new(&weights, self.inputs(row, &mut random), &mut random);
                        let situation = Situation::default();
                        let gradient = &mut *gradient;
                        let mut lesson =
                            Lesson { row, epoch, situation, random, pass, gradient, loss: 0.0, decisions: 0 };
                        teach(&mut lesson);
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
            say(&format!("epoch {epoch}: loss {:.4}", loss / f64::from(decisions.max(1))));
        }
        weights
    }

    /// What the words of a sentence begin as.
    fn inputs(&self, row: usize, random: &mut Random) -> Vec<Input> {
        let rows = self.words.rows(&self.sentences[row].forms, random);
        let values = &self.values[row];
        rows.into_iter().enumerate().map(|(at, row)| Input { row, values: values.get(at).copied() }).collect()
    }
}
