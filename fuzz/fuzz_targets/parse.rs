//! Every rule of `tests/invariants/mod.rs` holds: places slice to the words they stand for,
//! the edits undo the changes, JSON gives the document back, and so on.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    invariants::hold_in_turn(bytes);
});
