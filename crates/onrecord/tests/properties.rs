//! What holds for every text: spans slice, threads change nothing, blank lines only move offsets.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

use onrecord::{Document, Engine, Input, Layers, Span, Unit};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

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

/// A chart forgets what lies far behind; nothing that it finds may depend on that.
#[test]
fn long_stretches_of_numbers_read_like_short_ones() {
    let values = |text: String| -> Vec<(Option<String>, Option<String>)> {
        engine().quantities(text).unwrap().into_iter().map(|row| (row.value, row.unit)).collect()
    };
    for piece in ["12 345.6 7% ", "two or three $5bn 2019 ", "half a million 40 to 50 "] {
        let (short, long) = (values(piece.repeat(4)), values(piece.repeat(1200)));
        let period = short.len() / 4;
        assert!(period > 0 && long.len() == period * 1200, "{piece}");
        assert!(long.iter().enumerate().all(|(at, row)| *row == short[at % period]), "{piece}");
    }
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

/// The rows of every layer without what depends on how the text is written: spans as their words, with plain ends of lines
/// and composed accents.
fn rows(document: &Document) -> Vec<String> {
    let Document { reading, named, said, .. } = document;
    let plain = |span: Span| -> String {
        let words = reading.text.slice(span).nfc().collect::<String>();
        words.replace("\r\n", "\n").replace(['\r', '\u{85}', '\u{2028}', '\u{2029}'], "\n")
    };
    let words = |spans: &[Span]| spans.iter().map(|&span| plain(span)).collect::<Vec<_>>();
    let mut rows = Vec::new();
    rows.extend(reading.paragraphs.iter().map(|row| format!("{:?} {}", row.kind, plain(row.span))));
    rows.extend(reading.turns.iter().map(|row| {
        format!("{:?} {:?} {} {:?}", row.role, row.label.map(plain), plain(row.span), words(&row.pieces))
    }));
    rows.extend(
        reading.sentences.iter().map(|row| format!("{:?} {:?} {}", row.tokens, row.turn, plain(row.span))),
    );
    let tokens = (0..reading.tokens.len()).map(|at| {
        format!(
            "{} {} {:?}",
            plain(reading.tokens.span(at)),
            reading.tokens.lemma(at),
            reading.tokens.head(at)
        )
    });
    rows.extend(tokens);
    rows.extend(named.times.iter().map(|row| format!("{} {:?} {}", plain(row.span), row.kind, row.value)));
    rows.extend(named.quantities.iter().map(|row| {
        format!("{} {:?} {:?} {:?}", plain(row.span), row.value, row.unit, row.counted.map(plain))
    }));
    rows.extend(
        named.mentions.iter().map(|row| format!("{} {} {:?}", plain(row.span), plain(row.head), row.entity)),
    );
    rows.extend(named.entities.iter().map(|row| format!("{row:?}")));
    rows.extend(named.speakers.iter().map(|row| format!("{row:?}")));
    rows.extend(said.quotations.iter().map(|row| {
        let spans = [&row.content, &row.cue, &row.source].map(|spans| words(spans));
        format!("{spans:?} {:?} {:?} {:?}", row.entity, row.manner, row.cue_lemma)
    }));
    rows.extend(said.facts.iter().map(|row| {
        let args: Vec<_> = row.args.iter().map(|arg| (arg.role, plain(arg.span), &arg.filler)).collect();
        let place = row.place.as_ref().map(|place| plain(place.span));
        let rest = (
            row.kind,
            row.time,
            row.polarity,
            row.modality,
            &row.source,
            &row.plover,
            &row.rule,
            row.same_as,
        );
        format!("{} {} {args:?} {place:?} {rest:?}", row.predicate, plain(row.evidence))
    }));
    rows
}

#[test]
fn other_ends_of_lines_change_nothing() {
    for text in documents() {
        let expected = rows(&read(&text));
        for end in ["\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"] {
            let document = read(&text.replace('\n', end));
            check(&document);
            assert_eq!(rows(&document), expected, "{end:?}");
        }
    }
}

#[test]
fn what_captions_add_gives_nothing() {
    let words = [
        "Kenya signed a treaty with Oman.",
        "When did the minister go?",
        "He went on Monday.",
        "It cost 5 million dollars.",
    ];
    let mut captions = "WEBVTT - Talk of May 3\n\nNOTE Made by 30 people in Chad on 5 May 2020\n\nSTYLE\n::cue { width: 20px }\n".to_owned();
    for (row, words) in words.iter().enumerate() {
        let (number, timing) =
            ((row + 1).to_string(), format!("00:00:0{row}.000 --> 00:00:0{row}.900 position:10%"));
        captions.extend(["\n", &number, "\n", &timing, "\n", words, "\n"]);
    }
    let tagged =
        captions.replace(" treaty", "<00:00:00.400><c> treaty</c>").replace("Monday", "<i>Monday</i>");
    for (text, end) in [(&captions, "\n"), (&captions, "\r\n"), (&captions, "\r"), (&tagged, "\n")] {
        let document = read(&text.replace('\n', end));
        check(&document);
        let slice = |span: Span| document.reading.text.slice(span);
        let times: Vec<_> = document.named.times.iter().map(|row| slice(row.span)).collect();
        let quantities: Vec<_> = document.named.quantities.iter().map(|row| slice(row.span)).collect();
        let entities: Vec<_> = document.named.entities.iter().map(|row| row.name.as_str()).collect();
        assert_eq!((times, quantities), (vec!["Monday"], vec!["5 million dollars"]));
        assert_eq!(entities, ["Kenya", "Oman"]);
        assert!(!document.said.facts.is_empty());
        assert!(document.said.facts.iter().all(|fact| !slice(fact.evidence).contains("-->")));
    }
}

#[test]
fn accents_apart_from_their_letters_change_nothing() {
    let accented = "José Peña met Zoë Müller in São Tomé. “José’s café isn’t naïve,” Ms. Müller-Ångström told Agence \
                    Française on 3 août. Mr. Peña gave €5 million to Côte d’Ivoire.\n\nHe said Türkiye’s Dağ Şirketi won.";
    for text in documents().into_iter().chain([accented.to_owned()]) {
        let (composed, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
        let (expected, document) = (read(&composed), read(&apart));
        check(&document);
        assert_eq!(rows(&document), rows(&expected));
        let is_mark = |c: char| matches!(c, '\u{300}'..='\u{36f}');
        for span in spans(&document) {
            assert!(!apart[span.start()..].starts_with(is_mark) && !apart[span.end()..].starts_with(is_mark));
        }
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
                Just("é"), Just("𝔘"), Just("e\u{301}"), Just("\u{302}"), Just("\r\n"), Just("\r"), Just("according to "), Just("was "), Just("elected "), Just("Q: "), Just("and "),
            ],
            0..60,
        )
    ) {
        check(&read(&pieces.concat()));
    }
}
