//! Mentions become entities: who and what the names, descriptions and pronouns of a document stand for.
//!
//! First every name gets its entity ([`named`], [`person`]; [`acronym`], [`called`] and [`defined`] say what else it is called), then the turns get their speakers ([`speaker`]), then
//! descriptions and pronouns are read against both ([`described`], [`pronoun`]); last, every actor gets its code
//! ([`code`]). An entity has one row, whatever it is called.

mod acronym;
mod adopt;
mod aloud;
mod called;
mod cast;
mod code;
pub(crate) mod defined;
mod described;
mod given;
mod named;
mod person;
mod pronoun;
pub(crate) mod refer;
mod speaker;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use onrecord_resource::lexicon::{Class, Entry};

use crate::document::{Entity, EntityKind, Fact, Filler, Id, Named};
use crate::name::{Name, Office, Words};
use crate::syntax::Upos;

/// What later stages ask of entities beyond their rows.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ties {
    /// The words of every mention, row by row.
    pub(crate) mentions: Vec<Range<usize>>,
    /// The members of every entity that is a group of others, row by row.
    pub(crate) members: Vec<Vec<Id<Entity>>>,
    /// Words that name a country or what belongs to it ("Chinese", "Kazakhs", "Beijing"), with its ISO 3166-1 code.
    pub(crate) countries: BTreeMap<usize, String>,
    /// Words that head a phrase for people or a body ("officials", "navy", "foreign minister"), with their branch (`GOV`)
    /// where they tell.
    pub(crate) branches: BTreeMap<usize, Option<String>>,
    /// Words for several countries or sides: "both *sides*", "the two *neighbors*".
    pub(crate) sides: BTreeSet<usize>,
    /// The offices of the text, with who holds them.
    pub(crate) offices: Vec<(Office, Option<Id<Entity>>)>,
    /// The country that the text is about, be it only by an adjective.
    pub(crate) theme: Option<Id<Entity>>,
    /// Rows of entities before those that the text has only adjectives for.
    pub(crate) known: usize,
}

/// Fills the mentions, entities and speakers of `named`. Who is `given` apart from the text speaks wherever no label says who does.
pub(crate) fn read(
    words: &Words,
    names: &[Name],
    offices: Vec<Office>,
    given: Option<&str>,
    named: &mut Named,
) -> Ties {
    let mut cast = cast::Cast::default();
    let entities = named::read(words, names, &mut cast);
    let given = given.and_then(|given| given::read(words, given, &mut cast));
    let mut speakers = speaker::read(words, names, &entities, given.as_ref(), &mut cast);
    // Somebody who speaks is in the document, whether or not the text names them elsewhere; of who is given that is settled.
    let outside = |name: &str| given.as_ref().is_some_and(|given| given.name == name);
    for (turn, speaker) in words.reading.turns.iter().zip(&mut speakers) {
        let Some(speaker) = speaker else { continue };
        if speaker.entity.is_none() && !outside(&speaker.name) && speaker::is_name(words, turn, &speaker.name)
        {
            let known = cast.named(&speaker.name);
            speaker.entity = Some(known.unwrap_or_else(|| cast.add(EntityKind::Person, &speaker.name)));
        }
    }
    let holders = described::read(words, names, &entities, &offices, &speakers, &mut cast);
    pronoun::read(words, &speakers, &mut cast);

    let countries = countries(words);
    let code = foremost(countries.values().map(String::as_str));
    let theme = code.and_then(|code| country(words, &mut cast, code));
    let states = states(words, &offices, &holders, &countries, &mut cast);
    let home = given.and_then(|given| cast.get(given.entity?).country.clone());
    let home = home.and_then(|code| country(words, &mut cast, &code));
    let finished = cast.finish(words.reading, &speakers, states.into_iter().chain(home).chain(theme));
    let new = |old: Id<Entity>| finished.new[old.row()];
    named.speakers = speakers;
    for speaker in named.speakers.iter_mut().flatten() {
        speaker.entity = speaker.entity.and_then(new);
    }
    named.mentions = finished.mentions;
    let members = finished.members.iter().map(|member| member.members.clone()).collect();
    named.entities = finished.members.iter().map(code::coded).collect();
    Ties {
        mentions: finished.words,
        members,
        countries,
        branches: branches(words),
        sides: (0..words.len())
            .filter_map(|at| words.class_end(at, Class::PairNoun))
            .map(|end| end - 1)
            .collect(),
        offices: offices.into_iter().zip(holders.into_iter().map(|holder| holder.and_then(new))).collect(),
        theme: theme.and_then(new),
        known: finished.known,
    }
}

/// The country of that code, by the name that the lists have for it where the text has none: of "Polish exports" Poland.
fn country(words: &Words, cast: &mut cast::Cast, code: &str) -> Option<Id<Entity>> {
    cast.known_country(code).or_else(|| {
        let country = |entry: &&Entry| entry.class == Class::Country && entry.code.as_deref() == Some(code);
        let name = words.lexicon.entries().iter().find(country)?.name.clone();
        Some(cast.country(code, &name))
    })
}

/// The countries whose offices somebody is said to hold: of "*Norwegian* Foreign Minister Ann Lee" Norway, though the text never
/// names it.
fn states(
    words: &Words,
    offices: &[Office],
    holders: &[Option<Id<Entity>>],
    countries: &BTreeMap<usize, String>,
    cast: &mut cast::Cast,
) -> Vec<Id<Entity>> {
    let held = offices.iter().zip(holders).filter(|(_, holder)| holder.is_some());
    let adjective = |office: &Office| {
        let of = office.of.clone().filter(|of| of.len() == 1)?.start;
        words.code_at(of, Class::Adjective).and(countries.get(&of))
    };
    held.filter_map(|(office, _)| country(words, cast, adjective(office)?)).collect()
}

/// Drops the countries that the text has only adjectives for where no fact has them either: the last rows, up to one that a fact has.
pub(crate) fn settle_known(named: &mut Named, facts: &[Fact]) {
    while named.entities.len() > named.ties.known {
        let last = Id::new(named.entities.len() - 1);
        if facts.iter().any(|fact| fact.args.iter().any(|arg| arg.filler == Filler::Entity(last))) {
            return;
        }
        named.entities.pop();
        named.ties.members.pop();
        named.ties.theme = named.ties.theme.filter(|&theme| theme != last);
    }
}

/// How often a text names whom it is about at least.
const OFTEN: usize = 3;

/// How many times as often as the next one.
const LEAD: usize = 2;

/// What comes by far most often.
pub(crate) fn foremost<T: Ord + Copy>(all: impl Iterator<Item = T>) -> Option<T> {
    let mut times: BTreeMap<T, usize> = BTreeMap::new();
    for one in all {
        *times.entry(one).or_default() += 1;
    }
    let (&most, &often) = times.iter().max_by_key(|&(_, often)| *often)?;
    let next = times.iter().filter(|&(one, _)| *one != most).map(|(_, &often)| often).max().unwrap_or(0);
    (often >= OFTEN && often >= LEAD * next).then_some(most)
}

/// The country of every word that names one or what belongs to it.
fn countries(words: &Words) -> BTreeMap<usize, String> {
    let classes = [Class::Country, Class::Adjective, Class::People, Class::Capital, Class::Place];
    let code = |at: usize| classes.iter().find_map(|&class| words.code_at(at, class));
    (0..words.len())
        .filter(|&at| words.is_capital(at))
        .filter_map(|at| Some((at, code(at)?.to_owned())))
        .collect()
}

/// What stands before the parties to an agreement; those that stand for election have a name or an adjective.
const SIDES: [&str; 8] = ["the", "The", "both", "Both", "all", "All", "two", "contracting"];

/// The branch of every word that ends a listed word for people, a body or an office.
fn branches(words: &Words) -> BTreeMap<usize, Option<String>> {
    let classes = [Class::PeopleWord, Class::OrganizationWord, Class::Office];
    let branch = |at: usize| {
        let hit = words.hits.longest(words.lexicon, at, &classes)?;
        let entry = words.lexicon.entry(hit);
        // "*major* achievements" have no rank.
        let quality = entry.class == Class::Office && words.reading.tokens.upos(hit.end - 1) == Upos::Adj;
        // "the *holding* of talks" is no firm.
        let next = hit.end < words.len() && words.text(hit.end) == "of";
        let doing =
            entry.class == Class::OrganizationWord && next && words.text(hit.end - 1).ends_with("ing");
        // "*the parties* agreed": two sides, of whatever sort.
        let side = words.text(at) == "parties" && at > 0 && SIDES.contains(&words.text(at - 1));
        let code = entry.code.clone().filter(|_| !side);
        (!(quality || doing) || words.is_capital(at)).then_some((hit.end - 1, code))
    };
    // Of two that end alike the longer one, which begins first: "opposition *leader*".
    let mut found = BTreeMap::new();
    for (end, code) in (0..words.len()).filter_map(branch) {
        found.entry(end).or_insert(code);
    }
    found
}
