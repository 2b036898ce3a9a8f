//! Answers for the values on standard input like the generated enum: fields as `length:bytes,`, or `-`.
#![deny(warnings, missing_docs, missing_debug_implementations, unreachable_pub)]
#![allow(dead_code)]

/// The codes.
pub mod generated;

use std::env;
use std::io::stdin;

use code_registry::{Coded, Language};
use generated::Code;

/// The macro of the enum exists as well.
#[derive(Debug, Coded)]
#[coded(Code)]
enum Failure {}

/// A column of the value.
fn shown(value: code_registry::ColumnValue) -> String {
    match value {
        code_registry::ColumnValue::Bool(value) => value.to_string(),
        code_registry::ColumnValue::Integer(value) => value.to_string(),
        code_registry::ColumnValue::Str(text) => text.to_owned(),
        code_registry::ColumnValue::Word { word, .. } => word.to_owned(),
        other => panic!("{other:?}"),
    }
}

fn main() {
    let languages: Vec<Language> = env::args().skip(1).map(|tag| Language::new(&tag).unwrap()).collect();
    for line in stdin().lines() {
        let line: &str = &line.unwrap();
        let code: Option<Code> = PARSE;
        let mut fields = vec![code.map(|code| code.symbol().to_owned()), code.map(|code| code.label().to_string())];
        fields.push(code.map(|code| code.status().name().to_owned()));
        fields.push(code.map(|code| code.references().join("\n")).filter(|references| !references.is_empty()));
        fields.extend::<Vec<Option<String>>>(vec![COLUMNS]);
        for language in languages.iter().copied() {
            fields.push(code.map(|code| code.name(language).to_owned()));
            fields.push(code.map(|code| code.description(language).to_owned()));
            fields.push(code.and_then(|code| code.help(language)).map(str::to_owned));
            fields.extend::<Vec<Option<String>>>(vec![TEXTS]);
        }
        let field = |text: Option<String>| text.map_or("-".to_owned(), |text| format!("{}:{text},", text.len()));
        println!("{}", fields.into_iter().map(field).collect::<String>());
    }
}
