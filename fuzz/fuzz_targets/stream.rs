//! One line out for every line in.
#![no_main]

use gongwen::Parser;
use gongwen::stream::Stream;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut output = Vec::new();
    let tally = Stream::new(Parser::new())
        .max_bytes(1 << 16)
        .run(bytes, &mut output)
        .expect("memory does not fail");
    let expected = bytes.split(|&b| b == b'\n').count() - usize::from(bytes.is_empty() || bytes.ends_with(b"\n"));
    assert_eq!(output.iter().filter(|&&b| b == b'\n').count(), expected);
    assert_eq!(tally.ok + tally.failed, expected as u64);
});
