//! Short forms in brackets: "Italian Democratic Socialists (SDI)", and what they are called ever after.
//!
//! An acronym in brackets behind the name of a body is the body's too, and so is every later occurrence of it that is no
//! other name. Where the name stops short of its bracket ("Union of Atheists | and Agnostics (UAAR)") and the acronym has
//! a letter for every word in between, the name goes on to it.

use std::collections::BTreeSet;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;

/// Longest acronym in letters, and words between a name and its bracket.
const LETTERS: usize = 8;
const BETWEEN: usize = 4;

/// Adds short forms to `names`, which stand in text order.
pub(super) fn read(words: &Words, names: &mut Vec<Name>) {
    let mut taken = vec![false; words.len()];
    for name in names.iter() {
        taken[name.start..name.end].fill(true);
    }
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for name in names.iter_mut().filter(|name| name.kind == EntityKind::Organization) {
        let Some(open) = (name.end..name.end + 1 + BETWEEN).find(|&at| matches!(words.text(at), "(" | "["))
        else {
            continue;
        };
        let short = words.text(open + 1);
        let closed = matches!(words.text(open + 2), ")" | "]" | "," | ";");
        if !closed || !is_acronym(short) || !reaches(words, name, open, short) {
            continue;
        }
        if !taken[name.end..open].contains(&true) {
            taken[name.end..open].fill(true);
            name.end = open;
        } else if name.end != open {
            continue;
        }
        known.insert(short);
    }
    let again = |at: &usize| !taken[*at] && known.contains(words.text(*at));
    let name = |at| Name { start: at, end: at + 1, kind: EntityKind::Organization, entry: None };
    names.extend((0..words.len()).filter(again).map(name));
    names.sort_by_key(|name| name.start);
}

/// Whether the words between the name and the bracket belong to it: each capitalised one begins with a letter of the
/// acronym, and the small ones only join.
fn reaches(words: &Words, name: &Name, open: usize, short: &str) -> bool {
    let upper = short.to_uppercase();
    (name.end..open).all(|at| {
        let word = words.text(at);
        let first = word.chars().next().filter(|c| c.is_uppercase());
        matches!(word, "and" | "of" | "for" | "the" | "&") || first.is_some_and(|c| upper.contains(c))
    })
}

/// Two capitals at least, and nothing but letters, digits and hyphens.
fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && word.len() <= LETTERS && word.chars().all(|c| c.is_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use crate::{Engine, Input, Layers};

    #[test]
    fn short_forms_in_brackets_are_names_of_the_body_before_them() {
        let engine = Engine::new().unwrap();
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("He led the Party of Regions (PRX) for years. PRX lost.", &["Party of Regions", "PRX", "PRX"]),
            ("He led the Party of Regions (see below) for years.", &["Party of Regions"]),
        ];
        for (text, expected) in cases {
            let document = engine
                .extract(Input { text: (*text).to_owned(), ..Input::default() }, Layers::MENTIONS)
                .unwrap();
            let bodies = document.named.mentions.iter().filter(|m| m.kind.name() == "organization");
            let found: Vec<&str> = bodies.map(|m| document.reading.text.slice(m.span)).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
