//! Texts for the properties: well formed, broken, and of no sense.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Lines and bits of lines as minutes have them, well formed and not.
const PIECES: [&str; 58] = [
    "みなと市議会定例会会議録",
    "第３回みなと市図書館協議会 議事概要",
    "**第12回会合 議事要旨**",
    "1 日時",
    "２　場所",
    "日時：令和６年３月１日（金）午前10時00分～正午",
    "令和5年6月14日（水） 14時00分～15時30分",
    "平成元年十二月三十一日",
    "3 出席者（敬称略）",
    "出席議員（３名）",
    "欠席議員（１名）",
    "説明のため出席した者",
    "１番　空野　弘君　　２番　海野　渚君",
    "空野 弘\t会長",
    "海野 渚\tみなと大学教授",
    "市長　　　川辺　灯君",
    "（代理　山野　陸）",
    "議事日程",
    "日程第１　会議録署名議員の指名",
    "日程第２　議案第４号　みなと市図書館条例の一部改正について",
    "４ 議事",
    "（1）開会",
    "(2) 討議",
    "（３）会長挨拶",
    "◎開議の宣告",
    "第１章",
    "【決定事項】",
    "- ・図書館の開館時間について",
    "・次回の日程",
    "① 資料１",
    "○議長（空野　弘君）　これより本日の会議を開きます。",
    "○空野会長",
    "○海野委員　二点伺います。",
    "◆２番（海野　渚）　質問いたします。",
    "◎市長（川辺　灯君）　お答えいたします。",
    "◯山田（賢）委員",
    "（Ａ）",
    "【事務局】資料を御説明します。",
    "会長　それでは始めます。",
    "〔海野渚君登壇〕",
    "（拍手）",
    "（「異議なし」と声あり）",
    "（「異議なし」と呼ぶ者あり",
    "午前十時三分開議",
    "――――◇――――",
    "－ 以上 －",
    "本日は御多忙の中、御参加いただき、感謝申し上げます。",
    "これはまさに重要な観点であり、",
    "　異議なしと認めます。よって、本案は原案のとおり可決されました。",
    "- 12 -",
    "\u{C}",
    "\r\n",
    "\r",
    "\n\n",
    "　",
    "）】」",
    "○",
    "\u{FEFF}",
];

/// Changes to a text: at each place a character is struck out or replaced, or the text is cut off before or after it.
fn changed(mut text: Vec<char>, changes: Vec<(Index, &str)>) -> String {
    for (at, with) in changes {
        if text.is_empty() {
            break;
        }
        let at = at.index(text.len());
        match with {
            "cut the end" => text.truncate(at),
            "cut the start" => drop(text.drain(..at)),
            with => drop(text.splice(at..=at, with.chars())),
        }
    }
    text.into_iter().collect()
}

fn changes(n: usize) -> impl Strategy<Value = Vec<(Index, &'static str)>> {
    const WITH: [&str; 12] =
        ["", "", "○", "（", "）", "\n", "\n\n", "1", "の", "\u{3000}", "cut the end", "cut the start"];
    vec((any::<Index>(), select(&WITH[..])), 0..n)
}

/// Minutes put together from pieces, and changed.
pub(crate) fn minutes() -> impl Strategy<Value = String> {
    let piece = (select(&PIECES[..]), select(vec!["\n", "\n\n", "\r\n", "", "　"]));
    (vec(piece, 0..40), changes(4)).prop_map(|(pieces, changes)| {
        let text = pieces.into_iter().flat_map(|(piece, end)| [piece, end]).flat_map(str::chars).collect();
        changed(text, changes)
    })
}

/// A case of `tests/cases`, or two of them in one, and changed.
fn changed_cases() -> impl Strategy<Value = String> {
    let mut texts = Vec::new();
    let entries = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases")).unwrap();
    for area in entries.map(Result::unwrap).filter(|it| it.path().is_dir()) {
        let paths = std::fs::read_dir(area.path()).unwrap().map(|it| it.unwrap().path());
        texts.extend(paths.filter(|it| it.extension().is_some_and(|it| it == "txt")));
    }
    texts.sort();
    let texts: Vec<String> = texts.into_iter().map(|it| std::fs::read_to_string(it).unwrap()).collect();
    (vec(select(texts), 1..3), changes(6))
        .prop_map(|(texts, changes)| changed(texts.concat().chars().collect(), changes))
}

pub(crate) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => minutes(),
        4 => changed_cases(),
        1 => any::<String>(),
        1 => "[○◎（）【】〔〕0-9０-９一二三 　\\r\\n・－君委員長議。、]{0,60}",
    ]
}

/// So many cases, or as many as `PROPTEST_CASES` says: a long search is a matter of one variable.
pub(crate) fn cases(n_cases: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if asked { default } else { ProptestConfig { cases: n_cases, ..default } }
}

/// All files of texts below a folder; none where there is no such folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|it| it == "txt") {
            found.push(path);
        }
    }
    found
}

/// Validates XML by the official schema `../shared/schemas/{schema}`: an `.xsd` with xmllint-wasm of the browser tests, a
/// `.rng` with `jing`, since libxml2 takes hours for that of TEI. Where one is not there it says so, and the test is skipped.
pub(crate) fn assert_valid(test: &str, schema: &str, documents: impl Iterator<Item = String>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let schema = root.join("../shared/schemas").join(schema);
    let relaxed = schema.extension().is_some_and(|it| it == "rng");
    let mut validator = if relaxed { Command::new("jing") } else { Command::new("node") };
    let there = if relaxed {
        Command::new("jing").output().is_ok()
    } else {
        root.join("tests/browser/node_modules/xmllint-wasm").exists()
    };
    if !relaxed {
        validator.arg(root.join("tests/browser/validate.mjs"));
    }
    if !schema.exists() || !there {
        let _ = writeln!(
            std::io::stderr(),
            "skipped: {test} needs ../shared/schemas, and xmllint-wasm in tests/browser or jing"
        );
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let file = |(idx, xml): (usize, String)| {
        let path = folder.join(format!("{idx}.xml"));
        fs::write(&path, xml).unwrap();
        path
    };
    let files: Vec<PathBuf> = documents.enumerate().map(file).collect();
    let output = validator.arg(schema).args(&files).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&said));
}
