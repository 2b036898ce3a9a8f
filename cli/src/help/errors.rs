//! Errors in arguments, in Italian.

use clap::builder::StyledStr;
use clap::error::Error;
use clap::error::{ContextKind, ContextValue, ErrorFormatter, ErrorKind};

/// Writes an error of `clap` in Italian, from its kind and its data.
#[derive(Debug)]
pub(crate) enum Italian {}

impl ErrorFormatter for Italian {
    fn format_error(error: &Error<Italian>) -> StyledStr {
        let mut out = format!("errore: {}\n", sentence(error));
        if let Some(values) = listed(error, ContextKind::ValidValue) {
            out += &format!("  [valori possibili: {}]\n", values.join(", "));
        }
        for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        {
            if let Some(near) = listed(error, kind) {
                let near: Vec<_> = near.iter().map(|near| format!("'{near}'")).collect();
                out += &format!("\n  suggerimento: forse si intendeva {}\n", near.join(" o "));
            }
        }
        if let Some(usage) = value(error, ContextKind::Usage) {
            out += &format!("\nUso: {}\n", usage.trim_start_matches("Usage:").trim_start());
        }
        out += "\nPer altre informazioni, usare '--help'.\n";
        out.into()
    }
}

fn sentence(error: &Error<Italian>) -> String {
    let of = |kind| value(error, kind).unwrap_or_default();
    let argument = || of(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => {
            format!("manca il valore di '{}'", argument())
        }
        ErrorKind::InvalidValue => {
            format!("valore '{}' non valido per '{}'", of(ContextKind::InvalidValue), argument())
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(|reason| format!(": {reason}"));
            let (found, reason) = (of(ContextKind::InvalidValue), reason.unwrap_or_default());
            format!("valore '{found}' non valido per '{}'{reason}", argument())
        }
        ErrorKind::UnknownArgument => format!("argomento '{}' inatteso", argument()),
        ErrorKind::InvalidSubcommand => {
            format!("comando '{}' sconosciuto", of(ContextKind::InvalidSubcommand))
        }
        ErrorKind::NoEquals => format!("per assegnare un valore a '{}' serve il segno di uguale", argument()),
        ErrorKind::TooManyValues => {
            format!("valore '{}' di troppo per '{}'", of(ContextKind::InvalidValue), argument())
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("numero di valori errato per '{}'", argument())
        }
        ErrorKind::ArgumentConflict => match listed(error, ContextKind::PriorArg) {
            Some(others) if others != [argument()] => {
                format!("l'argomento '{}' non si può usare insieme a '{}'", argument(), others.join("', '"))
            }
            _ => format!("l'argomento '{}' è ripetuto", argument()),
        },
        ErrorKind::MissingRequiredArgument => {
            let missing = listed(error, ContextKind::InvalidArg).unwrap_or_default();
            format!("mancano argomenti obbligatori: {}", missing.join(", "))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "manca il comando".to_owned()
        }
        ErrorKind::InvalidUtf8 => "un argomento non è UTF-8 valido".to_owned(),
        _ => "argomenti non validi".to_owned(),
    }
}

fn value(error: &Error<Italian>, kind: ContextKind) -> Option<String> {
    Some(listed(error, kind)?.join(" "))
}

fn listed(error: &Error<Italian>, kind: ContextKind) -> Option<Vec<String>> {
    let values = match error.get(kind)? {
        ContextValue::String(value) => vec![value.clone()],
        ContextValue::Strings(values) => values.clone(),
        ContextValue::StyledStr(value) => vec![value.to_string()],
        ContextValue::StyledStrs(values) => values.iter().map(ToString::to_string).collect(),
        ContextValue::Number(value) => vec![value.to_string()],
        _ => return None,
    };
    Some(values).filter(|values| !values.is_empty())
}
