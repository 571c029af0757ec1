//! What is reported: the constructions in which content stands with its verb.
//!
//! The arcs are asked first. Where they miss a clause that its words announce ("said Thursday *that* …", "X, he said"),
//! the words decide. A content ends with its clause: before a participle that reports on ("…, adding that") and before
//! the next thing that the same source says ("said that … *and vowed to* …").

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::Scene;
use crate::syntax::{Relation, Upos};

/// Words between a verb and the mark of its clause, or between an object and its "as", at most.
const NEAR: usize = 14;

/// Words before a parenthetic cue, at most.
const LONGEST: usize = 60;

/// Words of the subject of a clause, at most.
const SUBJECT: usize = 8;

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
            Takes::Quote => None,
            Takes::Clause | Takes::Told => one(self.own_clause(at, bounds))
                .or_else(|| self.parenthetic(at, bounds))
                .or_else(|| one(self.that_behind(at, bounds, takes == Takes::Told)))
                .or_else(|| one(self.bare_behind(at, bounds))),
            Takes::That => {
                one(self.own_clause(at, bounds)).or_else(|| one(self.that_behind(at, bounds, false)))
            }
            Takes::Infinitive => one(self.infinitive(at, bounds)),
            Takes::Bidding => one(self.bidden(at, bounds)),
            Takes::Expected => {
                let infinitive = self.bidden(at, bounds)?;
                one(Some(at + 1..infinitive.end))
            }
            Takes::Predicate => one(self.predicate(at, bounds)),
            Takes::As => one(self.prepositional(at, "as", bounds)),
            Takes::Of => one(self.prepositional(at, "of", bounds)),
            Takes::For => one(self.prepositional(at, "for", bounds)),
            Takes::Object => one(self.object(at, bounds)),
            Takes::Marked => one(self.marked(at, bounds)),
        }
    }

    /// The clause that the arcs give the verb.
    fn own_clause(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let complement =
            tokens.child(at, &[Relation::Ccomp]).filter(|&head| self.is_reported(head, at, bounds));
        let head = complement.or_else(|| self.asked(at))?;
        Some(self.complement(head, at, bounds))
    }

    /// Whether the clause of `head`, which the arcs give the cue at `at`, is what it reports.
    fn is_reported(&self, head: usize, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let announced = tokens.child(head, &[Relation::Mark]).is_some_and(|mark| tokens.lemma(mark) != "to");
        let subject = tokens.children(head).any(|child| tokens.is_subject(child));
        let verbal = matches!(tokens.upos(head), Upos::Verb | Upos::Aux)
            || tokens.child(head, &[Relation::Cop, Relation::Aux]).is_some();
        let start = self.complement(head, at, bounds).start;
        // "his claim that": the noun's own.
        let before = start.saturating_sub(1);
        let noun = before > at
            && tokens.upos(before) == Upos::Noun
            && self.cues.nouns.contains_key(tokens.lemma(before));
        // "saw attendance reach": what is seen, not what is said.
        let bare =
            matches!(tokens.xpos(head), "VB" | "VBG") && tokens.child(head, &[Relation::Aux]).is_none();
        // "Asked why he had waited, he replied": the main clause behind a participle.
        let main = !announced && before > at + 1 && self.text(before) == "," && self.text(at + 1) != ",";
        let seen = bare && subject && !announced && head > at;
        (subject || announced || verbal) && !main && !seen && !noun
    }

    /// The words of the clause of `head`, which depends on the cue at `cue`.
    pub(in crate::quotation) fn complement(
        &self,
        head: usize,
        cue: usize,
        bounds: &Range<usize>,
    ) -> Range<usize> {
        let tokens = self.tokens();
        let mut words = tokens.subtree(head);
        if words.start > cue {
            // The mark that introduces the clause stays in, the comma before it does not.
            while words.start < head && tokens.upos(words.start) == Upos::Punct {
                words.start += 1;
            }
            // "said, without offering evidence, that": what stands before the mark is the cue's.
            let mark = tokens.child(head, &[Relation::Mark]).filter(|&mark| mark > words.start);
            words.start = mark.filter(|&mark| self.text(mark - 1) == ",").unwrap_or(words.start);
            let pronoun = words.start.saturating_sub(1);
            if pronoun > cue && matches!(self.text(pronoun), "he" | "she" | "they" | "we" | "I") {
                words.start = pronoun;
            }
            let verb = tokens.upos(cue) != Upos::Noun;
            let end = if verb { self.run_on(words.end, bounds) } else { words.end };
            words.end = self.end_of_clause(words.start, end, cue);
        } else {
            words.end = words.end.min(cue);
        }
        while words.end > words.start + 1 && matches!(self.text(words.end - 1), "," | ";" | "–" | "—") {
            words.end -= 1;
        }
        words
    }

    /// Where a clause ends whose last words a parser has hung elsewhere: at the next mark or conjunction.
    fn run_on(&self, mut end: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        let stops = |at: usize| {
            let border = matches!(tokens.upos(at), Upos::Punct | Upos::Cconj | Upos::Sconj);
            border && !self.is_mark(at)
        };
        while end < bounds.end && !stops(end) {
            end += 1;
        }
        end
    }

    /// Where the content that begins at `start` ends, at `end` at the latest.
    fn end_of_clause(&self, start: usize, end: usize, cue: usize) -> usize {
        let tokens = self.tokens();
        let ends = |&at: &usize| {
            let next = at + 1;
            let comma = self.text(at) == ",";
            let reports = comma && tokens.xpos(next) == "VBG" && self.reports_on(next);
            let according = comma && self.text(next) == "according";
            let joined = tokens.upos(at) == Upos::Cconj
                && (self.same_source(next, cue, end)
                    || self.text(at - 1) == "," && self.next_report(next, cue, end));
            next < end && (reports || according || joined)
        };
        let found = (start + 1..end).find(ends).unwrap_or(end);
        if found > start + 1 && self.text(found - 1) == "," { found - 1 } else { found }
    }

    /// Whether the participle at `at` says something more: it has a clause, or words in marks, of its own.
    fn reports_on(&self, at: usize) -> bool {
        let more = matches!(self.text_or_none(Some(at + 1)), Some("that" | ":" | "," | "“" | "\""));
        self.takes_quotes(at) && (more || self.tokens().child(at, &[Relation::Ccomp]).is_some())
    }

    /// Whether behind a conjunction, at `at`, the source of `cue` says or means the next thing: "and vowed to".
    fn same_source(&self, at: usize, cue: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let pronoun =
            tokens.upos(at) == Upos::Pron && matches!(tokens.lemma(at), "he" | "she" | "they" | "it");
        let mut verb = at + usize::from(pronoun);
        while verb < end && matches!(tokens.upos(verb), Upos::Adv | Upos::Aux) {
            verb += 1;
        }
        let past = |at: usize| matches!(tokens.xpos(at), "VBD" | "VBN");
        let present = |at: usize| matches!(tokens.xpos(at), "VBZ" | "VBP");
        let told = past(cue) && past(verb) || present(cue) && present(verb);
        let next = self.text_or_none(Some(verb + 1));
        let clause = matches!(next, Some("that" | "to" | "it" | "he" | "she" | "they" | "the" | "“" | "\""));
        verb < end && told && clause && !self.uses(verb).is_empty()
    }

    /// Whether behind a comma and a conjunction, at `at`, somebody else says the next thing: ", and his aide noted that".
    fn next_report(&self, at: usize, cue: usize, end: usize) -> bool {
        let tokens = self.tokens();
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let verb = (at..end).take(SUBJECT).find(|&word| matches!(tokens.upos(word), Upos::Verb | Upos::Aux));
        let Some(verb) = verb.filter(|&verb| verb > at && noun(verb - 1) && self.takes_quotes(verb)) else {
            return false;
        };
        let next = self.text_or_none(Some(verb + 1));
        let plain = !(at..verb).any(|word| matches!(self.text(word), "that" | "to" | "if"));
        tokens.xpos(verb) == tokens.xpos(cue) && plain && matches!(next, Some("that" | "“" | "\""))
    }

    /// The clause with a question word that the parser did not take for the complement: "explained *how it works*".
    fn asked(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens();
        let loose = [Relation::Advcl, Relation::Xcomp, Relation::Parataxis, Relation::Obj];
        let behind =
            tokens.children(verb).filter(|&child| child > verb && loose.contains(&tokens.relation(child)));
        behind.into_iter().find(|&child| {
            let first = tokens.subtree(child).start;
            let question = matches!(tokens.xpos(first), "WRB" | "WP") && self.text(first) != "when";
            let verbal = matches!(tokens.upos(child), Upos::Verb | Upos::Aux)
                || tokens.child(child, &[Relation::Cop]).is_some();
            question && first == verb + 1 && verbal
        })
    }

    /// A clause that "that" announces behind the verb, whatever it hangs on: "said Thursday *that* …".
    fn that_behind(&self, at: usize, bounds: &Range<usize>, told: bool) -> Option<Range<usize>> {
        let tokens = self.tokens();
        // "said, without offering evidence, that"
        let aside = (at + 2..bounds.end).take(NEAR).find(|&word| self.text(word) == ",");
        let aside = aside.filter(|&word| self.text(at + 1) == "," && word + 1 < bounds.end);
        let from = aside.unwrap_or(at);
        for word in (from + 1..bounds.end).take(NEAR) {
            let text = self.text(word);
            if matches!(text, "that" | "whether") && matches!(tokens.xpos(word), "IN" | "WDT") {
                // "repeated his claim that": the noun's own.
                let noun = self.cues.nouns.contains_key(tokens.lemma(word - 1)) && word > from + 1;
                // "told the voters that …": a subject behind it makes it a clause, not one about the voters.
                let subject = told && !matches!(tokens.upos(word + 1), Upos::Verb | Upos::Aux | Upos::Adv);
                let relative = tokens.upos(word) != Upos::Sconj
                    && matches!(tokens.upos(word - 1), Upos::Noun | Upos::Propn)
                    && self.referents.time(word - 1).is_none()
                    && !subject;
                if noun || relative {
                    return None;
                }
                return Some(word..self.sentence_end(word, bounds, at));
            }
            let stops = matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Sconj)
                || tokens.upos(word) == Upos::Punct && text != ","
                || self.outer_at(word).is_some();
            if stops {
                return None;
            }
        }
        None
    }

    /// A clause without a mark right behind the verb, or behind when it was said: "said Thursday *he would go*".
    fn bare_behind(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        if !matches!(
            tokens.lemma(at),
            "say" | "think" | "believe" | "add" | "claim" | "note" | "argue" | "announce"
        ) {
            return None;
        }
        let mut start = at + 1;
        while start < bounds.end && self.referents.time(start).is_some() {
            start += 1;
        }
        let opens = matches!(
            tokens.upos(start),
            Upos::Pron | Upos::Det | Upos::Propn | Upos::Noun | Upos::Num | Upos::Adj
        );
        // "said despite the failure India remained": a clause may open with a phrase of its own.
        let phrase = tokens.upos(start) == Upos::Sconj || self.text(start) == "despite";
        if start >= bounds.end || !(opens || phrase || tokens.xpos(start) == "VBG") {
            return None;
        }
        let mut verb = None;
        for word in start..bounds.end {
            if tokens.upos(word) == Upos::Punct || tokens.upos(word) == Upos::Cconj && word < start + 2 {
                break;
            }
            if matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD") {
                verb = Some(word);
                break;
            }
        }
        let verb = verb?;
        // "said Roberto Maroni, who leads": the subject behind the verb has no verb of its own.
        let relative = (start..verb).any(|word| matches!(tokens.xpos(word), "WP" | "WDT"));
        (verb > start && !relative).then(|| start..self.sentence_end(start, bounds, at))
    }

    /// Where a content that runs to the end of its sentence ends.
    pub(super) fn sentence_end(&self, start: usize, bounds: &Range<usize>, cue: usize) -> usize {
        let mut end = self.end_of_clause(start, bounds.end, cue);
        while end > start + 1 && matches!(self.text(end - 1), "." | "," | ";" | "—" | "–" | "?" | "!") {
            end -= 1;
        }
        end
    }

    /// "The talks, he said, were useful", "The talks were useful, he said": the cue stands inside or behind what it
    /// introduces, between commas.
    fn parenthetic(&self, at: usize, bounds: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let tokens = self.tokens();
        if !matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP" | "VBN") {
            return None;
        }
        let border = |word: usize| matches!(self.text(word), "," | "—" | "–" | "--");
        let source = self.source_of(at, bounds).or_else(|| self.after(at, bounds.end))?;
        let object = tokens
            .child(at, &[Relation::Obj, Relation::Ccomp, Relation::Xcomp])
            .is_some_and(|child| child > at);
        let told = matches!(tokens.lemma(at), "tell" | "remind" | "assure" | "inform");
        let silent = self.text(source.head).eq_ignore_ascii_case("you")
            || matches!(tokens.xpos(source.head), "WP" | "WDT" | "DT");
        if silent || object && !told && source.head < at {
            return None;
        }
        // "as he put it": the conjunction belongs to the cue.
        let first = source.words.start.min(at);
        let first = if first > bounds.start && self.text(first - 1).eq_ignore_ascii_case("as") {
            first - 1
        } else {
            first
        };
        let opened = first.checked_sub(1).filter(|&mark| mark > bounds.start && border(mark));
        let last = source.words.end.max(at + 1);
        if source.words.contains(&at) {
            return None;
        }
        // Behind the cue may stand when, where and to whom it was said.
        let aside = |word: usize| {
            matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj | Upos::Cconj)
                || self.outer_at(word).is_some()
        };
        let mut end = last;
        while end < bounds.end && !border(end) && !matches!(self.text(end), "." | "?" | "!") {
            if aside(end) {
                return None;
            }
            end += 1;
        }
        // "As the minister said, it rained": the cue stands before what it introduces.
        if first == bounds.start && first < source.words.start.min(at) && end + 1 < bounds.end {
            let back = self.trimmed(end..bounds.end);
            return (self.text(end) == "," && !back.is_empty()).then(|| vec![back]);
        }
        let opened = opened?;
        let finite = |words: &Range<usize>| {
            words.clone().any(|word| matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD"))
        };
        let front = self.trimmed(bounds.start..opened);
        let back = if end < bounds.end && border(end) { self.trimmed(end..bounds.end) } else { end..end };
        let closed = (last..end).all(|word| self.referents.time(word).is_some());
        let whole = finite(&front) || closed && finite(&back);
        // "Ann, who said it, left" and "Ann, he and I, said" are no frames of what follows.
        let open = !front.contains(&source.head) && self.clean_front(&front);
        (whole && open && !front.is_empty())
            .then(|| [front, back].into_iter().filter(|piece| !piece.is_empty()).collect())
    }

    /// Whether the words before a parenthetic cue are no clause that says when it was said.
    fn clean_front(&self, front: &Range<usize>) -> bool {
        let clause = front.clone().next().is_some_and(|first| {
            matches!(
                self.text(first),
                "When" | "While" | "After" | "Before" | "If" | "As" | "Asked" | "Since"
            )
        });
        !clause && front.len() < LONGEST
    }

    /// "vowed *to sign*".
    pub(super) fn infinitive(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let to = (at + 1..bounds.end).take(3).find(|&word| tokens.upos(word) != Upos::Adv)?;
        let verb = (to + 1..bounds.end).take(3).find(|&word| tokens.upos(word) != Upos::Adv)?;
        let infinitive = self.text(to) == "to"
            && matches!(tokens.upos(verb), Upos::Verb | Upos::Aux)
            && matches!(tokens.xpos(verb), "VB" | "VBP" | "VBN");
        let participle = matches!(tokens.relation(at), Relation::Acl) && tokens.xpos(at) == "VBN";
        (infinitive && !participle).then(|| {
            let end = self.sentence_end(to, bounds, at);
            let own = tokens.subtree(verb).end.max(verb + 1);
            // As far as the arcs go, and on to the next mark.
            to..self.run_on(own, bounds).min(end)
        })
    }

    /// "urged Oman *to sign*".
    fn bidden(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let mut named = false;
        for word in (at + 1..bounds.end).take(NEAR) {
            let verb = word + 1 + usize::from(tokens.upos(word + 1) == Upos::Adv);
            if self.text(word) == "to" && matches!(tokens.xpos(verb), "VB" | "VBP") && verb < bounds.end {
                let end = self.run_on(tokens.subtree(verb).end.max(verb + 1), bounds);
                let start = word - usize::from(matches!(self.text(word - 1), "not" | "never"));
                return named.then(|| start..end.min(self.sentence_end(word, bounds, at)));
            }
            let stops = matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj)
                || tokens.upos(word) == Upos::Punct;
            if stops {
                return None;
            }
            named |= noun(word);
        }
        None
    }

    /// "called *it a fraud*": an object with what it is said to be.
    fn predicate(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let end = self.phrase_end(at + 1, bounds);
        let words = at + 1..end;
        let object = tokens.child(at, &[Relation::Obj]).filter(|&child| words.contains(&child));
        let said = [Relation::Xcomp, Relation::Ccomp];
        let complement = tokens.children(at).rfind(|&child| {
            said.contains(&tokens.relation(child)) && child > at && tokens.upos(child) != Upos::Verb
        });
        // "called him “a loser”": the marks say that these are the source's words.
        let marked = (at + 2..end).any(|word| self.opens_quote(word) && !self.capital(word + 1));
        let first = tokens.upos(at + 1);
        let named =
            matches!(first, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num);
        // "called it Frame Semantics": a name that is given says nothing.
        let both = complement.is_some_and(|word| word > at + 1 && tokens.upos(word) != Upos::Propn)
            && object.is_none_or(|word| Some(word) != complement);
        let passive = tokens.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
        if passive || tokens.relation(at) == Relation::Acl {
            return None;
        }
        (named && !words.is_empty() && (both || marked)).then_some(words)
    }

    /// "described *it as a fraud*", "accused *Oman of fraud*", "called *for an inquiry*".
    fn prepositional(&self, at: usize, case: &str, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let mut found = None;
        for word in (at + 1..bounds.end).take(NEAR) {
            if self.text(word) == case && self.text(word - 1) != "such" {
                found = Some(word);
                break;
            }
            let stops = matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj)
                || tokens.upos(word) == Upos::Punct && !self.is_mark(word);
            if stops {
                return None;
            }
        }
        let end = self.phrase_end(found? + 1, bounds);
        // "was described by the minister as a mistake"
        let passive = tokens.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
        let start = if passive { found? } else { at + 1 };
        (end > found? + 1).then_some(start..end)
    }

    /// "denied *any wrongdoing*".
    fn object(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let object = tokens.child(at, &[Relation::Obj]).filter(|&child| child > at)?;
        let passive = tokens.child(at, &[Relation::AuxPass, Relation::NsubjPass]).is_some();
        let any = tokens.child(object, &[Relation::Det]).is_some_and(|word| tokens.lemma(word) == "any");
        let said = any || self.cues.nouns.contains_key(tokens.lemma(object));
        let words = self.trimmed(tokens.subtree(object));
        (said && !passive && words.start > at && words.end <= bounds.end).then_some(words)
    }

    /// "mocked *his “old ideas”*": a phrase in which marks say that some words are the source's.
    fn marked(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let end = self.phrase_end(at + 1, bounds);
        let quotes = (at + 1..end).any(|word| self.opens_quote(word) && !self.capital(word + 1));
        let opens = matches!(
            tokens.upos(at + 1),
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Det | Upos::Adj | Upos::Num | Upos::Adp | Upos::Punct
        );
        (quotes && opens && end - at < LONGEST).then_some(at + 1..end)
    }

    /// Where the phrase that begins at `start` ends: at a comma, a mark between clauses or what is reported next. Marks of
    /// quotation go along.
    fn phrase_end(&self, start: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        let stops = |&word: &usize| {
            let mark =
                tokens.upos(word) == Upos::Punct && !self.is_mark(word) && self.outer_at(word).is_none();
            let hyphen = self.text(word) == "-" || self.text(word) == "/";
            let finite = matches!(tokens.upos(word + 1), Upos::Verb | Upos::Aux)
                && matches!(tokens.xpos(word + 1), "VBD" | "VBZ" | "VBP" | "MD");
            let more = tokens.xpos(word + 1) == "VBG" && !self.uses(word + 1).is_empty();
            let joined = tokens.upos(word) == Upos::Cconj && (finite || more);
            mark && !hyphen
                || joined
                || matches!(self.text(word), "while" | "because" | "after" | "when" | "but" | "though")
        };
        let end = (start..bounds.end).find(stops).unwrap_or(bounds.end);
        let mut end = end.max(start);
        while end > start && self.text(end - 1) == "." {
            end -= 1;
        }
        end
    }
}
