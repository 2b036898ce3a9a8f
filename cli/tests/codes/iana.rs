//! `codes import` of IANA's registries.

use std::fs;
use std::path::Path;

use crate::{TABLES, codes, copies, expect, expect_changed};

#[test]
fn registries() {
    expect("iana-list", codes("import ../import/page.xml"));
    expect("iana-states", codes("import ../import/page.xml --registry teapot-states"));
    let mut by_title = codes("import ../import/page.xml --registry");
    by_title.arg("Teapot errors");
    expect("iana-errors", by_title);
    expect("iana-classes", codes("import ../import/page.xml --registry teapot-classes"));
}

#[test]
fn what_makes_no_table() {
    expect("iana-names", codes("import ../import/page.xml --registry teapot-names"));
    expect("iana-brands", codes("import ../import/page.xml --registry teapot-brands"));
    expect("iana-unknown", codes("import ../import/page.xml --registry coffee"));
}

/// Keys that people wrote or that the file lacks do not change, and a second run changes nothing.
#[test]
fn into_a_table() {
    let files = ["../import/kept.toml", "../import/page.xml", "../import/page-later.xml"];
    let folder = copies("iana-into", &files);
    let into = |file: &str| format!("import {file} --registry teapot-states kept.toml");
    expect_changed("iana-into", &folder, &into("page.xml"), &["kept.toml"]);
    expect_changed("iana-into-later", &folder, &into("page-later.xml"), &["kept.toml"]);
    expect_changed("iana-into-again", &folder, &into("page-later.xml"), &[]);
}

/// Nothing that a file refers to is opened or expanded.
#[test]
fn no_xml() {
    for name in ["entity", "doctype", "unclosed", "deep", "nothing", "empty"] {
        expect(&format!("iana-{name}"), codes(&format!("import ../import/{name}.xml")));
    }
}

/// Duplicates and unusable records are refused until the import is told what to do with them.
#[test]
fn on_request() {
    expect("iana-lost", codes("import ../import/odd.xml --registry shared"));
    expect("iana-duplicate", codes("import ../import/odd.xml --registry shared --skip LOST"));
    expect("iana-merged", codes("import ../import/odd.xml --registry shared --skip LOST --merge 16"));
    expect("iana-skip-nothing", codes("import ../import/odd.xml --registry shared --skip FOUND"));
    // A value has several notations, an id counts more than a title, and notes keep their paragraphs.
    expect("iana-merged-hexadecimal", codes("import ../import/notations.xml --registry merged --merge 16"));
    let pairs = codes("import ../import/notations.xml --registry pairs").output().unwrap();
    assert!(String::from_utf8(pairs.stdout).unwrap().contains("pairs in full"));
    expect("iana-mixed", codes("import ../import/odd.xml --registry mixed"));
    expect("iana-mixed-skip", codes("import ../import/odd.xml --registry mixed --skip any"));
}

/// A record that only repeats another one becomes a note, and an empty one is left out; both are reported.
#[test]
fn reported() {
    expect("iana-repeated", codes("import ../import/registries.xml --registry methods-events"));
    expect("iana-unassigned", codes("import ../import/registries.xml --registry ipv6-parameters-2"));
}

/// Other columns become properties or are reported; persons never appear.
#[test]
fn columns() {
    expect("iana-columns", codes("import ../import/odd.xml --registry columns"));
    expect(
        "iana-columns-named",
        codes("import ../import/odd.xml --registry columns --column value=mask --column symbol=short"),
    );
    expect("iana-columns-unknown", codes("import ../import/odd.xml --registry columns --column value=masc"));
}

#[test]
fn all_registries() {
    expect("iana-all", codes("import ../import/odd.xml --all"));
}

/// Registrations split an unassigned range. The rows stay in order, and each part has the translations of the whole.
#[test]
fn registrations_split_ranges() {
    let record = |value: &str, name: &str| {
        format!("<record><value>{value}</value><description>{name}</description></record>\n")
    };
    for (name, registered) in [
        ("first", vec![("1016", "Slow down"), ("1017-2999", "Unassigned")]),
        ("inside", vec![("1016-1099", "Unassigned"), ("1100", "Slow down"), ("1101-2999", "Unassigned")]),
        ("range", vec![("1016-1999", "Unassigned"), ("2000-2099", "Games"), ("2100-2999", "Unassigned")]),
    ] {
        let records: String = registered.into_iter().map(|(value, name)| record(value, name)).collect();
        let page = format!(
            "<registry xmlns=\"http://www.iana.org/assignments\" id=\"grown\"><registry id=\"grown-1\">\n\
             <title>Close codes</title>\n{}{records}{}</registry></registry>\n",
            record("1000", "Normal"),
            record("3000-3999", "Libraries"),
        );
        let folder = copies(&format!("iana-split-{name}"), &["../import/grown.toml"]);
        fs::write(folder.join("page.xml"), page).unwrap();
        let import = "import page.xml --registry grown-1 grown.toml";
        expect_changed(&format!("iana-split-{name}"), &folder, import, &["grown.toml"]);
        fs::copy(folder.join("grown.toml"), folder.join("new.toml")).unwrap();
        copies(&format!("iana-split-{name}-old"), &["../import/grown.toml"]);
        let old = format!("../iana-split-{name}-old/grown.toml");
        let diff = format!("diff {old} new.toml --non-exhaustive --allow minor");
        expect_changed(&format!("iana-split-{name}-diff"), &folder, &diff, &[]);
    }
}

/// An error in a later page leaves no tables of the earlier ones.
#[test]
fn all_pages_or_none() {
    let folder = copies("iana-or-none", &[]);
    let (pages, out) = (folder.join("pages"), folder.join("out"));
    fs::create_dir_all(&pages).unwrap();
    fs::create_dir_all(&out).unwrap();
    fs::copy(Path::new(TABLES).join("../import/page.xml"), pages.join("a.xml")).unwrap();
    let import = || codes("import --all").arg(&pages).arg("--output").arg(&out).output().unwrap();
    let written = || fs::read_dir(&out).unwrap().count();
    fs::write(pages.join("b.xml"), "<x").unwrap();
    assert_eq!((import().status.code(), written()), (Some(2), 0));
    fs::remove_file(pages.join("b.xml")).unwrap();
    import();
    let count = written();
    assert!(count > 1, "{count}");
    // The last of the tables exists already.
    let last = fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()).max().unwrap();
    for entry in fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().path()).filter(|path| *path != last) {
        fs::remove_file(entry).unwrap();
    }
    assert_eq!((import().status.code(), written()), (Some(2), 1));
}

/// Registries without an id are named by their titles, and every table has a file of its own, even where the case of names
/// is ignored. Reports have the same names.
#[test]
fn registries_without_ids() {
    let folder = copies("iana-without-ids", &[]);
    let registry = |title: &str, value: &str| {
        let record = format!("<record><value>{value}</value><name>x</name></record>");
        format!("<registry><title>{title}</title>{record}{record}</registry>")
    };
    let registries: String = [("Odd one", "1"), ("Odd one", ""), ("Odd One", "2")]
        .map(|(title, value)| registry(title, value))
        .concat();
    fs::write(folder.join("page.xml"), format!("<registry><title>Page</title>{registries}</registry>"))
        .unwrap();
    expect_changed(
        "iana-without-ids",
        &folder,
        "import page.xml --all --output .",
        &["Odd-one.toml", "Odd-One-3.toml"],
    );
    expect_changed("iana-all-title", &folder, "import page.xml --all --title Odd", &[]);
    expect_changed("iana-all-format", &folder, "import page.xml --all --from csv", &[]);
}
