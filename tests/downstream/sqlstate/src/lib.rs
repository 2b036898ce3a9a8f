//! A registry whose values are texts, and errors with its codes.

#![deny(missing_docs)]

use code_registry::{Coded, codes};

/// The result of a statement.
#[codes("codes.toml")]
pub enum SqlState {}

/// The reason why a query failed.
#[derive(Debug, Coded)]
#[coded(SqlState)]
pub enum QueryError {
    /// By its name.
    UndefinedTable {
        /// The missing table.
        table: String,
        /// The number of tables with a similar name.
        near: usize,
    },
    /// By its value.
    #[code("40001")]
    Collision {
        /// The expected action.
        statement: &'static str,
    },
    /// By an alias.
    #[code(ARRAY_ELEMENT_ERROR)]
    Subscript,
    /// By a value inside a range.
    #[code("42601")]
    Syntax,
}

/// What to do with a session after a statement: every case, without a wildcard.
pub fn advice(state: SqlState) -> &'static str {
    match state {
        SqlState::Success | SqlState::SuccessClass(_) | SqlState::Warning(_) => "go on",
        SqlState::NoData | SqlState::NoDataClass(_) => "nothing to read",
        SqlState::SerializationFailure | SqlState::TransactionRollback(_) => "begin again",
        #[expect(deprecated, reason = "servers of the last version say it")]
        SqlState::LockFileExists => "begin again",
        SqlState::DivisionByZero | SqlState::ArraySubscriptError | SqlState::DataException(_) => {
            "check the data"
        }
        SqlState::InsufficientPrivilege => "ask for the privilege",
        SqlState::UndefinedTable => "check the name",
        SqlState::OfTheProduct(_) | SqlState::SyntaxErrorOrAccessRuleViolation(_) => "check the statement",
        SqlState::ForeignDataWrapper(value) if value.get().as_str().ends_with("000") => "check the wrapper",
        SqlState::ForeignDataWrapper(_) => "check the foreign server",
        SqlState::Unlisted(_) => "ask the manual",
    }
}
