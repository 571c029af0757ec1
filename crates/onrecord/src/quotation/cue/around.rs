//! What stands around a cue between commas, and the layouts of it that words alone tell: "The talks, *said Ode*, failed", "`“No,”` *(he
//! said)*", "Twenty died, *the agency reports citing the ministry*".

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::{SUBJECT, Scene};
use crate::quotation::Source;
use crate::syntax::{Relation, Upos};

/// Words behind an inverted source that may end the sentence after a comma, at most.
pub(super) const ASIDE: usize = 2;

/// Words before a parenthetic cue, at most.
pub(super) const LONGEST: usize = 60;

impl Scene<'_> {
    /// "The talks, *said the minister*, had failed": somebody between a cue behind a comma and the next comma.
    pub(super) fn inserted(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let opened = at > bounds.start + 1 && self.text(at - 1) == "," && self.takes(at, Takes::Bare);
        let source = self.after(at, bounds.end).filter(|source| opened && self.speaks_behind(at, source))?;
        // "The minister, Ann Ode, says the board, or what is left, will go": who is named before the cue says it.
        let first = (bounds.start..at - 1).find(|&word| self.text(word) == ",");
        let named = first.is_some_and(|comma| {
            let verbless = !(bounds.start..at).any(|word| self.is_finite(word));
            verbless && comma > bounds.start && self.can_act(self.tokens().head_of(bounds.start..comma))
        });
        if named {
            return None;
        }
        // "She sued, asserted ownership, and left": a thing behind a clause is an object.
        let somebody = || self.can_act(source.head) || !(bounds.start..at).any(|word| self.is_finite(word));
        (self.text(source.words.end) == "," && somebody()).then_some(source)
    }

    /// `The men (*“heroes,”* he said) left`: what the marks hold in the brackets of the cue.
    pub(super) fn bracketed(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let open = (bounds.start..at).rev().take(LONGEST).find(|&word| self.text(word) == "(")?;
        let close = (at + 1..bounds.end).take(SUBJECT).find(|&word| self.text(word) == ")")?;
        let quote = self.outer_at(open + 1).filter(|quote| quote.marked.start == open + 1)?;
        let beside = quote.marked.end..close;
        let alone = beside.clone().all(|word| word == at || self.is_of_phrase(word));
        (beside.contains(&at) && alone).then(|| quote.words.clone())
    }

    /// "The plan, *Ann Ode, a professor, said*, will fail": a cue between commas whose source has commas or a conjunction of its
    /// own; what it introduces and who says it.
    pub(super) fn wedged(&self, at: usize, bounds: &Range<usize>) -> Option<(Vec<Range<usize>>, Source)> {
        let comma = |word: &usize| self.text(*word) == ",";
        if !self.is_finite(at) || !self.takes(at, Takes::Bare) {
            return None;
        }
        let close = (at + 1..bounds.end).take(SUBJECT).find(comma)?;
        let placed = (at + 1..close).all(|word| self.is_of_phrase(word));
        let front = bounds.start..(bounds.start + 1..at).find(comma)?;
        let words = front.end + 1..if comma(&(at - 1)) { at - 1 } else { at };
        let parts = |word: &usize| comma(word) || self.tokens().upos(*word) == Upos::Cconj;
        let first = words.clone().find(parts)?;
        let nominal = front.clone().all(|word| self.is_of_phrase(word))
            && words.clone().all(|word| self.is_of_phrase(word) || parts(&word));
        let head = self.tokens().head_of(words.start..first.max(words.start + 1));
        let resumed = placed && close + 1 < bounds.end && self.is_finite(close + 1);
        (nominal && resumed && self.can_act(head))
            .then(|| (vec![front, self.trimmed(close + 1..bounds.end)], Source { head, words }))
    }

    /// Whether the verb at `at` can have the source behind it: "said Ode", and "say critics" whatever the tagger makes of it.
    fn speaks_behind(&self, at: usize, source: &Source) -> bool {
        match self.tokens().xpos(at) {
            "VBD" | "VBZ" => true,
            "VBP" | "VB" | "VBN" => self.can_act(source.head),
            _ => false,
        }
    }

    /// "The talks may fail, *said a person close to both men*": the source stands behind the cue and ends the sentence.
    pub(super) fn inverted(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let opened = at.checked_sub(1).filter(|&mark| mark > bounds.start + 1)?;
        let comma = self.text(opened) == "," || self.is_mark(opened) && self.text(opened - 1) == ",";
        let bare = self.takes(at, Takes::Bare);
        // "Ode, convicted with Lee, denied *any* deal": what is denied.
        let any = matches!(self.text(at + 1), "any" | "no");
        let source = self.after(at, bounds.end).filter(|_| comma && bare && !any)?;
        if !self.speaks_behind(at, &source) || tokens.upos(source.head) == Upos::Pron {
            return None;
        }
        // Whoever it is may be told of; a clause of its own makes it what is said.
        let who = |word: &usize| tokens.xpos(*word).starts_with('W');
        let told = (at + 1..bounds.end).find(who).unwrap_or(bounds.end);
        let clause = (at + 1..told).any(|word| {
            self.is_finite(word) || matches!(self.text(word), "that" | ":") || self.opens_quote(word)
        });
        let front = self.front(opened, bounds);
        // "Not so, said his spokesman."
        let short = front.start == bounds.start && front.len() <= ASIDE * 2 && self.capital(front.start);
        // "Threats *keep* coming in": the base form of a plural.
        let verb = |word: usize| {
            self.is_finite(word) || tokens.xpos(word) == "VB" && tokens.upos(word) == Upos::Verb
        };
        let whole = (short || front.clone().any(verb)) && self.clean_front(&front);
        // "Ann Ode, said Lee, lost": what stands between commas is no end.
        let ends = source.words.end + ASIDE >= bounds.end
            || !(source.words.end..bounds.end).any(|word| self.text(word) == ",");
        (!clause && whole && ends).then_some(front)
    }

    /// What an agency relays: "*It rained*, the agency reports citing the ministry", "*It rained*, the agency cites the ministry."
    pub(super) fn relayed(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let passes_on = self.names_origin(at) || tokens.lemma(at) == "cite" && tokens.xpos(at) == "VBZ";
        let opened = (bounds.start + 1..at).rev().find(|&word| self.text(word) == ",")?;
        let subject = opened + 1..at;
        let agency =
            (1..=SUBJECT).contains(&subject.len()) && subject.clone().all(|word| self.is_nominal(word));
        let front = self.front(opened, bounds);
        let clause = front.clone().any(|word| self.is_finite(word)) && self.clean_front(&front);
        (passes_on && agency && clause && self.capital(front.start)).then_some(front)
    }

    /// Whether what follows the verb at `at` is whom it has it from: "reports *citing the ministry*".
    pub(super) fn names_origin(&self, at: usize) -> bool {
        let next = at + 1 + usize::from(self.text(at + 1) == ",");
        matches!(self.text(next), "citing" | "quoting")
            || (self.text(at + 1), self.text(at + 2)) == ("with", "reference")
    }

    /// "*Whether he can win*, she said, *depends on Ohio*": a question that is the subject of what follows the cue.
    pub(super) fn question_before(&self, at: usize, bounds: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let asks = |word: usize| {
            let text = self.text(word);
            ["whether", "how", "what", "why", "who"].iter().any(|other| text.eq_ignore_ascii_case(other))
        };
        let inside = self.text(at + 1) == "," && at + 2 < bounds.end;
        // "*There is no question*, she said, *that he can*"
        // … and "The trip was meant, aides said, *to show* it"
        // … and "He never thought, he told a crowd in Ohio, *that* he would win".
        let phrase = |word: usize| self.is_of_phrase(word) || self.referents.time(word).is_some();
        let behind = (at + 1..bounds.end).take(SUBJECT).find(|&word| !phrase(word)).unwrap_or(at + 1);
        // … and "The fight is so fierce, he said in May, *that* they left".
        let placed = self.tokens().upos(at + 1) == Upos::Adp;
        let told = (self.takes(at, Takes::Told) || placed) && self.text(behind) == ",";
        let told = told && behind + 1 < bounds.end && self.text(behind + 1) == "that";
        // … and "It would fail, he warned, *by letting* them go".
        let by = inside && self.text(at + 2) == "by" && self.tokens().xpos(at + 3) == "VBG";
        let that = by || inside && matches!(self.text(at + 2), "that" | "whether" | "to") || told;
        let goes_on = inside && self.is_finite(at + 2);
        let pieces = if goes_on || that { self.parenthetic(at, bounds, told)? } else { return None };
        (pieces.len() == 2 && (that || asks(pieces[0].start))).then_some(pieces)
    }

    /// "The guns were lost, it was feared": nobody in particular.
    pub(super) fn impersonal(&self, at: usize, bounds: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let tokens = self.tokens();
        let passive = tokens.child(at, &[Relation::AuxPass])?;
        let it = (bounds.start..passive).rev().take(3).find(|&word| self.text(word) == "it")?;
        let opened = it.checked_sub(1).filter(|&mark| mark > bounds.start && self.text(mark) == ",")?;
        let closed = (at + 1..bounds.end).all(|word| {
            self.referents.time(word).is_some() || matches!(tokens.upos(word), Upos::Punct | Upos::Adv)
        });
        let front = self.front(opened, bounds);
        // "The guns, it was feared, were lost"
        let resumed = self.text(at + 1) == "," && at + 2 < bounds.end && self.is_finite(at + 2);
        if resumed && front.clone().all(|word| self.is_of_phrase(word)) && !front.is_empty() {
            return Some(vec![front, self.trimmed(at + 2..bounds.end)]);
        }
        let clause = front.clone().any(|word| self.is_finite(word)) && self.clean_front(&front);
        (closed && clause).then(|| vec![front])
    }

    /// The words before the mark at `opened`, as far as no colon or semicolon ends a clause.
    pub(super) fn front(&self, opened: usize, bounds: &Range<usize>) -> Range<usize> {
        let border = |word: &usize| matches!(self.text(*word), ":" | ";") && self.outer_at(*word).is_none();
        let start = (bounds.start..opened).rev().find(border).map_or(bounds.start, |word| word + 1);
        self.trimmed(start..opened)
    }

    /// Where the clause begins that a semicolon before `at` parts from another one: "It was late; *she would go, according to Ode*".
    pub(super) fn behind_semicolon(&self, at: usize, words: &Range<usize>) -> usize {
        let parts =
            |word: &usize| self.is_semicolon(*word) && self.is_clause(word + 1, &(word + 1..words.end));
        (words.start..at).rev().find(parts).map_or(words.start, |mark| mark + 1)
    }

    /// Where a semicolon behind `at` parts the words from a clause that is somebody else's report: "…, aides said, but failed*;* she left,
    /// according to Lee".
    pub(super) fn before_semicolon(&self, at: usize, words: &Range<usize>) -> usize {
        let reports = |word: usize| !self.uses(word).is_empty() || self.text(word) == "according";
        let parts = |word: &usize| {
            let behind = word + 1..words.end;
            self.is_semicolon(*word) && self.is_clause(word + 1, &behind) && behind.clone().any(reports)
        };
        (at..words.end).find(parts).unwrap_or(words.end)
    }

    fn is_semicolon(&self, word: usize) -> bool {
        self.text(word) == ";" && self.outer_at(word).is_none()
    }

    /// Whether the adverb says how or when something is, "historically", and does not only join sentences, "finally".
    pub(super) fn is_manner(&self, at: usize) -> bool {
        let joins = self.cues.joints.iter().any(|word| self.text(at).eq_ignore_ascii_case(word));
        self.text(at).ends_with("ly") && !joins
    }

    /// The content before a cue with what goes on behind it at the end of the sentence: "*Ten people died*, police said, *including a
    /// child*", "…, *most of them in Ohio*", "…, *killing two*".
    pub(super) fn with_tail(
        &self,
        words: Range<usize>,
        at: usize,
        bounds: &Range<usize>,
    ) -> Vec<Range<usize>> {
        let tokens = self.tokens();
        // "he told the council, *because* it was late": whom he told.
        let comma = (at + 1..bounds.end).find(|&word| !self.is_of_phrase(word)).unwrap_or(at + 1);
        let tail = self.trimmed((comma + 1).min(bounds.end)..bounds.end);
        let before = words.end <= at && self.is_finite(at) && self.text(comma) == "," && !tail.is_empty();
        let quoted = tail.clone().any(|word| self.outer_at(word).is_some());
        let first = tail.start;
        // What one person does while speaking is told by a participle too: "he said, smiling".
        let several = at > 0 && matches!(tokens.xpos(at - 1), "NNS" | "NNPS");
        let doing = several && tokens.xpos(first) == "VBG" && self.uses(first).is_empty();
        let doing = doing && !self.cues.comments.iter().any(|word| word == self.text(first));
        let part = matches!(self.text(first), "including" | "with" | "without" | "among" | "at")
            || self.is_quantifier(first)
            || tokens.upos(first) == Upos::Num;
        // … but "with a group *that taught* children" has a clause about a noun.
        let who = |word: &usize| tokens.xpos(*word).starts_with('W');
        let finite = tail.clone().take_while(|word| !who(word)).any(|word| self.is_finite(word));
        let plain = comma == at + 1 && !finite;
        let goes_on = before && !quoted && (self.says_why(&tail) || plain && (doing || part));
        if goes_on { vec![words, tail] } else { vec![words] }
    }

    /// "He left, he said, *because* it was late", "*in part because* of the rain", "*so that* nobody would see it".
    fn says_why(&self, tail: &Range<usize>) -> bool {
        let mut words = tail.clone().skip_while(|&word| {
            self.tokens().upos(word) == Upos::Adv || matches!(self.text(word), "in" | "part")
        });
        let why = words.next().map_or("", |word| self.text(word));
        // "…, he said, *since* it rains"; but "…, he said, *since* Monday".
        let clause = matches!(why, "since" | "unless" | "if") && self.any_finite(tail);
        clause || why == "because" || (self.text(tail.start), self.text(tail.start + 1)) == ("so", "that")
    }

    /// Where the subject begins that ends at the comma at `end` and opens a clause behind a comma and a conjunction: "It has begun,
    /// and *the rest*, he said, will follow".
    pub(super) fn joined_front(&self, end: usize, bounds: &Range<usize>) -> Option<usize> {
        let joins = |&word: &usize| self.tokens().upos(word) == Upos::Cconj && self.text(word - 1) == ",";
        let first = (bounds.start + 1..end).rev().take(LONGEST).find(joins)? + 1;
        // "…, but *patients who push themselves*, he said, risk it"
        let subject = || self.subject_between(first, end).is_some_and(|source| source.words.end == end);
        let phrase = first < end && (first..end).all(|word| self.is_of_phrase(word));
        (phrase || subject()).then_some(first)
    }

    /// What stands before a cue whose words in marks only go on with it: "*Clinton*, he said, “is a disaster.”"
    pub(super) fn led_by(
        &self,
        at: usize,
        source: &Source,
        quote: &Range<usize>,
        bounds: &Range<usize>,
    ) -> Option<Range<usize>> {
        let first = source.words.start.min(at);
        let led = first > bounds.start && self.text(first - 1).eq_ignore_ascii_case("as");
        let opened = (first - usize::from(led)).checked_sub(1).filter(|&mark| mark > bounds.start)?;
        if led && self.is_joined_on(opened) {
            return None;
        }
        let comma = self.text(opened) == "," || self.is_mark(opened) && self.text(opened - 1) == ",";
        let parted = quote.start > 1 && self.text(quote.start - 2) == ",";
        let goes_on = !self.capital(quote.start) && quote.start > at && parted;
        let front = self.front(opened, bounds);
        // "many say they will go because, as he put it, “at least he came”": others say the first part.
        let other = front.clone().any(|word| self.is_finite(word) && self.takes_quotes(word));
        // "*While the bureau found none*, he said, “it is possible”": a clause opens what the marks end.
        let asked = front.clone().take(ASIDE + 1).any(|word| self.takes(word, Takes::Bidding));
        let clean = !front.is_empty() && !other && front.len() < LONGEST && !asked;
        // `praised Lee, *who*, he said, “had guts”`: only what is told of him.
        let who = opened > front.start && matches!(self.tokens().xpos(opened - 1), "WP" | "WDT");
        (comma && goes_on && clean).then_some(if who { opened - 1..opened } else { front })
    }

    /// Whether the words before a parenthetic cue are no clause that says when it was said.
    pub(super) fn clean_front(&self, front: &Range<usize>) -> bool {
        // "Pressed on whether he would go, Mr. Ode demurred"
        let clause = front.clone().next().is_some_and(|first| {
            self.tokens().xpos(first) == "VBN"
                || matches!(
                    self.text(first),
                    "When" | "While" | "After" | "Before" | "If" | "As" | "Asked" | "Since"
                )
        });
        // "As president, he said, he would": no clause.
        let clause = clause && front.clone().any(|word| self.is_finite(word));
        // "If he left, the plan would fail, aides said": the clause that it opens is there.
        let parts = |&word: &usize| self.text(word) == "," && self.is_clause(word + 1, front);
        let whole = front.clone().find(parts).is_some();
        (!clause || whole) && front.len() < LONGEST
    }
}
