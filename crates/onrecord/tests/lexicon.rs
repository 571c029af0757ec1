//! The examples of the gazetteers: what is found under which name, and what is left alone.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::path::Path;

use onrecord::document::Form;
use onrecord::{Engine, Extras, Input, Layers};
use onrecord_resource::Source;
use onrecord_resource::name::Name;

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    example: Vec<Example>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    text: String,
    finds: Vec<String>,
    leaves: Vec<String>,
}

#[test]
fn gazetteers_find_their_examples_and_leave_other_words_alone() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("resources/lexicon/examples.toml");
    let content = std::fs::read_to_string(path).unwrap();
    let file: File = Source::new("examples.toml", &content).toml().unwrap();
    let engine = Engine::new().unwrap();
    let mut wrong = Vec::new();
    for example in file.example {
        let input = Input { text: example.text.clone(), ..Input::default() };
        let document = engine.extract(input, Layers::ENTITIES).unwrap();
        let named = &document.named;
        let names = named.mentions.iter().filter(|mention| mention.form == Form::Name);
        let found: Vec<(String, &str)> = names
            .map(|mention| {
                let entity = &named.entities[mention.entity];
                (
                    format!("{}: {}", entity.kind.name(), entity.name),
                    document.reading.text.slice(mention.span),
                )
            })
            .collect();
        for wanted in &example.finds {
            if !found.iter().any(|(name, _)| name == wanted) {
                wrong.push(format!("{:?} lacks {wanted}: {found:?}", example.text));
            }
        }
        for word in &example.leaves {
            if found.iter().any(|(_, text)| text.split_whitespace().any(|part| part == word)) {
                wrong.push(format!("{:?} takes {word} for a name: {found:?}", example.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_of_a_user_are_found_however_their_accents_are_written() {
    let (composed, apart) = ("Peñón Łódź", "Pen\u{303}o\u{301}n Ło\u{301}dz\u{301}");
    for (own, written) in [(composed, apart), (apart, composed), (apart, apart)] {
        let name =
            Name { name: own.to_owned(), sort: "organization".to_owned(), aliases: Vec::new(), code: None };
        let engine = Engine::with(Extras { names: vec![name], ..Extras::default() }).unwrap();
        let input = Input { text: format!("He left {written} in May."), ..Input::default() };
        let document = engine.extract(input, Layers::ENTITIES).unwrap();
        let found: Vec<_> = document
            .named
            .mentions
            .iter()
            .map(|row| {
                (document.reading.text.slice(row.span), document.named.entities[row.entity].name.as_str())
            })
            .collect();
        assert!(found.contains(&(written, composed)), "{found:?}");
    }
}
