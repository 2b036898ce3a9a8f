//! The table compared with `CloseCode` of tungstenite, over all values. Differences are listed with reasons.

use code_registry::websocket::CloseCode;
use tokio_tungstenite::tungstenite::protocol::frame::coding::CloseCode as Theirs;

/// Each line: the values, their name in tungstenite and whether it accepts them, the same for the table, the reason.
#[test]
fn every_disagreement_is_listed() {
    let listed: Vec<[&str; 6]> =
        include_str!("fixtures/tungstenite.csv").lines().skip(1).map(fields).collect();
    let mut expected = listed.iter().map(|[values, theirs, allowed, ours, on_wire, _]| {
        format!("{values},{theirs},{allowed},{ours},{on_wire}")
    });
    for found in disagreements() {
        assert_eq!(expected.next().as_deref(), Some(found.as_str()));
    }
    assert_eq!(expected.next(), None, "listed, but they agree");
    assert!(listed.iter().all(|line| !line[5].is_empty()), "each says why");
}

fn fields(line: &str) -> [&str; 6] {
    let mut fields = line.splitn(6, ',');
    [(); 6].map(|()| fields.next().unwrap_or_default())
}

/// Runs of values that differ in the same way, one line each.
fn disagreements() -> Vec<String> {
    let mut runs: Vec<(u16, u16, String)> = Vec::new();
    for value in 0..=u16::MAX {
        let Some(difference) = difference(value) else { continue };
        match runs.last_mut() {
            Some((_, last, same)) if *last + 1 == value && *same == difference => *last = value,
            _ => runs.push((value, value, difference)),
        }
    }
    let values = |first, last| if first == last { format!("{first}") } else { format!("{first}-{last}") };
    runs.into_iter().map(|(first, last, text)| format!("{},{text}", values(first, last))).collect()
}

fn difference(value: u16) -> Option<String> {
    let (ours, theirs) = (CloseCode::from(value), Theirs::from(value));
    assert_eq!(u16::from(theirs), u16::from(ours), "neither loses the number");
    let (our_name, their_name) = (variant(&ours), variant(&theirs));
    let same = same_meaning(&their_name, &our_name) && theirs.is_allowed() == ours.on_wire();
    (!same).then(|| format!("{their_name},{},{our_name},{}", theirs.is_allowed(), ours.on_wire()))
}

/// The name of the variant, without its value.
fn variant(code: &impl std::fmt::Debug) -> String {
    format!("{code:?}").split('(').next().unwrap_or_default().to_owned()
}

/// Names that mean the same thing.
fn same_meaning(theirs: &str, ours: &str) -> bool {
    let same = [
        ("Normal", "Normal"),
        ("Away", "GoingAway"),
        ("Protocol", "ProtocolError"),
        ("Unsupported", "Unsupported"),
        ("Status", "NoStatus"),
        ("Abnormal", "Abnormal"),
        ("Invalid", "InvalidPayload"),
        ("Policy", "PolicyViolation"),
        ("Size", "TooLarge"),
        ("Extension", "MissingExtension"),
        ("Error", "InternalError"),
        ("Restart", "ServiceRestart"),
        ("Again", "TryAgainLater"),
        ("Tls", "TlsHandshake"),
        ("Bad", "Unused"),
        ("Bad", "Unlisted"),
        ("Reserved", "StandardReserved"),
        ("Reserved", "ExtensionReserved"),
        ("Iana", "Library"),
    ];
    same.contains(&(theirs, ours))
}
