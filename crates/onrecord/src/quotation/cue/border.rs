//! What a content ends before: words behind a pause, a conjunction or a semicolon that go on with the sentence and not with what
//! is said. They are the sentence's own verb, what the source says or does besides, or what the author or somebody else adds.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::{SUBJECT, Scene};
use crate::syntax::{Relation, Upos};

/// A content while its end is looked for.
pub(super) struct Open {
    /// Its words, as far as they can go.
    pub(super) words: Range<usize>,
    pub(super) cue: usize,
    pub(super) sentence: Range<usize>,
    /// Whether the cue stands in a clause that tells of a noun.
    pub(super) relative: bool,
    pub(super) headline: bool,
}

impl Scene<'_> {
    /// Whether the content ends before the word at `at`.
    pub(super) fn ends_at(&self, at: usize, open: &Open) -> bool {
        let Range { start, end } = open.words;
        let next = at + 1;
        if next >= end {
            return false;
        }
        // "be told I was wrong *than do* nothing": what is weighed against it.
        if self.text(at) == "than" {
            return self.tokens().xpos(next) == "VB";
        }
        let said = || (start..at).any(|word| self.is_finite(word));
        // "Ode says she will quit *as Lee rises*": a headline that tells two things.
        if open.headline && self.text(at) == "as" && open.cue < start {
            return self.is_clause(next, &(next..end)) && said();
        }
        match self.tokens().upos(at) {
            Upos::Cconj => self.ends_at_joint(at, open),
            Upos::Punct if self.text(at) == ";" => self.ends_at_semicolon(at, open),
            Upos::Punct => self.ends_at_pause(at, open),
            _ => false,
        }
    }

    /// Whether the comma, the dash or the closing mark at `at` ends the content.
    fn ends_at_pause(&self, at: usize, open: &Open) -> bool {
        let comma = self.text(at) == ",";
        // The comma may stand inside the marks.
        let marked = self.is_mark(at) && self.text(at - 1) == ",";
        let dash = matches!(self.text(at), "—" | "–" | "--");
        let hyphen = self.text(at) == "-" && !self.glued(at);
        (comma || dash || hyphen) && self.sentence_goes_on(at, comma, open)
            || marked && self.verb_behind_marks(at, open)
            || (comma || marked)
                && (self.source_goes_on(at, comma, open) || self.others_tell(at, comma, open))
            || (comma || dash || marked)
                && matches!(self.text(at + 1), "a" | "an")
                && self.is_comment(at + 1, open.words.end)
    }

    /// Whether behind the pause at `at` stands the verb that the clause of the cue belongs to, or the next of several shares.
    fn sentence_goes_on(&self, at: usize, comma: bool, open: &Open) -> bool {
        let tokens = self.tokens();
        let next = at + 1;
        let own = open.relative && (self.is_finite(next) || comma && self.is_finite_behind(at));
        // "48 percent say he should, *46 percent say* he should not"
        let counted = comma && (tokens.upos(next) == Upos::Num || self.is_quantifier(next)) && {
            let verb = (next + 1..open.words.end).take(SUBJECT).find(|&word| self.is_finite(word));
            verb.is_some_and(|verb| self.takes(verb, Takes::Bare) || self.takes(verb, Takes::Answer))
        };
        own || counted || !comma && open.relative && tokens.xpos(next) == "VBN"
    }

    /// `that he would end “the law,” *is* false`: whether the sentence's verb stands right behind the closing mark at `at`.
    fn verb_behind_marks(&self, at: usize, open: &Open) -> bool {
        let earlier = (open.words.start..at - 1).any(|word| self.text(word) == ",");
        self.is_finite(at + 1) && !earlier
    }

    /// Whether behind the comma or mark at `at` the source says or does something more.
    fn source_goes_on(&self, at: usize, comma: bool, open: &Open) -> bool {
        let tokens = self.tokens();
        let (next, end) = (at + 1, open.words.end);
        let doing = tokens.xpos(next) == "VBG" && self.reports_on(next);
        // … also "promising to help", whatever the tagger makes of it.
        let doing = doing || self.progressive(next).is_some();
        // "said it was late, *echoing* the mayor": what the source does by it.
        let comments = self.cues.comments.iter().any(|word| word == self.text(next));
        let reports = doing || comments || self.is_bare_participle(next);
        // "met them, said that it was late, *demanded money*, and left": the next of several verbs.
        // … but of "said he came, *saw*, and conquered" the arcs give it to the first of them.
        // … and "showed that the fund, which he led, *raised* money and gave it away" to the cue.
        let reported = tokens.relation(next) == Relation::Ccomp
            && tokens.head(next) == Some(open.cue)
            && (open.words.start..at).any(|word| tokens.xpos(word) == "WDT");
        let own_verb =
            reported || tokens.head(next).is_some_and(|head| (open.words.start..at).contains(&head));
        let series = comma && !own_verb && self.of_series(next, &open.sentence).is_some();
        // "said it was late, *while adding* that it rained"
        let meanwhile = comma && self.text(next) == "while" && tokens.xpos(next + 1) == "VBG";
        // "said it was late, with Lee *reporting* that it was not"
        let with = comma && self.text(next) == "with" && {
            let mut behind = (next + 2..end).take(SUBJECT);
            behind.any(|word| tokens.xpos(word) == "VBG" && self.reports_on(word))
        };
        reports || series || meanwhile || with
    }

    /// Whether behind the comma or mark at `at` the author or somebody else tells something.
    fn others_tell(&self, at: usize, comma: bool, open: &Open) -> bool {
        let tokens = self.tokens();
        let Range { start, end } = open.words;
        let next = at + 1;
        // "say it is late, *while Lee maintains* it is not"
        let reports = |word: usize| self.is_finite(word) && self.takes(word, Takes::Bare);
        let other = comma
            && self.text(next) == "while"
            && (next + 2..end).take(SUBJECT).find(|&word| self.is_finite(word)).is_some_and(reports);
        // "said that, contrary to what Ode claims, it rained": nothing is said before the comma yet.
        let said = || !comma || self.text(start) == "to" || (start..at).any(|word| self.is_finite(word));
        let where_ = comma && tokens.xpos(at - 1).starts_with('W');
        let according = self.text(next) == "according" && !where_ || self.is_tail(next, end) && said();
        // "that he could lose, said a person close to both men."
        let inverted = tokens.upos(next) == Upos::Verb && self.inverted(next, &open.words).is_some();
        // "Nor *did* he say that"
        let did = tokens.child(open.cue, &[Relation::Aux]).is_some_and(|aux| self.text(aux) == "did");
        // `said it had been “wrong,” *without saying* how`, "said it was late, *though he did not* leave": what the author adds.
        let reports = !comma || !self.uses(next + 1).is_empty();
        let adds = self.text(next) == "without" && tokens.xpos(next + 1) == "VBG" && reports
            || matches!(self.text(next), "though" | "although")
                && matches!(self.text(next + 1), "he" | "she")
                && (tokens.xpos(open.cue) == "VBD" || did)
                && tokens.xpos(next + 2) == "VBD";
        // "insisted it was late, *even as they* stayed"
        let even = (self.text(next), self.text(next + 1)) == ("even", "as") && tokens.xpos(next + 2) == "PRP";
        let adds = adds || even;
        // "vowed to change, *only to return* to it": what came of it.
        let only = self.text(next) == "only" && self.text(next + 1) == "to" && self.text(start) == "to";
        // "Only 63 percent said they would go, *compared with* 78 percent in May": with what the author compares it.
        let compares = matches!(
            (self.text(next), self.text(next + 1)),
            ("up" | "down", "from") | ("compared", "with" | "to")
        );
        // … or "*the lowest figure* in years".
        let lowest = self.text(next) == "the" && tokens.xpos(next + 1) == "JJS";
        let share = |word: usize| matches!(self.text(word), "percent" | "%");
        let compares = (compares || lowest) && (open.sentence.start..open.cue).rev().take(SUBJECT).any(share);
        other || according || inverted || adds || only || compares
    }

    /// Whether the conjunction at `at` goes on with the cue or with what the author tells.
    fn ends_at_joint(&self, at: usize, open: &Open) -> bool {
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
            || paused && self.next_report(next, cue, open.sentence.end)
    }

    /// Whether the verb behind the conjunction at `at` is the second of the cue, by its form.
    fn cue_goes_on(&self, at: usize, open: &Open) -> bool {
        let tokens = self.tokens();
        let Range { start, .. } = open.words;
        let next = at + 1;
        // "to release it and suggested", "to help and apparently will": a finite verb goes on with no infinitive.
        // … nor with what is demanded: "demanded that Ode resign *and called* on Lee to speak".
        let verb = next + usize::from(tokens.upos(next) == Upos::Adv);
        let demanded = self.text(start) == "that" && !(start..at).any(|word| self.is_finite(word));
        let finite = (self.text(start) == "to" || demanded)
            && matches!(tokens.xpos(verb), "VBD" | "VBZ" | "MD")
            && at > start + 1;
        // "told them “we will win” and thanked them", "asked whether it was late, and left": behind marks, or the only comma, a past
        // goes on with the cue.
        let marks = self.is_mark(at - 1) && self.outer_at(start).is_some();
        let only = self.text(at - 1) == "," && !(start..at - 1).any(|word| self.text(word) == ",");
        // … and `said he had “no idea” and called it a fraud`.
        let judges = self.is_mark(at - 1) && self.judges(next);
        // … and `said he was “not there” and reached for his tea`, where nothing more stands in marks.
        let himself = self.is_mark(at - 1)
            && matches!(self.text(start), "he" | "she")
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
        // "said he was not ready, *and the two are expected* to meet": no report of then is told in the present.
        let present = |word: &usize| matches!(tokens.xpos(*word), "VBZ" | "VBP");
        let first = (start..at).find(|&word| self.is_finite(word));
        let verb = (next..end).take(SUBJECT).find(|&word| self.is_finite(word)).filter(present);
        let reported = first.is_some_and(|word| tokens.xpos(word) == "VBD") && tokens.xpos(cue) == "VBD";
        let now = reported
            && self.text(at - 1) == ","
            && verb.is_some_and(|verb| verb > next && (next..verb).all(|word| self.is_of_phrase(word)));
        that || acts || author || noted || now
    }

    /// Whether at `at` it is told what the source does not say: "said it would take days, *but they would not say* how many".
    pub(super) fn refuses(&self, at: usize, cue: usize) -> bool {
        let tokens = self.tokens();
        let verb = at + usize::from(tokens.xpos(at) == "PRP");
        matches!(tokens.lemma(verb), "do" | "will" | "would" | "can" | "could")
            && matches!(self.text(verb + 1), "not" | "n't" | "n’t")
            && self.is_finite(cue)
            && self.uses(verb + 2).iter().any(|used| used.class == Class::Speech)
    }

    /// Whether a clause of its own stands behind the semicolon at `at`.
    fn ends_at_semicolon(&self, at: usize, open: &Open) -> bool {
        let (next, end) = (at + 1, open.words.end);
        let finite = |from: usize, words: usize| (from..end).take(words).any(|word| self.is_finite(word));
        // "say they have the votes; that will be seen on Monday"
        let kind = self.tokens().upos(next);
        let whole = matches!(kind, Upos::Pron | Upos::Det | Upos::Propn | Upos::Noun)
            && self.text(next) != "that"
            && finite(next + 1, SUBJECT * 2);
        // … or one that opens with a phrase: "said yes; in 2011, just 30 percent did".
        let comma = (next..end).take(5).find(|&word| self.text(word) == ",");
        let led = kind == Upos::Adp && comma.is_some_and(|comma| finite(comma + 1, SUBJECT));
        // "argue that it works; in Ohio, Ode has said, it failed": a clause with a report of its own.
        let reported = || (next..end).any(|word| self.reports_at_end(word));
        self.outer_at(at).is_none() && (whole || led) || reported()
    }
}
