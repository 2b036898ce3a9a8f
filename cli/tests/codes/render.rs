//! `codes render`

use std::env;
use std::fs;
use std::mem::replace;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::{codes, compare, expect};

/// What is made from the close codes, and the words that make it.
const MADE: [(&str, &str); 3] = [
    ("close-codes.en.md", "--format markdown --language en"),
    ("close-codes.it.md", "--format markdown --language it"),
    ("close-codes.html", "--format html"),
];

#[test]
fn docs_are_fresh() {
    for (name, words) in MADE {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name);
        let mut command = codes(&format!("render ../../../codes.toml {words}"));
        command.arg("--output").arg(&path);
        if env::var_os("UPDATE_EXPECT").is_none() {
            command.arg("--check");
        }
        let output = command.output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{said}docs/: UPDATE_EXPECT=1 cargo test -p code-registry-cli docs");
    }
}

#[test]
fn markdown() {
    expect("render-markdown", codes("render loader.toml --format markdown"));
}

#[test]
fn markdown_in_italian() {
    expect("render-markdown-it", codes("render loader.toml --format markdown --language it"));
}

#[test]
fn markdown_from_right_to_left() {
    expect("render-markdown-ar", codes("render spoken.toml --format markdown --language ar"));
}

#[test]
fn markdown_of_markup() {
    expect("render-markdown-markup", codes("render markup.toml --format markdown"));
}

/// As a reader of Markdown sees it, a text holds no markup and leads nowhere.
#[test]
fn texts_do_not_break_out_of_markdown() {
    let markdown = rendered("render markup.toml --format markdown");
    let texts = texts_of_markdown(&markdown);
    let table = fs::read_to_string(Path::new(crate::TABLES).join("markup.toml")).unwrap();
    let note = table.split("\"\"\"\n").nth(1).and_then(|rest| rest.split("\"\"\"").next()).unwrap();
    for line in
        note.replace("\\\\", "\\").lines().chain(["<!--<script>alert('description')", "<s>1</s> | *1*"])
    {
        assert!(texts.contains(line.trim()), "`{line}` in\n{texts}");
    }
}

/// Every text, where none is markup. Of what stands together nothing is what GitHub would make a link of.
pub(crate) fn texts_of_markdown(markdown: &str) -> String {
    let (mut texts, mut begun) = (String::new(), 0);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
    for event in Parser::new_ext(markdown, options) {
        if !matches!(event, Event::Text(_)) {
            assert_no_link(&texts[replace(&mut begun, texts.len())..]);
        }
        match event {
            Event::InlineHtml(html) => {
                let is_own = html.starts_with("<a id=\"") || matches!(&*html, "</a>" | "<!-- -->");
                assert!(is_own, "{html}");
            }
            Event::Html(html) => assert!(html.starts_with("<!-- Made by"), "{html}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(
                    dest_url.starts_with('#') || dest_url.starts_with("https://example.org/?"),
                    "{dest_url}"
                );
            }
            Event::Start(Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Strikethrough | Tag::Emphasis) => {
                panic!("{event:?}")
            }
            Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => panic!("{event:?}"),
            Event::Text(text) | Event::Code(text) => texts.push_str(&text),
            Event::SoftBreak | Event::HardBreak => texts.push('\n'),
            _ => {}
        }
    }
    texts
}

/// But of the one that is meant as a link.
#[track_caller]
fn assert_no_link(text: &str) {
    let text = &text.to_lowercase();
    let mentions = text.split_once('@').is_some_and(|(_, whom)| !whom.is_empty());
    let mut behind = ["#", "gh-"].into_iter().flat_map(|mark| text.split(mark).skip(1));
    let is_issue = behind.any(|text| text.starts_with(|first: char| first.is_ascii_digit()));
    let is_link = mentions || is_issue || text.contains("//") || text.contains("www.");
    assert!(!is_link || text == "https://example.org/?a=1&b=2", "{text}");
}

#[test]
fn page() {
    compare("render-page", &body(&rendered("render spoken.toml --format html")));
}

#[test]
fn page_that_begins_in_arabic() {
    compare("render-page-ar", &body(&rendered("render spoken.toml --format html --language ar")));
}

#[test]
fn page_of_markup() {
    compare("render-page-markup", &body(&rendered("render markup.toml --format html")));
}

/// Every place of the template is filled, with words in both languages.
#[test]
fn page_is_complete() {
    let page = rendered("render ../../../codes.toml --format html");
    assert!(!page.contains("{{"));
    for symbol in body(&page).split("data-w=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert_eq!(page.matches(&format!("\"{symbol}\":\"")).count(), 2, "{symbol}");
    }
}

#[test]
fn csv_and_json_are_those_of_lists() {
    for format in ["csv", "json"] {
        let list = rendered(&format!("list loader.toml --format {format} --language it"));
        assert_eq!(rendered(&format!("render loader.toml --format {format} --language it")), list);
    }
}

/// The machine's language is no part of what is made.
#[test]
fn environment_does_not_matter() {
    let mut command = codes("render loader.toml --format markdown");
    let output = command.env("LANG", "it_IT.UTF-8").output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), rendered("render loader.toml --format markdown"));
}

#[test]
fn stale() {
    expect("render-stale", codes("render loader.toml --format csv --output ../import/keys.tsv --check"));
}

#[test]
fn bad_table() {
    expect("render-bad", codes("render bad.toml --format html"));
}

#[test]
fn without_a_format() {
    expect("render-usage", codes("render loader.toml"));
}

#[test]
fn help() {
    expect("help-render", codes("render --help"));
}

fn rendered(words: &str) -> String {
    let output = codes(words).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What is made from the table, without the style and the script.
fn body(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (body, _) = rest.rsplit_once("<script>").unwrap();
    let head =
        head.lines().filter(|line| !line.contains("Content-Security-Policy")).collect::<Vec<_>>().join("\n");
    head + body
}
