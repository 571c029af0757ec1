//! Where in a data file a mistake is, and what it is.

use serde::de::DeserializeOwned;

/// A data file with a mistake.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {problem}")]
pub struct ResourceError {
    /// The file as the caller named it.
    pub file: String,
    /// Line of the mistake, from 1.
    pub line: usize,
    /// Column of the mistake in characters, from 1.
    pub column: usize,
    /// What is wrong, and what would be right.
    pub problem: String,
}

/// The content of a data file, and its name for messages.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Path or any other name that tells the reader where to look.
    pub file: &'a str,
    /// The whole content.
    pub content: &'a str,
}

impl<'a> Source<'a> {
    /// A file under its name.
    #[must_use]
    pub fn new(file: &'a str, content: &'a str) -> Self {
        Self { file, content }
    }

    /// The mistake `problem` at byte `offset`.
    #[must_use]
    pub fn error(&self, offset: usize, problem: impl Into<String>) -> ResourceError {
        let before = self.content.get(..offset).unwrap_or(self.content);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        ResourceError {
            file: self.file.to_owned(),
            line: self.line(offset),
            column: 1 + before[line_start..].chars().count(),
            problem: problem.into(),
        }
    }

    /// The line of byte `offset`, from 1.
    #[must_use]
    pub fn line(&self, offset: usize) -> usize {
        1 + self.content.get(..offset).unwrap_or(self.content).matches('\n').count()
    }

    /// The content as TOML of the shape `T`; use `toml::Spanned` in `T` where a later check needs the place.
    ///
    /// # Errors
    /// Bad syntax, unknown or missing keys, values of the wrong type.
    pub fn toml<T: DeserializeOwned>(&self) -> Result<T, ResourceError> {
        toml::from_str(self.content)
            .map_err(|e| self.error(e.span().map_or(0, |span| span.start), e.message().trim_end()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Shape {
        #[allow(dead_code, reason = "only its type matters")]
        word: String,
    }

    #[test]
    fn a_mistake_names_its_line_and_column() {
        #[rustfmt::skip]
        let cases = [
            ("word = 1", "x.toml:1:8: invalid type: integer `1`, expected a string"),
            ("# é\nword = \"é\"\nwort = 1", "x.toml:3:1: unknown field `wort`, expected `word`"),
            ("", "x.toml:1:1: missing field `word`"),
        ];
        for (content, expected) in cases {
            let error = Source::new("x.toml", content).toml::<Shape>().unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
    }
}
