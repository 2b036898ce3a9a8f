//! The addresses of codes: `code.url(language)`, and the end of reports.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use code_registry::{Code, Coded, Language, codes, report};

#[codes("tests/tables/addresses.toml")]
pub enum PageCode {}

/// Without a `url`.
#[codes("tests/tables/result-parts.toml")]
pub enum ResultCode {}

/// Text values whose characters are encoded.
#[codes("tests/tables/text_addresses.toml")]
pub enum TextCode {}

fn url<E: Code>(code: E, tag: &str) -> Option<String> {
    code.url(Language::new(tag).unwrap()).map(|url| url.to_string())
}

#[test]
fn placeholders_are_replaced() {
    let address = "https://errors.example.org/en/E0007?value=7#SEVEN";
    assert_eq!(url(PageCode::Seven, "en").as_deref(), Some(address));
}

#[test]
fn the_language_is_one_of_the_table() {
    for (asked, found) in [("it-CH", "it"), ("de", "en")] {
        let address = format!("https://errors.example.org/{found}/E0007?value=7#SEVEN");
        assert_eq!(url(PageCode::Seven, asked), Some(address));
    }
}

#[test]
fn a_range_has_one_page() {
    let pages: Vec<_> = [-9, -1].map(|value| url(PageCode::from(value), "en")).into_iter().collect();
    assert_eq!(pages[0].as_deref(), Some("https://errors.example.org/en/E-009-E-001?value=-9--1#NEGATIVE"));
    assert_eq!(pages[0], pages[1]);
}

#[test]
fn an_unlisted_value_has_no_page() {
    assert_eq!(url(PageCode::from(8), "en"), None);
}

#[test]
fn a_value_is_one_segment_of_a_path() {
    assert_eq!(
        url(TextCode::Slash, "en").as_deref(),
        Some("https://example.org/a%2Fb%3F%C3%A0"),
        "the label"
    );
}

#[test]
fn without_a_template_there_is_no_address() {
    assert_eq!(url(ResultCode::try_from(0x8007_0005).unwrap(), "en"), None);
}

#[test]
fn close_codes_have_pages() {
    use code_registry::websocket::CloseCode;

    let pages = "https://code-registry.github.io/code-registry/close-codes";
    assert_eq!(url(CloseCode::Abnormal, "it").unwrap(), format!("{pages}/it/1006/"));
    assert_eq!(url(CloseCode::from(3500), "en").unwrap(), format!("{pages}/en/3000-3999/"));
}

#[test]
fn a_registry_may_have_a_domain() {
    assert_eq!(PageCode::domain(), Some("shop.example.org"));
    assert_eq!(TextCode::domain(), None);
}

#[derive(Debug, Coded)]
#[coded(PageCode::Seven)]
struct Outer {
    source: Inner,
}

#[derive(Debug, Coded)]
#[coded(PageCode::Seven)]
struct Inner;

#[test]
fn a_report_ends_with_each_page_once() {
    let text = report(&Outer { source: Inner }, Language::new("it").unwrap()).to_string();
    assert_eq!(
        text,
        "E0007 SEVEN: Sette\n- E0007 SEVEN: Sette\nhttps://errors.example.org/it/E0007?value=7#SEVEN"
    );
}
