//! What stands behind a colon without quotation marks: "He added: *Nobody came.*", and the paragraph that a colon at the end of
//! the one before announces.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::Scene;
use crate::syntax::{Relation, Upos};

/// Words between a cue and its colon, at most.
const NEAR: usize = 8;

impl Scene<'_> {
    /// What the verb at `at` has behind its colon: the rest of the sentence, the next one, or the next paragraph.
    pub(super) fn behind_colon(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let reading = self.referents.reading;
        let from = at + 1 + self.phrase_words(at);
        let colon = (from..bounds.end).take(NEAR).find(|&word| self.text(word) == ":")?;
        let small = |word: usize| tokens.upos(word) == Upos::Adv || self.referents.time(word).is_some();
        // "told reporters:", "denied the allegations:", "said this:"
        let nominal = |word: usize| {
            small(word)
                || matches!(
                    tokens.upos(word),
                    Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adp
                )
        };
        // … and "said the same thing:".
        let of_saying = |word: usize| {
            let noun = self.cues.nouns.contains_key(tokens.lemma(word)) || tokens.lemma(word) == "thing";
            // … but "doubts it:" takes up what was said before.
            let thought = self.uses(at).first().is_some_and(|used| used.class == Class::Thought);
            noun || tokens.upos(word) == Upos::Pron && !thought
        };
        let named = self.takes(at, Takes::Told) || (from..colon).any(of_saying);
        let near = (from..colon).all(small) || named && (from..colon).all(nominal);
        // "is widely known: the law": nobody says it.
        let active = tokens.xpos(at) != "VBN" || tokens.child(at, &[Relation::Aux]).is_some();
        let active = active && tokens.child(at, &[Relation::AuxPass]).is_none();
        // `“I say this: *it rained*.”`: within the same marks.
        let outer = |word: usize| self.outer_at(word).map(|quote| quote.marked.start);
        let inside = outer(colon).is_some() && outer(colon) != outer(at);
        if !near || !active || self.is_retold(at) || inside || !self.is_said(at) {
            return None;
        }
        let behind = colon + 1..bounds.end;
        let content = if behind.is_empty() {
            let row = reading.sentence_of(colon);
            let (this, next) = (&reading.sentences[row], reading.sentences.get(row + 1)?);
            let follows = next.turn == this.turn && next.paragraph.row() <= this.paragraph.row() + 1;
            let block = reading.sentences[row + 1..]
                .iter()
                .take_while(|sentence| sentence.paragraph == next.paragraph);
            let last = if next.paragraph == this.paragraph { Some(next) } else { block.last() };
            next.tokens.start..last.filter(|_| follows)?.tokens.end
        } else {
            behind
        };
        let ended = matches!(self.text(content.end - 1), "." | "!" | "?");
        let finite = content.clone().any(|word| self.is_finite(word));
        let first = content.start;
        let listed = tokens.upos(first) == Upos::Punct && !matches!(self.text(first), "..." | "…");
        (ended && finite && !listed).then(|| self.trimmed(content))
    }
}
