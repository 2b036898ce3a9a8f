//! `codes import` of spreadsheets.

use crate::{codes, copies, expect, expect_changed};

const MAPPING: &str =
    "--column value=Code --column name.en=Meaning --column name.it=Significato --column status=State";

/// Headings are keys in any case, and only a language makes a column of texts.
#[test]
fn headings() {
    expect("csv-headings", codes("import ../import/headings.csv"));
    expect("csv-no-language", codes("import ../import/no-language.csv"));
}

/// Headings as people write them become names of columns, and a row without a status has that of its name.
#[test]
fn headings_of_people() {
    let folder = copies("csv-people", &[]);
    let sheet = "sep=;\nValue;Name.en;Status;Cause.en;Cause.it;Retry after;retry.max;;\n\
                 2.01;Created;;c;c;1;2\n2.06 to 2.30;Reserved;;;;;\n2.05;Content;Obsolete;;;3;4\n";
    std::fs::write(folder.join("sheet.csv"), sheet).unwrap();
    expect_changed("csv-people", &folder, "import sheet.csv", &[]);
}

#[test]
fn mapped() {
    let more = "--column retryable=Retry --column weight=Weight --column team=Note --column reference=See --title Sheet";
    expect("csv-mapped", codes(&format!("import ../import/sheet.csv {MAPPING} {more}")));
}

#[test]
fn columns_called_as_keys() {
    expect("csv-keys", codes("import ../import/keys.tsv"));
}

#[test]
fn columns_that_are_not_there() {
    expect("csv-no-value", codes("import ../import/sheet.csv"));
    expect("csv-no-column", codes("import ../import/sheet.csv --column value=Cod"));
    expect("csv-no-mapping", codes("import ../import/sheet.csv --column value"));
    expect("csv-no-cell", codes("import ../import/sheet.csv --column value=Weight"));
}

/// Cells that a wrong quote or comma would swallow are reported; empty cells at the end are ignored.
#[test]
fn swallowed() {
    let folder = copies("csv-swallowed", &[]);
    let write = |file: &str, text: &str| std::fs::write(folder.join(file), text).unwrap();
    write("quote.csv", "value,name.en\n1,\"One \"\"1\"\"\"\n2,\"Two\n3,Three\n");
    expect_changed("csv-quote-open", &folder, "import quote.csv", &[]);
    write("cells.csv", "value,name.en\n1,One\n2,Two, or a pair\n");
    expect_changed("csv-more-cells", &folder, "import cells.csv", &[]);
    write("good.csv", "value,name.en\n1,5\" disk,,\n2,\"Two\nlines\"\n");
    expect_changed("csv-quotes-good", &folder, "import good.csv", &[]);
}

/// Nothing disappears silently: columns that are not named or have no heading, two columns with one key, merged rows that
/// differ, a range among texts, and a file without headings are reported.
#[test]
fn reported() {
    let folder = copies("csv-reported", &[]);
    let write = |file: &str, text: &str| std::fs::write(folder.join(file), text).unwrap();
    write("left-out.csv", "Code;Text;Retry after;Empty\n1;One;5;\n2;\"Two\r\nlines\";;\n");
    let mapping = "--column value=Code --column description.en=Text";
    expect_changed("csv-left-out", &folder, &format!("import left-out.csv {mapping}"), &[]);
    write("unnamed.csv", ",value,,name.en,,symbol\nx,1,,One,y,A\n");
    expect_changed("csv-unnamed-columns", &folder, "import unnamed.csv", &[]);
    write("same.csv", "value,Name,name.en\n1,One,Two\n");
    expect_changed("csv-same-columns", &folder, "import same.csv", &[]);
    write(
        "merged.csv",
        "value,name.en,name.it,since,description.en\n1,One,Uno,1.0,Text\n0x1,First,Primo,1.1,Text\n\
         1,One,Uno,,Other\n1,First,,,More\n1,First,First,,\n",
    );
    expect_changed("csv-merged", &folder, "import merged.csv --merge 1", &[]);
    let words = "value,symbol,name.en\na/b,FOO,One\nlong-enough-for-a-word,LONG,Two\na/b,BAR,Uno\na/b,,Eins\na/b,FOO,Un\n";
    write("words.csv", words);
    expect_changed("csv-merged-words", &folder, "import words.csv --merge a/b", &[]);
    write("texts.csv", "value,name.en\n42P01,One\n43000-43ZZZ,Two\n");
    expect_changed("csv-range-of-texts", &folder, "import texts.csv", &[]);
    write("empty.csv", "\n");
    expect_changed("csv-no-headings", &folder, "import empty.csv", &[]);
    expect_changed("csv-no-effect", &folder, "import merged.csv --registry x", &[]);
}

/// Texts and words with a hyphen are not ranges, even among texts of the same length as their parts.
#[test]
fn hyphens() {
    let folder = copies("csv-hyphens", &[]);
    for values in [["CAD", "CHF", "CAD-CHF"], ["AB1", "AB1-AB2", "long-enough-for-a-word"]] {
        let rows: String = values.iter().map(|value| format!("{value},Text of {value}\n")).collect();
        std::fs::write(folder.join("texts.csv"), format!("value,name.en\n{rows}")).unwrap();
        let output = codes("import texts.csv").current_dir(&folder).output().unwrap();
        let table = String::from_utf8_lossy(&output.stdout);
        assert!(values.iter().all(|value| table.contains(&format!("[code.{value}]\n"))), "{output:?}");
    }
}

/// An error names the line that it comes from.
#[test]
fn mistakes() {
    expect("csv-mistakes", codes("import ../import/bad.csv"));
}

#[test]
fn into_a_table() {
    let folder = copies("csv-into", &["../import/sheet.csv", "../import/sheet-later.csv"]);
    expect_changed("csv-new", &folder, &format!("import sheet.csv {MAPPING} --output codes.toml"), &[]);
    let later = format!("import sheet-later.csv {MAPPING} codes.toml");
    expect_changed("csv-into", &folder, &later, &["codes.toml"]);
}

/// Rows are matched by symbol even if the values differ.
#[test]
fn renumbered() {
    let folder = copies("csv-renumbered", &["signed.toml"]);
    std::fs::write(folder.join("new.csv"), "value,symbol,name.it\n-6,FAILED,Fallito del tutto\n").unwrap();
    expect_changed("csv-renumbered", &folder, "import new.csv signed.toml", &["signed.toml"]);
    std::fs::write(folder.join("texts.csv"), "value,symbol,name.it\nA1,A,a\n").unwrap();
    expect_changed("csv-other-values", &folder, "import texts.csv signed.toml", &[]);
}

/// Texts are written to the file of their language, where a row is renumbered too.
#[test]
fn into_language_files() {
    let folder = copies("csv-split", &["diff/old.toml", "diff/it.toml"]);
    let rows = "value,symbol,name.en,name.it\n2007,CFG_OLD,Old,Antico\n2008,CFG_NEW,New,Nuovo\n";
    std::fs::write(folder.join("new.csv"), rows).unwrap();
    expect_changed("csv-split", &folder, "import new.csv old.toml", &["old.toml", "it.toml"]);
}

/// Texts that a spreadsheet would execute: every sign, after white space, `'` and quotes, and with other separators.
const FORMULAS: [&str; 31] = [
    "=1+1",
    "+1 file",
    "-x: verbose",
    "@{at} it is",
    "\t1",
    "\n1",
    "\t=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠1",
    "'=1+1",
    "''-x' is an option",
    " =1",
    "\u{a0}=1",
    "\u{3000}'＝1",
    "a;=1+1;b",
    "a; =1+1",
    "a;'=1+1",
    "a;'",
    "a;\"=1\"",
    "a;\u{a0}@b;c",
    "a\t=1+1\tb",
    "a\n-1\n\n+1\n'b",
    "a;;=1",
    "\";=1;\"",
    "\t;=1",
    "a, =1, 'b'",
    "a;b",
    "'a'",
];

/// No cell begins a formula, whatever the separator is, and reading returns what was written.
#[test]
fn texts_are_no_formulas() {
    let folder = copies("csv-formulas", &[]);
    let mut table =
        "[registry]\ntitle.en = \"T\"\ntitle.it = \"T\"\nrepr = \"i8\"\nlanguages = [\"en\", \"it\"]\n"
            .to_owned();
    for (number, text) in (-4..).zip(FORMULAS) {
        let written = format!(
            "[code.\"{number}\"]\nsymbol = \"A{}\"\nname.en = {text}\nname.it = {text}\n",
            number + 4,
            text = toml(text)
        );
        table += &written;
    }
    std::fs::write(folder.join("codes.toml"), &table).unwrap();
    let run = |words: &str| {
        let output = codes(words).current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    run("translate export --language it --format csv --output it.csv");
    let exported = std::fs::read_to_string(folder.join("it.csv")).unwrap();
    let listed = run("list --format csv");
    for cell in
        [cells(&exported, ','), cells(&listed, ','), cells(&exported, ';'), cells(&exported, '\t')].concat()
    {
        assert!(cell.parse::<i8>().is_ok() || !is_formula(&cell), "{cell:?} of\n{exported}");
    }
    run("translate import it.csv");
    assert_eq!(std::fs::read_to_string(folder.join("codes.toml")).unwrap(), table);
    std::fs::write(folder.join("rows.csv"), &listed).unwrap();
    run("import rows.csv --column value=first --column name.en=name --output new.toml");
    let names = |listed: &str| cells(listed, ',').into_iter().skip(8).step_by(11).collect::<Vec<_>>();
    assert_eq!(names(&run("list --format csv new.toml")), names(&listed));
}

/// A cell that contains any known separator is quoted.
#[test]
fn separators_are_in_quotes() {
    let folder = copies("csv-separators", &[]);
    let table = "[registry]\ntitle.en = \"T\"\nrepr = \"u8\"\nlanguages = [\"en\"]\n[code.1]\nsymbol = \"A\"\nname.en = \"a;b\"\n[code.2]\nsymbol = \"B\"\nname.en = \"a\\tb\"\n";
    std::fs::write(folder.join("codes.toml"), table).unwrap();
    let output = codes("list --format csv").current_dir(&folder).output().unwrap();
    let listed = String::from_utf8(output.stdout).unwrap();
    assert!(listed.contains(",\"a;b\",") && listed.contains(",\"a\tb\","), "{listed}");
}

/// A text as written in the tables of this test.
fn toml(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\\\"").replace('\t', "\\t").replace('\n', "\\n"))
}

/// All cells, split at this separator.
fn cells(file: &str, separator: char) -> Vec<String> {
    let separator = u8::try_from(separator).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(file.as_bytes());
    reader
        .records()
        .flat_map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
        .collect()
}

fn is_formula(cell: &str) -> bool {
    let begins = |text: &str| text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    cell.starts_with(['\t', '\r', '\n'])
        || begins(cell.trim_start())
        || begins(cell.trim_start_matches(['"', ' ']))
}

/// A separator line, comments, blank rows, and the notations of IANA's pages.
#[test]
fn notations() {
    expect("csv-pairs", codes("import ../import/pairs.csv"));
}
