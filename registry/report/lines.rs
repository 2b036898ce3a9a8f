use core::fmt::{self, Write};

/// Writes a text of several lines under its first one; line breaks at its end are left out, and all are `\n`.
pub(super) struct Lines<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    /// What each line but the first begins with.
    indent: &'static str,
    /// Line breaks that something may still follow.
    breaks: usize,
}

impl<'a, 'f> Lines<'a, 'f> {
    pub(super) fn new(f: &'a mut fmt::Formatter<'f>, indent: &'static str) -> Self {
        Self { f, indent, breaks: 0 }
    }

    fn begin_line(&mut self) -> fmt::Result {
        if self.breaks == 0 {
            return Ok(());
        }
        for _ in 0..core::mem::take(&mut self.breaks) {
            self.f.write_char('\n')?;
        }
        self.f.write_str(self.indent)
    }
}

impl Write for Lines<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for line in text.split_inclusive('\n') {
            let (line, breaks) = match line.strip_suffix('\n') {
                Some(line) => (line.strip_suffix('\r').unwrap_or(line), 1),
                None => (line, 0),
            };
            if !line.is_empty() {
                self.begin_line()?;
                self.f.write_str(line)?;
            }
            self.breaks += breaks;
        }
        Ok(())
    }
}
