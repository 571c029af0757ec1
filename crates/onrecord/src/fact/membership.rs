//! Members of parties and bodies: "Alvin Yeung of Civic Party", "New People's Party's Regina Ip".

use super::scene::{PLAIN, Scene};
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form};

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let referents = scene.referents;
    let named = referents.named;
    let mentions = &named.ties.mentions;
    let mut facts = Vec::new();
    for (row, pair) in mentions.windows(2).enumerate() {
        let (first, second) = (&named.mentions[row], &named.mentions[row + 1]);
        let names = first.form == Form::Name && second.form == Form::Name;
        if !names || pair[0].end > pair[1].start || pair[1].start - pair[0].end > 2 {
            continue;
        }
        let between: Vec<&str> = (pair[0].end..pair[1].start).map(|at| referents.text(at)).collect();
        let (member, group) = match (first.kind, second.kind, between.as_slice()) {
            (EntityKind::Person, EntityKind::Organization, ["of" | "from"] | ["of" | "from", "the"]) => {
                (row, row + 1)
            }
            (EntityKind::Organization, EntityKind::Person, ["'s" | "’s"]) => (row + 1, row),
            (EntityKind::Person, EntityKind::Organization, ["("]) => (row, row + 1),
            _ => continue,
        };
        let arg = |role, row: usize| {
            let mention = &named.mentions[row];
            Arg { role, span: mention.span, filler: Filler::Entity(mention.entity) }
        };
        let args = vec![arg("member", member), arg("group", group)];
        let word = mentions[group].end - 1;
        facts.push(scene.fact(FactKind::Membership, "membership/name", word, PLAIN, args));
    }
    facts
}
