//! Whose a measure is, read from where its noun hangs: "*China's* share", "the population *of Uzbekistan*", "*China*, with a
//! population of", "*a company*, whose bid".

use super::actor;
use super::scene::Scene;
use crate::document::EntityKind;
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

/// Words between a thing and the comma before its measure at most: "at once".
const ASIDE: usize = 4;

/// Whose measure the noun is: its possessor, the noun after "of", or the noun that it hangs on by "with".
pub(super) fn owner(scene: &Scene, measure: usize) -> Option<usize> {
    beside(scene, measure).or_else(|| having(scene, measure)).or_else(|| {
        // "with a potential of 65% and a capacity of 4 billion": both are of the same.
        let joined = scene.referents.tokens().relation(measure) == Relation::Conj;
        let first = scene.referents.tokens().head(measure).filter(|_| joined)?;
        owner(scene, first)
    })
}

/// Who has the measure by the verb whose object it is: "*Norway* has a population of".
fn having(scene: &Scene, measure: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let object = tokens.relation(measure) == Relation::Obj;
    let verb = tokens.head(measure).filter(|&verb| object && tokens.upos(verb) == Upos::Verb)?;
    let clause = scene.clauses.of_verb(verb);
    clause.fillers.iter().find(|(function, _)| *function == Function::Subject).map(|&(_, word)| word)
}

/// Whose the noun is by its own phrase.
pub(super) fn beside(scene: &Scene, measure: usize) -> Option<usize> {
    let referents = scene.referents;
    let tokens = referents.tokens();
    // "a company, whose bid": the company's.
    let relative = |poss: usize| {
        let above = std::iter::successors(Some(measure), |&at| tokens.head(at)).take(3);
        let mut clause = above.filter(|&at| tokens.relation(at) == Relation::AclRelcl);
        let whose = referents.text(poss).eq_ignore_ascii_case("whose");
        if whose { clause.next().and_then(|verb| tokens.head(verb)).unwrap_or(poss) } else { poss }
    };
    let poss = tokens.child(measure, &[Relation::NmodPoss]).map(relative);
    let entity =
        |&child: &usize| tokens.relation(child) == Relation::Nmod && referents.mention(child).is_some();
    // "the *Socialists* of Ann Lee": a body has its own figures, whoever leads it.
    let led = |child: usize| {
        let person = referents.entity(child).is_some_and(|id| referents.kind(id) == EntityKind::Person);
        person && (tokens.upos(measure) == Upos::Propn || actor::acts(scene, measure))
    };
    let of = || {
        tokens.children(measure).find(|child| {
            entity(child)
                && !led(*child)
                && scene.clauses.case(*child).is_some_and(|case| referents.text(case) == "of")
        })
    };
    let with = || {
        let with = scene.clauses.case(measure).filter(|&case| referents.text(case) == "with")?;
        let noun = |at: &usize| matches!(tokens.upos(*at), Upos::Noun | Upos::Propn);
        // "Among other things, China, *with* a population of": the noun that stands before it.
        let comma = with > 1 && referents.text(with - 1) == ",";
        // In "our partner in the EU, with" the noun before it is no more than a place.
        let near = comma.then(|| with.checked_sub(2)).flatten().filter(noun);
        let near = near.filter(|&noun| scene.clauses.case(noun).is_none());
        let hung = || {
            let noun = tokens.head(measure).filter(noun)?;
            // "Italy is our partner, with a turnover of": the partner is Italy.
            let copula = tokens.child(noun, &[Relation::Cop]).is_some();
            Some(tokens.child(noun, &[Relation::Nsubj]).filter(|_| copula).unwrap_or(noun))
        };
        // "has joined two seas and three markets at once, *with* a capacity of": the last thing that the verb has before it.
        let behind = || {
            let verb = tokens.head(measure).filter(|&verb| comma && tokens.upos(verb) == Upos::Verb)?;
            let object =
                tokens.child(verb, &[Relation::Obj]).filter(|&object| verb < object && object < with)?;
            let close = with.saturating_sub(tokens.subtree(object).end) <= ASIDE;
            scene.clauses.conjuncts(object).filter(|&at| at < with).last().filter(|_| close)
        };
        near.or_else(hung).or_else(behind)
    };
    poss.or_else(of).or_else(with)
}

/// The verb whose clause the word stands in, up to two phrases up.
pub(super) fn clause_of(scene: &Scene, word: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let copula = |at: usize| tokens.child(at, &[Relation::Cop]).is_some();
    // "The army has 200,000 soldiers": what has a subject and an object is a verb, whatever its tag.
    let acts = |at: usize| {
        tokens.child(at, &[Relation::Nsubj]).is_some() && tokens.child(at, &[Relation::Obj]).is_some()
    };
    let chain = std::iter::successors(Some(word), |&at| tokens.head(at));
    chain.take(4).find(|&at| tokens.upos(at) == Upos::Verb || copula(at) || acts(at))
}

/// Whether the word is a pronoun of which nobody knows for whom it stands.
pub(super) fn is_nobody(scene: &Scene, word: usize) -> bool {
    scene.referents.tokens().upos(word) == Upos::Pron && scene.referents.entity(word).is_none()
}
