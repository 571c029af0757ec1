//! Countries and places that are somebody's family name.
//!
//! "Michael Jordan said he would stay. *Jordan* praised the team": behind a person's full name its last part is that person, as
//! long as the document goes nowhere of that name ("in Jordan") and has not told of the country before.

use std::collections::{BTreeMap, BTreeSet};

use super::Name;
use super::again::family;
use super::words::Words;
use crate::document::EntityKind;

/// Prepositions behind which a place stands.
const WHERE: [&str; 7] = ["in", "In", "from", "to", "into", "across", "near"];

/// Makes people of such names.
pub(super) fn read(words: &Words, names: &mut [Name]) {
    let mut bearers: BTreeMap<&str, usize> = BTreeMap::new();
    for name in names.iter() {
        // "Abdullah of Jordan" is not called so.
        let last = family(words, name).filter(|&last| last + 1 == name.end && words.is_capital(last - 1));
        if let Some(last) = last {
            bearers.entry(words.text(last)).or_insert(last);
        }
    }
    let land = |name: &Name| {
        matches!(name.kind, EntityKind::Country | EntityKind::Place) && name.end == name.start + 1
    };
    let plain = |name: &&Name| {
        let before = name.start.checked_sub(1).map_or("", |at| words.text(at));
        let first = bearers.get(words.text(name.start)).is_some_and(|&bearer| name.start < bearer);
        land(name) && (first || WHERE.contains(&before))
    };
    let plain: BTreeSet<&str> = names.iter().filter(plain).map(|name| words.text(name.start)).collect();
    for name in names.iter_mut().filter(|name| land(name)) {
        let word = words.text(name.start);
        if bearers.contains_key(word) && !plain.contains(word) {
            (name.kind, name.entry) = (EntityKind::Person, None);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::name::tests::check;

    #[test]
    fn a_family_name_is_no_country_behind_the_full_name() {
        #[rustfmt::skip]
        let cases: &[(&str, &str)] = &[
            ("Michael Jordan said he would stay. Jordan praised the team.", "person Michael Jordan, person Jordan"),
            ("Jordan praised the talks. Michael Jordan said he would stay.", "country Jordan, person Michael Jordan"),
            ("Michael Jordan landed in Jordan. Jordan praised the talks.", "person Michael Jordan, country Jordan, country Jordan"),
            ("Jack London wrote it. London lived on a boat.", "person Jack London, person London"),
            ("Jack London wrote it. Paris praised it.", "person Jack London, place Paris"),
        ];
        check(cases);
    }
}
