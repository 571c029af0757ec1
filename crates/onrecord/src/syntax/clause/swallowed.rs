//! Subjects and objects that a parser hangs on a word beside them: the subject that the phrase before it has swallowed, the first
//! of two that "and" or a comma joins, the object behind a phrase.

use super::{Clauses, DEPTH, Function, has};
use crate::syntax::{Relation, Upos};

/// Words of an opening phrase within which a subject is looked for.
const OPENING: usize = 60;

impl Clauses<'_> {
    /// The subjects that the phrase before them has swallowed: of "on Tuesday, *Kenya and Oman* held talks" a parser reads that
    /// the three are joined.
    pub(super) fn swallowed(&self, verb: usize) -> Vec<usize> {
        let tokens = self.tokens;
        let Some(first) = self.swallowed_by(verb) else {
            return self
                .set_off(verb)
                .or_else(|| self.unmarked(verb))
                .or_else(|| self.misled(verb))
                .or_else(|| self.visiting(verb))
                .into_iter()
                .collect();
        };
        let members =
            tokens.children(first).filter(|&child| child < verb && tokens.relation(child) == Relation::Conj);
        let members: Vec<usize> = members.collect();
        // A comma and no "and" opens the subject.
        let opens = members.first().is_some_and(|&member| self.follows_comma(member));
        if opens && members.len() > 1 { members } else { Vec::new() }
    }

    /// The first member of the coordination that ends before the verb, where a preposition governs it.
    fn swallowed_by(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let small = |&at: &usize| matches!(tokens.upos(at), Upos::Aux | Upos::Adv | Upos::Part);
        let last = (0..verb).rev().find(|at| !small(at))?;
        let up = |&at: &usize| {
            let inside = matches!(tokens.relation(at), Relation::Flat | Relation::Compound);
            tokens.head(at).filter(|_| inside)
        };
        let member = std::iter::successors(Some(last), up).take(DEPTH).last()?;
        let joined = tokens.relation(member) == Relation::Conj && tokens.upos(member) == Upos::Propn;
        let first =
            tokens.head(member).filter(|&first| joined && first < member && self.case(first).is_some())?;
        self.is_finite(verb).then_some(first)
    }

    /// The subject that the phrase before it has swallowed: of "At the invitation of Kenya, *Oman* sent troops" a parser reads
    /// that Kenya is Oman, of "Among other things, *Oman* is large" that things and Oman are joined.
    fn set_off(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let opens = |&child: &usize| {
            child < verb && tokens.relation(child) == Relation::Obl && self.case(child).is_some()
        };
        let phrase = tokens.children(verb).find(opens).filter(|_| self.is_finite(verb))?;
        let member = |&at: &usize| {
            let inside = matches!(tokens.relation(at), Relation::Conj | Relation::Appos);
            let noun = matches!(tokens.upos(at), Upos::Noun | Upos::Propn);
            // "Kenya, Oman *and Egypt*" goes on what has begun.
            let goes_on = tokens.child(at, &[Relation::Cc]).is_some_and(|and| and < at);
            inside && noun && !goes_on && self.follows_comma(at)
        };
        let words = tokens.subtree(phrase);
        (words.start..words.end.min(verb)).take(OPENING).find(member)
    }

    /// The noun right before a finite active verb that has no subject, taken for a phrase of time or measure: "in the talks, *the
    /// Chinese side* invited Kenya", "left after *gunmen* looted a convoy".
    fn unmarked(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let active = self.is_finite(verb) && !self.is_passive(verb) && self.tokens.xpos(verb) != "VBN";
        let before = |&child: &usize| {
            let noun = matches!(tokens.upos(child), Upos::Noun | Upos::Propn);
            let phrase = match tokens.relation(child) {
                Relation::OblUnmarked => self.case(child).is_none(),
                Relation::Obl => self.is_dating(child),
                _ => false,
            };
            phrase && noun && tokens.subtree(child).end == verb
        };
        tokens.children(verb).filter(|_| active).find(before)
    }

    /// The subject that the participle behind it has swallowed: of "*The party* led by former minister Ann Lee won seats" a parser
    /// reads that the party led.
    fn misled(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let plain =
            tokens.relation(verb) == Relation::Ccomp && tokens.child(verb, &[Relation::Mark]).is_none();
        let participle = tokens.head(verb).filter(|&at| plain && at < verb && tokens.xpos(at) == "VBD")?;
        let agent = tokens.child(participle, &[Relation::OblAgent])?;
        let next = agent > participle && tokens.subtree(agent).end == verb;
        tokens.child(participle, &[Relation::Nsubj]).filter(|_| next && self.is_finite(verb))
    }

    /// The name that a participle before it has for an object: of "Visiting *President Ann Lee* held talks" a parser reads that
    /// visiting her did.
    fn visiting(&self, verb: usize) -> Option<usize> {
        let tokens = self.tokens;
        let adjective =
            |&at: &usize| tokens.xpos(at) == "VBG" && self.is_listed(at, &self.governors.attributive);
        let participle = tokens.child(verb, &[Relation::Csubj, Relation::Advcl]).filter(adjective)?;
        let name = tokens.child(participle, &[Relation::Obj]).filter(|&at| tokens.upos(at) == Upos::Propn)?;
        let long = tokens.child(name, &[Relation::NmodDesc, Relation::Flat]).is_some();
        let next = name > participle && tokens.subtree(name).end == verb;
        (long && next && self.is_finite(verb)).then_some(name)
    }

    /// The noun that "and" joins to the subject where a parser has joined the verb to it: "*Kenya* and Oman sign treaty".
    pub(super) fn joined_before(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<usize> {
        let tokens = self.tokens;
        let noun = |at: usize| matches!(tokens.upos(at), Upos::Propn | Upos::Noun);
        let first = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Conj)?;
        let and = tokens.child(verb, &[Relation::Cc])?;
        let &(_, subject) = fillers.iter().find(|(function, _)| *function == Function::Subject)?;
        let whole = tokens.subtree(subject).start == and + 1 && subject < verb;
        (whole && noun(first) && first < and && tokens.relation(first) == Relation::Root).then_some(first)
    }

    /// The name that a comma joins to the subject where the verb has a plural form, before it or behind: "*Japan*, Australia sign
    /// pact".
    pub(super) fn listed_beside(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<usize> {
        let tokens = self.tokens;
        let plural =
            matches!(tokens.xpos(verb), "VBP" | "VB") && tokens.child(verb, &[Relation::Aux]).is_none();
        let &(_, subject) = fillers.iter().find(|(function, _)| *function == Function::Subject)?;
        let name = |at: usize| tokens.xpos(at) == "NNP";
        if !plural || !name(subject) || subject > verb {
            return None;
        }
        // The arcs make the second name another word for the first.
        let appos = tokens.child(subject, &[Relation::Appos]).filter(|&at| name(at));
        if let Some(at) = appos.filter(|&at| self.follows_comma(at) && tokens.subtree(at).end == verb) {
            return Some(at);
        }
        let comma = tokens.subtree(subject).start.checked_sub(1)?;
        let last =
            comma.checked_sub(1).filter(|&at| name(at) && self.text.slice(tokens.span(comma)) == ",")?;
        let up = |&at: &usize| tokens.head(at).filter(|&head| head < comma && name(head));
        let first = std::iter::successors(Some(last), up).take(DEPTH).last()?;
        // "In Oman, Kenya" names a place.
        (self.case(first).is_none() && self.case(last).is_none()).then_some(first)
    }

    /// The object behind a phrase that the arcs make it another word for: "condemned in the strongest terms *the attack*".
    pub(super) fn postponed(&self, verb: usize, fillers: &[(Function, usize)]) -> Option<(Function, usize)> {
        let tokens = self.tokens;
        if has(fillers, Function::Object) || self.is_passive(verb) {
            return None;
        }
        let phrases = fillers.iter().filter_map(|&(function, word)| match function {
            Function::Preposition(_) if tokens.head(word) == Some(verb) && word > verb => Some(word),
            _ => None,
        });
        let behind = |word: usize| {
            let appos = tokens.child(word, &[Relation::Appos])?;
            let opened = tokens.child(appos, &[Relation::Det, Relation::NmodPoss]).is_some();
            (tokens.subtree(appos).start == word + 1 && opened).then_some((Function::Object, appos))
        };
        phrases.into_iter().find_map(behind)
    }
}
