//! Writing a message with arguments into an existing buffer does not allocate; nor does negotiating a language.
//!
//! A test binary of its own, since the counting allocator is that of the whole process.

use std::fmt::{self, Display, Write};
use std::time::Duration;

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

/// Arguments of every kind.
#[code_registry::codes("tests/tables/kinds.toml")]
enum KindCode {}

#[derive(Debug, Coded)]
#[coded(KindCode)]
enum Amount {
    Count { count: i128 },
    Quantity { amount: f64 },
    Bytes { size: u64 },
    Duration { time: Duration },
    And { names: [&'static str; 2] },
    Or { names: [KindCode; 2] },
    Inner,
    Outer { cause: &'static Amount },
}

#[code_registry::codes("tests/tables/words.toml")]
enum WordCode {}

#[derive(Debug, Coded)]
#[coded(WordCode)]
enum WordError {
    Closed { item: WordCodeItem, name: &'static str },
    Gone { item: WordCodeItem, count: u64 },
}

#[test]
fn every_kind_of_argument_allocates_nothing() {
    let it = Language::new("it").unwrap_or(MessageCode::DEFAULT_LANGUAGE);
    let time = Duration::from_secs(7_500);
    check(Amount::Count { count: 1_234_567 }.localized(it), "1.234.567 file");
    check(Amount::Quantity { amount: 12_345.25 }.localized(it), "12.345,25 litri");
    check(Amount::Bytes { size: 1_500_000 }.localized(it), "restano 1,5 MB");
    check(Amount::Duration { time }.localized(it), "attendere 2 h e 5 min");
    let and = Amount::And { names: ["a", "b"] };
    check(and.localized(it), &and.localized(it).to_string());
    let or = Amount::Or { names: [KindCode::Inner, KindCode::Inner] };
    check(or.localized(it), &or.localized(it).to_string());
    let closed = WordError::Closed { item: WordCodeItem::Folder, name: "photos" };
    check(closed.localized(it), "impossibile aprire photos (cartella)");
    let gone = WordError::Gone { item: WordCodeItem::Folder, count: 12_345 };
    check(gone.localized(it), "la cartella con 12.345 file non c'è più");
    let outer = Amount::Outer { cause: &Amount::Inner };
    check(outer.localized(it), &outer.localized(it).to_string());
}

#[test]
fn width_and_help_allocate_nothing() {
    let error = Failure::Files { count: 3, folder: "/etc" };
    check(format_args!("{error:>20.15}"), "     3 files in /etc");
    let help = HelpError { disk: "/srv", size: 1_500_000, count: 2 };
    let en = HelpCode::DEFAULT_LANGUAGE;
    let Some(help) = help.help(en) else { panic!("the table has help") };
    check(help, "free 1.5 MB on /srv, for 2 files in {x}");
}

#[code_registry::codes("tests/tables/help.toml")]
enum HelpCode {}

#[derive(Debug, Coded)]
#[coded(HelpCode::Full)]
struct HelpError {
    disk: &'static str,
    size: u64,
    count: u32,
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
