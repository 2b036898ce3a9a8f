//! The frame of a page, and the page of a row.

use code_registry_table::{
    Argument, Extent, Language, LiteralKind, OpaqueKey, Property, PropertyValue, Row, Status,
};

use super::address::{Addresses, relative};
use super::{SCRIPT, STYLE, explanation, spoken};
use crate::display_text::{self, Words};
use crate::error::Label;
use crate::render::Reference;
use crate::render::elements::{self, element, escape};

/// The input of every page.
#[derive(Debug)]
pub(super) struct Site<'a> {
    pub(super) reference: &'a Reference<'a>,
    pub(super) addresses: &'a Addresses<'a>,
}

/// A page without its frame.
pub(super) struct Content<'c> {
    pub(super) title: String,
    pub(super) description: String,
    /// The address of the page in each language.
    pub(super) address: &'c dyn Fn(usize) -> String,
    pub(super) main: String,
    pub(super) kind: Kind,
}

/// How a page finds the files of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Ordinary,
    /// Servers send this page for every missing address, so its relative links would resolve against the wrong folder.
    NotFound,
}

impl<'a> Site<'a> {
    pub(super) fn title(&self, language: &Language) -> String {
        let title = self.reference.table.title.resolve(language);
        title.cloned().unwrap_or_else(|| Words::of(language).say(Label::CodesAndRanges).to_owned())
    }

    /// The whole page of a content.
    pub(super) fn framed(&self, language: &Language, content: &Content<'_>) -> String {
        let words = Words::of(language);
        let column = language.chain[0];
        let here = (content.address)(column);
        let root = relative(&here, "");
        let home = relative(&here, &self.addresses.overview(column));
        let (title, description) =
            (escape(&content.title), escape(&display_text::one_line(&content.description)));
        let languages = self.languages(language, content, &here);
        let head = self.head(language, content, &here);
        let files = self.files(content.kind, &root);
        // With the root of the site as base, a link to a part of the page would leave it.
        let (body, skip) = match content.kind {
            Kind::Ordinary => {
                let skip = words.say(Label::SkipToContent);
                ("<body", format!("<a class=\"skip\" href=\"#main\">{skip}</a>\n"))
            }
            Kind::NotFound => ("<body class=\"missing\"", String::new()),
        };
        let registry = escape(&self.title(language));
        let (search, made_by, data) =
            (words.say(Label::Search), words.say(Label::MadeBy), words.say(Label::TableAsData));
        let nothing = words.say(Label::NothingFound);
        let main = &content.main;
        format!(
            "<!doctype html>\n<!-- {made_by} -->\n<html {spoken}>\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
             <meta name=\"description\" content=\"{description}\">\n{files}{head}\
             </head>\n{body} data-root=\"{root}\" data-language=\"{tag}\">\n{skip}\
             <header class=\"bar\"><a class=\"home\" href=\"{home}\">{registry}</a>\n\
             <form class=\"search\" role=\"search\" hidden><label><span class=\"hidden\">{search}</span>\
             <input type=\"search\" placeholder=\"{search}\" autocomplete=\"off\" spellcheck=\"false\" aria-keyshortcuts=\"/\"></label>\
             <ul class=\"results\" hidden></ul><p class=\"nothing\" role=\"status\" data-text=\"{nothing}\"></p></form>\n\
             {languages}</header>\n<main id=\"main\">\n{main}</main>\n\
             <footer><p><a href=\"{root}codes.json\">{data}</a></p></footer>\n</body>\n</html>\n",
            spoken = spoken(language),
            tag = language.tag,
        )
    }

    /// Style and script. A page for missing addresses that does not know the root of the site contains them, and its
    /// script looks for the root.
    fn files(&self, kind: Kind, root: &str) -> String {
        let base = match (kind, self.addresses.server_path()) {
            (Kind::Ordinary, _) => String::new(),
            (Kind::NotFound, Some(path)) => format!("<base href=\"{}\">\n", escape(path)),
            (Kind::NotFound, None) => {
                return format!("<style>\n{STYLE}</style>\n<script type=\"module\">\n{SCRIPT}</script>\n");
            }
        };
        format!(
            "{base}<link rel=\"stylesheet\" href=\"{root}style.css\">\n<script src=\"{root}site.js\" defer></script>\n"
        )
    }

    /// The canonical address, the other languages and the data for previews.
    fn head(&self, language: &Language, content: &Content<'_>, here: &str) -> String {
        let mut head = String::new();
        if let Some(address) = self.addresses.absolute(here) {
            let address = escape(&address);
            head += &format!(
                "<link rel=\"canonical\" href=\"{address}\">\n<meta property=\"og:url\" content=\"{address}\">\n"
            );
        }
        for (column, other) in self.reference.table.languages.iter().enumerate() {
            let address = (content.address)(column);
            let address = self.addresses.absolute(&address).unwrap_or_else(|| relative(here, &address));
            head += &format!(
                "<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n",
                other.tag,
                escape(&address)
            );
        }
        let one_line = |text: &str| escape(&display_text::one_line(text));
        head + &format!(
            "<meta property=\"og:title\" content=\"{}\">\n<meta property=\"og:description\" content=\"{}\">\n\
             <meta property=\"og:type\" content=\"article\">\n<meta property=\"og:locale\" content=\"{}\">\n",
            one_line(&content.title),
            one_line(&content.description),
            language.tag.replace('-', "_"),
        )
    }

    /// Links to the page in the other languages.
    fn languages(&self, language: &Language, content: &Content<'_>, here: &str) -> String {
        let languages = &self.reference.table.languages;
        if languages.len() == 1 {
            return String::new();
        }
        let link = |(column, other): (usize, &Language)| {
            let href = escape(&relative(here, &(content.address)(column)));
            let current = if other.tag == language.tag { " aria-current=\"true\"" } else { "" };
            format!("<li><a href=\"{href}\" hreflang=\"{0}\" lang=\"{0}\"{current}>{0}</a></li>", other.tag)
        };
        let links: String = languages.iter().enumerate().map(link).collect();
        let label = Words::of(language).say(Label::Language);
        if languages.len() <= 4 {
            return format!("<nav class=\"languages\" aria-label=\"{label}\"><ul>{links}</ul></nav>\n");
        }
        format!(
            "<nav class=\"languages\" aria-label=\"{label}\"><details><summary>{label}: {}</summary><ul>{links}</ul></details></nav>\n",
            language.tag
        )
    }

    /// The page of a row.
    pub(super) fn row(&self, index: usize, language: &Language) -> String {
        let (row, label) = (self.reference.row(index), self.reference.label(index));
        let name = row.short(&language.chain).unwrap_or_default();
        let name = display_text::one_line(&name);
        let content = Content {
            title: format!("{label} {name} · {}", self.title(language)),
            description: row.meaning(&language.chain).unwrap_or_else(|| name.clone()),
            address: &|column| self.addresses.row(index, column),
            main: self.article(index, language),
            kind: Kind::Ordinary,
        };
        self.framed(language, &content)
    }

    fn article(&self, index: usize, language: &Language) -> String {
        let table = self.reference.table;
        let (row, words) = (self.reference.row(index), Words::of(language));
        let mut main = self.breadcrumbs(index, language);
        main += &format!(
            "<article>\n<h1><span class=\"value\">{}</span> {}</h1>\n<p class=\"symbols\"><code>{}</code>{}</p>\n",
            escape(&self.reference.label(index)),
            element(table, language, "span", "name", row.text(LiteralKind::Name)),
            row.symbol,
            status(row.status, words),
        );
        main += &element(table, language, "p", "lead", row.text(LiteralKind::Description));
        if display_text::is_taken(self.reference.table, row) {
            main += &format!("<p>{}</p>", words.say(Label::AllTaken));
        }
        let message = elements::message(language, &row.message, &row.arguments);
        main += &section(words.say(Label::Message), &message);
        let help = elements::help(table, language, row);
        if !help.is_empty() {
            main +=
                &format!("<section class=\"help\"><h2>{}</h2>{help}</section>\n", words.say(Label::Advice));
        }
        for (at, property) in table.text_columns() {
            let texts = row.column_text(at).map(|texts| element(table, language, "p", "", texts));
            let heading = elements::column(table, language, property);
            main += &section(&heading, &texts.unwrap_or_default());
        }
        main += &self.inside(index, language);
        main += &self.explanation(row, language);
        main += &self.properties(row, language);
        let notes: String = row.notes.iter().map(|note| element(table, language, "li", "", note)).collect();
        main += &section(words.say(Label::Notes), &list("ul", "", &notes));
        main += &self.details(index, language);
        let general = table.references.iter().filter(|reference| !row.references.contains(reference));
        let sources = row.references.iter().chain(general);
        let word = words.say(Label::Section);
        let sources: String =
            sources.map(|source| format!("<li>{}</li>", elements::reference(source, word))).collect();
        main += &section(words.say(Label::Sources), &list("ul", "sources", &sources));
        main + "</article>\n" + &self.neighbours(index, language)
    }

    /// The explanation, whose headings are below those of the page.
    fn explanation(&self, row: &Row, language: &Language) -> String {
        let texts = row.text(LiteralKind::Explanation);
        let found = language.chain.iter().find_map(|&source| Some((source, texts.get(source)?)));
        let Some((source, text)) = found else { return String::new() };
        let foreign = elements::foreign(self.reference.table, language, source);
        let heading = Words::of(language).say(Label::Explanation);
        let content = explanation::html(text);
        format!("<section class=\"explanation\"><h2>{heading}</h2><div{foreign}>{content}</div></section>\n")
    }

    /// The way from the overview through the ranges around a row.
    fn breadcrumbs(&self, index: usize, language: &Language) -> String {
        let column = language.chain[0];
        let here = self.addresses.row(index, column);
        let home = relative(&here, &self.addresses.overview(column));
        let mut around: Vec<usize> =
            std::iter::successors(self.reference.parent(index), |row| self.reference.parent(*row)).collect();
        around.reverse();
        let words = Words::of(language);
        let ranges: String =
            around.into_iter().map(|row| format!("<li>{}</li>", self.link(row, &here, column))).collect();
        format!(
            "<nav class=\"path\" aria-label=\"{}\"><ol><li><a href=\"{home}\">{}</a></li>{ranges}</ol></nav>\n",
            words.say(Label::Within),
            words.say(Label::Overview),
        )
    }

    /// A link from a page to that of a row.
    pub(super) fn link(&self, row: usize, here: &str, column: usize) -> String {
        let href = escape(&relative(here, &self.addresses.row(row, column)));
        format!("<a class=\"value\" href=\"{href}\">{}</a>", escape(&self.reference.label(row)))
    }

    /// The rows directly inside a range.
    fn inside(&self, index: usize, language: &Language) -> String {
        let rows = self.reference.inside(index);
        if rows.is_empty() {
            return String::new();
        }
        let words = Words::of(language);
        let here = self.addresses.row(index, language.chain[0]);
        section(words.say(Label::Inside), &self.rows_table(rows, language, &here))
    }

    /// The columns: marks for yes and no, then what differs from most rows, then the rest in the background.
    fn properties(&self, row: &Row, language: &Language) -> String {
        let words = Words::of(language);
        let columns = self.reference.table.properties.iter().zip(&row.properties);
        let (mut marks, mut facts, mut usual) = (String::new(), String::new(), String::new());
        for (at, (property, value)) in columns.enumerate() {
            // Texts have sections of their own.
            let Some(value) = value.as_ref().filter(|value| !matches!(value, PropertyValue::Text(_))) else {
                continue;
            };
            let target = if self.reference.is_usual(at, value) { &mut usual } else { &mut facts };
            match value {
                PropertyValue::Bool(is_true) => marks += &self.mark(property, *is_true, language),
                value => {
                    let name = elements::column(self.reference.table, language, property);
                    let doc = element(self.reference.table, language, "span", "doc", &property.doc);
                    *target += &format!(
                        "<div><dt>{name}</dt><dd>{}{doc}</dd></div>",
                        elements::value(self.reference.table, language, value)
                    );
                }
            }
        }
        let mut parts = list("ul", "marks", &marks);
        parts += &list("dl", "facts", &facts);
        if !usual.is_empty() {
            parts += &list("dl", "facts usual", &usual);
        }
        section(words.say(Label::Properties), &parts)
    }

    /// A yes or no with its name: the sign alone would not be read aloud.
    fn mark(&self, property: &Property, is_true: bool, language: &Language) -> String {
        let words = Words::of(language);
        let (class, word) =
            if is_true { ("yes", words.say(Label::Yes)) } else { ("no", words.say(Label::No)) };
        let name = elements::column(self.reference.table, language, property);
        let doc = element(self.reference.table, language, "span", "doc", &property.doc);
        format!("<li class=\"{class}\"><span class=\"sign\">{word}</span> <span>{name}{doc}</span></li>")
    }

    /// The facts that every table can have.
    fn details(&self, index: usize, language: &Language) -> String {
        let (table, row, words) = (self.reference.table, self.reference.row(index), Words::of(language));
        let column = language.chain[0];
        let here = self.addresses.row(index, column);
        let mut facts = String::new();
        let mut fact =
            |label: &str, value: &str| facts += &format!("<div><dt>{label}</dt><dd>{value}</dd></div>");
        if let Extent::Code(value) = row.extent {
            for part in &table.parts {
                let word = table.part_word(part, value);
                let name = word.map(|word| format!(" {}", elements::value(table, language, &word)));
                let label = format!("<code>{}</code>", part.name);
                fact(&label, &format!("{}{}", part.of(value), name.unwrap_or_default()));
            }
        }
        if let Some(value) = row.replaced_by {
            let link = self.reference.row_of(value).map(|row| self.link(row, &here, column));
            fact(words.say(Label::ReplacedBy), &link.unwrap_or_else(|| escape(&table.label(value))));
        }
        for key in OpaqueKey::ALL {
            if let Some(text) = row.opaque(key) {
                fact(words.say(Words::of_key(key)), &escape(text));
            }
        }
        if !row.aliases.is_empty() {
            let aliases: Vec<_> = row.aliases.iter().map(|alias| format!("<code>{alias}</code>")).collect();
            fact(words.say(Label::Aliases), &aliases.join(", "));
        }
        let argument = |argument: &Argument| {
            format!("<li><var>{}</var> <code>{}</code></li>", argument.name, escape(&argument.declaration()))
        };
        let arguments: String = row.arguments.iter().map(argument).collect();
        if !arguments.is_empty() {
            fact(words.say(Label::Arguments), &list("ul", "arguments", &arguments));
        }
        if !row.extent.is_range() && !table.repr.is_text() {
            let (value, label) = (row.extent.first(), self.reference.label(index));
            let number = |form: &str| format!("<code>{form}</code>");
            if !label.ends_with(&value.to_string()) {
                fact(words.say(Label::Decimal), &number(&value.to_string()));
            }
            fact(words.say(Label::Hexadecimal), &number(&hexadecimal(value)));
        }
        fact(words.say(Label::Status), words.say_more(Words::of_status(row.status)));
        section(words.say(Label::Details), &list("dl", "facts", &facts))
    }

    fn neighbours(&self, index: usize, language: &Language) -> String {
        let (column, words) = (language.chain[0], Words::of(language));
        let here = self.addresses.row(index, column);
        let link = |row: usize, rel: &str, word: Label| {
            let href = escape(&relative(&here, &self.addresses.row(row, column)));
            let name = self.reference.row(row).short(&language.chain).unwrap_or_default();
            format!(
                "<a rel=\"{rel}\" href=\"{href}\"><span class=\"way\">{}</span> <span class=\"value\">{}</span> {}</a>",
                words.say(word),
                escape(&self.reference.label(row)),
                elements::inline(&display_text::one_line(&name)),
            )
        };
        let previous = index.checked_sub(1).map(|row| link(row, "prev", Label::Previous)).unwrap_or_default();
        let next =
            (index + 1 < self.reference.table.rows.len()).then(|| link(index + 1, "next", Label::Next));
        let label = words.say(Label::Neighbours);
        format!(
            "<nav class=\"neighbours\" aria-label=\"{label}\">{previous}{}</nav>\n",
            next.unwrap_or_default()
        )
    }
}

/// `0x3EE`
fn hexadecimal(value: i128) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}0x{:X}", value.unsigned_abs())
}

/// The status, unless it is `assigned`. The details of a row explain it.
pub(super) fn status(status: Status, words: Words) -> String {
    if status == Status::Assigned {
        return String::new();
    }
    let word = Words::of_status(status);
    format!(" <span class=\"status {}\">{}</span>", status.name(), words.say(word))
}

/// A part with a heading, unless it is empty.
pub(super) fn section(heading: &str, content: &str) -> String {
    if content.is_empty() {
        String::new()
    } else {
        format!("<section><h2>{heading}</h2>{content}</section>\n")
    }
}

pub(super) fn list(tag: &str, class: &str, entries: &str) -> String {
    match (entries, class) {
        ("", _) => String::new(),
        (entries, "") => format!("<{tag}>{entries}</{tag}>"),
        (entries, class) => format!("<{tag} class=\"{class}\">{entries}</{tag}>"),
    }
}
