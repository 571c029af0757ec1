//! Checks the language data below `resources/` and compiles it into the crate, one blob a stage.

use std::path::{Path, PathBuf};
use std::{env, fs};

use onrecord_resource::confidence::confidence;
use onrecord_resource::frame::{self, Frame};
use onrecord_resource::lexicon::Builder;
use onrecord_resource::{ResourceError, Source, block, cue, encode, governor, grammar, inflection, token};

fn main() {
    println!("cargo::rerun-if-changed=resources");
    if let Err(error) = compile() {
        println!("cargo::error=resources/{error}");
    }
}

fn compile() -> Result<(), ResourceError> {
    let boilerplate = File::read("block/boilerplate.toml");
    let labels = File::read("block/labels.toml");
    let layouts = File::read("block/layouts.toml");
    write("block", &encode(&block::blocks(boilerplate.source(), labels.source(), layouts.source())?));

    write("token", &encode(&token::lists(File::read("token/words.toml").source())?.0));

    let mut lexicon = Builder::default();
    lexicon.countries(File::read("lexicon/countries.toml").source())?;
    for name in ["lexicon/organizations.toml", "lexicon/places.toml", "lexicon/offices.toml"] {
        lexicon.things(File::read(name).source())?;
    }
    for name in
        ["lexicon/words.toml", "lexicon/descriptions.toml", "lexicon/people.toml", "lexicon/leaders.toml"]
    {
        lexicon.words(File::read(name).source())?;
    }
    write("lexicon", &encode(&lexicon.build()));

    let numbers = File::read("grammar/number.toml");
    let (words, rules) = (File::read("time/words.toml"), File::read("time/rules.toml"));
    let holidays = File::read("time/holidays.toml");
    let sources = [numbers.source(), words.source(), holidays.source(), rules.source()];
    write("time", &encode(&grammar::compile(&sources)?));
    let (units, rules) = (File::read("quantity/units.toml"), File::read("quantity/rules.toml"));
    write("time-around", &encode(&grammar::around(File::read("time/around.toml").source())?));
    write("quantity-around", &encode(&grammar::around(File::read("quantity/around.toml").source())?));
    write("quantity", &encode(&grammar::compile(&[numbers.source(), units.source(), rules.source()])?));

    write("inflections", &encode(&inflection::inflections(File::read("syntax/inflections.toml").source())?));
    write("governors", &encode(&governor::governors(File::read("syntax/governors.toml").source())?));
    write("cues", &encode(&cue::cues(File::read("quotation/cues.toml").source())?.0));
    let mut frames: Vec<Frame> = Vec::new();
    for kind in FRAMES {
        let file = File::read(kind);
        frames.extend(frame::frames(file.source())?.into_iter().map(|(frame, _)| frame));
    }
    write("frames", &encode(&frames));
    let rules: Vec<&str> = frames.iter().map(|frame| frame.id.as_str()).collect();
    write("confidence", &encode(&confidence(File::read("fact/confidence.toml").source(), &rules)?));
    Ok(())
}

/// Files of frames; of two frames of one kind that fit a word, the first makes the fact.
const FRAMES: [&str; 6] = [
    "frames/diplomacy.toml",
    "frames/office.toml",
    "frames/verbal_cooperation.toml",
    "frames/material_cooperation.toml",
    "frames/verbal_conflict.toml",
    "frames/material_conflict.toml",
];

/// One data file, named as below `resources/`.
struct File {
    name: &'static str,
    content: String,
}

impl File {
    fn read(name: &'static str) -> Self {
        let path = Path::new("resources").join(name);
        let content = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        Self { name, content }
    }

    fn source(&self) -> Source<'_> {
        Source::new(self.name, &self.content)
    }
}

fn write(stage: &str, blob: &[u8]) {
    let folder = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(folder.join(stage).with_extension("bin"), blob).expect("OUT_DIR can be written");
}
