//! Sentences split in two by "what": "*What worries him* is that it rains", "*What he says* is that it rains".

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes, Use};

use super::{Scene, class_of};
use crate::quotation::{Attribution, Source};
use crate::syntax::Upos;

/// Words from "what" to the form of "be", at most.
const NEAR: usize = 16;

impl Scene<'_> {
    /// The attribution of the clause that "what" opens at `at`.
    pub(super) fn cleft(&self, at: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let joint =
            |word: usize| matches!(tokens.upos(word), Upos::Cconj | Upos::Punct) || self.text(word) == "that";
        let opens = at == bounds.start || joint(at - 1);
        if !opens || !self.text(at).eq_ignore_ascii_case("what") {
            return None;
        }
        let mut near = (at + 1..bounds.end).take(NEAR);
        let be = near.find(|&word| {
            let next = self.text_or_none(Some(word + 1));
            tokens.lemma(word) == "be"
                && (matches!(next, Some("that" | "how" | "why" | "whether" | "for" | "to"))
                    || self.marked_after(word).is_some()
                    // "What I hear is *they want* change"
                    || tokens.xpos(word + 1) == "PRP" && self.is_finite(word + 2))
        })?;
        // "What he wants is *for somebody to* admit it", "what he wants is *to* leave".
        let done = matches!(self.text(be + 1), "for" | "to");
        // "What is new, she said, is that it rained": what is new is part of what she said.
        let verb = (at + 1..be).find(|&word| !self.uses(word).is_empty())?;
        if (at + 1..verb).any(|word| self.text(word) == ",") {
            return None;
        }
        let clausal = |takes: &Takes| match takes {
            Takes::Clause | Takes::Told | Takes::That => !done,
            Takes::Wish | Takes::Infinitive => done,
            _ => false,
        };
        let takes = |used: &&Use, wanted: &dyn Fn(&Takes) -> bool| used.takes.iter().any(wanted);
        let uses = self.uses(verb);
        let (used, source) =
            if let Some(used) = uses.iter().find(|used| takes(used, &|own| *own == Takes::Cleft && !done)) {
                // "What worries *him*": who thinks it stands behind the verb.
                (used, self.thinker(verb + 1..be))
            } else {
                let said = uses.iter().find(|used| takes(used, &clausal) && used.class != Class::Evidence)?;
                (
                    said,
                    self.source_of(verb, bounds)
                        .filter(|source| source.words.start > at && source.words.end <= verb),
                )
            };
        let source = source?;
        // "What I want is to leave": what who speaks intends is a row of its own only inside marks.
        let party =
            tokens.feats(source.head).contains("Person=1") || tokens.feats(source.head).contains("Person=2");
        if done && party && self.outer_at(at).is_none() {
            return None;
        }
        let marked = self.marked_after(be);
        let content = marked.unwrap_or_else(|| be + 1..self.sentence_end(be + 1, bounds, verb));
        Some(Attribution {
            content: vec![content],
            cue: vec![verb],
            lemma: Some(tokens.lemma(verb).to_owned()),
            class: class_of(used.class),
            source: Some(source),
        })
    }

    /// `What she said was, *“It rained.”*`: the words in marks behind the form of "be" at `be`.
    fn marked_after(&self, be: usize) -> Option<Range<usize>> {
        let mark = be + 1 + usize::from(matches!(self.text(be + 1), "," | ":"));
        let quote = self.outer_at(mark).filter(|quote| quote.marked.start == mark && self.is_speech(quote));
        quote.map(|quote| quote.words.clone())
    }

    /// The words as a source, if they are one noun phrase.
    fn thinker(&self, words: Range<usize>) -> Option<Source> {
        let words = self.trimmed(words);
        let verbal = words.clone().any(|word| matches!(self.tokens().upos(word), Upos::Verb | Upos::Aux));
        let first = words.clone().next().filter(|_| !verbal)?;
        (self.tokens().upos(first) != Upos::Adp)
            .then(|| Source { head: self.tokens().head_of(words.clone()), words })
    }
}
