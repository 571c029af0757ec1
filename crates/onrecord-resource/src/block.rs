//! Boilerplate patterns and speaker labels.

use std::collections::BTreeSet;

use regex::{Regex, RegexBuilder};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::error::{ResourceError, Source};

/// What the block stage knows of pages and transcripts.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Blocks {
    /// Regular expressions of whole paragraphs that are boilerplate; each compiles under [`whole`].
    pub boilerplate: Vec<String>,
    /// Labels of those who ask.
    pub question: Vec<String>,
    /// Labels of those who answer.
    pub answer: Vec<String>,
    /// Labels of those who lead.
    pub moderator: Vec<String>,
    /// Titles before a name in labels with a point: "Mr. LEAHY."
    pub title: Vec<String>,
    /// Who has such a label without a name: "The Witness."
    pub officer: Vec<String>,
    /// Words before a colon that are no speaker.
    pub never: Vec<String>,
    /// Nouns of what is read out, in the heading of a speech: "*Remarks* by Ann Ode".
    pub speech: Vec<String>,
    /// Words before whom a picture is by, at the end of its caption: "*Image*: Ann Ode."
    pub credit: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BoilerplateFile {
    boilerplate: Vec<Boilerplate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Boilerplate {
    pattern: Spanned<String>,
    example: Vec<String>,
    counter: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelFile {
    question: Vec<Spanned<String>>,
    answer: Vec<Spanned<String>>,
    moderator: Vec<Spanned<String>>,
    title: Vec<Spanned<String>>,
    officer: Vec<Spanned<String>>,
    never: Vec<Spanned<String>>,
    speech: Vec<Spanned<String>>,
    credit: Vec<Spanned<String>>,
}

/// `pattern` as a regular expression that matches whole paragraphs in any case.
///
/// # Errors
/// What is wrong with the pattern.
pub fn whole(pattern: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(&format!(r"\A(?:{pattern})\z")).case_insensitive(true).build()
}

/// Reads and checks both files, and tries every example.
///
/// # Errors
/// The first mistake: a pattern that does not compile or contradicts an example, a label in upper case or in two lists.
pub fn blocks(boilerplate: Source, labels: Source) -> Result<Blocks, ResourceError> {
    let mut made = Blocks::default();
    for entry in boilerplate.toml::<BoilerplateFile>()?.boilerplate {
        let at = entry.pattern.span().start;
        let pattern = entry.pattern.into_inner();
        let regex = whole(&pattern).map_err(|e| boilerplate.error(at, e.to_string()))?;
        if entry.example.is_empty() || entry.counter.is_empty() {
            return Err(
                boilerplate.error(at, "needs an `example` that it matches and a `counter` that it leaves")
            );
        }
        let hit = |text: &&String| regex.is_match(text);
        if let Some(text) = entry.example.iter().find(|text| !hit(text)) {
            return Err(boilerplate.error(at, format!("does not match its example {text:?}")));
        }
        if let Some(text) = entry.counter.iter().find(hit) {
            return Err(boilerplate.error(at, format!("matches its counter-example {text:?}")));
        }
        made.boilerplate.push(pattern);
    }

    let LabelFile { question, answer, moderator, title, officer, never, speech, credit } = labels.toml()?;
    let take = |list: Vec<Spanned<String>>, seen: &mut BTreeSet<String>| {
        list.into_iter()
            .map(|label| {
                let at = label.span().start;
                let label = label.into_inner();
                if label.to_lowercase() != label {
                    return Err(labels.error(at, format!("{label:?} is matched in lower case: write it so")));
                }
                if !seen.insert(label.clone()) {
                    return Err(labels.error(at, format!("{label:?} stands in the file twice")));
                }
                Ok(label)
            })
            .collect::<Result<Vec<_>, _>>()
    };
    // Whole labels are of one list; their parts may stand in others too.
    let once = &mut BTreeSet::new();
    made.question = take(question, once)?;
    made.answer = take(answer, once)?;
    made.moderator = take(moderator, once)?;
    made.never = take(never, once)?;
    made.title = take(title, &mut BTreeSet::new())?;
    made.officer = take(officer, &mut BTreeSet::new())?;
    made.speech = take(speech, &mut BTreeSet::new())?;
    made.credit = take(credit, &mut BTreeSet::new())?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_named_with_their_place() {
        const LABELS: &str = "question = []\nanswer = []\nmoderator = []\ntitle = []\nofficer = []\nnever = []\nspeech = []\ncredit = []";
        #[rustfmt::skip]
        let cases = [
            ("[[boilerplate]]\npattern = 'a'\nexample = ['a']\ncounter = []", LABELS,
             "b:2:11: needs an `example` that it matches and a `counter` that it leaves"),
            ("[[boilerplate]]\npattern = 'a+'\nexample = ['ab']\ncounter = ['b']", LABELS,
             "b:2:11: does not match its example \"ab\""),
            ("[[boilerplate]]\npattern = 'a+'\nexample = ['a']\ncounter = ['A']", LABELS,
             "b:2:11: matches its counter-example \"A\""),
            ("boilerplate = []", "question = ['Q']\nanswer = []\nmoderator = []\ntitle = []\nofficer = []\nnever = []\nspeech = []\ncredit = []",
             "l:1:13: \"Q\" is matched in lower case: write it so"),
            ("boilerplate = []", "question = ['q']\nanswer = ['q']\nmoderator = []\ntitle = []\nofficer = []\nnever = []\nspeech = []\ncredit = []",
             "l:2:11: \"q\" stands in the file twice"),
            ("boilerplate = []", "question = []\nanswer = []\nmoderator = []\ntitle = ['Mr']\nofficer = []\nnever = []\nspeech = []\ncredit = []",
             "l:4:10: \"Mr\" is matched in lower case: write it so"),
        ];
        for (patterns, labels, expected) in cases {
            let error = blocks(Source::new("b", patterns), Source::new("l", labels)).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
    }
}
