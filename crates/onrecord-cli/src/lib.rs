//! The `onrecord` command as a library, so that the Python package runs the same one.
//!
//! [`run`] parses the flags ([`flags`]), reads documents ([`read`]), extracts in parallel and writes in input order
//! ([`extract`]). Results go to standard output or `-o`, everything else to standard error. The exit status is 0 when all
//! went well, 1 when a document could not be read, and 2 when the command itself is wrong.

mod explain;
mod extract;
mod flags;
mod output;
mod own;
mod read;
mod sink;

use std::ffi::OsString;
use std::io::{ErrorKind, Write, stderr};

use clap::Parser;
use clap::error::ErrorKind as ClapErrorKind;

use flags::{Command, Flags, Rules};

/// Runs the command with `args`, the program's name first; its exit status.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let flags = match Flags::try_parse_from(args) {
        Ok(flags) => flags,
        Err(error) => {
            // Help and version are no mistakes.
            let asked = matches!(error.kind(), ClapErrorKind::DisplayHelp | ClapErrorKind::DisplayVersion);
            let _ = error.print();
            return if asked { 0 } else { 2 };
        }
    };
    let done = match flags.command {
        Command::Extract(flags) => extract::run(&flags),
        Command::Explain(flags) => explain::run(&flags),
        Command::Rules(Rules::Test { files }) => own::test(&files),
        Command::Times(flags) => extract::phrase(&flags, onrecord::Layers::TIMES),
        Command::Quantities(flags) => extract::phrase(&flags, onrecord::Layers::QUANTITIES),
    };
    match done {
        Ok(0) => 0,
        Ok(_) => 1,
        Err(error) if is_closed_pipe(&error) => 0,
        Err(error) => {
            warn(&format!("{error:#}"));
            2
        }
    }
}

/// Whoever reads our output has seen enough: no reason to complain.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let kind = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
    kind == Some(ErrorKind::BrokenPipe)
}

/// One line on standard error.
fn warn(line: &str) {
    // With standard error closed there is nobody left to tell.
    let _ = writeln!(stderr(), "onrecord: {}", line.replace('\n', " "));
}
