//! What is reported: the constructions in which content stands with its verb.
//!
//! The arcs are asked first. Where they miss a clause that its words announce ("said Thursday *that* …", "X, he said"),
//! the words decide. A content ends with its clause: before a participle that reports on ("…, adding that") and before
//! the next thing that the same source says ("said that … *and vowed to* …").

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::{AUXILIARIES, Scene};
use crate::marks::Quoted;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// The content that the verb at `at` has in the construction `takes`, in pieces.
    pub(super) fn construction(
        &self,
        at: usize,
        takes: Takes,
        bounds: &Range<usize>,
    ) -> Option<Vec<Range<usize>>> {
        let one = |words: Option<Range<usize>>| words.map(|words| vec![words]);
        match takes {
            Takes::Clause | Takes::Told | Takes::That => {
                self.reported_clause(at, bounds, takes == Takes::Told)
            }
            Takes::Bare => one(self.bare_behind(at, bounds).or_else(|| self.with_gap(at, bounds))),
            Takes::Rest => one(self.rest_behind(at, bounds)),
            Takes::Infinitive => one(self.infinitive(at, bounds)),
            Takes::Refusal => one(self.refused(at, bounds)),
            Takes::Bidding => one(self.bidden(at, bounds)),
            Takes::Expected => one(self.expected(at, bounds)),
            Takes::ToBe => one(self.expected(at, bounds).filter(|words| self.is_of_being(words))),
            Takes::Predicate => one(self.as_called(at, bounds))
                .or_else(|| self.named(at, bounds))
                .or_else(|| one(self.predicate(at, bounds))),
            Takes::As => self.held_as(at, bounds).or_else(|| one(self.prepositional(at, "as", bounds))),
            Takes::Of => self.charged(at, bounds).or_else(|| one(self.prepositional(at, "of", bounds))),
            Takes::For => {
                one(self.prepositional(at, "for", bounds).filter(|words| !self.is_pleaded(at, words)))
            }
            Takes::Against => one(self.prepositional(at, "against", bounds)),
            Takes::With => one(self.prepositional(at, "with", bounds)),
            Takes::To => one(self
                .prepositional(at, "to", bounds)
                .filter(|_| !matches!(self.text(at + 1), "to" | "with"))),
            Takes::On => one(self.prepositional(at, "on", bounds).filter(|_| self.text(at + 1) != "on")),
            Takes::At => one(self.prepositional(at, "at", bounds).filter(|words| self.is_aimed(at, words))),
            Takes::About => one(self.prepositional(at, "about", bounds)),
            Takes::Object => one(self.object(at, bounds)),
            Takes::Answer => one(self.answer(at, bounds)),
            Takes::Lack => one(self.lack(at, bounds)),
            Takes::Marked => one(self.marked(at, bounds)),
            Takes::Plain => one(self.plain_clause(at + 1, bounds, at).filter(|_| self.has_plain(at))),
            Takes::Opening => one(self.opened(at, bounds)),
            Takes::Would if self.is_behind_would(at) => {
                one(self.infinitive(at, bounds).or_else(|| self.expected(at, bounds)))
            }
            Takes::Wish if self.is_present(at) => {
                one(self.infinitive(at, bounds).or_else(|| self.expected(at, bounds)))
            }
            Takes::Raised => self.raised(at, bounds),
            Takes::Portrait => one(self.portrait(at, bounds)),
            Takes::Pending => one(self.pending(at, bounds)),
            Takes::Thing => one(self.relayed(at, bounds).or_else(|| self.thing(at, bounds))),
            Takes::Gerund => one(self.gerund(at, bounds)),
            Takes::Quote => one(self.behind_colon(at, bounds)),
            Takes::Wish | Takes::Would | Takes::Cleft => None,
        }
    }

    /// The clause that the verb at `at` reports, in pieces: before it, around it or behind it; `told` if it says to whom.
    fn reported_clause(&self, at: usize, bounds: &Range<usize>, told: bool) -> Option<Vec<Range<usize>>> {
        let one = |words: Option<Range<usize>>| words.map(|words| vec![words]);
        // "His friends say *yes*, his staff says no": the answer is all they say.
        if self.takes(at, Takes::Answer) && self.answer(at, bounds).is_some() {
            return None;
        }
        if self.has_it(at) {
            return None;
        }
        if let Some(words) = self.bracketed(at, bounds) {
            return Some(vec![words]);
        }
        if let Some((pieces, _)) = self.wedged(at, bounds) {
            return Some(pieces);
        }
        if let Some(front) = self.relayed(at, bounds) {
            return Some(vec![front]);
        }
        // "Johnson, you'll recall, told a host *that it rained*": what the host is told.
        let heard = if told { self.that_behind(at, bounds, told) } else { None };
        if let Some(front) = self.inverted(at, bounds).filter(|_| heard.is_none()) {
            return Some(vec![front]);
        }
        if let Some(pieces) = self.question_before(at, bounds) {
            return Some(pieces);
        }
        let inserted = self.inserted(at, bounds).and_then(|_| self.parenthetic(at, bounds, told));
        if let Some(pieces) = inserted.filter(|pieces| pieces.len() > 1) {
            return Some(pieces);
        }
        self.own_clause(at, heard.is_some(), bounds)
            .map(|words| self.with_tail(words, at, bounds))
            .or_else(|| self.parenthetic(at, bounds, told))
            .or_else(|| one(self.that_behind(at, bounds, told)))
            .or_else(|| one(self.clause_of_hearer(at, bounds).filter(|_| told)))
            .or_else(|| one(self.clause_behind_hearer(at, bounds).filter(|_| told)))
            .or_else(|| one(self.clause_to(at, bounds).filter(|_| told)))
            .or_else(|| one(self.question_word(at, bounds)))
    }

    /// "clear to all who heard *it* that", "know *it* so well that": whether the verb at `at` has a plain object, so that what is behind it
    /// is no content.
    fn has_it(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let it = at + 1;
        let object = it < tokens.len()
            && self.text(it) == "it"
            && tokens.relation(it) == Relation::Obj
            && tokens.head(it) == Some(at);
        let clause = self.is_finite(it + 1 + usize::from(self.is_mark(it + 1)))
            || self.takes(at, Takes::Told)
            || self.takes(at, Takes::Predicate);
        object && self.phrase_words(at) == 0 && !clause
    }

    /// The clause that the arcs give the verb; `heard` if "that" stands behind whom it is told to.
    fn own_clause(&self, at: usize, heard: bool, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let reported = |&head: &usize| {
            let clause = tokens.relation(head) == Relation::Ccomp && bounds.contains(&head);
            // "told CBS's “Face the Nation” that"
            let title =
                self.outer_at(head).is_some_and(|quote| quote.marked.start > at && self.is_title(quote));
            // "The count has begun, and the rest, *he said, will* follow": a part of it stands behind the cue.
            let verb = |word: usize| self.is_finite(word) || tokens.xpos(word) == "VB";
            let part = head < at && self.text(at + 1) == "," && at + 2 < bounds.end && verb(at + 2);
            let part = part || self.is_retold(at) && (at..head).any(|word| self.text(word) == ":");
            // "Twenty died, rights groups say; the police have other figures"
            let other = head > at && self.text(at + 1) == ";";
            // "*It is over*, Mr. Ode is heard": nobody hears it here.
            let other = other || head < at && self.is_of_subject(at, bounds);
            // "Johnson, you'll recall, *told* a host that it rained"
            let inserted = head < at && heard;
            // "letting people *decide* has its limits": a clause has a subject.
            let base = tokens.xpos(at) == "VB"
                && tokens.child(at, AUXILIARIES).is_none()
                && (at == bounds.start || self.text(at - 1) != "to");
            let bare = base && head == at + 1 && self.is_finite(head);
            let other = other || inserted || bare;
            // "he believes, *he said*, that it is wrong": what is put in.
            let subject = || tokens.children(head).any(|child| tokens.is_subject(child) && child < head);
            let put_in = head > at + 1
                && self.text(at + 1) == ","
                && self.text(head + 1) == ","
                && self.takes(head, Takes::Bare)
                && subject();
            clause && !title && !put_in && !other && !part && self.is_reported(head, at, bounds)
        };
        let behind = tokens.children(at).find(|&head| head > at && reported(&head));
        let complement = behind.or_else(|| tokens.children(at).find(reported)).or_else(|| self.asked(at));
        let head = complement.filter(|head| bounds.contains(head))?;
        let words = self.complement(head, at, bounds);
        // "hope *to avoid* saying whether it rained": the infinitive is what is hoped.
        let infinitive =
            self.text(at + 1) == "to" && words.start > at + 2 && self.takes(at, Takes::Infinitive);
        if infinitive {
            return None;
        }
        // "denied *telling Ode that it rained*": what was told is part of what is denied.
        let gerund = self.takes(at, Takes::Gerund) && tokens.xpos(at + 1) == "VBG" && words.start > at + 1;
        // `told them that he had “paid people — *and they came*”`: nobody's words begin inside marks that open behind the cue.
        let quote = self.outer_at(words.start).filter(|quote| quote.marked.start > at);
        let inner = quote.is_some_and(|quote| {
            // … and what a colon announces is asked for with the marks.
            quote.words.start < words.start || self.text(quote.marked.start - 1) == ":"
        });
        (!gerund && !inner).then(|| self.up_to_source(words, at, bounds))
    }

    /// Whether the verb at `at` is a passive that tells of its subject what others hear or see of it, not what it is told.
    fn is_of_subject(&self, at: usize, bounds: &Range<usize>) -> bool {
        let told = self.takes(at, Takes::Told) || self.takes_quotes(at);
        !told && self.passive_subject(at, bounds).is_some()
    }

    /// Whether what the verb at `at` has said is told by another verb: "admitted what the polls have been *saying*: “We lost.”"
    pub(in crate::quotation) fn is_retold(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let what = tokens.head(at).filter(|_| self.is_of_what(at));
        what.and_then(|what| tokens.head(what)).is_some_and(|verb| self.takes_quotes(verb))
    }

    /// Whether the verb at `at` has "what" for its object: "were not what they *hoped*".
    pub(in crate::quotation) fn is_of_what(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let relative = tokens.relation(at) == Relation::AclRelcl;
        relative && tokens.head(at).is_some_and(|what| self.text(what) == "what")
    }

    /// A content before its cue with the words in marks that the arcs hang elsewhere: `It is an assurance *“that they care,”* he
    /// said`.
    fn up_to_source(&self, words: Range<usize>, at: usize, bounds: &Range<usize>) -> Range<usize> {
        let quote = self.outer_at(words.end).filter(|quote| quote.marked.start == words.end);
        let comma =
            |quote: &Quoted| self.text(quote.words.end - 1) == "," || self.text(quote.marked.end) == ",";
        let end = quote.filter(|quote| quote.marked.end <= at && comma(quote)).map(|quote| quote.marked.end);
        // … and with the words before such marks.
        let inner = self.outer_at(words.start).filter(|quote| {
            let before = quote.marked.start.checked_sub(1).filter(|&before| before > bounds.start);
            let joined = before.is_some_and(|before| self.tokens().upos(before) != Upos::Punct);
            quote.words.start == words.start && joined && !self.capital(words.start) && words.end < at
        });
        let front = inner.map(|_| self.trimmed(bounds.start..words.end).start);
        front.unwrap_or(words.start)..end.filter(|_| words.end < at).unwrap_or(words.end)
    }

    /// A clause that the arcs take for one about whom it is told: "told the crowd *she was proud*".
    fn clause_of_hearer(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let loose = [Relation::AclRelcl, Relation::Acl, Relation::Appos, Relation::Ccomp];
        let hearer = tokens.child(at, &[Relation::Obj, Relation::Iobj]).filter(|&word| word > at)?;
        let told = |&head: &usize| {
            let subject = tokens.children(head).find(|&child| tokens.is_subject(child));
            let opens = |word: usize| {
                tokens.xpos(word) == "PRP" && (hearer + 1..word).all(|at| tokens.upos(at) == Upos::Punct)
            };
            // "told the voters he had met": a clause with a gap is about them.
            let inner = [Relation::Cop, Relation::Obj, Relation::Ccomp, Relation::Xcomp];
            let aux = || tokens.child(head, &[Relation::Aux]).is_some() && tokens.xpos(head) != "VBN";
            let full = tokens.child(head, &inner).is_some() || aux();
            head > hearer
                && bounds.contains(&head)
                && loose.contains(&tokens.relation(head))
                && subject.is_some_and(opens)
                && full
        };
        let head = tokens.children(hearer).find(told)?;
        Some(self.complement(head, at, bounds))
    }

    /// A clause behind a comma, as people tell in speech what they told others: "I told his people, *you can't have it both ways*".
    fn clause_behind_hearer(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let comma = (at + 1..bounds.end).find(|&word| !self.is_of_phrase(word))?;
        let hearer = comma > at + 1 && self.text(comma) == ",";
        // "He came, an aide told them, and left": nothing is said before it.
        let before = (bounds.start..at).any(|word| self.is_finite(word) || self.text(word) == ",");
        let clause = |&child: &usize| {
            let loose = matches!(tokens.relation(child), Relation::Parataxis | Relation::Ccomp);
            loose && child > comma && bounds.contains(&child)
        };
        let spoken = hearer && !before && self.is_finite(at) && self.outer_at(at).is_some();
        let clause = tokens.children(at).find(clause).filter(|_| spoken)?;
        let joined = tokens.upos(comma + 1) == Upos::Cconj;
        (!joined).then(|| comma + 1..self.sentence_end(clause, bounds, at))
    }

    /// "wants", "does not want".
    fn is_present(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let aux = tokens.child(at, &[Relation::Aux]);
        matches!(tokens.xpos(aux.unwrap_or(at)), "VBZ" | "VBP")
    }

    /// "would like", "he'd prefer"; but who speaks at length says "I'd like to start" and starts.
    fn is_behind_would(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let would = |child: usize| {
            tokens.relation(child) == Relation::Aux && matches!(self.text(child), "would" | "'d" | "’d")
        };
        let speaker = |child: usize| {
            tokens.relation(child) == Relation::Nsubj && matches!(self.text(child), "I" | "you")
        };
        let polite = self.outer_at(at).is_none() && tokens.children(at).any(speaker);
        tokens.xpos(at) == "VB" && tokens.children(at).any(would) && !polite
    }

    /// Whether the verb at `at` has the construction in one of its uses.
    pub(in crate::quotation) fn takes(&self, at: usize, takes: Takes) -> bool {
        self.uses(at).iter().any(|used| used.takes.contains(&takes))
    }
}
