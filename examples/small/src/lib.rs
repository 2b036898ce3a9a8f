//! Shared by the programs: a buffer for a line of text, and its output.

#![no_std]

use core::ffi::c_int;
use core::fmt::{self, Display, Write as _};
use core::panic::PanicInfo;

/// Writes a text into a buffer, as for a display with one line, and passes it to the C runtime.
pub fn show(text: &impl Display) {
    let mut line = Line { bytes: [0; 80], length: 0 };
    // The rest of a long text is omitted.
    let _ = write!(line, "{text}");
    for &byte in line.bytes[..line.length].iter().chain(b"\n") {
        putchar(byte.into());
    }
}

struct Line {
    bytes: [u8; 80],
    length: usize,
}

impl fmt::Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let free = &mut self.bytes[self.length..];
        let text = text.as_bytes();
        free.get_mut(..text.len()).ok_or(fmt::Error)?.copy_from_slice(text);
        self.length += text.len();
        Ok(())
    }
}

#[cfg_attr(unix, link(name = "c"))]
#[allow(unsafe_code, reason = "C promises that any number is taken")]
unsafe extern "C" {
    safe fn putchar(character: c_int) -> c_int;
}

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    loop {}
}
