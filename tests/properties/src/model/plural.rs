//! CLDR's plural rules for whole numbers in a few languages, written by hand.

/// The category of a count: "three files".
pub fn cardinal(language: &str, number: i64) -> &'static str {
    let n = number.unsigned_abs();
    let (ten, hundred, million) = (n % 10, n % 100, n % 1_000_000);
    match language {
        "en" | "de" if n == 1 => "one",
        "it" if n == 1 => "one",
        "it" if n != 0 && million == 0 => "many",
        "fr" if n <= 1 => "one",
        "fr" if million == 0 => "many",
        "pl" if n == 1 => "one",
        "pl" if (2..=4).contains(&ten) && !(12..=14).contains(&hundred) => "few",
        "pl" => "many",
        "ar" if n == 0 => "zero",
        "ar" if n == 1 => "one",
        "ar" if n == 2 => "two",
        "ar" if (3..=10).contains(&hundred) => "few",
        "ar" if hundred >= 11 => "many",
        _ => "other",
    }
}

/// The category of a position: "the third file".
pub fn ordinal(language: &str, number: i64) -> &'static str {
    let n = number.unsigned_abs();
    let (ten, hundred) = (n % 10, n % 100);
    match language {
        "en" if ten == 1 && hundred != 11 => "one",
        "en" if ten == 2 && hundred != 12 => "two",
        "en" if ten == 3 && hundred != 13 => "few",
        "it" if [8, 11, 80, 800].contains(&n) => "many",
        "fr" if n == 1 => "one",
        _ => "other",
    }
}

/// The categories of a language, without `other`.
pub fn categories(language: &str, by: &str) -> &'static [&'static str] {
    match (by, language) {
        ("plural", "en" | "de") => &["one"],
        ("plural", "it" | "fr") => &["one", "many"],
        ("plural", "pl") => &["one", "few", "many"],
        ("plural", "ar") => &["zero", "one", "two", "few", "many"],
        ("ordinal", "en") => &["one", "two", "few"],
        ("ordinal", "it") => &["many"],
        ("ordinal", "fr") => &["one"],
        _ => &[],
    }
}
