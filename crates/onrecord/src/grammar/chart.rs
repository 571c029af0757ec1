//! The machine that runs a grammar over a paragraph.
//!
//! A left-corner chart: for every atom of an island, from the last to the first, the phrases that begin there are found
//! by following the automaton from each phrase already known to begin there; what a pattern needs further right is
//! complete by then. Phrases of one category and end are kept once or twice, each phrase has at most [`LONGEST`]
//! atoms and each atom at most [`MOST`] phrases, so that an island costs time linear in its length whatever it says.

use std::collections::HashMap;
use std::fmt;

use foldhash::fast::FixedState;
use onrecord_resource::grammar::{Accept, Datum, Expr, Grammar, Reading};

use super::scan::{Atom, Scanned, Sort, scan};
use super::{Arguments, Meaning, Number, Value};
use crate::document::Reading as Floor;

/// Most atoms of one phrase.
const LONGEST: usize = 32;
/// Most phrases that begin at one atom.
const MOST: usize = 160;
/// Most readings of one category over the same atoms.
const READINGS: usize = 2;

/// A compiled grammar ready to run.
pub(crate) struct Machine {
    grammar: Grammar,
    words: HashMap<Box<str>, u32, FixedState>,
    /// By category, the state after a phrase of that category at the beginning.
    first: Vec<Option<u32>>,
    /// Longest word, in bytes: longer ones need not be looked up.
    longest: usize,
}

impl fmt::Debug for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Machine({} words, {} rules)", self.words.len(), self.grammar.rules.len())
    }
}

/// A phrase of the category that was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Phrase<M> {
    /// First atom of the phrase, and one past the last.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) meaning: M,
}

/// Any phrase: from the atom of its column to `end`.
#[derive(Clone, Debug)]
struct Found<M> {
    category: u16,
    end: usize,
    rule: u16,
    value: Value<M>,
}

/// Rule number of a single atom.
const WORD: u16 = u16::MAX;

impl Machine {
    /// Takes a grammar that was compiled with the scanner's shapes.
    pub(crate) fn new(grammar: Grammar) -> Self {
        let numbered = (0_u32..).zip(&grammar.words);
        let words: HashMap<Box<str>, u32, FixedState> =
            numbered.map(|(at, word)| (word.form.as_str().into(), at)).collect();
        let mut first = vec![None; grammar.categories.len()];
        for (label, state) in grammar.states.first().map_or(&[][..], |s| &s.arcs) {
            if let Some(slot) = first.get_mut(usize::from(label.category)) {
                *slot = Some(*state);
            }
        }
        let longest = grammar.words.iter().map(|w| w.form.len()).max().unwrap_or(0);
        Self { grammar, words, first, longest }
    }

    /// The grammar, for its examples.
    pub(crate) fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    /// Calls `each` with every paragraph of `reading` that has phrases of `category`: its atoms, and the longest such phrases from left to
    /// right. Boilerplate is read too: a copyright line has a year.
    pub(crate) fn paragraphs<M: Meaning>(
        &self,
        reading: &Floor,
        category: u16,
        mut each: impl FnMut(Scanned<'_>, Vec<Phrase<M>>),
    ) {
        let text = reading.text.as_str();
        let (mut atoms, mut readings, mut columns) = (Vec::new(), Vec::new(), Vec::new());
        for paragraph in &reading.paragraphs {
            atoms.clear();
            scan(text, paragraph.span.range(), &mut atoms);
            let scanned = Scanned { text, atoms: &atoms };
            let phrases = self.phrases(scanned, &mut readings, &mut columns, category);
            if !phrases.is_empty() {
                each(scanned, phrases);
            }
        }
    }

    fn phrases<M: Meaning>(
        &self,
        scanned: Scanned<'_>,
        words: &mut Vec<Option<u32>>,
        columns: &mut Vec<Vec<Found<M>>>,
        category: u16,
    ) -> Vec<Phrase<M>> {
        words.clear();
        let mut buffer = String::new();
        words.extend(scanned.atoms.iter().map(|atom| self.look_up(scanned.text, *atom, &mut buffer)));
        let active = |at: usize| words[at].is_some() || scanned.atoms[at].shapes().next().is_some();

        let mut phrases = Vec::new();
        let mut at = 0;
        while at < scanned.atoms.len() {
            let start = at;
            while at < scanned.atoms.len() && active(at) {
                at += 1;
            }
            if (start..at).any(|i| self.is_key(scanned.atoms[i], words[i])) {
                let mut chart = Chart { machine: self, scanned, start, end: at, columns, path: Vec::new() };
                chart.read(words, start..at, category, &mut phrases);
            }
            at = at.max(start + 1);
        }
        phrases
    }

    /// The entry of an atom's word.
    fn look_up(&self, text: &str, atom: Atom, buffer: &mut String) -> Option<u32> {
        let word = text.get(atom.range())?;
        match atom.sort {
            // Digits have an entry where they are part of a sign: km2, 12 noon.
            Sort::Word { .. } | Sort::Sign | Sort::Digits(1 | 2) if word.len() <= self.longest => {}
            _ => return None,
        }
        if word.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
            return self.words.get(word).copied();
        }
        buffer.clear();
        if word == "’" || word == "‘" {
            buffer.push('\'');
        } else {
            buffer.extend(word.chars().flat_map(char::to_lowercase));
        }
        self.words.get(buffer.as_str()).copied()
    }

    fn readings(&self, word: Option<u32>) -> &[Reading] {
        word.and_then(|at| self.grammar.words.get(at as usize)).map_or(&[], |w| &w.readings)
    }

    fn is_key(&self, atom: Atom, word: Option<u32>) -> bool {
        atom.shapes().next().is_some() || self.readings(word).iter().any(|r| r.key)
    }
}

/// One island while it is read. The columns are those of the island before, emptied: an island costs no allocation once the
/// text had one as long (2026-11: 3 instructions in 100 of the layer).
struct Chart<'a, M> {
    machine: &'a Machine,
    scanned: Scanned<'a>,
    start: usize,
    /// One past its last atom; the columns from there on are of other islands.
    end: usize,
    columns: &'a mut Vec<Vec<Found<M>>>,
    /// The phrases that the automaton has followed so far.
    path: Vec<(usize, usize)>,
}

impl<M: Meaning> Chart<'_, M> {
    /// The longest phrases of `category` in the island, from left to right.
    fn read(
        &mut self,
        words: &[Option<u32>],
        range: std::ops::Range<usize>,
        category: u16,
        phrases: &mut Vec<Phrase<M>>,
    ) {
        self.columns.iter_mut().take(range.len()).for_each(Vec::clear);
        if self.columns.len() < range.len() {
            self.columns.resize_with(range.len(), Vec::new);
        }
        for at in range.clone().rev() {
            self.fill(at, words[at]);
        }
        let mut at = range.start;
        while at < range.end {
            let hits = self.column(at).iter().filter(|f| f.category == category);
            // Of equal length the rule that stands first, whichever was found first.
            let best = hits.min_by_key(|f| (std::cmp::Reverse(f.end), f.rule));
            at += 1;
            if let Some(Found { end, value: Value::Meaning(meaning), .. }) = best {
                phrases.push(Phrase { start: at - 1, end: *end, meaning: meaning.clone() });
                at = *end;
            }
        }
    }

    fn column(&self, at: usize) -> &[Found<M>] {
        let inside = at.checked_sub(self.start).filter(|_| at < self.end);
        inside.and_then(|at| self.columns.get(at)).map_or(&[], Vec::as_slice)
    }

    /// Finds all phrases that begin at atom `at`.
    fn fill(&mut self, at: usize, word: Option<u32>) {
        let atom = self.scanned.atoms[at];
        let capital = atom.sort == Sort::Word { capital: true };
        for reading in self.machine.readings(word) {
            if reading.capital && !capital {
                continue;
            }
            let value = match reading.datum {
                Datum::Literal => Value::Absent,
                Datum::Int(int) => Value::Int(int),
                Datum::Name(name) => Value::Name(name),
            };
            self.push(at, Found { category: reading.category, end: at + 1, rule: WORD, value });
        }
        if let Some(exact) = atom.shapes().next().and_then(|_| atom.exact(self.scanned.text)) {
            let digits = if let Sort::Digits(digits) = atom.sort { digits } else { 0 };
            let value = Value::Number(Number { exact, spelled: false, digits });
            for category in atom.shapes() {
                self.push(at, Found { category, end: at + 1, rule: WORD, value: value.clone() });
            }
        }
        // The column grows as it is read: phrases may begin phrases.
        let mut next = 0;
        let mut children = std::mem::take(&mut self.path);
        while let Some(found) = self.column(at).get(next) {
            let (category, end) = (found.category, found.end);
            if let Some(Some(state)) = self.machine.first.get(usize::from(category)) {
                children.clear();
                children.push((at, next));
                self.follow(at, *state, end, &mut children);
            }
            next += 1;
        }
        self.path = children;
    }

    /// Follows the automaton from `state`, with `children` found so far up to atom `end`.
    fn follow(&mut self, at: usize, state: u32, end: usize, children: &mut Vec<(usize, usize)>) {
        let machine = self.machine;
        let Some(state) = machine.grammar.states.get(state as usize) else { return };
        for accept in &state.accepts {
            self.accept(at, end, accept, children);
        }
        if end - at >= LONGEST || self.column(end).is_empty() {
            return;
        }
        let glued = self.scanned.atoms[end].glued;
        for (label, next) in &state.arcs {
            if label.glued && !glued {
                continue;
            }
            for row in 0..self.column(end).len() {
                let found = &self.column(end)[row];
                if found.category == label.category {
                    let further = found.end;
                    children.push((end, row));
                    self.follow(at, *next, further, children);
                    children.pop();
                }
            }
        }
    }

    fn accept(&mut self, at: usize, end: usize, accept: &Accept, children: &[(usize, usize)]) {
        let Some(rule) = self.machine.grammar.rules.get(usize::from(accept.rule)) else { return };
        let column = self.column(at);
        if column.iter().any(|f| f.end == end && f.rule == accept.rule) {
            return;
        }
        if let Some(value) = self.evaluate(&rule.means, accept, children) {
            self.push(at, Found { category: rule.makes, end, rule: accept.rule, value });
        }
    }

    fn push(&mut self, at: usize, found: Found<M>) {
        let Some(column) = self.columns.get_mut(at - self.start) else { return };
        let same = column.iter().filter(|f| f.category == found.category && f.end == found.end).count();
        if same < READINGS && column.len() < MOST {
            column.push(found);
        }
    }

    fn evaluate(&self, expr: &Expr, accept: &Accept, children: &[(usize, usize)]) -> Option<Value<M>> {
        match expr {
            Expr::Absent => Some(Value::Absent),
            Expr::Int(int) => Some(Value::Int(*int)),
            Expr::Name(name) => Some(Value::Name(*name)),
            Expr::Element(variable) => {
                let child = accept.elements.get(usize::from(*variable)).copied().flatten();
                let Some((column, row)) = child.and_then(|c| children.get(usize::from(c))) else {
                    return Some(Value::Absent);
                };
                self.column(*column).get(*row).map(|found| found.value.clone())
            }
            Expr::Apply(op, arguments) => {
                let values: Option<Vec<_>> =
                    arguments.iter().map(|argument| self.evaluate(argument, accept, children)).collect();
                let values = values?;
                let arguments = Arguments { values: &values, names: &self.machine.grammar.names };
                Number::apply(*op, arguments).or_else(|| M::apply(*op, arguments))
            }
        }
    }
}
