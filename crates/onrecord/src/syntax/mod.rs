//! Words, their tags, their arcs, and the questions that later stages ask of them.
//!
//! [`Tokens`] keeps one column a property and one row a word, for the whole document. Tagger, lemmatizer and parser
//! each fill columns: [`tagger`] decides part of speech of a word in its context, from which features and (with [`lemma`]) the
//! base form follow ([`tagset`]); [`parser`] finds the head of every word, and [`label`] names the relation. Rows count from the beginning of the
//! document, so a head is a row like any other. Some that no sentence means are put right at last ([`mend`]).

pub(crate) mod clause;
pub mod features;
pub mod label;
pub mod lemma;
mod mend;
pub mod parser;
pub mod tagger;
pub mod tagset;
mod vocabulary;

use std::ops::Range;
use std::sync::Arc as Shared;

use onrecord_resource::inflection::Inflections;

pub use vocabulary::{Relation, Upos};

use crate::document::{Reading, Sentence};
use crate::embedded::BadData;
use crate::layers::Layers;
use crate::model::{self, Clusters, Context, Rows, Vectors};
use crate::text::{Span, Text};

/// The words of a document in columns: one row a word, the same rows in every column that is filled.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    spans: Vec<Span>,
    /// Whether the word belongs to the same orthographic token as the one before it: `n't` of `don't`.
    joined: Vec<bool>,
    tags: Vec<Tag>,
    lemmas: lemma::Lemmas,
    arcs: Vec<Arc>,
    names: Shared<TagNames>,
    /// Children of every word, by row of the head; `first[row]..first[row + 1]` are those of `row`.
    children: Vec<u32>,
    first: Vec<u32>,
}

/// What the rows of tags stand for.
#[derive(Clone, Debug, Default)]
pub struct TagNames {
    /// Penn Treebank tags.
    pub xpos: Vec<String>,
    /// Morphological features, as CoNLL-U writes them.
    pub feats: Vec<String>,
}

/// Part of speech of a word; the English tag set and the features are rows of the tagger's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// Universal part of speech.
    pub upos: Upos,
    /// Row of the Penn Treebank tag.
    pub xpos: u8,
    /// Row of the morphological features.
    pub feats: u16,
    /// Row of both tags together, as the tagger decides them.
    pub class: u8,
}

/// Head and relation of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arc {
    /// Row of the head; the word's own row for the root of a sentence.
    pub head: u32,
    /// What the word is to its head.
    pub relation: Relation,
}

/// Tagger, lemmatizer and parser with their models.
#[derive(Debug)]
pub struct Syntax {
    clusters: Clusters,
    vectors: Vectors,
    context: Context,
    tagset: tagset::Tagset,
    tagger: tagger::Tagger,
    parser: parser::Parser,
    labeller: label::Labeller,
}

/// The model files of the stage.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// Word classes.
    pub cluster: &'a [u8],
    /// Word vectors.
    pub vector: &'a [u8],
    /// What words are like in their context.
    pub context: &'a [u8],
    /// The classes of words with their features and lemmas.
    pub tagset: &'a [u8],
    /// Tags.
    pub tagger: &'a [u8],
    /// Heads.
    pub parser: &'a [u8],
    /// Relations.
    pub label: &'a [u8],
}

/// What is found of the words of one sentence.
#[derive(Debug, Default)]
pub struct Parse {
    /// One tag a word.
    pub tags: Vec<Tag>,
    /// The lemmas of the words.
    pub lemmas: lemma::Lemmas,
    /// Heads, counted in the sentence; [`features::ROOT`] for one of them. Empty where arcs were not asked for.
    pub heads: Vec<usize>,
    /// Relations to the heads.
    pub relations: Vec<Relation>,
}

impl Syntax {
    /// The stage with its embedded models.
    ///
    /// # Errors
    /// Models that do not load.
    pub fn new() -> Result<Self, BadData> {
        Self::load(Files {
            cluster: include_bytes!("../../models/cluster.bin"),
            vector: include_bytes!("../../models/vector.bin"),
            context: include_bytes!("../../models/context.bin"),
            tagset: include_bytes!("../../models/tagset.bin"),
            tagger: include_bytes!("../../models/tagger.bin"),
            parser: include_bytes!("../../models/parser.bin"),
            label: include_bytes!("../../models/label.bin"),
        })
    }

    /// The stage with models from files.
    ///
    /// # Errors
    /// Files that are damaged or do not belong together.
    pub fn load(files: Files) -> Result<Self, BadData> {
        let bad = BadData::of;
        let context = Context::load(files.context).map_err(bad("context"))?;
        if context.values() != features::VALUES as usize {
            return Err(bad("context")("the context was made for another build".to_owned()));
        }
        let tagset = tagset::Tagset::load(files.tagset).map_err(bad("tagset"))?;
        Ok(Self {
            clusters: Clusters::load(files.cluster).map_err(bad("cluster"))?,
            vectors: Vectors::load(files.vector).map_err(bad("vector"))?,
            context,
            tagger: tagger::Tagger::load(files.tagger, &tagset).map_err(bad("tagger"))?,
            parser: parser::Parser::load(files.parser).map_err(bad("parser"))?,
            labeller: label::Labeller::load(files.label).map_err(bad("label"))?,
            tagset,
        })
    }

    /// Teaches the lemmatizer regular verbs by their base forms, which it may have seen in none of their forms.
    pub(crate) fn know_regular<'v>(&mut self, bases: impl Iterator<Item = &'v str>) {
        for base in bases {
            self.tagset.know_regular(base);
        }
    }

    /// Teaches the lemmatizer forms that no rule makes.
    pub(crate) fn know_irregular(&mut self, inflections: &Inflections) {
        self.tagset.know_irregular(inflections);
    }

    /// Which words are alike.
    #[must_use]
    pub fn clusters(&self) -> &Clusters {
        &self.clusters
    }

    /// Whether a word, in lower case, is a common one.
    #[must_use]
    pub fn knows(&self, word: &str) -> bool {
        self.vectors.has(model::hash(word))
    }

    /// What the rows of tags stand for.
    #[must_use]
    pub fn names(&self) -> Shared<TagNames> {
        self.tagset.names()
    }

    /// Fills the columns of `reading.tokens` that `want` asks for.
    pub fn read(&self, reading: &mut Reading, want: Layers) {
        if !want.has(Layers::TAGS) {
            return;
        }
        let Reading { text, sentences, tokens, .. } = reading;
        tokens.names = self.names();
        let mut scratch = features::Scratch::default();
        let mut parse = Parse { lemmas: std::mem::take(&mut tokens.lemmas), ..Parse::default() };
        for sentence in sentences.iter() {
            let words = features::Words::new(text, &tokens.spans[sentence.tokens.clone()]);
            self.parse(&words, want.has(Layers::ARCS), &mut scratch, &mut parse);
            tokens.tags.append(&mut parse.tags);
            let base = sentence.tokens.start;
            let arcs = parse.heads.drain(..).enumerate().zip(parse.relations.drain(..));
            tokens.arcs.extend(arcs.map(|((at, head), relation)| {
                let row = if head == features::ROOT { at } else { head };
                Arc { head: u32::try_from(base + row).unwrap_or(u32::MAX), relation }
            }));
        }
        tokens.lemmas = parse.lemmas;
        tokens.hang();
    }

    /// Adds what is found of one sentence to `parse`.
    pub fn parse(
        &self,
        words: &features::Words,
        arcs: bool,
        scratch: &mut features::Scratch,
        parse: &mut Parse,
    ) {
        self.place(words, &mut scratch.rows);
        let start = parse.tags.len();
        self.tagger.tag(&self.tagset, words, scratch, &mut parse.tags);
        self.tagset.complete(words, &mut parse.tags[start..], &mut parse.lemmas);
        if arcs {
            let seen = features::Tagged(&parse.tags[start..]);
            let mut heads = self.parser.parse(seen, scratch);
            let mut relations = self.labeller.label(seen, &heads, scratch);
            let tags = &parse.tags[start..];
            let mut arcs = mend::Arcs { words, tags, heads: &mut heads, relations: &mut relations };
            arcs.join_subjects();
            arcs.part_predicates();
            arcs.part_adjectives();
            arcs.join_sums();
            parse.heads.extend(heads);
            parse.relations.extend(relations);
        }
    }

    /// Puts the words in their context; the rows of an empty slot and of the root come after them.
    fn place(&self, words: &features::Words, out: &mut Rows) {
        out.clear();
        for at in 0..words.len() {
            self.context.push(words.row(at, &self.vectors), words.values(at), &self.vectors, out);
        }
        for row in [model::NOTHING, model::ROOT] {
            self.context.push(row, [], &self.vectors, out);
        }
        self.context.spread(words.len(), out);
    }
}

impl Tokens {
    /// Number of words.
    #[must_use]
    pub fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    /// Adds a word; `joined` as in the column of that name.
    pub fn push(&mut self, span: Span, joined: bool) {
        self.spans.push(span);
        self.joined.push(joined);
    }

    /// The characters of word `at`.
    #[must_use]
    pub fn span(&self, at: usize) -> Span {
        self.spans[at]
    }

    /// All spans, in text order.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// All spans, to be moved in their order.
    pub(crate) fn spans_mut(&mut self) -> &mut [Span] {
        &mut self.spans
    }

    /// The characters of the words `range`, from the first to the last.
    #[must_use]
    pub fn cover(&self, range: Range<usize>) -> Span {
        self.spans[range.start].to(self.spans[range.end - 1])
    }

    /// Whether the word belongs to the same orthographic token as the one before it.
    #[must_use]
    pub fn is_joined(&self, at: usize) -> bool {
        self.joined[at]
    }

    /// The tag of word `at`, where tags were asked for.
    #[must_use]
    pub fn tag(&self, at: usize) -> Option<Tag> {
        self.tags.get(at).copied()
    }

    /// Part of speech of word `at`; `X` where tags were not asked for or there is no such word.
    #[must_use]
    pub fn upos(&self, at: usize) -> Upos {
        self.tags.get(at).map_or(Upos::X, |tag| tag.upos)
    }

    /// Penn Treebank tag of word `at`; empty where tags were not asked for.
    #[must_use]
    pub fn xpos(&self, at: usize) -> &str {
        let row = self.tags.get(at).map(|tag| usize::from(tag.xpos));
        row.and_then(|row| self.names.xpos.get(row)).map_or("", String::as_str)
    }

    /// Features of word `at`, as CoNLL-U writes them; empty for none.
    #[must_use]
    pub fn feats(&self, at: usize) -> &str {
        let row = self.tags.get(at).map(|tag| usize::from(tag.feats));
        row.and_then(|row| self.names.feats.get(row)).map_or("", String::as_str)
    }

    /// Base form of word `at`, in lower case but for names; empty where tags were not asked for.
    #[must_use]
    pub fn lemma(&self, at: usize) -> &str {
        self.lemmas.get(at)
    }

    /// Head and relation of word `at`, where arcs were asked for.
    #[must_use]
    pub fn arc(&self, at: usize) -> Option<Arc> {
        self.arcs.get(at).copied()
    }

    /// The head of word `at`; `None` for the root of a sentence.
    #[must_use]
    pub fn head(&self, at: usize) -> Option<usize> {
        let head = self.arcs.get(at)?.head as usize;
        (head != at).then_some(head)
    }

    /// What word `at` is to its head; `Dep` where arcs were not asked for.
    #[must_use]
    pub fn relation(&self, at: usize) -> Relation {
        self.arcs.get(at).map_or(Relation::Dep, |arc| arc.relation)
    }

    /// The words whose head is word `at`, in text order.
    #[must_use]
    pub fn children(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> + Clone + '_ {
        let bound = |row: usize| self.first.get(row).map_or(0, |&first| first as usize);
        self.children[bound(at)..bound(at + 1).max(bound(at))].iter().map(|&child| child as usize)
    }

    /// The first child of word `at` in one of `relations`.
    #[must_use]
    pub fn child(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.children(at).find(|&child| relations.contains(&self.relation(child)))
    }

    /// The words from the first to the last that hang on word `at`, itself among them.
    #[must_use]
    pub fn subtree(&self, at: usize) -> Range<usize> {
        // Arcs do not cross, so the outermost child on either side leads to the outermost word.
        let (mut first, mut last) = (at, at);
        while let Some(child) = self.children(first).next().filter(|&child| child < first) {
            first = child;
        }
        while let Some(child) = self.children(last).next_back().filter(|&child| child > last) {
            last = child;
        }
        first..last + 1
    }

    /// The word of `range` that the others hang on; no article where the parser hangs it elsewhere.
    #[must_use]
    pub fn head_of(&self, range: Range<usize>) -> usize {
        let outside = |at: &usize| self.head(*at).is_none_or(|head| !range.contains(&head));
        let noun = |at: &usize| outside(at) && self.upos(*at) != Upos::Det;
        if self.arcs.is_empty() {
            range.end - 1
        } else {
            let top = range.clone().find(noun).or_else(|| range.clone().find(outside));
            top.unwrap_or(range.end - 1)
        }
    }

    /// Whether word `at` is a subject, active or passive.
    #[must_use]
    pub fn is_subject(&self, at: usize) -> bool {
        matches!(self.relation(at), Relation::Nsubj | Relation::NsubjPass | Relation::NsubjOuter)
    }

    /// Lists the children of every word.
    fn hang(&mut self) {
        let mut counts = vec![0_u32; self.arcs.len() + 1];
        for (at, arc) in self.arcs.iter().enumerate() {
            if arc.head as usize != at {
                counts[arc.head as usize + 1] += 1;
            }
        }
        for row in 1..counts.len() {
            counts[row] += counts[row - 1];
        }
        let mut next = counts.clone();
        self.children = vec![0; counts.last().map_or(0, |&n| n as usize)];
        for (at, arc) in self.arcs.iter().enumerate() {
            let head = arc.head as usize;
            if head != at {
                self.children[next[head] as usize] = u32::try_from(at).unwrap_or(u32::MAX);
                next[head] += 1;
            }
        }
        self.first = counts;
    }
}

/// The words of one sentence as text, for tests and tools.
#[must_use]
pub fn forms<'a>(text: &'a Text, tokens: &'a Tokens, sentence: &Sentence) -> Vec<&'a str> {
    tokens.spans[sentence.tokens.clone()].iter().map(|&span| text.slice(span)).collect()
}
