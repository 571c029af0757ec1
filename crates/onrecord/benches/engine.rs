//! Words per second on one core: every layer alone, then the whole engine, over the sample documents.

use std::fs;
use std::path::Path;

use divan::Bencher;
use divan::counter::ItemsCount;
use onrecord::{Engine, Input, Layers};

fn main() {
    divan::main();
}

fn samples() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let files = fs::read_dir(folder).expect("the examples are in the repository");
    let mut paths: Vec<_> = files.map(|file| file.expect("a readable folder").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a readable example")).collect()
}

fn run(bencher: Bencher, layers: Layers) {
    let engine = Engine::new().expect("embedded data loads");
    let texts = samples();
    let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        for text in &texts {
            let input = Input { text: text.clone(), ..Input::default() };
            divan::black_box(engine.extract(input, layers).expect("short texts"));
        }
    });
}

#[divan::bench]
fn tokens(bencher: Bencher) {
    run(bencher, Layers::TOKENS);
}

#[divan::bench]
fn tags(bencher: Bencher) {
    run(bencher, Layers::TAGS);
}

#[divan::bench]
fn arcs(bencher: Bencher) {
    run(bencher, Layers::ARCS);
}

#[divan::bench]
fn times_and_quantities(bencher: Bencher) {
    run(bencher, Layers::TIMES | Layers::QUANTITIES);
}

#[divan::bench]
fn entities(bencher: Bencher) {
    run(bencher, Layers::ENTITIES);
}

#[divan::bench]
fn whole(bencher: Bencher) {
    run(bencher, Layers::ALL);
}

#[divan::bench]
fn load() -> Engine {
    Engine::new().expect("embedded data loads")
}
