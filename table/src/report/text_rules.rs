//! The rules for texts, messages, arguments and statuses, and the lints, each with its violations.

macro_rules! text_rules {
    ($next:ident $($more:tt)*) => {
        $next! { $($more)*

    // Texts.
    /// Every row has a text in the default language.
    NoText Error "no-text" {
        NoText { row: Quoted, tag: String }: "{row} has no text in the default language",
            help "add `name.{tag}`, `description.{tag}` or `message.{tag}`";
        NoTextInFile { row: Quoted, file: Quoted }: "{row} has no text in the default language",
            help "add `name`, `description` or `message` to the row in {file}";
    }
    /// A localized text specifies its language.
    NoLanguage Error "no-language" {
        NoLanguage { key: String, tag: String }: "`{key}` does not specify its language",
            help "write `{key}.{tag} = …`";
        LanguageKey { key: String }: "`{key}` does not specify its language",
            other "this one does",
            help "write the language after a dot, as in `{key}.it = …`";
        NoteLanguage { header: String, tag: String }: "`note` does not specify its language",
            help "write `[[{header}.note]]`, followed by `{tag} = \"…\"`";
    }
    /// The default language has every text that another language has.
    MissingDefaultText Error "missing-default-text" {
        MissingDefaultText { key: String, tag: String, default: String }:
            "`{key}` exists in `{tag}` but not in the default language `{default}`",
            help "add `{key}` in `{default}`, or remove it in `{tag}`";
        SurplusText { key: String, default: String }:
            "the registry has no such `{key}` in its default language `{default}`",
            help "remove it";
    }
    /// A required language has every text of the default language.
    MissingText Error "missing-text" {
        MissingText { owner: Argument, key: String, tag: String, path: String }:
            "`{key}` of {owner} is missing in `{tag}`",
            help "add `{path} = \"…\"`, or mark the language as partial: `policy = \"partial\"` under `[language.{tag}]`";
        MissingNote { owner: Argument, tag: String }: "a note of {owner} is missing in `{tag}`",
            help "add `{tag} = \"…\"` to the note, or mark the language as partial: `policy = \"partial\"` under `[language.{tag}]`";
        MissingInFile { owner: Argument, key: String, tag: String, file: Quoted }:
            "`{key}` of {owner} is missing in `{tag}`",
            help "add it to {file}, or mark the language as partial: `policy = \"partial\"` under `[language.{tag}]`";
        MissingTexts { tag: String, missing: Missing }: "`{tag}` is missing {missing}",
            help "add the texts, or mark the language as partial: `policy = \"partial\"` under `[language.{tag}]`; `codes check --format json` lists all of them";
        MissingTextsInFile { tag: String, missing: Missing, file: Quoted }: "`{tag}` is missing {missing}",
            help "add the texts to {file}, or mark the language as partial: `policy = \"partial\"` under `[language.{tag}]`; `codes check --format json` lists all of them";
    }
    /// A partial language has every text of the default language.
    PartialLanguage Warning "partial-language" {
        PartialLanguage { tag: String, missing: Missing }: "`{tag}` is missing {missing}",
            help "add the missing texts, or mark the language as a draft: `policy = \"draft\"`";
        VeryPartialLanguage { tag: String, missing: Missing }: "`{tag}` is missing {missing}",
            help "add the missing texts, or mark the language as a draft: `policy = \"draft\"`; `codes check --format json` lists all of them";
    }
    /// If a language has a file, all its texts are in that file.
    TextElsewhere Error "text-elsewhere" {
        TextElsewhere { tag: String, file: Quoted }: "texts in `{tag}` belong in {file}",
            other "`{tag}` has a file",
            help "move this text there";
    }
    /// A language file contains only rows of the table.
    UnknownRow Error "unknown-row" {
        UnknownRow { row: Quoted }: "the table has no row {row}",
            help "add the row to the table, or remove it here";
        SurplusRow { row: Quoted }: "the registry has no row {row}",
            help "remove this row";
        MisspeltRow { row: Quoted, near: Quoted }: "the registry has no row {row}",
            help "did you mean {near}? otherwise, remove this row";
    }
    /// A language file contains only properties of the table.
    UnknownProperty Error "unknown-property" {
        UnknownProperty { property: Quoted, guess: Guess }: "the table has no property {property}",
            help "{guess}";
    }
    /// A language file contains only enums of the table.
    UnknownEnum Error "unknown-enum" {
        UnknownEnum { name: Quoted, guess: Guess }: "the table has no enum {name}",
            help "{guess}";
    }

    // Safety.
    /// No text is empty.
    EmptyText Error "empty-text" {
        EmptyText: "the text is empty",
            help "write a text, or remove the key";
    }
    /// No text exceeds the maximum length.
    TextTooLong Error "text-too-long" {
        TextTooLong { bytes: usize, most: usize }: "the text has {bytes} bytes; the limit is {most}",
            help "shorten it, and refer to a document for the rest";
    }
    /// Texts contain no bidirectional embeddings or overrides.
    Bidi Error "bidi" {
        Bidi { character: Quoted }:
            "{character} changes the direction of the text that follows, and can hide what it says",
            help "remove it; the marks U+200E and U+200F, and isolates that are closed, are allowed";
    }
    /// A directional isolate is closed in the same text.
    OpenIsolate Error "open-isolate" {
        OpenIsolate { character: Quoted }: "the isolate {character} is not closed in the same text",
            help "close it with U+2069";
    }
    /// Texts contain no control characters except newline and tab.
    ControlCharacter Error "control-character" {
        ControlCharacter { character: Quoted }: "{character} is a control character",
            help "remove it; only newline and tab are allowed";
    }

    // Messages.
    /// A literal brace is doubled.
    LoneBrace Error "lone-brace" {
        LoneBrace { brace: char }: "unmatched `{brace}`",
            help "write an argument as `{{name}}`, and a literal brace twice: `{brace}{brace}`";
    }
    /// The name of an argument consists of letters, digits and `_`.
    ArgumentName Error "argument-name" {
        ArgumentName { name: Quoted }: "{name} is not a valid argument name",
            help "use letters, digits and `_`, as in `{{path}}`, or a number, as in `{{0}}`; write a literal brace twice";
    }
    /// A choice has exactly one of `plural`, `ordinal` and `select`.
    Selector Error "selector" {
        NoSelector: "the choice has no `plural`, `ordinal` or `select`",
            help "add `plural = \"…\"`, `ordinal = \"…\"` or `select = \"…\"` with the name of an argument";
        TwoSelectors { key: Quoted, first: Quoted }: "a choice cannot have both {first} and {key}",
            other "the choice already has {first}",
            help "write a second choice inside one of the cases";
    }
    /// A choice has an `other` case.
    MissingOther Error "missing-other" {
        MissingOther: "the choice has no `other`",
            help "add `other = \"…\"`, which is used if no other case applies";
        MissingWords { name: Quoted, words: String }: "the choice by {name} has no case for {words}, and no `other`",
            help "add a case for each word, or `other = \"…\"` for the rest";
    }
    /// The cases of a plural are categories and numbers, those of a select are words of the argument.
    UnknownCase Error "unknown-case" {
        UnknownCase { case: Quoted, guess: Guess }: "{case} is neither a plural category nor a number",
            help "{guess} (an exact number is written as `0`, `1`)";
        UnknownWordCase { case: Quoted, name: Quoted, guess: Guess }: "{case} is not a word that {name} can be",
            other "the words of {name}",
            help "{guess}";
    }
    /// A plural uses only the categories of its language.
    CategoryNeverShown Error "category-never-shown" {
        CategoryNeverShown { case: &'static str, tag: String, rules: Word, has: String }:
            "the {rules} rules of `{tag}` have no `{case}`, so this case is never used",
            help "`{tag}` has {has}; an exact number is always allowed";
    }
    /// A plural has every category that whole numbers need.
    PluralCategoryMissing Warning "plural-category-missing" {
        PluralCategoryMissing { tag: String, rules: Word, missing: String }:
            "the {rules} rules of `{tag}` also have {missing}; `other` is used instead",
            help "add {missing}";
    }
    /// Plural categories are used only if CLDR has rules for the language.
    NoPluralRules Error "no-plural-rules" {
        NoPluralRules { case: &'static str, tag: String }:
            "CLDR has no plural rules for `{tag}`, so `{case}` is never used",
            help "write `other`, and exact numbers such as `1`";
    }
    /// Choices are not nested too deeply.
    ChoiceDepth Error "choice-depth" {
        ChoiceDepth { deepest: usize }: "choices are nested more than {deepest} levels deep",
            help "split the message into several codes";
    }
    /// No message exceeds the maximum length.
    MessageLength Error "message-length" {
        MessageLength { most: usize }: "the message has more than {most} bytes",
            help "shorten it to a sentence or two, and move the rest to the documentation of the code";
    }

    // Arguments.
    /// A message, and the help of a row with arguments, use only the arguments of the row.
    UnknownArgument Error "unknown-argument" {
        UnknownArgument { name: Quoted, guess: Guess }: "the message has no argument {name}",
            other "the arguments of the message",
            help "{guess} (every language uses the same arguments: those in `args`, or else those of the default language)";
        UnknownHelpArgument { name: Quoted, guess: Guess }: "the row has no argument {name}",
            other "the arguments of the row",
            help "{guess} (help uses the arguments of the row; write a literal brace twice)";
    }
    /// No row exceeds the maximum number of arguments.
    TooManyArguments Error "too-many-arguments" {
        TooManyArguments { count: usize, most: usize }: "the row has {count} arguments; the limit is {most}",
            help "combine related arguments into one";
    }
    /// The kind of an argument is one of the kinds of the format.
    UnknownArgumentKind Error "unknown-argument-kind" {
        UnknownArgumentKind { found: Quoted, guess: Guess }: "{found} is not a valid kind of argument",
            help "{guess}";
    }
    /// The kind of an argument fits its use.
    ArgumentKind Error "argument-kind" {
        ArgumentKind { name: Quoted, selector: &'static str, kind: String, fitting: String }:
            "`{selector}` cannot choose by {name}, which is of kind `{kind}`",
            other "the kind of {name}",
            help "use an argument of one of these kinds: {fitting}";
        SelectKind { name: Quoted, kind: String, words: String }: "`select` chooses among words, but {name} is of kind `{kind}`",
            other "the kind of {name}",
            help "declare the words: the name of an `[enum]`, or a list such as `{words}`";
        ValueKind { name: String, kind: String, repr: &'static str, fitting: String }:
            "`{{{name}}}` of a range is the code's value, a `{repr}`; it cannot have the kind `{kind}`",
            help "declare one of these kinds: {fitting}; or choose another name for the argument";
        UndeclaredWords { name: Quoted, args: String }: "the words of {name} are not declared",
            help "add `{args}` to the row; the name of an `[enum]` can replace the list";
        NoWordCases { name: Quoted }: "the choice by {name} has no case for any word",
            help "add a case for each word and list the words in `args`, or replace the choice with its sentence";
    }
    /// An argument that is one of several words lists each of them once.
    ListedWords Error "listed-words" {
        NoListedWords { name: Quoted }: "the argument {name} must have words",
            help "list them, as in `[\"file\", \"folder\"]`, or write the name of a kind";
        TooManyListedWords { name: Quoted, count: usize, most: usize }:
            "the argument {name} has {count} words; the limit is {most}",
            help "use the kind `text`";
        ListedTwice { word: Quoted }: "{word} is listed twice",
            other "the first {word}",
            help "remove one of them";
        ListedLines { word: Quoted }: "{word} contains a tab or a line break",
            help "remove it";
    }

    // Status.
    /// A status is one of RFC 8126, `deprecated` or `retired`.
    UnknownStatus Error "unknown-status" {
        UnknownStatus { found: Quoted, guess: Guess }: "{found} is not a valid status",
            help "{guess}";
    }
    /// Only deprecated and retired rows have a replacement.
    ReplacedStatus Error "replaced-status" {
        ReplacedStatus { status: &'static str }: "a row with the status `{status}` cannot have a replacement",
            help "write `status = \"deprecated\"` or `status = \"retired\"`, or remove `replaced_by`";
    }
    /// A replacement is another code that is in use.
    Replacement Error "replacement" {
        UnknownReplacement { value: String }: "the table has no code `{value}`",
            help "write the value of a code of this table";
        RetiredReplacement { value: String }: "`{value}` is retired and cannot replace another code",
            other "the row of `{value}`",
            help "choose a code that is in use";
        ReplacedByItself { value: String }: "`{value}` cannot replace itself",
            help "choose another code";
    }

    // Levels of lints.
    /// `[lint]` contains only names of lints.
    UnknownLint Error "unknown-lint" {
        UnknownLint { found: Quoted, guess: Guess }: "unknown lint {found}",
            help "{guess}";
        FixedRule { rule: &'static str }: "`{rule}` is always an error",
            help "remove this line; only warnings can be allowed or denied";
    }
    /// The level of a lint is `allow`, `warn` or `deny`.
    UnknownLevel Error "unknown-level" {
        UnknownLevel { found: Quoted, guess: Guess }: "{found} is not a valid level",
            help "{guess}";
    }

    // Lints.
    /// A translation differs from the text in the default language.
    Untranslated Warning "untranslated" {
        Untranslated { tag: String, default: String }:
            "the text in `{tag}` is the same as in `{default}`",
            other "the text in `{default}`",
            help "translate it; if both languages use the same text, write `untranslated = \"allow\"` under `[lint]`";
        MostlyUntranslated { tag: String, default: String, count: usize, all: usize }:
            "{count} of the {all} texts in `{tag}` are the same as in `{default}`; this is the first",
            other "the text in `{default}`",
            help "translate them, or leave them out and write `policy = \"draft\"` under `[language.{tag}]`";
    }
    /// A translation was made from the current text of the default language.
    Stale Warning "stale" {
        Stale { tag: String }: "the text of the default language has changed since this translation to `{tag}`",
            help "translate it again; if it is still right, run `codes translate record`";
    }
    /// A translation shows the arguments that its source shows.
    MissingArgument Warning "missing-argument" {
        MissingArgument { tag: String, name: Quoted, default: String }:
            "the text in `{tag}` does not show {name}, but the text in `{default}` does",
            other "the text in `{default}`",
            help "add {name}; only a case for a single value of it may omit it";
    }
    /// A text that takes no arguments does not contain `{name}`, where `name` is an argument of its row.
    Braces Warning "braces" {
        Braces { key: String, name: Quoted }: "`{key}` takes no arguments, so {name} is shown as it is",
            help "only `message` and `help` take arguments; rephrase the text, or allow this with `braces = \"allow\"` under `[lint]`";
    }
    /// A translation contains the same numbers as its source.
    DifferentNumber Warning "different-number" {
        AddedNumber { tag: String, number: String, default: String }:
            "the text in `{tag}` has the number {number}, but the text in `{default}` does not",
            other "the text in `{default}`",
            help "compare the numbers";
        MissingNumber { tag: String, number: String, default: String }:
            "the text in `{tag}` lacks the number {number} of the text in `{default}`",
            other "the text in `{default}`",
            help "compare the numbers";
    }
    /// A translation contains the same code in backticks as its source.
    DifferentCode Warning "different-code" {
        MissingCode { tag: String, code: Quoted, default: String }:
            "the text in `{tag}` lacks the code {code} of the text in `{default}`",
            other "the text in `{default}`",
            help "leave code in backticks as it is";
        AddedCode { tag: String, code: Quoted, default: String }:
            "the text in `{tag}` has the code {code}, but the text in `{default}` does not",
            other "the text in `{default}`",
            help "leave code in backticks as it is";
    }
    /// A translation has no placeholders of other formats.
    ForeignPlaceholder Warning "foreign-placeholder" {
        ForeignPlaceholder { found: Quoted }: "{found} is a placeholder of another format",
            help "write an argument as `{{name}}`";
    }
    /// A translation ends with the same kind of punctuation as the text in the default language.
    FinalPunctuation Warning "final-punctuation" {
        FinalPunctuation { tag: String, ends: Word, default: String, wanted: Word }:
            "the text in `{tag}` ends with {ends}, but the text in `{default}` ends with {wanted}",
            other "the text in `{default}`",
            help "end both in the same way";
    }
    /// A translation starts with a capital letter if the text in the default language does.
    LeadingCapital Warning "leading-capital" {
        LeadingCapital { tag: String, begins: Word, default: String, wanted: Word }:
            "the text in `{tag}` starts with {begins}, but the text in `{default}` starts with {wanted}",
            other "the text in `{default}`",
            help "start both in the same way";
    }
    /// A text has no leading, trailing or doubled spaces.
    StraySpace Warning "stray-space" {
        SpaceAtStart: "the text starts with a space",
            help "remove it";
        SpaceAtEnd: "the text ends with a space",
            help "remove it";
        LineBreakAtEnd: "the text ends with a line break",
            help "put the closing quotes at the end of the last line";
        SpaceBeforeBreak: "there is a space before a line break",
            help "remove it";
        DoubledSpace: "there are two spaces in a row",
            help "remove one of them";
    }
    /// A text is in Unicode normalization form C.
    NotNfc Warning "not-nfc" {
        NotNfc { written: String, canonical: String }: "{written} is not in normalization form C",
            help "write {canonical}, which looks the same, so that searches find it";
    }
    /// A text has no invisible characters, except where its script needs them.
    ZeroWidth Warning "zero-width" {
        ZeroWidth { character: String }: "{character} is an invisible character",
            help "remove it";
    }
    /// Every `other` of a choice can be reached.
    UnreachableOther Warning "unreachable-other" {
        UnreachableOther { name: Quoted }: "`other` is never used, because every word of {name} has a case",
            help "remove it, so that a word that is added to the enum needs a sentence of its own";
    }
    /// Every declared argument is used in at least one language.
    UnusedArgument Warning "unused-argument" {
        UnusedArgument { name: Quoted }: "no message or help uses the argument {name}",
            help "use it in a message or in help, or remove it from `args`";
    }
    /// A name is at most `name_length` characters long.
    LongName Warning "long-name" {
        LongName { tag: String, count: usize, most: usize }:
            "the name in `{tag}` has {count} characters; the limit is {most}",
            help "shorten it, and move the rest to `description`";
    }
    /// Rows are sorted by value, and a range precedes the rows within it.
    RowOrder Warning "row-order" {
        RowOrder { row: Quoted, before: Quoted }: "{row} comes after {before}",
            other "{before}",
            help "sort rows by value, with a range before the rows within it, as `codes fmt` does";
        RowsOutOfOrder { row: Quoted, before: Quoted, count: usize }:
            "{row} comes after {before}, the first of {count} rows that are out of order",
            other "{before}",
            help "sort rows by value, with a range before the rows within it, as `codes fmt` does";
    }
        }
    };
}
