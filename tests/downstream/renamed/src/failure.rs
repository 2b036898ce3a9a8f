//! Errors of the sensors.

use ::codes::Coded;
use ::std::boxed::Box;
use ::std::convert::Infallible;
use ::std::error::Error;
use ::std::option::Option;
use ::std::string::String;

/// Why a sensor could not be read.
#[derive(Debug, Coded)]
#[coded(super::State)]
pub enum Failure<T> {
    /// Its voltage is too low.
    Brownout {
        /// What it is.
        volts: f32,
        /// Where it was measured.
        pin: u8,
    },
    /// Some sensors are missing.
    #[code(SENSOR_SOME)]
    Missing {
        /// How many.
        count: usize,
        /// Where they should be.
        place: T,
        /// Why they are, if that is known.
        #[source]
        cause: Option<Box<dyn Error + ::std::marker::Send>>,
    },
    /// It is not there; the table would say it otherwise by now.
    #[allow(deprecated)]
    #[code(SENSOR_ABSENT)]
    Absent(String),
    /// A fault of its own.
    #[code(-200)]
    Own(#[from] Infallible),
}
