//! What is said of the subject of a passive: "*He* is said *to be ill*", "*The plan* was called *a fraud*", "*He* was accused *of
//! fraud*". By whom may be left out where it is clear that people say or think it.

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes, Use};

use super::{NEAR, Scene};
use crate::marks::Quoted;
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// "*He* is said *to be ill*".
    pub(super) fn raised(&self, at: usize, bounds: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let tokens = self.tokens();
        let passive = tokens.child(at, &[Relation::AuxPass])?;
        let subject_of =
            |verb: usize| tokens.children(verb).find(|&child| tokens.is_subject(child) && child < passive);
        // "*He* was a mayor and is said *to be ill*": the subject of the clause before.
        let first = || tokens.head(at).filter(|_| tokens.relation(at) == Relation::Conj).and_then(subject_of);
        let subject = subject_of(at).or_else(first)?;
        let infinitive = self.infinitive(at, bounds).or_else(|| self.infinitive_behind_agent(at, bounds))?;
        // "Ode, *who is expected to* speak": of the pronoun only what it is to do.
        if tokens.xpos(subject) == "WP" && tokens.lemma(at) == "expect" {
            return Some(vec![infinitive]);
        }
        // "the loss *he is thought to have caused*": a clause with a gap is about the noun.
        // … but "the town where he is thought to be hiding" has it all.
        let placed = tokens.children(at).any(|child| tokens.xpos(child) == "WRB");
        if tokens.relation(at) == Relation::AclRelcl && !placed {
            return None;
        }
        let named = tokens.upos(subject) != Upos::Pron
            || matches!(self.text(subject).to_lowercase().as_str(), "he" | "she" | "they");
        let who = self.phrase(subject, tokens.head(subject).unwrap_or(at), bounds).words;
        // "*Ode* is expected to go"; "demand is expected to rise" is a forecast of nobody's.
        let known = matches!(tokens.upos(subject), Upos::Propn | Upos::Pron)
            || self.referents.office(subject).is_some();
        let may = tokens.child(at, &[Relation::Aux]).is_some_and(|aux| tokens.xpos(aux) == "MD");
        let forecast = tokens.lemma(at) == "expect" && (!known || may);
        (named && !forecast && who.end <= passive).then(|| vec![who, infinitive])
    }

    /// "He is said *by an aide* to be ill"
    fn infinitive_behind_agent(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let by = at + 1;
        let to = (by + 1..bounds.end)
            .take(NEAR)
            .find(|&word| self.text(word) == "to" && self.tokens().xpos(word + 1) == "VB");
        let agent =
            to.is_some_and(|to| (by + 1..to).all(|word| self.is_of_phrase(word) || self.text(word) == "to"));
        let to = to.filter(|_| self.text(by) == "by" && agent)?;
        Some(to..self.sentence_end(to, bounds, at))
    }

    /// "*The plan* was described *as a fraud*": a passive, with whom or what it is said of.
    pub(super) fn held_as(&self, at: usize, bounds: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let subject = self.passive_subject(at, bounds)?;
        let words = self.prepositional(at, "as", bounds)?;
        // `was described as “a shame” *by the board*`
        let by = words.clone().find(|&word| self.text(word) == "by" && self.is_mark(word - 1));
        let words = words.start..by.unwrap_or(words.end);
        // "Mr. Ode was seen as weak", but "the island is known as a port": of things it is said by whom.
        let quoted = || words.clone().any(|word| self.opens_quote(word) && !self.capital(word + 1));
        let thought = || self.uses(at).first().is_some_and(|used| used.class == Class::Thought);
        let somebody = self.is_somebody(&subject) && (thought() || quoted());
        (somebody || by.is_some() || self.has_agent(at)).then(|| vec![subject, words])
    }

    /// "*Mr. Ode* was accused *of fraud*".
    pub(super) fn charged(&self, at: usize, bounds: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let subject = self.passive_subject(at, bounds)?;
        let words = self.prepositional(at, "of", bounds)?;
        // "He was told *of the plan*": nothing is said of him.
        if self.phrase_words(at) > 0 {
            return None;
        }
        self.is_somebody(&subject).then(|| vec![subject, words])
    }

    /// "*The plan* was called *“a fraud”*", "*He* is considered *a rising star*": a passive, where it is
    /// said by whom; of somebody also where the words are quoted or what people think.
    pub(super) fn named(&self, at: usize, bounds: &Range<usize>) -> Option<Vec<Range<usize>>> {
        let tokens = self.tokens();
        let subject = self.passive_subject(at, bounds)?;
        let end = self.phrase_end(at + 1, bounds);
        let by = (at + 1..end).find(|&word| self.text(word) == "by" && self.outer_at(word).is_none());
        let mut words = self.trimmed(at + 1..by.unwrap_or(end));
        let opens = words.clone().next().is_some_and(|first| {
            matches!(tokens.upos(first), Upos::Det | Upos::Adj | Upos::Adv | Upos::Noun | Upos::Pron)
        });
        let quoted = words.clone().next().and_then(|first| self.outer_at(first));
        // "were called “cases”": one word is what they are called, not what is thought of them.
        let said = |quote: &&Quoted| !self.capital(quote.words.start) && quote.words.len() > 1;
        let quoted = quoted.filter(said).map(|quote| quote.words.end);
        words.end = words.end.min(quoted.unwrap_or(words.end));
        let quoted = quoted.is_some();
        let somebody = self.is_somebody(&subject);
        let thought = || {
            let predicates =
                |used: &Use| used.class == Class::Thought && used.takes.contains(&Takes::Predicate);
            self.uses(at).iter().any(predicates)
        };
        let held = somebody && (quoted || opens && thought());
        (held || opens && by.is_some()).then(|| vec![subject, words])
    }

    /// Whether it is said by whom a passive verb is done: "described *by critics* as".
    fn has_agent(&self, at: usize) -> bool {
        self.tokens().child(at, &[Relation::OblAgent]).is_some() || self.text(at + 1) == "by"
    }

    /// The words of the subject of a passive verb at `at`, before the verb.
    pub(super) fn passive_subject(&self, at: usize, bounds: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens();
        // "*the plan*, called a fraud by the minister,": the noun that is told of.
        let told = tokens.relation(at) == Relation::Acl && tokens.xpos(at) == "VBN";
        if told && at > bounds.start && self.text(at - 1) == "," {
            let by = (at + 1..self.phrase_end(at + 1, bounds)).any(|word| self.text(word) == "by");
            let noun = tokens.head(at).filter(|&noun| noun < at && by)?;
            let words = self.phrase(noun, at, bounds).words;
            return (words.end < at).then_some(words);
        }
        let passive = tokens.child(at, &[Relation::AuxPass]).filter(|&word| word < at)?;
        let subject = tokens.children(at).find(|&child| tokens.is_subject(child) && child < passive)?;
        let named =
            !tokens.xpos(subject).starts_with('W') && !matches!(self.text(subject), "it" | "It" | "that");
        let words = self.phrase(subject, at, bounds).words;
        (named && words.end <= passive).then_some(words)
    }

    /// Whether the words are a phrase for somebody, not for some number of things.
    fn is_somebody(&self, words: &Range<usize>) -> bool {
        let head = self.tokens().head_of(words.clone());
        self.can_act(head) && self.tokens().upos(head) != Upos::Num
    }
}
