//! One line out for every line in, each of them JSON with a status, and `check` agrees.
#![no_main]

use gongwen::Parser;
use gongwen::stream::{Stream, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let mut output = Vec::new();
    let tally = Stream::new(Parser::new())
        .passthrough(["id", "k"])
        .max_bytes(1 << 16)
        .run(bytes, &mut output)
        .expect("memory does not fail");
    let lines = bytes.split(|&b| b == b'\n').count();
    let expected = lines - usize::from(bytes.is_empty() || bytes.ends_with(b"\n"));
    let text = std::str::from_utf8(&output).expect("UTF-8");
    assert_eq!(text.matches('\n').count(), expected);
    assert_eq!(text.lines().count(), expected);
    assert!(!text.contains(['\u{85}', '\u{2028}', '\u{2029}']));
    assert_eq!(tally.ok + tally.failed, expected as u64);
    for line in text.lines() {
        let value: serde_json::Value = serde_json::from_str(line).expect("JSON");
        assert!(["ok", "error"].contains(&value["status"].as_str().expect("a status")));
        assert_ne!(value["error"]["kind"], "panic");
    }
    let checked = check(bytes, output.as_slice()).expect("memory does not fail");
    assert!(checked.is_complete(), "{checked:?}");
});
