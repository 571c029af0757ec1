//! What the finder says of a word: outside of names, or where in a name of which sort it stands.

use std::ops::Range;

use crate::document::EntityKind;

/// The sorts of names that corpora annotate, as they write them, and what they are here. `LOC` covers countries too; the
/// lists tell which places are countries. Programs and documents have no corpus: they are told by their heads.
pub const SORTS: [(&str, EntityKind); 4] = [
    ("PER", EntityKind::Person),
    ("ORG", EntityKind::Organization),
    ("LOC", EntityKind::Place),
    ("EVENT", EntityKind::Event),
];

/// Number of labels: outside, and for every sort the first, inner, last and only word of a name.
pub const LABELS: usize = 1 + 4 * SORTS.len();

/// The label of words outside of names.
pub const OUTSIDE: usize = 0;

const FIRST: usize = 0;
const INNER: usize = 1;
const LAST: usize = 2;
const ONLY: usize = 3;

/// The labels of a name's words, of which there are `length`; `sort` is a row of [`SORTS`].
pub fn labels(sort: usize, length: usize) -> impl Iterator<Item = usize> {
    (0..length).map(move |at| {
        let part = match (at == 0, at + 1 == length) {
            (true, true) => ONLY,
            (true, false) => FIRST,
            (false, true) => LAST,
            (false, false) => INNER,
        };
        1 + sort * 4 + part
    })
}

/// The sort of a label's name.
#[must_use]
pub fn sort(label: usize) -> Option<usize> {
    label.checked_sub(1).map(|label| label / 4)
}

fn opens(label: usize) -> bool {
    label != OUTSIDE && matches!((label - 1) % 4, FIRST | INNER)
}

fn goes_on(label: usize) -> bool {
    label != OUTSIDE && matches!((label - 1) % 4, INNER | LAST)
}

/// Whether a word with label `next` may follow one with label `before`; `None` for the borders of a sentence.
#[must_use]
pub fn may_follow(before: Option<usize>, next: Option<usize>) -> bool {
    let (open, on) = (before.is_some_and(opens), next.is_some_and(goes_on));
    open == on && (!open || before.and_then(sort) == next.and_then(sort))
}

/// The names in a sequence of labels: sort and words.
pub fn names(labels: &[usize]) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut start = 0;
    labels.iter().enumerate().filter_map(move |(at, &label)| {
        if !goes_on(label) {
            start = at;
        }
        let sort = sort(label)?;
        (!opens(label)).then_some((sort, start..at + 1))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_from_their_labels() {
        let mut all = vec![OUTSIDE];
        all.extend(labels(0, 2));
        all.extend(labels(2, 1));
        all.extend(labels(1, 3));
        assert_eq!(names(&all).collect::<Vec<_>>(), [(0, 1..3), (2, 3..4), (1, 4..7)]);
        let borders = std::iter::once(None).chain(all.iter().map(|&label| Some(label)));
        assert!(borders.zip(all.iter().map(|&label| Some(label))).all(|(a, b)| may_follow(a, b)));
    }

    #[test]
    fn a_name_is_neither_cut_nor_changed_midway() {
        #[rustfmt::skip]
        let cases = [
            (None, Some(OUTSIDE), true),
            (None, Some(1 + FIRST), true),
            (None, Some(1 + LAST), false),
            (Some(1 + FIRST), Some(1 + LAST), true),
            (Some(1 + FIRST), Some(5 + LAST), false),
            (Some(1 + FIRST), Some(OUTSIDE), false),
            (Some(1 + INNER), None, false),
            (Some(1 + ONLY), Some(1 + ONLY), true),
            (Some(1 + LAST), None, true),
        ];
        for (before, next, expected) in cases {
            assert_eq!(may_follow(before, next), expected, "{before:?} {next:?}");
        }
    }
}
