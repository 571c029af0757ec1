//! The engine of onrecord: text in, sourced facts out.
//!
//! ```text
//! Text ─▶ Reading ─────▶ Named ───────▶ Said
//!         blocks, turns,  names, times,  quotations,
//!         sentences,      quantities,    facts with
//!         tokens, arcs    entities       evidence
//! ```
//!
//! [`Engine`] holds the compiled language data and the models; it is built once and shared by all threads.
//! [`Engine::extract`] makes one [`Document`], [`Engine::extract_many`] a batch in parallel. Nothing here opens a
//! file, prints, or reaches the network, and the same input gives the same document on any number of threads.
//!
//! The modules below stand in the order in which a document passes through them.

mod vocabulary;

pub mod document;
pub mod embedded;
pub mod engine;
pub mod layers;
pub mod text;

pub mod block;
pub mod token;

pub mod model;
pub mod syntax;

pub mod lexicon;

pub mod grammar;
pub mod quantity;
pub mod time;

pub mod name;

mod marks;
mod resolve;

mod quotation;

mod fact;
pub mod rules;

pub use document::{Document, Input, Moment};
pub use engine::{Engine, Extras};
pub use fact::Explained;
pub use layers::Layers;
pub use text::{Span, Text, Unit};
