//! What parser and labeller learn from a sentence, on the tags that it decides at the same time, some of its units left out as if
//! it did not know them.

use onrecord::syntax::features::{ROOT, Tagged};
use onrecord::syntax::label::{self, children};
use onrecord::syntax::parser::{self, State, moves::SHIFT};
use onrecord::syntax::{Tag, Upos};

use crate::conllu::Sentence;
use crate::learn::Lesson;
use crate::network::Task;
use crate::perceptron::argmax;

/// Moves of the parser.
pub(crate) const MOVES: usize = 3;

/// The moves that lead to the heads of a sentence.
pub(crate) fn heads(sentence: &Sentence, tags: &[Tag], lesson: &mut Lesson) {
    let gold = &sentence.heads;
    let mut state = State::new(gold.len());
    while !state.is_done() {
        let (legal, costs) = (state.legal(), state.costs(gold));
        if legal == [true, false, false] {
            state.step(SHIFT);
            continue;
        }
        parser::situation(Tagged(tags), &state, &mut lesson.situation);
        let least = (0..MOVES).filter(|&a| legal[a]).map(|a| costs[a]).min().unwrap_or_default();
        let scores = lesson.decide(Task::Moves, |a| legal[a], |a| costs[a] == least);
        // After the first round the parser mostly goes where its own mistakes lead.
        let own = lesson.epoch > 0 && lesson.random.chance(9);
        state.step(argmax(&scores, |a| legal[a] && (own || costs[a] == least)));
    }
}

/// The relations of a sentence.
pub(crate) fn relations(sentence: &Sentence, tags: &[Tag], lesson: &mut Lesson) {
    let kids = children(&sentence.heads);
    for (at, &relation) in sentence.relations.iter().enumerate() {
        if sentence.heads[at] != ROOT && tags[at].upos != Upos::Punct {
            label::situation(Tagged(tags), &sentence.heads, &kids, at, &mut lesson.situation);
            lesson.decide(Task::Relations, |_| true, |class| class == relation as usize);
        }
    }
}
