//! Phrases that open a sentence, and where they end: "*According to Ann, an expert on ants*, the talks failed", "*To his
//! critics*, the law is a mistake".

use std::ops::Range;

use super::Scene;
use crate::document::{CueClass, EntityKind, Form};
use crate::quotation::{Attribution, Source};
use crate::syntax::Upos;

/// Words of a phrase that opens a sentence, at most.
pub(super) const OPENING: usize = 24;

/// Asides between commas that are told of one source, at most.
const ASIDES: usize = 3;

impl Scene<'_> {
    /// "*To* his critics, the law is a mistake": what somebody takes something to be, at the head of a sentence.
    pub(super) fn held_by(&self, at: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let opens = at == bounds.start && self.text(at) == "To" && tokens.xpos(at + 1) != "VB";
        if !opens {
            return None;
        }
        let comma = self.noun_end(at + 1, bounds.end).filter(|&end| self.text(end) == ",")?;
        let head = tokens.head_of(at + 1..comma);
        let verb = (comma + 1..bounds.end).find(|&word| self.is_finite(word))?;
        let content = self.trimmed(comma + 1..bounds.end);
        // "To Kenya, it is 20 miles."
        // … but `To Kenya, it is “a gift.”`
        let quoted = content.clone().any(|word| self.opens_quote(word));
        let held = self.can_act(head) && (self.text(comma + 1) != "it" || quoted);
        let held = held && tokens.lemma(verb) == "be" && self.is_clause(comma + 1, bounds);
        held.then(|| Attribution {
            content: vec![content],
            cue: vec![at],
            lemma: None,
            class: CueClass::Thought,
            source: Some(Source { head, words: at + 1..comma }),
        })
    }

    /// Where the phrase ends that opens its sentence and whose source begins at `first`: at its comma, behind what is told of
    /// the source between commas, or where another noun phrase begins without one.
    pub(super) fn opening_end(&self, first: usize, bounds: &Range<usize>) -> Option<usize> {
        let comma = self.opening_comma(first, bounds);
        let end = comma.unwrap_or(bounds.end);
        // "but according to us | everything was fine"
        let object = matches!(self.text(first), "me" | "us" | "him" | "her" | "them");
        if object && self.any_finite(&(first + 1..end)) {
            return Some(first + 1);
        }
        let alone = comma.is_none_or(|comma| !self.any_finite(&(comma + 1..bounds.end)));
        let stop = end.min(first + OPENING);
        if let Some(subject) = self.subject_behind(first, stop).filter(|_| alone) {
            return Some(subject);
        }
        let mut comma = comma?;
        for _ in 0..ASIDES {
            let close = self.opening_comma(comma + 1, bounds);
            let Some(close) = close.filter(|&close| self.is_told_between(comma, close, bounds)) else {
                break;
            };
            comma = close;
        }
        Some(comma)
    }

    /// The next comma of a phrase at the head of a sentence.
    fn opening_comma(&self, from: usize, bounds: &Range<usize>) -> Option<usize> {
        (from..bounds.end).take(OPENING).find(|&word| self.text(word) == ",")
    }

    /// "According to the ministry | *ten people* died in May, …": where another noun phrase with a verb begins before `stop`.
    fn subject_behind(&self, first: usize, stop: usize) -> Option<usize> {
        let tokens = self.tokens();
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn);
        let about = |word: usize| {
            matches!(self.text(word), "over" | "about" | "nearly" | "almost" | "around" | "some")
        };
        let begins = |word: usize| {
            // "the ministry | over 345 people"
            let count = tokens.xpos(word) == "CD" && about(word - 1) && word > first + 1 && noun(word - 2);
            let opens = matches!(tokens.xpos(word), "DT" | "CD" | "PRP" | "PRP$");
            noun(word - 1) && (opens || self.is_person_behind_name(word)) || count
        };
        let subject = (first + 1..stop).find(|&word| begins(word) && self.any_finite(&(word..stop)))?;
        Some(subject - usize::from(about(subject - 1)))
    }

    /// "the Science Index | Professor Lee": whether the name of a person begins at `word` right behind another.
    fn is_person_behind_name(&self, word: usize) -> bool {
        let person = self.referents.covering(word).map(|id| &self.referents.named.mentions[id]);
        let person = person.is_some_and(|mention| {
            let begins = self.referents.words_of(mention.span).start == word;
            begins && mention.kind == EntityKind::Person && mention.form == Form::Name
        });
        person
            && self.referents.covering(word - 1) != self.referents.covering(word)
            && self.tokens().upos(word - 1) == Upos::Propn
            && self.referents.office(word - 1).is_none()
    }

    /// Whether the words between the commas at `comma` and `close` tell of the source and a clause stands behind them.
    fn is_told_between(&self, comma: usize, close: usize, bounds: &Range<usize>) -> bool {
        let relative_or_participle =
            matches!(self.tokens().xpos(comma + 1), "WP" | "WDT" | "WP$" | "VBN" | "VBG");
        (relative_or_participle || self.is_apposed_between(comma, close, bounds))
            && self.any_finite(&(close + 1..bounds.end))
    }

    /// "According to Ann, *an expert on ants*, the talks …": whether the words between two commas say what the source is.
    fn is_apposed_between(&self, comma: usize, close: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let first = comma + 1;
        let noun = matches!(tokens.upos(first), Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num);
        // "According to the paper, Ann Ode, the chairman, said": here the second name is the subject.
        let main = (close + 1..bounds.end).take(OPENING).find(|&word| self.is_finite(word));
        let clear = main.is_some_and(|main| self.text(main - 1) != ",");
        let clear = clear || matches!(self.text(first), "a" | "an");
        // "the center, a group that tracks money, …": what is told of it has verbs of its own.
        let pronoun = |word: usize| matches!(tokens.xpos(word), "WP" | "WDT" | "WP$");
        let who = |&word: &usize| pronoun(word) || self.text(word) == "that";
        let inside = (first..close).find(who).unwrap_or(close);
        // "a *leading* maker of tools", "a group *made up* of soldiers": a participle makes no clause.
        let verb = matches!(tokens.upos(close + 1), Upos::Verb | Upos::Aux);
        let more = pronoun(close + 1) && self.text(close + 1) != "what";
        noun && clear && !self.any_finite(&(first..inside)) && !verb && !more
    }
}
