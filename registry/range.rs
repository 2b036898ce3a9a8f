use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

use crate::table::row;
use crate::{Code, Table};

macro_rules! payload {
    ($(#[$doc:meta])* $name:ident<E $(, const $START:ident: $start:ty)?> when $belongs:expr) => {
        $(#[$doc])*
        pub struct $name<E: Code $(, const $START: $start)?> {
            value: E::Value,
        }

        impl<E: Code $(, const $START: $start)?> $name<E $(, $START)?> {
            /// The payload of `value`; `None` if the value belongs to another variant.
            pub fn new(value: E::Value) -> Option<Self> {
                let belongs: fn(E) -> bool = $belongs;
                match E::from_value(value) {
                    Some(code) if belongs(code) => Some(Self { value }),
                    _ => None,
                }
            }

            /// The value.
            #[inline]
            pub const fn get(self) -> E::Value {
                self.value
            }

            // Only the expansion of `codes` has the key, and it knows that the value belongs here.
            // Always inlined: otherwise a debug build describes the whole enum to the debugger once more.
            #[doc(hidden)]
            #[inline(always)]
            pub const fn with_key(value: E::Value, _key: &E::Table) -> Self {
                Self { value }
            }
        }

        impl<E: Code $(, const $START: $start)?> Clone for $name<E $(, $START)?> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<E: Code $(, const $START: $start)?> Copy for $name<E $(, $START)?> {}

        impl<E: Code $(, const $START: $start)?> Hash for $name<E $(, $START)?> {
            fn hash<H: Hasher>(&self, state: &mut H) {
                self.value.hash(state);
            }
        }

        impl<E: Code $(, const $START: $start)?> PartialOrd for $name<E $(, $START)?> {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl<E: Code $(, const $START: $start)?> Ord for $name<E $(, $START)?> {
            fn cmp(&self, other: &Self) -> Ordering {
                self.value.cmp(&other.value)
            }
        }

        impl<E: Code $(, const $START: $start)?> fmt::Debug for $name<E $(, $START)?> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.value, f)
            }
        }

        impl<E: Code $(, const $START: $start)?> fmt::Display for $name<E $(, $START)?> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.value, f)
            }
        }
    };
}

payload! {
    /// A value of the range that begins at `START`, but not of a code or a range inside it.
    ///
    /// If two ranges begin at the same value, the `START` of the outer one is the first value of its own.
    ///
    /// ```
    /// use code_registry::{InRange, websocket::CloseCode};
    ///
    /// let library = InRange::<CloseCode, 3000>::new(3500).unwrap();
    /// assert_eq!(CloseCode::Library(library), CloseCode::from(3500));
    /// assert_eq!(library.get(), 3500);
    /// assert!(InRange::<CloseCode, 3000>::new(3003).is_none(), "3003 is CloseCode::Forbidden");
    /// ```
    #[derive(PartialEq, Eq)]
    InRange<E, const START: i128> when |code| <E::Table>::DATA.extents.is_range_from(row(code), START)
}

payload! {
    /// A value that no row of the table covers.
    ///
    /// ```
    /// use code_registry::{Unlisted, websocket::CloseCode};
    ///
    /// let unlisted = Unlisted::<CloseCode>::new(5000).unwrap();
    /// assert_eq!(CloseCode::Unlisted(unlisted), CloseCode::from(5000));
    /// assert!(Unlisted::<CloseCode>::new(1000).is_none(), "1000 is CloseCode::Normal");
    /// ```
    #[derive(PartialEq, Eq)]
    Unlisted<E> when |code| row(code) == <E::Table>::DATA.extents.firsts.len()
}
