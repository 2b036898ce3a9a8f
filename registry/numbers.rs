//! Numbers as the macro writes them: a literal of bytes costs the compiler nothing, however long it is.

/// A list of numbers, each in as many bytes as the largest needs, the least byte first.
#[derive(Debug, Clone, Copy)]
pub struct Numbers {
    width: usize,
    bytes: &'static [u8],
}

impl Numbers {
    /// A list of numbers of `width` bytes: 1, 2 or 4.
    pub const fn new(width: usize, bytes: &'static [u8]) -> Self {
        Self { width, bytes }
    }

    #[inline(always)]
    pub(crate) const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The number at `index`, which there is.
    #[inline(always)]
    pub const fn get(&self, index: usize) -> usize {
        match self.width {
            1 => self.bytes[index] as usize,
            2 => u16::from_le_bytes(self.bytes.as_chunks().0[index]) as usize,
            _ => u32::from_le_bytes(self.bytes.as_chunks().0[index]) as usize,
        }
    }
}
