//! A match must name every variant.

use code_registry::websocket::CloseCode;

fn is_own(code: CloseCode) -> bool {
    match code {
        CloseCode::Normal
        | CloseCode::GoingAway
        | CloseCode::ProtocolError
        | CloseCode::Unsupported
        | CloseCode::Reserved
        | CloseCode::NoStatus
        | CloseCode::InvalidPayload
        | CloseCode::PolicyViolation
        | CloseCode::TooLarge
        | CloseCode::MissingExtension
        | CloseCode::InternalError
        | CloseCode::ServiceRestart
        | CloseCode::TryAgainLater
        | CloseCode::BadGateway
        | CloseCode::TlsHandshake
        | CloseCode::Unauthorized
        | CloseCode::Forbidden
        | CloseCode::Timeout => true,
        CloseCode::Unused(_)
        | CloseCode::StandardReserved(_)
        | CloseCode::ExtensionReserved(_)
        | CloseCode::Library(_)
        | CloseCode::Application(_)
        | CloseCode::Unlisted(_) => false,
    }
}

fn main() {}
