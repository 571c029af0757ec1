//! Heads: an arc-hybrid transition parser.
//!
//! Words are shifted from a buffer to a stack; the word on top of the stack gets its head from the front of the buffer
//! or from the word below it (Kuhlmann, Gómez-Rodríguez & Satta 2011). A linear model chooses among these three moves,
//! trained with a dynamic oracle on its own mistakes (Goldberg & Nivre 2013). 2n moves for n words.

use super::Tag;
use super::features::{ROOT, Scratch, Templates, Words};
use crate::model::{Linear, Reader};

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
    pub fn legal(&self) -> [bool; 3] {
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
    pub fn costs(&self, gold: &[usize]) -> [u32; 3] {
        let mut costs = [0; 3];
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

/// The features of a state.
#[allow(clippy::many_single_char_names, reason = "names of the parsing literature")]
pub fn features(words: &Words, tags: &[Tag], state: &State, out: &mut Vec<u64>) {
    let n = state.n();
    let depth = state.stack.len();
    let on_stack = |k: usize| if depth > k { state.stack[depth - 1 - k] } else { NO };
    let ahead = |k: usize| match state.front + k {
        at if at < n => at,
        at if at == n => ROOT,
        _ => NO,
    };
    let (s0, s1, s2) = (on_stack(0), on_stack(1), on_stack(2));
    let (b0, b1, b2) = (ahead(0), ahead(1), ahead(2));
    let special = |i: usize| if i == ROOT { 2 } else { 1 };
    let w = |i: usize| words.get(i).map_or_else(|| special(i), |word| word.lower);
    let p = |i: usize| tags.get(i).map_or_else(|| 100 + special(i), |tag| tag.upos as u64);
    let x = |i: usize| tags.get(i).map_or_else(|| 100 + special(i), |tag| u64::from(tag.xpos));
    let sx = |i: usize| words.get(i).map_or_else(|| special(i), |word| word.suffix[2]);
    let lc = |i: usize, k: usize| state.left.get(i).map_or(NO, |c| c[k]);
    let rc = |i: usize, k: usize| state.right.get(i).map_or(NO, |c| c[k]);
    let valency = |i: usize, side: usize| state.valency.get(i).map_or(9, |v| u64::from(v[side].min(4)));
    let apart = |a: usize, b: usize| if a < n && b <= n { (b - a).min(8) as u64 } else { 0 };
    let d = apart(s0, if b0 == ROOT { n } else { b0 });
    let d1 = if s0 < n && s1 < n { (s0 - s1).min(8) as u64 } else { 0 };

    let mut t = Templates::new(out, 1000);
    t.add([]);
    for i in [s0, s1, s2, b0, b1, b2] {
        t.add([w(i)]);
        t.add([p(i)]);
        t.add([w(i), p(i)]);
        t.add([sx(i), p(i)]);
    }
    for i in [s0, s1, b0, b1] {
        t.add([x(i)]);
        t.add([w(i), x(i)]);
    }
    for (i, j) in [(s0, b0), (s1, s0), (s1, b0), (b0, b1), (s0, b1)] {
        t.add([w(i), p(i), w(j), p(j)]);
        t.add([p(i), w(j), p(j)]);
        t.add([w(i), p(i), p(j)]);
        t.add([w(i), w(j)]);
        t.add([p(i), p(j)]);
        t.add([x(i), x(j)]);
        t.add([sx(i), sx(j)]);
    }
    let triples = [
        (s0, b0, b1),
        (s1, s0, b0),
        (s2, s1, s0),
        (s0, lc(s0, 0), b0),
        (s0, rc(s0, 0), b0),
        (s0, lc(b0, 0), b0),
        (s1, rc(s1, 0), s0),
        (s1, s0, lc(s0, 0)),
        (s1, s0, rc(s0, 0)),
        (b0, b1, b2),
        (s1, lc(s1, 0), s0),
        (s1, s0, b1),
        (s0, lc(s0, 1), b0),
        (s0, rc(s0, 1), b0),
        (s1, rc(s1, 1), s0),
    ];
    for (i, j, k) in triples {
        t.add([p(i), p(j), p(k)]);
    }
    for (i, j, k) in [(s1, s0, b0), (s0, b0, b1)] {
        t.add([w(i), p(j), p(k)]);
        t.add([p(i), w(j), p(k)]);
        t.add([p(i), p(j), w(k)]);
    }
    for i in [lc(s0, 0), rc(s0, 0), lc(b0, 0), lc(s1, 0), rc(s1, 0)] {
        t.add([w(i)]);
        t.add([p(i)]);
    }
    for (a, b) in [(w(s0), d), (p(s0), d), (w(b0), d), (p(b0), d), (w(s1), d1)] {
        t.add([a, b]);
    }
    t.add([p(s0), p(b0), d]);
    t.add([w(s0), w(b0), d]);
    t.add([p(s0), p(s1), d1]);
    for (i, side) in [(s0, 0), (s0, 1), (b0, 0), (s1, 1)] {
        t.add([w(i), valency(i, side)]);
        t.add([p(i), valency(i, side)]);
    }
    t.add([p(s0), p(b0), valency(b0, 0), valency(s0, 1)]);
    t.add([p(s1), p(s0), p(b0), p(b1)]);
    t.add([p(s0), p(b0), p(b1), p(b2)]);
    t.add([p(s2), p(s1), p(s0), p(b0)]);
    t.add([p(s0), w(lc(s0, 0)), p(b0)]);
    t.add([p(s1), w(lc(s0, 0)), p(s0)]);
    t.add([w(s1), w(lc(s0, 0))]);
    t.add([w(s1), w(lc(s0, 0)), p(s0)]);
    t.add([u64::from(b0 == ROOT), p(s0), p(s1)]);
    t.add([depth.min(4) as u64, p(s0), p(b0)]);
    let c = |i: usize, level: usize| words.get(i).map_or_else(|| special(i), |word| word.classes[level]);
    for (i, j) in [(s0, b0), (s1, s0), (s0, b1)] {
        t.add([c(i, 1), p(i), c(j, 1), p(j)]);
        t.add([c(i, 2), w(j)]);
        t.add([w(i), c(j, 2)]);
        t.add([p(i), c(j, 1)]);
        t.add([c(i, 1), p(j)]);
    }
    t.add([c(s1, 1), c(s0, 1), p(b0)]);
    t.add([c(s1, 1), p(s0), c(b0, 1)]);
    t.add([c(s0, 1), c(b0, 1), p(b1)]);
    t.add([c(s1, 1), w(lc(s0, 0)), c(s0, 1)]);
}

/// The parser with its model.
#[derive(Debug)]
pub struct Parser {
    model: Linear,
}

impl Parser {
    /// Reads a model file.
    ///
    /// # Errors
    /// A file that is damaged or has another number of moves.
    pub fn load(file: &[u8]) -> Result<Self, String> {
        let model = Linear::read(&mut Reader::new(file)?)?;
        if model.classes() == 3 { Ok(Self { model }) } else { Err("a parser has three moves".to_owned()) }
    }

    /// The head of every word, counted in the sentence; [`ROOT`] for exactly one of them.
    pub fn parse(&self, words: &Words, tags: &[Tag], scratch: &mut Scratch) -> Vec<usize> {
        let mut state = State::new(words.len());
        while !state.is_done() {
            let legal = state.legal();
            if legal == [true, false, false] {
                state.step(moves::SHIFT);
                continue;
            }
            features(words, tags, &state, &mut scratch.features);
            self.model.score(&scratch.features, &mut scratch.scores);
            let score = |&action: &usize| scratch.scores[action];
            // Of equals the first; some move is always legal.
            let best = (0..3).rev().filter(|&action| legal[action]).max_by_key(score);
            state.step(best.unwrap_or(moves::SHIFT));
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
