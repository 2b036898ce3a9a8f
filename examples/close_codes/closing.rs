//! The ways in which a connection ends, and the event that a browser must deliver for each.

use code_registry::websocket::{CloseCode, CloseEvent, CloseFrame, CloseFrameError};
use serde_json::Value;

pub(crate) enum Closing {
    /// The server sends this code, whether it may be sent or not.
    Send { code: CloseCode, reason: String },
    /// The server sends a Close frame without a code.
    Empty,
    /// The server sends one byte.
    Half,
    /// The server sends a reason in Latin-1.
    NotUtf8 { code: CloseCode },
    /// The server closes the connection without a Close frame.
    Cut,
    /// The page calls `close(code, reason)`.
    Wait { code: CloseCode, reason: String },
}

impl Closing {
    pub(crate) fn read(text: &str) -> Option<Self> {
        let wish: Value = serde_json::from_str(text).ok()?;
        let code = || Some(CloseCode::from(u16::try_from(wish["code"].as_u64()?).ok()?));
        let reason = || Some(wish["reason"].as_str()?.to_owned());
        Some(match wish["way"].as_str()? {
            "send" => Self::Send { code: code()?, reason: reason()? },
            "empty" => Self::Empty,
            "half" => Self::Half,
            "not-utf8" => Self::NotUtf8 { code: code()? },
            "cut" => Self::Cut,
            "wait" => Self::Wait { code: code()?, reason: reason()? },
            _ => return None,
        })
    }

    /// The code that the page requested.
    pub(crate) fn code(&self) -> Option<CloseCode> {
        match self {
            Self::Send { code, .. } | Self::NotUtf8 { code } | Self::Wait { code, .. } => Some(*code),
            Self::Empty | Self::Half | Self::Cut => None,
        }
    }

    /// The payload of the Close frame that the browser receives, if it receives one.
    ///
    /// The bytes are assembled by hand, since the errors are intended: `CloseFrame` would refuse them.
    pub(crate) fn payload(&self) -> Option<Vec<u8>> {
        match self {
            Self::Cut => None,
            Self::Empty => Some(Vec::new()),
            Self::Half => Some(vec![3]),
            Self::NotUtf8 { code } => Some(bytes(*code, b"perch\xE9")),
            Self::Send { code, reason } | Self::Wait { code, reason } => {
                Some(bytes(*code, reason.as_bytes()))
            }
        }
    }

    /// The error of that frame.
    pub(crate) fn mistake(&self) -> Option<CloseFrameError> {
        CloseFrame::parse(&self.payload()?).err()
    }

    /// Whether `close(code, reason)` throws in a page: for most codes, and for reasons that do not fit.
    pub(crate) fn throws(&self) -> bool {
        matches!(self, Self::Wait { code, .. } if !code.browser() || self.mistake().is_some())
    }

    /// The event that the browser must deliver.
    pub(crate) fn event(&self) -> CloseEvent<String> {
        match self.payload() {
            None => CloseEvent::ABNORMAL.into_owned(),
            Some(payload) => match CloseFrame::parse(&payload) {
                Ok(frame) => CloseEvent::from(frame).into_owned(),
                Err(_) => CloseEvent::ABNORMAL.into_owned(),
            },
        }
    }
}

fn bytes(code: CloseCode, reason: &[u8]) -> Vec<u8> {
    [&code.value().to_be_bytes(), reason].concat()
}
