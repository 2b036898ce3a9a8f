/**

# Long messages

| value | symbol | status | name |
|---|---|---|---|
| 1 | `LONG_1` | assigned | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{n} |
| 2 | `LONG_2` | assigned | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{n} |
| 3 | `LONG_3` | assigned | àààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààà{n} |
| 4 | `LONG_4` | assigned | bààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààà{n} and ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc |
| 5 | `LONG_5` | assigned | dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd{n}eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee |
| 6 | `LONG_CHOICE` | assigned | gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg {n} |
*/
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
)]
#[allow(deprecated, non_camel_case_types, clippy::all, clippy::pedantic)]
pub enum Code {
    /**1 `LONG_1`

- en: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{n}

Status: assigned.
*/
    Long1,
    /**2 `LONG_2`

- en: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{n}

Status: assigned.
*/
    Long2,
    /**3 `LONG_3`

- en: àààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààà{n}

Status: assigned.
*/
    Long3,
    /**4 `LONG_4`

- en: bààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààà{n} and ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc

Status: assigned.
*/
    Long4,
    /**5 `LONG_5`

- en: dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd{n}eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee

Status: assigned.
*/
    Long5,
    /**6 `LONG_CHOICE`

- en: gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg {n}

Status: assigned.
*/
    LongChoice,
}
::code_registry::__contract! {
    ($) [#[macro_export]] [pub] Code __Code_generated
    r"u8	en		0
6
code	usable	1	1		Long1	LONG_1	m0	n	text	en	long-messages.toml:9
code	usable	2	2		Long2	LONG_2	m0	n	text	en	long-messages.toml:13
code	usable	3	3		Long3	LONG_3	m0	n	text	en	long-messages.toml:17
code	usable	4	4		Long4	LONG_4	m0	n	text	en	long-messages.toml:21
code	usable	5	5		Long5	LONG_5	m0	n	text	en	long-messages.toml:25
code	usable	6	6		LongChoice	LONG_CHOICE	m0	n	integer	en	long-messages.toml:29
LONG_1	0
LONG_2	1
LONG_3	2
LONG_4	3
LONG_5	4
LONG_CHOICE	5
Long1	0
Long2	1
Long3	2
Long4	3
Long5	4
LongChoice	5"
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
    static TAGS: [::code_registry::Language; 1usize] = [
        match ::code_registry::Language::new("en") {
            ::core::option::Option::Some(language) => language,
            ::core::option::Option::None => {
                ::core::panic!("a table's tags are well-formed")
            }
        },
    ];
    static SLOTS: __rt::SlotArrays<4usize> = __rt::SlotArrays::new(&TAGS);
    static LANGUAGES: __rt::Languages = __rt::Languages {
        tags: &TAGS,
        slots: SLOTS.as_slots(),
        chains: &[&[0]],
        speech: &[
            __rt::Speech {
                right_to_left: false,
                cardinal: b"\xFF\xFB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\x05\xFF\x01\0\x01\xFB\xFF\0\0",
                ordinal: b"\xFF\xFB\xFC\xFD\xFF\xFF\xFF\xFF\xFF\xFF\x08\x05\x14\x01\0\x04\n\x14\0\0\x10\x0F\xFB\x0B\0\x04\x14\xFB\0\0\x08\x19(\x02\0\x04\x1E(\0\0\x10#\xFC\x0C\0\x04(\xFC\0\0\x08-\xFF\x03\0\x042\xFF\0\0\x107\xFD\r\0\x04\xFF\xFD\0\0",
            },
        ],
    };
    static CATALOGS: __rt::Catalogs = __rt::Catalogs::new();
    #[inline]
    fn catalogs() -> &'static __rt::Catalogs {
        &CATALOGS
    }
    static FIRSTS: [::core::primitive::u8; 6usize] = [1, 2, 3, 4, 5, 6];
    static RANGES: [(u32, ::core::primitive::u8, i128); 0usize] = [];
    static EXTENTS: __rt::Extents<::core::primitive::u8> = __rt::Extents {
        firsts: &FIRSTS,
        ranges: &RANGES,
    };
    static STATUSES: __rt::Property<::code_registry::Status> = __rt::Property {
        values: &[::code_registry::Status::Assigned],
        ids: __rt::Numbers::new(1usize, b""),
    };
    static REFERENCES: __rt::Property<&'static [&'static str]> = __rt::Property {
        values: &[&[]],
        ids: __rt::Numbers::new(1usize, b""),
    };
    static NOTE_FIRSTS: __rt::Numbers = __rt::Numbers::new(1usize, b"");
    static SYMBOLS: __rt::Strings = __rt::Strings {
        texts: "LONG_1LONG_2LONG_3LONG_4LONG_5LONG_CHOICE",
        shift: 3u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\x06\0\x0C\0\x12\0\x18\0\x1E\0)\0",
    };
    static VARIANTS: __rt::Strings = __rt::Strings {
        texts: "Long1Long2Long3Long4Long5LongChoice",
        shift: 3u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\x05\0\n\0\x0F\0\x14\0\x19\0#\0",
    };
    static OF_NAME: __rt::Names = __rt::Names {
        slots: __rt::Numbers::new(
            1usize,
            b"\x04\x01\x0C\0\x07\x02\x08\x05\x0B\0\x06\0\0\t\0\0\n\0\0\0\0\0\0\x03\0",
        ),
        count: 25usize,
        symbols: &SYMBOLS,
        variants: &VARIANTS,
        rows: 6usize,
        aliases: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        alias_rows: __rt::Numbers::new(1usize, b""),
    };
    static NAMES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b"\0\0\0\0\0\0"),
    };
    static DESCRIPTIONS: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b"\0\0\0\0\0\0"),
    };
    static MESSAGES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "\u{1}\u{7f}\u{2}\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{n}\u{2}\u{7f}\0\u{7f}\0\u{2}\0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa{n}\u{2}~\u{1}\u{7f}\0\u{2}\0àààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààà{n}\u{2}\u{7f}\u{2}\0\u{7f}\u{7f}\u{7f}bààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààààà{n} and ccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc\u{3}\u{7f}\u{7f}\u{7f}\u{1}\u{2}\0\u{7f}\u{7f}\u{7f}dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd{n}eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\u{6}\u{17}\0\0\0\u{3}{n}L\u{1}\0\u{2}\u{7f}I\u{7f}\0\u{2}\0\u{1}\u{2}\u{1}\0\u{1}\u{7f}\u{2}\u{7f}gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg {n}ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
            shift: 3u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\x86\0\x10\x01\x9A\x01'\x03`\x05\xC9\x06",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    static HELP: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b"\0\0\0\0\0\0"),
    };
    static NOTES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    const fn part_0(value: ::core::primitive::u8) -> ::core::option::Option<Code> {
        match value {
            6 => ::core::option::Option::Some(Code::LongChoice),
            5 => ::core::option::Option::Some(Code::Long5),
            4 => ::core::option::Option::Some(Code::Long4),
            3 => ::core::option::Option::Some(Code::Long3),
            2 => ::core::option::Option::Some(Code::Long2),
            1 => ::core::option::Option::Some(Code::Long1),
            _ => ::core::option::Option::None,
        }
    }
    #[inline]
    const fn of_value(value: ::core::primitive::u8) -> ::core::option::Option<Code> {
        part_0(value)
    }
    #[inline]
    const fn row(code: Code) -> usize {
        match code {
            Code::Long1 => 0,
            Code::Long2 => 1,
            Code::Long3 => 2,
            Code::Long4 => 3,
            Code::Long5 => 4,
            Code::LongChoice => 5,
        }
    }
    impl Code {
        /// The languages compiled in; the first is the default language.
        pub const LANGUAGES: &'static [::code_registry::Language] = LANGUAGES.tags;
        ///The code or range that a value belongs to; none where nothing stands for it.
        #[inline]
        pub const fn from_value(
            value: ::core::primitive::u8,
        ) -> ::core::option::Option<Self> {
            of_value(value)
        }
        /// The value.
        #[inline]
        pub const fn value(self) -> ::core::primitive::u8 {
            match self {
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
        type Value = ::core::primitive::u8;
        type Key = __Key;
        const LANGUAGES: &'static [::code_registry::Language] = LANGUAGES.tags;
        const NEAR: &'static [(::code_registry::Language, ::code_registry::Language)] = &__rt::near([
            ("hi-Latn", "en"),
        ]);
        const REGISTRY: &'static str = "Code";
        const LABEL: ::core::option::Option<&'static __rt::LabelForm> = ::core::option::Option::None;
        const EXTENTS: &'static __rt::Extents<::core::primitive::u8> = &EXTENTS;
        const SYMBOLS: &'static __rt::Strings = &SYMBOLS;
        const VARIANTS: &'static __rt::Strings = &VARIANTS;
        const STATUSES: &'static __rt::Property<::code_registry::Status> = &STATUSES;
        const REFERENCES: &'static __rt::Property<&'static [&'static str]> = &REFERENCES;
        const NAMES: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Message, &MESSAGES)],
            kind_of: __rt::Numbers::new(1usize, b""),
            is_plain: false,
            catalogs,
        };
        const DESCRIPTIONS: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Message, &MESSAGES)],
            kind_of: __rt::Numbers::new(1usize, b""),
            is_plain: false,
            catalogs,
        };
        const MESSAGES: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Message, &MESSAGES)],
            kind_of: __rt::Numbers::new(1usize, b""),
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
        fn from_value(value: ::core::primitive::u8) -> ::core::option::Option<Self> {
            Self::from_value(value)
        }
        #[inline]
        fn value(self) -> ::core::primitive::u8 {
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
    impl ::core::convert::TryFrom<::core::primitive::u8> for Code {
        type Error = ::code_registry::UnlistedValue;
        #[inline]
        fn try_from(
            value: ::core::primitive::u8,
        ) -> ::core::result::Result<Self, ::code_registry::UnlistedValue> {
            of_value(value)
                .ok_or_else(|| ::code_registry::UnlistedValue::new("Code", value))
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Code> for ::core::primitive::u8 {
        #[inline]
        fn from(code: Code) -> Self {
            code.value()
        }
    }
    ::code_registry::__serde! {
        Code Number false
    }
};
