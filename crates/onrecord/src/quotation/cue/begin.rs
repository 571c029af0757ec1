//! Where a content behind its cue begins: behind when, where and to whom it is said, and with the subject that the arcs have hung
//! elsewhere.

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::{NEAR, SUBJECT, Scene};
use crate::syntax::{Relation, Upos};

/// Words of somebody who is told something, where the arcs make them the subject of what is told, at most.
const HEARER: usize = 3;

impl Scene<'_> {
    /// The words of the clause of `head`, which depends on the cue at `cue`.
    pub(super) fn complement(&self, head: usize, cue: usize, bounds: &Range<usize>) -> Range<usize> {
        let tokens = self.tokens();
        let whole = tokens.subtree(head);
        let verb = tokens.upos(cue) != Upos::Noun;
        // Never past the marks that the cue stands in.
        let mut words = whole.start.max(bounds.start.min(head))..whole.end.min(bounds.end.max(head + 1));
        // A clause behind its cue has nothing before it, whatever the arcs hang there.
        if head > cue && verb {
            words.start = words.start.max(cue + 1);
        }
        if words.start > cue {
            words.start = self.begin(words.start, head, cue, bounds);
            if verb {
                words.end = self.further(words.start, self.run_on(words.end, bounds), cue, bounds);
            }
            words.end = self.end_of_clause(words.start, words.end, cue);
        } else {
            words.end = words.end.min(cue);
        }
        while words.end > words.start + 1 && matches!(self.text(words.end - 1), "," | ";" | "–" | "—") {
            words.end -= 1;
        }
        words
    }

    /// Where the clause of `head` begins that the arcs let begin at `start`, behind the cue at `cue`.
    fn begin(&self, start: usize, head: usize, cue: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        // The mark that introduces the clause stays in, the comma before it does not.
        let start = (start..head).find(|&word| tokens.upos(word) != Upos::Punct).unwrap_or(head);
        let start = self.behind_time(start, head, cue);
        // "said, without offering evidence, that": what stands before the mark is the cue's.
        let mark = tokens.child(head, &[Relation::Mark]).filter(|&mark| mark > start);
        let start = mark.filter(|&mark| self.text(mark - 1) == ",").unwrap_or(start);
        let start = self.behind_place(start, head, cue).unwrap_or(start);
        let start = self.behind_means(start, cue).unwrap_or(start);
        // "noted, too, that": how it was said.
        let too = tokens.upos(start) == Upos::Adv && self.text(start + 1) == ",";
        let too = too && start + 2 < head && self.text(start + 2) == "that";
        let start = self.with_subject(start + 2 * usize::from(too), head, cue, bounds);
        // "What he said was *that* it failed"
        let cleft = start == cue + 1 && tokens.lemma(cue + 1) == "be" && self.text(cue + 2) == "that";
        let start = start + usize::from(cleft && cue + 2 < head);
        self.behind_hearer(start, head, cue)
            .or_else(|| self.behind_named_hearer(start, head, cue))
            .unwrap_or(start)
    }

    /// "said Thursday *the talks had failed*": where the clause begins behind when it was said.
    fn behind_time(&self, start: usize, head: usize, cue: usize) -> usize {
        let tokens = self.tokens();
        // … but "said *recent* events were odd" has no time.
        let timed = |word: usize| self.referents.time(word).is_some() && tokens.upos(word) != Upos::Adj;
        let dated = start == cue + 1 && tokens.upos(start) == Upos::Adp && timed(start + 1);
        let first = start + usize::from(dated);
        let end = (first..head).find(|&word| !timed(word)).unwrap_or(first.max(head));
        let clause = matches!(tokens.upos(end), Upos::Det | Upos::Pron | Upos::Propn | Upos::Sconj)
            || tokens.xpos(end) == "NNS";
        if clause && !tokens.is_subject(end - 1) { end } else { start }
    }

    /// "complained in an interview *that*", "told a cheering crowd in Ohio *that*": where the clause begins behind where and to whom
    /// it was said.
    fn behind_place(&self, start: usize, head: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens();
        let that = (start..head).take(SUBJECT).find(|&word| matches!(self.text(word), "that" | "whether"))?;
        let verb = |word: usize| {
            let kind = matches!(tokens.upos(word), Upos::Verb | Upos::Aux);
            kind && (self.is_finite(word) || tokens.xpos(word) == "VB")
        };
        let hearer = start == cue + 1 && self.takes(cue, Takes::Told);
        let apart = hearer || tokens.upos(start) == Upos::Adp;
        (apart && !(start..that).any(verb)).then_some(that)
    }

    /// "told members *they are free*": where the clause begins behind whom it was told.
    fn behind_hearer(&self, start: usize, head: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens();
        let clause = |&word: &usize| {
            matches!(self.text(word), "he" | "she" | "they" | "we" | "I") && self.is_finite(word + 1)
        };
        let clause = (start + 1..head).take(HEARER).find(clause)?;
        let named = (start..clause)
            .all(|at| matches!(tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj));
        (named && self.takes(cue, Takes::Told)).then_some(clause)
    }

    /// Where the clause of `head` begins that the arcs let begin with somebody by name right behind a verb of telling: "told Fox
    /// News *the party* would".
    fn behind_named_hearer(&self, start: usize, head: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens();
        let first = start + usize::from(tokens.upos(start) == Upos::Det);
        let name = |word: &usize| tokens.upos(*word) == Upos::Propn;
        let end = (first..head).take(NEAR).find(|word| !name(word)).filter(|&end| end > first)?;
        let opens = matches!(tokens.xpos(end), "DT" | "PRP$" | "PRP");
        (start == cue + 1 && self.takes(cue, Takes::Told) && opens).then_some(end)
    }

    /// Where a clause begins whose subject the arcs have hung elsewhere: "maintains *his client* is innocent".
    fn with_subject(&self, start: usize, head: usize, cue: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        let first = (cue + 1..start).find(|&word| self.referents.time(word).is_none());
        let Some(first) = first.filter(|_| start < bounds.end) else { return start };
        if let Some(second) = self.second_of_two(first, start, cue) {
            return second;
        }
        let finite = self.opens_finite(start, cue);
        // "assured the voters *that taxes* would fall"
        let near = start - first <= SUBJECT;
        let that = (first..start).rev().find(|&word| self.text(word) == "that");
        if that.is_some_and(|that| near && finite && that > first && that + 1 < start) {
            return start;
        }
        if first == cue + 1 && self.has_whole(start, head, cue) {
            return first;
        }
        // "admits *about 35 jobs* at the plant will go"
        let nominal = |word: usize| {
            let about = tokens.upos(word) == Upos::Adv && tokens.upos(word + 1) == Upos::Num;
            (self.is_nominal(word) || about) && !tokens.xpos(word).starts_with('W')
        };
        // `saying Ode “will go down”`: marks may open between the subject and its verb.
        let part = |word: usize| nominal(word) || word + 1 == start && self.opens_quote(word) && word > first;
        let own = near
            && (finite || self.is_cut(start, head, cue))
            && (first..start).all(part)
            && tokens.upos(start - 1) != Upos::Part;
        if own { first } else { start }
    }

    /// Whether the clause behind the cue at `cue` begins with its finite verb, at `start`.
    fn opens_finite(&self, start: usize, cue: usize) -> bool {
        let tokens = self.tokens();
        // `claims Ode “put Ohio first”`: right behind the marks a past form may look like an infinitive.
        let quoted = start > cue + 1 && self.opens_quote(start - 1) && self.takes(cue, Takes::Bare);
        matches!(tokens.xpos(start), "VBD" | "VBZ" | "VBP" | "MD") || quoted && tokens.xpos(start) == "VB"
    }

    /// "told the panel *one of the factors* was that it rained": where the second of two phrases begins, the first of which, from
    /// `first`, is whom it is told.
    fn second_of_two(&self, first: usize, start: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens();
        let told = self.opens_finite(start, cue) && self.takes(cue, Takes::Told) && start - cue <= NEAR;
        let opens = |&word: &usize| {
            let noun = matches!(tokens.upos(word - 1), Upos::Noun | Upos::Propn);
            noun && matches!(tokens.xpos(word), "CD" | "DT" | "PRP$")
        };
        let part = |word: usize| {
            self.is_of_phrase(word) || self.is_mark(word) || tokens.relation(word) == Relation::Amod
        };
        let second = (first + 1..start).filter(|_| told).find(opens)?;
        (first..start).all(part).then_some(second)
    }

    /// "said *the best way to “do it”* — leaving — was to go": whether all between the cue and `start` is the clause's. Verbs of
    /// saying have no object besides their clause.
    fn has_whole(&self, start: usize, head: usize, cue: usize) -> bool {
        let tokens = self.tokens();
        self.takes(cue, Takes::Rest)
            && tokens.upos(head) == Upos::Verb
            && self.opens_phrase(cue + 1)
            && !matches!(self.text(start), "that" | "whether" | "if")
            && !tokens.children(cue).any(|child| child > cue && tokens.is_subject(child))
            && tokens.child(head, &[Relation::Mark]).is_none_or(|mark| self.text(mark) == "to")
    }

    /// "claims *the meeting* between them proved it": whether the subject of a clause is cut before the preposition at `start`.
    fn is_cut(&self, start: usize, head: usize, cue: usize) -> bool {
        let tokens = self.tokens();
        let modal = tokens.child(head, &[Relation::Aux]).is_some_and(|aux| self.is_finite(aux));
        tokens.upos(start) == Upos::Adp
            && (self.is_finite(head) || modal)
            && self.takes(cue, Takes::Bare)
            && !tokens.children(head).any(|child| tokens.is_subject(child))
    }
}
