//! Tables in the shapes that real registries have: pairs of bytes, results with a facility, alarms without mnemonics, words.

use code_registry::{Language, Listed, Status};

#[code_registry::codes("tests/tables/sense.toml")]
pub enum SenseCode {}

#[code_registry::codes("tests/tables/facility-results.toml")]
pub enum ResultCode {}

#[code_registry::codes("tests/tables/result-parts.toml")]
pub enum ResultPartsCode {}

#[code_registry::codes("tests/tables/shared-words.toml")]
pub enum MoveCode {}

#[code_registry::codes("tests/tables/parts.toml")]
pub enum WideCode {}

#[code_registry::codes("tests/tables/parts-shown.toml")]
pub enum ShownCode {}

#[code_registry::codes("tests/tables/alarms.toml")]
pub enum AlarmCode {}

#[code_registry::codes("tests/tables/decline-words.toml")]
pub enum DeclineCode {}

fn italian() -> Language {
    Language::new("it").expect("a tag")
}

/// The number of a narrow part is converted to the type of the widest part with the same words.
#[test]
fn parts_of_different_widths_share_words() {
    let code = MoveCode::from_parts(1, 0).expect("the range covers all values");
    assert_eq!(code.to_string(), "from the yard to the hall");
    let number: u8 = code.small();
    assert_eq!(MoveCodeArea::from_number(number.into()), Some(MoveCodeArea::Yard));
    assert_eq!(MoveCodeArea::from_number(code.large()), Some(MoveCodeArea::Hall));
}

/// A wildcard in the second byte is a range, whose message shows that byte.
#[test]
fn pairs_and_wildcards() {
    let pair = |asc, ascq| SenseCode::from_parts(asc, ascq).expect("other pairs are unlisted");
    assert_eq!(pair(0x04, 0x03), SenseCode::InterventionRequired);
    assert_eq!(pair(0x04, 0x03).localized(italian()).to_string(), "Intervento manuale necessario");
    assert!(matches!(pair(0x40, 0x85), SenseCode::DiagnosticFailure(pair) if pair.get() == 0x4085));
    assert_eq!(pair(0x40, 0x85).to_string(), "diagnostic failure on component 133");
    assert_eq!(pair(0x40, 0x85).localized(italian()).to_string(), "guasto diagnostico del componente 133");
    assert_eq!(format!("{:#}", pair(0x04, 0x01)), "04h/01h BECOMING_READY: Becoming ready");
    let (asc, ascq): (u8, u8) = (pair(0x40, 0x85).asc(), pair(0x40, 0x85).ascq());
    assert_eq!((asc, ascq), (0x40, 0x85));
    let other = pair(0x05, 0xA0);
    assert!(matches!(other, SenseCode::Other(_)));
    assert_eq!((other.asc(), other.ascq(), other.label().to_string()), (0x05, 0xA0, "05h/A0h".to_owned()));
    assert_eq!("04h/03h".parse(), Ok(SenseCode::InterventionRequired));
    assert_eq!("05H/a0h".parse(), Ok(other));
    for text in
        ["04h/3h", "04h/003h", "04/03", "04h/03h ", "104h/03h", "04h/0Gh", "+4h/03h", "04h/03", "é4h/03h"]
    {
        assert!(text.parse::<SenseCode>().is_err(), "{text}");
    }
}

/// Parts that are not all bits of the value; their types are as small as possible.
#[test]
fn parts_of_results() {
    let denied = ResultPartsCode::try_from(0x8007_0005).expect("the table has it");
    assert_eq!(denied, ResultPartsCode::EAccessdenied);
    let (severity, facility, code): (u8, u16, u16) = (denied.severity(), denied.facility(), denied.code());
    assert_eq!((severity, facility, code), (1, 7, 5));
    assert_eq!("0x80070005".parse(), Ok(denied));
    let own = ResultPartsCode::try_from(0x8004_1200).expect("the range covers it");
    assert!(matches!(own, ResultPartsCode::FacilityItf(_)));
    assert_eq!((own.facility(), own.status()), (4, Status::Assigned));
    assert_eq!(own.to_string(), "error 4,608 of interface 4");
    let first = ResultPartsCode::try_from(0x8004_0001).expect("the range covers it");
    assert_eq!(first.localized(italian()).to_string(), "il primo errore dell'interfaccia 4");
}

/// Enums name the numbers of parts. A message shows the name of a part unless `args` says that it is a number.
#[test]
fn names_of_parts() {
    let of = |value: u32| ResultPartsCode::try_from(value).expect("the table covers it");
    let denied = of(0x8007_0005);
    let facility = ResultPartsCodeFacility::from_number(denied.facility());
    assert_eq!(facility, Some(ResultPartsCodeFacility::Win32));
    assert_eq!(ResultPartsCodeFacility::Itf.number(), 4_u16);
    assert_eq!(ResultPartsCodeFacility::from_number(5), None);
    assert_eq!(ResultPartsCodeSeverity::from_number(1_u8), Some(ResultPartsCodeSeverity::Error));
    assert_eq!(of(0x8401_0002).to_string(), "Error 2: 1025");
    assert_eq!(of(0x8801_0002).localized(italian()).to_string(), "Errore 2: Chiamate di procedura remota");
    let chosen = [0xC001_0000, 0xC004_0000, 0xC005_0000];
    let shown = chosen.map(|value| of(value).localized(italian()).to_string());
    assert_eq!(shown, ["chiamata non riuscita", "errore in Interfaccia", "errore in 5"]);
}

/// Decimal digits of any number up to the text after them, in all 64 bits; and a label that does not have all bits.
#[test]
fn parts_of_all_widths() {
    let code = WideCode::from_parts(3, 1, 0xFFFF_FFFF, 0x1FFF_FFFF).expect("every value converts");
    assert_eq!(code.value(), u64::MAX);
    assert_eq!(code.label().to_string(), "a3.1-ffffffff/536870911");
    assert_eq!(code.label().to_string().parse(), Ok(code));
    assert_eq!("A3.1-FFFFFFFF/536870911".parse(), Ok(code));
    assert_eq!("a0.0-00000000/0".parse(), Ok(WideCode::from(0)));
    assert!("a4.0-00000000/0".parse::<WideCode>().is_err(), "4 does not fit into two bits");
    assert!("a0.0-00000000/99999999999999999999999".parse::<WideCode>().is_err());
    assert_eq!(WideCode::from_parts(4, 0, 0, 0), None);
    assert_eq!(WideCode::from(u64::MAX).low(), 0x1FFF_FFFF);
    assert_eq!(ShownCode::from(0x1234).label().to_string(), "area 1");
    assert!("area 1".parse::<ShownCode>().is_err(), "the label does not have all bits");
}

/// The label reads the unsigned form, in which such results are usually written.
#[test]
fn results_with_a_facility() {
    let denied = ResultCode::try_from(-2_147_024_891).expect("the table has it");
    assert_eq!(denied, ResultCode::EAccessdenied);
    assert_eq!(denied.label().to_string(), "0x80070005");
    assert_eq!("0x80070005".parse(), Ok(denied));
    assert_eq!("2147942405".parse(), Ok(denied));
    let own = ResultCode::try_from(0x8004_0200_u32.cast_signed()).expect("the range covers it");
    assert!(matches!(own, ResultCode::FacilityItf(_)));
    assert_eq!((own.value() >> 16) & 0x7FF, 4, "the facility");
    assert_eq!((own.status(), own.name(italian())), (Status::Assigned, "Un errore dell'interfaccia"));
}

/// Symbols are made from the labels; causes and solutions are texts in columns.
#[test]
fn alarms_without_mnemonics() {
    assert_eq!(AlarmCode::A016.value(), 16);
    assert_eq!("A301".parse(), Ok(AlarmCode::A301));
    assert_eq!(AlarmCode::A016.cause(italian()), Some("Pompa usurata o filtro intasato."));
    assert_eq!(
        AlarmCode::A016.solution(italian()),
        Some("Sostituire il filtro, quindi controllare la pompa.")
    );
    assert_eq!(format!("{:#}", AlarmCode::A301), "A301: The guard is open.");
}

/// Unknown words are kept, and each reader has a text.
#[test]
fn words_of_a_payment_service() {
    let answer: Listed<DeclineCode> = "insufficient_funds".into();
    let code = DeclineCode::InsufficientFunds;
    assert_eq!(answer, Listed::Known(code));
    assert_eq!(code.name(italian()), "Fondi insufficienti");
    assert_eq!(code.description(italian()), "Il saldo della carta non copre l'importo.");
    assert_eq!(code.help(italian()), Some("Usare un'altra carta."));
    assert_eq!(
        code.notes(italian()).next(),
        Some("Comunicare al cliente soltanto che la carta è stata rifiutata.")
    );
    assert!(code.retryable() && !DeclineCode::AuthEmailAlreadyInUse.retryable());
    let unknown: Listed<DeclineCode> = "card_velocity_exceeded".into();
    assert!(matches!(&unknown, Listed::Unknown(word) if &**word == "card_velocity_exceeded"));
    assert_eq!(unknown.to_string(), "card_velocity_exceeded");
}
