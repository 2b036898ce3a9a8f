//! Large tables: everything is reported. A quadratic algorithm would stop these tests for minutes; `cargo run --release
//! -p hostile --bin scale` prints the times.

use std::fmt::Write as _;

use code_registry_table::{MOST_FILE_BYTES, Reading, Rule, Severity};

const HEAD: &str =
    "[registry]\ntitle = { en = \"T\", it = \"T\" }\nrepr = \"u32\"\nlanguages = [\"en\", \"it\"]\n";

#[test]
fn a_thousand_errors_in_ten_thousand_rows() {
    let mut text = HEAD.to_owned();
    for code in 0..10_000 {
        let message = if code % 10 == 7 { "lone { brace" } else { "cannot find {path}" };
        let _ = writeln!(text, "[code.{code}]\nsymbol = \"CODE_{code}\"");
        let _ = writeln!(text, "message.en = \"cannot open {{path}}\"\nmessage.it = \"{message}\"");
    }
    let reading = read(&text);
    assert_eq!(reading.diagnostics.len(), 1_000);
    assert_eq!(reading.table.rows.len(), 10_000);
}

#[test]
fn the_same_row_ten_thousand_times() {
    let row = "[code.1]\nsymbol = \"A\"\nname.en = \"n\"\nname.it = \"n\"\n";
    let reading = read(&format!("{HEAD}{}", row.repeat(10_000)));
    assert_eq!(reading.diagnostics.len(), 9_999);
    assert_eq!(reading.table.rows.len(), 1);
}

#[test]
fn the_same_key_twenty_thousand_times() {
    let row = "[code.1]\nsymbol = \"A\"\nname.en = \"n\"\nname.it = \"n\"\n";
    let reading = read(&format!("{HEAD}{row}{}", "since = \"1\"\n".repeat(20_000)));
    assert_eq!(reading.diagnostics.len(), 19_999);
    let reading = read(&format!("{HEAD}{row}args = {{ {} }}", "a = \"text\", ".repeat(20_000)));
    assert_eq!(reading.diagnostics.len(), 19_999);
}

#[test]
fn ten_thousand_keys_twice() {
    let keys: String = (0..10_000).map(|key| format!("a{key} = \"text\"\n")).collect();
    let reading = read(&format!("{HEAD}[code.1]\nsymbol = \"A\"\n[code.1.args]\n{keys}{keys}"));
    assert_eq!(reading.diagnostics.iter().filter(|report| report.rule == Rule::DuplicateKey).count(), 10_000);
}

#[test]
fn a_row_of_twenty_thousand_columns_and_as_many_unknown_keys() {
    let lines = |line: &dyn Fn(usize) -> String| (0..20_000).map(line).collect::<String>();
    let columns = lines(&|at| format!("[property.p{at}]\ntype = \"bool\"\n"));
    let row = "[code.1]\nsymbol = \"A\"\nname.en = \"n\"\nname.it = \"n\"\n";
    let (values, unknown) = (
        lines(&|at| format!("p{at} = true\n")),
        lines(&|at| format!("no_column_of_this_table_is_called_{at} = true\n")),
    );
    let reading = read(&format!("{HEAD}{columns}{row}{values}{unknown}"));
    assert_eq!(reading.diagnostics.len(), 20_000);
    assert_eq!(reading.table.rows[0].properties.iter().flatten().count(), 20_000);
}

#[test]
fn a_range_of_half_a_million_dashes() {
    let range =
        format!("[range.{}]\nsymbol = \"A\"\nname.en = \"n\"\nname.it = \"n\"\n", "1-".repeat(500_000));
    assert_eq!(read(&format!("{HEAD}{range}")).diagnostics.len(), 1);
}

#[test]
fn the_same_value_two_thousand_times() {
    let row = |at: usize| {
        format!("[code.0x{}1]\nsymbol = \"A{at}\"\nname.en = \"n\"\nname.it = \"n\"\n", "0".repeat(at))
    };
    let reading = read(&format!("{HEAD}{}", (0..2_000).map(row).collect::<String>()));
    assert_eq!(reading.diagnostics.len(), 1_999);
}

#[test]
fn a_thousand_ranges_inside_each_other() {
    let reading = read(&ranges(1_000, |at| (at, 10_000 - at)));
    assert!(reading.diagnostics.is_empty());
    assert_eq!(reading.table.segments.len(), 1_999);
    assert_eq!(reading.table.row_of(9_500).unwrap().symbol, "RANGE_500");
}

#[test]
fn ten_thousand_ranges() {
    let reading = read(&ranges(10_000, |at| (at * 10, at * 10 + 9)));
    assert!(reading.diagnostics.is_empty());
    assert_eq!(reading.table.segments.len(), 10_000);
}

#[test]
fn ten_thousand_ranges_that_all_overlap() {
    let reading = read(&ranges(10_000, |at| (at, at + 20_000)));
    assert!(reading.diagnostics.iter().all(|diagnostic| diagnostic.severity == Severity::Error));
    assert!((9_999..=4 * 9_999).contains(&reading.diagnostics.len()));
}

#[test]
fn only_the_first_20_000_errors_of_a_rule_are_reported() {
    let row = |at: usize| {
        format!("[code.{at}]\nsymbol = \"A{at}\"\nname.en = \"n\"\nname.it = \"n\"\ncolour = 1\n")
    };
    let reading = read(&format!("{HEAD}{}", (0..20_100).map(row).collect::<String>()));
    assert_eq!(reading.diagnostics.len(), 20_001);
    assert!(reading.diagnostics.iter().all(|found| found.rule == Rule::UnknownKey));
    assert_eq!(reading.diagnostics[20_000].message, "this rule is broken more than 20000 times");
}

/// The title is one of the texts, and each counts in every language.
#[test]
fn one_text_more_than_there_is_room_for() {
    let tags: Vec<String> = (0..1_000).map(|at| format!("en-{at:03}")).collect();
    let drafts: String =
        tags[1..].iter().map(|tag| format!("[language.{tag}]\npolicy = \"draft\"\n")).collect();
    let first = &tags[0];
    let row = |at: usize| format!("[code.{at}]\nsymbol = \"A{at}\"\nname.{first} = \"n\"\n");
    let reading = |rows: usize| {
        let head = format!("[registry]\ntitle.{first} = \"T\"\nrepr = \"u32\"\nlanguages = {tags:?}\n");
        read(&format!("{head}{drafts}{}", (1..=rows).map(row).collect::<String>()))
    };
    assert_eq!(reading(3_999).diagnostics.len(), 0);
    let refused = reading(4_001);
    assert_eq!((rules(&refused), refused.table.rows.len()), (vec![Rule::TooLarge], 4_001));
}

#[test]
fn more_values_than_there_is_room_for() {
    let columns: String = (0..2_000).map(|at| format!("[property.p{at}]\ntype = \"u8\"\n")).collect();
    let row = |at: usize| format!("[code.{at}]\nsymbol = \"A{at}\"\nname.en = \"n\"\nname.it = \"n\"\n");
    let reading = |rows: usize| read(&format!("{HEAD}{columns}{}", (0..rows).map(row).collect::<String>()));
    assert_eq!(reading(2_000).diagnostics.len(), 0);
    let refused = reading(2_001);
    assert_eq!((rules(&refused), refused.table.properties.len()), (vec![Rule::TooLarge], 0));
}

#[test]
fn nothing_is_read_after_too_many_errors() {
    let row = "[code.1]\nsymbol = \"A\"\nname.en = \"n\"\nname.it = \"n\"\n";
    let reading = read(&format!("{HEAD}{row}{}{row}", "=\n".repeat(1_000_000)));
    let (last, syntax) = reading.diagnostics.split_last().unwrap();
    assert_eq!((last.rule, reading.table.rows.len()), (Rule::TooLarge, 1));
    assert!(syntax.len() == 20_001 && syntax.iter().all(|found| found.rule == Rule::Syntax));
}

/// A file is searched in pieces, and none begins inside a text.
#[test]
fn texts_that_look_like_broken_lines_have_no_errors() {
    let text = "=\n".repeat(32_000);
    let row = |at: usize| {
        let names = "name = { en = \"n\", it = \"n\" }\nhelp.it = \"n\"";
        format!("[code.{at}]\nsymbol = \"A{at}\"\n{names}\nhelp.en = \"\"\"\n{text}\"\"\"\n")
    };
    let rows: String = (0..40).map(row).collect();
    let reading = read(&format!("{HEAD}{rows}since = 1\nsince = 1\n"));
    assert_eq!(rules(&reading), [Rule::WrongType, Rule::DuplicateKey]);
}

#[test]
fn no_value_has_more_bytes_than_anybody_writes() {
    let row = "[code.1]\nsymbol = \"A\"\nname = { en = \"n\", it = \"n\" }\n";
    let reading = |bytes: usize| {
        let text = "x".repeat(bytes - "help.en = ''".len());
        rules(&read(&format!("{HEAD}{row}help.en = '{text}'\nsince = 1\nsince = 1\n")))
    };
    assert_eq!(reading(4 << 20), [Rule::TextTooLong, Rule::WrongType, Rule::DuplicateKey]);
    assert_eq!(reading((4 << 20) + 1), [Rule::TooLarge]);
}

#[test]
fn ten_thousand_headers_that_are_not_closed() {
    let reading = read(&format!("{HEAD}{}", "[[x\n".repeat(10_000)));
    assert!(reading.diagnostics.iter().all(|found| found.rule == Rule::Syntax));
}

#[test]
fn a_file_that_is_too_large() {
    let reading = read(&format!("{HEAD}{}", "# comment\n".repeat(MOST_FILE_BYTES / 10)));
    assert_eq!(rules(&reading), [Rule::TooLarge]);
}

#[test]
fn escapes_before_twenty_thousand_arguments() {
    let row = format!("[code.1]\nsymbol = \"A\"\nmessage.en = \"\\t{}\"\n", "{a}".repeat(20_000));
    let reading = read(&format!("{HEAD}{row}"));
    assert_eq!(reading.diagnostics[0].rule, Rule::MissingText);
}

fn ranges(count: usize, bounds: impl Fn(usize) -> (usize, usize)) -> String {
    let mut text = HEAD.to_owned();
    for at in 0..count {
        let (first, last) = bounds(at);
        let _ = writeln!(
            text,
            "[range.{first}-{last}]\nsymbol = \"RANGE_{at}\"\nname.en = \"n\"\nname.it = \"n\""
        );
    }
    text
}

fn rules(reading: &Reading) -> Vec<Rule> {
    reading.diagnostics.iter().map(|found| found.rule).collect()
}

/// Reads and reports.
fn read(text: &str) -> Reading {
    let reading = code_registry_table::read("codes.toml", text, &mut |_| unreachable!());
    crate::rendered(&reading);
    reading
}
