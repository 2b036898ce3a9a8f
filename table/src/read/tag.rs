//! Language tags.

/// A BCP 47 tag in its canonical case: a language with a script and a region, or with a variant, where each is there.
///
/// None where it is no such tag. `registry/language/tag.rs` holds no more than that: what it would drop is refused.
pub fn canonical(tag: &str) -> Option<String> {
    let mut subtags = tag.split('-').peekable();
    let language = subtags.next().filter(|subtag| is_alphabetic(subtag, 2..=3))?;
    let mut canonical = language.to_ascii_lowercase();
    if let Some(variant) = subtags.next_if(|subtag| is_variant(subtag)) {
        canonical = format!("{canonical}-{}", variant.to_ascii_lowercase());
        return subtags.next().is_none().then_some(canonical);
    }
    if let Some(script) = subtags.next_if(|subtag| is_alphabetic(subtag, 4..=4)) {
        let (first, rest) = script.split_at(1);
        canonical = format!("{canonical}-{}{}", first.to_ascii_uppercase(), rest.to_ascii_lowercase());
    }
    if let Some(region) = subtags.next_if(|subtag| is_region(subtag)) {
        canonical = format!("{canonical}-{}", region.to_ascii_uppercase());
    }
    subtags.next().is_none().then_some(canonical)
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
