//! Running the tools of other languages.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// The output of a command with a text as its input; it must succeed without warnings.
#[track_caller]
pub(crate) fn run(command: &mut Command, folder: &Path, input: &str) -> String {
    command.current_dir(folder).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_owned());
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join();
    let (stdout, stderr) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
    let shown: String = stdout.chars().take(2000).collect();
    assert!(output.status.success() && stderr.is_empty(), "{folder:?}: {command:?}\n{stderr}\n{shown}");
    stdout
}
