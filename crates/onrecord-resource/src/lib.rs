//! The language data of onrecord: what a data file may say, how it is checked, and what it compiles to.
//!
//! A stage keeps its words and patterns in TOML files below the engine's `resources/`. The engine's build script
//! reads them through this crate, which refuses what is wrong with file, line and column, and writes what is right as
//! one compact blob a stage; the engine loads the blob into the very types it was made from. A user's own rules and
//! names come in at run time by the same functions, so what holds for our data holds for theirs.

pub mod block;
pub mod confidence;
pub mod cue;
mod error;
pub mod frame;
pub mod governor;
pub mod grammar;
pub mod inflection;
pub mod kind;
pub mod lexicon;
pub mod name;
pub mod token;

pub use error::{ResourceError, Source};

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Compiled data as the build script writes it.
///
/// # Panics
/// Never for the types of this crate: postcard can write all that they hold.
#[must_use]
pub fn encode<T: Serialize>(data: &T) -> Vec<u8> {
    postcard::to_stdvec(data).expect("plain data always encodes")
}

/// Compiled data as the engine loads it.
///
/// # Errors
/// What does not fit: `blob` was not written by [`encode`] of the same version.
pub fn decode<T: DeserializeOwned>(blob: &[u8]) -> Result<T, String> {
    postcard::from_bytes(blob).map_err(|e| e.to_string())
}
