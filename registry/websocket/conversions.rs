//! Conversions from and to the types of WebSocket libraries.

#[cfg(feature = "tungstenite")]
use tungstenite::protocol::frame::coding::CloseCode as TungsteniteCode;

use super::{CloseCode, CloseEvent, CloseFrame, CloseFrameError};

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

/// In both libraries, a frame has a code and a reason, and an empty payload is no frame at all.
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
