//! Places told by what stands around them.
//!
//! Names from far away look like those of people to the finder. A report says in front where it was written ("JABALIA, Gaza
//! Strip (AP) —"), and who or what is *in* or *near* something is in a place: no word of such a name may be what people are
//! called, since one has confidence in somebody as well. Behind a city of its own a country's name is that of a state: "Atlanta,
//! *Georgia*".

use std::collections::BTreeSet;
use std::ops::Range;

use onrecord_resource::lexicon::Class;

use super::Name;
use super::words::Words;
use crate::document::EntityKind;
use crate::syntax::Upos;

/// Makes places of what the finder took for people or bodies.
pub(super) fn read(words: &Words, names: &mut [Name]) {
    for name in names.iter_mut().filter(|name| name.entry.is_none()) {
        let called = |class| (name.start..name.end).any(|at| words.is(at, class));
        let person = called(Class::Given) || called(Class::Family);
        let placed = is_within(words, name) || is_of_place(words, name);
        let within = name.kind == EntityKind::Person && !person && placed;
        let dated = matches!(name.kind, EntityKind::Person | EntityKind::Organization)
            && dateline(words, name.start).is_some_and(|dash| name.end <= dash)
            && (name.start..name.end).all(|at| is_loud(words, at));
        let opened = matches!(name.kind, EntityKind::Person | EntityKind::Organization) && opens(words, name);
        if within || dated || opened {
            name.kind = EntityKind::Place;
        }
    }
    // What is a place once is one elsewhere, if it has several words.
    let written = |name: &Name| (name.start..name.end).map(|at| words.text(at)).collect::<Vec<_>>();
    let places = names.iter().filter(|name| name.kind == EntityKind::Place && name.end > name.start + 1);
    let mut places: BTreeSet<Vec<&str>> = places.map(written).collect();
    // "the Tora Bora mountains"
    let heads = names.iter().filter(|name| name.kind == EntityKind::Place && name.end > name.start + 2);
    let heads =
        heads.filter(|name| words.is(name.end - 1, Class::PlaceWord) && !words.is_capital(name.end - 1));
    places.extend(heads.map(|name| written(&Name { end: name.end - 1, ..*name })));
    let people = names.iter_mut().filter(|name| name.entry.is_none() && name.kind == EntityKind::Person);
    for name in people.filter(|name| places.contains(&written(name))) {
        name.kind = EntityKind::Place;
    }
    for row in 1..names.len() {
        if let Some(state) = state(words, names[row - 1], names[row]) {
            names[row] = state;
        }
    }
}

/// The state that `name` is, and no country, behind a `city` that lies in the state's country.
fn state(words: &Words, city: Name, name: Name) -> Option<Name> {
    let beside = city.end + 1 == name.start && words.text(city.end) == ",";
    let country = beside && city.kind == EntityKind::Place && name.kind == EntityKind::Country;
    let code = |hit| words.lexicon.entry(hit).code.as_deref();
    let hit = |start, classes: &[Class]| words.hits.longest(words.lexicon, start, classes);
    let state = hit(name.start, &[Class::State]).filter(|hit| country && hit.end == name.end)?;
    let own = hit(city.start, &[Class::Place, Class::Capital]).filter(|hit| hit.end == city.end)?;
    let inside = code(own).is_some() && code(own) == code(state);
    inside.then_some(Name { kind: EntityKind::Place, entry: Some(state.entry), ..name })
}

/// The name that a participle is joined to, without it: "*Washington*-based".
pub(super) fn before_participle(words: &Words, range: Range<usize>) -> Range<usize> {
    let joined = |&at: &usize| {
        let participle = words.reading.tokens.upos(at + 1) == Upos::Verb && !words.is_capital(at + 1);
        words.text(at) == "-" && words.glued(at) && participle
    };
    let end = (range.start + 1..range.end).find(joined).unwrap_or(range.end);
    range.start..end
}

/// Whether the name stands behind a preposition of place, and owns nothing: "in Deir al-Balah", not "in Byron's poems".
fn is_within(words: &Words, name: &Name) -> bool {
    let before = name.start.checked_sub(1).map_or("", |at| words.text(at));
    let place =
        matches!(before, "in" | "In" | "near" | "Near" | "outside" | "Outside" | "across" | "throughout");
    let after = words.text(name.end);
    place && !matches!(after, "'s" | "’s" | "'" | "’" | "and" | "&" | "-" | "(")
}

/// Whether an article and the noun of a place stand around the name: "the *Tora Bora* region".
fn is_of_place(words: &Words, name: &Name) -> bool {
    let article = name.start.checked_sub(1).is_some_and(|at| matches!(words.text(at), "the" | "The"));
    article && !words.is_capital(name.end) && words.is(name.end, Class::PlaceWord)
}

/// Whether the first word says that a place is named, and no other that it is a body: "Camp Lemonnier", not "Lake Shore Bank".
fn opens(words: &Words, name: &Name) -> bool {
    let head = words.has_code(name.start, Class::RegionWord, "head") && !words.is(name.start, Class::Given);
    let rest = name.start + 1..name.end;
    head && (1..=2).contains(&rest.len()) && !rest.clone().any(|at| words.is(at, Class::OrganizationWord))
}

fn is_loud(words: &Words, at: usize) -> bool {
    !words.text(at).chars().any(char::is_lowercase)
}

/// The dash of the dateline that begins with word `start`: a sentence of its own ([`crate::token`]) that opens with a name in
/// capitals and has no small words.
pub(crate) fn dateline(words: &Words, start: usize) -> Option<usize> {
    let sentence = &words.reading.sentences.get(words.reading.sentence_of(start))?.tokens;
    let dash = sentence.end - 1;
    let loud = is_loud(words, start) && words.is_capital(start) && words.text(start).len() > 2;
    let opens = start == sentence.start && matches!(words.text(dash), "—" | "–" | "--" | "-");
    let small = |at: usize| words.text(at).starts_with(char::is_lowercase) && words.text(at) != "of";
    (loud && opens && !(start..dash).any(small)).then_some(dash)
}

#[cfg(test)]
mod tests {
    use crate::name::tests::check;

    #[test]
    fn places_are_told_by_datelines_and_prepositions() {
        #[rustfmt::skip]
        let cases: &[(&str, &str)] = &[
            ("ZARBUL KHEL, Afghanistan (AP) — Rebels attacked a school on Monday.", "place ZARBUL KHEL, country Afghanistan, organization AP"),
            ("They met in Zarqan al-Tahta on Monday.", "place Zarqan al-Tahta"),
            ("He left Camp Zarqan on Monday.", "place Camp Zarqan"),
            ("They hid in the Zarqan Bora region. A plane circled Zarqan Bora.", "place Zarqan Bora, place Zarqan Bora"),
            ("She works for Lake Shore Bank.", "organization Lake Shore Bank"),
            ("He has confidence in Yair Lapid.", "person Yair Lapid"),
            ("She found it in Byron's later work.", "person Byron"),
            ("They live in Atlanta, Georgia.", "place Atlanta, place Georgia"),
            ("They live in Tbilisi, Georgia.", "place Tbilisi, country Georgia"),
            ("They toured Atlanta and Georgia.", "place Atlanta, country Georgia"),
            ("The Washington-based company won.", "place Washington"),
            ("The Mercedes-Benz plant closed.", "organization Mercedes-Benz"),
        ];
        check(cases);
    }
}
