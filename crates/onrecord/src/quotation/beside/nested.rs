//! Words in marks inside a quotation: `“They *say*, ‘Let us work,’ and they mean it,” he said.`
//!
//! Who is quoted quotes in turn. The verb stands right before the inner marks, or right behind them with its subject; in talk it
//! may be "go" or "be like".

use onrecord_resource::cue::Takes;

use super::Scene;
use crate::marks::{self, Quoted};
use crate::syntax::{Relation, Upos};

impl Scene<'_> {
    /// The inner quotations of `quote` that have a cue: the verb, and what their marks hold.
    pub(super) fn nested<'a>(&'a self, quote: &'a Quoted) -> impl Iterator<Item = (usize, Quoted)> + 'a {
        let inner = marks::inside(self.referents.reading, quote);
        inner.into_iter().filter_map(move |inner| {
            let cue = self.inner_cue_before(&inner, quote).or_else(|| self.inner_cue_behind(&inner, quote));
            cue.map(|cue| (cue, inner))
        })
    }

    fn inner_cue_before(&self, inner: &Quoted, quote: &Quoted) -> Option<usize> {
        let tokens = self.tokens();
        let mark = inner.marked.start.checked_sub(1)?;
        let comma = matches!(self.text(mark), "," | ":");
        let last = mark.checked_sub(usize::from(comma)).filter(|at| quote.words.contains(at))?;
        let like = self.text(last) == "like" && last > quote.words.start && tokens.lemma(last - 1) == "be";
        if like {
            return Some(last - 1);
        }
        // "they're asking *us*, ‘When?’"
        let asked =
            |&verb: &usize| verb < last && self.takes_quotes(verb) && self.takes(verb, Takes::Bidding);
        let object = || {
            tokens
                .head(last)
                .filter(|_| tokens.relation(last) == Relation::Obj || tokens.relation(last) == Relation::Iobj)
        };
        let hearer = || {
            let told = self.is_hearer(last).then(|| tokens.head(last)).flatten();
            told.or_else(|| object().filter(asked))
        };
        let says = tokens.upos(last) == Upos::Verb && self.takes_quotes(last);
        let goes = comma && tokens.upos(last) == Upos::Verb && tokens.lemma(last) == "go";
        // `quoted ‘sources in Rome’`
        if !comma && !self.is_speech(inner) {
            return None;
        }
        if says || goes { Some(last) } else { hearer() }
    }

    /// `‘No,’ he *told* me`
    fn inner_cue_behind(&self, inner: &Quoted, quote: &Quoted) -> Option<usize> {
        let tokens = self.tokens();
        let verb = inner.marked.end + 1;
        let subject = matches!(tokens.upos(inner.marked.end), Upos::Pron | Upos::Propn);
        let said = quote.words.contains(&verb) && self.is_said(verb) && self.takes_quotes(verb);
        let ended = matches!(self.text(inner.words.end - 1), "," | "?" | "!");
        (subject && said && ended).then_some(verb)
    }
}
