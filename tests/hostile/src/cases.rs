//! The hostile tables: each has a size, and one thing that grows with it.

use std::fmt::Write as _;

/// A kind of table.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    /// The number of its hostile parts.
    pub(crate) size: usize,
    /// The first rule that a table of this size breaks, or [`GOOD`].
    pub(crate) rule: &'static str,
    pub(crate) text: fn(usize) -> String,
}

/// The table is valid, only large.
const GOOD: &str = "no mistakes";

const fn case(name: &'static str, size: usize, rule: &'static str, text: fn(usize) -> String) -> Case {
    Case { name, size, rule, text }
}

const HEAD: &str = "[registry]\ntitle.en = \"T\"\nrepr = \"u64\"\nlanguages = [\"en\"]\n";
const ROW: &str = "[code.1]\nsymbol = \"A\"\nname.en = \"a\"\n";

pub(crate) const CASES: &[Case] = &[
    // Deep nesting.
    case("arrays", 200_000, "syntax", |n| {
        format!("{HEAD}{ROW}reference = {}{}\n", "[".repeat(n), "]".repeat(n))
    }),
    case("open-arrays", 200_000, "syntax", |n| format!("{HEAD}{ROW}reference = {}", "[".repeat(n))),
    case("inline-tables", 200_000, "syntax", |n| {
        format!("{HEAD}{ROW}a = {}1{}\n", "{a=".repeat(n), "}".repeat(n))
    }),
    case("open-inline-tables", 200_000, "syntax", |n| format!("{HEAD}{ROW}a = {}", "{a=".repeat(n))),
    case("dotted-key", 200_000, "syntax", |n| format!("{HEAD}{ROW}{}a = 1\n", "a.".repeat(n))),
    case("dotted-header", 200_000, "syntax", |n| format!("{HEAD}{ROW}[{}a]\nb = 1\n", "a.".repeat(n))),
    case("dotted-keys", 4_000, "unknown-key", |n| {
        format!("{HEAD}{ROW}{}", each(n, |key| format!("{}a{key} = 1\n", "a.".repeat(60))))
    }),
    case("dotted-headers", 4_000, "unknown-key", |n| {
        format!("{HEAD}{ROW}{}", each(n, |key| format!("[x{}.a{key}]\nb = 1\n", ".a".repeat(60))))
    }),
    case("split-values", 4_000, "invalid-value", |n| {
        let head = HEAD.replace("\"u64\"", "\"str\"\nlength = 5");
        format!("{head}{}", each(n, |key| format!("[code.a{key}{}]\nb = {{}}\n", ".a".repeat(60))))
    }),
    case("deep-choices", 1_000, "plural-category-missing", |n| {
        let deep = ["{plural=\"n\",other=".repeat(40), "\"x\"".to_owned(), "}".repeat(40)].concat();
        format!("{HEAD}{}", rows(n, |_| format!("message.en = {deep}\n")))
    }),
    // Large numbers of one thing.
    case("keys", 1_000_000, "unknown-key", |n| format!("{HEAD}{}", each(n, |key| format!("k{key} = 1\n")))),
    case("keys-of-a-row", 200_000, "unknown-key", |n| {
        format!("{HEAD}{ROW}{}", each(n, |key| format!("k{key} = 1\n")))
    }),
    case("rows", 40_000, GOOD, |n| format!("{HEAD}{}", rows(n, |_| "name.en = \"a\"\n".to_owned()))),
    case("sparse-rows", 10_000, GOOD, |n| {
        format!(
            "{HEAD}{}",
            each(n, |row| format!("[code.{}]\nsymbol=\"A{row}\"\nname.en=\"a\"\n", row * 1_000_003))
        )
    }),
    case("megabytes", 100, "too-large", |n| format!("{HEAD}{}{ROW}", "# comment\n".repeat(n << 17))),
    case("long-key", 1 << 21, "unknown-key", |n| format!("{HEAD}{ROW}{} = 1\n", "k".repeat(n))),
    case("long-keys", 1 << 18, "unknown-key", |n| {
        let key = "k".repeat(n);
        format!("{HEAD}[property.{key}]\ntype = \"bool\"\n{ROW}{key}k = 1\n")
    }),
    case("long-header", 1 << 21, "value-bounds", |n| {
        format!("{HEAD}[code.{}]\nsymbol = \"A\"\n", "1".repeat(n))
    }),
    case("long-ranges", 1 << 13, "value-spelling", |n| {
        let zeros = "0".repeat(n);
        format!(
            "{HEAD}{}",
            each(300, |at| format!("[range.{zeros}{at}-{}]\nsymbol=\"A{at}\"\nname.en=\"a\"\n", at + 1000))
        )
    }),
    case("long-text", 1 << 21, "text-too-long", |n| format!("{HEAD}{ROW}help.en = \"{}\"\n", "x".repeat(n))),
    case("long-symbol", 1 << 21, "text-too-long", |n| {
        format!("{HEAD}{}", ROW.replace("\"A\"", &format!("\"{}\"", "A".repeat(n))))
    }),
    case("long-variant", 1 << 21, "text-too-long", |n| {
        format!("{HEAD}{ROW}variant = \"{}\"\n", "A".repeat(n))
    }),
    case("long-prefix", 1 << 21, "text-too-long", |n| format!("{HEAD}prefix = \"{}\"\n{ROW}", "A".repeat(n))),
    case("long-label", 1 << 21, "text-too-long", |n| {
        format!("{HEAD}label = \"{}{{value}}\"\n{ROW}", "E".repeat(n))
    }),
    case("long-number", 1 << 21, "replacement", |n| {
        format!("{HEAD}{ROW}status = \"deprecated\"\nreplaced_by = {}\n", "1".repeat(n))
    }),
    case("long-line", 200_000, "invalid-symbol", |n| {
        format!("{HEAD}{ROW}aliases = [{}]\n", "\"1\",".repeat(n))
    }),
    case("line-of-mistakes", 40_000, "syntax", |n| format!("{HEAD}{ROW}aliases = [{}]\n", "x y,".repeat(n))),
    case("control-characters", 40_000, "control-character", |n| {
        format!("{HEAD}{ROW}help.en = \"{}\"\n", "\\u0007".repeat(n.min(65_000)))
    }),
    case("hidden-texts", 8_000, "bidi", |n| {
        format!("{HEAD}{}", rows(n, |_| "name.en = \"a\u{202e}b\"\n".to_owned()))
    }),
    case("hidden-lines", 400_000, "bidi", |n| format!("{HEAD}{}", "# \u{202e}\n".repeat(n))),
    case("not-closed", 40_000, "syntax", |n| format!("{HEAD}{ROW}{}", "name.it = \"x\n".repeat(n))),
    case("quotes", 200_000, "syntax", |n| format!("{HEAD}{ROW}help.en = {}\n", "\"\"\"".repeat(n))),
    case("open-headers", 100_000, "syntax", |n| format!("{HEAD}{ROW}{}", "[[x\n".repeat(n))),
    case("brackets", 100_000, "syntax", |n| format!("{HEAD}{ROW}{}", "[\n".repeat(n))),
    case("no-keys", 4 << 21, "syntax", |n| "=\n".repeat(n)),
    case("no-keys-behind-a-text", 1 << 20, "text-too-long", |n| {
        format!("{HEAD}{ROW}help.en = \"\"\"{}\"\"\"\n{}", "=\n".repeat(n), "=\n".repeat(n))
    }),
    case("commas", 5 << 21, "too-large", |n| format!("{HEAD}{ROW}aliases = [{}\n", ",".repeat(n))),
    case("open-list-of-keys", 1 << 21, "syntax", |n| {
        format!("{HEAD}{ROW}aliases = [\n{}", "k = 1\n".repeat(n))
    }),
    case("open-lists", 600_000, "syntax", |n| "a=[1\n,\n".repeat(n)),
    case("open-strings", 600_000, "syntax", |n| "a=[\"x\n".repeat(n)),
    case("open-braces", 200_000, "syntax", |n| {
        format!("a = {{x = 1,\n{}", each(n, |key| format!("b{key} = {{y = 1\n,\n")))
    }),
    case("open-texts", 200_000, "syntax", |n| format!("{HEAD}{}", "a = \"\"\"x\n[h]\n".repeat(n))),
    case("pairs-on-a-line", 100_000, "syntax", |n| {
        format!("{HEAD}{}", each(n, |key| format!("k{key} = 1 ")))
    }),
    case("no-values", 200_000, "syntax", |n| format!("{HEAD}{ROW}{}", each(n, |key| format!("k{key} =\n")))),
    case("same-header", 100_000, "duplicate-value", |n| format!("{HEAD}{}", ROW.repeat(n))),
    case("same-inner-header", 40_000, "missing-key", |n| {
        format!("{HEAD}{ROW}{}", "[code.1.name]\n[code.1.name.x]\n".repeat(n))
    }),
    case("same-key", 200_000, "duplicate-key", |n| format!("{HEAD}{ROW}{}", "since = \"1\"\n".repeat(n))),
    // Values.
    case("nested-ranges", 2_000, GOOD, |n| format!("{HEAD}{}", each(n, |at| range(at, at, 1_000_000 - at)))),
    case("ranges-of-one-start", 4_000, GOOD, |n| format!("{HEAD}{}", each(n, |at| range(at, 0, at + 1)))),
    case("ranges-of-one-end", 4_000, GOOD, |n| format!("{HEAD}{}", each(n, |at| range(at, at, 1_000_000)))),
    case("overlapping-ranges", 20_000, "range-overlap", |n| {
        format!("{HEAD}{}", each(n, |at| range(at, at, at + 10_000)))
    }),
    case("pairs-of-ranges", 2_000, GOOD, |n| {
        let pair = |at| range(2 * at, at * 10, at * 10 + 5) + &range(2 * at + 1, at * 10, at * 10 + 1);
        format!("{HEAD}{}", each(n, pair))
    }),
    case("ranges", 4_000, GOOD, |n| {
        format!("{HEAD}unlisted = \"U\"\n{}", each(n, |at| range(at, at * 10, at * 10 + 5)))
    }),
    // Texts and languages.
    case("languages", 20_000, "missing-text", |n| format!("{}{ROW}", head_in(n))),
    case("draft-languages", 4_000, "too-large", |n| {
        let draft = each(n, |at| format!("[language.{}]\npolicy = \"draft\"\n", tag(at)));
        format!("{}{draft}{}", head_in(n), rows(n, |_| "name.en = \"a\"\n".to_owned()))
    }),
    case("missing-texts", 800, "missing-text", |n| {
        format!("{}{}", head_in(n), rows(n, |_| "name.en = \"a\"\n".to_owned()))
    }),
    case("fallbacks", 800, "missing-text", |n| {
        let all: Vec<String> = (0..n).map(|at| format!("\"{}\"", tag(at))).collect();
        let chain =
            |at| format!("[language.{}]\npolicy=\"draft\"\nfallback = [{}]\n", tag(at), all.join(","));
        format!("{}{}{ROW}", head_in(n), each(4, chain))
    }),
    case("fallback-cycle", 800, GOOD, |n| {
        let chain = |at| {
            format!("[language.{}]\npolicy=\"draft\"\nfallback = [\"{}\"]\n", tag(at), tag((at + 1) % n))
        };
        format!("{}{}{ROW}", head_in(n), each(n, chain))
    }),
    case("near-languages", 800, "missing-text", |n| {
        let tags: Vec<String> = (0..n).map(|at| format!("\"zh-Hant-{}\"", region(at))).collect();
        format!("{}{ROW}", HEAD.replace("\"en\"]", &format!("\"en\", {}]", tags.join(","))))
    }),
    case("arguments", 20_000, "too-many-arguments", |n| {
        let arguments = each(n, |at| format!("a{at} = \"text\", "));
        format!("{HEAD}{ROW}args = {{ {arguments} }}\n")
    }),
    case("placeholders", 8_000, "too-many-arguments", |n| {
        format!("{HEAD}{ROW}message.en = \"\\t{}\"\n", each(n, |at| format!("{{a{at}}}")))
    }),
    case("escaped-placeholders", 80, GOOD, |n| {
        format!("{HEAD}{}", rows(n, |_| format!("message.en = \"\\t{}\"\n", "{a}".repeat(20_000))))
    }),
    case("braces", 120, GOOD, |n| {
        format!("{HEAD}{}", rows(n, |_| format!("message.en = '{}'\n", "}}".repeat(30_000))))
    }),
    case("unknown-arguments", 10_000, "missing-text", |n| {
        let unknown = each(n, |at| format!("{{a{at}}}"));
        format!(
            "{}{ROW}message.en = \"x\"\nmessage.it = \"{unknown}\"\n",
            HEAD.replace("\"en\"]", "\"en\", \"it\"]")
        )
    }),
    case("plural-cases", 4_000, GOOD, |n| {
        let cases = each(n, |at| format!("{at} = \"x\", "));
        format!("{HEAD}{ROW}message.en = {{ plural = \"n\", {cases} other = \"x\" }}\n")
    }),
    case("select-cases", 4_000, "message-length", |n| {
        let cases = each(n, |at| format!("w{at} = \"{{a{}}}\", ", at % 90));
        format!(
            "{HEAD}{ROW}message.en = {{ select = \"n\", {cases} other = \"x\" }}\nargs = {{ n = [\"w0\"] }}\n"
        )
    }),
    case("long-select-case", 60_000, GOOD, |n| {
        let word = "w".repeat(n);
        format!(
            "{HEAD}{ROW}message.en = {{ select = \"n\", {word} = \"x\", other = \"x\" }}\nargs = {{ n = [\"{word}\"] }}\n"
        )
    }),
    case("listed-words", 200_000, "listed-words", |n| {
        format!(
            "{HEAD}{ROW}message.en = \"{{n}}\"\nargs = {{ n = [{}] }}\n",
            each(n, |at| format!("\"w{at}\", "))
        )
    }),
    case("notes", 100_000, GOOD, |n| format!("{HEAD}{ROW}{}", "[[code.1.note]]\nen = \"a\"\n".repeat(n))),
    case("aliases", 20_000, GOOD, |n| {
        format!("{HEAD}{ROW}aliases = [{}]\n", each(n, |at| format!("\"B{at}\", ")))
    }),
    case("properties", 8_000, "too-large", |n| {
        let columns = each(n, |at| format!("[property.p{at}]\ntype = \"u8\"\n"));
        format!("{HEAD}{columns}{}", rows(n, |_| "name.en = \"a\"\n".to_owned()))
    }),
    case("properties-of-a-row", 20_000, GOOD, |n| {
        let columns = each(n, |at| format!("[property.p{at}]\ntype = \"u8\"\n"));
        format!("{HEAD}{columns}{ROW}{}", each(n, |at| format!("p{at} = 1\n")))
    }),
    case("enum-words", 1_000, GOOD, |n| {
        let words = each(n, |at| format!("\"w{at}\", "));
        format!("{HEAD}[property.p]\ntype = \"word\"\n[enum.word]\nvalues = [{words}]\n{ROW}")
    }),
    case("replaced-by", 40_000, GOOD, |n| {
        let row = |at| format!("status = \"deprecated\"\nreplaced_by = {}\nname.en = \"a\"\n", (at + 1) % n);
        format!("{HEAD}{}", rows(n, row))
    }),
    case("mistakes", 200_000, "no-text", |n| format!("{HEAD}{}", rows(n, |_| "colour = 1\n".to_owned()))),
    case("duplicate-symbols", 100_000, "duplicate-symbol", |n| {
        format!("{HEAD}{}", each(n, |at| format!("[code.{at}]\nsymbol = \"A\"\nname.en = \"a\"\n")))
    }),
];

fn each(count: usize, mut text: impl FnMut(usize) -> String) -> String {
    let mut all = String::new();
    (0..count).for_each(|at| all.push_str(&text(at)));
    all
}

fn rows(count: usize, keys: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for at in 0..count {
        let _ = write!(text, "[code.{at}]\nsymbol = \"CODE_{at}\"\n{}", keys(at));
    }
    text
}

fn range(symbol: usize, first: usize, last: usize) -> String {
    format!("[range.{first}-{last}]\nsymbol = \"R{symbol}\"\nname.en = \"a\"\n")
}

/// A head with as many languages besides English.
fn head_in(languages: usize) -> String {
    HEAD.replace("\"en\"]", &format!("\"en\", {}]", each(languages, |at| format!("\"{}\", ", tag(at)))))
}

/// A different language for each number: three letters for which no two-letter code exists.
fn tag(at: usize) -> String {
    let letter = |at: usize| char::from(b'a' + (at % 26) as u8);
    let region = at / (26 * 26 * 5);
    let tag = format!("{}{}{}", ["q", "x", "y", "w", "v"][at / 676 % 5], letter(at / 26), letter(at));
    if region == 0 { tag } else { format!("{tag}-{}", self::region(region)) }
}

fn region(at: usize) -> String {
    format!("{:03}", at % 1000)
}
