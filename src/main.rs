//! The `gongwen` command.

fn main() -> std::process::ExitCode {
    if std::env::args().nth(1).as_deref() == Some("values") {
        let date = std::env::args().nth(3).and_then(|date| date.parse().ok());
        for line in std::io::stdin().lines() {
            let line = line.expect("text");
            #[allow(clippy::print_stdout)]
            {
                println!("{}", gongwen::values(&line, date).to_json().expect("json"));
            }
        }
        return std::process::ExitCode::SUCCESS;
    }
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
