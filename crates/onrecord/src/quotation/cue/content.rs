//! What is reported: the constructions in which content stands with its verb.
//!
//! The arcs are asked first. Where they miss a clause that its words announce ("said Thursday *that* …", "X, he said"),
//! the words decide. A content ends with its clause: before a participle that reports on ("…, adding that") and before
//! the next thing that the same source says ("said that … *and vowed to* …").

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::Scene;
use crate::marks::Quoted;
use crate::syntax::{Relation, Upos};

/// Words between a verb and the mark of its clause, or between an object and its "as", at most.
pub(super) const NEAR: usize = 14;

/// Words of the subject of a clause, at most.
pub(super) const SUBJECT: usize = 8;

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
                if let Some(words) = self.bracketed(at, bounds) {
                    return Some(vec![words]);
                }
                if let Some((pieces, _)) = self.wedged(at, bounds) {
                    return Some(pieces);
                }
                if let Some(front) = self.relayed(at, bounds) {
                    return Some(vec![front]);
                }
                if let Some(front) = self.inverted(at, bounds) {
                    return Some(vec![front]);
                }
                if let Some(pieces) = self.question_before(at, bounds) {
                    return Some(pieces);
                }
                let inserted = self.inserted(at, bounds).and_then(|_| self.parenthetic(at, bounds, told));
                if let Some(pieces) = inserted.filter(|pieces| pieces.len() > 1) {
                    return Some(pieces);
                }
                self.own_clause(at, bounds)
                    .map(|words| self.with_tail(words, at, bounds))
                    .or_else(|| self.parenthetic(at, bounds, told))
                    .or_else(|| one(self.that_behind(at, bounds, told)))
                    .or_else(|| one(self.clause_of_hearer(at, bounds).filter(|_| told)))
                    .or_else(|| one(self.clause_to(at, bounds).filter(|_| told)))
                    .or_else(|| one(self.question_word(at, bounds)))
            }
            Takes::Bare => one(self.bare_behind(at, bounds).or_else(|| self.with_gap(at, bounds))),
            Takes::Rest => one(self.rest_behind(at, bounds)),
            Takes::Infinitive => one(self.infinitive(at, bounds)),
            Takes::Refusal => one(self.refused(at, bounds)),
            Takes::Bidding => one(self.bidden(at, bounds)),
            Takes::Expected => one(self.expected(at, bounds)),
            Takes::Predicate => one(self.as_called(at, bounds))
                .or_else(|| self.named(at, bounds))
                .or_else(|| one(self.predicate(at, bounds))),
            Takes::As => self.held_as(at, bounds).or_else(|| one(self.prepositional(at, "as", bounds))),
            Takes::Of => self.charged(at, bounds).or_else(|| one(self.prepositional(at, "of", bounds))),
            Takes::For => {
                one(self.prepositional(at, "for", bounds).filter(|words| !self.is_pleaded(at, words)))
            }
            Takes::Against => one(self.prepositional(at, "against", bounds)),
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
            Takes::Wish if self.is_present(at) => {
                one(self.infinitive(at, bounds).or_else(|| self.expected(at, bounds)))
            }
            Takes::Raised => self.raised(at, bounds),
            Takes::Portrait => one(self.portrait(at, bounds)),
            Takes::Pending => one(self.pending(at, bounds)),
            Takes::Thing => one(self.relayed(at, bounds).or_else(|| self.thing(at, bounds))),
            Takes::Gerund => one(self.gerund(at, bounds)),
            Takes::Quote => one(self.behind_colon(at, bounds)),
            Takes::Wish | Takes::Cleft => None,
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
            // "The count has begun, and the rest, *he said, will* follow": a part of it stands behind the cue.
            let verb = |word: usize| self.is_finite(word) || tokens.xpos(word) == "VB";
            let part = head < at && self.text(at + 1) == "," && at + 2 < bounds.end && verb(at + 2);
            let part = part || self.is_retold(at) && (at..head).any(|word| self.text(word) == ":");
            // "Twenty died, rights groups say; the police have other figures"
            let other = head > at && self.text(at + 1) == ";";
            clause && !title && !other && !part && self.is_reported(head, at, bounds)
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

    /// Whether the clause of `head`, which the arcs give the cue at `at`, is what it reports.
    fn is_reported(&self, head: usize, at: usize, bounds: &Range<usize>) -> bool {
        let tokens = self.tokens();
        let mark = tokens.child(head, &[Relation::Mark]);
        // "Two people who know it, said the talks failed": a clause right before the cue leaves nobody to say it.
        if head < at {
            // "demanded that he answer for things Ode has said": a clause with a gap.
            let subject = tokens.children(at).find(|&child| child < at && tokens.is_subject(child));
            let first = subject.map_or(at, |child| self.phrase(child, at, bounds).words.start);
            let before = first.checked_sub(1).filter(|&word| word > bounds.start);
            let parted = before.is_some_and(|word| {
                tokens.upos(word) == Upos::Punct || self.text(word).eq_ignore_ascii_case("as")
            });
            // "said that he stands by it, and an aide noted that": what another cue has right behind it.
            let begins = self.complement(head, at, bounds).start;
            let taken = matches!(self.text(begins), "that" | "whether" | "if" | "why" | "how" | "what")
                && begins > bounds.start
                && !self.uses(begins - 1).is_empty();
            if taken || subject.is_some() && !parted {
                return false;
            }
            let end = self.complement(head, at, bounds).end;
            // "A poll published in May | showed Ode leading": what tells of the source.
            if end == at && !self.is_mark(at - 1) {
                return false;
            }
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
        // "whatever they do, it may not *deny them rights*": what stands behind the verb is its object.
        let object = tokens.child(at, &[Relation::Obj, Relation::Iobj]).is_some_and(|object| object > at);
        if head < at && object && !self.takes(at, Takes::Told) && !self.takes(at, Takes::Bidding) {
            return false;
        }
        // "suggests he died, because he had": why, not what.
        let when = mark.is_some_and(|mark| self.is_adverbial(mark));
        let announced = mark.is_some_and(|mark| tokens.lemma(mark) != "to");
        let subject = tokens.children(head).any(|child| tokens.is_subject(child));
        let verbal = matches!(tokens.upos(head), Upos::Verb | Upos::Aux)
            || tokens.child(head, &[Relation::Cop, Relation::Aux]).is_some();
        let start = self.complement(head, at, bounds).start;
        // "not because they believe but because": nothing is reported behind a conjunction.
        // … and "believe in it and in being free" goes on with the phrase.
        let joint = start > at && matches!(self.text(start), "and" | "or" | "but" | "nor");
        // "What they told | me should": nobody has that for a subject.
        let hearer = matches!(self.text(start), "me" | "him" | "us" | "them");
        // "the man charged *with leading* it": what he is to do.
        let task = start == at + 1 && self.text(start) == "with" && tokens.xpos(start + 1) == "VBG";
        let when = when || joint || hearer || task || start > at && self.is_adverbial(start);
        // "his claim that": the noun's own.
        let before = start.saturating_sub(1);
        let noun = before > at
            && tokens.upos(before) == Upos::Noun
            && self.cues.nouns.contains_key(tokens.lemma(before))
            && !self.is_medium(before);
        // "briefed him on *material* he had not shared": a clause with a gap.
        let about = |word: usize| matches!(self.text(word), "on" | "about");
        let about = before > at + 1
            && tokens.upos(before) == Upos::Noun
            && tokens.child(before, &[Relation::Case]).is_some_and(about);
        // "a video he posted *that showed* it": about the video.
        let gap = tokens.relation(at) == Relation::AclRelcl
            && start == at + 1
            && self.text(start) == "that"
            && self.is_finite(start + 1);
        let damage = !announced && self.is_of_object(head, at);
        let noun = noun || gap || damage || about && !announced;
        // "saw attendance reach": what is seen, not what is said.
        let participle = tokens.xpos(head) == "VBN" && !self.takes(at, Takes::Bare);
        // "saw consequences being late"
        let being = tokens.child(head, AUXILIARIES).is_some_and(|aux| tokens.xpos(aux) == "VBG");
        let bare = being && tokens.upos(head) != Upos::Verb
            // "believe the speech *cost* her Ohio": the past of a verb that has only one form.
            || (tokens.xpos(head) == "VBG" || tokens.xpos(head) == "VB" && !self.takes(at, Takes::Bare) || participle)
                && tokens.child(head, AUXILIARIES).is_none();
        // "Asked why he had waited, he replied": the main clause behind a participle.
        let asked = tokens.xpos(bounds.start) == "VBN" && before > at;
        let passive = tokens.child(at, &[Relation::AuxPass]).is_some();
        let main = !announced && (asked || passive || before > at + 1) && self.text(before) == ",";
        let seen = bare && subject && !announced && head > at;
        // "confirmed the plan in a court *led* by Ode": what is told of a noun, whatever the tagger makes of it.
        let told = self.takes(at, Takes::Told) || self.takes(at, Takes::Bidding);
        let behind_object = object && !told && head > at && !subject && !announced && self.is_finite(head);
        // "wrote in an account *published* Friday that": what is told of a medium.
        let stands = head > at + 1 && start == head && !subject && self.stands_in(head);
        // "proposed a plan Monday *that she said would* help": about the plan.
        let named = object && !told && head > at && self.is_finite(head + 1) && !self.uses(head).is_empty();
        // "testified *in files unsealed* Tuesday": where.
        let placed = head > at + 1
            && !subject
            && !announced
            && tokens.upos(start) == Upos::Adp
            && matches!(tokens.xpos(head), "VBN" | "VBD");
        let behind_object = behind_object || stands || named || placed;
        // "Warren, speaking to reporters, said": what she did meanwhile.
        let fronted = head < at && (!subject || bare);
        // "The talks, he said, had failed": the subject stands before the cue.
        let resumed = head > at && !subject && !announced && before > at && self.text(before) == ",";
        // "It was a speech, critics said, that had everything"
        let border = |word: usize| word > bounds.start && self.text(word - 1) == ",";
        let inside = (before == at + 1 || before == at + 2 && tokens.upos(at + 1) == Upos::Adv)
            && self.text(before) == ","
            && tokens
                .children(at)
                .any(|child| tokens.is_subject(child) && border(tokens.subtree(child).start));
        // "His aim, he said in a book, was to help", "The suits, he said repeatedly, should fail"
        let placed = start == at + 1
            && matches!(tokens.upos(start), Upos::Adp | Upos::Adv)
            && (start..head).any(|word| self.text(word) == "," && self.is_finite(word + 1));
        let resumed = resumed || inside || placed;
        let other = when || main || seen || behind_object || noun || fronted || resumed;
        (subject || announced || verbal) && !other
    }

    /// Whether the clause of `head` behind the verb at `at` has no pronoun and is about its object: "reveals *the damage Ode left*
    /// behind". Verbs that have only clauses have no object.
    pub(super) fn is_of_object(&self, head: usize, at: usize) -> bool {
        let tokens = self.tokens();
        let mut subjects = tokens.children(head).filter(|&child| tokens.is_subject(child) && child < head);
        let clausal = self.takes(at, Takes::Told) || self.takes(at, Takes::Rest);
        let object = tokens.head(head).filter(|&noun| noun > at && tokens.head(noun) == Some(at));
        let about = tokens.relation(head) == Relation::AclRelcl
            && object.is_some_and(|object| tokens.relation(object) == Relation::Obj);
        if about && !clausal {
            return true;
        }
        let Some((first, second)) = subjects.next().zip(subjects.next()) else { return false };
        let noun = tokens.upos(first) == Upos::Noun && self.referents.time(first).is_none();
        let somebody = tokens.upos(second) == Upos::Propn || tokens.xpos(second) == "PRP";
        let beside = first > at && tokens.subtree(second).start == first + 1;
        noun && somebody && beside && !clausal
    }

    /// Whether the conjunction at `at` says when or why something happens.
    pub(super) fn is_adverbial(&self, at: usize) -> bool {
        let word = self.text(at);
        let time = [
            "because", "although", "though", "while", "after", "before", "since", "until", "unless", "as",
            "when",
        ];
        // "*as many as* 14 people": a bound.
        time.iter().any(|other| word.eq_ignore_ascii_case(other)) && self.bound_at(at).is_none()
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
            // … but "said *recent* events were odd" has no time.
            let timed = |word: usize| self.referents.time(word).is_some() && tokens.upos(word) != Upos::Adj;
            let dated =
                words.start == cue + 1 && tokens.upos(words.start) == Upos::Adp && timed(words.start + 1);
            let mut time = words.start + usize::from(dated);
            while time < head && time > cue && timed(time) {
                time += 1;
            }
            let clause = matches!(tokens.upos(time), Upos::Det | Upos::Pron | Upos::Propn | Upos::Sconj)
                || tokens.xpos(time) == "NNS";
            words.start = if clause && !tokens.is_subject(time - 1) { time } else { words.start };
            // "said, without offering evidence, that": what stands before the mark is the cue's.
            let mark = tokens.child(head, &[Relation::Mark]).filter(|&mark| mark > words.start);
            words.start = mark.filter(|&mark| self.text(mark - 1) == ",").unwrap_or(words.start);
            // "complained in an interview that": where.
            let that =
                (words.start..head).take(SUBJECT).find(|&word| matches!(self.text(word), "that" | "whether"));
            let placed = |that: usize| {
                let verb = |word: usize| {
                    let kind = matches!(tokens.upos(word), Upos::Verb | Upos::Aux);
                    kind && (self.is_finite(word) || tokens.xpos(word) == "VB")
                };
                // "told a cheering crowd in Ohio that": whom.
                let hearer = words.start == cue + 1 && self.takes(cue, Takes::Told);
                let apart = hearer || tokens.upos(words.start) == Upos::Adp;
                apart && !(words.start..that).any(verb)
            };
            words.start = that.filter(|&that| placed(that)).unwrap_or(words.start);
            words.start = self.behind_means(words.start, cue).unwrap_or(words.start);
            // "noted, too, that": how it was said.
            let too = tokens.upos(words.start) == Upos::Adv && self.text(words.start + 1) == ",";
            if too && words.start + 2 < head && self.text(words.start + 2) == "that" {
                words.start += 2;
            }
            words.start = self.with_subject(words.start, head, cue, bounds);
            // "What he said was *that* it failed"
            let cleft =
                words.start == cue + 1 && tokens.lemma(cue + 1) == "be" && self.text(cue + 2) == "that";
            words.start += usize::from(cleft && cue + 2 < head);
            let verb = tokens.upos(cue) != Upos::Noun;
            let mut end = if verb { self.run_on(words.end, bounds) } else { words.end };
            // "told members *they are free*"
            let hearer = (words.start + 1..head).take(3).find(|&word| {
                matches!(self.text(word), "he" | "she" | "they" | "we" | "I") && self.is_finite(word + 1)
            });
            let hearer = hearer.filter(|&word| {
                let named = (words.start..word)
                    .all(|at| matches!(tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Det | Upos::Adj));
                named && self.takes(cue, Takes::Told)
            });
            let named = || self.behind_named_hearer(words.start, head, cue);
            words.start = hearer.or_else(named).unwrap_or(words.start);
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

    /// Where the clause of `head` begins that the arcs let begin with somebody by name right behind a verb of telling: "told Fox
    /// News *the party* would".
    fn behind_named_hearer(&self, start: usize, head: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens();
        let first = start + usize::from(tokens.upos(start) == Upos::Det);
        let name = |word: &usize| tokens.upos(*word) == Upos::Propn;
        let end = (first..head).take(NEAR).find(|word| !name(word)).filter(|&end| end > first)?;
        let opens = matches!(tokens.xpos(end), "DT" | "PRP$" | "PRP");
        (start == cue + 1 && self.takes(cue, Takes::Told) && opens).then_some(end)
    }

    /// Where a clause begins whose subject the arcs have hung elsewhere: "maintains *his client* is innocent".
    fn with_subject(&self, start: usize, head: usize, cue: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        // `claims Ode “put Ohio first”`: right behind the marks a past form may look like an infinitive.
        let quoted = start > cue + 1 && self.opens_quote(start - 1) && self.takes(cue, Takes::Bare);
        let finite = matches!(tokens.xpos(start), "VBD" | "VBZ" | "VBP" | "MD")
            || quoted && tokens.xpos(start) == "VB";
        let mut first = cue + 1;
        while first < start && self.referents.time(first).is_some() {
            first += 1;
        }
        // "told the panel *one of the factors* was that it rained": two phrases, the first of whom it is told.
        let opens = |&word: &usize| {
            let noun = matches!(tokens.upos(word - 1), Upos::Noun | Upos::Propn);
            noun && matches!(tokens.xpos(word), "CD" | "DT" | "PRP$")
        };
        let told = finite && self.takes(cue, Takes::Told) && start - cue <= NEAR;
        let second = (first + 1..start).filter(|_| told).find(opens);
        if let Some(second) = second.filter(|&second| {
            let part = |word: usize| {
                self.is_of_phrase(word) || self.is_mark(word) || tokens.relation(word) == Relation::Amod
            };
            (first..start).all(part) && second > first
        }) {
            return second;
        }
        // "admits *about 35 jobs* at the plant will go"
        let nominal = |word: usize| {
            let about = tokens.upos(word) == Upos::Adv && tokens.upos(word + 1) == Upos::Num;
            (self.is_nominal(word) || about) && !tokens.xpos(word).starts_with('W')
        };
        let near = first < start && start - first <= SUBJECT && start < bounds.end;
        // "assured the voters *that taxes* would fall"
        let that = (first..start).rev().find(|&word| self.text(word) == "that");
        if that.is_some_and(|that| near && finite && that > first && that + 1 < start) {
            return start;
        }
        // `saying Ode “will go down”`: marks may open between the subject and its verb.
        let part = |word: usize| nominal(word) || word + 1 == start && self.opens_quote(word) && word > first;
        // "claims *the meeting* between them proved it": its subject is cut before a preposition.
        let modal = tokens.child(head, &[Relation::Aux]).is_some_and(|aux| self.is_finite(aux));
        let cut = tokens.upos(start) == Upos::Adp
            && (self.is_finite(head) || modal)
            && self.takes(cue, Takes::Bare)
            && !tokens.children(head).any(|child| tokens.is_subject(child));
        // "said *the best way to “do it”* — leaving — was to go": verbs of saying have no object besides their clause.
        let whole = self.takes(cue, Takes::Rest)
            && tokens.upos(head) == Upos::Verb
            && self.opens_phrase(cue + 1)
            && first == cue + 1
            && !matches!(self.text(start), "that" | "whether" | "if")
            && !tokens.children(cue).any(|child| child > cue && tokens.is_subject(child))
            && start < bounds.end;
        if whole && tokens.child(head, &[Relation::Mark]).is_none_or(|mark| self.text(mark) == "to") {
            return first;
        }
        let own = near && (finite || cut) && (first..start).all(part) && tokens.upos(start - 1) != Upos::Part;
        if own { first } else { start }
    }

    /// A clause that "that" announces behind the verb, whatever it hangs on: "said Thursday *that* …".
    pub(super) fn that_behind(&self, at: usize, bounds: &Range<usize>, told: bool) -> Option<Range<usize>> {
        let tokens = self.tokens();
        // "said, without offering evidence, that"
        // … and "argued Thursday, as he has before, that", "said privately, his aides report, that"
        let small = |word: usize| self.referents.time(word).is_some() || self.text(word).ends_with("ly");
        let opened = (at + 1..bounds.end).find(|&word| !small(word)).unwrap_or(at + 1);
        let aside = (opened + 1..bounds.end).take(NEAR).find(|&word| self.text(word) == ",");
        let aside = aside.filter(|&word| self.text(opened) == "," && word + 1 < bounds.end);
        let from = aside.unwrap_or(at);
        // "told aides in a memo, *obtained by the Post*, that"
        let inner = (from + 1..bounds.end).take(NEAR).find_map(|word| self.aside_before_that(word, bounds));
        let aside = |word: &usize| inner.as_ref().is_some_and(|aside| aside.contains(word));
        for word in (from + 1..bounds.end).filter(|word| !aside(word)).take(NEAR) {
            let text = self.text(word);
            if self.outer_at(word).is_some_and(|quote| !self.is_speech(quote)) {
                // "said on “Fox & Friends” that"
                continue;
            }
            // "promised that, if elected, he would go": whatever the tagger makes of it.
            // … and "promised the crowd that, if elected,".
            let paused = self.text(word + 1) == ",";
            let clause = paused && (word == at + 1 || tokens.upos(word + 2) == Upos::Sconj);
            let cut = text == "that" && (clause || from > at && word == from + 1);
            // "added that swing voters felt ignored": no article before a plural.
            let noun = (word + 1..bounds.end).take(3).find(|&at| !matches!(tokens.xpos(at), "NN" | "JJ"));
            let plural = tokens.xpos(word) == "DT" && noun.is_some_and(|at| tokens.xpos(at) == "NNS");
            // "warning *that* time was short": no article before a clause.
            let article = tokens.xpos(word) == "DT"
                && word == at + 1
                && self.takes(at, Takes::Bare)
                && tokens.xpos(word + 1) == "NN"
                && self.is_finite(word + 2);
            let mark = cut || plural || article || matches!(tokens.xpos(word), "IN" | "WDT");
            // "wondered *if* it was late", "asked him in May *if* it was late"; but "said, *if* asked, it was".
            let asks = self.takes(at, Takes::Clause) && !self.takes(at, Takes::Bare);
            let asked = text == "if" && asks && (word == at + 1 || self.takes(at, Takes::Bidding));
            if (matches!(text, "that" | "whether") || asked) && mark {
                // "to hold that many signatures": how many; "forget all that if he asks".
                if matches!(self.text(word + 1), "many" | "much") || self.text(word - 1) == "all" {
                    return None;
                }
                // "repeated his claim that": the noun's own.
                // … but in "claimed without evidence that" the verb's.
                let without = (from + 1..word).any(|word| self.text(word) == "without");
                let noun = self.cues.nouns.contains_key(tokens.lemma(word - 1))
                    && word > from + 1
                    && !without
                    && !self.is_medium(word - 1);
                // "a gift for hearing that was", "in the notice that was": it is the subject of its clause.
                let next = word + 1 + usize::from(tokens.upos(word + 1) == Upos::Adv);
                let own = matches!(tokens.xpos(next), "VBD" | "VBZ" | "VBP" | "MD");
                // … and in "found emails in chains that contained".
                // … and in "said something that hurt".
                let thing =
                    matches!(self.text(word - 1), "something" | "anything" | "nothing" | "everything");
                let noun_before = word > at + 1
                    && (matches!(tokens.upos(word - 1), Upos::Noun | Upos::Num) || thing)
                    && self.referents.time(word - 1).is_none();
                // … and "a video he posted *that* showed it" is about the video.
                let gap = tokens.relation(at) == Relation::AclRelcl && word == at + 1;
                let own = own && (tokens.xpos(at) == "VBG" || noun_before || gap);
                // ", a fact *that* Ode never mentions": of what stands before it.
                let comment = word > at + 3
                    && matches!(self.text(word - 2), "a" | "an")
                    && matches!(self.text(word - 3), "," | "—" | "–" | "--");
                // "proposed a plan Monday that *she said would* help": about the plan.
                let verb = (word + 1..bounds.end).take(SUBJECT).find(|&word| self.is_finite(word));
                let named = verb.is_some_and(|verb| {
                    word > at + 1
                        && self.is_finite(verb + 1)
                        && !self.uses(verb).is_empty()
                        && verb > word + 1
                });
                let comment = comment || named;
                // "told the voters that …": a subject behind it makes it a clause, not one about the voters.
                let subject = told && !matches!(tokens.upos(word + 1), Upos::Verb | Upos::Aux | Upos::Adv);
                // "said at the rally that he": a place takes nothing from the verb, which has to say something.
                let place =
                    matches!(tokens.upos(at + 1), Upos::Adp | Upos::Adv) && self.takes(at, Takes::Bare);
                let relative = tokens.upos(word) != Upos::Sconj
                    && !clause
                    && word > at + 1
                    && matches!(tokens.upos(word - 1), Upos::Noun | Upos::Propn)
                    && self.referents.time(word - 1).is_none()
                    && (self.is_finite(word + 1) || !place && !self.is_medium(word - 1) && !subject);
                if noun || relative || own || comment {
                    return None;
                }
                return Some(word..self.sentence_end(word, bounds, at));
            }
            // "insisted to reporters that": no base form ends like this.
            let plural = tokens.xpos(word) == "VB"
                && self.text(word - 1) == "to"
                && text.ends_with('s')
                && !text.ends_with("ss")
                && !text.ends_with("us");
            // "disagree about whether": no conjunction, whatever the tagger makes of it.
            let case = matches!(text, "about" | "over" | "on" | "of") && self.text(word + 1) == "whether";
            // "in an account *published* Friday that"
            let stands = self.stands_in(word);
            let stops = !self.is_attribute(word)
                && !stands
                && !case
                && !plural
                && matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Sconj)
                || tokens.upos(word) == Upos::Punct && text != "," && !self.glued(word)
                || self.outer_at(word).is_some();
            if stops {
                return None;
            }
        }
        None
    }

    /// What is told of the noun before the comma at `comma` up to the one before "that", with both: "in a memo*, obtained by the
    /// Post,* that".
    pub(super) fn aside_before_that(&self, comma: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let pause = |word: &usize| self.text(*word) == ",";
        let opens =
            pause(&comma) && matches!(self.tokens().xpos(comma + 1), "VBN" | "VBD" | "VBG" | "WDT" | "WP");
        let close = (comma + 1..bounds.end).take(NEAR).find(pause).filter(|_| opens)?;
        let that = close + 1 < bounds.end && self.text(close + 1) == "that" && !self.is_finite(close + 2);
        that.then_some(comma..close + 1)
    }

    /// Whether the participle at `word` stands before its noun: "an *emailed* statement".
    pub(super) fn is_attribute(&self, word: usize) -> bool {
        let before = word.checked_sub(1).map_or("", |before| self.tokens().xpos(before));
        self.tokens().xpos(word) == "VBN" && matches!(before, "DT" | "PRP$" | "JJ" | "CD")
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
}

/// What makes a participle finite.
pub(super) const AUXILIARIES: &[Relation] = &[Relation::Aux, Relation::AuxPass, Relation::Cop];
