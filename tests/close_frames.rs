//! `CloseFrame` and `CloseEvent`: every code, every error, both languages.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use code_registry::websocket::{CloseCode, CloseEvent, CloseFrame, CloseFrameError, MAX_PAYLOAD, MAX_REASON};
use code_registry::{Language, Localize, language};

const IT: Language = Language::new("it").unwrap();

fn written(frame: CloseFrame<&str>) -> Vec<u8> {
    frame.write(&mut [0; MAX_PAYLOAD]).to_vec()
}

fn payload(code: u16, reason: &[u8]) -> Vec<u8> {
    [&code.to_be_bytes(), reason].concat()
}

#[test]
fn every_code_is_sent_and_read_or_refused_both_times() {
    for code in (0..=u16::MAX).map(CloseCode::from) {
        let bytes = payload(code.value(), "così".as_bytes());
        let (made, read) = (CloseFrame::new(code, "così"), CloseFrame::parse(&bytes));
        assert_eq!((made.is_ok(), read.is_ok()), (code.on_wire(), code.on_wire()), "{code:#}");
        let Ok(frame) = made else { continue };
        assert_eq!(read, made);
        assert_eq!((frame.code(), frame.reason()), (code, "così"));
        assert_eq!(written(frame), bytes);
    }
}

#[test]
fn an_empty_payload_has_no_status() {
    assert_eq!(CloseFrame::parse(b""), Ok(CloseFrame::EMPTY));
    assert_eq!((CloseFrame::EMPTY.code(), CloseFrame::EMPTY.reason()), (CloseCode::NoStatus, ""));
    assert_eq!(written(CloseFrame::EMPTY), b"");
    assert!(CloseFrame::new(CloseCode::NoStatus, "").is_err(), "1005 itself is never sent");
}

#[test]
fn a_reason_has_123_bytes_at_most() {
    for length in [0, 1, MAX_REASON - 1, MAX_REASON] {
        let reason = "a".repeat(length);
        let frame = CloseFrame::new(CloseCode::Normal, reason.as_str()).unwrap();
        assert_eq!(CloseFrame::parse(&written(frame)), Ok(frame));
        assert_eq!(CloseFrame::truncated(CloseCode::Normal, &reason), Ok(frame));
    }
    let longer = "a".repeat(MAX_REASON + 1);
    assert!(CloseFrame::new(CloseCode::Normal, longer.as_str()).is_err());
    assert!(CloseFrame::parse(&payload(1000, longer.as_bytes())).is_err());
    assert_eq!(CloseFrame::truncated(CloseCode::Normal, &longer).unwrap().reason(), &longer[1..]);
}

/// Characters of every width, with the limit at every place inside them.
#[test]
fn a_reason_is_cut_between_characters() {
    for character in ["a", "è", "語", "🦀"] {
        for before in 0..4 {
            let reason = "-".repeat(before) + &character.repeat(MAX_PAYLOAD);
            let frame = CloseFrame::truncated(CloseCode::Normal, &reason).unwrap();
            let cut = frame.reason();
            assert!(reason.starts_with(cut) && cut.len() <= MAX_REASON);
            assert!(cut.len() + character.len() > MAX_REASON, "no character too few");
        }
    }
}

/// Each error, the code that answers it, and its message in both languages.
#[test]
fn every_error_has_a_code_to_answer_with() {
    fn check(error: Result<CloseFrame<&str>, CloseFrameError>, answer: u16, english: &str, italian: &str) {
        let error = error.unwrap_err();
        assert_eq!(error.answer().value(), answer, "{error}");
        assert!(error.answer().on_wire());
        assert_eq!(error.to_string(), english);
        assert_eq!(error.localized(IT).to_string(), italian);
        assert_eq!(language::scope(IT, || error.to_string()), italian);
    }
    check(
        CloseFrame::parse(&[3]),
        1002,
        "the Close frame has one byte, which is half a code",
        "il frame di chiusura ha un solo byte, cioè mezzo codice",
    );
    check(
        CloseFrame::parse(&[0; 126]),
        1002,
        "the Close frame has 126 bytes; a control frame has at most 125",
        "il frame di chiusura ha 126 byte; un frame di controllo ne ha al massimo 125",
    );
    check(
        CloseFrame::parse(&payload(1006, b"")),
        1002,
        "the Close frame has the code 1006, which may never be sent",
        "il frame di chiusura ha il codice 1006, che non può mai essere inviato",
    );
    check(
        CloseFrame::parse(&payload(1000, b"\xE8")),
        1007,
        "the reason in the Close frame is not UTF-8",
        "il motivo nel frame di chiusura non è in UTF-8",
    );
    check(
        CloseFrame::truncated(CloseCode::Abnormal, ""),
        1011,
        "the code 1006 may not be sent in a Close frame",
        "il codice 1006 non può essere inviato in un frame di chiusura",
    );
    check(
        CloseFrame::new(CloseCode::Normal, &"a".repeat(200)),
        1011,
        "the reason has 200 bytes; a Close frame has room for 123",
        "il motivo ha 200 byte; un frame di chiusura ne può contenere 123",
    );
}

#[test]
fn an_event_arises_from_a_frame_or_from_none() {
    let frame = CloseFrame::new(CloseCode::GoingAway, "bye").unwrap();
    let event = CloseEvent::from(frame);
    assert_eq!(event, CloseEvent { code: CloseCode::GoingAway, reason: "bye", was_clean: true });
    assert_eq!(CloseEvent::from(CloseFrame::EMPTY).code.value(), 1005);

    for (event, code) in [(CloseEvent::ABNORMAL, 1006), (CloseEvent::TLS_HANDSHAKE, 1015)] {
        assert_eq!((event.code.value(), event.reason, event.was_clean), (code, "", false));
        assert!(event.code.set_locally_only());
    }
}

#[test]
fn an_event_speaks_every_language() {
    let plain = CloseEvent { code: CloseCode::Normal, reason: "", was_clean: true };
    assert_eq!(plain.to_string(), CloseCode::Normal.to_string());
    assert_eq!(format!("{plain:#}"), format!("{:#}", CloseCode::Normal));

    let event = CloseEvent { code: CloseCode::Normal, reason: "done", was_clean: true };
    let (english, italian) = (CloseCode::Normal.to_string(), CloseCode::Normal.localized(IT).to_string());
    assert_eq!(event.to_string(), format!("{english} Reason given: done"));
    assert_eq!(event.localized(IT).to_string(), format!("{italian} Motivo indicato: done"));
    assert_eq!(language::scope(IT, || event.to_string()), event.localized(IT).to_string());
    assert_eq!(format!("{event:#}"), format!("1000 CLOSE_NORMAL: {english} Reason given: done"));
}

/// The text of a peer can neither begin a line of a log, nor colour it, nor reorder it.
#[test]
fn a_reason_is_escaped() {
    let say = |reason: &str| {
        let event = CloseEvent { code: CloseCode::from(4000), reason, was_clean: true };
        event.to_string().split_once("given: ").unwrap().1.to_owned()
    };
    assert_eq!(say("l'\"ora\" \\ è 🦀"), "l'\"ora\" \\ è 🦀");
    assert_eq!(say("a\nERROR b\x1b[31m"), "a\\nERROR b\\u{1b}[31m");
    assert_eq!(say("a\u{202E}b\u{2028}c"), "a\\u{202e}b\\u{2028}c");
    assert_eq!(say("נסגר"), "\u{2068}נסגר\u{2069}");
}

#[test]
fn what_is_borrowed_becomes_owned() {
    let bytes = payload(4001, b"bye");
    let frame = CloseFrame::parse(&bytes).unwrap().into_owned();
    let event = CloseEvent::from(frame.clone());
    drop(bytes);
    assert_eq!(frame.into_parts(), (CloseCode::from(4001), "bye".to_owned()));
    assert_eq!(event.reason, "bye");
    assert_eq!(CloseEvent::ABNORMAL.into_owned().reason, String::new());
    let error: Box<dyn std::error::Error + Send + Sync> = event.into();
    assert!(error.to_string().ends_with("bye"));
}
