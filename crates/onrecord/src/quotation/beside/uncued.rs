//! Words in marks that no verb of saying has: `Mr. Kasich was cautious: “We'll see.”`, `“We'll see.” — Ann Ode`.

use std::ops::Range;

use super::{Scene, Source};
use crate::document::EntityKind;
use crate::marks::Quoted;
use crate::syntax::Upos;

/// Words before a colon without a cue, at most.
const INTRODUCED: usize = 8;

/// Words of a label before a colon that need no subject, at most.
const ALONE: usize = 5;

impl Scene<'_> {
    /// `Mr. Kasich was cautious: “We'll see.”`, `Kasich: “We'll see”`: before a colon without a cue the one whom the clause
    /// is about.
    pub(in crate::quotation) fn introduced(&self, quote: &Quoted) -> Option<Source> {
        let colon = quote.marked.start.checked_sub(1).filter(|&at| self.text(at) == ":")?;
        let reading = self.referents.reading;
        let row = reading.sentence_of(colon);
        let bounds = self.told(row);
        let beside = reading.sentences[row].paragraph.row() == quote.paragraph;
        // The label of a turn introduces no quotation: it says who speaks. A report that gives some turns has them in marks.
        let turn = reading.turn_of(colon) != reading.turn_of(quote.marked.start);
        if !self.is_speech(quote) || !beside || bounds.is_empty() || turn && !self.is_all_of_turn(quote) {
            return None;
        }
        let before = bounds.start..colon.min(bounds.end);
        if let Some(words) = self.name_before_aside(&before) {
            return self.in_medium(words, &before);
        }
        let label = self.label(&before).or_else(|| self.named_before_aside(&before, colon));
        label.or_else(|| self.whom_it_tells_of(&before, colon, &bounds))
    }

    /// `ODE: “It rained.” — interrupting Lee`: whether the marks hold all that is said behind a label, but for a remark on it.
    fn is_all_of_turn(&self, quote: &Quoted) -> bool {
        let reading = self.referents.reading;
        let next = quote.marked.end;
        let closed = next > quote.words.end;
        let ends = reading.turn_of(next) != reading.turn_of(quote.marked.start);
        closed && self.capital(quote.words.start) && (ends || matches!(self.text(next), "—" | "–" | "--"))
    }

    /// Whether the word is somebody, by name or otherwise.
    fn can_be_introduced(&self, word: usize) -> bool {
        let kind = self.referents.entity(word).map(|entity| self.referents.kind(entity));
        matches!(kind, Some(EntityKind::Person | EntityKind::Organization)) || self.can_act(word)
    }

    fn comma_in(&self, words: &Range<usize>) -> Option<usize> {
        words.clone().find(|&word| self.text(word) == ",")
    }

    /// Whether behind the comma it says what about: `Ode, *on Lee's run* for office: “It failed.”`
    fn is_about(&self, comma: usize) -> bool {
        matches!(self.text(comma + 1), "on" | "about")
    }

    /// `*Cummings*, in a statement: “It rained.”`: the name that opens words without a verb, before an aside.
    fn name_before_aside(&self, before: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let comma = self.comma_in(before)?;
        let verbless = before.clone().all(|word| !matches!(tokens.upos(word), Upos::Verb | Upos::Aux));
        let short = before.len() <= INTRODUCED || self.is_about(comma);
        let placed = verbless && short && tokens.upos(comma + 1) == Upos::Adp;
        let words = if placed { self.noun_phrase(comma, before.start)? } else { return None };
        (words.start == before.start).then_some(words)
    }

    /// "Republicans, *in a statement*: “It rained.”": who is named, if the aside says in what or about what.
    fn in_medium(&self, words: Range<usize>, before: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let head = tokens.head_of(words.clone());
        let medium = before.clone().any(|word| {
            self.cues.nouns.contains_key(tokens.lemma(word))
                || self.cues.voices.iter().any(|noun| noun == tokens.lemma(word))
        });
        let about = self.comma_in(before).is_some_and(|comma| self.is_about(comma));
        let timeless = words.clone().all(|word| self.referents.time(word).is_none());
        ((medium || about && self.can_be_introduced(head)) && timeless).then_some(Source { head, words })
    }

    /// `*Senator Ann Ode*: “It rained.”`
    fn label(&self, before: &Range<usize>) -> Option<Source> {
        let whole = self.subject_between(before.start, before.end).filter(|_| before.len() <= INTRODUCED);
        let Source { head, words } = whole.filter(|source| self.can_be_introduced(source.head))?;
        // `Ode to Lee: “Stop it”`, `Ode on Lee: “He lied”`: to whom, about whom.
        let case = |&word: &usize| ["to", "on"].iter().any(|case| self.text(word).eq_ignore_ascii_case(case));
        let end = (head + 1..words.end).find(case).unwrap_or(words.end);
        Some(Source { head, words: words.start..end })
    }

    /// `*Ode*, in a video, was blunt: “It rained.”`: who opens the sentence, before an aside that closes.
    fn named_before_aside(&self, before: &Range<usize>, colon: usize) -> Option<Source> {
        let tokens = self.tokens();
        let comma = self.comma_in(before).filter(|&comma| tokens.upos(comma + 1) == Upos::Adp)?;
        let close = (comma + 1..colon).find(|&word| self.text(word) == ",")?;
        let words = self.noun_phrase(comma, before.start).filter(|words| words.start == before.start)?;
        let head = tokens.head_of(words.clone());
        (self.is_finite(close + 1) && self.can_be_introduced(head)).then_some(Source { head, words })
    }

    /// "*Ode*, who ran it, isn't so sure: “It failed.”": of whom the clause before the colon tells.
    fn whom_it_tells_of(&self, before: &Range<usize>, colon: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let alone = || before.clone().next_back().filter(|_| before.len() <= ALONE);
        // "The crowd roared: “No!”": who does something right before the colon.
        let acts = |word: usize| {
            let verb = colon - 1;
            tokens.upos(verb) == Upos::Verb && tokens.head(word) == Some(verb) && before.len() <= INTRODUCED
        };
        // "Asked about it, *he* was blunt: “No.”"
        let pronoun = |word: usize| matches!(self.text(word), "he" | "she" | "He" | "She" | "they" | "They");
        let head = self.subject_in(before).or_else(alone);
        let head = head.filter(|&word| self.can_be_introduced(word) || acts(word) || pronoun(word))?;
        let source = self.phrase(head, colon, bounds);
        match (source.words.end..colon).find(|&word| self.is_finite(word)) {
            Some(verb) => self.with_subject_of(Some(source), verb, bounds),
            None => Some(source),
        }
    }

    /// The subject of the clause, or the one nearest to its end.
    fn subject_in(&self, clause: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let who = |word: usize| tokens.xpos(word).starts_with('W');
        // "*Ode*, who said she would go, was blunt: “No.”": the subject of the main clause before one inside it.
        let root = clause.clone().find(|&word| tokens.head(word).is_none());
        let main = root.and_then(|root| {
            tokens
                .children(root)
                .find(|&child| clause.contains(&child) && tokens.is_subject(child) && !who(child))
        });
        let nearest = clause.clone().rev().find(|&word| tokens.is_subject(word) && !who(word));
        let inside = |main: &usize| nearest.is_some_and(|nearest| (*main..nearest).any(who));
        main.filter(inside).or(nearest)
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
