//! Words that introduce what somebody says or thinks.

use serde::{Deserialize, Serialize};

use crate::error::{ResourceError, Source};

/// The cues by class, lemmas in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cues {
    /// Verbs of saying.
    pub speech: Vec<String>,
    /// Verbs of thinking, knowing and feeling.
    pub thought: Vec<String>,
    /// Verbs whose infinitive is what somebody means to do.
    pub intention: Vec<String>,
    /// What texts and figures do.
    pub evidence: Vec<String>,
    /// Adjectives of whoever thinks or knows: "sure that".
    pub adjective: Vec<String>,
    /// Nouns of saying and thinking: "the claim that".
    pub noun: Vec<String>,
    /// Phrases before a source: "according to".
    pub according: Vec<String>,
}

/// Reads the cues.
///
/// # Errors
/// Bad TOML or an unknown list.
pub fn cues(source: Source) -> Result<Cues, ResourceError> {
    source.toml()
}
