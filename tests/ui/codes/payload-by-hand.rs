//! The value of a payload belongs to its range: it cannot be replaced.

use code_registry::websocket::CloseCode;
use code_registry::{InRange, Unlisted};

const _: InRange<CloseCode, 3000> = InRange { value: 1000 };
const _: Unlisted<CloseCode> = Unlisted { value: 1001 };

fn main() {}
