//! What is reported: the constructions in which content stands with its verb.
//!
//! The arcs are asked first. Where they miss a clause that its words announce ("said Thursday *that* …", "X, he said"),
//! the words decide. A content ends with its clause: before a participle that reports on ("…, adding that") and before
//! the next thing that the same source says ("said that … *and vowed to* …").

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

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
            Takes::Clause | Takes::Told | Takes::That => {
                let told = takes == Takes::Told;
                if let Some(front) = self.inverted(at, bounds) {
                    return Some(vec![front]);
                }
                one(self.own_clause(at, bounds))
                    .or_else(|| self.parenthetic(at, bounds, told))
                    .or_else(|| one(self.that_behind(at, bounds, told)))
                    .or_else(|| one(self.clause_of_hearer(at, bounds).filter(|_| told)))
            }
            Takes::Bare => one(self.bare_behind(at, bounds).or_else(|| self.with_gap(at, bounds))),
            Takes::Infinitive => one(self.infinitive(at, bounds)),
            Takes::Bidding => one(self.bidden(at, bounds)),
            Takes::Expected => one(self.expected(at, bounds)),
            Takes::Predicate => one(self.predicate(at, bounds)),
            Takes::As => one(self.prepositional(at, "as", bounds)),
            Takes::Of => one(self.prepositional(at, "of", bounds)),
            Takes::For => one(self.prepositional(at, "for", bounds)),
            Takes::About => one(self.prepositional(at, "about", bounds)),
            Takes::Object => one(self.object(at, bounds)),
            Takes::Marked => one(self.marked(at, bounds)),
            Takes::Plain => one(self.plain_clause(at + 1, bounds, at).filter(|_| self.has_plain(at))),
            Takes::Wish if self.is_present(at) => {
                one(self.infinitive(at, bounds).or_else(|| self.expected(at, bounds)))
            }
            Takes::Raised => self.raised(at, bounds),
            Takes::Portrait => one(self.portrait(at, bounds)),
            Takes::Thing => one(self.thing(at, bounds)),
            Takes::Gerund => one(self.gerund(at, bounds)),
            Takes::Quote | Takes::Wish | Takes::Cleft => None,
        }
    }

    /// The clause that the arcs give the verb.
    fn own_clause(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let reported = |&head: &usize| {
            let clause = tokens.relation(head) == Relation::Ccomp && bounds.contains(&head);
            // "told CBS's “Face the Nation” that"
            let title =
                self.outer_at(head).is_some_and(|quote| quote.marked.start > at && self.is_title(quote));
            clause && !title && self.is_reported(head, at, bounds)
        };
        let complement = tokens.children(at).find(reported).or_else(|| self.asked(at));
        let head = complement.filter(|head| bounds.contains(head))?;
        Some(self.complement(head, at, bounds))
    }

    /// Whether the clause of `head`, which the arcs give the cue at `at`, is what it reports.
    fn is_reported(&self, head: usize, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let mark = tokens.child(head, &[Relation::Mark]);
        // "Two people who know it, said the talks failed": a clause right before the cue leaves nobody to say it.
        if head < at {
            let end = self.complement(head, at, bounds).end;
            let noun =
                |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num);
            let behind = tokens.children(at).any(|child| child > at && tokens.is_subject(child));
            if !behind
                && !(end..at).any(noun)
                && !(at + 1..bounds.end.min(at + 4)).any(|word| tokens.upos(word) == Upos::Propn)
            {
                return false;
            }
        }
        // "suggests he died, because he had": why, not what.
        let when = mark.is_some_and(|mark| self.is_adverbial(mark));
        let announced = mark.is_some_and(|mark| tokens.lemma(mark) != "to");
        let subject = tokens.children(head).any(|child| tokens.is_subject(child));
        let verbal = matches!(tokens.upos(head), Upos::Verb | Upos::Aux)
            || tokens.child(head, &[Relation::Cop, Relation::Aux]).is_some();
        let start = self.complement(head, at, bounds).start;
        // "not because they believe but because": nothing is reported behind a conjunction.
        let joint = start > at && tokens.upos(start) == Upos::Cconj && self.text(start) == "but";
        let when = when || joint || start > at && self.is_adverbial(start);
        // "his claim that": the noun's own.
        let before = start.saturating_sub(1);
        let noun = before > at
            && tokens.upos(before) == Upos::Noun
            && self.cues.nouns.contains_key(tokens.lemma(before))
            && !self.is_medium(before);
        // "saw attendance reach": what is seen, not what is said.
        let participle = tokens.xpos(head) == "VBN" && !self.takes(at, Takes::Bare);
        // "saw consequences being late"
        let being = tokens.child(head, AUXILIARIES).is_some_and(|aux| tokens.xpos(aux) == "VBG");
        let bare = being && tokens.upos(head) != Upos::Verb
            || (matches!(tokens.xpos(head), "VB" | "VBG") || participle)
                && tokens.child(head, AUXILIARIES).is_none();
        // "Asked why he had waited, he replied": the main clause behind a participle.
        let asked = tokens.xpos(bounds.start) == "VBN" && before > at;
        let passive = tokens.child(at, &[Relation::AuxPass]).is_some();
        let main = !announced && (asked || passive || before > at + 1) && self.text(before) == ",";
        let seen = bare && subject && !announced && head > at;
        // "Warren, speaking to reporters, said": what she did meanwhile.
        let fronted = head < at && (!subject || bare);
        // "The talks, he said, had failed": the subject stands before the cue.
        let resumed = head > at && !subject && !announced && before > at && self.text(before) == ",";
        // "It was a speech, critics said, that had everything"
        let border = |word: usize| word > bounds.start && self.text(word - 1) == ",";
        let inside = before == at + 1
            && self.text(before) == ","
            && tokens
                .children(at)
                .any(|child| tokens.is_subject(child) && border(tokens.subtree(child).start));
        // "he agreed, but there was a condition: that it ended", "write books; the latest was": clauses of their own.
        let apart = before > at && self.text(before) == ";"
            || start > at + 1 && self.text(at + 1) == "," && (at + 1..start).any(|word| self.is_finite(word));
        let resumed = resumed || inside || apart;
        (subject || announced || verbal) && !when && !main && !seen && !noun && !fronted && !resumed
    }

    /// Whether the conjunction at `at` says when or why something happens.
    fn is_adverbial(&self, at: usize) -> bool {
        let word = self.text(at);
        let time = [
            "because", "although", "though", "while", "after", "before", "since", "until", "unless", "as",
            "when",
        ];
        time.iter().any(|other| word.eq_ignore_ascii_case(other))
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
        // A clause behind its cue has nothing before it, whatever the arcs hang there.
        if head > cue && tokens.upos(cue) != Upos::Noun {
            words.start = words.start.max(cue + 1);
        }
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
            // "noted, too, that": how it was said.
            let too = tokens.upos(words.start) == Upos::Adv && self.text(words.start + 1) == ",";
            if too && words.start + 2 < head && self.text(words.start + 2) == "that" {
                words.start += 2;
            }
            words.start = self.with_subject(words.start, cue, bounds);
            let pronoun = words.start.saturating_sub(1);
            if pronoun > cue && matches!(self.text(pronoun), "he" | "she" | "they" | "we" | "I") {
                words.start = pronoun;
            }
            let verb = tokens.upos(cue) != Upos::Noun;
            let mut end = if verb { self.run_on(words.end, bounds) } else { words.end };
            if verb {
                end = self.further(words.start, end, cue, bounds);
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
        // `saying Ode “will go down”`: marks may open between the subject and its verb.
        let part = |word: usize| nominal(word) || word + 1 == start && self.opens_quote(word) && word > first;
        let own = near && finite && (first..start).all(part) && tokens.upos(start - 1) != Upos::Part;
        if own { first } else { start }
    }

    /// The clause with a question word that the parser did not take for the complement: "explained *how it works*", "knew
    /// *what* he wanted", "was asked *if* he knew".
    fn asked(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens();
        let loose = [
            Relation::Advcl,
            Relation::Xcomp,
            Relation::Parataxis,
            Relation::Obj,
            Relation::Advmod,
            Relation::Ccomp,
        ];
        let behind =
            tokens.children(verb).filter(|&child| child > verb && loose.contains(&tokens.relation(child)));
        // The arcs make the clause one about the hearer: "asked Republicans *why they left*".
        let hearer = tokens.child(verb, &[Relation::Obj, Relation::Iobj]).filter(|&word| word > verb);
        let of_hearer = hearer.into_iter().flat_map(|word| tokens.children(word)).filter(|&child| {
            let question = matches!(self.text(tokens.subtree(child).start), "why" | "how" | "whether" | "if");
            question && matches!(tokens.relation(child), Relation::AclRelcl | Relation::Acl)
        });
        behind.chain(of_hearer).find(|&child| {
            let first = tokens.subtree(child).start;
            let question = matches!(tokens.xpos(first), "WRB" | "WP") && self.text(first) != "when";
            let whether = matches!(self.text(first), "if" | "whether");
            let verbal = matches!(tokens.upos(child), Upos::Verb | Upos::Aux)
                || tokens.child(child, &[Relation::Cop]).is_some();
            // "what he wants": the arcs make the pronoun the object, with a relative clause.
            let free = child == first
                && tokens.child(child, &[Relation::AclRelcl, Relation::AdvclRelcl, Relation::Acl]).is_some();
            // "asked Republicans why they left"
            let hearer = |word: usize| {
                matches!(tokens.upos(word), Upos::Det | Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj)
            };
            let told = self.takes(verb, Takes::Told) || self.takes(verb, Takes::Bidding);
            let told = told && first > verb && first - verb <= SUBJECT && (verb + 1..first).all(hearer);
            let near = told || first == verb + 1 || first == verb + 2 && tokens.upos(verb + 1) == Upos::Adv;
            (question && (verbal || free) || whether && verbal) && near
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
            // "promised that, if elected, he would go": whatever the tagger makes of it.
            let cut = text == "that"
                && (word == at + 1 && self.text(word + 1) == "," || from > at && word == from + 1);
            if matches!(text, "that" | "whether") && (cut || matches!(tokens.xpos(word), "IN" | "WDT")) {
                // "repeated his claim that": the noun's own.
                let noun = self.cues.nouns.contains_key(tokens.lemma(word - 1))
                    && word > from + 1
                    && !self.is_medium(word - 1);
                // "a gift for hearing that was", "in the notice that was": it is the subject of its clause.
                let own = matches!(tokens.xpos(word + 1), "VBD" | "VBZ" | "VBP" | "MD");
                // … and in "found emails in chains that contained".
                let noun_before = word > at + 1
                    && tokens.upos(word - 1) == Upos::Noun
                    && self.referents.time(word - 1).is_none();
                let own = own && (tokens.xpos(at) == "VBG" || noun_before);
                // "told the voters that …": a subject behind it makes it a clause, not one about the voters.
                let subject = told && !matches!(tokens.upos(word + 1), Upos::Verb | Upos::Aux | Upos::Adv);
                // "said at the rally that he": a place takes nothing from the verb, which has to say something.
                let place =
                    matches!(tokens.upos(at + 1), Upos::Adp | Upos::Adv) && self.takes(at, Takes::Bare);
                let relative = tokens.upos(word) != Upos::Sconj
                    && word > at + 1
                    && matches!(tokens.upos(word - 1), Upos::Noun | Upos::Propn)
                    && self.referents.time(word - 1).is_none()
                    && (self.is_finite(word + 1) || !place && !self.is_medium(word - 1) && !subject);
                if noun || relative || own {
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

    /// Whether the noun at `at` says where something is said, "in a statement", so that what follows is the verb's.
    pub(super) fn is_medium(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let part = |word: usize| {
            matches!(tokens.upos(word), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
                || tokens.xpos(word) == "PRP$"
                // "an emailed statement"
                || tokens.xpos(word) == "VBN" && matches!(tokens.xpos(word - 1), "DT" | "PRP$" | "JJ")
        };
        let first = (at.saturating_sub(SUBJECT)..at).rev().find(|&word| !part(word));
        let Some(case) = first.filter(|&case| tokens.upos(case) == Upos::Adp && self.text(case) == "in")
        else {
            return false;
        };
        let verb = (case.saturating_sub(NEAR)..case).rev().find(|&word| tokens.upos(word) == Upos::Verb);
        let clausal = |takes: &Takes| matches!(takes, Takes::Clause | Takes::Told | Takes::That);
        verb.is_some_and(|verb| self.uses(verb).iter().any(|used| used.takes.iter().any(clausal)))
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
        let mut start = at + 1 + self.phrase_words(at);
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
        let mut word = start;
        while word < bounds.end {
            // "said the Dearborn, Mich., company isn't", "say the plan, which is new, works": an aside between commas.
            let aside =
                if self.text(word) == "," && word > start { self.aside_end(word, bounds) } else { None };
            if let Some(end) = aside {
                word = end + 1;
                continue;
            }
            let joins = tokens.upos(word) == Upos::Sconj && word > start || tokens.xpos(word) == "WRB";
            // "observed the practice and tried": the cue's own second verb.
            let second = tokens.upos(word) == Upos::Cconj
                && (word < start + 2 || matches!(tokens.upos(word + 1), Upos::Verb | Upos::Aux | Upos::Adv));
            // `saying Ode “will go down”`
            // … and `saying voters “don't care”`
            let nominal = matches!(tokens.upos(word - 1), Upos::Noun | Upos::Propn | Upos::Pron);
            let verbal = matches!(tokens.upos(word + 1), Upos::Verb | Upos::Aux)
                && nominal
                && tokens.xpos(word + 1) != "VBG";
            let opens = word > start && self.opens_quote(word) && (self.is_finite(word + 1) || verbal);
            if opens && verbal {
                verb = Some(word + 1);
                break;
            }
            if joins || second || tokens.upos(word) == Upos::Punct && !self.glued(word) && !opens {
                break;
            }
            if matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD") {
                verb = Some(word);
                break;
            }
            word += 1;
        }
        let verb = verb?;
        // "said Roberto Maroni, who leads": the subject behind the verb has no verb of its own.
        let relative = (start..verb).any(|word| matches!(tokens.xpos(word), "WP" | "WDT"));
        (verb > start && !relative).then(|| start..self.sentence_end(start, bounds, at))
    }

    /// A clause whose subject is the relative pronoun before the source: "the rise, which Ode said *had paid for it*, is".
    fn with_gap(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let verb = (at + 1..bounds.end).find(|&word| self.referents.time(word).is_none())?;
        let nominal = |word: usize| {
            matches!(
                tokens.upos(word),
                Upos::Det
                    | Upos::Adj
                    | Upos::Noun
                    | Upos::Propn
                    | Upos::Pron
                    | Upos::Aux
                    | Upos::Adv
                    | Upos::Part
            ) && !tokens.xpos(word).starts_with('W')
                && self.text(word) != "that"
        };
        let pronoun = (bounds.start..at)
            .rev()
            .take(SUBJECT)
            .find(|&word| !nominal(word) || self.text(word) == "that")?;
        let what = self.text(pronoun).eq_ignore_ascii_case("what");
        let thought = self.uses(at).first().is_some_and(|used| used.class == Class::Thought);
        // "the best that they could say was that"
        let is = tokens.lemma(verb) == "be"
            && matches!(self.text(verb + 1), "that" | "to" | "the" | "because" | "how" | "what" | "why");
        let relative = (matches!(tokens.xpos(pronoun), "WDT" | "WP") || self.text(pronoun) == "that")
            && !(what && thought)
            && !is;
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let subject = (pronoun + 1..at).any(noun) && pronoun > bounds.start;
        let finite = self.is_finite(verb) && !self.is_said(verb) || tokens.upos(verb) == Upos::Aux;
        if !(relative && subject && finite) {
            return None;
        }
        let end = self.sentence_end(verb, bounds, at);
        // Behind the comma the sentence goes on.
        let main = |word: &usize| {
            matches!(self.text(*word), "," | "—" | "–")
                && self.outer_at(*word).is_none()
                && self.is_finite(*word + 1)
        };
        Some(verb..(verb + 1..end).find(main).unwrap_or(end))
    }

    /// A clause without a mark that begins at `start`, a short subject and its verb: "fear *a loss would* hurt".
    /// "knows the way it works" has two subjects.
    pub(super) fn plain_clause(
        &self,
        start: usize,
        bounds: &Range<usize>,
        cue: usize,
    ) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let nominal = |word: usize| {
            let kind = matches!(
                tokens.upos(word),
                Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron
            );
            let part = tokens.upos(word) == Upos::Part && self.text(word) != "to";
            (kind || part || self.glued(word)) && !tokens.xpos(word).starts_with('W')
        };
        let verb = (start..bounds.end).take(SUBJECT).find(|&word| !nominal(word))?;
        let verb = (verb..bounds.end).take(3).find(|&word| tokens.upos(word) != Upos::Adv)?;
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        let subject = verb > start && (start..verb).any(noun) && self.text(start) != "that";
        // Where one phrase ends and another begins.
        let twice = (start + 1..verb).any(|word| {
            let opens = matches!(tokens.xpos(word), "DT" | "PRP" | "PRP$");
            let name = tokens.upos(word) == Upos::Propn && tokens.upos(word - 1) == Upos::Noun;
            noun(word - 1) && (opens || name)
        });
        let whole = verb + 1 < bounds.end && !matches!(self.text(verb + 1), "," | ".");
        (subject && !twice && whole && self.is_finite(verb))
            .then(|| start..self.sentence_end(start, bounds, cue))
    }

    /// Whether the verb at `at` can have a clause without a mark: not "to find the man was", "those who forget it are".
    fn has_plain(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let finite = matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP")
            || tokens.child(at, &[Relation::Aux]).is_some_and(|aux| tokens.xpos(aux) != "TO");
        let relative =
            tokens.child(at, &[Relation::Nsubj]).is_some_and(|who| tokens.xpos(who).starts_with('W'));
        finite && !relative && self.referents.time(at + 1).is_none()
    }

    /// "wants", "does not want".
    fn is_present(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let aux = tokens.child(at, &[Relation::Aux]);
        matches!(tokens.xpos(aux.unwrap_or(at)), "VBZ" | "VBP")
    }

    /// Whether the verb at `at` has the construction in one of its uses.
    pub(in crate::quotation) fn takes(&self, at: usize, takes: Takes) -> bool {
        self.uses(at).iter().any(|used| used.takes.contains(&takes))
    }

    /// The comma that closes the aside that the one at `comma` opens, where the noun or its verb goes on behind it.
    fn aside_end(&self, comma: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let close = (comma + 1..bounds.end).take(NEAR).find(|&word| self.text(word) == ",")?;
        let opens = matches!(tokens.upos(comma + 1), Upos::Propn | Upos::Det | Upos::Noun | Upos::Num)
            || matches!(tokens.xpos(comma + 1), "WP" | "WDT" | "WP$" | "PRP$" | "VBN" | "VBG");
        let goes_on = matches!(tokens.xpos(close + 1), "VBD" | "VBZ" | "VBP" | "MD")
            || close == comma + 2 && matches!(tokens.upos(close + 1), Upos::Noun | Upos::Adj);
        (opens && goes_on).then_some(close)
    }
}

/// What makes a participle finite.
const AUXILIARIES: &[Relation] = &[Relation::Aux, Relation::AuxPass, Relation::Cop];
