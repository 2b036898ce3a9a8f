//! Tables in the shapes that real registries have: pairs of bytes, results with a facility, alarms without mnemonics, words.

use code_registry::{Language, Listed, Status};

#[code_registry::codes("tests/tables/sense.toml")]
pub enum SenseCode {}

#[code_registry::codes("tests/tables/facility-results.toml")]
pub enum ResultCode {}

#[code_registry::codes("tests/tables/alarms.toml")]
pub enum AlarmCode {}

#[code_registry::codes("tests/tables/decline-words.toml")]
pub enum DeclineCode {}

fn italian() -> Language {
    Language::new("it").expect("a tag")
}

/// A wildcard in the second byte is a range, whose message shows the value.
#[test]
fn pairs_and_wildcards() {
    let pair = |first: u8, second: u8| SenseCode::from(u16::from_be_bytes([first, second]));
    assert_eq!(pair(0x04, 0x03), SenseCode::InterventionRequired);
    assert_eq!(pair(0x04, 0x03).localized(italian()).to_string(), "Intervento manuale necessario");
    assert!(
        matches!(pair(0x40, 0x85), SenseCode::DiagnosticFailure(component) if component.get() & 0xFF == 0x85)
    );
    assert_eq!(pair(0x40, 0x85).to_string(), "diagnostic failure on component 16517");
    assert_eq!(format!("{:#}", pair(0x04, 0x01)), "0401h BECOMING_READY: Becoming ready");
    assert!(matches!(pair(0x05, 0x00), SenseCode::Other(_)));
    assert_eq!("0403h".parse(), Ok(SenseCode::InterventionRequired));
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
