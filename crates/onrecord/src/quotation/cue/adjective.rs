//! Adjectives of thinking and of what somebody means to do: "She is *sure* that it works", "*confident* he will win", "*eager* to
//! sign".

use std::ops::Range;

use onrecord_resource::cue::Class;

use super::{Scene, class_of};
use crate::quotation::Attribution;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// "She is *sure* that it works": an adjective that says what its subject thinks.
    pub(super) fn adjective(&self, at: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        if !matches!(tokens.upos(at), Upos::Adj | Upos::Verb) {
            return None;
        }
        let class = self.thinks(at)?;
        let copula = self.copula(at, bounds)?;
        let content = match class {
            Class::Intention => self.infinitive(at, bounds)?,
            _ => self.thought(at, bounds)?,
        };
        let own = || tokens.children(at).find(|&child| tokens.is_subject(child) && child < copula);
        // "backs it but *is concerned* that": the subject of the first verb.
        let joined = copula > bounds.start && tokens.upos(copula - 1) == Upos::Cconj;
        let first = tokens.head(at).filter(|_| joined && tokens.relation(at) == Relation::Conj);
        let shared = || tokens.children(first?).find(|&child| tokens.is_subject(child) && child < copula);
        let source = match own().or_else(shared) {
            Some(subject) => Some(self.phrase(subject, at, bounds)),
            None => self.before(copula, bounds.start),
        };
        // "It is clear that", and "was late and was concerned that" with the subject far before.
        // … nor "What is certain is that".
        let nobody = |word: &str| word.eq_ignore_ascii_case("it") || word.eq_ignore_ascii_case("what");
        let it = source.as_ref().is_some_and(|source| nobody(self.text(source.head)));
        if it || source.is_none() && !joined {
            return None;
        }
        let source = source.map(|source| self.whole(source, copula, bounds));
        let lemma = Some(tokens.lemma(at).to_owned());
        Some(Attribution {
            content: vec![content],
            cue: vec![copula, at],
            lemma,
            class: class_of(class),
            source,
        })
    }

    /// What the adjective at `at` says of its subject, if it is a cue; a participle is listed in its form, "convinced".
    fn thinks(&self, at: usize) -> Option<Class> {
        let own = self.cues.adjectives.get(self.tokens().lemma(at));
        own.or_else(|| self.cues.adjectives.get(self.text(at))).copied()
    }

    /// The form of "be" before the adjective at `at`.
    fn copula(&self, at: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let own = tokens.child(at, &[Relation::Cop, Relation::AuxPass]);
        let beside = || {
            let last = (bounds.start..at)
                .rev()
                .take(3)
                .find(|&word| !matches!(tokens.upos(word), Upos::Adv | Upos::Part));
            // "remains convinced that"
            let seems = |word: usize| {
                tokens.upos(word) == Upos::Verb
                    && matches!(
                        tokens.lemma(word),
                        "remain" | "seem" | "appear" | "feel" | "become" | "grow" | "sound"
                    )
            };
            last.filter(|&word| tokens.upos(word) == Upos::Aux && tokens.lemma(word) == "be" || seems(word))
        };
        own.or_else(beside)
    }

    /// What the adjective at `at` has behind it: a clause with "that", or one without that begins right there.
    fn thought(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        // "so convinced of it that he stayed": what follows from it.
        if at > bounds.start && matches!(self.text(at - 1), "so" | "too") {
            return None;
        }
        if let Some(head) = tokens.child(at, &[Relation::Ccomp]).filter(|&child| child > at) {
            // `was “disappointed” that it rained`: behind the marks that the adjective stands in.
            let sentence = self.told(self.referents.reading.sentence_of(at));
            return Some(self.complement(head, at, if head < bounds.end { bounds } else { &sentence }));
        }
        if self.text_or_none(Some(at + 1)) == Some("that") && tokens.upos(at + 1) == Upos::Sconj {
            return Some(at + 1..self.sentence_end(at + 1, bounds, at));
        }
        self.plain_clause(at + 1, bounds, at)
    }
}
