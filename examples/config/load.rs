use std::path::Path;
use std::{fs, io};

use toml::Table;

use crate::error::ConfigError;
use crate::settings::Settings;

/// Reads a file.
pub(crate) fn load(path: &Path) -> Result<Settings, ConfigError> {
    let bytes = fs::read(path).map_err(|source| unread(path, source))?;
    let text = String::from_utf8(bytes).map_err(|source| {
        let offset = source.utf8_error().valid_up_to();
        ConfigError::NotUtf8 { path: path.into(), offset, source }
    })?;
    let table: Table = text.parse().map_err(|source| {
        let line = line_of(&text, &source);
        ConfigError::Syntax { path: path.into(), line, source }
    })?;
    Settings::new(&table)
}

fn unread(path: &Path, source: io::Error) -> ConfigError {
    let path = path.into();
    match source.kind() {
        io::ErrorKind::NotFound => ConfigError::NotFound { path, source },
        _ => ConfigError::Unreadable { path, source },
    }
}

fn line_of(text: &str, error: &toml::de::Error) -> usize {
    let before = error.span().map_or(0, |span| span.start);
    1 + text[..before].matches('\n').count()
}
