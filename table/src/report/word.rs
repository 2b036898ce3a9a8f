//! Words that fill in the sentences of mistakes.

use crate::report::Argument;

macro_rules! words {
    ($($name:ident $words:literal)*) => {
        /// A part of a sentence that is not the table's.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[cfg_attr(not(feature = "lint"), allow(dead_code, reason = "some only the linter says"))]
        pub(crate) enum Word { $($name,)* }

        impl Word {
            /// Every one, as it is written here.
            #[cfg(feature = "lint")]
            pub(crate) const PATTERNS: &'static [&'static str] = &[$($words,)*];

            /// The words in English, with `{name}` for what fills them in.
            pub(crate) fn pattern(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }
        }
    };
}

impl Word {
    /// The words with what fills them in.
    pub(crate) fn with(self, arguments: impl Into<Vec<(&'static str, Argument)>>) -> Argument {
        Argument::Phrase(self, arguments.into())
    }
}

words! {
    // Tables of the file.
    TableOfCodes "a table of codes"
    RegistryTable "`[registry]`"
    ALanguage "a language"
    LintTable "`[lint]`"
    AProperty "a property"
    ARow "a row"
    TheRow "the row"
    TheRegistry "the registry"
    LanguageFile "the file of a language"
    RegistryInFile "`[registry]` in the file of a language"
    RowInFile "a row in the file of a language"

    // Types of values.
    Text "a text"
    List "a list"
    TextOrList "a text or a list of texts"
    Integer "an integer"
    Float "a number with a fraction"
    Boolean "a boolean"
    Date "a date"
    Value "a value"
    Table "a table"
    Localized "a text for each language"
    LocalizedMessage "a message for each language"
    Notes "a list of notes"
    TextOrChoice "a text or a choice"
    PropertyValue "a value of the property's type"

    // How they are written.
    WriteText "a text in quotes: `\"…\"`"
    WriteList "`[\"…\"]`"
    WriteTextOrList "`\"…\"` or `[\"…\", \"…\"]`"
    WriteInteger "a whole number, without quotes"
    WriteValue "a whole number without quotes; in quotes where values are texts"
    WriteTable "`{{ … }}`, or a header of its own"
    WriteLocalized "`en = \"…\"` for each language"
    WriteMessage "`\"…\"` or `{{ plural = \"…\", one = \"…\", other = \"…\" }}`"
    WriteNotes "a header in double brackets for each note, and under it `en = \"…\"`"
    WritePropertyValue "what its `type` says"

    // What is named.
    EmptyName "an empty name"
    DidYouMean "did you mean `{near}`?"
    Known "known: {words}"
    NoneKnown "there is none"
    TextOf "`{key}` of {owner} (line {line})"
    OneText "1 text: {texts}"
    Texts "{count} texts: {texts}"

    // Why no constant can have a name.
    EnumHasOne "every enum has one"
    IsKeyword "it is a keyword of Rust"
    EnumHasMethod "every enum has a method of this name"
    IsProperty "it is a property"
    IsVariant "it is a variant"

    // Rules of plurals.
    Plural "plural"
    Ordinal "ordinal"

    // What only the linter says.
    NoMark "no mark"
    FullStop "a full stop"
    QuestionMark "a question mark"
    ExclamationMark "an exclamation mark"
    Ellipsis "an ellipsis"
    Colon "a colon"
    Capital "capital"
    Small "small"
}
