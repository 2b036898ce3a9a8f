//! The kinds of text, of argument and of plain key that a row may have, with everything that distinguishes them.

use code_registry_encoding::message::Selector;

/// The purpose of a text of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A text without arguments.
    Literal(LiteralKind),
    /// What happened in this case, with arguments.
    Message,
    /// A list of remarks.
    Note,
}

/// A kind of text without arguments, of which a row has at most one in each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LiteralKind {
    /// A short label.
    Name,
    /// What the code means in general.
    Description,
    /// What the reader can do.
    Help,
    /// A document in Markdown about the code, for pages and the documentation. Programs do not contain it.
    Explanation,
}

/// What is specific to a kind of text.
#[derive(Debug)]
#[non_exhaustive]
pub struct TextInfo {
    /// The key in tables, in spreadsheets and in the keys of translators' files.
    pub key: &'static str,
    /// Its purpose, as an editor shows it.
    pub doc: &'static str,
    /// Its purpose in the file of a language.
    pub file_doc: &'static str,
    /// The option of `codes add`, and its help; `None` if the command has none.
    pub option: Option<(&'static str, &'static str)>,
    /// The letter in the contract; `None` if the contract has the number of texts instead.
    pub(crate) letter: Option<char>,
    /// The method of the enum, and its documentation.
    pub(crate) method: (&'static str, &'static str),
    /// The static with the texts in an expansion, and the constant of the library's `Table`.
    #[cfg_attr(not(feature = "expand"), allow(dead_code, reason = "only expansions have it"))]
    pub(crate) constant: &'static str,
    /// The kinds that are displayed instead if a row lacks this one, in this order. Without any, a row need not have one.
    pub(crate) substitutes: &'static [TextKind],
}

const NAME: TextKind = TextKind::Literal(LiteralKind::Name);
const DESCRIPTION: TextKind = TextKind::Literal(LiteralKind::Description);

impl TextKind {
    /// Every kind, in the usual order.
    pub const ALL: [Self; 6] = [
        NAME,
        DESCRIPTION,
        Self::Message,
        Self::Literal(LiteralKind::Help),
        Self::Literal(LiteralKind::Explanation),
        Self::Note,
    ];

    /// The kinds that programs contain. Catalogues store their texts in this order.
    pub const STORED: [Self; 5] =
        [NAME, DESCRIPTION, Self::Message, Self::Literal(LiteralKind::Help), Self::Note];

    /// What is specific to this kind.
    pub const fn info(self) -> &'static TextInfo {
        match self {
            Self::Literal(kind) => kind.info(),
            Self::Message => &TextInfo {
                key: "message",
                doc: "What happened this time, with arguments: `cannot find {path}`.",
                file_doc: "What happened this time, with the arguments of the table's message.",
                option: Some(("message", "What happened, with {arguments}")),
                letter: Some('m'),
                method: (
                    "format",
                    "The message with arguments named at run time; a missing one is shown as `{name}`.",
                ),
                constant: "MESSAGES",
                substitutes: &[DESCRIPTION, NAME],
            },
            Self::Note => &TextInfo {
                key: "note",
                doc: "Notes, each under its own header: `[[code.2001.note]]`.",
                file_doc: "Notes, in the table's order.",
                option: None,
                letter: None,
                method: ("notes", "The notes, in the order of the table."),
                constant: "NOTES",
                substitutes: &[],
            },
        }
    }

    /// The key in tables.
    pub const fn key(self) -> &'static str {
        self.info().key
    }

    /// The kind with this key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }

    /// Whether a row need not have a text of this kind: there is no substitute for it.
    pub fn is_optional(self) -> bool {
        self.info().substitutes.is_empty()
    }

    /// The kind and those that are displayed instead, in this order.
    pub(crate) fn with_substitutes(self) -> impl Iterator<Item = Self> {
        core::iter::once(self).chain(self.info().substitutes.iter().copied())
    }

    /// Its place in [`STORED`](Self::STORED).
    #[cfg(feature = "expand")]
    pub(crate) fn index(self) -> usize {
        Self::STORED.into_iter().take_while(|kind| *kind != self).count()
    }
}

impl LiteralKind {
    /// Every kind, in the usual order.
    pub const ALL: [Self; 4] = [Self::Name, Self::Description, Self::Help, Self::Explanation];

    /// The kinds that programs contain.
    pub const STORED: [Self; 3] = [Self::Name, Self::Description, Self::Help];

    /// The key in tables.
    pub const fn key(self) -> &'static str {
        TextKind::Literal(self).key()
    }

    /// Whether a text of this kind may be in a file of its own.
    pub(crate) const fn may_be_in_file(self) -> bool {
        match self {
            Self::Explanation => true,
            Self::Name | Self::Description | Self::Help => false,
        }
    }

    const fn info(self) -> &'static TextInfo {
        match self {
            Self::Name => &TextInfo {
                key: "name",
                doc: "A short label.",
                file_doc: "A short label.",
                option: Some((
                    "name",
                    "The name [default: the words of the symbol, unless there is a description or message]",
                )),
                letter: Some('n'),
                method: ("name", "A short label."),
                constant: "NAMES",
                substitutes: &[DESCRIPTION, TextKind::Message],
            },
            Self::Description => &TextInfo {
                key: "description",
                doc: "What the code means in every case.",
                file_doc: "What the code means in every case.",
                option: Some(("description", "What the code means")),
                letter: Some('d'),
                method: ("description", "What the code means."),
                constant: "DESCRIPTIONS",
                substitutes: &[NAME, TextKind::Message],
            },
            Self::Help => &TextInfo {
                key: "help",
                doc: "What the reader can do.",
                file_doc: "What the reader can do.",
                // `--help` shows the help of the command.
                option: Some(("help-text", "What readers can do")),
                letter: Some('h'),
                method: ("help", "What the reader can do."),
                constant: "HELP",
                substitutes: &[],
            },
            Self::Explanation => &TextInfo {
                key: "explanation",
                doc: "A document in Markdown: a text, or `{ file = \"explanations/en/2001.md\" }`. Programs do not contain it.",
                file_doc: "A document in Markdown: a text, or `{ file = \"explanations/it/2001.md\" }`.",
                option: None,
                letter: None,
                method: ("explanation", ""),
                constant: "",
                substitutes: &[],
            },
        }
    }
}

/// A key of a row with a text that is the same in every language and that is not checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpaqueKey {
    /// The version, date or document that introduced the code.
    Since,
}

impl OpaqueKey {
    /// Every key, in the usual order.
    pub const ALL: [Self; 1] = [Self::Since];

    /// Its spelling.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Since => "since",
        }
    }

    /// Its purpose, as an editor shows it.
    pub(crate) const fn doc(self) -> &'static str {
        match self {
            Self::Since => "The version, date or document that introduced it.",
        }
    }
}

/// The kind of an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ArgumentKind {
    /// Anything that can be displayed.
    Text,
    /// A whole number that is displayed as Rust displays it: a port, a line, an identifier.
    Integer,
    /// A number that is displayed as Rust displays it, with or without a fraction.
    Number,
    /// A whole number of things, with the number format of the language.
    Count,
    /// A number of things with or without a fraction, with the number format of the language.
    Quantity,
    /// A number of bytes.
    Bytes,
    /// A duration.
    Duration,
    /// Items joined by "and".
    AndList,
    /// Items joined by "or".
    OrList,
    /// A word of an enum of the table, shown by its name.
    Word,
    /// A text that is one of the words that the row lists.
    Listed,
}

/// The type of an argument's value, whatever the language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataType {
    /// Anything that can be displayed.
    Text,
    /// A text that is one of the words that the row lists.
    Listed,
    /// A word of an enum of the table.
    Word,
    /// A whole number.
    Integer,
    /// A number that may have a fraction.
    Number,
    /// A duration.
    Duration,
    /// A list of texts.
    List,
}

/// What is specific to a kind of argument.
struct ArgumentInfo {
    name: &'static str,
    data_type: DataType,
    /// The choices that it can make.
    choices: &'static [Selector],
    in_words: &'static str,
    example: Option<&'static str>,
    form: Form,
}

impl ArgumentInfo {
    /// A kind that makes no choice, has no example, and is displayed by its type alone.
    const fn new(name: &'static str, data_type: DataType, in_words: &'static str) -> Self {
        Self { name, data_type, choices: &[], in_words, example: None, form: Form::Own }
    }
}

/// What decides how an argument is displayed.
#[derive(PartialEq)]
enum Form {
    /// Its type alone: no language changes its text or its digits.
    Own,
    /// The number format of the language, for digits that an error type can choose.
    Digits,
    /// The number format and the units of the language.
    Units,
    /// How the language joins the items of a list.
    Joined,
    /// The table, which has its name in each language.
    Named,
}

impl ArgumentKind {
    /// Every kind with a name of its own in tables. [`Word`](Self::Word) is declared by the name of an enum, and
    /// [`Listed`](Self::Listed) by the words.
    pub const ALL: [Self; 9] = [
        Self::Text,
        Self::Integer,
        Self::Number,
        Self::Count,
        Self::Quantity,
        Self::Bytes,
        Self::Duration,
        Self::AndList,
        Self::OrList,
    ];

    /// The word of each kind.
    pub const NAMES: [&'static str; Self::ALL.len()] = {
        assert!(
            Self::Word as usize == Self::ALL.len(),
            "`ALL` lacks a kind, or the enum has one after `Word`"
        );
        let mut names = [""; Self::ALL.len()];
        let mut at = 0;
        while at < names.len() {
            names[at] = Self::ALL[at].name();
            at += 1;
        }
        names
    };

    const fn info(self) -> ArgumentInfo {
        use Selector::{Ordinal, Plural, Select};
        match self {
            Self::Text => ArgumentInfo::new("text", DataType::Text, "a text"),
            Self::Integer => ArgumentInfo {
                choices: &[Plural, Ordinal],
                example: Some("2"),
                ..ArgumentInfo::new("integer", DataType::Integer, "an integer")
            },
            Self::Number => ArgumentInfo {
                choices: &[Plural],
                example: Some("2"),
                ..ArgumentInfo::new("number", DataType::Number, "a number")
            },
            Self::Count => ArgumentInfo {
                choices: &[Plural, Ordinal],
                example: Some("2"),
                form: Form::Digits,
                ..ArgumentInfo::new("count", DataType::Integer, "a count, such as 1,234")
            },
            Self::Quantity => ArgumentInfo {
                choices: &[Plural],
                example: Some("1234.5"),
                form: Form::Digits,
                ..ArgumentInfo::new("quantity", DataType::Number, "a quantity, such as 1,234.5")
            },
            Self::Bytes => ArgumentInfo {
                example: Some("1500000"),
                form: Form::Units,
                ..ArgumentInfo::new("bytes", DataType::Integer, "a size in bytes, such as 1.5 MB")
            },
            Self::Duration => ArgumentInfo {
                example: Some("90s"),
                form: Form::Units,
                ..ArgumentInfo::new("duration", DataType::Duration, "a duration, such as 2 hr, 5 min")
            },
            Self::AndList => ArgumentInfo {
                form: Form::Joined,
                ..ArgumentInfo::new("and-list", DataType::List, "a list joined with \"and\"")
            },
            Self::OrList => ArgumentInfo {
                form: Form::Joined,
                ..ArgumentInfo::new("or-list", DataType::List, "a list joined with \"or\"")
            },
            Self::Word => ArgumentInfo {
                choices: &[Select],
                form: Form::Named,
                ..ArgumentInfo::new("word", DataType::Word, "the name of a word")
            },
            Self::Listed => {
                ArgumentInfo { choices: &[Select], ..ArgumentInfo::new("text", DataType::Listed, "a text") }
            }
        }
    }

    /// The word in tables and in the contract, and the constructor of the library's `Argument`.
    pub const fn name(self) -> &'static str {
        self.info().name
    }

    /// The kind with this word.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind of an argument without `args`, if a choice in the default language's message is made by it. A select
    /// needs words, which only `args` can declare.
    pub fn implied_by(selector: Selector) -> Option<Self> {
        match selector {
            Selector::Plural | Selector::Ordinal => Some(Self::Count),
            Selector::Select => None,
        }
    }

    /// Whether an argument of this kind can make the choice.
    pub fn can_select(self, selector: Selector) -> bool {
        self.info().choices.contains(&selector)
    }

    /// Whether it may have a fraction, so that it reaches plural categories that whole numbers do not.
    pub fn has_fraction(self) -> bool {
        self.data_type() == DataType::Number
    }

    /// Whether `{value}` of a range can be of this kind: it is the value of a code, a number or a text.
    pub fn can_show_value(self, is_text: bool) -> bool {
        match self.data_type() {
            DataType::Text | DataType::Listed => true,
            DataType::Integer | DataType::Number => !is_text,
            DataType::Word | DataType::Duration | DataType::List => false,
        }
    }

    /// The type of the value.
    pub fn data_type(self) -> DataType {
        self.info().data_type
    }

    /// The kind in words, for translators.
    pub fn in_words(self) -> &'static str {
        self.info().in_words
    }

    /// A value with which examples show it, as `codes explain` reads it; `None` for texts and lists.
    pub fn example(self) -> Option<&'static str> {
        self.info().example
    }

    /// Whether its digits or text are displayed as they are, so that an error type can choose them: `#[arg(fmt = …)]`.
    pub fn can_be_formatted(self) -> bool {
        match self.info().form {
            Form::Own | Form::Digits | Form::Joined => true,
            Form::Units | Form::Named => false,
        }
    }

    /// Whether it is written with the number format of a language.
    pub(crate) fn is_amount(self) -> bool {
        match self.info().form {
            Form::Digits | Form::Units => true,
            Form::Own | Form::Joined | Form::Named => false,
        }
    }
}
