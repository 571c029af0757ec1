//! Words that say something from beside an expression: "will" makes a Friday a coming one, "nearly" a number a rounded one.
//!
//! They are no part of the expression, hence no rule of its grammar; the layer looks for them to the left and right. A file
//! has a table a list: its `words` (or phrases, words with a space between them) and `examples`, of which the first shows
//! what the list does and another one where it does nothing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::Example;
use super::compile::example;
use crate::{ResourceError, Source};

/// One list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Around {
    /// What the engine knows it by.
    pub name: String,
    /// Words and phrases as they are compared: as written here.
    pub words: Vec<String>,
    /// Texts with the expressions in them marked.
    pub examples: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    words: Vec<String>,
    examples: Vec<Spanned<String>>,
}

/// Reads the lists of one file.
///
/// # Errors
/// Bad TOML, a list without words, or with fewer than two examples.
pub fn around(source: Source<'_>) -> Result<Vec<Around>, ResourceError> {
    let written: BTreeMap<Spanned<String>, Written> = source.toml()?;
    let list = |(name, list): (Spanned<String>, Written)| {
        let wrong = |what: &str| source.error(name.span().start, format!("`{}` {what}", name.as_ref()));
        if list.words.is_empty() {
            return Err(wrong("has no words"));
        }
        if list.examples.len() < 2 {
            return Err(wrong("needs an example and a counter-example"));
        }
        let examples: Result<_, _> = list.examples.iter().map(|e| example(source, e)).collect();
        Ok(Around { name: name.get_ref().clone(), words: list.words, examples: examples? })
    };
    written.into_iter().map(list).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_words_and_examples_of_both_sorts() {
        let cases = [
            ("[coming]\nwords = ['will']\nexamples = ['a [b=c]', 'b']", Ok(1)),
            ("[coming]\nwords = []\nexamples = ['a', 'b']", Err("`coming` has no words")),
            (
                "[coming]\nwords = ['will']\nexamples = ['a']",
                Err("`coming` needs an example and a counter-example"),
            ),
            (
                "[coming]\nwords = ['will']\nexamples = ['a [b]', 'b']",
                Err("an example marks what it finds as `[words=value]`"),
            ),
        ];
        for (text, expected) in cases {
            let found = around(Source::new("around.toml", text)).map(|lists| lists.len());
            match (found, expected) {
                (Ok(found), Ok(expected)) => assert_eq!(found, expected, "{text}"),
                (Err(error), Err(expected)) => assert!(error.to_string().contains(expected), "{error}"),
                (found, _) => panic!("{text}: {found:?}"),
            }
        }
    }
}
