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

/// The word of the sentence that opens a list of which the noun heads a point, where it is one of the lemmas.
pub(super) fn opening(scene: &Scene, noun: usize, lemmas: &[String]) -> Option<usize> {
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
        return None;
    }
    let word = |words: std::ops::Range<usize>| {
        words.into_iter().find(|&at| lemmas.iter().any(|lemma| lemma == tokens.lemma(at)))
    };
    if let Some(colon) = (sentence.start..start).find(|&at| scene.referents.text(at) == ":") {
        return word(sentence.start..colon);
    }
    let ends = |row: usize, mark: &str| {
        let words = reading.sentences[row].tokens.clone();
        words.rev().take(2).any(|at| scene.referents.text(at) == mark)
    };
    // Points end with semicolons, or each begins with a mark: "- a treaty".
    let marked = |row: usize| {
        let first = scene.referents.text(reading.sentences[row].tokens.start);
        matches!(first, "-" | "–" | "—" | "•" | "*" | "·" | "(")
            || first.starts_with(|c: char| c.is_ascii_digit())
    };
    let opens = |row: usize| ends(row, ":");
    let within = |before: usize| ends(before, ";") || marked(row) && marked(before) && !opens(before);
    let opening = (0..row).rev().take(POINTS).find(|&before| !within(before))?;
    opens(opening).then(|| word(reading.sentences[opening].tokens.clone())).flatten()
}
