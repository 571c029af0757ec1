//! Datelines: what stands before the dash at the head of a report, "COLUMBUS, Ohio (Reuters) -", is part of nobody's name.

use std::ops::Range;

use super::Scene;
use crate::syntax::Upos;

/// Words of a dateline at most.
const DATELINE: usize = 12;

impl Scene<'_> {
    /// The words of a sentence without the dateline that opens it: "COLUMBUS, Ohio (Reuters) -".
    pub(super) fn told(&self, row: usize) -> Range<usize> {
        let words = self.referents.reading.sentences[row].tokens.clone();
        let long = |word: usize, least: usize| {
            let text = self.text(word);
            text.chars().count() >= least && text.chars().all(|c| c.is_uppercase() || c == '.' || c == '-')
        };
        let capital = |word: usize| long(word, 3);
        let agency = |word: usize| self.text(word) == "(" && long(word + 1, 2);
        let dash = |&at: &usize| matches!(self.text(at), "—" | "–" | "-" | "--") && !self.glued(at);
        // "Hutchinson — Rep. Ode says"
        let opens = |at: usize| {
            let reading = self.referents.reading;
            let first = row == 0 || reading.sentences[row - 1].paragraph != reading.sentences[row].paragraph;
            let names = (words.start..at).all(|word| self.tokens().upos(word) == Upos::Propn);
            first && names && at <= words.start + 2 && self.capital(at + 1)
        };
        let end = words.clone().take(DATELINE).find(dash).filter(|&at| {
            // "(CNN) —"
            (capital(words.start) || agency(words.start) || opens(at))
                && (words.start..at).all(|word| self.tokens().upos(word) != Upos::Verb)
        });
        // "(CNN) Ann Ode said"
        let alone = agency(words.start) && self.text(words.start + 2) == ")" && words.len() > 3;
        let end = end.or_else(|| alone.then_some(words.start + 2));
        end.map_or(words.clone(), |dash| dash + 1..words.end)
    }
}
