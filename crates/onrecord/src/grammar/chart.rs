//! The machine that runs a grammar over a paragraph.
//!
//! A left-corner chart: for every atom of an island, from the last to the first, the phrases that begin there are found
//! by following the automaton from each phrase already known to begin there; what a pattern needs further right is
//! complete by then. Phrases of one category and end are kept once or twice, each phrase has at most [`LONGEST`]
//! atoms and each atom begins so many and no more ([`super::columns`]), so that an island costs time linear in its length
//! whatever it says.
//!
//! Most of a text is none of a grammar's business, and what is looked at leads nowhere as a rule. So a state is left where
//! the next atom cannot go on with it ([`first`]), arcs and phrases are both in the order of their categories and meet as
//! in a merge, and what is asked of every phrase (category, end, rule) lies apart from what it means.

use std::cmp::Ordering;
use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use onrecord_resource::grammar::{Accept, Datum, Expr, Grammar, Label, Reading};

use super::columns::{Columns, Found, WORD, place};
use super::first::{Categories, begins, first, parts};
use super::scan::{Atom, Atoms, Scanned, Sort};
use super::{Arguments, Form, Forms, Meaning, Number, Value};

/// Most atoms of one phrase.
const LONGEST: usize = 32;

/// A compiled grammar ready to run.
pub(crate) struct Machine {
    grammar: Grammar,
    /// What each form is to this grammar.
    entries: Vec<Entry>,
    /// By state, with what it can go on.
    next: Vec<Categories>,
    /// By category, the state after a phrase of that category at the beginning.
    first: Vec<Option<u32>>,
}

/// What a layer asks for.
#[derive(Debug)]
pub(crate) struct Asked {
    category: u16,
    /// All that phrases of the category are made of; nothing else is looked for.
    parts: Categories,
    /// What of it they can begin with; nothing else is looked for where an island begins, as most do with a number.
    begins: Categories,
}

/// What a form is to a grammar: a word of it, perhaps one that is reason enough to look for a phrase.
#[derive(Clone, Copy, Default)]
struct Entry {
    word: Option<u32>,
    key: bool,
}

impl fmt::Debug for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Machine({} words, {} rules)", self.grammar.words.len(), self.grammar.rules.len())
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

impl Machine {
    /// Takes a grammar that was compiled with the scanner's shapes, and adds its words to `forms`.
    pub(crate) fn new(grammar: Grammar, forms: &mut Forms) -> Self {
        let mut entries = Vec::new();
        for (number, word) in (0..).zip(&grammar.words) {
            let row = forms.add(&word.form).row();
            entries.resize(entries.len().max(row + 1), Entry::default());
            entries[row] = Entry { word: Some(number), key: word.readings.iter().any(|r| r.key) };
        }
        let mut first = vec![None; grammar.categories.len()];
        for (label, state) in grammar.states.first().map_or(&[][..], |s| &s.arcs) {
            if let Some(slot) = first.get_mut(usize::from(label.category)) {
                *slot = Some(*state);
            }
        }
        Self { next: self::first(&grammar), grammar, entries, first }
    }

    /// The grammar, for its examples.
    pub(crate) fn grammar(&self) -> &Grammar {
        &self.grammar
    }

    /// Phrases of that category.
    pub(crate) fn asked(&self, category: &str) -> Result<Asked, String> {
        let found = self.grammar.category(category).ok_or(format!("nothing makes `{category}`"))?;
        let (parts, begins) = (parts(&self.grammar, found), begins(&self.grammar, found));
        Ok(Asked { category: found, parts, begins })
    }

    /// Calls `each` with every paragraph that has phrases of what is asked for: its atoms, and the longest such phrases from
    /// left to right.
    pub(crate) fn paragraphs<M: Meaning>(
        &self,
        atoms: &Atoms<'_>,
        asked: &Asked,
        mut each: impl FnMut(Scanned<'_>, &[Phrase<M>]),
    ) {
        let mut phrases = Vec::new();
        let mut columns = Columns::default();
        let (mut values, mut arguments) = (Vec::new(), Vec::new());
        for scanned in atoms.paragraphs() {
            for island in self.islands(scanned.atoms) {
                let (columns, values, arguments) = (&mut columns, &mut values, &mut arguments);
                let mut chart =
                    Chart { machine: self, asked, wanted: &asked.parts, scanned, columns, values, arguments };
                chart.read(island, &mut phrases);
            }
            if !phrases.is_empty() {
                each(scanned, &phrases);
                phrases.clear();
            }
        }
    }

    /// The stretches of atoms that mean something to the grammar, if one of them is reason enough to look.
    fn islands(&self, atoms: &[Atom]) -> impl Iterator<Item = Range<usize>> {
        let mut at = 0;
        std::iter::from_fn(move || {
            while at < atoms.len() {
                let (start, mut key) = (at, false);
                while let Some(atom) = atoms.get(at) {
                    let Entry { word, key: own } = self.entry(atom.form);
                    let number = !atom.shapes().is_empty();
                    if word.is_none() && !number {
                        break;
                    }
                    key |= own || number;
                    at += 1;
                }
                let end = at;
                at = at.max(start + 1);
                if key {
                    return Some(start..end);
                }
            }
            None
        })
    }

    fn entry(&self, form: Form) -> Entry {
        self.entries.get(form.row()).copied().unwrap_or_default()
    }

    fn readings(&self, form: Form) -> &[Reading] {
        let word = self.entry(form).word.and_then(|at| self.grammar.words.get(at as usize));
        word.map_or(&[], |word| &word.readings)
    }
}

/// One island while it is read.
struct Chart<'a, M> {
    machine: &'a Machine,
    asked: &'a Asked,
    /// What is looked for at the atom that is being read.
    wanted: &'a Categories,
    scanned: Scanned<'a>,
    columns: &'a mut Columns,
    /// What the phrases of all columns mean, in the order in which they were found.
    values: &'a mut Vec<Value<M>>,
    /// Arguments of the operations that are being evaluated.
    arguments: &'a mut Vec<Value<M>>,
}

/// The values of the phrases that the automaton has followed.
type Path = Vec<u32>;

impl<M: Meaning> Chart<'_, M> {
    /// Appends the longest phrases of the category that is asked for in the island, from left to right.
    fn read(&mut self, island: Range<usize>, phrases: &mut Vec<Phrase<M>>) {
        self.values.clear();
        self.columns.found.clear();
        self.columns.ends.clear();
        self.columns.last = island.end;
        let (mut path, mut hits) = (Vec::new(), Vec::new());
        for at in island.clone().rev() {
            if at == island.start {
                self.wanted = &self.asked.begins;
            }
            self.fill(at, &mut path);
            self.columns.close();
            hits.extend(self.best(at));
            let gone = self.columns.forget(LONGEST);
            self.values.drain(..gone);
        }
        let mut at = island.start;
        for (start, end, meaning) in hits.into_iter().rev() {
            if start >= at {
                phrases.push(Phrase { start, end, meaning: M::clone(&meaning) });
                at = end;
            }
        }
    }

    /// The longest phrase of the category that is asked for that begins at atom `at`: where it begins, where it ends, and what
    /// it means.
    fn best(&self, at: usize) -> Option<(usize, usize, Rc<M>)> {
        let hits = self.columns.column(at).iter().filter(|f| f.category == self.asked.category);
        // Of equal length the rule that stands first, whichever was found first.
        let best = hits.min_by_key(|f| (std::cmp::Reverse(f.end), f.rule))?;
        match self.values.get(best.value as usize)? {
            Value::Meaning(meaning) => Some((at, best.end(), Rc::clone(meaning))),
            _ => None,
        }
    }

    /// Finds all phrases that begin at atom `at`.
    fn fill(&mut self, at: usize, path: &mut Path) {
        let atom = self.scanned.atoms[at];
        let capital = atom.sort == Sort::Word { capital: true };
        for reading in self.machine.readings(atom.form) {
            if reading.capital && !capital {
                continue;
            }
            let value = match reading.datum {
                Datum::Literal => Value::Absent,
                Datum::Int(int) => Value::Int(int),
                Datum::Name(name) => Value::Name(name),
            };
            self.word(at, reading.category, value);
        }
        let shapes = atom.shapes();
        if let Some(exact) = shapes.first().and_then(|_| atom.exact(self.scanned.text)) {
            let digits = if let Sort::Digits(digits) = atom.sort { digits } else { 0 };
            for &category in shapes {
                self.word(at, category, Value::Number(Number { exact, spelled: false, digits }));
            }
        }
        // The column grows as it is read: phrases may begin phrases.
        let mut row = 0;
        while let Some(&found) = self.columns.open().get(row) {
            if let Some(Some(state)) = self.machine.first.get(usize::from(found.category)) {
                path.clear();
                path.push(found.value);
                self.follow(at, *state, found.end(), path);
            }
            row += 1;
        }
    }

    /// Follows the automaton from `state`, with the phrases of `path` found so far up to atom `end`.
    fn follow(&mut self, at: usize, state: u32, end: usize, path: &mut Path) {
        let machine = self.machine;
        let Some(node) = machine.grammar.states.get(state as usize) else { return };
        for accept in &node.accepts {
            self.accept(end, accept, path);
        }
        if end - at >= LONGEST || end >= self.columns.last || !self.goes_on(state, end) {
            return;
        }
        let glued = self.scanned.atoms[end].glued;
        let mut arcs = node.arcs.as_slice();
        let mut row = 0;
        // Both are in the order of their categories, and no phrase is added to a column that is complete.
        while let (Some((label, _)), Some(found)) = (arcs.first(), self.columns.column(end).get(row)) {
            let (wanted, category) = (label.category, found.category);
            match wanted.cmp(&category) {
                Ordering::Less => arcs = from(arcs, |(label, _)| label.category < category),
                Ordering::Greater => row += self.columns.run(end, row, |found| found.category < wanted),
                Ordering::Equal => {
                    let rows = row..row + self.columns.run(end, row, |found| found.category == wanted);
                    for (label, next) in arcs.iter().take_while(|(label, _)| label.category == wanted) {
                        for row in rows.clone().filter(|_| glued || !label.glued) {
                            let further = self.columns.column(end)[row];
                            path.push(further.value);
                            self.follow(at, *next, further.end(), path);
                            path.pop();
                        }
                    }
                    arcs = from(arcs, |(label, _)| label.category == wanted);
                    row = rows.end;
                }
            }
        }
    }

    /// Whether the atom at `at` can go on with what `state` asks for.
    fn goes_on(&self, state: u32, at: usize) -> bool {
        let atom = self.scanned.atoms[at];
        let Some(next) = self.machine.next.get(state as usize) else { return false };
        self.machine.readings(atom.form).iter().any(|reading| next.has(reading.category))
            || atom.shapes().iter().any(|&shape| next.has(shape))
    }

    /// Adds the phrase that `accept` makes of `path`, if it makes sense and there are not enough like it.
    fn accept(&mut self, end: usize, accept: &Accept, path: &Path) {
        let Some(rule) = self.machine.grammar.rules.get(usize::from(accept.rule)) else { return };
        if self.wanted.has(rule.makes) && self.columns.takes(rule.makes, place(end), accept.rule) {
            let value = self.evaluate(&rule.means, accept, path);
            self.arguments.clear();
            if let Some(value) = value {
                self.add(rule.makes, end, accept.rule, value);
            }
        }
    }

    /// Adds a single atom.
    fn word(&mut self, at: usize, category: u16, value: Value<M>) {
        if self.wanted.has(category) && self.columns.takes(category, place(at + 1), WORD) {
            self.add(category, at + 1, WORD, value);
        }
    }

    fn add(&mut self, category: u16, end: usize, rule: u16, value: Value<M>) {
        let found = Found { category, rule, end: place(end), value: place(self.values.len()) };
        self.columns.found.push(found);
        self.values.push(value);
    }

    /// What `expr` is of the phrases of `path`.
    fn evaluate(&mut self, expr: &Expr, accept: &Accept, path: &Path) -> Option<Value<M>> {
        match expr {
            Expr::Absent => Some(Value::Absent),
            Expr::Int(int) => Some(Value::Int(*int)),
            Expr::Name(name) => Some(Value::Name(*name)),
            Expr::Element(variable) => {
                let child = accept.elements.get(usize::from(*variable)).copied().flatten();
                let Some(child) = child.and_then(|child| path.get(usize::from(child))) else {
                    return Some(Value::Absent);
                };
                self.values.get(*child as usize).cloned()
            }
            Expr::Apply(op, written) => {
                let begin = self.arguments.len();
                for argument in written {
                    let value = self.evaluate(argument, accept, path)?;
                    self.arguments.push(value);
                }
                let values = self.arguments.get(begin..).unwrap_or_default();
                let arguments = Arguments { values, names: &self.machine.grammar.names };
                let made = Number::apply(*op, arguments).or_else(|| M::apply(*op, arguments));
                self.arguments.truncate(begin);
                made
            }
        }
    }
}

/// `arcs` without those at their beginning that are `before`.
fn from(arcs: &[(Label, u32)], before: impl Fn(&(Label, u32)) -> bool) -> &[(Label, u32)] {
    arcs.get(arcs.partition_point(before)..).unwrap_or_default()
}
