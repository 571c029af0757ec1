//! Open relations: every clause as who, what, whom, in the words of the text.
//!
//! A tuple is read off the surface of a clause, not off a frame: the verb with its auxiliaries, particle and the
//! preposition that follows it is the predicate, its subject stands before it, the first phrase behind it is the object,
//! every other phrase one more complement (Banko and others 2007; the principles of atomic, complete tuples are those of
//! Bhardwaj, Aggarwal & Mausam 2019). A verb without a subject of its own has that of the clause it hangs on, as the
//! clause reader puts it back. Coordinations are split into one tuple a member. Appositions say what something `be`.

mod clause;
mod noun;
mod predicate;
mod subject;

use super::scene::{Certainty, Scene};
use crate::document::{Arg, Fact, FactKind, Filler};
use crate::syntax::clause::is_verb;
use crate::syntax::{Relation, Upos};
use std::ops::Range;

/// Measured with the development sentences of `CaRB`, in percent: a participle of a passive.
const PASSIVE: u8 = 60;

/// Members of a coordination that are taken apart.
const MEMBERS: usize = 12;

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let tokens = scene.referents.tokens();
    (0..tokens.len())
        .flat_map(|word| clause::read(scene, word).into_iter().chain(noun::read(scene, word)))
        .collect()
}

/// The words of a tuple.
struct Tuple {
    subject: Range<usize>,
    predicate: Range<usize>,
    objects: Vec<Range<usize>>,
    complements: Vec<Range<usize>>,
    confidence: u8,
    /// The predicate that no word of the text says.
    known: Option<&'static str>,
}

/// The words of an argument, with its preposition, without punctuation at its edges.
fn words(scene: &Scene, head: usize) -> Range<usize> {
    let tokens = scene.referents.tokens();
    let mut words = tokens.subtree(head);
    // What stands apart behind a comma is told apart.
    let apart = |&at: &usize| {
        matches!(tokens.relation(at), Relation::Appos | Relation::AclRelcl)
            && tokens.subtree(at).start > head
            && tokens.subtree(at).end >= words.end
            && (tokens.upos(tokens.subtree(at).start) == Upos::Punct
                || tokens.upos(tokens.subtree(at).start - 1) == Upos::Punct)
    };
    if let Some(at) = tokens.children(head).find(apart) {
        words.end = tokens.subtree(at).start.max(head + 1);
    }
    while words.len() > 1 && tokens.upos(words.end - 1) == Upos::Punct {
        words.end -= 1;
    }
    while words.len() > 1 && tokens.upos(words.start) == Upos::Punct {
        words.start += 1;
    }
    words
}

/// The members of a coordination, each with its own words; of a phrase without one the phrase.
fn members(scene: &Scene, head: usize, whole: Range<usize>) -> Vec<Range<usize>> {
    let tokens = scene.referents.tokens();
    let joined: Vec<usize> = tokens
        .children(head)
        .filter(|&child| {
            let one = scene.referents.covering(child);
            let name = one.is_some() && one == scene.referents.covering(head);
            tokens.relation(child) == Relation::Conj
                && whole.contains(&child)
                && !is_verb(tokens, child)
                && !name
        })
        .take(MEMBERS)
        .collect();
    let Some(&first) = joined.first() else { return vec![whole] };
    let cut = |words: Range<usize>| {
        let mut words = words;
        let small = |at: usize| matches!(tokens.upos(at), Upos::Punct | Upos::Cconj);
        while words.len() > 1 && small(words.start) {
            words.start += 1;
        }
        while words.len() > 1 && small(words.end - 1) {
            words.end -= 1;
        }
        words
    };
    let own = cut(whole.start..tokens.subtree(first).start.max(head + 1));
    std::iter::once(own).chain(joined.into_iter().map(|member| cut(tokens.subtree(member)))).collect()
}

/// The facts of a tuple, one an object.
fn made(scene: &Scene, word: usize, certainty: Certainty, tuple: &Tuple) -> Vec<Fact> {
    let none: [Option<&Range<usize>>; 1] = [None];
    let objects: Vec<Option<&Range<usize>>> = tuple.objects.iter().map(Some).collect();
    let objects = if objects.is_empty() { none.to_vec() } else { objects };
    let arg = |role, words: &Range<usize>| Arg { filler: Filler::Text, ..scene.text(role, words.clone()) };
    objects
        .into_iter()
        .map(|object| {
            let mut args = vec![arg("subject", &tuple.subject)];
            let apposed = tuple.predicate.is_empty();
            let tokens = scene.referents.tokens();
            let aux = [Relation::Aux, Relation::AuxPass, Relation::Cop];
            let bare = !apposed
                && tokens.relation(word) == Relation::Acl
                && tokens.xpos(word) == "VBN"
                && tokens.child(word, &aux).is_none();
            if !apposed && !bare {
                args.push(arg("predicate", &tuple.predicate));
            }
            args.extend(object.map(|words| arg("object", words)));
            args.extend(tuple.complements.iter().map(|words| arg("complement", words)));
            let rule = if apposed { "relation/noun" } else { "relation/clause" };
            let mut fact = scene.fact(FactKind::Relation, rule, word, certainty, args);
            fact.confidence = tuple.confidence;
            if let Some(known) = tuple.known {
                known.clone_into(&mut fact.predicate);
            } else if bare {
                let words = scene.reading().text.slice(tokens.cover(tuple.predicate.clone()));
                fact.predicate = format!("be {words}");
                fact.confidence = PASSIVE;
            }
            fact
        })
        .collect()
}
