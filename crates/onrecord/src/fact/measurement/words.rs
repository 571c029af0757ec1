//! The words of a figure: how much of a phrase belongs to what is measured.

use std::ops::Range;

use super::{Figure, Measured};
use crate::fact::whose::clause_of;
use crate::syntax::{Relation, Upos};

/// Words from a member up to the body that has it.
const NESTED: usize = 4;

/// The word by which a number says how many members something has.
pub(super) const STRONG: &str = "strong";

impl Figure<'_, '_> {
    /// "gave *Ann Lee* a 9-point *lead*", "*Ann Lee* has a 9-point lead": who has it, or gets it.
    pub(super) fn points(&self) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let point = self.number.end + 1;
        let joined = point + 1 < tokens.len() && self.text(point - 1) == "-";
        let noun = tokens.head(point).filter(|&noun| joined && noun > point && self.is_noun(noun))?;
        let verb = clause_of(self.scene, noun).filter(|_| tokens.lemma(point) == "point")?;
        let who = tokens.child(verb, &[Relation::Iobj]).or_else(|| self.subject(verb))?;
        (who != noun).then(|| self.of_clause(verb, who, point + 1..noun + 1, "measurement/points"))
    }

    /// How many members the noun behind the number has: "the *six-member* Afghan team", "a *40-strong* delegation".
    pub(super) fn members(&self) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let member = self.number.end + 1;
        let joined = member + 1 < tokens.len() && self.text(member - 1) == "-";
        let counted = self.is_noun(member)
            && self.scene.clauses.is_listed(member, &self.scene.clauses.governors.members);
        let listed = joined && (counted || self.text(member) == STRONG);
        let above = std::iter::successors(Some(member).filter(|_| listed), |&at| tokens.head(at));
        // The last noun of the phrase, whatever hangs on what.
        let noun = above.take(NESTED).find(|&at| {
            let small = [Relation::Compound, Relation::Amod, Relation::Nummod];
            at > member && self.is_noun(at) && !small.contains(&tokens.relation(at))
        })?;
        let words = self.phrase(noun);
        let subject = member + 1..words.end.max(noun + 1);
        Some(Measured {
            subject,
            measure: member..member + 1,
            ..self.plain(noun, noun, "measurement/members")
        })
    }

    /// `end`, before a full stop or a comma.
    pub(super) fn trimmed(&self, start: usize, end: usize) -> usize {
        let tokens = self.scene.referents.tokens();
        (start + 1..end).find(|&at| tokens.upos(at) == Upos::Punct).unwrap_or(end)
    }

    /// The counted noun with what belongs to it, up to a phrase that has a figure of its own.
    pub(super) fn counted_phrase(&self) -> Range<usize> {
        let referents = self.scene.referents;
        let tokens = referents.tokens();
        let mut words = self.phrase(self.carrier);
        let own = |child: &usize| {
            let case = self.scene.clauses.case(*child).map(|case| self.text(case));
            *child > self.carrier
                && case.is_some_and(|case| case != "of")
                && tokens.subtree(*child).any(|at| referents.quantity(at).is_some())
        };
        if let Some(child) = tokens.children(self.carrier).find(own) {
            words.end = words.end.min(tokens.subtree(child).start).max(self.carrier + 1);
        }
        let comma = (self.carrier..words.end).find(|&at| self.text(at) == ",");
        words.end = comma.unwrap_or(words.end);
        words
    }

    /// A noun with what stands before it and the "of" or "per" that it needs: "trade" of "trade between the two".
    pub(super) fn core(&self, head: usize) -> Range<usize> {
        let tokens = self.scene.referents.tokens();
        let mut words = self.phrase(head);
        let aside = |&child: &usize| {
            let case = self.scene.clauses.case(child).map(|case| self.text(case));
            child > head && case.is_some_and(|case| !matches!(case, "of" | "per"))
        };
        if let Some(child) = tokens.children(head).find(aside) {
            words.end = words.end.min(tokens.subtree(child).start).max(head + 1);
        }
        words
    }

    /// The words up to the first "for".
    pub(super) fn before_for(&self, words: Range<usize>) -> Range<usize> {
        let end = words.clone().skip(1).find(|&at| self.text(at) == "for").unwrap_or(words.end);
        words.start..end
    }

    /// The words of a phrase, without what follows the number in it, and without a clause that opens the sentence before it.
    pub(super) fn phrase(&self, head: usize) -> Range<usize> {
        let mut words = self.scene.referents.phrase(head);
        let tokens = self.scene.referents.tokens();
        let opens = matches!(tokens.upos(words.start), Upos::Verb | Upos::Adp | Upos::Sconj | Upos::Adv);
        let comma = (words.start..head).rev().find(|&at| self.text(at) == ",");
        if let Some(comma) = comma.filter(|_| opens) {
            words.start = comma + 1;
        }
        // "companies *led by Ann Lee*", "the firm, *founded in 1991*": what was done to it is no part of what is measured.
        let participle = |&child: &usize| tokens.relation(child) == Relation::Acl && child > head;
        if let Some(child) = tokens.children(head).find(participle) {
            let end = tokens.subtree(child).start.max(head + 1).min(words.end);
            words.end = if end > head + 1 && self.text(end - 1) == "," { end - 1 } else { end };
        }
        // "54 percent of the vote, *according to* the results"
        let told =
            |&at: &usize| self.text(at) == "," && at + 1 < words.end && self.text(at + 1) == "according";
        if let Some(comma) = (head + 1..words.end).find(told) {
            words.end = comma;
        }
        if self.number.start > head && self.number.start < words.end {
            words.end = self.number.start;
            while words.end > head + 1 && !matches!(tokens.upos(words.end - 1), Upos::Noun | Upos::Propn) {
                words.end -= 1;
            }
        }
        words
    }

    /// The phrase of the noun behind the number, from the number on.
    pub(super) fn after_number(&self, noun: usize) -> Range<usize> {
        let words = self.phrase(noun);
        // "1,350kg *(3,000lb)* sandbags": the same again.
        let past = self.past_bracket();
        let start = if past <= noun { past } else { self.number.end };
        start.max(words.start)..words.end.max(noun + 1)
    }
}
