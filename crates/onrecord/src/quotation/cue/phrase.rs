//! Phrases before a source: "*according to* X", the rest of the sentence is X's.

use std::ops::Range;

use super::Scene;
use super::opening::OPENING;
use crate::document::CueClass;
use crate::quotation::{Attribution, Source};
use crate::syntax::{Relation, Upos};

/// Words of a second source, at most.
const JOINED: usize = 5;

/// A phrase, with what it opens or stands in.
struct Phrase<'b> {
    /// Its own words: "*according to* Ann".
    words: Range<usize>,
    /// The head of its source.
    head: usize,
    bounds: &'b Range<usize>,
    /// Whether it stands at the head of its sentence or clause.
    opens: bool,
    /// Where it ends if it opens.
    end: Option<usize>,
}

impl Scene<'_> {
    /// The attribution of the phrase that begins at `at`.
    pub(super) fn according(&self, at: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let bounds = &(self.behind_semicolon(at, bounds)..bounds.end);
        let phrase = self.phrase_at(at, bounds).filter(|phrase| !self.has_no_speaker(phrase))?;
        let source = self.source_of_phrase(&phrase);
        let whole = self.with_origin(&source, &phrase);
        let content = self.content_around(&whole, &phrase);
        let (cue, source) = (phrase.words.collect(), Some(source));
        Some(Attribution { content, cue, lemma: None, class: CueClass::Speech, source })
    }

    /// The phrase that begins at `at`, if one does.
    fn phrase_at<'b>(&self, at: usize, bounds: &'b Range<usize>) -> Option<Phrase<'b>> {
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
        let head = self.head_behind(&(at..first), bounds)?;
        let opens = at == bounds.start || tokens.upos(at - 1) == Upos::Cconj;
        let end = if opens { self.opening_end(first, bounds) } else { None };
        // "According to Ann, | the roof leaks, *and* a man will mend it", where the tagger has no verb in the first clause.
        let joined = end.filter(|&end| self.text(end) == "," && tokens.upos(end + 1) == Upos::Cconj);
        let earlier = joined.and_then(|end| (first + 1..end).find(|&word| self.text(word) == ","));
        let end = earlier.or(end);
        // "According to Ann, the talks …": what stands behind the comma is no part of the source.
        let cut = end.filter(|&end| end > first && end <= head || self.text(end) != ",");
        let head = cut.map_or(head, |end| tokens.head_of(first..end));
        Some(Phrase { words: at..first, head, bounds, opens, end })
    }

    /// The head of the source behind the words of a phrase: the one that has them in the arcs, or the first noun.
    fn head_behind(&self, words: &Range<usize>, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let mut behind = words.end..bounds.end;
        let governs = |word: &usize| tokens.children(*word).any(|child| words.contains(&child));
        let noun = |word: &usize| matches!(tokens.upos(*word), Upos::Noun | Upos::Propn | Upos::Pron);
        // "according to *some* of his aides"
        let some = |word: &usize| noun(word) || self.is_quantifier(*word);
        behind.clone().find(governs).filter(some).or_else(|| behind.find(noun))
    }

    /// Whether nobody speaks: "according to *plan*".
    fn has_no_speaker(&self, phrase: &Phrase) -> bool {
        let tokens = self.tokens();
        let Phrase { ref words, head, end, .. } = *phrase;
        let bare = head == words.end && tokens.upos(head) == Upos::Noun && tokens.xpos(head) == "NN";
        // … but "according to data *from the bank*" is of who has it.
        let made = tokens.children(head).filter(|&child| child > head).any(|child| {
            let relation = tokens.relation(child);
            relation == Relation::Acl || relation == Relation::Nmod && self.text(head + 1) == "from"
        });
        let bare = bare && !made;
        let closed = end == Some(head + 1) && self.text(head + 1) == ",";
        self.is_measured_by(phrase) || bare && self.referents.entity(head).is_none() && !closed
    }

    /// "counted according to the new rules": whether the phrase says how something is done.
    fn is_measured_by(&self, phrase: &Phrase) -> bool {
        let tokens = self.tokens();
        let Phrase { ref words, head, opens, .. } = *phrase;
        let behind = !opens && !matches!(self.text(words.start - 1), "," | "(");
        let owned = (words.end..head).any(|word| matches!(tokens.xpos(word), "PRP$" | "POS"));
        behind && !owned && self.cues.measures.iter().any(|noun| noun == tokens.lemma(head))
    }

    /// Whose words the phrase gives.
    fn source_of_phrase(&self, phrase: &Phrase) -> Source {
        let Phrase { words: ref own, head, bounds, opens, end } = *phrase;
        let first = own.end;
        let whole = self.phrase(head, own.start, bounds).words.end;
        // Behind its clause the phrase has all that follows the name, at the head of the sentence its comma ends it.
        let end =
            if opens { end.map_or(whole, |end| end.max(first)) } else { self.source_end(whole, phrase) };
        // "was, in the words of one aide, “absurd.”": what the marks hold is said.
        let quoted = (head + 1..end).find(|&word| self.opens_quote(word));
        let end = quoted.filter(|&mark| self.text(mark - 1) == ",").unwrap_or(end);
        let title = if opens { None } else { self.title_behind(first, bounds) };
        let Source { head, words } = title.unwrap_or(Source { head, words: first..end });
        Source { head, words: self.trimmed(words) }
    }

    /// Where the source of a phrase behind or inside its clause ends that the arcs end at `end`.
    fn source_end(&self, end: usize, phrase: &Phrase) -> usize {
        let tokens = self.tokens();
        let Phrase { ref words, head, bounds, .. } = *phrase;
        // "according to Ann, who resigned in May": the time of a relative clause is not that of the phrase.
        let told = self.tells_of(&(words.end..end)).then(|| tokens.subtree(head).end.min(bounds.end));
        let end = told.map_or(end, |told| end.max(told));
        let end = self.made_end(end, phrase).unwrap_or(end);
        // "according to Speaker | *Carl Dunn*"
        let end = self.noun_end(words.end, bounds.end).map_or(end, |whole| end.max(whole));
        let end = self.interrupting_end(phrase).unwrap_or_else(|| self.apposition_end(end, bounds));
        let end = self.second_source_end(end, bounds).unwrap_or(end);
        // "according to records, contradicting what he said": what follows from it.
        let follows = |&word: &usize| self.text(word) == "," && tokens.xpos(word + 1) == "VBG";
        (head + 1..end).find(follows).unwrap_or(end)
    }

    /// Whether the words have a relative pronoun, "whose" among them.
    fn tells_of(&self, words: &Range<usize>) -> bool {
        words.clone().any(|word| matches!(self.tokens().xpos(word), "WP" | "WDT" | "WP$"))
    }

    /// "according to emails posted by Ode | *on Tuesday*", "according to a CBS poll | *released Sunday*": the end of what a participle
    /// before or behind `end` tells of the source. It is none of a verb of saying.
    fn made_end(&self, end: usize, phrase: &Phrase) -> Option<usize> {
        let tokens = self.tokens();
        let Phrase { head, bounds, .. } = *phrase;
        let timed = |word: usize| word < bounds.end && self.referents.time(word).is_some();
        let made = |word: usize| {
            let form =
                tokens.xpos(word) == "VBN" || tokens.xpos(word) == "VBD" && self.text(word).ends_with("ed");
            let adverbial = timed(word + 1) || matches!(tokens.upos(word + 1), Upos::Adp | Upos::Punct);
            form && (adverbial || word + 1 >= bounds.end)
        };
        let dated = timed(end) && (head + 1..end).any(made);
        let mark = |&word: &usize| tokens.upos(word) == Upos::Punct && !self.glued(word);
        (dated || end < bounds.end && made(end)).then(|| (end..bounds.end).find(mark).unwrap_or(bounds.end))
    }

    /// "Many voters, according to a poll released Sunday | , dislike both": the comma behind a phrase that its clause goes on from.
    fn interrupting_end(&self, phrase: &Phrase) -> Option<usize> {
        let Phrase { ref words, head, bounds, .. } = *phrase;
        let at = words.start;
        // … and so does "It is, according to Ann, a mess".
        let is = at > bounds.start + 1 && self.tokens().lemma(at - 2) == "be";
        let interrupts = self.text(at - 1) == "," && (is || !self.any_finite(&(bounds.start..at)));
        let mut behind = (head + 1..bounds.end).take(OPENING);
        let close = behind.find(|&word| self.text(word) == ",").filter(|_| interrupts)?;
        Some(self.named_end(close, phrase).unwrap_or(close))
    }

    /// "A suit, according to his aide, *Ann Ode* | , is near": the end of the name behind the comma at `close`, which is the aide's.
    fn named_end(&self, close: usize, phrase: &Phrase) -> Option<usize> {
        let tokens = self.tokens();
        let end = self.noun_end(close + 1, phrase.bounds.end).filter(|&end| self.text(end) == ",")?;
        // … and of "according to Ann Ode, *a professor*, will fail" hers.
        let named = tokens.upos(phrase.head) == Upos::Noun && tokens.upos(close + 1) == Upos::Propn
            || matches!(self.text(close + 1), "a" | "an" | "the");
        (named && self.is_finite(end + 1)).then_some(end)
    }

    /// The end of the appositions behind a source that ends at `end`. "which, according to Ann, the two sides signed": none has a
    /// verb of its own.
    fn apposition_end(&self, end: usize, bounds: &Range<usize>) -> usize {
        let more = end..self.apposed(end, bounds.end);
        let clause = self.any_finite(&more) && !self.tells_of(&more);
        if clause { end } else { more.end }
    }

    /// "according to residents | *and aid workers*", of whom a parser makes somebody who is helped: where they end.
    fn second_source_end(&self, end: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let last = (end..bounds.end).rev().find(|&word| tokens.upos(word) != Upos::Punct)?;
        let noun = matches!(tokens.upos(last), Upos::Noun | Upos::Propn | Upos::Pron);
        let rest = end..last + 1;
        let joined = noun && end + JOINED > last && matches!(self.text(end), "and" | "or");
        let plain = joined && !rest.clone().any(|word| self.text(word) == ",") && !self.any_finite(&rest);
        plain.then_some(rest.end)
    }

    /// "according to “The Mill,” *his book on Ohio*": a title, with what it is.
    fn title_behind(&self, first: usize, bounds: &Range<usize>) -> Option<Source> {
        let quote = self
            .outer_at(first)
            .filter(|quote| quote.marked.start == first && self.is_written_as_title(&quote.words))?;
        let mark = |&word: &usize| self.tokens().upos(word) == Upos::Punct && !self.is_mark(word);
        let end = if self.text(quote.words.end - 1) == "," {
            (quote.marked.end..bounds.end).find(mark).unwrap_or(bounds.end)
        } else {
            quote.marked.end
        };
        Some(Source { head: quote.words.start, words: first..end })
    }

    /// The phrase with its source. "It rained, according to the agency, *citing the ministry*": whom the source has it from is no
    /// part of it.
    fn with_origin(&self, source: &Source, phrase: &Phrase) -> Range<usize> {
        let end = source.words.end;
        // … nor is "according to an official, *speaking on condition of anonymity*".
        let origin = |word: usize| {
            let tells = self.takes_quotes(word) || self.text(word) == "speaking";
            self.tokens().xpos(word) == "VBG" && tells
        };
        let closes = !phrase.opens && self.text(end) == "," && origin(end + 1);
        phrase.words.start..if closes { phrase.bounds.end } else { end.max(phrase.words.end) }
    }

    /// What the source says: the clause without the words of the phrase, which are `whole`.
    fn content_around(&self, whole: &Range<usize>, phrase: &Phrase) -> Vec<Range<usize>> {
        let around = self.clause_around(whole, phrase);
        let pieces =
            [around.start..whole.start.max(around.start), whole.end.min(around.end)..around.end].into_iter();
        let mut content: Vec<Range<usize>> =
            pieces.map(|piece| self.trimmed(piece)).filter(|piece| !piece.is_empty()).collect();
        if let Some(piece) = content.first_mut() {
            piece.start = self.clause_behind_colon(piece).unwrap_or(piece.start);
        }
        let leads = content.len() == 2
            && self.only_leads(&content[0], phrase.words.start)
            && self.any_finite(&content[1]);
        if leads {
            content.remove(0);
        }
        // `was “late,” in the words of an official, *and on Monday he left*`: what the author goes on with.
        let goes_on =
            |piece: &Range<usize>| self.tokens().upos(piece.start) == Upos::Cconj && self.any_finite(piece);
        if content.len() == 2 && self.any_finite(&content[0]) && goes_on(&content[1]) {
            content.pop();
        }
        content
    }

    /// "It is another matter: most voters agree, according to a poll": what stands behind the colon.
    fn clause_behind_colon(&self, piece: &Range<usize>) -> Option<usize> {
        let colon = |&word: &usize| self.text(word) == ":" && self.outer_at(word).is_none();
        let start = piece.clone().rev().find(colon)? + 1;
        self.any_finite(&(start..piece.end)).then_some(start)
    }

    /// "And, according to Ann, it rained": whether the words before the phrase at `at` only join the sentence to the one before.
    fn only_leads(&self, words: &Range<usize>, at: usize) -> bool {
        let joins = words.len() == 1 && self.tokens().upos(words.start) == Upos::Cconj;
        // … and "*At least* according to Ann": that bounds the phrase.
        joins || words.end == at && self.bound_at(words.start) == Some(at)
    }

    /// The clause that the phrase is about; `whole` are its words with its source.
    fn clause_around(&self, whole: &Range<usize>, phrase: &Phrase) -> Range<usize> {
        let Phrase { head, bounds, .. } = *phrase;
        let at = whole.start;
        let paused = at > bounds.start + 1
            && (self.text(at - 1) == "," || self.is_mark(at - 1) && self.text(at - 2) == ",");
        let relative = || if paused { self.relative_around(whole, phrase) } else { None };
        let around = self.called(at, bounds).or_else(relative).unwrap_or_else(|| self.governed(head, bounds));
        let start = if paused { self.start_before(whole, around.start, bounds) } else { around.start };
        start..self.end_behind(whole.end, around.end)
    }

    /// "boats which, according to Ann, *they criticised*": the relative clause that the phrase stands in.
    fn relative_around(&self, whole: &Range<usize>, phrase: &Phrase) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let bounds = phrase.bounds;
        if matches!(tokens.xpos(whole.start - 2), "WDT" | "WP") {
            let main = |word: &usize| self.text(*word) == "," && self.is_finite(*word + 1);
            return Some(whole.start..(whole.end + 1..bounds.end).find(main).unwrap_or(bounds.end));
        }
        // "lawsuits that involved his firms, according to records.": behind a comma and at the end it is the sentence's.
        let ends = whole.end + 1 >= bounds.end;
        let verb = tokens.head(phrase.head).filter(|_| ends)?;
        (tokens.relation(verb) == Relation::AclRelcl).then(|| bounds.clone())
    }

    /// Where the clause begins that the arcs begin at `start`, with a phrase behind a comma in it.
    fn start_before(&self, whole: &Range<usize>, start: usize, bounds: &Range<usize>) -> usize {
        let at = whole.start;
        // "It has begun, and *the rest*, according to Lee, *will follow*": of two clauses the one that the phrase stands in.
        let inserted = self.text(whole.end) == "," && self.is_finite(whole.end + 1);
        let own = if inserted { self.joined_front(at - 1, bounds) } else { None };
        let start = own.map_or(start, |own| own.max(start));
        // "It is dead because, according to Ann, *it would fail*": only why.
        let why = matches!(self.text(at - 2), "because" | "where" | "though" | "although");
        if why { start.max(at - 1).min(at) } else { start }
    }

    /// "Ode, according to Lee, will go; Kenya will stay", "Ode will go, according to Lee, while Kenya stays": where in the words from
    /// `start` to `end` somebody else does something.
    fn end_behind(&self, start: usize, end: usize) -> usize {
        let parts = |word: &usize| {
            let named = self.tokens().upos(word + 1) == Upos::Propn && self.can_act(word + 1);
            let meanwhile = *word == start && self.text(*word + 1) == "while";
            (self.text(*word) == ";" && named || self.text(*word) == "," && meanwhile)
                && self.outer_at(*word).is_none()
        };
        (start..end).find(parts).unwrap_or(end)
    }

    /// The words in marks right before a phrase in brackets: "went “missing” (according to Ann)".
    fn called(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let bracket =
            at.checked_sub(1).filter(|&bracket| bracket > bounds.start && self.text(bracket) == "(")?;
        let quote = self.outer_at(bracket - 1).filter(|quote| quote.marked.end == bracket)?;
        Some(quote.marked.clone())
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
