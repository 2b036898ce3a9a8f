//! Codes.
#![no_std]
