//! Whether words in marks are speech: a clause or a whole sentence, and no title, name or scare quote.

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::Scene;
use crate::marks::Quoted;
use crate::syntax::{Relation, Upos};

/// Words of a title, at most.
const TITLE: usize = 10;

impl Scene<'_> {
    /// Whether the words in the marks are speech: a clause or a whole sentence, not a title or a single word.
    pub(in crate::quotation) fn is_speech(&self, quote: &Quoted) -> bool {
        let tokens = self.tokens();
        let verb = quote.words.clone().any(|at| matches!(tokens.upos(at), Upos::Verb | Upos::Aux));
        let last = self.text(quote.words.end - 1);
        let ended = last.ends_with(['.', ',', '!', '?', '…']) && self.capital(quote.words.start);
        let before = self.text_or_none(quote.marked.start.checked_sub(1));
        // "…, he said, “none.”"
        let introduced = matches!(before, Some("," | ":")) && last.ends_with(['.', '!', '?']);
        let commented = self.text_or_none(Some(quote.marked.end)) == Some(",") && verb;
        // “New Day,” and “Dangerous,” inside a sentence of the author's are titles.
        let sentence =
            &self.referents.reading.sentences[self.referents.reading.sentence_of(quote.marked.start)];
        let opens = (sentence.tokens.start..quote.marked.start).all(|at| tokens.upos(at) == Upos::Punct);
        let told =
            quote.marked.start.checked_sub(1).is_some_and(|at| self.takes_quotes(at) || self.is_hearer(at));
        let spoken = verb || opens || told || matches!(before, Some("," | ":"));
        // `on NBC's “Meet the Press,”`
        if !opens && !told && self.is_title(quote) || self.is_apposed_title(quote) {
            return false;
        }
        // `Ode to Lee: “Stop whining”`
        let headline =
            before == Some(":") && verb && quote.words.len() > 1 && self.is_headline(quote.paragraph);
        introduced
            || headline
            || spoken && (quote.words.len() >= 2 && ended || commented)
            // “No.” is one word with its stop.
            || opens && ended && last.len() > 1
            || told && self.is_retort(quote)
            || quote.words.len() >= 3 && verb
    }

    /// Whether the noun at `at` is who is told what follows: `told *reporters* “no.”`
    pub(super) fn is_hearer(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let told = |verb: usize| self.takes(verb, Takes::Told) && self.takes_quotes(verb);
        let object = matches!(tokens.relation(at), Relation::Obj | Relation::Iobj);
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        object && tokens.head(at).is_some_and(|verb| told(verb) && verb < at && !(verb + 1..at).any(noun))
    }

    /// Whether few words in marks right behind their verb are all that is said: `said “no way.”`, not `said “every,” not “some”`.
    fn is_retort(&self, quote: &Quoted) -> bool {
        let Some(end) = quote.words.end.checked_sub(2).filter(|&end| quote.words.contains(&end)) else {
            return false;
        };
        let open = matches!(self.tokens().upos(end), Upos::Det | Upos::Adp);
        let ended = self.text(end + 1).ends_with(['.', ',', '!', '?']);
        ended && !open && !self.capital(quote.words.start)
    }

    /// Whether the words in the marks are written as a title, behind an owner or a preposition.
    pub(in crate::quotation) fn is_title(&self, quote: &Quoted) -> bool {
        let tokens = self.tokens();
        let Some(before) = quote.marked.start.checked_sub(1) else { return false };
        let placed = matches!(tokens.xpos(before), "POS" | "''")
            || self.text(before) == "'"
            || tokens.upos(before) == Upos::Adp;
        let mut long = quote.words.clone().filter(|&word| self.text(word).chars().count() > 3);
        placed && quote.words.len() <= TITLE && long.all(|word| self.capital(word))
    }

    /// Whether the words in the marks are the title of what stands before the comma: `his book, “The Mill at Dawn,” sold well`.
    pub(super) fn is_apposed_title(&self, quote: &Quoted) -> bool {
        let Some(comma) = quote.marked.start.checked_sub(1).filter(|&at| self.text(at) == ",") else {
            return false;
        };
        let noun = comma > 0 && matches!(self.tokens().xpos(comma - 1), "NN" | "NNS");
        let closed = self.text(quote.words.end - 1) == "," && self.is_finite(quote.marked.end);
        noun && closed && self.is_written_as_title(&quote.words)
    }

    /// Whether the words in marks are written as a title: every longer one with a capital, and no end of a sentence.
    pub(in crate::quotation) fn is_written_as_title(&self, words: &Range<usize>) -> bool {
        let name = |word: &usize| self.text(*word).starts_with(char::is_alphabetic);
        let small = |word: usize| self.text(word).chars().count() <= 3;
        let mut all = words.clone().filter(name);
        let ended = matches!(self.text(words.end - 1), "." | "!" | "?");
        let capitals = words.clone().filter(|&word| self.capital(word)).count();
        !ended && words.len() <= TITLE && capitals > 1 && all.all(|word| self.capital(word) || small(word))
    }
}
