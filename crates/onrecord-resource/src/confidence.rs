//! How often the rules are right: measured on annotated documents, written by `onrecord-train`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::{ResourceError, Source};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Precision of a rule in percent, by its id.
    rule: BTreeMap<String, u8>,
    /// Precision of all rules of a kind, for those that were never seen at work.
    kind: BTreeMap<String, u8>,
}

/// The precision of every measured rule, of the rules `known`, and of every kind under its own name, in percent.
///
/// # Errors
/// Bad TOML or more than a hundred percent.
pub fn confidence(source: Source, known: &[&str]) -> Result<BTreeMap<String, u8>, ResourceError> {
    let File { mut rule, kind } = source.toml()?;
    if let Some((name, percent)) = rule.iter().chain(&kind).find(|(_, percent)| **percent > 100) {
        return Err(source.error(0, format!("`{name}` is right in {percent} of a hundred cases")));
    }
    for id in
        known.iter().filter(|id| !rule.contains_key(**id)).map(|id| (*id).to_owned()).collect::<Vec<_>>()
    {
        let of = kind.get(id.split('/').next().unwrap_or_default());
        rule.extend(of.map(|&percent| (id, percent)));
    }
    rule.extend(kind);
    Ok(rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_never_seen_have_what_their_kind_has() {
        let content = "[rule]\n'visit/verb' = 80\n[kind]\nvisit = 60";
        let read =
            confidence(Source::new("c", content), &["visit/verb", "visit/noun", "meeting/verb"]).unwrap();
        let rows: Vec<(&str, u8)> = read.iter().map(|(rule, percent)| (rule.as_str(), *percent)).collect();
        assert_eq!(rows, [("visit", 60), ("visit/noun", 60), ("visit/verb", 80)]);
        let error = confidence(Source::new("c", "[rule]\nx = 101\n[kind]"), &[]).unwrap_err().to_string();
        assert_eq!(error, "c:1:1: `x` is right in 101 of a hundred cases");
    }
}
