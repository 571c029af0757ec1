//! The language data of onrecord: what a data file may say, how it is checked, and what it compiles to.
//!
//! A stage keeps its words and patterns in TOML files below the engine's `resources/`. The engine's build script
//! reads them through this crate, which refuses what is wrong with file, line and column, and writes what is right as
//! one compact blob a stage; the engine loads the blob into the very types it was made from. A user's own rules and
//! names come in at run time by the same functions, so what holds for our data holds for theirs.

mod error;

pub use error::{ResourceError, Source};
