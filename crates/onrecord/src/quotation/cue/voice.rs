//! Nouns whose words stand in quotation marks: "*chants of* “Shame!”", "with the *words*: “We will never give up.”"

use std::collections::BTreeSet;
use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::Scene;
use crate::document::CueClass;
use crate::quotation::{Attribution, Source};
use crate::syntax::Upos;

/// Words in marks that are a name of something rather than what is called out, at most: "the word “liberty”".
const NAME: usize = 1;

/// Words of whoever a reply is from, at most.
const GIVER: usize = 16;

/// Words between the noun and the phrase around its owner that it ends, at most.
const OWNER: usize = 6;

impl Scene<'_> {
    /// The words in marks that the noun at `at` has right behind it. Whose they are is said by an owner, by "from" or "with"
    /// or not at all. `claimed` are the quotations that a verb has beside them.
    pub(super) fn voice(
        &self,
        at: usize,
        bounds: &Range<usize>,
        claimed: &BTreeSet<usize>,
    ) -> Option<Attribution> {
        let tokens = self.tokens();
        let listed =
            tokens.upos(at) == Upos::Noun && self.cues.voices.iter().any(|noun| noun == tokens.lemma(at));
        // "The reply *from Ms. Ode*: “No.”"
        let given = if listed && self.text(at + 1) == "from" { self.given_by(at + 1, bounds) } else { None };
        let end = given.as_ref().map_or(at + 1, |source| source.words.end);
        // `Her message to voters was simple: “It rained.”`, `The headline in the Sun was blunt: “It rained.”`
        let announced = if listed { self.colon_behind(at, bounds) } else { None };
        let announced = announced.filter(|&colon| self.opens_quote(colon + 1));
        let end = announced.unwrap_or(end);
        let joint = usize::from(matches!(self.text(end), "of" | ":" | ","));
        let quote = self.outer_at(end + joint).filter(|quote| listed && quote.marked.start == end + joint)?;
        let called = joint == 1 && self.text(at + 1) == "of" && tokens.xpos(at) == "NNS";
        let long = quote.words.clone().filter(|&word| tokens.upos(word) != Upos::Punct).count() > NAME;
        if claimed.contains(&quote.words.start)
            || !(called || long || self.text(end) == ":")
            || !bounds.contains(&at)
        {
            return None;
        }
        // "called the response “a mess”": what it is called.
        let called = |word: usize| self.takes(word, Takes::Predicate) && tokens.upos(word) == Upos::Verb;
        if joint == 0 && (at.saturating_sub(OWNER).max(bounds.start)..at).any(called) {
            return None;
        }
        // "in his own words, “it rained”": the phrase has them.
        let phrase = |word: usize| self.in_words(word, bounds).is_some_and(|told| told.cue.contains(&at));
        if (at.saturating_sub(OWNER).max(bounds.start)..at).any(phrase) {
            return None;
        }
        let owned = at > bounds.start && matches!(tokens.xpos(at - 1), "POS" | "PRP$");
        let before = || {
            let article = usize::from(at > bounds.start && tokens.upos(at - 1) == Upos::Det);
            let with = at
                .checked_sub(1 + article)
                .filter(|&with| with > bounds.start && self.text(with) == "with")?;
            self.subject_before(with, bounds)
        };
        let behind = || {
            let from = quote.marked.end;
            let end = (from + 1..bounds.end).find(|&word| {
                matches!(tokens.upos(word), Upos::Punct | Upos::Verb | Upos::Aux | Upos::Adp | Upos::Sconj)
            });
            let words = from + 1..end.unwrap_or(bounds.end);
            (self.text(from) == "from" && !words.is_empty())
                .then(|| Source { head: tokens.head_of(words.clone()), words })
        };
        let whole = || {
            let colon = announced.filter(|&colon| colon > at + 1)?;
            let end = (at + 1..colon).find(|&word| tokens.lemma(word) == "be").unwrap_or(colon);
            Some(self.noun_phrase(at + 1, bounds.start)?.start..end)
        };
        let source = if owned {
            let words = self.noun_phrase(at, bounds.start)?;
            Some(Source { head: tokens.head_of(words.clone()), words })
        } else {
            // "The crowd took up a *chant*: “Shame!”"
            let subject = || if self.text(end) == ":" { self.subject_before(at, bounds) } else { None };
            let whole = || whole().map(|words| Source { head: at, words });
            given.or_else(behind).or_else(before).or_else(whole).or_else(subject)
        };
        // "used the *words* “radical Islam”": nobody says them.
        if source.is_none() && tokens.lemma(at) == "word" {
            return None;
        }
        // `chants of “A!” *and “B!”*`
        let row = self.quoted.partition_point(|other| other.marked.end <= quote.marked.end);
        let second = self.quoted.get(row).filter(|next| self.is_joined(quote, next));
        let quotes = [Some(quote), second].into_iter().flatten();
        Some(Attribution {
            content: quotes.map(|quote| quote.words.clone()).collect(),
            cue: vec![at],
            lemma: Some(tokens.lemma(at).to_owned()),
            class: CueClass::Speech,
            source,
        })
    }

    /// Who stands between the "from" at `from` and a colon.
    fn given_by(&self, from: usize, bounds: &Range<usize>) -> Option<Source> {
        let colon = (from + 1..bounds.end).take(GIVER).find(|&word| self.text(word) == ":")?;
        let words = from + 1..colon;
        let nominal = words.clone().all(|word| self.is_of_phrase(word) || self.text(word) == ",");
        let head = self.tokens().head_of(from + 1..self.noun_end(from + 1, colon).filter(|_| nominal)?);
        Some(Source { head, words })
    }
}
