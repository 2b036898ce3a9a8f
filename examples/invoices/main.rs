//! Prints errors about invoices in every language of their table.
//!
//!     cargo run --example invoices

mod error;

use std::io::{self, Write as _};

use error::{Day, Days, Euros, InvoiceCode, InvoiceError};
use jiff::civil::date;
use rust_decimal::Decimal;

fn main() -> io::Result<()> {
    let overdue =
        InvoiceError::Overdue { amount: Euros(Decimal::new(1_234_550, 2)), day: Day(date(2026, 3, 15)) };
    let interest = InvoiceError::Interest { days: Days(Decimal::new(15, 1)) };
    for error in [overdue, interest] {
        for &language in InvoiceCode::LANGUAGES {
            writeln!(io::stdout(), "{language}: {}", error.localized(language))?;
        }
    }
    Ok(())
}
