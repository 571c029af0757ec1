//! The phrase that the arcs, or the words, give a verb for its source.

use std::ops::Range;

use onrecord_resource::cue::Takes;

use super::participle::{Doer, SHORT};
use super::{Scene, Source};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

/// A verb while its source is looked for.
struct Verb<'b> {
    at: usize,
    bounds: &'b Range<usize>,
    passive: bool,
    /// Whether it is a participle without an auxiliary: "…, *saying* that".
    participle: bool,
}

impl Scene<'_> {
    /// The phrase that the arcs, or the words, give the verb at `at`.
    pub(super) fn nearest_source(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        // … also in "the pundits *who* keep calling him".
        let keeps =
            tokens.head(at).filter(|_| tokens.relation(at) == Relation::Xcomp && tokens.xpos(at) == "VBG");
        let subject = |verb: usize| tokens.child(verb, &[Relation::Nsubj]);
        let relative = subject(at).or_else(|| keeps.filter(|&verb| verb + 1 == at).and_then(subject));
        let relative = relative.filter(|&child| self.is_relative_pronoun(child));
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
        // … also "promising to help", whatever the tagger makes of it.
        let doing = tokens.xpos(at) == "VBG" || self.progressive(at).is_some();
        let participle = doing && tokens.child(at, &[Relation::Aux, Relation::Cop]).is_none();
        self.of_clause(&Verb { at, bounds, passive, participle })
    }

    fn is_relative_pronoun(&self, word: usize) -> bool {
        matches!(self.tokens().xpos(word), "WP" | "WDT")
    }

    /// The source that the clause of the verb has, or the clauses around it.
    fn of_clause(&self, verb: &Verb) -> Option<Source> {
        let Verb { at, bounds, passive, participle } = *verb;
        let known = self.subject_by_arcs(verb);
        let infinitive = || if passive { None } else { self.of_infinitive(at, bounds) };
        if let Some(source) =
            self.heard(at, bounds).or_else(infinitive).or_else(|| self.bidden_before(at, bounds))
        {
            return Some(source);
        }
        let known = known.filter(|&word| !self.is_filler(word, at));
        if !passive && self.is_purpose(known, at, bounds) {
            return self.of_purpose(verb);
        }
        let known = known.filter(|&word| word < at || passive || !self.has_noun_before(verb));
        if let Some(source) = self.by_words(verb) {
            return Some(source);
        }
        if participle {
            match self.of_participle(at, bounds, self.is_of_main_clause(known, verb)) {
                Doer::Known(source) => return Some(source),
                Doer::Nobody => return None,
                Doer::Subject => {}
            }
        }
        match known {
            Some(head) => Some(self.of_subject(head, verb)),
            None if passive => self.agent(verb),
            None => self.without_subject(verb),
        }
    }

    /// The head of the subject that the arcs give the verb.
    fn subject_by_arcs(&self, verb: &Verb) -> Option<usize> {
        let tokens = self.tokens();
        let Verb { at, bounds, passive, participle } = *verb;
        // "as his wife put it, “at least he came.”": nobody inside the marks.
        let apart = |word: usize| self.outer_at(word).is_none() || self.outer_at(at).is_some() || word < at;
        // "whom he called “Cryin’ Ode,” *and* predicted": whoever stands in marks is spoken of.
        let named = |word: usize| {
            let end = self.outer_at(word).map(|quote| quote.marked.end).filter(|&end| end <= at);
            end.is_some_and(|end| (end..at).any(|word| tokens.upos(word) == Upos::Cconj))
        };
        // "would not say *how many guards* will come but called it a mess": whom a question is about does nothing beside it.
        let asked =
            |word: usize| tokens.head(word) != Some(at) && tokens.xpos(tokens.subtree(word).start) == "WRB";
        let fits = |&word: &usize| {
            self.can_speak(word)
                && !asked(word)
                && apart(word)
                && !named(word)
                // "pressed *by a reporter* to say why": who asks.
                && (tokens.head(word) == Some(at) || tokens.relation(word) != Relation::OblAgent)
                && bounds.contains(&word)
                && (word < at || passive || !participle)
                && (!passive || tokens.head(word) == Some(at))
        };
        let clause = self.clauses.of_verb(at);
        // Of two that a slip of the parser gives, the nearer one.
        let nearest = tokens.children(at).rfind(|&child| tokens.is_subject(child) && child < at);
        let nearest = nearest
            .filter(|word| !passive && fits(word) && clause.fillers.iter().any(|(_, other)| other == word));
        // "Her complaint is that *the man* seems to believe": the same of the verb that an infinitive hangs on.
        let governor =
            tokens.head(at).filter(|_| tokens.relation(at) == Relation::Xcomp && tokens.xpos(at) == "VB");
        let raised = governor.and_then(|governor| {
            let mut subjects =
                tokens.children(governor).filter(|&child| tokens.is_subject(child) && child < governor);
            let first = subjects.next()?;
            subjects.next_back().filter(|&last| last > first && fits(&last))
        });
        let nearest = nearest.or(raised);
        let subjects = clause.fillers.iter().filter(|(function, _)| *function == Function::Subject);
        nearest.or_else(|| subjects.map(|&(_, word)| word).find(fits))
    }

    /// "held a meeting to *announce* that": who held it, not the meeting.
    fn of_purpose(&self, verb: &Verb) -> Option<Source> {
        let tokens = self.tokens();
        let Verb { at, bounds, .. } = *verb;
        let held = tokens.head(at - 2).filter(|&held| held < at);
        let own = held.and_then(|held| tokens.child(held, &[Relation::Nsubj])).filter(|word| *word < at);
        let own = own.filter(|&word| bounds.contains(&word) && self.can_speak(word));
        own.map(|word| self.phrase(word, at, bounds)).or_else(|| self.subject_before(at - 1, bounds))
    }

    /// "and 45 percent *said* they would": whoever stands right before a verb says it, not the subject of the clause behind it.
    fn has_noun_before(&self, verb: &Verb) -> bool {
        let at = verb.at;
        at > verb.bounds.start
            && matches!(self.tokens().upos(at - 1), Upos::Noun | Upos::Propn | Upos::Pron)
            && self.is_finite(at)
    }

    /// The source of an active verb that the words give before the arcs are asked: in a second clause, behind asides and in a series.
    fn by_words(&self, verb: &Verb) -> Option<Source> {
        let tokens = self.tokens();
        let Verb { at, bounds, passive, .. } = *verb;
        if passive {
            return None;
        }
        if let Some(source) = self.behind_joint(at, bounds) {
            return Some(source);
        }
        let own = tokens.children(at).any(|child| tokens.is_subject(child));
        let finite = matches!(tokens.xpos(at), "VBD" | "VBZ" | "VBP" | "VBN") && !own;
        let apart = || self.of_series(at, bounds).or_else(|| self.before_clause(at, bounds.start));
        if finite && let Some(source) = apart() {
            return Some(source);
        }
        // "Many back her, *the survey, taken in May*, found."
        let last = self.is_finite(at) && matches!(self.text(at + 1), "." | "");
        let aside = if last { self.before_clause(at, bounds.start) } else { None };
        aside.filter(|source| source.words.start > bounds.start && self.text(source.words.start - 1) == ",")
    }

    /// Whether the subject that a participle has by the arcs is that of the main clause, or of one joined to it.
    fn is_of_main_clause(&self, subject: Option<usize>, verb: &Verb) -> bool {
        let tokens = self.tokens();
        let last = self.last_clause(verb.at, verb.bounds).unwrap_or(verb.bounds.start);
        let main = |verb: usize| {
            matches!(tokens.relation(verb), Relation::Root | Relation::Conj | Relation::Parataxis)
        };
        subject.is_some_and(|word| {
            word >= last && tokens.is_subject(word) && tokens.head(word).is_some_and(main)
        })
    }

    /// The source around the head of a subject.
    fn of_subject(&self, head: usize, verb: &Verb) -> Source {
        let Verb { at, bounds, passive, .. } = *verb;
        // "One of them, who asked for anonymity, put it": whatever the arcs give the pronoun.
        // … and "Mr. Ode, who is retiring, took the floor and added that".
        if self.is_relative_pronoun(head) && head < at {
            let whole = || self.antecedent(head, at, bounds);
            return self.before_clause(at, bounds.start).unwrap_or_else(whole);
        }
        let inside = if passive { None } else { self.inside_relative(at, head, bounds) };
        inside.unwrap_or_else(|| self.phrase(head, at, bounds))
    }

    /// `was described as “a shame” by *the board*`: who does what a passive tells.
    fn agent(&self, verb: &Verb) -> Option<Source> {
        let Verb { at, bounds, .. } = *verb;
        let by = (at + 1..bounds.end).find(|&word| self.text(word) == "by" && self.is_mark(word - 1))?;
        self.after(by, bounds.end)
    }

    /// The source of a verb to which the arcs give no subject.
    fn without_subject(&self, verb: &Verb) -> Option<Source> {
        let tokens = self.tokens();
        let Verb { at, bounds, participle, .. } = *verb;
        // "it is no exaggeration to *say*": what stands before an infinitive is not who speaks.
        let behind = at.checked_sub(1).filter(|&word| word >= bounds.start);
        let infinitive = tokens.xpos(at) == "VB"
            && behind.is_some_and(|word| self.text(word) == "to" || tokens.upos(word) == Upos::Cconj);
        let went = if infinitive { self.who_goes(verb) } else { None };
        match (participle, infinitive) {
            _ if went.is_some() => went,
            (true, _) => self.subject_before(at, bounds),
            (false, true) => None,
            (false, false) => self.before(at, bounds.start).or_else(|| self.who_then(verb)),
        }
    }

    /// "*Trump* has warned of riots, then *said* it was late": who did the first thing, which a parser takes for what is said.
    fn who_then(&self, verb: &Verb) -> Option<Source> {
        let tokens = self.tokens();
        let Verb { at, bounds, .. } = *verb;
        let then = at > bounds.start + 1 && self.text(at - 1) == "then" && self.text(at - 2) == ",";
        let first = tokens.child(at, &[Relation::Ccomp]).filter(|&first| then && first < at)?;
        let who = tokens.children(first).find(|&child| tokens.is_subject(child) && child < first)?;
        bounds.contains(&who).then(|| self.phrase(who, first, bounds))
    }

    /// "went back to the room *to say* that": who went.
    fn who_goes(&self, verb: &Verb) -> Option<Source> {
        let tokens = self.tokens();
        let Verb { at, bounds, .. } = *verb;
        let goes = tokens
            .head(at)
            .filter(|&goes| goes < at && bounds.contains(&goes) && tokens.upos(goes) == Upos::Verb);
        // … and "would not comment, other than *to say* that", "went so far as *to say*".
        let goes = goes.or_else(|| {
            let other = at > bounds.start + 2 && matches!(self.text(at - 2), "than" | "as");
            (bounds.start..at).find(|&word| other && tokens.upos(word) == Upos::Verb)
        });
        // … and "went on to say".
        let on = |goes: usize| tokens.lemma(goes) == "go" && self.text(goes + 1) == "on";
        let goes = goes.filter(|&goes| tokens.relation(at) == Relation::Advcl || on(goes))?;
        let first = if tokens.relation(goes) == Relation::Conj { tokens.head(goes) } else { None };
        let subject = |verb: usize| {
            tokens
                .children(verb)
                .find(|&child| tokens.is_subject(child) && child < verb && self.can_act(child))
        };
        let who = subject(goes).or_else(|| first.and_then(subject))?;
        bounds.contains(&who).then(|| self.phrase(who, at, bounds))
    }

    /// "hear *them* say that", "saw *Ode* tell the crowd that": whom the verb before the bare infinitive at `at` is about.
    fn heard(&self, at: usize, bounds: &Range<usize>) -> Option<Source> {
        let tokens = self.tokens();
        let verb = tokens.head(at).filter(|&verb| verb < at && bounds.contains(&verb))?;
        let senses = matches!(tokens.lemma(verb), "hear" | "see" | "watch" | "let" | "make");
        let bare = tokens.xpos(at) == "VB" && tokens.relation(at) == Relation::Xcomp && senses;
        let object = tokens.child(verb, &[Relation::Obj, Relation::Iobj]).filter(|_| bare)?;
        let beside = (verb + 1..at).contains(&object) && self.can_speak(object);
        beside.then(|| self.phrase(object, at, bounds))
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

    /// Whether the verb at `at` is a passive: "is “the best,” Ode has *said*" has the first auxiliary in another clause.
    pub(super) fn is_passive(&self, at: usize) -> bool {
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
    pub(in crate::quotation) fn is_second_passive(&self, at: usize) -> bool {
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
        let near = at.saturating_sub(SHORT).max(bounds.start);
        // "and an aide, *speaking* to reporters, said"
        let aside = |word: usize| {
            tokens.xpos(word) == "VBG"
                && word > near
                && self.text(word - 1) == ","
                && self.text(at - 1) == ","
        };
        let stops = |&word: &usize| {
            matches!(tokens.upos(word), Upos::Cconj | Upos::Verb | Upos::Sconj) && !aside(word)
        };
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
}
