//! Companies that are told by who leads them, or go by the first word of their name.
//!
//! What somebody is "chief executive of" is a company, however much it looks like a person or place to a finder that has never seen
//! it ("the chairman of *Corvetti*"), and so is the unknown name right before such an office ("*Vextra* founder Ann Lee").
//!
//! "Delmont Foods Inc. has a new director. She joins *Delmont* in May": a short form looks like a family name to a finder that
//! reads a sentence at a time. Behind a company's full name its first word is that company, as long as nobody in the document
//! is called so, by their full name or behind a title, and the document goes nowhere of that name ("in Halden").

use std::collections::{BTreeMap, BTreeSet};

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;
use crate::syntax::Upos;

/// Classes of what goes by a name of its own.
const LISTED: [Class; 5] = [Class::Country, Class::Capital, Class::Place, Class::State, Class::Leader];

/// Words of the name of a company that only its head tells, at most.
const LONGEST: usize = 4;

/// Prepositions behind which a place stands.
const WHERE: [&str; 5] = ["in", "In", "into", "across", "near"];

/// Makes companies of such names, and finds those that only their head tells.
pub(super) fn read(words: &Words, names: &mut Vec<Name>) {
    let led = led(words, names);
    let mut firms: BTreeMap<&str, usize> = led.iter().rev().map(|&at| (words.text(at), at)).collect();
    let mut people: BTreeSet<&str> = BTreeSet::new();
    for name in names.iter() {
        match name.kind {
            EntityKind::Organization if is_firm(words, name) => {
                firms.entry(words.text(name.start)).or_insert(name.start);
            }
            EntityKind::Person if name.end > name.start + 1 || is_titled(words, name) => {
                people.extend((name.start..name.end).map(|at| words.text(at)));
            }
            _ => {}
        }
    }
    let short = |name: &Name| {
        let known = name.entry.is_some() || LISTED.iter().any(|&class| words.is(name.start, class));
        matches!(name.kind, EntityKind::Person | EntityKind::Place) && name.end == name.start + 1 && !known
    };
    let plain = |name: &&Name| {
        let before = name.start.checked_sub(1).map_or("", |at| words.text(at));
        short(name) && name.kind == EntityKind::Place && WHERE.contains(&before)
    };
    let plain: BTreeSet<&str> = names.iter().filter(plain).map(|name| words.text(name.start)).collect();
    for name in names.iter_mut().filter(|name| short(name)) {
        let word = words.text(name.start);
        let behind = firms.get(word).is_some_and(|&firm| firm < name.start);
        if behind && !people.contains(word) && !plain.contains(word) {
            name.kind = EntityKind::Organization;
        }
    }
}

/// The first words of the bodies that follow the office of who leads them; they become companies if nothing else is known of them.
fn led(words: &Words, names: &mut Vec<Name>) -> Vec<usize> {
    let mut found = Vec::new();
    for at in 0..words.len() {
        let Some(end) = words.class_end(at, Class::Office) else { continue };
        let leads = words.has_code(end - 1, Class::OfficeWord, "firm");
        if leads && let Some(before) = at.checked_sub(1).filter(|&before| is_own(words, before, names)) {
            let row = names.partition_point(|name| name.end <= before);
            names.insert(row, Name { start: before, end: at, kind: EntityKind::Organization, entry: None });
            found.push(before);
        }
        let leads = leads && words.text(end) == "of";
        let start = end + 1;
        let sentence = words.reading.sentence_of(at);
        let part = |at: usize| {
            at < words.len()
                && words.reading.sentence_of(at) == sentence
                && words.is_capital(at)
                && words.reading.tokens.upos(at) == Upos::Propn
                && LISTED.iter().all(|&class| !words.is(at, class))
        };
        let end = (start..start + LONGEST).find(|&at| !part(at)).unwrap_or(start + LONGEST);
        if !leads || end == start {
            continue;
        }
        let row = names.partition_point(|name| name.end <= start);
        match names.get_mut(row).filter(|name| name.start < end) {
            Some(name) if name.start == start && name.entry.is_none() => {
                let other = matches!(name.kind, EntityKind::Person | EntityKind::Place);
                name.kind = if other { EntityKind::Organization } else { name.kind };
            }
            Some(_) => continue,
            None => names.insert(row, Name { start, end, kind: EntityKind::Organization, entry: None }),
        }
        found.push(start);
    }
    found
}

/// Whether the word right before an office is a name that nothing has found: "*Vextra* founder Ann Lee".
fn is_own(words: &Words, at: usize, names: &[Name]) -> bool {
    let others = [
        Class::OfficeWord,
        Class::Office,
        Class::OrganizationWord,
        Class::NoName,
        Class::Given,
        Class::Adjective,
    ];
    let row = names.partition_point(|name| name.end <= at);
    let named = names.get(row).is_some_and(|name| name.has(at));
    let capital = words.text(at).contains(char::is_uppercase) && words.text(at).contains(char::is_lowercase);
    let listed = others.iter().chain(&LISTED).any(|&class| words.is(at, class));
    capital && !named && !listed && words.reading.tokens.upos(at) == Upos::Propn
}

/// Whether the name ends as only those of companies do: "Delmont Foods *Inc.*".
pub(crate) fn is_firm(words: &Words, name: &Name) -> bool {
    let form = words.code_at(name.end - 1, Class::OrganizationWord) == Some("BUS");
    name.end > name.start + 1 && form
}

fn is_titled(words: &Words, name: &Name) -> bool {
    let titles = [Class::Honorific, Class::Office];
    name.start.checked_sub(1).is_some_and(|at| titles.iter().any(|&class| words.is(at, class)))
}

#[cfg(test)]
mod tests {
    use crate::name::tests::check;

    #[test]
    fn a_company_goes_by_its_first_word_behind_its_full_name() {
        #[rustfmt::skip]
        let cases: &[(&str, &str)] = &[
            ("Delmont Foods Inc. grew in May. She joins Delmont from Oman.", "organization Delmont Foods Inc., organization Delmont, country Oman"),
            ("Riga Foods Inc. grew. He left in May, and Riga fell.", "organization Riga Foods Inc., place Riga"),
            ("Halden Foods Inc. grew. Halden sold bread, which fell.", "organization Halden Foods Inc., organization Halden"),
            ("Halden Foods Inc. grew. Halden sold bread in Halden.", "organization Halden Foods Inc., place Halden, place Halden"),
            ("Delmont Foods Inc. grew. Mr. Delmont left in May.", "organization Delmont Foods Inc., person Delmont"),
            ("Ann Lee, founder and chief executive of Corvetti, left. Corvetti grew.", "person Ann Lee, organization Corvetti, organization Corvetti"),
            ("The owner of Paris left.", "place Paris"),
            ("Vextra founder Ann Lee left. Vextra grew.", "organization Vextra, person Ann Lee, organization Vextra"),
            ("Board Chairman Ann Lee left.", "person Ann Lee"),
            ("Paris Foods Inc. grew. He lives in Paris.", "organization Paris Foods Inc., place Paris"),
        ];
        check(cases);
    }
}
