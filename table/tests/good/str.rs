/**

# Values that are texts

| value | symbol | status | name |
|---|---|---|---|
| SQLSTATE ! | `FIRST` | assigned | The first value |
| SQLSTATE 00000 | `ZEROS` | assigned | Leading zeros survive |
| SQLSTATE 42… | `CLASS_42` | unassigned | Two characters |
| SQLSTATE 42 | `SHORTER` | assigned | A value shorter than the others, at the start of the range |
| SQLSTATE 42P… | `CLASS_42P` | unassigned | Three characters, inside |
| SQLSTATE 42P01… | `ONE_VALUE` | unassigned | A range of one value |
| SQLSTATE 42P02 | `LABELLED` | assigned | In the form of the label |
| SQLSTATE A | `CAPITAL` | assigned | A capital letter is another value |
| SQLSTATE X.7.1 | `DOTS` | deprecated | Dots |
| SQLSTATE a | `SMALL` | assigned | A small letter |
| SQLSTATE \~\~\~\~\~ | `LAST` | assigned | The last value |
*/
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
)]
#[allow(deprecated, non_camel_case_types, clippy::all, clippy::pedantic)]
pub enum Code {
    /**SQLSTATE ! `FIRST`: The first value

- en: The first value

Status: assigned.
*/
    First,
    /**SQLSTATE 00000 `ZEROS`: Leading zeros survive

- en: Leading zeros survive

Status: assigned.
*/
    Zeros,
    /**SQLSTATE 42… `CLASS_42`: Two characters

- en: Two characters

Status: unassigned.
*/
    Class42(::code_registry::InRange<Code, 224177160192>),
    /**SQLSTATE 42 `SHORTER`: A value shorter than the others, at the start of the range

- en: A value shorter than the others, at the start of the range

Status: assigned.
*/
    Shorter,
    /**SQLSTATE 42P… `CLASS_42P`: Three characters, inside

- en: Three characters, inside

Status: unassigned.
*/
    Class42p(::code_registry::InRange<Code, 224182403072>),
    /**SQLSTATE 42P01… `ONE_VALUE`: A range of one value

- en: A range of one value

Status: unassigned.
*/
    OneValue(::code_registry::InRange<Code, 224182415409>),
    /**SQLSTATE 42P02 `LABELLED`: In the form of the label

- en: In the form of the label

Status: assigned.
*/
    Labelled,
    /**SQLSTATE A `CAPITAL`: A capital letter is another value

- en: A capital letter is another value

Status: assigned.
*/
    Capital,
    /**SQLSTATE X.7.1 `DOTS`: Dots

- en: Dots

Status: deprecated.
*/
    #[deprecated(note = "replaced by `Zeros`")]
    Dots,
    /**SQLSTATE a `SMALL`: A small letter

- en: A small letter

Status: assigned.
*/
    Small,
    /**SQLSTATE \~\~\~\~\~ `LAST`: The last value

- en: The last value

Status: assigned.
*/
    Last,
    ///A value that no row of the table covers.
    Unlisted(::code_registry::Unlisted<Code>),
}
::code_registry::__contract! {
    ($) [#[macro_export]] [pub] Code __Code_generated
    r"5	en	Unlisted	0	SQLSTATE 		0	
11
code	usable	141733920768	141733920768		First	FIRST	n0
code	usable	206966894640	206966894640		Zeros	ZEROS	n0
range	usable	224177160192	224185450110		Class42	CLASS_42	n0
code	usable	224177160192	224177160192	2	Shorter	SHORTER	n0
range	usable	224182403072	224182435454	2	Class42p	CLASS_42P	n0
range	usable	224182415409	224182415409	4	OneValue	ONE_VALUE	n0
code	usable	224182415410	224182415410	4	Labelled	LABELLED	n0
code	usable	279172874240	279172874240		Capital	CAPITAL	n0
code	deprecated	378732490289	378732490289		Dots	DOTS	n0
code	usable	416611827712	416611827712		Small	SMALL	n0
code	usable	543288098430	543288098430		Last	LAST	n0
CAPITAL	7
CLASS_42	2
CLASS_42P	4
Capital	7
Class42	2
Class42p	4
DOTS	8
Dots	8
FIRST	0
First	0
LABELLED	6
LAST	10
Labelled	6
Last	10
ONE_VALUE	5
OneValue	5
SHORTER	3
SMALL	9
Shorter	3
Small	9
ZEROS	1
Zeros	1"
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
    static FIRSTS: [::code_registry::CodeStr<5usize>; 11usize] = [
        __rt::from_key(141733920768),
        __rt::from_key(206966894640),
        __rt::from_key(224177160192),
        __rt::from_key(224177160192),
        __rt::from_key(224182403072),
        __rt::from_key(224182415409),
        __rt::from_key(224182415410),
        __rt::from_key(279172874240),
        __rt::from_key(378732490289),
        __rt::from_key(416611827712),
        __rt::from_key(543288098430),
    ];
    static RANGES: [(u32, ::code_registry::CodeStr<5usize>, i128); 3usize] = [
        (2, __rt::from_key(224185450110), 224177160192),
        (4, __rt::from_key(224182435454), 224182403072),
        (5, __rt::from_key(224182415409), 224182415409),
    ];
    static EXTENTS: __rt::Extents<::code_registry::CodeStr<5usize>> = __rt::Extents {
        firsts: &FIRSTS,
        ranges: &RANGES,
    };
    static STATUSES: __rt::Property<::code_registry::Status> = __rt::Property {
        values: &[
            ::code_registry::Status::Assigned,
            ::code_registry::Status::Unassigned,
            ::code_registry::Status::Deprecated,
        ],
        ids: __rt::Numbers::new(1usize, b"\0\0\x01\0\x01\x01\0\0\x02\0\0\x01"),
    };
    static REFERENCES: __rt::Property<&'static [&'static str]> = __rt::Property {
        values: &[&[]],
        ids: __rt::Numbers::new(1usize, b""),
    };
    static NOTE_FIRSTS: __rt::Numbers = __rt::Numbers::new(1usize, b"");
    static SYMBOLS: __rt::Strings = __rt::Strings {
        texts: "FIRSTZEROSCLASS_42SHORTERCLASS_42PONE_VALUELABELLEDCAPITALDOTSSMALLLASTUnlisted",
        shift: 4u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\x05\0\n\0\x12\0\x19\0\"\0+\x003\0:\0>\0C\0G\0O\0",
    };
    static VARIANTS: __rt::Strings = __rt::Strings {
        texts: "FirstZerosClass42ShorterClass42pOneValueLabelledCapitalDotsSmallLastUnlisted",
        shift: 4u32,
        blocks: __rt::Numbers::new(1usize, b""),
        starts: b"\0\0\x05\0\n\0\x11\0\x18\0 \0(\x000\x007\0;\0@\0D\0L\0",
    };
    static OF_NAME: __rt::Names = __rt::Names {
        slots: __rt::Numbers::new(
            1usize,
            b"\x04\x12\x16\0\0\0\0\0\x14\0\0\0\0\x0F\x13\x08\x0E\0\x03\0\0\0\0\0\0\0\x07\x01\r\x15\x10\x11\x02",
        ),
        count: 33usize,
        symbols: &SYMBOLS,
        variants: &VARIANTS,
        rows: 11usize,
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
            texts: "The first valueLeading zeros surviveTwo charactersA value shorter than the others, at the start of the rangeThree characters, insideA range of one valueIn the form of the labelA capital letter is another valueDotsA small letterThe last valueUnlisted value",
            shift: 4u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\x0F\0$\x002\0l\0\x84\0\x98\0\xB0\0\xD1\0\xD5\0\xE3\0\xF1\0\xFF\0",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b""),
    };
    static DESCRIPTIONS: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "The table has no entry for this value.",
            shift: 1u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"\0\0\0\0&\0",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b"\0\0\0\0\0\0\0\0\0\0\0\x01"),
    };
    static MESSAGES: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b"\0\0\0\0\0\0\0\0\0\0\0"),
    };
    static HELP: __rt::Kind = __rt::Kind {
        strings: __rt::Strings {
            texts: "",
            shift: 0u32,
            blocks: __rt::Numbers::new(1usize, b""),
            starts: b"",
        },
        languages: 1usize,
        rows: __rt::Numbers::new(1usize, b"\0\0\0\0\0\0\0\0\0\0\0\0"),
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
    const fn part_0(value: ::code_registry::CodeStr<5usize>, number: u64) -> Code {
        match number {
            543288098430 => Code::Last,
            416611827712 => Code::Small,
            378732490289 => Code::Dots,
            279172874240 => Code::Capital,
            224182415410 => Code::Labelled,
            224177160192 => Code::Shorter,
            206966894640 => Code::Zeros,
            141733920768 => Code::First,
            224182415409..=224182415409 => {
                Code::OneValue(::code_registry::InRange::with_key(value, &__Key(())))
            }
            224182403072..=224182435454 => {
                Code::Class42p(::code_registry::InRange::with_key(value, &__Key(())))
            }
            224177160192..=224185450110 => {
                Code::Class42(::code_registry::InRange::with_key(value, &__Key(())))
            }
            _ => Code::Unlisted(::code_registry::Unlisted::with_key(value, &__Key(()))),
        }
    }
    #[inline]
    const fn of_value(value: ::code_registry::CodeStr<5usize>) -> Code {
        let number = value.key() as u64;
        part_0(value, number)
    }
    #[inline]
    const fn row(code: Code) -> usize {
        match code {
            Code::First => 0,
            Code::Zeros => 1,
            Code::Class42(_) => 2,
            Code::Shorter => 3,
            Code::Class42p(_) => 4,
            Code::OneValue(_) => 5,
            Code::Labelled => 6,
            Code::Capital => 7,
            Code::Dots => 8,
            Code::Small => 9,
            Code::Last => 10,
            Code::Unlisted(_) => 11,
        }
    }
    impl Code {
        /// The languages compiled in; the first is the default language.
        pub const LANGUAGES: &'static [::code_registry::Language] = LANGUAGES.tags;
        ///The code or range that a value belongs to; none where nothing stands for it.
        #[inline]
        pub const fn from_value(value: &str) -> ::core::option::Option<Self> {
            match ::code_registry::CodeStr::new(value) {
                ::core::option::Option::Some(value) => {
                    ::core::option::Option::Some(of_value(value))
                }
                ::core::option::Option::None => ::core::option::Option::None,
            }
        }
        /// The value.
        #[inline]
        pub const fn value(self) -> ::code_registry::CodeStr<5usize> {
            match self {
                Self::Class42(value) => value.get(),
                Self::Class42p(value) => value.get(),
                Self::OneValue(value) => value.get(),
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
        type Value = ::code_registry::CodeStr<5usize>;
        type Key = __Key;
        const LANGUAGES: &'static [::code_registry::Language] = LANGUAGES.tags;
        const NEAR: &'static [(::code_registry::Language, ::code_registry::Language)] = &__rt::near([
            ("hi-Latn", "en"),
        ]);
        const REGISTRY: &'static str = "Code";
        const LABEL: ::core::option::Option<&'static __rt::LabelForm> = ::core::option::Option::Some(
            &__rt::LabelForm {
                before: "SQLSTATE ",
                after: "",
                width: 0usize,
                digits: 'd',
            },
        );
        const EXTENTS: &'static __rt::Extents<::code_registry::CodeStr<5usize>> = &EXTENTS;
        const SYMBOLS: &'static __rt::Strings = &SYMBOLS;
        const VARIANTS: &'static __rt::Strings = &VARIANTS;
        const STATUSES: &'static __rt::Property<::code_registry::Status> = &STATUSES;
        const REFERENCES: &'static __rt::Property<&'static [&'static str]> = &REFERENCES;
        const NAMES: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[(__rt::Topic::Name, &NAMES)],
            kind_of: __rt::Numbers::new(1usize, b""),
            is_plain: true,
            catalogs,
        };
        const DESCRIPTIONS: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[
                (__rt::Topic::Name, &NAMES),
                (__rt::Topic::Description, &DESCRIPTIONS),
            ],
            kind_of: __rt::Numbers::new(1usize, b"\0\0\0\0\0\0\0\0\0\0\0\x01"),
            is_plain: false,
            catalogs,
        };
        const MESSAGES: __rt::Texts = __rt::Texts {
            languages: &LANGUAGES,
            kinds: &[
                (__rt::Topic::Name, &NAMES),
                (__rt::Topic::Description, &DESCRIPTIONS),
            ],
            kind_of: __rt::Numbers::new(1usize, b"\0\0\0\0\0\0\0\0\0\0\0\x01"),
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
        fn from_value(
            value: ::code_registry::CodeStr<5usize>,
        ) -> ::core::option::Option<Self> {
            Self::from_value(&value)
        }
        #[inline]
        fn value(self) -> ::code_registry::CodeStr<5usize> {
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
    impl ::core::convert::From<::code_registry::CodeStr<5usize>> for Code {
        #[inline]
        fn from(value: ::code_registry::CodeStr<5usize>) -> Self {
            of_value(value)
        }
    }
    #[automatically_derived]
    impl ::core::convert::TryFrom<&str> for Code {
        type Error = ::code_registry::UnlistedValue;
        #[inline]
        fn try_from(
            value: &str,
        ) -> ::core::result::Result<Self, ::code_registry::UnlistedValue> {
            Self::from_value(value).ok_or_else(|| __rt::unlisted_text("Code", value))
        }
    }
    #[automatically_derived]
    impl ::core::convert::From<Code> for ::code_registry::CodeStr<5usize> {
        #[inline]
        fn from(code: Code) -> Self {
            code.value()
        }
    }
    ::code_registry::__serde! {
        Code Number true
    }
};
