//! Errors with dates and amounts of money. jiff and rust_decimal hold the values, ICU4X formats them, and `Localize` gives
//! it the language of the message.

use std::fmt::{self, Display};

use code_registry::{Coded, Language, Localize, Number};
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::Date;
use icu_datetime::{DateTimeFormatter, DateTimeFormatterPreferences};
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use rust_decimal::Decimal;

#[code_registry::codes("examples/invoices/codes.toml")]
pub(crate) enum InvoiceCode {}

#[derive(Debug, Coded)]
#[coded(InvoiceCode)]
pub(crate) enum InvoiceError {
    Overdue { amount: Euros, day: Day },
    Interest { days: Days },
}

/// A day: `March 15, 2026`, `15 marzo 2026`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Day(pub(crate) jiff::civil::Date);

impl Localize for Day {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [month, day] = [self.0.month(), self.0.day()].map(i8::unsigned_abs);
        let date = Date::try_new_iso(self.0.year().into(), month, day).map_err(|_| fmt::Error)?;
        let preferences = DateTimeFormatterPreferences::from(locale(language)?);
        let formatter = DateTimeFormatter::try_new(preferences, YMD::long()).map_err(|_| fmt::Error)?;
        formatter.format(&date).fmt(f)
    }
}

/// An amount of euros: `€12,345.50`, `12.345,50 €`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Euros(pub(crate) Decimal);

impl Localize for Euros {
    fn fmt_in(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let amount = self.0.abs().round_dp(2);
        // ICU4X has its own type for the digits of a number.
        let digits = format!("{amount:.2}").parse().map_err(|_| fmt::Error)?;
        let formatter = DecimalFormatter::try_new(locale(language)?.into(), Default::default());
        let digits = formatter.map_err(|_| fmt::Error)?.format(&digits).to_string();
        let sign = if self.0.is_sign_negative() && !amount.is_zero() { "-" } else { "" };
        // Only the languages of the table are asked for.
        match &*language.language().as_str() {
            "it" => write!(f, "{sign}{digits}\u{a0}€"),
            _ => write!(f, "{sign}€{digits}"),
        }
    }
}

/// A number of another crate as a `quantity`, which the library writes as the language does. This needs one line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Days(pub(crate) Decimal);

impl Display for Days {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Number for Days {}

/// The language for ICU4X. With the feature `icu_locale_core`, `Locale::from(language)` does this.
fn locale(language: Language) -> Result<Locale, fmt::Error> {
    Locale::try_from_str(&language.as_str()).map_err(|_| fmt::Error)
}
