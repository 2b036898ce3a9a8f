//! Lists, as the language of a message joins them. Only arguments of these kinds refer to this code.

use core::fmt::{self, Display};

use code_registry_encoding::formats::ListFormat;

use super::isolate;
use super::{Argument, Items, Value, Visit, Written};
use crate::languages::Speech;

impl<'a> Argument<'a> {
    /// The items of an array, a slice or a vector: `a, b, and c`. An item is a text, or an [`Argument`] of another kind.
    pub fn and_list(items: &'a impl Items) -> Self {
        Self(Value::List(items, write_and_list))
    }

    /// The items of an array, a slice or a vector: `a, b, or c`. An item is a text, or an [`Argument`] of another kind.
    pub fn or_list(items: &'a impl Items) -> Self {
        Self(Value::List(items, write_or_list))
    }
}

/// An item of a list.
pub trait Item {
    /// Makes an argument of the item.
    #[doc(hidden)]
    fn visit(&self, visit: Visit<'_>) -> fmt::Result;
}

impl<T: Display> Item for T {
    fn visit(&self, visit: Visit<'_>) -> fmt::Result {
        visit(&Argument::text(self))
    }
}

impl Item for Argument<'_> {
    fn visit(&self, visit: Visit<'_>) -> fmt::Result {
        visit(self)
    }
}

macro_rules! items {
    ($($(#[$when:meta])? [$($parameter:tt)*] $list:ty;)*) => {$(
        $(#[$when])?
        impl<T: Item, $($parameter)*> Items for $list {
            fn count(&self) -> usize {
                self.len()
            }

            fn visit(&self, index: usize, visit: Visit<'_>) -> fmt::Result {
                self.get(index).map_or(Ok(()), |item| item.visit(visit))
            }
        }
    )*};
}

items! {
    [const N: usize] [T; N];
    [] &[T];
    #[cfg(feature = "std")] [] std::vec::Vec<T>;
    #[cfg(feature = "std")] [] std::boxed::Box<[T]>;
}

/// The items of a field, and the function that makes an argument of one of them.
pub struct FieldItems<'a, T, F> {
    items: &'a [T],
    visit: F,
}

impl<'a, T, F: Fn(&T, Visit<'_>) -> fmt::Result> FieldItems<'a, T, F> {
    /// The items of a field.
    pub fn new(items: &'a [T], visit: F) -> Self {
        Self { items, visit }
    }
}

impl<T, F> fmt::Debug for FieldItems<'_, T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldItems").field("count", &self.items.len()).finish_non_exhaustive()
    }
}

impl<T, F: Fn(&T, Visit<'_>) -> fmt::Result> Items for FieldItems<'_, T, F> {
    fn count(&self) -> usize {
        self.items.len()
    }

    fn visit(&self, index: usize, visit: Visit<'_>) -> fmt::Result {
        self.items.get(index).map_or(Ok(()), |item| (self.visit)(item, visit))
    }
}

fn write_and_list(items: &dyn Items, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_list(items, speech.formats.and_then(|formats| formats.and_list), speech, f)
}

fn write_or_list(items: &dyn Items, speech: &Speech<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_list(items, speech.formats.and_then(|formats| formats.or_list), speech, f)
}

/// Each item is isolated by itself.
fn write_list(
    items: &dyn Items,
    format: Option<ListFormat<'_>>,
    speech: &Speech<'_>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let (format, count) = (format.unwrap_or(ListFormat::PLAIN), items.count());
    for index in 0..count {
        items.visit(index, &mut |item| {
            if index > 0 {
                // The connective depends on the item as a reader sees it, without isolates.
                f.write_str(format.before(index, count, &Written { argument: item, speech }))?;
            }
            isolate::write(item, speech, f)
        })?;
    }
    format.write_end(count, f)
}
