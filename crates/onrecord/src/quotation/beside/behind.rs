//! The verb of saying behind words in marks, with its source: `“It rained,” *said the mayor*`, `“No,” *came the reply from Lee*`.

use super::{NEAR, Scene, Source};
use crate::document::EntityKind;
use crate::marks::Quoted;
use crate::syntax::{Relation, Upos};

use onrecord_resource::cue::Takes;

/// The words behind marks that may hold their cue.
struct Behind {
    start: usize,
    end: usize,
    /// Whether the marks end with a comma.
    comma: bool,
}

impl Scene<'_> {
    /// The verb of saying behind the marks, with its source.
    pub(in crate::quotation) fn cue_behind(&self, quote: &Quoted) -> Option<(usize, Option<Source>)> {
        let behind = self.words_behind(quote)?;
        let replied = self.replied(behind.start, behind.end);
        replied.or_else(|| self.verb_behind(&behind))
    }

    /// The words behind the marks, where what these hold ends there and somebody may be told of who says it.
    fn words_behind(&self, quote: &Quoted) -> Option<Behind> {
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
            || (inner.starts_with(['?', '!']) || matches!(inner, "…" | "..." | "—" | "–" | "--"))
                && (opens_small || name)
            || inner == "." && opens_small
            || opens_small && matches!(outer, "—" | "–" | "--");
        if !closed || self.inner_end(quote) {
            return None;
        }
        // "shouting “Shame!” as the vote was announced": when, not who.
        let when = matches!(self.text(start), "when" | "while" | "after" | "before" | "until" | "because");
        if when || self.text(start) == "as" && !comma || self.is_said_before(start, quote) {
            return None;
        }
        Some(Behind { start, end: self.stop_behind(start, quote.paragraph), comma: inner == "," })
    }

    /// `said, “It is odd,” *but said* the law was right`: whether at `start` who spoke before the marks says the next thing.
    fn is_said_before(&self, start: usize, quote: &Quoted) -> bool {
        let tokens = self.tokens();
        // … and of `told them, “We will win,” and they roared` too.
        let next = start + 1 + usize::from(tokens.upos(start + 1) == Upos::Pron);
        let joined = tokens.upos(start) == Upos::Cconj && self.is_verb(next) && self.is_said(next);
        joined && self.cue_before(quote).is_some()
    }

    /// The first verb that is one of saying, or is one by its place.
    fn verb_behind(&self, behind: &Behind) -> Option<(usize, Option<Source>)> {
        let tokens = self.tokens();
        let mut relative = false;
        for at in behind.start..behind.end {
            relative |= matches!(tokens.xpos(at), "WP" | "WDT" | "WP$");
            if !self.is_verb(at) || self.is_told_of_speaker(at, relative, behind) {
                continue;
            }
            // `the motto, “Let Ode be Ode,” which was *written* on a wall`: where it stands.
            let stands = self.text(behind.start) == "which" && tokens.xpos(at) == "VBN";
            if self.says_marks(at, behind) && !stands && !(relative && self.in_relative(at, behind.start)) {
                return self.with_source(at, behind);
            }
            let modifies = matches!(tokens.relation(at), Relation::AclRelcl | Relation::Acl | Relation::Amod);
            if !relative && !modifies {
                return self.by_place(at, behind);
            }
        }
        None
    }

    /// Whether the participle at `at` tells of who speaks, or of a noun, and the verb comes later.
    fn is_told_of_speaker(&self, at: usize, relative: bool, behind: &Behind) -> bool {
        let tokens = self.tokens();
        if tokens.xpos(at) != "VBN" {
            return false;
        }
        // `"The Reader," who runs a paper called that`: what is told of a noun.
        let named = relative && tokens.relation(at) == Relation::Acl;
        // `“It rained,” Ode, *known* as Bo, said`
        let bare = tokens.child(at, &[Relation::Aux, Relation::AuxPass]).is_none()
            && (behind.start..at).any(|word| self.text(word) == ",");
        let later = |word: usize| tokens.xpos(word) == "VBD" && self.is_said(word) && self.takes_quotes(word);
        named || bare && (at + 1..behind.end).any(later)
    }

    /// Whether what the marks hold can be what the verb at `at` says.
    fn says_marks(&self, at: usize, behind: &Behind) -> bool {
        // "“X,” read a statement": the form of an infinitive right behind the marks.
        let said = self.is_said(at) || at == behind.start && self.tokens().xpos(at) == "VB";
        // `“A fraud,” the minister calls it.`
        let object = self.opens_phrase(at + 1) && at + 1 < behind.end;
        let calls = behind.comma && object && self.takes(at, Takes::Predicate);
        said && (self.takes_quotes(at) || calls)
    }

    /// The verb of saying at `at` with who stands before or behind it.
    fn with_source(&self, at: usize, behind: &Behind) -> Option<(usize, Option<Source>)> {
        let tokens = self.tokens();
        let Behind { start, end, .. } = *behind;
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
        let saying =
            |word: &usize| self.text(*word) == "as" && matches!(self.text(*word + 1), "saying" | "telling");
        let quoted = (at + 1..end).find(saying).filter(|_| tokens.lemma(at) == "quote");
        if let Some(source) = quoted.and_then(|word| self.after(at, word)) {
            return Some((at, Some(source)));
        }
        let before = if start < at { self.source_between(at, start) } else { None };
        let source = before.or_else(|| self.after(at, end));
        (source.is_some() || at == start).then_some((at, source))
    }

    /// A verb that says what the marks hold because it stands beside them.
    fn by_place(&self, at: usize, behind: &Behind) -> Option<(usize, Option<Source>)> {
        let Behind { start, end, comma } = *behind;
        // `“I am no politician,” Mr. Ode likes to say.`
        let say = at + 2;
        let habit = self.text(at + 1) == "to" && say < end && self.tokens().xpos(say) == "VB";
        if habit && self.takes_quotes(say) && at > start {
            return Some((say, Some(self.source_between(at, start)?)));
        }
        // `“No,” Mr. Ode can be heard *saying* on the tape.`
        let saying = (at + 1..end).find(|&word| self.tokens().upos(word) != Upos::Adv);
        let saying = saying.filter(|&word| self.tokens().xpos(word) == "VBG" && self.takes_quotes(word));
        if let Some(saying) = saying.filter(|_| at > start) {
            return Some((saying, Some(self.source_between(at, start)?)));
        }
        let source = self.any_verb(at, start).or_else(|| self.any_inverted(at, start, end));
        source.filter(|_| comma).map(|source| (at, Some(source)))
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
}
