//! Speed of the line up to the facts: what `outline` takes and extraction and assembly on
//! top, in bytes of the document a second.

mod input;

use divan::counter::BytesCount;
use gongwen::Parser;
use input::{Input, inputs};

fn main() {
    divan::main();
}

#[divan::bench(args = inputs())]
fn parse(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let parser = Parser::new();
    bencher
        .counter(BytesCount::of_slice(&input.bytes))
        .bench(|| {
            let parsed = parser.parse(&input.bytes);
            assert!(
                parsed
                    .as_ref()
                    .is_ok_and(|parsed| !parsed.document.tasks.is_empty())
            );
            parsed
        });
}
