//! Words whose tags the arcs speak against: "Trump rejected *claims* that", where of two finite verbs side by side the second is
//! what the first is done to, and "men *accused* of fraud", where a past form that tells of a noun is a participle.

use super::{Arcs, is_finite};
use crate::syntax::{Relation, Tokens, Upos};

/// Whether the past form at `word` is a participle: no finite verb is part of a phrase.
pub(super) fn is_participle(tokens: &Tokens, word: usize) -> bool {
    let part = matches!(tokens.relation(word), Relation::Acl | Relation::Amod | Relation::Xcomp);
    let past = tokens.upos(word) == Upos::Verb && tokens.xpos(word) == "VBD";
    let own = [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::Obj, Relation::Ccomp];
    // The children are those from before the mending.
    let has = |child: usize| tokens.head(child) == Some(word) && own.contains(&tokens.relation(child));
    part && past && !tokens.children(word).any(has)
}

/// The arcs around the verb in the present at `word` that is an object.
pub(super) fn object(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let present = tokens.upos(word) == Upos::Verb && tokens.xpos(word) == "VBZ";
    let verb = word.checked_sub(1).filter(|&verb| present && tokens.head(verb) == Some(word))?;
    let past = tokens.upos(verb) == Upos::Verb && (is_finite(tokens, verb) || tokens.xpos(verb) == "VBN");
    let part = [Relation::Nsubj, Relation::Amod, Relation::Compound, Relation::Csubj];
    let subject = |head: usize| tokens.children(head).find(|&child| child < verb && tokens.is_subject(child));
    let who =
        subject(verb).or_else(|| subject(word)).filter(|_| past && part.contains(&tokens.relation(verb)))?;
    let above = tokens.head(word).filter(|&above| above != word).unwrap_or(verb);
    let mut arcs =
        vec![(verb, above, tokens.relation(word)), (who, verb, Relation::Nsubj), (word, verb, Relation::Obj)];
    let kept = [Relation::Ccomp, Relation::Nmod, Relation::Acl];
    for child in tokens.children(word).filter(|&child| child != verb && child != who) {
        let relation = tokens.relation(child);
        match relation {
            Relation::Ccomp if child > word => arcs.push((child, word, Relation::Acl)),
            _ if child > word && kept.contains(&relation) => {}
            _ => arcs.push((child, verb, relation)),
        }
    }
    Some(arcs)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{check, sentence};
    use super::is_participle;

    #[test]
    fn a_past_form_in_a_phrase_is_a_participle() {
        #[rustfmt::skip]
        let cases = [
            ("men/NOUN/NNS/0/root accused/VERB/VBD/1/acl of/ADP/IN/4/case fraud/NOUN/NN/2/obl", true),
            ("men/NOUN/NNS/2/nsubj lied/VERB/VBD/0/root", false),
            ("men/NOUN/NNS/0/root they/PRON/PRP/3/nsubj accused/VERB/VBD/1/acl", false),
            ("men/NOUN/NNS/0/root accused/VERB/VBD/1/acl Oman/PROPN/NNP/2/obj", false),
        ];
        for (words, expected) in cases {
            let (_, tokens) = sentence(words);
            let found = (0..tokens.len()).any(|word| is_participle(&tokens, word));
            assert_eq!(found, expected, "{words}");
        }
    }

    #[test]
    fn of_two_verbs_side_by_side_the_second_is_an_object() {
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("Ode/PROPN/NNP/3/nsubj rejected/VERB/VBN/3/amod claims/VERB/VBZ/0/root that/SCONJ/IN/6/mark he/PRON/PRP/6/nsubj lied/VERB/VBD/3/ccomp ./PUNCT/./3/punct",
             &["1 2 nsubj", "2 0 root", "3 2 obj", "6 3 acl", "7 2 punct"]),
            ("Ode/PROPN/NNP/2/nsubj rejected/VERB/VBD/3/nsubj claims/VERB/VBZ/0/root of/ADP/IN/5/case fraud/NOUN/NN/3/nmod",
             &["2 0 root", "3 2 obj"]),
            ("aides/NOUN/NNS/4/nsubj he/PRON/PRP/3/nsubj hired/VERB/VBD/1/acl:relcl claims/VERB/VBZ/0/root so/ADV/RB/4/advmod", &[]),
            ("what/PRON/WP/2/obj rejected/VERB/VBD/3/csubj hurts/VERB/VBZ/0/root him/PRON/PRP/3/obj", &[]),
        ];
        check(cases);
    }
}
