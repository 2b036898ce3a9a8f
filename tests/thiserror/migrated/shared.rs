//! Messages of enums, for their variants.
use code_registry::Coded;

/// Every variant has the message of the enum.
#[derive(Debug, Coded)]
#[coded(crate::LoadStoreCode)]
pub enum LoadError {
    Missing,
    #[cfg(unix)]
    Forbidden { path: String },
    Part(u8),
}

#[derive(Debug, Coded)]
#[coded(crate::LoadStoreCode)]
#[non_exhaustive]
pub enum PlaceError {
    /// A field in its debug form.
    Inner(#[arg(fmt = debug)] Vec<u8>),
    #[doc = "A source."] #[arg("0" = .0, fmt = debug)] Outer(#[from] std::fmt::Error), #[arg("0" = .0, fmt = debug)] Last(#[source] std::io::Error),
}

#[derive(Debug, Coded)]
#[coded(crate::LoadStoreCode)]
pub enum AnyError {
    #[code(IO, transparent)]
    Io(#[from] std::io::Error),
    Nothing,
}

#[derive(Debug, Coded)]
#[coded(crate::LoadStoreCode)]
pub enum LineError { #[arg("debug_0" = .0, fmt = debug)] Short(u8), #[doc = "A source."] #[arg("0" = .0)] #[arg("debug_0" = .0, fmt = debug)] Long(#[from] std::fmt::Error), #[arg("value" = .0 + 1)] #[arg("value_2" = .0 - 1)] Own(u8) }
