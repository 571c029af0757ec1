//! Phrases behind a noun that were read as the clause of the sentence: "*a person briefed on it* said", "*people familiar
//! with Acme* said". In news they say who tells what.

use super::{Arcs, is_finite, is_nominal};
use crate::syntax::{Relation, Tokens, Upos};

/// "A person *briefed* on it said", "men *returning* from it, say": what has a subject but says nothing of its own is no clause
/// before a verb that has none. It is a participle behind its noun.
pub(super) fn participle(tokens: &Tokens, verb: usize) -> Option<Arcs> {
    let clausal = [Relation::Ccomp, Relation::Csubj, Relation::Advcl, Relation::Parataxis];
    // "Hackers *linked* to Oman attacked it": a participle is no subject either.
    let clausal =
        clausal.contains(&tokens.relation(verb)) || tokens.xpos(verb) == "VBN" && tokens.is_subject(verb);
    let form = matches!(tokens.xpos(verb), "VBD" | "VBN" | "VBG") && clausal;
    let main = tokens.head(verb).filter(|&main| form && main > verb && is_finite(tokens, main))?;
    let own =
        [Relation::Obj, Relation::Ccomp, Relation::Xcomp, Relation::Aux, Relation::AuxPass, Relation::Mark];
    let noun = tokens.children(verb).find(|&child| child < verb && tokens.is_subject(child))?;
    let subject = |child: usize| child != verb && tokens.is_subject(child);
    // "*scientists making* studies believe": without an auxiliary it is no clause, whatever it has for an object.
    let bound = if tokens.xpos(verb) == "VBG" { &own[3..] } else { &own[..] };
    let plain = is_nominal(tokens, noun) && tokens.child(verb, bound).is_none();
    let comma = usize::from(tokens.xpos(verb) == "VBG" && tokens.xpos(main - 1) == ",");
    let beside = (noun..main - comma).all(|word| tokens.upos(word) != Upos::Punct);
    if !plain || !beside || tokens.children(main).any(subject) {
        return None;
    }
    let mut arcs = vec![(noun, main, Relation::Nsubj), (verb, noun, Relation::Acl)];
    let before = tokens.children(verb).filter(|&child| child < noun);
    arcs.extend(before.map(|child| (child, main, tokens.relation(child))));
    Some(arcs)
}

/// "Missiles *fired* by Oman hit a base": what is done by somebody is a participle before a finite verb that has no subject.
pub(super) fn done_by(tokens: &Tokens, verb: usize) -> Option<Arcs> {
    let agent = tokens.child(verb, &[Relation::OblAgent]).filter(|&agent| agent > verb)?;
    let noun = tokens.children(verb).find(|&child| child < verb && tokens.is_subject(child))?;
    let beside = is_nominal(tokens, noun) && tokens.subtree(noun).end == verb && tokens.xpos(verb) == "VBD";
    let clause = [Relation::Advcl, Relation::Parataxis, Relation::Ccomp, Relation::Conj];
    let bound = [Relation::Mark, Relation::Cc];
    let alone = |at: usize| {
        let own = |child: usize| tokens.is_subject(child) || bound.contains(&tokens.relation(child));
        is_finite(tokens, at) && tokens.subtree(at).start == at && !tokens.children(at).any(own)
    };
    let next = tokens.subtree(agent).end;
    let main = tokens.children(verb).find(|&child| child == next && clause.contains(&tokens.relation(child)));
    let main = main.filter(|&main| beside && alone(main))?;
    Some(lowered(tokens, noun, verb, main))
}

/// The arcs that make `verb` a participle behind `noun` and put `main` in its place.
fn lowered(tokens: &Tokens, noun: usize, verb: usize, main: usize) -> Arcs {
    let above = tokens.head(verb).filter(|&above| above != verb).unwrap_or(main);
    let mut arcs = vec![
        (main, above, tokens.relation(verb)),
        (noun, main, Relation::Nsubj),
        (verb, noun, Relation::Acl),
    ];
    let behind = tokens.children(verb).filter(|&child| child > main || child < noun);
    arcs.extend(behind.map(|child| (child, main, tokens.relation(child))));
    arcs
}

/// "The vaccine, *known* as R21, was approved": what stands between commas behind a noun is no subject of the verb behind it.
pub(super) fn between_commas(tokens: &Tokens, verb: usize) -> Option<Arcs> {
    let comma = |at: usize| tokens.xpos(at) == ",";
    let opened = tokens.xpos(verb) == "VBN" && verb.checked_sub(1).is_some_and(comma);
    let main = tokens.head(verb).filter(|&main| {
        opened && main > verb && matches!(tokens.relation(verb), Relation::Csubj | Relation::CsubjPass)
    })?;
    let noun = tokens.children(verb).find(|&child| child < verb && tokens.is_subject(child))?;
    let closed = tokens.subtree(verb).end.checked_sub(1).is_some_and(comma);
    let beside = is_nominal(tokens, noun) && tokens.subtree(noun).end == verb;
    if !closed || !beside || tokens.children(main).any(|child| child != verb && tokens.is_subject(child)) {
        return None;
    }
    let passive = tokens.child(main, &[Relation::AuxPass]).is_some();
    let subject = if passive { Relation::NsubjPass } else { Relation::Nsubj };
    Some(vec![(noun, main, subject), (verb, noun, Relation::Acl)])
}

/// "Mr. Ode, *asked* whether he would go, left": of two finite verbs of one subject, each behind a comma, the first is a
/// participle.
pub(super) fn aside(tokens: &Tokens, verb: usize) -> Option<Arcs> {
    let comma = |at: usize| tokens.xpos(at) == ",";
    let opens =
        verb.checked_sub(1).is_some_and(comma) && tokens.xpos(verb) == "VBD" && tokens.lemma(verb) != "say";
    let noun =
        tokens.children(verb).find(|&child| child < verb && tokens.is_subject(child)).filter(|_| opens)?;
    let beside = tokens.subtree(noun).end + 1 >= verb && is_nominal(tokens, noun);
    let second = |&at: &usize| {
        let joined = matches!(tokens.relation(at), Relation::Advcl | Relation::Conj | Relation::Parataxis);
        let own = tokens
            .children(at)
            .any(|child| tokens.is_subject(child) || tokens.relation(child) == Relation::Cc);
        let past = matches!(tokens.xpos(at), "VBD" | "VBN");
        // "…, asked about it on “This Week,” said": the comma stands inside the marks.
        let closed = || comma(at - 1) || tokens.xpos(at - 1) == "''" && comma(at - 2);
        at > verb && joined && past && closed() && !own
    };
    let below = tokens.child(verb, &[Relation::Ccomp]).into_iter().flat_map(|clause| tokens.children(clause));
    let main = tokens.children(verb).chain(below).find(second).filter(|_| beside)?;
    Some(lowered(tokens, noun, verb, main))
}

/// "People familiar with Acme *said*": no preposition begins a clause. The noun behind it is its own, and the verb that of the
/// whole.
pub(super) fn adjective(tokens: &Tokens, verb: usize) -> Option<Arcs> {
    let preposition = tokens.child(verb, &[Relation::Mark]).filter(|_| is_finite(tokens, verb))?;
    let describing = tokens.head(verb).filter(|&at| at + 1 == preposition)?;
    let subject = |head: usize| tokens.children(head).find(|&child| child < head && tokens.is_subject(child));
    let noun = subject(verb).filter(|&noun| tokens.subtree(noun).start == preposition + 1)?;
    let who = subject(describing).filter(|&who| is_nominal(tokens, who))?;
    let beside = (who..describing).all(|word| tokens.upos(word) != Upos::Punct);
    let predicate = tokens.child(describing, &[Relation::Cop, Relation::Aux]).is_some();
    if tokens.upos(preposition) != Upos::Adp || is_finite(tokens, describing) || predicate || !beside {
        return None;
    }
    let above = tokens.head(describing).filter(|&above| above != describing).unwrap_or(verb);
    let kind = if tokens.upos(describing) == Upos::Adj { Relation::Amod } else { Relation::Acl };
    let mut arcs = vec![(verb, above, tokens.relation(describing)), (who, verb, Relation::Nsubj)];
    arcs.extend([
        (describing, who, kind),
        (noun, describing, Relation::Obl),
        (preposition, noun, Relation::Case),
    ]);
    let apart = tokens.children(describing).filter(|&child| child < who || child > verb);
    arcs.extend(apart.map(|child| (child, verb, tokens.relation(child))));
    Some(arcs)
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn phrases_behind_a_noun_are_no_clauses() {
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            ("aides/NOUN/NNS/2/nsubj briefed/VERB/VBD/5/ccomp on/ADP/IN/4/case it/PRON/PRP/2/obl said/VERB/VBD/0/root so/ADV/RB/5/advmod",
             &["1 5 nsubj", "2 1 acl"]),
            ("Monday/PROPN/NNP/3/obl:unmarked aides/NOUN/NNS/3/nsubj asked/VERB/VBN/4/csubj said/VERB/VBD/0/root so/ADV/RB/4/advmod",
             &["1 4 obl:unmarked", "2 4 nsubj", "3 2 acl"]),
            ("men/NOUN/NNS/2/nsubj returning/VERB/VBG/5/advcl home/ADV/RB/2/advmod ,/PUNCT/,/2/punct say/VERB/VBP/0/root so/ADV/RB/5/advmod",
             &["1 5 nsubj", "2 1 acl"]),
            // A participle as a subject, what is done by somebody, and what stands between commas.
            ("men/NOUN/NNS/2/nsubj:pass linked/VERB/VBN/5/nsubj to/ADP/IN/4/case Oman/PROPN/NNP/2/obl left/VERB/VBD/0/root",
             &["1 5 nsubj", "2 1 acl"]),
            ("bombs/NOUN/NNS/2/nsubj fired/VERB/VBD/0/root by/ADP/IN/4/case Oman/PROPN/NNP/2/obl:agent hit/VERB/VBD/2/advcl it/PRON/PRP/5/obj ./PUNCT/./2/punct",
             &["1 5 nsubj", "2 1 acl", "5 0 root", "7 5 punct"]),
            ("bombs/NOUN/NNS/2/nsubj fell/VERB/VBD/0/root by/ADP/IN/4/case Oman/PROPN/NNP/2/obl and/CCONJ/CC/6/cc hit/VERB/VBD/2/conj", &[]),
            ("gel/NOUN/NN/3/nsubj ,/PUNCT/,/1/punct known/VERB/VBN/8/csubj:pass as/ADP/IN/5/case Y/PROPN/NNP/3/obl ,/PUNCT/,/3/punct was/AUX/VBD/8/aux:pass sold/VERB/VBN/0/root",
             &["1 8 nsubj:pass", "3 1 acl"]),
            ("men/NOUN/NNS/2/nsubj making/VERB/VBG/4/ccomp tea/NOUN/NN/2/obj say/VERB/VBP/0/root so/ADV/RB/4/advmod",
             &["1 4 nsubj", "2 1 acl"]),
            ("it/PRON/PRP/2/nsubj permitting/VERB/VBG/5/advcl ,/PUNCT/,/2/punct we/PRON/PRP/5/nsubj say/VERB/VBP/0/root", &[]),
            ("aides/NOUN/NNS/2/nsubj left/VERB/VBD/5/ccomp ,/PUNCT/,/2/punct he/PRON/PRP/5/nsubj said/VERB/VBD/0/root", &[]),
            ("aides/NOUN/NNS/2/nsubj told/VERB/VBD/4/ccomp CNN/PROPN/NNP/2/obj said/VERB/VBD/0/root", &[]),
            ("Ode/PROPN/NNP/3/nsubj ,/PUNCT/,/1/punct asked/VERB/VBD/0/root why/ADV/WRB/3/advmod ,/PUNCT/,/6/punct left/VERB/VBD/3/advcl ./PUNCT/./3/punct",
             &["1 6 nsubj", "3 1 acl", "6 0 root", "7 6 punct"]),
            ("Ode/PROPN/NNP/2/nsubj asked/VERB/VBD/0/root why/ADV/WRB/2/advmod ,/PUNCT/,/5/punct left/VERB/VBD/2/conj", &[]),
            ("Ode/PROPN/NNP/3/nsubj ,/PUNCT/,/1/punct asked/VERB/VBD/0/root why/ADV/WRB/3/advmod and/CCONJ/CC/6/cc left/VERB/VBD/3/conj", &[]),
            ("People/NOUN/NNS/2/nsubj familiar/ADJ/JJ/0/root with/ADP/IN/5/mark Acme/PROPN/NNP/5/nsubj said/VERB/VBD/2/advcl so/ADV/RB/5/advmod ./PUNCT/./2/punct",
             &["1 5 nsubj", "2 1 amod", "3 4 case", "4 2 obl", "5 0 root", "7 5 punct"]),
            ("People/NOUN/NNS/3/nsubj are/AUX/VBP/3/cop happy/ADJ/JJ/0/root after/ADP/IN/6/mark Acme/PROPN/NNP/6/nsubj said/VERB/VBD/3/advcl so/ADV/RB/6/advmod", &[]),
            ("People/NOUN/NNS/2/nsubj cheered/VERB/VBD/0/root as/SCONJ/IN/5/mark Acme/PROPN/NNP/5/nsubj said/VERB/VBD/2/advcl so/ADV/RB/5/advmod", &[]),
        ];
        check(cases);
    }
}
