//! Makes the models of onrecord from treebanks: one command, the same bytes every time.

mod cluster;
mod confidence;
mod conllu;
mod learn;
mod measure;
mod name;
mod network;
mod own;
mod parse;
mod perceptron;
mod revise;
mod split;
mod tag;
mod vectors;
mod world;

use std::fs;
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use clap::Parser;

use conllu::Sentence;
use learn::Course;
use onrecord::model::Clusters;
use onrecord::syntax::features;
use onrecord::syntax::tagger::Tagger;
use onrecord::syntax::{Files, Syntax, Tag};
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
    train.extend(own::read()?);
    let path = flags.vectors.as_deref().context("the models of the syntax layer need --vectors")?;
    let cluster = fs::read(flags.out.join("cluster.bin")).context("there is no cluster.bin")?;
    let clusters = Clusters::load(&cluster).map_err(|e| anyhow!(e))?;
    let (vocabulary, rank) = world::vocabulary(path)?;
    let world = World { clusters: &clusters, vocabulary: &vocabulary, rank: &rank };

    let first = tag::train(world, &train)?;
    say("the first pass of the tagger is made");
    let tagger = Tagger::load(&first.file).map_err(|e| anyhow!(e))?;
    let tags = first.guesses.iter().map(|guesses| {
        guesses
            .iter()
            .map(|guess| {
                let (upos, xpos) = tagger.class(guess.class);
                Tag { upos, xpos, feats: 0, class: guess.class }
            })
            .collect()
    });
    let tags: Vec<Vec<Tag>> = tags.collect();
    let (words, vectors) = vectors::words(path, &train, &mut Random::new())?;
    let kinds = train.iter().map(|sentence| {
        let forms = sentence.forms.iter().map(String::as_str);
        features::Words::of(forms, &clusters).kinds(&words.rows(&sentence.forms, None))
    });
    let kinds: Vec<Vec<u32>> = kinds.collect();
    let course = Course { words: &words, sentences: &train, kinds: &kinds };
    let parser = parse::heads(&course, &tags, vectors);
    let vectors = &parser[0].vectors;
    let labeller = parse::labels(&course, &tags, vectors);
    let reviser = revise::train(world, &course, &tagger, &first.guesses, &first.gold, vectors);

    let (table, scale) = words.table(vectors)?;
    let (vector, parser) = (table.write(), parse::file(&parser, scale));
    let (label, revise) = (parse::file(&labeller, scale), parse::file(&reviser, scale));
    let files = [
        ("vector", &vector),
        ("tagger", &first.file),
        ("revise", &revise),
        ("parser", &parser),
        ("label", &label),
    ];
    for (name, file) in files {
        save(&flags.out, name, file)?;
    }
    let files = Files {
        cluster: &cluster,
        vector: &vector,
        tagger: &first.file,
        revise: &revise,
        parser: &parser,
        label: &label,
    };
    let syntax = Syntax::load(files)?;
    for (name, sentences) in flags.dev.iter().zip(read(&flags.dev)?) {
        measure::measure(world, &syntax, name, &sentences);
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
