//! Names and nouns that belong together: lists, pairs, the rest of a name, and who is elected what.

use super::{Arcs, is_finite, is_nominal};
use crate::syntax::{Relation, Tokens, Upos};
use crate::text::Text;

/// "*Burundi*, Mali and Niger left": a comma parts no word from the noun that it is a part of, and no subject from another one.
/// A list begins there.
pub(super) fn listed(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let comma = word + 1;
    let head = tokens.head(word).filter(|&head| head > comma && tokens.xpos(comma) == ",")?;
    let next = match tokens.relation(word) {
        Relation::Compound => head,
        Relation::Nsubj => tokens.head(comma).filter(|&next| {
            next > comma && tokens.head(next) == Some(head) && tokens.relation(next) == Relation::Nsubj
        })?,
        _ => return None,
    };
    if tokens.relation(next) == Relation::Conj && tokens.head(next).is_some_and(|first| first < word) {
        return Some(vec![(word, tokens.head(next)?, Relation::Conj)]);
    }
    let conj = |&child: &usize| tokens.relation(child) == Relation::Conj;
    tokens.children(next).find(conj).filter(|_| is_nominal(tokens, next))?;
    // The root is its own head.
    let mut arcs =
        vec![(word, tokens.head(next).unwrap_or(word), tokens.relation(next)), (next, word, Relation::Conj)];
    arcs.extend(tokens.children(next).filter(conj).map(|child| (child, word, Relation::Conj)));
    Some(arcs)
}

/// "the report by the bank and the *fund* says": a second subject that a conjunction joins to the first is its partner;
/// behind "between", that of the first of two.
pub(super) fn partner(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let verb = tokens.head(word).filter(|_| tokens.is_subject(word))?;
    let cc = tokens.subtree(word).start.checked_sub(1).filter(|&at| tokens.upos(at) == Upos::Cconj)?;
    let first = tokens.children(verb).find(|&child| child < cc && tokens.is_subject(child))?;
    let two = |&child: &usize| {
        let case = tokens.child(child, &[Relation::Case]);
        tokens.subtree(child).end == cc && case.is_some_and(|case| tokens.lemma(case) == "between")
    };
    let beside = tokens.subtree(first).end == cc && is_nominal(tokens, first) && is_nominal(tokens, word);
    let one = tokens.children(first).find(two).or(beside.then_some(first))?;
    Some(vec![(cc, word, Relation::Cc), (word, one, Relation::Conj)])
}

/// "Both the union and the *bank* say": a noun is joined to no verb but to the subject behind the conjunction.
pub(super) fn both(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let verb = tokens.head(word).filter(|&verb| tokens.is_subject(word) && word < verb)?;
    let first = tokens.head(verb).filter(|&first| tokens.relation(verb) == Relation::Conj && first < word)?;
    let cc = tokens
        .child(verb, &[Relation::Cc])
        .filter(|&cc| cc > first && cc + 1 == tokens.subtree(word).start)?;
    let predicate = [Relation::Cop, Relation::Nsubj, Relation::Case];
    let root = tokens.relation(first) == Relation::Root && tokens.child(first, &predicate).is_none();
    let beside = tokens.upos(cc - 1) != Upos::Punct;
    if !root || !beside || !is_nominal(tokens, first) || !is_finite(tokens, verb) || !is_nominal(tokens, word)
    {
        return None;
    }
    let mut arcs = vec![(verb, verb, Relation::Root), (first, verb, Relation::Nsubj)];
    arcs.extend([(word, first, Relation::Conj), (cc, word, Relation::Cc)]);
    let behind = tokens.children(first).filter(|&child| child > verb);
    arcs.extend(behind.map(|child| (child, verb, tokens.relation(child))));
    Some(arcs)
}

/// "left at high speed but the *director* says": the noun right before a verb without a subject is joined to no other noun.
pub(super) fn before_verb(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let whole = tokens.subtree(word);
    let noun =
        tokens.relation(word) == Relation::Conj && is_nominal(tokens, word) && whole.end < tokens.len();
    let cc = tokens.child(word, &[Relation::Cc]).filter(|&cc| noun && cc == whole.start)?;
    let verb = whole.end;
    let apart = tokens.head(verb).is_some_and(|head| head < cc)
        && !tokens.children(verb).any(|at| tokens.is_subject(at));
    let joined = matches!(tokens.relation(verb), Relation::Conj | Relation::Parataxis);
    (apart && joined && is_finite(tokens, verb))
        .then(|| vec![(word, verb, Relation::Nsubj), (cc, verb, Relation::Cc)])
}

/// "elected Sergio Mattarella *president*": a noun in small letters behind the name of an object is what it is made.
pub(super) fn made(text: &Text, tokens: &Tokens, word: usize) -> Option<Arcs> {
    let name = tokens.head(word).filter(|&name| name < word && tokens.relation(word) == Relation::Flat)?;
    let small = is_nominal(tokens, word) && text.slice(tokens.span(word)).starts_with(char::is_lowercase);
    let verb = tokens.head(name).filter(|&verb| small && tokens.upos(verb) == Upos::Verb)?;
    let object = tokens.relation(name) == Relation::Obj && tokens.upos(name) == Upos::Propn;
    // "Lula da Silva" goes on.
    let last = tokens.relation(word + 1) != Relation::Flat;
    (object && last).then(|| vec![(word, verb, Relation::Xcomp)])
}

/// "the visit of President *Tokayev*": the rest of a name goes with the word before it, not with what that hangs on.
pub(super) fn rest(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let first = word.checked_sub(1).filter(|_| tokens.relation(word) == Relation::Flat)?;
    let above = tokens.head(word).filter(|&above| above < first && tokens.head(first) == Some(above))?;
    let part =
        matches!(tokens.relation(first), Relation::Nmod | Relation::Obl) && tokens.upos(first) == Upos::Propn;
    (part && tokens.upos(above) != Upos::Propn).then(|| vec![(word, first, Relation::Flat)])
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn names_and_nouns_go_together() {
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("Burundi/PROPN/NNP/3/compound ,/PUNCT/,/3/punct Mali/PROPN/NNP/6/nsubj and/CCONJ/CC/5/cc Niger/PROPN/NNP/3/conj left/VERB/VBD/0/root",
             &["1 6 nsubj", "3 1 conj", "5 1 conj"]),
            ("Chad/PROPN/NNP/6/nsubj ,/PUNCT/,/3/punct Mali/PROPN/NNP/6/nsubj and/CCONJ/CC/5/cc Niger/PROPN/NNP/3/conj left/VERB/VBD/0/root",
             &["3 1 conj", "5 1 conj"]),
            ("Chad/PROPN/NNP/5/compound ,/PUNCT/,/5/punct Togo/PROPN/NNP/5/compound ,/PUNCT/,/5/punct Mali/PROPN/NNP/8/nsubj and/CCONJ/CC/7/cc Niger/PROPN/NNP/5/conj left/VERB/VBD/0/root",
             &["1 8 nsubj", "3 1 conj", "5 1 conj", "7 1 conj"]),
            ("Mali/PROPN/NNP/2/compound troops/NOUN/NNS/5/nsubj and/CCONJ/CC/4/cc tanks/NOUN/NNS/2/conj left/VERB/VBD/0/root", &[]),
            ("Paris/PROPN/NNP/3/compound ,/PUNCT/,/3/punct Texas/PROPN/NNP/4/nsubj grew/VERB/VBD/0/root", &[]),
            ("war/NOUN/NN/6/nsubj between/ADP/IN/3/case Iran/PROPN/NNP/1/nmod and/CCONJ/CC/6/cc Iraq/PROPN/NNP/6/nsubj began/VERB/VBD/0/root",
             &["4 5 cc", "5 3 conj"]),
            ("war/NOUN/NN/6/nsubj in/ADP/IN/3/case Iran/PROPN/NNP/1/nmod and/CCONJ/CC/6/cc peace/NOUN/NN/6/nsubj began/VERB/VBD/0/root",
             &["4 5 cc", "5 1 conj"]),
            ("war/NOUN/NN/2/nsubj began/VERB/VBD/0/root and/CCONJ/CC/5/cc peace/NOUN/NN/5/nsubj ended/VERB/VBD/2/conj", &[]),
            ("Both/CCONJ/CC/2/cc:preconj unions/NOUN/NNS/0/root and/CCONJ/CC/5/cc Qantas/PROPN/NNP/5/nsubj say/VERB/VBP/2/conj so/ADV/RB/5/advmod ./PUNCT/./2/punct",
             &["2 5 nsubj", "3 4 cc", "4 2 conj", "5 0 root", "7 5 punct"]),
            ("peace/NOUN/NN/0/root ,/PUNCT/,/5/punct and/CCONJ/CC/5/cc unions/NOUN/NNS/5/nsubj say/VERB/VBP/1/conj so/ADV/RB/5/advmod", &[]),
            ("unions/NOUN/NNS/2/nsubj left/VERB/VBD/0/root and/CCONJ/CC/5/cc banks/NOUN/NNS/5/nsubj say/VERB/VBP/2/conj so/ADV/RB/5/advmod", &[]),
            ("left/VERB/VBD/0/root at/ADP/IN/3/case speed/NOUN/NN/1/obl but/CCONJ/CC/5/cc police/NOUN/NNS/3/conj say/VERB/VBP/1/parataxis so/ADV/RB/6/advmod",
             &["4 6 cc", "5 6 nsubj"]),
            ("left/VERB/VBD/0/root at/ADP/IN/3/case dawn/NOUN/NN/1/obl and/CCONJ/CC/5/cc dusk/NOUN/NN/3/conj ,/PUNCT/,/7/punct say/VERB/VBP/1/parataxis", &[]),
            ("elected/VERB/VBD/0/root Ana/PROPN/NNP/1/obj Lee/PROPN/NNP/2/flat president/NOUN/NN/2/flat",
             &["4 1 xcomp"]),
            ("elected/VERB/VBD/0/root Ana/PROPN/NNP/1/obj Lee/PROPN/NNP/2/flat Jr./PROPN/NNP/2/flat", &[]),
            ("praised/VERB/VBD/0/root Lula/PROPN/NNP/1/obj da/PROPN/NNP/2/flat Silva/PROPN/NNP/3/flat", &[]),
            ("left/VERB/VBD/0/root to/ADP/IN/3/case Ana/PROPN/NNP/1/obl president/NOUN/NN/3/flat", &[]),
            ("visit/NOUN/NN/0/root of/ADP/IN/3/case President/PROPN/NNP/1/nmod Lee/PROPN/NNP/1/flat", &["4 3 flat"]),
            ("Ana/PROPN/NNP/0/root de/ADP/IN/3/case Lima/PROPN/NNP/1/nmod Lee/PROPN/NNP/1/flat", &[]),
        ];
        check(cases);
    }
}
