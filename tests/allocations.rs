//! Writing a message with arguments into an existing buffer does not allocate; nor does negotiating a language.
//!
//! A test binary of its own, since the counting allocator is that of the whole process.

use std::fmt::{self, Display, Write};

use allocation_counter::measure;
use code_registry::websocket::{CloseCode, CloseEvent, CloseFrame, MAX_PAYLOAD};
use code_registry::{Argument, Coded, Language, language, report, report_dyn};

/// Messages of every form.
#[code_registry::codes("tests/tables/messages.toml")]
enum MessageCode {}

#[derive(Debug, Coded)]
#[coded(MessageCode)]
enum Failure {
    Files { count: usize, folder: &'static str },
}

/// A buffer of fixed size; writing more is an error.
struct Buffer {
    bytes: [u8; 256],
    length: usize,
}

impl Buffer {
    fn as_str(&self) -> &str {
        str::from_utf8(&self.bytes[..self.length]).unwrap_or_default()
    }
}

impl Write for Buffer {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length + text.len();
        self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}

#[track_caller]
fn check(shown: impl Display, expected: &str) {
    let mut buffer = Buffer { bytes: [0; 256], length: 0 };
    let mut written = Ok(());
    let made = measure(|| written = write!(buffer, "{shown}"));
    assert_eq!((written, buffer.as_str(), made.count_total), (Ok(()), expected, 0));
}

#[test]
fn allocations_are_counted() {
    assert_eq!(measure(|| drop(std::hint::black_box(Box::new(1)))).count_total, 1);
}

#[test]
fn messages_allocate_nothing() {
    let error = Failure::Files { count: 3, folder: "/etc" };
    let arguments = &[("count", Argument::count(&3)), ("folder", "/etc".into())];
    for (tag, expected) in [
        ("en", "3 files in /etc"),
        ("it-CH", "3 file in /etc"),
        ("ru", "3 файла"),
        ("ar", "\u{2068}3\u{2069} ملفات"),
    ] {
        let language: Language = tag.parse().unwrap_or(MessageCode::LANGUAGES[0]);
        check(error.localized(language), expected);
        check(MessageCode::Files.format(language, arguments), expected);
        language::scope(language, || check(&error, expected));
    }
    check(MessageCode::Files.localized(MessageCode::LANGUAGES[0]), "Files were found.");
    check(format_args!("{:#}", error.code()), "2 FILES: Files were found.");
}

#[test]
fn reports_allocate_nothing() {
    let error = Failure::Files { count: 3, folder: "/etc" };
    let expected = "2 FILES: 3 files in /etc";
    let en = MessageCode::LANGUAGES[0];
    check(report(&error, en), expected);
    check(report_dyn::<MessageCode>(&error, en), expected);
}

#[test]
fn close_frames_allocate_nothing() {
    let payload = b"\x03\xf4back at noon";
    let made = measure(|| {
        let frame = CloseFrame::parse(payload);
        let written = frame.map(|frame| frame.write(&mut [0; MAX_PAYLOAD]) == payload);
        assert_eq!(written, Ok(true));
    });
    assert_eq!(made.count_total, 0);

    let event = CloseEvent { code: CloseCode::ServiceRestart, reason: "back at noon", was_clean: true };
    check(event, &event.to_string());
    let error = CloseFrame::new(CloseCode::Abnormal, "").expect_err("1006 is never sent");
    check(error, &error.to_string());
}

#[test]
fn negotiation_allocates_nothing() {
    let headers =
        ["it-CH, it;q=0.9, en;q=0.8", "*;q=0.1", "zz, tlh-Piqd;q=0.5", ", ;q=2, en_US", &"de,".repeat(3000)];
    for header in headers {
        let made = measure(|| _ = std::hint::black_box(MessageCode::negotiate(header)));
        assert_eq!(made.count_total, 0, "{header}");
    }
}
