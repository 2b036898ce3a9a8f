//! An attribute of another macro does not name the registry, although its name is similar.

use core::prelude::v1::derive as codec;

use code_registry::Coded;

#[derive(Debug, Coded)]
#[codec()]
enum AppError {
    Broken,
}

fn main() {}
