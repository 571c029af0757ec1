//! The source right behind its cue: "…," said *Mark Ellery, a Garrison ally*, and where a source ends.
//!
//! Behind the cue the name comes first, then what tells of it, up to the end of the clause. When it was said is no part
//! of who said it.

use std::ops::Range;

use super::source::LONGEST;
use super::{Scene, Source};
use crate::document::EntityKind;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// The noun phrase that begins right behind the verb at `at`, before `end`: "…," said *Mark Ellery, a Garrison ally*.
    pub(super) fn after(&self, at: usize, end: usize) -> Option<Source> {
        let tokens = self.tokens();
        let noun = |word: &usize| matches!(tokens.upos(*word), Upos::Noun | Upos::Propn | Upos::Pron);
        // `“It rained,” pointed *out* Ode.`
        let particle = tokens.xpos(at + 1) == "RP" || self.phrase_words(at) == 1;
        let first = at + 1 + usize::from(particle);
        // "said *acting* Attorney General Ann Ode": no verb, whatever the tagger makes of it.
        let acting = self.text(first) == "acting" && self.capital(first + 1);
        let open = |word: usize| {
            acting && word == first
                || matches!(tokens.upos(word), Upos::Det | Upos::Adj | Upos::Num)
                || noun(&word)
                || tokens.xpos(word) == "PRP$"
        };
        if first >= end || !open(first) || self.referents.time(first).is_some() {
            return None;
        }
        // "argues Ann Ode, *is the speed*": what stands behind the comma is nobody.
        let near = |child: usize| !(first..child).any(|word| self.text(word) == ",");
        let head = tokens
            .children(at)
            .find(|&child| child > at && tokens.is_subject(child) && child < end && near(child));
        // "shrugged *one*"
        let one = || Some(first).filter(|&word| tokens.upos(word) == Upos::Num && word + 1 >= end);
        // "asked Webb's *aunt*"
        let own = |word: &usize| noun(word) && tokens.xpos(word + 1) != "POS";
        let owner = |&head: &usize| tokens.xpos(head + 1) != "POS";
        // "said *the other*"
        let other = || {
            let word = (first..end)
                .take(2)
                .find(|&word| matches!(self.text(word), "other" | "others" | "another"))?;
            let last = word + 1 >= end || tokens.upos(word + 1) == Upos::Punct;
            last.then_some(word)
        };
        let from = first + usize::from(acting);
        let phrase = || self.noun_end(from, end).map(|last| tokens.head_of(first..last));
        let nouns = || (first..end).take(8).find(own);
        let head = head.filter(owner).or_else(phrase).or_else(nouns).or_else(other).or_else(one)?;
        let mut words = first..tokens.subtree(head).end.clamp(head + 1, end);
        let own = self.referents.words_of(self.referents.span(head));
        words.end = words.end.max(own.end.min(end));
        // "say officials *in Moscow*"
        let stop =
            (first..end).find(|&word| tokens.upos(word) == Upos::Punct && !self.glued(word)).unwrap_or(end);
        let whole = self.subject_between(first, stop).map_or(words.end, |whole| whole.words.end);
        words.end = words.end.max(whole);
        // "joked Rep. *Steve Cohen*", "said campaign *chairman Ann Ode*"
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn);
        while words.end < end
            && noun(words.end - 1)
            && noun(words.end)
            && self.referents.time(words.end).is_none()
        {
            words.end += 1;
        }
        // "reads a new ad *from the committee*"
        let from = tokens.upos(words.end - 1) == Upos::Noun
            && words.end + 1 < end
            && matches!(self.text(words.end), "from" | "of");
        if from {
            let part = |word: &usize| self.is_nominal(*word) && self.referents.time(*word).is_none();
            words.end = (words.end + 1..end).find(|word| !part(word)).unwrap_or(end);
        }
        // "said Ode, D-Mass | ., a favorite"
        let point = words.end + 1 < end && self.text(words.end) == "." && self.text(words.end + 1) == ",";
        words.end = self.apposed(words.end + usize::from(point), end);
        // "said Ann Ode, who left in May *and insisted on anonymity*"
        let told = words.clone().any(|word| matches!(tokens.xpos(word), "WP" | "WDT"));
        if told
            && words.end < end
            && tokens.upos(words.end) == Upos::Cconj
            && self.is_finite_behind(words.end)
        {
            let stop = |&word: &usize| tokens.upos(word) == Upos::Punct;
            words.end = (words.end + 1..end).find(stop).unwrap_or(end);
        }
        // "said Ann Ode, who called it “a sideshow.”": a clause that runs into marks has a cue of its own.
        let who = |&word: &usize| matches!(tokens.xpos(word), "WP" | "WDT") && self.text(word - 1) == ",";
        if self.opens_quote(words.end) {
            words.end = (head + 2..words.end).find(who).map_or(words.end, |word| word - 1);
        }
        // "asked Webb's aunt, *as* supporters stood behind her"
        // … "said one official, *referring* to the vote", "said Lee, *because* it rained"
        let when = |&word: &usize| {
            self.text(word - 1) == ","
                && (tokens.xpos(word) == "VBG"
                    || matches!(
                        self.text(word),
                        "as" | "while" | "when" | "after" | "before" | "because" | "if" | "unless" | "although"
                    )
                    // … "said Lee, the mayor, *in* a statement"
                    || matches!(self.text(word), "in" | "at" | "on" | "during" | "via" | "through")
                    // … "said the official, who was not named, *and* walked out"
                    || told && self.text(word) == "and" && tokens.xpos(word + 1) == "VBD")
        };
        // … "said Lee, *over* a cup of tea", "said Ann Ode *of* the visit", "said Ann Ode *on* CBS", "said Ann Ode *on* this occasion".
        let besides = |&word: &usize| {
            let over = self.text(word - 1) == "," && self.text(word) == "over";
            let kind = self.referents.entity(word - 1).map(|entity| self.referents.kind(entity));
            let alone = (words.start..word).all(|word| tokens.upos(word) == Upos::Propn);
            let named_before = kind == Some(EntityKind::Person) || alone;
            let person = named_before && self.text(word) == "of";
            let named = |other: usize| self.capital(other) || self.can_act(other);
            let stop = |&other: &usize| matches!(tokens.upos(other), Upos::Punct | Upos::Adp);
            let phrase = word + 1..(word + 1..words.end).find(stop).unwrap_or(words.end);
            let show = phrase.clone().any(|word| self.capital(word) || self.is_mark(word));
            let time = matches!(self.text(word + 1), "this" | "that");
            let aired = named_before && self.text(word) == "on" && (show || time);
            over || aired || person && !phrase.clone().any(named)
        };
        let medium = |&word: &usize| self.is_said_in(word, words.end);
        let stop = (head + 1..words.end).find(|word| besides(word) || medium(word));
        words.end = stop.map_or(words.end, |word| word - usize::from(self.text(word - 1) == ","));
        words.end = (head + 1..words.end).find(when).map_or(words.end, |word| word - 1);
        words = self.without_time(words, head);
        if words.len() > LONGEST {
            words.end = own.end.clamp(head + 1, end);
        }
        let words = self.trimmed(words);
        Some(Source { head, words })
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
    pub(super) fn apposed(&self, mut at: usize, end: usize) -> usize {
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
