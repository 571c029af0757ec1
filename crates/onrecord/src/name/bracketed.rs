//! Short forms in brackets: "Italian Democratic Socialists (SDI)", and what they are called ever after.
//!
//! An acronym in brackets behind the name of a body or a treaty is another name of it, and so is every later occurrence of
//! it that is no other name. Where the name stops short of its bracket ("Union of Atheists | and Agnostics (UAAR)") and the
//! acronym has a letter for every word in between, the name goes on to it. And where an acronym in brackets has a letter for
//! every capitalised word before it, these words are its long form, in whatever language: "Partei für Freiheit (PF)". Small
//! words may give a letter, and the word for a treaty none: "Convention on the Law *of* the Sea (CLOS)", "Progressive
//! *Agreement* for Pacific Partnership (PPP)". Three letters and more that stand side by side among the first ones of a body
//! are its acronym without brackets, too.

use std::collections::{BTreeMap, BTreeSet};

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;

/// Longest acronym in letters, and words between a name and its bracket.
const LETTERS: usize = 8;
const BETWEEN: usize = 4;

/// Words of a long form.
const LONG: usize = 12;

/// First letters by which a body is known without brackets.
const INITIALS: usize = 3;

/// Small words in a row of a long form.
const SMALL: usize = 2;

/// Adds short forms to `names`, which stand in text order.
pub(super) fn read(words: &Words, names: &mut Vec<Name>) {
    for open in (0..words.len()).filter(|&at| matches!(words.text(at), "(" | "[")) {
        let short = words.text(open + 1);
        let closed = matches!(words.text(open + 2), ")" | "]" | "," | ";");
        if !closed || !is_acronym(short) {
            continue;
        }
        let strict = spelled(words, open, short, false);
        if let Some(start) = strict.or_else(|| spelled(words, open, short, true)) {
            is_body(words, names, start..open);
        }
    }
    let mut taken = vec![false; words.len()];
    for name in names.iter() {
        taken[name.start..name.end].fill(true);
    }
    let mut known: BTreeMap<&str, EntityKind> = BTreeMap::new();
    let short = |name: &&mut Name| matches!(name.kind, EntityKind::Organization | EntityKind::Document);
    for name in names.iter_mut().filter(short) {
        let Some(open) = (name.end..name.end + 1 + BETWEEN).find(|&at| matches!(words.text(at), "(" | "["))
        else {
            continue;
        };
        let short = words.text(open + 1);
        let closed = matches!(words.text(open + 2), ")" | "]" | "," | ";");
        let begins = |at: usize| words.text(at).chars().next().map(|c| c.to_lowercase().to_string());
        // Of no word of "Congress" is the M of "Member of Congress (MC)".
        let own = (name.start..open).any(|at| begins(at) == begins(open + 1));
        if !closed || !own || !is_acronym(short) || !reaches(words, name, open, short) {
            continue;
        }
        if !taken[name.end..open].contains(&true) {
            taken[name.end..open].fill(true);
            name.end = open;
        } else if name.end != open {
            continue;
        }
        known.insert(short, name.kind);
    }
    let mut initials: BTreeSet<String> = BTreeSet::new();
    initials.extend(names.iter().filter_map(|name| initial_letters(words, name)));
    // Of "Bureau of Alcohol, Tobacco, Firearms and Explosives" ATF is enough.
    let kind = |word: &str| {
        let run = is_acronym(word)
            && word.len() >= INITIALS
            && initials.iter().any(|letters| letters.contains(word));
        known.get(word).copied().or(run.then_some(EntityKind::Organization))
    };
    let again = |at: usize| {
        let kind = kind(words.text(at)).filter(|_| !taken[at])?;
        Some(Name { start: at, end: at + 1, kind, entry: None })
    };
    names.extend((0..words.len()).filter_map(again));
    names.sort_by_key(|name| name.start);
}

/// Where the long form begins that `short` has the letters of, if it ends before word `open`: every capitalised word gives
/// its first letter, small ones only where the acronym has a small letter for them (`PvdA`). If `lenient`, small ones may give a
/// capital letter, and words for treaties none.
fn spelled(words: &Words, open: usize, short: &str, lenient: bool) -> Option<usize> {
    let mut letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).collect();
    let all = letters.len();
    let (mut at, mut small) = (open, 0);
    while let Some(&letter) = letters.last() {
        at = at.checked_sub(1).filter(|at| open - at <= LONG)?;
        let first = words.text(at).chars().next()?;
        let same = first.to_lowercase().eq(letter.to_lowercase());
        let gives = first.is_uppercase() || letter.is_lowercase() || lenient;
        if gives && same {
            letters.pop();
            small = 0;
        } else if lenient && words.is(at, Class::DocumentWord) {
            small = 0;
        } else if first.is_lowercase() && small < SMALL {
            small += 1;
        } else if words.text(at) != "-" {
            return None;
        }
    }
    let whole = words.is_capital(at) && words.reading.sentence_of(at) == words.reading.sentence_of(open);
    (whole && all >= 2).then_some(at)
}

/// Makes the words `range`, of which an acronym follows, the name of a body or a treaty, if something says that they are one: a part
/// that was found to be one, a head, a name of another kind that is just these words, or small words of another language.
fn is_body(words: &Words, names: &mut Vec<Name>, range: std::ops::Range<usize>) {
    let inside = |name: &Name| name.start < range.end && name.end > range.start;
    let over = |name: &Name| inside(name) && (name.start < range.start || name.end > range.end);
    let own: Vec<Name> = names.iter().copied().filter(inside).collect();
    let other = |name: &Name| {
        let whole = name.start == range.start && name.end == range.end;
        let kind = matches!(
            name.kind,
            EntityKind::Event | EntityKind::Program | EntityKind::Document | EntityKind::Product
        );
        whole && (name.entry.is_some() && name.kind != EntityKind::Organization || kind)
    };
    let whole = own.iter().find(|name| name.start == range.start && name.end == range.end);
    if whole.is_some_and(|name| name.kind == EntityKind::Organization) {
        return;
    }
    // "Member of Parliament (MP)" is what somebody is.
    if own.iter().any(|name| over(name) || other(name)) || words.is(range.start, Class::Office) {
        return;
    }
    // What stands behind "of" says nothing of the whole.
    let link = range.clone().find(|&at| matches!(words.text(at), "of" | "for")).unwrap_or(range.end);
    let body = own.iter().any(|name| name.kind == EntityKind::Organization && name.start < link);
    let classes = [Class::OrganizationWord, Class::DocumentWord];
    let head = || (range.start..link).any(|at| classes.iter().any(|&class| words.is(at, class)));
    let foreign = || {
        let small = |at: &usize| words.text(*at).chars().all(char::is_lowercase);
        range.clone().filter(small).any(|at| !words.is(at, Class::SmallWord))
    };
    if whole.is_some() || body || head() || foreign() {
        names.retain(|name| !inside(name));
        let place = names.partition_point(|name| name.start < range.start);
        let treaty = (range.start..link).any(|at| words.is(at, Class::DocumentWord) && words.is_capital(at));
        let kind = if treaty { EntityKind::Document } else { EntityKind::Organization };
        names.insert(place, Name { start: range.start, end: range.end, kind, entry: None });
    }
}

/// The first letters of the capitalised words of a body, if they are so many that no other word is spelt like them.
fn initial_letters(words: &Words, name: &Name) -> Option<String> {
    let body = name.kind == EntityKind::Organization && name.end - name.start <= LONG;
    let capitals = (name.start..name.end).filter(|&at| body && words.is_capital(at));
    let letters: String = capitals.filter_map(|at| words.text(at).chars().next()).collect();
    (letters.chars().count() >= INITIALS).then_some(letters)
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
    fn short_forms_in_brackets_are_names_of_what_stands_before_them() {
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("He led the Party of Regions (PRX) for years. PRX lost.", &["Party of Regions", "PRX", "PRX"]),
            ("He led the Party of Regions (see below) for years.", &["Party of Regions"]),
            ("She left the Partei für Freiheit und Fortschritt (PFF) in May.", &["Partei für Freiheit und Fortschritt", "PFF"]),
            ("The Soqosoqo ni Vakavulewa ni Taukei (SVT) won.", &["Soqosoqo ni Vakavulewa ni Taukei", "SVT"]),
            ("He was born in Rio de Janeiro (RJ).", &[]),
            ("The Bureau of Alcohol and Firearms met. Agents of the BAF left the WHO.", &["Bureau of Alcohol and Firearms", "BAF", "WHO"]),
            ("The Bureau of Alcohol and Firearms met. FAB was all that she said.", &["Bureau of Alcohol and Firearms"]),
        ];
        assert_named("organization", cases);
        #[rustfmt::skip]
        let treaties: &[(&str, &[&str])] = &[
            ("The Convention on the Law of the Sea (CLOS) is old. CLOS binds Kenya.", &["Convention on the Law of the Sea", "CLOS", "CLOS"]),
            ("Kenya left the Comprehensive and Progressive Agreement for Pacific Partnership (CPPP).",
             &["Comprehensive and Progressive Agreement for Pacific Partnership", "CPPP"]),
            ("Kenya left the Agreement for Pacific Partnership (see below).", &["Agreement for Pacific Partnership"]),
        ];
        assert_named("document", treaties);
    }

    /// Checks what has the type in each text.
    fn assert_named(kind: &str, cases: &[(&str, &[&str])]) {
        let engine = Engine::new().unwrap();
        for (text, expected) in cases {
            let document = engine
                .extract(Input { text: (*text).to_owned(), ..Input::default() }, Layers::MENTIONS)
                .unwrap();
            let of_kind = document.named.mentions.iter().filter(|m| m.kind.name() == kind);
            let found: Vec<&str> = of_kind.map(|m| document.reading.text.slice(m.span)).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
