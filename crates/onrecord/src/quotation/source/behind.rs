//! The source right behind its cue: "…," said *Mark Ellery, a Garrison ally*, and where a source ends.
//!
//! Behind the cue the name comes first, then what tells of it, up to the end of the clause. When it was said is no part
//! of who said it.

use std::ops::Range;

use super::{LONGEST, Scene, Source};
use crate::document::EntityKind;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// The noun phrase that begins right behind the verb at `at`, before `end`: "…," said *Mark Ellery, a Garrison ally*.
    pub(in crate::quotation) fn after(&self, at: usize, end: usize) -> Option<Source> {
        // `“It rained,” pointed *out* Ode.`
        let particle = self.tokens().xpos(at + 1) == "RP" || self.phrase_words(at) == 1;
        let first = at + 1 + usize::from(particle);
        // `tweeted *@annode*`
        if self.text(first) == "@" && first + 1 < end {
            return Some(Source { head: first + 1, words: first..first + 2 });
        }
        if first >= end || !self.may_open_source(first) || self.referents.time(first).is_some() {
            return None;
        }
        let head = self.head_after(at, first..end)?;
        let mut words = first..self.name_end(head, first..end);
        words.end = self.told_end(&words, end);
        words.end = self.end_before_besides(&words, head);
        words = self.without_time(words, head);
        if words.len() > LONGEST {
            let own = self.referents.words_of(self.referents.span(head));
            words.end = own.end.clamp(head + 1, end);
        }
        let words = self.trimmed(words);
        Some(Source { head, words })
    }

    /// Whether whoever speaks can begin with the word.
    fn may_open_source(&self, first: usize) -> bool {
        let tokens = self.tokens();
        let kinds = [Upos::Det, Upos::Adj, Upos::Num, Upos::Noun, Upos::Propn, Upos::Pron];
        self.is_acting(first) || kinds.contains(&tokens.upos(first)) || tokens.xpos(first) == "PRP$"
    }

    /// "said *acting* Attorney General Ann Ode": no verb, whatever the tagger makes of it.
    fn is_acting(&self, word: usize) -> bool {
        self.text(word) == "acting" && self.capital(word + 1)
    }

    /// The head of the source among the words behind the verb at `at`.
    fn head_after(&self, at: usize, words: Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let Range { start: first, end } = words;
        // "argues Ann Ode, *is the speed*": what stands behind the comma is nobody.
        let near = |child: usize| !(first..child).any(|word| self.text(word) == ",");
        let subject = tokens
            .children(at)
            .find(|&child| child > at && tokens.is_subject(child) && child < end && near(child));
        // "asked Webb's *aunt*"
        let owns = |word: usize| tokens.xpos(word + 1) == "POS";
        let from = first + usize::from(self.is_acting(first));
        let phrase = || self.noun_end(from, end).map(|last| tokens.head_of(first..last));
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let nouns = || words.clone().take(8).find(|&word| noun(word) && !owns(word));
        // "shrugged *one*"
        let one = || Some(first).filter(|&word| tokens.upos(word) == Upos::Num && word + 1 >= end);
        let subject = subject.filter(|&head| !owns(head));
        subject.or_else(phrase).or_else(nouns).or_else(|| self.other_in(words.clone())).or_else(one)
    }

    /// "said the *other*"
    fn other_in(&self, words: Range<usize>) -> Option<usize> {
        let end = words.end;
        let other = |&word: &usize| matches!(self.text(word), "other" | "others" | "another");
        let word = words.take(2).find(other)?;
        (word + 1 >= end || self.tokens().upos(word + 1) == Upos::Punct).then_some(word)
    }

    /// Where the phrase of `head` ends among the words from its first to the last that it can have.
    fn name_end(&self, head: usize, words: Range<usize>) -> usize {
        let tokens = self.tokens();
        let Range { start: first, end } = words;
        let named = self.referents.words_of(self.referents.span(head)).end.min(end);
        let mut last = tokens.subtree(head).end.clamp(head + 1, end).max(named);
        // "say officials *in Moscow*"
        let mark = |&word: &usize| tokens.upos(word) == Upos::Punct && !self.glued(word);
        let stop = words.clone().find(mark).unwrap_or(end);
        last = self.subject_between(first, stop).map_or(last, |whole| last.max(whole.words.end));
        // "joked Rep. *Steve Cohen*", "said campaign *chairman Ann Ode*"
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn);
        while last < end && noun(last - 1) && noun(last) && self.referents.time(last).is_none() {
            last += 1;
        }
        // "reads a new ad *from the committee*"
        let from =
            tokens.upos(last - 1) == Upos::Noun && last + 1 < end && matches!(self.text(last), "from" | "of");
        let part = |word: usize| self.is_nominal(word) && self.referents.time(word).is_none();
        if from { (last + 1..end).find(|&word| !part(word)).unwrap_or(end) } else { last }
    }

    /// Where what is told of the source in `words` ends, before `end`.
    fn told_end(&self, words: &Range<usize>, end: usize) -> usize {
        let tokens = self.tokens();
        // "said Ode, D-Mass | ., a favorite"
        let point = words.end + 1 < end && self.text(words.end) == "." && self.text(words.end + 1) == ",";
        let last = self.apposed(words.end + usize::from(point), end);
        // "said Ann Ode, who left in May *and insisted on anonymity*"
        let goes_on = self.has_relative(&(words.start..last))
            && last < end
            && tokens.upos(last) == Upos::Cconj
            && self.is_finite_behind(last);
        let stop = |&word: &usize| tokens.upos(word) == Upos::Punct;
        if goes_on { (last + 1..end).find(stop).unwrap_or(end) } else { last }
    }

    /// Whether something is told in the words by a relative clause.
    fn has_relative(&self, words: &Range<usize>) -> bool {
        words.clone().any(|word| matches!(self.tokens().xpos(word), "WP" | "WDT"))
    }

    /// Where the source in `words` ends before the circumstances in which it speaks.
    fn end_before_besides(&self, words: &Range<usize>, head: usize) -> usize {
        let tokens = self.tokens();
        let mut end = words.end;
        // "said Ann Ode, who called it “a sideshow.”": a clause that runs into marks has a cue of its own.
        let who = |&word: &usize| matches!(tokens.xpos(word), "WP" | "WDT") && self.text(word - 1) == ",";
        if self.opens_quote(end) {
            end = (head + 2..end).find(who).map_or(end, |word| word - 1);
        }
        let besides =
            |&word: &usize| self.is_said_besides(word, &(words.start..end)) || self.is_said_in(word, end);
        let stop = (head + 1..end).find(besides);
        end = stop.map_or(end, |word| word - usize::from(self.text(word - 1) == ","));
        // … "said the official, who was not named, *and* walked out"
        let told = self.has_relative(words);
        let walks = |word: usize| told && self.text(word) == "and" && tokens.xpos(word + 1) == "VBD";
        let when = |&word: &usize| self.text(word - 1) == "," && (self.is_said_while(word) || walks(word));
        (head + 1..end).find(when).map_or(end, |word| word - 1)
    }

    /// "asked Webb's aunt, *as* supporters stood behind her": whether the word opens when, why or how it is said.
    fn is_said_while(&self, word: usize) -> bool {
        // … "said one official, *referring* to the vote", "said Lee, *because* it rained"
        let clause = matches!(
            self.text(word),
            "as" | "while" | "when" | "after" | "before" | "because" | "if" | "unless" | "although"
        );
        // … "said Lee, the mayor, *in* a statement"
        let phrase = matches!(self.text(word), "in" | "at" | "on" | "during" | "via" | "through");
        self.tokens().xpos(word) == "VBG" || clause || phrase
    }

    /// Whether the word in the phrase `words` opens what its source speaks about or at: "said Lee, *over* a cup of tea", "said Ann Ode
    /// *of* the visit", "said Ann Ode *on* CBS", "said Ann Ode *on* this occasion".
    fn is_said_besides(&self, word: usize, words: &Range<usize>) -> bool {
        let over = self.text(word - 1) == "," && self.text(word) == "over";
        over || matches!(self.text(word), "of" | "on")
            && self.is_named_before(word, words.start)
            && self.is_no_part_of_name(word, words.end)
    }

    /// Whether right before the word stands a person, or nothing but a name since `start`.
    fn is_named_before(&self, word: usize, start: usize) -> bool {
        let kind = self.referents.entity(word - 1).map(|entity| self.referents.kind(entity));
        let alone = || (start..word).all(|word| self.tokens().upos(word) == Upos::Propn);
        kind == Some(EntityKind::Person) || alone()
    }

    /// Whether the phrase that the "of" or "on" at `at` opens names a theme or a show, not somebody's place: "Ann Ode *of* Ohio".
    fn is_no_part_of_name(&self, at: usize, end: usize) -> bool {
        let stop = |&word: &usize| matches!(self.tokens().upos(word), Upos::Punct | Upos::Adp);
        let mut phrase = at + 1..(at + 1..end).find(stop).unwrap_or(end);
        if self.text(at) == "of" {
            return !phrase.any(|word| self.capital(word) || self.can_act(word));
        }
        matches!(self.text(at + 1), "this" | "that")
            || phrase.any(|word| self.capital(word) || self.is_mark(word))
    }

    /// The phrase without the time behind it, which is that of the cue: "said the minister *on Monday*".
    pub(super) fn without_time(&self, mut words: Range<usize>, head: usize) -> Range<usize> {
        let whole = words.clone();
        while words.end > head + 1 && self.referents.time(words.end - 1).is_some() {
            words.end -= 1;
            // "a memo *from March*": the noun's own.
            if self.text(words.end - 1) == "from" {
                return whole;
            }
            while words.end > head + 1 && self.tokens().upos(words.end - 1) == Upos::Adp {
                words.end -= 1;
            }
        }
        // "a posting made just over a day ago": the participle's own.
        let tokens = self.tokens();
        let modifies = |at: usize| tokens.xpos(at) == "VBN" && tokens.relation(at) == Relation::Acl;
        // "Ann Ode, who lost in May": that of her clause.
        if whole.clone().any(|word| {
            word > head && matches!(tokens.xpos(word), "WP" | "WP$" | "WDT") && self.text(word - 1) == ","
        }) {
            return whole;
        }
        let mut last = words.end - 1;
        while last > head && tokens.upos(last) == Upos::Adv {
            last -= 1;
        }
        if last > head && modifies(last) { whole } else { words }
    }

    /// The end of the appositions that follow a name up to `end`: ", 29, a delegate from Ohio, who wept".
    pub(in crate::quotation) fn apposed(&self, mut at: usize, end: usize) -> usize {
        let tokens = self.tokens();
        while at + 1 < end && self.text(at) == "," {
            let opens =
                matches!(tokens.upos(at + 1), Upos::Det | Upos::Num | Upos::Propn | Upos::Noun | Upos::Adj)
                    || matches!(tokens.xpos(at + 1), "WP" | "PRP$" | "WP$" | "WDT");
            if !opens || self.referents.time(at + 1).is_some() {
                break;
            }
            // "D-Mass.,"
            let short =
                |word: usize| self.text(word) == "-" || self.text(word) == "." && self.text(word + 1) == ",";
            let next = (at + 1..end).find(|&word| tokens.upos(word) == Upos::Punct && !short(word));
            at = next.unwrap_or(end);
        }
        at
    }
}
