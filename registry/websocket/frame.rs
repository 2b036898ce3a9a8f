//! Close frames, whose payload is read and written here, the events that applications see, and conversions from and to the
//! types of WebSocket libraries.

use core::error::Error;
use core::fmt::{self, Display, Write};
use core::ops::Deref;

#[cfg(feature = "tungstenite")]
use tungstenite::protocol::frame::coding::CloseCode as TungsteniteCode;

use super::{CloseCode, Text};
use crate::{Coded, Language, Localize, Localized, language};

/// The maximum number of bytes in the payload of a Close frame, as of any control frame (RFC 6455 section 5.5).
pub const MAX_PAYLOAD: usize = 125;

/// The maximum number of bytes in a reason: the code takes two.
pub const MAX_REASON: usize = MAX_PAYLOAD - 2;

/// The content of a Close frame (RFC 6455 section 5.5.1): a code that may be sent and a reason of at most 123 bytes, or
/// an empty payload, whose code is [`CloseCode::NoStatus`].
///
/// The reason is a `&str`, a `String` or any other text. `CloseFrame<&str>` borrows from the payload that it was parsed
/// from.
///
/// ```
/// use code_registry::websocket::{CloseCode, CloseFrame, MAX_PAYLOAD};
///
/// let frame = CloseFrame::new(CloseCode::TooLarge, "at most 1 MiB")?;
/// let mut buffer = [0; MAX_PAYLOAD];
/// let payload = frame.write(&mut buffer);
/// assert_eq!(payload, b"\x03\xf1at most 1 MiB");
/// assert_eq!(CloseFrame::parse(payload), Ok(frame));
/// # Ok::<(), code_registry::websocket::CloseFrameError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CloseFrame<R> {
    code: CloseCode,
    reason: R,
}

impl<'a> CloseFrame<&'a str> {
    /// The frame with an empty payload, which may be sent too.
    pub const EMPTY: Self = Self { code: CloseCode::NoStatus, reason: "" };

    /// Parses an unmasked payload.
    ///
    /// # Errors
    /// The payload has one byte or more than 125 bytes, its code may never be sent, or its reason is not UTF-8.
    pub fn parse(payload: &'a [u8]) -> Result<Self, CloseFrameError> {
        let length = payload.len();
        match payload {
            [] => Ok(Self::EMPTY),
            [_] => Err(Fault::HalfACode.into()),
            [..] if length > MAX_PAYLOAD => Err(Fault::PayloadTooLong { length }.into()),
            [high, low, reason @ ..] => Self::read(u16::from_be_bytes([*high, *low]), reason),
        }
    }

    fn read(code: u16, reason: &'a [u8]) -> Result<Self, CloseFrameError> {
        if !CloseCode::from(code).on_wire() {
            return Err(Fault::CodeNotOnWire { code }.into());
        }
        let reason = core::str::from_utf8(reason).map_err(|_| Fault::ReasonNotUtf8)?;
        Ok(Self { code: CloseCode::from(code), reason })
    }

    /// A frame to send, with as many whole characters of the reason as fit.
    ///
    /// ```
    /// use code_registry::websocket::{CloseCode, CloseFrame};
    ///
    /// let reason = "è".repeat(80);
    /// let frame = CloseFrame::truncated(CloseCode::Normal, &reason)?;
    /// assert_eq!(frame.reason().len(), 122, "the 123rd byte would be half of an è");
    /// # Ok::<(), code_registry::websocket::CloseFrameError>(())
    /// ```
    ///
    /// # Errors
    /// The code may not be sent.
    pub fn truncated(code: CloseCode, reason: &'a str) -> Result<Self, CloseFrameError> {
        let mut end = reason.len().min(MAX_REASON);
        while !reason.is_char_boundary(end) {
            end -= 1;
        }
        Self::new(code, &reason[..end])
    }
}

impl<R: Deref<Target = str>> CloseFrame<R> {
    /// A frame to send.
    ///
    /// # Errors
    /// The code may not be sent, or the reason has more than 123 bytes.
    pub fn new(code: CloseCode, reason: R) -> Result<Self, CloseFrameError> {
        let length = reason.len();
        if !code.on_wire() {
            Err(Fault::CodeNotSendable { code: code.value() }.into())
        } else if length > MAX_REASON {
            Err(Fault::ReasonTooLong { length }.into())
        } else {
            Ok(Self { code, reason })
        }
    }

    /// The code: one that may be sent, or [`CloseCode::NoStatus`] if the payload is empty.
    pub fn code(&self) -> CloseCode {
        self.code
    }

    /// The reason, which may be empty.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Writes the payload and returns the part of the buffer that contains it. A client masks it before sending.
    pub fn write<'b>(&self, buffer: &'b mut [u8; MAX_PAYLOAD]) -> &'b [u8] {
        if self.code == CloseCode::NoStatus {
            return &[];
        }
        let reason = self.reason().as_bytes();
        let end = MAX_PAYLOAD.min(2 + reason.len());
        buffer[..2].copy_from_slice(&self.code.value().to_be_bytes());
        buffer[2..end].copy_from_slice(&reason[..end - 2]);
        &buffer[..end]
    }
}

impl<R> CloseFrame<R> {
    /// The code and the reason.
    pub fn into_parts(self) -> (CloseCode, R) {
        (self.code, self.reason)
    }

    /// The same frame with an owned reason.
    #[cfg(feature = "std")]
    pub fn into_owned(self) -> CloseFrame<std::string::String>
    where
        R: Into<std::string::String>,
    {
        CloseFrame { code: self.code, reason: self.reason.into() }
    }

    #[cfg(any(feature = "tungstenite", feature = "axum-websocket"))]
    pub(super) fn empty() -> Self
    where
        R: Default,
    {
        Self { code: CloseCode::NoStatus, reason: R::default() }
    }
}

/// The error in a received Close frame, or in one that cannot be sent.
///
/// It is available in the languages of the close codes.
///
/// ```
/// use code_registry::{Language, Localize, websocket::{CloseCode, CloseFrame}};
///
/// let error = CloseFrame::parse(b"\x03\xee").unwrap_err();
/// assert_eq!(error.to_string(), "the Close frame has the code 1006, which may never be sent");
/// assert_eq!(error.answer(), CloseCode::ProtocolError);
///
/// let it = Language::new("it").unwrap();
/// let error = CloseFrame::new(CloseCode::Abnormal, "").unwrap_err();
/// assert_eq!(
///     error.localized(it).to_string(),
///     "il codice 1006 non può essere inviato in un frame di chiusura"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CloseFrameError(Fault);

impl CloseFrameError {
    /// The code to close the connection with: 1002 or 1007 if the peer violated the protocol (RFC 6455 sections 7.1.7,
    /// 7.4.1 and 8.1), 1011 if this endpoint tried to send an invalid frame.
    pub fn answer(self) -> CloseCode {
        CloseCode::from(self.0.code().answer())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Coded)]
#[coded(Text)]
enum Fault {
    HalfACode,
    PayloadTooLong { length: usize },
    CodeNotOnWire { code: u16 },
    ReasonNotUtf8,
    CodeNotSendable { code: u16 },
    ReasonTooLong { length: usize },
}

impl From<Fault> for CloseFrameError {
    fn from(fault: Fault) -> Self {
        Self(fault)
    }
}

impl Localize for CloseFrameError {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.localized(language).fmt(f)
    }
}

impl fmt::Display for CloseFrameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl core::error::Error for CloseFrameError {}

/// How a connection ended, as an application sees it: what browsers pass to `onclose`.
///
/// The reason is a `&str`, a `String` or any other text. Every value is accepted, so that anything that another
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

impl<R: Deref<Target = str> + fmt::Debug> Error for CloseEvent<R> {}

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

#[cfg(feature = "tungstenite")]
impl From<TungsteniteCode> for CloseCode {
    fn from(code: TungsteniteCode) -> Self {
        Self::from(u16::from(code))
    }
}

#[cfg(feature = "tungstenite")]
impl From<CloseCode> for TungsteniteCode {
    fn from(code: CloseCode) -> Self {
        Self::from(code.value())
    }
}

/// In both libraries, a frame has a code and a reason, and an empty payload is `None`.
#[cfg(any(feature = "tungstenite", feature = "axum-websocket"))]
macro_rules! frames {
    ($theirs:path, $text:path) => {
        /// The event of a received frame. If its code may not be sent, the connection failed: the libraries check the
        /// frames that they send, but pass on some received ones unchecked.
        impl From<Option<$theirs>> for CloseEvent<$text> {
            fn from(frame: Option<$theirs>) -> Self {
                let (code, reason) = match frame {
                    Some(frame) => (CloseCode::from(frame.code), frame.reason),
                    None => return Self::from(CloseFrame::<$text>::empty()),
                };
                if code.on_wire() {
                    Self { code, reason, was_clean: true }
                } else {
                    Self { code: CloseCode::Abnormal, reason: <$text>::default(), was_clean: false }
                }
            }
        }

        /// A frame to send. For a received one, use [`CloseEvent`].
        impl TryFrom<Option<$theirs>> for CloseFrame<$text> {
            type Error = CloseFrameError;

            fn try_from(frame: Option<$theirs>) -> Result<Self, CloseFrameError> {
                frame.map_or_else(|| Ok(Self::empty()), |frame| Self::new(frame.code.into(), frame.reason))
            }
        }

        impl<R: Into<$text>> From<CloseFrame<R>> for Option<$theirs> {
            fn from(frame: CloseFrame<R>) -> Self {
                use $theirs as Theirs;
                let (code, reason) = frame.into_parts();
                let has_code = code != CloseCode::NoStatus;
                has_code.then(|| Theirs { code: code.into(), reason: reason.into() })
            }
        }
    };
}

#[cfg(feature = "tungstenite")]
frames!(tungstenite::protocol::CloseFrame, tungstenite::Utf8Bytes);

#[cfg(feature = "axum-websocket")]
frames!(axum::extract::ws::CloseFrame, axum::extract::ws::Utf8Bytes);
