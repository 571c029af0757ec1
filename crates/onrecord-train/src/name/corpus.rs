//! Reads corpora of names.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use onrecord::name::label::SORTS;

/// A corpus as a file.
pub(crate) struct Row {
    /// Its name without `.iob2.gz`.
    pub(crate) file: &'static str,
    /// Whether it has events.
    events: bool,
    /// Whether its sentences have nothing to do with each other.
    loose: bool,
}

const fn row(file: &'static str, events: bool, loose: bool) -> Row {
    Row { file, events, loose }
}

/// What is learnt from: all that is open and not kept for measuring. Contracts (`sec`) are left out, since their
/// parties are roles and not names.
pub(crate) const TRAIN: [Row; 7] = [
    row("gum-train.open", true, false),
    row("wikigold", false, false),
    row("crossner-politics-train", true, true),
    row("crossner-other", true, true),
    row("wnut17-train", false, true),
    row("wnut17-dev", false, true),
    row("btc", false, true),
];

/// What is measured on.
pub(crate) const DEV: [Row; 3] = [
    row("gum-dev.open", true, false),
    row("uner-ewt-dev", false, false),
    row("crossner-politics-dev", true, true),
];

/// A corpus in memory.
pub(crate) struct Source {
    pub(crate) texts: Vec<Text>,
    pub(crate) events: bool,
}

/// A document: words, and names over them.
#[derive(Clone, Default)]
pub(crate) struct Text {
    pub(crate) words: Vec<Written>,
    /// Sort and words.
    pub(crate) names: Vec<(usize, Range<usize>)>,
}

/// A word as it is written.
#[derive(Clone)]
pub(crate) struct Written {
    pub(crate) form: String,
    /// Whether white space follows; nothing where the corpus does not say.
    pub(crate) spaced: Option<bool>,
    /// Whether a sentence begins.
    pub(crate) first: bool,
}

/// Reads the corpus `row` of `folder`.
pub(crate) fn read(folder: &Path, row: &Row) -> Result<Source> {
    let path =
        folder.join(row.file).with_extension(if row.file.contains('.') { "open.iob2.gz" } else { "iob2.gz" });
    let file = File::open(&path).with_context(|| format!("{} cannot be opened", path.display()))?;
    let mut texts = vec![Text::default()];
    let (mut first, mut known) = (true, true);
    for (number, line) in BufReader::new(GzDecoder::new(file)).lines().enumerate() {
        let line = line?;
        if line.starts_with("# newdoc") || line.is_empty() && row.loose {
            texts.push(Text::default());
        } else if line == "# spacing = unknown" {
            known = false;
        }
        first |= line.is_empty();
        let columns: Vec<&str> = line.split('\t').collect();
        let [form, tag, space] = columns[..] else { continue };
        let Some(text) = texts.last_mut() else { continue };
        let at = text.words.len();
        let spaced = known.then_some(space != "SpaceAfter=No");
        text.words.push(Written { form: form.to_owned(), spaced, first });
        first = false;
        let Some((part, label)) = tag.split_once('-') else { continue };
        // Some corpora of tweets take user names for persons.
        if form.starts_with('@') {
            continue;
        }
        let Some(sort) = SORTS.iter().position(|sort| sort.0 == label) else {
            bail!("{}:{}: {label} is no label", path.display(), number + 1);
        };
        match text.names.last_mut() {
            Some((_, name)) if part == "I" && name.end == at => name.end = at + 1,
            _ => text.names.push((sort, at..at + 1)),
        }
    }
    texts.retain(|text| !text.words.is_empty());
    Ok(Source { texts, events: row.events })
}
