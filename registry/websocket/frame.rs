//! Close frames: their payload, read and written.

use core::fmt::{self, Display as _};
use core::ops::Deref;

use super::{CloseCode, Text};
use crate::{Coded, Language, Localize};

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

    #[cfg(any(feature = "tungstenite", feature = "axum"))]
    pub(super) fn empty() -> Self
    where
        R: Default,
    {
        Self { code: CloseCode::NoStatus, reason: R::default() }
    }
}

/// The error of a received Close frame, or of one that cannot be sent.
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
