//! Forms that no rule makes of their base: "froze" of "freeze", "criteria" of "criterion".

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::error::{ResourceError, Source};

/// Base forms with the forms that are made of them, in small letters.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inflections {
    /// Verbs: the past, then the participle where it is another word, then others; one in "-ing" is the present
    /// participle.
    pub verbs: BTreeMap<String, Vec<String>>,
    /// Nouns with their plurals.
    pub nouns: BTreeMap<String, Vec<String>>,
}

/// Reads the forms.
///
/// # Errors
/// Bad TOML, a word without a form, or a form that is not one word in small letters.
pub fn inflections(source: Source) -> Result<Inflections, ResourceError> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct File {
        verb: BTreeMap<String, Spanned<Vec<String>>>,
        noun: BTreeMap<String, Spanned<Vec<String>>>,
    }
    let File { verb, noun } = source.toml()?;
    let is_word =
        |form: &String| !form.is_empty() && form.chars().all(|letter| letter.is_lowercase() || letter == '-');
    for (base, forms) in verb.iter().chain(&noun) {
        let (at, forms) = (forms.span().start, forms.get_ref());
        if forms.is_empty() {
            return Err(source.error(at, format!("`{base}` has no form")));
        }
        if let Some(form) = std::iter::once(base).chain(forms).find(|form| !is_word(form)) {
            return Err(source.error(at, format!("`{form}` is not one word in small letters")));
        }
    }
    let plain = |words: BTreeMap<String, Spanned<Vec<String>>>| {
        words.into_iter().map(|(base, forms)| (base, forms.into_inner())).collect()
    };
    Ok(Inflections { verbs: plain(verb), nouns: plain(noun) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_words_in_small_letters() {
        let read = |content: &str| inflections(Source::new("i", content)).map_err(|e| e.to_string());
        let made = read("[verb]\nfreeze = ['froze', 'frozen']\n[noun]\nox = ['oxen']").unwrap();
        assert_eq!(made.verbs["freeze"], ["froze", "frozen"]);
        assert_eq!(made.nouns["ox"], ["oxen"]);
        assert_eq!(read("[verb]\nfreeze = []\n[noun]").unwrap_err(), "i:2:10: `freeze` has no form");
        let error = read("[verb]\n[noun]\nox = ['Two oxen']").unwrap_err();
        assert_eq!(error, "i:3:6: `Two oxen` is not one word in small letters");
    }
}
