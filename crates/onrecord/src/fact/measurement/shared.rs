//! Whose a figure is that several have together: "trade *between Kenya and Oman*", "*bilateral* trade" in what they say jointly.

use super::Figure;
use crate::document::{Arg, Entity, EntityKind, Filler, Id};
use crate::fact::whom;
use crate::syntax::Relation;

impl Figure<'_, '_> {
    /// The subjects of a figure whose noun is `noun`, where it is that of two or more.
    pub(super) fn shared(&self, noun: usize) -> Vec<Arg> {
        let (scene, tokens) = (self.scene, self.scene.referents.tokens());
        if !scene.clauses.is_listed(noun, &scene.clauses.governors.shared) {
            return Vec::new();
        }
        let between = |&child: &usize| {
            let case = scene.clauses.case(child).map(|case| self.text(case));
            child > noun && tokens.relation(child) == Relation::Nmod && case == Some("between")
        };
        let parties = match tokens.children(noun).find(between) {
            Some(child) => self.parties(child),
            None if self.is_mutual(noun) => self.each(noun, &self.makers(noun)),
            None => Vec::new(),
        };
        if parties.len() > 1 { parties } else { Vec::new() }
    }

    /// "between *Kenya and Oman*", "between *the two countries*"
    fn parties(&self, word: usize) -> Vec<Arg> {
        let scene = self.scene;
        let named =
            || scene.clauses.conjuncts(word).map(|at| scene.phrase("subject", at)).collect::<Vec<_>>();
        let joined = scene.clauses.conjuncts(word).count() > 1;
        let members = || scene.entity(word).map(|id| scene.referents.members(id).to_vec());
        let several = |ids: &Vec<Id<Entity>>| ids.len() > 1;
        if joined {
            named()
        } else {
            let ids = members().filter(several).unwrap_or_else(|| whom::pair(scene, word));
            self.each(word, &ids)
        }
    }

    /// An argument for every entity, with the words that stand for all of them.
    fn each(&self, word: usize, entities: &[Id<Entity>]) -> Vec<Arg> {
        let span = self.scene.span(word);
        entities.iter().map(|&id| Arg { role: "subject", span, filler: Filler::Entity(id) }).collect()
    }

    /// "*bilateral* trade", "*two-way* trade"
    fn is_mutual(&self, noun: usize) -> bool {
        let (mutual, words) = (&self.scene.clauses.governors.mutual, self.phrase(noun).start..noun);
        if words.is_empty() {
            return false;
        }
        // "two-way" is three words.
        let before = self.scene.reading().text.slice(self.scene.referents.tokens().cover(words));
        before.split_whitespace().any(|word| mutual.contains(&word.to_lowercase()))
    }

    /// The countries that make the statement, or else the only two that the sentence before names.
    fn makers(&self, noun: usize) -> Vec<Id<Entity>> {
        let signers = self.scene.signers.clone();
        let found = if signers.len() == 2 { signers } else { whom::couple_before(self.scene, noun) };
        let country = |&id: &Id<Entity>| self.scene.referents.kind(id) == EntityKind::Country;
        if found.iter().all(country) { found } else { Vec::new() }
    }
}
