//! Values of every type: texts, the smallest and largest numbers, and labels.
#![allow(clippy::unwrap_used, reason = "a test that meets what it does not expect stops")]

use std::collections::BTreeSet;
use std::mem::size_of;

use code_registry::{Code, CodeStr, Coded, InRange, Language, Unlisted, codes};

/// Values that are texts.
#[codes("tests/tables/sqlstate.toml")]
pub enum SqlState {}

/// Texts without a label and without a range for all others.
#[codes("tests/tables/smtp.toml")]
pub enum Smtp {}

/// Hexadecimal labels of a signed type.
#[codes("tests/tables/hresult.toml")]
pub enum HResult {}

/// Every value of the widest type has a row.
#[codes("tests/tables/ends.toml")]
pub enum Ends {}

const EN: Language = Language::new("en").unwrap();
const CLASS_42: i128 = CodeStr::<5>::new("42").unwrap().key();
const CLASS_42P: i128 = CodeStr::<5>::new("42P").unwrap().key();

#[test]
fn a_text_is_found_at_compile_time() {
    const CODE: SqlState = SqlState::from_value(CodeStr::new("42P01").unwrap()).unwrap();
    assert_eq!(CODE, SqlState::UndefinedTable);
    assert_eq!(CODE.value(), "42P01");
    assert_eq!(SqlState::UNDEFINED_RELATION, CODE);
}

#[test]
fn every_short_text_has_one_code_and_one_representation() {
    let mut seen = BTreeSet::new();
    for text in texts() {
        let value: CodeStr<5> = text.parse().unwrap();
        let code = SqlState::from(value);
        assert_eq!(SqlState::from_value(value), Some(code));
        assert_eq!(SqlState::try_from(text.as_str()).unwrap(), code);
        assert_eq!(<SqlState as Code>::from_value(value), Some(code));
        assert_eq!((code.value().as_str(), CodeStr::from(code)), (text.as_str(), value));
        let payloads = [
            InRange::new(value).map(SqlState::TransactionRollback),
            InRange::<_, CLASS_42>::new(value).map(SqlState::SyntaxErrorOrAccessRule),
            InRange::<_, CLASS_42P>::new(value).map(SqlState::SyntaxOfPostgres),
            Unlisted::new(value).map(SqlState::Unlisted),
        ];
        let payloads: Vec<SqlState> = payloads.into_iter().flatten().collect();
        assert!(payloads.is_empty() || payloads == [code], "{text}");
        assert!(seen.insert(code), "{text}");
    }
    let values: Vec<String> = seen.iter().map(|code| code.value().to_string()).collect();
    assert!(values.is_sorted(), "codes are in the order of their texts");
}

/// Texts near the rows of the table: all combinations of some characters, with some endings.
fn texts() -> impl Iterator<Item = String> {
    let characters = ["!", "0", "1", "2", "4", "A", "P", "a", "~", "."];
    let pairs = characters.into_iter().flat_map(move |first| {
        characters.map(|second| [first, second].concat()).into_iter().chain([first.to_owned()])
    });
    pairs
        .flat_map(|text| ["", "0", "~", "P", "P0", "P01", "P02", "001"].map(|end| text.clone() + end))
        .collect::<BTreeSet<_>>()
        .into_iter()
}

#[test]
fn a_text_is_compared_like_any_other() {
    let value = SqlState::UndefinedTable.value();
    assert!(value == *"42P01" && value == "42P01" && value != *"42P02" && value != "42P02");
    assert_eq!(AsRef::<str>::as_ref(&value), "42P01");
}

#[test]
fn a_prefix_holds_what_begins_so() {
    let row = |text| SqlState::try_from(text).unwrap().symbol();
    assert_eq!(row("42601"), "SYNTAX_ERROR_OR_ACCESS_RULE");
    assert_eq!(row("42P02"), "SYNTAX_OF_POSTGRES");
    assert_eq!(row("42P"), "SYNTAX_OF_POSTGRES");
    assert_eq!(row("42P01"), "UNDEFINED_TABLE");
    assert_eq!(row("42"), "SHORT");
    assert_eq!(row("4"), "Unlisted");
    assert_eq!(row("43000"), "Unlisted");
    let class = SqlState::rows().find(|row| row.symbol() == "SYNTAX_OF_POSTGRES").unwrap();
    assert_eq!((class.first().as_str(), class.last().as_str()), ("42P", "42P~~"));
    assert_eq!(SqlState::from(class.last()).symbol(), "SYNTAX_OF_POSTGRES");
}

#[test]
fn what_is_no_value_is_refused() {
    for text in ["", "42P012", "42 01", "42\n01", "42\0", "42é"] {
        assert_eq!(CodeStr::<5>::new(text), None, "{text:?}");
        let refused = SqlState::try_from(text).unwrap_err();
        assert!(refused.to_string().ends_with("is not a valid SqlState"), "{refused}");
    }
    assert_eq!(Smtp::try_from("X.8.1").unwrap_err().to_string(), "X.8.1 is not a valid Smtp");
    let value: CodeStr<9> = "X.8.1".parse().unwrap();
    assert_eq!(Smtp::from_value(value), None);
    assert_eq!(Smtp::try_from(value).unwrap_err().to_string(), "X.8.1 is not a valid Smtp");
}

#[test]
fn texts_of_any_length_are_told_apart() {
    assert_eq!(Smtp::try_from("X.7.1"), Ok(Smtp::NotAuthorized));
    assert_eq!(Smtp::try_from("X.7.13"), Ok(Smtp::Disabled));
    assert_eq!(Smtp::try_from("X.7.12").unwrap().symbol(), "SECURITY");
    assert_eq!(Smtp::NotAuthorized.label().to_string(), "X.7.1");
}

#[test]
fn a_value_takes_no_more_than_its_bytes() {
    assert_eq!(size_of::<CodeStr<5>>(), 5);
    assert!(size_of::<SqlState>() <= 6);
}

#[test]
fn a_label_is_shown_and_read_back() {
    let code = SqlState::UndefinedTable;
    assert_eq!(code.label().to_string(), "SQLSTATE 42P01");
    assert_eq!(format!("{code:#}"), "SQLSTATE 42P01 UNDEFINED_TABLE: Undefined table");
    assert_eq!(format!("{code:.5}|{code:>17}|{code:>7.5}"), "Undef|  Undefined table|  Undef");
    assert_eq!(
        format!("{code:?} {:?}", SqlState::try_from("42601").unwrap()),
        "UndefinedTable SyntaxErrorOrAccessRule(\"42601\")"
    );
    for text in ["SQLSTATE 42P01", "42P01", "UNDEFINED_TABLE", "UndefinedTable", "UNDEFINED_RELATION"] {
        assert_eq!(text.parse::<SqlState>().unwrap(), code, "{text}");
    }
    assert_eq!("SQLSTATE 42601".parse::<SqlState>().unwrap().value(), "42601");
}

#[test]
fn hexadecimal_labels_are_the_twos_complement() {
    assert_eq!(HResult::EFail.value(), -2_147_467_259);
    assert_eq!(format!("{:#}", HResult::EFail), "0x80004005 E_FAIL: Failure");
    assert_eq!(HResult::ELast.value(), -1);
    for text in
        ["0x80004005", "0x8000400E", "-2147467259", "E_FAIL", "0x0", "0x80041234", "2147500037", "0X80004005"]
    {
        let code: HResult = text.parse().unwrap();
        assert_eq!(code.label().to_string().parse::<HResult>().unwrap(), code, "{text}");
    }
    for value in [i32::MIN, -1, 0, 1, i32::MAX] {
        let code = HResult::from(value);
        assert_eq!(code.label().to_string().parse::<HResult>().unwrap().value(), value);
    }
    assert_eq!("2147500037".parse(), Ok(HResult::EFail));
    assert_eq!("0X80004005".parse(), Ok(HResult::EFail));
    for text in ["4294967296", "0x", "0x-1", "0x+1", "0x180004005", "0x80004005 "] {
        assert!(text.parse::<HResult>().is_err(), "{text}");
    }
}

#[test]
fn rows_may_cover_every_value_of_the_widest_type() {
    for value in [0, 1, 2, u64::MAX / 2, u64::MAX - 1, u64::MAX] {
        let code = Ends::from(value);
        assert_eq!(code.value(), value);
        assert_eq!(code.label().to_string(), format!("#{value:020}"));
        assert_eq!(code.label().to_string().parse(), Ok(code));
    }
    assert_eq!([0, u64::MAX].map(Ends::from), [Ends::First, Ends::Last]);
    assert!("#18446744073709551616".parse::<Ends>().is_err());
}

#[test]
fn columns_hold_the_ends_of_their_types() {
    macro_rules! check {
        ($($integer:ident $least:ident $greatest:ident)*) => {$(
            assert_eq!(Ends::First.$least(), $integer::MIN);
            assert_eq!((Ends::First.$greatest(), Ends::Last.$greatest()), (Some($integer::MAX), None));
        )*};
    }
    check! {
        u8 least_u8 greatest_u8 u16 least_u16 greatest_u16 u32 least_u32 greatest_u32 u64 least_u64 greatest_u64
        i8 least_i8 greatest_i8 i16 least_i16 greatest_i16 i32 least_i32 greatest_i32 i64 least_i64 greatest_i64
    }
}

/// Errors of a registry whose values are texts.
#[derive(Debug, Coded)]
#[coded(SqlState)]
enum DatabaseError {
    UndefinedTable {
        table: String,
    },
    #[code("40001")]
    Collision {
        statement: &'static str,
    },
    #[code("42601")]
    Syntax,
}

#[test]
fn errors_are_derived() {
    let error = DatabaseError::UndefinedTable { table: "users".to_owned() };
    assert_eq!(error.to_string(), "there is no table users");
    assert_eq!(format!("{error:#}"), "SQLSTATE 42P01 UNDEFINED_TABLE: there is no table users");
    let collision = DatabaseError::Collision { statement: "UPDATE" };
    assert!(collision.code().retryable());
    assert_eq!(collision.code().value(), "40001");
    assert_eq!(DatabaseError::Syntax.code().value(), "42601");
    assert_eq!(DatabaseError::Syntax.localized(EN).to_string(), "Syntax error or access rule violation");
}
