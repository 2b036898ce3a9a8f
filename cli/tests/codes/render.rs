//! `codes render`

use std::env;
use std::fs;
use std::mem::replace;
use std::path::Path;

use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::{codes, compare, copies, expect};

/// The documents rendered from the close codes, and their options.
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

/// Every form of a page names the numbers of parts.
#[test]
fn parts_of_values() {
    let table = "../../../tests/tables/result-parts.toml";
    let markdown = rendered(&format!("render {table} --format markdown --language it"));
    assert!(
        markdown.contains("- `severity`: 1 Errore\n- `facility`: 7 Windows\n- `code`: 5\n"),
        "{markdown}"
    );
    let html = rendered(&format!("render {table} --format html"));
    let facility = "<dt><code>facility</code></dt><dd>7 <span class=\"\" data-t>Windows</span></dd>";
    assert!(html.contains(facility), "{html}");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site-of-parts");
    let output = codes(&format!("render {table} --format site --output")).arg(&folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = fs::read_to_string(folder.join("it/0x80070005/index.html")).unwrap();
    assert!(page.contains("<dt><code>severity</code></dt><dd>1 <span>Errore</span></dd>"), "{page}");
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

/// For a reader of Markdown, texts contain no markup and no links.
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

/// Backticks enclose code, which no context changes: not the cell of a table, nor other code next to it.
#[test]
fn code_in_markdown() {
    const NAME: &str = "`a|b` `<c>``\\\\` ` d ` `` `_e";
    let folder = copies("render-code", &["markup.toml"]);
    let table = fs::read_to_string(folder.join("markup.toml")).unwrap();
    let name = format!("symbol = \"SLASH\"\nname.en = \"{NAME}\"");
    fs::write(folder.join("markup.toml"), table.replace("symbol = \"SLASH\"", &name)).unwrap();
    let mut command = codes("render markup.toml --format markdown");
    let markdown = String::from_utf8(command.current_dir(&folder).output().unwrap().stdout).unwrap();
    let row = markdown.lines().find(|line| line.contains("| `SLASH` |")).unwrap();
    let (cell, table) = (row.split("| `SLASH` |").nth(1).unwrap(), "| | | | |\n|---|---|---|---|\n");
    let mut html = String::new();
    pulldown_cmark::html::push_html(
        &mut html,
        Parser::new_ext(&format!("{table}|{cell}"), Options::ENABLE_TABLES),
    );
    let code = "<code>a|b</code> <code>&lt;c&gt;</code><!-- --><code>\\</code> <code> d </code> `` `_e";
    assert!(html.contains(code), "{html}");
}

/// All texts, none of which is markup or something that GitHub would turn into a link.
pub(crate) fn texts_of_markdown(markdown: &str) -> String {
    let (mut texts, mut begun) = (String::new(), 0);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
    for event in Parser::new_ext(markdown, options) {
        if !matches!(event, Event::Text(_)) {
            assert_no_link(&texts[replace(&mut begun, texts.len())..]);
        }
        match event {
            Event::InlineHtml(html) => {
                let is_own = html.starts_with("<a id=\"")
                    || matches!(&*html, "</a>" | "<!-- -->" | "<code>" | "</code>");
                assert!(is_own, "{html}");
            }
            Event::Html(html) => assert!(html.starts_with("<!-- Generated by"), "{html}"),
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
            Event::Text(text) => texts.push_str(&text),
            Event::Code(code) => texts.push_str(&format!("`{code}`")),
            Event::SoftBreak | Event::HardBreak => texts.push('\n'),
            _ => {}
        }
    }
    texts
}

/// Except in an intended link.
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

/// All placeholders of the template are replaced, with words in both languages.
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

/// Output does not depend on the environment's language.
#[test]
fn environment_does_not_matter() {
    let mut command = codes("render loader.toml --format markdown");
    let output = command.env("LANG", "it_IT.UTF-8").output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), rendered("render loader.toml --format markdown"));
}

#[test]
fn stale() {
    expect("render-no-output", codes("render loader.toml --format csv --output no-such.csv --check"));
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

/// The parts made from the table, without the style and the script.
fn body(page: &str) -> String {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (body, _) = rest.rsplit_once("<script>").unwrap();
    let head =
        head.lines().filter(|line| !line.contains("Content-Security-Policy")).collect::<Vec<_>>().join("\n");
    head + body
}

/// Where a value without a row has a text, the labels around it are in the same language.
#[test]
fn labels_speak_the_languages_of_unlisted_values() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(folder.join("labels.toml")).unwrap();
    let file = |path: &str| fs::read_to_string(folder.join(path)).map_err(|error| error.to_string());
    let labels = code_registry_table::read("labels.toml", &text, &mut { file }).table;
    let english = code_registry_table::unlisted("en");
    let translated =
        labels.languages.iter().filter(|language| code_registry_table::unlisted(&language.tag) != english);
    assert_eq!(translated.count() + 1, labels.languages.len());
    assert!(labels.languages.len() > 20);
}

/// Tables in the shapes of real registries are pages in both languages, and files for translators.
#[test]
fn tables_of_real_shapes() {
    for (name, text) in [
        ("sense", "guasto diagnostico del componente {ascq}"),
        ("facility-results", "0x80070005"),
        ("alarms", "Sostituire il filtro, quindi controllare la pompa."),
        ("decline-words", "auth/email-already-in-use"),
    ] {
        for command in ["render --format html", "translate export --format po"] {
            let mut run = codes(&format!("{command} --language it ../../../tests/tables/{name}.toml"));
            let output = run.output().unwrap();
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
            let shown = String::from_utf8(output.stdout).unwrap().replace('\\', "");
            assert!(shown.contains(text), "{name}: {shown}");
        }
    }
}
