//! Arcs that cannot be: a finite verb is no attribute of the noun behind it, a comma governs nothing.
//!
//! Heads are found word by word from what is near, so now and then those of one sentence do not go together. What the tags
//! say against them is put right here, before anybody reads clauses.

mod inverted;
mod joined;
mod names;
mod objects;
mod reduced;
mod retagged;
mod verbs;

use std::ops::Range;

use super::{Arc, Relation, Tokens, Upos};
use crate::text::Text;

/// Mends the arcs of the sentence `words`. The lists of children are those from before, so that a sentence costs linear time.
/// Where what is put right here and there makes no tree together, nothing is.
pub(super) fn mend(text: &Text, tokens: &mut Tokens, words: Range<usize>) {
    let mut before: Option<Vec<Arc>> = None;
    let mut nouns = Vec::new();
    for word in words.clone() {
        let arcs = below_comma(tokens, word)
            .or_else(|| inverted::inverted(tokens, word))
            .or_else(|| voice(tokens, word))
            .or_else(|| names::split_name(tokens, word))
            .or_else(|| verbs::verb_before_object(tokens, word))
            .or_else(|| verbs::verb_behind_subject(tokens, word))
            .or_else(|| verbs::subject_behind_conjunction(tokens, word))
            .or_else(|| objects::recipient(text, tokens, word))
            .or_else(|| objects::second_object(tokens, word))
            .or_else(|| objects::joined_object(tokens, word))
            .or_else(|| names::place_before_time(tokens, word))
            .or_else(|| names::priced(tokens, word))
            .or_else(|| objects::next_object(tokens, word))
            .or_else(|| names::office_before_name(tokens, word))
            .or_else(|| objects::governing_preposition(tokens, word))
            .or_else(|| objects::of_phrase(tokens, word))
            .or_else(|| joined::listed(tokens, word))
            .or_else(|| joined::partner(tokens, word))
            .or_else(|| joined::both(tokens, word))
            .or_else(|| joined::before_verb(tokens, word))
            .or_else(|| joined::made(text, tokens, word))
            .or_else(|| joined::rest(tokens, word))
            .or_else(|| retagged::object(tokens, word).inspect(|_| nouns.push(word)))
            .or_else(|| reduced::participle(tokens, word))
            .or_else(|| reduced::done_by(tokens, word))
            .or_else(|| reduced::between_commas(tokens, word))
            .or_else(|| reduced::aside(tokens, word))
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
        return;
    }
    for noun in nouns {
        tokens.retag(noun, Upos::Noun, "NNS", "Number=Plur");
        let verb = noun - 1;
        if tokens.xpos(verb) == "VBN"
            && !tokens.children(noun).any(|child| tokens.relation(child) == Relation::Aux)
        {
            tokens.retag(verb, Upos::Verb, "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin");
        }
    }
    for word in words {
        if retagged::is_participle(tokens, word) {
            tokens.retag(word, Upos::Verb, "VBN", "Tense=Past|VerbForm=Part|Voice=Pass");
        } else if let Some(feats) = retagged::present(tokens, word) {
            tokens.retag(word, Upos::Verb, "VBP", feats);
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::{Tag, TagNames};

    /// The words of a sentence, each as form, tags, number of its head (from 1, 0 for the root) and relation.
    pub(super) fn sentence(words: &str) -> (Text, Tokens) {
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
            // Active and passive.
            ("Japan/PROPN/NNP/3/nsubj:pass has/AUX/VBZ/3/aux apologised/VERB/VBN/0/root", &["1 3 nsubj"]),
            ("Japan/PROPN/NNP/3/nsubj was/AUX/VBD/3/aux:pass praised/VERB/VBN/0/root", &["1 3 nsubj:pass"]),
            ("Japan/PROPN/NNP/3/nsubj:pass got/AUX/VBD/3/aux:pass praised/VERB/VBN/0/root", &[]),
            ("Japan/PROPN/NNP/3/nsubj was/AUX/VBD/3/aux praising/VERB/VBG/0/root", &[]),
            // An active verb with the subject of a passive.
            ("Oman/PROPN/NNP/3/nsubj:pass has/AUX/VBZ/3/aux signed/VERB/VBN/0/root it/PRON/PRP/3/obj",
             &["1 3 nsubj"]),
            ("Oman/PROPN/NNP/4/nsubj:pass has/AUX/VBZ/4/aux been/AUX/VBN/4/aux:pass hit/VERB/VBN/0/root", &[]),
            ("Oman/PROPN/NNP/2/nsubj:pass hit/VERB/VBN/0/root", &[]),
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
