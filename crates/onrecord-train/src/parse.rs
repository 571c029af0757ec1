//! Trains the parser and the labeller, on tags that a tagger predicted which had not seen the sentence.

use anyhow::{Result, anyhow};
use onrecord::model::Writer;
use onrecord::syntax::features::{ROOT, Scratch, Words};
use onrecord::syntax::label::{self, Labeller, children};
use onrecord::syntax::lemma::Lemmas;
use onrecord::syntax::parser::{self, Parser, State};
use onrecord::syntax::tagger::Tagger;
use onrecord::syntax::{Relation, Tag};
use rayon::prelude::*;

use crate::conllu::Sentence;
use crate::perceptron::{Perceptron, Random, argmax, mixed};
use crate::world::World;
use crate::{say, tag};

const FOLDS: usize = 5;
const FOLD_EPOCHS: usize = 5;
const EPOCHS: usize = 14;
const LABEL_EPOCHS: usize = 8;

/// Orders in which each model learns, and the updates a feature needs in all of them together to stay.
const RUNS: u64 = 3;
const LEAST: u32 = 18;

/// The model files of the parser and the labeller.
pub(crate) fn train(
    world: World,
    sentences: Vec<Sentence>,
    dev: Vec<(String, Vec<Sentence>)>,
    tagger_file: &[u8],
) -> Result<(Vec<u8>, Vec<u8>)> {
    let tags = jackknife(world, &sentences, tagger_file)?;
    let (parser, labels) = (
        mixed(RUNS, |random| Ok(heads(world, &sentences, &tags, random)))?,
        mixed(RUNS, |random| Ok(labels(world, &sentences, &tags, random)))?,
    );
    let file = |model: Perceptron| {
        let mut file = Writer::new();
        model.finish(LEAST, 4.0).write(&mut file);
        file.finish()
    };
    let (parser, labels) = (file(parser), file(labels));
    let tagger = Tagger::load(tagger_file).map_err(|e| anyhow!(e))?;
    for (name, sentences) in &dev {
        measure(world, &tagger, &parser, &labels, name, sentences)?;
    }
    Ok((parser, labels))
}

/// Tags of every sentence, by taggers that were trained without it; in the tag numbers of the final tagger.
fn jackknife(world: World, sentences: &[Sentence], tagger_file: &[u8]) -> Result<Vec<Vec<Tag>>> {
    let last = Tagger::load(tagger_file).map_err(|e| anyhow!(e))?;
    // Blocks of sentences, so that a document does not help to tag itself.
    let fold = |row: usize| row / 50 % FOLDS;
    let folds: Vec<Vec<Vec<Tag>>> = (0..FOLDS)
        .into_par_iter()
        .map(|k| {
            let rest: Vec<&Sentence> =
                sentences.iter().enumerate().filter(|(row, _)| fold(*row) != k).map(|r| r.1).collect();
            let tagger = Tagger::new(tag::parts(world, &rest, FOLD_EPOCHS)?).map_err(|e| anyhow!(e))?;
            let own = sentences.iter().enumerate().filter(|(row, _)| fold(*row) == k);
            Ok(own.map(|(_, sentence)| tags(world, &tagger, sentence, &last)).collect())
        })
        .collect::<Result<_>>()?;
    let mut next: Vec<_> = folds.into_iter().map(Vec::into_iter).collect();
    Ok((0..sentences.len()).filter_map(|row| next[fold(row)].next()).collect())
}

/// The tags of a sentence by `tagger`, with the Penn tags numbered as `last` numbers them.
fn tags(world: World, tagger: &Tagger, sentence: &Sentence, last: &Tagger) -> Vec<Tag> {
    let words = Words::of(sentence.forms.iter().map(String::as_str), world.clusters);
    let mut tags = Vec::new();
    tagger.tag(&words, &mut Scratch::default(), &mut tags, &mut Lemmas::default());
    for tag in &mut tags {
        tag.xpos = last.xpos_row(tagger.xpos(*tag)).unwrap_or_default();
    }
    tags
}

fn heads(world: World, sentences: &[Sentence], tags: &[Vec<Tag>], mut random: Random) -> Perceptron {
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut model = Perceptron::new(3);
    let (mut seen, mut scores) = (Vec::new(), Vec::new());
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        let mut errors = 0;
        for &row in &order {
            let words = Words::of(sentences[row].forms.iter().map(String::as_str), world.clusters);
            let gold = &sentences[row].heads;
            let mut state = State::new(gold.len());
            while !state.is_done() {
                let (legal, costs) = (state.legal(), state.costs(gold));
                parser::features(&words, &tags[row], &state, &mut seen);
                model.score(&seen, &mut scores);
                let least = (0..3).filter(|&a| legal[a]).map(|a| costs[a]).min().unwrap_or_default();
                let guess = argmax(&scores, |a| legal[a]);
                let good = argmax(&scores, |a| legal[a] && costs[a] == least);
                if costs[guess] != least {
                    model.update(&seen, good, guess);
                    errors += 1;
                }
                model.tick();
                // After the first round the parser mostly goes where its own mistakes lead.
                state.step(if epoch > 0 && random.chance(9) { guess } else { good });
            }
        }
        say(&format!("parser, epoch {epoch}: {errors} wrong moves"));
    }
    model
}

fn labels(world: World, sentences: &[Sentence], tags: &[Vec<Tag>], mut random: Random) -> Perceptron {
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    let mut model = Perceptron::new(Relation::ALL.len());
    let (mut seen, mut scores) = (Vec::new(), Vec::new());
    for _ in 0..LABEL_EPOCHS {
        random.shuffle(&mut order);
        for &row in &order {
            let sentence = &sentences[row];
            let words = Words::of(sentence.forms.iter().map(String::as_str), world.clusters);
            let kids = children(&sentence.heads);
            for at in (0..sentence.forms.len()).filter(|&at| sentence.heads[at] != ROOT) {
                label::features(&words, &tags[row], &sentence.heads, &kids, at, &mut seen);
                model.score(&seen, &mut scores);
                let (good, guess) = (sentence.relations[at] as usize, argmax(&scores, |_| true));
                if good != guess {
                    model.update(&seen, good, guess);
                }
                model.tick();
            }
        }
    }
    model
}

/// Says how many words of a treebank get the right head and relation, on its own words with predicted tags.
fn measure(
    world: World,
    tagger: &Tagger,
    parser: &[u8],
    labels: &[u8],
    name: &str,
    sentences: &[Sentence],
) -> Result<()> {
    let parser = Parser::load(parser).map_err(|e| anyhow!(e))?;
    let labeller = Labeller::load(labels).map_err(|e| anyhow!(e))?;
    let mut scratch = Scratch::default();
    let (mut all, mut attached, mut labelled) = (0_u32, 0_u32, 0_u32);
    let universal = |relation: Relation| relation.name().split(':').next();
    for sentence in sentences {
        let words = Words::of(sentence.forms.iter().map(String::as_str), world.clusters);
        let mut tags = Vec::new();
        tagger.tag(&words, &mut scratch, &mut tags, &mut Lemmas::default());
        let heads = parser.parse(&words, &tags, &mut scratch);
        let relations = labeller.label(&words, &tags, &heads, &mut scratch);
        for at in 0..heads.len() {
            let hit = heads[at] == sentence.heads[at];
            all += 1;
            attached += u32::from(hit);
            labelled += u32::from(hit && universal(relations[at]) == universal(sentence.relations[at]));
        }
    }
    let percent = |n: u32| 100.0 * f64::from(n) / f64::from(all.max(1));
    say(&format!("{name}: UAS {:.2}, LAS {:.2}", percent(attached), percent(labelled)));
    Ok(())
}
