use core::fmt::{self, Display as _};

use super::{CloseCode, Text};
use crate::{Coded, Language, Localize};

/// What is wrong with a Close frame that arrived, or with one that was to be sent.
///
/// It speaks the languages of the close codes.
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
pub struct CloseFrameError(Mistake);

impl CloseFrameError {
    /// The code to close the connection with: 1002 or 1007 where the peer is wrong (RFC 6455 sections 7.1.7, 7.4.1
    /// and 8.1), 1011 where this endpoint was about to send what cannot be sent.
    pub fn answer(self) -> CloseCode {
        CloseCode::from(self.0.code().answer())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Coded)]
#[coded(Text)]
pub(super) enum Mistake {
    HalfACode,
    PayloadTooLong { length: usize },
    CodeNotOnWire { code: u16 },
    ReasonNotUtf8,
    CodeNotSendable { code: u16 },
    ReasonTooLong { length: usize },
}

impl From<Mistake> for CloseFrameError {
    fn from(mistake: Mistake) -> Self {
        Self(mistake)
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
