"""Hand-written Rust, in three forms."""

from itertools import accumulate

from bench.rust import PIECES, enum, forms, language_enum, pieces, quote
from bench.subject import CODE_TO_TEXT, MANY, PARSE, PLURAL, TAG_TO_LANGUAGE, TWO_ARGUMENTS, VALUE_TO_CODE, Subject


class ByHand(Subject):
    can = {VALUE_TO_CODE, CODE_TO_TEXT, TAG_TO_LANGUAGE, TWO_ARGUMENTS, PLURAL, PARSE, *MANY}

    def files(self, content):
        return {"src/lib.rs": language_enum(content.languages) + self.library(content)}


class MatchArms(ByHand):
    """A match for everything, and a `write!` for each message."""

    name = "match arms"
    # An optimized build of a larger table takes minutes.
    most = 200 * 14

    def library(self, content):
        parse = "".join(f"{quote(code.symbol)} => Code::{code.variant},\n" for code in content.codes)
        return enum(self, content) + f"""
pub fn parse(symbol: &str) -> Option<Code> {{
    Some(match symbol {{ {parse} _ => return None }})
}}
pub fn text(code: Code, language: Language) -> &'static str {{
    {_by_language(content, lambda tag: _arms(content.codes, lambda code: quote(code.description[tag])))}
}}
pub fn help(code: Code, language: Language) -> Option<&'static str> {{
    let text = {_by_language(content, lambda tag: _arms(_helped(content), lambda code: quote(code.help[tag]), "return None"))};
    Some(text)
}}
pub fn message(out: &mut String, code: Code, language: Language, path: &str, name: &str, number: u64) {{
    use std::fmt::Write as _;
    let _ = {_by_language(content, lambda tag: _arms(_with_message(content), lambda code: _write(code, tag), "Ok(())"))};
}}
"""


def _by_language(content, arms):
    return "match language { " + "".join(f"Language::{tag.capitalize()} => {arms(tag)}\n" for tag in content.languages) + "}"


def _arms(codes, value, rest=None):
    arms = "".join(f"Code::{code.variant} => {value(code)},\n" for code in codes)
    return f"match code {{ {arms} {f'_ => {rest}' if rest else ''} }},"


def _write(code, tag):
    message = code.message[tag]
    format = lambda sentence: quote(sentence.replace("{count}", "{number}").replace("{port}", "{number}"))
    if isinstance(message, str):
        return f"write!(out, {format(message)})"
    sentences = list(enumerate(forms(message)))
    arms = "".join(f"{index} => write!(out, {format(text)}), " for index, text in sentences[:-1] if text)
    return f"match category(language, number) {{ {arms} _ => write!(out, {format(message['other'])}) }}"


def _helped(content):
    return [code for code in content.codes if code.help]


def _with_message(content):
    return [code for code in content.codes if code.message]


class Arrays(ByHand):
    """An enum, and an array of texts for each language."""

    name = "&str arrays"

    def library(self, content):
        messages, rows = _message_rows(content)
        by_symbol = sorted(content.codes, key=lambda code: code.symbol)
        symbols = "".join(f"({quote(code.symbol)}, Code::{code.variant}), " for code in by_symbol)
        array = lambda name, lists: (
            f"static {name}: [[&str; {len(lists[0])}]; {len(lists)}] = ["
            + ",\n".join("[" + ", ".join(map(quote, texts)) + "]" for texts in lists) + "];\n"
        )
        tags = content.languages
        return enum(self, content) + PIECES + f"""
/// The pieces of all sentences, and for each sentence the first of them: with a slice for each sentence,
/// the crate takes several times as long to compile.
#[derive(Clone, Copy)]
struct Messages {{ pieces: &'static [(&'static str, u8)], firsts: &'static [u32] }}

static SYMBOLS: [(&str, Code); {len(by_symbol)}] = [{symbols}];
static MESSAGE_ROWS: [(u16, bool); {len(rows)}] = {_pairs(rows)};
{array("TEXTS", [[code.description[tag] for code in content.codes] for tag in tags])}
{array("HELP", [[code.help.get(tag, "") for code in content.codes] for tag in tags])}
{"".join(_flat(f"MESSAGES_{tag.upper()}", messages[tag]) for tag in tags)}
static MESSAGES: [Messages; {len(tags)}] = [{", ".join(f"MESSAGES_{tag.upper()}" for tag in tags)}];
pub fn parse(symbol: &str) -> Option<Code> {{
    let index = SYMBOLS.binary_search_by_key(&symbol, |&(name, _)| name).ok()?;
    Some(SYMBOLS[index].1)
}}
pub fn text(code: Code, language: Language) -> &'static str {{
    TEXTS[language as usize][code as usize]
}}
pub fn help(code: Code, language: Language) -> Option<&'static str> {{
    Some(HELP[language as usize][code as usize]).filter(|text| !text.is_empty())
}}
pub fn message(out: &mut String, code: Code, language: Language, path: &str, name: &str, number: u64) {{
    let (row, is_plural) = MESSAGE_ROWS[code as usize];
    let row = row as usize + if is_plural {{ category(language, number) }} else {{ 0 }};
    let Messages {{ pieces, firsts }} = MESSAGES[language as usize];
    for &(text, next) in &pieces[firsts[row] as usize..firsts[row + 1] as usize] {{
        out.push_str(text);
        argument(out, next, path, name, number);
    }}
}}
"""


class Blobs(ByHand):
    """No enum: a code is the index of a row, and all texts of a kind and language are one string with offsets."""

    name = "blobs with offsets"
    stored_type, search = "u16", "VALUES.binary_search(&value)"

    def stored(self, code):
        return self.value(code)

    def library(self, content):
        messages, rows = _message_rows(content)
        by_symbol = sorted(range(len(content.codes)), key=lambda row: content.codes[row].symbol)
        values = ", ".join(self.stored(code) for code in content.codes)
        statics = lambda name, of: "".join(_blob(f"{name}_{tag.upper()}", of(tag)) for tag in content.languages)
        columns = lambda name: f"[{', '.join(f'{name}_{tag.upper()}' for tag in content.languages)}]"
        count = len(content.languages)
        return PIECES + f"""
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code(u16);

#[derive(Clone, Copy)]
struct Blob {{ texts: &'static str, starts: &'static [u32] }}

impl Blob {{
    #[inline]
    fn get(self, row: usize) -> &'static str {{ &self.texts[self.starts[row] as usize..self.starts[row + 1] as usize] }}
}}

/// Sentences without their arguments; for each piece the end of its text and the argument after it; and for each sentence
/// the first of its pieces.
#[derive(Clone, Copy)]
struct Messages {{ texts: &'static str, ends: &'static [u32], arguments: &'static [u8], firsts: &'static [u32] }}

static VALUES: [{self.stored_type}; {len(content.codes)}] = [{values}];
static BY_SYMBOL: [u16; {len(by_symbol)}] = {by_symbol};
static MESSAGE_ROWS: [(u16, bool); {len(rows)}] = {_pairs(rows)};
{_blob("SYMBOLS", [content.codes[row].symbol for row in by_symbol])}
{statics("TEXTS", lambda tag: [code.description[tag] for code in content.codes])}
{statics("HELP", lambda tag: [code.help.get(tag, "") for code in content.codes])}
{"".join(_messages(f"MESSAGES_{tag.upper()}", messages[tag]) for tag in content.languages)}
static TEXTS: [Blob; {count}] = {columns("TEXTS")};
static HELP: [Blob; {count}] = {columns("HELP")};
static MESSAGES: [Messages; {count}] = {columns("MESSAGES")};

pub fn code(value: {self.value_type}) -> Option<Code> {{
    {self.search}.ok().map(|row| Code(row as u16))
}}
pub fn parse(symbol: &str) -> Option<Code> {{
    let (mut first, mut end) = (0, BY_SYMBOL.len());
    while first < end {{
        let middle = first.midpoint(end);
        match SYMBOLS.get(middle).cmp(symbol) {{
            std::cmp::Ordering::Equal => return Some(Code(BY_SYMBOL[middle])),
            std::cmp::Ordering::Less => first = middle + 1,
            std::cmp::Ordering::Greater => end = middle,
        }}
    }}
    None
}}
pub fn text(code: Code, language: Language) -> &'static str {{
    TEXTS[language as usize].get(code.0 as usize)
}}
pub fn help(code: Code, language: Language) -> Option<&'static str> {{
    Some(HELP[language as usize].get(code.0 as usize)).filter(|text| !text.is_empty())
}}
pub fn message(out: &mut String, code: Code, language: Language, path: &str, name: &str, number: u64) {{
    let (row, is_plural) = MESSAGE_ROWS[code.0 as usize];
    let row = row as usize + if is_plural {{ category(language, number) }} else {{ 0 }};
    let Messages {{ texts, ends, arguments, firsts }} = MESSAGES[language as usize];
    let (first, end) = (firsts[row] as usize, firsts[row + 1] as usize);
    let mut start = if first == 0 {{ 0 }} else {{ ends[first - 1] as usize }};
    for (&end, &next) in ends[first..end].iter().zip(&arguments[first..end]) {{
        out.push_str(&texts[start..end as usize]);
        start = end as usize;
        argument(out, next, path, name, number);
    }}
}}
"""


class TextArrays(Arrays):
    name = "&str arrays, values that are texts"
    are_texts = True


class TextBlobs(Blobs):
    """Every value has five bytes."""

    name = "blobs with offsets, values that are texts"
    are_texts = True
    stored_type, search = "[u8; 5]", "VALUES.binary_search_by(|known| known[..].cmp(value.as_bytes()))"

    def stored(self, code):
        return f"*b{self.value(code)}"


def _message_rows(content):
    """The sentences of each language, with the index of each code's first one and whether there is one for each category."""
    messages = {tag: [] for tag in content.languages}
    rows = []
    for code in content.codes:
        rows.append((len(messages["en"]), code.is_plural))
        for tag in content.languages:
            messages[tag] += forms(code.message[tag]) if code.message else []
    return messages, rows


def _pairs(rows):
    return "[" + ", ".join(f"({row}, {str(is_plural).lower()})" for row, is_plural in rows) + "]"


def _blob(name, texts):
    """A text is stored again only if it differs from the previous one."""
    starts, blob = [0], ""
    for text in texts:
        blob += text
        starts.append(starts[-1] + len(text.encode()))
    return f"static {name}: Blob = Blob {{ texts: {quote(blob)}, starts: &{starts} }};\n"


def _flat(name, sentences):
    of_sentences = [pieces(sentence) for sentence in sentences]
    all_pieces = ", ".join(f"({quote(text)}, {argument})" for each in of_sentences for text, argument in each)
    return f"static {name}: Messages = Messages {{ pieces: &[{all_pieces}], firsts: &{_firsts(of_sentences)} }};\n"


def _messages(name, sentences):
    of_sentences = [pieces(sentence) for sentence in sentences]
    texts = [text for each in of_sentences for text, _ in each]
    ends = list(accumulate(len(text.encode()) for text in texts))
    arguments = [argument for each in of_sentences for _, argument in each]
    return f"""
static {name}: Messages = Messages {{
    texts: {quote("".join(texts))}, ends: &{ends}, arguments: &{arguments}, firsts: &{_firsts(of_sentences)},
}};
"""


def _firsts(of_sentences):
    """The first piece of each sentence, and the end."""
    return list(accumulate(map(len, of_sentences), initial=0))
