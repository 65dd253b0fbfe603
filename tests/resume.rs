//! A run that is killed again and again goes on where it was and ends as if nothing had
//! been: nothing lost, nothing twice, the same bytes.
//!
//! By default a small folder. A large one of 20,000 documents, killed 20 times:
//!
//! ```sh
//! GONGWEN_RESUME="20000 20" cargo test --release --test resume -- --nocapture
//! ```
#![cfg(all(unix, feature = "cli"))]
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod documents;

use std::env;
use std::fs;
use std::os::unix::fs::FileTypeExt as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use documents::{corpus, entries, evaluation_set};

/// How much is run: documents and kills.
#[derive(Debug, Clone, Copy)]
struct Size {
    documents: usize,
    kills: usize,
}

impl Size {
    /// What the variable `GONGWEN_RESUME` says, else little.
    fn get() -> Self {
        let Ok(words) = env::var("GONGWEN_RESUME") else {
            return Self {
                documents: 300,
                kills: 5,
            };
        };
        let mut numbers = words.split(' ').map(|word| word.parse().unwrap());
        Self {
            documents: numbers.next().unwrap(),
            kills: numbers.next().unwrap(),
        }
    }

    fn is_large(self) -> bool {
        self.documents > 1000
    }
}

#[test]
fn a_file_that_is_killed_while_written_ends_whole() {
    survives_kills("file", "all.jsonl");
}

#[test]
fn a_folder_that_is_killed_while_written_ends_whole() {
    survives_kills("folder", "all/");
}

#[test]
fn a_run_that_is_asked_to_end_goes_on_too() {
    let folder = fresh("terminated");
    fill(&folder.join("in"), 40);
    let whole = output(&folder, "whole.jsonl");
    let mut child = start(&folder, "out.jsonl");
    wait_for(&folder.join("out.jsonl.part"));
    let id = child.id().to_string();
    assert!(Command::new("kill").arg(&id).status().unwrap().success());
    let status = child.wait().unwrap();
    assert!(
        status.signal() == Some(15) || status.code() == Some(1),
        "{status}"
    );
    assert_eq!(output(&folder, "out.jsonl"), whole);
}

#[test]
fn a_torn_last_line_is_written_anew() {
    let folder = fresh("torn");
    fill(&folder.join("in"), 12);
    let whole = output(&folder, "whole.jsonl");
    let (out, part) = (folder.join("out.jsonl"), folder.join("out.jsonl.part"));
    let second = whole.iter().position(|&byte| byte == b'\n').unwrap() + 1;
    for torn in [
        &whole[..0],
        &whole[..1],
        &whole[..second - 1],
        &whole[..second],
        &whole[..second + 40],
        &whole[..whole.len() - 1],
        &whole[..],
        // Blocks that were never written before the power went.
        &[&whole[..second], &[0; 64]].concat(),
        &[&whole[..second], &b"{\"source\":\n"[..]].concat(),
    ] {
        fs::write(&part, torn).unwrap();
        let _ = fs::remove_file(&out);
        assert_eq!(output(&folder, "out.jsonl"), whole);
        assert!(!part.exists());
    }
}

#[test]
fn an_output_of_other_inputs_or_options_is_refused_and_kept() {
    let folder = fresh("refused");
    fill(&folder.join("in"), 6);
    let whole = output(&folder, "out.jsonl");
    let refuses = |change: &dyn Fn(&mut Command)| {
        let mut command = command(&folder, "out.jsonl");
        change(&mut command);
        assert_eq!(command.status().unwrap().code(), Some(2));
        assert_eq!(fs::read(folder.join("out.jsonl")).unwrap(), whole);
        assert!(!folder.join("out.jsonl.part").exists());
    };
    refuses(&|command| {
        command.arg("--source-spans");
    });
    fs::write(folder.join("in/00000-new.txt"), "一、加强值守。").unwrap();
    refuses(&|_| {});
    fs::remove_file(folder.join("in/00000-new.txt")).unwrap();
    fs::remove_file(folder.join("in/00005.txt")).unwrap();
    refuses(&|_| {});
}

#[test]
fn an_output_never_takes_the_place_of_an_input() {
    let folder = fresh("input");
    fill(&folder.join("in"), 2);
    let before = fs::read(folder.join("in/00001.txt")).unwrap();
    let status = command(&folder, "in/00001.txt").status().unwrap();
    assert_eq!(status.code(), Some(2));
    assert_eq!(fs::read(folder.join("in/00001.txt")).unwrap(), before);
}

#[test]
fn a_pipe_is_written_to_and_not_replaced() {
    let folder = fresh("pipe");
    fill(&folder.join("in"), 2);
    let whole = output(&folder, "whole.jsonl");
    let pipe = folder.join("pipe");
    assert!(
        Command::new("mkfifo")
            .arg(&pipe)
            .status()
            .unwrap()
            .success()
    );
    let reader = Command::new("cat")
        .arg(&pipe)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut writer = Command::new(env!("CARGO_BIN_EXE_gongwen"));
    writer.args(["in", "--quiet", "--out", "pipe"]);
    let status = writer.current_dir(&folder).status().unwrap();
    assert_eq!(status.code(), Some(0));
    assert_eq!(reader.wait_with_output().unwrap().stdout, whole);
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
}

/// Kills a run at moments spread over the time it needs, and compares what it ends with.
#[track_caller]
fn survives_kills(name: &str, out: &str) {
    let size = Size::get();
    let folder = fresh(name);
    fill(&folder.join("in"), size.documents);
    let start_of_whole = Instant::now();
    let whole = output(&folder, &format!("whole-{out}"));
    let time = start_of_whole.elapsed();

    let most = 2 * time.as_micros() as u64 / size.kills as u64;
    let mut seed = 20_260_117;
    let mut killed = 0;
    for _ in 0..size.kills {
        let mut child = start(&folder, out);
        sleep(Duration::from_micros(next_random(&mut seed) % most));
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().signal() == Some(9));
    }
    let resumed = output(&folder, out);
    let lost = "the output differs from that of an uninterrupted run";
    assert!(resumed == whole, "{lost}");
    assert!(2 * killed >= size.kills, "only {killed} runs were killed");
    if size.is_large() {
        println!(
            "{name}: {} documents in {time:.1?}, killed {killed} times, {} bytes as without",
            size.documents,
            whole.len()
        );
    }
    fs::remove_dir_all(folder).unwrap();
}

/// Numbers that look random and are the same every time (Knuth's multiplier).
fn next_random(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    *seed >> 33
}

fn fresh(name: &str) -> PathBuf {
    // A large run and a small one at the same time do not meet.
    let size = Size::get().documents;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("resume-{size}"))
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Documents under new names: real ones among short ones, and some that fail.
fn fill(folder: &Path, count: usize) {
    fs::create_dir_all(folder).unwrap();
    let mut samples = corpus();
    if Size::get().is_large() {
        samples.extend(evaluation_set());
    }
    let short =
        |index| format!("关于值守的通知\n一、第{index}组值守。（责任单位：市教育局）\n");
    for index in 0..count {
        let path = folder.join(format!("{index:05}.txt"));
        match index {
            _ if index % 50 == 7 => fs::write(path, "%PDF-1.7").unwrap(),
            _ if index % 10 == 1 || count > 1000 => {
                let sample = &samples[index / 10 % samples.len()];
                fs::write(path, &sample.bytes).unwrap();
            }
            _ => fs::write(path, short(index)).unwrap(),
        }
    }
}

fn command(folder: &Path, out: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gongwen"));
    command
        .args(["in", "--quiet", "--resume", "--out", out])
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn start(folder: &Path, out: &str) -> std::process::Child {
    command(folder, out).spawn().unwrap()
}

/// Waits until a file is there.
fn wait_for(path: &Path) {
    let until = Instant::now() + Duration::from_secs(60);
    while !path.exists() && Instant::now() < until {
        sleep(Duration::from_millis(1));
    }
}

/// Runs to the end and gives all that is written, files of a folder one after the other.
#[track_caller]
fn output(folder: &Path, out: &str) -> Vec<u8> {
    let status = command(folder, out).status().unwrap();
    // Some of the documents are none, also when they failed in a run before.
    let fails = fs::read_dir(folder.join("in")).unwrap().count() > 7;
    assert_eq!(status.code(), Some(i32::from(fails)));
    let path = folder.join(out);
    if !path.is_dir() {
        return fs::read(path).unwrap();
    }
    let mut all = Vec::new();
    for path in entries(&path) {
        all.extend(path.file_name().unwrap().as_encoded_bytes());
        all.push(b'\n');
        all.extend(fs::read(path).unwrap());
    }
    all
}
