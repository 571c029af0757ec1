//! The words of a predicate, and what hangs on it.

use std::ops::Range;

use crate::fact::scene::Scene;
use crate::syntax::clause::is_verb;
use crate::syntax::{Relation, Upos};

/// The words of the predicate: auxiliaries, what stands between them and the verb, the verb, its particle, and the
/// infinitives that follow.
pub(super) fn predicate(scene: &Scene, word: usize, copula: Option<usize>) -> Range<usize> {
    match copula {
        Some(copula) => start(scene, word, copula)..end_of_copula(scene, word, copula),
        None => start(scene, word, word)..end_of_verb(scene, word),
    }
}

/// Where the auxiliaries begin before the verb or copula at `anchor`.
fn start(scene: &Scene, word: usize, anchor: usize) -> usize {
    let tokens = scene.referents.tokens();
    let small = |child: usize| {
        matches!(tokens.relation(child), Relation::Aux | Relation::AuxPass | Relation::Advmod | Relation::Cop)
    };
    let mut start = anchor;
    for child in tokens.children(word).rev().filter(|&child| child < anchor) {
        // What stands in the way ends the predicate: "Did the sides sign".
        if !small(child) || tokens.subtree(child).end != start || tokens.subtree(child).len() > 2 {
            break;
        }
        start = tokens.subtree(child).start;
    }
    start
}

/// "is also famous for": an adjective is the predicate, a noun is what the subject is.
fn end_of_copula(scene: &Scene, word: usize, copula: usize) -> usize {
    let tokens = scene.referents.tokens();
    let next = copula + 1;
    let mut negated = tokens.children(word).filter(|&child| child == next);
    let negated =
        negated.any(|child| tokens.relation(child) == Relation::Advmod && tokens.lemma(child) == "not");
    let end = if negated { next + 1 } else { next };
    // "is famous for": the adjective is part of the predicate where something follows it.
    let adjective = tokens.upos(word) == Upos::Adj || is_verb(tokens, word);
    let follows = tokens.children(word).any(|child| {
        child > word && matches!(tokens.relation(child), Relation::Obl | Relation::Xcomp | Relation::Ccomp)
    });
    let whole = adjective && follows && complement(scene, word) == (end..word + 1);
    if whole { word + 1 } else { end }
}

/// The end of the verb with its particle and the infinitives that follow: "agreed to *carry out*".
fn end_of_verb(scene: &Scene, word: usize) -> usize {
    let tokens = scene.referents.tokens();
    let (mut at, mut end) = (word, word + 1);
    loop {
        if let Some(particle) = tokens.child(at, &[Relation::CompoundPrt]).filter(|&p| p == end) {
            end = particle + 1;
        }
        let next = tokens.child(at, &[Relation::Xcomp]).filter(|&next| is_verb(tokens, next));
        let Some(next) = next.filter(|&next| tokens.subtree(next).start == end || next == end) else { break };
        let mark = (end..next).all(|at| matches!(tokens.upos(at), Upos::Part | Upos::Aux | Upos::Adv));
        if !mark {
            break;
        }
        (at, end) = (next, next + 1);
    }
    end
}

/// The verbs that share the predicate of `word`: itself and the infinitives that follow it without a break.
pub(super) fn links(scene: &Scene, word: usize, predicate: Range<usize>) -> Vec<usize> {
    let tokens = scene.referents.tokens();
    let mut heads = vec![word];
    let mut at = word;
    while let Some(next) =
        tokens.child(at, &[Relation::Xcomp]).filter(|next| predicate.contains(next) && is_verb(tokens, *next))
    {
        heads.push(next);
        at = next;
    }
    heads
}

/// Whether `child` of `head` is an argument of the predicate at `word`.
pub(super) fn is_argument(scene: &Scene, word: usize, head: usize, child: usize) -> bool {
    let tokens = scene.referents.tokens();
    match tokens.relation(child) {
        Relation::Obj
        | Relation::Iobj
        | Relation::Obl
        | Relation::OblAgent
        | Relation::OblUnmarked
        | Relation::Ccomp => true,
        Relation::Xcomp => child > head,
        // "by adding a potato", "until he left"
        Relation::Advcl => {
            child > head
                && !(tokens.xpos(child) == "VBG"
                    && tokens.upos(tokens.subtree(child).start) == Upos::Punct
                    && tokens.child(child, &[Relation::Mark]).is_none())
        }
        // "recently", "there": not the small words that stand in the predicate.
        Relation::Advmod => tokens.upos(child) == Upos::Adv && child > word,
        _ => false,
    }
}

/// What the subject of a copula is: the phrase without subject, copula and what belongs to the clause.
pub(super) fn complement(scene: &Scene, word: usize) -> Range<usize> {
    let tokens = scene.referents.tokens();
    let whole = tokens.subtree(word);
    let clausal = |child: &usize| {
        use Relation::{Advcl, Aux, Cc, Conj, Cop, Csubj, Mark, Nsubj, NsubjOuter, Parataxis, Punct};
        let relation = tokens.relation(*child);
        [Nsubj, NsubjOuter, Csubj, Cop, Aux, Advcl, Conj, Cc, Mark, Parataxis, Punct].contains(&relation)
            || [Relation::Obl, Relation::OblUnmarked, Relation::Ccomp].contains(&relation)
            || relation == Relation::Advmod
                && *child < word
                && tokens.child(word, &[Cop]).is_some_and(|cop| *child < cop)
    };
    let (mut start, mut end) = (whole.start, whole.end);
    for child in tokens.children(word).filter(clausal) {
        if child < word {
            start = start.max(tokens.subtree(child).end);
        } else {
            end = end.min(tokens.subtree(child).start);
        }
    }
    start.min(word)..end.max(word + 1)
}
