//! Words in marks that no verb of saying has: `Mr. Kasich was cautious: “We'll see.”`, `“We'll see.” — Ann Ode`.

use super::{Scene, Source};
use crate::document::EntityKind;
use crate::marks::Quoted;
use crate::syntax::Upos;

/// Words before a colon without a cue, at most.
const INTRODUCED: usize = 8;

impl Scene<'_> {
    /// `Mr. Kasich was cautious: “We'll see.”`, `Kasich: “We'll see”`: before a colon without a cue the one whom the clause
    /// is about.
    pub(in crate::quotation) fn introduced(&self, quote: &Quoted) -> Option<Source> {
        let tokens = self.tokens();
        let colon = quote.marked.start.checked_sub(1).filter(|&at| self.text(at) == ":")?;
        let reading = self.referents.reading;
        let row = reading.sentence_of(colon);
        let bounds = self.told(row);
        if !self.is_speech(quote)
            || reading.sentences[row].paragraph.row() != quote.paragraph
            || bounds.is_empty()
        {
            return None;
        }
        let before = bounds.start..colon.min(bounds.end);
        let named = |word: &usize| {
            let kind = self.referents.entity(*word).map(|entity| self.referents.kind(entity));
            matches!(kind, Some(EntityKind::Person | EntityKind::Organization)) || self.can_act(*word)
        };
        // `Cummings, in a statement: “It rained.”`
        let comma = before.clone().find(|&word| self.text(word) == ",");
        let verbless = before.clone().all(|word| !matches!(tokens.upos(word), Upos::Verb | Upos::Aux));
        // `Ode, on Lee's run for office: “It failed.”`: what about.
        let about = comma.is_some_and(|comma| matches!(self.text(comma + 1), "on" | "about"));
        let placed = comma.filter(|&comma| {
            let short = before.len() <= INTRODUCED || about;
            verbless && tokens.upos(comma + 1) == Upos::Adp && short
        });
        let first = placed
            .and_then(|comma| self.noun_phrase(comma, bounds.start))
            .filter(|words| words.start == before.start);
        if let Some(words) = first {
            let head = tokens.head_of(words.clone());
            // "Republicans, in a statement: “It rained.”"
            let medium = (before.start..before.end).any(|word| {
                self.cues.nouns.contains_key(tokens.lemma(word))
                    || self.cues.voices.iter().any(|noun| noun == tokens.lemma(word))
            });
            let known = (medium || about && named(&head))
                && words.clone().all(|word| self.referents.time(word).is_none());
            return known.then_some(Source { head, words });
        }
        // `Senator Ann Ode: “It rained.”`
        let whole = self.subject_between(before.start, before.end).filter(|_| before.len() <= INTRODUCED);
        if let Some(Source { head, words }) = whole.filter(|source| named(&source.head)) {
            // `Ode to Lee: “Stop it”`, `Ode on Lee: “He lied”`: to whom, about whom.
            let case = |word: &usize| {
                self.text(*word).eq_ignore_ascii_case("to") || self.text(*word).eq_ignore_ascii_case("on")
            };
            let end = (head + 1..words.end).find(case).unwrap_or(words.end);
            return Some(Source { head, words: words.start..end });
        }
        // "Ode, *who* ran it, isn't so sure: “It failed.”": of whom it tells.
        let who = |word: usize| tokens.xpos(word).starts_with('W');
        // … and "Ode, who said *she* would go, was blunt: “No.”": the subject of the main clause before one inside it.
        let root = before.clone().find(|&word| tokens.head(word).is_none());
        let main = root.and_then(|root| {
            tokens
                .children(root)
                .find(|&child| before.contains(&child) && tokens.is_subject(child) && !who(child))
        });
        let nearest = before.clone().rev().find(|&word| tokens.is_subject(word) && !who(word));
        let inside = |main: &usize| nearest.is_some_and(|nearest| (*main..nearest).any(who));
        let subject = main.filter(inside).or(nearest);
        // "The crowd roared: “No!”": who does something right before the colon.
        let acts = |word: &usize| {
            let verb = colon - 1;
            tokens.upos(verb) == Upos::Verb && tokens.head(*word) == Some(verb) && before.len() <= 8
        };
        // `Ode, in a video, was blunt: “It rained.”`: who opens the sentence, before an aside that closes.
        let opening = || {
            let comma = comma.filter(|&comma| tokens.upos(comma + 1) == Upos::Adp)?;
            let close = (comma + 1..colon).find(|&word| self.text(word) == ",")?;
            let words = self.noun_phrase(comma, bounds.start).filter(|words| words.start == before.start)?;
            let head = tokens.head_of(words.clone());
            (self.is_finite(close + 1) && named(&head)).then_some(Source { head, words })
        };
        if let Some(source) = opening() {
            return Some(source);
        }
        let alone = || before.clone().next_back().filter(|_| before.len() <= 5);
        // "Asked about it, he was blunt: “No.”"
        let pronoun =
            |word: &usize| matches!(self.text(*word), "he" | "she" | "He" | "She" | "they" | "They");
        let head = subject.or_else(alone).filter(|word| named(word) || acts(word) || pronoun(word))?;
        let source = self.phrase(head, colon, &bounds);
        match (source.words.end..colon).find(|&word| self.is_finite(word)) {
            Some(verb) => self.with_subject_of(Some(source), verb, &bounds),
            None => Some(source),
        }
    }

    /// `"X." - Matthew Ingram`: the name behind the marks and a dash.
    pub(in crate::quotation) fn signature(&self, quote: &Quoted) -> Option<Source> {
        let tokens = self.tokens();
        let (dash, name) = (quote.marked.end, quote.marked.end + 1);
        let signed = name < tokens.len()
            && matches!(self.text(dash), "-" | "–" | "—" | "--" | "―")
            && tokens.upos(name) == Upos::Propn
            && self.is_speech(quote);
        let mention = if signed { self.referents.covering(name)? } else { return None };
        let mention = &self.referents.named.mentions[mention];
        let words = self.referents.words_of(mention.span);
        let person = matches!(mention.kind, EntityKind::Person | EntityKind::Organization);
        let sentence = &self.referents.reading.sentences[self.referents.reading.sentence_of(name)];
        let alone = words.end >= sentence.tokens.end || tokens.upos(words.end) == Upos::Punct;
        (person && alone).then(|| Source { head: tokens.head_of(words.clone()), words })
    }
}
