//! The parts of the Language Server Protocol that the server uses: framing, positions, and addresses of files.

use std::ffi::OsString;
use std::io::{self, BufRead, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use lsp_server::Message;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::{Deserialize, Serialize};

/// The maximum number of bytes in a message: a document of the maximum size, with each byte escaped.
const MOST_MESSAGE_BYTES: u64 = 256 << 20;

/// The maximum number of bytes in a line of a header.
const MOST_HEADER_BYTES: u64 = 4096;

/// What a client sent.
#[derive(Debug)]
pub(super) enum Received {
    Message(Message),
    /// A message that is not valid, and why.
    Malformed(String),
}

/// Reads the next message; `None` at the end of the input. An error means that the start of the next message is unknown.
pub(super) fn receive(input: &mut dyn BufRead) -> io::Result<Option<Received>> {
    let Some(length) = content_length(input)? else { return Ok(None) };
    if length > MOST_MESSAGE_BYTES {
        io::copy(&mut input.take(length), &mut io::sink())?;
        let reason = format!("a message of {length} bytes; the limit is {MOST_MESSAGE_BYTES}");
        return Ok(Some(Received::Malformed(reason)));
    }
    let mut body = Vec::new();
    input.take(length).read_to_end(&mut body)?;
    if (body.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(match serde_json::from_slice(&body) {
        Ok(message) => Received::Message(message),
        Err(error) => Received::Malformed(error.to_string()),
    }))
}

/// The length in the next header.
fn content_length(input: &mut dyn BufRead) -> io::Result<Option<u64>> {
    let malformed = |line: &[u8]| {
        let line = String::from_utf8_lossy(line);
        io::Error::new(ErrorKind::InvalidData, format!("not a header of the protocol: {line:?}"))
    };
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if input.take(MOST_HEADER_BYTES).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let text = line.trim_ascii();
        if text.is_empty() {
            return length.map(Some).ok_or_else(|| malformed(&line));
        }
        let colon = text.iter().position(|byte| *byte == b':').ok_or_else(|| malformed(&line))?;
        if text[..colon].eq_ignore_ascii_case(b"Content-Length") {
            let digits = str::from_utf8(text[colon + 1..].trim_ascii()).ok();
            length = Some(digits.and_then(|digits| digits.parse().ok()).ok_or_else(|| malformed(&line))?);
        }
    }
}

/// The unit of columns, on which the client and the server agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    Utf8,
    /// The default for clients that do not ask for another one.
    #[default]
    Utf16,
    Utf32,
}

impl Encoding {
    pub(super) const ALL: [Self; 3] = [Self::Utf8, Self::Utf16, Self::Utf32];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Utf32 => "utf-32",
        }
    }

    fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
            Self::Utf32 => 1,
        }
    }

    /// The column after this text.
    pub(super) fn columns(self, text: &str) -> u32 {
        let columns = match self {
            Self::Utf8 => text.len(),
            Self::Utf16 | Self::Utf32 => text.chars().map(|character| self.width(character)).sum(),
        };
        u32::try_from(columns).unwrap_or(u32::MAX)
    }

    /// The byte of a column in a line: the start of the character around it, or the end of the line.
    pub(super) fn offset(self, line: &str, column: u32) -> usize {
        let mut left = column as usize;
        for (at, character) in line.char_indices() {
            let width = self.width(character);
            if left < width {
                return at;
            }
            left -= width;
        }
        line.len()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Position {
    pub(super) line: u32,
    pub(super) character: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Range {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// A document; requests about one name it so.
#[derive(Debug, Deserialize)]
pub(super) struct Identifier {
    pub(super) uri: String,
}

/// The parameters of most requests. Those that a request does not need are absent.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    pub(super) text_document: Identifier,
    #[serde(default)]
    pub(super) position: Option<Position>,
    #[serde(default)]
    pub(super) range: Option<Range>,
    #[serde(default)]
    pub(super) new_name: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Opened {
    pub(super) text_document: OpenedDocument,
}

#[derive(Debug, Deserialize)]
pub(super) struct OpenedDocument {
    pub(super) uri: String,
    #[serde(default)]
    pub(super) version: i64,
    pub(super) text: String,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Changed {
    pub(super) text_document: Versioned,
    pub(super) content_changes: Vec<Change>,
}

#[derive(Debug, Deserialize)]
pub(super) struct Versioned {
    pub(super) uri: String,
    #[serde(default)]
    pub(super) version: Option<i64>,
}

/// A part of a document that was replaced; without a range, all of it.
#[derive(Debug, Deserialize)]
pub(super) struct Change {
    #[serde(default)]
    pub(super) range: Option<Range>,
    pub(super) text: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct WatchedFiles {
    pub(super) changes: Vec<Identifier>,
}

/// The characters that need no escape in the path of a URI.
const PATH: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address of a file.
pub(super) fn uri_of(path: &Path) -> String {
    let path = path.to_string_lossy().replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", utf8_percent_encode(&path, PATH))
}

/// The path of a file by its address; documents of other kinds have none.
pub(super) fn path_of(uri: &str) -> Option<PathBuf> {
    let rest = uri.strip_prefix("file://")?;
    // A host, which is empty or `localhost` on this machine.
    let path = &rest[rest.find('/')?..];
    let decoded = percent_decode_str(path.split(['?', '#']).next()?);
    let path = decoded.decode_utf8().ok()?.into_owned();
    if path.contains('\0') {
        return None;
    }
    // `/c:/folder` on Windows.
    let has_drive = cfg!(windows) && path.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(OsString::from(if has_drive { path[1..].to_owned() } else { path })))
}
