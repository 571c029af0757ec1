//! The source right before its cue, by the words alone: where the arcs give no subject.
//!
//! As far left as words hang together, over an apposition between commas, past an aside ("Warren, *speaking to reporters*,
//! said") and up to the noun of a relative clause or a participle.

use std::ops::Range;

use super::{LONGEST, NEAR, Scene, Source};
use crate::syntax::Upos;

impl Scene<'_> {
    /// The noun phrase that ends right before the verb at `at`, not before `from`.
    pub(in crate::quotation) fn before(&self, at: usize, from: usize) -> Option<Source> {
        let tokens = self.tokens();
        let end = self.end_before(at, from)?;
        let last = end - 1;
        // "Another yelled"
        let noun = matches!(tokens.upos(last), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
        if !noun && !self.is_quantifier(last) && !self.is_named(last) {
            return None;
        }
        // "In the past *it* has argued"
        let pronoun =
            matches!(self.text(last).to_lowercase().as_str(), "i" | "he" | "she" | "we" | "they" | "it");
        if pronoun && last > from && self.text(last - 1) != "and" {
            return Some(Source { head: last, words: last..end });
        }
        if let Some(source) = self.before_aside(end, at, from) {
            return Some(source);
        }
        let start = self.start_before_end(end, at, from);
        let noun = self.with_relative(start, end, from).or_else(|| self.with_participle(start, end, from));
        noun.or_else(|| self.plain(start..end))
    }

    /// "*Earnest* added that": whether the word is part of a name, whatever the tagger makes of it.
    fn is_named(&self, word: usize) -> bool {
        self.capital(word) && self.referents.covering(word).is_some()
    }

    /// Where the phrase before the verb at `at` ends: before its auxiliaries, and before when and how it is done.
    fn end_before(&self, at: usize, from: usize) -> Option<usize> {
        let tokens = self.tokens();
        let small = |word: usize| {
            matches!(tokens.upos(word), Upos::Adv | Upos::Aux | Upos::Part) && !self.is_named(word)
                || self.referents.time(word).is_some()
                || tokens.upos(word) == Upos::Adp && self.referents.time(word + 1).is_some()
                || tokens.upos(word) == Upos::Punct && self.text(word) == ","
                || self.text(word) == "." && self.text(word + 1) == ","
                || word > from && self.text(word) == "since" && tokens.upos(word - 1) == Upos::Aux
        };
        (from..at).rev().take(NEAR).find(|&word| !small(word)).map(|last| last + 1)
    }

    /// As far left from `end` as words hang together: up to a verb, a conjunction or a mark that is no comma.
    fn start_before_end(&self, end: usize, at: usize, from: usize) -> usize {
        let tokens = self.tokens();
        let stops = |word: usize| {
            let border = matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj);
            let mark = tokens.upos(word) == Upos::Punct && !matches!(self.text(word), "," | "(" | ")" | "-");
            let clause =
                matches!(self.text(word), "after" | "before" | "as" | "when" | "while" | "until" | "since");
            border || mark || clause || self.outer_at(word).is_some()
        };
        // An apposition before the verb has one comma on its left, "R-Ohio" and an age have one more.
        let mut commas = usize::from((end..at).any(|word| self.text(word) == ","));
        let mut start = end;
        let mut part = end;
        while start > from && end - start < LONGEST && !stops(start - 1) {
            if self.text(start - 1) == "," {
                let noun = start > from + 1 && matches!(tokens.upos(start - 2), Upos::Noun | Upos::Propn);
                if commas == 0 || !noun {
                    break;
                }
                commas -= usize::from(part - start > 1);
                part = start - 1;
            }
            start -= 1;
        }
        start
    }

    /// "*The results of the study published in a journal*, revealed": with the noun that a participle tells of.
    fn with_participle(&self, start: usize, end: usize, from: usize) -> Option<Source> {
        let tokens = self.tokens();
        let told = start > from + 1
            && (tokens.xpos(start - 1) == "VBN" || tokens.xpos(start - 1) == "VBD" && self.text(end) == ",")
            && matches!(tokens.upos(start - 2), Upos::Noun | Upos::Propn);
        let noun = if told { self.noun_phrase(start - 1, from)? } else { return None };
        Some(Source { head: tokens.head_of(noun.clone()), words: noun.start..end })
    }

    /// The words without what opens the sentence: "Speaking in his defense, *Tom Molomby, SC*, said".
    fn plain(&self, words: Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let last = words.end - 1;
        let mut words = self.trimmed(words);
        if !words.is_empty() && tokens.upos(words.start) == Upos::Adp {
            words.start = words.clone().find(|&word| self.text(word) == ",")? + 1;
        }
        if words.is_empty() || tokens.upos(words.start) == Upos::Adp {
            return None;
        }
        let head = tokens.head_of(words.clone());
        let head = if self.can_speak(head) { head } else { last };
        (self.can_speak(head) || self.is_named(head)).then_some(Source { head, words })
    }

    /// The noun phrase before an aside between commas that ends at `end`: "*Warren*, speaking to reporters, said".
    fn before_aside(&self, end: usize, at: usize, from: usize) -> Option<Source> {
        let tokens = self.tokens();
        let closed = (end..at).any(|word| self.text(word) == ",");
        let near = from.max(end.saturating_sub(NEAR));
        let comma = (near..end).rev().find(|&word| self.text(word) == ",").filter(|_| closed)?;
        let opens = matches!(tokens.xpos(comma + 1), "VBG" | "VBN") || tokens.upos(comma + 1) == Upos::Adp;
        let last = comma.checked_sub(1).filter(|&last| last >= near && opens)?;
        // "*most*, including Karen White, agree"
        if !self.is_quantifier(last) && !matches!(tokens.upos(last), Upos::Noun | Upos::Propn | Upos::Pron) {
            return None;
        }
        let stops = |word: usize| {
            let border =
                matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj | Upos::Punct);
            // "the long-ruling general"
            let compound = self.glued(word) || word > near && self.glued(word - 1);
            border && !compound
        };
        let first = (near..last).rev().find(|&word| stops(word)).map_or(near, |word| word + 1);
        Some(Source { head: tokens.head_of(first..last + 1), words: first..last + 1 })
    }

    /// The noun phrase whose relative clause the words `start..end` belong to: "*two advisers* who spoke on condition of
    /// anonymity said".
    fn with_relative(&self, start: usize, end: usize, from: usize) -> Option<Source> {
        let tokens = self.tokens();
        let near = from.max(end.saturating_sub(LONGEST));
        let who = (near..start.max(near)).rev().find(|&word| matches!(self.text(word), "who" | "whose"))?;
        let comma = who > near && self.text(who - 1) == ",";
        let noun = who.checked_sub(1 + usize::from(comma)).filter(|&word| word >= near)?;
        let clear = (who..end).filter(|&word| self.text(word) == ",").count() <= 1;
        // "*anyone* who has watched them knows"
        if !clear || !matches!(tokens.upos(noun), Upos::Noun | Upos::Propn | Upos::Pron) {
            return None;
        }
        let stops = |word: usize| {
            matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj | Upos::Punct)
        };
        let first = (near..noun).rev().find(|&word| stops(word)).map_or(near, |word| word + 1);
        let words = self.trimmed(first..end);
        let head = tokens.head_of(first..noun + 1);
        Some(Source { head, words })
    }
}
