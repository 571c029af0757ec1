//! Words that the tokenizer cuts otherwise than their signs would have it.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::error::{ResourceError, Source};

/// The lists, in lower case, each in the order of its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lists {
    /// Prefixes that stay with what follows their hyphen: "co-operate".
    pub prefix: Vec<String>,
    /// Abbreviations whose point belongs to them, without it.
    pub abbreviation: Vec<String>,
    /// The same, of those that begin with a capital letter: "Sat.".
    pub capital: Vec<String>,
    /// The same, of those that stand before a number: "No. 5".
    pub numbering: Vec<String>,
    /// Abbreviations that stand before a name: no sentence ends between the two.
    pub title: Vec<String>,
    /// What an apostrophe joins to a word: "s" of "it's".
    pub clitic: Vec<String>,
    /// Words that have lost their beginning to an apostrophe: "em" of "'em".
    pub cut: Vec<String>,
    /// Units that part from the number before them: "pm" of "5pm".
    pub unit: Vec<String>,
    /// Two words in one, with the byte at which the second one begins: "cannot".
    pub merged: Vec<(String, usize)>,
}

/// A text and the words that it is cut into.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The text.
    pub text: String,
    /// Its words with spaces between them.
    pub words: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    prefix: Vec<String>,
    abbreviation: Vec<String>,
    capital: Vec<String>,
    numbering: Vec<String>,
    title: Vec<String>,
    clitic: Vec<String>,
    cut: Vec<String>,
    unit: Vec<String>,
    merged: Vec<Spanned<String>>,
    example: Vec<Example>,
}

/// Reads the lists and their examples.
///
/// # Errors
/// Bad TOML, or an entry of `merged` that is not two words.
pub fn lists(source: Source) -> Result<(Lists, Vec<Example>), ResourceError> {
    let file: File = source.toml()?;
    let sorted = |mut words: Vec<String>| {
        words.sort();
        words
    };
    let parts = file.merged.into_iter().map(|entry| {
        let problem = || source.error(entry.span().start, "two words with a space between them".to_owned());
        let (first, second) = entry.as_ref().split_once(' ').ok_or_else(problem)?;
        Ok((format!("{first}{second}"), first.len()))
    });
    let mut merged = parts.collect::<Result<Vec<_>, ResourceError>>()?;
    merged.sort();
    let lists = Lists {
        prefix: sorted(file.prefix),
        abbreviation: sorted(file.abbreviation),
        capital: sorted(file.capital),
        numbering: sorted(file.numbering),
        title: sorted(file.title),
        clitic: sorted(file.clitic),
        cut: sorted(file.cut),
        unit: sorted(file.unit),
        merged,
    };
    Ok((lists, file.example))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_merged_word_has_two_parts() {
        let text = |merged: &str| {
            format!(
                "prefix = ['pre', 'co']\nabbreviation = []\ncapital = []\nnumbering = []\ntitle = []\nclitic = []\ncut = []\nunit = []\nmerged = ['{merged}']\nexample = []\n"
            )
        };
        let (good, bad) = (text("can not"), text("cannot"));
        let (lists, _) = super::lists(Source::new("words.toml", &good)).unwrap();
        assert_eq!(lists.prefix, ["co", "pre"]);
        assert_eq!(lists.merged, [("cannot".to_owned(), 3)]);
        let error = super::lists(Source::new("words.toml", &bad)).unwrap_err();
        assert_eq!(error.to_string(), "words.toml:9:11: two words with a space between them");
    }
}
