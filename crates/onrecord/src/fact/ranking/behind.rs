//! A superlative behind a comma that says what has happened: "the index rose 1.6 percent, *its biggest gain* since March", "won five
//! medals, *their best result* in a decade".
//!
//! What ranks is no name beside it but what the clause before the comma tells of.

use super::before_aside;
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler};
use crate::fact::scene::{Certainty, Scene};
use crate::fact::whose::clause_of;
use crate::syntax::{Relation, Upos};

/// Words from the comma back to the figure that a superlative with "the" is about, at most.
const FIGURE: usize = 10;

pub(super) fn read(scene: &Scene, word: usize) -> Option<Fact> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let article =
        word.checked_sub(1).filter(|&at| tokens.xpos(at) == "PRP$" || referents.text(at) == "the")?;
    let comma = article.checked_sub(1).filter(|&at| referents.text(at) == ",")?;
    if tokens.xpos(word) != "JJS" || tokens.lemma(word) == "late" {
        return None;
    }
    let noun = tokens.head(word).filter(|&noun| noun > word && tokens.relation(word) == Relation::Amod)?;
    // Without what it is the first of, nobody knows what the superlative ranks among.
    // … be it a time, "since March", which belongs to no phrase of a name.
    let end = tokens.subtree(noun).end;
    let among = (noun + 1..end).any(|at| matches!(tokens.upos(at), Upos::Adp | Upos::Part | Upos::Adv));
    // A name beside it ranks itself.
    let apposed = super::complement::beside(scene, noun).is_some() || tokens.is_subject(noun);
    let verb = clause_of(scene, noun).filter(|&verb| verb < comma && among && !apposed)?;
    let clause = scene.clauses.of_verb(verb);
    let subject = scene.clauses.told_of(&clause).filter(|_| !scene.is_asked(verb))?;
    let own = tokens.xpos(article) == "PRP$";
    let person = referents.entity(subject).is_some_and(|id| referents.kind(id) == EntityKind::Person);
    let figure = (comma.saturating_sub(FIGURE)..comma).any(|at| referents.quantity(at).is_some());
    let his = matches!(referents.text(article), "his" | "her");
    let nobody = tokens.upos(subject) == Upos::Pron && referents.entity(subject).is_none();
    if nobody || person != his || !own && !figure {
        return None;
    }
    let filler = Filler::Value { value: "1".to_owned(), unit: None };
    let rank = Arg { role: "rank", span: tokens.span(word), filler };
    let scope = scene.text("scope", word..before_aside(scene, word..end));
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    let args = vec![scene.phrase("subject", subject), rank, scope];
    Some(scene.fact(FactKind::Ranking, "ranking/behind", word, certainty, args))
}
