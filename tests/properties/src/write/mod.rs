//! Tables as files, and crates that have them.

pub mod batch;
pub mod toml;
