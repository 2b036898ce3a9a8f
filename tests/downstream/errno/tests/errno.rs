//! A program that handles the errors of a system.

use code_registry::{InRange, Language};
use errno::{CallError, Errno, ErrnoKind, call_again};

const IT: Language = Language::new("it").unwrap();

#[test]
fn a_number_has_its_names() {
    assert_eq!(Errno::from(11), Errno::EWOULDBLOCK);
    assert_eq!("EDEADLOCK".parse(), Ok(Errno::Edeadlk));
    assert_eq!(Errno::Eagain.kind(), Some(ErrnoKind::Busy));
    assert!(Errno::Eintr.retryable() && call_again(Errno::Eintr));
    assert!(!call_again(Errno::from(41)), "41 is retired");
    assert_eq!(Errno::from(41).symbol(), "Unlisted");
}

#[test]
fn ranges_of_billions_have_ends() {
    for (value, symbol) in [
        (i32::MIN, "NEGATIVE"),
        (-1, "NEGATIVE"),
        (0, "OK"),
        (3, "Unlisted"),
        (511, "Unlisted"),
        (512, "KERNEL"),
        (i32::MAX, "KERNEL"),
    ] {
        let errno = Errno::from(value);
        assert_eq!((errno.symbol(), errno.value()), (symbol, value));
    }
    assert_eq!(InRange::new(-2).map(Errno::Negative), Some(Errno::from(-2)));
    assert!(InRange::<Errno, { i32::MIN as i128 }>::new(0).is_none());
}

#[test]
fn errors_have_codes_of_both_signs() {
    let missing = CallError::Missing { path: "/etc/x".into() };
    assert_eq!(missing.to_string(), "/etc/x is not there");
    assert_eq!(missing.localized(IT).to_string(), "/etc/x non c'è");
    assert_eq!([CallError::Busy, CallError::Raw].map(|error| error.code().value()), [11, -2]);
    assert_eq!(format!("{:#}", Errno::Eperm), "1 EPERM: Operation not permitted");
}
