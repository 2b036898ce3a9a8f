//! Close frames: a parsed frame is written with the same bytes, and a refused one has an answer that may be sent.
#![no_main]

use code_registry::websocket::{CloseCode, CloseEvent, CloseFrame, MAX_PAYLOAD, MAX_REASON};
use code_registry::{Language, Localize as _};
use libfuzzer_sys::fuzz_target;

const IT: Language = Language::new("it").unwrap();

fuzz_target!(|payload: &[u8]| {
    match CloseFrame::parse(payload) {
        Ok(frame) => {
            assert_eq!(frame.write(&mut [0; MAX_PAYLOAD]), payload);
            assert!(payload.is_empty() || frame.code().on_wire());
            let event = CloseEvent::from(frame);
            for shown in [event.to_string(), event.localized(IT).to_string()] {
                assert!(!shown.contains(char::is_control), "{shown:?}");
            }
        }
        Err(error) => {
            assert!(error.answer().on_wire());
            assert_ne!(error.to_string(), error.localized(IT).to_string());
        }
    }
    let [high, low, reason @ ..] = payload else { return };
    let (code, reason) =
        (CloseCode::from(u16::from_be_bytes([*high, *low])), String::from_utf8_lossy(reason));
    let Ok(frame) = CloseFrame::truncated(code, &reason) else { return assert!(!code.on_wire()) };
    assert!(reason.starts_with(frame.reason()) && frame.reason().len() <= MAX_REASON);
    assert_eq!(CloseFrame::parse(frame.write(&mut [0; MAX_PAYLOAD])), Ok(frame));
});
