//! Who says it, put into what is said: "The budget, *said Senator Ode*, would grow".
//!
//! A finite verb that a comma parts from its subject, and that has nothing but a name or noun before the next comma, is not
//! the verb of that subject. Of "Ann Ode, the chairman, said Lopez was ill" the subject has a comma of its own.

use super::{Arcs, is_finite, is_nominal};
use crate::syntax::{Relation, Tokens, Upos};

/// Words of the phrase behind the verb at most.
const LONGEST: usize = 10;

/// The arcs that make the clause around `verb` the main one.
pub(super) fn inverted(tokens: &Tokens, verb: usize) -> Option<Arcs> {
    let comma = |&at: &usize| tokens.xpos(at) == ",";
    let before = verb.checked_sub(1).filter(comma).filter(|_| is_finite(tokens, verb))?;
    let subject = tokens.children(verb).find(|&child| child < before && tokens.is_subject(child))?;
    let whole = tokens.subtree(subject);
    let beside = whole.end == before || whole.end == verb;
    if !beside || (whole.start..before).any(|at| tokens.upos(at) == Upos::Punct) {
        return None;
    }

    let part =
        |at: usize| is_nominal(tokens, at) || matches!(tokens.upos(at), Upos::Det | Upos::Adj | Upos::Adp);
    let after = (verb + 1..tokens.len().min(verb + LONGEST)).find(|&at| !part(at)).filter(comma)?;
    if !is_nominal(tokens, after - 1) {
        return None;
    }
    let speaker = tokens.head_of(verb + 1..after);
    let main = tokens.children(verb).find(|&child| child > after && is_clause(tokens, child))?;
    if tokens.children(main).any(|child| tokens.is_subject(child) && child > after) {
        return None;
    }

    let root = tokens.relation(verb) == Relation::Root;
    let above = if root { main } else { tokens.head(verb)? };
    let passive = tokens.child(main, &[Relation::AuxPass]).is_some();
    let mut arcs = vec![
        (main, above, tokens.relation(verb)),
        (subject, main, if passive { Relation::NsubjPass } else { Relation::Nsubj }),
        (verb, main, Relation::Parataxis),
        (speaker, verb, Relation::Nsubj),
        (before, verb, Relation::Punct),
        (after, verb, Relation::Punct),
    ];
    let placed = [main, subject, speaker, before, after];
    let rest = tokens.children(verb).filter(|child| !placed.contains(child));
    arcs.extend(rest.map(|child| (child, main, tokens.relation(child))));
    Some(arcs)
}

/// Whether the word is the head of a finite clause.
fn is_clause(tokens: &Tokens, word: usize) -> bool {
    let auxiliary = tokens.child(word, &[Relation::Aux, Relation::AuxPass, Relation::Cop]).is_some();
    is_finite(tokens, word) || auxiliary
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn the_clause_around_who_says_it_is_the_main_one() {
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("Cuts/NOUN/NNS/3/nsubj ,/PUNCT/,/1/punct said/VERB/VBD/0/root Ode/PROPN/NNP/3/obj ,/PUNCT/,/7/punct would/AUX/MD/7/aux hurt/VERB/VB/3/ccomp ./PUNCT/./3/punct",
             &["1 7 nsubj", "2 3 punct", "3 7 parataxis", "4 3 nsubj", "5 3 punct", "7 0 root", "8 7 punct"]),
            ("Shops/NOUN/NNS/3/nsubj ,/PUNCT/,/1/punct said/VERB/VBD/0/root Ode/PROPN/NNP/7/nsubj:pass ,/PUNCT/,/4/punct are/AUX/VBP/7/aux:pass closed/VERB/VBN/3/ccomp",
             &["1 7 nsubj:pass", "2 3 punct", "3 7 parataxis", "4 3 nsubj", "5 3 punct", "7 0 root"]),
            // A clause with a subject of its own, and a subject with a comma of its own.
            ("Ana/PROPN/NNP/3/nsubj ,/PUNCT/,/1/punct told/VERB/VBD/0/root Ode/PROPN/NNP/3/obj ,/PUNCT/,/7/punct he/PRON/PRP/7/nsubj left/VERB/VBD/3/ccomp",
             &[]),
            ("Ode/PROPN/NNP/5/nsubj ,/PUNCT/,/3/punct chair/NOUN/NN/1/appos ,/PUNCT/,/3/punct said/VERB/VBD/0/root Lee/PROPN/NNP/8/nsubj ,/PUNCT/,/6/punct left/VERB/VBD/5/ccomp",
             &[]),
        ];
        check(cases);
    }
}
