//! Dates, money and decimals of other crates in the messages of `examples/invoices`.

use std::thread;

use code_registry::{Argument, Language, language, report};
use jiff::civil::date;
use rust_decimal::Decimal;

#[path = "../examples/invoices/error.rs"]
mod error;

use error::{Day, Days, Euros, InvoiceCode, InvoiceError};

fn overdue(cents: i64) -> InvoiceError {
    InvoiceError::Overdue { amount: Euros(Decimal::new(cents, 2)), day: Day(date(2026, 3, 15)) }
}

fn interest(days: i64, digits: u32) -> InvoiceError {
    InvoiceError::Interest { days: Days(Decimal::new(days, digits)) }
}

/// In the language of the message, however it is asked for.
#[track_caller]
fn check(error: &InvoiceError, english: &str, italian: &str) {
    let [en, it] = ["en", "it"].map(|tag| Language::new(tag).expect("a tag"));
    assert_eq!(error.to_string(), english);
    for (tag, text) in [(en, english), (it, italian), (Language::new("de").expect("a tag"), english)] {
        assert_eq!(error.localized(tag).to_string(), text);
        assert_eq!(language::scope(tag, || error.to_string()), text);
        assert!(report(error, tag).to_string().ends_with(text));
        thread::scope(|threads| {
            let thread = threads.spawn(|| error.localized(tag).to_string());
            assert_eq!(thread.join().expect("it does not panic"), text);
        });
    }
}

#[test]
fn dates_and_money_are_in_the_language_of_the_message() {
    check(
        &overdue(1_234_550),
        "the payment of €12,345.50 was due on March 15, 2026",
        "il pagamento di 12.345,50\u{a0}€ è scaduto il 15 marzo 2026",
    );
    check(
        &overdue(-5),
        "the payment of -€0.05 was due on March 15, 2026",
        "il pagamento di -0,05\u{a0}€ è scaduto il 15 marzo 2026",
    );
}

#[test]
fn decimals_of_another_crate_are_quantities() {
    check(
        &interest(12_345_675, 1),
        "the interest for 1,234,567.5 days is missing",
        "mancano gli interessi di 1.234.567,5 giorni",
    );
    check(&interest(1, 0), "the interest for one day is missing", "mancano gli interessi di un giorno");
    // The digits that it displays choose the plural: 1.0 is not 1.
    check(&interest(10, 1), "the interest for 1.0 days is missing", "mancano gli interessi di 1,0 giorni");
    let days = Days(Decimal::new(-5, 1));
    let arguments = [("days", Argument::quantity(&days))];
    let italian = InvoiceCode::Interest.format(Language::new("it").expect("a tag"), &arguments);
    assert_eq!(italian.to_string(), "mancano gli interessi di -0,5 giorni");
}
