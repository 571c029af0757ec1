//! Makes the models of onrecord from treebanks: one command, the same bytes every time.

mod cluster;
mod confidence;
mod conllu;
mod context;
mod learn;
mod measure;
mod name;
mod network;
mod own;
mod parse;
mod perceptron;
mod split;
mod tag;
mod vectors;
mod whole;
mod world;

use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use clap::Parser;

use conllu::Sentence;
use context::Units;
use learn::Course;
use network::{Network, Weights};
use onrecord::model::Situation;
use onrecord::syntax::features::{self, Tagged, Words};
use onrecord::syntax::parser::{self, State};
use onrecord::syntax::tagset::Tagset;
use onrecord::syntax::{Files, Relation, Syntax, label, tagger};
use perceptron::Random;
use world::World;

/// Train every model of the syntax layer and write it below OUT.
#[derive(Parser)]
struct Flags {
    /// Folder of the treebanks, as gzipped CoNLL-U.
    #[arg(long, default_value = "corpora")]
    corpora: PathBuf,
    /// Treebanks to learn from, without `.conllu.gz`.
    #[arg(long, num_args = 1.., default_values = ["ewt-train", "gum-train.open"])]
    train: Vec<String>,
    /// Sentences that a teacher has annotated with tags and arcs alone (`teacher/`), in the same folder.
    #[arg(long, num_args = 0..)]
    taught: Vec<String>,
    /// Treebanks to measure on.
    #[arg(long, num_args = 1.., default_values = ["ewt-dev", "gum-dev.open"])]
    dev: Vec<String>,
    /// Folder of the model files.
    #[arg(long, default_value = "crates/onrecord/models")]
    out: PathBuf,
    /// Word vectors in the text format of `GloVe`, for the word classes and the lemmas of verbs.
    #[arg(long)]
    vectors: Option<PathBuf>,
    /// Folder of documents with annotated facts, for the confidences.
    #[arg(long)]
    gold: Option<PathBuf>,
    /// File of the confidences.
    #[arg(long, default_value = "crates/onrecord/resources/fact/confidence.toml")]
    confidence: PathBuf,
    /// Models to make: `sentence`, `syntax` and `cluster` (which need --vectors), `name` (which reads its
    /// corpora below CORPORA/ner with the other models as they were built in), and `confidence` (which needs --gold).
    #[arg(long, num_args = 1.., default_values = ["sentence", "syntax"])]
    only: Vec<String>,
}

fn main() -> Result<()> {
    let flags = Flags::parse();
    let wanted = |model: &str| flags.only.iter().any(|name| name == model);
    if wanted("cluster") {
        let vectors = flags.vectors.as_deref().context("word classes need --vectors")?;
        save(&flags.out, "cluster", &cluster::train(vectors)?)?;
    }
    if wanted("name") {
        save(&flags.out, "name", &name::train(&flags.corpora.join("ner"))?)?;
    }
    if wanted("confidence") {
        let gold = flags.gold.as_deref().context("confidences need --gold")?;
        fs::write(&flags.confidence, confidence::measure(gold)?)
            .with_context(|| format!("{} cannot be written", flags.confidence.display()))?;
    }
    if wanted("sentence") || wanted("syntax") {
        syntax(&flags, wanted("sentence"), wanted("syntax"))?;
    }
    Ok(())
}

/// Makes the models of the syntax layer.
fn syntax(flags: &Flags, splits: bool, parses: bool) -> Result<()> {
    let read = |names: &[String]| -> Result<Vec<Vec<Sentence>>> {
        names.iter().map(|name| conllu::read(&flags.corpora.join(format!("{name}.conllu.gz")))).collect()
    };
    let mut train: Vec<Sentence> = read(&flags.train)?.into_iter().flatten().collect();
    if splits {
        save(&flags.out, "sentence", &split::train(&train))?;
    }
    if !parses {
        return Ok(());
    }
    let mut taught: Vec<Sentence> = read(&flags.taught)?.into_iter().flatten().collect();
    for sentence in &mut taught {
        sentence.own = true;
    }
    train.extend(own::read(train.iter().chain(&taught))?);
    let known = train.len();
    train.append(&mut taught);
    let path = flags.vectors.as_deref().context("the models of the syntax layer need --vectors")?;
    let cluster = fs::read(flags.out.join("cluster.bin")).context("there is no cluster.bin")?;
    let (vocabulary, rank) = world::vocabulary(path)?;
    let made = tag::tagset(World { vocabulary: &vocabulary, rank: &rank }, &train);
    let tagset = Tagset::load(&made.file).map_err(|e| anyhow!(e))?;
    let (words, vectors) = vectors::words(path, &train[..known], &mut Random::new())?;
    let spelt: Vec<Words> =
        train.iter().map(|sentence| Words::of(sentence.forms.iter().map(String::as_str))).collect();
    let values: Vec<Vec<[u32; 4]>> =
        spelt.iter().map(|words| (0..words.len()).map(|at| words.values(at)).collect()).collect();
    let course = Course { words: &words, sentences: &train, values: &values };
    let learned = course.learn(weights(vectors, &tagset), |lesson| {
        let (row, sentence) = (lesson.row, &train[lesson.row]);
        let tags = tag::tags(&tagset, &spelt[row], &made.gold[row], sentence, lesson);
        parse::heads(sentence, &tags, lesson);
        parse::relations(sentence, &tags, lesson);
    });

    let (table, scale) = words.table(&learned.context.vectors)?;
    let (context, scale) = learned.context.numbers(scale);
    let [parser, label, tagger] = learned.networks.map(|network| network.numbers(scale).write());
    let (vector, context) = (table.write(), context.write());
    let files = [
        ("vector", &vector),
        ("context", &context),
        ("tagset", &made.file),
        ("tagger", &tagger),
        ("parser", &parser),
        ("label", &label),
    ];
    for (name, file) in files {
        save(&flags.out, name, file)?;
    }
    let files = Files {
        cluster: &cluster,
        vector: &vector,
        context: &context,
        tagset: &made.file,
        tagger: &tagger,
        parser: &parser,
        label: &label,
    };
    let syntax = Syntax::load(files)?;
    for (name, sentences) in flags.dev.iter().zip(read(&flags.dev)?) {
        measure::measure(&syntax, name, &sentences);
    }
    Ok(())
}

/// The networks before they learn.
fn weights(vectors: Vec<Units>, tagset: &Tagset) -> Weights {
    let mut random = Random::new();
    let mut seen = Situation::default();
    let context = context::Context::new(vectors, features::VALUES as usize, &mut random);
    parser::situation(Tagged::default(), &State::new(0), &mut seen);
    let moves = Network::new(&seen, parse::MOVES, &mut random);
    label::situation(Tagged::default(), &[], &[], 0, &mut seen);
    let relations = Network::new(&seen, Relation::ALL.len(), &mut random);
    tagger::situation(&Words::default(), &[], &mut seen);
    let tags = Network::new(&seen, tagset.classes(), &mut random);
    Weights { context, networks: [moves, relations, tags] }
}

fn save(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name).with_extension("bin");
    say(&format!("{name}: {} bytes", bytes.len()));
    fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

/// A line for whoever watches.
fn say(line: &str) {
    // Training goes on whether or not anybody watches.
    let _ = writeln!(stderr(), "{line}");
}
