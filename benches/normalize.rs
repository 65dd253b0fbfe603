//! Speed of the line up to normalised text, in bytes of the document a second.

mod input;

use divan::counter::BytesCount;
use gongwen::{Parser, Stage};
use input::{Input, inputs};

fn main() {
    divan::main();
}

#[divan::bench(args = inputs())]
fn normalize(bencher: divan::Bencher<'_, '_>, input: &Input) {
    let parser = Parser::new();
    bencher
        .counter(BytesCount::of_slice(&input.bytes))
        .bench(|| {
            let product = parser.product(&input.bytes, Stage::Normalize);
            assert!(product.as_ref().is_ok_and(|text| !text.is_empty()));
            product
        });
}
