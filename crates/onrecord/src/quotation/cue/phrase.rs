//! Phrases before a source: "*according to* X", the rest of the sentence is X's.

use std::ops::Range;

use super::Scene;
use crate::document::{CueClass, EntityKind, Form};
use crate::quotation::{Attribution, Source};
use crate::syntax::{Relation, Upos};

/// Words of a phrase that opens a sentence, at most.
const OPENING: usize = 24;

/// Words of a second source, at most.
const JOINED: usize = 5;

impl Scene<'_> {
    /// The attribution of the phrase that begins at `at`.
    pub(super) fn according(&self, at: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let phrase = self.cues.phrases.iter().find(|phrase| {
            phrase
                .iter()
                .enumerate()
                .all(|(step, word)| at + step < bounds.end && self.text(at + step).eq_ignore_ascii_case(word))
        })?;
        let first = at + phrase.len();
        // "He left, *per* two aides", but "$5 per person".
        if phrase.len() == 1 && (at == bounds.start || self.text(at - 1) != ",") {
            return None;
        }
        let after = first..bounds.end;
        let governs = |word: &usize| tokens.children(*word).any(|child| (at..first).contains(&child));
        let noun = |word: &usize| matches!(tokens.upos(*word), Upos::Noun | Upos::Propn | Upos::Pron);
        // "according to *some* of his aides"
        let some = |word: &usize| noun(word) || self.is_quantifier(*word);
        let head = after.clone().find(governs).filter(some).or_else(|| after.clone().find(noun))?;
        let opens = at == bounds.start || tokens.upos(at - 1) == Upos::Cconj;
        let finite = |words: Range<usize>| {
            let mut words = words;
            words.any(|word| matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD"))
        };
        let told = |words: Range<usize>| {
            let mut words = words;
            words.any(|word| matches!(tokens.xpos(word), "WP" | "WDT" | "WP$"))
        };
        let end = if opens { self.opening_end(first, bounds) } else { None };
        let comma = end.filter(|&end| self.text(end) == ",");
        let close = end.filter(|&end| self.text(end) != ",");
        // "According to Ann, the talks …": what stands behind the comma is no part of the source.
        let before = end.filter(|&end| end > first && end <= head || close.is_some());
        let head = before.map_or(head, |end| tokens.head_of(first..end));
        // "according to plan": nobody speaks.
        let bare = head == first && tokens.upos(head) == Upos::Noun && tokens.xpos(head) == "NN";
        // … and "counted according to the new rules": how it is done.
        let behind = !opens && self.text(at - 1) != "," && self.text(at - 1) != "(";
        let owned = after
            .clone()
            .take_while(|&word| word < head)
            .any(|word| matches!(tokens.xpos(word), "PRP$" | "POS"));
        let measure = behind && !owned && self.cues.measures.iter().any(|noun| noun == tokens.lemma(head));
        if measure || bare && self.referents.entity(head).is_none() && comma != Some(head + 1) {
            return None;
        }
        let mut source = self.phrase(head, at, bounds);
        source.words.start = first;
        // "according to Ann, who resigned in May": the time of a relative clause is not that of the phrase.
        if !opens && told(source.words.clone()) {
            source.words.end = source.words.end.max(tokens.subtree(head).end.min(bounds.end));
        }
        // "according to emails posted by Ode | *on Tuesday*", "according to a CBS poll | *released Sunday*": what a participle tells of
        // the source is none of a verb of saying.
        let mark = |&word: &usize| tokens.upos(word) == Upos::Punct && !self.glued(word);
        let next = source.words.end;
        let timed = |word: usize| word < bounds.end && self.referents.time(word).is_some();
        let made = |word: usize| {
            let form =
                tokens.xpos(word) == "VBN" || tokens.xpos(word) == "VBD" && self.text(word).ends_with("ed");
            let adverbial = timed(word + 1) || matches!(tokens.upos(word + 1), Upos::Adp | Upos::Punct);
            form && (adverbial || word + 1 >= bounds.end)
        };
        let dated = timed(next) && (head + 1..next).any(made);
        if !opens && (dated || next < bounds.end && made(next)) {
            source.words.end = (next..bounds.end).find(mark).unwrap_or(bounds.end);
        }
        // "according to Speaker | *Carl Dunn*"
        if !opens && let Some(whole) = self.noun_end(first, bounds.end) {
            source.words.end = source.words.end.max(whole);
        }
        // Behind its clause the phrase has all that follows the name, at the head of the sentence its comma ends it.
        if let Some(end) = end {
            source.words.end = end.max(source.words.start);
        } else if !opens {
            // "Many voters, according to a poll released Sunday, dislike both": what it interrupts goes on.
            // … and so does "It is, according to Ann, a mess".
            let is = at > bounds.start + 1 && tokens.lemma(at - 2) == "be";
            let interrupts = self.text(at - 1) == "," && (is || !finite(bounds.start..at));
            let close = (head + 1..bounds.end).take(OPENING).find(|&word| self.text(word) == ",");
            // "which, according to Ann, the two sides signed": no apposition has a verb of its own.
            let end = source.words.end;
            let more = self.apposed(end, bounds.end);
            let clause = finite(end..more) && !told(end..more);
            // "A suit, according to his aide, *Ann Ode*, is near": the name behind the comma is the aide's.
            let name = |close: usize| {
                let end = self.noun_end(close + 1, bounds.end).filter(|&end| self.text(end) == ",")?;
                // … and of "according to Ann Ode, *a professor*, will fail" hers.
                let named = tokens.upos(head) == Upos::Noun && tokens.upos(close + 1) == Upos::Propn
                    || matches!(self.text(close + 1), "a" | "an" | "the");
                (named && self.is_finite(end + 1)).then_some(end)
            };
            let close = close.filter(|_| interrupts).map(|close| name(close).unwrap_or(close));
            source.words.end = close.unwrap_or(if clause { end } else { more });
        }
        // "according to residents | *and aid workers*", of whom a parser makes somebody who is helped.
        let last = (source.words.end..bounds.end).rev().find(|&word| tokens.upos(word) != Upos::Punct);
        if let Some(last) = last.filter(|last| !opens && noun(last) && source.words.end + JOINED > *last) {
            let rest = source.words.end..last + 1;
            let plain = !rest.clone().any(|word| self.text(word) == ",") && !finite(rest.clone());
            if matches!(self.text(rest.start), "and" | "or") && plain {
                source.words.end = rest.end;
            }
        }
        // "according to records, contradicting what he said": what follows from it.
        let doing = |&word: &usize| self.text(word) == "," && tokens.xpos(word + 1) == "VBG";
        let follows = (head + 1..source.words.end).find(doing).filter(|_| !opens);
        source.words.end = follows.unwrap_or(source.words.end);
        // "was, in the words of one aide, “absurd.”": what the marks hold is said.
        let quoted = (head + 1..source.words.end).find(|&word| self.opens_quote(word));
        source.words.end = quoted.filter(|&mark| self.text(mark - 1) == ",").unwrap_or(source.words.end);
        // "according to “The Mill,” *his book on Ohio*": a title, with what it is.
        let title = self
            .outer_at(first)
            .filter(|quote| quote.marked.start == first && !opens && self.is_written_as_title(&quote.words));
        if let Some(quote) = title {
            let inner = self.text(quote.words.end - 1) == ",";
            let mark = |&word: &usize| tokens.upos(word) == Upos::Punct && !self.is_mark(word);
            let behind = (quote.marked.end..bounds.end).filter(|_| inner).find(mark);
            let end = if inner { behind.unwrap_or(bounds.end) } else { quote.marked.end };
            source = Source { head: quote.words.start, words: first..end };
        }
        source.words = self.trimmed(source.words);
        // "It rained, according to the agency, *citing the ministry*": whom the source has it from is no part of it.
        // … nor is "according to an official, *speaking on condition of anonymity*".
        let origin = |word: usize| {
            tokens.xpos(word) == "VBG" && (self.takes_quotes(word) || self.text(word) == "speaking")
        };
        let closes = !opens && self.text(source.words.end) == "," && origin(source.words.end + 1);
        let unit = at..if closes { bounds.end } else { source.words.end.max(first) };
        // "lawsuits that involved his firms, according to records.": behind a comma and at the end it is the sentence's.
        let comma = at > bounds.start + 1
            && (self.text(at - 1) == "," || self.is_mark(at - 1) && self.text(at - 2) == ",");
        let ends = comma && unit.end + 1 >= bounds.end;
        let relative = tokens.head(head).is_some_and(|verb| tokens.relation(verb) == Relation::AclRelcl);
        let whole = (ends && relative).then(|| bounds.clone());
        // "boats which, according to Ann, *they criticised*"
        let inside = comma && matches!(tokens.xpos(at - 2), "WDT" | "WP");
        let main = |word: &usize| self.text(*word) == "," && self.is_finite(*word + 1);
        let close = || (unit.end + 1..bounds.end).find(main).unwrap_or(bounds.end);
        let whole = if inside { Some(unit.start..close()) } else { whole };
        let mut around = self.called(at, bounds).or(whole).unwrap_or_else(|| self.governed(head, bounds));
        // "It has begun, and *the rest*, according to Lee, *will follow*": of two clauses the one that the phrase stands in.
        let inserted = comma && self.text(unit.end) == "," && self.is_finite(unit.end + 1);
        let own = if inserted { self.joined_front(at - 1, bounds) } else { None };
        around.start = own.map_or(around.start, |own| own.max(around.start));
        // "It is dead because, according to Ann, *it would fail*": only why.
        let why = comma && matches!(self.text(at - 2), "because" | "where" | "though" | "although");
        around.start = if why { around.start.max(at - 1).min(unit.start) } else { around.start };
        // "Ode, according to Lee, will go; Kenya will stay": what somebody else does.
        let parts = |word: &usize| {
            let named = tokens.upos(word + 1) == Upos::Propn && self.can_act(word + 1);
            self.text(*word) == ";" && named && self.outer_at(*word).is_none()
        };
        around.end = (unit.end..around.end).find(parts).unwrap_or(around.end);
        let pieces =
            [around.start..unit.start.max(around.start), unit.end.min(around.end)..around.end].into_iter();
        let mut content: Vec<Range<usize>> =
            pieces.map(|piece| self.trimmed(piece)).filter(|piece| !piece.is_empty()).collect();
        // "And, according to Ann, it rained": a word that only joins the sentence to the one before.
        // "It is another matter: most voters agree, according to a poll": what stands behind the colon.
        if let Some(piece) = content.first_mut() {
            let colon = |&word: &usize| self.text(word) == ":" && self.outer_at(word).is_none();
            let colon = piece.clone().rev().find(colon).filter(|&colon| finite(colon + 1..piece.end));
            piece.start = colon.map_or(piece.start, |colon| colon + 1);
        }
        // … and "*At least* according to Ann": that bounds the phrase.
        let bound = |words: &Range<usize>| words.end == at && self.bound_at(words.start) == Some(at);
        let joins = content.len() == 2
            && (content[0].len() == 1 && tokens.upos(content[0].start) == Upos::Cconj || bound(&content[0]))
            && finite(content[1].clone());
        if joins {
            content.remove(0);
        }
        let cue = (at..first).collect();
        let source: Option<Source> = Some(source);
        Some(Attribution { content, cue, lemma: None, class: CueClass::Speech, source })
    }

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

    /// The words in marks right before a phrase in brackets: "went “missing” (according to Ann)".
    fn called(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let bracket =
            at.checked_sub(1).filter(|&bracket| bracket > bounds.start && self.text(bracket) == "(")?;
        let quote = self.outer_at(bracket - 1).filter(|quote| quote.marked.end == bracket)?;
        Some(quote.marked.clone())
    }

    /// Where the phrase ends that opens its sentence and whose source begins at `first`: at its comma, behind what is told of
    /// the source between commas, or where another noun phrase begins without one.
    fn opening_end(&self, first: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let verb = |word: usize| matches!(tokens.upos(word), Upos::Verb | Upos::Aux);
        let finite = |mut words: Range<usize>| words.any(|word| self.is_finite(word));
        let next = |from: usize| (from..bounds.end).take(OPENING).find(|&word| self.text(word) == ",");
        let comma = next(first);
        // "but according to us | everything was fine"
        let object = matches!(self.text(first), "me" | "us" | "him" | "her" | "them");
        if object && finite(first + 1..comma.unwrap_or(bounds.end)) {
            return Some(first + 1);
        }
        // "According to the ministry | ten people died in May, …"
        let stop = comma.unwrap_or(bounds.end).min(first + OPENING);
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn);
        // "the ministry | over 345 people"
        let about = |word: usize| {
            matches!(self.text(word), "over" | "about" | "nearly" | "almost" | "around" | "some")
        };
        let mut parts = first + 1..stop;
        let second = parts.find(|&word| {
            let count = tokens.xpos(word) == "CD" && about(word - 1) && word > first + 1 && noun(word - 2);
            let opens = matches!(tokens.xpos(word), "DT" | "CD" | "PRP" | "PRP$");
            // "the Science Index | Professor Lee"
            let person = self.referents.covering(word).map(|id| &self.referents.named.mentions[id]);
            let person = person.is_some_and(|mention| {
                let begins = self.referents.words_of(mention.span).start == word;
                begins && mention.kind == EntityKind::Person && mention.form == Form::Name
            });
            let titled = person && self.referents.covering(word - 1) != self.referents.covering(word);
            let opens = opens
                || titled
                    && tokens.upos(word - 1) == Upos::Propn
                    && self.referents.office(word - 1).is_none();
            (noun(word - 1) && opens || count) && finite(word..stop)
        });
        let alone = comma.is_none_or(|comma| !finite(comma + 1..bounds.end));
        if let Some(second) = second.filter(|_| alone) {
            return Some(second - usize::from(about(second - 1)));
        }
        let mut comma = comma?;
        for _ in 0..3 {
            let Some(close) = next(comma + 1) else { break };
            let relative = matches!(tokens.xpos(comma + 1), "WP" | "WDT" | "WP$");
            let participle = matches!(tokens.xpos(comma + 1), "VBN" | "VBG");
            // "According to Ann, an expert on ants, the talks …"
            // "According to the paper, Ann Ode, the chairman, said": here the second name is the subject.
            let main = (close + 1..bounds.end).take(OPENING).find(|&word| self.is_finite(word));
            let clear = main.is_some_and(|main| self.text(main - 1) != ",");
            let noun = matches!(
                tokens.upos(comma + 1),
                Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj | Upos::Num
            );
            let clear = clear || matches!(self.text(comma + 1), "a" | "an");
            // "the center, a group that tracks money, …": what is told of it has verbs of its own.
            let who = |word: &usize| {
                matches!(tokens.xpos(*word), "WP" | "WDT" | "WP$") || self.text(*word) == "that"
            };
            let inside = (comma + 1..close).find(who).unwrap_or(close);
            // "a *leading* maker of tools", "a group *made up* of soldiers": a participle makes no clause.
            let apposed = noun && clear && !finite(comma + 1..inside) && !verb(close + 1);
            let who =
                matches!(tokens.xpos(close + 1), "WP" | "WDT" | "WP$") && self.text(close + 1) != "what";
            let told = apposed && !who;
            if !(relative || participle || told) || !finite(close + 1..bounds.end) {
                break;
            }
            comma = close;
        }
        Some(comma)
    }

    /// The clause that the phrase of `source` belongs to: a relative or a conjoined clause, or the sentence without the
    /// clauses that are joined to it behind the phrase.
    pub(super) fn governed(&self, source: usize, bounds: &Range<usize>) -> Range<usize> {
        let tokens = self.tokens();
        let Some(head) = tokens.head(source) else { return bounds.clone() };
        let subject = |at: usize| tokens.children(at).any(|child| tokens.is_subject(child));
        let own = matches!(tokens.relation(head), Relation::AclRelcl | Relation::Conj) && subject(head);
        if own {
            let words = tokens.subtree(head);
            return words.start..words.end.max(words.start + 1);
        }
        let joined = tokens
            .children(head)
            .find(|&child| tokens.relation(child) == Relation::Conj && child > source && subject(child));
        let end = joined.map_or(bounds.end, |child| tokens.subtree(child).start);
        bounds.start..end.max(bounds.start)
    }
}
