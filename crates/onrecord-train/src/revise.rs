//! What the second look at tags learns from a sentence, on what the first pass made of it without having learned from it.

use onrecord::syntax::features::Words;
use onrecord::syntax::revise::{UNSURE, situation};
use onrecord::syntax::tagger::{Guess, Tagger};

use crate::learn::Lesson;
use crate::network::Task;
use crate::perceptron::argmax;

/// The tags of the unsure words. `gold` has the class of every word, where it is a class of the tagger.
pub(crate) fn tags(
    tagger: &Tagger,
    words: &Words,
    guesses: &[Guess],
    gold: &[Option<usize>],
    lesson: &mut Lesson,
) {
    let mut guesses = guesses.to_vec();
    for at in 0..guesses.len() {
        // A little more than will be asked: what is nearly unsure teaches the same.
        if guesses[at].lead >= UNSURE * 3 / 2 {
            continue;
        }
        let Some(good) = gold[at] else { continue };
        situation(tagger, words, &guesses, at, &mut lesson.situation);
        let scores = lesson.decide(Task::Tags, |_| true, |class| class == good);
        guesses[at].class = u8::try_from(argmax(&scores, |_| true)).unwrap_or_default();
    }
}
