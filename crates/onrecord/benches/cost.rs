//! What does not depend on the load of the machine: instructions per word of every layer, and the peak of memory.
//!
//! The program runs itself under `valgrind --tool=callgrind`, once and twice over the sample documents; the difference are the
//! instructions of one pass, without loading the models. Peaks are those that Linux keeps of a process.

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::Command;

use onrecord::{Engine, Input, Layers};

const LAYERS: [(&str, Layers); 5] = [
    ("tokens", Layers::TOKENS),
    ("tags", Layers::TAGS),
    ("arcs", Layers::ARCS),
    ("entities", Layers::ENTITIES),
    ("all", Layers::ALL),
];

fn main() -> io::Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [read, layer, times] = &arguments[..]
        && read == "read"
    {
        return pass(layer, times.parse().expect("a number of passes"));
    }
    let words: usize = samples()?.iter().map(|text| text.split_whitespace().count()).sum();
    let mut out = io::stdout().lock();
    writeln!(out, "{:<10} {:>20} {:>14}", "layer", "instructions/word", "peak memory")?;
    for (layer, _) in LAYERS {
        let counted = instructions(layer, "1")?.zip(instructions(layer, "2")?);
        let each = counted
            .map_or("no valgrind".to_owned(), |(once, twice)| ((twice - once) / words as u64).to_string());
        let most =
            peak(layer)?.map_or("not known".to_owned(), |kilobytes| format!("{} MB", kilobytes / 1024));
        writeln!(out, "{layer:<10} {each:>20} {most:>14}")?;
    }
    Ok(())
}

fn samples() -> io::Result<Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut paths: Vec<_> = fs::read_dir(folder)?.map(|file| Ok(file?.path())).collect::<io::Result<_>>()?;
    paths.sort();
    paths.iter().map(fs::read_to_string).collect()
}

/// Reads the samples some times and says the peak of memory in kB, where the system keeps it.
fn pass(layer: &str, times: usize) -> io::Result<()> {
    let (_, layers) = LAYERS.iter().find(|(name, _)| *name == layer).expect("a known layer");
    let engine = Engine::new().expect("embedded data loads");
    for text in samples()?.iter().cycle().take(times * samples()?.len()) {
        let input = Input { text: text.clone(), ..Input::default() };
        engine.extract(input, *layers).expect("short texts");
    }
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    writeln!(io::stdout(), "{}", peak.trim().trim_end_matches(" kB"))
}

/// The instructions of a process that reads the samples some times; `None` without valgrind.
fn instructions(layer: &str, times: &str) -> io::Result<Option<u64>> {
    let program = env::current_exe()?;
    let mut valgrind = Command::new("valgrind");
    valgrind.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(program);
    let Ok(run) = valgrind.args(["read", layer, times]).output() else { return Ok(None) };
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    let number = said.lines().find_map(|line| line.split_once("Collected :"));
    Ok(number.and_then(|(_, number)| number.trim().parse().ok()))
}

/// The peak of memory in kB; `None` where the system does not keep it.
fn peak(layer: &str) -> io::Result<Option<u64>> {
    let run = Command::new(env::current_exe()?).args(["read", layer, "1"]).output()?;
    Ok(String::from_utf8_lossy(&run.stdout).trim().parse().ok())
}
