//! Other names of an entity: acronyms in brackets, initials, epithets, patronymics.

use std::collections::BTreeSet;

use super::scene::{PLAIN, Scene};
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form};

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let referents = scene.referents;
    let named = referents.named;
    let text = |row: usize| {
        let written = scene.reading().text.slice(named.mentions[row].span);
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut told = BTreeSet::new();
    let mut facts = Vec::new();
    for row in 0..named.mentions.len() {
        let mention = &named.mentions[row];
        let entity = &named.entities[mention.entity];
        let words = &named.ties.mentions[row];
        let alias = text(row);
        if mention.form != Form::Name || alias == entity.name {
            continue;
        }
        let before = words.start.checked_sub(1).map_or("", |at| referents.text(at));
        // "Korean Central News Agency (KCNA)", "CEI (Italian Episcopal Conference)".
        let bracketed = matches!(before, "(" | "[") && row > 0 && {
            let last = &named.mentions[row - 1];
            last.entity == mention.entity && named.ties.mentions[row - 1].end + 1 == words.start
        };
        // Initials, a patronymic, another spelling: a word that the name itself lacks.
        let other = mention.kind == EntityKind::Person
            && alias.contains(' ')
            && alias.split(' ').any(|word| !entity.name.split(' ').any(|known| known == word));
        // Brackets say it, whether or not the alias has stood there before; otherwise it is told once.
        let new = told.insert((mention.entity, alias.clone()));
        if bracketed || other && new {
            // Of a long form in brackets, the short form before them is the alias.
            let short = if bracketed && text(row - 1).len() < alias.len() { row - 1 } else { row };
            let args = vec![
                Arg { role: "entity", span: mention.span, filler: Filler::Entity(mention.entity) },
                Arg { role: "alias", span: named.mentions[short].span, filler: Filler::Text },
            ];
            let word = words.end - 1;
            let rule = if bracketed { "alias/bracket" } else { "alias/name" };
            facts.push(scene.fact(FactKind::Alias, rule, word, PLAIN, args));
        }
    }
    facts
}
