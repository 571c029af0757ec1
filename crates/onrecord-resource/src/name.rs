//! A user's own names: what is called how, what sort of thing it is, and its code.

use serde::Deserialize;
use toml::Spanned;

use crate::error::{ResourceError, Source};

/// The sorts of things that a name can be of, as the fact model has them.
pub const SORTS: [&str; 9] =
    ["person", "organization", "country", "place", "event", "program", "document", "product", "group"];

/// One thing with its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its canonical name.
    pub name: String,
    /// One of [`SORTS`].
    pub sort: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-3 of a country or place, actor code of a person or body.
    pub code: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: Spanned<String>,
    #[serde(rename = "type")]
    sort: Spanned<String>,
    #[serde(default)]
    aliases: Vec<String>,
    code: Option<String>,
}

/// Reads the names of `source`: TOML with one `[[name]]` a thing.
///
/// # Errors
/// Bad TOML, an empty name, a type that there is not; with line and column.
pub fn names(source: Source) -> Result<Vec<Name>, ResourceError> {
    source.toml::<File>()?.name.into_iter().map(|written| check(source, written)).collect()
}

fn check(source: Source, written: Written) -> Result<Name, ResourceError> {
    let Written { name, sort, aliases, code } = written;
    if let Some(problem) = mistake(name.as_ref(), sort.as_ref()) {
        let at = if name.as_ref().trim().is_empty() { name.span() } else { sort.span() };
        return Err(source.error(at.start, problem));
    }
    Ok(Name { name: name.into_inner(), sort: sort.into_inner(), aliases, code })
}

/// What is wrong with a name of that type, if anything is.
#[must_use]
pub fn mistake(name: &str, sort: &str) -> Option<String> {
    if name.trim().is_empty() {
        return Some("a name needs letters".to_owned());
    }
    (!SORTS.contains(&sort)).then(|| format!("no type `{sort}`; there are {}", SORTS.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_and_mistakes_have_their_place() {
        let good = "[[name]]\nname = 'Acme'\ntype = 'organization'\naliases = ['ACM']\ncode = 'USABUS'";
        let read = names(Source::new("n", good)).unwrap();
        assert_eq!((read[0].name.as_str(), read[0].code.as_deref()), ("Acme", Some("USABUS")));
        #[rustfmt::skip]
        let cases = [
            ("[[name]]\nname = 'Acme'\ntype = 'firm'", "n:3:8: no type `firm`; there are person, "),
            ("[[name]]\nname = ' '\ntype = 'person'", "n:2:8: a name needs letters"),
            ("[[name]]\nname = 'Acme'", "n:1:1: missing field `type`"),
        ];
        for (content, expected) in cases {
            let error = names(Source::new("n", content)).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
