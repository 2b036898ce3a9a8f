//! Markdown: texts of a table escaped for it, and explanations on a terminal, where words wrap and code keeps its lines.

use std::io::{self, Write};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::display_text::{self, TextPart, text_parts};
use crate::terminal::{self, BOLD};

/// An empty comment, the only invisible separator that works everywhere.
const NOTHING: &str = "<!-- -->";

/// A text on one line, for a heading, a list or a table. Backticks enclose code.
pub(crate) fn line(text: &str) -> String {
    let mut line = String::new();
    for part in text_parts(&display_text::one_line(text)) {
        match part {
            TextPart::Text(text) => line += &inline(text),
            TextPart::Code(code) => {
                // Backticks next to each other are one mark.
                if line.ends_with('`') {
                    line += NOTHING;
                }
                line += &code_span(code);
            }
        }
    }
    block_start(&line)
}

/// As HTML if Markdown would change the code: `|` needs an escape in tables only, and outer spaces are removed.
fn code_span(code: &str) -> String {
    if code.contains('|') || code.trim() != code {
        format!("<code>{}</code>", inline(code))
    } else {
        format!("`{code}`")
    }
}

/// A text with its line breaks.
pub(crate) fn paragraph(text: &str) -> String {
    let lines = text.lines().filter(|text| !text.trim().is_empty());
    lines.map(line).collect::<Vec<_>>().join("\\\n")
}

/// A reference, as a link if it is a web address.
pub(crate) fn source(reference: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'|' | b'\\' | b'`');
    if display_text::is_link(reference) && reference.bytes().all(is_plain) {
        format!("<{reference}>")
    } else {
        line(reference)
    }
}

/// Escapes inline markup. Entities replace what HTML would interpret first.
fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        if is_within_link(text.split_at(at)) {
            escaped.push_str(NOTHING);
        }
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '|' | '~' | '$' => {
                escaped.extend(['\\', character]);
            }
            _ => escaped.push(character),
        }
    }
    escaped
}

/// Whether a position is inside what GitHub turns into a link by itself: an address, a mention or an issue number.
/// Escapes do not prevent that.
fn is_within_link((before, after): (&str, &str)) -> bool {
    let ends_with = |word: &[u8; 3]| {
        before.as_bytes().last_chunk::<3>().is_some_and(|last| last.eq_ignore_ascii_case(word))
    };
    let is_number = after.starts_with(|character: char| character.is_ascii_digit());
    before.ends_with('@')
        || before.ends_with('/') && after.starts_with('/')
        || after.starts_with('.') && ends_with(b"www")
        || is_number && (before.ends_with('#') || ends_with(b"gh-"))
}

/// Escapes the start of a line that would be a list or the underline of a heading.
fn block_start(line: &str) -> String {
    let digits = line.find(|character: char| !character.is_ascii_digit()).unwrap_or(line.len());
    match line[digits..].chars().next() {
        Some('+' | '-' | '=' | ':') if digits == 0 => format!("\\{line}"),
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line.to_owned(),
    }
}

/// Writes a document, each line indented by two spaces.
pub(super) fn write(out: &mut dyn Write, document: &str) -> io::Result<()> {
    let mut writer = Writer {
        out,
        text: String::new(),
        prefix: vec![Prefix::new("  ")],
        lists: Vec::new(),
        has_gap: true,
    };
    let events = Parser::new_ext(document, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    for event in events {
        writer.event(event)?;
    }
    writer.flush()
}

struct Writer<'a> {
    out: &'a mut dyn Write,
    /// The text of the current block.
    text: String,
    /// The start of each line of the current block.
    prefix: Vec<Prefix>,
    /// The next number of each list around the current block; `None` for a list without numbers.
    lists: Vec<Option<u64>>,
    /// Whether the next block needs no empty line before it.
    has_gap: bool,
}

/// The start of lines: a mark such as `- ` on the first one, spaces on the others.
struct Prefix {
    next: String,
    others: String,
}

impl Prefix {
    fn new(text: &str) -> Self {
        Self { next: text.to_owned(), others: text.to_owned() }
    }

    fn of_item(mark: String) -> Self {
        Self { others: " ".repeat(mark.len()), next: mark }
    }
}

impl Writer<'_> {
    fn event(&mut self, event: Event<'_>) -> io::Result<()> {
        match event {
            Event::Start(tag) => self.start(&tag)?,
            Event::End(tag) => self.end(tag)?,
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text += &text,
            Event::Code(code) => self.text += &format!("`{code}`"),
            Event::SoftBreak => self.text.push(' '),
            Event::HardBreak => self.text.push('\n'),
            Event::Rule => self.text += "---",
            _ => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: &Tag<'_>) -> io::Result<()> {
        match tag {
            Tag::BlockQuote(_) => self.prefix.push(Prefix::new("> ")),
            Tag::CodeBlock(_) => self.prefix.push(Prefix::new("    ")),
            Tag::List(first) => {
                self.flush()?;
                self.lists.push(*first);
            }
            Tag::Item => self.prefix.push(Prefix::of_item(match self.lists.last_mut() {
                Some(Some(number)) => {
                    *number += 1;
                    format!("{}. ", *number - 1)
                }
                _ => "- ".to_owned(),
            })),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) -> io::Result<()> {
        match tag {
            TagEnd::Heading(_) => {
                self.text = format!("{BOLD}{}{BOLD:#}", self.text);
                self.flush()?;
                self.has_gap = false;
            }
            TagEnd::Paragraph | TagEnd::TableRow | TagEnd::TableHead | TagEnd::HtmlBlock => {
                self.flush()?;
                // The rows of a table stay together.
                self.has_gap = matches!(tag, TagEnd::TableRow | TagEnd::TableHead);
            }
            TagEnd::TableCell => self.text += "  ",
            TagEnd::CodeBlock => {
                self.code()?;
                self.prefix.pop();
                self.has_gap = false;
            }
            TagEnd::Item => {
                self.flush()?;
                self.prefix.pop();
                self.has_gap = true;
            }
            TagEnd::List(_) => {
                self.lists.pop();
                self.has_gap = !self.lists.is_empty();
            }
            TagEnd::BlockQuote(_) | TagEnd::Table => {
                self.flush()?;
                self.prefix.truncate(self.prefix.len() - usize::from(tag != TagEnd::Table));
                self.has_gap = false;
            }
            _ => {}
        }
        Ok(())
    }

    /// Writes the text of the block, wrapped.
    fn flush(&mut self) -> io::Result<()> {
        let text = core::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return Ok(());
        }
        self.gap()?;
        let (first, others) = self.prefixes();
        write!(self.out, "{}", terminal::wrapped(text.trim_end(), &first, &others))?;
        self.has_gap = false;
        Ok(())
    }

    /// Writes the lines of a code block as they are.
    fn code(&mut self) -> io::Result<()> {
        self.gap()?;
        let text = core::mem::take(&mut self.text);
        for line in text.lines() {
            let (first, _) = self.prefixes();
            writeln!(self.out, "{}", format!("{first}{line}").trim_end())?;
        }
        Ok(())
    }

    /// Writes an empty line between two blocks.
    fn gap(&mut self) -> io::Result<()> {
        if core::mem::take(&mut self.has_gap) { Ok(()) } else { writeln!(self.out) }
    }

    /// The start of the next line, and that of the lines after it.
    fn prefixes(&mut self) -> (String, String) {
        let first =
            self.prefix.iter_mut().map(|part| core::mem::replace(&mut part.next, part.others.clone()));
        let first = first.collect();
        (first, self.prefix.iter().map(|part| part.others.as_str()).collect())
    }
}
