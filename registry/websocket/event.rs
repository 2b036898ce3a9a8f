//! How a connection ended.

use core::error::Error;
use core::fmt::{self, Debug, Display, Write};
use core::ops::Deref;

use super::{CloseCode, CloseFrame, Text};
use crate::{Coded, Language, Localize, Localized, language};

/// How a connection ended, as an application sees it: what browsers pass to `onclose`.
///
/// The reason is a `&str`, a `String` or any other text. Every value is accepted, so that whatever another
/// implementation reports can be shown. `{}` shows the meaning of the code, and the reason with its control characters
/// escaped unless it is empty; `{:#}` prefixes value and symbol.
///
/// ```
/// use code_registry::{Language, Localize, websocket::{CloseCode, CloseEvent}};
///
/// let event = CloseEvent { code: CloseCode::TooLarge, reason: "max 1 MiB", was_clean: true };
/// assert_eq!(
///     format!("{event:#}"),
///     "1009 CLOSE_TOO_LARGE: An endpoint received a message too large for it to process. Reason given: max 1 MiB"
/// );
/// let it = Language::new("it").unwrap();
/// assert!(event.localized(it).to_string().ends_with(" Motivo indicato: max 1 MiB"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CloseEvent<R> {
    /// The code of the first Close frame that was received; without one, a code that is only set locally.
    pub code: CloseCode,
    /// The reason in that frame, or an empty text.
    pub reason: R,
    /// Whether a Close frame was both sent and received before the connection ended.
    pub was_clean: bool,
}

impl CloseEvent<&'static str> {
    /// No Close frame was received: the network or the peer failed, or this endpoint failed the connection because of
    /// what the peer sent (RFC 6455 sections 7.1.5 and 7.1.7).
    pub const ABNORMAL: Self = Self { code: CloseCode::Abnormal, reason: "", was_clean: false };

    /// The TLS handshake failed, so there was never a connection (RFC 6455 section 7.4.1).
    ///
    /// A browser reports [`ABNORMAL`](Self::ABNORMAL) instead, so that a page cannot explore a network.
    pub const TLS_HANDSHAKE: Self = Self { code: CloseCode::TlsHandshake, reason: "", was_clean: false };
}

/// The event of a connection whose closing handshake is complete, from the received frame.
impl<R> From<CloseFrame<R>> for CloseEvent<R>
where
    R: Deref<Target = str>,
{
    fn from(frame: CloseFrame<R>) -> Self {
        let (code, reason) = frame.into_parts();
        Self { code, reason, was_clean: true }
    }
}

#[cfg(feature = "std")]
impl<R: Into<std::string::String>> CloseEvent<R> {
    /// The same event with an owned reason.
    pub fn into_owned(self) -> CloseEvent<std::string::String> {
        CloseEvent { code: self.code, reason: self.reason.into(), was_clean: self.was_clean }
    }
}

impl<R: Deref<Target = str>> Localize for CloseEvent<R> {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (meaning, reason) = (self.code.localized(language), &self.reason);
        if f.alternate() {
            write!(f, "{} {}: ", self.code.value(), self.code.symbol())?;
        }
        if reason.is_empty() {
            write!(f, "{meaning}")
        } else {
            write!(f, "{}", MeaningAndReason { meaning, reason: Escaped(reason) }.localized(language))
        }
    }
}

impl<R: Deref<Target = str>> Display for CloseEvent<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.fmt_in(language::current().unwrap_or(CloseCode::DEFAULT_LANGUAGE), f)
    }
}

impl<R: Deref<Target = str> + Debug> Error for CloseEvent<R> {}

#[derive(Debug, Coded)]
#[coded(Text::MeaningAndReason)]
struct MeaningAndReason<'a> {
    meaning: Localized<'a, CloseCode>,
    reason: Escaped<'a>,
}

/// A text from the peer, escaped so that it can neither begin a line of a log nor reorder the sentence.
#[derive(Debug)]
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.chars().try_for_each(|character| match character {
            '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => write!(f, "{}", character.escape_unicode()),
            _ if character.is_control() => write!(f, "{}", character.escape_default()),
            _ => f.write_char(character),
        })
    }
}
