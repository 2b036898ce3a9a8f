//! Registries of one table, one for each test: a catalogue is installed for the whole process.

/// A module for each test.
macro_rules! registries {
    ($($name:ident)*) => {$(
        #[allow(dead_code, reason = "each test uses a part of it")]
        mod $name {
            /// Codes of backups.
            #[code_registry::codes("tests/tables/catalog.toml")]
            pub(crate) enum BackupCode {}

            #[derive(Debug, code_registry::Coded)]
            #[coded(BackupCode)]
            pub(crate) enum BackupError {
                NoRoom { folder: &'static str, bytes: u64 },
                Skipped { count: u32 },
            }
        }
    )*};
}
