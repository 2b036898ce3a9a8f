//! Commands that write files, each with this many rows, columns or entries.

use std::fmt::Write as _;

/// A command and the files that it works on.
pub(crate) struct Job {
    pub(crate) name: &'static str,
    /// How many rows, columns or entries it must be able to process.
    pub(crate) size: usize,
    pub(crate) command: &'static [&'static str],
    /// The names and texts of the files.
    pub(crate) files: fn(usize) -> Files,
}

type Files = Vec<(&'static str, String)>;

const ROWS: usize = 100_000;
const COLUMNS: usize = 64_000;
/// Files with explanations.
const EXPLANATIONS: usize = 10_000;

const ADD: &[&str] = &["add", "NEW", "--name", "New", "--name", "it=Nuovo"];
const NEW: &[&str] = &["import", "new.csv", "--output", "new.toml"];
const INTO: &[&str] = &["import", "new.csv", "codes.toml"];
const TRANSLATE: &[&str] = &["translate", "import", "it.csv", "--language", "it"];

const fn job(
    name: &'static str,
    size: usize,
    command: &'static [&'static str],
    files: fn(usize) -> Files,
) -> Job {
    Job { name, size, command, files }
}

pub(crate) const JOBS: &[Job] = &[
    job("add", ROWS, ADD, |n| vec![table(&sections(0, n))]),
    job("add-to-ranges", ROWS, ADD, |n| {
        let pair = |at| {
            format!("[range.{0}0-{0}9]\nsymbol = \"R{0}\"\nname.en = \"a\"\n", at + 1)
                + &section(10 * at + 10)
        };
        vec![table(&each(n / 2, pair))]
    }),
    job("add-to-inline-table", ROWS, ADD, |n| vec![table(&inline(0, n))]),
    job("add-to-dotted-keys", ROWS, ADD, |n| {
        let row = |at| format!("code.{at}.symbol = \"CODE_{at}\"\ncode.{at}.name.en = \"Name {at}\"\n");
        vec![("codes.toml", each(n, row) + HEAD)]
    }),
    job("add-with-file", ROWS, ADD, |n| {
        let texts = each(n, |at| format!("[code.{at}]\nname = \"Nome {at}\"\n"));
        vec![split(&sections(0, n)), ("it.toml", texts)]
    }),
    job("add-with-explanations", EXPLANATIONS, ADD, |n| {
        let row = |at| section(at) + &format!("explanation.en = {{ file = \"{at}.md\" }}\n");
        let file = |at| (&*format!("{at}.md").leak(), format!("Text {at}\n"));
        (0..n).map(file).chain([table(&each(n, row))]).collect()
    }),
    job("import", ROWS, NEW, |n| vec![spreadsheet(n)]),
    job("import-page", ROWS, &["import", "page.xml", "--registry", "y", "--output", "new.toml"], |n| {
        vec![page(n)]
    }),
    job("import-columns", COLUMNS, NEW, |n| vec![columns(n)]),
    job("import-into", ROWS, INTO, |n| vec![table(&sections(0, n)), spreadsheet(n)]),
    job("import-into-inline-table", ROWS, INTO, |n| vec![table(&inline(0, n)), spreadsheet(n)]),
    job("import-new-rows-into", ROWS, INTO, |n| vec![table(&sections(1_000_000, n)), spreadsheet(n)]),
    job("import-page-into", ROWS, &["import", "page.xml", "codes.toml", "--registry", "y"], |n| {
        vec![table(&sections(1_000_000, n)), page(n)]
    }),
    job("import-ranges-into", ROWS, INTO, |n| {
        let row = |at| format!("{0}0-{0}5,S{0},Name {0}\n", at + 1);
        let old = |at| format!("[range.{0}0-{0}4]\nsymbol = \"R{0}\"\nname.en = \"a\"\n", at + 1);
        vec![table(&each(n, old)), ("new.csv", "value,symbol,name.en\n".to_owned() + &each(n, row))]
    }),
    job("import-words-into", ROWS, INTO, |n| {
        let row = |at| format!("new-{at},Name {at}\n");
        let old = each(n, |at| format!("\n[code.old-{at}]\nname.en = \"Name {at}\"\n"));
        let head = HEAD.replace("u64", "name");
        vec![("codes.toml", head + &old), ("new.csv", "value,name.en\n".to_owned() + &each(n, row))]
    }),
    job("import-columns-into", COLUMNS, INTO, |n| {
        let declared = each(n, |at| format!("[property.p{at}]\ntype = \"i64\"\n"));
        vec![table(&(declared + &sections(0, 2))), columns(n)]
    }),
    job("translate-csv", ROWS, TRANSLATE, |n| vec![table(&sections(0, n)), translations(n)]),
    job("translate-csv-with-file", ROWS, TRANSLATE, |n| {
        vec![split(&sections(0, n)), ("it.toml", String::new()), translations(n)]
    }),
    job("translate-po", ROWS, &["translate", "import", "it.po"], |n| {
        let head =
            "msgid \"\"\nmsgstr \"\"\n\"Language: it\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n";
        let entry = |at| format!("\nmsgctxt \"code.{at}.name\"\nmsgid \"Name {at}\"\nmsgstr \"Nome {at}\"\n");
        vec![table(&sections(0, n)), ("it.po", head.to_owned() + &each(n, entry))]
    }),
    job("translate-xliff", ROWS, &["translate", "import", "it.xlf"], |n| {
        let head = "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"en\" trgLang=\"it\"><file id=\"f\">";
        let unit = |at| {
            format!(
                "<unit id=\"u{at}\" name=\"code.{at}.name\"><segment><source>Name {at}</source><target>Nome {at}</target></segment></unit>\n"
            )
        };
        let text = format!("{head}{}</file></xliff>", each(n, unit));
        vec![table(&sections(0, n)), ("it.xlf", text)]
    }),
    job("translate-notes", ROWS, TRANSLATE, |n| vec![table(&notes(n)), translated_notes(n)]),
    job("translate-notes-with-file", ROWS, TRANSLATE, |n| {
        vec![split(&notes(n)), ("it.toml", String::new()), translated_notes(n)]
    }),
];

const HEAD: &str = "[registry]\ntitle.en = \"T\"\nrepr = \"u64\"\nlanguages = [\"en\", \"it\"]\n\n[language.it]\npolicy = \"draft\"\n";

fn table(rows: &str) -> (&'static str, String) {
    ("codes.toml", HEAD.to_owned() + rows)
}

/// A table whose Italian texts are in a file.
fn split(rows: &str) -> (&'static str, String) {
    ("codes.toml", format!("{HEAD}file = \"it.toml\"\n{rows}"))
}

fn sections(first: usize, count: usize) -> String {
    each(count, |at| section(first + at))
}

fn section(value: usize) -> String {
    format!("\n[code.{value}]\nsymbol = \"CODE_{value}\"\nname.en = \"Name {value}\"\n")
}

fn inline(first: usize, count: usize) -> String {
    let row = |at| format!("{at} = {{ symbol = \"CODE_{at}\", name.en = \"Name {at}\" }}\n");
    "[code]\n".to_owned() + &each(count, |at| row(first + at))
}

fn notes(count: usize) -> String {
    section(0) + &each(count, |at| format!("[[code.0.note]]\nen = \"Note {at}\"\n"))
}

fn spreadsheet(rows: usize) -> (&'static str, String) {
    let row = |at| format!("{at},S_{at},Name {at},Nome {at}\n");
    ("new.csv", "value,symbol,name.en,name.it\n".to_owned() + &each(rows, row))
}

/// Two rows with this many columns.
fn columns(count: usize) -> (&'static str, String) {
    let names = each(count, |at| format!(",p{at}"));
    let row = |at| format!("{at},CODE_{at},Name {at}{}\n", ",1".repeat(count));
    ("new.csv", format!("value,symbol,name.en{names}\n{}", each(2, row)))
}

fn page(records: usize) -> (&'static str, String) {
    let head = "<?xml version=\"1.0\"?><registry xmlns=\"http://www.iana.org/assignments\" id=\"x\"><title>X</title><registry id=\"y\"><title>Y</title>";
    let record = |at| {
        format!(
            "<record><value>{at}</value><name>name_{at}</name><description>Name {at}</description></record>\n"
        )
    };
    ("page.xml", format!("{head}{}</registry></registry>", each(records, record)))
}

fn translations(count: usize) -> (&'static str, String) {
    let entry = |at| format!("code.{at}.name,Name {at},Nome {at}\n");
    ("it.csv", "key,en,it\n".to_owned() + &each(count, entry))
}

fn translated_notes(count: usize) -> (&'static str, String) {
    let entry = |at| format!("code.0.note.{},Note {at},Nota {at}\n", at + 1);
    ("it.csv", "key,en,it\n".to_owned() + &each(count, entry))
}

fn each(count: usize, text: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut all, at| {
        let _ = write!(all, "{}", text(at));
        all
    })
}
