//! Reads treebanks.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;
use onrecord::syntax::features::ROOT;
use onrecord::syntax::{Relation, Upos};

/// A sentence of a treebank, in columns.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sentence {
    pub(crate) forms: Vec<String>,
    pub(crate) lemmas: Vec<String>,
    pub(crate) upos: Vec<Upos>,
    pub(crate) xpos: Vec<String>,
    pub(crate) feats: Vec<String>,
    /// Heads counted in the sentence; [`ROOT`] for the root.
    pub(crate) heads: Vec<usize>,
    pub(crate) relations: Vec<Relation>,
    /// Whether white space follows the word.
    pub(crate) spaced: Vec<bool>,
    /// Whether it is one of ours or of the teacher, without lemmas and features.
    pub(crate) own: bool,
    /// Whether the sentence begins a paragraph.
    pub(crate) paragraph: bool,
}

impl Sentence {
    /// Puts the words of another sentence behind its own.
    pub(crate) fn append(&mut self, mut other: Self) {
        let start = self.forms.len();
        let heads = other.heads.iter().map(|&head| if head == ROOT { ROOT } else { start + head });
        self.heads.extend(heads);
        self.forms.append(&mut other.forms);
        self.lemmas.append(&mut other.lemmas);
        self.upos.append(&mut other.upos);
        self.xpos.append(&mut other.xpos);
        self.feats.append(&mut other.feats);
        self.relations.append(&mut other.relations);
        self.spaced.append(&mut other.spaced);
    }

    /// Takes away the last word, on which no other hangs.
    pub(crate) fn pop(&mut self) {
        self.forms.pop();
        self.lemmas.pop();
        self.upos.pop();
        self.xpos.pop();
        self.feats.pop();
        self.heads.pop();
        self.relations.pop();
        self.spaced.pop();
    }
}

/// The sentences of a gzipped CoNLL-U file.
pub(crate) fn read(path: &Path) -> Result<Vec<Sentence>> {
    let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for (number, line) in BufReader::new(GzDecoder::new(file)).lines().enumerate() {
        let line = line?;
        let place = || format!("{}:{}", path.display(), number + 1);
        if line.is_empty() {
            if !sentence.forms.is_empty() {
                sentences.push(std::mem::take(&mut sentence));
            }
        } else if line.starts_with("# newpar") || line.starts_with("# newdoc") {
            sentence.paragraph = true;
        } else if !line.starts_with('#') {
            word(&line, &mut sentence).with_context(place)?;
        }
    }
    for sentence in &mut sentences {
        repair(sentence);
    }
    Ok(sentences)
}

/// Takes in one line of ten columns.
fn word(line: &str, sentence: &mut Sentence) -> Result<()> {
    let columns: Vec<&str> = line.split('\t').collect();
    ensure!(columns.len() == 10, "a word has ten columns, not {}", columns.len());
    let spaced = !columns[9].contains("SpaceAfter=No");
    if columns[0].contains('-') {
        // A multiword token: its words are written together, and what follows them stands here.
        sentence.spaced.push(spaced);
        return Ok(());
    }
    if columns[0].contains('.') {
        return Ok(());
    }
    let head: usize = columns[6].parse()?;
    let Some(upos) = Upos::named(columns[3]) else { bail!("{} is no part of speech", columns[3]) };
    // Other treebanks have other subtypes.
    let universal = || columns[7].split(':').next().and_then(Relation::named);
    let Some(relation) = Relation::named(columns[7]).or_else(universal) else {
        bail!("{} is no relation", columns[7])
    };
    sentence.forms.push(columns[1].to_owned());
    sentence.lemmas.push(if columns[2] == "_" { columns[1] } else { columns[2] }.to_owned());
    sentence.upos.push(upos);
    sentence.xpos.push(columns[4].to_owned());
    sentence.feats.push(if columns[5] == "_" { "" } else { columns[5] }.to_owned());
    sentence.heads.push(head.checked_sub(1).unwrap_or(ROOT));
    sentence.relations.push(relation);
    // Lines of multiword tokens come before those of their words; only the order of words counts here.
    sentence.spaced.truncate(sentence.forms.len() - 1);
    sentence.spaced.push(spaced);
    Ok(())
}

/// Every column is as long as the others.
fn repair(sentence: &mut Sentence) {
    sentence.spaced.resize(sentence.forms.len(), true);
}
