//! Only the expansion can create a payload.

use code_registry::InRange;
use code_registry::websocket::CloseCode;

const FORBIDDEN: InRange<CloseCode, 3000> = InRange::with_key(3003, &());

fn main() {}
