//! How far a phrase goes that is called, criticized or accused of: "called *him a liar, a racist and a bully*", "described him as
//! *restless, funny, and incapable of rest*".

use std::ops::Range;

use super::{NEAR, Scene};
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// Where the phrase that begins at `start` ends: at a comma, a mark between clauses or what is reported next. Marks of
    /// quotation go along.
    pub(super) fn phrase_end(&self, start: usize, bounds: &Range<usize>) -> usize {
        let stops = |&word: &usize| {
            self.ends_at_mark(word, start, bounds)
                || self.ends_at_conjunction(word, start, bounds)
                || self.ends_at_clause(word, start, bounds)
        };
        let mut end = (start..bounds.end).find(stops).unwrap_or(bounds.end).max(start);
        while end > start && self.text(end - 1) == "." {
            end -= 1;
        }
        end
    }

    /// Whether the phrase from `start` ends before the mark at `word`, or behind marks with a comma in them.
    fn ends_at_mark(&self, word: usize, start: usize, bounds: &Range<usize>) -> bool {
        let mark = self.tokens().upos(word) == Upos::Punct && self.outer_at(word).is_none();
        let glued = matches!(self.text(word), "-" | "/");
        // `called it "an act," and he said`: the comma stands inside the marks.
        // … but `branded him as "a fraud," "a coward."` goes on.
        let closed = word > start + 1
            && self.is_mark(word - 1)
            && self.text(word - 2) == ","
            && !self.opens_quote(word);
        closed || mark && !glued && !(word > start && self.is_between_qualities(word, bounds))
    }

    /// Whether the comma at `comma` stands between qualities: "warned of dangerous*,* potentially fatal effects".
    fn is_between_qualities(&self, comma: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let is_like = |word: usize| tokens.upos(word) == Upos::Adj;
        if self.text(comma) != "," || !is_like(comma - 1) {
            return false;
        }
        // "restless, funny*,* and incapable of rest"
        // … but "funny*, and few* disagree".
        let joined = matches!(self.text(comma + 1), "and" | "or") && is_like(comma + 2);
        let last = joined && !self.is_quantifier(comma + 2) && !self.is_finite(comma + 3);
        let next = self.behind_adverb(comma + 1);
        // "as funny, *profane* and loyal", whatever the tagger makes of it.
        let second = is_like(next) || tokens.xpos(next) == "NN" && tokens.relation(next) == Relation::Conj;
        last || second && (tokens.upos(next + 1) == Upos::Noun || self.is_listed_quality(next, bounds))
    }

    /// Whether a list of qualities goes on behind the one at `word`: "described him as rash, *quick* to anger and very old".
    fn is_listed_quality(&self, word: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let joint = (word + 1..bounds.end)
            .take(NEAR)
            .take_while(|&word| !self.is_finite(word))
            .find(|&word| tokens.upos(word) == Upos::Cconj);
        joint.is_some_and(|joint| tokens.upos(self.behind_adverb(joint + 1)) == Upos::Adj)
    }

    /// The word, or the one behind it if it is an adverb.
    fn behind_adverb(&self, word: usize) -> usize {
        word + usize::from(self.tokens().upos(word) == Upos::Adv)
    }

    /// Whether the phrase from `start` ends before the conjunction at `word`, which goes on with another verb.
    fn ends_at_conjunction(&self, word: usize, start: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        if tokens.upos(word) != Upos::Cconj {
            return false;
        }
        // "and never mentions"
        let next = self.behind_adverb(word + 1);
        let finite = matches!(tokens.upos(next), Upos::Verb | Upos::Aux)
            && matches!(tokens.xpos(next), "VBD" | "VBZ" | "VBP" | "MD");
        // … but "accused him of stealing and disclosing it" is one thing.
        let more = tokens.xpos(word + 1) == "VBG"
            && !self.uses(word + 1).is_empty()
            && tokens.xpos(start) != "VBG"
            && !self.joins_quality(word, bounds);
        // "calling her a liar and Ode describing it as"
        let cue = (word + 2..bounds.end).take(3).find(|&next| !self.is_nominal(next));
        let named = matches!(tokens.upos(word + 1), Upos::Propn | Upos::Noun | Upos::Det);
        let other = named && cue.is_some_and(|cue| tokens.xpos(cue) == "VBG" && !self.uses(cue).is_empty());
        // `called him a “fraud” and *cut* him off`
        let verb = tokens.upos(word + 1) == Upos::Verb && tokens.xpos(word + 1) != "VBG";
        // … or "and *to insist* that"
        let infinitive = self.text(word + 1) == "to" && tokens.xpos(word + 2) == "VB";
        let cut = word > start && self.is_mark(word - 1) && (verb || infinitive);
        finite || more || other || cut
    }

    /// Whether the phrase from `start` ends before a clause or a circumstance that the word at `word` opens.
    fn ends_at_clause(&self, word: usize, start: usize, bounds: &Range<usize>) -> bool {
        match self.text(word) {
            // "blamed him for it during a call": where it was said.
            "while" | "because" | "after" | "when" | "though" | "during" => true,
            // "not only unfair but dumb", "exhausted but at peace"
            // "as “bold” but “costly”"
            "but" => {
                let only = (start..word).any(|at| self.text(at) == "only");
                let marks = self.is_mark(word - 1) && self.opens_quote(word + 1);
                !(only || marks || self.joins_quality(word, bounds))
            }
            _ => false,
        }
    }

    /// Whether "but" at `at` joins what somebody is like: "exhausted *but at peace*".
    fn joins_quality(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let like = |word: usize| {
            matches!(tokens.upos(word), Upos::Adj | Upos::Adp) || matches!(tokens.xpos(word), "VBN" | "VBG")
        };
        let clause = (at + 1..bounds.end).take(4).any(|word| self.is_finite(word));
        like(at - 1) && tokens.upos(at - 1) != Upos::Adp && like(at + 1) && !clause
    }
}
