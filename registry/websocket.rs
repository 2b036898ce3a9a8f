//! WebSocket close codes, and what carries them: RFC 6455 sections 5.5.1, 7.1.5 and 7.4, and the registry that IANA
//! keeps.
//!
//! - [`CloseCode`]: the code itself, any `u16`. What it means, who may send it and whether to connect again are
//!   columns of the table.
//! - [`CloseFrame`]: a code and a reason as they are sent. What cannot be sent cannot be made.
//! - [`CloseEvent`]: how a connection ended, as an application sees it.
//!
//! A library reads the payload of a Close frame, answers it and tells its application, without allocating:
//!
//! ```
//! use code_registry::websocket::{CloseCode, CloseEvent, CloseFrame, MAX_PAYLOAD};
//!
//! fn on_close_frame<'a>(payload: &'a [u8], send: impl FnOnce(&[u8])) -> CloseEvent<&'a str> {
//!     let mut buffer = [0; MAX_PAYLOAD];
//!     match CloseFrame::parse(payload) {
//!         Ok(frame) => {
//!             send(frame.write(&mut buffer)); // the same code back ends the closing handshake
//!             CloseEvent::from(frame)
//!         }
//!         Err(error) => {
//!             let answer = CloseFrame::new(error.answer(), "").unwrap_or(CloseFrame::EMPTY);
//!             send(answer.write(&mut buffer));
//!             CloseEvent::ABNORMAL // 1006: a failed connection has no code of its own
//!         }
//!     }
//! }
//!
//! let event = on_close_frame(b"\x03\xf4back at noon", |answer| assert_eq!(answer, b"\x03\xf4back at noon"));
//! assert_eq!((event.code, event.reason, event.was_clean), (CloseCode::ServiceRestart, "back at noon", true));
//! let event = on_close_frame(b"\x03", |answer| assert!(answer == b"\x03\xea", "1002"));
//! assert_eq!(event, CloseEvent::ABNORMAL);
//! ```
//!
//! An application asks the code what to do next:
//!
//! ```
//! use code_registry::websocket::{CloseCode, CloseCodeReconnect};
//!
//! /// The seconds to wait before connecting again, if that makes sense; `random` lies between 0 and 1.
//! fn delay(code: CloseCode, random: f64) -> Option<f64> {
//!     match code.reconnect()? {
//!         CloseCodeReconnect::Delayed => {
//!             let (from, to) = (f64::from(code.reconnect_from()?), f64::from(code.reconnect_to()?));
//!             Some(from + random * (to - from))
//!         }
//!         CloseCodeReconnect::No | CloseCodeReconnect::Elsewhere => None,
//!     }
//! }
//! assert_eq!(delay(CloseCode::ServiceRestart, 0.5), Some(17.5));
//! assert_eq!(delay(CloseCode::PolicyViolation, 0.5), None);
//! ```
//!
//! # With tungstenite and axum
//!
//! The features `tungstenite` and `axum` convert from and to the types of those crates. No value is lost on the way,
//! whether their types have a name for it or not, and a frame that must not be sent is refused before it is. (What
//! tungstenite itself takes for a mistake while the connection is open, 1014 among them, it hands out as 1002.)
#![cfg_attr(
    feature = "tungstenite",
    doc = r#"
```
use code_registry::websocket::{CloseCode, CloseEvent, CloseFrame};
use tungstenite::Message;

// What to send.
let frame = CloseFrame::new(CloseCode::BadGateway, "the service behind did not answer")?;
let message = Message::Close(frame.into());

// What arrived.
if let Message::Close(frame) = message {
    let event = CloseEvent::from(frame);
    assert_eq!(event.code, CloseCode::BadGateway);
    assert_eq!(event.reason, "the service behind did not answer");
}
# Ok::<(), code_registry::websocket::CloseFrameError>(())
```
"#
)]

#[cfg(any(feature = "tungstenite", feature = "axum"))]
mod conversions;
mod error;
mod event;
mod frame;

pub use error::CloseFrameError;
pub use event::CloseEvent;
pub use frame::{CloseFrame, MAX_PAYLOAD, MAX_REASON};

/// Why a WebSocket connection was closed.
///
/// A `match` over every variant is complete: a new row of the table is a new major version of this crate.
#[crate::codes("codes.toml")]
pub enum CloseCode {}

/// The table that [`CloseCode`] is made from.
pub const CODES_TOML: &str = include_str!("../codes.toml");

/// What errors and events say, in the languages of the codes.
#[crate::codes("registry/websocket/texts.toml")]
enum Text {}
