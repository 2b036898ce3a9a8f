//! Language tags.

/// A BCP 47 tag in its canonical case: language, then a script, a region or a variant, where each is there.
///
/// None where it is no such tag. Extensions and private use are no languages of texts, and are not taken.
pub(crate) fn canonical(tag: &str) -> Option<String> {
    let mut subtags = tag.split('-').peekable();
    let language = subtags.next().filter(|subtag| is_alphabetic(subtag, 2..=3))?;
    let mut canonical = language.to_ascii_lowercase();
    if let Some(script) = subtags.next_if(|subtag| is_alphabetic(subtag, 4..=4)) {
        let (first, rest) = script.split_at(1);
        canonical = format!("{canonical}-{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase());
    }
    if let Some(region) = subtags.next_if(|subtag| is_region(subtag)) {
        canonical = format!("{canonical}-{}", region.to_ascii_uppercase());
    }
    for variant in subtags {
        if !is_variant(variant) {
            return None;
        }
        canonical = format!("{canonical}-{}", variant.to_ascii_lowercase());
    }
    Some(canonical)
}

fn is_alphabetic(subtag: &str, length: core::ops::RangeInclusive<usize>) -> bool {
    length.contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_region(subtag: &str) -> bool {
    is_alphabetic(subtag, 2..=2) || (subtag.len() == 3 && subtag.bytes().all(|byte| byte.is_ascii_digit()))
}

fn is_variant(subtag: &str) -> bool {
    let is_long = (5..=8).contains(&subtag.len());
    let is_short = subtag.len() == 4 && subtag.starts_with(|first: char| first.is_ascii_digit());
    (is_long || is_short) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
}
