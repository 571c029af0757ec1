//! The points of a list: "The two sides signed the following documents: (a) *a memorandum* on trade; (b) *a treaty* on fishing."
//!
//! A point stands in a paragraph of its own or behind the colon of the sentence that opens the list, with semicolons between the
//! points. What is done with all of them is said once, before the colon.

use crate::fact::scene::Scene;
use crate::syntax::Upos;

/// Words from the beginning of a point to the noun that heads it, with its marker, at most.
const HEAD: usize = 9;

/// Points of a list, at most.
const POINTS: usize = 40;

/// Whether the noun heads a point of a list that a sentence with one of the lemmas opens.
pub(super) fn is_under(scene: &Scene, noun: usize, lemmas: &[String]) -> bool {
    let (reading, tokens) = (scene.reading(), scene.referents.tokens());
    let row = reading.sentence_of(noun);
    let sentence = reading.sentences[row].tokens.clone();
    let parts = |at: usize| matches!(scene.referents.text(at), ":" | ";");
    let start = (sentence.start..noun).rev().find(|&at| parts(at)).map_or(sentence.start, |at| at + 1);
    // "(*b*) a treaty": the letter counts the points.
    let start = if scene.referents.text(start) == "(" { (start + 3).min(noun) } else { start };
    let is_noun = |at: usize| matches!(tokens.upos(at), Upos::Noun | Upos::Propn);
    let first = (start..=noun).take(HEAD).find(|&at| is_noun(at));
    // "a *cooperation* agreement": as far as the nouns go.
    let head = first.and_then(|first| (first..=noun).take_while(|&at| is_noun(at)).last());
    if head != Some(noun) {
        return false;
    }
    let has = |words: std::ops::Range<usize>| {
        words.into_iter().any(|at| lemmas.iter().any(|lemma| lemma == tokens.lemma(at)))
    };
    if let Some(colon) = (sentence.start..start).find(|&at| scene.referents.text(at) == ":") {
        return has(sentence.start..colon);
    }
    let ends = |row: usize, mark: &str| {
        let words = reading.sentences[row].tokens.clone();
        words.rev().take(2).any(|at| scene.referents.text(at) == mark)
    };
    let opening = (0..row).rev().take(POINTS).find(|&before| !ends(before, ";"));
    opening.is_some_and(|opening| ends(opening, ":") && has(reading.sentences[opening].tokens.clone()))
}
