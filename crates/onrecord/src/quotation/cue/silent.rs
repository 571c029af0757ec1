//! Verbs of saying that report nothing as they stand.
//!
//! "The *said* decree", "*considering* that it rained", "men *asked* whether": what modifies, joins or is done to somebody has
//! nobody who speaks.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::{SUBJECT, Scene};
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// Whether the verb at `at` reports nothing, as it stands: a participle of a phrase, a conjunction.
    pub(super) fn is_silent(&self, at: usize, bounds: &Range<usize>) -> bool {
        matches!(self.tokens().relation(at), Relation::Amod | Relation::Compound)
            || self.is_opening_noun(at, bounds)
            || self.is_word_of_verb(at, bounds)
            || self.is_noun_with_case(at)
            || self.is_bidden_or_spared(at, bounds)
            || self.is_adjective(at)
            || self.is_conjunction(at)
            || self.is_before_noun(at, bounds)
            || self.is_asked_then(at, bounds)
            || self.is_asked_first(at, bounds)
            || self.is_subject_of_what_is_said(at, bounds)
            || self.is_asked_meanwhile(at, bounds)
    }

    /// "made it *known* that": whether it is a word of another verb.
    fn is_word_of_verb(&self, at: usize, bounds: &Range<usize>) -> bool {
        let verb = |word: usize| word >= bounds.start && self.tokens().upos(word) == Upos::Verb;
        (1..=2).any(|back| at >= back && verb(at - back) && self.phrase_words(at - back) >= back)
    }

    /// "From all the press *reports* that I have read": whether it is a noun, whatever the tagger makes of it.
    fn is_noun_with_case(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let subject = || tokens.children(at).any(|child| tokens.is_subject(child));
        tokens.xpos(at) == "VBZ" && !subject() && self.opens_with_case(at)
    }

    /// "credits her *with refusing* to go", "stopped short of *accusing* him": whom one speaks of, and what is not said.
    fn is_bidden_or_spared(&self, at: usize, bounds: &Range<usize>) -> bool {
        let before =
            |words: [&str; 2]| at > bounds.start + 1 && [self.text(at - 2), self.text(at - 1)] == words;
        let with = at > bounds.start && self.text(at - 1) == "with" && self.tokens().xpos(at) == "VBG";
        // … nor what readers are asked to do: "let's *say* what it is".
        before(["let", "'s"]) || before(["let", "’s"]) || before(["short", "of"]) || with
    }

    /// "She is *convinced* that": who thinks it is the subject; but "has *worried* that" is a verb.
    fn is_adjective(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let has = tokens.child(at, &[Relation::Aux]).is_some_and(|aux| tokens.lemma(aux) == "have");
        let been = tokens.child(at, &[Relation::AuxPass, Relation::Cop]).is_some();
        let thinks = self.cues.adjectives.get(self.text(at)).is_some_and(|&class| class != Class::Intention);
        tokens.xpos(at) == "VBN" && (been || !has) && thinks
    }

    /// "*considering* that he is old": whether it is a conjunction, where no auxiliary makes it a verb.
    fn is_conjunction(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let be = |child: usize| tokens.upos(child) == Upos::Aux && tokens.lemma(child) == "be";
        self.cues.conjunctions.contains(&self.text(at).to_lowercase()) && !tokens.children(at).any(be)
    }

    /// "the *said* decree": whether it is a participle before its noun.
    fn is_before_noun(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let participle = matches!(tokens.xpos(at), "VBN" | "VBD" | "VBG");
        participle
            && matches!(tokens.upos(at + 1), Upos::Noun | Upos::Propn | Upos::Adj)
            && (self.is_with_manner(at, bounds)
                || self.is_first_of_clause(at, bounds)
                || self.is_behind_determiner(at, bounds))
    }

    /// "*politically charged* change"
    fn is_with_manner(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let manner = tokens.xpos(at) == "VBN" && at > bounds.start && self.text(at - 1).ends_with("ly");
        manner && tokens.child(at, &[Relation::Aux, Relation::AuxPass, Relation::Nsubj]).is_none()
    }

    /// "whether *suspected* rebels are there": nothing before it can be its subject.
    fn is_first_of_clause(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let nominal = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        tokens.xpos(at) == "VBN"
            && at > bounds.start
            && matches!(tokens.upos(at - 1), Upos::Sconj | Upos::Adp)
            && (at + 1..bounds.end).take(2).any(nominal)
    }

    /// "*the* most politically charged change", "the *states'* asserted harms"
    fn is_behind_determiner(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let adverb = |word: &usize| matches!(tokens.xpos(*word), "RB" | "RBS" | "RBR");
        let before = (bounds.start..at).rev().take(3).find(|word| !adverb(word));
        before.is_some_and(|word| {
            // … but "*One* said internal polling showed"
            let subject = tokens.is_subject(word) && tokens.head(word) == Some(at);
            let owner =
                word > bounds.start && matches!(self.text(word), "'" | "’") && tokens.xpos(word - 1) == "NNS";
            matches!(tokens.xpos(word), "DT" | "PRP$" | "POS" | "CD") && !subject || owner
        })
    }

    /// Whether it is a past form without a subject.
    fn is_done_by_nobody(&self, at: usize) -> bool {
        let tokens = self.tokens();
        self.has_past_form(at) && !tokens.children(at).any(|child| tokens.is_subject(child))
    }

    /// "declined to comment when *asked* whether": by whom is not said.
    fn is_asked_then(&self, at: usize, bounds: &Range<usize>) -> bool {
        at > bounds.start
            && matches!(self.text(at - 1), "when" | "When" | "if" | "If" | "once" | "Once")
            && self.text(at + 1) != "by"
            && self.is_done_by_nobody(at)
    }

    /// "*Told* that he had won, he left": a participle that opens the sentence has nobody who speaks. But "*Asked* why he had waited, he
    /// replied" is a question of somebody's.
    fn is_asked_first(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let question = |&word: &usize| {
            matches!(self.text(word), "whether" | "if") || matches!(tokens.xpos(word), "WRB" | "WP" | "WDT")
        };
        // "Asked near the end *whether*": when, where and how often.
        let first =
            (at + 1..bounds.end).take(SUBJECT).find(|&word| !self.is_of_phrase(word)).filter(question);
        let whole = first.is_some_and(|first| first + 2 < bounds.end && self.text(first + 1) != ",");
        let asks =
            self.takes(at, Takes::Bidding) && !self.takes(at, Takes::Bare) || self.takes(at, Takes::Told);
        // "Asked *to reply*"
        let order = self.text(at + 1) == "to" && tokens.xpos(at + 2) == "VB";
        at == bounds.start
            && !(asks && (whole || order))
            && self.is_done_by_nobody(at)
            && self.text(at + 1) != "by"
            && (at + 1..bounds.end).any(|word| self.text(word) == ",")
    }

    /// "They say *adding* salt is simple"
    fn is_subject_of_what_is_said(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        if tokens.xpos(at) != "VBG" || at <= bounds.start || tokens.upos(at - 1) != Upos::Verb {
            return false;
        }
        // … but "he was heard saying" is what he said.
        let heard = tokens.child(at - 1, &[Relation::AuxPass]).is_some();
        // … nor is "regretted suggesting that" without a report of its own.
        let doing = self.takes(at - 1, Takes::Gerund) && self.text(at + 1) == "that";
        !heard && !doing && !self.uses(at - 1).is_empty()
    }

    /// "Ms. Ode, *asked* whether she would go, said that": a participle about who speaks. Others ask.
    fn is_asked_meanwhile(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let comma = |word: usize| self.text(word) == ",";
        let past = matches!(tokens.xpos(at), "VBN" | "VBD") && self.takes(at, Takes::Bidding);
        let first = at > bounds.start && comma(at - 1) && !(bounds.start..at - 1).any(comma);
        let resumed =
            |word: usize| comma(word) && (self.is_finite(word + 1) || tokens.xpos(word + 1) == "VBN");
        past && first && (at + 1..bounds.end).any(resumed)
    }
}
