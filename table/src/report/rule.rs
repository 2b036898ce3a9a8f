//! The rules that a table can break.

use crate::report::Severity;

macro_rules! rules {
    ($(#[doc = $doc:literal] $name:ident $severity:ident $id:literal,)*) => {
        /// A rule of FORMAT.md, or a part of one, that a table can break.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Rule { $(#[doc = $doc] $name,)* }

        impl Rule {
            /// Every rule.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The stable name: `duplicate-value`.
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)* }
            }

            /// The rule in a sentence.
            pub fn sentence(self) -> &'static str {
                match self { $(Self::$name => $doc.trim_ascii_start(),)* }
            }

            /// How bad it is to break it, where the table does not say otherwise.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }

            /// Every rule that `[lint]` of a table may allow or deny: what is a warning.
            pub fn lints() -> impl Iterator<Item = Self> + Clone {
                Self::ALL.iter().copied().filter(|rule| rule.severity() == Severity::Warning)
            }
        }
    };
}

rules! {
    // The file.
    /// The file is TOML.
    Syntax Error "syntax",
    /// A table is not larger than can be read in a reasonable time.
    TooLarge Error "too-large",
    /// A key stands once in its table.
    DuplicateKey Error "duplicate-key",
    /// Only keys of the format, and declared properties.
    UnknownKey Error "unknown-key",
    /// Some keys must be there.
    MissingKey Error "missing-key",
    /// Each key has its type.
    WrongType Error "wrong-type",
    /// The file of a language can be read.
    LanguageFile Error "language-file",

    // The head.
    /// The type of the values is one of those of the format.
    UnknownRepr Error "unknown-repr",
    /// The values that are texts have a length, and no others.
    InvalidLength Error "invalid-length",
    /// A label shows the value, and no other.
    InvalidLabel Error "invalid-label",
    /// A prefix is made of what symbols are made of.
    InvalidPrefix Error "invalid-prefix",
    /// A prefix begins at least one symbol.
    UnusedPrefix Warning "unused-prefix",
    /// serde's form is `number`, `symbol` or `object`.
    UnknownSerdeForm Error "unknown-serde-form",
    /// There is a default language.
    NoLanguages Error "no-languages",
    /// Languages are BCP 47 tags.
    InvalidLanguage Error "invalid-language",
    /// A language is named once.
    DuplicateLanguage Error "duplicate-language",
    /// Only the languages of the table.
    UnknownLanguage Error "unknown-language",
    /// The default language has no settings.
    DefaultLanguage Error "default-language",
    /// A policy is `required`, `partial` or `draft`.
    UnknownPolicy Error "unknown-policy",

    // Typed columns.
    /// The name of a property can be a method of the enum.
    PropertyName Error "property-name",
    /// The type of a property is one of those of the format.
    UnknownType Error "unknown-type",
    /// The words of an `enum` property can be variants.
    EnumWords Error "enum-words",
    /// The value of a property has its type.
    PropertyType Error "property-type",
    /// The value of an integer property fits its type.
    PropertyBounds Error "property-bounds",
    /// The value of an `enum` property is one of its words.
    UnknownWord Error "unknown-word",

    // Values and ranges.
    /// A code is a number.
    InvalidValue Error "invalid-value",
    /// A value has one spelling.
    ValueSpelling Error "value-spelling",
    /// Each value fits `repr`.
    ValueBounds Error "value-bounds",
    /// No value has two rows.
    DuplicateValue Error "duplicate-value",
    /// A range is two numbers.
    InvalidRange Error "invalid-range",
    /// A range starts at or before its end.
    RangeOrder Error "range-order",
    /// Ranges lie within each other or apart.
    RangeOverlap Error "range-overlap",

    // Symbols.
    /// Symbols are made of letters, digits and `_`.
    InvalidSymbol Error "invalid-symbol",
    /// Symbols and aliases are unique.
    DuplicateSymbol Error "duplicate-symbol",
    /// An alias of a code can be a constant.
    InvalidAlias Error "invalid-alias",
    /// A variant is named as Rust names things.
    InvalidVariant Error "invalid-variant",
    /// Variant names are unique.
    DuplicateVariant Error "duplicate-variant",

    // Texts.
    /// Every row has a text in the default language.
    NoText Error "no-text",
    /// A localized text says its language.
    NoLanguage Error "no-language",
    /// The default language has every text that another has.
    MissingDefaultText Error "missing-default-text",
    /// A required language has every text of the default language.
    MissingText Error "missing-text",
    /// A partial language has every text of the default language.
    PartialLanguage Warning "partial-language",
    /// The texts of a language that has a file stand there.
    TextElsewhere Error "text-elsewhere",
    /// A language file has only rows of the table.
    UnknownRow Error "unknown-row",

    // Safety.
    /// No text is empty.
    EmptyText Error "empty-text",
    /// No text is longer than two bytes can count.
    TextTooLong Error "text-too-long",
    /// No bidirectional embeddings and overrides.
    Bidi Error "bidi",
    /// An isolate is closed in the same text.
    OpenIsolate Error "open-isolate",
    /// No control characters but newline and tab.
    ControlCharacter Error "control-character",

    // Messages.
    /// A brace that stands for itself is written twice.
    LoneBrace Error "lone-brace",
    /// The name of an argument is made of letters, digits and `_`.
    ArgumentName Error "argument-name",
    /// A choice is made by one of `plural`, `ordinal` and `select`.
    Selector Error "selector",
    /// A choice has an `other`.
    MissingOther Error "missing-other",
    /// The cases of a plural are categories and numbers.
    UnknownCase Error "unknown-case",
    /// No category that the language does not have.
    CategoryNeverShown Error "category-never-shown",
    /// Each category that integers reach.
    PluralCategoryMissing Warning "plural-category-missing",
    /// Categories need rules that CLDR has.
    NoPluralRules Error "no-plural-rules",
    /// Choices nest a few levels deep.
    ChoiceDepth Error "choice-depth",
    /// A message is shorter than a book.
    MessageLength Error "message-length",

    // Arguments.
    /// Only the arguments of the contract.
    UnknownArgument Error "unknown-argument",
    /// A row has no more arguments than a message can number.
    TooManyArguments Error "too-many-arguments",
    /// An argument is a text, an integer or a number.
    UnknownArgumentKind Error "unknown-argument-kind",
    /// The kind of an argument fits its use.
    ArgumentKind Error "argument-kind",

    // Status.
    /// A status is one of RFC 8126's, or `deprecated`, or `retired`.
    UnknownStatus Error "unknown-status",
    /// Only what is deprecated or retired is replaced.
    ReplacedStatus Error "replaced-status",
    /// What replaces a value is another code in use.
    Replacement Error "replacement",

    // Settings of the linter.
    /// `[lint]` names lints.
    UnknownLint Error "unknown-lint",
    /// A lint is allowed, warned of, or denied.
    UnknownLevel Error "unknown-level",

    // What only the linter looks for.
    /// A translation differs from the default language's text.
    Untranslated Warning "untranslated",
    /// A translation ends with the same kind of mark as the default language's text.
    FinalPunctuation Warning "final-punctuation",
    /// A translation begins with a capital where the default language's text does.
    LeadingCapital Warning "leading-capital",
    /// A text neither begins nor ends with a space, and has no two in a row.
    StraySpace Warning "stray-space",
    /// A text is in Unicode's normalization form C.
    NotNfc Warning "not-nfc",
    /// A text has no characters that nobody sees, but where writing needs them.
    ZeroWidth Warning "zero-width",
    /// Some language uses each argument that `args` declares.
    UnusedArgument Warning "unused-argument",
    /// A name has no more characters than `name_length` of `[lint]`.
    LongName Warning "long-name",
    /// Rows stand in numeric order, a range before what lies in it.
    RowOrder Warning "row-order",
}
