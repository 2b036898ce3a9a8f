//! A child process for each table: its time, its memory and its first diagnostic.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, process};

use crate::cases::Case;
use crate::writing::Job;

/// The maximum processor time, in seconds, which does not depend on how busy the machine is.
const LONGEST: f64 = 120.0;
/// The maximum wall time, for a process that hangs.
const DEADLOCK: Duration = Duration::from_secs(600);
/// The maximum memory.
const MEGABYTES: usize = 4096;
/// Shorter times are too short for a ratio.
const SHORT: f64 = 0.4;
/// Less memory, in megabytes, is too little for a ratio.
const LITTLE: usize = 64;
/// A table is measured at this share of its size and at its whole size.
const SHARE: usize = 4;
/// The maximum ratio of the two times, and of the two memories. Four for linear time, 16 for quadratic time.
const RATIO: f64 = 6.0;
/// On a busy machine, a measurement is repeated this many times.
const TRIES: usize = 3;
/// The unit of Linux's processor times.
const TICKS: f64 = 100.0;
/// The interval at which a child is checked.
const TICK: Duration = Duration::from_millis(2);

/// A subject of the measurements.
pub(crate) enum Subject {
    /// The steps of the macro, by this program.
    Library,
    /// A command of the tool: its path and its arguments.
    Command(String, &'static [&'static str]),
}

/// Represents the table among the arguments.
const TABLE: &str = "codes.toml";

impl Subject {
    pub(crate) fn commands(codes: &str) -> Vec<Self> {
        let commands: [&[&str]; 9] = [
            &["check", TABLE],
            &["check", "--format", "sarif", TABLE],
            &["fmt", "--check", TABLE],
            &["render", "--format", "html", TABLE],
            &["render", "--format", "markdown", TABLE],
            &["generate", "typescript", TABLE],
            &["generate", "rust", TABLE],
            &["diff", TABLE, TABLE],
            &["translate", "status", TABLE],
        ];
        commands.into_iter().map(|arguments| Self::Command(codes.to_owned(), arguments)).collect()
    }

    fn name(&self) -> String {
        match self {
            Self::Library => "macro".to_owned(),
            Self::Command(_, arguments) => arguments.join(" ").replace(TABLE, "").trim_end().to_owned(),
        }
    }

    /// Whether the output names the rule that the table breaks. Commands have their own words for what they refuse.
    fn says(&self, case: &Case, said: &str) -> bool {
        !matches!(self, Self::Library) || said.contains(case.rule)
    }

    fn command(&self, case: &Case, size: usize) -> Command {
        match self {
            Self::Library => {
                let mut command = Command::new(env::current_exe().unwrap());
                command.args(["read", case.name, &size.to_string()]);
                command
            }
            Self::Command(codes, arguments) => {
                let mut command = Command::new(codes);
                command.args(*arguments);
                command
            }
        }
    }
}

/// Measures every case with every subject, and prints a line for each.
pub(crate) fn all(subjects: &[Subject], cases: &[Case], jobs: &[(&str, &Job)]) -> ExitCode {
    println!(
        "{:<25} {:<20} {:>10} {:>7} {:>7} {:>5} {:>5}",
        "table", "by", "bytes", "s of ¼", "s", "ratio", "MB"
    );
    let folder = env::temp_dir().join(format!("hostile-{}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    let mut failed = jobs.iter().filter(|(codes, job)| !does(codes, job, &folder)).count();
    for case in cases {
        let folders = [case.size / SHARE, case.size].map(|size| write(&folder, case, size));
        failed += subjects.iter().filter(|subject| !is_bounded(subject, case, &folders)).count();
    }
    fs::remove_dir_all(&folder).unwrap();
    let (tables, ways, jobs) = (cases.len(), subjects.len(), jobs.len());
    println!("{tables} tables of two sizes by {ways} ways, and {jobs} commands that write: {failed} failed");
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The folder with the table of this size.
fn write(folder: &Path, case: &Case, size: usize) -> PathBuf {
    let folder = folder.join(size.to_string());
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(TABLE), (case.text)(size)).unwrap();
    folder
}

/// Whether a case stays within the limits at both sizes, and has the expected diagnostic at its whole size.
fn is_bounded(subject: &Subject, case: &Case, [part, whole]: &[PathBuf; 2]) -> bool {
    let tried = tried(|is_whole| match is_whole {
        false => run(subject.command(case, case.size / SHARE), part),
        true => run(subject.command(case, case.size), whole),
    });
    let is_good = subject.says(case, &tried.0.said);
    let bytes = fs::metadata(whole.join(TABLE)).unwrap().len();
    show(case.name, &subject.name(), bytes, tried, is_good)
}

/// Whether a writing command stays within the limits and succeeds, each time with new files.
fn does(codes: &str, job: &Job, folder: &Path) -> bool {
    let write = |size: usize| {
        let folder = folder.join(job.name);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        let files = (job.files)(size);
        files.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
        (folder, files.iter().map(|(_, text)| text.len() as u64).sum::<u64>())
    };
    let tried = tried(|is_whole| {
        let (folder, _) = write(if is_whole { job.size } else { job.size / SHARE });
        let mut command = Command::new(codes);
        command.args(job.command);
        run(command, &folder)
    });
    let (_, bytes) = write(job.size);
    let is_good = tried.0.said.starts_with("exit status: 0");
    show(job.name, job.command[0], bytes, tried, is_good)
}

/// The results at the whole size and at a share of it: the first try whose ratio is within the limit, or the first of all.
fn tried(mut run: impl FnMut(bool) -> Run) -> (Run, Run) {
    let mut tries = (0..TRIES).map(|_| {
        let part = run(false);
        (run(true), part)
    });
    let mut first = tries.next();
    let fair = if first.as_ref().is_some_and(is_fair) { None } else { tries.find(is_fair) };
    fair.or(first.take()).unwrap()
}

/// Prints a line for a measurement; returns whether it is within the limits.
fn show(name: &str, by: &str, bytes: u64, tried: (Run, Run), is_expected: bool) -> bool {
    let is_good = tried.0.is_good && is_fair(&tried) && is_expected;
    let (Run { seconds, megabytes, said, .. }, part) = tried;
    let (part, ratio) = (part.seconds, seconds / part.seconds);
    let mark = if is_good { "" } else { "FAILED: " };
    println!(
        "{name:<25} {by:<20} {bytes:>10} {part:>7.2} {seconds:>7.2} {ratio:>5.1} {megabytes:>5} {mark}{said}"
    );
    is_good
}

/// Whether time and memory grow about as much as the size.
fn is_fair((whole, part): &(Run, Run)) -> bool {
    let is_quick = whole.seconds < SHORT || whole.seconds <= RATIO * part.seconds;
    is_quick && (whole.megabytes < LITTLE || whole.megabytes as f64 <= RATIO * part.megabytes as f64)
}

/// The result of a child.
struct Run {
    seconds: f64,
    /// The maximum memory that it used.
    megabytes: usize,
    /// The last line of its output.
    said: String,
    /// Whether it ended by itself, within the limits of time and memory.
    is_good: bool,
}

fn run(mut command: Command, folder: &Path) -> Run {
    let (out, err) = (folder.join("out"), folder.join("err"));
    command.current_dir(folder).stdout(File::create(&out).unwrap()).stderr(File::create(&err).unwrap());
    let start = Instant::now();
    let mut child = command.stdin(Stdio::null()).spawn().unwrap();
    let mut megabytes = 0;
    let seconds = loop {
        megabytes = peak(child.id()).max(megabytes);
        let (has_ended, seconds) = processor(child.id());
        if has_ended {
            break seconds;
        }
        if seconds > LONGEST || start.elapsed() > DEADLOCK || megabytes > MEGABYTES {
            child.kill().unwrap();
        }
        sleep(TICK);
    };
    let status = child.wait().unwrap();
    let said = format!("{status}: {}", said(&err).or_else(|| said(&out)).unwrap_or_default());
    // A panic ends with 101, which no command of the tool does.
    Run { seconds, megabytes, said, is_good: status.code().is_some_and(|code| code != 101) }
}

/// The first line of a child's output.
fn said(file: &Path) -> Option<String> {
    let text = String::from_utf8_lossy(&fs::read(file).unwrap()).into_owned();
    let line = text.lines().find(|line| !line.is_empty())?;
    Some(format!("{} ({} bytes)", line.chars().take(150).collect::<String>(), text.len()))
}

/// The maximum number of megabytes that a process has used so far.
fn peak(process: u32) -> usize {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<usize>().ok());
    kilobytes.unwrap_or(0) / 1024
}

/// Whether a process has ended, and the processor time that it has used in seconds.
fn processor(process: u32) -> (bool, f64) {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).unwrap();
    // After the name, which may contain any characters: the state is the first field, the ticks are the twelfth and the
    // next.
    let fields: Vec<&str> = stat.rsplit_once(") ").unwrap().1.split(' ').collect();
    let ticks: f64 = fields[11..13].iter().map(|ticks| ticks.parse::<f64>().unwrap()).sum();
    (fields[0] == "Z", ticks / TICKS)
}
