//! The `codes` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    codes_command::main()
}
