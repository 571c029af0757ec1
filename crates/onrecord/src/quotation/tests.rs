//! Quotations as news and interviews have them.

use crate::{Engine, Input, Layers};

/// Content, source and manner of a quotation.
type Row<'a> = (&'a str, &'a str, &'a str);

#[test]
fn quotations_have_their_content_source_and_manner() {
    let engine = Engine::new().unwrap();
    #[rustfmt::skip]
    let cases: &[(&str, &[Row])] = &[
        ("“The talks failed,” the minister said on Monday.", &[("The talks failed,", "the minister", "direct")]),
        ("\"The talks failed,\" said Roberto Maroni. \"We will try again.\"",
         &[("The talks failed, … We will try again.", "Roberto Maroni", "direct")]),
        ("The minister said that the talks had failed.", &[("that the talks had failed", "The minister", "indirect")]),
        ("The minister said the talks were “a waste of time”.", &[("the talks were “a waste of time”", "The minister", "mixed")]),
        ("According to the ministry, ten people died.", &[("ten people died", "the ministry", "indirect")]),
        ("He added: \"Nobody came.\"", &[("Nobody came.", "He", "direct")]),
        ("\"Peace is possible.\" - Roberto Maroni", &[("Peace is possible.", "Roberto Maroni", "direct")]),
        ("The minister is sure that they will come.", &[("that they will come", "The minister", "indirect")]),
        ("They called it the “Green Deal”.", &[]),
        ("The minister bought a “smart” car.", &[]),
        ("The talks failed on Monday.", &[]),
    ];
    for (text, expected) in cases {
        let input = Input { text: (*text).to_owned(), ..Input::default() };
        let document = engine.extract(input, Layers::QUOTATIONS).unwrap();
        let slice = |spans: &[crate::Span]| {
            let words: Vec<&str> = spans.iter().map(|&span| document.reading.text.slice(span)).collect();
            words.join(" … ")
        };
        let found: Vec<(String, String, &str)> = document
            .said
            .quotations
            .iter()
            .map(|quotation| (slice(&quotation.content), slice(&quotation.source), quotation.manner.name()))
            .collect();
        let found: Vec<(&str, &str, &str)> =
            found.iter().map(|(c, s, m)| (c.as_str(), s.as_str(), *m)).collect();
        assert_eq!(&found, expected, "{text}");
    }
}
