//! Quoted speech and the cue beside it.
//!
//! `"The talks failed," the minister said on Monday.` A parser sees two sentences here, or takes the quoted one for the
//! whole, so the layout of news is read first: behind the marks stand the source and a verb of saying in either order,
//! before them a verb of saying with a comma, a colon or nothing between. What stands in the way is any other verb, a
//! full stop or another quotation. The words of titles, names and scare quotes are no speech and are not asked for here.

use std::collections::BTreeMap;
use std::ops::Range;

use onrecord_resource::cue::{Class, GAP, Takes};

use super::{Scene, Source};
use crate::document::EntityKind;
use crate::marks::Quoted;
use crate::syntax::{Relation, Upos};

/// Words between the marks and the cue, at most.
const NEAR: usize = 40;

/// The quotations of one cue.
#[derive(Clone, Debug, Default)]
pub(super) struct Claim {
    /// The quoted words, in text order.
    pub(super) pieces: Vec<Range<usize>>,
    /// Who says them, where the place beside the marks tells.
    pub(super) source: Option<Source>,
}

/// What stands in marks, by the verb of saying beside it.
pub(super) fn claims(scene: &Scene, quoted: &[Quoted], used: &mut [bool]) -> BTreeMap<usize, Claim> {
    let mut claims: BTreeMap<usize, Claim> = BTreeMap::new();
    let mut cues: Vec<Option<usize>> = vec![None; quoted.len()];
    for (row, (quote, used)) in quoted.iter().zip(used.iter_mut()).enumerate() {
        // `shouted “No!” and “Go home!”`, whatever the second is.
        let second = row
            .checked_sub(1)
            .filter(|&other| cues[other].is_some() && scene.is_joined(&quoted[other], quote));
        if !scene.is_speech(quote) && second.is_none() {
            continue;
        }
        let colon = scene.text_or_none(quote.marked.start.checked_sub(1)) == Some(":");
        let behind = || scene.cue_behind(quote);
        let before = || scene.cue_before(quote).map(|cue| (cue, None));
        // `“The tax,” he said as he ended his speech, “is a fraud.”`: the second part of one sentence.
        let part = row.checked_sub(1).filter(|&other| {
            scene.is_joined(&quoted[other], quote) || scene.is_second_part(&quoted[other], quote)
        });
        if let Some(cue) = part.and_then(|other| cues[other]) {
            claims.entry(cue).or_default().pieces.push(quote.words.clone());
            *used = true;
            cues[row] = Some(cue);
            continue;
        }
        let found = if colon { before().or_else(behind) } else { behind().or_else(before) };
        if let Some((cue, source)) = found {
            let claim = claims.entry(cue).or_default();
            claim.pieces.push(quote.words.clone());
            claim.source = claim.source.take().or(source);
            *used = true;
            cues[row] = Some(cue);
        }
    }
    // A quotation that is not closed at the end of its paragraph is said by who says the next one.
    for row in (1..quoted.len()).rev().filter(|&row| quoted[row].goes_on) {
        let free = !used[row - 1] && scene.is_speech(&quoted[row - 1]);
        if let Some(cue) = cues[row].filter(|_| free) {
            claims.entry(cue).or_default().pieces.insert(0, quoted[row - 1].words.clone());
            (used[row - 1], cues[row - 1]) = (true, Some(cue));
        }
    }
    claims
}

/// Words of a title, at most.
const TITLE: usize = 10;

/// Words before a colon without a cue, at most.
const INTRODUCED: usize = 8;

/// Words of a quotation that is no title, at least.
const SENTENCE: usize = 6;

impl Scene<'_> {
    /// Whether the words in the marks are speech: a clause or a whole sentence, not a title or a single word.
    pub(super) fn is_speech(&self, quote: &Quoted) -> bool {
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
        let told = quote.marked.start.checked_sub(1).is_some_and(|at| self.takes_quotes(at));
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
            || quote.words.len() >= 3 && verb
    }

    /// Whether only a conjunction stands between the two: `“No!” *and* “Go home!”`.
    pub(super) fn is_joined(&self, first: &Quoted, second: &Quoted) -> bool {
        let between = first.marked.end;
        between + 1 == second.marked.start && matches!(self.text(between), "and" | "or")
    }

    /// Whether `second` goes on with the sentence that `first` leaves at a comma.
    fn is_second_part(&self, first: &Quoted, second: &Quoted) -> bool {
        let reading = self.referents.reading;
        let mark = second.marked.start.saturating_sub(1);
        self.text(first.words.end - 1) == ","
            && self.text(mark) == ","
            && first.marked.end < mark
            && !self.capital(second.words.start)
            && reading.sentence_of(first.words.end - 1) == reading.sentence_of(mark)
    }

    /// Whether the words in the marks are written as a title, behind an owner or a preposition.
    pub(super) fn is_title(&self, quote: &Quoted) -> bool {
        let tokens = self.tokens();
        let Some(before) = quote.marked.start.checked_sub(1) else { return false };
        let placed = matches!(tokens.xpos(before), "POS" | "''")
            || self.text(before) == "'"
            || tokens.upos(before) == Upos::Adp;
        let mut long = quote.words.clone().filter(|&word| self.text(word).chars().count() > 3);
        placed && quote.words.len() <= TITLE && long.all(|word| self.capital(word))
    }

    /// Whether the words in the marks are the title of what stands before the comma: `his book, “The Mill at Dawn,” sold well`.
    fn is_apposed_title(&self, quote: &Quoted) -> bool {
        let Some(comma) = quote.marked.start.checked_sub(1).filter(|&at| self.text(at) == ",") else {
            return false;
        };
        let noun = comma > 0 && matches!(self.tokens().xpos(comma - 1), "NN" | "NNS");
        let closed = self.text(quote.words.end - 1) == "," && self.is_finite(quote.marked.end);
        noun && closed && self.is_written_as_title(&quote.words)
    }

    /// Whether the words in marks are written as a title: every longer one with a capital, and no end of a sentence.
    pub(super) fn is_written_as_title(&self, words: &Range<usize>) -> bool {
        let name = |word: &usize| self.text(*word).starts_with(char::is_alphabetic);
        let small = |word: usize| self.text(word).chars().count() <= 3;
        let mut all = words.clone().filter(name);
        let ended = matches!(self.text(words.end - 1), "." | "!" | "?");
        let capitals = words.clone().filter(|&word| self.capital(word)).count();
        !ended && words.len() <= TITLE && capitals > 1 && all.all(|word| self.capital(word) || small(word))
    }

    /// The word, or nothing past the ends of the text.
    pub(super) fn text_or_none(&self, at: Option<usize>) -> Option<&str> {
        at.filter(|&at| at < self.tokens().len()).map(|at| self.text(at))
    }

    /// The verb of saying behind the marks, with its source.
    fn cue_behind(&self, quote: &Quoted) -> Option<(usize, Option<Source>)> {
        let tokens = self.tokens();
        let first = quote.marked.end;
        // `'Thank you,'" he said`: the comma stands inside both marks.
        let last = quote.words.end - 1;
        let nested = quote.words.len() > 2 && matches!(self.text(last), "'" | "’");
        let inner = self.text(last - usize::from(nested));
        let outer = self.text_or_none(Some(first))?;
        // `It failed.” (Others say that it did not.)`
        if outer == "(" {
            return None;
        }
        let comma = inner == "," || outer == ",";
        let start = first + usize::from(outer == ",");
        let opens_small = !self.capital(start);
        let name = matches!(tokens.upos(start), Upos::Propn | Upos::Noun);
        // `"We will win" Trump tweeted.`
        let bare = name && tokens.upos(start + 1) == Upos::Verb && self.takes_quotes(start + 1);
        let closed = comma
            || bare && inner != "."
            || matches!(inner, "?" | "!" | "…" | "..." | "—" | "–" | "--") && (opens_small || name)
            || inner == "." && opens_small
            || opens_small && matches!(outer, "—" | "–" | "--");
        if !closed || self.inner_end(quote) {
            return None;
        }
        // "shouting “Shame!” as the vote was announced": when, not who.
        let when = matches!(self.text(start), "when" | "while" | "after" | "before" | "until" | "because");
        if when || self.text(start) == "as" && !comma {
            return None;
        }
        // `said, “It is odd,” but said the law was right`: who spoke before the marks says the next thing.
        // … and of `told them, “We will win,” and they roared` too.
        let next = start + 1 + usize::from(tokens.upos(start + 1) == Upos::Pron);
        let joined = tokens.upos(start) == Upos::Cconj && self.is_verb(next) && self.is_said(next);
        if joined && self.cue_before(quote).is_some() {
            return None;
        }
        let end = self.stop_behind(start, quote.paragraph);
        if let Some(replied) = self.replied(start, end) {
            return Some(replied);
        }
        let mut relative = false;
        for at in start..end {
            relative |= matches!(tokens.xpos(at), "WP" | "WDT" | "WP$");
            if !self.is_verb(at) {
                continue;
            }
            // "“X,” read a statement": the form of an infinitive right behind the marks.
            let said = self.is_said(at) || at == start && tokens.xpos(at) == "VB";
            // `“A fraud,” the minister calls it.`
            let object = self.opens_phrase(at + 1);
            let calls = inner == "," && object && at + 1 < end && self.takes(at, Takes::Predicate);
            // `“It rained,” Ode, *known* as Bo, said`: what is told of who speaks.
            let bare = tokens.xpos(at) == "VBN"
                && tokens.child(at, &[Relation::Aux, Relation::AuxPass]).is_none()
                && (start..at).any(|word| self.text(word) == ",");
            let later =
                |word: usize| tokens.xpos(word) == "VBD" && self.is_said(word) && self.takes_quotes(word);
            // `"The Reader," who runs a paper called that`: what is told of a noun.
            let named = relative && tokens.xpos(at) == "VBN" && tokens.relation(at) == Relation::Acl;
            if named || bare && (at + 1..end).any(later) {
                continue;
            }
            if said && (self.takes_quotes(at) || calls) && !(relative && self.in_relative(at, start)) {
                // `"Did you know?" she was asked by reporters`
                let asked = tokens.xpos(at) == "VBN"
                    && at > start
                    && tokens.lemma(at - 1) == "be"
                    && (self.takes(at, Takes::Told) || self.takes(at, Takes::Bidding));
                if asked {
                    let by = Some(at + 1).filter(|&by| self.text(by) == "by");
                    return Some((at, by.and_then(|by| self.after(by, end))));
                }
                // `the radio quoted one witness *as saying*`
                let saying = |word: &usize| {
                    self.text(*word) == "as" && matches!(self.text(*word + 1), "saying" | "telling")
                };
                let quoted = (at + 1..end).find(saying).filter(|_| tokens.lemma(at) == "quote");
                if let Some(source) = quoted.and_then(|word| self.after(at, word)) {
                    return Some((at, Some(source)));
                }
                let before = (start < at).then(|| self.source_between(at, start)).flatten();
                let source = before.or_else(|| self.after(at, end));
                let alone = source.is_some() || at == start;
                return alone.then_some((at, source));
            }
            let modifies = matches!(tokens.relation(at), Relation::AclRelcl | Relation::Acl | Relation::Amod);
            if !relative && !modifies {
                // `“I am no politician,” Mr. Ode likes to say.`
                let say = at + 2;
                let habit = self.text(at + 1) == "to" && say < end && tokens.xpos(say) == "VB";
                if habit && self.takes_quotes(say) && at > start {
                    return Some((say, Some(self.source_between(at, start)?)));
                }
                let source = self.any_verb(at, start).or_else(|| self.any_inverted(at, start, end));
                return source.filter(|_| inner == ",").map(|source| (at, Some(source)));
            }
        }
        None
    }

    /// `“No,” *came* the reply from Lee.`, `“No,” *was* his answer.`: a noun of saying behind the marks and the verb at `at`, and
    /// whose it is.
    fn replied(&self, at: usize, end: usize) -> Option<(usize, Option<Source>)> {
        let tokens = self.tokens();
        let finite = self.is_finite(at) && tokens.upos(at + 1) != Upos::Punct;
        let noun = self.noun_end(at + 1, end).filter(|_| finite)? - 1;
        let said = self.cues.voices.iter().any(|voice| voice == tokens.lemma(noun));
        let owned = (at + 1..noun).rev().find(|&word| matches!(tokens.xpos(word), "PRP$" | "POS"));
        let owner = owned.map(|last| at + 1..last + 1);
        let owner = owner.map(|words| Source { head: tokens.head_of(words.clone()), words });
        let from = || if self.text(noun + 1) == "from" { self.after(noun + 1, end) } else { None };
        said.then(|| (at, owner.or_else(from)))
    }

    /// `“It rained,” Mr. Ode *allowed*.`: whatever somebody does right behind the marks, and nothing behind it, is saying.
    fn any_verb(&self, at: usize, start: usize) -> Option<Source> {
        let finite = matches!(self.tokens().xpos(at), "VBD" | "VBZ");
        // … or where he stands: `he *rumbled* from the podium`.
        let alone = matches!(self.text(at + 1), "." | ",") || self.opens_quote(at + 1);
        let alone = alone || self.tokens().upos(at + 1) == Upos::Adp;
        let nominal = |word: usize| self.is_nominal(word);
        let plain = at > start && (start..at).all(nominal);
        let source = if finite && alone && plain { self.source_between(at, start)? } else { return None };
        self.can_act(source.head).then_some(source)
    }

    /// `“It rained,” *allowed* Mr. Ode, the mayor.`: the same, before somebody by name.
    fn any_inverted(&self, at: usize, start: usize, end: usize) -> Option<Source> {
        let first = at == start && self.tokens().xpos(at) == "VBD" && self.capital(at + 1);
        let source = self.after(at, end).filter(|_| first)?;
        let closed = matches!(self.text(source.words.end), "." | ",") || source.words.end >= end;
        let person = self.referents.entity(source.head).map(|entity| self.referents.kind(entity));
        (closed && person == Some(EntityKind::Person)).then_some(source)
    }

    /// Whether a quotation is the end of a sentence that runs into it, as in `he has "no regrets," but`.
    fn inner_end(&self, quote: &Quoted) -> bool {
        let reading = self.referents.reading;
        let sentence = &reading.sentences[reading.sentence_of(quote.marked.start)];
        let mut before = sentence.tokens.start.min(quote.marked.start)..quote.marked.start;
        before.any(|at| self.tokens().upos(at) != Upos::Punct) && !self.capital(quote.words.start)
    }

    /// Where the words behind the marks end that can hold the cue.
    fn stop_behind(&self, start: usize, paragraph: usize) -> usize {
        let reading = self.referents.reading;
        let last = (start + NEAR).min(self.tokens().len());
        let stops = |&at: &usize| {
            let out =
                reading.sentences.get(reading.sentence_of(at)).is_none_or(|s| s.paragraph.row() != paragraph);
            // "Rep. Ode (R-Wis.) said", "said Ode, D-Mass., a senator"
            let short = self.text(at) == "." && matches!(self.text(at + 1), ")" | ",");
            let quoted = || self.outer_at(at).filter(|quote| quote.marked.start == at);
            let other = || quoted().is_some_and(|quote| !self.is_apposed_title(quote));
            let inside = self.outer_at(at).is_some_and(|quote| quote.words.contains(&at));
            out || !inside && !short && matches!(self.text(at), "." | ";" | ":" | "?" | "!") || other()
        };
        (start..last).find(stops).unwrap_or(last)
    }

    /// Whether the verb at `at` belongs to a relative clause that began behind `start`, not to the noun before it.
    fn in_relative(&self, at: usize, start: usize) -> bool {
        let tokens = self.tokens();
        let pronoun = (start..at).rev().find(|&word| matches!(tokens.xpos(word), "WP" | "WDT" | "WP$"));
        pronoun.is_some_and(|pronoun| {
            let verbs = (pronoun..at).any(|word| matches!(tokens.upos(word), Upos::Verb | Upos::Aux));
            // "who did not want *to be quoted*"
            let aux = tokens.child(at, &[Relation::AuxPass]).unwrap_or(at);
            !verbs || tokens.xpos(aux) == "VB"
        })
    }

    /// The source between the marks and the verb: all that stands there.
    fn source_between(&self, at: usize, start: usize) -> Option<Source> {
        let tokens = self.tokens();
        let small = |word: usize| {
            matches!(tokens.upos(word), Upos::Adv | Upos::Aux | Upos::Part | Upos::Punct | Upos::Cconj)
                || self.referents.time(word).is_some()
        };
        let mut words = start..at;
        let joint = |word: usize| small(word) || self.text(word) == "as";
        while !words.is_empty() && joint(words.start) && self.text(words.start) != "the" {
            words.start += 1;
        }
        while !words.is_empty() && (small(words.end - 1) && self.text(words.end - 1) != ")") {
            words.end -= 1;
        }
        // "that is how his pollster put it": the clause around the cue is not the source's.
        let person = words.clone().any(|word| matches!(tokens.xpos(word), "WP" | "WP$"));
        let all = |word: usize| self.text(word) == "all" && tokens.upos(word + 1) != Upos::Adp;
        let frame = |word: &usize| {
            matches!(tokens.upos(*word), Upos::Verb | Upos::Aux) || tokens.xpos(*word) == "WRB" || all(*word)
        };
        if !person && let Some(last) = words.clone().rev().find(frame) {
            let participle = matches!(tokens.relation(last), Relation::Acl | Relation::Amod);
            words.start = if participle { words.start } else { last + 1 };
        }
        if words.is_empty() || tokens.upos(words.start) == Upos::Adp {
            return None;
        }
        let subject = tokens.children(at).find(|&child| tokens.is_subject(child) && words.contains(&child));
        let head = subject.unwrap_or_else(|| {
            let noun = |word: &usize| matches!(tokens.upos(*word), Upos::Noun | Upos::Propn | Upos::Pron);
            let top = tokens.head_of(words.clone());
            if noun(&top) { top } else { words.clone().find(noun).unwrap_or(top) }
        });
        self.with_subject_of(Some(Source { head, words }), at, &(start..at + 1))
    }

    /// The verb of saying before the marks.
    fn cue_before(&self, quote: &Quoted) -> Option<usize> {
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
        let direct = tokens.upos(mark) == Upos::Verb && self.takes_quotes(mark);
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
        let main = (start..mark).filter(|&word| asked && self.text(word) == ",");
        let main = main.into_iter().find(|&comma| self.is_clause(comma + 1, &bounds));
        let from = main.unwrap_or(start).max(mark.saturating_sub(NEAR));
        for at in (from..=mark).rev() {
            if self.outer_at(at).is_some() && !colon {
                continue;
            }
            if matches!(self.text(at), ";" | "—") && at != mark {
                return None;
            }
            // "told the court that, in his view, “X”": the marks are inside a clause of the author's.
            let announces = tokens.upos(at) == Upos::Sconj || self.text(at + 1) == ",";
            if self.text(at) == "that" && announces && !colon {
                return None;
            }
            // "was, in the words of one aide, “absurd.”": the phrase has them.
            if !colon && self.begins_phrase(at, mark) {
                return None;
            }
            // "in an emailed statement:"
            let attribute = tokens.xpos(at) == "VBN" && tokens.relation(at) == Relation::Amod;
            let verb = (tokens.upos(at) == Upos::Verb || self.is_mistaken(at)) && !attribute;
            // "Asked about it, he was blunt: “No.”": who asked has no words here.
            let asked = at == reading.sentences[row].tokens.start && matches!(tokens.xpos(at), "VBN" | "VBD");
            let asked = asked && self.takes(at, Takes::Bidding);
            if verb && asked && colon && (at..mark).any(|word| self.text(word) == ",") {
                return None;
            }
            // "explained as the crowd cheered: “It is over.”": what others did meanwhile.
            let meanwhile = tokens.relation(at) == Relation::Advcl
                && tokens
                    .child(at, &[Relation::Mark, Relation::Advmod])
                    .is_some_and(|mark| matches!(self.text(mark), "as" | "while"))
                && (from..at).any(|word| self.is_verb(word) && self.takes_quotes(word));
            // "were not *what they hoped*, “but we go on”": the pronoun is what they hoped.
            let filled = self.is_of_what(at);
            // "suggested that Ode feared losing: “He handles it badly.”", "said it could be summed up in one word: “No.”": what is
            // felt or done inside a report is not quoted.
            let thought = self.uses(at).first().is_some_and(|used| used.class == Class::Thought);
            let passive = tokens.child(at, &[Relation::AuxPass]).is_some();
            let inside = colon
                && (thought || passive)
                && tokens.relation(at) == Relation::Ccomp
                && tokens.head(at).is_some_and(|verb| (from..at).contains(&verb) && self.takes_quotes(verb));
            // … and in "admitted what the polls have been *saying*: “We are behind.”" somebody else says it here.
            // "Ms. Ode, who has *said* she will go, was blunt: “No.”": what is told of who speaks.
            let told = colon
                && tokens.relation(at) == Relation::AclRelcl
                && (at..mark).any(|word| self.text(word) == "," && self.is_finite_behind(word));
            if meanwhile || inside || told || filled && (!colon || self.is_retold(at)) {
                continue;
            }
            if verb && self.takes_quotes(at) {
                return Some(at);
            }
            let modifies = matches!(
                tokens.relation(at),
                Relation::AclRelcl | Relation::Acl | Relation::Amod | Relation::Advcl
            );
            if verb && !colon && !modifies {
                return None;
            }
        }
        None
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

    /// `Mr. Kasich was cautious: “We'll see.”`, `Kasich: “We'll see”`: before a colon without a cue the one whom the clause
    /// is about.
    pub(super) fn introduced(&self, quote: &Quoted) -> Option<Source> {
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
    pub(super) fn signature(&self, quote: &Quoted) -> Option<Source> {
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
