//! Texts in many scripts and shapes.

use super::Random;
use crate::table::{Language, Texts};

const PARTS: [&str; 24] = [
    "file",
    "Straße",
    "è",
    "日本語",
    "żółć",
    "لا ملفات",
    "שלום",
    "{path}",
    "{{",
    "}",
    "\"",
    "\\",
    "'",
    "\n",
    "\t",
    " ",
    "#",
    "e\u{301}",
    "👩\u{200d}👧",
    "\u{200f}",
    "''' \"\"\"",
    "\u{2068}a\u{2069}",
    "%s",
    "\u{feff}",
];

pub fn text(random: &mut Random) -> String {
    let parts: Vec<&str> = (0..=random.up_to(4)).map(|_| *random.pick(&PARTS)).collect();
    // Occasionally long enough that an offset takes two bytes.
    let times = if random.chance(3) { 60 } else { 1 };
    let text = parts.join(*random.pick(&["", " "])).repeat(times);
    // A text of spaces only is invalid.
    if text.trim().is_empty() { text + "word" } else { text }
}

/// A text in every language.
pub fn everywhere(random: &mut Random, languages: &[Language]) -> Texts {
    languages.iter().map(|language| (language.tag.clone(), text(random))).collect()
}

/// A text in the default language, in every required one, and in some others. Some languages repeat the text of
/// another.
pub fn somewhere(random: &mut Random, languages: &[Language]) -> Texts {
    let mut texts = Texts::new();
    for (at, language) in languages.iter().enumerate() {
        if at == 0 || language.is_required() || random.chance(50) {
            let said = texts.values().next().filter(|_| random.chance(35)).cloned();
            texts.insert(language.tag.clone(), said.unwrap_or_else(|| text(random)));
        }
    }
    texts
}
