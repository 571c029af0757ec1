//! Finite verbs that the arcs make a part of a phrase: no attribute of the noun behind them, no participle of the one before.

use super::{Arcs, is_finite, is_nominal};
use crate::syntax::{Relation, Tokens, Upos};

/// "Kenya *established* relations with Oman": a finite verb is no attribute of its object.
pub(super) fn verb_before_object(tokens: &Tokens, verb: usize) -> Option<Arcs> {
    let attribute = matches!(tokens.relation(verb), Relation::Amod | Relation::Compound | Relation::Nsubj);
    let noun = tokens.head(verb).filter(|&noun| attribute && verb < noun && is_nominal(tokens, noun))?;
    let aux = tokens.child(verb, &[Relation::Aux]).is_some();
    // "the Chinese side *invited* Kazakhstan", where the noun has the subject.
    let subject = |child: usize| child < verb && tokens.relation(child) == Relation::Nsubj;
    let acts = || aux || tokens.children(noun).any(subject);
    let finite =
        is_finite(tokens, verb) || tokens.upos(verb) == Upos::Verb && tokens.xpos(verb) == "VBN" && acts();
    // "the *reported* cases" has the article before it.
    let mut before = tokens.children(noun).filter(|&child| child < verb);
    let inside = before.any(|child| {
        matches!(
            tokens.relation(child),
            Relation::Det | Relation::Case | Relation::NmodPoss | Relation::Amod | Relation::Nummod
        )
    });
    if !finite || inside || tokens.child(noun, &[Relation::Cop]).is_some() {
        return None;
    }
    // "*Rishi Sunak* drew criticism": a name is no part of a verb.
    let name = tokens.child(verb, &[Relation::Compound]);
    let name = name.filter(|&name| name < verb && tokens.upos(name) == Upos::Propn);
    let own = |at: usize| {
        let subject = |child: usize| child < verb && (tokens.is_subject(child) || Some(child) == name);
        tokens.children(at).any(subject)
    };
    let mut arcs = Vec::new();
    if own(verb) || tokens.relation(verb) != Relation::Nsubj && own(noun) {
        arcs.push((verb, tokens.head(noun).unwrap_or(verb), tokens.relation(noun)));
    } else {
        // "Rishi Sunak *drew* criticism": the subject has the object beside it.
        let beside =
            matches!(tokens.relation(noun), Relation::Appos | Relation::List | Relation::Dep | Relation::Obj);
        let subject = tokens.head(noun).filter(|&at| beside && at < verb && is_nominal(tokens, at))?;
        arcs.extend(raised(tokens, verb, subject)?);
    }
    arcs.extend(name.map(|name| (name, verb, Relation::Nsubj)));
    arcs.push((noun, verb, Relation::Obj));
    arcs.extend(
        tokens
            .children(noun)
            .filter(|&child| child < verb)
            .map(|child| (child, verb, tokens.relation(child))),
    );
    // The end of the sentence is the verb's; arcs do not cross, so only what nothing of the noun follows.
    let clausal = [Relation::Punct, Relation::Obl, Relation::Advcl, Relation::Parataxis];
    let behind = tokens.children(noun).rev().take_while(|&child| child > noun);
    let behind = behind.take_while(|&child| clausal.contains(&tokens.relation(child)));
    arcs.extend(behind.map(|child| (child, verb, tokens.relation(child))));
    Some(arcs)
}

/// The arcs that make `verb` the predicate of `subject`, which was the root of the sentence and stands right before it.
fn raised(tokens: &Tokens, verb: usize, subject: usize) -> Option<Arcs> {
    let last = verb.checked_sub(1)?;
    let root = tokens.relation(subject) == Relation::Root && tokens.upos(last) != Upos::Punct;
    if !root || tokens.child(subject, &[Relation::Case, Relation::Cop]).is_some() {
        return None;
    }
    let mut arcs = vec![(verb, verb, Relation::Root), (subject, verb, Relation::Nsubj)];
    let behind = tokens.children(subject).filter(|&child| child > verb);
    arcs.extend(behind.map(|child| {
        let relation = tokens.relation(child);
        (child, verb, if relation == Relation::Nmod { Relation::Obl } else { relation })
    }));
    Some(arcs)
}

/// "Joe Biden *assured* Volodymyr Zelensky of his help": a finite verb with an object is no participle.
pub(super) fn verb_behind_subject(tokens: &Tokens, verb: usize) -> Option<Arcs> {
    let participle = tokens.relation(verb) == Relation::Acl && is_finite(tokens, verb);
    let noun = tokens.head(verb).filter(|&noun| participle && noun < verb && is_nominal(tokens, noun))?;
    let complete = tokens.child(verb, &[Relation::Obj, Relation::Xcomp, Relation::Ccomp]).is_some();
    let bound = tokens.children(verb).any(|child| child < verb && tokens.relation(child) != Relation::Advmod);
    if complete && !bound { raised(tokens, verb, noun) } else { None }
}

/// "After *the judge* ruled": the noun between a word that may be a conjunction and a verb without a subject is the subject.
pub(super) fn subject_behind_conjunction(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let whole = tokens.subtree(word);
    let verb =
        tokens.head(word).filter(|&verb| tokens.relation(word) == Relation::Obl && verb == whole.end)?;
    let case = tokens.child(word, &[Relation::Case]).filter(|&case| case == whole.start)?;
    let joins = matches!(tokens.lemma(case), "after" | "before" | "since" | "until" | "as");
    let clause =
        tokens.relation(verb) == Relation::Advcl && is_finite(tokens, verb) && is_nominal(tokens, word);
    let alone = !tokens.children(verb).any(|child| tokens.is_subject(child));
    (joins && clause && alone).then(|| vec![(word, verb, Relation::Nsubj), (case, verb, Relation::Mark)])
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn finite_verbs_are_predicates() {
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            // A finite verb as an attribute of its object.
            ("Kenya/PROPN/NNP/3/nsubj signed/VERB/VBD/3/amod treaties/NOUN/NNS/0/root ./PUNCT/./3/punct",
             &["1 2 nsubj", "2 0 root", "3 2 obj", "4 2 punct"]),
            ("The/DET/DT/3/det signed/VERB/VBD/3/amod treaties/NOUN/NNS/4/nsubj hold/VERB/VBP/0/root", &[]),
            ("Rishi/PROPN/NNP/0/root drew/VERB/VBD/3/amod criticism/NOUN/NN/1/appos ./PUNCT/./1/punct",
             &["1 2 nsubj", "2 0 root", "3 2 obj", "4 2 punct"]),
            ("Rishi/PROPN/NNP/0/root signed/VERB/VBN/3/amod criticism/NOUN/NN/1/appos", &[]),
            ("China/PROPN/NNP/2/compound threatened/VERB/VBD/3/compound sanctions/NOUN/NNS/0/root",
             &["1 2 nsubj", "2 0 root", "3 2 obj"]),
            ("The/DET/DT/4/det China/PROPN/NNP/3/compound tested/VERB/VBD/4/compound rocket/NOUN/NN/0/root", &[]),
            ("Oman/PROPN/NNP/3/nsubj established/VERB/VBN/3/amod ties/NOUN/NNS/0/root",
             &["1 2 nsubj", "2 0 root", "3 2 obj"]),
            ("that/PRON/DT/4/nsubj is/AUX/VBZ/4/cop established/VERB/VBN/4/amod law/NOUN/NN/0/root", &[]),
            // A finite verb with an object as a participle of its subject.
            ("Biden/PROPN/NNP/0/root assured/VERB/VBD/1/acl Kyiv/PROPN/NNP/2/obj of/ADP/IN/5/case help/NOUN/NN/1/nmod",
             &["1 2 nsubj", "2 0 root", "5 2 obl"]),
            ("troops/NOUN/NNS/0/root sent/VERB/VBN/1/acl there/ADV/RB/2/advmod", &[]),
            ("troops/NOUN/NNS/0/root stayed/VERB/VBD/1/acl there/ADV/RB/2/advmod", &[]),
            // A subject behind a conjunction.
            ("after/ADP/IN/2/case Ode/PROPN/NNP/3/obl ruled/VERB/VBD/5/advcl he/PRON/PRP/5/nsubj left/VERB/VBD/0/root",
             &["1 3 mark", "2 3 nsubj"]),
            ("in/ADP/IN/2/case Ode/PROPN/NNP/3/obl ruled/VERB/VBD/5/advcl he/PRON/PRP/5/nsubj left/VERB/VBD/0/root", &[]),
            ("after/ADP/IN/2/case May/PROPN/NNP/4/obl he/PRON/PRP/4/nsubj left/VERB/VBD/0/root", &[]),
            // A name as a part of a verb.
            ("Rishi/PROPN/NNP/2/compound drew/VERB/VBD/3/amod criticism/NOUN/NN/0/root",
             &["1 2 nsubj", "2 0 root", "3 2 obj"]),
            ("tax/NOUN/NN/2/compound cut/VERB/VBD/3/amod criticism/NOUN/NN/0/root", &[]),
        ];
        check(cases);
    }
}
