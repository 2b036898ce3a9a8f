//! How much a change is to those who use the enum: what compiled, and what a program can rely on.

use clap::ValueEnum;

/// Named as semantic versioning names what such a change takes; the worse the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Level {
    /// Texts alone
    Patch,
    /// More than before
    Minor,
    /// Other than before
    Major,
}

impl Level {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// What became of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    Added,
    Removed,
    Changed,
}

/// What a new variant is: a `match` without a wildcard stops compiling, unless the enum never allowed one.
pub(crate) fn of_variant(is_non_exhaustive: bool) -> Level {
    if is_non_exhaustive { Level::Minor } else { Level::Major }
}

/// A change of a key of a row.
pub(crate) fn of_row(key: &str, fate: Fate, old: Option<&str>, new: Option<&str>) -> Level {
    match key.split('.').next().unwrap_or(key) {
        "name" | "description" | "message" | "help" | "note" | "since" | "reference" | "replaced_by" => {
            Level::Patch
        }
        // The fields of an error have the types that the arguments ask for; anything can be shown as a text.
        "args" if fate == Fate::Changed && new == Some("\"text\"") && old.is_some() => Level::Minor,
        // `#[code(SYMBOL)]` and the constants of aliases name them.
        "symbol" | "variant" | "args" => Level::Major,
        "aliases" if fate == Fate::Removed => Level::Major,
        "within" => Level::Patch,
        // A new alias; a status; the value of a property.
        _ => Level::Minor,
    }
}

/// A change of `[registry]`.
pub(crate) fn of_registry(key: &str, fate: Fate) -> Level {
    match key.split('.').next().unwrap_or(key) {
        "repr" | "length" | "conversion" | "default" | "serde" => Level::Major,
        "label" if fate != Fate::Added => Level::Major,
        "label" => Level::Minor,
        _ => Level::Patch,
    }
}

/// A change of `[property.…]`: with a default its method returns the type, without, an option of it.
pub(crate) fn of_property(key: &str, fate: Fate) -> Level {
    match key {
        "doc" => Level::Patch,
        "default" if fate == Fate::Changed => Level::Minor,
        _ => Level::Major,
    }
}
