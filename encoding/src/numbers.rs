//! Lists of numbers, as a literal of bytes.
//!
//! Each number takes as many bytes as the largest one needs (1, 2 or 4), the least significant byte first. A literal
//! of bytes costs the compiler nothing, however long it is.
//!
//! ```
//! # use code_registry_encoding::numbers::{EncodedNumbers, Numbers};
//! let encoded: EncodedNumbers = [3, 500].into_iter().collect();
//! assert_eq!((encoded.width(), encoded.bytes()), (2, &[3, 0, 0xF4, 0x01][..]));
//! assert_eq!(Numbers::new(2, encoded.bytes()).get(1), 500);
//! ```

#[cfg(feature = "write")]
use alloc::vec::Vec;

/// Reads a list of numbers.
#[derive(Debug, Clone, Copy)]
pub struct Numbers<'a> {
    width: usize,
    bytes: &'a [u8],
}

impl<'a> Numbers<'a> {
    /// A list of numbers of `width` bytes: 1, 2 or 4.
    pub const fn new(width: usize, bytes: &'a [u8]) -> Self {
        Self { width, bytes }
    }

    /// Whether the list has no number.
    #[inline(always)]
    pub const fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The number at `index`; 0 past the end.
    #[inline(always)]
    pub const fn get(&self, index: usize) -> usize {
        match self.width {
            1 => {
                if index < self.bytes.len() {
                    self.bytes[index] as usize
                } else {
                    0
                }
            }
            2 => {
                let numbers = self.bytes.as_chunks().0;
                if index < numbers.len() { u16::from_le_bytes(numbers[index]) as usize } else { 0 }
            }
            _ => {
                let numbers = self.bytes.as_chunks().0;
                if index < numbers.len() { u32::from_le_bytes(numbers[index]) as usize } else { 0 }
            }
        }
    }
}

/// Writes a list of numbers, each at most `u32::MAX`.
#[cfg(feature = "write")]
#[derive(Debug, Clone)]
pub struct EncodedNumbers {
    width: usize,
    bytes: Vec<u8>,
}

#[cfg(feature = "write")]
impl EncodedNumbers {
    /// No numbers. What that means is up to the reader of the list.
    pub const NONE: Self = Self { width: 1, bytes: Vec::new() };

    /// The bytes of each number.
    pub fn width(&self) -> usize {
        self.width
    }

    /// The bytes of all numbers.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The list to read.
    pub fn as_numbers(&self) -> Numbers<'_> {
        Numbers::new(self.width, &self.bytes)
    }

    /// The list to read for as long as the program runs.
    pub fn leak(self) -> Numbers<'static> {
        Numbers::new(self.width, self.bytes.leak())
    }
}

#[cfg(feature = "write")]
impl FromIterator<usize> for EncodedNumbers {
    fn from_iter<T: IntoIterator<Item = usize>>(numbers: T) -> Self {
        Self::of(&numbers.into_iter().collect::<Vec<_>>())
    }
}

#[cfg(feature = "write")]
impl EncodedNumbers {
    /// Encodes numbers. Not generic, so it is compiled once.
    fn of(numbers: &[usize]) -> Self {
        let width = match numbers.iter().max() {
            None | Some(0..=0xFF) => 1,
            Some(0..=0xFFFF) => 2,
            Some(_) => 4,
        };
        let mut bytes = Vec::with_capacity(width * numbers.len());
        for number in numbers {
            bytes.extend_from_slice(&number.to_le_bytes()[..width]);
        }
        Self { width, bytes }
    }
}
