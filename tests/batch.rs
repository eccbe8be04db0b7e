//! Many files, and runs that are long or are stopped: one bad file stops no other, and nothing half written has the name that was asked for.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("batch").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn minutes(number: usize) -> String {
    format!("第{number}回みなと市議会 会議録\n\n○議長（山田太郎君）　開会します。\n○海野渚君　質問{number}。\n")
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gijiroku"));
    command.args(args).current_dir(folder).env("LC_ALL", "ja_JP.UTF-8");
    command
}

fn run(folder: &Path, args: &[&str]) -> (Output, String) {
    let output = command(folder, args).output().unwrap();
    let told = String::from_utf8(output.stderr.clone()).unwrap();
    (output, told)
}

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn a_hundred_files_go_on_past_bad_ones() {
    let folder = folder("hundred");
    for number in 1..=100 {
        fs::write(folder.join(format!("m{number:03}.txt")), minutes(number)).unwrap();
    }
    fs::write(folder.join("m050.txt"), b"\x7FELF\0\0\0\0\x01\x02\x03").unwrap();
    fs::write(folder.join("m051.txt"), b"%PDF-1.7 cut").unwrap();
    let files = names(&folder);
    let all = |more: &[&'static str]| {
        let args: Vec<&str> = ["convert"].into_iter().chain(files.iter().map(String::as_str)).collect();
        run(&folder, &[&args, more].concat())
    };
    let (output, told) = all(&["--to", "csv", "-o", "all.csv"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("m050.txt: ") && told.contains("m051.txt: "), "{told}");
    assert!(told.contains("100件のうち2件を処理できませんでした") && !told.contains('\r'), "{told}");
    let csv = fs::read_to_string(folder.join("all.csv")).unwrap();
    assert_eq!((csv.matches("開会します。").count(), csv.matches("\"meeting\"").count()), (98, 1));

    let (output, told) = all(&["--to", "akn", "-o", "out/"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(told.contains("100件のうち2件") && told.contains("Akoma Ntoso"), "{told}");
    let out = names(&folder.join("out"));
    assert_eq!((out.len(), out[0].as_str()), (98, "m001.akn.xml"));
    for (name, number) in out.iter().zip((1..=100).filter(|it| ![50, 51].contains(it))) {
        let xml = fs::read_to_string(folder.join("out").join(name)).unwrap();
        assert!(xml.contains(&format!("質問{number}。")) && xml.ends_with("</akomaNtoso>\n"), "{name}");
    }
}

#[test]
fn a_folder_has_a_table_with_a_head_for_each_meeting_and_never_writes_over_what_is_read() {
    let folder = folder("folder");
    fs::create_dir(folder.join("old")).unwrap();
    fs::write(folder.join("a.txt"), minutes(1)).unwrap();
    fs::write(folder.join("old/a.txt"), minutes(2)).unwrap();
    let (output, _) = run(&folder, &["convert", "a.txt", "old/a.txt", "--to", "csv", "-o", "tables/"]);
    assert!(output.status.success());
    assert_eq!(names(&folder.join("tables")), ["a-2.csv", "a.csv"]);
    for it in ["a-2.csv", "a.csv"] {
        assert_eq!(fs::read_to_string(folder.join("tables").join(it)).unwrap().matches("\"meeting\"").count(), 1);
    }
    let (output, told) = run(&folder, &["convert", "a.txt", "old/a.txt", "--to", "txt", "-o", "."]);
    assert!(output.status.code() == Some(2) && told.contains("入力と出力が同じ") && told.contains("2件のうち1件"));
    assert_eq!(fs::read_to_string(folder.join("a.txt")).unwrap(), minutes(1));
    assert_eq!(fs::read_to_string(folder.join("a-2.txt")).unwrap(), minutes(2));
    let (output, told) = run(&folder, &["convert", "a.txt", "old/a.txt", "--to", "akn", "-o", "one.xml"]);
    assert!(output.status.code() == Some(2) && told.contains("-o にフォルダー"), "{told}");
    // Every meeting of a file that holds several.
    let several = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/inputs/diet_meetings.json");
    let (output, told) = run(&folder, &["convert", several, "-o", "meetings/"]);
    assert!(output.status.success(), "{told}");
    assert_eq!(names(&folder.join("meetings")), ["diet_meetings-2.json", "diet_meetings.json"]);
}

#[test]
fn a_run_that_is_stopped_leaves_the_old_file_as_it_was() {
    let folder = folder("stopped");
    fs::write(folder.join("a.txt"), minutes(1)).unwrap();
    fs::write(folder.join("out.jsonl"), "old").unwrap();
    let mut child = command(&folder, &["convert", "a.txt", "-", "--to", "jsonl", "-o", "out.jsonl"]);
    let mut child = child.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let part = folder.join(".out.jsonl.gijiroku-part");
    // It waits for standard input, with the first file written.
    while !part.exists() && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(5));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(fs::read_to_string(folder.join("out.jsonl")).unwrap(), "old");
    assert!(part.exists());
    let (output, told) = run(&folder, &["convert", "a.txt", "--to", "jsonl", "-o", "out.jsonl"]);
    assert!(output.status.success(), "{told}");
    assert_eq!(fs::read_to_string(folder.join("out.jsonl")).unwrap().matches('\n').count(), 2);
    assert_eq!(names(&folder), ["a.txt", "out.jsonl"], "what was half written is gone");
}

#[cfg(unix)]
#[test]
fn what_is_no_plain_file_is_written_as_it_is() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder("places");
    fs::write(folder.join("a.txt"), minutes(1)).unwrap();
    let (output, told) = run(&folder, &["convert", "a.txt", "--to", "jsonl", "-o", "/dev/null"]);
    assert!(output.status.success(), "{told}");
    fs::write(folder.join("real.json"), "old").unwrap();
    fs::set_permissions(folder.join("real.json"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.json", folder.join("link.json")).unwrap();
    let (output, told) = run(&folder, &["convert", "a.txt", "-o", "link.json"]);
    assert!(output.status.success(), "{told}");
    assert!(fs::symlink_metadata(folder.join("link.json")).unwrap().is_symlink());
    assert!(fs::read_to_string(folder.join("real.json")).unwrap().starts_with("{\"format\""));
    assert_eq!(fs::metadata(folder.join("real.json")).unwrap().permissions().mode() & 0o777, 0o640);
    let (output, told) = run(&folder, &["convert", "a.txt", "-o", "nowhere/a.json"]);
    assert!(output.status.code() == Some(2) && told.contains("nowhere/a.json: 書けません"), "{told}");
}

/// `script` gives the command a terminal.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_shows_which_file_is_read_and_nothing_of_it_stays() {
    let folder = folder("terminal");
    fs::write(folder.join("a.txt"), minutes(1)).unwrap();
    let line = format!("{} convert a.txt none.txt --to jsonl -o out.jsonl", env!("CARGO_BIN_EXE_gijiroku"));
    let mut script = Command::new("script");
    let script = script.args(["-qec", &line, "/dev/null"]).current_dir(&folder).env("LC_ALL", "ja_JP.UTF-8");
    let Ok(output) = script.stdin(Stdio::null()).output() else {
        // A system without script(1) cannot be asked.
        return;
    };
    let shown = String::from_utf8(output.stdout).unwrap();
    let blank = format!("\r{}\r", " ".repeat("[1/2] a.txt".len()));
    assert!(shown.contains(&format!("[1/2] a.txt{blank}gijiroku: none.txt")), "{shown:?}");
}
