//! The verb of saying before words in marks: `The mayor *said*, “It rained.”`

use onrecord_resource::cue::{Class, GAP, Takes};

use super::{NEAR, Scene};
use crate::marks::Quoted;
use crate::syntax::{Relation, Upos};

/// Words of a quotation that is no title, at least.
const SENTENCE: usize = 6;

/// The words before marks that may hold their cue.
struct Before {
    /// The first of them that is looked at.
    from: usize,
    /// The word or mark right before the marks.
    mark: usize,
    /// The first word of their sentence.
    start: usize,
    /// Whether a colon announces the marks.
    colon: bool,
}

impl Scene<'_> {
    /// The verb of saying before the marks.
    pub(super) fn cue_before(&self, quote: &Quoted) -> Option<usize> {
        let before = self.words_before(quote)?;
        let Before { from, mark, colon, .. } = before;
        for at in (from..=mark).rev() {
            if self.outer_at(at).is_some() && !colon {
                continue;
            }
            if self.keeps_from_cue(at, &before) {
                return None;
            }
            if self.is_of_others(at, &before) {
                continue;
            }
            let verb = self.may_be_cue(at);
            if verb && self.takes_quotes(at) {
                return Some(at);
            }
            let modifies = [Relation::AclRelcl, Relation::Acl, Relation::Amod, Relation::Advcl];
            if verb && !colon && !modifies.contains(&self.tokens().relation(at)) {
                return None;
            }
        }
        None
    }

    /// Whether the word at `at` is a verb, and none before its noun: "in an *emailed* statement:".
    fn may_be_cue(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let attribute = tokens.xpos(at) == "VBN" && tokens.relation(at) == Relation::Amod;
        (tokens.upos(at) == Upos::Verb || self.is_mistaken(at)) && !attribute
    }

    /// The words before the marks, where something announces these.
    fn words_before(&self, quote: &Quoted) -> Option<Before> {
        let tokens = self.tokens();
        let reading = self.referents.reading;
        let mark = quote.marked.start.checked_sub(1)?;
        let row = reading.sentence_of(mark);
        // A comma at the end of a paragraph announces the next one as a colon does.
        let last = self.text(mark) == "," && reading.sentences[row].paragraph.row() < quote.paragraph;
        let colon = self.text(mark) == ":" || last;
        let near = reading.sentences[row].paragraph.row() == quote.paragraph
            || colon && reading.sentences[row].paragraph.row() + 1 == quote.paragraph;
        let same = colon || row == reading.sentence_of(quote.marked.start);
        if !near || !same {
            return None;
        }
        let direct = tokens.upos(mark) == Upos::Verb && self.takes_quotes(mark) || self.is_hearer(mark);
        // "writing in a blog post “We have done it ourselves.”": a whole sentence needs no mark before it.
        let last = self.text(quote.words.end - 1);
        let whole = self.capital(quote.words.start)
            && quote.words.len() >= SENTENCE
            && matches!(last, "." | "!" | "?")
            && matches!(tokens.upos(mark), Upos::Noun | Upos::Propn);
        if !colon && !direct && !whole && self.text(mark) != "," {
            return None;
        }
        let start = reading.sentences[row].tokens.start;
        // "Asked whether he believed it, Mr. Ode was blunt: “No.”": who asked, and what he believed, has no words here.
        let asked = colon && matches!(tokens.xpos(start), "VBN" | "VBD") && self.takes(start, Takes::Bidding);
        let bounds = start..mark;
        let mut commas = (start..mark).filter(|&word| asked && self.text(word) == ",");
        let main = commas.find(|&comma| self.is_clause(comma + 1, &bounds));
        let from = main.unwrap_or(start).max(mark.saturating_sub(NEAR));
        Some(Before { from, mark, start, colon })
    }

    /// Whether no cue of the marks stands at `at` or before it.
    fn keeps_from_cue(&self, at: usize, before: &Before) -> bool {
        let tokens = self.tokens();
        let Before { mark, start, colon, .. } = *before;
        if matches!(self.text(at), ";" | "—") && at != mark {
            return true;
        }
        // "told the court that, in his view, “X”": the marks are inside a clause of the author's.
        let announces = tokens.upos(at) == Upos::Sconj || self.text(at + 1) == ",";
        let that = self.text(at) == "that" && announces;
        // "was, in the words of one aide, “absurd.”": the phrase has them.
        if !colon && (that || self.begins_phrase(at, mark)) {
            return true;
        }
        // "Asked about it, he was blunt: “No.”": who asked has no words here.
        let asked = at == start && matches!(tokens.xpos(at), "VBN" | "VBD") && self.takes(at, Takes::Bidding);
        self.may_be_cue(at) && asked && colon && (at..mark).any(|word| self.text(word) == ",")
    }

    /// Whether the verb at `at` tells what others did, or what is felt, done or told inside a clause.
    fn is_of_others(&self, at: usize, before: &Before) -> bool {
        let tokens = self.tokens();
        let Before { from, mark, colon, .. } = *before;
        // "explained as the crowd cheered: “It is over.”": what others did meanwhile.
        let meanwhile = tokens.relation(at) == Relation::Advcl
            && tokens
                .child(at, &[Relation::Mark, Relation::Advmod])
                .is_some_and(|mark| matches!(self.text(mark), "as" | "while"))
            && (from..at).any(|word| self.is_verb(word) && self.takes_quotes(word));
        // "suggested that Ode feared losing: “He handles it badly.”", "said it could be summed up in one word: “No.”": what is
        // felt or done inside a report is not quoted.
        let thought = self.uses(at).first().is_some_and(|used| used.class == Class::Thought);
        let passive = tokens.child(at, &[Relation::AuxPass]).is_some();
        let inside = colon
            && (thought || passive)
            && tokens.relation(at) == Relation::Ccomp
            && tokens.head(at).is_some_and(|verb| (from..at).contains(&verb) && self.takes_quotes(verb));
        // "Ms. Ode, who has *said* she will go, was blunt: “No.”": what is told of who speaks.
        let told = colon
            && tokens.relation(at) == Relation::AclRelcl
            && (at..mark).any(|word| self.text(word) == "," && self.is_finite_behind(word));
        // "were not *what they hoped*, “but we go on”": the pronoun is what they hoped.
        // … and in "admitted what the polls have been *saying*: “We are behind.”" somebody else says it here.
        let filled = self.is_of_what(at) && (!colon || self.is_retold(at));
        // "When Ode *said* it was late, Lee was blunt: “No.”": what is told in a clause before the main one.
        let earlier = colon
            && tokens.relation(at) == Relation::Advcl
            && tokens.head(at).is_some_and(|main| (at..mark).contains(&main))
            && (at..mark).any(|word| self.text(word) == ",");
        meanwhile || inside || told || filled || earlier
    }

    /// Whether a phrase before a source begins at `at`, "according to", or one around its owner that ends before the comma at
    /// `comma`: "in her words".
    fn begins_phrase(&self, at: usize, comma: usize) -> bool {
        let fits = |(step, word): (usize, &String)| self.text(at + step).eq_ignore_ascii_case(word);
        let around = |phrase: &[String]| match phrase {
            [first, gap, last] if gap == GAP => {
                self.text(at).eq_ignore_ascii_case(first) && comma > at + 1 && self.text(comma - 1) == last
            }
            _ => false,
        };
        self.cues.phrases.iter().any(|phrase| phrase.iter().enumerate().all(fits) || around(phrase))
    }
}
