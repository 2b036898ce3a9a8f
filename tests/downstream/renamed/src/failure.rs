//! Errors of the sensors.

use ::codes::Coded;
use ::std::boxed::Box;
use ::std::convert::Infallible;
use ::std::error::Error;
use ::std::option::Option;
use ::std::string::String;

/// The reason why a sensor could not be read.
#[derive(Debug, Coded)]
#[coded(super::State)]
pub enum Failure<T> {
    /// Its voltage is too low.
    Brownout {
        /// The sensor.
        volts: f32,
        /// The place of the measurement.
        pin: u8,
    },
    /// Some sensors are missing.
    #[code(SENSOR_SOME)]
    Missing {
        /// The number of missing sensors.
        count: usize,
        /// Their expected place.
        place: T,
        /// The reason, if it is known.
        #[source]
        cause: Option<Box<dyn Error + ::std::marker::Send>>,
    },
    /// It does not exist; the table would word it differently by now.
    #[allow(deprecated)]
    #[code(SENSOR_ABSENT)]
    Absent(String),
    /// A fault of this crate.
    #[code(-200)]
    Own(#[from] Infallible),
}
