//! With the registry in Italian only: the program contains no text in another language.

#![no_std]
#![no_main]

use core::ffi::c_int;

use code_registry::Coded;

#[code_registry::codes("codes.toml", languages("it"))]
enum Code {}

#[derive(Debug, Coded)]
#[coded(Code)]
enum Fault<'a> {
    Overheated { sensor: &'a str, degrees: i32 },
    SensorSilent { sensor: &'a str, minutes: u32 },
    PressureLow,
    FlameLost,
}

#[allow(unsafe_code, reason = "no other function of the program has the name that the C runtime calls")]
#[unsafe(no_mangle)]
extern "C" fn main(count: c_int) -> c_int {
    let fault = match count {
        1 => Fault::SensorSilent { sensor: "T2", minutes: 3 },
        2 => Fault::Overheated { sensor: "T1", degrees: 95 },
        3 => Fault::PressureLow,
        _ => Fault::FlameLost,
    };
    small::show(&fault);
    0
}
