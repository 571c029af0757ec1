//! Of whom a clause tells: its own subject, or that of the clause it hangs on.

use std::ops::Range;

use super::{members, words};
use crate::fact::scene::Scene;
use crate::syntax::clause::{Function, is_verb};
use crate::syntax::{Relation, Upos};

/// Clauses that a subject is looked for up to.
const DEPTH: usize = 4;

/// How a subject hangs on its predicate.
const SUBJECTS: &[Relation] =
    &[Relation::Nsubj, Relation::NsubjPass, Relation::Csubj, Relation::CsubjPass, Relation::NsubjOuter];

/// The subjects of the clause, one a member of a coordination, and whether they are its own.
pub(super) fn subjects(scene: &Scene, word: usize) -> Option<(Vec<Range<usize>>, bool)> {
    let found = match scene.referents.tokens().child(word, SUBJECTS) {
        Some(child) => own(scene, word, child),
        None => above(scene, word).map(|found| (found, false)),
    };
    found.or_else(|| put_back(scene, word).map(|found| (found, false)))
}

/// What the clause's own subject at `child` stands for, and whether it is that itself.
fn own(scene: &Scene, word: usize, child: usize) -> Option<(Vec<Range<usize>>, bool)> {
    let tokens = scene.referents.tokens();
    let relative = matches!(tokens.xpos(child), "WP" | "WDT");
    // A relative pronoun stands for its noun.
    if relative && tokens.relation(word) == Relation::AclRelcl {
        return tokens.head(word).map(|noun| (vec![scene.referents.phrase(noun)], true));
    }
    if tokens.xpos(child) == "EX" {
        return None;
    }
    match scene.clauses.noun_before(child).filter(|_| relative) {
        Some(noun) => Some((vec![scene.referents.phrase(noun)], false)),
        None => Some((members(scene, child, words(scene, child)), true)),
    }
}

/// The subjects of the clause that this one hangs on, up to a few further up.
fn above(scene: &Scene, word: usize) -> Option<Vec<Range<usize>>> {
    let tokens = scene.referents.tokens();
    let mut at = word;
    for _ in 0..DEPTH {
        let head = tokens.head(at)?;
        let relation = tokens.relation(at);
        // "…, *killing six*": done by who does the rest.
        let main = if relation == Relation::Acl { scene.clauses.rest_of(at, head) } else { None };
        if let Some(main) = main {
            if let Some(child) = tokens.child(main, SUBJECTS) {
                return Some(members(scene, child, words(scene, child)));
            }
            at = main;
            continue;
        }
        match relation {
            Relation::AclRelcl | Relation::Acl if !is_verb(tokens, head) => {
                let participle = matches!(tokens.xpos(at), "VBN" | "VBG") || relation == Relation::AclRelcl;
                return participle.then(|| vec![scene.referents.phrase(head)]);
            }
            Relation::Xcomp => {
                let object = tokens.child(head, &[Relation::Obj, Relation::Iobj]);
                if let Some(object) = object.filter(|&object| object < at) {
                    return Some(vec![words(scene, object)]);
                }
            }
            Relation::Conj | Relation::Advcl | Relation::Parataxis => {}
            _ => return None,
        }
        if let Some(child) = tokens.child(head, SUBJECTS) {
            return of_governor(scene, head, child);
        }
        at = head;
    }
    None
}

/// What the subject at `child` of the governing clause stands for: of a relative clause its noun.
fn of_governor(scene: &Scene, head: usize, child: usize) -> Option<Vec<Range<usize>>> {
    let tokens = scene.referents.tokens();
    if tokens.upos(child) != Upos::Pron || !matches!(tokens.xpos(child), "WP" | "WDT" | "EX") {
        return Some(members(scene, child, words(scene, child)));
    }
    let noun = tokens.head(head).filter(|_| tokens.relation(head) == Relation::AclRelcl)?;
    Some(vec![scene.referents.phrase(noun)])
}

/// Who does the verb, or whom it is done to, as the clause reader puts it back where no arc says it.
fn put_back(scene: &Scene, word: usize) -> Option<Vec<Range<usize>>> {
    let tokens = scene.referents.tokens();
    let verb = is_verb(tokens, word) && tokens.xpos(word) != "VB";
    let clause = verb.then(|| scene.clauses.of_verb(word))?;
    let passive = tokens.child(word, &[Relation::AuxPass]).is_some();
    let wanted = if passive { Function::Object } else { Function::Subject };
    let found: Vec<Range<usize>> = clause
        .fillers
        .iter()
        .filter(|(function, head)| *function == wanted && *head < word)
        .map(|&(_, head)| scene.referents.phrase(head))
        .collect();
    (!found.is_empty()).then_some(found)
}
