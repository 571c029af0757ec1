//! Codes of entities: ISO 3166-1 alpha-3 for countries, PLOVER actor codes for who acts.

use super::cast::Member;
use crate::document::{Entity, EntityKind};

/// The entity with its code: country and branch (`KAZGOV`) where both are known.
pub(super) fn coded(member: &Member) -> Entity {
    let mut entity = member.row.clone();
    if entity.code.is_none() && matches!(entity.kind, EntityKind::Person | EntityKind::Organization) {
        entity.code = match (&member.country, &member.branch) {
            (Some(country), Some(branch)) => Some(format!("{country}{branch}")),
            _ => None,
        };
    }
    entity
}
