//! Registries of every kind, as IANA's pages write them, compared with facts about them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::{TABLES, codes};

/// The page of excerpts and the facts about it.
fn fixture(name: &str) -> PathBuf {
    Path::new(TABLES).with_file_name("import").join(name)
}

/// An empty folder of this name.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The type and the rows of a table: values in decimal, status and name.
fn facts(table: &Path) -> (String, BTreeMap<String, [String; 2]>) {
    let table: Table = fs::read_to_string(table).unwrap().parse().unwrap();
    let repr = table["registry"]["repr"].as_str().unwrap().to_owned();
    let mut rows = BTreeMap::new();
    for (kind, usual) in [("code", "assigned"), ("range", "unassigned")] {
        for (header, row) in table.get(kind).and_then(Value::as_table).into_iter().flatten() {
            let text = |key: &str| row.get(key).map(|texts| texts["en"].as_str().unwrap().to_owned());
            let status = row.get("status").map_or(usual, |status| status.as_str().unwrap());
            let name = text("name").or_else(|| text("description")).unwrap();
            let header =
                if matches!(&*repr, "str" | "name") { header.clone() } else { decimal(header, kind) };
            rows.insert(header, [status.to_owned(), name]);
        }
    }
    (repr, rows)
}

/// `0x0a-0xff` is `10..=255`.
fn decimal(header: &str, kind: &str) -> String {
    let number = |text: &str| match text.strip_prefix("0x") {
        Some(digits) => i128::from_str_radix(digits, 16).unwrap(),
        None => text.parse().unwrap(),
    };
    if kind == "code" {
        return number(header).to_string();
    }
    let (first, last) = header.split_once("..=").or_else(|| header.split_once('-')).unwrap();
    format!("{}..={}", number(first), number(last))
}

#[test]
fn registries_of_every_kind() {
    let (_, report) = compare_facts("registries");
    assert_eq!(report, "49 registries: 49 can be imported, 0 cannot\n");
}

/// Notations of ranges that excerpts of real pages do not have. Numbers that cannot be read do not become texts.
#[test]
fn unusual_notations() {
    let (folder, report) = compare_facts("notations");
    assert!(report.ends_with("6 registries: 3 can be imported, 3 cannot\n"), "{report}");
    for refused in
        ["grouped: line 27: `1,000` is not a valid value", "dotted: line 33: `2.3-2.5` is not a valid"]
    {
        assert!(report.contains(refused), "{report}");
    }
    assert!(!folder.join("grouped.toml").exists());
}

/// Imports a page and compares its registries with the facts about them. Returns the folder and the report.
fn compare_facts(name: &str) -> (PathBuf, String) {
    let folder = folder(&format!("iana-facts-{name}"));
    let page = fixture(&format!("{name}.xml"));
    let output = codes("import --all").arg(&page).arg("--output").arg(&folder).output().unwrap();
    let report = String::from_utf8(output.stdout).unwrap();
    let expected = fs::read_to_string(fixture(&format!("{name}.txt"))).unwrap();
    let mut shown = expected.lines().next().unwrap().to_owned() + "\n";
    for line in expected.lines().filter(|line| !line.starts_with([' ', '#'])) {
        let id = line.split(' ').next().unwrap();
        let (repr, rows) = facts(&folder.join(id).with_extension("toml"));
        writeln!(shown, "{id} {repr}").unwrap();
        let order = expected.lines().skip_while(|other| *other != line).skip(1);
        for fact in order.take_while(|other| other.starts_with(' ')) {
            let values = fact.trim().split(" | ").next().unwrap();
            let [status, name] = rows.get(values).cloned().unwrap_or_default();
            writeln!(shown, "  {values} | {status} | {name}").unwrap();
        }
    }
    assert_eq!(shown, expected);
    (folder, report)
}

/// Pseudo-random numbers, the same in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) % end
    }

    fn choose<T: Clone>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).unwrap()].clone()
    }
}

/// The notation of the registry's numbers, with the smallest number and the distance between rows.
#[derive(Clone, Copy, PartialEq)]
enum Notation {
    Decimal,
    Hexadecimal,
    Bytes,
    CoAp,
    Signed,
}

impl Notation {
    fn value(self, random: &mut Random, value: i64) -> String {
        match self {
            Self::Decimal if random.below(8) == 0 => format!("{value} [1]"),
            Self::Hexadecimal => format!("0x{value:04X}"),
            Self::Bytes => format!("0x{:02X},0x{:02X}", value >> 8, value & 255),
            Self::CoAp => format!("{}.{:02}", value >> 5, value & 31),
            Self::Signed if value < 0 && random.below(2) == 0 => format!("0x{:08x}", value + (1 << 32)),
            Self::Decimal | Self::Signed => value.to_string(),
        }
    }

    fn range(self, random: &mut Random, first: i64, last: i64) -> String {
        let bound = |value: i64| match self {
            Self::Decimal | Self::Signed => value.to_string(),
            Self::Hexadecimal | Self::Bytes | Self::CoAp => self.value(&mut Random(0), value),
        };
        let (least, greatest) = (bound(first), bound(last));
        match self {
            Self::Bytes if random.below(3) == 0 => format!("{least} to {greatest}"),
            Self::Bytes if first >> 8 == last >> 8 => format!("{least}-{:02X}", last & 255),
            Self::Bytes => format!("0x{:02X}-{:02X},*", first >> 8, last >> 8),
            Self::CoAp if random.below(3) == 0 => format!("{greatest} to {least}"),
            Self::CoAp => format!("{least}-{greatest}"),
            Self::Signed if last < 0 && random.below(3) == 0 => {
                format!("0x{:08x} to 0x{:08x}", first + (1 << 32), last + (1 << 32))
            }
            _ => match random.below(5) {
                0 => format!("{greatest}-{least}"),
                1 => format!("{least}..{greatest}"),
                2 => format!("{least} – {greatest}"),
                3 => format!("{least}-{greatest}"),
                _ => format!("{least} to {greatest}"),
            },
        }
    }
}

/// Texts that state a status, and the status; `#` becomes a name.
const STATES: [(&str, &str); 13] = [
    ("Unassigned", "unassigned"),
    ("Reserved", "reserved"),
    ("(Unused)", "reserved"),
    ("Reserved for Private Use", "private-use"),
    ("Private Use", "private-use"),
    ("Experimental Use", "experimental-use"),
    ("RFC3692-style Experiment", "experimental-use"),
    ("# (TEMPORARY - registered 2026-01-01, expires 2027-01-01)", "experimental-use"),
    ("# (Deprecated)", "deprecated"),
    ("# [OBSOLETE - use another]", "deprecated"),
    ("Deprecated", "deprecated"),
    ("#", "assigned"),
    ("The # of all", "assigned"),
];

const VALUES: [&str; 8] = ["value", "code", "number", "decimal", "bit", "type", "id", "label"];
const NAMES: [&str; 5] = ["name", "mnemonic", "token", "error", "message"];

/// A registry in XML, and the same facts in its table.
fn registry(random: &mut Random, id: &str, notation: Notation) -> (String, BTreeMap<String, [String; 2]>) {
    let (values, names) = (random.choose(&VALUES), random.choose(&NAMES));
    let (mut xml, mut rows) = (format!("<registry id='{id}'><title>{id}</title>"), BTreeMap::new());
    let mut next = if notation == Notation::Signed { -70_000 } else { 0 };
    for at in 0..6 {
        let is_range = random.below(2) == 0;
        let (first, last) = match (notation, is_range) {
            (Notation::Bytes, true) if random.below(2) == 0 => {
                let first = (next + 255) & !255;
                (first, first + 511)
            }
            (Notation::Bytes, true) => ((next + 255) & !255, ((next + 255) & !255) + 9),
            (_, true) => (next, next + 5),
            (_, false) => (next, next),
        };
        next = last + 1 + i64::try_from(random.below(4)).unwrap();
        let (text, status) = random.choose(&STATES);
        let text = text.replace('#', &format!("Thing{at}"));
        let written =
            if is_range { notation.range(random, first, last) } else { notation.value(random, first) };
        write!(xml, "<record><{values}>{written}</{values}><{names}>{text}</{names}></record>").unwrap();
        let header = if is_range { format!("{first}..={last}") } else { first.to_string() };
        let name = text.split(" (TEMPORARY").next().unwrap().to_owned();
        rows.insert(header, [status.to_owned(), name]);
    }
    if matches!(notation, Notation::Signed) {
        let written = random.choose(&["less than -70000", "<-70000", "<=-70001", "-70001 and below"]);
        let written = written.replace('<', "&lt;");
        write!(xml, "<record><{values}>{written}</{values}><{names}>Rest</{names}></record>").unwrap();
        rows.insert(format!("{}..=-70001", i64::MIN), ["assigned".to_owned(), "Rest".to_owned()]);
    }
    (xml + "</registry>", rows)
}

#[test]
fn every_notation() {
    let mut random = Random(7);
    let notations =
        [Notation::Decimal, Notation::Hexadecimal, Notation::Bytes, Notation::CoAp, Notation::Signed];
    let (mut page, mut all) = ("<registry id='page'><title>Page</title>".to_owned(), Vec::new());
    for at in 0..200 {
        let id = format!("registry-{at}");
        let (xml, rows) = registry(&mut random, &id, notations[at % notations.len()]);
        page += &xml;
        all.push((id, xml, rows));
    }
    let folder = folder("iana-notations");
    let file = folder.join("page.xml");
    fs::write(&file, page + "</registry>").unwrap();
    let output = codes("import --all").arg(&file).arg("--output").arg(&folder).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "200 registries: 200 can be imported, 0 cannot\n");
    for (id, xml, rows) in all {
        assert_eq!(facts(&folder.join(id).with_extension("toml")).1, rows, "{xml}");
    }
}
