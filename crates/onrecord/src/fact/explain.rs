//! Why a sentence gives the facts that it gives: the clauses read, the frames tried, and what each lacked.

use super::frame::Frames;
use super::scene::Scene;
use crate::document::{Id, Sentence};
use crate::syntax::clause::Function;

/// What was read of one predicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The sentence.
    pub sentence: Id<Sentence>,
    /// The predicate, as it is written.
    pub predicate: String,
    /// Its lemma.
    pub lemma: String,
    /// Affirmed or denied, and how certain, as in a fact.
    pub certainty: String,
    /// Grammatical function and words of every phrase around it.
    pub roles: Vec<(String, String)>,
    /// The frames that it evokes, in the order in which they are tried; with why one makes no fact.
    pub frames: Vec<(String, Option<String>)>,
}

/// Every predicate of the document, in text order.
pub(super) fn read(frames: &Frames, scene: &Scene) -> Vec<Explained> {
    let tokens = scene.referents.tokens();
    let text = &scene.reading().text;
    let one = |word: usize| {
        let (clause, frames) = frames.tried(scene, word)?;
        let function = |function: Function| match function {
            Function::Preposition(case) => scene.referents.text(case).to_lowercase(),
            other => format!("{other:?}").to_lowercase(),
        };
        let words = |head: usize| {
            text.slice(scene.referents.span(head)).split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let mut roles: Vec<(String, String)> = Vec::new();
        for &(asked, head) in &clause.fillers {
            let role = (function(asked), words(head));
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
        Some(Explained {
            sentence: Id::new(scene.reading().sentence_of(word)),
            predicate: scene.referents.text(word).to_owned(),
            lemma: scene.lemma(word),
            certainty: format!("{}, {}", clause.polarity.name(), clause.modality.name()),
            roles,
            frames,
        })
    };
    (0..tokens.len()).filter_map(one).collect()
}
