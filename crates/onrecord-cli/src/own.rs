//! A user's own frames and names: reading them, testing the frames.

use std::fs;
use std::io::{Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use onrecord::{Engine, Extras, rules};
use onrecord_io::names;
use onrecord_resource::Source;
use onrecord_resource::frame::{self, Example, Frame};

use crate::flags::Own;
use crate::warn;

/// The engine with what the user adds.
pub(crate) fn engine(own: &Own) -> Result<Engine> {
    let mut extras = Extras::default();
    for file in &own.rules {
        extras.frames.extend(frames(file)?.into_iter().map(|(frame, _)| frame));
    }
    for file in &own.names {
        extras.names.extend(names::read(&file.display().to_string(), &content(file)?)?);
    }
    Ok(Engine::with(extras)?)
}

/// Runs `onrecord rules test`; the number of examples that fail.
pub(crate) fn test(files: &[PathBuf]) -> Result<usize> {
    let mut failed = 0;
    for file in files {
        let frames = frames(file)?;
        let extras =
            Extras { frames: frames.iter().map(|(frame, _)| frame.clone()).collect(), ..Extras::default() };
        let wrong = rules::check(&Engine::with(extras)?, &frames);
        for mistake in &wrong {
            let found =
                if mistake.found.is_empty() { "nothing".to_owned() } else { mistake.found.join("; ") };
            let (path, line) = (file.display(), mistake.line);
            warn(&format!("{path}:{line}: `{}` finds {found} in {:?}", mistake.frame, mistake.text));
        }
        let examples: usize = frames.iter().map(|(_, examples)| examples.len()).sum();
        let right = examples - wrong.len();
        writeln!(
            stdout(),
            "{}: {} frames, {right} of {examples} examples right",
            file.display(),
            frames.len()
        )?;
        failed += wrong.len();
    }
    Ok(failed)
}

fn frames(file: &Path) -> Result<Vec<(Frame, Vec<Example>)>> {
    Ok(frame::frames(Source::new(&file.display().to_string(), &content(file)?))?)
}

fn content(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{}: cannot be read", file.display()))
}
