//! What holds for every text: spans slice, threads change nothing, blank lines only move offsets.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

use onrecord::{Document, Engine, Input, Layers, Span, Unit};
use proptest::prelude::*;

fn engine() -> &'static Engine {
    static ENGINE: std::sync::OnceLock<Engine> = std::sync::OnceLock::new();
    ENGINE.get_or_init(|| Engine::new().unwrap())
}

fn read(text: &str) -> Document {
    engine().extract(Input { text: text.to_owned(), ..Input::default() }, Layers::ALL).unwrap()
}

/// The project's samples, and further documents where they are.
fn documents() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = ["examples", "../shared/samples", "../shared/eval/facts/dev"];
    let files = folders.iter().filter_map(|folder| fs::read_dir(root.join(folder)).ok()).flatten();
    let mut paths: Vec<PathBuf> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    assert!(paths.len() >= 6, "the sample documents are missing");
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The spans of every layer.
fn spans(document: &Document) -> Vec<Span> {
    let Document { reading, named, said, .. } = document;
    let mut all: Vec<Span> = reading.tokens.spans().to_vec();
    all.extend(reading.paragraphs.iter().map(|row| row.span));
    all.extend(reading.turns.iter().flat_map(|row| row.label.into_iter().chain([row.span])));
    all.extend(reading.sentences.iter().map(|row| row.span));
    all.extend(named.mentions.iter().flat_map(|row| [row.span, row.head]));
    all.extend(named.times.iter().map(|row| row.span));
    all.extend(named.quantities.iter().map(|row| row.span));
    all.extend(said.quotations.iter().flat_map(|row| row.content.iter().chain(&row.cue).chain(&row.source)));
    all.extend(said.facts.iter().flat_map(|row| row.args.iter().map(|arg| arg.span).chain([row.evidence])));
    all
}

/// Every span slices to the same characters in bytes, code points and UTF-16, counted naively.
fn check(document: &Document) {
    let text = document.reading.text.as_str();
    let points: Vec<char> = text.chars().collect();
    let units: Vec<u16> = text.encode_utf16().collect();
    for span in spans(document) {
        let slice = document.reading.text.slice(span);
        assert!(!slice.is_empty());
        assert_eq!(&text[span.range()], slice);
        let range = document.reading.text.range(span, Unit::CodePoints);
        assert_eq!(points[range].iter().collect::<String>(), slice);
        let range = document.reading.text.range(span, Unit::Utf16);
        assert_eq!(String::from_utf16(&units[range]).unwrap(), slice);
    }
    for fact in &document.said.facts {
        let sentence = &document.reading.sentences[fact.sentence];
        assert!(sentence.span.overlaps(fact.evidence));
        assert!(fact.args.iter().all(|arg| fact.kind.roles().contains(&arg.role)), "{fact:?}");
    }
}

#[test]
fn spans_of_documents_slice_to_their_text() {
    for text in documents() {
        let document = read(&text);
        assert!(spans(&document).len() > 100);
        check(&document);
    }
}

#[test]
fn threads_change_nothing() {
    let texts: Vec<String> = documents().into_iter().cycle().take(32).collect();
    let shown = |threads: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let inputs = texts.iter().map(|text| Input { text: text.clone(), ..Input::default() }).collect();
        let documents = pool.install(|| engine().extract_many(inputs, Layers::ALL));
        documents.into_iter().map(|document| format!("{:?}", document.unwrap())).collect::<Vec<_>>()
    };
    let one = shown(1);
    assert_eq!(one, shown(2));
    assert_eq!(one, shown(8));
}

#[test]
fn sentences_stay_bounded_without_a_full_stop() {
    let document = read(&"he said that Kenya believes that ".repeat(1000));
    let longest = document.reading.sentences.iter().map(|sentence| sentence.tokens.len()).max();
    assert_eq!(longest, Some(400));
    check(&document);
}

#[test]
fn blank_lines_before_the_text_only_move_offsets() {
    for text in documents() {
        let (plain, moved) = (read(&text), read(&format!("\n\n\n{text}")));
        let starts = |document: &Document, by: usize| -> Vec<(usize, usize)> {
            spans(document).iter().map(|span| (span.start() + by, span.end() + by)).collect()
        };
        assert_eq!(starts(&plain, 3), starts(&moved, 0));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,300}") {
        check(&read(&text));
    }

    #[test]
    fn any_mixture_of_what_texts_are_made_of_is_read(
        pieces in proptest::collection::vec(
            prop_oneof![
                Just("“"), Just("”"), Just("\""), Just("'"), Just("– "), Just("\n"), Just("\n\n"), Just(": "), Just(", "),
                Just("President "), Just("Xi Jinping"), Just(" said "), Just("that "), Just("China"), Just(" signed "),
                Just("a memorandum "), Just("with "), Just("18 percent "), Just("two-day "), Just("visit "), Just("to "),
                Just("on Friday"), Just("the "), Just("largest "), Just("of "), Just("(KCNA)"), Just("A. "), Just("?"), Just(". "),
                Just("é"), Just("𝔘"), Just("according to "), Just("was "), Just("elected "), Just("Q: "), Just("and "),
            ],
            0..60,
        )
    ) {
        check(&read(&pieces.concat()));
    }
}
