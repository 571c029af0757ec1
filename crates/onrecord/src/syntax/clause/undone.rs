//! What is said not to have been without a "not": "almost signed", "left without signing", "stopped short of signing".

use super::{Clauses, is_verb};
use crate::document::Modality;
use crate::syntax::{Relation, Upos};

impl Clauses<'_> {
    /// Whether what depends on `governor` is not so, and how certain that is: "*failed* to sign" did not, "*did not fail* to" did, and
    /// who "did not refuse to" may have.
    pub(super) fn denies(&self, governor: usize) -> (bool, Modality) {
        match (self.is_denied(governor), self.is_negative(governor)) {
            (true, true) if self.is_listed(governor, &self.governors.unfailing) => (false, Modality::Actual),
            (true, true) => (false, Modality::Possible),
            (denied, negative) => (denied || negative, Modality::Actual),
        }
    }

    /// Whether the word says that what depends on it is not so: "refuse", "rule out", "has *yet* to".
    pub(super) fn is_negative(&self, word: usize) -> bool {
        let list = &self.governors.negative;
        self.is_listed(word, list) || self.is_phrase(word, list) || self.is_pending(word)
    }

    /// Whether nothing comes of what the verb takes: "cancelled", "*called off* his visit".
    pub(super) fn is_cancelling(&self, verb: usize) -> bool {
        let list = &self.governors.cancelling;
        self.is_listed(verb, list) || self.is_phrase(verb, list)
    }

    /// Whether the verb is listed with its particle: "rule *out*".
    fn is_phrase(&self, verb: usize, list: &[String]) -> bool {
        let tokens = self.tokens;
        let with = |particle: usize| format!("{} {}", tokens.lemma(verb), tokens.lemma(particle));
        tokens.child(verb, &[Relation::CompoundPrt]).is_some_and(|particle| list.contains(&with(particle)))
    }

    /// Of a verb that says whether anything is done to an end, whether it is nothing: "did *nothing* to help", "did *much* to help".
    pub(super) fn does_anything(&self, verb: usize) -> Option<bool> {
        let tokens = self.tokens;
        let what = tokens.child(verb, &[Relation::Obj]).filter(|_| tokens.lemma(verb) == "do")?;
        let nothing = self.is_listed(what, &self.governors.nothing);
        let anything = self.is_listed(what, &self.governors.anything);
        (nothing || anything).then_some(nothing)
    }

    /// "has *yet* to sign"
    pub(super) fn is_pending(&self, word: usize) -> bool {
        let tokens = self.tokens;
        let yet = |child: usize| tokens.relation(child) == Relation::Advmod && tokens.lemma(child) == "yet";
        tokens.lemma(word) == "have" && is_verb(tokens, word) && tokens.children(word).any(yet)
    }

    /// "*almost* signed": but of "almost doubled" the adverb says how exact the figure is.
    pub(super) fn is_missed(&self, verb: usize) -> bool {
        let tokens = self.tokens;
        let governors = self.governors;
        let figure = [&governors.rising, &governors.falling, &governors.level]
            .iter()
            .any(|list| self.is_listed(verb, list))
            || governors.multiples.contains_key(tokens.lemma(verb));
        let right_before =
            |child: usize| child < verb && (child + 1..verb).all(|between| tokens.upos(between) == Upos::Aux);
        let almost = |child: usize| {
            let adverb = tokens.relation(child) == Relation::Advmod && right_before(child);
            adverb && self.is_listed(child, &governors.almost)
        };
        is_verb(tokens, verb) && !figure && tokens.children(verb).any(almost)
    }

    /// "left *without* signing", "*instead of* signing", "*rather than* sign"
    pub(super) fn is_left_out(&self, verb: usize) -> bool {
        let tokens = self.tokens;
        let fixed = |mark: usize| tokens.child(mark, &[Relation::Fixed]).is_some();
        let out = |mark: usize| match tokens.lemma(mark) {
            "without" => true,
            "instead" | "rather" => fixed(mark),
            _ => false,
        };
        let mark = tokens.child(verb, &[Relation::Mark]);
        matches!(tokens.xpos(verb), "VBG" | "VB") && mark.is_some_and(out)
    }

    /// Whether such a word stands before the preposition of a verb in "-ing": "stopped *short* of signing".
    pub(super) fn follows(&self, verb: usize, list: &[String]) -> bool {
        let tokens = self.tokens;
        let mark = tokens.child(verb, &[Relation::Mark]);
        let before = mark.filter(|&mark| matches!(tokens.lemma(mark), "of" | "to"));
        let before = before.and_then(|mark| mark.checked_sub(1));
        tokens.xpos(verb) == "VBG" && before.is_some_and(|word| self.is_listed(word, list))
    }

    /// "could *not but* sign"
    pub(super) fn cannot_but(&self, verb: usize) -> bool {
        let tokens = self.tokens;
        let but = verb.checked_sub(1).filter(|&but| tokens.lemma(but) == "but");
        but.and_then(|but| but.checked_sub(1)).is_some_and(|not| tokens.lemma(not) == "not")
    }
}
