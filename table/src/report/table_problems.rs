//! What can be wrong with the file, the registry, its properties, values and symbols.

macro_rules! table_problems {
    ($next:ident $($more:tt)*) => {
        $next! { $($more)*

    // The file.
    /// The file is TOML.
    Syntax Error "syntax" {
        Syntax { reason: Argument }: "{reason}",
            help "this is how TOML is written: https://toml.io";
        SyntaxExpected { reason: Argument, expected: Argument }: "{reason}",
            help "expected {expected}";
        RangeWithDots { reason: Argument, range: String }: "{reason}",
            help "a range with dots stands in quotes: `[range.\"{range}\"]`";
        Unclosed { bracket: &'static str, closing: &'static str }: "`{bracket}` is never closed",
            help "write `{closing}` where the value ends";
        NoNumber { found: Quoted }: "{found} is no number",
            help "write it in the digits of its base: `12`, `0x1F`, `0o17`, `0b101`";
    }
    /// A table is not larger than can be read in a reasonable time.
    TooLarge Error "too-large" {
        FileTooLarge { bytes: usize, most: usize }: "the file has {bytes} bytes, more than {most}",
            help "split the registry, or let languages have files of their own: `file = \"translations/it.toml\"`";
        TooManyLanguages { count: usize, most: usize }: "{count} languages, more than {most}",
            help "split the registry";
        TooManyFallbacks { count: usize, most: usize }: "{count} fallbacks, more than {most}",
            help "leave the last ones out: the default language ends the chain in any case";
        TooManyTexts { count: usize, most: usize }:
            "the rows before this one have {most} texts, those counted that are missing in one of {count} languages",
            help "split the registry";
        TooManyValues { columns: usize, rows: usize, most: usize }:
            "{columns} properties of {rows} rows are more than {most} values",
            help "split the registry";
        TooMany { most: usize }: "this rule is broken more than {most} times",
            help "mend what is shown: the rest is shown then";
        ValueNotRead { most: usize }:
            "more than {most} bytes stand between this line and the next key: what follows is not read",
            help "look for quotes or a bracket that should be closed here";
        NotReadOn { most: usize }:
            "the parser finds more than {most} mistakes before this line: what follows is not read",
            help "mend what is shown: the rest is shown then";
    }
    /// A key stands once in its table.
    DuplicateKey Error "duplicate-key" {
        DuplicateKey { key: Quoted }: "{key} is written twice in the same table",
            other "the first {key}",
            help "keep one of them";
        DuplicateTable { header: Quoted }: "{header} is written twice",
            other "the first {header}",
            help "write what is in both under one header";
    }
    /// Only keys of the format, and declared properties.
    UnknownKey Error "unknown-key" {
        UnknownKey { key: Quoted, parent: Word, guess: Guess }: "{parent} has no key {key}",
            help "{guess}";
    }
    /// Some keys must be there.
    MissingKey Error "missing-key" {
        MissingKey { key: &'static str, parent: Word, example: &'static str }:
            "{parent} lacks `{key}`",
            help "write `{example}`";
        NoRegistry: "the table has no `[registry]`",
            help "begin with `[registry]`, and under it `title`, `repr` and `languages`";
        LanguageFileAlone:
            "this looks like the file of a language, not like a table: no row has a symbol, and texts name no language",
            help "check the table, which reads the files that it names: `codes check codes.toml`; a file for another crate's registry is checked by `catalog!` or `Catalog::load`";
        MissingTitle { tag: String }: "the registry lacks a title in the default language",
            help "write `title.{tag} = \"…\"` under `[registry]`";
    }
    /// Each key has its type.
    WrongType Error "wrong-type" {
        WrongType { what: Quoted, found: Word, wanted: Word, example: Word }:
            "{what} is {found}, not {wanted}",
            help "write {example}";
        PlainText { key: &'static str, tag: String }:
            "`{key}` names the language `{tag}`, and so does the file",
            help "write `{key} = …`";
        NoteTable { header: String }: "`note` is a table, not a list of notes",
            help "write `[[{header}.note]]`, once for each note";
        NameLength: "no name has this length",
            help "write the number of characters that a name may have: `name_length = 40`";
    }
    /// The file of a language can be read.
    LanguageFile Error "language-file" {
        LanguageFile { file: Quoted, reason: String }: "cannot read {file}: {reason}",
            help "name a file that can be read, or write the language's texts into the table";
        LanguagePath { file: Quoted }: "{file} is no path to a file beside the table or below",
            help "write it from the table's folder on, with `/` and without `..`: `translations/it.toml`";
    }

    // The head.
    /// The type of the values is one of those of the format.
    UnknownRepr Error "unknown-repr" {
        UnknownRepr { found: Quoted, guess: Guess }: "{found} is no type of values",
            help "{guess}";
    }
    /// The values that are texts have a length, and no others.
    InvalidLength Error "invalid-length" {
        InvalidLength { longest: usize }: "no value has this length",
            help "write how many bytes the longest value has, from 1 to {longest}: `length = 5`";
        SurplusLength: "only values that are texts have a length",
            help "write `repr = \"str\"`, or leave `length` out";
    }
    /// A label shows the value, and no other.
    InvalidLabel Error "invalid-label" {
        LabelValues: "a label has the value in it once",
            help "write `{{value}}` where the value goes, as in `label = \"E{{value:04}}\"`";
        LabelField { field: Quoted }: "{field} is not the value",
            help "write `{{value}}`; a brace that stands for itself is written twice";
        LabelForm { form: Quoted }: "{form} is no form of a value",
            help "`{{value}}` is decimal, `{{value:04}}` has at least four digits, `{{value:X}}` and `{{value:08x}}` are hexadecimal";
        LabelText: "a value that is a text is shown as it is",
            help "write `{{value}}`";
        LabelLine: "a label is one line",
            help "leave line breaks and tabs out";
        LabelLength { count: usize, most: usize }: "a label of {count} characters, more than {most}",
            help "leave out what is not needed to tell the value from others";
        LabelNumber { shown: String, value: i128, other: i128 }:
            "the label of {value}, `{shown}`, is also how {other} is written",
            help "begin with what no number begins with: `E{{value}}`; before hexadecimal digits, `0x{{value:X}}`";
        LabelOfText: "the label of a value could be another value",
            help "separate it by a space: `SQLSTATE {{value}}`";
    }
    /// A prefix is made of what symbols are made of.
    InvalidPrefix Error "invalid-prefix" {
        InvalidPrefix { prefix: Quoted }: "no symbol can begin with {prefix}",
            help "symbols are made of the letters a to z and A to Z, digits and `_`";
    }
    /// A prefix begins at least one symbol.
    UnusedPrefix Warning "unused-prefix" {
        UnusedPrefix { prefix: Quoted }: "no symbol begins with {prefix}",
            help "begin symbols with it, or leave it out";
    }
    /// serde's form is `number`, `symbol` or `object`.
    UnknownSerdeForm Error "unknown-serde-form" {
        UnknownSerdeForm { found: Quoted, guess: Guess }: "{found} is no form that serde writes",
            help "{guess}";
    }
    /// There is a default language.
    NoLanguages Error "no-languages" {
        NoLanguages: "the registry has no language",
            help "name at least the language that the texts are in: `languages = [\"en\"]`";
    }
    /// Languages are BCP 47 tags.
    InvalidLanguage Error "invalid-language" {
        InvalidLanguage { tag: Quoted }: "{tag} is no language tag for texts",
            help "write a language, with a script and a region (`it`, `pt-BR`, `sr-Latn-ME`) or with one variant (`ca-valencia`)";
    }
    /// A language is named once.
    DuplicateLanguage Error "duplicate-language" {
        DuplicateLanguage { tag: Quoted }: "{tag} is named twice",
            other "the first {tag}",
            help "keep one of them";
    }
    /// Only the languages of the table.
    UnknownLanguage Error "unknown-language" {
        UnknownLanguage { tag: Quoted, guess: Guess }: "{tag} is no language of this table",
            help "{guess} (a new language belongs in `languages`)";
    }
    /// The default language has no settings.
    DefaultLanguage Error "default-language" {
        DefaultLanguage { tag: Quoted }: "{tag} is the default language, which has no settings",
            help "its texts are always required and stand in the table; leave this out";
        DefaultFallback { tag: Quoted }: "{tag} falls back to itself",
            help "leave it out";
    }
    /// A policy is `required`, `partial` or `draft`.
    UnknownPolicy Error "unknown-policy" {
        UnknownPolicy { found: Quoted, guess: Guess }: "{found} is no policy",
            help "{guess}";
    }

    // Typed columns.
    /// The name of a property can be a method of the enum.
    PropertyName Error "property-name" {
        PropertyName { name: Quoted }: "{name} cannot be the name of a method",
            help "begin with a small letter and go on with small letters, digits and single `_`";
        PropertyKeyword { name: Quoted }: "{name} is a keyword of Rust",
            help "choose another name";
        PropertyTaken { name: Quoted }: "every enum has a method {name}, and so cannot a property",
            help "choose another name";
        PropertyIsKey { name: Quoted }: "{name} is a key of every row, and cannot be a property",
            help "choose another name";
    }
    /// The type of a property is one of those of the format.
    UnknownType Error "unknown-type" {
        UnknownType { found: Quoted, guess: Guess }: "{found} is no type of a property",
            help "{guess}";
    }
    /// The words of an `enum` property can be variants.
    EnumWords Error "enum-words" {
        NoWords: "an `enum` property needs words",
            help "write `values = [\"…\", \"…\"]`";
        SurplusWords: "only an `enum` property has `values`",
            help "write `type = \"enum\"`, or leave `values` out";
        DuplicateWord { word: Quoted }: "{word} is named twice",
            other "the first {word}",
            help "keep one of them";
        WordVariant { word: Quoted }: "no variant can be named after {word}",
            help "words are made of letters, digits, `-` and `_`";
        WordClash { word: Quoted, variant: String }: "{word} would be another variant `{variant}`",
            other "the first `{variant}`",
            help "choose a word that differs in more than case and `-`";
    }
    /// The value of a property has its type.
    PropertyType Error "property-type" {
        PropertyNotBool { name: Quoted, found: Word }: "{name} is {found}, not a boolean",
            help "write `true` or `false`";
        PropertyNotInteger { name: Quoted, found: Word }: "{name} is {found}, not an integer",
            help "write a whole number, without quotes";
        PropertyNotText { name: Quoted, found: Word }: "{name} is {found}, not a text",
            help "write a text, in quotes";
        PropertyNotWord { name: Quoted, found: Word, words: Guess }:
            "{name} is {found}, not one of its words",
            help "{words}";
    }
    /// The value of an integer property fits its type.
    PropertyBounds Error "property-bounds" {
        PropertyBounds { name: Quoted, value: String, repr: &'static str, min: i128, max: i128 }:
            "`{value}` does not fit {name}, which is a `{repr}`",
            help "`{repr}` goes from {min} to {max}";
    }
    /// The value of an `enum` property is one of its words.
    UnknownWord Error "unknown-word" {
        UnknownWord { name: Quoted, word: Quoted, guess: Guess }: "{word} is no value of {name}",
            help "{guess}";
    }

    // Values and ranges.
    /// A code is a number.
    InvalidValue Error "invalid-value" {
        InvalidValue { value: Quoted }: "{value} is no value",
            help "a code is a whole number, as in `[code.2001]`, `[code.-5]` or `[code.0x7D1]`";
        SplitValue { key: String, whole: String }: "a dot parts the value `{whole}`",
            help "write a value with a dot in quotes: `[{key}.\"{whole}\"]`";
        TextValue { value: Quoted }: "{value} is no value",
            help "a value is made of the visible characters of ASCII, without spaces, as in `[code.42P01]` or `[code.\"X.7.1\"]`";
        RangeAsCode { value: Quoted }: "{value} is a range, not a code",
            help "rows of `[range]` are for ranges";
    }
    /// A value has one spelling.
    ValueSpelling Error "value-spelling" {
        ValueSpelling { value: Quoted, canonical: String }:
            "{value} is an unusual way to write `{canonical}`",
            help "write `{canonical}`";
    }
    /// Each value fits `repr`.
    ValueBounds Error "value-bounds" {
        LongValue { value: Quoted, length: usize, bytes: usize, longest: usize }:
            "{value} has {bytes} bytes, and `length = {length}`",
            help "give `length` the length of the longest value, {longest} at most";
        ValueBounds { value: Quoted, repr: &'static str, min: i128, max: i128 }:
            "{value} does not fit `repr = \"{repr}\"`",
            help "`{repr}` goes from {min} to {max}";
    }
    /// No value has two rows.
    DuplicateValue Error "duplicate-value" {
        DuplicateValue { value: String }: "value `{value}` has two rows",
            other "the first row of `{value}`",
            help "keep one row; further symbols of a value are its `aliases`";
        DuplicateRange { range: String }: "the range `{range}` has two rows",
            other "its first row",
            help "keep one row";
    }
    /// A range is two numbers.
    InvalidRange Error "invalid-range" {
        InvalidRange { range: Quoted }: "{range} is no range",
            help "write the first and the last value, as in `[range.2000-2999]` or `[range.\"-10..=-1\"]`";
        HalfOpenRange { range: Quoted }: "{range} leaves open whether its end is included",
            help "ranges include their end: write `..=` and the last value";
    }
    /// A range starts at or before its end.
    RangeOrder Error "range-order" {
        RangeOrder { first: i128, last: i128 }: "the range starts at {first}, after its end {last}",
            help "write the smaller value first";
    }
    /// Ranges lie within each other or apart.
    RangeOverlap Error "range-overlap" {
        RangeOverlap { range: String, other: String }:
            "the ranges `{range}` and `{other}` overlap, and neither lies in the other",
            other "the range `{other}`",
            help "let one end before the other starts, or lie wholly inside it";
    }

    // Symbols.
    /// Symbols are made of letters, digits and `_`.
    InvalidSymbol Error "invalid-symbol" {
        InvalidSymbol { symbol: Quoted }: "{symbol} is no symbol",
            help "a symbol is made of the letters a to z and A to Z, digits and `_`, with at least one letter";
    }
    /// Symbols and aliases are unique.
    DuplicateSymbol Error "duplicate-symbol" {
        DuplicateSymbol { symbol: Quoted }: "the symbol {symbol} belongs to two rows",
            other "the first {symbol}",
            help "give one of them another symbol, even where one is retired";
        SymbolIsValue { symbol: Quoted }: "the symbol {symbol} is how another value is written",
            other "the row of this value",
            help "give the row a symbol that is no value";
        RepeatedAlias { symbol: Quoted }: "{symbol} is already a symbol of this row",
            other "the first {symbol}",
            help "leave it out";
    }
    /// An alias of a code can be a constant.
    InvalidAlias Error "invalid-alias" {
        AliasTaken { alias: Quoted, reason: Word }:
            "{alias} cannot be a constant of the enum: {reason}",
            help "write it in another case, or leave it out";
    }
    /// A variant is named as Rust names things.
    InvalidVariant Error "invalid-variant" {
        InvalidVariant { name: Quoted }: "{name} cannot be the name of a variant",
            help "begin with a letter, go on with letters, digits and `_`, and use no keyword: `NotFound`";
    }
    /// Variant names are unique.
    DuplicateVariant Error "duplicate-variant" {
        DuplicateVariant { variant: Quoted }: "two rows would be the variant {variant}",
            other "the first {variant}",
            help "give one of them a name of its own: `variant = \"…\"`";
        UnlistedVariant { variant: Quoted }:
            "this row would be the variant {variant}, which is for the values that no row covers",
            other "`unlisted` takes the name",
            help "write `variant = \"…\"` here, or another name for `unlisted`";
    }
        }
    };
}
