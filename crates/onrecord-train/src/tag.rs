//! The tag set with features and lemmas, and what the tagger learns from a sentence.

use std::collections::BTreeMap;

use onrecord::model::hash;
use onrecord::syntax::features::Words;
use onrecord::syntax::lemma::{self, Edit, Lemmatizer};
use onrecord::syntax::tagger::situation;
use onrecord::syntax::tagset::{self, Parts, Tagset, feats_key};
use onrecord::syntax::{Tag, Upos};

use crate::conllu::Sentence;
use crate::learn::Lesson;
use crate::network::Task;
use crate::perceptron::argmax;
use crate::world::World;

/// A word has but one tag if it had that one at least so often, and nearly no other.
const FIXED: usize = 40;

/// The classes of words with what follows from them.
pub(crate) struct Trained {
    /// The model file.
    pub(crate) file: Vec<u8>,
    /// The class of every word; none where it occurs but once in the treebanks.
    pub(crate) gold: Vec<Vec<Option<usize>>>,
}

/// Makes the tag set of the treebanks.
pub(crate) fn tagset(world: World, sentences: &[Sentence]) -> Trained {
    let name = |sentence: &Sentence, at: usize| format!("{} {}", sentence.upos[at].name(), sentence.xpos[at]);
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for sentence in sentences {
        (0..sentence.forms.len()).for_each(|at| *times.entry(name(sentence, at)).or_default() += 1);
    }
    let classes: Vec<String> = times.into_iter().filter(|&(_, n)| n > 1).map(|(class, _)| class).collect();
    let class = |sentence: &Sentence, at: usize| classes.binary_search(&name(sentence, at)).ok();
    let gold: Vec<Vec<Option<usize>>> =
        sentences.iter().map(|s| (0..s.forms.len()).map(|at| class(s, at)).collect()).collect();
    // Our own sentences have neither lemmas nor features.
    let told = sentences.iter().zip(&gold).filter(|(sentence, _)| !sentence.own);
    let (treebank, told): (Vec<&Sentence>, Vec<Vec<Option<usize>>>) =
        told.map(|(sentence, gold)| (sentence, gold.clone())).unzip();
    let fixed = fixed(&treebank, &told);
    let (feats, features) = feats(&treebank, &told);
    let lemmas = lemmas(world, &treebank, &told, &classes);
    Trained { file: tagset::write(&Parts { classes, feats, fixed, features, lemmas }), gold }
}

/// The tags of a sentence, as the network decides them while it learns.
pub(crate) fn tags(
    tagset: &Tagset,
    words: &Words,
    gold: &[Option<usize>],
    sentence: &Sentence,
    lesson: &mut Lesson,
) -> Vec<Tag> {
    let upos: Vec<Upos> = (0..=u8::MAX).take(tagset.classes()).map(|class| tagset.tag(class).upos).collect();
    let mut tags: Vec<Tag> = Vec::with_capacity(words.len());
    for (at, &gold) in gold.iter().enumerate() {
        let class = tagset.fixed(words, at).unwrap_or_else(|| {
            situation(words, &tags, &mut lesson.situation);
            let good = |class: usize| gold.map_or(upos[class] == sentence.upos[at], |gold| class == gold);
            let scores = lesson.decide(Task::Tags, |_| true, good);
            u8::try_from(argmax(&scores, |_| true)).unwrap_or_default()
        });
        tags.push(tagset.tag(class));
    }
    tags
}

/// The words that have but one class.
fn fixed(sentences: &[&Sentence], gold: &[Vec<Option<usize>>]) -> Vec<(u64, u8)> {
    let mut times: BTreeMap<&str, BTreeMap<usize, usize>> = BTreeMap::new();
    for (sentence, classes) in sentences.iter().zip(gold) {
        for (form, class) in sentence.forms.iter().zip(classes) {
            if let Some(class) = class {
                *times.entry(form).or_default().entry(*class).or_default() += 1;
            }
        }
    }
    let only = |(form, classes): (&str, BTreeMap<usize, usize>)| {
        let total: usize = classes.values().sum();
        let (&class, &most) = classes.iter().max_by_key(|(_, n)| **n)?;
        let sure = most >= FIXED && (total - most) * 400 < most;
        sure.then(|| (hash(form), u8::try_from(class).unwrap_or_default()))
    };
    times.into_iter().filter_map(only).collect()
}

/// The feature strings, and which of them go with a class or a class and a form.
fn feats(sentences: &[&Sentence], gold: &[Vec<Option<usize>>]) -> (Vec<String>, Vec<(u64, u16)>) {
    let mut times: BTreeMap<u64, BTreeMap<&str, usize>> = BTreeMap::new();
    for (sentence, classes) in sentences.iter().zip(gold) {
        for (at, class) in classes.iter().enumerate() {
            let Some(class) = class.and_then(|class| u8::try_from(class).ok()) else { continue };
            let lower = hash(&sentence.forms[at].to_lowercase());
            for key in [feats_key(class, None), feats_key(class, Some(lower))] {
                *times.entry(key).or_default().entry(&sentence.feats[at]).or_default() += 1;
            }
        }
    }
    let mut strings = vec![String::new()];
    let mut general: BTreeMap<u64, u16> = BTreeMap::new();
    let mut row = |feats: &str| {
        let at = strings.iter().position(|known| known == feats).unwrap_or_else(|| {
            strings.push(feats.to_owned());
            strings.len() - 1
        });
        u16::try_from(at).unwrap_or_default()
    };
    for (&key, choices) in &times {
        let most = choices.iter().max_by_key(|(_, n)| **n).filter(|(_, n)| **n >= 3);
        if let Some((feats, _)) = most {
            general.insert(key, row(feats));
        }
    }
    // A form that has the features of its class needs no row of its own.
    let class_row: BTreeMap<u64, u16> =
        (0..=u8::MAX).filter_map(|c| Some((u64::from(c), *general.get(&feats_key(c, None))?))).collect();
    let plain: BTreeMap<u64, u64> = gold
        .iter()
        .zip(sentences)
        .flat_map(|(classes, s)| classes.iter().zip(&s.forms))
        .filter_map(|(class, form)| {
            let class = u8::try_from((*class)?).ok()?;
            Some((feats_key(class, Some(hash(&form.to_lowercase()))), u64::from(class)))
        })
        .collect();
    let needed = |(key, row): &(u64, u16)| plain.get(key).and_then(|class| class_row.get(class)) != Some(row);
    (strings, general.into_iter().filter(needed).collect())
}

/// Lemma rules: for every ending the commonest edit, where the shorter ending does not give it already.
fn lemmas(
    world: World,
    sentences: &[&Sentence],
    gold: &[Vec<Option<usize>>],
    classes: &[String],
) -> Lemmatizer {
    let mut words: BTreeMap<(String, u8), BTreeMap<Edit, usize>> = BTreeMap::new();
    for (sentence, classes) in sentences.iter().zip(gold) {
        for (at, class) in classes.iter().enumerate() {
            let Some(class) = class.and_then(|class| u8::try_from(class).ok()) else { continue };
            let form = &sentence.forms[at];
            let lower = form.to_lowercase();
            let written = lemma::written(form, &lower, sentence.upos[at] == Upos::Propn);
            let edit = lemma::edit(&written, &lower, &sentence.lemmas[at]);
            *words.entry((lower, class)).or_default().entry(edit).or_default() += 1;
        }
    }
    // A mark is the same under whatever tag; the treebanks differ in whether "--" is "-".
    let marks: Vec<u8> = (0..=u8::MAX)
        .filter(|&class| classes.get(usize::from(class)).is_some_and(|name| name.starts_with("PUNCT ")))
        .collect();
    let mut pooled: BTreeMap<String, BTreeMap<Edit, usize>> = BTreeMap::new();
    for ((lower, _), choices) in words.iter().filter(|((_, class), _)| marks.contains(class)) {
        let all = pooled.entry(lower.clone()).or_default();
        for (edit, n) in choices {
            *all.entry(edit.clone()).or_default() += n;
        }
    }
    for ((lower, _), choices) in words.iter_mut().filter(|((_, class), _)| marks.contains(class)) {
        choices.clone_from(&pooled[lower]);
    }
    let mut endings: BTreeMap<(String, u8), BTreeMap<&Edit, usize>> = BTreeMap::new();
    let commonest =
        |choices: &BTreeMap<Edit, usize>| choices.iter().max_by_key(|(_, n)| **n).map(|(e, _)| e.clone());
    for ((lower, class), choices) in &words {
        for start in lower.char_indices().rev().take(lemma::ENDING).map(|(at, _)| at) {
            let votes = endings.entry((lower[start..].to_owned(), *class)).or_default();
            // Types count, not tokens: new words behave like rare ones.
            for edit in choices.keys() {
                *votes.entry(edit).or_default() += 1;
            }
        }
    }
    let mut edits: Vec<Edit> = Vec::new();
    let mut row = |edit: &Edit| {
        let at = edits.iter().position(|known| known == edit).unwrap_or_else(|| {
            edits.push(edit.clone());
            edits.len() - 1
        });
        u16::try_from(at).unwrap_or_default()
    };
    let mut chosen: BTreeMap<(&str, u8), u16> = BTreeMap::new();
    let mut list = Vec::new();
    let mut by_length: Vec<_> = endings.iter().collect();
    by_length.sort_by_key(|((ending, class), _)| (ending.chars().count(), ending.clone(), *class));
    let inherited = |chosen: &BTreeMap<(&str, u8), u16>, ending: &str, class: u8| {
        let shorter = ending.char_indices().skip(1).map(|(at, _)| at);
        shorter.into_iter().find_map(|at| chosen.get(&(&ending[at..], class)).copied())
    };
    for ((ending, class), votes) in by_length {
        let Some((edit, &n)) = votes.iter().max_by_key(|(_, n)| **n) else { continue };
        let total: usize = votes.values().sum();
        if n < 2 || n * 2 < total {
            continue;
        }
        let rule = row(edit);
        if inherited(&chosen, ending, *class) != Some(rule) {
            chosen.insert((ending, *class), rule);
            list.push((lemma::ending_key(ending, *class), rule));
        }
    }
    // Whole words whose lemma the endings do not give.
    for ((lower, class), choices) in &words {
        let Some(edit) = commonest(choices) else { continue };
        let rule = row(&edit);
        let starts: Vec<usize> = lower.char_indices().rev().take(lemma::ENDING).map(|(at, _)| at).collect();
        let by_ending = starts.iter().rev().find_map(|&at| chosen.get(&(&lower[at..], *class)).copied());
        if by_ending != Some(rule) {
            list.push((lemma::word_key(lower, *class), rule));
        }
    }
    // A form of a verb is the same verb's under whatever tag: "shot" as VBP is a slip for VBD.
    let verbs: Vec<u8> = (0..=u8::MAX)
        .filter(|&class| classes.get(usize::from(class)).is_some_and(|name| name.starts_with("VERB V")))
        .collect();
    for ((lower, class), choices) in words.iter().filter(|((_, class), _)| verbs.contains(class)) {
        let Some(edit) = commonest(choices).filter(|edit| edit.cut > 0) else { continue };
        let rule = row(&edit);
        for &other in
            verbs.iter().filter(|&other| other != class && !words.contains_key(&(lower.clone(), *other)))
        {
            list.push((lemma::word_key(lower, other), rule));
        }
    }
    // Inflected verbs that the treebanks do not have: of the verbs that they can be of, the commonest word.
    for (row_of, class) in classes.iter().enumerate() {
        let Some(penn) = class.strip_prefix("VERB ") else { continue };
        let class = u8::try_from(row_of).unwrap_or_default();
        for form in world.vocabulary {
            let Some(base) = world.base(form, penn) else { continue };
            let rule = row(&lemma::edit(form, form, base));
            let starts: Vec<usize> =
                form.char_indices().rev().take(lemma::ENDING).map(|(at, _)| at).collect();
            let by_ending = starts.iter().rev().find_map(|&at| chosen.get(&(&form[at..], class)).copied());
            if by_ending != Some(rule) && !words.contains_key(&(form.clone(), class)) {
                list.push((lemma::word_key(form, class), rule));
            }
        }
    }
    Lemmatizer::new(edits, list)
}
