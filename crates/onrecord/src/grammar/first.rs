//! With what words the phrases of a grammar can begin.
//!
//! Most atoms that a grammar knows are function words, which begin many patterns and go on none: "the" of "the minister".
//! A look at the next atom spares the search. What can come next is computed from the grammar once.

use onrecord_resource::grammar::Grammar;

/// A set of categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Categories(Box<[u64]>);

impl Categories {
    fn none(grammar: &Grammar) -> Self {
        Self(vec![0; grammar.categories.len().div_ceil(64)].into())
    }

    fn add(&mut self, category: u16) {
        if let Some(bits) = self.0.get_mut(usize::from(category) / 64) {
            *bits |= 1 << (category % 64);
        }
    }

    /// Adds all of `other`; whether any was new.
    fn extend(&mut self, other: &Self) -> bool {
        let mut more = false;
        for (bits, new) in self.0.iter_mut().zip(&other.0) {
            more |= *new & !*bits != 0;
            *bits |= new;
        }
        more
    }

    pub(super) fn has(&self, category: u16) -> bool {
        self.0.get(usize::from(category) / 64).is_some_and(|bits| bits >> (category % 64) & 1 == 1)
    }
}

/// For every state of the automaton the categories of single atoms with which it can go on.
pub(super) fn first(grammar: &Grammar) -> Vec<Categories> {
    // What a phrase of every category can begin with: itself, if it is one atom, and what the parts begin with that can
    // stand first in it.
    let mut begins: Vec<Categories> = (0..)
        .zip(&grammar.categories)
        .map(|(category, _)| {
            let mut own = Categories::none(grammar);
            own.add(category);
            own
        })
        .collect();
    let parts = parts(grammar);
    let mut more = true;
    while more {
        more = false;
        for &(whole, part) in &parts {
            let part = begins[usize::from(part)].clone();
            more |= begins[usize::from(whole)].extend(&part);
        }
    }
    let all = |state: &onrecord_resource::grammar::State| {
        let mut set = Categories::none(grammar);
        for (label, _) in &state.arcs {
            set.extend(&begins[usize::from(label.category)]);
        }
        set
    };
    grammar.states.iter().map(all).collect()
}

/// Every category with one that can stand first in it.
fn parts(grammar: &Grammar) -> Vec<(u16, u16)> {
    let mut parts = Vec::new();
    for (label, state) in grammar.states.first().map_or(&[][..], |start| &start.arcs) {
        // The automaton is a trie, so nothing is seen twice.
        let mut open = vec![*state];
        while let Some(state) = open.pop().and_then(|at| grammar.states.get(at as usize)) {
            let rules = state.accepts.iter().filter_map(|a| grammar.rules.get(usize::from(a.rule)));
            parts.extend(rules.map(|rule| (rule.makes, label.category)));
            open.extend(state.arcs.iter().map(|(_, next)| *next));
        }
    }
    parts.sort_unstable();
    parts.dedup();
    parts
}

#[cfg(test)]
mod tests {
    use onrecord_resource::Source;
    use onrecord_resource::grammar::compile;

    use super::*;

    #[test]
    fn a_state_goes_on_with_what_its_parts_begin_with() {
        let text = "[class.unit]\nday = 1\n[class.month]\nmay = 5\n\
            [[rule]]\nmakes = 'day'\npatterns = [\"month short\"]\nmeans = \"month\"\nexamples = ['[May 5=x]', 'may']\n\
            [[rule]]\nmakes = 'time'\npatterns = [\"'on' day\", \"'a' unit\"]\nmeans = \"1\"\nexamples = ['on [May 5=x]', 'on']\n";
        let grammar = compile(&[Source::new("rules.toml", text)]).unwrap();
        let first = first(&grammar);
        let category = |name: &str| grammar.category(name).unwrap();
        let after = |name: &str| {
            let arcs = &grammar.states[0].arcs;
            &first[arcs.iter().find(|arc| arc.0.category == category(name)).unwrap().1 as usize]
        };
        #[rustfmt::skip]
        let cases = [
            ("'on'", "month", true), ("'on'", "unit", false), ("'on'", "short", false), ("'on'", "'a'", false),
            ("'a'", "unit", true), ("'a'", "month", false), ("month", "short", true), ("month", "month", false),
        ];
        for (before, next, expected) in cases {
            assert_eq!(after(before).has(category(next)), expected, "{before} {next}");
        }
    }
}
