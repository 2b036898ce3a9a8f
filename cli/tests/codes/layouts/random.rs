//! Pseudo-random numbers and texts, the same for the same seed.

pub(super) struct Random(u64);

const TEXTS: [&str; 12] = [
    "Plain",
    "Two words",
    "Quotes \"here\"",
    "C:\\temp",
    "Perché no",
    "# no comment",
    "[code.1]",
    "a = b, c",
    "Two\nlines",
    "{braces}",
    "\"\"\"",
    "Ends with \\",
];

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x1234_5678_9ABC_DEF1)
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// True in one of so many cases.
    pub(super) fn chance(&mut self, of: u64) -> bool {
        self.below(of) == 0
    }

    pub(super) fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len() as u64) as usize]
    }

    pub(super) fn text(&mut self) -> String {
        let text = self.pick(&TEXTS);
        format!("{text} {}", self.below(100))
    }
}
