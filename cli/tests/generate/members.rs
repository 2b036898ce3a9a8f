//! How each driver reads the columns, texts and parts of a table.

use code_registry::{Code, ColumnValue, Language};

/// The columns, texts and parts of a registry.
pub(crate) struct Members<E: 'static> {
    /// Without those of localized texts.
    pub(crate) columns: &'static [Column],
    /// The columns of localized texts, and `url`.
    pub(crate) texts: &'static [&'static str],
    pub(crate) parts: &'static [(&'static str, fn(E) -> u64)],
}

/// A name with what C must know of its type.
#[derive(Clone, Copy)]
pub(crate) enum Column {
    Bool(&'static str),
    Integer(&'static str),
    OptionalBool(&'static str),
    OptionalInteger(&'static str),
    Text(&'static str),
}

/// What replaces `COLUMNS` and `TEXTS` in a driver.
pub(crate) struct Snippets {
    pub(crate) columns: String,
    pub(crate) texts: String,
}

impl<E> Default for Members<E> {
    fn default() -> Self {
        Self { columns: &[], texts: &[], parts: &[] }
    }
}

impl<E: Code> Members<E> {
    /// What the enum has in the columns and parts.
    pub(crate) fn cells(&self, code: Option<E>) -> impl Iterator<Item = Option<String>> {
        let columns = self.columns.iter().map(move |column| {
            Some(match code?.column(column.name())? {
                ColumnValue::Bool(value) => value.to_string(),
                ColumnValue::Integer(value) => value.to_string(),
                ColumnValue::Str(text) => text.to_owned(),
                ColumnValue::Word { word, .. } => word.to_owned(),
                other => panic!("{other:?}"),
            })
        });
        columns.chain(self.parts.iter().map(move |(_, part)| Some(part(code?).to_string())))
    }

    /// What the enum has in the columns of texts.
    pub(crate) fn texts(&self, code: Option<E>, language: Language) -> impl Iterator<Item = Option<String>> {
        self.texts.iter().map(move |&name| match name {
            "url" => Some(code?.url(language)?.to_string()),
            name => Some(code?.column_text(name, language)?.to_owned()),
        })
    }

    pub(crate) fn snippets(&self, language: &str) -> Snippets {
        let columns = self.columns.iter().map(|column| match language {
            "typescript" => format!("symbol && codes.columnsOf(value).{}, ", column.name()),
            "python" => format!("cell(\"columns_of\", \"{}\"), ", column.name()),
            "go" => format!("cell(value, value.Columns().{})\n", pascal(column.name())),
            "java" => format!(
                "out.append(field(Code.columnsOf(value).flatMap(it -> cell(it.{}()))));\n",
                camel(column.name())
            ),
            "c" => column.c(),
            _ => format!(
                "code.and_then(|code| code_registry::Code::column(code, {:?})).map(shown), ",
                column.name()
            ),
        });
        let parts = self.parts.iter().map(|(name, _)| match language {
            "typescript" => format!("symbol && codes.partsOf(value).{name}, "),
            "python" => format!("cell(\"parts_of\", \"{name}\"), "),
            "go" => format!("cell(value, value.Parts().{})\n", pascal(name)),
            "java" => {
                format!(
                    "out.append(field(symbol.flatMap(it -> cell(Code.partsOf(value).{}()))));\n",
                    camel(name)
                )
            }
            "c" => format!("number(code_symbol(value) != NULL, code_parts_of(value).{name});\n"),
            _ => format!("code.map(|code| code.{name}().to_string()), "),
        });
        let texts = self.texts.iter().map(|&name| match (language, name) {
            ("typescript", _) => format!("text?.{name}, "),
            ("python", _) => format!("\"{name}\", "),
            ("go", "url") => "field(text.URL)\n".to_owned(),
            ("go", _) => format!("field(text.{})\n", pascal(name)),
            ("java", _) => format!("out.append(field(text.flatMap(it -> cell(it.{}()))));\n", camel(name)),
            ("c", _) => format!("field(text ? text->{name} : NULL);\n"),
            (_, "url") => "code.and_then(|code| code.url(language)).map(|url| url.to_string()), ".to_owned(),
            _ => format!(
                "code.and_then(|code| code_registry::Code::column_text(code, {name:?}, language)).map(str::to_owned), "
            ),
        });
        Snippets { columns: columns.chain(parts).collect(), texts: texts.collect() }
    }
}

impl Column {
    fn name(self) -> &'static str {
        let (Self::Bool(name)
        | Self::Integer(name)
        | Self::OptionalBool(name)
        | Self::OptionalInteger(name)
        | Self::Text(name)) = self;
        name
    }

    fn c(self) -> String {
        let column = format!("code_columns_of(value)->{}", self.name());
        let is_there = "code_symbol(value)";
        match self {
            Self::Bool(_) => format!("field({is_there} ? {column} ? \"true\" : \"false\" : NULL);\n"),
            Self::OptionalBool(name) => format!(
                "field({is_there} && code_columns_of(value)->has_{name} ? {column} ? \"true\" : \"false\" : NULL);\n"
            ),
            Self::Integer(_) => {
                format!("number({is_there} != NULL, {is_there} ? (uint64_t){column} : 0);\n")
            }
            Self::OptionalInteger(name) => format!(
                "number({is_there} && code_columns_of(value)->has_{name}, {is_there} ? (uint64_t){column} : 0);\n"
            ),
            Self::Text(_) => format!("field({is_there} ? {column} : NULL);\n"),
        }
    }
}

/// `file_name` is `FileName`.
fn pascal(name: &str) -> String {
    name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// `file_name` is `fileName`.
fn camel(name: &str) -> String {
    name[..1].to_owned() + &pascal(name)[1..]
}
