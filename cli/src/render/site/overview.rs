//! The overview in a language, the entrance to the site, and the page for addresses that do not exist.

use code_registry_table::{Language, Property};

use super::address::relative;
use super::page::{Content, Kind, Site, list, section, status};
use crate::display_text::{self, Words};
use crate::error::Label;
use crate::render::elements::{self, element, escape};

impl Site<'_> {
    /// All rows, by the outermost ranges.
    pub(super) fn overview(&self, language: &Language) -> String {
        self.framed(
            language,
            &Content {
                title: self.title(language),
                description: self.about_in_words(language),
                address: &|column| self.addresses.overview(column),
                main: self.overview_content(language, &self.addresses.overview(language.chain[0])),
                kind: Kind::Ordinary,
            },
        )
    }

    /// The overview of the default language at the root of the site.
    pub(super) fn root(&self, language: &Language) -> String {
        let overview = |column| match column {
            0 => String::new(),
            column => self.addresses.overview(column),
        };
        self.framed(
            language,
            &Content {
                title: self.title(language),
                description: self.about_in_words(language),
                address: &overview,
                main: self.overview_content(language, ""),
                kind: Kind::Ordinary,
            },
        )
    }

    /// The script finds the codes that the missing address names.
    pub(super) fn not_found(&self, language: &Language) -> String {
        let words = Words::of(language);
        let overview = relative("", &self.addresses.overview(0));
        let overview = if overview == "./" { "index.html".to_owned() } else { overview };
        let main = format!(
            "<h1>{}</h1>\n<p class=\"lead\">{}</p>\n<ul class=\"found\"></ul>\n<p><a href=\"{overview}\">{}</a></p>\n",
            words.say(Label::PageNotFound),
            words.say_more(Label::PageNotFound),
            words.say(Label::Overview),
        );
        let title = format!("{} · {}", words.say(Label::PageNotFound), self.title(language));
        let page = Content {
            title,
            description: words.say_more(Label::PageNotFound).to_owned(),
            address: &|column| {
                if column == 0 { "404.html".to_owned() } else { self.addresses.overview(column) }
            },
            main,
            kind: Kind::NotFound,
        };
        self.framed(language, &page)
    }

    /// The numbers of codes and ranges, for search engines.
    fn about_in_words(&self, language: &Language) -> String {
        let table = self.reference.table;
        let note = table.notes.first().and_then(|note| note.resolve(language));
        let counts = self.counts(language);
        note.map_or_else(|| format!("{}: {counts}", self.title(language)), |note| format!("{counts}. {note}"))
    }

    fn counts(&self, language: &Language) -> String {
        let words = Words::of(language);
        let [codes, ranges, _] = display_text::counts(self.reference.table);
        [codes, ranges].map(|count| count.localized(words.language()).to_string()).join(", ")
    }

    fn overview_content(&self, language: &Language, here: &str) -> String {
        let (table, words) = (self.reference.table, Words::of(language));
        let title = match table.title.is_empty() {
            true => escape(&self.title(language)),
            false => element(table, language, "span", "", &table.title),
        };
        let mut main = format!("<h1>{title}</h1>\n<p class=\"counts\">{}</p>\n", self.counts(language));
        main += &table.notes.iter().map(|note| element(table, language, "p", "", note)).collect::<String>();
        main += &self.ranges(language);
        let rows: Vec<usize> = (0..table.rows.len()).collect();
        main += &section(words.say(Label::CodesAndRanges), &self.rows_table(&rows, language, here));
        // A name alone explains nothing.
        let documented = table.properties.iter().filter(|property| !property.doc.is_empty());
        let column = |property: &Property| {
            let name = elements::column(table, language, property);
            format!("<div><dt>{name}</dt>{}</div>", element(table, language, "dd", "", &property.doc))
        };
        let columns: String = documented.map(column).collect();
        main += &section(words.say(Label::Properties), &list("dl", "facts columns", &columns));
        let sources: String = table
            .references
            .iter()
            .map(|source| format!("<li>{}</li>", elements::reference(source, words.say(Label::Section))))
            .collect();
        main + &section(words.say(Label::Sources), &list("ul", "sources", &sources))
    }

    /// Links to the outermost ranges in the table below.
    fn ranges(&self, language: &Language) -> String {
        let table = self.reference.table;
        let is_top = |row: &usize| table.rows[*row].extent.is_range() && self.reference.depth(*row) == 0;
        let link = |row: usize| {
            let name = table.rows[row].short(&language.chain).unwrap_or_default();
            format!(
                "<li><a href=\"{}\"><span class=\"value\">{}</span> {}</a></li>",
                self.reference.link(row),
                escape(&self.reference.label(row)),
                elements::inline(&display_text::one_line(&name)),
            )
        };
        let links: String = (0..table.rows.len()).filter(is_top).map(link).collect();
        let label = Words::of(language).say(Label::TopRanges);
        match links.as_str() {
            "" => String::new(),
            links => format!("<nav class=\"ranges\" aria-label=\"{label}\"><ul>{links}</ul></nav>\n"),
        }
    }

    /// Rows with their values, names, symbols and states; a row inside a range is indented.
    pub(super) fn rows_table(&self, rows: &[usize], language: &Language, here: &str) -> String {
        let (table, words, column) = (self.reference.table, Words::of(language), language.chain[0]);
        let top = rows.iter().map(|row| self.reference.depth(*row)).min().unwrap_or_default();
        let line = |&index: &usize| {
            let row = &table.rows[index];
            let kind = if row.extent.is_range() { "range" } else { "code" };
            let name = display_text::one_line(&row.short(&language.chain).unwrap_or_default());
            format!(
                "<tr id=\"{}\" class=\"{kind} depth-{}\"><th scope=\"row\">{}</th><td>{}{}</td><td><code>{}</code></td></tr>\n",
                escape(&self.reference.anchor(index)),
                self.reference.depth(index) - top,
                self.link(index, here, column),
                elements::inline(&name),
                status(row.status, words),
                row.symbol,
            )
        };
        let heads = [Label::Code, Label::Name, Label::Symbol]
            .map(|head| format!("<th scope=\"col\">{}</th>", words.say(head)));
        let lines: String = rows.iter().map(line).collect();
        format!(
            "<table class=\"rows\"><thead><tr>{}</tr></thead>\n<tbody>\n{lines}</tbody></table>",
            heads.concat()
        )
    }
}
