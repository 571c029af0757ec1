//! Turns that a report gives without marks: "The two then argued: LEMON: That is not so. CLARKE: It is."

use super::{Scene, Source};
use crate::document::{CueClass, EntityKind};
use crate::quotation::Attribution;

impl Scene<'_> {
    /// What is said in the turns of a report.
    pub(in crate::quotation) fn exchanges(&self) -> Vec<Attribution> {
        let turns = &self.referents.reading.turns;
        let rows = (0..turns.len()).filter(|&row| turns[row].quoted);
        rows.filter_map(|row| self.exchange(row)).collect()
    }

    fn exchange(&self, row: usize) -> Option<Attribution> {
        let turn = &self.referents.reading.turns[row];
        let label = self.referents.words_of(turn.label?);
        let name = |word: &usize| self.text(*word).starts_with(char::is_alphabetic);
        let end = label.clone().rev().find(name)? + 1;
        let words = label.start..end;
        // A name, and not what somebody is called in an interview: "Q", "Minister".
        let speaker = self.referents.named.speakers.get(row)?.as_ref()?;
        let kind = speaker.entity.map(|entity| self.referents.kind(entity));
        let shown = speaker.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let named = kind == Some(EntityKind::Person) && self.text(end - 1).to_lowercase() == shown;
        let content = self.trimmed(self.referents.words_of(turn.span));
        // "LEMON: “It rained.”": what stands in marks is found by them.
        let marked = self.opens_quote(content.start);
        (named && !content.is_empty() && !marked).then(|| Attribution {
            content: vec![content],
            cue: Vec::new(),
            lemma: None,
            class: CueClass::Speech,
            source: Some(Source { head: self.tokens().head_of(words.clone()), words }),
        })
    }
}
