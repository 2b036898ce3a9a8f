//! Which of a table's languages speaks.

use std::env;
use std::iter;

use code_registry_table::{Language, Table, canonical_tag, nearest};

use crate::failure::Failure;
use crate::said::Said;

/// What is used where nobody asks for a language that the table has.
const LAST_RESORT: &str = "en";

/// The language asked for, by its tag or as the name of a locale; else the environment's, else English, else the table's default.
pub(crate) fn choose<'a>(table: &'a Table, requested: Option<&str>) -> Result<&'a Language, Failure> {
    if let Some(tag) = requested {
        let found = tag_of(tag).and_then(|tag| lookup(table, &tag));
        return found.ok_or_else(|| missing(table, tag));
    }
    let tag = of_environment(|name| env::var(name).ok());
    Ok(tag
        .and_then(|tag| lookup(table, &tag))
        .or_else(|| lookup(table, LAST_RESORT))
        .unwrap_or(&table.languages[0]))
}

/// The language that the tool speaks, where the table has it; else the table's default.
pub(crate) fn spoken(table: &Table) -> &Language {
    let found = code_registry::language::current().and_then(|language| lookup(table, &language.to_string()));
    found.unwrap_or(&table.languages[0])
}

/// A tag, or the name of a locale, as tables list it; none where it is no language.
pub(crate) fn listed(tag: &str) -> Option<String> {
    canonical_tag(&tag_of(tag)?)
}

/// RFC 4647 section 3.4: the tag, then the tag less its last subtag, and so on. (That a single letter goes with the
/// subtag it introduced needs no care: no tag of a table ends in one.)
fn lookup<'a>(table: &'a Table, tag: &str) -> Option<&'a Language> {
    let mut tags = iter::successors(Some(tag), |tag| Some(tag.rsplit_once('-')?.0));
    let column = tags.find_map(|tag| table.language(tag))?;
    Some(&table.languages[column])
}

fn missing(table: &Table, tag: &str) -> Failure {
    let tags = || table.languages.iter().map(|language| language.tag.as_str());
    let failure = Failure::trouble(Said::NoLanguage { tag: tag.to_owned() });
    match nearest(tag, tags()) {
        Some(near) => failure.help(Said::DidYouMean { near: near.to_owned() }),
        None => {
            let tags = tags().map(|tag| format!("`{tag}`")).collect::<Vec<_>>().join(", ");
            failure.help(Said::LanguagesAre { tags })
        }
    }
}

/// The tag of the locale of messages: of the first of POSIX's variables that is not empty.
pub(crate) fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(variable)
        .find(|locale| !locale.is_empty())?;
    tag_of(&locale)
}

/// `it_IT.UTF-8@euro` is `it-IT`; `C` and `POSIX` are no language.
pub(crate) fn tag_of(locale: &str) -> Option<String> {
    let name = locale.split(['.', '@']).next()?;
    (!matches!(name, "" | "C" | "POSIX")).then(|| name.replace('_', "-"))
}
