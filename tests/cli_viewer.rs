//! `convert --to viewer`: where the command finds the viewer's script, and what it says where it finds none.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that goes wrong says so at once")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const MINUTES: &str = "○議長（高梨修君）　これより会議を開きます。\n";

/// An empty folder but for the minutes.
fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("minutes.txt"), MINUTES).unwrap();
    folder
}

/// The exit code, standard output and standard error of a run in a folder.
fn convert(folder: &Path, more: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_gijiroku"))
        .args(["convert", "minutes.txt", "--lang", "en", "--to", "viewer"])
        .args(more)
        .current_dir(folder)
        .output()
        .unwrap();
    let text = |it| String::from_utf8(it).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

#[test]
fn without_the_script_it_says_how_to_get_one_and_leaves_an_older_page_alone() {
    let folder = folder("viewer-missing");
    fs::write(folder.join("page.html"), "older").unwrap();
    let (code, printed, told) = convert(&folder, &["-o", "page.html"]);
    assert_eq!((code, printed.as_str()), (Some(2), ""));
    assert!(told.contains("npm install gijiroku-viewer") && told.contains("--viewer"), "{told}");
    assert_eq!(fs::read_to_string(folder.join("page.html")).unwrap(), "older");
}

#[test]
fn the_script_of_an_installed_package_is_found() {
    let folder = folder("viewer-installed");
    let package = folder.join("node_modules/gijiroku-viewer/wasm");
    fs::create_dir_all(&package).unwrap();
    fs::write(package.join("one-file.js"), "installed();").unwrap();
    let (code, page, told) = convert(&folder, &[]);
    assert_eq!(code, Some(0), "{told}");
    assert!(page.contains("data-gijiroku>installed();</script>"), "{page}");
    fs::write(folder.join("other.js"), "named();").unwrap();
    let (_, page, _) = convert(&folder, &["--viewer", "other.js"]);
    assert!(page.contains("data-gijiroku>named();</script>"), "{page}");
}

#[test]
fn a_script_that_would_end_the_page_or_change_in_it_is_refused() {
    let folder = folder("viewer-bad");
    for script in ["a('</script>')", "a('</SCRIPT >')", "a('<!--')", "a();\r\n", "a('\0')"] {
        fs::write(folder.join("bad.js"), script).unwrap();
        let (code, printed, told) = convert(&folder, &["--viewer", "bad.js"]);
        assert_eq!((code, printed.as_str()), (Some(2), ""), "{script:?}");
        assert!(told.contains("bad.js: is not a script that can stand in a page"), "{script:?}: {told}");
    }
    let (code, _, told) = convert(&folder, &["--viewer", "nowhere.js"]);
    assert!(code == Some(2) && told.contains("nowhere.js: cannot be read"), "{told}");
}
