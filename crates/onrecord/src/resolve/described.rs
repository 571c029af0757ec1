//! Descriptions: "the Head of State", "our country", "the Chinese side", "both countries".
//!
//! A description is resolved by what it says (an office of a country, a side with an adjective), by who speaks ("our"
//! is the speaker's country) and by what was mentioned last. The document is read once from its beginning, with the
//! few entities that a description can mean kept at hand, so it costs linear time.

mod country;
mod holder;
mod names;
mod title;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use onrecord_resource::lexicon::Class;

use super::adopt::adopt;
use super::cast::Cast;
use super::defined::Terms;
use crate::document::{Entity, EntityKind, Form, Id, Reading, Speaker};
use crate::name::{Name, Office, Words};
use holder::Held;
use names::Names;

/// What the text before a word offers to its descriptions.
struct Context<'a> {
    words: &'a Words<'a>,
    names: Names<'a>,
    terms: Terms,
    /// The country of the document: its main speaker's.
    home: Option<Id<Entity>>,
    speakers: &'a [Option<Speaker>],
    /// Who has a turn.
    speaking: &'a BTreeSet<Id<Entity>>,
    held: Vec<Held>,
    /// The words of offices that a conversation has spoken of before it named a holder: "the President" of a press secretary
    /// is nobody whom a question names later.
    known: BTreeSet<String>,
    /// Whether the text names a state of a federation.
    states: bool,
    /// Countries by last mention, the latest last; each once.
    recent: Vec<Id<Entity>>,
    /// How often each was mentioned.
    often: BTreeMap<Id<Entity>, usize>,
    /// Countries that were spoken of last, also by an adjective or by whom they have for a minister, with the sentence and
    /// the word.
    seen: Vec<(usize, usize, Id<Entity>)>,
}

/// Adds titles to people and mentions for descriptions. `entities` are those of `names`, row by row. Returns the person
/// of every office that has one.
pub(super) fn read(
    words: &Words,
    names: &[Name],
    entities: &[Id<Entity>],
    offices: &[Office],
    speakers: &[Option<Speaker>],
    cast: &mut Cast,
) -> Vec<Option<Id<Entity>>> {
    let names = Names { words, rows: names, entities };
    let mut holders: Vec<Option<Id<Entity>>> =
        offices.iter().map(|office| office.person.map(|row| entities[row])).collect();
    for (office, holder) in offices.iter().zip(&holders) {
        if let Some(person) = *holder {
            title::give(&names, office, person, cast);
        }
    }
    let home = home(words.reading, speakers, cast);
    let speaking: BTreeSet<Id<Entity>> =
        speakers.iter().flatten().filter_map(|speaker| speaker.entity).collect();
    if let Some(code) = home.and_then(|home| cast.get(home).country.clone()) {
        give_country(&code, holders.iter().flatten().filter(|person| !speaking.contains(person)), cast);
    }
    let terms = Terms::of(words, names.rows, entities, cast);
    Context::new(names, terms, home, speakers, &speaking).read(offices, &mut holders, cast);
    // Who heads a body has its country or none.
    let bodies = offices.iter().zip(&holders).filter(|(office, _)| names.is_of_body(cast, office));
    let bodies = bodies.filter_map(|(_, holder)| *holder).collect();
    let taken: Vec<(Range<usize>, Option<Id<Entity>>)> = offices
        .iter()
        .zip(&holders)
        .filter_map(|(office, holder)| Some((office.of.clone()?, *holder)))
        .collect();
    adopt(words, &bodies, &taken, &speaking, cast);
    holders
}

/// "the Head of State" without a country is that of the country that the document speaks for; who speaks for himself, as two
/// presidents before the press do, is of another one.
fn give_country<'a>(code: &str, people: impl Iterator<Item = &'a Id<Entity>>, cast: &mut Cast) {
    for &person in people {
        let member = cast.get_mut(person);
        if member.branch.is_some() && member.country.is_none() {
            member.country = Some(code.to_owned());
        }
    }
}

/// The country that the document speaks for: that of the person with most turns, if turns there are.
fn home(reading: &Reading, speakers: &[Option<Speaker>], cast: &Cast) -> Option<Id<Entity>> {
    let mut said: BTreeMap<Id<Entity>, usize> = BTreeMap::new();
    for (turn, speaker) in reading.turns.iter().zip(speakers) {
        let Some(id) = speaker.as_ref().and_then(|speaker| speaker.entity) else { continue };
        let Some(country) = cast.get(id).country.as_deref().and_then(|code| cast.known_country(code)) else {
            continue;
        };
        *said.entry(country).or_default() += reading.text.slice(turn.span).len();
    }
    said.into_iter().max_by_key(|&(_, bytes)| bytes).map(|(country, _)| country)
}

impl<'a> Context<'a> {
    fn new(
        names: Names<'a>,
        terms: Terms,
        home: Option<Id<Entity>>,
        speakers: &'a [Option<Speaker>],
        speaking: &'a BTreeSet<Id<Entity>>,
    ) -> Self {
        let words = names.words;
        Self {
            words,
            names,
            terms,
            home,
            speakers,
            speaking,
            held: Vec::new(),
            known: BTreeSet::new(),
            states: (0..words.len()).any(|at| words.is_capital(at) && words.is(at, Class::State)),
            recent: Vec::new(),
            often: BTreeMap::new(),
            seen: Vec::new(),
        }
    }

    /// Reads the document from its beginning, and notes the holders of offices that it finds.
    fn read(&mut self, offices: &[Office], holders: &mut [Option<Id<Entity>>], cast: &mut Cast) {
        let Names { words, rows, entities } = self.names;
        let (mut name, mut office) = (0, 0);
        let mut at = 0;
        while at < words.len() {
            // An office may begin inside the name that was read last.
            while let Some(next) = offices.get(office).filter(|next| next.words.start <= at) {
                if !self.is_called(next) {
                    let resolved = self.office(next, holders[office], cast);
                    holders[office] = holders[office].or(resolved);
                }
                office += 1;
            }
            let named = rows.get(name).filter(|next| next.start == at);
            self.see(at, named.map(|_| entities[name]), cast);
            if let Some(next) = named {
                self.name(next, entities[name], cast);
                name += 1;
                at = next.end;
                continue;
            }
            if let Some(end) = self.terms.mention(words, at, cast) {
                at = end;
                continue;
            }
            if let Some((range, entity)) = self.description(at, cast) {
                if cast.get(entity).row.kind == EntityKind::Country {
                    self.met(entity);
                }
                cast.alias(entity, &words.written(range.clone()));
                cast.mention(range.clone(), Form::Nominal, entity);
            }
            at += 1;
        }
    }

    /// Whether the office is no office but what the label of a turn calls who speaks: "KING:" of John King.
    fn is_called(&self, office: &Office) -> bool {
        let Reading { text, turns, tokens, .. } = self.words.reading;
        let span = tokens.cover(office.words.clone());
        let row = turns.partition_point(|turn| turn.span.end() <= span.start());
        let labels = turns.get(row).and_then(|turn| turn.label).is_some_and(|label| label.contains(span));
        let speaker = self.speakers.get(row).and_then(Option::as_ref).filter(|_| labels);
        let family = speaker.and_then(|speaker| speaker.name.rsplit_once(' ')).map(|(_, family)| family);
        family.is_some_and(|family| family.eq_ignore_ascii_case(text.slice(span)))
    }

    /// Notes a name, with the words for the members of its body.
    fn name(&mut self, name: &Name, entity: Id<Entity>, cast: &mut Cast) {
        if name.kind == EntityKind::Country {
            self.met(entity);
        }
        if let Some(range) = self.members(name, entity, cast) {
            cast.alias(entity, &self.words.written(range.clone()));
            cast.mention(range, Form::Nominal, entity);
        }
    }

    /// Notes the country of the name or adjective at word `at`.
    fn see(&mut self, at: usize, name: Option<Id<Entity>>, cast: &Cast) {
        let code = match name {
            Some(id) if cast.get(id).row.kind != EntityKind::Place => cast.get(id).country.as_deref(),
            Some(_) => None,
            None => self.words.code_at(at, Class::Adjective).filter(|_| self.words.is_capital(at)),
        };
        let Some(country) = code.and_then(|code| cast.known_country(code)) else { return };
        let sentence = self.words.reading.sentence_of(at);
        self.seen.retain(|&(row, ..)| row + 1 >= sentence);
        self.seen.push((sentence, at, country));
        // A name of it is counted where it is met.
        let named = name.is_some_and(|id| cast.get(id).row.kind == EntityKind::Country);
        *self.often.entry(country).or_default() += usize::from(!named);
    }

    fn met(&mut self, country: Id<Entity>) {
        *self.often.entry(country).or_default() += 1;
        self.recent.retain(|&id| id != country);
        self.recent.push(country);
        if self.recent.len() > 8 {
            self.recent.remove(0);
        }
    }

    /// The country of who speaks at word `at`.
    fn own(&self, at: usize, cast: &Cast) -> Option<Id<Entity>> {
        let turn = self.words.reading.turn_of(at)?;
        let speaker = self.speakers.get(turn.row())?.as_ref();
        let country =
            speaker.and_then(|speaker| speaker.entity).and_then(|id| cast.get(id).country.as_deref());
        country.and_then(|code| cast.known_country(code)).or(self.home)
    }

    /// The words for the members of the body `name`, which stand for it: "*the CIS countries*". A company's members are none.
    fn members(&self, name: &Name, body: Id<Entity>, cast: &Cast) -> Option<Range<usize>> {
        let words = self.words;
        let of_states = cast.get(body).row.code.as_deref().is_some_and(|code| code.starts_with("IGO"));
        let end = words.class_end(name.end, Class::MemberNoun).filter(|_| of_states)?;
        let article = name.start.checked_sub(1).filter(|&at| matches!(words.text(at), "the" | "The"));
        // "the EU member states' ministers" are others.
        let own = !matches!(words.text(end), "'" | "’" | "'s" | "’s" | "-");
        own.then(|| article.unwrap_or(name.start)..end)
    }
}
