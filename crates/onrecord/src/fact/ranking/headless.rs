//! A superlative without a noun: "Turnout was 71 percent, *the highest* since 1990", "the tunnel is *the third longest* in the world".

use super::{before_aside, ordinal_value};
use crate::document::{Arg, Fact, FactKind, Filler};
use crate::fact::scene::{Certainty, PLAIN, Scene};
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

/// How far a noun hangs below the head of its phrase at most.
const DEPTH: usize = 8;

pub(super) fn read(scene: &Scene, word: usize) -> Option<Fact> {
    let (tokens, referents) = (scene.referents.tokens(), scene.referents);
    // "the latest" only counts.
    if tokens.xpos(word) != "JJS" || tokens.lemma(word) == "late" {
        return None;
    }
    let nth = word.checked_sub(1).and_then(|at| ordinal_value(scene, at));
    let first = word - usize::from(nth.is_some());
    // … "its strongest since May".
    let article = first.checked_sub(1).filter(|&at| matches!(referents.text(at), "the" | "its" | "their"))?;
    // Without what it is the first of, nobody knows what the superlative ranks among.
    // … "the strongest *to hit the coast*", "the largest *that it has ever won*".
    let told = |at: usize| matches!(tokens.upos(at), Upos::Adp | Upos::Part) || tokens.lemma(at) == "that";
    if word + 1 >= tokens.len() || !told(word + 1) {
        return None;
    }
    let comma = article.checked_sub(1).filter(|&at| referents.text(at) == ",");
    let behind = || ranked(scene, before(scene, comma?)?);
    let (subject, certainty) = said(scene, word).or_else(behind)?;
    let value = nth.unwrap_or_else(|| "1".to_owned());
    let rank = Arg { role: "rank", span: tokens.span(first), filler: Filler::Value { value, unit: None } };
    // "the most *since 2009*", wherever the arcs hang the phrase.
    let phrase = tokens.head(word + 1).map_or(0, |noun| referents.phrase(noun).end);
    let end = referents.phrase(word).end.max(phrase);
    let scope = scene.text("scope", word..before_aside(scene, word..end));
    let args = vec![scene.phrase("subject", subject), rank, scope];
    Some(scene.fact(FactKind::Ranking, "ranking/complement", word, certainty, args))
}

/// Of whom a clause says it: "*the tunnel* is the longest in the Alps and the third longest in the world".
fn said(scene: &Scene, word: usize) -> Option<(usize, Certainty)> {
    let tokens = scene.referents.tokens();
    let copula = |at: usize| tokens.child(at, &[Relation::Cop]).is_some();
    let joined = || tokens.head(word).filter(|_| tokens.relation(word) == Relation::Conj);
    let predicate = Some(word).filter(|&at| copula(at)).or_else(|| joined().filter(|&at| copula(at)))?;
    let clause = scene.clauses.of_verb(predicate);
    let subject = clause.filler(Function::Subject).filter(|_| !scene.is_asked(predicate))?;
    let named = tokens.upos(subject) != Upos::Pron || scene.referents.entity(subject).is_some();
    named.then_some((subject, Certainty { polarity: clause.polarity, modality: clause.modality }))
}

/// The head of the noun or figure that ends before the comma, whatever the arcs hang behind it.
fn before(scene: &Scene, comma: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let nominal = |at: usize| matches!(tokens.upos(at), Upos::Noun | Upos::Propn | Upos::Num | Upos::Sym);
    let last = comma.checked_sub(1).filter(|&last| nominal(last))?;
    let inside = [
        Relation::Nmod,
        Relation::Nummod,
        Relation::Flat,
        Relation::Compound,
        Relation::Appos,
        Relation::Conj,
    ];
    let up = |&at: &usize| {
        let head = tokens.head(at).filter(|_| inside.contains(&tokens.relation(at)))?;
        (head < comma && nominal(head)).then_some(head)
    };
    std::iter::successors(Some(last), up).take(DEPTH).last()
}

/// What ranks: the noun before the comma, or the subject of a clause that gives its figure.
fn ranked(scene: &Scene, head: usize) -> Option<(usize, Certainty)> {
    let tokens = scene.referents.tokens();
    let copula = tokens.child(head, &[Relation::Cop]).is_some();
    let counted = tokens.child(head, &[Relation::Nummod]).is_some();
    let figure = scene.referents.quantity(head).is_some()
        || counted
        || matches!(tokens.upos(head), Upos::Num | Upos::Sym);
    if !copula && !figure {
        return Some((head, PLAIN));
    }
    let verb = if copula { head } else { tokens.head(head)? };
    let clause = scene.clauses.of_verb(verb);
    // "took *its holdings* to 340 tonnes, the largest in Europe"
    let object = tokens.child(verb, &[Relation::Obj]).filter(|&object| {
        object < head && scene.clauses.case(head).is_some() && scene.referents.quantity(object).is_none()
    });
    let subject = object.or_else(|| scene.clauses.told_of(&clause))?;
    Some((subject, Certainty { polarity: clause.polarity, modality: clause.modality }))
}
