//! Headlines that name who says it: "Ode: the plan is a disaster", "Police: two men were held".

use std::ops::Range;

use super::Scene;
use crate::document::{CueClass, EntityKind, ParagraphKind};
use crate::quotation::{Attribution, Source};
use crate::syntax::Upos;

/// Words before the colon, at most.
const NAME: usize = 4;

/// Words of the claim, at least.
const CLAIM: usize = 3;

impl Scene<'_> {
    /// The claim of the headline `row`, a sentence of the words `bounds`: behind a colon and without marks.
    pub(super) fn headline(&self, row: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let reading = self.referents.reading;
        let sentence = &reading.sentences[row];
        let title = reading.paragraphs.get(sentence.paragraph.row()).is_some_and(|paragraph| {
            matches!(paragraph.kind, ParagraphKind::Headline | ParagraphKind::Heading)
        });
        let colon = bounds.clone().take(NAME + 1).find(|&at| self.text(at) == ":")?;
        if !title || colon == bounds.start || reading.turn_of(colon).is_some() {
            return None;
        }
        let source = bounds.start..colon;
        let content = self.trimmed(colon + 1..bounds.end);
        let head = tokens.head_of(source.clone());
        let kind = self.referents.entity(head).map(|entity| self.referents.kind(entity));
        let somebody = matches!(kind, Some(EntityKind::Person | EntityKind::Organization))
            || self.referents.named.ties.branches.contains_key(&(colon - 1))
            || self.cues.nouns.contains_key(tokens.lemma(head)) && tokens.upos(head) == Upos::Noun;
        let clause = content.clone().any(|at| self.is_finite(at) || tokens.xpos(at) == "VB");
        let marked = content.clone().any(|at| self.outer_at(at).is_some());
        let plain = source.clone().all(|at| tokens.upos(at) != Upos::Punct && tokens.upos(at) != Upos::Verb);
        (somebody && clause && plain && !marked && content.len() >= CLAIM).then(|| Attribution {
            content: vec![content],
            cue: Vec::new(),
            lemma: None,
            class: CueClass::Speech,
            source: Some(Source { head, words: source }),
        })
    }
}
