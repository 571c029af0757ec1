//! Trains the tagger and the lemmatizer.

use std::collections::BTreeMap;

use anyhow::{Result, anyhow};
use onrecord::model::hash;
use onrecord::syntax::Upos;
use onrecord::syntax::features::{Scratch, Words};
use onrecord::syntax::lemma::{self, Edit, Lemmatizer};
use onrecord::syntax::tagger::{self, Guess, NONE, Parts, Tagger, feats_key};

use rayon::prelude::*;

use crate::conllu::Sentence;
use crate::perceptron::{Perceptron, Random, argmax, mixed};
use crate::world::World;

const EPOCHS: usize = 12;

/// Orders in which each model learns.
const RUNS: u64 = 3;

/// A word has but one tag if it had that one at least so often, and nearly no other.
const FIXED: usize = 40;

/// The first pass, and what it makes of sentences that it has not learned from.
pub(crate) struct Trained {
    /// The model file.
    pub(crate) file: Vec<u8>,
    /// What taggers guess that were trained without the sentence.
    pub(crate) guesses: Vec<Vec<Guess>>,
    /// The class of every word, where it has one.
    pub(crate) gold: Vec<Vec<Option<usize>>>,
}

/// Trains the first pass.
pub(crate) fn train(world: World, sentences: &[Sentence]) -> Result<Trained> {
    let name = |sentence: &Sentence, at: usize| format!("{} {}", sentence.upos[at].name(), sentence.xpos[at]);
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for sentence in sentences {
        (0..sentence.forms.len()).for_each(|at| *times.entry(name(sentence, at)).or_default() += 1);
    }
    let classes: Vec<String> = times.into_iter().filter(|&(_, n)| n > 1).map(|(class, _)| class).collect();
    let class = |sentence: &Sentence, at: usize| classes.binary_search(&name(sentence, at)).ok();
    let gold: Vec<Vec<Option<usize>>> =
        sentences.iter().map(|s| (0..s.forms.len()).map(|at| class(s, at)).collect()).collect();
    let upos = classes.iter().map(|class| {
        let name = class.split(' ').next().unwrap_or_default();
        Upos::named(name).map_or(NONE, |upos| upos as u64)
    });
    let course = Course { world, sentences, gold: &gold, upos: &upos.collect::<Vec<_>>(), classes: &classes };
    let rows: Vec<usize> = (0..sentences.len()).collect();
    let fixed = course.fixed(&rows);
    let model = mixed(RUNS, |random| Ok(course.model(&rows, &fixed, EPOCHS, random)))?;
    let guesses = course.jackknife()?;
    // Our own sentences have neither lemmas nor features.
    let told = sentences.iter().zip(&gold).filter(|(sentence, _)| !sentence.own);
    let (treebank, told): (Vec<&Sentence>, Vec<Vec<Option<usize>>>) =
        told.map(|(sentence, gold)| (sentence, gold.clone())).unzip();
    let (feats, features) = feats(&treebank, &told);
    let lemmas = lemmas(world, &treebank, &told, &classes);
    let model = model.finish(3 * u32::try_from(RUNS).unwrap_or(1), 2.0);
    let file = tagger::write(&Parts { model, classes, feats, fixed, features, lemmas });
    Ok(Trained { file, guesses, gold })
}

/// Parts of the text that are guessed by a tagger which has learned from the others.
const FOLDS: usize = 5;
const FOLD_EPOCHS: usize = 5;

/// What the tagger learns from.
struct Course<'a> {
    world: World<'a>,
    sentences: &'a [Sentence],
    gold: &'a [Vec<Option<usize>>],
    classes: &'a [String],
    /// The universal tag of every class.
    upos: &'a [u64],
}

impl Course<'_> {
    /// A model of the sentences `rows`.
    fn model(&self, rows: &[usize], fixed: &[(u64, u8)], epochs: usize, mut random: Random) -> Perceptron {
        let fixed: BTreeMap<u64, u8> = fixed.iter().copied().collect();
        let mut order = rows.to_vec();
        let mut model = Perceptron::new(self.upos.len());
        let (mut seen, mut scores) = (Vec::new(), Vec::new());
        for _ in 0..epochs {
            random.shuffle(&mut order);
            for &row in &order {
                let forms = &self.sentences[row].forms;
                let words = Words::of(forms.iter().map(String::as_str), self.world.clusters);
                let mut history = [(NONE, NONE); 2];
                for (at, form) in forms.iter().enumerate() {
                    let guess = if let Some(&class) = fixed.get(&hash(form)) {
                        usize::from(class)
                    } else {
                        tagger::features(&words, at, history, &mut seen);
                        model.score(&seen, &mut scores);
                        let guess = argmax(&scores, |_| true);
                        if let Some(good) = self.gold[row][at].filter(|&good| good != guess) {
                            model.update(&seen, good, guess);
                        }
                        model.tick();
                        guess
                    };
                    history = [(guess as u64, self.upos[guess]), history[0]];
                }
            }
        }
        model
    }

    /// What is guessed of every sentence by a tagger that has not learned from it.
    fn jackknife(&self) -> Result<Vec<Vec<Guess>>> {
        // Blocks of sentences, so that a document does not help to tag itself.
        let fold = |row: usize| row / 50 % FOLDS;
        let folds: Vec<Vec<Vec<Guess>>> = (0..FOLDS)
            .into_par_iter()
            .map(|k| {
                let rows = |own: bool| (0..self.sentences.len()).filter(move |&row| (fold(row) == k) == own);
                let rest: Vec<usize> = rows(false).collect();
                let fixed = self.fixed(&rest);
                let model = self.model(&rest, &fixed, FOLD_EPOCHS, Random::new()).finish(3, 2.0);
                let parts = Parts {
                    model,
                    classes: self.classes.to_vec(),
                    feats: vec![String::new()],
                    fixed,
                    features: Vec::new(),
                    lemmas: Lemmatizer::new(Vec::new(), Vec::new()),
                };
                let tagger = Tagger::new(parts).map_err(|e| anyhow!(e))?;
                let mut scratch = Scratch::default();
                let read = rows(true).map(|row| {
                    let forms = self.sentences[row].forms.iter().map(String::as_str);
                    tagger.guess(&Words::of(forms, self.world.clusters), &mut scratch)
                });
                Ok(read.collect())
            })
            .collect::<Result<_>>()?;
        let mut next: Vec<_> = folds.into_iter().map(Vec::into_iter).collect();
        Ok((0..self.sentences.len()).filter_map(|row| next[fold(row)].next()).collect())
    }

    /// The words of the sentences `rows` that have but one class.
    fn fixed(&self, rows: &[usize]) -> Vec<(u64, u8)> {
        let mut times: BTreeMap<&str, BTreeMap<usize, usize>> = BTreeMap::new();
        for &row in rows.iter().filter(|&&row| !self.sentences[row].own) {
            for (form, class) in self.sentences[row].forms.iter().zip(&self.gold[row]) {
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
        let most = choices.iter().max_by_key(|(_, n)| **n).map(|(feats, n)| (*feats, *n));
        if let Some((feats, n)) = most.filter(|(_, n)| *n >= 3) {
            let _ = n;
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
            let edit = lemma::edit(form, &lower, &sentence.lemmas[at]);
            *words.entry((lower, class)).or_default().entry(edit).or_default() += 1;
        }
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
