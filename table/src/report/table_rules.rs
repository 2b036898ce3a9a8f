//! The rules for the file, the registry, properties, values and symbols, each with its violations.

macro_rules! table_rules {
    ($next:ident $($more:tt)*) => {
        $next! { $($more)*

    // The file.
    /// The file is valid TOML.
    Syntax Error "syntax" {
        ConflictMarker: "unresolved merge conflict",
            help "keep the lines of one side, and delete those that begin with `<<<<<<<`, `=======` and `>>>>>>>`";
        ByteOrderMark: "a byte order mark within the file",
            help "delete this invisible character, which is allowed only at the start of a file";
        ExpectedKey { found: Argument }: "expected a key, found {found}",
            help "write `key = value`, or a header such as `[code.2001]`";
        ExpectedEquals { found: Argument }: "expected `=` after the key, found {found}",
            help "write `key = value`";
        ExpectedValue { found: Argument }: "expected a value, found {found}",
            help "write a string in quotes, a number, `true` or `false`, an array in `[…]` or a table in `{{…}}`";
        ExpectedComma { closing: &'static str, found: Argument }: "expected `,` or `{closing}`, found {found}",
            help "separate the values with commas, and write `{closing}` after the last one";
        ExpectedLineEnd { found: Argument }: "expected the end of the line, found {found}",
            help "write each key on its own line, and several values in an array: `[…, …]`";
        UnclosedHeader { closing: &'static str }: "the header is not closed",
            help "add `{closing}` at the end";
        UnopenedHeader { opening: &'static str }: "the header does not start with `{opening}`",
            help "add `{opening}` at the start";
        RangeWithDots { range: String }: "a range with dots must be in quotes",
            help "write `[range.\"{range}\"]`";
        Unclosed { bracket: &'static str, closing: &'static str }: "`{bracket}` is never closed",
            help "add `{closing}` at the end of the value";
        UnquotedText { found: Quoted }: "the string {found} is not in quotes",
            help "write it in quotes: `\"…\"`";
        InvalidKey { found: Quoted }: "{found} is not a valid key",
            help "a key without quotes may contain the letters a to z and A to Z, digits, `-` and `_`; put any other key in quotes";
        MultiLineKey: "a key cannot span several lines",
            help "write it in single or double quotes, not in triple quotes";
        InvalidNumber { found: Quoted }: "{found} is not a valid number",
            help "use the digits of its base: `12`, `0x1F`, `0o17`, `0b101`";
        InvalidDate { found: Quoted }: "{found} is not a valid date or time",
            help "write `2027-01-31`, `23:59:00` or `2027-01-31T23:59:00Z`, or put a string in quotes";
        InvalidEscape { found: Quoted }: "{found} is not a valid escape sequence",
            help "write a backslash as `\\\\`, and a character by its code point as `\\u00E9` or `\\U0001F600`";
        RawControlCharacter { found: Quoted }: "the control character {found} is not allowed here",
            help "remove it, or write its escape sequence in a string in double quotes";
        LoneCarriageReturn: "a carriage return without a newline",
            help "end each line with LF or CRLF";
        TooDeep { most: usize }: "arrays, tables and dotted keys are nested more than {most} levels deep",
            help "write inner tables under separate headers";
        ExtendsValue { key: Quoted }: "{key} already has a value and cannot be extended",
            other "the value of {key}",
            help "define {key} in one place";
    }
    /// A table stays within the size limits.
    TooLarge Error "too-large" {
        FileTooLarge { bytes: usize, most: usize }: "the file has {bytes} bytes; the limit is {most}",
            help "split the registry, or move languages to separate files: `file = \"translations/it.toml\"`";
        TooManyLanguages { count: usize, most: usize }: "the table has {count} languages; the limit is {most}",
            help "split the registry";
        TooManyFallbacks { count: usize, most: usize }: "the language has {count} fallbacks; the limit is {most}",
            help "remove the last ones: the chain always ends with the default language";
        TooManyTexts { count: usize, most: usize }:
            "the rows before this one reach the limit of {most} texts, including those missing in any of the {count} languages",
            help "split the registry";
        TooManyValues { columns: usize, rows: usize, most: usize }:
            "{columns} properties in {rows} rows exceed the limit of {most} values",
            help "split the registry";
        TooMany { most: usize }: "this rule is broken more than {most} times",
            help "fix these first; the rest will then be reported";
        ValueNotRead { bytes: usize, tokens: usize }:
            "the value that starts here is too large; the rest of the file is not read",
            help "check for an unclosed quote or bracket; the limits are {bytes} bytes and {tokens} keys, values, signs and spaces";
        NotReadOn { most: usize }:
            "the file has more than {most} syntax errors before this line; the rest of the file is not read",
            help "fix these first; the rest will then be reported";
    }
    /// A key occurs only once in its table.
    DuplicateKey Error "duplicate-key" {
        DuplicateKey { key: Quoted }: "{key} is defined twice in the same table",
            other "the first {key}",
            help "remove one of them";
        DuplicateTable { header: Quoted }: "{header} is defined twice",
            other "the first {header}",
            help "merge both under one header";
    }
    /// Every key belongs to the format or is a declared property.
    UnknownKey Error "unknown-key" {
        UnknownKey { key: Quoted, parent: Word, guess: Guess }: "unknown key {key} in {parent}",
            help "{guess}";
    }
    /// Required keys are present.
    MissingKey Error "missing-key" {
        MissingKey { key: &'static str, parent: Word, example: &'static str }:
            "{parent} has no `{key}`",
            help "add `{example}`";
        NoRegistry: "the table has no `[registry]`",
            help "start the file with `[registry]`, followed by `title`, `repr` and `languages`";
        LanguageFileAlone:
            "this looks like a language file, not a table: no row has a symbol, and no text specifies its language",
            help "check the table, which includes its language files: `codes check codes.toml`; a language file for the registry of another crate is checked by `catalog!` or `Catalog::load`";
        MissingTitle { tag: String }: "the registry has no title in the default language",
            help "add `title.{tag} = \"…\"` under `[registry]`";
        MissingTitleInFile { file: Quoted }: "the registry has no title in the default language",
            help "add `title = \"…\"` under `[registry]` in {file}";
    }
    /// Each value has the type of its key.
    WrongType Error "wrong-type" {
        WrongType { what: Quoted, found: Word, wanted: Word, example: Word }:
            "{what} must be {wanted}, not {found}",
            help "write {example}";
        PlainText { key: String, tag: String }:
            "`{key}` repeats the language `{tag}` of the file",
            help "write `{key} = …`";
        NoteTable { header: String }: "`note` must be an array of tables, not a table",
            help "write `[[{header}.note]]` for each note";
        NameLength: "`name_length` is out of range",
            help "write the maximum number of characters in a name: `name_length = 40`";
    }
    /// Language files can be read.
    LanguageFile Error "language-file" {
        LanguageFile { file: Quoted, reason: String }: "cannot read {file}: {reason}",
            help "name a readable file, or move the texts of the language to the table";
        LanguagePath { file: Quoted }: "{file} is not a path to a file in the folder of the table or below",
            help "write a path relative to the folder of the table, with `/` and without `..`: `translations/it.toml`";
    }
    /// The files of explanations can be read.
    ExplanationFile Error "explanation-file" {
        ExplanationFile { file: Quoted, reason: String }: "cannot read {file}: {reason}",
            help "name a readable file, or write the explanation in the table";
        ExplanationPath { file: Quoted }: "{file} is not a path to a file in the folder of the table or below",
            help "write a path relative to the folder of the table, with `/` and without `..`: `explanations/en/2001.md`";
    }

    // The registry.
    /// `repr` is one of the types of the format.
    UnknownRepr Error "unknown-repr" {
        UnknownRepr { found: Quoted, guess: Guess }: "{found} is not a valid `repr`",
            help "{guess}";
    }
    /// String values have a valid `length`, and other values have no `length`.
    InvalidLength Error "invalid-length" {
        InvalidLength { longest: usize }: "this is not a valid `length`",
            help "write the number of bytes in the longest value, from 1 to {longest}: `length = 5`";
        SurplusLength: "`length` requires `repr = \"str\"`",
            help "write `repr = \"str\"`, or remove `length`";
    }
    /// The template of addresses is a web address that tells codes apart.
    InvalidUrl Error "invalid-url" {
        UrlPlaceholder { found: Quoted }: "{found} is not a valid placeholder in an address",
            help "write `{{label}}`, `{{value}}`, `{{symbol}}` or `{{language}}`";
        UrlAddress: "this is not a valid web address",
            help "start with `https://` and the name of a server, and percent-encode characters that are not allowed in an address: `url = \"https://errors.example.org/{{language}}/{{label}}/\"`";
        UrlOfAll: "every code would have the same address",
            help "add `{{label}}`, `{{value}}` or `{{symbol}}`";
    }
    /// The domain of a registry is a host name.
    InvalidDomain Error "invalid-domain" {
        InvalidDomain { domain: Quoted }: "{domain} is not a valid host name",
            help "write the name of the service or of the organization that defines the codes: `domain = \"shop.example.org\"`";
    }
    /// Parts are disjoint bits of unsigned values.
    InvalidPart Error "invalid-part" {
        PartRepr { repr: &'static str }: "values of the type `{repr}` cannot have parts",
            help "use an unsigned integer type, or remove `[part]`";
        PartBits { found: Quoted }: "{found} is not a range of bits",
            help "write the lowest and the highest bit, or one bit: `\"16-26\"`, `\"7\"`; bit 0 is the lowest";
        PartWidth { bit: u32, repr: &'static str, most: u32 }: "`{repr}` has no bit {bit}",
            help "use bits from 0 to {most}";
        PartOverlap { first: Quoted }: "the bits overlap with those of {first}",
            other "the part {first}",
            help "give each bit to one part at most";
        PartName { name: Quoted }: "{name} cannot be the name of a part",
            help "use lowercase letters, digits and `_`, but not `value`, a keyword, the name of a column, or a method that every enum has";
        PartNames { found: Quoted, guess: Guess }: "{found} is not an enum of this table",
            help "{guess}";
        PartWords { found: Quoted }: "the words of {found} have no numbers",
            other "a word without a number",
            help "give each word its number: `values = {{ rpc = 1, win32 = 7 }}`";
        PartNumber { word: Quoted, number: i128, name: Quoted, most: i128 }:
            "the number of {word}, {number}, does not fit in the part {name}",
            other "the part {name}",
            help "use a number from 0 to {most}, or give the part more bits";
    }
    /// A label shows the value once and cannot be read as another value.
    InvalidLabel Error "invalid-label" {
        LabelValues: "a label must contain the value exactly once",
            help "write `{{value}}` in place of the value, as in `label = \"E{{value:04}}\"`";
        LabelField { field: Quoted }: "{field} is not a valid placeholder in a label",
            help "write `{{value}}`; write a literal brace twice";
        LabelForm { form: Quoted }: "{form} is not a valid format for the value",
            help "write `{{value}}` for decimal, `{{value:04}}` for at least four digits, `{{value:X}}` or `{{value:08x}}` for hexadecimal";
        LabelMixed: "a label shows either the value or its parts",
            help "remove `{{value}}` or the parts";
        LabelPartTwice { name: Quoted }: "the label contains {name} twice",
            help "show each part at most once";
        LabelDigits { name: Quoted }: "it is unclear where the digits of {name} end, so the label cannot be parsed",
            help "write their maximum number, as in `{{asc:02X}}`, or a character that is not a digit after them";
        LabelText: "a string value cannot have a format",
            help "write `{{value}}`";
        LabelLine: "a label must be a single line without tabs",
            help "remove line breaks and tabs";
        LabelLength { count: usize, most: usize }: "the label has {count} characters; the limit is {most}",
            help "remove what is not needed to identify the value";
        LabelNumber { shown: String, value: i128, other: i128 }:
            "the label of {value}, `{shown}`, can also be read as {other}",
            help "start the label with characters that cannot start a number, as in `E{{value}}`; before hexadecimal digits, write `0x{{value:X}}`";
        LabelOfName: "codes that are words have no label",
            help "remove `label`: the word itself is shown";
        LabelOfText: "the label of a value could be another value",
            help "separate the value with a space: `SQLSTATE {{value}}`";
    }
    /// A prefix consists of characters that symbols may have.
    InvalidPrefix Error "invalid-prefix" {
        InvalidPrefix { prefix: Quoted }: "{prefix} is not a valid prefix of symbols",
            help "use only the letters a to z and A to Z, digits and `_`";
    }
    /// At least one symbol starts with the prefix.
    UnusedPrefix Warning "unused-prefix" {
        UnusedPrefix { prefix: Quoted }: "no symbol starts with {prefix}",
            help "start symbols with it, or remove it";
    }
    /// `serde` is `number`, `symbol` or `object`.
    UnknownSerdeForm Error "unknown-serde-form" {
        UnknownSerdeForm { found: Quoted, guess: Guess }: "{found} is not a valid `serde` form",
            help "{guess}";
    }
    /// The registry has a default language.
    NoLanguages Error "no-languages" {
        NoLanguages: "the registry has no languages",
            help "list at least the language of the texts: `languages = [\"en\"]`";
    }
    /// Languages are BCP 47 tags.
    InvalidLanguage Error "invalid-language" {
        InvalidLanguage { tag: Quoted }: "{tag} is not a valid language tag",
            help "write a language, optionally with a script and a region (`it`, `pt-BR`, `sr-Latn-ME`) or with one variant (`ca-valencia`)";
    }
    /// Each language is listed once.
    DuplicateLanguage Error "duplicate-language" {
        DuplicateLanguage { tag: Quoted }: "{tag} is listed twice",
            other "the first {tag}",
            help "remove one of them";
    }
    /// Only languages of the table are used.
    UnknownLanguage Error "unknown-language" {
        UnknownLanguage { tag: Quoted, guess: Guess }: "{tag} is not a language of this table",
            help "{guess} (add a new language to `languages`)";
    }
    /// The default language has no policy and no fallback.
    DefaultLanguage Error "default-language" {
        DefaultLanguage { tag: Quoted, key: &'static str }: "{tag} is the default language, which has no `{key}`",
            help "remove it: texts in the default language are always required, and only `file` can be set";
        DefaultFallback { tag: Quoted }: "{tag} cannot be its own fallback",
            help "remove it";
    }
    /// A policy is `required`, `partial` or `draft`.
    UnknownPolicy Error "unknown-policy" {
        UnknownPolicy { found: Quoted, guess: Guess }: "{found} is not a valid policy",
            help "{guess}";
    }

    // Properties.
    /// The name of a property is a valid method name.
    PropertyName Error "property-name" {
        PropertyName { name: Quoted }: "{name} is not a valid method name",
            help "start with a lowercase letter, followed by lowercase letters, digits and single `_`";
        PropertyKeyword { name: Quoted }: "{name} is a Rust keyword",
            help "choose another name";
        PropertyTaken { name: Quoted }: "every enum already has a method {name}",
            help "choose another name";
        PropertyIsKey { name: Quoted }: "{name} is already a key of every row",
            help "choose another name";
    }
    /// The type of a property is one of the types of the format.
    UnknownType Error "unknown-type" {
        UnknownType { found: Quoted, guess: Guess }: "{found} is not a valid property type",
            help "{guess}";
    }
    /// The name of an enum is valid and unique, and so is its name in Rust.
    EnumName Error "enum-name" {
        EnumName { name: Quoted }: "{name} is not a valid enum name",
            help "start with a lowercase letter, followed by lowercase letters, digits and single `_`";
        EnumKeyword { name: Quoted }: "{name} is a Rust keyword",
            help "choose another name";
        EnumIsType { name: Quoted }: "{name} is already a type",
            help "choose another name";
        EnumClash { name: Quoted, rust: String }: "{name} would have the same Rust name as another enum: `{rust}`",
            other "the first `{rust}`",
            help "choose another name, or set `rust = \"…\"`";
        EnumRustName { name: Quoted }: "{name} is not a valid type name",
            help "start with an uppercase letter, followed by letters, digits and `_`";
    }
    /// An enum lists words that can be variants.
    EnumWords Error "enum-words" {
        NoWords { name: Quoted }: "the enum {name} must have words",
            help "add `values = [\"…\", \"…\"]`";
        TooManyWords { count: usize, most: usize }: "the enum has {count} words; the limit is {most}",
            help "use a `str` column, or split the enum";
        EnumType { header: Quoted, kind: Quoted }: "the words of a property have a header of their own",
            help "list them as `values` under {header}, and write {kind} in the property";
        SurplusWords: "a property has no `values`",
            help "remove `values`, or list the words in an `[enum]` and name it as the `type`";
        DuplicateWord { word: Quoted }: "{word} is listed twice",
            other "the first {word}",
            help "remove one of them";
        WordVariant { word: Quoted }: "{word} cannot be converted to a variant name",
            help "use only letters, digits, `-` and `_`";
        WordClash { word: Quoted, variant: String }: "{word} would have the same variant name as another word: `{variant}`",
            other "the first `{variant}`",
            help "choose a word that differs by more than case and `-`";
        WordNumber { word: Quoted }: "the number of {word} is out of range",
            help "use a number from 0 to 18446744073709551615";
        WordNumberTwice { word: Quoted, number: i128 }: "{word} has the number {number} of another word",
            other "the word with this number",
            help "give each word a number of its own";
    }
    /// The value of a property has the declared type.
    PropertyType Error "property-type" {
        PropertyNotBool { name: Quoted, found: Word }: "{name} must be a boolean, not {found}",
            help "write `true` or `false`";
        PropertyNotInteger { name: Quoted, found: Word }: "{name} must be an integer, not {found}",
            help "write an integer without quotes";
        PropertyNotText { name: Quoted, found: Word }: "{name} must be a string, not {found}",
            help "write a string in quotes";
        PropertyNotWord { name: Quoted, found: Word, words: Guess }:
            "{name} must be one of its words, not {found}",
            help "{words}";
    }
    /// The value of an integer property is in the range of its type.
    PropertyBounds Error "property-bounds" {
        PropertyBounds { name: Quoted, value: String, repr: &'static str, min: i128, max: i128 }:
            "`{value}` is out of range for {name}, which is a `{repr}`",
            help "`{repr}` ranges from {min} to {max}";
    }
    /// A required property has a value in every row.
    RequiredProperty Error "required-property" {
        RequiredValue { name: Quoted }: "missing value of {name}, which the table requires",
            help "add a value of its type to the row";
        RequiredDefault: "a required property cannot have a default",
            help "remove `default` or `required`; `otherwise` is for ranges and unlisted values";
        TextDefault { key: &'static str }: "a column with `type = \"text\"` cannot have `{key}`",
            help "remove it; a row without a text has no value in this column";
    }
    /// At most one property is the HTTP status.
    SecondHttpStatus Error "second-http-status" {
        SecondHttpStatus { first: Quoted }: "{first} is already the HTTP status",
            help "write `type = \"u16\"`";
    }
    /// The value of a column of words is one of them, and only words of the enum have names.
    UnknownWord Error "unknown-word" {
        UnknownWord { name: Quoted, word: Quoted, guess: Guess }: "{word} is not a valid value for {name}",
            help "{guess}";
        NameOfNoWord { word: Quoted, guess: Guess }: "{word} is not a word of the enum",
            help "{guess}";
    }

    // Values and ranges.
    /// A code is a number, or a string if `repr` is `str`.
    InvalidValue Error "invalid-value" {
        InvalidValue { value: Quoted }: "{value} is not a valid value",
            help "write an integer, as in `[code.2001]`, `[code.-5]` or `[code.0x7D1]`";
        SplitValue { key: String, whole: String }: "the dot splits the value `{whole}`",
            help "put a value with a dot in quotes: `[{key}.\"{whole}\"]`";
        TextValue { value: Quoted }: "{value} is not a valid value",
            help "use only visible ASCII characters without spaces, as in `[code.42P01]` or `[code.\"X.7.1\"]`";
        RangeAsCode { value: Quoted }: "{value} is a range, not a code",
            help "write ranges under `[range]`";
    }
    /// A value is written in its canonical form.
    ValueSpelling Error "value-spelling" {
        ValueSpelling { value: Quoted, canonical: String }:
            "{value} is not the canonical form of `{canonical}`",
            help "write `{canonical}`";
    }
    /// A registry of words lists every word.
    ListedNames Error "listed-names" {
        UnlistedOfNames: "`repr = \"name\"` lists every value and has no variant for others",
            help "remove `unlisted`; to keep words that the table does not list, use `Listed<…>` in Rust";
    }
    /// Each value fits `repr`.
    ValueBounds Error "value-bounds" {
        LongValue { value: Quoted, length: usize, bytes: usize, longest: usize }:
            "{value} has {bytes} bytes, but `length` is {length}",
            help "set `length` to the length of the longest value, at most {longest}";
        LongWord { value: Quoted, bytes: usize, longest: usize }: "{value} has {bytes} bytes; the limit is {longest}",
            help "use a shorter word";
        ValueBounds { value: Quoted, repr: &'static str, min: i128, max: i128 }:
            "{value} is out of range for `{repr}`",
            help "`{repr}` ranges from {min} to {max}";
    }
    /// Each value has at most one row.
    DuplicateValue Error "duplicate-value" {
        DuplicateValue { value: String }: "value `{value}` has two rows",
            other "the first row of `{value}`",
            help "keep one row, and list other symbols of the value in `aliases`";
        DuplicateRange { range: String }: "range `{range}` has two rows",
            other "the first row of `{range}`",
            help "keep one row";
    }
    /// A range consists of a first and a last value.
    InvalidRange Error "invalid-range" {
        InvalidRange { range: Quoted }: "{range} is not a valid range",
            help "write the first and the last value, as in `[range.2000-2999]` or `[range.\"-10..=-1\"]`";
        HalfOpenRange { range: Quoted }: "it is unclear whether {range} includes its end",
            help "ranges include their end: write `..=` before the last value";
        TextBounds { range: Quoted }: "{range} has bounds, but a range of strings is a common beginning",
            help "write only the characters that all values of the range start with, as in `[range.42]`; \
                  if they look like bounds, add the next character, as in `[range.\"10-19-\"]`";
        EmptyHeading { heading: Quoted }: "no value of the table starts with {heading}",
            help "write the common beginning of the values of a section, as in `[range.\"auth/\"]`";
    }
    /// A range does not end before it starts.
    RangeOrder Error "range-order" {
        RangeOrder { first: i128, last: i128 }: "the range starts at {first}, after its end {last}",
            help "write the smaller value first";
    }
    /// Two ranges are either disjoint or nested.
    RangeOverlap Error "range-overlap" {
        RangeOverlap { range: String, other: String }:
            "the ranges `{range}` and `{other}` overlap, but neither contains the other",
            other "the range `{other}`",
            help "end one before the other starts, or put it entirely inside the other";
    }

    // Symbols.
    /// Symbols consist of letters, digits and `_`.
    InvalidSymbol Error "invalid-symbol" {
        InvalidSymbol { symbol: Quoted }: "{symbol} is not a valid symbol",
            help "use only the letters a to z and A to Z, digits and `_`, with at least one letter";
    }
    /// Symbols and aliases are unique.
    DuplicateSymbol Error "duplicate-symbol" {
        DuplicateSymbol { symbol: Quoted }: "two rows have the symbol {symbol}",
            other "the first {symbol}",
            help "give one of them another symbol, even if one is retired";
        DerivedSymbol { symbol: Quoted }: "another row already has the symbol {symbol}, which this row would get by default",
            other "the first {symbol}",
            help "add `symbol = \"…\"` to this row";
        SymbolIsValue { symbol: Quoted }: "the symbol {symbol} is also the value of another row",
            other "the row of this value",
            help "choose a symbol that is not a value";
        RepeatedAlias { symbol: Quoted }: "{symbol} is already a symbol of this row",
            other "the first {symbol}",
            help "remove it";
    }
    /// An alias of a code can be a constant of the enum.
    InvalidAlias Error "invalid-alias" {
        AliasTaken { alias: Quoted, reason: Word }:
            "{alias} cannot be a constant of the enum: {reason}",
            help "change its case, or remove it";
    }
    /// A variant has a valid Rust name.
    InvalidVariant Error "invalid-variant" {
        InvalidVariant { name: Quoted }: "{name} is not a valid variant name",
            help "start with a letter, followed by letters, digits and `_`, and avoid keywords: `NotFound`";
    }
    /// Variant names are unique.
    DuplicateVariant Error "duplicate-variant" {
        DuplicateVariant { variant: Quoted }: "two rows would have the variant name {variant}",
            other "the first {variant}",
            help "name one of them explicitly: `variant = \"…\"`";
        UnlistedVariant { variant: Quoted }:
            "this row would have the variant name {variant}, which is reserved for unlisted values",
            other "`unlisted` reserves the name",
            help "write `variant = \"…\"` here, or choose another name for `unlisted`";
    }
        }
    };
}
