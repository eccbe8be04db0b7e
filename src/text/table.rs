//! 読み取り表: what is read in each line of a file of lines beside the code; the answers lie beside it. Only for tests.
//!
//! A better answer is taken over with `INSTA_UPDATE=always cargo test --lib`, and reviewed in the diff.

use std::fmt::Write;
use std::path::Path;

/// Compares what `read` says of each line of `src/parse/cases/labels.txt` with `labels.snap`. Lines that begin with `# ` are
/// remarks; `\n`, `\t` and `\f` stand for what editors do not show.
#[track_caller]
pub(crate) fn check(file: &str, read: &dyn Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(file);
    let lines = std::fs::read_to_string(&path).unwrap();
    let mut told = String::new();
    for line in lines.split('\n').filter(|it| !it.is_empty()) {
        if line.starts_with("# ") {
            let _ = writeln!(told, "\n{line}");
            continue;
        }
        let words = line.replace("\\n", "\n").replace("\\t", "\t").replace("\\f", "\x0c");
        let _ = writeln!(told, "{line}\n    {}", read(&words));
    }
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(path.parent().unwrap());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
    settings.bind(|| insta::assert_snapshot!(name, told));
}

/// A part of the answer where there is one: ` [name 空野]`.
pub(crate) fn part(name: &str, words: Option<&str>) -> String {
    words.map(|it| format!(" [{name} {it}]")).unwrap_or_default()
}
