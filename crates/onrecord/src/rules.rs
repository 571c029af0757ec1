//! Whether frames do what their examples say: the check behind `onrecord rules test` and the tests of our own frames.
//!
//! An example names a sentence and the facts that its frame finds there. A role that it does not name may be filled or
//! not, articles before an argument are not compared, and polarity and modality are positive and actual where nothing is
//! said. A sentence in which nothing is to be found finds nothing of that frame, whatever other frames find.

use std::collections::{BTreeMap, BTreeSet};

use onrecord_resource::frame::{Example, Frame, Words};

use crate::document::{Document, Fact};
use crate::{Engine, Input, Layers};

/// An example that its frame does not bear out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The frame.
    pub frame: String,
    /// Line of the example in its file.
    pub line: usize,
    /// The sentence.
    pub text: String,
    /// What the frame found instead, fact by fact.
    pub found: Vec<String>,
}

/// The words of a fact by role, with polarity and modality.
type Shown = BTreeMap<String, Vec<String>>;

/// Runs the examples of `frames` on `engine`, which has them.
#[must_use]
pub fn check(engine: &Engine, frames: &[(Frame, Vec<Example>)]) -> Vec<Mistake> {
    let one = |frame: &Frame, example: &Example| {
        let input = Input { text: example.text.clone(), ..Input::default() };
        // A text longer than any example can be is found to say nothing.
        let found = engine.extract(input, Layers::FACTS).map(|document| {
            let own = document.said.facts.iter().filter(|fact| fact.rule == frame.id);
            let mut found: Vec<Shown> = own.map(|fact| shown(&document, fact)).collect();
            // A fact with several pairs of actors stands again for every further pair.
            found.dedup_by(|later, first| is_pair_of(later, first));
            found
        });
        let found = found.unwrap_or_default();
        let all = example.finds.iter().all(|wanted| found.iter().any(|fact| agrees(fact, wanted)));
        (!all || example.finds.len() != found.len()).then(|| Mistake {
            frame: frame.id.clone(),
            line: example.line,
            text: example.text.clone(),
            found: found.iter().map(written).collect(),
        })
    };
    let pairs =
        frames.iter().flat_map(|(frame, examples)| examples.iter().map(move |example| (frame, example)));
    pairs.filter_map(|(frame, example)| one(frame, example)).collect()
}

fn shown(document: &Document, fact: &Fact) -> Shown {
    let mut roles = Shown::new();
    for arg in &fact.args {
        roles.entry(arg.role.to_owned()).or_default().push(bare(document.reading.text.slice(arg.span)));
    }
    roles.insert("modality".to_owned(), vec![fact.modality.name().to_owned()]);
    roles.insert("polarity".to_owned(), vec![fact.polarity.name().to_owned()]);
    roles
}

/// Whether `later` tells of two of those whom `first` tells of.
fn is_pair_of(later: &Shown, first: &Shown) -> bool {
    let acts = |role: &str| matches!(role, "actor" | "recipient");
    let parties = |fact: &Shown| -> BTreeSet<String> {
        fact.iter().filter(|(role, _)| acts(role)).flat_map(|(_, words)| words.clone()).collect()
    };
    let rest = |fact: &Shown| -> Shown {
        fact.iter()
            .filter(|(role, _)| !acts(role))
            .map(|(role, words)| (role.clone(), words.clone()))
            .collect()
    };
    parties(later).is_subset(&parties(first)) && rest(later) == rest(first)
}

fn written(fact: &Shown) -> String {
    let roles = fact.iter().map(|(role, words)| format!("{role} = {words:?}"));
    roles.collect::<Vec<_>>().join(", ")
}

/// Without the article, in lower case.
pub(crate) fn bare(words: &str) -> String {
    let (first, rest) = words.split_once(' ').unwrap_or(("", words));
    if ["the", "a", "an"].contains(&first.to_lowercase().as_str()) { rest } else { words }.to_lowercase()
}

/// Whether the fact has all that the example names; modality and polarity are plain where nothing is said.
fn agrees(found: &Shown, wanted: &BTreeMap<String, Words>) -> bool {
    let plain = [("modality", "actual"), ("polarity", "positive")];
    let given = wanted.iter().map(|(role, words)| match words {
        Words::One(words) => (role.as_str(), vec![bare(words)]),
        Words::Many(list) => (role.as_str(), list.iter().map(|words| bare(words)).collect()),
    });
    let unsaid = plain.into_iter().filter(|(role, _)| !wanted.contains_key(*role));
    let unsaid = unsaid.map(|(role, value)| (role, vec![value.to_owned()]));
    given.chain(unsaid).all(|(role, words)| found.get(role) == Some(&words))
}
