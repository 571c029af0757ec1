//! A cue inside or behind what it introduces: "The talks, he said, were useful", "The talks were useful, he said".
//!
//! Between the two marks stand the source, the cue, and when, where and to whom it was said. What is before the first mark and what is
//! behind the second are the content, one of them or both: a clause before is whole by itself, else it goes on behind. Some fronts
//! are none of it: they say when it was said, only join the sentence to the one before, or belong to somebody else.

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::around::{ASIDE, LONGEST};
use super::words::is_long_before;
use super::{SUBJECT, Scene};
use crate::quotation::Source;
use crate::syntax::{Relation, Upos};

/// A cue between marks, with what stands around it.
struct Frame<'b> {
    at: usize,
    /// The words that are read.
    bounds: &'b Range<usize>,
    source: Source,
    /// Whether "as" stands before the source.
    led: bool,
    /// Whether the verb may have the hearer behind it.
    told: bool,
    /// The mark before.
    opened: usize,
    /// The mark behind, or the end of the sentence.
    end: usize,
    front: Range<usize>,
    back: Range<usize>,
}

impl Scene<'_> {
    /// What the verb at `at` introduces from inside or from behind, in pieces; `told` if the hearer may stand behind it.
    pub(super) fn parenthetic(
        &self,
        at: usize,
        bounds: &Range<usize>,
        told: bool,
    ) -> Option<Vec<Range<usize>>> {
        if self.is_bare_passive(at, bounds) || !self.is_said(at) {
            return None;
        }
        if let Some(pieces) = self.impersonal(at, bounds) {
            return Some(pieces);
        }
        // "Waiting in line, then seen as weak": a participle has whom it tells of right before it.
        let source = self.inserted(at, bounds).or_else(|| self.source_of(at, bounds));
        let source = source.or_else(|| self.after(at, bounds.end))?;
        let led =
            source.words.start > bounds.start && self.text(source.words.start - 1).eq_ignore_ascii_case("as");
        if self.is_second_verb(at, &source, bounds) || self.is_nobody(&source) {
            return None;
        }
        if self.has_own_object(at, led) && !told && source.head < at {
            return None;
        }
        // "as he put it": the conjunction belongs to the cue.
        let first = source.words.start.min(at);
        let as_before = first > bounds.start && self.text(first - 1).eq_ignore_ascii_case("as");
        let first = first - usize::from(as_before);
        let end = self.frame_end(at, &source, bounds)?;
        // "As the minister said, it rained": the cue stands before what it introduces.
        // … also behind "But", and inside a sentence: "…, but as Mr. Lee has said, it rained".
        let joint = first > bounds.start && self.tokens().upos(first - 1) == Upos::Cconj;
        let opens =
            first == bounds.start || joint && (first == bounds.start + 1 || self.text(first - 2) == ",");
        if opens && first < source.words.start.min(at) && end + 1 < bounds.end {
            let back = self.trimmed(end..bounds.end);
            return (self.text(end) == "," && !back.is_empty()).then(|| vec![back]);
        }
        let opened = self.frame_start(first, bounds)?;
        if self.goes_on_from(opened, bounds) {
            return None;
        }
        let front = self.front(opened, bounds);
        let last = self.before_semicolon(end, bounds);
        let back = if end < bounds.end && self.is_pause(end) { self.trimmed(end..last) } else { end..end };
        // `has become “a hammock” — a line he swore off`: what the author says of it.
        let comment = |&word: &usize| {
            self.is_pause(word)
                && matches!(self.text(word + 1), "a" | "an")
                && self.is_comment(word + 1, back.end)
        };
        let back = back.start..back.clone().skip(1).find(comment).unwrap_or(back.end);
        self.framed(Frame { at, bounds, source, led, told, opened, end, front, back })
    }

    fn is_pause(&self, word: usize) -> bool {
        matches!(self.text(word), "," | "—" | "–" | "--")
    }

    /// Whether the verb at `at` is a participle that tells of something: "as *predicted*", "A lottery, *established* by two brothers,
    /// was corrupt".
    fn is_bare_passive(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let before = if at > bounds.start { self.text(at - 1) } else { "" };
        let bare = tokens.xpos(at) == "VBN" && before.eq_ignore_ascii_case("as");
        let passive =
            tokens.xpos(at) == "VBN" && tokens.child(at, &[Relation::Aux, Relation::AuxPass]).is_none();
        let by = tokens.child(at, &[Relation::OblAgent]).is_some();
        // … nor "a rule, agreed to by all".
        let by_all = (self.text(at + 1), self.text(at + 2)) == ("to", "by");
        bare || (passive && by || by_all) && before == ","
    }

    /// Whether the verb at `at` is a further one of its source: "He called Mr. Lee, *and the two agreed on it*", "The archive was founded
    /// in May *and* holds, at present, 3,800 files".
    fn is_second_verb(&self, at: usize, source: &Source, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let joint = |word: usize| tokens.upos(word) == Upos::Cconj;
        let clause = (source.words.start + 1..at).any(|word| joint(word) && self.text(word - 1) == ",");
        // "She came, demanded money, and left"
        let series = self.of_series(at, bounds).is_some();
        clause || series || (source.words.end.saturating_sub(1)..at).any(joint)
    }

    /// Whether nobody is told of: "you", "The men, both of *whom* asked, left".
    fn is_nobody(&self, source: &Source) -> bool {
        let tokens = self.tokens();
        let asks = |word: usize| matches!(tokens.xpos(word), "WP" | "WDT");
        self.text(source.head).eq_ignore_ascii_case("you")
            || asks(source.head)
            || source.words.len() > 1 && asks(source.words.end - 1)
            || tokens.xpos(source.head) == "DT" && source.words.len() == 1
    }

    /// Whether the verb at `at` has an object of its own before the next comma; `led` if "as" stands before its source.
    fn has_own_object(&self, at: usize, led: bool) -> bool {
        let tokens = self.tokens();
        // "The talks, he said, had failed": what stands behind the comma is no object of the cue alone.
        // "In Ohio, aides have pleaded *for help* — any help": what they plead for.
        let case = match self.text(at + 1 + self.phrase_words(at)) {
            "for" => Some(Takes::For),
            "at" => Some(Takes::At),
            "about" => Some(Takes::About),
            "against" => Some(Takes::Against),
            _ => None,
        };
        if case.is_some_and(|case| self.takes(at, case) || !self.takes(at, Takes::Bare)) {
            return true;
        }
        let complement = [Relation::Obj, Relation::Iobj, Relation::Ccomp, Relation::Xcomp];
        let object = tokens.child(at, &complement).filter(|&child| {
            let start = tokens.subtree(child).start.clamp(at + 1, child.max(at + 1));
            // "as he put *it*": a word of the cue.
            // "His aim, he said in a book, was to help"
            let resumed = (at + 1..child).any(|word| self.text(word) == "," && self.is_finite(word + 1));
            child > at + self.phrase_words(at)
                && !resumed
                && !(at + 1..=start).any(|word| self.text(word) == ",")
        });
        // "As he has said many times, it rained": how often, not what.
        let often = |word: usize| {
            tokens.xpos(word) == "NNS" && tokens.child(word, &[Relation::Det, Relation::Nummod]).is_none()
        };
        // "Who, she asked *herself*, would do it?"
        let own = |word: usize| tokens.feats(word).contains("Reflex=Yes");
        object.is_some_and(|word| !(own(word) || led && often(word)))
    }

    /// The mark before the source or cue that begins at `first`; the comma may stand inside marks: "The plan is “dead,” he said".
    fn frame_start(&self, first: usize, bounds: &Range<usize>) -> Option<usize> {
        // "…, even his supporters admit"
        let even = first > bounds.start && self.text(first - 1) == "even";
        let mark = (first - usize::from(even)).checked_sub(1).filter(|&mark| mark > bounds.start)?;
        let inner = self.is_mark(mark) && self.is_pause(mark - 1);
        (self.is_pause(mark) || inner).then_some(mark)
    }

    /// The mark behind the verb at `at` and its source, or the end of the sentence. Between may stand when, where and to whom it was
    /// said.
    fn frame_end(&self, at: usize, source: &Source, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        // "told Sen. Lee (R-Pa.), was late": the stop of a short form ends nothing.
        let short = |word: usize| self.text(word + 1) == ")";
        let closes =
            |&word: &usize| self.is_pause(word) || matches!(self.text(word), "." | "?" | "!") && !short(word);
        let last = source.words.end.max(at + 1 + self.phrase_words(at));
        let end = (last..bounds.end).find(closes).unwrap_or(bounds.end.max(last));
        // "As Ode has said *again and again*, it rained"
        let twice = |word: usize| self.text(word - 1) == self.text(word + 1);
        let verb = |word: usize| {
            matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj)
                && tokens.relation(word) != Relation::Amod
                && !twice(word)
        };
        let other = (last..end).any(|word| verb(word) || self.outer_at(word).is_some());
        (!other).then_some(end)
    }

    /// "They left because, *aides said, they feared* a storm": whether another cue right before the comma has what follows.
    fn goes_on_from(&self, opened: usize, bounds: &Range<usize>) -> bool {
        let cue = opened - 1;
        let subject = (bounds.start..cue).rev().take(SUBJECT).find(|&word| !self.is_of_phrase(word));
        let between = subject.is_some_and(|comma| comma + 1 < cue && self.text(comma) == ",");
        between && self.is_finite(cue) && self.takes(cue, Takes::Bare) && self.text(opened) == ","
    }

    /// The content of a cue between marks.
    fn framed(&self, mut frame: Frame) -> Option<Vec<Range<usize>>> {
        let tokens = self.tokens();
        let resumed = self.is_resumed(&frame);
        let whole =
            self.any_finite(&frame.front) || resumed || self.is_exclaimed(&frame) || self.is_answer(&frame);
        // "In a memo that he sent in May, he pleaded for calm": where he pleaded, whatever the phrase has in it.
        let placed = tokens.upos(frame.front.start) == Upos::Adp && frame.back.is_empty() && {
            let noun = |word: &usize| matches!(tokens.upos(*word), Upos::Noun | Upos::Propn);
            frame.front.clone().find(noun).is_some_and(|noun| tokens.head(noun) == Some(frame.at))
        };
        // "When he was a boy, he said, he walked": a clause that opens what is said, where no one is asked in it.
        let asked = frame.front.clone().take(ASIDE + 1).any(|word| self.takes(word, Takes::Bidding));
        // "It has begun, and *the rest*, he said, *will follow*": of two clauses the one that the cue stands in.
        let verb = self.is_finite(frame.back.start) || tokens.xpos(frame.back.start) == "VB";
        let clause = self.joined_front(frame.opened, frame.bounds).filter(|_| resumed && verb);
        frame.front.start = clause.unwrap_or(frame.front.start);
        // "If you left, he responded in May, *and* went": what he does, not what he says.
        let joined = tokens.upos(frame.back.start) == Upos::Cconj;
        let short = frame.front.len() < LONGEST;
        let clean = self.clean_front(&frame.front) || resumed && !joined && !asked && short;
        // "Ann, who said it, left" and "Ann, he and I, said" are no frames of what follows.
        let open = !frame.front.contains(&frame.source.head) && clean && !placed;
        // `mocked him — “a fraud,” as he put it — and left`: only what the marks hold.
        if let Some(words) = self.between_dashes(&frame) {
            return Some(vec![words]);
        }
        if let Some(pieces) = self.of_pronoun(&frame).filter(|_| resumed) {
            return Some(pieces);
        }
        if let Some(pieces) = self.of_clause_around(&frame) {
            return Some(pieces);
        }
        // "to argue that it was not, as he put it, *“a choice”*"
        let both = [frame.front.clone(), frame.back.clone()];
        let marks = self
            .outer_at(frame.back.start)
            .filter(|quote| quote.words.start == frame.back.start || quote.marked.start == frame.back.start);
        let behind = self.is_joined_on(frame.opened) || is_long_before(&both);
        if let Some(quote) = marks.filter(|_| frame.led && behind) {
            return Some(vec![quote.words.clone()]);
        }
        let pieces = match self.first_of_two(&frame) {
            Some(own) => vec![own],
            None if self.is_only_behind(&frame) => vec![frame.back],
            None => vec![frame.front.clone(), frame.back],
        };
        (whole && open && !frame.front.is_empty())
            .then(|| pieces.into_iter().filter(|piece| !piece.is_empty()).collect())
    }

    /// "it changed shape and then, as Ode put it, *“went to sleep”*": whether only what follows the comma at `opened` is said.
    pub(super) fn is_joined_on(&self, opened: usize) -> bool {
        let last = opened.saturating_sub(1 + usize::from(self.text(opened - 1) == "then"));
        self.tokens().upos(last) == Upos::Cconj
    }

    pub(super) fn any_finite(&self, words: &Range<usize>) -> bool {
        words.clone().any(|word| self.is_finite(word))
    }

    /// Whether the clause of the front goes on behind the cue.
    fn is_resumed(&self, frame: &Frame) -> bool {
        let tokens = self.tokens();
        let Frame { at, opened, back, .. } = frame;
        let last = frame.source.words.end.max(at + 1 + self.phrase_words(*at));
        // "The question, he told a crowd of about 1,200, was when", "the talks, he said repeatedly, had failed"
        let small = |word: usize| {
            let manner = tokens.upos(word) == Upos::Adv;
            manner || self.referents.time(word).is_some() || frame.told && self.is_of_phrase(word)
        };
        // … and "his aim, he said in a book, was peace".
        let closed = tokens.upos(last) == Upos::Adp || (last..frame.end).all(small);
        // "Voters, she argued, deserve better": a plural has the base form.
        let plural = matches!(tokens.xpos(opened - 1), "NNS" | "NNPS")
            || self.joined_front(*opened, frame.bounds).is_some();
        let plural = plural && tokens.xpos(back.start) == "VB";
        // "In May, he doubled down, *saying* it was late": what the source says next.
        let next = tokens.xpos(back.start) == "VBG" && self.reports_on(back.start);
        closed && !back.is_empty() && (self.any_finite(back) || plural) && !next
    }

    /// "What a chance to rest, he thought.", "*Just* 35 percent back the plan, the survey found."
    fn is_exclaimed(&self, frame: &Frame) -> bool {
        let tokens = self.tokens();
        let first = frame.front.start;
        let last = frame.end + 1 >= frame.bounds.end && frame.back.is_empty() && frame.front.len() > 2;
        let focus = self.is_focus(first) && tokens.upos(first + 1) == Upos::Num;
        last && (focus || !matches!(tokens.upos(first), Upos::Adp | Upos::Sconj | Upos::Adv))
            && !matches!(tokens.xpos(first), "VBN" | "VBG")
            && self.referents.time(first).is_none()
    }

    /// "No, she insisted.", and "None, he conceded.", where nothing else is in the sentence.
    fn is_answer(&self, frame: &Frame) -> bool {
        let Frame { front, bounds, .. } = frame;
        let alone = front.start == bounds.start && frame.back.is_empty() && frame.end + 1 >= bounds.end;
        let word = alone
            && front.len() <= ASIDE
            && self.takes_quotes(frame.at)
            && !matches!(self.tokens().upos(front.start), Upos::Propn | Upos::Adp);
        let listed = |word: &String| self.text(front.start).eq_ignore_ascii_case(word);
        word || front.len() == 1 && self.cues.answers.iter().any(listed)
    }

    /// What marks hold between dashes before the cue.
    fn between_dashes(&self, frame: &Frame) -> Option<Range<usize>> {
        let quote = self.outer_at(frame.opened).filter(|quote| quote.marked.end == frame.opened + 1)?;
        let dash = quote.marked.start.checked_sub(1).filter(|&dash| dash > frame.bounds.start);
        let dash = dash.map_or("", |dash| self.text(dash));
        let closed = frame.led || self.text(frame.end) == dash;
        (closed && matches!(dash, "—" | "–" | "--")).then(|| quote.words.clone())
    }

    /// "a man *who*, witnesses said, *had his hands up*", "aides, *none of whom*, he said, *seemed surprised*"
    fn of_pronoun(&self, frame: &Frame) -> Option<Vec<Range<usize>>> {
        let tokens = self.tokens();
        let Frame { opened, bounds, back, .. } = frame;
        let pronoun = opened - 1;
        let of = pronoun > bounds.start && tokens.upos(pronoun - 1) == Upos::Adp;
        // "cases in which, he argued, they had lied" has a subject behind it.
        let opens = match tokens.xpos(pronoun) {
            "WP" => pronoun > bounds.start,
            "WDT" => pronoun > bounds.start && !of,
            _ => false,
        };
        let border = |word: &usize| !self.is_of_phrase(*word);
        let start = (bounds.start..pronoun).rev().find(border).filter(|_| of);
        let main = |word: &usize| self.text(*word) == "," && self.is_finite_behind(*word);
        let end = back.clone().find(main).unwrap_or(back.end);
        opens.then(|| vec![start.map_or(pronoun, |word| word + 1)..*opened, back.start..end])
    }

    /// "Mr. Ode, *whose casinos*, he likes to say, *went broke*, left", "Ode, *who has urged Lee*, friends say, *to send him west*": the
    /// clause about a noun that is broken off and goes on behind the cue.
    fn of_clause_around(&self, frame: &Frame) -> Option<Vec<Range<usize>>> {
        let tokens = self.tokens();
        let Frame { opened, bounds, back, .. } = frame;
        let joins =
            |word: usize| matches!(self.text(word), "," | "—" | "–") || tokens.upos(word) == Upos::Cconj;
        let opens = |&word: &usize| matches!(tokens.xpos(word), "WP" | "WP$" | "WDT") && joins(word - 1);
        let near = (bounds.start + 1..*opened).rev().take_while(|&word| self.text(word) != ",");
        let pronoun = near.into_iter().find(opens)?;
        // The comma before the pronoun is the last one of the front, but for that before the cue.
        let broken = if self.any_finite(&(pronoun..*opened)) {
            self.text(back.start) == "to" && tokens.xpos(back.start + 1) == "VB"
        } else {
            self.is_finite(back.start)
        };
        let main = |word: &usize| self.text(*word) == "," && self.is_finite_behind(*word);
        let end = back.clone().find(main).unwrap_or(back.end);
        (broken && !back.is_empty()).then(|| vec![pronoun..*opened, back.start..end])
    }

    /// "whether *it protects them*, as the state maintains, or was meant to": of two the first.
    fn first_of_two(&self, frame: &Frame) -> Option<Range<usize>> {
        let first =
            frame.led && self.tokens().upos(frame.back.start) == Upos::Cconj && !frame.back.is_empty();
        let asks = |word: &usize| matches!(self.text(*word), "whether" | "that");
        let asks = frame.front.clone().rev().find(asks).filter(|_| first)?;
        Some(asks + 1..frame.front.end)
    }

    /// Whether only what stands behind the cue is its content.
    fn is_only_behind(&self, frame: &Frame) -> bool {
        let tokens = self.tokens();
        let Frame { front, back, opened, bounds, .. } = frame;
        // "However, he said, it rained": a word that only joins the sentence to the one before.
        // … but "Historically, he said, it rained" is part of what is said.
        let joins = front.len() == 1
            && matches!(tokens.upos(front.start), Upos::Adv | Upos::Cconj)
            && !self.is_manner(front.start)
            && self.any_finite(back);
        // "It will pay, a sign, they wrote, that it works": only what the noun has is theirs.
        let noted = *opened > bounds.start + 3
            && self.text(opened - 3) == ","
            && matches!(self.text(opened - 2), "a" | "an")
            && self.text(back.start) == "that";
        // "They left because, aides said, they feared a storm": only why; "asked whether, as one put it, he meant it": what is asked;
        // "cases in which, he argued, they had lied": the relative clause; "the valley, where, officials say, they switched".
        let mark = self.text(opened - 1);
        let inside = *opened > bounds.start + 1;
        let relative = inside && tokens.xpos(opened - 1) == "WDT" && tokens.upos(opened - 2) == Upos::Adp;
        let place = inside && tokens.xpos(opened - 1) == "WRB";
        let asked = frame.led && matches!(mark, "that" | "whether");
        joins || noted || (mark == "because" || asked || relative || place) && !back.is_empty()
    }
}
