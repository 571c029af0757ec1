//! Relations that no verb says: what a noun beside a noun tells of it. "Lydia Carew, an aristocrat" is one, "President Bush"
//! is one, Glasgow's hall is in Glasgow and the queen's medal is hers.

use std::ops::Range;

use super::{Tuple, made, words};
use crate::document::{EntityKind, Fact};
use crate::fact::scene::{PLAIN, Scene};
use crate::syntax::clause::is_verb;
use crate::syntax::{Relation, Upos};

/// Measured with the development sentences of `CaRB`, in percent.
const APPOSED: u8 = 50;
const TITLED: u8 = 48;
const OWNED: u8 = 18;
const PLACED: u8 = 55;

/// What the noun at `word` says of another.
pub(super) fn read(scene: &Scene, word: usize) -> Vec<Fact> {
    apposition(scene, word)
        .into_iter()
        .chain(title(scene, word))
        .chain(possession(scene, word))
        .chain(place(scene, word))
        .collect()
}

fn tuple(
    subject: Range<usize>,
    known: &'static str,
    object: Range<usize>,
    word: usize,
    confidence: u8,
) -> Tuple {
    Tuple {
        subject,
        predicate: word..word,
        objects: vec![object],
        complements: Vec::new(),
        confidence,
        known: Some(known),
    }
}

/// "Lydia Carew, an aristocrat": what a noun in apposition says of the noun before it.
fn apposition(scene: &Scene, word: usize) -> Option<Fact> {
    let tokens = scene.referents.tokens();
    let head = tokens.head(word).filter(|&head| tokens.relation(word) == Relation::Appos && head < word)?;
    if tokens.upos(word) == Upos::Punct || tokens.upos(head) == Upos::Num {
        return None;
    }
    let first = scene.referents.phrase(head);
    let first = first.start..first.end.min(tokens.subtree(word).start).max(head + 1);
    let second = words(scene, word);
    // "the socialist Saint-Simon": a name that follows its title at once is what the title says.
    let title = first.end == second.start;
    if title && tokens.upos(head) != Upos::Noun {
        return None;
    }
    let (subject, object) = if title { (second, first) } else { (first, second) };
    made(scene, word, PLAIN, &tuple(subject, "be", object, word, APPOSED)).into_iter().next()
}

/// "President *Bush*": an office before its holder's name.
fn title(scene: &Scene, word: usize) -> Option<Fact> {
    let named = scene.referents.named;
    let office = scene.referents.office(word.checked_sub(1)?).filter(|office| office.end == word)?;
    let mention = scene.referents.covering(word).map(|id| (&named.mentions[id], id))?;
    let words = named.ties.mentions[mention.1.row()].clone();
    let person = mention.0.kind == EntityKind::Person && words.start == word;
    person
        .then(|| tuple(words, "is", office.clone(), word, TITLED))
        .and_then(|tuple| made(scene, word, PLAIN, &tuple).into_iter().next())
}

/// "*Muncy's* creek": what somebody or something has.
fn possession(scene: &Scene, word: usize) -> Option<Fact> {
    let tokens = scene.referents.tokens();
    let noun =
        tokens.head(word).filter(|&noun| tokens.relation(word) == Relation::NmodPoss && noun > word)?;
    if tokens.upos(word) == Upos::Pron || is_verb(tokens, noun) {
        return None;
    }
    let owner = scene.referents.phrase(word);
    let owner = owner.start..owner.end.min(word + 1);
    let whole = words(scene, noun);
    let mut start = tokens.subtree(word).end;
    while start < noun && tokens.upos(start) == Upos::Part {
        start += 1;
    }
    let owned = start.min(noun)..whole.end;
    made(scene, word, PLAIN, &tuple(owner, "has", owned, word, OWNED)).into_iter().next()
}

/// "Henry Wood Hall in *Glasgow*": a name that a preposition ties to another.
fn place(scene: &Scene, word: usize) -> Option<Fact> {
    let tokens = scene.referents.tokens();
    let head = tokens.head(word).filter(|_| tokens.relation(word) == Relation::Nmod)?;
    let case = scene.clauses.case(word)?;
    let known = match scene.referents.text(case) {
        "in" => "is in",
        "at" => "is at",
        "from" => "is from",
        _ => return None,
    };
    let names = tokens.upos(head) == Upos::Propn && tokens.upos(word) == Upos::Propn;
    let subject = scene.referents.phrase(head);
    let subject = subject.start..subject.end.min(case).max(head + 1);
    names
        .then(|| tuple(subject, known, scene.referents.phrase(word), word, PLACED))
        .and_then(|tuple| made(scene, word, PLAIN, &tuple).into_iter().next())
}
