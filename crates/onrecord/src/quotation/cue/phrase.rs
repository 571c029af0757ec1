//! Phrases before a source: "*according to* X", the rest of the sentence is X's.

use std::ops::Range;

use super::Scene;
use crate::document::CueClass;
use crate::quotation::{Attribution, Source};
use crate::syntax::{Relation, Upos};

/// Words of a phrase that opens a sentence, at most.
const OPENING: usize = 24;

impl Scene<'_> {
    /// The attribution of the phrase that begins at `at`.
    pub(super) fn according(&self, at: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let phrase = self.cues.phrases.iter().find(|phrase| {
            phrase
                .iter()
                .enumerate()
                .all(|(step, word)| at + step < bounds.end && self.text(at + step).to_lowercase() == *word)
        })?;
        let first = at + phrase.len();
        let after = first..bounds.end;
        let governs = |word: &usize| tokens.children(*word).any(|child| (at..first).contains(&child));
        let noun = |word: &usize| matches!(tokens.upos(*word), Upos::Noun | Upos::Propn | Upos::Pron);
        let head = after.clone().find(governs).filter(noun).or_else(|| after.clone().find(noun))?;
        let opens = at == bounds.start || tokens.upos(at - 1) == Upos::Cconj;
        let finite = |words: Range<usize>| {
            let mut words = words;
            words.any(|word| matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD"))
        };
        let told = |words: Range<usize>| {
            let mut words = words;
            words.any(|word| matches!(tokens.xpos(word), "WP" | "WDT" | "WP$"))
        };
        let comma = (first..bounds.end).take(OPENING).find(|&word| self.text(word) == ",").filter(|_| opens);
        // "According to the ministry ten people died in May, …"
        let comma = comma.filter(|&comma| !finite(first..comma) || told(first..comma));
        // "According to Ann, an expert on ants, the talks …"
        let verb = |word: usize| matches!(tokens.upos(word), Upos::Verb | Upos::Aux);
        let further = comma.and_then(|comma| {
            let next =
                (comma + 1..bounds.end).take(OPENING).find(|&word| self.text(word) == "," || verb(word))?;
            let noun = matches!(tokens.upos(comma + 1), Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj);
            let relative = matches!(tokens.xpos(next + 1), "WP" | "WDT" | "WP$") || verb(next + 1);
            (self.text(next) == "," && noun && !relative).then_some(next)
        });
        let comma = further.or(comma);
        // "According to Ann, the talks …": what stands behind the comma is no part of the source.
        let before = comma.filter(|&comma| comma > first && comma <= head);
        let head = before.map_or(head, |comma| tokens.head_of(first..comma));
        // "according to plan": nobody speaks.
        let bare = head == first && tokens.upos(head) == Upos::Noun && tokens.xpos(head) == "NN";
        if bare && self.referents.entity(head).is_none() {
            return None;
        }
        let mut source = self.phrase(head, at, bounds);
        source.words.start = source.words.start.max(first);
        // "according to Ann, who resigned in May": the time of a relative clause is not that of the phrase.
        if !opens && told(source.words.clone()) {
            source.words.end = source.words.end.max(tokens.subtree(head).end.min(bounds.end));
        }
        // Behind its clause the phrase has all that follows the name, at the head of the sentence its comma ends it.
        if let Some(comma) = comma {
            source.words.end = comma;
        } else if !opens {
            // "Many voters, according to a poll released Sunday, dislike both": what it interrupts goes on.
            let interrupts = self.text(at - 1) == "," && !finite(bounds.start..at);
            let close = (head + 1..bounds.end).take(OPENING).find(|&word| self.text(word) == ",");
            // "which, according to Ann, the two sides signed": no apposition has a verb of its own.
            let end = source.words.end;
            let more = self.apposed(end, bounds.end);
            let clause = finite(end..more) && !told(end..more);
            source.words.end = close.filter(|_| interrupts).unwrap_or(if clause { end } else { more });
        }
        source.words = self.trimmed(source.words);
        let unit = at..source.words.end.max(first);
        let around = self.governed(head, bounds);
        let pieces =
            [around.start..unit.start.max(around.start), unit.end.min(around.end)..around.end].into_iter();
        let content: Vec<Range<usize>> =
            pieces.map(|piece| self.trimmed(piece)).filter(|piece| !piece.is_empty()).collect();
        let cue = (at..first).collect();
        let source: Option<Source> = Some(source);
        Some(Attribution { content, cue, lemma: None, class: CueClass::Speech, source })
    }

    /// The clause that the phrase of `source` belongs to: a relative or a conjoined clause, or the sentence without the
    /// clauses that are joined to it behind the phrase.
    pub(super) fn governed(&self, source: usize, bounds: &Range<usize>) -> Range<usize> {
        let tokens = self.tokens();
        let Some(head) = tokens.head(source) else { return bounds.clone() };
        let subject = |at: usize| tokens.children(at).any(|child| tokens.is_subject(child));
        let own = matches!(tokens.relation(head), Relation::AclRelcl | Relation::Conj) && subject(head);
        if own {
            let words = tokens.subtree(head);
            return words.start..words.end.max(words.start + 1);
        }
        let joined = tokens
            .children(head)
            .find(|&child| tokens.relation(child) == Relation::Conj && child > source && subject(child));
        let end = joined.map_or(bounds.end, |child| tokens.subtree(child).start);
        bounds.start..end.max(bounds.start)
    }
}
