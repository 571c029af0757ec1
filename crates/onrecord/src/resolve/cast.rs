//! The entities of a document while they are put together.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::document::{Entity, EntityKind, Form, Id, Mention, Reading, Speaker};

/// One entity with what is known of it beyond its row.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) row: Entity,
    /// The country that it is, belongs to or lies in: ISO 3166-1 alpha-3.
    pub(super) country: Option<String>,
    /// `f` or `m`, where a title or a given name tells.
    pub(super) gender: Option<char>,
    /// Branch of the office or body: `GOV`, `MIL` …
    pub(super) branch: Option<String>,
    /// The entities that a group consists of.
    pub(super) members: Vec<Id<Entity>>,
}

/// A mention with its words.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) words: Range<usize>,
    pub(super) form: Form,
    pub(super) entity: Id<Entity>,
}

/// All entities and mentions so far.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub(super) entities: Vec<Member>,
    pub(super) places: Vec<Place>,
    /// Entities by folded name or alias; the first bearer keeps a name.
    names: BTreeMap<String, Id<Entity>>,
    /// Countries by code.
    countries: BTreeMap<String, Id<Entity>>,
}

impl Cast {
    /// A new entity.
    pub(super) fn add(&mut self, kind: EntityKind, name: &str) -> Id<Entity> {
        let id = Id::new(self.entities.len());
        let row = Entity { kind, name: name.to_owned(), aliases: Vec::new(), code: None, titles: Vec::new() };
        self.entities.push(Member { row, country: None, gender: None, branch: None, members: Vec::new() });
        self.names.entry(key(name)).or_insert(id);
        id
    }

    /// The entity called `name`, in any case and with any white space.
    pub(super) fn named(&self, name: &str) -> Option<Id<Entity>> {
        self.names.get(&key(name)).copied()
    }

    pub(super) fn get(&self, id: Id<Entity>) -> &Member {
        &self.entities[id.row()]
    }

    pub(super) fn get_mut(&mut self, id: Id<Entity>) -> &mut Member {
        &mut self.entities[id.row()]
    }

    /// The country of that code; a new entity under `name` if the document has not had it yet.
    pub(super) fn country(&mut self, code: &str, name: &str) -> Id<Entity> {
        if let Some(&id) = self.countries.get(code) {
            return id;
        }
        let id = self.add(EntityKind::Country, name);
        self.entities[id.row()].row.code = Some(code.to_owned());
        self.entities[id.row()].country = Some(code.to_owned());
        self.countries.insert(code.to_owned(), id);
        id
    }

    /// The country of that code, if the document has had it.
    pub(super) fn known_country(&self, code: &str) -> Option<Id<Entity>> {
        self.countries.get(code).copied()
    }

    /// The country that the last word of its names stands for: "Korea", where the document has had the Republic of Korea and no
    /// other.
    pub(super) fn country_in_short(&self, written: &str) -> Option<Id<Entity>> {
        let ends = |name: &String| name.strip_suffix(written).is_some_and(|rest| rest.ends_with(' '));
        let called = |id: &Id<Entity>| {
            let row = &self.get(*id).row;
            ends(&row.name) || row.aliases.iter().any(ends)
        };
        let mut found = self.countries.values().copied().filter(called);
        found.next().filter(|_| found.next().is_none())
    }

    /// Notes another name of an entity.
    pub(super) fn alias(&mut self, id: Id<Entity>, alias: &str) {
        let alias = alias.split_whitespace().collect::<Vec<_>>().join(" ");
        let row = &mut self.entities[id.row()].row;
        if row.name != alias && !row.aliases.contains(&alias) {
            row.aliases.push(alias.clone());
        }
        self.names.entry(key(&alias)).or_insert(id);
    }

    /// Makes `name` the canonical name; the old one becomes an alias.
    pub(super) fn rename(&mut self, id: Id<Entity>, name: &str) {
        let row = &mut self.entities[id.row()].row;
        let old = std::mem::replace(&mut row.name, name.to_owned());
        row.aliases.retain(|alias| alias != name);
        self.alias(id, &old);
        self.names.entry(key(name)).or_insert(id);
    }

    /// Notes that `words` mention an entity.
    pub(super) fn mention(&mut self, words: Range<usize>, form: Form, entity: Id<Entity>) {
        self.places.push(Place { words, form, entity });
    }

    /// The entity whose mention, the last one noted, ends with word `end`, exclusive.
    pub(super) fn last_before(&self, end: usize) -> Option<Id<Entity>> {
        self.places.last().filter(|place| place.words.end == end).map(|place| place.entity)
    }

    /// Rows for the document: mentions in text order, entities in order of their first mention.
    pub(super) fn finish(
        mut self,
        reading: &Reading,
        speakers: &[Option<Speaker>],
        known: impl Iterator<Item = Id<Entity>>,
    ) -> Finished {
        self.places.sort_by_key(|place| (place.words.start, std::cmp::Reverse(place.words.end)));
        let mut new: Vec<Option<Id<Entity>>> = vec![None; self.entities.len()];
        let mut order = Vec::new();
        // Members of a group, speakers and what the text only has adjectives for (`known`) are entities of the document even if nothing
        // else mentions them.
        let mentioned = self.places.iter().map(|place| place.entity);
        let grouped =
            self.places.iter().flat_map(|place| self.entities[place.entity.row()].members.iter().copied());
        let speaking = speakers.iter().flatten().filter_map(|speaker| speaker.entity);
        let mut add = |old: Id<Entity>| {
            new[old.row()].get_or_insert_with(|| {
                order.push(old);
                Id::new(order.len() - 1)
            });
            order.len()
        };
        let before = mentioned.chain(grouped).chain(speaking).map(&mut add).last().unwrap_or(0);
        known.for_each(|old| _ = add(old));
        let spans = reading.tokens.spans();
        let mut mentions = Vec::with_capacity(self.places.len());
        let mut words = Vec::with_capacity(self.places.len());
        for place in self.places {
            let Some(entity) = new[place.entity.row()] else { continue };
            mentions.push(Mention {
                span: spans[place.words.start].to(spans[place.words.end - 1]),
                head: spans[reading.tokens.head_of(place.words.clone())],
                kind: self.entities[place.entity.row()].row.kind,
                form: place.form,
                entity,
            });
            words.push(place.words);
        }
        let mut members: Vec<Member> = order.iter().map(|&old| self.entities[old.row()].clone()).collect();
        for member in &mut members {
            member.members = member.members.iter().filter_map(|old| new[old.row()]).collect();
        }
        Finished { mentions, words, members, new, known: before }
    }
}

/// What [`Cast::finish`] makes.
pub(super) struct Finished {
    pub(super) mentions: Vec<Mention>,
    /// The words of every mention.
    pub(super) words: Vec<Range<usize>>,
    /// The entities that the document has.
    pub(super) members: Vec<Member>,
    /// The row of every entity of the cast, where the document has it.
    pub(super) new: Vec<Option<Id<Entity>>>,
    /// Rows of entities before those that only `known` has.
    pub(super) known: usize,
}

/// Names are compared without case, white space runs and curly apostrophes.
pub(super) fn key(name: &str) -> String {
    let plain = name.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.chars().map(onrecord_resource::lexicon::fold).collect()
}
