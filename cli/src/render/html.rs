//! A reference as one page: every language of the table is in it, and what draws and searches it; nothing is asked of
//! anybody else.

mod data;
mod head;
mod markup;
mod policy;
mod row;
mod template;
mod writer;

use std::io;

use code_registry_table::{Language, Table};
use serde::Serialize;

pub(super) use self::markup::escape;
use self::markup::escape_script;
use self::writer::Writer;
use crate::failure::Failure;
use crate::said::Phrase;

const PAGE: &str = include_str!("page/page.html");
const STYLE: &str = include_str!("page/style.css");
const SCRIPT: &str = include_str!("page/script.js");

/// The page, with the texts of one language in its markup: these are there without the script too.
pub(super) fn page(table: &Table, language: &Language) -> Result<String, Failure> {
    let mut writer = Writer::new(table, language);
    // In the order of the page: so stand the texts that the script puts in their places.
    template::fill(PAGE, |part| {
        Ok(match part {
            "language" => writer.page_language(),
            "direction" => writer.direction().to_owned(),
            "policy" => policy::of(STYLE, SCRIPT),
            "style" => STYLE.to_owned(),
            "script" => SCRIPT.to_owned(),
            "made by" => writer.say(Phrase::MadeBy).to_owned(),
            "title" => escape(writer.title()),
            "heading" => writer.heading(),
            "about" => writer.about(),
            "ranges" => writer.ranges(),
            "rows" => writer.rows(),
            "data" => json(&writer.data())?,
            word => writer.named_word(word),
        })
    })
}

fn json(data: &impl Serialize) -> Result<String, Failure> {
    Ok(escape_script(&serde_json::to_string(data).map_err(io::Error::from)?))
}
