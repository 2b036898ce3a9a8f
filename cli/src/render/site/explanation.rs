//! Explanations as HTML: Markdown without raw HTML, images and addresses that could run a script, and code in which comments,
//! strings, numbers and keywords have classes.
//!
//! One scanner serves all languages, because their differences matter little to readers: libraries with a grammar for
//! each would take a third of the tool's size.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use crate::render::elements::escape;

/// The document, its headings below those of the page.
pub(super) fn html(markdown: &str) -> String {
    let events = Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let (mut out, mut code) = (String::new(), None);
    let events = events.filter_map(|event| match (event, &mut code) {
        (Event::Start(Tag::CodeBlock(kind)), _) => {
            code = Some((language(&kind).to_owned(), String::new()));
            None
        }
        (Event::Text(text), Some((_, code))) => {
            code.push_str(&text);
            None
        }
        (Event::End(TagEnd::CodeBlock), _) => code.take().map(|(language, code)| block(&language, &code)),
        (event, _) => safe(event),
    });
    html::push_html(&mut out, events);
    // A table may be wider than the page. In texts, `<` is escaped.
    out.replace("<table>", "<div class=\"wide\" tabindex=\"0\"><table>").replace("</table>", "</table></div>")
}

/// The language of a code block. Words after it, such as `ignore`, are for other programs.
fn language<'k>(kind: &'k CodeBlockKind<'_>) -> &'k str {
    match kind {
        CodeBlockKind::Indented => "",
        CodeBlockKind::Fenced(info) => info.split([' ', ',']).next().unwrap_or_default(),
    }
}

fn block(language: &str, code: &str) -> Event<'static> {
    let class =
        if language.is_empty() { String::new() } else { format!(" class=\"language-{}\"", escape(language)) };
    let code = highlighted(code, language);
    // Code may be wider than the page: the keyboard can scroll only what has the focus.
    Event::Html(format!("<pre tabindex=\"0\"><code{class}>{code}</code></pre>\n").into())
}

fn safe(event: Event<'_>) -> Option<Event<'_>> {
    match event {
        // Shown as it is written.
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::HtmlBlock | Tag::Image { .. }) | Event::End(TagEnd::HtmlBlock | TagEnd::Image) => {
            None
        }
        Event::Start(Tag::Heading { level, id, .. }) => {
            let (level, classes, attrs) = (below(level), Vec::new(), Vec::new());
            Some(Event::Start(Tag::Heading { level, id, classes, attrs }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(below(level)))),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if is_harmless(&dest_url) { dest_url } else { CowStr::Borrowed("#") };
            Some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        event => Some(event),
    }
}

fn below(level: HeadingLevel) -> HeadingLevel {
    match level {
        HeadingLevel::H1 | HeadingLevel::H2 => HeadingLevel::H3,
        HeadingLevel::H3 => HeadingLevel::H4,
        HeadingLevel::H4 => HeadingLevel::H5,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H6,
    }
}

/// Whether an address is a web address or a relative one.
fn is_harmless(address: &str) -> bool {
    let scheme = address.split(['/', '?', '#']).next().unwrap_or_default();
    match scheme.split_once(':') {
        Some((scheme, _)) => matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https" | "mailto"),
        None => true,
    }
}

/// The properties of a language for the scanner.
struct Syntax {
    /// The words by which Markdown names the language.
    names: &'static [&'static str],
    line_comment: &'static str,
    block_comment: Option<[&'static str; 2]>,
    quotes: &'static [char],
    keywords: &'static [&'static str],
}

const C_COMMENT: Option<[&str; 2]> = Some(["/*", "*/"]);

/// The languages of `codes generate`, and those of files and commands.
const SYNTAXES: [Syntax; 8] = [
    Syntax {
        names: &["rust", "rs"],
        line_comment: "//",
        block_comment: C_COMMENT,
        // A single quote also starts lifetimes.
        quotes: &['"'],
        keywords: &[
            "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern",
            "false", "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
            "ref", "return", "self", "Self", "static", "struct", "super", "trait", "true", "type", "unsafe",
            "use", "where", "while",
        ],
    },
    Syntax {
        names: &["js", "javascript", "mjs", "jsx", "ts", "typescript", "tsx"],
        line_comment: "//",
        block_comment: C_COMMENT,
        quotes: &['"', '\'', '`'],
        keywords: &[
            "as",
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "default",
            "delete",
            "do",
            "else",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "from",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "interface",
            "let",
            "new",
            "null",
            "of",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "type",
            "typeof",
            "undefined",
            "var",
            "void",
            "while",
            "yield",
        ],
    },
    Syntax {
        names: &["json", "jsonc"],
        line_comment: "//",
        block_comment: C_COMMENT,
        quotes: &['"'],
        keywords: &["false", "null", "true"],
    },
    Syntax {
        names: &["toml", "yaml", "yml"],
        line_comment: "#",
        block_comment: None,
        quotes: &['"', '\''],
        keywords: &["false", "null", "true"],
    },
    Syntax {
        names: &["sh", "bash", "shell", "console"],
        line_comment: "#",
        block_comment: None,
        quotes: &['"', '\''],
        keywords: &[
            "case", "do", "done", "elif", "else", "esac", "export", "fi", "for", "function", "if", "in",
            "local", "return", "then", "until", "while",
        ],
    },
    Syntax {
        names: &["python", "py"],
        line_comment: "#",
        block_comment: None,
        quotes: &['"', '\''],
        keywords: &[
            "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
            "else", "except", "False", "finally", "for", "from", "if", "import", "in", "is", "lambda",
            "None", "not", "or", "pass", "raise", "return", "True", "try", "while", "with", "yield",
        ],
    },
    Syntax {
        names: &["go", "golang"],
        line_comment: "//",
        block_comment: C_COMMENT,
        quotes: &['"', '`'],
        keywords: &[
            "break",
            "case",
            "chan",
            "const",
            "continue",
            "default",
            "defer",
            "else",
            "false",
            "for",
            "func",
            "go",
            "if",
            "import",
            "interface",
            "map",
            "nil",
            "package",
            "range",
            "return",
            "select",
            "struct",
            "switch",
            "true",
            "type",
            "var",
        ],
    },
    Syntax {
        names: &["c", "h", "cpp", "c++", "java", "kotlin"],
        line_comment: "//",
        block_comment: C_COMMENT,
        quotes: &['"'],
        keywords: &[
            "abstract",
            "break",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "extern",
            "false",
            "final",
            "float",
            "for",
            "if",
            "implements",
            "import",
            "int",
            "interface",
            "long",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "sizeof",
            "static",
            "struct",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typedef",
            "unsigned",
            "void",
            "while",
        ],
    },
];

/// The class of a token; other code has none.
#[derive(Debug, Clone, Copy)]
enum Class {
    Comment,
    String,
    Number,
    Keyword,
}

/// The code, escaped, with a `<span>` around each token that has a class. Code of other languages has none.
fn highlighted(code: &str, language: &str) -> String {
    let Some(syntax) = SYNTAXES.iter().find(|syntax| syntax.names.contains(&language)) else {
        return escape(code);
    };
    let (mut out, mut rest) = (String::with_capacity(2 * code.len()), code);
    while !rest.is_empty() {
        let (class, length) = syntax.token(rest);
        let (token, after) = rest.split_at(length);
        let token = escape(token);
        match class {
            None => out.push_str(&token),
            Some(class) => out += &format!("<span class=\"{}\">{token}</span>", class.name()),
        }
        rest = after;
    }
    out
}

impl Class {
    fn name(self) -> &'static str {
        match self {
            Self::Comment => "comment",
            Self::String => "string",
            Self::Number => "number",
            Self::Keyword => "keyword",
        }
    }
}

impl Syntax {
    /// The class and the length of the first token, at least one character.
    fn token(&self, code: &str) -> (Option<Class>, usize) {
        let first = code.chars().next().map_or(1, char::len_utf8);
        if let Some(length) = self.comment(code) {
            return (Some(Class::Comment), length);
        }
        if let Some(length) = self.string(code) {
            return (Some(Class::String), length);
        }
        let word = code.find(|character: char| !is_in_word(character)).unwrap_or(code.len());
        if word == 0 {
            return (None, first);
        }
        if code.starts_with(|character: char| character.is_ascii_digit()) {
            return (Some(Class::Number), number(code));
        }
        (self.keywords.contains(&&code[..word]).then_some(Class::Keyword), word)
    }

    fn comment(&self, code: &str) -> Option<usize> {
        if code.starts_with(self.line_comment) {
            return Some(code.find('\n').unwrap_or(code.len()));
        }
        let [start, end] = self.block_comment?;
        let inner = code.strip_prefix(start)?;
        Some(inner.find(end).map_or(code.len(), |at| start.len() + at + end.len()))
    }

    /// The length of a string, or of a character between single quotes. One that is not closed takes the rest of the
    /// line or of the code, so that no part of the code is scanned twice.
    fn string(&self, code: &str) -> Option<usize> {
        let quote = code.chars().next().filter(|quote| self.quotes.contains(quote) || *quote == '\'')?;
        let encloses_strings = self.quotes.contains(&quote);
        let mut characters = code.char_indices().skip(1);
        let mut content = 0;
        while let Some((at, character)) = characters.next() {
            match character {
                '\\' => drop(characters.next()),
                '\n' if quote == '\'' => return encloses_strings.then_some(at),
                _ if character == quote => return Some(at + 1),
                _ => {}
            }
            content += 1;
            // In other languages, single quotes enclose one character or start a lifetime.
            if content > 1 && !encloses_strings {
                return None;
            }
        }
        encloses_strings.then_some(code.len())
    }
}

fn is_in_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '$')
}

/// The length of a number, with its point, unit and separators.
fn number(code: &str) -> usize {
    let mut characters = code.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let is_point = character == '.' && characters.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if !is_in_word(character) && !is_point {
            return at;
        }
    }
    code.len()
}
