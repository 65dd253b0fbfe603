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
            println!(
                "{} {} {} {:?}",
                repair.from, repair.to, repair.certain, repair.candidates
            );
        }
        let (out, _) = pinyin::strip(&repaired.text);
        std::fs::write(format!("/tmp/dm/{name}.out"), out.as_bytes()).unwrap();
    }
}

#[test]
fn synth_report() {
    let Ok(path) = std::env::var("DAMAGE_SYNTH") else {
        return;
    };
    let mut file = String::new();
    let now = std::time::Instant::now();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let page: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = page["damaged"].as_str().unwrap();
        let annotated = Annotated::count(text, &pinyin::find_annotations(text));
        let places: Vec<_> = find_places(text, &annotated)
            .iter()
            .map(|p| serde_json::json!({"start": p.range.start, "end": p.range.end, "certain": p.certain().is_some(), "to": p.certain().unwrap_or(""), "rule": p.rule, "candidates": p.readings.iter().map(|r| r.text.clone()).collect::<Vec<_>>(), "scores": p.readings.iter().map(|r| r.score).collect::<Vec<_>>(), "lossy": p.readings.iter().map(|r| r.lossy).collect::<Vec<_>>(), "margin": p.margin.min(99.0)}))
            .collect();
        file.push_str(&serde_json::to_string(&places).unwrap());
        file.push('\n');
    }
    println!("elapsed {:?}", now.elapsed());
    std::fs::write("/tmp/dm/synth.out", file).unwrap();
}
