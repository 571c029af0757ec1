//! Heads: an arc-hybrid transition parser.
//!
//! Words are shifted from a buffer to a stack; the word on top of the stack gets its head from the front of the buffer
//! or from the word below it (Kuhlmann, Gómez-Rodríguez & Satta 2011). A network over words in their context chooses among these three
//! moves (Kiperwasser & Goldberg 2016), trained with a dynamic oracle on its own mistakes (Goldberg & Nivre 2013). 2n moves for
//! n words.

use super::Upos;
use super::features::{ROOT, Scratch, Tagged};
use crate::model::{Network, Situation, best};

/// The moves.
pub mod moves {
    /// The front of the buffer goes onto the stack.
    pub const SHIFT: usize = 0;
    /// The front of the buffer becomes the head of the top of the stack.
    pub const LEFT: usize = 1;
    /// The word below becomes the head of the top of the stack.
    pub const RIGHT: usize = 2;
}

/// No word.
const NO: usize = usize::MAX - 1;

/// The moves.
const MOVES: usize = 3;

/// Where a parse stands.
#[derive(Clone, Debug)]
pub struct State {
    stack: Vec<usize>,
    front: usize,
    heads: Vec<usize>,
    /// The outermost and the second child on the left and on the right of every word.
    left: Vec<[usize; 2]>,
    right: Vec<[usize; 2]>,
    /// Number of children on the left and on the right.
    valency: Vec<[u8; 2]>,
}

impl State {
    /// The state before the first move, for `n` words.
    #[must_use]
    pub fn new(n: usize) -> Self {
        Self {
            stack: Vec::with_capacity(32),
            front: 0,
            heads: vec![ROOT; n],
            left: vec![[NO; 2]; n],
            right: vec![[NO; 2]; n],
            valency: vec![[0; 2]; n],
        }
    }

    fn n(&self) -> usize {
        self.heads.len()
    }

    /// Whether every word has its head.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.front == self.n() && self.stack.is_empty()
    }

    /// Which moves can be made. The last word on an empty buffer hangs on the root.
    #[must_use]
    pub fn legal(&self) -> [bool; MOVES] {
        let (depth, more) = (self.stack.len(), self.front < self.n());
        [more, depth >= 1 && (more || depth == 1), depth >= 2]
    }

    /// Makes a move that is legal.
    pub fn step(&mut self, action: usize) {
        if action == moves::SHIFT {
            self.stack.push(self.front);
            self.front += 1;
            return;
        }
        let Some(child) = self.stack.pop() else { return };
        let below = self.stack.last().copied();
        let front = if self.front == self.n() { ROOT } else { self.front };
        let head = if action == moves::LEFT { front } else { below.unwrap_or(ROOT) };
        self.heads[child] = head;
        if head == ROOT {
            return;
        }
        let (side, children) = if child < head { (0, &mut self.left) } else { (1, &mut self.right) };
        children[head][1] = children[head][0];
        children[head][0] = child;
        self.valency[head][side] = self.valency[head][side].saturating_add(1);
    }

    /// For every move, how many words lose their gold head for good (Goldberg & Nivre 2013).
    #[must_use]
    pub fn costs(&self, gold: &[usize]) -> [u32; MOVES] {
        let mut costs = [0; MOVES];
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        if let Some((&top, below)) = self.stack.split_last() {
            let children = count((self.front..self.n()).filter(|&child| gold[child] == top).count());
            let head = gold[top];
            let ahead = head == ROOT || head >= self.front;
            let on_front = head == self.front || (head == ROOT && self.front == self.n());
            costs[moves::LEFT] = children + u32::from((ahead && !on_front) || below.last() == Some(&head));
            costs[moves::RIGHT] = children + u32::from(ahead);
        }
        if self.front < self.n() {
            let children = count(self.stack.iter().filter(|&&child| gold[child] == self.front).count());
            let head_below =
                self.stack.split_last().is_some_and(|(_, below)| below.contains(&gold[self.front]));
            costs[moves::SHIFT] = children + u32::from(head_below);
        }
        costs
    }

    /// The heads found so far, counted in the sentence; [`ROOT`] for the root and for words without head yet.
    #[must_use]
    pub fn heads(&self) -> &[usize] {
        &self.heads
    }
}

/// What the network is told of a state: the words that a move is about, tags of the words around them, how far they are
/// apart and how many children they have.
#[allow(clippy::many_single_char_names, reason = "names of the parsing literature")]
pub fn situation(seen: Tagged, state: &State, out: &mut Situation) {
    let n = state.n();
    let depth = state.stack.len();
    let on_stack = |k: usize| if depth > k { state.stack[depth - 1 - k] } else { NO };
    let ahead = |k: usize| match state.front + k {
        at if at < n => at,
        at if at == n => ROOT,
        _ => NO,
    };
    let (s0, s1, s2, s3) = (on_stack(0), on_stack(1), on_stack(2), on_stack(3));
    let (b0, b1, b2, b3) = (ahead(0), ahead(1), ahead(2), ahead(3));
    let left = |i: usize, k: usize| state.left.get(i).map_or(NO, |c| c[k]);
    let right = |i: usize, k: usize| state.right.get(i).map_or(NO, |c| c[k]);
    out.clear();
    for at in [s0, s1, s2, b0] {
        out.word(seen.place(at));
    }
    #[rustfmt::skip]
    let around = [
        s0, s1, s2, s3, b0, b1, b2, b3,
        left(s0, 0), left(s0, 1), right(s0, 0), right(s0, 1), right(right(s0, 0), 0),
        left(s1, 0), right(s1, 0), left(b0, 0), left(b0, 1),
    ];
    for at in around {
        seen.tell(at, out);
    }

    let apart = |a: usize, b: usize| if a < n && b < n { b - a } else { 0 };
    out.mark(apart(s0, b0), 13);
    out.mark(apart(s1, s0), 13);
    out.mark(apart(s2, s1), 13);
    let children = |i: usize, side: usize| state.valency.get(i).map_or(0, |v| usize::from(v[side]));
    for (at, side) in [(s0, 0), (s0, 1), (s1, 0), (s1, 1), (b0, 0)] {
        out.mark(children(at, side), 5);
    }
    out.mark(depth, 6);
    let between = |a: usize, b: usize, upos: Upos| {
        let inside = if a < b.min(n) { &seen.0[a + 1..b.min(n)] } else { &[] };
        inside.iter().take(BETWEEN).filter(|tag| tag.upos == upos).count()
    };
    for upos in [Upos::Punct, Upos::Verb] {
        out.mark(between(s0, b0, upos), 4);
        out.mark(between(s1, s0, upos), 4);
    }
}

/// Words between two others that are counted at most, so that a state costs the same in every sentence.
const BETWEEN: usize = 30;

/// The parser with its network.
#[derive(Debug)]
pub struct Parser {
    network: Network,
}

impl Parser {
    /// Reads a model file.
    ///
    /// # Errors
    /// A file that is damaged, or made for other situations or another number of moves.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let network = Network::load(file)?;
        let mut empty = Situation::default();
        situation(Tagged::default(), &State::new(0), &mut empty);
        let fits = network.fits(&empty, MOVES);
        if fits { Ok(Self { network }) } else { Err("the parser was made for another build".to_owned()) }
    }

    /// The head of every word, counted in the sentence; [`ROOT`] for exactly one of them.
    pub fn parse(&self, seen: Tagged, scratch: &mut Scratch) -> Vec<usize> {
        let Scratch { situation: told, rows, moving: memo, scores, .. } = scratch;
        self.network.begin(rows, memo);
        let mut state = State::new(seen.0.len());
        while !state.is_done() {
            let legal = state.legal();
            if legal == [true, false, false] {
                state.step(moves::SHIFT);
                continue;
            }
            situation(seen, &state, told);
            self.network.score(told, rows, memo, scores);
            for (score, legal) in scores.iter_mut().zip(legal) {
                *score = if legal { *score } else { i32::MIN };
            }
            state.step(best(scores));
        }
        state.heads
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn following_the_oracle_gives_the_gold_tree() {
        // Words 0 to 4; the tree is projective.
        let gold = [1, ROOT, 4, 4, 1];
        let mut state = State::new(gold.len());
        while !state.is_done() {
            let (legal, costs) = (state.legal(), state.costs(&gold));
            let free = (0..3).find(|&action| legal[action] && costs[action] == 0);
            state.step(free.expect("a projective tree always has a move without cost"));
        }
        assert_eq!(state.heads(), gold);
    }
}
