//! WebSocket close codes: RFC 6455 section 7.4 and the registry that IANA keeps.

/// Why a WebSocket connection was closed.
#[crate::codes("codes.toml")]
pub enum CloseCode {}

/// The table that [`CloseCode`] is made from.
pub const CODES_TOML: &str = include_str!("../codes.toml");
