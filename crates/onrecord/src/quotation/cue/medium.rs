//! Where something is said: "said *in a statement* that it failed", "called it a fraud *in an interview with CNN*". The phrase is
//! the cue's and no part of what is said, wherever it stands.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::{NEAR, SUBJECT, Scene};
use crate::syntax::Upos;

impl Scene<'_> {
    /// What somebody says, without the phrase at its end that tells where: "it would fail | *in a statement on Monday*", "him a fraud
    /// | *on Twitter*". Where another verb of saying stands before the phrase, it may be that one's.
    pub(super) fn without_medium(&self, words: Range<usize>) -> Range<usize> {
        let says = |word: usize| {
            let verb = self.tokens().upos(word) == Upos::Verb;
            verb && self.uses(word).iter().any(|used| used.class == Class::Speech)
        };
        let case = (words.start + 1..words.end).find(|&case| self.is_said_in(case, words.end));
        let case = case.filter(|&case| !(words.start..case).any(says));
        words.start..case.unwrap_or(words.end)
    }

    /// Whether from the preposition at `case` up to `end` there is only what something is said in or on.
    pub(in crate::quotation) fn is_said_in(&self, case: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let first = case + 1;
        if first >= end {
            return false;
        }
        let behind = match self.text(case) {
            // "cited the cost in *his* letter"
            "in" | "during" | "at" | "via" | "on"
                if matches!(self.text(first), "a" | "an")
                    || tokens.xpos(first) == "PRP$" && tokens.upos(case - 1) == Upos::Noun =>
            {
                let part = |word: usize| {
                    let kind = self.is_nominal(word) || matches!(tokens.xpos(word), "VBN" | "VBD");
                    (kind || self.glued(word)) && self.referents.time(word).is_none()
                };
                // "called him “a fraud” *at a rally*"
                let marked = self.is_mark(case - 1) && !self.opens_quote(case - 1) && self.text(case) == "at";
                let behind = (first + 1..end).take(SUBJECT).find(|&word| !part(word)).unwrap_or(end);
                let words = tokens.cover(first..behind);
                let phrase = self.referents.reading.text.slice(words).to_lowercase();
                let medium = |noun: &String| {
                    phrase.strip_suffix(noun.as_str()).is_some_and(|rest| rest.ends_with(' '))
                };
                Some(behind).filter(|_| marked || self.cues.media.iter().any(medium))
            }
            "on" => self.aired_on(first, end),
            _ => None,
        };
        behind.is_some_and(|behind| !(behind..end).any(|word| self.is_finite(word)))
    }

    /// Where the name of a network or the title of a show ends that begins at `first`: "on *Twitter*", "on *CNN’s “New Day”*".
    fn aired_on(&self, first: usize, end: usize) -> Option<usize> {
        if let Some(quote) = self.outer_at(first).filter(|quote| quote.marked.start == first) {
            let stop = usize::from(matches!(self.text(quote.words.end - 1), "." | ","));
            let title = quote.words.start..quote.words.end - stop;
            return self.is_written_as_title(&title).then_some(quote.marked.end);
        }
        let part = |word: usize| self.capital(word) || self.glued(word);
        let behind = (first..end).take(SUBJECT).find(|&word| !part(word)).unwrap_or(end);
        if behind == first {
            return None;
        }
        let name = self.referents.reading.text.slice(self.tokens().cover(first..behind));
        self.cues.networks.iter().any(|network| network == name).then_some(behind)
    }

    /// Where a clause begins behind what it is said in, or whom the source speaks through: "said in a tweet *he was sorry*", "said
    /// through a spokesman *he was sorry*". The phrase begins at `start`.
    pub(super) fn behind_means(&self, start: usize, cue: usize) -> Option<usize> {
        let spoken = self.takes(cue, Takes::Rest) || self.takes(cue, Takes::Told);
        let said_in = spoken && matches!(self.text(start), "in" | "during" | "on");
        let means = start == cue + 1 && matches!(self.text(start), "through" | "via" | "by");
        let behind = if said_in || means { self.noun_end(start + 1, start + NEAR)? } else { return None };
        // "on a call *with reporters*"
        let with = self.text(behind) == "with" && self.is_said_in(start, behind);
        let behind = if with { self.noun_end(behind + 1, behind + NEAR)? } else { behind };
        let bounds = behind..behind + NEAR;
        let pronoun = self.tokens().xpos(behind) == "PRP" && self.is_finite(behind + 1)
            || self.text(behind) == "the" && self.is_clause(behind, &bounds);
        (pronoun && (means || self.is_said_in(start, behind))).then_some(behind)
    }

    /// Whether the participle at `at` tells of what something is said in: "in an account *published* Friday".
    pub(super) fn stands_in(&self, at: usize) -> bool {
        let noun = at > 0 && self.tokens().upos(at - 1) == Upos::Noun;
        noun && matches!(self.tokens().xpos(at), "VBN" | "VBD") && self.is_medium(at - 1)
    }

    /// Whether the noun at `at` says where something is said, "in a statement", so that what follows is the verb's.
    pub(super) fn is_medium(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let part = |word: usize| {
            matches!(tokens.upos(word), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
                || tokens.xpos(word) == "PRP$"
                || self.is_attribute(word)
                || self.glued(word)
                // "in a series *of* tweets"
                || self.text(word) == "of"
        };
        let first = (at.saturating_sub(SUBJECT)..at).rev().find(|&word| !part(word));
        // "on a conference call that", not "pushed back on suggestions that".
        let said = matches!(self.cues.nouns.get(tokens.lemma(at)), Some(Class::Speech | Class::Thought));
        let places = |case: usize| {
            self.text(case) == "in"
                || !said && matches!(self.text(case), "on" | "at" | "by" | "via" | "during")
        };
        let Some(case) = first.filter(|&case| tokens.upos(case) == Upos::Adp && places(case)) else {
            return false;
        };
        let verb = (case.saturating_sub(NEAR)..case).rev().find(|&word| tokens.upos(word) == Upos::Verb);
        let clausal = |takes: &Takes| matches!(takes, Takes::Clause | Takes::Told | Takes::That);
        verb.is_some_and(|verb| self.uses(verb).iter().any(|used| used.takes.iter().any(clausal)))
    }
}
