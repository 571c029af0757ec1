//! A document that was read off a plain copy of its text, moved back to the text as it was given.
//!
//! Every span of every row is named here: rows are taken apart without `..`, so that a new span cannot be forgotten.

use super::{
    Arg, Document, Fact, Mention, Named, Paragraph, Place, Quantity, Quotation, Reading, Said, Sentence,
    Time, Turn,
};
use crate::text::plain::Moves;
use crate::text::{Span, Text};

impl Document {
    /// The same document over `given`, of whose plain copy it was read.
    pub(crate) fn moved(mut self, given: Text, moves: &Moves) -> Self {
        let mut back = |span: &mut Span| *span = moves.back(*span);
        self.reading.each_span(&mut back);
        self.named.each_span(&mut back);
        self.said.each_span(&mut back);
        self.reading.text = given;
        self
    }
}

impl Reading {
    fn each_span(&mut self, back: &mut impl FnMut(&mut Span)) {
        let Self { text: _, paragraphs, turns, sentences, tokens } = self;
        for Paragraph { span, kind: _ } in paragraphs {
            back(span);
        }
        for Turn { span, pieces, label, named, role: _, answers: _, quoted: _ } in turns {
            back(span);
            pieces.iter_mut().chain(label).chain(named).for_each(&mut *back);
        }
        for Sentence { span, tokens: _, paragraph: _, turn: _ } in sentences {
            back(span);
        }
        tokens.spans_mut().iter_mut().for_each(back);
    }
}

impl Named {
    fn each_span(&mut self, back: &mut impl FnMut(&mut Span)) {
        let Self { times, quantities, mentions, entities: _, speakers: _, ties: _ } = self;
        for Time { span, kind: _, value: _, modifier: _, quant: _, freq: _, begin: _, end: _ } in times {
            back(span);
        }
        for Quantity { span, label: _, value: _, high: _, unit: _, modifier: _, counted } in quantities {
            back(span);
            counted.iter_mut().for_each(&mut *back);
        }
        for Mention { span, head, kind: _, form: _, entity: _ } in mentions {
            back(span);
            back(head);
        }
    }
}

impl Said {
    fn each_span(&mut self, back: &mut impl FnMut(&mut Span)) {
        for quotation in &mut self.quotations {
            let Quotation { content, cue, cue_lemma: _, source, entity: _, manner: _, class: _ } = quotation;
            content.iter_mut().chain(cue).chain(source).for_each(&mut *back);
        }
        for fact in &mut self.facts {
            let Fact {
                kind: _,
                predicate: _,
                args,
                time: _,
                place,
                polarity: _,
                modality: _,
                source: _,
                plover: _,
                evidence,
                sentence: _,
                rule: _,
                confidence: _,
                same_as: _,
            } = fact;
            for Arg { role: _, span, filler: _ } in args {
                back(span);
            }
            if let Some(Place { span, entity: _ }) = place {
                back(span);
            }
            back(evidence);
        }
    }
}
