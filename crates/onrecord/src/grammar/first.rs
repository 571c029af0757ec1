//! With what words the phrases of a grammar can begin, and of what they are made.
//!
//! Most atoms that a grammar knows are function words, which begin many patterns and go on none: "the" of "the minister".
//! A look at the next atom spares the search. What can come next is computed from the grammar once, and so is what a layer
//! needs of it: running text has no use for what only a phrase on its own says.

use onrecord_resource::grammar::Grammar;

/// A set of categories.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Categories(Box<[u64]>);

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
    let mut firsts = Vec::new();
    sequences(grammar, &mut |whole, parts| firsts.extend(parts.first().map(|&part| (whole, part))));
    let mut more = true;
    while more {
        more = false;
        for &(whole, part) in &firsts {
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

/// The categories that a phrase of category `whole` can be made of, itself among them.
pub(super) fn parts(grammar: &Grammar, whole: u16) -> Categories {
    closed(grammar, whole, |parts| parts)
}

/// The categories that a phrase of category `whole` can begin with, itself among them.
pub(super) fn begins(grammar: &Grammar, whole: u16) -> Categories {
    closed(grammar, whole, |parts| parts.get(..1).unwrap_or_default())
}

/// `whole` with what `some` of the parts of a phrase leads to.
fn closed(grammar: &Grammar, whole: u16, some: impl Fn(&[u16]) -> &[u16]) -> Categories {
    let mut found = Categories::none(grammar);
    found.add(whole);
    let mut more = true;
    while more {
        more = false;
        sequences(grammar, &mut |whole, parts| {
            let made = found.has(whole);
            for &part in some(parts).iter().filter(|_| made) {
                more |= !found.has(part);
                found.add(part);
            }
        });
    }
    found
}

/// Calls `each` with every sequence of categories that makes a phrase: the category of the phrase, then its parts.
fn sequences(grammar: &Grammar, each: &mut impl FnMut(u16, &[u16])) {
    fn walk(grammar: &Grammar, state: u32, path: &mut Vec<u16>, each: &mut impl FnMut(u16, &[u16])) {
        let Some(state) = grammar.states.get(state as usize) else { return };
        for rule in state.accepts.iter().filter_map(|a| grammar.rules.get(usize::from(a.rule))) {
            each(rule.makes, path);
        }
        for (label, next) in &state.arcs {
            path.push(label.category);
            walk(grammar, *next, path, each);
            path.pop();
        }
    }
    walk(grammar, 0, &mut Vec::new(), each);
}

#[cfg(test)]
mod tests {
    use onrecord_resource::Source;
    use onrecord_resource::grammar::compile;

    use super::*;

    #[test]
    fn a_state_goes_on_with_what_its_parts_begin_with_and_a_phrase_has_parts() {
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
            ("'on", "month", true), ("'on", "unit", false), ("'on", "short", false), ("'on", "'a", false),
            ("'a", "unit", true), ("'a", "month", false), ("month", "short", true), ("month", "month", false),
        ];
        for (before, next, expected) in cases {
            assert_eq!(after(before).has(category(next)), expected, "{before} {next}");
        }
        for (whole, part, expected) in
            [("time", "short", true), ("day", "short", true), ("day", "unit", false)]
        {
            assert_eq!(parts(&grammar, category(whole)).has(category(part)), expected, "{whole} {part}");
            assert!(!begins(&grammar, category(whole)).has(category("short")), "{whole}");
        }
    }
}
