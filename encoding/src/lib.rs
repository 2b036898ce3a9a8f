//! The data formats that the macros of `code-registry` write and the library reads.
//!
//! A registry is compiled to constant data: blobs of text, lists of offsets, a hash table of names, small programs for
//! messages and plural rules. Each module of this crate defines one of these formats, with its writer and its reader.
//!
//! | module | what it stores |
//! |---|---|
//! | [`tag`] | a BCP 47 language tag in 8 bytes |
//! | [`numbers`] | a list of numbers |
//! | [`texts`] | many texts in one string, and the texts of one kind by row and language |
//! | [`names`] | a hash table from names to rows |
//! | [`message`] | sentences with arguments, plurals and selects |
//! | [`plural`] | the plural rules of a language, and the [`operands`] that they test |
//! | [`formats`] | how a language writes numbers, lists, sizes and durations |
//! | [`value`] | labels such as `E2001`, and values that are texts |
//! | [`url`] | the addresses of codes |
//! | [`problem`] | the members of problem details |
//! | [`words`] | enums that are written as words, such as the state of a value |
//!
//! The readers do not allocate and never panic, whatever the bytes: malformed data reads as some text or number.
//! They are `const` where the compiler or the expansion of a macro needs them. The writers need the feature `write`,
//! which only `code-registry-table` enables: optimized, they take longer to compile than the readers.
//!
//! This crate has the version of `code-registry`, which reads only what the same version wrote: the formats change
//! without notice.
#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "write")]
extern crate alloc;

pub mod formats;
pub mod message;
pub mod names;
pub mod numbers;
pub mod operands;
pub mod plural;
pub mod problem;
pub mod tag;
pub mod texts;
pub mod url;
pub mod value;
pub mod words;
