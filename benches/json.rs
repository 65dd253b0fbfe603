//! Speed of writing a parsed document as JSON, in bytes of the document that was parsed.

mod input;

use divan::counter::BytesCount;
use gongwen::Parser;
use input::{Input, inputs};

fn main() {
    divan::main();
}

#[divan::bench(args = inputs())]
fn json(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let parsed = Parser::new().parse(&input.bytes);
    let document = parsed.map(|parsed| parsed.document);
    bencher
        .counter(BytesCount::of_slice(&input.bytes))
        .bench(|| {
            let json = document.as_ref().map(|document| document.to_json());
            assert!(matches!(&json, Ok(Ok(json)) if json.len() > input.bytes.len() / 4));
            json
        });
}
