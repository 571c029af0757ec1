//! Who does what a participle tells: "…, *saying* that", "an ad *claiming* that", "sued Ode for *saying* that".
//!
//! A participle has no subject of its own. What it hangs on says whose it is: the noun right before it where that noun says
//! things, the object of "for" and "as", and else the subject of the clause before the comma.

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::{Scene, Source};
use crate::syntax::{Relation, Upos};

/// Words from the head of a noun phrase to its end, where it is told of by a relative clause.
pub(super) const SHORT: usize = 12;

/// Words and finite verbs between a participle and the subject that it is about, at most.
const CLAUSE: usize = 100;
const VERBS: usize = 6;

/// Who does what a participle tells.
pub(super) enum Doer {
    Known(Source),
    /// Nobody who is named.
    Nobody,
    /// Whoever the arcs make its subject.
    Subject,
}

impl Scene<'_> {
    /// Who does what the participle at `at` tells; `main` if the arcs give it the subject of the sentence.
    pub(super) fn of_participle(&self, at: usize, bounds: &Range<usize>, main: bool) -> Doer {
        let tokens = self.tokens();
        let owned = tokens.children(at).any(|child| tokens.is_subject(child));
        let joined = || if owned { None } else { self.joined_subject(at, bounds) };
        if let Some(source) = self.behind_opening(at, bounds).or_else(joined) {
            return Doer::Known(source);
        }
        let subject = tokens.children(at).rfind(|&child| tokens.is_subject(child) && child < at);
        let own = subject.is_some_and(|word| !(word..at).any(|mark| self.text(mark) == ","));
        let second = || self.first_participle(at).and_then(|first| self.noun_before(first, bounds));
        let beside =
            || self.noun_before(at, bounds).or_else(second).or_else(|| self.told_against(at, bounds));
        if let Some(source) = if own { None } else { beside() } {
            return Doer::Known(source);
        }
        let governed = tokens.child(at, &[Relation::Mark, Relation::Case]).is_some();
        if let Some(source) = self.sued(at, bounds).filter(|_| governed) {
            return Doer::Known(source);
        }
        // "a step toward *understanding* how": the noun does nothing.
        if tokens.relation(at) == Relation::Acl && governed {
            return Doer::Nobody;
        }
        if let Some(source) = self.shown_before(at, bounds) {
            return Doer::Known(source);
        }
        let first = if own || main || !self.goes_on_behind_comma(at, bounds) {
            None
        } else {
            self.subject_before(at, bounds)
        };
        first.map_or(Doer::Subject, Doer::Known)
    }

    /// "*an ad* claiming that", "*a letter* urging them to", "clips of *Ode* saying that": the noun right before the participle at `at`
    /// that says it, or of whom it is.
    fn noun_before(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let words = self.noun_phrase(at, bounds.start)?;
        let said = at > bounds.start && tokens.upos(at - 1) == Upos::Noun && {
            self.is_text(at - 1) || self.cues.nouns.contains_key(tokens.lemma(at - 1))
        };
        if said {
            // "put $1 million into *ads* calling him a liar"
            let sum = words.clone().rev().find(|&word| word < at - 1 && tokens.upos(word) == Upos::Adp);
            let sum = sum.filter(|&case| case > words.start && tokens.upos(case - 1) == Upos::Num);
            let words = sum.map_or(words.start, |case| case + 1)..words.end;
            return Some(Source { head: at - 1, words });
        }
        let of = words.rev().find(|&word| self.text(word) == "of")?;
        let named = of + 1 < at && (of + 1..at).all(|word| tokens.upos(word) == Upos::Propn);
        named.then(|| Source { head: tokens.head_of(of + 1..at), words: of + 1..at })
    }

    /// "a statement *calling* it late and saying that": the participle of a noun that the one at `at` goes on with.
    fn first_participle(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens();
        let first = tokens.head(at).filter(|&first| tokens.relation(at) == Relation::Conj && first < at)?;
        (tokens.xpos(first) == "VBG" && tokens.relation(first) == Relation::Acl).then_some(first)
    }

    /// "*Ode* defended the plan against them saying that": who does what is said of.
    fn told_against(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let plain = self.text(at) == "saying" && at > bounds.start + 1 && tokens.upos(at - 2) == Upos::Adp;
        let reports = |verb: &usize| self.is_finite(*verb) && self.outer_at(*verb).is_none();
        let first = (bounds.start..at).find(reports).filter(|_| plain)?;
        let verb = if tokens.upos(first) == Upos::Aux { tokens.head(first).unwrap_or(first) } else { first };
        if self.uses(verb).is_empty() { None } else { self.subject_before(at, bounds) }
    }

    /// "sued *Ode* for claiming that", "quoted *Ode* as saying that": who did it is who is sued.
    fn sued(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        at.checked_sub(1).filter(|&case| matches!(self.text(case), "for" | "as"))?;
        let above = tokens.head(at)?;
        let object = if tokens.relation(above) == Relation::Obj {
            Some(above)
        } else {
            tokens.child(above, &[Relation::Obj])
        };
        let object =
            object.filter(|&object| object < at && self.can_speak(object) && bounds.contains(&object));
        let Source { head, words } = self.phrase(object?, at, bounds);
        Some(Source { head, words: words.start..words.end.min(at - 1) })
    }

    /// "called the vote a fraud, *claiming* that", "vetoed a bill on schools, *saying* that": what who did the first thing does besides.
    fn goes_on_behind_comma(&self, at: usize, bounds: &Range<usize>) -> bool {
        // … or ", while *adding* that".
        let meanwhile = || (self.text(at - 2), self.text(at - 1)) == (",", "while");
        at > bounds.start + 1
            && (meanwhile() || self.text(at - 1) == "," || self.is_mark(at - 1) && self.text(at - 2) == ",")
    }

    /// "The emails show *Ann Ode, an aide*, writing that": whom something shows, with asides or without.
    fn shown_before(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let verb = (bounds.start..at).rev().take(SHORT * 2).find(|&word| self.is_finite(word))?;
        let object = tokens
            .child(verb, &[Relation::Obj, Relation::Iobj])
            .filter(|word| (verb + 1..at).contains(word))?;
        let words = self.trimmed(verb + 1..at);
        let plain = words.clone().all(|word| self.is_of_phrase(word) || self.text(word) == ",");
        let shows = self.takes(verb, Takes::Portrait) && self.takes(verb, Takes::That);
        (shows && plain && tokens.upos(object) == Upos::Propn).then_some(Source { head: object, words })
    }

    /// "with Ode calling it late and *Lee* describing it as": who stands between the conjunction and the participle.
    fn joined_subject(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let joint = (bounds.start..at).rev().take(SHORT).find(|&word| {
            let nominal = matches!(tokens.upos(word), Upos::Propn | Upos::Noun | Upos::Adj | Upos::Det);
            // "with Rep. Ann Ode *of* Ohio saying"
            !nominal && tokens.xpos(word) != "PRP$" && self.text(word) != "of"
        })?;
        if joint + 1 < at && matches!(self.text(joint), "and" | "with") {
            self.before(at, joint + 1)
        } else {
            None
        }
    }

    /// Where the last clause begins that a conjunction joins to one before it, before the word at `at`: "Ode grew angry, and *Lee
    /// cut him off*, saying that".
    pub(super) fn last_clause(&self, at: usize, bounds: &Range<usize>) -> Option<usize> {
        let joined = |&comma: &usize| {
            let clause = || self.is_clause(comma + 2, &(bounds.start..at));
            let joint = self.tokens().upos(comma + 1) == Upos::Cconj;
            self.text(comma) == "," && joint && self.outer_at(comma).is_none() && clause()
        };
        (bounds.start..at.saturating_sub(2)).rev().find(joined).map(|comma| comma + 2)
    }

    /// The noun that a participle at `at` is about: the subject of the verb before it.
    pub(in crate::quotation) fn subject_before(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let finite =
            |verb: &usize| matches!(tokens.upos(*verb), Upos::Verb | Upos::Aux) && self.is_finite(*verb);
        let subject = |verb: usize| {
            let own = tokens.children(verb).rfind(|&child| tokens.is_subject(child) && child < at);
            own.filter(|&word| self.can_speak(word) && bounds.contains(&word))
        };
        // The clause that opens the sentence before those inside it: "Obama thanked her, saying …".
        let first = |verb: usize| match subject(verb) {
            Some(head) => Some(self.phrase(head, verb, bounds)),
            // "Mr. Lee, who is retiring, took the floor, saying …": the verb behind what is told of its subject.
            None => self.before_clause(verb, bounds.start).or_else(|| self.before(verb, bounds.start)),
        };
        // … and not what somebody says inside marks, nor what the noun of a relative clause does.
        let outer = |verb: &usize| self.outer_at(*verb).is_none() || self.outer_at(at).is_some();
        let own = |verb: &usize| {
            let main = if tokens.upos(*verb) == Upos::Aux { tokens.head(*verb) } else { Some(*verb) };
            let subject = main.and_then(|main| tokens.children(main).find(|&child| tokens.is_subject(child)));
            !subject.is_some_and(|word| tokens.xpos(word).starts_with('W'))
        };
        let near = at.saturating_sub(CLAUSE).max(bounds.start);
        let near = self.last_clause(at, bounds).map_or(near, |start| near.max(start));
        let verbs = || (near..at).filter(finite).filter(outer).take(VERBS);
        // "The move came after *a court* struck it down, ruling that": of several subjects the first that can act.
        let acts = |source: &Source| self.can_act(source.head) || self.is_text(source.head);
        let mut subjects = verbs().filter(own).filter_map(first);
        let acting = subjects.clone().find(acts);
        acting.or_else(|| subjects.next()).or_else(|| verbs().find_map(first))
    }
}
