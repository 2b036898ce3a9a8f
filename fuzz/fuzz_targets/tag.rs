//! Language tags: a displayed tag is parsed as the same tag, in the library and in tables.
#![no_main]

use code_registry::Language;
use code_registry_table::{canonical_tag, is_right_to_left, locale_matches, plural};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|tag: &str| {
    let language = Language::new(tag);
    assert_eq!(language, Language::new(&tag.to_ascii_uppercase()));
    assert_eq!(language, tag.parse().ok());
    if let Some(language) = language {
        let shown = language.to_string();
        assert_eq!(Language::new(&shown), Some(language), "{shown}");
        let mut shorter = shown.as_str();
        let mut parents = std::iter::successors(language.parent(), |language| language.parent());
        while let Some((parent, _)) = shorter.rsplit_once('-') {
            assert_eq!(parents.next(), Language::new(parent), "a parent of {shown}");
            shorter = parent;
        }
        assert_eq!(parents.next(), None, "{shown}");
    }
    let Some(canonical) = canonical_tag(tag) else { return };
    assert_eq!(canonical_tag(&canonical).as_ref(), Some(&canonical));
    assert_eq!(
        language.map(|language| language.to_string()).as_ref(),
        Some(&canonical),
        "what tables accept"
    );
    let _ = (is_right_to_left(&canonical), plural::forms(&canonical));
    for ordinal in [false, true] {
        let _ = plural::compile(&canonical, ordinal);
    }
    for (request, found) in locale_matches(&[&canonical]) {
        assert_eq!((canonical_tag(&request), found), (Some(request.clone()), 0));
    }
});
