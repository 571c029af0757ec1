//! The source of a cue in a relative clause: "*critics who* say", "a pledge that *critics* say would fail".

use std::ops::Range;

use super::participle::SHORT;
use super::{Scene, Source};
use crate::document::EntityKind;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// The source of a verb whose subject is the relative pronoun at `relative`.
    pub(super) fn of_relative(&self, relative: usize, at: usize, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        // "a pledge that *critics* say would cost billions"
        // … and "which *he* said has allowed it".
        let inside = (relative + 1..at).any(|word| {
            matches!(tokens.upos(word), Upos::Noun | Upos::Propn)
                || matches!(self.text(word), "he" | "she" | "they" | "we" | "I")
        });
        // "Ode, who *as secretary of state* praised it": what she was.
        let inside = inside && (relative + 1 >= at || tokens.upos(relative + 1) != Upos::Adp);
        // "Sanders, who had called for it, said": the pronoun has a verb of its own.
        let other = relative < at && (relative + 1..at).any(|word| self.is_finite(word));
        if let Some(source) = self.before_clause(at, bounds.start).filter(|_| other) {
            return source;
        }
        let clear = !(relative + 1..at).any(|word| matches!(tokens.upos(word), Upos::Verb | Upos::Cconj));
        let between = if inside && clear { self.before(at, relative + 1) } else { None };
        between.unwrap_or_else(|| self.antecedent(relative, at, bounds))
    }

    /// A relative pronoun with the noun that it stands for right before it: "*critics who* say".
    pub(super) fn antecedent(&self, pronoun: usize, at: usize, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        let alone = Source { head: pronoun, words: pronoun..pronoun + 1 };
        let comma = pronoun > bounds.start && matches!(self.text(pronoun - 1), "," | "—" | "–" | "--");
        let last = pronoun.checked_sub(1 + usize::from(comma)).filter(|&last| last >= bounds.start);
        let noun =
            tokens.head(at).filter(|&noun| tokens.relation(at) == Relation::AclRelcl && noun < pronoun);
        let noun = noun.filter(|&noun| !matches!(tokens.upos(noun), Upos::Verb | Upos::Aux));
        // "heard it from *officials* at the time, who told him": no time tells anything.
        let timed = last.filter(|&last| tokens.lemma(last) == "time" || self.referents.time(last).is_some());
        let case = timed
            .and_then(|last| (bounds.start..last).rev().take(3).find(|&at| tokens.upos(at) == Upos::Adp));
        let (last, noun) =
            case.map_or((last, noun), |case| (case.checked_sub(1), noun.filter(|&noun| noun < case)));
        // "fury from *Republicans, who* said"
        let giver = last.zip(noun).and_then(|(last, noun)| {
            let giver = |&word: &usize| matches!(self.text(word), "from" | "among" | "by" | "to" | "for");
            // "the testimony of *Ann Ode, who* lied"
            let holder = |&word: &usize| self.text(word) == "of" && !self.can_act(noun);
            let case = (noun + 1..last).find(giver).or_else(|| (noun + 1..last).find(holder))?;
            // "from *Ann Ode* of Ohio, who"
            let of = (case + 1..last).find(|&word| self.text(word) == "of").filter(|&of| of > case + 1);
            let last = of.map_or(last, |of| of - 1);
            let kind = self.referents.entity(last).map(|entity| self.referents.kind(entity));
            let plural = matches!(tokens.xpos(last), "NNS" | "NNPS");
            let somebody = plural || matches!(kind, Some(EntityKind::Person | EntityKind::Organization));
            let given = self.referents.entity(noun).is_none();
            // "A spokeswoman for *the campaign, which* said": a person is who, not which.
            let thing = self.text(pronoun) == "which" && self.referents.office(noun).is_some();
            (thing || somebody && given && tokens.xpos(pronoun) == "WP").then_some(case + 1)
        });
        if let Some(start) = giver {
            return Source { head: pronoun, words: start..pronoun + 1 };
        }
        match (last, noun) {
            (Some(last), Some(noun)) if noun + SHORT > last && noun <= last => {
                let phrase = self.phrase(noun, pronoun, bounds).words;
                let finite = |word: usize| matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD");
                let torn = (phrase.start..pronoun)
                    .any(finite)
                    .then(|| self.noun_phrase(last + 1, bounds.start))
                    .flatten();
                // "according | to *two officials, who*"
                let case = |word: &usize| matches!(tokens.relation(*word), Relation::Case | Relation::Fixed);
                let start = torn.unwrap_or(phrase).start;
                let start = (start..noun).find(|word| !case(word)).unwrap_or(start);
                Source { head: pronoun, words: start..pronoun + 1 }
            }
            (Some(last), _) if matches!(tokens.upos(last), Upos::Noun | Upos::Propn) => {
                let own = self.referents.words_of(self.referents.span(last));
                let mut start = own.start.min(last).max(bounds.start);
                // "House Chairman | Hal Rogers, who"
                while start > bounds.start && matches!(tokens.upos(start - 1), Upos::Propn | Upos::Noun) {
                    start -= 1;
                }
                Source { head: pronoun, words: start..pronoun + 1 }
            }
            _ => alone,
        }
    }

    /// The subject that a relative clause has right before its verb though the arcs give it the noun for one: "the speech,
    /// which *her aides* described as".
    pub(super) fn inside_relative(&self, at: usize, head: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let own = tokens.children(at).any(|child| tokens.is_subject(child));
        if own || tokens.relation(at) != Relation::AclRelcl || head >= at {
            return None;
        }
        let pronoun = (head..at).rev().find(|&word| matches!(tokens.xpos(word), "WDT" | "WP" | "IN"))?;
        let relative = tokens.xpos(pronoun) != "IN" || self.text(pronoun) == "that";
        let from = (pronoun + 1).max(bounds.start);
        if relative && from < at { self.before(at, from) } else { None }
    }
}
