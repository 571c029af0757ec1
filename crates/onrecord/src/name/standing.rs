//! Whether an office is held, over or to come: "*former* minister", "*incoming* minister", "president-*elect*".

use onrecord_resource::lexicon::Class;

use super::words::Words;
use crate::lexicon::past_ex;
use crate::syntax::Upos;

/// What is said of an office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Standing {
    /// Whether it is over.
    pub(crate) former: bool,
    /// Whether it is to come.
    pub(crate) coming: bool,
    /// The first word before the office that says how it is held; "new" and "current" say nothing.
    pub(crate) first: Option<usize>,
    /// How many words behind it say so: two in "president-*elect*".
    pub(crate) behind: usize,
}

/// Words of an expression before an office at most: "one-time".
const LONGEST: usize = 3;

impl Standing {
    /// Takes what the words say that end with word `end`, exclusive, and says where they begin.
    pub(super) fn before(&mut self, words: &Words, end: usize) -> Option<usize> {
        // "*then*-Secretary Ode"
        let hyphen = end > 1 && words.text(end - 1) == "-" && words.glued(end);
        let end = if hyphen { end - 1 } else { end };
        let mut starts = (end.saturating_sub(LONGEST)..end).rev();
        let (start, code) = starts.find_map(|start| {
            let whole = words.class_end(start, Class::OfficeWord) == Some(end);
            let code = words.code_at(start, Class::OfficeWord).filter(|_| whole)?;
            matches!(code, "former" | "coming" | "going" | "idle").then_some((start, code))
        })?;
        if !hyphen && is_adverb(words, start) {
            return None;
        }
        self.former |= code == "former";
        self.coming |= code == "coming";
        if code != "idle" {
            self.first = Some(start);
        }
        Some(start)
    }
}

/// Whether "then" at the word says when something happened: "*Then* Secretary Ode left", "and *then* President Ode spoke".
fn is_adverb(words: &Words, at: usize) -> bool {
    let tokens = &words.reading.tokens;
    let open = || {
        let before = at.checked_sub(1).map(|before| tokens.upos(before));
        matches!(before, Some(Upos::Cconj | Upos::Verb | Upos::Aux))
            || at.checked_sub(1).is_some_and(|before| matches!(words.text(before), "by" | "since" | "until"))
    };
    words.text(at).eq_ignore_ascii_case("then") && (words.begins_sentence(at) || open())
}

/// Whether the office at the word is written together with "ex-".
pub(super) fn is_ex(words: &Words, at: usize) -> bool {
    past_ex(words.text(at)).is_some()
}

/// The end of what says that somebody is to have the office that ends with word `end`, exclusive: "president-*elect*".
pub(super) fn elect(words: &Words, end: usize) -> Option<usize> {
    let hyphen = words.text(end) == "-" && words.glued(end) && words.glued(end + 1);
    let last = if hyphen { end + 1 } else { end };
    words.has_code(last, Class::OfficeWord, "elect").then_some(last + 1)
}
