//! `codes init`

use std::path::PathBuf;

use clap::{Args, ValueHint};
use code_registry::Language;
use code_registry_table::canonical_tag;

use crate::document::{Document, Node, Section};
use crate::error::{Error, Exit};
use crate::error::{Phrase, ToolMessage};
use crate::{files, fmt, table_file, terminal};

const TYPES: [&str; 10] = ["u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "str", "name"];

/// Create a table
///
/// It contains a sample code to replace. An existing file is never overwritten.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The file to create
    #[arg(value_name = "TABLE", default_value = table_file::CURRENT, value_hint = ValueHint::FilePath)]
    file: PathBuf,
    /// The title of the registry
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The languages of the texts, the default one first: en,it
    #[arg(long, value_name = "TAGS", value_delimiter = ',', default_value = "en")]
    languages: Vec<String>,
    /// The type of the values: u8 u16 u32 u64 i8 i16 i32 i64, str, or name
    #[arg(long, value_name = "TYPE", default_value = "u16", value_parser = TYPES, hide_possible_values = true)]
    repr: String,
}

impl Init {
    pub(crate) fn run(&self) -> Result<Exit, Error> {
        self.check_languages()?;
        let text = fmt::in_form(&self.table().to_toml())?;
        table_file::without_errors(table_file::read_text(&self.file, &text))?;
        let file = self.file.display().to_string();
        if self.file.exists() {
            return Err(Error::new(ToolMessage::AlreadyThere { file }).help(ToolMessage::OtherName));
        }
        files::create(&self.file, &text)?;
        terminal::notice(ToolMessage::Begun { file });
        Ok(Exit::Success)
    }

    fn check_languages(&self) -> Result<(), Error> {
        let mut known = Vec::new();
        for tag in &self.languages {
            let canonical =
                canonical_tag(tag).ok_or_else(|| Error::new(ToolMessage::NoTag { tag: tag.clone() }))?;
            if known.contains(&canonical) {
                return Err(Error::new(ToolMessage::LanguageTwice { tag: canonical }));
            }
            known.push(canonical);
        }
        Ok(())
    }

    fn table(&self) -> Document {
        let (is_text, is_name) = (self.repr == "str", self.repr == "name");
        let value = match &*self.repr {
            "str" => "E0001",
            "name" => "not-found",
            _ => "1",
        };
        let mut head = vec![("title".to_owned(), self.texts(Phrase::NewTitle, self.title.as_deref()))];
        head.push(("repr".to_owned(), Node::text(&self.repr)));
        head.extend(is_text.then_some(("length".to_owned(), Node::Integer(value.len() as i128))));
        head.push(("languages".to_owned(), Node::texts(&self.languages)));
        // The table of a registry of words lists all of them, and each is its own symbol.
        head.extend((!is_name).then(|| ("unlisted".to_owned(), Node::text("Unlisted"))));
        let mut row = vec![
            ("name".to_owned(), self.texts(Phrase::NewName, None)),
            ("description".to_owned(), self.texts(Phrase::NewDescription, None)),
            ("message".to_owned(), self.texts(Phrase::NewMessage, None)),
        ];
        if !is_name {
            row.insert(0, ("symbol".to_owned(), Node::text("NOT_FOUND")));
        }
        // Partial, so that the next row needs only the default language.
        let further = self.languages.iter().skip(1);
        let partial =
            |tag: &String| section(&["language", tag], vec![("policy".to_owned(), Node::text("partial"))]);
        let sections = [section(&["registry"], head)].into_iter().chain(further.map(partial));
        Document::new(sections.chain([section(&["code", value], row)]).collect())
    }

    /// A text in the default language, and in each other language that the tool speaks. `own` replaces the first.
    fn texts(&self, phrase: Phrase, own: Option<&str>) -> Node {
        let text = |(at, tag): (usize, &String)| {
            let language = spoken(tag).or_else(|| (at == 0).then_some(Phrase::DEFAULT_LANGUAGE))?;
            let text = own.filter(|_| at == 0).unwrap_or_else(|| phrase.description(language));
            Some((tag.clone(), Node::text(text)))
        };
        Node::Table(self.languages.iter().enumerate().filter_map(text).collect())
    }
}

fn section(path: &[&str], fields: Vec<(String, Node)>) -> Section {
    Section { path: path.iter().map(|key| (*key).to_owned()).collect(), fields, line: None }
}

/// The language, if the tool speaks it.
fn spoken(tag: &str) -> Option<Language> {
    let tag = Language::new(tag)?;
    Phrase::LANGUAGES.iter().copied().find(|language| *language == tag)
}
