//! The macros of code-registry.
