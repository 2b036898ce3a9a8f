//! Conversions from and to the types of tungstenite and axum keep every value.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use axum::extract::ws;
use code_registry::websocket::{CloseCode, CloseEvent, CloseFrame};
use tungstenite::protocol;
use tungstenite::protocol::frame::coding;

#[test]
fn every_code_survives_tungstenite() {
    for value in 0..=u16::MAX {
        let code = CloseCode::from(value);
        let theirs = coding::CloseCode::from(code);
        assert_eq!(u16::from(theirs), value);
        assert_eq!(CloseCode::from(theirs), code);
        assert_eq!(CloseCode::from(coding::CloseCode::Bad(value)), code, "their second name of a value");
    }
}

#[test]
fn every_event_survives_both() {
    for code in (0..=u16::MAX).map(CloseCode::from) {
        let tungstenite = protocol::CloseFrame { code: code.into(), reason: "bye".into() };
        let axum = ws::CloseFrame { code: code.into(), reason: "bye".into() };
        let (tungstenite, axum) = (CloseEvent::from(Some(tungstenite)), CloseEvent::from(Some(axum)));
        // A frame whose code may not be sent has failed the connection.
        let (expected, reason) = if code.on_wire() { (code, "bye") } else { (CloseCode::Abnormal, "") };
        assert_eq!((tungstenite.code, axum.code), (expected, expected));
        assert_eq!((&*tungstenite.reason, &*axum.reason), (reason, reason));
        assert_eq!((tungstenite.was_clean, axum.was_clean), (code.on_wire(), code.on_wire()));
    }
}

#[test]
fn frames_that_may_be_sent_survive_both() {
    for code in (0..=u16::MAX).map(CloseCode::from) {
        let tungstenite = protocol::CloseFrame { code: code.into(), reason: "bye".into() };
        let axum = ws::CloseFrame { code: code.into(), reason: "bye".into() };
        match CloseFrame::new(code, "bye") {
            Ok(frame) => {
                assert_eq!(Some(&tungstenite), Option::from(frame).as_ref());
                assert_eq!(Some(&axum), Option::from(frame).as_ref());
                let frames = (CloseFrame::try_from(Some(tungstenite)), CloseFrame::try_from(Some(axum)));
                let (tungstenite, axum) = (frames.0.unwrap(), frames.1.unwrap());
                assert_eq!((tungstenite.code(), tungstenite.reason()), (code, "bye"));
                assert_eq!((axum.code(), axum.reason()), (code, "bye"));
            }
            Err(error) => {
                assert_eq!(CloseFrame::try_from(Some(tungstenite)).unwrap_err(), error);
                assert_eq!(CloseFrame::try_from(Some(axum)).unwrap_err(), error);
            }
        }
    }
}

#[test]
fn an_empty_frame_is_none() {
    assert_eq!(Option::<protocol::CloseFrame>::from(CloseFrame::EMPTY), None);
    assert_eq!(Option::<ws::CloseFrame>::from(CloseFrame::EMPTY), None);
    let none: Option<protocol::CloseFrame> = None;
    assert_eq!(CloseFrame::try_from(none.clone()).unwrap().code(), CloseCode::NoStatus);
    assert_eq!(CloseEvent::from(none).code, CloseCode::NoStatus);
    let none: Option<ws::CloseFrame> = None;
    assert_eq!(CloseFrame::try_from(none.clone()).unwrap().code(), CloseCode::NoStatus);
    assert_eq!(CloseEvent::from(none).code, CloseCode::NoStatus);
}
