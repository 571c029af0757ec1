//! Whose the words behind a conjunction are: of what is said, the second verb of the source, or the author's.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes, Use};

use super::border::Open;
use super::{SUBJECT, Scene};
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// Whether the conjunction at `at` goes on with the cue or with what the author tells.
    pub(super) fn ends_at_joint(&self, at: usize, open: &Open) -> bool {
        let tokens = self.tokens();
        let Range { start, end } = open.words;
        let (cue, next) = (open.cue, at + 1);
        let comma = self.text(at - 1) == ",";
        let paused = comma || at > 1 && self.is_mark(at - 1) && self.text(at - 2) == ",";
        let doing = |word: usize| tokens.xpos(word) == "VBG" && !self.uses(word).is_empty();
        // "some arguing that it was late and *others fearing* that it was not"
        let others = self.is_quantifier(next) || tokens.xpos(next).starts_with("NN");
        // "mocked her for saying that it was late*, and for* her hat": what else.
        let again = comma
            && cue > 0
            && tokens.upos(next) == Upos::Adp
            && tokens.upos(cue - 1) == Upos::Adp
            && self.text(next) == self.text(cue - 1);
        // "noted that voters said they would go*, and that* they did": of the clause around it.
        let outer = self.text(next) == "that" && self.is_inside_that(start, cue, &open.sentence);
        // "asked them to leave, *but they stayed*": a clause goes on with no infinitive and no question.
        let asks = matches!(self.text(start), "to" | "whether") || tokens.xpos(start).starts_with('W');
        let clause = comma && asks && tokens.xpos(next) == "PRP" && self.is_finite(next + 1);
        // … nor in "was not asked to leave, *and when she came*, he spoke".
        let when =
            || (next..end).any(|word| self.text(word) == "," && self.is_clause(word + 1, &(next..end)));
        let clause = clause || comma && asks && self.is_adverbial(next) && when();
        // "would not say how many will come *but called it* a mess": a participle that has an object is a past form.
        let called = asks && matches!(tokens.xpos(next), "VBN" | "VBD") && tokens.xpos(next + 1) == "PRP";
        let clause = clause || called && self.text(at) == "but";
        // "fell, saying it was late*, and signalled* that it would rain": a second verb beside that of the participle.
        let beside = comma
            && tokens.xpos(cue) == "VBG"
            && tokens.child(cue, &[Relation::Aux]).is_none()
            && tokens.xpos(next) == "VBD"
            && !self.uses(next).is_empty();
        beside
            || again
            || outer
            || clause
            || self.cue_goes_on(at, open)
            || paused && self.author_goes_on(at, open)
            || (paused || self.text(at) == "but") && self.refuses(next, cue)
            || self.same_source(next, cue, end)
            || doing(cue) && (doing(next) || others && doing(next + 1))
            || paused
                && self.next_report(next, cue, open.sentence.end)
                && self.second_share(start, at - 1, cue).is_none()
            || comma && self.other_share(next, open)
    }

    /// Whether the verb behind the conjunction at `at` is the second of the cue, by its form.
    fn cue_goes_on(&self, at: usize, open: &Open) -> bool {
        let tokens = self.tokens();
        let Range { start, .. } = open.words;
        let next = at + 1;
        // "to release it and suggested", "to help and apparently will": a finite verb goes on with no infinitive.
        // … nor with what is demanded: "demanded that Ode resign *and called* on Lee to speak".
        let verb = next + usize::from(tokens.upos(next) == Upos::Adv);
        let infinitive = self.text(start + usize::from(self.text(start) == "not")) == "to";
        let demanded = self.text(start) == "that" && !(start..at).any(|word| self.is_finite(word));
        let finite =
            (infinitive || demanded) && matches!(tokens.xpos(verb), "VBD" | "VBZ" | "MD") && at > start + 1;
        // "told them “we will win” and thanked them", "asked whether it was late, and left": behind marks, or the only comma, a past
        // goes on with the cue.
        let marks = self.is_mark(at - 1) && self.outer_at(start).is_some();
        let only = self.text(at - 1) == "," && !(start..at - 1).any(|word| self.text(word) == ",");
        // … and `said he had “no idea” and called it a fraud`.
        let judges = self.is_mark(at - 1) && self.judges(next);
        // … and `said he was “not there” and reached for his tea`, where nothing more stands in marks.
        let himself = self.is_mark(at - 1)
            && matches!(self.text(start), "he" | "she")
            && !self.is_auxiliary_again(next, start..at)
            && !(next..open.words.end).any(|word| self.opens_quote(word));
        // "They were of the opinion that it would help*, and instructed* them to go": a noun has the time of its verb.
        let noun = tokens.upos(open.cue) == Upos::Noun;
        let verb = (open.sentence.start..open.cue).rev().find(|&word| self.is_finite(word));
        let cue = verb.filter(|_| noun).unwrap_or(open.cue);
        let past =
            tokens.xpos(next) == "VBD" && tokens.xpos(cue) == "VBD" && (marks || only || judges || himself);
        finite || past && !self.is_second_pluperfect(next, start..at, open.cue)
    }

    /// Whether behind the pause and the conjunction at `at` the author tells something.
    fn author_goes_on(&self, at: usize, open: &Open) -> bool {
        let tokens = self.tokens();
        let Range { start, end } = open.words;
        let (cue, next) = (open.cue, at + 1);
        // "said that it was late, and that's true": what the author thinks of it.
        let that = self.text(next) == "that" && self.is_finite(next + 1) && self.text(at - 1) == ",";
        // `said he was “a fraud,” *and he* left`: behind marks somebody does something.
        let acts = self.is_mark(at - 1)
            && matches!(self.text(next), "he" | "she" | "they")
            && self.is_finite_behind(next)
            && cue < start
            && tokens.xpos(cue) != "VB";
        // "She thinks it is late, *and she is* not sure of it": what she thinks besides.
        let before = cue.checked_sub(1).map_or("", |before| self.text(before));
        let same = matches!(self.text(next), "he" | "she" | "they" | "I")
            && before.eq_ignore_ascii_case(self.text(next));
        let thought = self.uses(cue).first().is_some_and(|used| used.class == Class::Thought);
        let besides = same && thought && tokens.xpos(cue) != "VBD" && tokens.lemma(next + 1) == "be";
        // "says he is ill, *and I* believe him": who tells it, where nobody was I before.
        let author = self.text(next) == "I"
            && self.is_finite_behind(next)
            && !(open.sentence.start..at).any(|word| self.text(word) == "I");
        // "said it was late, *but as Ode has noted*, it was not": what is told by somebody else.
        let noted = self.text(next) == "as" && {
            let verb = (next + 1..end).take(SUBJECT).find(|&word| self.is_finite(word));
            let comma = verb.and_then(|verb| (verb..end).take(SUBJECT).find(|&word| self.text(word) == ","));
            verb.zip(comma).is_some_and(|(verb, comma)| (verb..comma).any(|word| self.takes_quotes(word)))
        };
        that || acts
            || besides
            || author
            || noted
            || self.is_told_now(at, open)
            || self.is_told_since(at, open)
            || self.others_are_said_to(at, open)
    }

    /// "said he was not ready, *and the two are expected* to meet": whether a clause in the present stands behind the comma and the
    /// conjunction at `at`. No report of then goes on in it.
    fn is_told_now(&self, at: usize, open: &Open) -> bool {
        let tokens = self.tokens();
        let Range { start, end } = open.words;
        let (cue, next) = (open.cue, at + 1);
        let first = (start..at).find(|&word| self.is_finite(word));
        let then = first.is_some_and(|word| tokens.xpos(word) == "VBD") && tokens.xpos(cue) == "VBD";
        let verb = (next..end).take(SUBJECT).find(|&word| self.is_finite(word));
        let now = |verb: usize| {
            let present = matches!(tokens.xpos(verb), "VBZ" | "VBP");
            present && verb > next && (next..verb).all(|word| self.is_of_phrase(word))
        };
        then && self.text(at - 1) == "," && verb.is_some_and(now)
    }

    /// "has said that he would go, *but he has* not gone": whether behind the conjunction at `at` the source does something in the time of
    /// the cue, where what is said has another.
    fn is_told_since(&self, at: usize, open: &Open) -> bool {
        let tokens = self.tokens();
        let (cue, next) = (open.cue, at + 1);
        let has = |word: usize| matches!(self.text(word), "has" | "have");
        let aux = tokens.child(cue, &[Relation::Aux]).filter(|&aux| has(aux));
        let shifted = (open.words.start..at).find(|&word| self.is_finite(word));
        let shifted = shifted.is_some_and(|word| matches!(self.text(word), "would" | "could" | "had"));
        let pronoun = matches!(self.text(next), "he" | "she" | "they" | "it");
        aux.is_some() && shifted && pronoun && has(next + 1)
    }

    /// "said it would study the plan, *but the others were said to* reject it": whether behind the conjunction at `at` it is told what is
    /// said of somebody else.
    fn others_are_said_to(&self, at: usize, open: &Open) -> bool {
        let tokens = self.tokens();
        let verb = (at + 1..open.words.end).take(SUBJECT).find(|&word| self.is_finite(word));
        verb.is_some_and(|verb| {
            let told = |used: &Use| used.class == Class::Speech && used.takes.contains(&Takes::Raised);
            let said = tokens.lemma(verb) == "be" && self.uses(verb + 1).iter().any(told);
            said && self.text(verb + 2) == "to" && tokens.xpos(verb + 1) == "VBN"
        })
    }

    /// Whether at `at` it is told what the source does not say: "said it would take days, *but they would not say* how many".
    pub(super) fn refuses(&self, at: usize, cue: usize) -> bool {
        let tokens = self.tokens();
        let verb = at + usize::from(tokens.xpos(at) == "PRP");
        matches!(tokens.lemma(verb), "do" | "will" | "would" | "can" | "could")
            && matches!(self.text(verb + 1), "not" | "n't" | "n’t")
            && self.is_finite(cue)
            && self.uses(verb + 2).iter().any(|used| {
                // … or what it will not do: "but she *would not commit* to a date".
                let will = matches!(tokens.lemma(verb), "will" | "would");
                used.class == Class::Speech || used.class == Class::Intention && will
            })
    }
}
