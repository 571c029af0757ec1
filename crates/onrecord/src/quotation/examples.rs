//! Every cue against its examples.

use onrecord_resource::Source;
use onrecord_resource::cue::{Example, cues};

use crate::rules::bare;
use crate::{Document, Engine, Input, Layers};

/// What the words of the example's entry report, as pairs of source and content.
fn found(document: &Document, example: &Example) -> Vec<(String, String)> {
    let text = &document.reading.text;
    let slice =
        |spans: &[crate::Span]| spans.iter().map(|&span| text.slice(span)).collect::<Vec<_>>().join(" … ");
    let own = document.said.quotations.iter().filter(|quotation| {
        let lemma = quotation.cue_lemma.clone().unwrap_or_else(|| slice(&quotation.cue).replace(" … ", " "));
        // A headline has no cue but its source.
        let lemma = if lemma.is_empty() { slice(&quotation.source) } else { lemma }.to_lowercase();
        example.words.iter().any(|word| *word == lemma || word.split(' ').next() == Some(lemma.as_str()))
    });
    own.map(|quotation| (bare(&slice(&quotation.source)), bare(&slice(&quotation.content)))).collect()
}

#[test]
fn every_cue_finds_its_examples_and_leaves_the_others_alone() {
    let engine = Engine::new().unwrap();
    let file = "quotation/cues.toml";
    let content = include_str!("../../resources/quotation/cues.toml");
    let (_, examples) = cues(Source::new(file, content)).unwrap();
    assert!(examples.len() > 50, "{} examples", examples.len());
    let wrong: Vec<String> = examples
        .iter()
        .filter_map(|example| {
            let input = Input { text: example.text.clone(), ..Input::default() };
            let document = engine.extract(input, Layers::QUOTATIONS).unwrap();
            let found = found(&document, example);
            let wanted: Vec<(String, String)> =
                example.finds.iter().map(|row| (bare(&row.source), bare(&row.content))).collect();
            (found != wanted)
                .then(|| format!("{file}:{}: {} in {:?}: {found:?}", example.line, example.id, example.text))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
