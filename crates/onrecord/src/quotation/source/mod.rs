//! Who says it: the source of a cue, as a whole phrase.
//!
//! The subject of the cue's clause is asked first, the agent of a passive, or the noun of a relative clause ([`nearest`],
//! [`relative`]). Where the arcs give none, the words do: in news the source stands right before the cue ([`before`]) or right behind it
//! ([`behind`]), and a participle ("…, saying that") has the subject before it ([`participle`]). The phrase around the head that is
//! found is made whole ([`phrase`], [`whole`], [`subject`] of [`noun`]s).

mod apart;
mod before;
mod behind;
mod nearest;
mod noun;
mod participle;
mod phrase;
mod relative;
mod somebody;
mod subject;
mod whole;

use std::ops::Range;

use super::{Scene, Source};
use crate::syntax::{Relation, Upos};
use participle::SHORT;

/// Words of a source at most; a longer one is a slip of the parser.
pub(super) const LONGEST: usize = 30;

/// Words between a cue and a source that the arcs do not give, at most.
pub(super) const NEAR: usize = 24;

/// Words of a time behind an aside, with its preposition, at most.
const DATED: usize = 6;

impl Scene<'_> {
    /// The source of the verb at `at`, whose sentence is `bounds`.
    pub(in crate::quotation) fn source_of(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        if let Some(source) = self.before_report(at, bounds) {
            return Some(source);
        }
        let nearest = self.nearest_source(at, bounds).map(|source| self.behind_reflexive(source, bounds));
        let known = nearest.map(|source| self.whole(source, at, bounds));
        let tokens = self.tokens();
        let aux = || tokens.child(at, &[Relation::Aux]).is_some() && tokens.xpos(at) != "VB";
        // "Ann Ode, who lost in May, *put* it bluntly": a past form that looks like an infinitive.
        let past = tokens.xpos(at) == "VB" && self.text(at - usize::from(at > 0)) == "," && self.is_said(at);
        let active = self.is_finite(at) || self.is_mistaken(at) || past || aux();
        let active = active && !self.is_passive(at) || self.is_past(at, bounds);
        if !active {
            return known;
        }
        // "He is old: *She* has a grandson, and worries that": whoever the arcs take from before the colon.
        let border = |word: &usize| matches!(self.text(*word), ":" | ";") && self.outer_at(*word).is_none();
        let from = known.as_ref().map_or(at, |known| known.words.end).min(at);
        let clause = (from..at).rev().find(border).map(|border| border + 1..bounds.end);
        let nearer = clause.and_then(|clause| self.subject_before(at, &clause));
        let known = nearer.or(known);
        // "Ann Ode, who lost because *voters* left, | said": nobody inside the clause about her.
        let inside = |source: &Source| {
            known.as_ref().is_some_and(|known| known.head > source.head && source.words.contains(&known.head))
        };
        let known = self.before_clause(at, bounds.start).filter(inside).or(known);
        let source =
            self.with_subject_of(known, at, bounds).map(|source| self.with_first(source, at, bounds));
        source
            .map(|source| self.second_phrase(source, at))
            .map(|source| self.one_after_another(source, bounds))
            .map(|source| self.before_first_verb(source, bounds))
    }

    /// "*Her aides* allowed themselves to hope that": whom a pronoun that goes back to the subject of its verb stands for.
    fn behind_reflexive(&self, source: Source, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        let pronoun = tokens.upos(source.head) == Upos::Pron && source.words.len() == 1;
        let own = pronoun
            && (self.text(source.head).ends_with("self") || self.text(source.head).ends_with("selves"));
        let verb =
            tokens.head(source.head).filter(|&verb| own && verb < source.head && bounds.contains(&verb));
        let subject = verb.and_then(|verb| {
            let subject = tokens.children(verb).find(|&child| tokens.is_subject(child) && child < verb)?;
            Some(self.phrase(subject, verb, bounds))
        });
        subject.unwrap_or(source)
    }

    /// "*speaker after speaker* | said": each of them.
    fn one_after_another(&self, source: Source, bounds: &Range<usize>) -> Source {
        let Source { head, words } = source;
        let twice = head >= bounds.start + 2
            && self.text(head - 1) == "after"
            && self.text(head - 2).eq_ignore_ascii_case(self.text(head));
        let start = if twice { words.start.min(head - 2) } else { words.start };
        Source { head, words: start..words.end }
    }

    /// The source without a first verb behind an apposition: "*Ann Ode, the chairman*, picked up the phone, found that". The tagger
    /// may take it for a participle: "*Ann Ode, the chairman*, called him “a fraud” and said".
    fn before_first_verb(&self, source: Source, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        let Source { head, words } = source;
        let first = |&word: &usize| {
            let past = tokens.xpos(word) == "VBN" && self.is_past(word, bounds);
            let finite = || tokens.xpos(word) == "VBD" && (head..word - 1).any(|word| self.text(word) == ",");
            self.text(word - 1) == "," && (past || finite())
        };
        let who = words.clone().find(|&word| tokens.xpos(word).starts_with('W')).unwrap_or(words.end);
        let end = (head + 2..who).find(first).map_or(words.end, |word| word - 1);
        Source { head, words: words.start..end }
    }

    /// "*Polls*, he said, showed that": what opens the sentence is the source of the verb behind a report that is put in.
    fn before_report(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let comma = |word: &usize| self.text(*word) == ",";
        // … with its auxiliaries: "*Others*, she said, were wondering".
        let helps = |&child: &usize| {
            let aux = matches!(self.tokens().relation(child), Relation::Aux | Relation::AuxPass);
            aux && child < at
        };
        let first = self.tokens().children(at).filter(helps).min().unwrap_or(at);
        let close = first.checked_sub(1).filter(|close| *close > bounds.start && comma(close))?;
        let open = (bounds.start..close).rev().take(SHORT).find(comma)?;
        let says = close - 1;
        let report = open + 1 < says && self.is_finite(says) && !self.uses(says).is_empty();
        let words = bounds.start..open;
        let nominal = words.clone().all(|word| self.is_of_phrase(word));
        let subject = (open + 1..says).all(|word| self.is_nominal(word));
        let source = report && nominal && subject && !words.is_empty();
        source.then(|| Source { head: self.tokens().head_of(words.clone()), words })
    }
}
