//! A private registry.

use std::error::Error;

use code_registry::Coded;

#[code_registry::codes("codes.toml")]
enum Code {}

#[derive(Debug, Coded)]
#[coded(Code)]
enum BackupError {
    NoBackup {
        day: &'static str,
        #[source]
        cause: Box<dyn Error>,
    },
}

pub fn failed(cause: errors::StoreError) -> Box<dyn Error> {
    Box::new(BackupError::NoBackup { day: "2026-02-28", cause: cause.into() })
}
