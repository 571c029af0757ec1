//! Trains the tagger and the lemmatizer.

use std::collections::BTreeMap;

use anyhow::Result;
use onrecord::model::hash;
use onrecord::syntax::Upos;
use onrecord::syntax::features::{Scratch, Words};
use onrecord::syntax::lemma::{self, Edit, Lemmas, Lemmatizer};
use onrecord::syntax::tagger::{self, NONE, Parts, Tagger, feats_key};

use rayon::prelude::*;

use crate::conllu::Sentence;
use crate::perceptron::{Perceptron, Random, argmax, mixed};
use crate::say;
use crate::world::World;

const EPOCHS: usize = 12;

/// Orders in which each model learns.
const RUNS: u64 = 3;

/// A word has but one tag if it had that one at least so often, and nearly no other.
const FIXED: usize = 40;

/// The model file of the tagger.
pub(crate) fn train(
    world: World,
    sentences: &[Sentence],
    dev: &[(String, Vec<Sentence>)],
) -> Result<Vec<u8>> {
    let parts = parts(world, &sentences.iter().collect::<Vec<_>>(), EPOCHS)?;
    let file = tagger::write(&parts);
    if let Ok(tagger) = Tagger::new(parts) {
        for (name, sentences) in dev {
            measure(world, &tagger, name, sentences);
        }
    }
    Ok(file)
}

/// A tagger of `sentences`.
pub(crate) fn parts(world: World, sentences: &[&Sentence], epochs: usize) -> Result<Parts> {
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
        told.map(|(sentence, gold)| (*sentence, gold.clone())).unzip();
    let fixed = fixed(&treebank, &told);
    let (feats, features) = feats(&treebank, &told);
    let lemmas = lemmas(world, &treebank, &told, &classes);
    let upos = classes.iter().map(|class| {
        let name = class.split(' ').next().unwrap_or_default();
        Upos::named(name).map_or(NONE, |upos| upos as u64)
    });
    let upos: Vec<u64> = upos.collect();
    let course =
        Course { world, sentences, gold: &gold, upos: &upos, fixed: fixed.iter().copied().collect() };
    let rows: Vec<usize> = (0..sentences.len()).collect();
    let runs = if epochs == EPOCHS { RUNS } else { 1 };
    let first = mixed(runs, |random| Ok(course.model(&rows, epochs, None, random)))?;
    let seen = course.jackknife(epochs.min(FOLD_EPOCHS));
    let second = mixed(runs, |random| Ok(course.model(&rows, epochs, Some(&seen), random)))?;
    let least = 3 * u32::try_from(runs).unwrap_or(1);
    let (model, second) = (first.finish(least, 2.0), second.finish(least, 2.5));
    Ok(Parts { model, second, classes, feats, fixed, features, lemmas })
}

/// Parts of the text that the first pass reads without having learned from them, for the second pass to learn from.
const FOLDS: usize = 4;
const FOLD_EPOCHS: usize = 5;

/// What the tagger learns from.
struct Course<'a> {
    world: World<'a>,
    sentences: &'a [&'a Sentence],
    gold: &'a [Vec<Option<usize>>],
    /// The universal tag of every class.
    upos: &'a [u64],
    fixed: BTreeMap<u64, u8>,
}

impl Course<'_> {
    /// A model of the sentences `rows`; with what a first pass made of all sentences, one of the second pass.
    fn model(
        &self,
        rows: &[usize],
        epochs: usize,
        first: Option<&[Vec<usize>]>,
        mut random: Random,
    ) -> Perceptron {
        let mut order = rows.to_vec();
        let mut model = Perceptron::new(self.upos.len());
        for _ in 0..epochs {
            random.shuffle(&mut order);
            for &row in &order {
                self.read(row, first.map(|first| first[row].as_slice()), &mut model, true);
            }
        }
        model
    }

    /// The classes that `model` gives sentence `row`; learns from its mistakes if told to.
    fn read(&self, row: usize, first: Option<&[usize]>, model: &mut Perceptron, learns: bool) -> Vec<usize> {
        let forms = &self.sentences[row].forms;
        let words = Words::of(forms.iter().map(String::as_str), self.world.clusters);
        let first: Option<Vec<(u64, u64)>> =
            first.map(|first| first.iter().map(|&class| (class as u64, self.upos[class])).collect());
        let (mut seen, mut scores) = (Vec::new(), Vec::new());
        let mut history = [(NONE, NONE); 2];
        let mut classes = Vec::with_capacity(forms.len());
        for (at, form) in forms.iter().enumerate() {
            let guess = self.fixed.get(&hash(form)).map_or_else(
                || {
                    match &first {
                        Some(first) => tagger::features_again(&words, at, history, first, &mut seen),
                        None => tagger::features(&words, at, history, &mut seen),
                    }
                    model.score(&seen, &mut scores);
                    let guess = argmax(&scores, |_| true);
                    if learns {
                        if let Some(good) = self.gold[row][at].filter(|&good| good != guess) {
                            model.update(&seen, good, guess);
                        }
                        model.tick();
                    }
                    guess
                },
                |&class| usize::from(class),
            );
            history = [(guess as u64, self.upos[guess]), history[0]];
            classes.push(guess);
        }
        classes
    }

    /// What a first pass makes of every sentence that has not learned from it.
    fn jackknife(&self, epochs: usize) -> Vec<Vec<usize>> {
        // Blocks of sentences, so that a document does not help to tag itself.
        let fold = |row: usize| row / 50 % FOLDS;
        let mut seen = vec![Vec::new(); self.sentences.len()];
        let read: Vec<Vec<(usize, Vec<usize>)>> = (0..FOLDS)
            .into_par_iter()
            .map(|k| {
                let rows = |own: bool| (0..self.sentences.len()).filter(move |&row| (fold(row) == k) == own);
                let mut model =
                    self.model(&rows(false).collect::<Vec<_>>(), epochs, None, Random::new()).averaged();
                rows(true).map(|row| (row, self.read(row, None, &mut model, false))).collect()
            })
            .collect();
        for (row, classes) in read.into_iter().flatten() {
            seen[row] = classes;
        }
        seen
    }
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

/// Says how many words of a treebank get the right tag and lemma, on its own words.
fn measure(world: World, tagger: &Tagger, name: &str, sentences: &[Sentence]) {
    let mut scratch = Scratch::default();
    let (mut all, mut right, mut lemma_right, mut feats_right) = (0_u32, 0_u32, 0_u32, 0_u32);
    for sentence in sentences {
        let words = Words::of(sentence.forms.iter().map(String::as_str), world.clusters);
        let (mut tags, mut lemmas) = (Vec::new(), Lemmas::default());
        tagger.tag(&words, &mut scratch, &mut tags, &mut lemmas);
        for (at, tag) in tags.iter().enumerate() {
            all += 1;
            right += u32::from(tag.upos == sentence.upos[at]);
            lemma_right += u32::from(lemmas.get(at) == sentence.lemmas[at]);
            feats_right += u32::from(tagger.feats(*tag) == sentence.feats[at]);
        }
    }
    let percent = |n: u32| 100.0 * f64::from(n) / f64::from(all.max(1));
    say(&format!(
        "{name}: UPOS {:.2}, features {:.2}, lemmas {:.2}",
        percent(right),
        percent(feats_right),
        percent(lemma_right)
    ));
}
