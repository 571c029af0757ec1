//! What a content ends before: words behind a pause, a conjunction or a semicolon that go on with the sentence and not with what
//! is said. They are the sentence's own verb, what the source says or does besides, or what the author or somebody else adds.

use std::ops::Range;

use onrecord_resource::cue::Takes;

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
        comma && self.tells_by_others(at)
            || (comma || dash) && self.sentence_goes_on(at, comma, open)
            || marked && self.verb_behind_marks(at, open)
            || (comma || marked)
                && (self.source_goes_on(at, comma, open) || self.others_tell(at, comma, open))
            || (comma || dash || marked)
                && matches!(self.text(at + 1), "a" | "an")
                && self.is_comment(at + 1, open.words.end)
            || (comma || marked) && self.text(at + 1) == "something" && self.is_clause(at + 2, &open.words)
            || marked && self.remarks_behind_marks(at)
    }

    /// `said it was “dead,” *which* it is not`, `called it “dead,” *before quickly turning* to Lee`: whether behind the closing mark at
    /// `at` the author tells of it, or what the source did next.
    fn remarks_behind_marks(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let doing = at + 2 + usize::from(tokens.upos(at + 2) == Upos::Adv);
        let then = matches!(self.text(at + 1), "before" | "after") && tokens.xpos(doing) == "VBG";
        then || tokens.xpos(at + 1) == "WDT" && self.text(at + 1) == "which"
    }

    /// "said nobody would lose under the plan, *which, according to Ann, would cost* more": whether the relative clause behind the
    /// comma at `at` has a source of its own.
    fn tells_by_others(&self, at: usize) -> bool {
        let comma = |at: usize| self.text(at) == ",";
        self.tokens().xpos(at + 1) == "WDT" && comma(at + 2) && self.text(at + 3) == "according"
    }

    /// Whether behind the pause at `at` stands the verb that the clause of the cue belongs to, or the next of several shares.
    fn sentence_goes_on(&self, at: usize, comma: bool, open: &Open) -> bool {
        let tokens = self.tokens();
        let next = at + 1;
        // "who contend that Ode, a man who has left, *cannot* win": the verb of what is said.
        let said = |word: usize| {
            let head =
                Some(word).filter(|&word| tokens.upos(word) != Upos::Aux).or_else(|| tokens.head(word));
            head.is_some_and(|head| {
                tokens.relation(head) == Relation::Ccomp && tokens.head(head) == Some(open.cue)
            })
        };
        // "who predicted he would win, *seems* to agree": what is said has its verb already.
        let first = (open.words.start..at).find(|&word| self.is_finite(word));
        let whole = first
            .is_some_and(|first| !(open.words.start..first).any(|word| tokens.xpos(word).starts_with('W')));
        let said = |word: usize| said(word) && !whole;
        let own =
            open.relative && (self.is_finite(next) || comma && self.is_finite_behind(at)) && !said(next);
        // "Ode, who had alleged that it was late, *voiced* respect": the tagger takes the only verb for a participle.
        let only = open.relative && tokens.xpos(next) == "VBN" && self.text(next + 1) != "by" && {
            let pronoun = (open.sentence.start..open.cue).rev().find(|&word| tokens.xpos(word) == "WP");
            let before = pronoun.map(|pronoun| open.sentence.start..pronoun);
            before.is_some_and(|before| !self.any_finite(&before))
                && whole
                && !self.any_finite(&(next..open.sentence.end))
        };
        // "48 percent say he should, *46 percent say* he should not"
        let counted = comma && (tokens.upos(next) == Upos::Num || self.is_quantifier(next)) && {
            let verb = (next + 1..open.words.end).take(SUBJECT).find(|&word| self.is_finite(word));
            verb.is_some_and(|verb| self.takes(verb, Takes::Bare) || self.takes(verb, Takes::Answer))
        };
        // "Ode, in a note explaining why he left, *called* it late": the sentence has no verb before.
        let inner = comma
            && tokens.xpos(open.cue) == "VBG"
            && tokens.relation(open.cue) == Relation::Acl
            && self.is_finite(next)
            && first.is_some()
            && !self.any_finite(&(open.sentence.start..open.cue));
        own || only || inner || counted || !comma && open.relative && tokens.xpos(next) == "VBN"
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
        // … and "found Ode ahead, *while another poll gave* Lee the lead".
        let shows = self.shows(open.cue);
        let reports = |word: usize| {
            self.is_finite(word) && (self.takes(word, Takes::Bare) || shows && self.is_text(word - 1))
        };
        let other = comma
            && self.text(next) == "while"
            && (next + 2..end).take(SUBJECT).find(|&word| self.is_finite(word)).is_some_and(reports);
        // "said that, contrary to what Ode claims, it rained": nothing is said before the comma yet.
        let said = || !comma || self.text(start) == "to" || (start..at).any(|word| self.is_finite(word));
        // … but "from a place where, according to Ode, it rains" goes on.
        let inside = comma && tokens.xpos(at - 1).starts_with('W');
        let according =
            self.text(next) == "according" && !inside || self.is_tail(next, end) && said() && !inside;
        // "that he could lose, said a person close to both men."
        let inverted = tokens.upos(next) == Upos::Verb && self.inverted(next, &open.words).is_some();
        // "half say they should stay, *while 24 percent* would send them home"
        let share = comma && self.text(next) == "while" && self.other_share(next + 1, open);
        // "said it would leave, *hours after* it had said that it would not"
        let after = (comma || self.is_mark(at)) && self.is_told_after(next, end);
        other
            || share
            || after
            || self.author_remarks(next, open)
            || according
            || inverted
            || self.author_adds(next, comma, open)
            || self.author_compares(next, open)
    }

    /// Whether at `at` the author adds how it was said and what came of it: `said it had been “wrong,” *without saying* how`, "vowed to
    /// change, *only to return* to it".
    fn author_adds(&self, at: usize, comma: bool, open: &Open) -> bool {
        let tokens = self.tokens();
        let next = at + 1;
        match self.text(at) {
            "without" => tokens.xpos(next) == "VBG" && (!comma || !self.uses(next).is_empty()),
            // "said it was late, *though he did not* leave"
            "though" | "although" => {
                // "Nor *did* he say that"
                let did = tokens.child(open.cue, &[Relation::Aux]).is_some_and(|aux| self.text(aux) == "did");
                self.refuses(next, open.cue)
                    || matches!(self.text(next), "he" | "she")
                        && (tokens.xpos(open.cue) == "VBD" || did)
                        && tokens.xpos(next + 1) == "VBD"
            }
            // "insisted it was late, *even as they* stayed"
            "even" => self.text(next) == "as" && tokens.xpos(next + 1) == "PRP",
            "only" => self.text(next) == "to" && self.text(open.words.start) == "to",
            _ => false,
        }
    }

    /// Whether at `at` stands how long after something else it was said: "*a day after* it had refused".
    fn is_told_after(&self, at: usize, end: usize) -> bool {
        // "*just* hours after"
        let at = at + usize::from(self.tokens().upos(at) == Upos::Adv);
        let first =
            at + usize::from(self.tokens().upos(at) == Upos::Det || self.tokens().upos(at) == Upos::Num);
        let unit =
            matches!(self.tokens().lemma(first), "minute" | "hour" | "day" | "week" | "month" | "year");
        let clause = matches!(self.text(first + 1), "after" | "before");
        unit && clause && (first + 2..end).take(SUBJECT * 2).any(|word| self.is_finite(word))
    }

    /// "said he had opposed it, *which he had not*", `said it “stands by” them, *which is what* they all say`: whether at `at` the author
    /// tells what to make of it.
    fn author_remarks(&self, at: usize, open: &Open) -> bool {
        let what = self.tokens().lemma(at + 1) == "be" && matches!(self.text(at + 2), "what" | "how" | "why");
        let end = (at + 1..open.words.end).take(SUBJECT).find(|&word| matches!(self.text(word), "." | ""));
        let short = end.or_else(|| (open.words.end <= at + SUBJECT).then_some(open.words.end));
        let last = short.map_or("", |end| self.text(end - 1));
        let whether = matches!(last, "did" | "had" | "has" | "does" | "not" | "n't" | "n’t");
        // "found that it rained, *which suggests* that"
        self.text(at) == "which" && (what || whether || self.shows(at + 1))
    }

    /// "six in ten say it works, *and a similar share think* it does not": whether at `at` it is told what another share of those thinks
    /// whom the cue has for its source.
    pub(super) fn other_share(&self, at: usize, open: &Open) -> bool {
        let counted = |word: usize| {
            let share = matches!(
                self.text(word),
                "percent" | "%" | "share" | "majority" | "half" | "third" | "quarter"
            );
            // "one *in* four"
            let number = |word: usize| self.tokens().upos(word) == Upos::Num;
            let ratio = word > 0 && self.text(word) == "in" && number(word - 1) && number(word + 1);
            share || ratio || self.is_quantifier(word) && !matches!(self.text(word), "all" | "another")
        };
        let count = |words: Range<usize>| {
            words.into_iter().any(|word| counted(word) || self.tokens().upos(word) == Upos::Num)
        };
        let verb = (at..open.words.end).take(SUBJECT).find(|&word| self.is_finite(word));
        let tokens = self.tokens();
        let alike = |verb: usize| {
            let now = |word: usize| matches!(tokens.xpos(word), "VBP" | "VBZ" | "MD");
            now(verb) || tokens.xpos(verb) == tokens.xpos(open.cue)
        };
        verb.is_some_and(|verb| verb > at && count(at..verb) && (at..verb).any(counted) && alike(verb))
            && count(open.sentence.start..open.cue)
    }

    /// "Only 63 percent said they would go, *compared with* 78 percent in May": whether at `at` the author compares the share of those
    /// who say it.
    fn author_compares(&self, at: usize, open: &Open) -> bool {
        let compares = match self.text(at) {
            "up" | "down" => self.text(at + 1) == "from",
            "compared" => matches!(self.text(at + 1), "with" | "to"),
            // … or "*the lowest figure* in years".
            "the" => self.tokens().xpos(at + 1) == "JJS",
            _ => false,
        };
        let share = |word: usize| matches!(self.text(word), "percent" | "%");
        compares && (open.sentence.start..open.cue).rev().take(SUBJECT).any(share)
    }

    /// Whether a clause of its own stands behind the semicolon at `at`.
    fn ends_at_semicolon(&self, at: usize, open: &Open) -> bool {
        let (next, end) = (at + 1, open.words.end);
        let finite = |from: usize, words: usize| (from..end).take(words).any(|word| self.is_finite(word));
        // "say they have the votes; that will be seen on Monday"
        let kind = self.tokens().upos(next);
        let whole = (matches!(kind, Upos::Pron | Upos::Det | Upos::Propn | Upos::Noun)
            || self.text(next) == "one")
            && self.text(next) != "that"
            && finite(next + 1, SUBJECT * 2);
        // … or one that opens with a phrase: "said yes; in 2011, just 30 percent did".
        let comma = (next..end).take(5).find(|&word| self.text(word) == ",");
        let led = kind == Upos::Adp && comma.is_some_and(|comma| finite(comma + 1, SUBJECT));
        // … or with a participle: "denied it; shown the letter, he left".
        let led =
            led || kind == Upos::Verb && comma.is_some_and(|comma| self.is_clause(comma + 1, &(next..end)));
        // "argue that it works; in Ohio, Ode has said, it failed": a clause with a report of its own.
        let reported = || (next..end).any(|word| self.reports_at_end(word));
        self.outer_at(at).is_none() && (whole || led) || reported()
    }
}
