//! The language of a header, and the cost of the worst headers.
//!
//! ```sh
//! cargo run --release --example accept_language -- 'it-CH, de;q=0.5'
//! cargo run --release --example accept_language
//! ```
#![allow(clippy::print_stdout, reason = "an example prints its results")]

use std::time::{Duration, Instant};

use code_registry::websocket::CloseCode;

fn main() {
    match std::env::args().nth(1) {
        Some(header) => {
            let language = CloseCode::negotiate(&header).unwrap_or(CloseCode::DEFAULT_LANGUAGE);
            println!("{language}: {}", CloseCode::Normal.localized(language));
        }
        None => hostile().into_iter().for_each(|(what, header)| {
            println!("{what}, {} KiB: {:?}", header.len() >> 10, fastest(&header));
        }),
    }
}

/// Headers that cost much.
fn hostile() -> [(&'static str, String); 4] {
    [
        ("10,000 languages", "zh-Hant,".repeat(10_000)),
        (
            "64 ranges that fit no table",
            "ab-Cdef-GH-ijklmnop-x-qrstuvwx-yzabcdef-ghijklmn;q=0.123,".repeat(1_200),
        ),
        ("letters that are not ASCII", "語".repeat(22_000)),
        ("one long tag", "a-".repeat(32 << 10)),
    ]
}

/// The shortest of many times, which other programs affect least.
fn fastest(header: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        std::hint::black_box(CloseCode::negotiate(std::hint::black_box(header)));
        start.elapsed()
    };
    (0..1_000).map(|_| once()).min().unwrap_or_default()
}
