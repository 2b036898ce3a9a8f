/**

# Chains

| value | symbol | status | name |
|---|---|---|---|
| 1 | `BETWEEN` | assigned | same |
| 2 | `FAR` | assigned | last |
*/
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
)]
#[allow(deprecated, non_camel_case_types, clippy::all, clippy::pedantic)]
pub enum Code {
    /**1 `BETWEEN`: same

- it: same
- es: same
- fr: other

Status: assigned.
*/
    Between,
    /**2 `FAR`: last

- it: own
- es: own

Status: assigned.
*/
    Far,
}
::code_registry::__contract! {
    ($) [#[macro_export]] [pub] Code __Code_generated
    r"u8	en		0
2
code	usable	1	1		Between	BETWEEN	nh0
code	usable	2	2		Far	FAR	n0
BETWEEN	0
Between	0
FAR	1
Far	1"
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
    static TAGS: [::code_registry::Language; 3usize] = [
        match ::code_registry::Language::new("it") {
            ::core::option::Option::Some(language) => language,
            ::core::option::Option::None => {
                ::core::panic!("a table's tags are well-formed")
            }
        },
        match ::code_registry::Language::new("es") {
            ::core::option::Option::Some(language) => language,
            ::core::option::Option::None => {
                ::core::panic!("a table's tags are well-formed")
            }
        },
        match ::code_registry::Language::new("fr") {
            ::core::option::Option::Some(language) => language,
            ::core::option::Option::None => {
                ::core::panic!("a table's tags are well-formed")
            }
        },
    ];
    static SLOTS: __rt::SlotArrays<16usize> = __rt::SlotArrays::new(&TAGS);
    static LANGUAGES: __rt::Languages = __rt::Languages {
        tags: &TAGS,
        slots: SLOTS.as_slots(),
        chains: &[&[0, 1, 2, 3], &[1, 3, 0], &[2, 3, 0], &[3, 0]],
        speech: &[
            __rt::Speech {
                right_to_left: false,
                cardinal: b"\xFF\xFB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\x05\n\x01\0\x01\xFB\n\0\0\x05\x0F\x1E\0\0\0\x1E\x14\0\x000\x19\x1E\0\0\x01\xFE\x1E\0\0\x05\xFF\xFE\0\x05",
                ordinal: b"\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFE\xFF\0\x1A\x05\x08\0\0\x1A\n\x0B\0\0\x1A\x0FP\0@\x1A\xFF \x03\0\0\0\0\0\0\x04\xFE\xFF\0\0",
            },
            __rt::Speech {
                right_to_left: false,
                cardinal: b"\xFF\xFB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\x05\n\x01\0\x04\xFB\n\0\0\x05\x0F\x1E\0\0\0\x1E\x14\0\x000\x19\x1E\0\0\x01\xFE\x1E\0\0\x05\xFF\xFE\0\x05",
                ordinal: b"",
            },
            __rt::Speech {
                right_to_left: false,
                cardinal: b"\xFB\xFB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\xFB\x05\0\x01\x05\n\x19\0\0\0\x19\x0F\0\x000\x14\x19\0\0\x01\xFE\x19\0\0\x05\xFF\xFE\0\x05",
                ordinal: b"\xFF\xFB\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\0\x05\xFF\x01\0\x04\xFB\xFF\0\0",
            },
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
    static FIRSTS: [::core::primitive::u8; 2usize] = [1, 2];
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
        texts: "BETWEENFAR",
        shift: 1u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\x07\0\n\0",
    };
    static VARIANTS: __rt::Strings = __rt::Strings {
        texts: "BetweenFar",
        shift: 1u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\x07\0\n\0",
    };
    static OF_NAME: __rt::Names = __rt::Names {
        slots: __rt::Numbers::new(1usize, b"\x02\0\0\0\x04\0\0\x01\x03"),
        count: 9usize,
        symbols: &SYMBOLS,
        variants: &VARIANTS,
        rows: 2usize,
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
            texts: "samesameotherownownlast",
            shift: 3u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\x04\0\x08\0\r\0\r\0\x10\0\x13\0\x13\0\x17\0",
        },
        languages: 4usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    static DESCRIPTIONS: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 4usize,
        rows: __rt::Numbers::new(1usize, b"\0\0"),
    };
    static MESSAGES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 4usize,
        rows: __rt::Numbers::new(1usize, b"\0\0"),
    };
    static HELP: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "samesameother",
            shift: 3u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\x04\0\x08\0\r\0\r\0\r\0\r\0\r\0\r\0",
        },
        languages: 4usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    static NOTES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 4usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    const fn part_0(value: ::core::primitive::u8) -> ::core::option::Option<Code> {
        match value {
            2 => ::core::option::Option::Some(Code::Far),
            1 => ::core::option::Option::Some(Code::Between),
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
            Code::Between => 0,
            Code::Far => 1,
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
            ("ht", "fr"),
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
            kinds: &[(__rt::Topic::Name, &NAMES)],
            kind_of: __rt::Numbers::new(1usize, b""),
            is_plain: false,
            catalogs,
        };
        const DESCRIPTIONS: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Name, &NAMES)],
            kind_of: __rt::Numbers::new(1usize, b""),
            is_plain: false,
            catalogs,
        };
        const MESSAGES: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Name, &NAMES)],
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
