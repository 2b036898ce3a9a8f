//! One page of the manual.

use std::io;

use clap::Command;
use clap::builder::Resettable;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

/// The name of the file, and the page.
///
/// What the help shows last stands in lines, under headings of its own: of these the page makes sections.
pub(super) fn of(command: Command) -> io::Result<(String, String)> {
    let last = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let page = Man::new(command.after_help(Resettable::Reset));
    let mut text = Vec::new();
    page.render(&mut text)?;
    sections(&last).to_writer(&mut text)?;
    Ok((page.get_filename(), String::from_utf8_lossy(&text).into_owned()))
}

fn sections(text: &str) -> Roff {
    let mut roff = Roff::new();
    for section in text.split("\n\n").filter(|section| !section.is_empty()) {
        let (heading, lines) = section.split_once(":\n").unwrap_or(("Notes", section));
        roff.control("SH", [heading.to_uppercase().as_str()]);
        roff.control("nf", []).text([roman(lines)]).control("fi", []);
    }
    roff
}
