//! A superlative of which nobody else is said to be: "*the driest season in four decades* began", "suffers *the worst shortage in its
//! history*".
//!
//! What the noun names ranks itself, and a stretch of time behind it says among what.

use super::complement;
use crate::document::{Arg, Fact, FactKind, Filler};
use crate::fact::scene::{PLAIN, Scene};
use crate::syntax::{Relation, Upos};

/// Words behind the noun that say among what it ranks, at most.
const SCOPE: usize = 7;

pub(super) fn read(scene: &Scene, word: usize) -> Option<Fact> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let most = word.checked_sub(1).filter(|&at| tokens.lemma(at) == "most" && tokens.upos(word) == Upos::Adj);
    if tokens.xpos(word) != "JJS" && most.is_none() || tokens.lemma(word) == "late" {
        return None;
    }
    let first = most.unwrap_or(word);
    first.checked_sub(1).filter(|&at| matches!(referents.text(at), "the" | "The" | "its" | "their"))?;
    let noun = tokens.head(word).filter(|&noun| noun > word && tokens.relation(word) == Relation::Amod)?;
    // "its lowest level in a decade" is whoever's level.
    let measure = scene.clauses.is_listed(noun, &scene.clauses.governors.measures);
    let free = tokens.upos(noun) == Upos::Noun && tokens.relation(noun) != Relation::Appos && !measure;
    if !free || complement::read(scene, noun).is_some() || scene.is_asked(noun) {
        return None;
    }
    let end = period(scene, noun)?;
    let value = Filler::Value { value: "1".to_owned(), unit: None };
    let args = vec![
        scene.text("subject", word + 1..noun + 1),
        Arg { role: "rank", span: tokens.cover(first..word + 1), filler: value },
        scene.text("scope", first..end),
    ];
    Some(scene.fact(FactKind::Ranking, "ranking/itself", noun, PLAIN, args))
}

/// The end of the words behind the noun that say since when or within what time nothing was so: "*in four decades*", "*since 1990*",
/// "*in its history*". "In history" alone is but praise.
fn period(scene: &Scene, noun: usize) -> Option<usize> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let sentence = &scene.reading().sentences[scene.reading().sentence_of(noun)].tokens;
    let next = noun + 1;
    let text = |at: usize| if at < sentence.end { referents.text(at) } else { "" };
    match (text(next), text(next + 1)) {
        ("to", "date") | ("on", "record") | ("this", "year") => return Some(next + 2),
        ("since" | "in" | "for", _) => {}
        _ => return None,
    }
    let own = |at: usize| (next + 1..at).any(|at| matches!(tokens.xpos(at), "PRP$" | "POS"));
    let timed = |&at: &usize| {
        let stretch = matches!(tokens.lemma(at), "decade" | "year" | "century" | "memory" | "month")
            || tokens.lemma(at) == "history" && own(at);
        stretch && text(next) != "since" || referents.time(at).is_some()
    };
    let near = next + 1..sentence.end.min(next + SCOPE);
    let stop = |at: &usize| tokens.upos(*at) != Upos::Punct && tokens.upos(*at) != Upos::Verb;
    near.take_while(stop).filter(timed).last().map(|last| last + 1)
}
