//! What a key may hold.

use core::ops::Range;

use crate::source::Place;

/// A file while it is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct File<'i> {
    pub(crate) source: usize,
    pub(crate) text: &'i str,
}

impl File<'_> {
    pub(crate) fn place(self, span: Range<usize>) -> Place {
        Place { source: self.source, span }
    }
}

/// A value and where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) place: Place,
}

impl<T> Placed<T> {
    pub(crate) fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }
}

/// What stands at a key.
#[derive(Debug, Clone, Default)]
pub(crate) enum Slot<T> {
    /// Nothing.
    #[default]
    Missing,
    /// Something wrong, which has been reported: nothing more is said of it.
    Broken,
    /// What belongs there.
    Good(T),
}

impl<T> Slot<T> {
    pub(crate) fn good(self) -> Option<T> {
        match self {
            Self::Good(value) => Some(value),
            Self::Missing | Self::Broken => None,
        }
    }

    pub(crate) fn as_good(&self) -> Option<&T> {
        match self {
            Self::Good(value) => Some(value),
            Self::Missing | Self::Broken => None,
        }
    }

    pub(crate) fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }

    /// What a further check, which reports for itself, makes of the value.
    pub(crate) fn and_then<U>(self, check: impl FnOnce(T) -> Option<U>) -> Slot<U> {
        match self {
            Self::Missing => Slot::Missing,
            Self::Broken => Slot::Broken,
            Self::Good(value) => check(value).into(),
        }
    }
}

/// What a check has left: nothing means that it was wrong.
impl<T> From<Option<T>> for Slot<T> {
    fn from(checked: Option<T>) -> Self {
        checked.map_or(Self::Broken, Self::Good)
    }
}
