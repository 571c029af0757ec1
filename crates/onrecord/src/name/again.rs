//! Names that the document has told elsewhere.
//!
//! The finder reads a sentence at a time and remembers what came before, but a name that is plain in the third sentence may
//! have been unclear in the first. What was found at least once is looked for in the whole document: the name as it is, and
//! the family name of a person who was named in full. A single word must be a name by its tag as well, and the document
//! must never write it in small letters.

use std::collections::{BTreeMap, BTreeSet};

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;
use crate::syntax::Upos;

/// Kinds that are looked for; what happens or is signed may be named after something else.
const KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organization, EntityKind::Place, EntityKind::Country];

/// Heads of other names than those of people.
const HEADS: [Class; 3] = [Class::OrganizationWord, Class::PlaceWord, Class::EventWord];

/// A form with the kinds it was found as, and how often; and the entry that it is.
#[derive(Default)]
struct Known {
    kinds: BTreeMap<EntityKind, usize>,
    entry: Option<u32>,
}

/// Adds further occurrences to `names`, which stand in text order.
pub(super) fn read(words: &Words, names: &mut Vec<Name>) {
    let mut known: BTreeMap<Vec<&str>, Known> = BTreeMap::new();
    let mut taken = vec![false; words.len()];
    for name in names.iter() {
        taken[name.start..name.end].fill(true);
        if KINDS.contains(&name.kind) {
            for start in [Some(name.start), family(words, name)].into_iter().flatten() {
                let form: Vec<&str> = (start..name.end).map(|at| words.text(at)).collect();
                let known = known.entry(form).or_default();
                *known.kinds.entry(name.kind).or_default() += 1;
                known.entry = known.entry.or(name.entry.filter(|_| start == name.start));
            }
        }
    }
    let small: BTreeSet<&str> = (0..words.len())
        .map(|at| words.text(at))
        .filter(|word| word.starts_with(char::is_lowercase))
        .collect();
    known.retain(|form, known| {
        let [word] = form.as_slice() else { return form.first().is_some_and(|word| word.len() > 1) };
        // One word that was two things is no clear name.
        let (all, most) = (known.kinds.values().sum::<usize>(), known.kinds.values().max());
        most.is_some_and(|most| most * 4 >= all * 3)
            && word.len() > 2
            && !small.contains(word.to_lowercase().as_str())
    });
    let longest = known.keys().map(Vec::len).max().unwrap_or_default();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let name = (!taken[at] && words.is_capital(at)).then(|| {
            let lengths = (1..=longest.min(words.len() - at)).rev();
            lengths.filter(|&length| !taken[at..at + length].contains(&true)).find_map(|length| {
                let form: Vec<&str> = (at..at + length).map(|at| words.text(at)).collect();
                let Known { kinds, entry } = known.get(&form)?;
                let (kind, _) = kinds.iter().max_by_key(|(_, times)| **times)?;
                Some(Name { start: at, end: at + length, kind: *kind, entry: *entry })
            })
        });
        match name.flatten().filter(|name| stands_alone(words, name, &taken)) {
            Some(name) => {
                at = name.end;
                found.push(name);
            }
            None => at += 1,
        }
    }
    names.extend(found);
    names.sort_by_key(|name| name.start);
}

/// Where the family name of a person begins who is named with more: "Sadr" of "Muqtada al-Sadr" is "al-Sadr".
pub(super) fn family(words: &Words, name: &Name) -> Option<usize> {
    if name.kind != EntityKind::Person {
        return None;
    }
    let mut start = name.end - 1;
    while start > name.start + 1 && words.text(start - 1) == "-" && words.glued(start) {
        start -= 2;
    }
    let given = words.class_end(start, Class::Given) == Some(name.end);
    let plain = words.is_capital(start) && !given && words.text(start).chars().all(char::is_alphabetic);
    (start > name.start && plain).then_some(start)
}

/// Whether the words are a name by themselves here: by their tag, and not a piece of a longer name or of an address.
fn stands_alone(words: &Words, name: &Name, taken: &[bool]) -> bool {
    let tokens = &words.reading.tokens;
    let own = |at: usize| tokens.upos(at) == Upos::Propn;
    let part = |at: usize| {
        at < words.len()
            && !taken[at]
            && own(at)
            && words.is_capital(at)
            && words.reading.sentence_of(at) == words.reading.sentence_of(name.start)
    };
    let glue = |at: usize| {
        at < words.len()
            && words.glued(at)
            && !matches!(
                words.text(at),
                "," | "."
                    | ";"
                    | ":"
                    | "!"
                    | "?"
                    | ")"
                    | "]"
                    | "'s"
                    | "’s"
                    | "'"
                    | "’"
                    | "\""
                    | "”"
                    | "/"
                    | "-"
                    | "–"
                    | "—"
            )
    };
    let before = name.start.checked_sub(1);
    let piece = before.is_some_and(part) || part(name.end);
    let tied = glue(name.end)
        || words.glued(name.start)
            && before.is_some_and(|at| words.text(at).ends_with(char::is_alphanumeric));
    // "King" may be Peter King, where no article says that it is an office, and a verb follows.
    let article = before.is_some_and(|at| words.reading.tokens.upos(at) == Upos::Det);
    let acts = name.end < words.len() && matches!(tokens.upos(name.end), Upos::Verb | Upos::Aux);
    let called = name.kind == EntityKind::Person && !article && acts;
    let office = words.class_end(name.start, Class::Office) == Some(name.end) && !called
        || words.class_end(name.start, Class::Honorific) == Some(name.end);
    // "Foundation" is nobody, and "House of Representatives" more than the House.
    let head = name.kind == EntityKind::Person
        && name.end == name.start + 1
        && HEADS.iter().any(|&class| words.is(name.start, class));
    let of = words.text(name.end) == "of" && words.is_capital(name.end + 1) && name.end == name.start + 1;
    (own(name.end - 1) || called && tokens.upos(name.end - 1) == Upos::Noun)
        && !piece
        && !tied
        && !office
        && !head
        && !of
}

#[cfg(test)]
mod tests {
    use crate::Engine;
    use crate::name::tests::names;

    #[test]
    fn what_was_named_once_is_found_elsewhere_and_words_that_only_look_so_are_not() {
        let engine = Engine::new().unwrap();
        #[rustfmt::skip]
        let cases = [
            ("Ahmed Haddad said no. Later Haddad left. Whoever saw Haddad there was glad.", "Ahmed Haddad, Haddad, Haddad"),
            ("He lives in Zarqan. The Zarqan fighting killed many. They left Zarqan on Monday.", "Zarqan, Zarqan, Zarqan"),
            ("Anna Hope spoke. Hope is what they want, and they hope.", "Anna Hope"),
            ("Peter King spoke. King called it a mistake. They stayed.", "Peter King, King"),
            ("She met President Adams. The president left.", "Adams"),
        ];
        for (text, expected) in cases {
            let names: Vec<String> = names(&engine, text).into_iter().map(|(_, name)| name).collect();
            assert_eq!(names.join(", "), expected, "{text}");
        }
    }
}
