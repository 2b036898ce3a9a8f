//! `codes render --format site`

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::{codes, compare};

/// Renders a table into an empty folder.
fn site(name: &str, table: &str) -> PathBuf {
    let folder = crate::copies(&format!("site-{name}"), &[]).join("site");
    let mut command = codes(&format!("render {table} --format site"));
    let output = command.arg("--output").arg(&folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    folder
}

/// The files below a folder, as paths with `/`.
fn files(folder: &Path) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found
}

/// The values of an attribute, without entities.
fn attributes<'h>(html: &'h str, name: &str) -> impl Iterator<Item = String> + use<'h> {
    let start = format!(" {name}=\"");
    html.split(&*start)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().replace("&amp;", "&"))
        .collect::<Vec<_>>()
        .into_iter()
}

fn decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(part[2..].bytes());
    }
    String::from_utf8(bytes).unwrap()
}

/// The file that a link leads to, and its fragment.
fn target(page: &str, link: &str) -> (String, String) {
    let (path, fragment) = link.split_once('#').unwrap_or((link, ""));
    if path.is_empty() {
        return (page.to_owned(), decoded(fragment));
    }
    let mut segments: Vec<String> = page.split('/').map(str::to_owned).collect();
    segments.pop();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop().expect("the link stays within the site")),
            segment => segments.push(decoded(segment)),
        }
    }
    let path = segments.join("/");
    let file = if link.split('#').next().unwrap().ends_with('/') {
        format!("{path}/index.html").trim_start_matches('/').to_owned()
    } else {
        path
    };
    (file, decoded(fragment))
}

fn check_links(folder: &Path) {
    let files = files(folder);
    let mut checked = 0;
    for page in files.iter().filter(|file| file.ends_with(".html")) {
        let html = fs::read_to_string(folder.join(page)).unwrap();
        // The root of the site on its server.
        let html = html.replace("<base href=", "<base data-href=");
        let links = attributes(&html, "href").chain(attributes(&html, "src"));
        for link in links.filter(|link| !link.starts_with("https://") && !link.starts_with("http://")) {
            let (file, fragment) = target(page, &link);
            assert!(files.contains(&file), "{page}: {link} leads to {file}, which does not exist");
            if !fragment.is_empty() {
                let html = fs::read_to_string(folder.join(&file)).unwrap();
                assert!(attributes(&html, "id").any(|id| id == fragment), "{page}: {link} has no target");
            }
            checked += 1;
        }
    }
    assert!(checked > 50, "{checked} links in {}", folder.display());
}

#[test]
fn links_of_a_site_lead_to_pages() {
    for (name, table) in [
        ("close-codes", "../../../codes.toml"),
        ("loader", "loader.toml"),
        ("right-to-left", "spoken.toml"),
        ("markup", "markup.toml"),
        ("results", "results.toml"),
        ("states", "states.toml"),
    ] {
        check_links(&site(name, table));
    }
}

#[test]
fn page_of_a_row() {
    let html = fs::read_to_string(site("row", "loader.toml").join("it/2001/index.html")).unwrap();
    compare("site-row-it", &html);
}

#[test]
fn texts_do_not_break_out_of_pages() {
    let folder = site("escapes", "markup.toml");
    for file in files(&folder).iter().filter(|file| file.ends_with(".html")) {
        let html = fs::read_to_string(folder.join(file)).unwrap();
        assert_eq!(html.matches("<script").count(), 1, "{file}");
        assert!(!html.contains("alert('"), "{file}");
    }
}

/// The texts between tags and in attributes, except code, and names of documents in links to other sites.
fn texts(html: &str) -> BTreeSet<String> {
    let body = html.split_once("<body").unwrap().1;
    let mut texts = BTreeSet::new();
    let mut hidden = 0;
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split([' ', '>']).next().unwrap();
        match name {
            "code" | "var" => hidden += 1,
            "/code" | "/var" => hidden -= 1,
            "a" if tag.contains("https://") => hidden += 1,
            "/a" => hidden = 0,
            _ => {}
        }
        if hidden == 0 && text.chars().any(char::is_alphabetic) {
            texts.insert(text.trim().to_owned());
        }
    }
    let attributes = ["aria-label", "placeholder", "data-text", "content"].map(|name| attributes(html, name));
    texts.extend(attributes.into_iter().flatten().filter(|text| text.contains(' ') && !text.contains('=')));
    texts
}

#[test]
fn pages_are_in_one_language() {
    let folder = site("languages", "../../../codes.toml");
    let pages: Vec<_> = files(&folder).into_iter().filter(|file| file.starts_with("en/")).collect();
    assert!(pages.len() > 20);
    for page in pages {
        let read = |page: &str| texts(&fs::read_to_string(folder.join(page)).unwrap());
        let (english, italian) = (read(&page), read(&page.replacen("en/", "it/", 1)));
        assert!(english.len() > 3, "{page}: {english:?}");
        // Names, and words that are the same in both.
        let shared = [
            "light dark",
            "RFC 6455",
            "IANA",
            "IANA 2012",
            "IANA 2016",
            "no",
            "en",
            "it",
            "English",
            "Italiano",
        ];
        let common: Vec<_> =
            english.intersection(&italian).filter(|text| !shared.contains(&text.as_str())).collect();
        assert!(common.is_empty(), "{page}: in English and Italian: {common:?}");
    }
}

#[test]
fn code_in_explanations_has_classes() {
    let folder = site("highlight", "../../../codes.toml");
    let page = fs::read_to_string(folder.join("en/1003/index.html")).unwrap();
    for expected in [
        "<span class=\"comment\">// text\n</span>",
        "<span class=\"keyword\">use</span> code_registry::websocket::CloseCode;",
        "Message::binary(vec![<span class=\"number\">1</span>,",
        "reason: <span class=\"string\">&quot;text only&quot;</span>.into()",
    ] {
        let expected = expected.replace("\n</span>", "</span>\n");
        assert!(page.contains(&expected), "{expected} in {page}");
    }
}

/// Without its tags, a code block is the code of the document, whatever it contains.
#[test]
fn code_in_explanations_is_kept() {
    let folder = crate::copies("site-code", &[]);
    let mut blocks = vec![
        "let x: &'static str = \"a \\\" // b\"; let c = '\"'; // it's\n/* a\n b */ 1_000.5 + 1..2 'a '"
            .to_owned(),
        "const t = `a\n${x} b`; // <b> & 'c'\nconst s = 'it\\'s'; \"open\nnext".to_owned(),
        "\\ ' \" ` /* é 🦀 '🦀' \"\\".to_owned(),
    ];
    let explanations = Path::new("../explanations");
    for file in files(explanations) {
        let text = fs::read_to_string(explanations.join(file)).unwrap();
        let code = text.split("\n```").skip(1).step_by(2).filter_map(|block| block.split_once('\n'));
        blocks.extend(code.map(|(_, code)| code.to_owned()));
    }
    assert!(blocks.len() > 100);
    let languages = ["rust", "js", "json", "toml", "sh", "python", "go", "c", "unknown", "rust,ignore"];
    let document: String = languages
        .iter()
        .flat_map(|language| blocks.iter().map(move |code| format!("~~~{language}\n{code}\n~~~\n\n")))
        .collect();
    fs::write(folder.join("text.md"), document).unwrap();
    let table = "[registry]\ntitle.en = \"T\"\nrepr = \"u8\"\nlanguages = [\"en\"]\n\n[code.1]\nsymbol = \"ONE\"\n\
                 name.en = \"One\"\nexplanation.en = { file = \"text.md\" }\n";
    fs::write(folder.join("codes.toml"), table).unwrap();
    let output =
        codes("render codes.toml --format site --output site").current_dir(&folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = files(&folder.join("site")).into_iter().find(|file| file.contains("1/index.html")).unwrap();
    let html = fs::read_to_string(folder.join("site").join(page)).unwrap();
    let shown: Vec<String> = html.split("<pre tabindex=\"0\">").skip(1).map(text_of_block).collect();
    assert_eq!(shown.len(), languages.len() * blocks.len());
    for (at, shown) in shown.iter().enumerate() {
        assert_eq!(shown.trim_end(), blocks[at % blocks.len()].trim_end());
    }
}

/// The text of a code block, without tags and entities.
fn text_of_block(html: &str) -> String {
    let html = html.split("</pre>").next().unwrap();
    let text: String =
        html.split('<').map(|part| part.split_once('>').map_or("", |(_, text)| text)).collect();
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    entities.into_iter().fold(text, |text, (entity, character)| text.replace(entity, character))
}

#[test]
fn a_site_replaces_only_a_site() {
    let folder = crate::copies("site-replaced", &["loader.toml"]);
    let render = |output: &str| {
        let mut command = codes(&format!("render loader.toml --format site --output {output}"));
        command.current_dir(&folder).output().unwrap()
    };
    fs::create_dir(folder.join("own")).unwrap();
    fs::write(folder.join("own/thesis.txt"), "years of work").unwrap();
    let refused = render("own");
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("`own` contains files that are not part of a site"), "{said}");
    assert!(folder.join("own/thesis.txt").is_file());
    assert!(render("site").status.success());
    fs::write(folder.join("site/old.html"), "").unwrap();
    assert!(render("site").status.success());
    assert!(!folder.join("site/old.html").exists());
    assert_eq!(codes("render loader.toml --format site").output().unwrap().status.code(), Some(2));
}

#[test]
fn pages_are_at_the_addresses_of_the_table() {
    let folder = crate::copies("site-addresses", &[]);
    let table = |url: &str| {
        let table = format!(
            "[registry]\ntitle = {{ en = \"Errors\", it = \"Errori\" }}\nrepr = \"u16\"\nlanguages = [\"en\", \"it\"]\n\
             label = \"E{{value:04}}\"\nurl = \"{url}\"\n\n[range.1-9]\nsymbol = \"R\"\nname = {{ en = \"Range\", it = \"Intervallo\" }}\n\n\
             [code.7]\nsymbol = \"SEVEN\"\nname = {{ en = \"Seven\", it = \"Sette\" }}\n"
        );
        fs::write(folder.join("codes.toml"), table).unwrap();
        let mut command = codes("render codes.toml --format site --output site");
        let output = command.current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        files(&folder.join("site"))
    };
    let files = table("https://errors.example.org/{language}/{label}/");
    for file in ["en/E0007/index.html", "it/E0001-E0009/index.html", "it/index.html", "sitemap.xml"] {
        assert!(files.contains(file), "{file} in {files:?}");
    }
    let page = fs::read_to_string(folder.join("site/it/E0007/index.html")).unwrap();
    assert!(
        page.contains("<link rel=\"canonical\" href=\"https://errors.example.org/it/E0007/\">"),
        "{page}"
    );
    let not_found = fs::read_to_string(folder.join("site/404.html")).unwrap();
    assert!(not_found.contains("<base href=\"/\">"), "{not_found}");
    let files = table("https://example.org/errors/{symbol}");
    let not_found = fs::read_to_string(folder.join("site/404.html")).unwrap();
    assert!(not_found.contains("<base href=\"/errors/\">"), "{not_found}");
    for file in ["SEVEN.html", "it/SEVEN.html", "index.html", "it/index.html"] {
        assert!(files.contains(file), "{file} in {files:?}");
    }
}
