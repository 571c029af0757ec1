//! Whom an act concerns where no role says it: "rejected a *U.S.* request", "killed 12 people *in Oman*".

use std::ops::Range;

use super::parties::{Parties, has};
use crate::document::{Arg, EntityKind};
use crate::fact::actor;
use crate::fact::scene::Scene;
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

/// Whom an act concerns: the word that says it, and the codes.
#[derive(Default)]
struct Found {
    word: Option<usize>,
    codes: Vec<String>,
}

impl Parties<'_> {
    /// Looks for whom it concerns in the rest of what is said; whoever an actor is found to act on fills a role of the fact.
    pub(super) fn look_for_recipient(&mut self, args: &mut Vec<Arg>) {
        let Self { scene, .. } = *self;
        let found = self.elsewhere();
        self.recipients = found.codes;
        let action = has(args, "actor") && self.concerned.is_empty();
        let noun = |word: usize| matches!(scene.referents.tokens().upos(word), Upos::Noun | Upos::Propn);
        // "pledged to fulfil *Palestinian dreams*": dreams receive nothing.
        let clauses = &scene.clauses;
        let ideal = |word: usize| clauses.is_listed(word, &clauses.governors.ideal);
        let named =
            |&word: &usize| action && noun(word) && !ideal(word) && !self.is_kind(word, EntityKind::Place);
        let Some(word) = found.word.filter(named) else { return };
        // "embargoes on Iran, *Libya and Sudan*": whoever is joined is concerned too.
        let more = scene.clauses.conjuncts(word).filter(|&at| at != word);
        let joined = more.filter(|&at| !actor::codes(scene, at).is_empty());
        args.extend(std::iter::once(word).chain(joined).map(|word| scene.phrase("recipient", word)));
    }

    /// Whom the act concerns where no role says it: people of the actor's own country that a role names without one, else the
    /// first country or body in what depends on the predicate, the object first, then in the rest of the sentence.
    fn elsewhere(&self) -> Found {
        let below = self.below();
        let home = self.home();
        let own = |&word: &usize| self.compatriots(word, home.as_deref());
        let people = self.concerned.iter().find_map(own);
        let named = || self.named(&below).map(|found| self.of_place(found));
        let last = || below.iter().find_map(own);
        people.or_else(named).or_else(last).unwrap_or_default()
    }

    /// The heads of what depends on the predicate, the object first.
    fn below(&self) -> Vec<usize> {
        let rank = |function: &Function| match function {
            Function::Object | Function::Indirect => Some(0),
            Function::Clause | Function::Purpose | Function::Complement => Some(1),
            Function::Preposition(_) | Function::Compound | Function::Possessor => Some(2),
            Function::Subject | Function::Around => None,
        };
        let fillers = self.act.clause.fillers.iter().filter(|(_, word)| !self.acting.contains(word));
        let mut below: Vec<(usize, usize)> =
            fillers.filter_map(|(function, word)| Some((rank(function)?, *word))).collect();
        below.sort_unstable();
        below.into_iter().map(|(_, word)| word).collect()
    }

    /// The country of the people whom it happens to, if they are of none that is said.
    fn home(&self) -> Option<String> {
        let scene = self.scene;
        let home = self.actors.first();
        // "killed 12 people *in Oman*": people are of where it happened, if not of whoever did it.
        // … also of where whoever did it struck: "were killed when rebels struck a school *in Oman*".
        let place = scene.place_of(self.act.clause.word).or_else(|| scene.place_of(self.struck()?));
        let there = place.and_then(|place| actor::state(scene, place)).or_else(|| self.hit());
        // … and whom a strike kills is of another country than who struck, if nobody says of which.
        let abroad = self.code.event == "ASSAULT" && !self.means.is_empty();
        there
            .filter(|_| home.is_some() || self.acting.is_empty())
            .or_else(|| home.filter(|_| !abroad).cloned())
    }

    /// The country that is hit, where the means or the verb above says it: of "killed in a strike *on Kyiv*", "shelled *Kyiv*, killing
    /// two" Ukraine.
    fn hit(&self) -> Option<String> {
        let (scene, tokens) = (self.scene, self.scene.referents.tokens());
        let word = self.act.clause.word;
        let state = |words: Range<usize>| words.into_iter().find_map(|at| actor::state(scene, at));
        let on = |&child: &usize| {
            scene
                .clauses
                .case(child)
                .is_some_and(|case| matches!(scene.referents.text(case), "on" | "against"))
        };
        let aimed = |head: usize| tokens.children(head).find(on).and_then(|at| state(tokens.subtree(at)));
        let beside = || {
            let verb = tokens.head(word).filter(|_| tokens.relation(word) == Relation::Advcl)?;
            let clause = scene.clauses.of_verb(verb);
            state(scene.referents.phrase(clause.filler(Function::Object)?))
        };
        self.means.iter().find_map(|&head| aimed(head)).or_else(beside)
    }

    /// The people or body of the country `home` that the phrase of the word names, if they are not those who act.
    fn compatriots(&self, word: usize, home: Option<&str>) -> Option<Found> {
        let code = actor::domestic(self.scene, self.scene.referents.phrase(word), home?)?;
        (!self.actors.contains(&code)).then(|| Found { word: Some(word), codes: vec![code] })
    }

    /// The first country or body that what depends on the predicate names, or the rest of the sentence.
    fn named(&self, below: &[usize]) -> Option<Found> {
        let tokens = self.scene.referents.tokens();
        // "killed in a *Russian* strike": who strikes is not who is hit.
        let wields =
            |word: usize| self.means.iter().any(|&head| word == head || tokens.head(word) == Some(head));
        let first = |words: Range<usize>| {
            let (word, codes) = actor::first_codes(self.scene, words, &self.actors);
            (!codes.is_empty() && !word.is_some_and(wields)).then_some(Found { word, codes })
        };
        let inside = below.iter().find_map(|&word| first(tokens.subtree(word)));
        // What the rest of the sentence names has the code, but is no role of the act.
        inside.or_else(|| Some(Found { word: None, ..first(self.rest())? }))
    }

    /// What the sentence says from the predicate on.
    fn rest(&self) -> Range<usize> {
        let word = self.act.clause.word;
        // "bombed a camp, *the Taliban said*": who says it is none of them.
        let said = self.scene.said_until(word).unwrap_or(usize::MAX);
        word..rest_of(self.scene, word).min(said)
    }

    /// "nine *civilians* were killed in the Ethiopian town": where nobody is said to have done it, those of the place.
    fn of_place(&self, found: Found) -> Found {
        let state = found.codes.first().filter(|_| self.actors.is_empty());
        let of = |state: &String| {
            self.concerned.iter().find_map(|&word| {
                let code = actor::domestic(self.scene, self.scene.referents.phrase(word), state)?;
                Some(Found { word: Some(word), codes: vec![code] })
            })
        };
        state.and_then(of).unwrap_or(found)
    }

    /// The verb of the clause that says when something was done to people, where nobody is said to have done it: "were killed when
    /// rebels *struck*".
    pub(super) fn struck(&self) -> Option<usize> {
        let tokens = self.scene.referents.tokens();
        let word = self.act.clause.word;
        let when = |&verb: &usize| {
            let mark = tokens.child(verb, &[Relation::Mark, Relation::Advmod]).map(|mark| tokens.lemma(mark));
            let clause = tokens.relation(verb) == Relation::Advcl && tokens.upos(verb) == Upos::Verb;
            clause && matches!(mark, Some("when" | "after" | "as"))
        };
        let passive = self.acting.is_empty() && tokens.child(word, &[Relation::AuxPass]).is_some();
        tokens.children(word).find(when).filter(|_| passive)
    }
}

/// The end of what the sentence says behind the predicate: another clause with a subject of its own tells of something else
/// ("Kenya sent food, *while Oman said* …").
fn rest_of(scene: &Scene, word: usize) -> usize {
    let tokens = scene.referents.tokens();
    let end = scene.reading().sentences[scene.reading().sentence_of(word)].tokens.end;
    let apart = |&at: &usize| {
        // … but on what condition a threat is made says whom it concerns.
        let beside = || {
            let mark = tokens.child(at, &[Relation::Mark]).map(|mark| tokens.lemma(mark));
            matches!(mark, Some("while" | "whereas" | "although" | "after" | "since" | "as"))
        };
        let joined = match tokens.relation(at) {
            Relation::Conj | Relation::Parataxis => true,
            Relation::Advcl => beside(),
            _ => false,
        };
        // "condemned the arrest *and travelled* to Oman": what is done besides has another aim, where this has its own.
        let besides = tokens.relation(at) == Relation::Conj
            && tokens.head(at) == Some(word)
            && tokens.child(word, &[Relation::Obj]).is_some();
        let own = || tokens.children(at).any(|child| tokens.is_subject(child));
        joined && tokens.upos(at) == Upos::Verb && (besides || own())
    };
    (word + 1..end).find(apart).map_or(end, |at| tokens.subtree(at).start.max(word + 1))
}
