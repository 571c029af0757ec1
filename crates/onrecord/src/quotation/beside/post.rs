//! Posts that a page embeds: `Seat belts save lives. — Ann Ode (@annode) August 9, 2016`. The whole paragraph before the dash is the
//! words of who is named with an account behind it.

use std::ops::Range;

use super::{Scene, Source};
use crate::document::CueClass;
use crate::quotation::Attribution;
use crate::syntax::Upos;

/// Words of a name, an account and a date behind the dash, at most.
const SIGNATURE: usize = 24;

impl Scene<'_> {
    /// What the posts of the document say.
    pub(in crate::quotation) fn posts(&self) -> Vec<Attribution> {
        let sentences = &self.referents.reading.sentences;
        let paragraphs = sentences.chunk_by(|one, next| one.paragraph == next.paragraph);
        let words = paragraphs.filter_map(|part| Some(part.first()?.tokens.start..part.last()?.tokens.end));
        words.filter_map(|words| self.post(words)).collect()
    }

    /// What the paragraph of the words says, if it is a post.
    fn post(&self, words: Range<usize>) -> Option<Attribution> {
        let near = words.end.saturating_sub(SIGNATURE).max(words.start + 1);
        let account = (near..words.end).rev().find(|&at| self.text(at).starts_with('@'))?;
        let bracket = account.checked_sub(1).filter(|&at| self.text(at) == "(")?;
        let dash = (near..bracket).rev().find(|&at| matches!(self.text(at), "—" | "–" | "--" | "-" | "―"))?;
        let close = (account..words.end).find(|&at| self.text(at) == ")")?;
        let dated = (close + 1..words.end)
            .all(|at| self.referents.time(at).is_some() || self.tokens().upos(at) == Upos::Punct);
        let name = dash + 1..bracket;
        let named = !name.is_empty() && name.clone().all(|at| self.capital(at) || self.is_nominal(at));
        // `“Seat belts save lives.” — Ann Ode (@annode)`: what stands in marks is found by them.
        let marked = self.opens_quote(words.start);
        let content = words.start..dash;
        let source = Source { head: self.tokens().head_of(name.clone()), words: name };
        (dated && named && !marked).then(|| Attribution {
            content: vec![content],
            cue: Vec::new(),
            lemma: None,
            class: CueClass::Speech,
            source: Some(source),
        })
    }
}
