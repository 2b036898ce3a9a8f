use core::fmt;

/// The state of a value in its registry: RFC 8126 section 6, and two more that code needs.
///
/// ```
/// use code_registry::{Status, websocket::CloseCode};
///
/// assert_eq!(CloseCode::Abnormal.status(), Status::Reserved);
/// assert_eq!(Status::PrivateUse.to_string(), "private-use");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Status {
    /// In use.
    Assigned,
    /// Free, to be assigned by the registry's procedure.
    Unassigned,
    /// Kept from being assigned.
    Reserved,
    /// Free for private use.
    PrivateUse,
    /// Free for experiments.
    ExperimentalUse,
    /// Still in use, better not.
    Deprecated,
    /// Never to be used again.
    Retired,
}

impl Status {
    /// The word that a table writes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Unassigned => "unassigned",
            Self::Reserved => "reserved",
            Self::PrivateUse => "private-use",
            Self::ExperimentalUse => "experimental-use",
            Self::Deprecated => "deprecated",
            Self::Retired => "retired",
        }
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}
