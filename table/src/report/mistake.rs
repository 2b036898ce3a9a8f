//! Every mistake with its data, and the words for it: nowhere else is a mistake worded.

use crate::report::{Argument, Guess, Missing, MissingText, Patterns, Quoted, Rule, Word, Wording};

macro_rules! mistakes {
    ($($name:ident $({ $($field:ident: $type:ty),* })? breaks $rule:ident: $message:literal
        $(, other $other:literal)? $(, help $help:literal)?;)*) => {
        /// What is wrong, with the data its words need.
        #[derive(Debug, Clone)]
        #[cfg_attr(not(feature = "lint"), allow(dead_code, reason = "some only the linter finds"))]
        pub(crate) enum Mistake { $($name $({ $($field: $type),* })?,)* }

        impl Mistake {
            /// The patterns of each.
            #[cfg(any(test, feature = "lint"))]
            pub(crate) const PATTERNS: &'static [Patterns] =
                &[$(mistakes!(@patterns $message, [$($other)?], [$($help)?], [$($($field)*)?]),)*];

            /// The rule that is broken.
            pub(crate) fn rule(&self) -> Rule {
                match self { $(Self::$name { .. } => Rule::$rule,)* }
            }

            /// What is wrong, what stands at the other place, and what to do.
            pub(crate) fn wording(&self) -> Wording {
                match self {
                    $(Self::$name $({ $($field),* })? => Wording::new(
                        &mistakes!(@patterns $message, [$($other)?], [$($help)?], [$($($field)*)?]),
                        &[$($($field),*)?],
                    ),)*
                }
            }
        }
    };
    (@patterns $message:literal, [$($other:literal)?], [$($help:literal)?], [$($name:ident)*]) => {
        Patterns {
            message: $message,
            other: mistakes!(@optional $($other)?),
            help: mistakes!(@optional $($help)?),
            names: &[$(stringify!($name),)*],
        }
    };
    (@optional) => { None };
    (@optional $words:literal) => { Some($words) };
}

impl Mistake {
    /// The language whose texts it is about, where those of the others are as good as they were.
    pub(crate) fn language(&self) -> Option<&str> {
        match self {
            Self::PartialLanguage { tag, .. }
            | Self::VeryPartialLanguage { tag, .. }
            | Self::PluralCategoryMissing { tag, .. } => Some(tag),
            _ => None,
        }
    }

    /// Every text that is missing, where the message does not name all.
    pub(crate) fn missing(&self) -> &[MissingText] {
        match self {
            Self::PartialLanguage { missing, .. } | Self::VeryPartialLanguage { missing, .. } => &missing.all,
            _ => &[],
        }
    }
}

mistakes! {
    // The file.
    Syntax { reason: Argument } breaks Syntax: "{reason}",
        help "this is how TOML is written: https://toml.io";
    SyntaxExpected { reason: Argument, expected: Argument } breaks Syntax: "{reason}", help "expected {expected}";
    RangeWithDots { reason: Argument, range: String } breaks Syntax: "{reason}",
        help "a range with dots stands in quotes: `[range.\"{range}\"]`";
    Unclosed { bracket: &'static str, closing: &'static str } breaks Syntax: "`{bracket}` is never closed",
        help "write `{closing}` where the value ends";
    NoNumber { found: Quoted } breaks Syntax: "{found} is no number",
        help "write it in the digits of its base: `12`, `0x1F`, `0o17`, `0b101`";
    FileTooLarge { bytes: usize, most: usize } breaks TooLarge: "the file has {bytes} bytes, more than {most}",
        help "split the registry, or let languages have files of their own: `file = \"translations/it.toml\"`";
    TooManyLanguages { count: usize, most: usize } breaks TooLarge: "{count} languages, more than {most}",
        help "split the registry";
    TooManyFallbacks { count: usize, most: usize } breaks TooLarge: "{count} fallbacks, more than {most}",
        help "leave the last ones out: the default language ends the chain in any case";
    TooManyTexts { count: usize, most: usize } breaks TooLarge:
        "the rows before this one have {most} texts, those counted that are missing in one of {count} languages",
        help "split the registry";
    TooManyValues { columns: usize, rows: usize, most: usize } breaks TooLarge:
        "{columns} properties of {rows} rows are more than {most} values",
        help "split the registry";
    // Of whatever rule is broken that often.
    TooMany { most: usize } breaks TooLarge: "this rule is broken more than {most} times",
        help "mend what is shown: the rest is shown then";
    ValueNotRead { most: usize } breaks TooLarge: "more than {most} bytes stand between this line and the next key: what follows is not read",
        help "look for quotes or a bracket that should be closed here";
    NotReadOn { most: usize } breaks TooLarge: "the parser finds more than {most} mistakes before this line: what follows is not read",
        help "mend what is shown: the rest is shown then";
    DuplicateKey { key: Quoted } breaks DuplicateKey: "{key} is written twice in the same table",
        other "the first {key}",
        help "keep one of them";
    DuplicateTable { header: Quoted } breaks DuplicateKey: "{header} is written twice",
        other "the first {header}",
        help "write what is in both under one header";
    UnknownKey { key: Quoted, parent: Word, guess: Guess } breaks UnknownKey: "{parent} has no key {key}",
        help "{guess}";
    MissingKey { key: &'static str, parent: Word, example: &'static str } breaks MissingKey:
        "{parent} lacks `{key}`",
        help "write `{example}`";
    NoRegistry breaks MissingKey: "the table has no `[registry]`",
        help "begin with `[registry]`, and under it `title`, `repr` and `languages`";
    LanguageFileAlone breaks MissingKey:
        "this looks like the file of a language, not like a table: no row has a symbol, and texts name no language",
        help "check the table, which reads the files that it names: `codes check codes.toml`; a file for another crate's registry is checked by `catalog!` or `Catalog::load`";
    MissingTitle { tag: String } breaks MissingKey: "the registry lacks a title in the default language",
        help "write `title.{tag} = \"…\"` under `[registry]`";
    WrongType { what: Quoted, found: Word, wanted: Word, example: Word } breaks WrongType:
        "{what} is {found}, not {wanted}",
        help "write {example}";
    LanguageFile { file: Quoted, reason: String } breaks LanguageFile: "cannot read {file}: {reason}",
        help "name a file that can be read, or write the language's texts into the table";
    LanguagePath { file: Quoted } breaks LanguageFile: "{file} is no path to a file beside the table or below",
        help "write it from the table's folder on, with `/` and without `..`: `translations/it.toml`";

    // The head.
    UnknownRepr { found: Quoted, guess: Guess } breaks UnknownRepr: "{found} is no type of values", help "{guess}";
    InvalidLength { longest: usize } breaks InvalidLength: "no value has this length",
        help "write how many bytes the longest value has, from 1 to {longest}: `length = 5`";
    SurplusLength breaks InvalidLength: "only values that are texts have a length",
        help "write `repr = \"str\"`, or leave `length` out";
    LabelValues breaks InvalidLabel: "a label has the value in it once",
        help "write `{{value}}` where the value goes, as in `label = \"E{{value:04}}\"`";
    LabelField { field: Quoted } breaks InvalidLabel: "{field} is not the value",
        help "write `{{value}}`; a brace that stands for itself is written twice";
    LabelForm { form: Quoted } breaks InvalidLabel: "{form} is no form of a value",
        help "`{{value}}` is decimal, `{{value:04}}` has at least four digits, `{{value:X}}` and `{{value:08x}}` are hexadecimal";
    LabelText breaks InvalidLabel: "a value that is a text is shown as it is", help "write `{{value}}`";
    LabelLine breaks InvalidLabel: "a label is one line", help "leave line breaks and tabs out";
    LabelLength { count: usize, most: usize } breaks InvalidLabel: "a label of {count} characters, more than {most}",
        help "leave out what is not needed to tell the value from others";
    LabelNumber { shown: String, value: i128, other: i128 } breaks InvalidLabel:
        "the label of {value}, `{shown}`, is also how {other} is written",
        help "begin with what no number begins with: `E{{value}}`; before hexadecimal digits, `0x{{value:X}}`";
    LabelOfText breaks InvalidLabel: "the label of a value could be another value",
        help "separate it by a space: `SQLSTATE {{value}}`";
    InvalidPrefix { prefix: Quoted } breaks InvalidPrefix: "no symbol can begin with {prefix}",
        help "symbols are made of the letters a to z and A to Z, digits and `_`";
    UnusedPrefix { prefix: Quoted } breaks UnusedPrefix: "no symbol begins with {prefix}",
        help "begin symbols with it, or leave it out";
    UnknownSerdeForm { found: Quoted, guess: Guess } breaks UnknownSerdeForm: "{found} is no form that serde writes",
        help "{guess}";
    NoLanguages breaks NoLanguages: "the registry has no language",
        help "name at least the language that the texts are in: `languages = [\"en\"]`";
    InvalidLanguage { tag: Quoted } breaks InvalidLanguage: "{tag} is no language tag for texts",
        help "write a language, with a script and a region (`it`, `pt-BR`, `sr-Latn-ME`) or with one variant (`ca-valencia`)";
    DuplicateLanguage { tag: Quoted } breaks DuplicateLanguage: "{tag} is named twice",
        other "the first {tag}",
        help "keep one of them";
    UnknownLanguage { tag: Quoted, guess: Guess } breaks UnknownLanguage: "{tag} is no language of this table",
        help "{guess} (a new language belongs in `languages`)";
    DefaultLanguage { tag: Quoted } breaks DefaultLanguage: "{tag} is the default language, which has no settings",
        help "its texts are always required and stand in the table; leave this out";
    DefaultFallback { tag: Quoted } breaks DefaultLanguage: "{tag} falls back to itself",
        help "leave it out";
    UnknownPolicy { found: Quoted, guess: Guess } breaks UnknownPolicy: "{found} is no policy", help "{guess}";

    // Typed columns.
    PropertyName { name: Quoted } breaks PropertyName: "{name} cannot be the name of a method",
        help "begin with a small letter and go on with small letters, digits and single `_`";
    PropertyKeyword { name: Quoted } breaks PropertyName: "{name} is a keyword of Rust", help "choose another name";
    PropertyTaken { name: Quoted } breaks PropertyName: "every enum has a method {name}, and so cannot a property",
        help "choose another name";
    PropertyIsKey { name: Quoted } breaks PropertyName: "{name} is a key of every row, and cannot be a property",
        help "choose another name";
    UnknownType { found: Quoted, guess: Guess } breaks UnknownType: "{found} is no type of a property", help "{guess}";
    NoWords breaks EnumWords: "an `enum` property needs words",
        help "write `values = [\"…\", \"…\"]`";
    SurplusWords breaks EnumWords: "only an `enum` property has `values`",
        help "write `type = \"enum\"`, or leave `values` out";
    DuplicateWord { word: Quoted } breaks EnumWords: "{word} is named twice",
        other "the first {word}",
        help "keep one of them";
    WordVariant { word: Quoted } breaks EnumWords: "no variant can be named after {word}",
        help "words are made of letters, digits, `-` and `_`";
    WordClash { word: Quoted, variant: String } breaks EnumWords: "{word} would be another variant `{variant}`",
        other "the first `{variant}`",
        help "choose a word that differs in more than case and `-`";
    PropertyNotBool { name: Quoted, found: Word } breaks PropertyType: "{name} is {found}, not a boolean",
        help "write `true` or `false`";
    PropertyNotInteger { name: Quoted, found: Word } breaks PropertyType: "{name} is {found}, not an integer",
        help "write a whole number, without quotes";
    PropertyNotText { name: Quoted, found: Word } breaks PropertyType: "{name} is {found}, not a text",
        help "write a text, in quotes";
    PropertyNotWord { name: Quoted, found: Word, words: Guess } breaks PropertyType:
        "{name} is {found}, not one of its words",
        help "{words}";
    PropertyBounds { name: Quoted, value: String, repr: &'static str, min: i128, max: i128 } breaks PropertyBounds:
        "`{value}` does not fit {name}, which is a `{repr}`",
        help "`{repr}` goes from {min} to {max}";
    UnknownWord { name: Quoted, word: Quoted, guess: Guess } breaks UnknownWord: "{word} is no value of {name}",
        help "{guess}";

    // Values and ranges.
    InvalidValue { value: Quoted } breaks InvalidValue: "{value} is no value",
        help "a code is a whole number, as in `[code.2001]`, `[code.-5]` or `[code.0x7D1]`";
    SplitValue { key: String, whole: String } breaks InvalidValue: "a dot parts the value `{whole}`",
        help "write a value with a dot in quotes: `[{key}.\"{whole}\"]`";
    TextValue { value: Quoted } breaks InvalidValue: "{value} is no value",
        help "a value is made of the visible characters of ASCII, without spaces, as in `[code.42P01]` or `[code.\"X.7.1\"]`";
    LongValue { value: Quoted, length: usize, bytes: usize, longest: usize } breaks ValueBounds:
        "{value} has {bytes} bytes, and `length = {length}`",
        help "give `length` the length of the longest value, {longest} at most";
    RangeAsCode { value: Quoted } breaks InvalidValue: "{value} is a range, not a code",
        help "rows of `[range]` are for ranges";
    ValueSpelling { value: Quoted, canonical: String } breaks ValueSpelling:
        "{value} is an unusual way to write `{canonical}`",
        help "write `{canonical}`";
    ValueBounds { value: Quoted, repr: &'static str, min: i128, max: i128 } breaks ValueBounds:
        "{value} does not fit `repr = \"{repr}\"`",
        help "`{repr}` goes from {min} to {max}";
    DuplicateValue { value: String } breaks DuplicateValue: "value `{value}` has two rows",
        other "the first row of `{value}`",
        help "keep one row; further symbols of a value are its `aliases`";
    DuplicateRange { range: String } breaks DuplicateValue: "the range `{range}` has two rows",
        other "its first row",
        help "keep one row";
    InvalidRange { range: Quoted } breaks InvalidRange: "{range} is no range",
        help "write the first and the last value, as in `[range.2000-2999]` or `[range.\"-10..=-1\"]`";
    HalfOpenRange { range: Quoted } breaks InvalidRange: "{range} leaves open whether its end is included",
        help "ranges include their end: write `..=` and the last value";
    RangeOrder { first: i128, last: i128 } breaks RangeOrder: "the range starts at {first}, after its end {last}",
        help "write the smaller value first";
    RangeOverlap { range: String, other: String } breaks RangeOverlap:
        "the ranges `{range}` and `{other}` overlap, and neither lies in the other",
        other "the range `{other}`",
        help "let one end before the other starts, or lie wholly inside it";

    // Symbols.
    InvalidSymbol { symbol: Quoted } breaks InvalidSymbol: "{symbol} is no symbol",
        help "a symbol is made of the letters a to z and A to Z, digits and `_`, with at least one letter";
    DuplicateSymbol { symbol: Quoted } breaks DuplicateSymbol: "the symbol {symbol} belongs to two rows",
        other "the first {symbol}",
        help "give one of them another symbol, even where one is retired";
    SymbolIsValue { symbol: Quoted } breaks DuplicateSymbol: "the symbol {symbol} is how another value is written",
        other "the row of this value",
        help "give the row a symbol that is no value";
    RepeatedAlias { symbol: Quoted } breaks DuplicateSymbol: "{symbol} is already a symbol of this row",
        other "the first {symbol}",
        help "leave it out";
    AliasTaken { alias: Quoted, reason: Word } breaks InvalidAlias:
        "{alias} cannot be a constant of the enum: {reason}",
        help "write it in another case, or leave it out";
    InvalidVariant { name: Quoted } breaks InvalidVariant: "{name} cannot be the name of a variant",
        help "begin with a letter, go on with letters, digits and `_`, and use no keyword: `NotFound`";
    DuplicateVariant { variant: Quoted } breaks DuplicateVariant: "two rows would be the variant {variant}",
        other "the first {variant}",
        help "give one of them a name of its own: `variant = \"…\"`";
    UnlistedVariant { variant: Quoted } breaks DuplicateVariant:
        "this row would be the variant {variant}, which is for the values that no row covers",
        other "`unlisted` takes the name",
        help "write `variant = \"…\"` here, or another name for `unlisted`";

    // Texts.
    NoText { row: Quoted, tag: String } breaks NoText: "{row} says nothing in the default language",
        help "write `name.{tag}`, `description.{tag}` or `message.{tag}`";
    NoLanguage { key: &'static str, tag: String } breaks NoLanguage: "`{key}` does not say in which language it is",
        help "write `{key}.{tag} = …`";
    PlainText { key: &'static str, tag: String } breaks WrongType:
        "`{key}` names the language `{tag}`, and so does the file",
        help "write `{key} = …`";
    LanguageKey { key: String } breaks NoLanguage: "`{key}` does not say in which language it is",
        other "another text of it does",
        help "write the language after a dot, as in `{key}.it = …`";
    NoteLanguage { header: String, tag: String } breaks NoLanguage: "`note` does not say in which language it is",
        help "write `[[{header}.note]]`, and under it `{tag} = \"…\"`";
    NoteTable { header: String } breaks WrongType: "`note` is a table, not a list of notes",
        help "write `[[{header}.note]]`, once for each note";
    MissingDefaultText { key: &'static str, tag: String, default: String } breaks MissingDefaultText:
        "`{key}` is there in `{tag}` but not in the default language `{default}`",
        help "write `{key}` in `{default}` too, or leave it out in `{tag}`";
    SurplusText { key: &'static str, default: String } breaks MissingDefaultText:
        "the registry has no `{key}` here in its default language `{default}`", help "leave it out";
    MissingText { owner: Argument, key: &'static str, tag: String } breaks MissingText:
        "`{key}` of {owner} is missing in `{tag}`",
        help "write `{key}.{tag} = \"…\"`, or say that the language is partial: `policy = \"partial\"` under `[language.{tag}]`";
    MissingNote { owner: Argument, tag: String } breaks MissingText: "a note of {owner} is missing in `{tag}`",
        help "write `{tag} = \"…\"` in the note, or say that the language is partial: `policy = \"partial\"` under `[language.{tag}]`";
    MissingInFile { owner: Argument, key: &'static str, tag: String, file: Quoted } breaks MissingText:
        "`{key}` of {owner} is missing in `{tag}`",
        help "write it in {file}, or say that the language is partial: `policy = \"partial\"` under `[language.{tag}]`";
    PartialLanguage { tag: String, missing: Missing } breaks PartialLanguage: "`{tag}` lacks {missing}",
        help "write them, or let the language be a draft: `policy = \"draft\"`";
    VeryPartialLanguage { tag: String, missing: Missing } breaks PartialLanguage: "`{tag}` lacks {missing}",
        help "write them, or let the language be a draft: `policy = \"draft\"`; `codes check --format json` names all";
    TextElsewhere { tag: String, file: Quoted } breaks TextElsewhere: "the texts in `{tag}` belong in {file}",
        other "`{tag}` has a file",
        help "move this text there";
    UnknownRow { row: Quoted } breaks UnknownRow: "the table has no row {row}",
        help "texts belong to rows of the table: add one there, or leave this out";
    RowOfNobody { row: Quoted } breaks UnknownRow: "the registry has no row {row}", help "leave this row out";
    RowNearby { row: Quoted, near: Quoted } breaks UnknownRow: "the registry has no row {row}",
        help "did you mean {near}? else leave this row out";

    // Safety.
    EmptyText breaks EmptyText: "the text is empty", help "write something, or leave the key out";
    TextTooLong { bytes: usize, most: usize } breaks TextTooLong: "the text has {bytes} bytes, more than {most}",
        help "refer to a document that says the rest";
    Bidi { character: Quoted } breaks Bidi: "{character} turns the direction of what follows, and can hide what a text says",
        help "leave it out; the marks U+200E and U+200F, or isolates that are closed again, can be used";
    OpenIsolate { character: Quoted } breaks OpenIsolate: "the isolate {character} is not closed in the same text",
        help "close it with U+2069";
    ControlCharacter { character: Quoted } breaks ControlCharacter: "{character} is a control character",
        help "only newline and tab may stand in a text";

    // Messages.
    LoneBrace { brace: char } breaks LoneBrace: "`{brace}` stands alone",
        help "an argument is written `{{name}}`; a brace that is meant as itself is written twice: `{brace}{brace}`";
    ArgumentName { name: Quoted } breaks ArgumentName: "{name} cannot be the name of an argument",
        help "letters, digits and `_`, as in `{{path}}`, or a number, as in `{{0}}`; a brace that is meant as itself is written twice";
    NoSelector breaks Selector: "the choice does not say what it is made by",
        help "add `plural = \"…\"`, `ordinal = \"…\"` or `select = \"…\"` with the name of an argument";
    TwoSelectors { key: Quoted, first: Quoted } breaks Selector: "a choice by {first} cannot be one by {key} too",
        other "the choice is made by {first}",
        help "write a choice inside one of the cases";
    MissingOther breaks MissingOther: "the choice has no `other`",
        help "add `other = \"…\"`, the sentence where no case fits";
    UnknownCase { case: Quoted, guess: Guess } breaks UnknownCase: "{case} is no plural category and no number",
        help "{guess} (a number is written as usual: `0`, `1`)";
    CategoryNeverShown { case: &'static str, tag: String, rules: Word, has: String } breaks CategoryNeverShown:
        "the {rules} rules of `{tag}` have no `{case}`, so this could never show",
        help "`{tag}` has {has}; an exact number always works";
    PluralCategoryMissing { tag: String, rules: Word, missing: String } breaks PluralCategoryMissing:
        "the {rules} rules of `{tag}` also have {missing}; `other` is shown instead",
        help "add {missing}";
    NoPluralRules { case: &'static str, tag: String } breaks NoPluralRules:
        "CLDR has no plural rules for `{tag}`, so `{case}` could never show",
        help "write `other`, and exact numbers such as `1`";
    ChoiceDepth { deepest: usize } breaks ChoiceDepth: "choices are nested more than {deepest} deep",
        help "split the message into several codes";
    MessageLength { most: usize } breaks MessageLength: "a message of more than {most} bytes",
        help "a message is a sentence or two: put the rest where the code is documented";

    // Arguments.
    TooManyArguments { count: usize, most: usize } breaks TooManyArguments: "{count} arguments, more than {most}",
        help "put what belongs together into one argument";
    UnknownArgument { name: Quoted, guess: Guess } breaks UnknownArgument: "the message has no argument {name}",
        other "the arguments of the message",
        help "{guess} (every language uses the same arguments)";
    UnknownArgumentKind { found: Quoted, guess: Guess } breaks UnknownArgumentKind: "{found} is no kind of argument",
        help "{guess}";
    ArgumentKind { name: Quoted, selector: &'static str, kind: &'static str } breaks ArgumentKind:
        "`{selector}` needs an integer, and {name} is a {kind}",
        other "the kind of {name}",
        help "write `{selector}` with an argument that is an `integer`";

    // Status.
    UnknownStatus { found: Quoted, guess: Guess } breaks UnknownStatus: "{found} is no status", help "{guess}";
    ReplacedStatus { status: &'static str } breaks ReplacedStatus: "what is {status} is not replaced",
        help "write `status = \"deprecated\"` or `status = \"retired\"`, or leave `replaced_by` out";
    UnknownReplacement { value: String } breaks Replacement: "the table has no code `{value}`",
        help "name the value of a code of this table";
    RetiredReplacement { value: String } breaks Replacement: "`{value}` is retired, and replaces nothing",
        other "the row of `{value}`",
        help "name a code that is in use";
    ReplacedByItself { value: String } breaks Replacement: "`{value}` cannot replace itself",
        help "name another code";

    // Settings of the linter.
    UnknownLint { found: Quoted, guess: Guess } breaks UnknownLint: "{found} is no lint", help "{guess}";
    FixedRule { rule: &'static str } breaks UnknownLint: "`{rule}` is an error in every table",
        help "leave this out; only warnings can be allowed or denied";
    UnknownLevel { found: Quoted, guess: Guess } breaks UnknownLevel: "{found} is no level", help "{guess}";
    NameLength breaks WrongType: "no name has this length",
        help "write the number of characters that a name may have: `name_length = 40`";

    // What only the linter looks for.
    Untranslated { tag: String, default: String } breaks Untranslated: "the text in `{tag}` is the same as in `{default}`",
        other "the text in `{default}`",
        help "translate it; where both languages say the same, allow this: `untranslated = \"allow\"` under `[lint]`";
    FinalPunctuation { tag: String, ends: Word, default: String, wanted: Word } breaks FinalPunctuation:
        "the text in `{tag}` ends with {ends}, that in `{default}` with {wanted}",
        other "the text in `{default}`",
        help "let both end alike";
    LeadingCapital { tag: String, begins: Word, default: String, wanted: Word } breaks LeadingCapital:
        "the text in `{tag}` begins with a {begins} letter, that in `{default}` with a {wanted} one",
        other "the text in `{default}`",
        help "let both begin alike";
    SpaceAtStart breaks StraySpace: "the text begins with a space", help "leave it out";
    SpaceAtEnd breaks StraySpace: "the text ends with a space", help "leave it out";
    LineBreakAtEnd breaks StraySpace: "the text ends with a line break",
        help "end it with the closing quotes, on the same line";
    SpaceBeforeBreak breaks StraySpace: "a space stands before a line break", help "leave it out";
    DoubledSpace breaks StraySpace: "two spaces stand in a row", help "leave one of them out";
    NotNfc { written: String, canonical: String } breaks NotNfc: "{written} is not in normalization form C",
        help "write {canonical}, which looks the same and is found by who searches for it";
    ZeroWidth { character: String } breaks ZeroWidth: "{character} is a character that nobody sees",
        help "leave it out";
    UnusedArgument { name: Quoted } breaks UnusedArgument: "no message uses the argument {name}",
        help "write it into a message, or leave it out of `args`";
    LongName { tag: String, count: usize, most: usize } breaks LongName:
        "the name in `{tag}` has {count} characters, more than {most}",
        help "shorten it, and say the rest in `description`";
    RowOrder { row: Quoted, before: Quoted } breaks RowOrder: "{row} stands after {before}",
        other "{before}",
        help "put rows in numeric order, a range before what lies in it, as `codes fmt` does";
}
