//! Explanations as HTML: Markdown without raw HTML, images and addresses that could run a script.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::highlight;
use crate::render::elements::escape;

/// The document, its headings below those of the page.
pub(super) fn html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let (mut out, mut code) = (String::new(), None);
    let events = events.filter_map(|event| match (event, &mut code) {
        (Event::Start(Tag::CodeBlock(kind)), _) => {
            code = Some((language(&kind).to_owned(), String::new()));
            None
        }
        (Event::Text(text), Some((_, code))) => {
            code.push_str(&text);
            None
        }
        (Event::End(TagEnd::CodeBlock), _) => code.take().map(|(language, code)| block(&language, &code)),
        (event, _) => safe(event),
    });
    html::push_html(&mut out, events);
    // A table may be wider than the page. In texts, `<` is escaped.
    out.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>").replace("</table>", "</table></div>")
}

/// The language of a code block. Words after it, such as `ignore`, are for other programs.
fn language<'k>(kind: &'k CodeBlockKind<'_>) -> &'k str {
    match kind {
        CodeBlockKind::Indented => "",
        CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or_default(),
    }
}

fn block(language: &str, code: &str) -> Event<'static> {
    let class =
        if language.is_empty() { String::new() } else { format!(" class=\"language-{}\"", escape(language)) };
    let code = highlight::html(code, language);
    // Code may be wider than the page: the keyboard can scroll only what has the focus.
    Event::Html(format!("<pre tabindex=\"0\"><code{class}>{code}</code></pre>\n").into())
}

fn safe(event: Event<'_>) -> Option<Event<'_>> {
    match event {
        // Shown as it is written.
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::HtmlBlock | Tag::Image { .. }) | Event::End(TagEnd::HtmlBlock | TagEnd::Image) => {
            None
        }
        Event::Start(Tag::Heading { level, id, .. }) => {
            let (level, classes, attrs) = (below(level), Vec::new(), Vec::new());
            Some(Event::Start(Tag::Heading { level, id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(below(level)))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_harmless(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        event => Some(event),
    }
}

fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// Whether an address is a web address or a relative one.
fn is_harmless(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.split_once(':') {
        Some((scheme, _)) => matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto"),
        None => true,
    }
}
