//! Trains the second look at tags, on what the first pass made of sentences that it had not learned from.

use onrecord::model::Situation;
use onrecord::syntax::features;
use onrecord::syntax::revise::{UNSURE, situation};
use onrecord::syntax::tagger::{Guess, Tagger};

use crate::learn::{Course, Plan};
use crate::network::{Vector, Weights};
use crate::perceptron::Random;
use crate::world::World;

const EPOCHS: usize = 8;

/// Networks that decide together.
const MEMBERS: u64 = 1;

/// The members. `gold` has the class of every word, where it is a class of the tagger.
pub(crate) fn train(
    world: World,
    course: &Course,
    tagger: &Tagger,
    guesses: &[Vec<Guess>],
    gold: &[Vec<Option<usize>>],
    vectors: &[Vector],
) -> Vec<Weights> {
    let mut random = Random::new();
    let mut seen = Situation::default();
    situation(tagger, (&features::Words::default(), &[]), &[], 0, &mut seen);
    let mut member = |run| {
        let weights = Weights::new(vectors.to_vec(), seen.size(), tagger.classes(), &mut random);
        let plan = Plan { name: &format!("revision {run}"), epochs: EPOCHS, run, vectors: false };
        course.learn(plan, weights, |row, _, lesson| {
            let forms = course.sentences[row].forms.iter().map(String::as_str);
            let words = features::Words::of(forms, world.clusters);
            let mut guesses = guesses[row].clone();
            for at in 0..guesses.len() {
                // A little more than will be asked: what is nearly unsure teaches the same.
                if guesses[at].lead >= UNSURE * 3 / 2 {
                    continue;
                }
                let Some(good) = gold[row][at] else { continue };
                situation(tagger, (&words, &course.kinds[row]), &guesses, at, &mut lesson.situation);
                let scores = lesson.decide(|_| true, |class| class == good);
                guesses[at].class =
                    u8::try_from(crate::perceptron::argmax(&scores, |_| true)).unwrap_or_default();
            }
        })
    };
    (0..MEMBERS).map(&mut member).collect()
}
