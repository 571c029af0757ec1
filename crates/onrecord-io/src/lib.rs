//! Bytes to text, and documents to files.
//!
//! What comes in: [`decode`] finds out how a file's bytes are written, [`plain`] whether they are a plain text, [`input`] reads a
//! line of JSON with a text in it.
//! What goes out: [`rows`] says once what fields a row of every layer has; [`json`], [`csv`] and [`table`] write those
//! rows, [`conllu`] the tokens and [`html`] the text with its facts marked.

pub mod decode;
pub mod input;
pub mod names;
pub mod plain;

pub mod rows;

pub mod conllu;
pub mod csv;
pub mod html;
pub mod json;
pub mod table;
