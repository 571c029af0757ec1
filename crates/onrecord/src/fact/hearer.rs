//! Whom words are said to and in what: "told *the gathering*", "said in *a statement*", "wrote on *Twitter*".
//!
//! Both hang on the verb of saying. Which verbs are told to somebody, and what something may be said in, the data of the
//! quotations knows.

use std::ops::Range;

use onrecord_resource::cue::{Cues, Takes};

use super::scene::Scene;
use crate::document::Arg;
use crate::syntax::{Relation, Upos};
use crate::text::Span;

/// A verb of saying, and what it says.
#[derive(Clone, Copy)]
pub(super) struct Saying<'a> {
    pub(super) cues: &'a Cues,
    pub(super) verb: usize,
    pub(super) content: &'a [Span],
}

impl Saying<'_> {
    /// Whom it is said to.
    pub(super) fn addressee(self, scene: &Scene) -> Option<Arg> {
        let tokens = scene.referents.tokens();
        let uses = self.cues.verbs.get(tokens.lemma(self.verb))?;
        let told = uses.iter().any(|used| used.takes.contains(&Takes::Told));
        let passive = tokens.child(self.verb, &[Relation::AuxPass]).is_some();
        let hears = |&word: &usize| {
            let object = matches!(tokens.relation(word), Relation::Iobj | Relation::Obj) && word > self.verb;
            let subject = passive && tokens.relation(word) == Relation::NsubjPass;
            let to = tokens.relation(word) == Relation::Obl && case(scene, word) == Some("to");
            let nominal = matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Pron);
            let kind = (object || subject) && told || to && word > self.verb;
            kind && nominal && scene.referents.time(word).is_none() && self.is_outside(scene, word)
        };
        let hearer = tokens.children(self.verb).find(hears)?;
        Some(scene.person("addressee", hearer))
    }

    /// What it is said in or on.
    pub(super) fn medium(self, scene: &Scene) -> Option<Arg> {
        let tokens = scene.referents.tokens();
        let said_in = |&word: &usize| {
            let case = case(scene, word);
            let places = matches!(case, Some("in" | "on" | "at" | "during" | "via" | "through"));
            places && self.is_outside(scene, word) && self.is_medium(scene, word)
        };
        let obliques =
            |verb: usize| tokens.children(verb).filter(move |&word| tokens.relation(word) == Relation::Obl);
        let noun = obliques(self.verb).find(said_in)?;
        let words = scene.referents.words_of(scene.span(noun));
        let first = tokens.child(noun, &[Relation::Case]).map_or(words.start, |case| case + 1);
        Some(scene.covering("medium", first.min(noun)..self.end(scene, first..words.end, noun)))
    }

    /// Where the phrase of `noun` ends, before what is said and before when it was.
    fn end(self, scene: &Scene, words: Range<usize>, noun: usize) -> usize {
        let stops = |&word: &usize| {
            let time = scene.referents.time(word).is_some();
            time || !self.is_outside(scene, word)
        };
        let end = (noun + 1..words.end).find(stops).unwrap_or(words.end).max(noun + 1);
        let tokens = scene.referents.tokens();
        let open = |word: usize| matches!(tokens.upos(word), Upos::Adp | Upos::Punct);
        (noun + 1..=end).rev().find(|&end| end == noun + 1 || !open(end - 1)).unwrap_or(end)
    }

    /// Whether the word is none of what is said.
    fn is_outside(self, scene: &Scene, word: usize) -> bool {
        let span = scene.referents.tokens().span(word);
        !self.content.iter().any(|piece| piece.overlaps(span))
    }

    /// Whether the noun is one of those that something is said in, or the name of a network.
    fn is_medium(self, scene: &Scene, word: usize) -> bool {
        let lemma = scene.lemma(word);
        let listed = |medium: &String| medium.rsplit(' ').next() == Some(lemma.as_str());
        let text = scene.referents.text(word);
        scene.referents.tokens().upos(word) == Upos::Noun && self.cues.media.iter().any(listed)
            || self.cues.networks.iter().any(|network| network == text)
    }
}

/// The preposition of the phrase.
fn case<'a>(scene: &Scene<'a>, word: usize) -> Option<&'a str> {
    scene.referents.tokens().child(word, &[Relation::Case]).map(|case| scene.referents.text(case))
}
