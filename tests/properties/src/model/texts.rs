//! Rule 4: the texts of a row in a language.

use std::collections::BTreeMap;

use crate::model::say;
use crate::table::{Language, Row, Table, Texts};

/// The texts that a reader of one language sees.
#[derive(Debug, PartialEq)]
pub struct Said {
    pub name: String,
    pub description: String,
    pub help: Option<String>,
    pub notes: Vec<String>,
}

impl Table {
    /// The language that answers a request: the requested one, then the one that CLDR matches to it, then the same
    /// without its last subtag, and finally the default one, of those that were compiled in. Of the tags that occur
    /// here, CLDR matches only `pt`.
    pub fn answering<'t>(&'t self, wanted: &str, spoken: &'t [String]) -> &'t str {
        let mut wanted = Some(wanted);
        while let Some(tag) = wanted {
            if let Some(found) = spoken.iter().find(|spoken| *spoken == tag) {
                return found;
            }
            if let Some(found) = spoken.iter().find(|spoken| tag == "pt" && *spoken == "pt-BR") {
                return found;
            }
            wanted = tag.rsplit_once('-').map(|(rest, _)| rest);
        }
        &spoken[0]
    }

    /// The text in a language, in its fallbacks, or finally in the default language, and the language that has it.
    pub fn find<'t, T>(
        &'t self,
        texts: &'t BTreeMap<String, T>,
        language: &'t str,
    ) -> Option<(&'t str, &'t T)> {
        let fallback = self.languages.iter().find(|Language { tag, .. }| tag == language);
        let chain = fallback.into_iter().flat_map(|language| &language.fallback).map(String::as_str);
        let mut chain = [language].into_iter().chain(chain).chain([self.default_language()]);
        chain.find_map(|tag| Some((tag, texts.get(tag)?)))
    }

    /// The texts of a row.
    ///
    /// "Where a row has no name, its description answers for it, and the other way round; a message answers for both, with
    /// its arguments as `{name}`." What a row has, it has in the default language.
    pub fn said(&self, row: &Row, language: &str) -> Said {
        let text = |texts: &Texts| Some(self.find(texts, language)?.1.clone());
        let message = || Some(say::shown(self.find(&row.message, language)?.1));
        let either =
            |first, second| text(first).or_else(|| text(second)).or_else(message).unwrap_or_default();
        Said {
            name: either(&row.name, &row.description),
            description: either(&row.description, &row.name),
            help: text(&row.help),
            notes: row.notes.iter().filter_map(text).collect(),
        }
    }
}
