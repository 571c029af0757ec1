//! Who says it: the source of a cue, as a whole phrase.
//!
//! The subject of the cue's clause is asked first, the agent of a passive, or the noun of a relative clause. Where the
//! arcs give none, the words do: in news the source stands right before the cue or right behind it, and a participle
//! ("…, saying that") has the subject before it.

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::participle::{Doer, SHORT};
use super::{Scene, Source};
use crate::document::{EntityKind, Form};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

/// Words of a source at most; a longer one is a slip of the parser.
pub(super) const LONGEST: usize = 30;

/// Words between a cue and a source that the arcs do not give, at most.
pub(super) const NEAR: usize = 24;

/// Words of a time behind an aside, with its preposition, at most.
const DATED: usize = 6;

impl Scene<'_> {
    /// The source of the verb at `at`, whose sentence is `bounds`.
    pub(super) fn source_of(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        if let Some(source) = self.before_report(at, bounds) {
            return Some(source);
        }
        let nearest = self.nearest_source(at, bounds).map(|source| self.behind_reflexive(source, bounds));
        let known = nearest.map(|source| self.whole(source, at, bounds));
        let tokens = self.tokens();
        let aux = || tokens.child(at, &[Relation::Aux]).is_some() && tokens.xpos(at) != "VB";
        // "Ann Ode, who lost in May, *put* it bluntly": a past form that looks like an infinitive.
        let past = tokens.xpos(at) == "VB" && self.text(at - usize::from(at > 0)) == "," && self.is_said(at);
        let active = self.is_finite(at) || self.is_mistaken(at) || past || aux();
        let active = active && !self.is_passive(at) || self.is_past(at, bounds);
        if !active {
            return known;
        }
        // "He is old: *She* has a grandson, and worries that": whoever the arcs take from before the colon.
        let border = |word: &usize| matches!(self.text(*word), ":" | ";") && self.outer_at(*word).is_none();
        let from = known.as_ref().map_or(at, |known| known.words.end).min(at);
        let clause = (from..at).rev().find(border).map(|border| border + 1..bounds.end);
        let nearer = clause.and_then(|clause| self.subject_before(at, &clause));
        let known = nearer.or(known);
        // "Ann Ode, who lost because *voters* left, | said": nobody inside the clause about her.
        let inside = |source: &Source| {
            known.as_ref().is_some_and(|known| known.head > source.head && source.words.contains(&known.head))
        };
        let known = self.before_clause(at, bounds.start).filter(inside).or(known);
        let source =
            self.with_subject_of(known, at, bounds).map(|source| self.with_first(source, at, bounds));
        source
            .map(|source| self.second_phrase(source, at))
            .map(|source| self.before_first_verb(source, bounds))
    }

    /// "*Her aides* allowed themselves to hope that": whom a pronoun that goes back to the subject of its verb stands for.
    fn behind_reflexive(&self, source: Source, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        let pronoun = tokens.upos(source.head) == Upos::Pron && source.words.len() == 1;
        let own = pronoun
            && (self.text(source.head).ends_with("self") || self.text(source.head).ends_with("selves"));
        let verb =
            tokens.head(source.head).filter(|&verb| own && verb < source.head && bounds.contains(&verb));
        let subject = verb.and_then(|verb| {
            let subject = tokens.children(verb).find(|&child| tokens.is_subject(child) && child < verb)?;
            Some(self.phrase(subject, verb, bounds))
        });
        subject.unwrap_or(source)
    }

    /// The source without a first verb behind an apposition: "*Ann Ode, the chairman*, picked up the phone, found that". The tagger
    /// may take it for a participle: "*Ann Ode, the chairman*, called him “a fraud” and said".
    fn before_first_verb(&self, source: Source, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        let Source { head, words } = source;
        let first = |&word: &usize| {
            let past = tokens.xpos(word) == "VBN" && self.is_past(word, bounds);
            let finite = || tokens.xpos(word) == "VBD" && (head..word - 1).any(|word| self.text(word) == ",");
            self.text(word - 1) == "," && (past || finite())
        };
        let who = words.clone().find(|&word| tokens.xpos(word).starts_with('W')).unwrap_or(words.end);
        let end = (head + 2..who).find(first).map_or(words.end, |word| word - 1);
        Source { head, words: words.start..end }
    }

    /// "*Polls*, he said, showed that": what opens the sentence is the source of the verb behind a report that is put in.
    fn before_report(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let comma = |word: &usize| self.text(*word) == ",";
        let close = at.checked_sub(1).filter(|close| *close > bounds.start && comma(close))?;
        let open = (bounds.start..close).rev().take(SHORT).find(comma)?;
        let says = close - 1;
        let report = open + 1 < says && self.is_finite(says) && !self.uses(says).is_empty();
        let words = bounds.start..open;
        let nominal = words.clone().all(|word| self.is_of_phrase(word));
        let subject = (open + 1..says).all(|word| self.is_nominal(word));
        let source = report && nominal && subject && !words.is_empty();
        source.then(|| Source { head: self.tokens().head_of(words.clone()), words })
    }

    /// The phrase that the arcs, or the words, give the verb at `at`.
    fn nearest_source(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let who = |child: &usize| matches!(tokens.xpos(*child), "WP" | "WDT");
        let relative = tokens.child(at, &[Relation::Nsubj]).filter(who);
        if let Some(relative) = relative.filter(|word| bounds.contains(word)) {
            return Some(self.of_relative(relative, at, bounds));
        }
        // "Ode's repeated *claims* that", taken for a verb.
        let owned = (at.saturating_sub(2)..at).rev().find(|&word| !matches!(tokens.xpos(word), "VBN" | "JJ"));
        if let Some(owner) = owned.filter(|&word| word > bounds.start && tokens.xpos(word) == "POS") {
            let words = self.noun_phrase(owner, bounds.start)?;
            return Some(Source { head: tokens.head_of(words.clone()), words: words.start..owner + 1 });
        }
        // "…, the Times *reports*.": what was taken for a noun has its subject right before it.
        if self.is_agency(at) {
            return self.before(at, bounds.start);
        }
        if let Some(habit) = self.habit(at) {
            return self.source_of(habit, bounds);
        }
        let passive = self.is_passive(at);
        if !passive && self.is_second_passive(at) {
            return None;
        }
        let clause = self.clauses.of_verb(at);
        let subjects = clause.fillers.iter().filter(|(function, _)| *function == Function::Subject);
        // … also "promising to help", whatever the tagger makes of it.
        let doing = tokens.xpos(at) == "VBG" || self.progressive(at).is_some();
        let participle = doing && tokens.child(at, &[Relation::Aux, Relation::Cop]).is_none();
        // "as his wife put it, “at least he came.”": nobody inside the marks.
        let apart = |word: usize| self.outer_at(word).is_none() || self.outer_at(at).is_some() || word < at;
        // "whom he called “Cryin’ Ode,” *and* predicted": whoever stands in marks is spoken of.
        let named = |word: usize| {
            let end = self.outer_at(word).map(|quote| quote.marked.end).filter(|&end| end <= at);
            end.is_some_and(|end| (end..at).any(|word| tokens.upos(word) == Upos::Cconj))
        };
        let fits = |&word: &usize| {
            self.can_speak(word)
                && apart(word)
                && !named(word)
                // "pressed *by a reporter* to say why": who asks.
                && (tokens.head(word) == Some(at) || tokens.relation(word) != Relation::OblAgent)
                && bounds.contains(&word)
                && (word < at || passive || !participle)
                && (!passive || tokens.head(word) == Some(at))
        };
        // Of two that a slip of the parser gives, the nearer one.
        let nearest = tokens.children(at).rfind(|&child| tokens.is_subject(child) && child < at);
        let nearest = nearest
            .filter(|word| !passive && fits(word) && clause.fillers.iter().any(|(_, other)| other == word));
        let known = nearest.or_else(|| subjects.map(|&(_, word)| word).find(fits));
        if let Some(source) = self.of_infinitive(at, bounds).filter(|_| !passive) {
            return Some(source);
        }
        if let Some(source) = self.bidden_before(at, bounds) {
            return Some(source);
        }
        let known = known.filter(|&word| !self.is_filler(word, at));
        // "held a meeting to *announce* that": who held it, not the meeting.
        if !passive && self.is_purpose(known, at, bounds) {
            let verb = tokens.head(at - 2).filter(|&verb| verb < at);
            let own = verb.and_then(|verb| tokens.child(verb, &[Relation::Nsubj])).filter(|word| *word < at);
            let own = own.filter(|&word| bounds.contains(&word) && self.can_speak(word));
            let own = own.map(|word| self.phrase(word, at, bounds));
            return own.or_else(|| self.subject_before(at - 1, bounds));
        }
        // "and 45 percent *said* they would": whoever stands right before a verb says it, not the subject of the clause behind it.
        let beside = at > bounds.start
            && matches!(tokens.upos(at - 1), Upos::Noun | Upos::Propn | Upos::Pron)
            && self.is_finite(at);
        let known = known.filter(|&word| word < at || passive || !beside);
        if let Some(source) = self.behind_joint(at, bounds).filter(|_| !passive) {
            return Some(source);
        }
        let own = tokens.children(at).any(|child| tokens.is_subject(child));
        let finite = matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP" | "VBN") && !passive && !own;
        let apart = || self.of_series(at, bounds).or_else(|| self.before_clause(at, bounds.start));
        if finite && let Some(source) = apart() {
            return Some(source);
        }
        // "Many back her, *the survey, taken in May*, found."
        let last = self.is_finite(at) && matches!(self.text(at + 1), "." | "");
        let aside = if last && !passive { self.before_clause(at, bounds.start) } else { None };
        let behind =
            |source: &Source| source.words.start > bounds.start && self.text(source.words.start - 1) == ",";
        if let Some(source) = aside.filter(behind) {
            return Some(source);
        }
        if participle {
            let last = self.last_clause(at, bounds).unwrap_or(bounds.start);
            let main = known.filter(|&word| word >= last).is_some_and(|word| {
                let root = |verb: usize| {
                    matches!(tokens.relation(verb), Relation::Root | Relation::Conj | Relation::Parataxis)
                };
                tokens.is_subject(word) && tokens.head(word).is_some_and(root)
            });
            match self.of_participle(at, bounds, main) {
                Doer::Known(source) => return Some(source),
                Doer::Nobody => return None,
                Doer::Subject => {}
            }
        }
        if let Some(head) = known {
            // "One of them, who asked for anonymity, put it": whatever the arcs give the pronoun.
            // … and "Mr. Ode, who is retiring, took the floor and added that".
            if who(&head) && head < at {
                let whole = || self.antecedent(head, at, bounds);
                return Some(self.before_clause(at, bounds.start).unwrap_or_else(whole));
            }
            let inside = self.inside_relative(at, head, bounds).filter(|_| !passive);
            return inside.or_else(|| Some(self.phrase(head, at, bounds)));
        }
        if passive {
            // `was described as “a shame” by *the board*`
            let by = (at + 1..bounds.end).find(|&word| self.text(word) == "by" && self.is_mark(word - 1));
            return by.and_then(|by| self.after(by, bounds.end));
        }
        // "it is no exaggeration to *say*": what stands before an infinitive is not who speaks.
        let behind = at.checked_sub(1).filter(|&word| word >= bounds.start);
        let infinitive = tokens.xpos(at) == "VB"
            && behind.is_some_and(|word| self.text(word) == "to" || tokens.upos(word) == Upos::Cconj);
        // "went back to the room *to say* that": who went.
        let verb = tokens.head(at).filter(|&verb| {
            infinitive && verb < at && bounds.contains(&verb) && tokens.upos(verb) == Upos::Verb
        });
        // … and "would not comment, other than *to say* that".
        let verb = verb.or_else(|| {
            // … or "went so far as *to say*"
            let other = infinitive && at > bounds.start + 2 && matches!(self.text(at - 2), "than" | "as");
            (bounds.start..at).find(|&word| other && tokens.upos(word) == Upos::Verb)
        });
        let verb = verb.filter(|_| tokens.relation(at) == Relation::Advcl);
        let first =
            verb.filter(|&verb| tokens.relation(verb) == Relation::Conj).and_then(|verb| tokens.head(verb));
        let subject = |verb: usize| {
            tokens
                .children(verb)
                .find(|&child| tokens.is_subject(child) && child < verb && self.can_act(child))
        };
        let went = verb.and_then(subject).or_else(|| first.and_then(subject));
        if let Some(went) = went.filter(|went| bounds.contains(went)) {
            return Some(self.phrase(went, at, bounds));
        }
        match (participle, infinitive) {
            (true, _) => self.subject_before(at, bounds),
            (false, true) => None,
            (false, false) => self.before(at, bounds.start),
        }
    }

    /// "wants *voters* to know that", "urged *them* to say that": whom the verb before the infinitive at `at` is about.
    fn bidden_before(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let infinitive = tokens.xpos(at) == "VB" && at > bounds.start && self.text(at - 1) == "to";
        let verb = tokens.head(at).filter(|&verb| infinitive && verb < at && bounds.contains(&verb))?;
        let bids =
            [Takes::Wish, Takes::Expected, Takes::Bidding].iter().any(|&takes| self.takes(verb, takes));
        let active = bids && tokens.child(verb, &[Relation::AuxPass]).is_none();
        let object = tokens.child(verb, &[Relation::Obj, Relation::Iobj]).filter(|_| active)?;
        let between = (verb + 1..at - 1).contains(&object) && self.can_speak(object);
        between.then(|| self.phrase(object, at, bounds))
    }

    /// The source of a verb whose subject is the relative pronoun at `relative`.
    fn of_relative(&self, relative: usize, at: usize, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        // "a pledge that *critics* say would cost billions"
        // … and "which *he* said has allowed it".
        let inside = (relative + 1..at).any(|word| {
            matches!(tokens.upos(word), Upos::Noun | Upos::Propn)
                || matches!(self.text(word), "he" | "she" | "they" | "we" | "I")
        });
        // "Ode, who *as secretary of state* praised it": what she was.
        let inside = inside && (relative + 1 >= at || tokens.upos(relative + 1) != Upos::Adp);
        // "Sanders, who had called for it, said": the pronoun has a verb of its own.
        let other = relative < at && (relative + 1..at).any(|word| self.is_finite(word));
        if let Some(source) = self.before_clause(at, bounds.start).filter(|_| other) {
            return source;
        }
        let clear = !(relative + 1..at).any(|word| matches!(tokens.upos(word), Upos::Verb | Upos::Cconj));
        let between = if inside && clear { self.before(at, relative + 1) } else { None };
        between.unwrap_or_else(|| self.antecedent(relative, at, bounds))
    }

    /// Whether the verb at `at` is a passive: "is “the best,” Ode has *said*" has the first auxiliary in another clause.
    fn is_passive(&self, at: usize) -> bool {
        let tokens = self.tokens();
        // "men *accused* of fraud", "a wind *known* as the fohn"
        let object = |verb: usize| tokens.child(verb, &[Relation::Obj]).is_some();
        let of_object = tokens.relation(at) == Relation::Xcomp && tokens.head(at).is_some_and(object);
        // "an attack led by Ode and *criticized* by Lee"
        let second = tokens.relation(at) == Relation::Conj
            && tokens.head(at).is_some_and(|first| tokens.relation(first) == Relation::Acl);
        let behind_noun = (tokens.relation(at) == Relation::Acl || second || of_object)
            && tokens.xpos(at) == "VBN"
            && tokens.child(at, &[Relation::Aux, Relation::Nsubj]).is_none();
        match tokens.child(at, &[Relation::AuxPass]) {
            Some(aux) => !(aux..at).any(|word| self.is_mark(word)),
            None => behind_noun || tokens.child(at, &[Relation::NsubjPass]).is_some(),
        }
    }

    /// Whether the verb at `at` is the second of two passives: "was taken in and *told* that".
    pub(super) fn is_second_passive(&self, at: usize) -> bool {
        let tokens = self.tokens();
        // "told" is tagged either way.
        let addressed = self.takes(at, Takes::Told) || self.takes(at, Takes::Bidding);
        let form = tokens.xpos(at) == "VBN" || tokens.xpos(at) == "VBD" && addressed;
        let bare = form && tokens.child(at, &[Relation::Aux]).is_none();
        let first = tokens.head(at).filter(|_| bare && tokens.relation(at) == Relation::Conj);
        let own = tokens.children(at).any(|child| tokens.is_subject(child));
        !own && first
            .is_some_and(|verb| tokens.child(verb, &[Relation::AuxPass, Relation::NsubjPass]).is_some())
    }

    /// The subject of a second clause whose verb the arcs join to the first: "X called it a fraud, and *aides* accused Y".
    fn behind_joint(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let own = tokens.children(at).any(|child| tokens.is_subject(child));
        // What is finite has a subject of its own, whatever the arcs say.
        let present = |child: usize| matches!(tokens.xpos(child), "VBZ" | "VBP");
        let finite =
            tokens.children(at).any(|child| tokens.relation(child) == Relation::Aux && present(child));
        let hangs = matches!(tokens.relation(at), Relation::AclRelcl | Relation::Acl)
            || tokens.relation(at) == Relation::Xcomp && !finite;
        if own || hangs {
            return None;
        }
        let stops = |&word: &usize| matches!(tokens.upos(word), Upos::Cconj | Upos::Verb | Upos::Sconj);
        let near = at.saturating_sub(SHORT).max(bounds.start);
        let joint = (near..at).rev().find(stops).filter(|&word| tokens.upos(word) == Upos::Cconj)?;
        let subject =
            (joint + 1..at).any(|word| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron));
        if !subject || joint == bounds.start || self.text(joint - 1) != "," {
            return None;
        }
        // ", and *Sen. Ann Ode (D-Ore.)* said"
        let open = (joint + 1..at).find(|&word| self.text(word) == "(").filter(|_| self.text(at - 1) == ")");
        let party = open
            .filter(|&open| self.noun_end(joint + 1, open) == Some(open))
            .map(|open| Source { head: tokens.head_of(joint + 1..open), words: joint + 1..at });
        party.or_else(|| self.before(at, joint + 1))
    }

    /// A relative pronoun with the noun that it stands for right before it: "*critics who* say".
    fn antecedent(&self, pronoun: usize, at: usize, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        let alone = Source { head: pronoun, words: pronoun..pronoun + 1 };
        let comma = pronoun > bounds.start && matches!(self.text(pronoun - 1), "," | "—" | "–" | "--");
        let last = pronoun.checked_sub(1 + usize::from(comma)).filter(|&last| last >= bounds.start);
        let noun =
            tokens.head(at).filter(|&noun| tokens.relation(at) == Relation::AclRelcl && noun < pronoun);
        let noun = noun.filter(|&noun| !matches!(tokens.upos(noun), Upos::Verb | Upos::Aux));
        // "heard it from *officials* at the time, who told him": no time tells anything.
        let timed = last.filter(|&last| tokens.lemma(last) == "time" || self.referents.time(last).is_some());
        let case = timed
            .and_then(|last| (bounds.start..last).rev().take(3).find(|&at| tokens.upos(at) == Upos::Adp));
        let (last, noun) =
            case.map_or((last, noun), |case| (case.checked_sub(1), noun.filter(|&noun| noun < case)));
        // "fury from *Republicans, who* said"
        let giver = last.zip(noun).and_then(|(last, noun)| {
            let giver = |&word: &usize| matches!(self.text(word), "from" | "among" | "by" | "to" | "for");
            // "the testimony of *Ann Ode, who* lied"
            let holder = |&word: &usize| self.text(word) == "of" && !self.can_act(noun);
            let case = (noun + 1..last).find(giver).or_else(|| (noun + 1..last).find(holder))?;
            // "from *Ann Ode* of Ohio, who"
            let of = (case + 1..last).find(|&word| self.text(word) == "of").filter(|&of| of > case + 1);
            let last = of.map_or(last, |of| of - 1);
            let kind = self.referents.entity(last).map(|entity| self.referents.kind(entity));
            let plural = matches!(tokens.xpos(last), "NNS" | "NNPS");
            let somebody = plural || matches!(kind, Some(EntityKind::Person | EntityKind::Organization));
            let given = self.referents.entity(noun).is_none();
            // "A spokeswoman for *the campaign, which* said": a person is who, not which.
            let thing = self.text(pronoun) == "which" && self.referents.office(noun).is_some();
            (thing || somebody && given && tokens.xpos(pronoun) == "WP").then_some(case + 1)
        });
        if let Some(start) = giver {
            return Source { head: pronoun, words: start..pronoun + 1 };
        }
        match (last, noun) {
            (Some(last), Some(noun)) if noun + SHORT > last && noun <= last => {
                let phrase = self.phrase(noun, pronoun, bounds).words;
                let finite = |word: usize| matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD");
                let torn = (phrase.start..pronoun)
                    .any(finite)
                    .then(|| self.noun_phrase(last + 1, bounds.start))
                    .flatten();
                // "according | to *two officials, who*"
                let case = |word: &usize| matches!(tokens.relation(*word), Relation::Case | Relation::Fixed);
                let start = torn.unwrap_or(phrase).start;
                let start = (start..noun).find(|word| !case(word)).unwrap_or(start);
                Source { head: pronoun, words: start..pronoun + 1 }
            }
            (Some(last), _) if matches!(tokens.upos(last), Upos::Noun | Upos::Propn) => {
                let own = self.referents.words_of(self.referents.span(last));
                let mut start = own.start.min(last).max(bounds.start);
                // "House Chairman | Hal Rogers, who"
                while start > bounds.start && matches!(tokens.upos(start - 1), Upos::Propn | Upos::Noun) {
                    start -= 1;
                }
                Source { head: pronoun, words: start..pronoun + 1 }
            }
            _ => alone,
        }
    }

    /// The subject that a relative clause has right before its verb though the arcs give it the noun for one: "the speech,
    /// which *her aides* described as".
    fn inside_relative(&self, at: usize, head: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let own = tokens.children(at).any(|child| tokens.is_subject(child));
        if own || tokens.relation(at) != Relation::AclRelcl || head >= at {
            return None;
        }
        let pronoun = (head..at).rev().find(|&word| matches!(tokens.xpos(word), "WDT" | "WP" | "IN"))?;
        let relative = tokens.xpos(pronoun) != "IN" || self.text(pronoun) == "that";
        let from = (pronoun + 1).max(bounds.start);
        if relative && from < at { self.before(at, from) } else { None }
    }

    /// Whether a word can be what a source is called: not a time, not a number, and no filler of a place.
    pub(super) fn can_speak(&self, word: usize) -> bool {
        let tokens = self.tokens();
        let expletive = matches!(tokens.lemma(word), "there" | "it")
            && tokens.upos(word) == Upos::Pron
            && tokens.xpos(word) == "EX";
        let kind = matches!(
            tokens.upos(word),
            Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Adj | Upos::Det | Upos::Verb
        );
        (kind || self.is_quantifier(word)) && !expletive && self.referents.time(word).is_none()
    }

    /// Whether the word is somebody: a person, a body of people, or one of the texts and offices that headlines quote.
    pub(super) fn can_act(&self, word: usize) -> bool {
        let (tokens, referents) = (self.tokens(), self.referents);
        let kind = referents.entity(word).map(|entity| referents.kind(entity));
        let known = matches!(
            kind,
            Some(EntityKind::Person | EntityKind::Organization | EntityKind::Group | EntityKind::Country)
        );
        let people = referents.named.ties.branches.contains_key(&word)
            || referents.office(word).is_some()
            || tokens.xpos(word) == "NNPS"
            || tokens.upos(word) == Upos::Num
            || self.is_quantifier(word);
        let pronoun =
            ["he", "she", "they", "who"].iter().any(|other| self.text(word).eq_ignore_ascii_case(other));
        let people = people || self.cues.people.contains(tokens.lemma(word));
        known || people || pronoun || self.is_text(word)
    }

    /// Whether the noun is one of the texts and offices that headlines quote: "*Poll*: Ode leads".
    pub(super) fn is_text(&self, word: usize) -> bool {
        let lemma = self.tokens().lemma(word);
        self.cues.titles.iter().any(|title| title.eq_ignore_ascii_case(lemma))
    }

    /// Whether the word may stand for some of several people: "*Many* said".
    pub(super) fn is_quantifier(&self, word: usize) -> bool {
        self.cues.quantifiers.iter().any(|other| self.text(word).eq_ignore_ascii_case(other))
    }

    /// The whole phrase of `head`, the source of the cue at `cue`.
    pub(super) fn phrase(&self, head: usize, cue: usize, bounds: &Range<usize>) -> Source {
        let tokens = self.tokens();
        // "the panel led by Ode had vowed", where the arcs make the participle the subject.
        let led = tokens.head(head).filter(|&verb| {
            tokens.xpos(verb) == "VBN"
                && tokens.is_subject(verb)
                && tokens.head(verb) == Some(cue)
                && head < verb
        });
        let whole = tokens.subtree(led.unwrap_or(head));
        let name = self.referents.words_of(self.referents.span(head));
        let mut words = whole.start.min(name.start)..whole.end.max(name.end);
        words.end = words.end.max(self.named_before(head, cue).unwrap_or(words.end));
        if tokens.upos(head) != Upos::Pron {
            words.start = self.titled(words.start, cue);
        }
        words.start = self.described(words.start, head, bounds).unwrap_or(words.start);
        // "Trump spokeswoman | *Hope Hicks*"
        let next = self.referents.covering(words.end).map(|id| &self.referents.named.mentions[id]);
        let person = next.filter(|next| next.kind == EntityKind::Person && next.form == Form::Name);
        if let Some(person) = person.filter(|_| words.end < cue && tokens.upos(words.end - 1) == Upos::Noun) {
            let person = self.referents.words_of(person.span);
            words.end = if person.start == words.end { person.end } else { words.end };
        }
        // `“It is sad,” | Ode told them`: what is quoted before a name is none of it.
        let quote = self.outer_at(words.start).filter(|quote| quote.marked.end <= head);
        words.start =
            quote.filter(|quote| self.is_speech(quote)).map_or(words.start, |quote| quote.marked.end);
        if head < cue {
            // "the university, which *rose by urging* them": the clause that the cue stands in is not the source's.
            let around = |&child: &usize| tokens.subtree(child).contains(&cue);
            let around = tokens.children(head).filter(|&child| child > head).find(around);
            let clause = around.map_or(cue, |child| tokens.subtree(child).start.max(head + 1));
            let pronoun = matches!(tokens.xpos(clause), "WP" | "WDT");
            words.end = words.end.min(cue).min((clause + usize::from(pronoun)).max(name.end));
        } else {
            words.start = words.start.max(cue + 1);
        }
        // "The speaker was “confident it will work”": a subject outside the marks of its cue is whole.
        let outside = head < bounds.start;
        let start = if outside { words.start } else { words.start.max(bounds.start) };
        words = start.min(head)..words.end.min(if outside { cue } else { bounds.end }).max(head + 1);
        // "sources *close to the campaign* tell": an adjective with its phrase that the arcs hang on the cue.
        let adjective = tokens.upos(words.end) == Upos::Adj || self.text(words.end) == "close";
        let described = adjective && words.end + 1 < cue && tokens.upos(words.end + 1) == Upos::Adp;
        let part = |word: usize| self.is_of_phrase(word) || tokens.upos(word) == Upos::Adp;
        if described && (words.end..cue).all(part) {
            words.end = cue;
        }
        // "the NBC News/Wall Street Journal poll"
        let slash = |at: usize| at < bounds.end && self.text(at) == "/";
        while head >= cue && slash(words.end) && words.len() < LONGEST {
            let nominal = |&word: &usize| !matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Num);
            words.end = (words.end + 1..bounds.end).find(nominal).unwrap_or(bounds.end);
        }
        let preposition = |at: usize| {
            tokens.relation(at) == Relation::Case && tokens.head(at) == Some(head)
                || matches!(tokens.upos(at), Upos::Cconj | Upos::Sconj)
                    && !matches!(self.text(at).to_lowercase().as_str(), "both" | "either" | "neither")
        };
        // "Even before the vote, | *the commission* had vowed": what opens the sentence.
        let fronted = matches!(tokens.upos(words.start), Upos::Adp | Upos::Adv | Upos::Sconj);
        let comma = (words.start..head).rev().find(|&word| self.text(word) == ",").filter(|_| fronted);
        words.start = comma.map_or(words.start, |comma| comma + 1);
        // "Maybe | this", "So | Ms. Ode"; but "Even Ms. Ode", "Nearly half".
        let opens = words.start == bounds.start
            && matches!(tokens.xpos(words.start), "RB" | "UH")
            && words.start < head;
        let alone = tokens.upos(words.start + 1) != Upos::Num && !self.is_focus(words.start);
        words.start += usize::from(opens && alone);
        words = self.without_time(self.trimmed(words), head);
        // "General Amr, in remarks to reporters, said", "speaking to reporters": where he said it.
        let aside = |&word: &usize| {
            let place = tokens.upos(word + 1) == Upos::Adp
                || self.is_doing(word + 1) && self.text(word + 1) != "including"
                || matches!(self.text(word + 1), "when" | "while" | "if" | "as");
            self.text(word) == "," && place
        };
        let closed = (words.end..cue).take(DATED).any(|word| self.text(word) == ",");
        let aside = (name.end.max(head + 1)..words.end).find(aside).filter(|_| closed);
        words.end = aside
            .filter(|&comma| !matches!(self.text(comma + 1), "of" | "from"))
            .filter(|&comma| !(comma + 1..words.end).any(|word| self.text(word) == ","))
            .unwrap_or(words.end);
        while words.start < head && preposition(words.start) {
            words.start += 1;
        }
        // "Dole is *the only nominee who* plans": what somebody is has a subject of its own.
        let copula =
            tokens.children(head).find(|&child| tokens.relation(child) == Relation::Cop && child < head);
        let not = |word: usize| usize::from(matches!(self.text(word), "not" | "n't" | "n’t"));
        words.start = copula.map_or(words.start, |be| words.start.max(be + 1 + not(be + 1)));
        if words.len() > LONGEST {
            words.end = words.end.min(name.end).max(head + 1);
            words.start = words.start.max(name.start).min(head);
        }
        Source { head, words }
    }

    /// Where the phrase of a bare noun begins whose article the arcs have hung elsewhere: "*the real estate* | mogul has said",
    /// "*a new CNN/*ORC poll".
    fn described(&self, start: usize, head: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let slash = start > bounds.start && self.text(start - 1) == "/";
        let from = start - usize::from(slash);
        let bare = tokens.upos(head) == Upos::Noun
            && tokens.upos(start) != Upos::Punct
            && !matches!(tokens.upos(start), Upos::Det | Upos::Adp)
            && tokens.xpos(start) != "PRP$";
        let before = self.noun_phrase(from, bounds.start).filter(|_| bare)?;
        let article = tokens.upos(before.start) == Upos::Det || tokens.xpos(before.start) == "PRP$";
        let article = article && before.len() < SHORT;
        let plain = before.clone().all(|word| {
            self.referents.time(word).is_none() && !matches!(tokens.upos(word), Upos::Adp | Upos::Cconj)
        });
        let noun =
            matches!(tokens.upos(from - 1), Upos::Noun | Upos::Adj | Upos::Propn) && from > before.start + 1;
        (article && plain && noun).then_some(before.start)
    }

    /// Where a phrase begins that the arcs cut into several subjects of the cue: "*Minister of Education* | Ann Ode said".
    fn titled(&self, mut start: usize, cue: usize) -> usize {
        let tokens = self.tokens();
        for child in tokens.children(cue).rev().filter(|&child| tokens.is_subject(child)) {
            let words = tokens.subtree(child);
            let noun = matches!(tokens.upos(child), Upos::Noun | Upos::Propn);
            let touches = words.start < start && words.end >= start && words.end <= cue;
            // "The talks, the minister said, had failed": behind a comma somebody else begins.
            let open = touches && self.text(words.end - 1) != ",";
            if noun && open && self.referents.time(child).is_none() {
                start = words.start;
            }
        }
        start
    }

    /// The end of a person's name that stands right before the cue though the parser cuts the subject before it: "the
    /// director of the Council on Relations *Alia Salem* said".
    fn named_before(&self, head: usize, cue: usize) -> Option<usize> {
        let tokens = self.tokens();
        let aside = |&at: &usize| matches!(tokens.upos(at), Upos::Adv | Upos::Aux | Upos::Punct);
        let last = (head + 1..cue).rev().find(|at| !aside(at))?;
        let mention = &self.referents.named.mentions[self.referents.covering(last)?];
        let person = mention.kind == EntityKind::Person && mention.form == Form::Name;
        let near = cue - head < LONGEST && (head..cue).all(|at| tokens.upos(at) != Upos::Verb);
        (person && near).then_some(last + 1)
    }

    /// The range without punctuation at its ends, but for what closes a bracket or marks opened inside.
    pub(super) fn trimmed(&self, mut words: Range<usize>) -> Range<usize> {
        let punct = |at: usize| self.tokens().upos(at) == Upos::Punct;
        while !words.is_empty() && punct(words.start) {
            words.start += 1;
        }
        // A closing bracket stays where it is opened inside, and so do closing marks.
        let closed = |words: &Range<usize>| {
            let near = words.end.saturating_sub(NEAR).max(words.start);
            let marks = self.outer_at(words.end - 1);
            // "Erie, Pa., said": a stop before a comma belongs to its word.
            let short = self.text(words.end - 1) == "." && self.text(words.end) == ",";
            short
                || self.text(words.end - 1) == ")" && (near..words.end).any(|at| self.text(at) == "(")
                || marks
                    .is_some_and(|quote| quote.marked.end == words.end && quote.marked.start >= words.start)
        };
        while !words.is_empty() && punct(words.end - 1) && !closed(&words) {
            words.end -= 1;
        }
        words
    }

    /// Whether the mark at `at` is part of a compound: "vice-president".
    pub(super) fn glued(&self, at: usize) -> bool {
        let tokens = self.tokens();
        let next = at + 1 < tokens.len() && tokens.span(at).end() == tokens.span(at + 1).start();
        // … or of a pair: "the ABC/Post poll".
        let pair = self.text(at) == "/" && self.capital(at + 1) && at > 0 && self.capital(at - 1);
        let dash = self.text(at) == "-" || self.text(at) == "–" || pair;
        dash && next && at > 0 && tokens.span(at - 1).end() == tokens.span(at).start()
    }
}
