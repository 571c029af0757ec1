//! Named and scheduled happenings: summits, exhibitions, anniversaries.

use std::collections::BTreeSet;

use super::scene::{Certainty, PLAIN, Scene};
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form, Modality};
use crate::syntax::Relation;

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let referents = scene.referents;
    let named = referents.named;
    let tokens = referents.tokens();
    let mut told = BTreeSet::new();
    let mut facts = Vec::new();
    for (mention, words) in named.mentions.iter().zip(&named.ties.mentions) {
        if mention.kind != EntityKind::Event || mention.form != Form::Name || !told.insert(mention.entity) {
            continue;
        }
        let head = tokens.head_of(words.clone());
        // What is to take place stands in a relative clause or carries its own verb.
        let verbs = tokens
            .children(head)
            .filter(|&child| matches!(tokens.relation(child), Relation::AclRelcl | Relation::Acl));
        let governor = tokens.head(head).filter(|_| tokens.is_subject(head));
        let modality = verbs.chain(governor).map(|verb| scene.clauses.of_verb(verb).modality).max();
        let certainty = Certainty { modality: modality.unwrap_or(Modality::Actual), ..PLAIN };
        let args = vec![Arg { role: "name", span: mention.span, filler: Filler::Entity(mention.entity) }];
        facts.push(scene.fact(FactKind::Event, "event/name", head, certainty, args));
    }
    facts
}
