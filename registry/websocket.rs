//! WebSocket close codes, and the frames and events that carry them: RFC 6455 sections 5.5.1, 7.1.5 and 7.4, and the
//! registry of IANA.
//!
//! - [`CloseCode`]: the code, any `u16`. Columns of the table state what it means, who may send it, and whether to connect
//!   again.
//! - [`CloseFrame`]: a code and a reason as they are sent. A frame that may not be sent cannot be created.
//! - [`CloseEvent`]: how a connection ended, as an application sees it.
//!
//! A library parses the payload of a Close frame, answers it and informs its application, without allocating:
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
//! The code tells an application what to do next:
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
//! The features `tungstenite` and `axum-websocket` convert from and to the types of those crates. Every value is kept, whether
//! their types have a name for it or not, and a frame that may not be sent is refused. (tungstenite itself replaces
//! some received codes, such as 1014, with 1002 while the connection is open.)

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

mod frame;

pub use frame::{CloseEvent, CloseFrame, CloseFrameError, MAX_PAYLOAD, MAX_REASON};

#[cfg(feature = "explanations")]
macro_rules! explanations {
    ($($row:literal)*) => {
        &[$(explanation!("en", $row),)* $(explanation!("it", $row),)*]
    };
}

#[cfg(feature = "explanations")]
macro_rules! explanation {
    ($language:literal, $row:literal) => {
        (
            concat!("explanations/", $language, "/", $row, ".md"),
            include_str!(concat!("../explanations/", $language, "/", $row, ".md")),
        )
    };
}

/// Why a WebSocket connection was closed.
///
/// A `match` over every variant is exhaustive: a new row of the table is a new major version of this crate.
#[crate::codes("codes.toml")]
pub enum CloseCode {}

/// The table that [`CloseCode`] is made from.
pub const CODES_TOML: &str = include_str!("../codes.toml");

/// The explanations of [`CODES_TOML`] in Markdown, each with the path of its file.
#[cfg(feature = "explanations")]
pub const EXPLANATIONS: &[(&str, &str)] = explanations![
    "0-999" "1000" "1001" "1002" "1003" "1004" "1005" "1006" "1007"
    "1008" "1009" "1010" "1011" "1012-1014" "1012" "1013" "1014" "1015"
    "1016-1999" "2000-2999" "3000-3999" "3000" "3003" "3008" "4000-4999"
];

/// The messages of errors and events, in the languages of the codes.
#[crate::codes("registry/websocket/texts.toml")]
enum Text {}
