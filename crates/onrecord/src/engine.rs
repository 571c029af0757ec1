//! The order of the stages.

use std::collections::BTreeMap;

use onrecord_resource::cue::Cues;
use onrecord_resource::decode;
use onrecord_resource::frame::{Frame, Part};
use onrecord_resource::governor::Governors;
use onrecord_resource::inflection::Inflections;
use onrecord_resource::name::Name;
use rayon::prelude::*;

use crate::block::{self, Blocks};
use crate::document::{Document, Input, Moment, Named, Quantity, Reading, Said, Time};
use crate::embedded::BadData;
use crate::fact::{self, Explained};
use crate::grammar::{Atoms, Forms};
use crate::layers::Layers;
use crate::lexicon::Lexicon;
use crate::name::finder::Finder;
use crate::name::{self, Words};
use crate::quantity::Quantities;
use crate::quotation;
use crate::resolve;
use crate::resolve::refer::Referents;
use crate::syntax::clause::Clauses;
use crate::syntax::{Syntax, Tokens};
use crate::text::{Text, TooLong, plain};
use crate::time::Times;
use crate::token::Tokenizer;

/// The compiled language data and the models: immutable, built once, shared by all threads.
#[derive(Debug)]
pub struct Engine {
    blocks: Blocks,
    lexicon: Lexicon,
    tokenizer: Tokenizer,
    syntax: Syntax,
    finder: Finder,
    /// The words of the two grammars that follow.
    forms: Forms,
    times: Times,
    quantities: Quantities,
    governors: Governors,
    cues: Cues,
    frames: fact::Frames,
    /// Measured precision of every rule of ours, in percent.
    confidence: BTreeMap<String, u8>,
}

/// What a user adds to the engine's own language data; of two that fit, the user's wins.
#[derive(Clone, Debug, Default)]
pub struct Extras {
    /// Frames, as [`onrecord_resource::frame::frames`] reads them.
    pub frames: Vec<Frame>,
    /// Names, as [`onrecord_resource::name::names`] reads them.
    pub names: Vec<Name>,
}

impl Engine {
    /// The engine with its own language data.
    ///
    /// # Errors
    /// None for data that the build has checked; the models and lists are checked again as they are loaded.
    pub fn new() -> Result<Self, BadData> {
        Self::with(Extras::default())
    }

    /// The engine with a user's frames and names before its own.
    ///
    /// # Errors
    /// As [`Engine::new`]; what stands in `extras` has been checked.
    pub fn with(extras: Extras) -> Result<Self, BadData> {
        let mut forms = Forms::default();
        let cues: Cues =
            decode(include_bytes!(concat!(env!("OUT_DIR"), "/cues.bin"))).map_err(BadData::of("cues"))?;
        let frames: Vec<Frame> =
            decode(include_bytes!(concat!(env!("OUT_DIR"), "/frames.bin"))).map_err(BadData::of("frames"))?;
        let inflections: Inflections = decode(include_bytes!(concat!(env!("OUT_DIR"), "/inflections.bin")))
            .map_err(BadData::of("inflections"))?;
        let known = extras.frames.iter().chain(&frames).flat_map(|frame| &frame.triggers);
        let triggers = known.filter(|trigger| trigger.part == Part::Verb);
        let cue_verbs = cues.verbs.keys().filter_map(|verb| verb.split(' ').next());
        let mut syntax = Syntax::new()?;
        syntax.know_regular(cue_verbs.chain(triggers.map(|trigger| trigger.lemma.as_str())));
        syntax.know_irregular(&inflections);
        Ok(Self {
            blocks: Blocks::new()?,
            lexicon: Lexicon::new(&extras.names)?,
            tokenizer: Tokenizer::new()?,
            syntax,
            finder: Finder::embedded()?,
            times: Times::new(&mut forms)?,
            quantities: Quantities::new(&mut forms)?,
            forms,
            governors: decode(include_bytes!(concat!(env!("OUT_DIR"), "/governors.bin")))
                .map_err(BadData::of("governors"))?,
            cues,
            confidence: decode(include_bytes!(concat!(env!("OUT_DIR"), "/confidence.bin")))
                .map_err(BadData::of("confidence"))?,
            frames: fact::Frames::new(extras.frames.into_iter().chain(frames).collect())
                .map_err(BadData::of("frames"))?,
        })
    }

    /// Reads one document. A stage is given the floors below it and nothing else, so what is not built yet cannot
    /// be used.
    ///
    /// # Errors
    /// [`TooLong`] for texts of 4 GiB and more.
    pub fn extract(&self, input: Input, want: Layers) -> Result<Document, TooLong> {
        Ok(self.read(input, want, |_| ())?.0)
    }

    /// As [`Engine::extract`]; `look` sees the document before its spans are moved back to the text as it was given.
    fn read<T>(
        &self,
        input: Input,
        want: Layers,
        look: impl Fn(&Document) -> T,
    ) -> Result<(Document, T), TooLong> {
        let Input { id, text, date, title, speaker, source } = input;
        let given = Text::new(text)?;
        let read = |text: Text| Document { id, source, title, ..self.stages(text, date, speaker, want) };
        let Some((copy, moves)) =
            plain::copy(&given, Blocks::is_captions(&given), |word| self.syntax.knows(word))
        else {
            let document = read(given);
            let seen = look(&document);
            return Ok((document, seen));
        };
        let document = read(copy);
        let seen = look(&document);
        Ok((document.moved(given, &moves), seen))
    }

    /// The stages, in their order.
    fn stages(&self, text: Text, date: Option<Moment>, speaker: Option<String>, want: Layers) -> Document {
        let layers = want;
        let want = want.closed();
        let given = speaker.as_deref().filter(|name| !name.trim().is_empty());
        let mut reading = self.surface(text, given.is_some());
        let date = date.or_else(|| self.times.written(&reading, &self.forms));
        if want.has(Layers::SENTENCES) {
            self.tokenizer.read(&mut reading);
            self.syntax.read(&mut reading, want);
        }

        let mut named = Named::default();
        if want.has(Layers::TIMES) {
            let atoms = Atoms::read(&reading, &self.forms);
            named.times = self.times.read(&reading, &atoms, date);
            if want.has(Layers::QUANTITIES) {
                named.quantities = self.quantities.read(&reading, &atoms, &named.times);
            }
        }

        if want.has(Layers::ENTITIES) {
            let hits = self.lexicon.search(&reading.text, &reading.tokens);
            let words = Words { reading: &reading, lexicon: &self.lexicon, hits: &hits };
            let (names, offices) = name::read(&words, &self.finder, self.syntax.clusters());
            named.ties = resolve::read(&words, &names, offices, given, &mut named);
        }

        let mut said = Said::default();
        if want.any(Layers::QUOTATIONS | Layers::FACTS) {
            let clauses =
                Clauses { text: &reading.text, tokens: &reading.tokens, governors: &self.governors };
            let referents = Referents::new(&reading, &named);
            said.quotations = quotation::read(&self.cues, clauses, &referents);
            if want.has(Layers::FACTS) {
                said.facts = fact::read(
                    &self.frames,
                    &self.cues,
                    clauses,
                    &referents,
                    &said.quotations,
                    &self.confidence,
                    want.has(Layers::OPEN),
                );
                if let Some(date) = date {
                    fact::due(&mut said.facts, &named, &reading, date);
                }
            }
        }
        resolve::settle_known(&mut named, &said.facts);
        Document { id: String::new(), source: None, title: None, speaker, date, layers, reading, named, said }
    }

    /// Why a document gives the facts that it gives: every predicate with the frames that it evoked.
    ///
    /// # Errors
    /// [`TooLong`] for texts of 4 GiB and more.
    pub fn explain(&self, input: Input) -> Result<(Document, Vec<Explained>), TooLong> {
        self.read(input, Layers::FACTS, |Document { reading, named, said, .. }| {
            let clauses =
                Clauses { text: &reading.text, tokens: &reading.tokens, governors: &self.governors };
            fact::explain(&self.frames, clauses, &Referents::new(reading, named), &said.quotations)
        })
    }

    /// The time expressions of `text`, written at `date`, or when its head says: the layer on its own, without tokens or a parse.
    ///
    /// # Errors
    /// [`TooLong`] for texts of 4 GiB and more.
    pub fn times(&self, text: impl Into<String>, date: Option<Moment>) -> Result<Vec<Time>, TooLong> {
        let text = text.into();
        let input = Input { text, date, ..Input::default() };
        Ok(self.extract(input, Layers::TIMES)?.named.times)
    }

    /// The quantities of `text`; numbers inside dates and times of day are none.
    ///
    /// # Errors
    /// [`TooLong`] for texts of 4 GiB and more.
    pub fn quantities(&self, text: impl Into<String>) -> Result<Vec<Quantity>, TooLong> {
        let text = text.into();
        let input = Input { text, ..Input::default() };
        Ok(self.extract(input, Layers::QUANTITIES)?.named.quantities)
    }

    /// The floor that times and quantities stand on: paragraphs and turns. What is `spoken` by somebody is one where it has none.
    fn surface(&self, text: Text, spoken: bool) -> Reading {
        let (paragraphs, mut turns) = self.blocks.read(&text);
        if spoken && turns.is_empty() {
            turns.extend(block::speech(&paragraphs));
        }
        Reading { text, paragraphs, turns, sentences: Vec::new(), tokens: Tokens::default() }
    }

    /// Reads many documents on all threads of the current rayon pool; one result an input, in input order.
    #[must_use]
    pub fn extract_many(&self, inputs: Vec<Input>, want: Layers) -> Vec<Result<Document, TooLong>> {
        inputs.into_par_iter().map(|input| self.extract(input, want)).collect()
    }
}
