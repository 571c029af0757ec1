//! Subjects that stand apart from their verb: before a series of verbs ("*Ode* visited Ohio, said that …, and left"), behind
//! "for" before an infinitive ("strange for *Congress* to say"), and before what something is for ("*Ode* held a meeting to
//! announce").

use std::ops::Range;

use super::{Scene, Source};
use crate::document::EntityKind;
use crate::syntax::{Relation, Upos};

/// Words of whoever is named between "for" and "to", at most.
const NAME: usize = 8;

impl Scene<'_> {
    /// The subject of the first of several verbs that the one at `at` is a later one of, whatever the arcs make of them.
    pub(in crate::quotation) fn of_series(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let same = |word: usize| tokens.upos(word) == Upos::Verb && tokens.xpos(word) == tokens.xpos(at);
        let comma = |word: usize| word > bounds.start && self.text(word - 1) == ",";
        if !comma(at) || !matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP") {
            return None;
        }
        let second = (bounds.start..=at).find(|&word| comma(word) && same(word))?;
        let before = (bounds.start..second - 1).rev().find(|&word| self.is_finite(word));
        let first = before.filter(|&word| same(word))?;
        let joined = |&word: &usize| {
            let verb = word + 1 + usize::from(tokens.upos(word + 1) == Upos::Adv);
            tokens.upos(word) == Upos::Cconj
                && self.outer_at(word).is_none()
                && verb < bounds.end
                && same(verb)
        };
        (at + 1..bounds.end).find(joined)?;
        let subject = tokens.children(first).rfind(|&child| tokens.is_subject(child) && child < first)?;
        let close = !(first..second - 1).any(|word| self.text(word) == ",") && self.can_speak(subject);
        (close && bounds.contains(&subject)).then(|| self.phrase(subject, first, bounds))
    }

    /// Whoever stands between "for" and the infinitive at `at`.
    pub(super) fn of_infinitive(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let to = at.checked_sub(1).filter(|&to| to > bounds.start && self.text(to) == "to")?;
        let part = |word: usize| self.is_nominal(word);
        let case = (bounds.start..to).rev().take(NAME).find(|&word| !part(word))?;
        let words = case + 1..to;
        (self.text(case).eq_ignore_ascii_case("for") && !words.is_empty())
            .then(|| Source { head: tokens.head_of(words.clone()), words })
    }

    /// Whether the infinitive at `at` tells what a thing right before it is for, or the arcs make that its subject, `known`: "held
    /// a meeting *to announce* that".
    pub(super) fn is_purpose(&self, known: Option<usize>, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let infinitive = tokens.xpos(at) == "VB" && at > bounds.start + 1 && self.text(at - 1) == "to";
        let thing = |&word: &usize| {
            let kind = self.referents.entity(word).map(|entity| self.referents.kind(entity));
            let acts =
                matches!(kind, Some(EntityKind::Person | EntityKind::Organization | EntityKind::Country));
            let noun = tokens.upos(word) == Upos::Noun || tokens.upos(word) == Upos::Propn && !acts;
            noun && tokens.relation(word) == Relation::Obj && self.referents.office(word).is_none()
        };
        let object = at.checked_sub(2).filter(|_| infinitive).filter(thing);
        object.is_some_and(|object| known.is_none_or(|word| word == object))
    }

    /// Whether the subject at `word` only fills a place before what the infinitive at `at` is about: "*it* is fair to say".
    pub(in crate::quotation) fn is_filler(&self, word: usize, at: usize) -> bool {
        let tokens = self.tokens();
        let predicate = |&head: &usize| matches!(tokens.upos(head), Upos::Adj | Upos::Noun);
        let head = tokens.head(at).filter(predicate);
        let it = self.text(word).eq_ignore_ascii_case("it") && tokens.xpos(at) == "VB";
        it && head.is_some_and(|head| tokens.head(word) == Some(head))
    }
}
