//! What the expansions of this version's macros are made of. Not for other code: it changes without notice.

pub use core;

pub use crate::code::{Spellings, fmt_code, fmt_debug, parse};
pub use crate::message::fmt_message;
pub use crate::row::{Extents, Property};
pub use crate::texts::{Column, Languages, NoteTexts, Speech, Texts};
