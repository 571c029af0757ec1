//! Who holds an office, where the name stands beside it or is said to be it.

use super::scene::{PLAIN, Scene};
use crate::document::{Arg, Entity, Fact, FactKind, Filler, Form, Id, Mention};
use crate::name::Office;

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let offices = scene.referents.named.ties.offices.iter();
    offices.filter_map(|(office, holder)| position(scene, office, (*holder)?)).collect()
}

fn position(scene: &Scene, office: &Office, person: Id<Entity>) -> Option<Fact> {
    office.person?;
    let referents = scene.referents;
    // The name stands within three words of the office, on either side.
    let around = office.words.start.saturating_sub(4)..(office.words.end + 4).min(referents.tokens().len());
    let mut beside = around.filter_map(|word| {
        let mention = referents.covering(word)?;
        let row = &referents.named.mentions[mention];
        (row.entity == person && row.form == Form::Name).then_some(mention)
    });
    let name: Id<Mention> = beside.next()?;
    let mut args = vec![
        Arg { role: "person", span: referents.named.mentions[name].span, filler: Filler::Entity(person) },
        scene.text("role", office.role.clone()),
    ];
    if let Some(of) = office.of.clone() {
        let entity = of.clone().find_map(|word| referents.covering(word));
        let entity = entity.map(|mention| referents.named.mentions[mention].entity);
        let span = referents.tokens().cover(of);
        args.push(Arg { role: "organization", span, filler: entity.map_or(Filler::Text, Filler::Entity) });
    }
    Some(scene.fact(FactKind::Position, "position/name", office.role.end - 1, PLAIN, args))
}
