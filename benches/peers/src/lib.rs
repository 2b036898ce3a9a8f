//! Only a list of dependencies.
