//! Blocks of text, and the turns of a conversation that they make up.
//!
//! Pages and transcripts say what belongs together by layout, long before any word is understood: blank lines part
//! paragraphs, a dash or a name with a colon opens a turn, a page adds its menus and counters. This stage reads that
//! layout and nothing else: [`paragraph`] cuts, [`kind`] tells text from titles and boilerplate, [`marker`] finds what
//! opens a turn, [`conversation`] decides whether the markers make a conversation and who asks in it. A [`speech`] is one
//! turn. Captions (VTT, SRT) have a layout of their own, in [`caption`].

mod caption;
mod conversation;
mod kind;
mod marker;
mod paragraph;
mod speech;

use onrecord_resource::block::whole;
use regex::Regex;

pub(crate) use self::paragraph::is_byline;
pub(crate) use self::speech::all as speech;
use crate::document::{Paragraph, Turn};
use crate::embedded::BadData;
use crate::text::Text;

/// Cuts a text into paragraphs and turns.
#[derive(Debug)]
pub struct Blocks {
    boilerplate: Vec<Regex>,
    labels: marker::Labels,
}

impl Blocks {
    /// The stage with its data.
    ///
    /// # Errors
    /// Embedded data that does not load.
    pub fn new() -> Result<Self, BadData> {
        let bad = BadData::of("block");
        let data: onrecord_resource::block::Blocks =
            onrecord_resource::decode(include_bytes!(concat!(env!("OUT_DIR"), "/block.bin"))).map_err(bad)?;
        // One automaton of all but those that would make it a large or a slow one: they count characters, or ask for the
        // border of a word, which bytes do not tell.
        let costly = |pattern: &&String| pattern.contains('{') || pattern.contains("\\b");
        let (costly, plain): (Vec<_>, Vec<_>) = data.boilerplate.iter().partition(costly);
        let plain: Vec<_> = plain.into_iter().map(|pattern| format!("(?:{pattern})")).collect();
        let patterns = costly.into_iter().cloned().chain((!plain.is_empty()).then(|| plain.join("|")));
        let compiled: Result<_, _> = patterns.map(|pattern| whole(&pattern)).collect();
        let boilerplate = compiled.map_err(|e| bad(e.to_string()))?;
        Ok(Self { boilerplate, labels: marker::Labels::new(data)? })
    }

    /// Whether `text` has the timing lines of captions, and tags that are no words.
    #[must_use]
    pub fn is_captions(text: &Text) -> bool {
        caption::is_timed(text.as_str())
    }

    /// The paragraphs of `text` and the turns that they make up, both in text order.
    #[must_use]
    pub fn read(&self, text: &Text) -> (Vec<Paragraph>, Vec<Turn>) {
        if let Some(captions) = caption::read(text, &self.labels) {
            return captions;
        }
        let spans = paragraph::cut(text, |line| self.labels.opens(line));
        let mut paragraphs = kind::classify(text, spans, &self.boilerplate);
        let mut turns = conversation::read(text, &mut paragraphs, &self.labels);
        if turns.is_empty() {
            turns.extend(speech::read(text, &paragraphs, &self.labels));
        }
        (paragraphs, turns)
    }
}
