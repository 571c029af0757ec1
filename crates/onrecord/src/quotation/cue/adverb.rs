//! Adverbs that say that others tell it: "He *reportedly* resigned". Who tells it is not said.

use std::ops::Range;

use super::{Scene, class_of};
use crate::quotation::Attribution;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// What the adverb at `at` marks as told by others: its clause.
    pub(super) fn adverb(&self, at: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        if tokens.upos(at) != Upos::Adv {
            return None;
        }
        let word = self.text(at).to_lowercase();
        let class = *self.cues.adverbs.get(word.as_str())?;
        let verb = tokens.head(at)?;
        let verbal = matches!(tokens.upos(verb), Upos::Verb | Upos::Aux)
            || tokens.child(verb, &[Relation::Cop]).is_some();
        // "the allegedly stolen car", and "for allegedly stealing": no clause of its own.
        let finite = matches!(tokens.xpos(verb), "VBD" | "VBZ" | "VBP")
            || tokens.child(verb, &[Relation::Aux, Relation::AuxPass, Relation::Cop]).is_some();
        let modifies = matches!(tokens.relation(verb), Relation::Amod | Relation::Acl);
        if !verbal || !finite || modifies {
            return None;
        }
        let subject = tokens.children(verb).any(|child| tokens.is_subject(child));
        // "left when the mayor *allegedly* struck him": the clause that says when.
        let opens = |&child: &usize| {
            child < at && (tokens.relation(child) == Relation::Mark || tokens.xpos(child) == "WRB")
        };
        let inner = tokens.relation(verb) == Relation::Advcl;
        let mark = if inner { tokens.children(verb).rfind(opens) } else { None };
        let around = match mark {
            Some(mark) if subject => mark + 1..tokens.subtree(verb).end.min(bounds.end),
            // "a crash that *reportedly* occurred in May": what the clause about the noun has.
            _ if tokens.relation(verb) == Relation::AclRelcl => at..tokens.subtree(verb).end.max(verb + 1),
            _ if subject => self.governed(at, bounds),
            _ => at..tokens.subtree(verb).end.max(verb + 1),
        };
        // `“It rained,” he *reportedly* said`: the verb has what the marks hold.
        if self.takes_quotes(verb) && around.clone().any(|word| self.opens_quote(word)) {
            return None;
        }
        let pieces = [around.start..at.max(around.start), (at + 1).min(around.end)..around.end].into_iter();
        let content: Vec<Range<usize>> =
            pieces.map(|piece| self.trimmed(piece)).filter(|piece| !piece.is_empty()).collect();
        let told = !content.is_empty();
        told.then(|| Attribution {
            content,
            cue: vec![at],
            lemma: Some(word),
            class: class_of(class),
            source: None,
        })
    }
}
