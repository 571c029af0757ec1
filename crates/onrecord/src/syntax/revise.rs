//! A second look at the tags that the first pass was unsure of.
//!
//! The first pass has seen only the tags to the left of a word. Here a network sees the guesses on both sides, how sure they
//! are, whether the sentence has a verb without this word (in "trade rose" one of them must be it), and the word in its
//! context (stacking, Wolpert 1992).

use super::features::{Scratch, Words};
use super::tagger::{Guess, Tagger};
use super::vocabulary::Upos;
use crate::model::{Network, Situation};

/// A lead of the best class in model units below which a word is looked at again.
pub const UNSURE: i32 = 500;

/// Words on either side that are told.
const NEAR: isize = 3;

/// Words on either side among which a verb is looked for.
const VERBS: usize = 12;

/// Model units by which leads are told apart.
const STEP: i32 = 70;

/// Values of the fields: classes of the tagger, hashed endings, steps of a lead.
const CLASSES: u32 = 128;
const ENDINGS: u32 = 512;
const STEPS: u32 = 8;

/// What the network is told of word `at`.
pub fn situation(tagger: &Tagger, words: &Words, guesses: &[Guess], at: usize, out: &mut Situation) {
    let n = words.len();
    let near = |step: isize| at.checked_add_signed(step).filter(|&at| at < n);
    out.clear();
    out.word(at);
    for step in -NEAR..=NEAR {
        let guess = near(step).and_then(|at| guesses.get(at));
        out.mark(guess.map_or(0, |guess| 1 + usize::from(guess.class)), CLASSES);
    }
    let other =
        |at: Option<usize>| at.and_then(|at| guesses.get(at)).map_or(0, |guess| 1 + usize::from(guess.other));
    out.mark(other(near(0)), CLASSES);
    out.mark(other(near(1)), CLASSES);
    for step in -1..=1 {
        let lead = near(step).and_then(|at| guesses.get(at)).map_or(0, |guess| guess.lead.min(UNSURE));
        out.mark(usize::try_from(lead / STEP).unwrap_or_default(), STEPS);
    }
    for step in -1..=1 {
        out.mark(near(step).map_or(0, |at| words.make(at)), 17);
    }
    for length in [2, 3, 4] {
        let ending = words.get(at).map_or(0, |word| word.suffix[length - 1]);
        out.mark(usize::try_from(ending % u64::from(ENDINGS)).unwrap_or_default(), ENDINGS);
    }
    let following = near(1).and_then(|at| words.get(at)).map_or(0, |word| word.suffix[2]);
    out.mark(usize::try_from(following % u64::from(ENDINGS)).unwrap_or_default(), ENDINGS);
    out.mark(usize::from(at == 0), 2);
    let verbs = |range: std::ops::Range<usize>| {
        let is_verb = |at: &usize| match guesses.get(*at).map(|guess| tagger.class(guess.class).0) {
            Some(Upos::Verb) => true,
            Some(Upos::Aux) => *at > 0,
            _ => false,
        };
        range.filter(is_verb).take(2).count()
    };
    let (before, after) = (verbs(at.saturating_sub(VERBS)..at), verbs(at + 1..(at + 1 + VERBS).min(n)));
    out.mark(3 * before + after, 9);
}

/// Looks again.
#[derive(Debug)]
pub struct Reviser {
    network: Network,
}

impl Reviser {
    /// Reads a model file, made for the classes of `tagger`.
    ///
    /// # Errors
    /// A file that is damaged, or made for other situations or classes.
    pub fn load(file: &[u8], tagger: &Tagger) -> Result<Self, String> {
        let network = Network::load(file)?;
        let mut empty = Situation::default();
        situation(tagger, &Words::default(), &[], 0, &mut empty);
        let fits = network.fits(&empty, tagger.classes());
        if fits {
            Ok(Self { network })
        } else {
            Err("the revision of tags was made for another build".to_owned())
        }
    }

    /// Gives unsure words their class anew, from left to right.
    pub fn revise(&self, tagger: &Tagger, words: &Words, guesses: &mut [Guess], scratch: &mut Scratch) {
        let Scratch { situation: seen, rows, revising: memo, scores, .. } = scratch;
        self.network.begin(rows, memo);
        for at in 0..guesses.len() {
            if guesses[at].lead < UNSURE {
                situation(tagger, words, guesses, at, seen);
                self.network.score(seen, rows, memo, scores);
                guesses[at].class = u8::try_from(crate::model::best(scores)).unwrap_or_default();
            }
        }
    }
}
