//! Parses files some times over, and prints the JSON of each once: what instruction counts
//! are taken of.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let times: usize = args.next().unwrap().parse()?;
    for path in args {
        let bytes = std::fs::read(&path)?;
        for i in 0..times {
            let parsed = gongwen::Parser::new().name(path.clone()).parse(&bytes);
            let json = parsed.map(|p| p.document.to_json()).unwrap_or_else(|e| Ok(e.to_string()))?;
            if i == 0 { println!("{json}"); }
        }
    }
    Ok(())
}
