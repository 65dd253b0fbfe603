//! Speed of the whole line, from bytes to JSON, in bytes of the document a second.

mod input;

use divan::counter::BytesCount;
use gongwen::Parser;
use input::{Input, inputs};

fn main() {
    divan::main();
}

#[divan::bench(args = inputs())]
fn line(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let parser = Parser::new();
    bencher
        .counter(BytesCount::of_slice(&input.bytes))
        .bench(|| {
            let document = parser.parse(&input.bytes).map(|parsed| parsed.document);
            let json = document.map(|document| document.to_json());
            assert!(matches!(&json, Ok(Ok(json)) if json.contains("\"tasks\":[{")));
            json
        });
}
