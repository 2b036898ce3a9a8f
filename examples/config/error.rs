use std::io;
use std::path::PathBuf;
use std::string::FromUtf8Error;

use code_registry::Coded;

/// Errors of configuration files.
#[code_registry::codes("examples/config/codes.toml")]
pub(crate) enum ConfigCode {}

/// The reason why a configuration file cannot be used.
#[derive(Debug, Coded)]
#[coded(ConfigCode)]
pub(crate) enum ConfigError {
    NotFound { path: PathBuf, source: io::Error },
    Unreadable { path: PathBuf, source: io::Error },
    NotUtf8 { path: PathBuf, offset: usize, source: FromUtf8Error },
    Syntax { path: PathBuf, line: usize, source: toml::de::Error },
    UnknownKey { key: String, nearest: &'static str },
    WrongType { key: &'static str, expected: ConfigCodeValueType },
    OutOfRange { key: &'static str, value: i64, least: i64, most: i64 },
    TooManyPlugins { count: usize, most: usize },
    RepeatedPlugin { place: usize, name: String },
}

/// The error around any of them.
#[derive(Debug, Coded)]
#[coded(ConfigCode::NotStarted)]
pub(crate) struct NotStarted;
