//! Infinitives: what somebody vows, plans or refuses *to do*, and what others are urged *to do*.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes, Use};

use super::{NEAR, Scene};
use crate::syntax::{Relation, Upos};

/// Words of an aside before an infinitive, at most.
const SHORT: usize = 8;

/// Words between a verb and its infinitive, at most.
const BESIDE: usize = 5;

/// Words that are told of whom somebody bids, at most.
const TOLD: usize = 40;

impl Scene<'_> {
    /// "vowed *to sign*".
    pub(super) fn infinitive(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let first = self.infinitive_start(at, bounds)?;
        let denied = usize::from(self.denies_infinitive(first));
        let to = first + denied * (1 + usize::from(self.text(first + 1) == "again"));
        let verb = self.infinitive_verb(to, bounds)?;
        let participle =
            tokens.relation(at) == Relation::Acl && tokens.xpos(at) == "VBN" && !self.is_past(at, bounds);
        (!participle).then(|| first..self.infinitive_end(at, to, verb, bounds))
    }

    /// Where the infinitive of the verb at `at` begins: behind when, how and under what condition it is vowed.
    fn infinitive_start(&self, at: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        // "refused Thursday to go": when it was said.
        // … and "vowed on Wednesday to".
        let timed = |word: usize| word < bounds.end && self.referents.time(word).is_some();
        let small = |word: usize| {
            let both = self.text(word) == "both";
            let dated = timed(word) || tokens.upos(word) == Upos::Adp && timed(word + 1);
            tokens.upos(word) == Upos::Adv || both || dated
        };
        // … and "agreed in principle to go", "vowed in court to".
        let manner = |word: usize| self.text(word) == "in" && tokens.xpos(word + 1) == "NN";
        // … and "decided, reluctantly, to", "promised, if elected, to".
        // … and "a plea from Mr. Ode to stay".
        let from = tokens.upos(at) == Upos::Noun && self.text(at + 1) == "from";
        let giver = if from { self.noun_end(at + 2, bounds.end) } else { None };
        if let Some(to) = giver.filter(|&to| self.text(to) == "to") {
            return Some(to);
        }
        let paused = self.text(at + 1) == ",";
        let close = (at + 2..bounds.end).take(SHORT).find(|&word| self.text(word) == ",").filter(|_| paused);
        let from = close.filter(|&close| self.text(close + 1) == "to").map_or(at + 1, |close| close + 1);
        // … and "hoped at the very least to".
        let least = |word: usize| {
            let end =
                (word + 1..bounds.end).take(3).find(|&word| matches!(self.text(word), "least" | "last"));
            self.text(word) == "at" && end.is_some()
        };
        let least = (from..bounds.end).take(1).any(least);
        let aside = |word: usize| {
            let bound = least && matches!(self.text(word), "at" | "the" | "very" | "least" | "last");
            small(word) || manner(word) || manner(word - 1) || bound
        };
        let first =
            (from..bounds.end).take(BESIDE).find(|&word| self.denies_infinitive(word) || !aside(word));
        self.infinitive_behind(at, bounds).or(first)
    }

    /// "promised *in a speech to workers* to cut taxes": the infinitive of the verb at `at`, behind where and when it was said.
    fn infinitive_behind(&self, at: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let placed = tokens.upos(at + 1) == Upos::Adp && self.text(at + 1) != "by";
        if !placed || tokens.child(at, &[Relation::Obj]).is_some() {
            return None;
        }
        let verb_of = |to: usize| Some((to, self.infinitive_verb(to, bounds)?));
        let (to, verb) = (at + 2..bounds.end).take(NEAR).find_map(verb_of)?;
        // "vowed in a letter to them to go" hangs on the letter for some, but "in an *effort* to go" does say what for.
        let governors = &self.clauses.governors;
        let takes = [&governors.means, &governors.intents];
        let of_noun = |noun: usize| takes.into_iter().any(|nouns| self.clauses.is_listed(noun, nouns));
        let head = tokens.head(verb)?;
        let placing = tokens.head(head) == Some(at) && tokens.relation(head) == Relation::Obl;
        let own = (head == at || placing) && !(at + 1..to).any(of_noun);
        let before = to - usize::from(self.denies_infinitive(to - 1));
        let apart =
            |word: usize| self.is_mark(word) || self.text(word) == "," || tokens.upos(word) == Upos::Verb;
        (own && !(at + 1..before).any(apart)).then_some(before)
    }

    /// "promised *not to* go", "vowed *never again to* go": the denial is part of what is promised.
    fn denies_infinitive(&self, word: usize) -> bool {
        let again = usize::from(self.text(word + 1) == "again");
        matches!(self.text(word), "not" | "never") && self.text(word + 1 + again) == "to"
    }

    /// The verb of the infinitive with its mark at `to`: `to “*fight* on”`, "to not only *keep* it".
    fn infinitive_verb(&self, to: usize, bounds: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens();
        let idle =
            |word: usize| tokens.upos(word) == Upos::Adv || self.is_mark(word) || self.text(word) == "not";
        let verb = (to + 1..bounds.end).take(3).find(|&word| !idle(word))?;
        let verbal = matches!(tokens.upos(verb), Upos::Verb | Upos::Aux)
            && matches!(tokens.xpos(verb), "VB" | "VBP" | "VBN");
        // "threatened to campaign": taken for a noun.
        let noun = tokens.xpos(to) == "TO" && tokens.xpos(verb) == "NN" && tokens.upos(verb + 1) == Upos::Adp;
        // … and "threatened to *jail* Ode": no thing before a name.
        let flat = tokens.relation(verb + 1) == Relation::Flat && tokens.head(verb + 1) == Some(verb);
        let noun = noun || flat && !self.capital(verb) && self.capital(verb + 1);
        (self.text(to) == "to" && (verbal || noun)).then_some(verb)
    }

    /// Where the infinitive of `verb`, which belongs to the cue at `at`, ends.
    fn infinitive_end(&self, at: usize, to: usize, verb: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        let end = self.sentence_end(to, bounds, at);
        let own = tokens.subtree(verb).end.max(verb + 1);
        // "The plan the senator hopes to pass | *would* cut taxes": the sentence's own verb.
        if verb + 1 < end && self.is_finite(verb + 1) {
            return verb + 1;
        }
        // "the claim that she wants to let in 650 people | *is* wrong"
        let inner = matches!(tokens.relation(at), Relation::Acl | Relation::AclRelcl | Relation::Ccomp);
        let main = self.main_verb(&(to..end)).filter(|&main| inner && tokens.upos(main) == Upos::Aux);
        let end = main.unwrap_or(end);
        // "the woman who wants to leave | has found no help"
        let who = tokens.child(at, &[Relation::Nsubj]).filter(|&who| who < at);
        if who.is_some_and(|who| matches!(tokens.xpos(who), "WP" | "WDT")) {
            // "who asked not to be named because": a passive ends with its participle.
            let passive =
                usize::from(tokens.lemma(verb) == "be" && tokens.relation(verb) == Relation::AuxPass);
            let last = verb + 1 + passive;
            // "those who plan to vote for the man *who made* it": a clause of its own.
            let inner = |word: usize| matches!(tokens.xpos(word - 1), "WP" | "WDT");
            let finite = |word: usize| self.is_finite(word) && !inner(word);
            let main = (last..end).find(|&word| finite(word) || self.text(word) == "because");
            return main.map_or(end, |main| own.clamp(last, main));
        }
        // As far as the arcs go, and on to the next mark.
        let whole = self.second_infinitive(self.run_on(own.min(end), bounds).min(end), end, bounds);
        (to..whole).find(|&word| self.parts_infinitive(word, verb)).unwrap_or(whole)
    }

    /// "declined to comment*;* so did the others", "pledged to follow it*, drawing* a contrast", "threatened to leave*, though* nobody
    /// minded": whether at `at` it is told what the pledge of `verb` does.
    fn parts_infinitive(&self, at: usize, verb: usize) -> bool {
        let doing = self.tokens().xpos(at + 1) == "VBG" && at > verb + 1;
        let though = matches!(self.text(at + 1), "though" | "although" | "despite");
        let border = self.text(at) == ";" || self.text(at) == "," && (doing || though);
        border && self.outer_at(at).is_none()
    }

    /// "vowed to build it *and make them pay*": where an infinitive goes on that ends at `end`, at `last` at the latest.
    fn second_infinitive(&self, mut end: usize, last: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        while end + 1 < last {
            let joint = end + usize::from(self.text(end) == ",");
            let verb = joint + 1 + usize::from(self.text(joint + 1) == "to");
            let joined = tokens.upos(joint) == Upos::Cconj && tokens.xpos(verb) == "VB";
            if !joined || verb + 1 >= last {
                break;
            }
            end = self.run_on(verb + 1, bounds).min(last);
        }
        end
    }

    /// "told them to be brave*, to help others and to listen*": where a list of infinitives ends whose first ends at `end`.
    fn listed_infinitives(&self, end: usize, bounds: &Range<usize>) -> usize {
        let tokens = self.tokens();
        let infinitive = |at: usize| self.text(at) == "to" && tokens.xpos(at + 1) == "VB";
        let last = |&joint: &usize| tokens.upos(joint) == Upos::Cconj && infinitive(joint + 1);
        let listed = self.text(end) == "," && infinitive(end + 1);
        let joint = (end + 2..bounds.end).take(NEAR).find(last).filter(|_| listed);
        joint.map_or(end, |joint| self.run_on(joint + 2, bounds))
    }

    /// "urged Oman *to sign*".
    pub(super) fn bidden(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
        // "asked for anonymity to speak": nobody is to do it.
        if self.text(at + 1) == "for" {
            return None;
        }
        // "*they* are being asked to leave"
        let passive = tokens.child(at, &[Relation::AuxPass]).is_some();
        let who = tokens.child(at, &[Relation::NsubjPass]).filter(|_| passive && self.text(at + 1) == "to");
        // "*Asked to reply*, he laughed"
        let opens = tokens.xpos(at) == "VBN"
            && tokens.relation(at) == Relation::Advcl
            && self.text(at + 1) == "to"
            && (at == bounds.start || tokens.upos(at - 1) == Upos::Cconj);
        let mut named = opens || who.is_some_and(|who| !tokens.xpos(who).starts_with('W'));
        let aside = self.aside_on_hearer(at, bounds);
        for word in (at + 1..bounds.end).filter(|word| !aside.contains(word)).take(NEAR) {
            let mark = word + 1 < bounds.end && self.is_mark(word + 1);
            let verb = word + 1 + usize::from(tokens.upos(word + 1) == Upos::Adv || mark);
            // `told him to “*man* up”`: taken for a noun.
            let own = |&verb: &usize| {
                mark && tokens.relation(verb) == Relation::Xcomp && tokens.head(verb) == Some(at)
            };
            let verb = (verb..verb + 2).find(own).unwrap_or(verb);
            let acts = matches!(tokens.xpos(verb), "VB" | "VBP") || own(&verb);
            if self.text(word) == "to" && acts && verb < bounds.end {
                let end = self.run_on(tokens.subtree(verb).end.max(verb + 1), bounds);
                let end = self.listed_infinitives(end, bounds);
                // "a memo telling them to leave | *was* written": the verb of the noun.
                let doing = tokens.xpos(at) == "VBG" && tokens.relation(at) == Relation::Acl;
                let main = || (verb + 1..end).find(|&word| self.is_finite(word));
                let joins = |word: usize| matches!(tokens.upos(word), Upos::Sconj | Upos::Cconj);
                let main = if doing { main() } else { None };
                let main = main.filter(|&main| {
                    let who = |word: usize| tokens.xpos(word).starts_with('W') || self.text(word) == ",";
                    !(verb + 1..main).any(|word| joins(word) || who(word))
                });
                let end = main.unwrap_or(end);
                // "a petition calling on them to resign*, signed* by thousands,": what is told of the noun.
                let told = |&word: &usize| doing && self.text(word) == "," && tokens.xpos(word + 1) == "VBN";
                let end = (verb + 1..end).find(told).unwrap_or(end);
                let start = word - usize::from(matches!(self.text(word - 1), "not" | "never"));
                return named.then(|| start..end.min(self.sentence_end(word, bounds, at)));
            }
            // "expects more *hacked* emails to surface"
            let verb = matches!(tokens.upos(word), Upos::Verb | Upos::Aux | Upos::Sconj);
            // "tells you most of *what* you need to know": a clause of what is told.
            if self.text(word) == "what" && tokens.relation(word) != Relation::Obl {
                return None;
            }
            // "asked those who *had* left to return"
            let of_hearer = tokens.relation(word) == Relation::AclRelcl
                || tokens.head(word).is_some_and(|verb| tokens.relation(verb) == Relation::AclRelcl)
                    && tokens.upos(word) == Upos::Aux;
            let stops = verb && !of_hearer && tokens.relation(word) != Relation::Amod
                || tokens.upos(word) == Upos::Punct && !self.glued(word) && !self.opens_quote(word);
            if stops {
                return None;
            }
            named |= noun(word);
        }
        None
    }

    /// What commas part off between whom the verb at `at` bids and the infinitive: "asked Ode*, 46, a lawyer who lost,* to go".
    fn aside_on_hearer(&self, at: usize, bounds: &Range<usize>) -> Range<usize> {
        let tokens = self.tokens();
        let comma = |word: &usize| self.text(*word) == ",";
        let noun = |word: usize| matches!(tokens.upos(word), Upos::Noun | Upos::Propn);
        let opens = (at + 2..bounds.end).take(NEAR).find(comma).filter(|&comma| {
            let tells = matches!(tokens.upos(comma + 1), Upos::Det | Upos::Num | Upos::Propn);
            noun(comma - 1) && (tells || tokens.xpos(comma + 1).starts_with('W'))
        });
        let Some(opens) = opens else { return at..at };
        let infinitive = |&word: &usize| self.text(word + 1) == "to" && tokens.xpos(word + 2) == "VB";
        let closes = (opens + 1..bounds.end).take(TOLD).filter(comma).find(infinitive);
        closes.map_or(at..at, |closes| opens..closes + 1)
    }

    /// "expects *Oman to sign*".
    pub(super) fn expected(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        if let Some(words) = self.wanted_done(at, bounds) {
            return Some(words);
        }
        // "They are expected to leave": by nobody.
        if self.tokens().child(at, &[Relation::AuxPass]).is_some() {
            return None;
        }
        let infinitive = self.bidden(at, bounds)?;
        // "travelers expected by the club *to leave*"
        let start = if self.text(at + 1) == "by" { infinitive.start } else { at + 1 };
        Some(start..infinitive.end)
    }

    /// Whether the words say what something is: "the plan *to be* a mistake", but "a way to leave".
    pub(super) fn is_of_being(&self, words: &Range<usize>) -> bool {
        let to = words.clone().find(|&word| self.text(word) == "to");
        let is = |word: usize| matches!(self.text(word), "be" | "have");
        to.is_some_and(|to| (to + 1..words.end).take(2).any(is))
    }

    /// "wants *them held* to the rules": what somebody wants done.
    fn wanted_done(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        let first = at + 1;
        let object = matches!(self.text(first), "them" | "him" | "her" | "it" | "us" | "me");
        let last = if object { Some(first + 1) } else { self.noun_end(first, bounds.end) };
        let done = last.filter(|&done| done < bounds.end && tokens.xpos(done) == "VBN")?;
        let wants = self.takes(at, Takes::Wish);
        let of_verb = matches!(
            tokens.relation(done),
            Relation::Xcomp | Relation::Ccomp | Relation::Acl | Relation::Advcl
        );
        let end = self.run_on(tokens.subtree(done).end.max(done + 1), bounds);
        (wants && of_verb).then(|| first..end.min(self.sentence_end(first, bounds, at)))
    }

    /// "declined *to comment* when asked": an infinitive that reports nothing itself.
    pub(super) fn refused(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let words = self.infinitive(at, bounds)?;
        let asked = |word: &usize| self.text(*word) == "when" && self.tokens().xpos(*word + 1) == "VBN";
        let end = words.clone().find(asked).unwrap_or(words.end);
        let words = words.start..end;
        (!self.reports_itself(&words, bounds)).then_some(words)
    }

    /// Whether the verb of an infinitive reports a clause itself: "to say *whether he would go*".
    fn reports_itself(&self, words: &Range<usize>, bounds: &Range<usize>) -> bool {
        let verb = words.clone().take(4).find(|&word| self.tokens().upos(word) == Upos::Verb);
        let all = [Takes::Clause, Takes::Told, Takes::That, Takes::Gerund, Takes::Thing, Takes::For];
        // … but "refused *to commit* to a date" is what is refused.
        let says = |used: &Use| used.class != Class::Intention;
        verb.filter(|&verb| self.uses(verb).first().is_some_and(says)).is_some_and(|verb| {
            all.into_iter()
                .any(|takes| self.takes(verb, takes) && self.construction(verb, takes, bounds).is_some())
        })
    }
}
