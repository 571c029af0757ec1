//! Who fills the roles of a frame: phrases of the right function, type and words, each as an argument.

mod argument;
mod owner;
mod trim;

use std::ops::Range;

use onrecord_resource::frame::{Function as Asked, Role, Trigger, Type};

use super::actor;
use super::scene::Scene;
use crate::document::{Arg, FactKind, Filler};
use crate::syntax::clause::{Clause, Function};
use crate::syntax::{Relation, Upos};
pub(super) use owner::owner;
pub(super) use trim::trim;

/// Words of a thing within which its owner is named.
const REACH: usize = 40;

/// A role of a frame that a clause is to fill.
#[derive(Clone, Copy)]
pub(super) struct Blank<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) clause: &'s Clause,
    pub(super) trigger: &'s Trigger,
    pub(super) role: &'s Role,
    /// The name of the role.
    pub(super) name: &'static str,
}

impl Blank<'_> {
    /// The arguments that fill the role; what fills another one already, as those of `taken`, is passed over.
    pub(super) fn fill(&self, taken: &[Arg]) -> Vec<Arg> {
        let mut filled: Vec<Arg> = Vec::new();
        let mut prepositional = false;
        for asked in &self.role.from {
            if !self.has_sides() && filled.iter().any(|arg| !self.is_part(arg)) {
                break;
            }
            // Whose act a noun dates take part in it where nobody else does: "after talks between A and B, *they* said".
            if *asked == Asked::Around && filled.len() >= usize::from(self.role.least).max(1) {
                continue;
            }
            if *asked == Asked::Trigger {
                filled.extend(self.of_trigger());
                continue;
            }
            // "gratitude *to* Kenya *for* the support": one preposition says it.
            let preposition = matches!(asked, Asked::Preposition(_));
            if preposition && prepositional {
                continue;
            }
            let before = filled.len();
            self.add(asked, taken, &mut filled);
            prepositional |= preposition && filled.len() > before;
        }
        self.drop_parts(&mut filled);
        filled
    }

    /// Those who meet or sign stand on both sides of the verb; who acts or is acted on, on one.
    fn has_sides(&self) -> bool {
        self.role.many && !matches!(self.name, "actor" | "recipient")
    }

    /// The fire of "set fire to the house" is part of the trigger; the hostages of "took hostages" are who is taken.
    fn is_part(&self, arg: &Arg) -> bool {
        self.trigger.with.contains(&self.scene.lemma(self.scene.head_of(arg.span)))
    }

    /// What the phrase of the trigger says itself.
    fn of_trigger(&self) -> Vec<Arg> {
        let (scene, word) = (self.scene, self.clause.word);
        // The sum of "a *$20 million* loan" stands in the phrase of the trigger.
        if self.role.types.contains(&Type::Money) {
            return self.arguments(word);
        }
        let worded = self.is_worded(word).then(|| scene.text(self.name, before_participle(scene, word)));
        worded.into_iter().collect()
    }

    /// Adds what has the function in the clause.
    fn add(&self, asked: &Asked, taken: &[Arg], filled: &mut Vec<Arg>) {
        for &(function, head) in &self.clause.fillers {
            // "pledged $5 million *to help Yemen*": who is helped gets it.
            let helps = *asked == Asked::Purpose && self.name == "recipient";
            let head = helps.then(|| helped(self.scene, head)).flatten().unwrap_or(head);
            if !self.has_function(function, head, asked)
                || self.is_agent_beside(function)
                || self.is_beside_topic(function, head)
                || self.is_message(head)
            {
                continue;
            }
            for arg in self.words(head).into_iter().flat_map(|word| self.arguments(word)) {
                let known = |other: &Arg| match arg.filler {
                    Filler::Entity(_) => other.filler == arg.filler,
                    _ => other.span == arg.span && other.filler == arg.filler,
                };
                let again = filled.iter().any(known) || taken.iter().any(|other| other.span == arg.span);
                if !again {
                    filled.push(arg);
                }
            }
            if !filled.is_empty() && !self.role.many {
                break;
            }
        }
    }

    /// Whether the word has the function that is asked for.
    fn has_function(&self, function: Function, word: usize, asked: &Asked) -> bool {
        let with = &self.trigger.with;
        match (function, asked) {
            // "called off the strike": what the parser takes for a preposition is part of the verb.
            (Function::Preposition(case), Asked::Object) => {
                with.iter().any(|word| word == self.scene.referents.text(case))
            }
            // "called *on* all states": and the other way round; but "pulled *out* its player" has no "of".
            (Function::Object, Asked::Preposition(wanted)) => {
                with.contains(wanted)
                    && wanted != "out"
                    && particle_of(self.scene, self.clause.word).is_some_and(|particle| particle == *wanted)
            }
            _ => is_asked(self.scene, function, word, asked),
        }
    }

    /// "at a ceremony attended *by Oman*": of an active verb no agent, but "stood *by* Oman".
    fn is_agent_beside(&self, function: Function) -> bool {
        let agent =
            matches!(function, Function::Preposition(case) if self.scene.referents.text(case) == "by");
        let subject = |&(function, _): &(Function, usize)| function == Function::Subject;
        agent
            && !self.trigger.with.iter().any(|word| word == "by")
            && self.scene.referents.tokens().upos(self.clause.word) == Upos::Verb
            && self.clause.fillers.iter().any(subject)
    }

    /// "met on the sidelines of the summit", "on Monday": beside what and when, not what about.
    fn is_beside_topic(&self, function: Function, head: usize) -> bool {
        let clauses = &self.scene.clauses;
        matches!(self.name, "topic" | "subject")
            && matches!(function, Function::Preposition(_))
            && (clauses.is_listed(head, &clauses.governors.beside)
                || self.scene.referents.time(head).is_some())
    }

    /// "delivered *a message* to Oman": what is said is not handed over.
    fn is_message(&self, head: usize) -> bool {
        let clauses = &self.scene.clauses;
        self.name == "thing" && clauses.is_listed(head, &clauses.governors.spoken)
    }

    /// The word, with those that are joined to it where several can fill the role.
    fn words(&self, head: usize) -> Vec<usize> {
        // "signed a treaty on trade *and a memorandum* on customs": however deep the second hangs.
        if self.role.each && !self.role.words.is_empty() {
            return std::iter::once(head).chain(self.listed_below(head)).collect();
        }
        if self.role.many || self.role.each { actor::joined(self.scene, head) } else { vec![head] }
    }

    /// The words below `head` that "and" joins to a noun there and that the role has a list for, each with an article or number of
    /// its own.
    fn listed_below(&self, head: usize) -> impl Iterator<Item = usize> {
        let tokens = self.scene.referents.tokens();
        let below = head + 1..tokens.subtree(head).end.min(head + REACH);
        let joined = |&at: &usize| tokens.relation(at) == Relation::Conj && tokens.upos(at) == Upos::Noun;
        let own = |&at: &usize| tokens.child(at, &[Relation::Det, Relation::Nummod]).is_some();
        below.filter(joined).filter(own).filter(|&at| self.is_worded(at))
    }

    /// Drops what is part of the trigger where somebody else fills the role.
    fn drop_parts(&self, filled: &mut Vec<Arg>) {
        // … as those are who are received in "received the delegation".
        if filled.len() > 1 && !self.has_sides() {
            filled.retain(|arg| !self.is_part(arg));
        }
        // "opened *fire*" is shot at nobody.
        if self.name == "recipient" && self.role.least == 0 {
            let acts = |arg: &Arg| actor::acts(self.scene, self.scene.head_of(arg.span));
            filled.retain(|arg| !self.is_part(arg) || acts(arg));
        }
    }
}

/// Who is helped by what a verb of helping says: "to help *Yemen* rebuild".
fn helped(scene: &Scene, verb: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let helps = scene.clauses.is_listed(verb, &scene.clauses.governors.helping);
    tokens.child(verb, &[Relation::Obj, Relation::Iobj]).filter(|_| helps)
}

/// The particle of the verb: `off` of "called off the strike".
fn particle_of<'a>(scene: &Scene<'a>, verb: usize) -> Option<&'a str> {
    let particle = scene.referents.tokens().child(verb, &[Relation::CompoundPrt]);
    particle.map(|particle| scene.referents.text(particle))
}

/// Whether the function is the one that is asked for.
fn is_asked(scene: &Scene, function: Function, word: usize, asked: &Asked) -> bool {
    match (function, asked) {
        (Function::Subject, Asked::Subject)
        | (Function::Object, Asked::Object)
        | (Function::Indirect, Asked::Indirect)
        | (Function::Complement, Asked::Complement)
        | (Function::Clause, Asked::Clause)
        | (Function::Possessor, Asked::Possessor)
        | (Function::Around, Asked::Around)
        | (Function::Purpose, Asked::Purpose)
        | (Function::Compound, Asked::Compound) => true,
        (Function::Clause, Asked::Infinitive) => scene.clauses.is_infinitive(word),
        (Function::Clause, Asked::Demand) => !scene.clauses.is_indicative(word),
        (Function::Preposition(case), Asked::Preposition(wanted)) => {
            scene.referents.text(case).eq_ignore_ascii_case(wanted)
        }
        _ => false,
    }
}

/// The phrase of a happening without a participle that tells more of it: "the summit *held in June*".
fn before_participle(scene: &Scene, word: usize) -> Range<usize> {
    let tokens = scene.referents.tokens();
    let words = scene.referents.words_of(scene.span(word));
    let held = |&child: &usize| {
        child > word && tokens.relation(child) == Relation::Acl && tokens.xpos(child) == "VBN"
    };
    let end = tokens.children(word).find(held).map_or(words.end, |verb| tokens.subtree(verb).start);
    words.start..end.clamp(word + 1, words.end)
}

/// Of "the army and the rebels accused *each other*" the first acts on the others.
pub(super) fn reciprocate(scene: &Scene, args: &mut Vec<Arg>) {
    // … or "each other's achievements".
    let each = |arg: &Arg| {
        let words = scene.referents.words_of(arg.span);
        let said = |at: usize| scene.referents.text(at).to_lowercase();
        let pair = words.len() > 1
            && (said(words.start), said(words.start + 1)) == ("each".into(), "other".into())
            || words.len() > 1
                && (said(words.start), said(words.start + 1)) == ("one".into(), "another".into())
            // "each side blamed *the other*"
            || words.len() == 2 && (said(words.start), said(words.start + 1)) == ("the".into(), "other".into());
        arg.role == "recipient" && pair
    };
    let actors = args.iter().filter(|arg| arg.role == "actor").count();
    if actors > 1 && args.iter().any(each) {
        args.retain(|arg| !each(arg));
        args.iter_mut().filter(|arg| arg.role == "actor").skip(1).for_each(|arg| arg.role = "recipient");
    }
}

/// Of "Kenya and Oman urged *both sides* to stop" the sides are not those who urge, whoever else they are.
pub(super) fn keep_apart(scene: &Scene, kind: FactKind, filled: &mut Vec<Arg>, args: &[Arg]) {
    let Some(first) = filled.first().cloned() else { return };
    let acts = |arg: &Arg| args.iter().any(|actor| actor.role == "actor" && actor.filler == arg.filler);
    let known = |arg: &Arg| matches!(arg.filler, Filler::Entity(_)) && arg.span == first.span && acts(arg);
    if kind == FactKind::Action && first.role == "recipient" && filled.len() > 1 && filled.iter().all(known) {
        *filled = vec![scene.text(first.role, scene.referents.words_of(first.span))];
    }
}
