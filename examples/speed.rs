//! Parses files over and over in one process: what speeds are compared and instructions
//! are counted with.
//!
//! ```text
//! speed SECONDS FILE…    each file for so long: passes, seconds and bytes of JSON
//! speed count TIMES FILE…    each file so many times, for `benches/instructions`
//! speed read SECONDS FILE…    up to the decoded text alone; and normalize, strip, outline
//! speed count read TIMES FILE…    both
//! ```
#![allow(clippy::print_stdout)]

use std::error::Error;
use std::time::{Duration, Instant};

use gongwen::{Parser, Stage};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let counts = args.first().is_some_and(|mode| mode == "count");
    args.drain(..usize::from(counts));
    let stage = args.first().and_then(|mode| mode.parse::<Stage>().ok());
    args.drain(..usize::from(stage.is_some()));
    if args.len() < 2 {
        return Err("usage: speed [count] [STAGE] SECONDS|TIMES FILE…".into());
    }
    let amount = args.remove(0);
    for path in args {
        let bytes = std::fs::read(&path)?;
        if counts {
            for _ in 0..amount.parse::<u32>()? {
                pass(&bytes, stage)?;
            }
            continue;
        }
        let limit = Duration::from_secs_f64(amount.parse()?);
        let written = pass(&bytes, stage)?;
        let start = Instant::now();
        let mut passes = 0u32;
        while start.elapsed() < limit {
            pass(&bytes, stage)?;
            passes += 1;
        }
        let seconds = start.elapsed().as_secs_f64();
        println!("{path}\t{passes}\t{seconds:.6}\t{written}");
    }
    Ok(())
}

/// The whole line, or the line up to a stage; how many bytes it gave.
fn pass(bytes: &[u8], stage: Option<Stage>) -> Result<usize, Box<dyn Error>> {
    let parser = Parser::new();
    Ok(match stage {
        Some(stage) => parser.product(bytes, stage)?.len(),
        None => {
            // The document alone: its source is let go of.
            let document = parser.parse(bytes)?.document;
            document.to_json()?.len()
        }
    })
}
