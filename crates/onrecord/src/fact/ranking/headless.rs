//! A superlative without a noun behind a comma: "Turnout was 71 percent, *the highest* since 1990", "his division, *the largest* in
//! the army".

use super::before_aside;
use crate::document::{Arg, Fact, FactKind, Filler};
use crate::fact::scene::{Certainty, PLAIN, Scene};
use crate::syntax::{Relation, Upos};

/// How far a noun hangs below the head of its phrase at most.
const DEPTH: usize = 8;

pub(super) fn read(scene: &Scene, word: usize) -> Option<Fact> {
    let (tokens, referents) = (scene.referents.tokens(), scene.referents);
    let comma = word.checked_sub(2)?;
    // "the latest" only counts.
    let alone = tokens.xpos(word) == "JJS"
        && tokens.lemma(word) != "late"
        && referents.text(comma) == ","
        && referents.text(word - 1) == "the";
    // Without what it is the first of, nobody knows what the superlative ranks among.
    let among = word + 1 < tokens.len() && tokens.upos(word + 1) == Upos::Adp;
    let head = before(scene, comma).filter(|_| alone && among)?;
    let (subject, certainty) = ranked(scene, head)?;
    let rank = Arg {
        role: "rank",
        span: tokens.span(word),
        filler: Filler::Value { value: "1".to_owned(), unit: None },
    };
    // "the most *since 2009*", wherever the arcs hang the phrase.
    let phrase = tokens.head(word + 1).map_or(0, |noun| referents.phrase(noun).end);
    let end = referents.phrase(word).end.max(phrase);
    let scope = scene.text("scope", word..before_aside(scene, word..end));
    let args = vec![scene.phrase("subject", subject), rank, scope];
    Some(scene.fact(FactKind::Ranking, "ranking/complement", word, certainty, args))
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
    let subject = scene.clauses.told_of(&clause)?;
    Some((subject, Certainty { polarity: clause.polarity, modality: clause.modality }))
}
