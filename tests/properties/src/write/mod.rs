//! Tables as files, and crates that contain them.

pub mod batch;
pub mod toml;
