//! Arcs that cannot be: a finite verb is no attribute of the noun behind it, a comma governs nothing.
//!
//! Heads are found word by word from what is near, so now and then those of one sentence do not go together. What the tags
//! say against them is put right here, before anybody reads clauses.

mod inverted;
mod joined;
mod reduced;

use std::ops::Range;

use super::{Arc, Relation, Tokens, Upos};
use crate::text::Text;

/// Mends the arcs of the sentence `words`. The lists of children are those from before, so that a sentence costs linear time.
/// Where what is put right here and there makes no tree together, nothing is.
pub(super) fn mend(text: &Text, tokens: &mut Tokens, words: Range<usize>) {
    let mut before: Option<Vec<Arc>> = None;
    for word in words.clone() {
        let arcs = below_comma(tokens, word)
            .or_else(|| inverted::inverted(tokens, word))
            .or_else(|| voice(tokens, word))
            .or_else(|| split_name(tokens, word))
            .or_else(|| verb_before_object(tokens, word))
            .or_else(|| verb_behind_subject(tokens, word))
            .or_else(|| recipient(text, tokens, word))
            .or_else(|| second_object(tokens, word))
            .or_else(|| joined_object(tokens, word))
            .or_else(|| place_before_time(tokens, word))
            .or_else(|| priced(tokens, word))
            .or_else(|| next_object(tokens, word))
            .or_else(|| office_before_name(tokens, word))
            .or_else(|| governing_preposition(tokens, word))
            .or_else(|| joined::listed(tokens, word))
            .or_else(|| joined::between(tokens, word))
            .or_else(|| joined::made(text, tokens, word))
            .or_else(|| joined::rest(tokens, word))
            .or_else(|| reduced::participle(tokens, word))
            .or_else(|| reduced::adjective(tokens, word));
        if let Some(arcs) = arcs {
            before.get_or_insert_with(|| tokens.arcs[words.clone()].to_vec());
            for (word, head, relation) in arcs {
                tokens.arcs[word] = Arc { head: u32::try_from(head).unwrap_or(u32::MAX), relation };
            }
        }
    }
    if let Some(before) = before.filter(|_| !is_tree(&tokens.arcs[words.clone()], words.start)) {
        tokens.arcs[words].copy_from_slice(&before);
    }
}

/// Whether every word leads to the one root. Heads count from the beginning of the document, as `start` does.
fn is_tree(arcs: &[Arc], start: usize) -> bool {
    // The word from which a word was first reached; each is passed once.
    let mut from = vec![usize::MAX; arcs.len()];
    let mut roots = 0;
    for first in 0..arcs.len() {
        let mut at = first;
        while from[at] == usize::MAX {
            from[at] = first;
            match (arcs[at].head as usize).checked_sub(start).filter(|&head| head < arcs.len()) {
                None => return false,
                Some(head) if head == at => roots += 1,
                // Back on the way that it came.
                Some(head) if from[head] == first => return false,
                Some(head) => at = head,
            }
        }
    }
    roots == 1
}

/// New arcs: word, head (itself for the root) and relation.
type Arcs = Vec<(usize, usize, Relation)>;

fn is_finite(tokens: &Tokens, verb: usize) -> bool {
    tokens.upos(verb) == Upos::Verb && matches!(tokens.xpos(verb), "VBD" | "VBZ" | "VBP")
}

fn is_nominal(tokens: &Tokens, word: usize) -> bool {
    matches!(tokens.upos(word), Upos::Noun | Upos::Propn)
}

/// "Egypt, *which opposed the dam*": what hangs on the comma hangs on what the comma hangs on.
fn below_comma(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let comma = tokens.head(word).filter(|&head| tokens.upos(head) == Upos::Punct)?;
    let head = tokens.head(comma).filter(|&head| head != word)?;
    let between = tokens.upos(word) != Upos::Punct && tokens.children(comma).count() == 1;
    between.then(|| vec![(word, head, tokens.relation(word))])
}

/// "Japan *has* not *apologised*": a verb with an object, a past or "have", and no form of "be", is active; a participle with one
/// is passive.
fn voice(tokens: &Tokens, subject: usize) -> Option<Arcs> {
    let verb = tokens.head(subject).filter(|&verb| tokens.upos(verb) == Upos::Verb)?;
    let auxiliary = |at: &usize| matches!(tokens.relation(*at), Relation::Aux | Relation::AuxPass);
    let with = |lemma: &str| tokens.children(verb).filter(auxiliary).any(|at| tokens.lemma(at) == lemma);
    let object = || tokens.xpos(verb) != "VBG" && tokens.child(verb, &[Relation::Obj]).is_some();
    let acts = || is_finite(tokens, verb) || with("have") || object();
    let relation = match tokens.relation(subject) {
        Relation::NsubjPass if !with("be") && !with("get") && acts() => Relation::Nsubj,
        Relation::Nsubj if with("be") && tokens.xpos(verb) == "VBN" => Relation::NsubjPass,
        _ => return None,
    };
    Some(vec![(subject, verb, relation)])
}

/// "*Vladimir Putin* has not pardoned": two subjects side by side are one name.
fn split_name(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let first = word.checked_sub(1)?;
    let propn = [first, word].iter().all(|&at| tokens.upos(at) == Upos::Propn && tokens.is_subject(at));
    let beside = tokens.head(first).is_some() && tokens.head(first) == tokens.head(word);
    let bare = tokens.children(word).next().is_none();
    let verb = tokens.head(first)?;
    let arcs = || vec![(first, verb, tokens.relation(word)), (word, first, Relation::Flat)];
    (propn && beside && bare).then(arcs)
}

/// "Kenya *established* relations with Oman": a finite verb is no attribute of its object.
fn verb_before_object(tokens: &Tokens, verb: usize) -> Option<Arcs> {
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
fn verb_behind_subject(tokens: &Tokens, verb: usize) -> Option<Arcs> {
    let participle = tokens.relation(verb) == Relation::Acl && is_finite(tokens, verb);
    let noun = tokens.head(verb).filter(|&noun| participle && noun < verb && is_nominal(tokens, noun))?;
    let complete = tokens.child(verb, &[Relation::Obj, Relation::Xcomp, Relation::Ccomp]).is_some();
    let bound = tokens.children(verb).any(|child| child < verb && tokens.relation(child) != Relation::Advmod);
    if complete && !bound { raised(tokens, verb, noun) } else { None }
}

/// "lent *Kenya* $750 million": who gets money is no part of its sign, but for the capitals of "US $".
fn recipient(text: &Text, tokens: &Tokens, word: usize) -> Option<Arcs> {
    let compound = tokens.relation(word) == Relation::Compound && tokens.upos(word) == Upos::Propn;
    let sign = tokens.head(word).filter(|&sign| compound && sign == word + 1)?;
    let verb = tokens.head(sign).filter(|_| tokens.upos(sign) == Upos::Sym)?;
    let object = tokens.relation(sign) == Relation::Obj && tokens.subtree(word).start == verb + 1;
    let small = text.slice(tokens.span(word)).chars().any(char::is_lowercase);
    (object && small).then(|| vec![(word, verb, Relation::Iobj)])
}

/// "granted Lebanon *a large loan*": an object is the verb's, and the one before it is who gets it.
fn second_object(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let object = tokens.relation(word) == Relation::Obj && is_nominal(tokens, word);
    let first = tokens.head(word).filter(|&at| object && at < word && tokens.upos(at) == Upos::Propn)?;
    let verb = tokens.head(first).filter(|_| tokens.relation(first) == Relation::Obj)?;
    let last = tokens.subtree(word).end == tokens.subtree(first).end;
    (last && tokens.upos(verb) == Upos::Verb)
        .then(|| vec![(first, verb, Relation::Iobj), (word, verb, Relation::Obj)])
}

/// "invite Brazil *and Kenya*": a noun is not joined to a verb but to its object.
fn joined_object(tokens: &Tokens, word: usize) -> Option<Arcs> {
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

/// "for *Juba* next week": a name is no part of the noun whose article or "next" stands behind it. It takes the noun's place, and
/// the noun is a time of its own.
fn place_before_time(tokens: &Tokens, word: usize) -> Option<Arcs> {
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
fn priced(tokens: &Tokens, article: usize) -> Option<Arcs> {
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

/// "suspended visas and froze *the assets* of officials": what stands right behind a verb that has no object is its own.
fn next_object(tokens: &Tokens, word: usize) -> Option<Arcs> {
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

/// "*UN Secretary-General* Antonio Guterres arrived": of two subjects without anything between them the first is of the second.
fn office_before_name(tokens: &Tokens, word: usize) -> Option<Arcs> {
    let subject = |at: usize| tokens.relation(at) == Relation::Nsubj && tokens.upos(at) == Upos::Propn;
    let verb = tokens.head(word).filter(|&verb| subject(word) && word < verb)?;
    let second = tokens.children(verb).find(|&at| at > word && at < verb && subject(at))?;
    let beside = tokens.subtree(word).end == tokens.subtree(second).start && tokens.xpos(word + 1) != ",";
    let name = tokens.subtree(second).len() > 1 && tokens.children(word).next().is_none();
    (beside && name).then(|| vec![(word, second, Relation::Compound)])
}

/// "met *with* Hakan Fidan": a preposition governs nothing, it stands before its noun.
fn governing_preposition(tokens: &Tokens, word: usize) -> Option<Arcs> {
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

/// Words of a sum, and of the noun that it stands before, at most.
const SUM: usize = 5;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::{Tag, TagNames};

    /// The words of a sentence, each as form, tags, number of its head (from 1, 0 for the root) and relation.
    fn sentence(words: &str) -> (Text, Tokens) {
        let words: Vec<Vec<&str>> = words.split(' ').map(|word| word.split('/').collect()).collect();
        let text = words.iter().map(|word| word[0]).collect::<Vec<_>>().join(" ");
        let text = Text::new(text).unwrap();
        let mut tokens = Tokens::default();
        let (mut names, mut end) = (TagNames::default(), 0);
        for (at, word) in words.iter().enumerate() {
            let [form, upos, xpos, head, relation] = word[..] else { panic!("{word:?} has five parts") };
            tokens.push(text.span(end..end + form.len()).unwrap(), false);
            end += form.len() + 1;
            let lemma = match form {
                "was" | "been" => "be",
                "has" => "have",
                "got" => "get",
                other => other,
            };
            tokens.lemmas.push(lemma, "");
            let upos = *Upos::ALL.iter().find(|tag| tag.name() == upos).unwrap();
            names.xpos.push(xpos.to_owned());
            tokens.tags.push(Tag { upos, xpos: u8::try_from(at).unwrap(), feats: 0, class: 0 });
            let relation = *Relation::ALL.iter().find(|name| name.name() == relation).unwrap();
            let head = head.parse::<u32>().unwrap().checked_sub(1).unwrap_or(u32::try_from(at).unwrap());
            tokens.arcs.push(Arc { head, relation });
        }
        tokens.names = names.into();
        tokens.hang();
        (text, tokens)
    }

    /// Compares what is put right with the number, head and relation of every word that changes.
    pub(super) fn check(cases: &[(&str, &[&str])]) {
        for (words, expected) in cases {
            let (text, mut tokens) = sentence(words);
            let before = tokens.arcs.clone();
            mend(&text, &mut tokens, 0..before.len());
            let changed = tokens.arcs.iter().zip(&before).enumerate().filter(|(_, (now, old))| now != old);
            let told: Vec<String> = changed
                .map(|(at, (arc, _))| {
                    let head = if arc.head as usize == at { 0 } else { arc.head + 1 };
                    format!("{} {head} {}", at + 1, arc.relation.name())
                })
                .collect();
            assert_eq!(told, *expected, "{words}");
        }
    }

    #[test]
    fn arcs_that_the_tags_speak_against_are_put_right() {
        // After the sentence, the number, head and relation of every word that changes.
        #[rustfmt::skip]
        let cases: &[(&str, &[&str])] = &[
            // What hangs on a comma.
            ("Egypt/PROPN/NNP/0/root ,/PUNCT/,/1/punct which/PRON/WDT/4/nsubj objected/VERB/VBD/2/acl:relcl",
             &["4 1 acl:relcl"]),
            ("Egypt/PROPN/NNP/0/root ,/PUNCT/,/1/punct which/PRON/WDT/4/nsubj objected/VERB/VBD/1/acl:relcl", &[]),
            // What hangs on a preposition.
            ("met/VERB/VBD/0/root with/ADP/IN/1/xcomp Ana/PROPN/NNP/2/obj in/ADP/IN/5/case Oslo/PROPN/NNP/1/obl",
             &["2 3 case", "3 1 obl"]),
            ("up/ADP/IN/0/root to/ADP/IN/3/case ten/NUM/CD/1/nummod", &[]),
            ("because/ADP/IN/3/case of/ADP/IN/1/fixed rain/NOUN/NN/0/root", &[]),
            // Active and passive.
            ("Japan/PROPN/NNP/3/nsubj:pass has/AUX/VBZ/3/aux apologised/VERB/VBN/0/root", &["1 3 nsubj"]),
            ("Japan/PROPN/NNP/3/nsubj was/AUX/VBD/3/aux:pass praised/VERB/VBN/0/root", &["1 3 nsubj:pass"]),
            ("Japan/PROPN/NNP/3/nsubj:pass got/AUX/VBD/3/aux:pass praised/VERB/VBN/0/root", &[]),
            ("Japan/PROPN/NNP/3/nsubj was/AUX/VBD/3/aux praising/VERB/VBG/0/root", &[]),
            // One name as two subjects.
            ("Ana/PROPN/NNP/3/nsubj Lopez/PROPN/NNP/3/nsubj resigned/VERB/VBD/0/root",
             &["2 1 flat"]),
            ("Ana/PROPN/NNP/3/nsubj he/PRON/PRP/3/nsubj resigned/VERB/VBD/0/root", &[]),
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
            // A name as a part of a verb.
            ("Rishi/PROPN/NNP/2/compound drew/VERB/VBD/3/amod criticism/NOUN/NN/0/root",
             &["1 2 nsubj", "2 0 root", "3 2 obj"]),
            ("tax/NOUN/NN/2/compound cut/VERB/VBD/3/amod criticism/NOUN/NN/0/root", &[]),
            // An active verb with the subject of a passive.
            ("Oman/PROPN/NNP/3/nsubj:pass has/AUX/VBZ/3/aux signed/VERB/VBN/0/root it/PRON/PRP/3/obj",
             &["1 3 nsubj"]),
            ("Oman/PROPN/NNP/4/nsubj:pass has/AUX/VBZ/4/aux been/AUX/VBN/4/aux:pass hit/VERB/VBN/0/root", &[]),
            ("Oman/PROPN/NNP/2/nsubj:pass hit/VERB/VBN/0/root", &[]),
            // An office as a subject of its own.
            ("UN/PROPN/NNP/4/nsubj chief/NOUN/NN/3/nmod:desc Guterres/PROPN/NNP/4/nsubj left/VERB/VBD/0/root",
             &["1 3 compound"]),
            ("UN/PROPN/NNP/4/nsubj ,/PUNCT/,/4/punct Guterres/PROPN/NNP/4/nsubj left/VERB/VBD/0/root", &[]),
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

    #[test]
    fn a_tree_has_one_root_and_no_rings() {
        #[rustfmt::skip]
        let cases = [
            (vec![10, 10, 11], true),
            (vec![11, 12, 12], true),
            (vec![10, 11, 10], false), // two roots
            (vec![11, 10, 12], false), // a ring
            (vec![11, 12, 10], false),
            (vec![10, 13, 10], false), // a head outside
        ];
        for (heads, expected) in cases {
            let arcs: Vec<Arc> = heads.iter().map(|&head| Arc { head, relation: Relation::Dep }).collect();
            assert_eq!(is_tree(&arcs, 10), expected, "{heads:?}");
        }
    }
}
