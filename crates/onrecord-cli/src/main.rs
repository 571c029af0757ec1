//! The `onrecord` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    onrecord_cli::run(std::env::args_os()).into()
}
