//! Names that the arcs tear apart or run into what stands beside them: a name cut in two, an office before its holder, a place
//! before a time, and the noun of a sum.

use super::{Arcs, is_nominal};
use crate::syntax::{Relation, Tokens, Upos};

/// "*Vladimir Putin* has not pardoned": two subjects side by side are one name.
pub(super) fn split_name(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let first = word.checked_sub(1)?;
    let propn = [first, word].iter().all(|&at| tokens.upos(at) == Upos::Propn && tokens.is_subject(at));
    let beside = tokens.head(first).is_some() && tokens.head(first) == tokens.head(word);
    let bare = tokens.children(word).next().is_none();
    let verb = tokens.head(first)?;
    let arcs = || vec![(first, verb, tokens.relation(word)), (word, first, Relation::Flat)];
    (propn && beside && bare).then(arcs)
}

/// "for *Juba* next week": a name is no part of the noun whose article or "next" stands behind it. It takes the noun's place, and
/// the noun is a time of its own.
pub(super) fn place_before_time(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let name = tokens.upos(word) == Upos::Propn && tokens.relation(word) == Relation::Compound;
    let noun = tokens.head(word).filter(|&noun| name && noun > word + 1)?;
    let inside = tokens.head(word + 1) == Some(noun);
    let opens =
        tokens.relation(word + 1) == Relation::Det || matches!(tokens.lemma(word + 1), "next" | "last");
    let above = tokens.head(noun).filter(|_| inside && opens)?;
    let mut arcs = vec![(word, above, tokens.relation(noun)), (noun, above, Relation::OblUnmarked)];
    let before = tokens.children(noun).filter(|&child| child < word);
    arcs.extend(before.map(|child| (child, word, tokens.relation(child))));
    Some(arcs)
}

/// "approved a $300 million *loan* to Pakistan": what an article and a sum stand before is a noun, which takes their place.
pub(super) fn priced(tokens: &Tokens, article: usize) -> Option<Arcs> {
    let sign = article + 1;
    let number = |at: usize| tokens.upos(at) == Upos::Num;
    let opens = tokens.upos(article) == Upos::Det && sign < tokens.len() && tokens.upos(sign) == Upos::Sym;
    let first = (sign + 1..tokens.len().min(sign + SUM)).filter(|_| opens).find(|&at| !number(at))?;
    let today = |at: usize| tokens.relation(at) == Relation::OblUnmarked;
    let inside = |&at: &usize| (is_nominal(tokens, at) || tokens.upos(at) == Upos::Adj) && !today(at);
    let noun = (first..tokens.len().min(first + SUM))
        .take_while(inside)
        .filter(|&at| is_nominal(tokens, at))
        .last()?;
    // The article or the sign stands for the whole.
    let outside = |&at: &usize| tokens.head(at).is_some_and(|head| head < article || head > noun);
    let top = [article, sign].into_iter().find(outside)?;
    let above = tokens.head(top)?;
    let wrong = tokens.relation(top) != Relation::Det && tokens.relation(top) != Relation::Compound;
    if first == sign + 1 || !wrong || !tokens.subtree(top).contains(&noun) {
        return None;
    }
    let mut arcs = vec![(noun, above, tokens.relation(top)), (article, noun, Relation::Det)];
    arcs.push((sign, noun, Relation::Compound));
    arcs.extend((first..noun).map(|at| {
        let before = if is_nominal(tokens, at) { Relation::Compound } else { Relation::Amod };
        (at, noun, before)
    }));
    // The last of the numbers is that of the sign; what hangs on them from outside is the noun's.
    arcs.push((first - 1, sign, Relation::Nummod));
    let apart = |&child: &usize| child < article || child > noun;
    let heads = (article..noun).flat_map(|at| tokens.children(at)).filter(apart);
    arcs.extend(heads.map(|child| (child, noun, tokens.relation(child))));
    Some(arcs)
}

/// "*UN Secretary-General* Antonio Guterres arrived": of two subjects without anything between them the first is of the second;
/// so is an object before them, "the *Solomon Islands* Prime Minister told".
pub(super) fn office_before_name(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let subject = |at: usize| tokens.relation(at) == Relation::Nsubj && tokens.upos(at) == Upos::Propn;
    let object = tokens.relation(word) == Relation::Obj && tokens.upos(word) == Upos::Propn;
    let verb = tokens.head(word).filter(|&verb| (subject(word) || object) && word < verb)?;
    let second = tokens.children(verb).find(|&at| at > word && at < verb && subject(at))?;
    let beside = tokens.subtree(word).end == tokens.subtree(second).start && tokens.xpos(word + 1) != ",";
    let name = tokens.subtree(second).len() > 1 && (object || tokens.children(word).next().is_none());
    (beside && name).then(|| vec![(word, second, Relation::Compound)])
}

/// Words of a sum, and of the noun that it stands before, at most.
const SUM: usize = 5;

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn names_are_whole_and_apart() {
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            // One name as two subjects.
            ("Ana/PROPN/NNP/3/nsubj Lopez/PROPN/NNP/3/nsubj resigned/VERB/VBD/0/root",
             &["2 1 flat"]),
            ("Ana/PROPN/NNP/3/nsubj he/PRON/PRP/3/nsubj resigned/VERB/VBD/0/root", &[]),
            // A name before a time.
            ("flew/VERB/VBD/0/root to/ADP/IN/5/case Juba/PROPN/NNP/5/compound this/DET/DT/5/det week/NOUN/NN/1/obl",
             &["2 3 case", "3 1 obl", "5 1 obl:unmarked"]),
            ("flew/VERB/VBD/0/root to/ADP/IN/4/case Juba/PROPN/NNP/4/compound airport/NOUN/NN/1/obl", &[]),
            // An article before a sum.
            ("gave/VERB/VBD/0/root a/DET/DT/1/obj $/SYM/$/2/obj 5/NUM/CD/3/nummod loan/NOUN/NN/3/nummod to/ADP/IN/7/case Oman/PROPN/NNP/3/nmod",
             &["2 5 det", "3 5 compound", "5 1 obj", "7 5 nmod"]),
            ("gave/VERB/VBD/0/root a/DET/DT/5/det $/SYM/$/5/compound 5/NUM/CD/3/nummod loan/NOUN/NN/1/obj", &[]),
            ("gave/VERB/VBD/0/root a/DET/DT/1/obj $/SYM/$/2/obj 5/NUM/CD/3/nummod", &[]),
            ("gave/VERB/VBD/0/root a/DET/DT/3/det $/SYM/$/1/obj 5/NUM/CD/3/nummod loan/NOUN/NN/3/nmod:unmarked",
             &["2 5 det", "3 5 compound", "5 1 obj"]),
            // An office as a subject of its own.
            ("UN/PROPN/NNP/4/nsubj chief/NOUN/NN/3/nmod:desc Guterres/PROPN/NNP/4/nsubj left/VERB/VBD/0/root",
             &["1 3 compound"]),
            ("Fiji/PROPN/NNP/4/obj Prime/PROPN/NNP/3/compound Minister/PROPN/NNP/4/nsubj left/VERB/VBD/0/root",
             &["1 3 compound"]),
            ("UN/PROPN/NNP/4/nsubj ,/PUNCT/,/4/punct Guterres/PROPN/NNP/4/nsubj left/VERB/VBD/0/root", &[]),
        ];
        check(cases);
    }
}
