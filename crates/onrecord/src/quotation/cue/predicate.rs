//! What somebody or something is called: "called *it a fraud*", "considers *the plan a mistake*", `called *him “a loser”*`.
//!
//! Two phrases stand behind the verb, what is called and what it is called. The arcs often make one of them; the words in marks, an
//! article or an adjective at the end show the second.

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::{NEAR, Scene};
use crate::document::EntityKind;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// `his *“failed policies,”* as she calls them`: what stands in marks before the pronoun that takes it up.
    pub(super) fn as_called(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let pronoun = matches!(self.text(at + 1), "it" | "them" | "him" | "her");
        let ends = at + 2 >= bounds.end || self.tokens().upos(at + 2) == Upos::Punct;
        let led = (bounds.start + 1..at).rev().take(NEAR).find(|&word| self.text(word) == "as")?;
        let quote = self.outer_at(led - 1).filter(|quote| quote.marked.end == led)?;
        (pronoun && ends).then(|| quote.words.clone())
    }

    /// "called *it a fraud*": an object with what it is said to be.
    pub(super) fn predicate(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let gap = self.opened_by_object(at, bounds);
        let words = at + 1..self.predicate_end(at, gap, bounds);
        if words.is_empty() {
            return None;
        }
        if self.is_reversed(at, words.end) {
            return Some(words);
        }
        let passive = tokens.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
        // "a statement *calling* it a fraud": a text can.
        let text = tokens.xpos(at) == "VBG"
            && tokens.head(at).is_some_and(|noun| {
                noun + 1 == at && self.cues.media.iter().any(|medium| medium == tokens.lemma(noun))
            });
        let participle = tokens.relation(at) == Relation::Acl && !self.is_finite(at) && !text;
        if passive || participle && !self.is_past(at, bounds) {
            return None;
        }
        // `called that “absurd”`: no conjunction, whatever the tagger makes of it.
        // … nor is it in "called that language *a* mess".
        // … and "called that claim *absurd*".
        let last = tokens.upos(at + 3) == Upos::Adj && tokens.upos(at + 4) == Upos::Punct;
        let what = matches!(self.text(at + 3), "a" | "an") || last;
        let noun = tokens.upos(at + 2) == Upos::Noun && what;
        let that = self.text(at + 1) == "that" && (noun || self.opens_quote(at + 2));
        let named = that || self.opens_phrase(at + 1 + usize::from(gap && self.opens_quote(at + 1)));
        let both = || {
            self.has_complement(at, &words)
                || self.has_two_phrases(at, words.end)
                || gap && self.is_called_what(at + 1)
                || self.has_own_words(at, words.end)
        };
        (named && both()).then_some(words)
    }

    /// Where what the verb at `at` calls somebody ends.
    fn predicate_end(&self, at: usize, gap: bool, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        let mut end = self.phrase_end(at + 1, bounds);
        // "called him a liar, a racist and a bully"
        while self.text(end) == "," && end + 1 < bounds.end && matches!(self.text(end + 1), "a" | "an") {
            end = self.phrase_end(end + 1, bounds);
        }
        // "What Ode called “a mess” | has grown": the clause with "what" is the subject of a verb.
        let main = |word: usize| self.is_finite(word) && self.outer_at(word).is_none();
        // … and "of what he calls a mess | *and of* lying".
        let again = |word: usize| tokens.upos(word) == Upos::Cconj && tokens.xpos(word + 1) == "IN";
        end = (at + 2..end).find(|&word| gap && (main(word) || again(word))).unwrap_or(end);
        // "who considered him a fraud | *found* that": the verb around the clause.
        let whole = tokens.subtree(at);
        let around =
            |word: usize| main(word) && !whole.contains(&word) && self.is_of_subject_before(word, at);
        end = (at + 3..end).find(|&word| around(word)).unwrap_or(end);
        // "called the bureau twice | *and asked* for it": the next thing.
        let next = |word: usize| {
            let asks = self.takes(word + 1, Takes::Bidding) || self.takes(word + 1, Takes::Told);
            tokens.upos(word) == Upos::Cconj && matches!(tokens.xpos(word + 1), "VBN" | "VBD") && asks
        };
        end = (at + 2..end).find(|&word| next(word)).unwrap_or(end);
        // `calls the plan, “bad advice.”`
        if self.text(end) == "," && end + 1 < bounds.end && self.opens_quote(end + 1) && end > at + 1 {
            end = self.phrase_end(end + 1, bounds);
        }
        // `called him a “Marxist” on Saturday`: when.
        let timed = |word: usize| self.referents.time(word).is_some();
        let mut last = end;
        while last > at + 2 && timed(last - 1) {
            last -= 1;
        }
        last -= usize::from(last < end && tokens.upos(last - 1) == Upos::Adp);
        if last > at + 1 && self.is_mark(last - 1) { last } else { end }
    }

    /// Whether the subject of the verb at `word` stands before `at`.
    pub(super) fn is_of_subject_before(&self, word: usize, at: usize) -> bool {
        self.tokens().children(word).any(|child| self.tokens().is_subject(child) && child < at)
    }

    /// `called *“ridiculous” the idea* that it rained`: whether what it is called stands first.
    fn is_reversed(&self, at: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let reversed = self.outer_at(at + 1).is_some_and(|quote| {
            let object = matches!(tokens.xpos(quote.marked.end), "DT" | "PRP$") && quote.marked.end < end;
            quote.marked.start == at + 1 && object && !self.capital(quote.words.start)
        });
        reversed && tokens.child(at, &[Relation::AuxPass]).is_none()
    }

    /// Whether the arcs give the verb at `at` what it calls its object, and that is no name or title.
    fn has_complement(&self, at: usize, words: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let object = tokens.child(at, &[Relation::Obj]).filter(|&child| words.contains(&child));
        let complement = tokens.children(at).rfind(|&child| {
            let said = matches!(tokens.relation(child), Relation::Xcomp | Relation::Ccomp);
            said && child > at && tokens.upos(child) != Upos::Verb
        });
        // "called it Frame Semantics": a name that is given says nothing.
        let title =
            |word: usize| self.outer_at(word).is_some_and(|quote| self.is_written_as_title(&quote.words));
        // … nor does "called the book “War and Peace.”".
        let work = |word: usize| {
            self.outer_at(word).is_some_and(|quote| {
                let stop = usize::from(self.text(quote.words.end - 1) == ".");
                self.is_written_as_title(&(quote.words.start..quote.words.end - stop))
            })
        };
        let entitled = |word: usize| title(word) || tokens.child(word, &[Relation::Appos]).is_some_and(work);
        complement.is_some_and(|word| word > at + 1 && tokens.upos(word) != Upos::Propn && !entitled(word))
            && object.is_none_or(|word| Some(word) != complement)
    }

    /// "called the inquiry | *a waste*", "called him | *unfit*": whether there are two phrases, though the arcs make one of them.
    fn has_two_phrases(&self, at: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let last = |word: usize| {
            let dated = word + usize::from(tokens.upos(word) == Upos::Adp);
            word == end || dated < end && self.referents.time(dated).is_some()
        };
        let article = |word: usize| {
            let adverb = tokens.upos(word + 1) == Upos::Adv || tokens.xpos(word + 1) == "JJS";
            matches!(self.text(word), "a" | "an") && noun(word - 1)
                || self.text(word) == "the" && tokens.xpos(word - 1) == "PRP" && adverb
        };
        let adjective = |word: usize| {
            let of_noun = last(word + 1)
                && word > at + 2
                && matches!(tokens.xpos(word - 1), "NN" | "NNS")
                && matches!(tokens.xpos(at + 1), "DT" | "PRP$");
            // "considers *her* honest": an owner, for the tagger.
            let her =
                self.text(word - 1) == "her" && (last(word + 1) || tokens.upos(word + 1) == Upos::Punct);
            // "declared the bill *dead on arrival*"
            let phrase = tokens.upos(word + 1) == Upos::Adp
                && tokens.upos(word - 1) == Upos::Noun
                && tokens.xpos(at + 1) == "DT"
                && word > at + 2;
            let quality = of_noun || tokens.xpos(word - 1) == "PRP" || her || phrase;
            tokens.upos(word) == Upos::Adj && quality
                // "called the charge *misleading*": a participle, for the tagger.
                || tokens.xpos(word) == "VBG" && of_noun && word + 1 == end
        };
        (at + 2..end).any(|word| article(word) || adjective(word))
    }

    /// "what one aide called *a mess*", "*“a mess”*": whether what something is called stands at `first`, behind the verb.
    fn is_called_what(&self, first: usize) -> bool {
        // … and "the deal, which he called *the worst* in history".
        let worst = self.text(first) == "the" && self.tokens().xpos(first + 1) == "JJS";
        self.opens_quote(first)
            || worst
            || matches!(self.text(first), "a" | "an")
            || matches!(self.tokens().upos(first), Upos::Adj | Upos::Noun)
    }

    /// `called him *“a loser”*`, `called him *“Little Marco”*`: whether marks say that what somebody is called is the source's words.
    fn has_own_words(&self, at: usize, end: usize) -> bool {
        let person =
            matches!(self.text(at + 1), "him" | "her" | "them" | "me" | "us") && self.opens_quote(at + 2);
        // … and `called Ode “Miss Piggy”`.
        let named = |word: usize| {
            let id = self.referents.entity(word).map(|entity| self.referents.kind(entity));
            id == Some(EntityKind::Person) && self.opens_quote(word + 1)
        };
        let person = person || (at + 1..end).take(3).any(named);
        person || (at + 2..end).any(|word| self.opens_quote(word) && !self.capital(word + 1))
    }

    /// Whether the clause of the verb at `at` opens with its object: "*what* Mr. Ode called", "the ruling, *which* he called".
    fn opened_by_object(&self, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        // … and "a decision *that* the mayor called a mess".
        let that = |word: usize| {
            let noun = word > bounds.start && tokens.upos(word - 1) == Upos::Noun;
            self.text(word) == "that" && noun && tokens.head(at).is_some_and(|head| head + 1 == word)
        };
        let what = |word: usize| {
            let pronoun = |other: &&str| self.text(word).eq_ignore_ascii_case(other);
            ["what", "which", "whom"].iter().any(pronoun) || that(word)
        };
        let part = |word: &usize| {
            let kind = self.is_nominal(*word) || matches!(tokens.upos(*word), Upos::Aux | Upos::Adv);
            what(*word) || !kind
        };
        let first = (bounds.start..at).rev().take(NEAR).find(part);
        // … and `a plan *the mayor has called* “a mess”`.
        let of_noun = matches!(tokens.relation(at), Relation::AclRelcl | Relation::Acl);
        let relative = of_noun && self.opens_quote(at + 1) && {
            let subject = tokens.children(at).find(|&child| tokens.is_subject(child) && child < at);
            subject.is_some_and(|subject| !tokens.xpos(subject).starts_with('W'))
        };
        relative || first.is_some_and(|word| what(word) && word + 1 < at)
    }

    /// `“A fraud,” the minister calls *the plan*`: whom or what the words in marks are said of.
    pub(super) fn called_behind(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let calls = self.takes(at, Takes::Predicate) && !self.takes_quotes(at);
        let words = self.trimmed(at + 1..self.phrase_end(at + 1, bounds));
        let taken_up = self.as_called(at, bounds).is_some();
        (calls && !taken_up && !words.is_empty()).then_some(words)
    }
}
