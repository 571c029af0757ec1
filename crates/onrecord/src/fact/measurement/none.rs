//! Numbers that are no figure: ages, years, names, what another number is a part of or is compared with.

use super::Figure;
use crate::document::{QuantityLabel, Time, TimeKind};
use crate::fact::age::is_written;
use crate::syntax::{Relation, Upos};

/// Words between a comparison and its figure at most.
const COMPARED: usize = 6;

impl Figure<'_, '_> {
    /// Whether the number measures nothing.
    pub(super) fn is_none(&self) -> bool {
        let (quantity, number) = (self.quantity, &self.number);
        let written = self.scene.reading().text.slice(quantity.span);
        // "one of", "a kind of": no figure.
        let single = quantity.label == QuantityLabel::Number && quantity.value.as_deref() == Some("1");
        // "a two-party system", but "a six-member team".
        let pair = quantity.value.as_deref() == Some("2");
        let two = number.start.checked_sub(2);
        let beside = two.map(|at| if self.text(at) == "out" { at.saturating_sub(1) } else { at });
        let before = beside.is_some_and(|at| self.scene.referents.quantity(at).is_some());
        // "posts 542 and 543", "page 18": what they are called.
        let bare = quantity.label == QuantityLabel::Number && quantity.counted.is_none();
        quantity.label == QuantityLabel::Ordinal
            || quantity.value.is_none()
            || is_written(written)
            || single && quantity.modifier.is_none()
            || self.scene.is_asked(self.scene.referents.tokens().head_of(number.clone()))
            || self.is_dated(written)
            // "29 of 107 seats", "tenth out of 180": what it is a part of; "500 miles (800 km)": the same again.
            || before && matches!(self.text(number.start - 1), "of" | "among" | "(")
            || self.is_again()
            || bare && (self.is_name() || self.is_item())
            || self.is_of_name()
            || self.is_year()
            || self.is_prefix() && (pair || self.members().is_none())
            // "from 38 to 53": what a figure was before is what the other one is compared with.
            || self.is_changed_from()
            || self.is_of_before()
            || self.case() == Some("from")
            || self.is_compared()
            || self.is_often()
    }

    /// "10 feet (*some 3m*)": the same again, though a word stands between.
    fn is_again(&self) -> bool {
        let Some(open) = self.number.start.checked_sub(2).filter(|&open| open > 0 && self.text(open) == "(")
        else {
            return false;
        };
        let measure = self.quantity.label == QuantityLabel::Measure;
        measure && self.scene.referents.quantity(open - 1).is_some()
    }

    /// "visited Oman *three times*": how often something was done; "three times as much" is a figure.
    fn is_often(&self) -> bool {
        let tokens = self.scene.referents.tokens();
        let times = self.number.clone().find(|&at| tokens.upos(at) != Upos::Num).unwrap_or(self.number.end);
        let next = times + 1;
        let text = |at: usize| if at < tokens.len() { self.text(at) } else { "" };
        let ends = next >= tokens.len()
            || matches!(tokens.upos(next), Upos::Punct | Upos::Cconj | Upos::Sconj | Upos::Adp);
        text(times) == "times" && ends && text(next) != "as"
    }

    /// "for 2024-2026": when, not how many.
    fn is_dated(&self, written: &str) -> bool {
        let referents = self.scene.referents;
        let head = referents.tokens().head_of(self.number.clone());
        let time = referents.time(head).map(|id| &referents.named.times[id]);
        let date = |time: &Time| time.kind == TimeKind::Date && time.span.contains(self.quantity.span);
        let bare = self.quantity.unit.is_none() && self.quantity.counted.is_none();
        time.is_some_and(date) || bare && (is_years(written) || self.is_score(written) || self.begins_date())
    }

    /// Whether the number is one side of a score or both, "won *3-1*", "3 – 0": no figure of what is beside it.
    fn is_score(&self, written: &str) -> bool {
        let goals = |part: &str| part.trim().len() <= 2 && part.trim().parse::<u8>().is_ok();
        let whole = written.split_once(['-', '–']).is_some_and(|(one, other)| goals(one) && goals(other));
        let digit = |at: usize| self.text(at).starts_with(|c: char| c.is_ascii_digit());
        let dash = |at: usize| matches!(self.text(at), "-" | "–");
        let count = self.scene.referents.tokens().len();
        let (first, end) = (self.number.start, self.number.end);
        let behind = end + 1 < count && dash(end) && digit(end + 1);
        let before = first > 1 && dash(first - 1) && digit(first - 2);
        whole || behind || before || self.is_within_score(written)
    }

    /// "*218*-214", where the two are one word.
    fn is_within_score(&self, written: &str) -> bool {
        let words = self.number.clone().map(|at| self.text(at));
        let mut sides = words.filter_map(|word| word.split_once(['-', '–']));
        let number = |side: &str| !side.is_empty() && side.bytes().all(|b| b.is_ascii_digit());
        sides.any(|(one, other)| number(one) && number(other) && (one == written || other == written))
    }

    /// Whether the number goes on as a date: "on *12* and 13 March".
    fn begins_date(&self) -> bool {
        let referents = self.scene.referents;
        let (joint, day) = (self.number.end, self.number.end + 1);
        let joins = |at: usize| matches!(self.text(at), "and" | "to" | "or" | "-" | "–");
        let dated = |at: usize| referents.tokens().upos(at) == Upos::Num && referents.time(at).is_some();
        day < referents.tokens().len() && joins(joint) && dated(day)
    }

    /// Whether the number says of what sort something is: "a *two*-state solution".
    fn is_prefix(&self) -> bool {
        let hyphen = self.number.end;
        let tied = hyphen < self.scene.referents.tokens().len() && self.text(hyphen) == "-";
        let spans = self.scene.referents.tokens().spans();
        let glued = |at: usize| spans[at - 1].end() == spans[at].start();
        self.quantity.unit.is_none() && tied && glued(hyphen) && spans.len() > hyphen + 1 && glued(hyphen + 1)
    }

    /// Whether it is the year of one thing: "under a *1798* law".
    fn is_year(&self) -> bool {
        let written = self.scene.reading().text.slice(self.quantity.span);
        let single = |noun| self.scene.referents.tokens().xpos(noun) == "NN";
        self.quantity.unit.is_none() && is_year(written) && self.counted.is_some_and(single)
    }

    /// "from 97 million, *or 1.39 a share*": the same again of what it was before.
    fn is_of_before(&self) -> bool {
        let tokens = self.scene.referents.tokens();
        let again = matches!(tokens.relation(self.carrier), Relation::Conj | Relation::Appos);
        let first = tokens.head(self.carrier).filter(|_| again);
        let first = first.filter(|&first| self.scene.referents.quantity(first).is_some());
        let case = first.and_then(|first| self.scene.clauses.case(first)).map(|case| self.text(case));
        case == Some("from")
    }

    /// "rose to 5 million, *up from* 4 million": what it was before.
    fn is_changed_from(&self) -> bool {
        let governors = &self.scene.clauses.governors;
        let first = self.number.start;
        let listed = |word: &str| governors.more.iter().chain(&governors.less).any(|other| other == word);
        first > 1 && self.text(first - 1) == "from" && listed(self.text(first - 2))
    }

    /// Whether another figure is compared with this one: "a profit of 5 million, *compared with* a loss of 2 million".
    fn is_compared(&self) -> bool {
        let reading = self.scene.reading();
        let start = reading.sentences[reading.sentence_of(self.number.start)].tokens.start;
        let near = self.number.start.saturating_sub(COMPARED).max(start)..self.number.start;
        let mut before = near.rev().take_while(|&at| self.scene.referents.quantity(at).is_none());
        before.any(|at| self.scene.referents.tokens().lemma(at) == "compare")
    }

    /// "Interstate *77*"
    fn is_of_name(&self) -> bool {
        let (tokens, first) = (self.scene.referents.tokens(), self.number.start);
        self.quantity.label == QuantityLabel::Number
            && tokens.relation(first) == Relation::Flat
            && tokens.head(first).is_some_and(|head| head + 1 == first)
    }

    /// "*3.* The parties agree": the number of an item.
    fn is_item(&self) -> bool {
        let reading = self.scene.reading();
        let paragraph = reading.sentences[reading.sentence_of(self.number.start)].paragraph;
        let first = reading.paragraphs[paragraph.row()].span.start() == self.quantity.span.start();
        let behind = self.number.end;
        first && behind < self.scene.referents.tokens().len() && matches!(self.text(behind), "." | ")")
    }

    /// Whether the number stands right behind the noun that it hangs on.
    fn is_name(&self) -> bool {
        let tokens = self.scene.referents.tokens();
        let first = self.number.start;
        let noun = first.checked_sub(1).filter(|&noun| self.is_noun(noun));
        noun.is_some_and(|noun| tokens.head(first) == Some(noun) && tokens.relation(first) != Relation::Conj)
    }
}

/// Whether the words are a stretch of years: "2024-2026".
fn is_years(words: &str) -> bool {
    words.split_once(['-', '–']).is_some_and(|(one, other)| is_year(one) && is_year(other))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit()) && ("1500".."2200").contains(&word)
}
