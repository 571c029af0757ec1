//! Companies that are told by who leads them or by what they are, or go by the first word of their name.
//!
//! What somebody is "chief executive of" is a company, however much it looks like a person or place to a finder that has never seen
//! it ("the chairman of *Corvetti*"), and so is the unknown name right before such an office ("*Vextra* founder Ann Lee"), and one
//! that a noun for companies describes ("the retailer *Vextra*", "*Corvetti*, Italy's biggest maker of tiles,").
//!
//! "Delmont Foods Inc. has a new director. She joins *Delmont* in May": a short form looks like a family name to a finder that
//! reads a sentence at a time. Behind a company's full name its first word is that company, as long as nobody in the document
//! is called so, by their full name or behind a title, and the document goes nowhere of that name ("in Halden").

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;
use crate::syntax::{Relation, Upos};

/// Classes of what goes by a name of its own.
const LISTED: [Class; 5] = [Class::Country, Class::Capital, Class::Place, Class::State, Class::Leader];

/// Words of the name of a company that only its head tells, at most.
const LONGEST: usize = 4;

/// Words from the comma behind a name to the noun that says what it is, at most.
const DESCRIBED: usize = 8;

/// Prepositions behind which a place stands.
const WHERE: [&str; 5] = ["in", "In", "into", "across", "near"];

/// Makes companies of such names, and finds those that only their head tells.
pub(super) fn read(words: &Words, names: &mut Vec<Name>) {
    let mut told = led(words, names);
    let person = |name: &&Name| {
        name.kind == EntityKind::Person && (name.end > name.start + 1 || is_titled(words, name))
    };
    let people: BTreeSet<&str> =
        names.iter().filter(person).flat_map(|name| name.start..name.end).map(|at| words.text(at)).collect();
    told.extend(described(words, &people, names));
    let mut firms: BTreeMap<&str, usize> = told.iter().rev().map(|&at| (words.text(at), at)).collect();
    let body = |name: &&Name| name.kind == EntityKind::Organization && is_firm(words, name);
    for name in names.iter().filter(body) {
        firms.entry(words.text(name.start)).or_insert(name.start);
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
        found.extend(Some(start..unknown(words, start)).filter(|_| leads).and_then(|body| make(names, body)));
    }
    found
}

/// The first words of the names that a noun for companies describes, right before them or behind a comma; they become companies,
/// unless somebody of the document is called so.
fn described(words: &Words, people: &BTreeSet<&str>, names: &mut Vec<Name>) -> Vec<usize> {
    let tokens = &words.reading.tokens;
    let nobody = |body: &Range<usize>| {
        let called = if body.len() == 1 {
            people.contains(words.text(body.start))
        } else {
            words.is(body.start, Class::Given)
        };
        !called
    };
    let mut found = Vec::new();
    for noun in (0..words.len()).filter(|&at| words.is(at, Class::FirmNoun) && !words.is_capital(at)) {
        let sentence = words.reading.sentence_of(noun);
        let same = |at: usize| at < words.len() && words.reading.sentence_of(at) == sentence;
        // "the company *Lee* founded" is no Lee.
        let next = noun + 1;
        let tells = same(next) && !words.has_code(noun, Class::FirmNoun, "plain");
        let end = if tells { unknown(words, next) } else { next };
        let subject = end > next
            && tokens.is_subject(tokens.head_of(next..end))
            && tokens.relation(noun) != Relation::Compound;
        if end > next && !subject {
            found.extend(Some(next..end).filter(nobody).and_then(|body| make(names, body)));
            continue;
        }
        // "*Corvetti*, Italy's biggest maker of tiles,"
        let near = noun.saturating_sub(DESCRIBED)..noun;
        let Some(comma) = near.rev().find(|&at| words.text(at) == ",").filter(|&comma| same(comma)) else {
            continue;
        };
        let plain = |at: usize| !matches!(tokens.upos(at), Upos::Verb | Upos::Aux | Upos::Adp | Upos::Pron);
        let whose = (comma + 1..noun).any(|at| tokens.xpos(at) == "POS");
        let first = whose || matches!(words.text(comma + 1), "a" | "an" | "the");
        let head = !same(next) || !matches!(tokens.upos(next), Upos::Noun | Upos::Propn);
        // "On *Monday* Corvetti, a family firm,"
        let own = |at: usize| same(at) && !words.is(at, Class::NoName);
        let start = (comma.saturating_sub(LONGEST)..comma).find(|&at| own(at) && unknown(words, at) == comma);
        let body = start.map(|start| start..comma).filter(|_| first && head && (comma + 1..noun).all(plain));
        found.extend(body.filter(nobody).and_then(|body| make(names, body)));
    }
    found
}

/// Where the unknown name that begins with the word ends; where it begins, if none does.
fn unknown(words: &Words, start: usize) -> usize {
    let part = |at: usize| {
        at < words.len()
            && words.reading.sentence_of(at) == words.reading.sentence_of(start)
            && words.is_capital(at)
            && matches!(words.reading.tokens.upos(at), Upos::Propn)
            && LISTED.iter().all(|&class| !words.is(at, class))
    };
    (start..start + LONGEST).find(|&at| !part(at)).unwrap_or(start + LONGEST)
}

/// Makes a company of the words, unless they are known to be something else. Returns the first.
fn make(names: &mut Vec<Name>, body: Range<usize>) -> Option<usize> {
    let row = names.partition_point(|name| name.end <= body.start);
    match names.get_mut(row).filter(|name| name.start < body.end) {
        Some(name) if name.start == body.start && name.entry.is_none() => {
            let other = matches!(name.kind, EntityKind::Person | EntityKind::Place);
            name.kind = if other { EntityKind::Organization } else { name.kind };
        }
        Some(_) => return None,
        None if body.is_empty() => return None,
        None => names.insert(
            row,
            Name { start: body.start, end: body.end, kind: EntityKind::Organization, entry: None },
        ),
    }
    Some(body.start)
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
            ("Corvetti, Italy's biggest maker of tiles, grew.", "organization Corvetti, country Italy"),
            ("Norvik Cell, a small battery maker, grew. Norvik left.", "organization Norvik Cell, organization Norvik"),
            ("The Hungarian retailer Varga said that it grew.", "organization Varga"),
            ("Ann Lee, a film maker, left.", "person Ann Lee"),
            ("Ann Lee left. Lee, a film maker, was 60.", "person Ann Lee, person Lee"),
            ("On Monday Corvetti, a family firm, grew.", "organization Corvetti"),
            ("The company Lee founded grew.", "person Lee"),
            ("Vextra founder Ann Lee left. Vextra grew.", "organization Vextra, person Ann Lee, organization Vextra"),
            ("Board Chairman Ann Lee left.", "person Ann Lee"),
            ("Paris Foods Inc. grew. He lives in Paris.", "organization Paris Foods Inc., place Paris"),
        ];
        check(cases);
    }
}
