/**

# Configuration loader errors

| value | symbol | status | name |
|---|---|---|---|
| 2000–2999 | `CFG_FILE` | unassigned | File errors |
| 2001 | `CFG_NOT_FOUND` | assigned | Not found |
| 2002 | `CFG_TOO_MANY` | deprecated | Too many files. |

<https://example.org/errors>
*/
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
)]
#[allow(deprecated, non_camel_case_types, clippy::all, clippy::pedantic)]
pub enum Code {
    /**2000–2999 `CFG_FILE`: File errors

- en: A configuration file could not be used.
- it: Un file di configurazione non è utilizzabile.

Status: unassigned.
*/
    File(::code_registry::InRange<Code, 2000>),
    /**2001 `CFG_NOT_FOUND`: Not found

- en: There is no configuration file at the given place.
- it: Nella posizione indicata non c'è alcun file di configurazione.

Status: assigned, since 1.2.0.

<https://example.org/errors/E2001>
*/
    NotFound,
    /**2002 `CFG_TOO_MANY`

- en: Too many files.
- it: Troppi file.

Status: deprecated.
*/
    #[deprecated(note = "replaced by `NotFound`")]
    TooMany,
    ///A value that no row of the table covers.
    Unlisted(::code_registry::Unlisted<Code>),
}
::code_registry::__contract! {
    ($) [#[macro_export]] [pub] Code __Code_generated
    r"u16	en	Unlisted	0
3
range	usable	2000	2999		File	CFG_FILE	nd0
code	usable	2001	2001	0	NotFound	CFG_NOT_FOUND	ndmh0	path	text	en	format.toml:35
code	deprecated	2002	2002	0	TooMany	CFG_TOO_MANY	dm1	count	integer	en	format.toml:52	folder	text	en	format.toml:52
CFG_FILE	0
CFG_MISSING	1
CFG_NOT_FOUND	1
CFG_TOO_MANY	2
File	0
NotFound	1
TooMany	2"
}
#[allow(
    deprecated,
    dead_code,
    missing_debug_implementations,
    non_upper_case_globals,
    unreachable_patterns,
    clippy::all,
    clippy::pedantic,
)]
const _: () = {
    use ::code_registry::__private as __rt;
    static TAGS: [::code_registry::Language; 2usize] = [
        match ::code_registry::Language::new("en") {
            ::core::option::Option::Some(language) => language,
            ::core::option::Option::None => {
                ::core::panic!("a table's tags are well-formed")
            }
        },
        match ::code_registry::Language::new("it") {
            ::core::option::Option::Some(language) => language,
            ::core::option::Option::None => {
                ::core::panic!("a table's tags are well-formed")
            }
        },
    ];
    static SLOTS: __rt::SlotArrays<8usize> = __rt::SlotArrays::new(&TAGS);
    static LANGUAGES: __rt::Languages = __rt::Languages {
        tags: &TAGS,
        slots: SLOTS.as_slots(),
        chains: &[&[0], &[1, 0]],
        speech: &[
            __rt::Speech {
                right_to_left: false,
                cardinal: b"\xFF\xFB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\x05\xFF\x01\0\x01\xFB\xFF\0\0",
                ordinal: b"\xFF\xFB\xFC\xFD\xFF\xFF\xFF\xFF\xFF\xFF\x08\x05\x14\x01\0\x04\n\x14\0\0\x10\x0F\xFB\x0B\0\x04\x14\xFB\0\0\x08\x19(\x02\0\x04\x1E(\0\0\x10#\xFC\x0C\0\x04(\xFC\0\0\x08-\xFF\x03\0\x042\xFF\0\0\x107\xFD\r\0\x04\xFF\xFD\0\0",
            },
            __rt::Speech {
                right_to_left: false,
                cardinal: b"\xFF\xFB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\x05\n\x01\0\x01\xFB\n\0\0\x05\x0F\x1E\0\0\0\x1E\x14\0\x000\x19\x1E\0\0\x01\xFE\x1E\0\0\x05\xFF\xFE\0\x05",
                ordinal: b"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFE\xFF\0\x1A\x05\x08\0\0\x1A\n\x0B\0\0\x1A\x0FP\0@\x1A\xFF \x03\0\0\0\0\0\0\x04\xFE\xFF\0\0",
            },
        ],
    };
    static CATALOGS: __rt::Catalogs = __rt::Catalogs::new();
    #[inline]
    fn catalogs() -> &'static __rt::Catalogs {
        &CATALOGS
    }
    static FIRSTS: [::core::primitive::u16; 3usize] = [2000, 2001, 2002];
    static RANGES: [(u32, ::core::primitive::u16, i128); 1usize] = [(0, 2999, 2000)];
    static EXTENTS: __rt::Extents<::core::primitive::u16> = __rt::Extents {
        firsts: &FIRSTS,
        ranges: &RANGES,
    };
    static STATUSES: __rt::Property<::code_registry::Status> = __rt::Property {
        values: &[
            ::code_registry::Status::Unassigned,
            ::code_registry::Status::Assigned,
            ::code_registry::Status::Deprecated,
        ],
        ids: __rt::Numbers::new(1usize, b"\0\x01\x02\0"),
    };
    static REFERENCES: __rt::Property<&'static [&'static str]> = __rt::Property {
        values: &[
            &["https://example.org/errors"],
            &["https://example.org/errors/E2001"],
        ],
        ids: __rt::Numbers::new(1usize, b"\0\x01\0\0"),
    };
    static NOTE_FIRSTS: __rt::Numbers = __rt::Numbers::new(1usize, b"\0\0\0\x01\x01");
    static SYMBOLS: __rt::Strings = __rt::Strings {
        texts: "CFG_FILECFG_NOT_FOUNDCFG_TOO_MANYUnlisted",
        shift: 2u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\x08\0\x15\0!\0)\0",
    };
    static VARIANTS: __rt::Strings = __rt::Strings {
        texts: "FileNotFoundTooManyUnlisted",
        shift: 2u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\x04\0\x0C\0\x13\0\x1B\0",
    };
    static OF_NAME: __rt::Names = __rt::Names {
        slots: __rt::Numbers::new(1usize, b"\x03\0\x04\0\0\x07\0\0\0\x05\x06"),
        count: 11usize,
        symbols: &SYMBOLS,
        variants: &VARIANTS,
        rows: 3usize,
        aliases: __rt::Strings {
            texts: "CFG_MISSING",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\x0B\0",
        },
        alias_rows: __rt::Numbers::new(1usize, b"\x01"),
    };
    static NAMES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "File errorsErrori di fileNot foundNon trovatoUnlisted valueValore non elencato",
            shift: 3u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\x0B\0\x19\0\"\0-\0-\0-\0;\0N\0",
        },
        languages: 2usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    static DESCRIPTIONS: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "A configuration file could not be used.Un file di configurazione non è utilizzabile.There is no configuration file at the given place.Nella posizione indicata non c'è alcun file di configurazione.Too many files.Troppi file.The table has no entry for this value.La tabella non contiene alcuna voce per questo valore.",
            shift: 3u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0'\0U\0\x87\0\xC6\0\xD5\0\xE1\0\x07\x01=\x01",
        },
        languages: 2usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    static MESSAGES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "\u{1}\u{c}\u{5}\0cannot find {path}\u{1}\u{14}\u{5}\0impossibile trovare {path}\u{6}'\0\0\0\u{7}{count}\u{19}\0\0\u{2}\0\u{6}\0\n\u{7}\u{1}\u{5}\u{1}\0\x000\u{13}\0\0\u{1}\u{b}\u{7}\u{1}\u{1}\u{14}\0\0\u{1}\u{c}\u{7}\u{1}{count} files in {folder}no file in {folder}one file in {folder}\u{6}'\0\0\0\u{7}{count}\u{18}\0\0\u{2}\0\u{6}\0\t\u{7}\u{1}\u{5}\u{1}\0\x000\u{17}\0\0\u{1}\u{f}\u{7}\u{1}\u{1}\u{13}\0\0\u{1}\u{b}\u{7}\u{1}{count} file in {folder}nessun file in {folder}un file in {folder}",
            shift: 3u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\0\0\0\0\x16\x004\0\x9F\0\x0C\x01",
        },
        languages: 2usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    static HELP: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "create the file, or name another with --configcreare il file, o indicarne un altro con --config",
            shift: 2u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\0\0\0\0.\0_\0",
        },
        languages: 2usize,
        rows: __rt::Numbers::new(1usize, b"\0\x01\0\0"),
    };
    static NOTES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "Not reported since 2.0.Non più segnalato dalla 2.0.",
            shift: 1u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\x17\x004\0",
        },
        languages: 2usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    const fn part_0(value: ::core::primitive::u16) -> Code {
        match value {
            2002 => Code::TooMany,
            2001 => Code::NotFound,
            2000..=2999 => {
                Code::File(::code_registry::InRange::with_key(value, &__Key(())))
            }
            _ => Code::Unlisted(::code_registry::Unlisted::with_key(value, &__Key(()))),
        }
    }
    #[inline]
    const fn of_value(value: ::core::primitive::u16) -> Code {
        part_0(value)
    }
    #[inline]
    const fn row(code: Code) -> usize {
        match code {
            Code::File(_) => 0,
            Code::NotFound => 1,
            Code::TooMany => 2,
            Code::Unlisted(_) => 3,
        }
    }
    impl Code {
        /// The languages compiled in; the first is the default language.
        pub const LANGUAGES: &'static [::code_registry::Language] = LANGUAGES.tags;
        /// `CFG_NOT_FOUND` under another name.
        pub const CFG_MISSING: Self = Self::NotFound;
        ///The code or range that a value belongs to; none where nothing stands for it.
        #[inline]
        pub const fn from_value(
            value: ::core::primitive::u16,
        ) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(of_value(value))
        }
        /// The value.
        #[inline]
        pub const fn value(self) -> ::core::primitive::u16 {
            match self {
                Self::File(value) => value.get(),
                Self::Unlisted(value) => value.get(),
                _ => FIRSTS[row(self)],
            }
        }
        /// The value as people see it: in the form that the table's `label` gives it.
        #[inline]
        pub fn label(self) -> ::code_registry::Label<Self> {
            <Self as ::code_registry::Code>::label(self)
        }
        /// The symbol as the table has it; the variant's name for an unlisted value.
        #[inline]
        pub const fn symbol(self) -> &'static str {
            SYMBOLS.get(row(self))
        }
        /// A short label.
        pub fn name(self, language: ::code_registry::Language) -> &'static str {
            <Self as ::code_registry::Code>::NAMES.get(row(self), language)
        }
        /// What the code means.
        pub fn description(self, language: ::code_registry::Language) -> &'static str {
            <Self as ::code_registry::Code>::DESCRIPTIONS.get(row(self), language)
        }
        /// What the reader can do.
        pub fn help(
            self,
            language: ::code_registry::Language,
        ) -> ::core::option::Option<&'static str> {
            <Self as ::code_registry::Code>::HELP.get_optional(row(self), language)
        }
        /// The notes, in the order of the table.
        pub fn notes(
            self,
            language: ::code_registry::Language,
        ) -> ::code_registry::Notes {
            <Self as ::code_registry::Code>::NOTES.get(row(self), language)
        }
        /// The message with arguments named at run time; one that is missing shows as `{name}`.
        #[inline]
        pub fn format<'a>(
            self,
            language: ::code_registry::Language,
            arguments: &'a [(&'a str, &'a dyn ::core::fmt::Display)],
        ) -> ::code_registry::Filled<'a, Self> {
            <Self as ::code_registry::Code>::format(self, language, arguments)
        }
        /// The code, to be shown in a language, whatever language is current.
        #[inline]
        pub fn localized(
            &self,
            language: ::code_registry::Language,
        ) -> ::code_registry::Localized<'_, Self> {
            <Self as ::code_registry::Localize>::localized(self, language)
        }
        /// The state of the value in its registry.
        #[inline]
        pub const fn status(self) -> ::code_registry::Status {
            STATUSES.get(row(self))
        }
        /// Where the code is defined: what its row says, else what the registry says.
        #[inline]
        pub const fn references(self) -> &'static [&'static str] {
            REFERENCES.get(row(self))
        }
        ///whether trying again can help
        #[inline]
        pub const fn retryable(self) -> bool {
            static COLUMN: __rt::Property<bool> = __rt::Property {
                values: &[false],
                ids: __rt::Numbers::new(1usize, b""),
            };
            COLUMN.get(row(self))
        }
        /// Every row of the table in numeric order, an outer range before what lies in it.
        #[inline]
        pub fn rows() -> ::code_registry::Rows<Self> {
            <Self as ::code_registry::Code>::rows()
        }
    }
    #[doc(hidden)]
    pub struct __Key(());
    #[automatically_derived]
    impl ::code_registry::Code for Code {
        type Value = ::core::primitive::u16;
        type Key = __Key;
        const LANGUAGES: &'static [::code_registry::Language] = LANGUAGES.tags;
        const NEAR: &'static [(::code_registry::Language, ::code_registry::Language)] = &__rt::near([
            ("hi-Latn", "en"),
        ]);
        const REGISTRY: &'static str = "Code";
        const LABEL: ::core::option::Option<&'static __rt::LabelForm> = ::core::option::Option::None;
        const EXTENTS: &'static __rt::Extents<::core::primitive::u16> = &EXTENTS;
        const SYMBOLS: &'static __rt::Strings = &SYMBOLS;
        const VARIANTS: &'static __rt::Strings = &VARIANTS;
        const STATUSES: &'static __rt::Property<::code_registry::Status> = &STATUSES;
        const REFERENCES: &'static __rt::Property<&'static [&'static str]> = &REFERENCES;
        const NAMES: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[
                (__rt::Topic::Name, &NAMES),
                (__rt::Topic::Description, &DESCRIPTIONS),
            ],
            kind_of: __rt::Numbers::new(1usize, b"\0\0\x01\0"),
            is_plain: false,
            catalogs,
        };
        const DESCRIPTIONS: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Description, &DESCRIPTIONS)],
            kind_of: __rt::Numbers::new(1usize, b""),
            is_plain: true,
            catalogs,
        };
        const MESSAGES: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[
                (__rt::Topic::Description, &DESCRIPTIONS),
                (__rt::Topic::Message, &MESSAGES),
            ],
            kind_of: __rt::Numbers::new(1usize, b"\0\x01\x01\0"),
            is_plain: false,
            catalogs,
        };
        const HELP: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Help, &HELP)],
            kind_of: __rt::Numbers::new(1usize, b""),
            is_plain: false,
            catalogs,
        };
        const NOTES: __rt::NoteTexts = __rt::NoteTexts {
            texts: __rt::Texts {
                languages: &LANGUAGES,
                kinds: &[(__rt::Topic::Note, &NOTES)],
                kind_of: __rt::Numbers::new(1usize, b""),
                is_plain: false,
                catalogs,
            },
            firsts: NOTE_FIRSTS,
        };
        #[inline]
        fn from_value(value: ::core::primitive::u16) -> ::core::option::Option<Self> {
            Self::from_value(value)
        }
        #[inline]
        fn value(self) -> ::core::primitive::u16 {
            Self::value(self)
        }
        fn row_of_name(name: &str) -> ::core::option::Option<usize> {
            OF_NAME.row(name)
        }
        fn description(self, language: ::code_registry::Language) -> &'static str {
            Self::description(self, language)
        }
        #[inline]
        fn row(self) -> usize {
            row(self)
        }
        ::code_registry::__contract_at_run_time! {
            __Code_generated
        }
    }
    #[automatically_derived]
    impl ::code_registry::Localize for Code {
        #[inline]
        fn fmt_in(
            &self,
            language: ::code_registry::Language,
            f: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            __rt::fmt_code(*self, ::core::option::Option::Some(language), f)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Code {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::fmt_code(*self, ::core::option::Option::None, f)
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Code {
        #[inline]
        fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            __rt::fmt_debug(*self, f)
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for Code {}
    #[automatically_derived]
    impl ::core::hash::Hash for Code {
        #[inline]
        fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
            ::core::hash::Hash::hash(&self.value(), state);
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Ord for Code {
        #[inline]
        fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
            ::core::cmp::Ord::cmp(&self.value(), &other.value())
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialOrd for Code {
        #[inline]
        fn partial_cmp(
            &self,
            other: &Self,
        ) -> ::core::option::Option<::core::cmp::Ordering> {
            ::core::option::Option::Some(::core::cmp::Ord::cmp(self, other))
        }
    }
    #[automatically_derived]
    impl ::core::str::FromStr for Code {
        type Err = ::code_registry::UnknownCode;
        #[inline]
        fn from_str(
            text: &str,
        ) -> ::core::result::Result<Self, ::code_registry::UnknownCode> {
            __rt::parse(text)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<::core::primitive::u16> for Code {
        #[inline]
        fn from(value: ::core::primitive::u16) -> Self {
            of_value(value)
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Code> for ::core::primitive::u16 {
        #[inline]
        fn from(code: Code) -> Self {
            code.value()
        }
    }
    ::code_registry::__serde! {
        Code Number true
    }
};
