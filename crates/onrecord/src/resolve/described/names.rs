//! What the words behind an office name: the country or body that it is an office of.

use std::ops::Range;

use onrecord_resource::lexicon::Class;

use crate::document::{Entity, EntityKind, Id};
use crate::name::{Name, Office, Words};
use crate::resolve::cast::Cast;

/// The names of a document, with the entities that they stand for, row by row.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) rows: &'a [Name],
    pub(super) entities: &'a [Id<Entity>],
}

impl<'a> Names<'a> {
    /// The first name among the words, and its entity.
    fn first(&self, range: &Range<usize>) -> Option<(&'a Name, Id<Entity>)> {
        let row = self.rows.partition_point(|name| name.end <= range.start);
        let named = self.rows.get(row).filter(|name| name.start < range.end)?;
        Some((named, self.entities[row]))
    }

    /// The code of the country that the words name, by noun or adjective.
    pub(super) fn country(&self, cast: &Cast, range: &Range<usize>) -> Option<String> {
        let named = self.first(range).and_then(|(_, id)| cast.get(id).country.clone());
        named.or_else(|| {
            let adjective = range.clone().find_map(|at| self.words.code_at(at, Class::Adjective));
            adjective.map(str::to_owned)
        })
    }

    /// The body that the words name.
    pub(super) fn body(&self, range: &Range<usize>) -> Option<Id<Entity>> {
        let (named, id) = self.first(range)?;
        (named.kind == EntityKind::Organization).then_some(id)
    }

    /// The branch of the body that the words name.
    pub(super) fn branch(&self, cast: &Cast, range: &Range<usize>) -> Option<String> {
        cast.get(self.body(range)?).branch.clone()
    }

    /// The code of the body without a country that the words name.
    pub(super) fn body_code(&self, cast: &Cast, range: &Range<usize>) -> Option<String> {
        let member = cast.get(self.body(range)?);
        member.row.code.clone().filter(|_| member.country.is_none())
    }

    /// Whether the office is one of a body, not of a country.
    pub(super) fn is_of_body(&self, cast: &Cast, office: &Office) -> bool {
        // "the mission's chief"
        let owner = office.role.start.checked_sub(1).map(|at| self.words.text(at));
        office.of.as_ref().is_some_and(|of| self.country(cast, of).is_none())
            || matches!(owner, Some("'s" | "’s"))
    }
}
