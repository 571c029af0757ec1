//! Makes the models of onrecord from treebanks: one command, the same bytes every time.

mod cluster;
mod confidence;
mod conllu;
mod name;
mod own;
mod parse;
mod perceptron;
mod split;
mod tag;
mod world;

use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use clap::Parser;

use conllu::Sentence;
use onrecord::model::Clusters;
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
    /// Models to make: `sentence`, `tagger`, `parser`, `cluster` (which needs --vectors), `name` (which reads its
    /// corpora below CORPORA/ner with the other models as they were built in), and `confidence` (which needs --gold).
    #[arg(long, num_args = 1.., default_values = ["sentence", "tagger", "parser"])]
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
    if !["sentence", "tagger", "parser"].into_iter().any(wanted) {
        return Ok(());
    }
    let read = |names: &[String]| -> Result<Vec<Vec<Sentence>>> {
        names.iter().map(|name| conllu::read(&flags.corpora.join(format!("{name}.conllu.gz")))).collect()
    };
    let train: Vec<Sentence> = read(&flags.train)?.into_iter().flatten().collect();
    let dev: Vec<(String, Vec<Sentence>)> = flags.dev.iter().cloned().zip(read(&flags.dev)?).collect();
    if wanted("sentence") {
        save(&flags.out, "sentence", &split::train(&train))?;
    }
    let mut train = train;
    train.extend(own::read()?);
    let clusters = fs::read(flags.out.join("cluster.bin")).context("there is no cluster.bin")?;
    let clusters = Clusters::load(&clusters).map_err(|e| anyhow!(e))?;
    let (vocabulary, rank) = flags.vectors.as_deref().map(world::vocabulary).transpose()?.unwrap_or_default();
    let world = World { clusters: &clusters, vocabulary: &vocabulary, rank: &rank };
    let known: Option<Vec<u8>> = fs::read(flags.out.join("tagger.bin")).ok();
    let tagger = if wanted("tagger") {
        tag::train(world, &train, &dev)?
    } else {
        known.context("there is no tagger.bin")?
    };
    save(&flags.out, "tagger", &tagger)?;
    if wanted("parser") {
        let (parser, labels) = parse::train(world, train, dev, &tagger)?;
        save(&flags.out, "parser", &parser)?;
        save(&flags.out, "label", &labels)?;
    }
    Ok(())
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
