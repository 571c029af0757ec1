//! Which words are read as cues: verbs by their lemma, with the words of a phrase, and those that were taken for nouns.

use onrecord_resource::cue::{Takes, Use};

use super::Scene;
use crate::syntax::{Relation, Upos};

/// Words of a subject before a verb that was taken for a noun, at most.
const SUBJECT: usize = 8;

impl Scene<'_> {
    /// The uses of the verb at `at`, a phrase with the words behind it first: "point out", "make it clear".
    pub(super) fn uses(&self, at: usize) -> &[Use] {
        self.phrase_of(at).map_or(&[], |(uses, _)| uses)
    }

    /// Words behind the verb at `at` that belong to its phrase.
    pub(super) fn phrase_words(&self, at: usize) -> usize {
        self.phrase_of(at).map_or(0, |(_, words)| words)
    }

    fn phrase_of(&self, at: usize) -> Option<(&[Use], usize)> {
        let tokens = self.tokens();
        if tokens.upos(at) != Upos::Verb && !self.is_mistaken(at) {
            return None;
        }
        let lemma = tokens.lemma(at);
        let next = |step: usize| self.text_or_none(Some(at + step)).map(str::to_lowercase);
        let two = next(1).map(|next| format!("{lemma} {next}"));
        let three = two.as_ref().and_then(|two| next(2).map(|next| format!("{two} {next}")));
        let found = |phrase: Option<String>, words: usize| {
            phrase.and_then(|phrase| self.cues.verbs.get(&phrase)).map(|uses| (uses.as_slice(), words))
        };
        // "figure out" is another verb than "figure".
        let other = tokens.child(at, &[Relation::CompoundPrt]) == Some(at + 1);
        let own = || self.cues.verbs.get(lemma).filter(|_| !other).map(|uses| (uses.as_slice(), 0));
        found(three, 2).or_else(|| found(two, 1)).or_else(own)
    }

    /// Whether what stands in marks can be the words that the verb at `at` introduces.
    pub(in crate::quotation) fn takes_quotes(&self, at: usize) -> bool {
        self.uses(at).iter().any(|used| used.takes.contains(&Takes::Quote))
    }

    /// Whether the word at `at` can be the finite verb of a cue.
    pub(in crate::quotation) fn is_said(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let base = || {
            let subject = tokens.children(at).any(|child| tokens.is_subject(child) && child < at);
            // "that is how his pollster put it", "is all he would say"
            let to = tokens.child(at, &[Relation::Mark, Relation::Aux]);
            let behind = at > 0 && (self.text(at - 1) == "," || tokens.upos(at - 1) == Upos::Propn);
            tokens.xpos(at) == "VB" && (subject || behind) && to.is_none_or(|aux| tokens.xpos(aux) == "MD")
        };
        matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP" | "VBN") || self.is_mistaken(at) || base()
    }

    /// Whether the noun at `at` is a verb that the tagger took for one: "the lawsuit *alleges* that he", ", the firm
    /// *claims*." A subject stands right before it, and what a noun does not have right behind.
    fn is_mistaken(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let plural = tokens.xpos(at) == "NNS" && self.text(at).ends_with('s');
        let subject = at > 0 && matches!(tokens.upos(at - 1), Upos::Noun | Upos::Propn);
        if !plural || !subject || at + 1 >= tokens.len() || !self.cues.verbs.contains_key(tokens.lemma(at)) {
            return false;
        }
        let clause = self.text(at + 1) == "that"
            && !matches!(tokens.upos(at + 2), Upos::Verb | Upos::Aux | Upos::Adv | Upos::Punct);
        let behind = || {
            let comma = (at.saturating_sub(SUBJECT)..at).any(|word| self.text(word) == ",");
            let free = matches!(tokens.relation(at), Relation::Parataxis | Relation::Root);
            comma && free && matches!(self.text(at + 1), "." | ",")
        };
        clause || self.opens_quote(at + 1) || behind()
    }
}
