//! What can be a source: somebody, a body of people, or a text.

use super::Scene;
use crate::document::EntityKind;
use crate::syntax::Upos;

impl Scene<'_> {
    /// Whether a word can be what a source is called: not a time, not a number, and no filler of a place.
    pub(in crate::quotation) fn can_speak(&self, word: usize) -> bool {
        let tokens = self.tokens();
        let expletive = matches!(tokens.lemma(word), "there" | "it")
            && tokens.upos(word) == Upos::Pron
            && tokens.xpos(word) == "EX";
        let kind = matches!(
            tokens.upos(word),
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj | Upos::Det | Upos::Verb
        );
        (kind || self.is_quantifier(word)) && !expletive && self.referents.time(word).is_none()
    }

    /// Whether the word is somebody: a person, a body of people, or one of the texts and offices that headlines quote.
    pub(in crate::quotation) fn can_act(&self, word: usize) -> bool {
        let (tokens, referents) = (self.tokens(), self.referents);
        let kind = referents.entity(word).map(|entity| referents.kind(entity));
        let known = matches!(
            kind,
            Some(EntityKind::Person | EntityKind::Organization | EntityKind::Group | EntityKind::Country)
        );
        let people = referents.named.ties.branches.contains_key(&word)
            || referents.office(word).is_some()
            || tokens.xpos(word) == "NNPS"
            || tokens.upos(word) == Upos::Num
            || self.is_quantifier(word);
        let pronoun =
            ["he", "she", "they", "who"].iter().any(|other| self.text(word).eq_ignore_ascii_case(other));
        let people = people || self.cues.people.contains(tokens.lemma(word));
        known || people || pronoun || self.is_text(word)
    }

    /// Whether the noun is one of the texts and offices that headlines quote: "*Poll*: Ode leads".
    pub(in crate::quotation) fn is_text(&self, word: usize) -> bool {
        self.cues.is_title(self.tokens().lemma(word))
    }

    /// Whether the word may stand for some of several people: "*Many* said".
    pub(in crate::quotation) fn is_quantifier(&self, word: usize) -> bool {
        self.cues.quantifiers.iter().any(|other| self.text(word).eq_ignore_ascii_case(other))
    }
}
