//! Nouns whose words stand in quotation marks: "*chants of* “Shame!”", "with the *words*: “We will never give up.”"

use std::collections::BTreeSet;
use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::Scene;
use crate::document::CueClass;
use crate::marks::Quoted;
use crate::quotation::{Attribution, Source};
use crate::syntax::{Relation, Upos};

/// Words in marks that are a name of something rather than what is called out, at most: "the word “liberty”".
const NAME: usize = 1;

/// Words of whoever a reply is from, at most.
const GIVER: usize = 16;

/// Words between the noun and the phrase around its owner that it ends, at most.
const OWNER: usize = 6;

/// Such a noun with what stands in marks behind it.
struct Voice<'v> {
    at: usize,
    bounds: &'v Range<usize>,
    /// Whoever "from" right behind the noun names.
    giver: Option<Source>,
    /// The colon that announces the marks.
    announced: Option<usize>,
    /// Where the words of the noun end.
    end: usize,
    quote: &'v Quoted,
}

impl Scene<'_> {
    /// The words in marks that the noun at `at` has right behind it. Whose they are is said by an owner, by "from" or "with"
    /// or not at all. `claimed` are the quotations that a verb has beside them.
    pub(super) fn voice(
        &self,
        at: usize,
        bounds: &Range<usize>,
        claimed: &BTreeSet<usize>,
    ) -> Option<Attribution> {
        let voice = self.voice_at(at, bounds)?;
        let quote = voice.quote;
        if claimed.contains(&quote.words.start) || !self.is_called_out(&voice) || self.is_anothers(&voice) {
            return None;
        }
        let lemma = self.tokens().lemma(at);
        let owned = at > bounds.start && matches!(self.tokens().xpos(at - 1), "POS" | "PRP$");
        let source = if owned { Some(self.owner_of_voice(at, bounds)?) } else { self.source_of_voice(voice) };
        // "used the *words* “radical Islam”": nobody says them.
        if source.is_none() && lemma == "word" {
            return None;
        }
        // `chants of “A!” *and “B!”*`
        let row = self.quoted.partition_point(|other| other.marked.end <= quote.marked.end);
        let second = self.quoted.get(row).filter(|next| self.is_joined(quote, next));
        let quotes = [Some(quote), second].into_iter().flatten();
        Some(Attribution {
            content: quotes.map(|quote| quote.words.clone()).collect(),
            cue: vec![at],
            lemma: Some(lemma.to_owned()),
            class: CueClass::Speech,
            source,
        })
    }

    /// The noun at `at`, where it is one of those, with the words in marks behind it.
    fn voice_at<'v>(&'v self, at: usize, bounds: &'v Range<usize>) -> Option<Voice<'v>> {
        let tokens = self.tokens();
        let listed =
            tokens.upos(at) == Upos::Noun && self.cues.voices.iter().any(|noun| noun == tokens.lemma(at));
        if !listed || !bounds.contains(&at) {
            return None;
        }
        // "The reply *from Ms. Ode*: “No.”"
        let giver = if self.text(at + 1) == "from" { self.given_by(at + 1, bounds) } else { None };
        // `Her message to voters was simple: “It rained.”`, `The headline in the Sun was blunt: “It rained.”`
        let announced = self.colon_behind(at, bounds).filter(|&colon| self.opens_quote(colon + 1));
        let end = announced.or(giver.as_ref().map(|source| source.words.end)).unwrap_or(at + 1);
        let first = end + usize::from(matches!(self.text(end), "of" | ":" | ","));
        let quote = self.outer_at(first).filter(|quote| quote.marked.start == first)?;
        Some(Voice { at, bounds, giver, announced, end, quote })
    }

    /// Whether the marks hold more than a name of something: "the word “liberty”".
    fn is_called_out(&self, voice: &Voice) -> bool {
        let tokens = self.tokens();
        let Voice { at, end, quote, .. } = *voice;
        let chants = end < quote.marked.start && self.text(at + 1) == "of" && tokens.xpos(at) == "NNS";
        let words = quote.words.clone().filter(|&word| tokens.upos(word) != Upos::Punct);
        chants || words.count() > NAME || self.text(end) == ":"
    }

    /// Whether another cue before the noun has what the marks hold.
    fn is_anothers(&self, voice: &Voice) -> bool {
        let Voice { at, bounds, end, quote, .. } = *voice;
        let before = at.saturating_sub(OWNER).max(bounds.start)..at;
        // "called the response “a mess”": what it is called.
        let called =
            |word: usize| self.takes(word, Takes::Predicate) && self.tokens().upos(word) == Upos::Verb;
        // "in his own words, “it rained”": the phrase has them.
        let phrase = |word: usize| self.in_words(word, bounds).is_some_and(|told| told.cue.contains(&at));
        end == quote.marked.start && before.clone().any(called) || before.clone().any(phrase)
    }

    /// "After Lee left, *Ode* sent a reply", "He left, and *the crowd* went on with chants of": the subject of the verb that has the noun
    /// at `at` for its object or beside it.
    fn giver_of(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let beside = matches!(tokens.relation(at), Relation::Obj | Relation::Obl);
        let verb = tokens.head(at).filter(|&verb| beside && verb < at)?;
        let subject = tokens.children(verb).find(|&child| tokens.is_subject(child) && child < verb)?;
        let inside = bounds.contains(&subject) && self.can_speak(subject);
        inside.then(|| self.phrase(subject, verb, bounds))
    }

    /// "the crowd's *chants*"
    fn owner_of_voice(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let words = self.noun_phrase(at, bounds.start)?;
        Some(Source { head: self.tokens().head_of(words.clone()), words })
    }

    /// Whose words they are, where the noun has no owner.
    fn source_of_voice(&self, voice: Voice) -> Option<Source> {
        let Voice { at, bounds, giver, announced, end, quote } = voice;
        let itself = || announced.and_then(|colon| self.announced_by(at, colon, bounds));
        // "The crowd took up a *chant*: “Shame!”"
        let taken_up = || self.giver_of(at, bounds).or_else(|| self.subject_before(at, bounds));
        let subject = || if self.text(end) == ":" { taken_up() } else { None };
        giver
            .or_else(|| self.giver_behind(quote.marked.end, bounds))
            .or_else(|| self.giver_before(at, bounds))
            .or_else(itself)
            .or_else(subject)
    }

    /// `chants of “A!” from *the crowd*`
    fn giver_behind(&self, from: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let end = (from + 1..bounds.end).find(|&word| {
            matches!(tokens.upos(word), Upos::Punct | Upos::Verb | Upos::Aux | Upos::Adp | Upos::Sconj)
        });
        let words = from + 1..end.unwrap_or(bounds.end);
        (self.text(from) == "from" && !words.is_empty())
            .then(|| Source { head: tokens.head_of(words.clone()), words })
    }

    /// "*Ms. Ode* answered with the words: “No.”"
    fn giver_before(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let article = usize::from(at > bounds.start && self.tokens().upos(at - 1) == Upos::Det);
        let with =
            at.checked_sub(1 + article).filter(|&with| with > bounds.start && self.text(with) == "with")?;
        self.giver_of(at, bounds).or_else(|| self.subject_before(with, bounds))
    }

    /// "*The headline in the Sun* was blunt: “It rained.”"
    fn announced_by(&self, at: usize, colon: usize, bounds: &Range<usize>) -> Option<Source> {
        let is = (at + 1..colon).find(|&word| self.tokens().lemma(word) == "be");
        let words = self.noun_phrase(at + 1, bounds.start).filter(|_| colon > at + 1)?;
        Some(Source { head: at, words: words.start..is.unwrap_or(colon) })
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
