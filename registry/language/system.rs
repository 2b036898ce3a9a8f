//! The language that the user of the operating system prefers.

use super::negotiate;
use crate::{Code, Language};

/// The first language of the environment that a registry has, in the order of gettext. `LANGUAGE` is a list.
#[cfg(not(any(windows, target_family = "wasm", target_vendor = "apple", target_os = "android")))]
pub(crate) fn preferred<E: Code>() -> Option<Language> {
    ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|variable| {
        let value = std::env::var(variable).ok()?;
        value.split(':').filter_map(Language::from_posix).find_map(negotiate::look_up_language::<E>)
    })
}

/// The first language of the system's list that a registry has.
#[cfg(any(windows, target_family = "wasm", target_vendor = "apple", target_os = "android"))]
pub(crate) fn preferred<E: Code>() -> Option<Language> {
    sys_locale::get_locales().find_map(|tag| negotiate::look_up::<E>(&tag))
}
