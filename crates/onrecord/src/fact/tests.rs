//! Every frame against its examples, and the kinds that have a logic of their own.

use std::collections::BTreeMap;
use std::path::Path;

use onrecord_resource::Source;
use onrecord_resource::frame::{self, Words};

use crate::document::{Document, Fact};
use crate::{Engine, Input, Layers};

fn read(engine: &Engine, text: &str) -> Document {
    engine.extract(Input { text: text.to_owned(), ..Input::default() }, Layers::FACTS).unwrap()
}

/// The words of a fact by role, with polarity and modality.
fn shown(document: &Document, fact: &Fact) -> BTreeMap<String, Vec<String>> {
    let mut roles: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for arg in &fact.args {
        roles.entry(arg.role.to_owned()).or_default().push(bare(document.reading.text.slice(arg.span)));
    }
    roles.insert("modality".to_owned(), vec![fact.modality.name().to_owned()]);
    roles.insert("polarity".to_owned(), vec![fact.polarity.name().to_owned()]);
    roles
}

/// Without the article.
fn bare(words: &str) -> String {
    let (first, rest) = words.split_once(' ').unwrap_or(("", words));
    if ["the", "a", "an"].contains(&first.to_lowercase().as_str()) { rest } else { words }.to_lowercase()
}

/// Whether the fact has all that the example names; modality and polarity are plain where nothing is said.
fn agrees(found: &BTreeMap<String, Vec<String>>, wanted: &BTreeMap<String, Words>) -> bool {
    let plain = [("modality", "actual"), ("polarity", "positive")];
    let given = wanted.iter().map(|(role, words)| match words {
        Words::One(words) => (role.as_str(), vec![bare(words)]),
        Words::Many(list) => (role.as_str(), list.iter().map(|words| bare(words)).collect()),
    });
    let unsaid = plain.into_iter().filter(|(role, _)| !wanted.contains_key(*role));
    let unsaid = unsaid.map(|(role, value)| (role, vec![value.to_owned()]));
    given.chain(unsaid).all(|(role, words)| found.get(role) == Some(&words))
}

#[test]
fn every_frame_finds_its_examples_and_leaves_the_others_alone() {
    let engine = Engine::new().unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("resources/frames");
    let mut wrong = Vec::new();
    let mut tried = 0;
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    for path in files.filter(|path| path.extension().is_some_and(|ending| ending == "toml")) {
        let content = std::fs::read_to_string(&path).unwrap();
        for (frame, examples) in frame::frames(Source::new(&path.display().to_string(), &content)).unwrap() {
            for example in examples {
                tried += 1;
                let document = read(&engine, &example.text);
                let mut found: Vec<_> = document
                    .said
                    .facts
                    .iter()
                    .filter(|fact| fact.rule == frame.id)
                    .map(|fact| shown(&document, fact))
                    .collect();
                // A fact with several pairs of actors stands once for every pair.
                found.dedup();
                let all = example.finds.iter().all(|wanted| found.iter().any(|fact| agrees(fact, wanted)));
                if !all || example.finds.len() != found.len() {
                    wrong.push(format!("{}: {:?} gives {found:?}", frame.id, example.text));
                }
            }
        }
    }
    assert!(tried > 100, "the frames are in their folder");
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn kinds_with_a_logic_of_their_own() {
    let engine = Engine::new().unwrap();
    #[rustfmt::skip]
    let cases: &[(&str, &str, &[&[&str]])] = &[
        ("position", "Chinese President Xi Jinping spoke.", &[&["Xi Jinping", "President", "Chinese"]]),
        ("position", "Roberto Maroni, president of Lombardy, spoke.", &[&["Roberto Maroni", "president", "Lombardy"]]),
        ("position", "Malaysia's Prime Minister, Najib Razak, spoke.", &[&["Najib Razak", "Prime Minister", "Malaysia"]]),
        ("position", "The president spoke to Roberto Maroni.", &[]),
        ("position", "Roberto Maroni spoke.", &[]),
        ("measurement", "China, with a population of 1.4 billion people, is large.", &[&["China", "population", "1.4 billion"]]),
        ("measurement", "The share of China exceeds 18 percent.", &[&["China", "share of China", "18 percent"]]),
        ("measurement", "See page 18 of the report.", &[]),
        ("measurement", "Police arrested 37 demonstrators.", &[&["Police", "demonstrators", "37"]]),
        ("measurement", "Police arrested two demonstrators.", &[]),
        ("ranking", "China is the largest market in the world.", &[&["China", "largest", "largest market in the world"]]),
        ("ranking", "China ranks fourth in trade.", &[&["China", "fourth", "trade"]]),
        ("ranking", "China is a market.", &[]),
    ];
    for (kind, text, expected) in cases {
        let document = read(&engine, text);
        let facts = document.said.facts.iter().filter(|fact| fact.kind.name() == *kind);
        let words = |fact: &Fact| {
            fact.args.iter().map(|arg| bare(document.reading.text.slice(arg.span))).collect::<Vec<_>>()
        };
        let found: Vec<Vec<String>> = facts.map(words).collect();
        let expected: Vec<Vec<String>> =
            expected.iter().map(|args| args.iter().map(|arg| bare(arg)).collect()).collect();
        assert_eq!(found, expected, "{kind} in {text:?}");
    }
}

#[test]
fn a_fact_names_who_vouches_for_it() {
    let engine = Engine::new().unwrap();
    let document = read(&engine, "Roberto Maroni said that Kenya had attacked Oman.");
    let fact = document.said.facts.iter().find(|fact| fact.rule == "action/assault").unwrap();
    let names: Vec<&str> = fact.source.iter().map(|voucher| voucher.name.as_str()).collect();
    assert_eq!(names, ["Roberto Maroni"]);
}
