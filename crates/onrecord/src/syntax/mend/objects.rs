//! Objects and phrases beside a verb: who gets what, which verb an object belongs to, and prepositions that govern nothing.

use super::{Arcs, is_finite, is_nominal};
use crate::syntax::{Relation, Tokens, Upos};
use crate::text::Text;

/// "lent *Kenya* $750 million": who gets money is no part of its sign, but for the capitals of "US $".
pub(super) fn recipient(text: &Text, tokens: &Tokens, word: usize) -> Option<Arcs> {
    let compound = tokens.relation(word) == Relation::Compound && tokens.upos(word) == Upos::Propn;
    let sign = tokens.head(word).filter(|&sign| compound && sign == word + 1)?;
    let verb = tokens.head(sign).filter(|_| tokens.upos(sign) == Upos::Sym)?;
    let object = tokens.relation(sign) == Relation::Obj && tokens.subtree(word).start == verb + 1;
    let small = text.slice(tokens.span(word)).chars().any(char::is_lowercase);
    (object && small).then(|| vec![(word, verb, Relation::Iobj)])
}

/// "granted Lebanon *a large loan*": an object is the verb's, and the one before it is who gets it.
pub(super) fn second_object(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let object = tokens.relation(word) == Relation::Obj && is_nominal(tokens, word);
    let first = tokens.head(word).filter(|&at| object && at < word && tokens.upos(at) == Upos::Propn)?;
    let verb = tokens.head(first).filter(|_| tokens.relation(first) == Relation::Obj)?;
    let last = tokens.subtree(word).end == tokens.subtree(first).end;
    (last && tokens.upos(verb) == Upos::Verb)
        .then(|| vec![(first, verb, Relation::Iobj), (word, verb, Relation::Obj)])
}

/// "invite Brazil *and Kenya*": a noun is not joined to a verb but to its object.
pub(super) fn joined_object(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let joined = tokens.relation(word) == Relation::Conj && is_nominal(tokens, word);
    let verb = tokens.head(word).filter(|&verb| joined && verb < word && tokens.upos(verb) == Upos::Verb)?;
    let clause = [Relation::Nsubj, Relation::NsubjPass, Relation::Cop, Relation::Aux];
    let cc = tokens.child(word, &[Relation::Cc]).is_some_and(|cc| cc == tokens.subtree(word).start);
    if !cc || tokens.child(word, &clause).is_some() {
        return None;
    }
    let start = tokens.subtree(word).start;
    let mut objects = tokens.children(verb).filter(|&at| tokens.relation(at) == Relation::Obj);
    let object = objects.find(|&at| at > verb && tokens.subtree(at).end == start)?;
    Some(vec![(word, object, Relation::Conj)])
}

/// "suspended visas and froze *the assets* of officials": what stands right behind a verb that has no object is its own.
pub(super) fn next_object(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let object = tokens.relation(word) == Relation::Obj && is_nominal(tokens, word);
    let above = tokens.head(word).filter(|&above| object && above < word)?;
    let verb = tokens.subtree(word).start.checked_sub(1).filter(|&verb| verb > above)?;
    let joined = tokens.relation(verb) == Relation::Conj
        && tokens.upos(verb) == Upos::Verb
        && tokens.child(verb, &[Relation::Cc]).is_some();
    let own = [Relation::Obj, Relation::Iobj, Relation::Ccomp, Relation::Xcomp, Relation::AuxPass];
    if !joined || tokens.child(verb, &own).is_some() {
        return None;
    }
    let mut arcs = vec![(word, verb, Relation::Obj)];
    // A verb is joined to the verb, not to its object.
    if tokens.head(verb).is_some_and(|head| head > above && is_nominal(tokens, head)) {
        arcs.push((verb, above, Relation::Conj));
    }
    Some(arcs)
}

/// "met *with* Hakan Fidan": a preposition governs nothing, it stands before its noun.
pub(super) fn governing_preposition(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let small = [
        Relation::Case,
        Relation::Mark,
        Relation::Fixed,
        Relation::CompoundPrt,
        Relation::Root,
        Relation::Cc,
    ];
    let governs = tokens.upos(word) == Upos::Adp && !small.contains(&tokens.relation(word));
    let above = tokens.head(word).filter(|&above| governs && above < word)?;
    let noun = tokens.children(word).find(|&child| child > word && is_nominal(tokens, child))?;
    let relation = if tokens.upos(above) == Upos::Verb { Relation::Obl } else { Relation::Nmod };
    let mut arcs = vec![(noun, above, relation), (word, noun, Relation::Case)];
    let rest = tokens.children(word).filter(|&child| child != noun);
    arcs.extend(rest.map(|child| (child, noun, tokens.relation(child))));
    (tokens.subtree(noun).start == word + 1).then_some(arcs)
}

/// "The visit *of* Ode to China included a tour": "of" behind a noun opens no clause.
pub(super) fn of_phrase(tokens: &Tokens, of: usize) -> Option<Arcs> {
    let verb =
        tokens.head(of).filter(|&verb| tokens.relation(of) == Relation::Mark && is_finite(tokens, verb))?;
    let noun = tokens.children(verb).find(|&child| child + 1 == of && tokens.is_subject(child))?;
    let second =
        tokens.children(verb).find(|&child| child > of && child < verb && tokens.is_subject(child))?;
    let both =
        tokens.lemma(of) == "of" && tokens.subtree(second).start == of + 1 && is_nominal(tokens, second);
    both.then(|| vec![(second, noun, Relation::Nmod), (of, second, Relation::Case)])
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn objects_have_their_verbs() {
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            // What hangs on a preposition.
            ("met/VERB/VBD/0/root with/ADP/IN/1/xcomp Ana/PROPN/NNP/2/obj in/ADP/IN/5/case Oslo/PROPN/NNP/1/obl",
             &["2 3 case", "3 1 obl"]),
            // "of" as the beginning of a clause.
            ("visit/NOUN/NN/4/nsubj of/ADP/IN/4/mark Ode/PROPN/NNP/4/nsubj ended/VERB/VBD/0/root",
             &["2 3 case", "3 1 nmod"]),
            ("that/SCONJ/IN/3/mark Ode/PROPN/NNP/3/nsubj left/VERB/VBD/0/root", &[]),
            ("up/ADP/IN/0/root to/ADP/IN/3/case ten/NUM/CD/1/nummod", &[]),
            ("because/ADP/IN/3/case of/ADP/IN/1/fixed rain/NOUN/NN/0/root", &[]),
            // Who gets money as a part of its sign.
            ("lent/VERB/VBD/0/root Kenya/PROPN/NNP/3/compound $/SYM/$/1/obj 5/NUM/CD/3/nummod",
             &["2 1 iobj"]),
            ("lent/VERB/VBD/0/root US/PROPN/NNP/3/compound $/SYM/$/1/obj 5/NUM/CD/3/nummod", &[]),
            // Two objects.
            ("granted/VERB/VBD/0/root Lebanon/PROPN/NNP/1/obj loans/NOUN/NNS/2/obj",
             &["2 1 iobj", "3 1 obj"]),
            ("granted/VERB/VBD/0/root Lebanon/PROPN/NNP/1/obj loans/NOUN/NNS/2/nmod", &[]),
            // An object's partner on the verb.
            ("invite/VERB/VB/0/root Brazil/PROPN/NNP/1/obj and/CCONJ/CC/4/cc Kenya/PROPN/NNP/1/conj",
             &["4 2 conj"]),
            ("invite/VERB/VB/0/root Brazil/PROPN/NNP/1/obj and/CCONJ/CC/5/cc Kenya/PROPN/NNP/5/nsubj agrees/VERB/VBZ/1/conj",
             &[]),
            // A preposition that governs its noun.
            ("met/VERB/VBD/0/root with/ADP/IN/1/xcomp Fidan/PROPN/NNP/2/obj", &["2 3 case", "3 1 obl"]),
            ("gave/VERB/VBD/0/root in/ADP/RP/1/compound:prt Fidan/PROPN/NNP/1/obj", &[]),
            // An object right behind another verb.
            ("cut/VERB/VBD/0/root ties/NOUN/NNS/1/obj and/CCONJ/CC/4/cc froze/VERB/VBD/2/conj assets/NOUN/NNS/1/obj",
             &["4 1 conj", "5 4 obj"]),
            ("cut/VERB/VBD/0/root ties/NOUN/NNS/1/obj and/CCONJ/CC/4/cc froze/VERB/VBD/1/conj assets/NOUN/NNS/4/obj", &[]),
            ("cut/VERB/VBD/0/root frozen/VERB/VBN/3/amod assets/NOUN/NNS/1/obj", &[]),
        ];
        check(cases);
    }
}
