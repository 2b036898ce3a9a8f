//! Diagnostics as GitHub's workflow commands: `::error file=…,line=…,col=…,title=rule::message`.

use std::io::{self, Write};

use code_registry_table::{Diagnostic, Reading, Report, Source};

use crate::failure::Failure;
use crate::said::Said;

pub(super) fn write<'a>(
    out: &mut dyn Write,
    mut tables: impl Iterator<Item = &'a Reading>,
) -> Result<(), Failure> {
    tables.try_for_each(|table| {
        table.diagnostics.iter().try_for_each(|diagnostic| Ok(write_one(out, diagnostic, &table.sources)?))
    })
}

fn write_one(out: &mut dyn Write, diagnostic: &Diagnostic, sources: &[Source]) -> io::Result<()> {
    let Report { path, line, column, related, .. } = diagnostic.report(sources);
    let (command, file) = (diagnostic.severity.name(), property(path));
    let title = property(diagnostic.rule.id());
    let mut message = diagnostic.message.clone();
    if let Some((path, line, column, text)) = related {
        message += &format!("\n{path}:{line}:{column}: {text}");
    }
    if let Some(help) = &diagnostic.help {
        message += &format!("\n{}: {help}", Said::Help);
    }
    writeln!(out, "::{command} file={file},line={line},col={column},title={title}::{}", data(&message))
}

/// The escapes of a command's text.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The escapes of a command's property, which `,` and `:` would end.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn texts_keep_their_commas() {
        assert_eq!(data("50%, or: more\r\n%0A"), "50%25, or: more%0D%0A%250A");
    }

    #[test]
    fn properties_end_nowhere_early() {
        assert_eq!(property("C:\\a,b%2C.toml"), "C%3A\\a%2Cb%252C.toml");
    }
}
