use core::ops::Deref;

use super::CloseCode;
use super::error::{CloseFrameError, Mistake};

/// The most bytes that the payload of a Close frame has, as of any control frame (RFC 6455 section 5.5).
pub const MAX_PAYLOAD: usize = 125;

/// The most bytes that a reason has: the code takes two.
pub const MAX_REASON: usize = MAX_PAYLOAD - 2;

/// What a Close frame says (RFC 6455 section 5.5.1): a code that may be sent and a reason of at most 123 bytes, or
/// nothing at all, which reads as [`CloseCode::NoStatus`].
///
/// The reason is a `&str`, a `String` or any other text that you have: `CloseFrame<&str>` borrows from the payload it
/// was parsed from.
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
    /// The frame without a code, which may be sent too.
    pub const EMPTY: Self = Self { code: CloseCode::NoStatus, reason: "" };

    /// Reads the payload, unmasked.
    ///
    /// # Errors
    /// One byte; more than 125; a code that may not stand on the wire; a reason that is not UTF-8.
    pub fn parse(payload: &'a [u8]) -> Result<Self, CloseFrameError> {
        let length = payload.len();
        match payload {
            [] => Ok(Self::EMPTY),
            [_] => Err(Mistake::HalfACode.into()),
            [..] if length > MAX_PAYLOAD => Err(Mistake::PayloadTooLong { length }.into()),
            [high, low, reason @ ..] => Self::read(u16::from_be_bytes([*high, *low]), reason),
        }
    }

    fn read(code: u16, reason: &'a [u8]) -> Result<Self, CloseFrameError> {
        if !CloseCode::from(code).on_wire() {
            return Err(Mistake::CodeNotOnWire { code }.into());
        }
        let reason = core::str::from_utf8(reason).map_err(|_| Mistake::ReasonNotUtf8)?;
        Ok(Self { code: CloseCode::from(code), reason })
    }

    /// A frame to send, with as many whole characters of the reason as there is room for.
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
    /// The code may not be sent; the reason has more than 123 bytes.
    pub fn new(code: CloseCode, reason: R) -> Result<Self, CloseFrameError> {
        let length = reason.len();
        if !code.on_wire() {
            Err(Mistake::CodeNotSendable { code: code.value() }.into())
        } else if length > MAX_REASON {
            Err(Mistake::ReasonTooLong { length }.into())
        } else {
            Ok(Self { code, reason })
        }
    }

    /// The code: one that may be sent, or [`CloseCode::NoStatus`] where the frame is empty.
    pub fn code(&self) -> CloseCode {
        self.code
    }

    /// The reason, which may be empty.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Writes the payload, to be masked by a client, and gives the part of the buffer that it takes.
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

    /// The same frame with a reason of its own.
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
