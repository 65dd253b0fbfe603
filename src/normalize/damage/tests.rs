use super::*;

#[test]
fn corpus_report() {
    for name in ["hainan", "tibet"] {
        let text =
            std::fs::read_to_string(format!("corpus/{name}/document.txt")).unwrap();
        let now = std::time::Instant::now();
        let repaired = repair(&text);
        println!("{name} {:?}", now.elapsed());
        for repair in &repaired.repairs {
            println!("{repair:?}");
        }
        let (out, _) = pinyin::strip(&repaired.text);
        std::fs::write(format!("/tmp/dm/{name}.out"), out.as_bytes()).unwrap();
    }
}
