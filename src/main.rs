//! The `gongwen` command.

fn main() -> std::process::ExitCode {
    let path = std::env::args().nth(1).unwrap_or_default();
    let bytes = std::fs::read(&path).expect("readable");
    let parsed = gongwen::Parser::new()
        .name(path)
        .parse(&bytes)
        .expect("text");
    #[allow(clippy::print_stdout)]
    {
        println!("{}", parsed.document.to_json().expect("json"));
    }
    std::process::ExitCode::SUCCESS
}
