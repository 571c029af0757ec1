//! Trains the parser and the labeller, on tags that a tagger guessed which had not seen the sentence.

use onrecord::model::{Situation, Writer};
use onrecord::syntax::features::{ROOT, Tagged};
use onrecord::syntax::label::{self, children};
use onrecord::syntax::parser::{self, State, moves::SHIFT};
use onrecord::syntax::{Relation, Tag, Upos};

use crate::learn::{Course, Plan};
use crate::network::{Vector, Weights};
use crate::perceptron::{Random, argmax};

const HEAD_EPOCHS: usize = 12;
const LABEL_EPOCHS: usize = 8;

/// Networks that decide together.
const MEMBERS: u64 = 2;

/// Moves of the parser.
const MOVES: usize = 3;

/// The members of the parser; the first one shapes the vectors, which the others learn over.
pub(crate) fn heads(course: &Course, tags: &[Vec<Tag>], vectors: Vec<Vector>) -> Vec<Weights> {
    let mut random = Random::new();
    let mut seen = Situation::default();
    parser::situation(Tagged::default(), &State::new(0), &mut seen);
    let mut members: Vec<Weights> = Vec::new();
    for run in 0..MEMBERS {
        let vectors = members.first().map_or(&vectors, |first| &first.vectors);
        let weights = Weights::new(vectors.clone(), seen.size(), MOVES, &mut random);
        let plan =
            Plan { name: &format!("heads {run}"), epochs: HEAD_EPOCHS, run, vectors: members.is_empty() };
        members.push(move_by_move(course, tags, plan, weights));
    }
    members
}

fn move_by_move(course: &Course, tags: &[Vec<Tag>], plan: Plan, weights: Weights) -> Weights {
    course.learn(plan, weights, |row, epoch, lesson| {
        let gold = &course.sentences[row].heads;
        let seen = Tagged { tags: &tags[row], kinds: &course.kinds[row] };
        let mut state = State::new(gold.len());
        while !state.is_done() {
            let (legal, costs) = (state.legal(), state.costs(gold));
            if legal == [true, false, false] {
                state.step(SHIFT);
                continue;
            }
            parser::situation(seen, &state, &mut lesson.situation);
            let least = (0..MOVES).filter(|&a| legal[a]).map(|a| costs[a]).min().unwrap_or_default();
            let scores = lesson.decide(|a| legal[a], |a| costs[a] == least);
            // After the first round the parser mostly goes where its own mistakes lead.
            let own = epoch > 0 && lesson.random.chance(9);
            state.step(argmax(&scores, |a| legal[a] && (own || costs[a] == least)));
        }
    })
}

/// The members of the labeller.
pub(crate) fn labels(course: &Course, tags: &[Vec<Tag>], vectors: &[Vector]) -> Vec<Weights> {
    let mut random = Random::new();
    let mut seen = Situation::default();
    label::situation(Tagged::default(), &[], &[], 0, &mut seen);
    let mut member = |run| {
        let weights = Weights::new(vectors.to_vec(), seen.size(), Relation::ALL.len(), &mut random);
        let plan = Plan { name: &format!("labels {run}"), epochs: LABEL_EPOCHS, run, vectors: false };
        course.learn(plan, weights, |row, _, lesson| {
            let sentence = &course.sentences[row];
            let seen = Tagged { tags: &tags[row], kinds: &course.kinds[row] };
            let kids = children(&sentence.heads);
            for (at, &relation) in sentence.relations.iter().enumerate() {
                if sentence.heads[at] != ROOT && seen.tags[at].upos != Upos::Punct {
                    label::situation(seen, &sentence.heads, &kids, at, &mut lesson.situation);
                    lesson.decide(|_| true, |class| class == relation as usize);
                }
            }
        })
    };
    (0..MEMBERS).map(&mut member).collect()
}

/// The model file of networks that decide together, over vectors whose numbers are `scale` times as large.
pub(crate) fn file(members: &[Weights], scale: f32) -> Vec<u8> {
    let mut file = Writer::new();
    file.u32(u32::try_from(members.len()).unwrap_or_default());
    for weights in members {
        weights.numbers(scale).write(&mut file);
    }
    file.finish()
}
