//! Without a registry: the same faults with Italian sentences in the code.

#![no_std]
#![no_main]

use core::ffi::c_int;
use core::fmt::{self, Display, Formatter};

enum Fault<'a> {
    Overheated { sensor: &'a str, degrees: i32 },
    SensorSilent { sensor: &'a str, minutes: u32 },
    PressureLow,
    FlameLost,
}

impl Display for Fault<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overheated { sensor, degrees } => write!(f, "{sensor} segnala {degrees} °C"),
            Self::SensorSilent { sensor, minutes: 1 } => write!(f, "{sensor} non risponde da un minuto"),
            Self::SensorSilent { sensor, minutes } => write!(f, "{sensor} non risponde da {minutes} minuti"),
            Self::PressureLow => f.write_str("Nelle tubature c'è troppo poca acqua."),
            Self::FlameLost => f.write_str("Il bruciatore si è spento."),
        }
    }
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
