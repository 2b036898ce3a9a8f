//! What can be wrong with texts, messages, arguments and statuses, and what only the linter reports.

macro_rules! text_problems {
    ($next:ident $($more:tt)*) => {
        $next! { $($more)*

    // Texts.
    /// Every row has a text in the default language.
    NoText Error "no-text" {
        NoText { row: Quoted, tag: String }: "{row} says nothing in the default language",
            help "write `name.{tag}`, `description.{tag}` or `message.{tag}`";
    }
    /// A localized text says its language.
    NoLanguage Error "no-language" {
        NoLanguage { key: &'static str, tag: String }: "`{key}` does not say in which language it is",
            help "write `{key}.{tag} = …`";
        LanguageKey { key: String }: "`{key}` does not say in which language it is",
            other "another text of it does",
            help "write the language after a dot, as in `{key}.it = …`";
        NoteLanguage { header: String, tag: String }: "`note` does not say in which language it is",
            help "write `[[{header}.note]]`, and under it `{tag} = \"…\"`";
    }
    /// The default language has every text that another has.
    MissingDefaultText Error "missing-default-text" {
        MissingDefaultText { key: &'static str, tag: String, default: String }:
            "`{key}` is there in `{tag}` but not in the default language `{default}`",
            help "write `{key}` in `{default}` too, or leave it out in `{tag}`";
        SurplusText { key: &'static str, default: String }:
            "the registry has no `{key}` here in its default language `{default}`",
            help "leave it out";
    }
    /// A required language has every text of the default language.
    MissingText Error "missing-text" {
        MissingText { owner: Argument, key: &'static str, tag: String }:
            "`{key}` of {owner} is missing in `{tag}`",
            help "write `{key}.{tag} = \"…\"`, or say that the language is partial: `policy = \"partial\"` under `[language.{tag}]`";
        MissingNote { owner: Argument, tag: String }: "a note of {owner} is missing in `{tag}`",
            help "write `{tag} = \"…\"` in the note, or say that the language is partial: `policy = \"partial\"` under `[language.{tag}]`";
        MissingInFile { owner: Argument, key: &'static str, tag: String, file: Quoted }:
            "`{key}` of {owner} is missing in `{tag}`",
            help "write it in {file}, or say that the language is partial: `policy = \"partial\"` under `[language.{tag}]`";
    }
    /// A partial language has every text of the default language.
    PartialLanguage Warning "partial-language" {
        PartialLanguage { tag: String, missing: Missing }: "`{tag}` lacks {missing}",
            help "write them, or let the language be a draft: `policy = \"draft\"`";
        VeryPartialLanguage { tag: String, missing: Missing }: "`{tag}` lacks {missing}",
            help "write them, or let the language be a draft: `policy = \"draft\"`; `codes check --format json` names all";
    }
    /// The texts of a language that has a file stand there.
    TextElsewhere Error "text-elsewhere" {
        TextElsewhere { tag: String, file: Quoted }: "the texts in `{tag}` belong in {file}",
            other "`{tag}` has a file",
            help "move this text there";
    }
    /// A language file has only rows of the table.
    UnknownRow Error "unknown-row" {
        UnknownRow { row: Quoted }: "the table has no row {row}",
            help "texts belong to rows of the table: add one there, or leave this out";
        RowOfNobody { row: Quoted }: "the registry has no row {row}",
            help "leave this row out";
        RowNearby { row: Quoted, near: Quoted }: "the registry has no row {row}",
            help "did you mean {near}? else leave this row out";
    }

    // Safety.
    /// No text is empty.
    EmptyText Error "empty-text" {
        EmptyText: "the text is empty",
            help "write something, or leave the key out";
    }
    /// No text is longer than two bytes can count.
    TextTooLong Error "text-too-long" {
        TextTooLong { bytes: usize, most: usize }: "the text has {bytes} bytes, more than {most}",
            help "refer to a document that says the rest";
    }
    /// No bidirectional embeddings and overrides.
    Bidi Error "bidi" {
        Bidi { character: Quoted }:
            "{character} turns the direction of what follows, and can hide what a text says",
            help "leave it out; the marks U+200E and U+200F, or isolates that are closed again, can be used";
    }
    /// An isolate is closed in the same text.
    OpenIsolate Error "open-isolate" {
        OpenIsolate { character: Quoted }: "the isolate {character} is not closed in the same text",
            help "close it with U+2069";
    }
    /// No control characters but newline and tab.
    ControlCharacter Error "control-character" {
        ControlCharacter { character: Quoted }: "{character} is a control character",
            help "only newline and tab may stand in a text";
    }

    // Messages.
    /// A brace that stands for itself is written twice.
    LoneBrace Error "lone-brace" {
        LoneBrace { brace: char }: "`{brace}` stands alone",
            help "an argument is written `{{name}}`; a brace that is meant as itself is written twice: `{brace}{brace}`";
    }
    /// The name of an argument is made of letters, digits and `_`.
    ArgumentName Error "argument-name" {
        ArgumentName { name: Quoted }: "{name} cannot be the name of an argument",
            help "letters, digits and `_`, as in `{{path}}`, or a number, as in `{{0}}`; a brace that is meant as itself is written twice";
    }
    /// A choice is made by one of `plural`, `ordinal` and `select`.
    Selector Error "selector" {
        NoSelector: "the choice does not say what it is made by",
            help "add `plural = \"…\"`, `ordinal = \"…\"` or `select = \"…\"` with the name of an argument";
        TwoSelectors { key: Quoted, first: Quoted }: "a choice by {first} cannot be one by {key} too",
            other "the choice is made by {first}",
            help "write a choice inside one of the cases";
    }
    /// A choice has an `other`.
    MissingOther Error "missing-other" {
        MissingOther: "the choice has no `other`",
            help "add `other = \"…\"`, the sentence where no case fits";
    }
    /// The cases of a plural are categories and numbers.
    UnknownCase Error "unknown-case" {
        UnknownCase { case: Quoted, guess: Guess }: "{case} is no plural category and no number",
            help "{guess} (a number is written as usual: `0`, `1`)";
    }
    /// No category that the language does not have.
    CategoryNeverShown Error "category-never-shown" {
        CategoryNeverShown { case: &'static str, tag: String, rules: Word, has: String }:
            "the {rules} rules of `{tag}` have no `{case}`, so this could never show",
            help "`{tag}` has {has}; an exact number always works";
    }
    /// Each category that integers reach.
    PluralCategoryMissing Warning "plural-category-missing" {
        PluralCategoryMissing { tag: String, rules: Word, missing: String }:
            "the {rules} rules of `{tag}` also have {missing}; `other` is shown instead",
            help "add {missing}";
    }
    /// Categories need rules that CLDR has.
    NoPluralRules Error "no-plural-rules" {
        NoPluralRules { case: &'static str, tag: String }:
            "CLDR has no plural rules for `{tag}`, so `{case}` could never show",
            help "write `other`, and exact numbers such as `1`";
    }
    /// Choices nest a few levels deep.
    ChoiceDepth Error "choice-depth" {
        ChoiceDepth { deepest: usize }: "choices are nested more than {deepest} deep",
            help "split the message into several codes";
    }
    /// A message is shorter than a book.
    MessageLength Error "message-length" {
        MessageLength { most: usize }: "a message of more than {most} bytes",
            help "a message is a sentence or two: put the rest where the code is documented";
    }

    // Arguments.
    /// Only the arguments of the contract.
    UnknownArgument Error "unknown-argument" {
        UnknownArgument { name: Quoted, guess: Guess }: "the message has no argument {name}",
            other "the arguments of the message",
            help "{guess} (every language uses the same arguments)";
    }
    /// A row has no more arguments than a message can number.
    TooManyArguments Error "too-many-arguments" {
        TooManyArguments { count: usize, most: usize }: "{count} arguments, more than {most}",
            help "put what belongs together into one argument";
    }
    /// An argument is a text, an integer or a number.
    UnknownArgumentKind Error "unknown-argument-kind" {
        UnknownArgumentKind { found: Quoted, guess: Guess }: "{found} is no kind of argument",
            help "{guess}";
    }
    /// The kind of an argument fits its use.
    ArgumentKind Error "argument-kind" {
        ArgumentKind { name: Quoted, selector: &'static str, kind: &'static str }:
            "`{selector}` needs an integer, and {name} is a {kind}",
            other "the kind of {name}",
            help "write `{selector}` with an argument that is an `integer`";
    }

    // Status.
    /// A status is one of RFC 8126's, or `deprecated`, or `retired`.
    UnknownStatus Error "unknown-status" {
        UnknownStatus { found: Quoted, guess: Guess }: "{found} is no status",
            help "{guess}";
    }
    /// Only what is deprecated or retired is replaced.
    ReplacedStatus Error "replaced-status" {
        ReplacedStatus { status: &'static str }: "what is {status} is not replaced",
            help "write `status = \"deprecated\"` or `status = \"retired\"`, or leave `replaced_by` out";
    }
    /// What replaces a value is another code in use.
    Replacement Error "replacement" {
        UnknownReplacement { value: String }: "the table has no code `{value}`",
            help "name the value of a code of this table";
        RetiredReplacement { value: String }: "`{value}` is retired, and replaces nothing",
            other "the row of `{value}`",
            help "name a code that is in use";
        ReplacedByItself { value: String }: "`{value}` cannot replace itself",
            help "name another code";
    }

    // Settings of the linter.
    /// `[lint]` names lints.
    UnknownLint Error "unknown-lint" {
        UnknownLint { found: Quoted, guess: Guess }: "{found} is no lint",
            help "{guess}";
        FixedRule { rule: &'static str }: "`{rule}` is an error in every table",
            help "leave this out; only warnings can be allowed or denied";
    }
    /// A lint is allowed, warned of, or denied.
    UnknownLevel Error "unknown-level" {
        UnknownLevel { found: Quoted, guess: Guess }: "{found} is no level",
            help "{guess}";
    }

    // What only the linter looks for.
    /// A translation differs from the default language's text.
    Untranslated Warning "untranslated" {
        Untranslated { tag: String, default: String }:
            "the text in `{tag}` is the same as in `{default}`",
            other "the text in `{default}`",
            help "translate it; where both languages say the same, allow this: `untranslated = \"allow\"` under `[lint]`";
    }
    /// A translation ends with the same kind of mark as the default language's text.
    FinalPunctuation Warning "final-punctuation" {
        FinalPunctuation { tag: String, ends: Word, default: String, wanted: Word }:
            "the text in `{tag}` ends with {ends}, that in `{default}` with {wanted}",
            other "the text in `{default}`",
            help "let both end alike";
    }
    /// A translation begins with a capital where the default language's text does.
    LeadingCapital Warning "leading-capital" {
        LeadingCapital { tag: String, begins: Word, default: String, wanted: Word }:
            "the text in `{tag}` begins with a {begins} letter, that in `{default}` with a {wanted} one",
            other "the text in `{default}`",
            help "let both begin alike";
    }
    /// A text neither begins nor ends with a space, and has no two in a row.
    StraySpace Warning "stray-space" {
        SpaceAtStart: "the text begins with a space",
            help "leave it out";
        SpaceAtEnd: "the text ends with a space",
            help "leave it out";
        LineBreakAtEnd: "the text ends with a line break",
            help "end it with the closing quotes, on the same line";
        SpaceBeforeBreak: "a space stands before a line break",
            help "leave it out";
        DoubledSpace: "two spaces stand in a row",
            help "leave one of them out";
    }
    /// A text is in Unicode's normalization form C.
    NotNfc Warning "not-nfc" {
        NotNfc { written: String, canonical: String }: "{written} is not in normalization form C",
            help "write {canonical}, which looks the same and is found by who searches for it";
    }
    /// A text has no characters that nobody sees, but where writing needs them.
    ZeroWidth Warning "zero-width" {
        ZeroWidth { character: String }: "{character} is a character that nobody sees",
            help "leave it out";
    }
    /// Some language uses each argument that `args` declares.
    UnusedArgument Warning "unused-argument" {
        UnusedArgument { name: Quoted }: "no message uses the argument {name}",
            help "write it into a message, or leave it out of `args`";
    }
    /// A name has no more characters than `name_length` of `[lint]`.
    LongName Warning "long-name" {
        LongName { tag: String, count: usize, most: usize }:
            "the name in `{tag}` has {count} characters, more than {most}",
            help "shorten it, and say the rest in `description`";
    }
    /// Rows stand in numeric order, a range before what lies in it.
    RowOrder Warning "row-order" {
        RowOrder { row: Quoted, before: Quoted }: "{row} stands after {before}",
            other "{before}",
            help "put rows in numeric order, a range before what lies in it, as `codes fmt` does";
    }
        }
    };
}
