//! Words whose tags the arcs speak against: "Trump rejected *claims* that", where of two finite verbs side by side the second is
//! what the first is done to, "men *accused* of fraud", where a past form that tells of a noun is a participle, and "aides
//! *concede*", where a base form behind a plural is a present.

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

/// The features of the base form at `word` if it is a present: "aides *concede*", "I hereby *resign*" have a subject right before
/// it and nothing that asks for an infinitive.
pub(super) fn present(tokens: &Tokens, word: usize) -> Option<&'static str> {
    let base = tokens.upos(word) == Upos::Verb && tokens.xpos(word) == "VB";
    // The children are those from before the mending.
    let own = |&child: &usize| tokens.head(child) == Some(word);
    let subject =
        tokens.children(word).filter(own).find(|&child| tokens.relation(child) == Relation::Nsubj)?;
    let adverb = usize::from(word > 0 && tokens.upos(word - 1) == Upos::Adv);
    let beside = base && tokens.subtree(subject).end + adverb == word;
    let bound = [Relation::Aux, Relation::AuxPass, Relation::Mark];
    if !beside || tokens.children(word).filter(own).any(|child| bound.contains(&tokens.relation(child))) {
        return None;
    }
    let feats = tokens.feats(subject);
    let has = |feature: &str| feats.split('|').any(|other| other == feature);
    let joined = tokens.child(subject, &[Relation::Conj]).is_some();
    if matches!(tokens.xpos(subject), "NNS" | "NNPS") || joined || has("Person=3") && has("Number=Plur") {
        Some("Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin")
    } else if has("Person=1") && has("Number=Sing") {
        Some("Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin")
    } else if has("Person=1") {
        Some("Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin")
    } else {
        None
    }
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
    use super::{Tokens, is_participle, present};

    /// Whether a word of every sentence is found, as expected.
    fn find(cases: &[(&str, bool)], found: impl Fn(&Tokens, usize) -> bool) {
        for &(words, expected) in cases {
            let (_, tokens) = sentence(words);
            assert_eq!((0..tokens.len()).any(|word| found(&tokens, word)), expected, "{words}");
        }
    }

    #[test]
    fn a_past_form_in_a_phrase_is_a_participle() {
        #[rustfmt::skip]
        let cases = [
            ("men/NOUN/NNS/0/root accused/VERB/VBD/1/acl of/ADP/IN/4/case fraud/NOUN/NN/2/obl", true),
            ("men/NOUN/NNS/2/nsubj lied/VERB/VBD/0/root", false),
            ("men/NOUN/NNS/0/root they/PRON/PRP/3/nsubj accused/VERB/VBD/1/acl", false),
            ("men/NOUN/NNS/0/root accused/VERB/VBD/1/acl Oman/PROPN/NNP/2/obj", false),
        ];
        find(&cases, is_participle);
    }

    #[test]
    fn a_base_form_behind_a_plural_is_a_present() {
        #[rustfmt::skip]
        let cases = [
            ("aides/NOUN/NNS/2/nsubj concede/VERB/VB/0/root it/PRON/PRP/2/obj", true),
            ("aides/NOUN/NNS/3/nsubj rarely/ADV/RB/3/advmod concede/VERB/VB/0/root", true),
            ("Ode/PROPN/NNP/4/nsubj and/CCONJ/CC/3/cc Lee/PROPN/NNP/1/conj concede/VERB/VB/0/root", true),
            ("aide/NOUN/NN/2/nsubj concede/VERB/VB/0/root", false),
            ("aides/NOUN/NNS/3/nsubj will/AUX/MD/3/aux concede/VERB/VB/0/root", false),
            ("that/SCONJ/IN/3/mark aides/NOUN/NNS/3/nsubj leave/VERB/VB/0/root", false),
            ("concede/VERB/VB/0/root it/PRON/PRP/1/obj", false),
        ];
        find(&cases, |tokens, word| present(tokens, word).is_some());
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
