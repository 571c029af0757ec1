//! Names: where something is called by its own name, and what sort of thing it is.
//!
//! People, organizations, places and events are found by a sequence model ([`finder`]) that sees every word with its
//! spelling, tag, class and list entries ([`seen`]) and knows what the document has said before. The lists then say which
//! of them they know ([`listed`]), some go on where the model stopped ([`joined`]), people stand behind their office
//! ([`holder`]), places behind "in" and before the dash of a report ([`placed`]), a country may be a family name
//! ([`surname`]), what looks like one may be a company ([`firm`]), and what was plain once is found throughout ([`again`]).
//! Programs and documents are told by their heads ([`headed`]) or stand in quotation marks ([`quoted`]). Titles, "the" and
//! "'s" stay outside a name; offices are read by [`office`], since they say who a person is.

pub mod label;
pub mod seen;

pub mod finder;

mod again;
mod beside;
mod bracketed;
mod dated;
mod firm;
mod headed;
mod holder;
mod joined;
mod listed;
pub(crate) mod office;
pub(crate) mod placed;
mod quoted;
pub(crate) mod standing;
mod surname;
mod titled;
mod words;

pub(crate) use firm::is_firm;
pub(crate) use office::Office;
pub use words::Words;

use std::ops::Range;

use onrecord_resource::lexicon::Class;

use crate::document::{EntityKind, ParagraphKind};
use crate::model::Clusters;
use finder::Finder;
use label::SORTS;

/// A name in the text, before it is known whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// First word.
    pub(crate) start: usize,
    /// One past the last word.
    pub(crate) end: usize,
    /// What it names.
    pub(crate) kind: EntityKind,
    /// Row of the lexicon entry that it is, where it is one.
    pub(crate) entry: Option<u32>,
}

/// The names of a document, in text order, none inside another; and the offices, likewise.
pub(crate) fn read(words: &Words, finder: &Finder, clusters: &Clusters) -> (Vec<Name>, Vec<Office>) {
    let found: Vec<(usize, Range<usize>)> = finder
        .read(words, clusters)
        .into_iter()
        .flat_map(|(sort, range)| lines(words, sort, placed::before_participle(words, range)))
        .collect();
    let same = |name: &Name| found.iter().any(|(_, range)| *range == (name.start..name.end));
    // What it takes for a place is none where a forum heads it.
    let placed = |name: &Name| {
        let same = |(sort, range): &(usize, Range<usize>)| {
            *range == (name.start..name.end) && SORTS[*sort].1 == EntityKind::Place
        };
        found.iter().any(same)
    };
    let bodies = listed::bodies(words, &found);
    let found = || {
        let parts =
            found.iter().flat_map(|(sort, range)| listed::parts(words, SORTS[*sort].1, range.clone()));
        let named = parts.filter_map(|(kind, range)| listed::name(words, kind, range));
        named.filter_map(|name| listed::whole(words, name))
    };
    let quoted = quoted::read(words).into_iter().filter(|name| !same(name));
    // The finder has learnt of events, and of programs and documents nothing.
    let headed = headed::read(words)
        .into_iter()
        .filter(|name| name.kind != EntityKind::Event || !same(name) || placed(name))
        // "the World Food *Programme*" is a listed body, also where "United" before it is taken for plain.
        .filter(|name| {
            let first = name.start.saturating_sub(1);
            !(first..=name.start).any(|at| words.class_end(at, Class::Organization) == Some(name.end))
        });
    let mut names: Vec<Name> = Vec::new();
    // Where two overlap, the one that comes first in this order stays.
    let mut taken = vec![false; words.len()];
    for name in listed::given(words)
        .into_iter()
        .chain(holder::read(words))
        .chain(listed::leaders(words))
        .chain(dated::read(words))
        .chain(quoted)
        .chain(headed)
        .chain(bodies)
        .chain(found())
        .chain(listed::titled(words))
        .chain(listed::places(words))
    {
        if !taken[name.start..name.end].contains(&true) {
            taken[name.start..name.end].fill(true);
            names.push(name);
        }
    }
    names.sort_by_key(|name| name.start);
    names.retain(|name| !office::is_portfolio(words, name) && !is_aside(words, name));
    placed::read(words, &mut names);
    titled::read(words, &mut names);
    surname::read(words, &mut names);
    firm::read(words, &mut names);
    dated::number(words, &mut names);
    joined::read(words, &mut names);
    bracketed::read(words, &mut names);
    again::read(words, &mut names);
    // … also where it is a name elsewhere: "a Memorandum on *Maritime Transport*".
    names.retain(|name| !office::is_portfolio(words, name));
    let offices = office::read(words, &names);
    (names, offices)
}

/// "(CROSSTALK)": what a transcript says of the recording names nobody.
fn is_aside(words: &Words, name: &Name) -> bool {
    let reading = words.reading;
    let row = reading.sentences.get(reading.sentence_of(name.start)).map(|sentence| sentence.paragraph.row());
    let paragraph = row.and_then(|row| reading.paragraphs.get(row));
    paragraph.is_some_and(|paragraph| {
        let content = reading.text.slice(paragraph.span);
        let bracketed = content.starts_with(['(', '[']) && content.ends_with([')', ']']);
        paragraph.kind == ParagraphKind::Boilerplate && bracketed
    })
}

/// What was found, cut where a line in capitals ends. A single word behind the cut is a piece of something else,
/// if it is no listed place.
fn lines(words: &Words, sort: usize, range: Range<usize>) -> Vec<(usize, Range<usize>)> {
    let mut pieces = Vec::new();
    let mut start = range.start;
    for at in (range.start + 1..range.end).filter(|&at| words.after_head(at)) {
        pieces.push((sort, start..at));
        start = at;
    }
    let listed = [Class::Country, Class::Capital, Class::Place];
    let place = SORTS.iter().position(|sort| sort.1 == EntityKind::Place);
    if start == range.start || range.end > start + 1 {
        pieces.push((sort, start..range.end));
    } else if listed.iter().any(|&class| words.is(start, class)) {
        pieces.extend(place.map(|place| (place, start..range.end)));
    }
    pieces
}

impl Name {
    /// Whether word `at` belongs to the name.
    pub(crate) fn has(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{EntityKind, Form};
    use crate::{Engine, Input, Layers};

    /// The names in `text`, for the tests of the stage.
    pub(super) fn names(engine: &Engine, text: &str) -> Vec<(EntityKind, String)> {
        let input = Input { text: text.to_owned(), ..Input::default() };
        let document = engine.extract(input, Layers::MENTIONS).unwrap();
        let names = document.named.mentions.iter().filter(|mention| mention.form == Form::Name);
        names.map(|name| (name.kind, document.reading.text.slice(name.span).to_owned())).collect()
    }

    /// Compares the names of each text, with their kinds, with those expected: "person Ann Lee, country Oman".
    pub(super) fn check(cases: &[(&str, &str)]) {
        let engine = Engine::new().unwrap();
        for (text, expected) in cases {
            let names =
                names(&engine, text).into_iter().map(|(kind, name)| format!("{} {name}", kind.name()));
            assert_eq!(names.collect::<Vec<_>>().join(", "), *expected, "{text}");
        }
    }

    #[test]
    fn names_are_found_with_their_kind_and_other_words_left_alone() {
        #[rustfmt::skip]
        let cases: &[(&str, &str)] = &[
            ("President Kassym-Jomart Tokayev met Xi Jinping in Almaty.", "person Kassym-Jomart Tokayev, person Xi Jinping, place Almaty"),
            ("The foreign minister of Turkey arrived on Monday.", "country Turkey"),
            ("Dean Kamen invented it.", "person Dean Kamen"),
            ("Jordan said the talks with Israel had failed.", "country Jordan, country Israel"),
            ("DEPARTMENT OF STATE\nWASHINGTON\nIt rained.", "organization DEPARTMENT OF STATE, place WASHINGTON"),
            ("She works for the World Bank and the Bank of England.", "organization World Bank, organization Bank of England"),
            ("She works for the United Nations Development Programme.", "organization United Nations Development Programme"),
            ("Keane & Co lost, and Bill & Hillary won.", "organization Keane & Co, person Bill, person Hillary"),
            ("They spoke of the Green Growth Initiative.", "program Green Growth Initiative"),
            ("Pakistan Tehreek-e-Insaf won.", "organization Pakistan Tehreek-e-Insaf"),
            ("They may come in May, he said.", ""),
            ("We ate turkey and drank from the china.", ""),
            ("The president of the bank resigned.", ""),
            ("However, nobody knew what the ministers wanted.", ""),
            ("Mr President, in the XXI century Justice Thomas and Taoiseach Leo Varadkar are not alone.", "person Thomas, person Leo Varadkar"),
            ("She addressed the Senate, and Parliament met in Nairobi.", "organization Senate, organization Parliament, place Nairobi"),
            ("Parliament confirmed Ms. Horvat as governor of the central bank.", "organization Parliament, person Horvat"),
            ("president vladimir putin of russia flew to moscow.", "person vladimir putin, country russia, place moscow"),
            ("they may march to us who ate fish and drank from the china.", ""),
            ("The Government of Kenya and the Parliament of the Republic of Korea met.",
             "organization Government of Kenya, organization Parliament of the Republic of Korea"),
            ("Government of Kenya by the people, and a government of Kenya.", "country Kenya, country Kenya"),
            ("We, the Ministers for Foreign Affairs of Kenya, Oman and Chad, met.", "country Kenya, country Oman, country Chad"),
            ("The High Representative of the European Union for Foreign Affairs and Security Policy left.", "organization European Union"),
            ("The European Union Agency for Asylum moved.", "organization European Union Agency for Asylum"),
            ("Both sides agreed to meet again on Tuesday.", ""),
            ("A. E. Dick Howard, a law professor, said he was in favor.", "person A. E. Dick Howard"),
            ("So A. Howard, a law professor, said he was in favor.", "person A. Howard"),
        ];
        check(cases);
    }
}
