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
pub(super) const NEAR: usize = 14;

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
            Takes::Clause | Takes::Told | Takes::That => {
                let told = takes == Takes::Told;
                one(self.own_clause(at, bounds))
                    .or_else(|| self.parenthetic(at, bounds, told))
                    .or_else(|| one(self.that_behind(at, bounds, told)))
                    .or_else(|| one(self.clause_of_hearer(at, bounds).filter(|_| told)))
            }
            Takes::Bare => one(self.bare_behind(at, bounds)),
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
        let reported = |&head: &usize| {
            let clause = tokens.relation(head) == Relation::Ccomp && bounds.contains(&head);
            clause && self.is_reported(head, at, bounds)
        };
        let complement = tokens.children(at).find(reported).or_else(|| self.asked(at));
        let head = complement.filter(|head| bounds.contains(head))?;
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
        let asked = tokens.xpos(bounds.start) == "VBN" && before > at;
        let main = !announced && (asked || before > at + 1) && self.text(before) == ",";
        let seen = bare && subject && !announced && head > at;
        // "Warren, speaking to reporters, said": what she did meanwhile.
        let fronted = head < at && (!subject || bare);
        // "The talks, he said, had failed": the subject stands before the cue.
        let resumed = head > at && !subject && !announced && before > at && self.text(before) == ",";
        (subject || announced || verbal) && !main && !seen && !noun && !fronted && !resumed
    }

    /// The words of the clause of `head`, which depends on the cue at `cue`.
    pub(in crate::quotation) fn complement(
        &self,
        head: usize,
        cue: usize,
        bounds: &Range<usize>,
    ) -> Range<usize> {
        let tokens = self.tokens();
        let whole = tokens.subtree(head);
        // Never past the marks that the cue stands in.
        let mut words = whole.start.max(bounds.start.min(head))..whole.end.min(bounds.end.max(head + 1));
        if words.start > cue {
            // The mark that introduces the clause stays in, the comma before it does not.
            while words.start < head && tokens.upos(words.start) == Upos::Punct {
                words.start += 1;
            }
            // "said Thursday the talks had failed": when it was said.
            let mut time = words.start;
            while time < head && time > cue && self.referents.time(time).is_some() {
                time += 1;
            }
            let clause = matches!(tokens.upos(time), Upos::Det | Upos::Pron | Upos::Propn | Upos::Sconj);
            words.start = if clause && !tokens.is_subject(time - 1) { time } else { words.start };
            // "said, without offering evidence, that": what stands before the mark is the cue's.
            let mark = tokens.child(head, &[Relation::Mark]).filter(|&mark| mark > words.start);
            words.start = mark.filter(|&mark| self.text(mark - 1) == ",").unwrap_or(words.start);
            words.start = self.with_subject(words.start, cue, bounds);
            let pronoun = words.start.saturating_sub(1);
            if pronoun > cue && matches!(self.text(pronoun), "he" | "she" | "they" | "we" | "I") {
                words.start = pronoun;
            }
            let verb = tokens.upos(cue) != Upos::Noun;
            let mut end = if verb { self.run_on(words.end, bounds) } else { words.end };
            // "said that …, but that …"
            let more = |end: usize| {
                let joint = end + usize::from(self.text(end) == ",");
                (tokens.upos(joint) == Upos::Cconj && self.text(joint + 1) == "that").then_some(joint + 2)
            };
            while let Some(that) = more(end).filter(|&that| verb && that < bounds.end) {
                end = self.run_on(that, bounds);
            }
            words.end = self.end_of_clause(words.start, end, cue);
        } else {
            words.end = words.end.min(cue);
        }
        while words.end > words.start + 1 && matches!(self.text(words.end - 1), "," | ";" | "–" | "—") {
            words.end -= 1;
        }
        words
    }

    /// Where a clause begins whose subject the arcs have hung elsewhere: "maintains *his client* is innocent".
    fn with_subject(&self, start: usize, cue: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        let finite = matches!(tokens.xpos(start), "VBD" | "VBZ" | "VBP" | "MD");
        let mut first = cue + 1;
        while first < start && self.referents.time(first).is_some() {
            first += 1;
        }
        let nominal = |word: usize| {
            let kind = matches!(
                tokens.upos(word),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron | Upos::Part
            );
            kind && !tokens.xpos(word).starts_with('W')
        };
        let near = first < start && start - first <= SUBJECT && start < bounds.end;
        // "assured the voters *that taxes* would fall"
        let that = (first..start).rev().find(|&word| self.text(word) == "that");
        if let Some(that) = that.filter(|&that| near && finite && that > first && that + 1 < start) {
            return if (that + 1..start).all(nominal) { that } else { start };
        }
        let own = near && finite && (first..start).all(nominal) && tokens.upos(start - 1) != Upos::Part;
        if own { first } else { start }
    }

    /// Where a clause ends whose last words a parser has hung elsewhere: at the next mark or conjunction.
    pub(super) fn run_on(&self, mut end: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        let stops = |at: usize| {
            let border = matches!(tokens.upos(at), Upos::Punct | Upos::Cconj | Upos::Sconj);
            border && !self.is_mark(at)
        };
        let first = end;
        // "say adding it to salt | is the simplest and most effective method"
        let pair = |at: usize| {
            at > first
                && tokens.upos(at) == Upos::Cconj
                && matches!(tokens.upos(at + 1), Upos::Adj | Upos::Adv)
        };
        while end < bounds.end && (!stops(end) || pair(end)) {
            end += 1;
        }
        end
    }

    /// Where the content that begins at `start` ends, at `end` at the latest.
    fn end_of_clause(&self, start: usize, end: usize, cue: usize) -> usize {
        let tokens = self.tokens();
        // "Mr. Biden — who has said he regrets it — spoke": what the pronoun opens ends before the sentence's own verb.
        let relative =
            tokens.child(cue, &[Relation::Nsubj]).is_some_and(|who| matches!(tokens.xpos(who), "WP" | "WDT"));
        let ends = |&at: &usize| {
            let next = at + 1;
            let comma = self.text(at) == ",";
            let dash = matches!(self.text(at), "—" | "–" | "--");
            let own =
                (comma || dash) && relative && matches!(tokens.xpos(next), "VBD" | "VBZ" | "VBP" | "MD");
            let reports = comma && tokens.xpos(next) == "VBG" && self.reports_on(next);
            let according = comma && self.text(next) == "according";
            // "to release it and suggested": a finite verb goes on with the cue, not with its infinitive.
            let finite = tokens.upos(at) == Upos::Cconj
                && self.text(start) == "to"
                && matches!(tokens.xpos(next), "VBD" | "VBZ")
                && at > start + 1;
            // "told them “we will win” and thanked them"
            let thanked =
                tokens.upos(at) == Upos::Cconj && self.is_mark(at - 1) && tokens.xpos(next) == "VBD";
            let thanked = thanked && tokens.xpos(cue) == "VBD" && self.outer_at(start).is_some();
            let joined = tokens.upos(at) == Upos::Cconj
                && (self.same_source(next, cue, end)
                    || self.text(at - 1) == "," && self.next_report(next, cue, end));
            next < end && (reports || according || joined || own || thanked || finite)
        };
        let found = (start + 1..end).find(ends).unwrap_or(end);
        if found > start + 1 && self.text(found - 1) == "," { found - 1 } else { found }
    }

    /// Whether the participle at `at` says something more: it has a clause, or words in marks, of its own.
    fn reports_on(&self, at: usize) -> bool {
        let more = matches!(self.text_or_none(Some(at + 1)), Some("that" | ":" | "," | "“" | "\""));
        let bare = self.uses(at).iter().any(|used| used.takes.contains(&Takes::Bare));
        self.takes_quotes(at) && (more || bare || self.tokens().child(at, &[Relation::Ccomp]).is_some())
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
            if self.outer_at(word).is_some_and(|quote| !self.is_speech(quote)) {
                // "said on “Fox & Friends” that"
                continue;
            }
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

    /// A clause without a mark right behind the verb, or behind when it was said: "said Thursday *he would go*".
    fn bare_behind(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        // "writing novels is": a participle has a clause only behind a comma.
        let free = at > bounds.start && self.text(at - 1) == ",";
        if matches!(tokens.xpos(at), "VBG" | "VB") && !free && tokens.child(at, &[Relation::Aux]).is_none() {
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
            let joins = tokens.upos(word) == Upos::Sconj && word > start || tokens.xpos(word) == "WRB";
            if joins
                || tokens.upos(word) == Upos::Punct
                || tokens.upos(word) == Upos::Cconj && word < start + 2
            {
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
}
