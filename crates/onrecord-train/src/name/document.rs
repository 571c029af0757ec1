//! Runs the stages before the finder over the texts of a corpus, and lays its names over their words.

use std::ops::Range;

use anyhow::{Result, anyhow};
use onrecord::block::Blocks;
use onrecord::document::Reading;
use onrecord::lexicon::{Hits, Lexicon};
use onrecord::name::Words;
use onrecord::syntax::{Syntax, Tokens};
use onrecord::token::Tokenizer;
use onrecord::{Layers, Text};

use super::{corpus, laid};

/// The stages before the finder.
pub(crate) struct Pipeline {
    blocks: Blocks,
    tokenizer: Tokenizer,
    pub(crate) syntax: Syntax,
    pub(crate) lexicon: Lexicon,
}

/// A document with its names.
pub(crate) struct Document {
    pub(crate) reading: Reading,
    hits: Hits,
    /// Sort and words of every name.
    names: Vec<(usize, Range<usize>)>,
    /// Whether the words of a name are that name and no more.
    exact: Vec<bool>,
}

impl Pipeline {
    pub(crate) fn new() -> Result<Self> {
        Ok(Self {
            blocks: Blocks::new()?,
            tokenizer: Tokenizer::new()?,
            syntax: Syntax::new()?,
            lexicon: Lexicon::new(&[])?,
        })
    }

    /// Reads `text` as the engine would.
    pub(crate) fn read(&self, text: &corpus::Text) -> Result<Document> {
        let (written, spans) = write(text);
        let names: Vec<(usize, Range<usize>)> = text
            .names
            .iter()
            .map(|(sort, name)| (*sort, spans[name.start].start..spans[name.end - 1].end))
            .collect();
        let text = Text::new(written).map_err(|_| anyhow!("a text of a corpus is too long"))?;
        let (paragraphs, turns) = self.blocks.read(&text);
        let mut reading =
            Reading { text, paragraphs, turns, sentences: Vec::new(), tokens: Tokens::default() };
        self.tokenizer.read(&mut reading);
        self.syntax.read(&mut reading, Layers::TAGS);
        let hits = self.lexicon.search(&reading.text, &reading.tokens);
        let all = reading.tokens.spans();
        let (mut laid, mut exact) = (Vec::new(), Vec::new());
        for (sort, name) in names {
            let start = all.partition_point(|span| span.end() <= name.start);
            let end = all.partition_point(|span| span.start() < name.end);
            if start < end && laid.last().is_none_or(|(_, last): &(usize, Range<usize>)| last.end <= start) {
                exact.push(all[start].start() == name.start && all[end - 1].end() == name.end);
                laid.push((sort, start..end));
            }
        }
        Ok(Document { reading, hits, names: laid, exact })
    }
}

impl Document {
    pub(crate) fn words<'a>(&'a self, pipeline: &'a Pipeline) -> Words<'a> {
        Words { reading: &self.reading, lexicon: &pipeline.lexicon, hits: &self.hits }
    }

    /// The labels of a sentence; `None` where its borders cut a name.
    pub(crate) fn labels(&self, range: &Range<usize>) -> Option<Vec<usize>> {
        let first = self.names.partition_point(|(_, name)| name.end <= range.start);
        let last = self.names.partition_point(|(_, name)| name.start < range.end);
        let own = &self.names[first..last];
        let whole = own.iter().all(|(_, name)| range.start <= name.start && name.end <= range.end);
        whole.then(|| laid(own, range))
    }

    /// Whether the words `range` are a name of that sort.
    pub(crate) fn has(&self, sort: usize, range: &Range<usize>) -> bool {
        let row = self.names.partition_point(|(_, name)| name.start < range.start);
        self.names.get(row).is_some_and(|name| *name == (sort, range.clone())) && self.exact[row]
    }
}

/// The text of a document, and where its words stand in it.
fn write(text: &corpus::Text) -> (String, Vec<Range<usize>>) {
    let mut written = String::new();
    let mut spans = Vec::with_capacity(text.words.len());
    let mut quoted = false;
    for (at, word) in text.words.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| &text.words[before]);
        if let Some(before) = before {
            let ended = before.form.ends_with(['.', '!', '?', '"', '”', ':', ',', ')']);
            written.push_str(match before.spaced {
                // A sentence without a full stop is a heading.
                _ if word.first && !ended => "\n\n",
                _ if word.first => " ",
                Some(false) => "",
                None if tight(&before.form, &word.form, quoted) => "",
                Some(true) | None => " ",
            });
        }
        if word.form == "\"" {
            quoted = !quoted;
        }
        let start = written.len();
        written.push_str(&word.form);
        spans.push(start..written.len());
    }
    (written, spans)
}

/// Whether no space stands between two words of a corpus that does not say; `quoted` after an opening mark.
fn tight(before: &str, word: &str, quoted: bool) -> bool {
    let closes =
        matches!(word, "." | "," | ";" | ":" | "!" | "?" | "%" | ")" | "]" | "'s" | "’s" | "n't" | "'" | "”")
            || (word.starts_with('\'') && word.len() <= 3)
            || (word == "\"" && quoted);
    let opens = matches!(before, "(" | "[" | "$" | "£" | "€" | "#" | "“") || (before == "\"" && quoted);
    closes || opens
}
