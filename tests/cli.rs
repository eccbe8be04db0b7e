//! The command as a user runs it: arguments, standard input, encodings, exit codes.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::string_slice, clippy::indexing_slicing, reason = "a failing test says so")]

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const MINUTES: &str = "\
みなと市図書館協議会 第３回会議 議事概要

1 日時

令和5年6月14日（水） 14時00分～15時30分

2 場所

みなと市役所3階会議室

3 出席者

空野 弘\t会長
海野 渚\tみなと大学教授
川辺 灯\t公募委員

4 議事

（1）開会

○空野会長

これより会議を開きます。

○海野委員

資料を拝見しました。
二点伺います。
";

fn gijiroku<S: AsRef<OsStr>>(arguments: &[S], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gijiroku"))
        .args(arguments)
        .env_remove("LC_ALL")
        .env_remove("LC_MESSAGES")
        .env("LANG", "ja_JP.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that refuses its arguments does not read its input; that is not what these tests are about.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// What a run that must succeed prints.
#[track_caller]
fn printed<S: AsRef<OsStr>>(arguments: &[S], input: &[u8]) -> String {
    let output = gijiroku(arguments, input);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    assert_eq!(stderr, "");
    String::from_utf8(output.stdout).unwrap()
}

/// The one line that a run that must fail says, without the name of the command.
#[track_caller]
fn refused<S: AsRef<OsStr>>(arguments: &[S], input: &[u8]) -> String {
    let output = gijiroku(arguments, input);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(stderr.matches('\n').count(), 1, "{stderr}");
    stderr.strip_prefix("gijiroku: ").unwrap().trim_end().to_owned()
}

/// A file of this test, in a folder of its own.
fn file(test: &str, name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

fn path(test: &str, name: &str, bytes: &[u8]) -> String {
    file(test, name, bytes).to_str().unwrap().to_owned()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn lines(text: &str) -> Vec<Value> {
    text.split_terminator('\n').map(json).collect()
}

#[test]
fn json_is_the_whole_document() {
    let json = json(&printed(&["convert", "-", "--to", "json"], MINUTES.as_bytes()));
    assert_eq!(json["format"], "gijiroku");
    assert_eq!(json["version"], 1);
    assert_eq!(json["meeting"]["session"], 3);
    assert_eq!(json["meeting"]["date"], "2023-06-14");
    assert_eq!(json["meeting"]["start"], "14:00");
    assert_eq!(json["meeting"]["weekdayAgrees"], true);
    assert_eq!(json["attendees"][1]["name"], "海野 渚");
    assert_eq!(json["attendees"][1]["title"], "みなと大学教授");
    assert_eq!(json["sections"][3]["sections"][0]["heading"], "開会");
    assert_eq!(json["speeches"].as_array().unwrap().len(), 2);
    assert_eq!(json["sections"][3]["sections"][0]["speeches"], serde_json::json!(["s1", "s2"]));
}

#[test]
fn json_is_what_convert_writes_unless_told_otherwise() {
    let spelt = printed(&["convert", "--to=json", "-"], MINUTES.as_bytes());
    assert_eq!(printed(&["convert", "-"], MINUTES.as_bytes()), spelt);
}

#[test]
fn jsonl_is_one_speech_a_line() {
    let lines = lines(&printed(&["convert", "--to", "jsonl", "-"], MINUTES.as_bytes()));
    assert_eq!(lines.len(), 2);
    let speech = &lines[1];
    assert_eq!(speech["file"], "-");
    assert_eq!(speech["speech"], "s2");
    assert_eq!(speech["section"], serde_json::json!(["議事", "開会"]));
    assert_eq!(speech["label"], "○海野委員");
    assert_eq!(speech["name"], "海野");
    assert_eq!(speech["role"], "委員");
    assert_eq!(speech["seat"], Value::Null);
    assert_eq!(speech["personName"], "海野 渚");
    assert_eq!(speech["inferred"], false);
    let place = |key: &str| usize::try_from(speech[key].as_u64().unwrap()).unwrap();
    let printed = &MINUTES[place("start")..place("end")];
    assert!(printed.starts_with("○海野委員") && printed.trim_end().ends_with("二点伺います。"), "{printed}");
}

#[test]
fn several_files_give_their_lines_in_order_under_their_names() {
    let (one, two) = (path("several", "一.txt", MINUTES.as_bytes()), path("several", "二.txt", MINUTES.as_bytes()));
    let lines = lines(&printed(&["convert", "--to", "jsonl", &one, &two], b""));
    let files: Vec<_> = lines.iter().map(|it| it["file"].as_str().unwrap()).collect();
    assert_eq!(files, [&one, &one, &two, &two]);
}

#[test]
fn the_output_goes_to_a_file() {
    let target = file("output", "old.json", b"old");
    let written = printed(&["convert", "-", "-o", target.to_str().unwrap()], MINUTES.as_bytes());
    assert_eq!(written, "");
    let written = std::fs::read_to_string(&target).unwrap();
    assert_eq!(written, printed(&["convert", "-"], MINUTES.as_bytes()));
}

#[test]
fn an_output_is_left_alone_when_nothing_can_be_written_to_it() {
    let target = file("untouched", "old.json", b"old");
    let sentence = refused(&["convert", "does-not-exist.txt", "-o", target.to_str().unwrap()], b"");
    assert!(sentence.contains("does-not-exist.txt"), "{sentence}");
    assert_eq!(std::fs::read(&target).unwrap(), b"old");
}

#[test]
fn a_file_is_not_written_over_itself() {
    let minutes = path("itself", "minutes.txt", MINUTES.as_bytes());
    let sentence = refused(&["convert", &minutes, "-o", &minutes], b"");
    assert!(sentence.contains("-o に別の名前"), "{sentence}");
    assert_eq!(std::fs::read_to_string(&minutes).unwrap(), MINUTES);
}

#[test]
fn every_encoding_gives_the_same_document() {
    let expected = printed(&["convert", "-"], MINUTES.as_bytes());
    let text = MINUTES;
    let utf16 = |to: fn(u16) -> [u8; 2]| -> Vec<u8> { format!("\u{FEFF}{text}").encode_utf16().flat_map(to).collect() };
    let encodings = [
        ("shift_jis", encoding_rs::SHIFT_JIS.encode(text).0.into_owned()),
        ("cp932", encoding_rs::SHIFT_JIS.encode(text).0.into_owned()),
        ("euc-jp", encoding_rs::EUC_JP.encode(text).0.into_owned()),
        ("iso-2022-jp", encoding_rs::ISO_2022_JP.encode(text).0.into_owned()),
        ("utf-16", utf16(u16::to_le_bytes)),
        ("utf-16", utf16(u16::to_be_bytes)),
        ("utf-8", text.as_bytes().to_vec()),
    ];
    for (name, bytes) in encodings {
        assert_eq!(printed(&["convert", "-"], &bytes), expected, "{name}, found out");
        assert_eq!(printed(&["convert", "-", "--encoding", name], &bytes), expected, "{name}, told");
    }
}

#[test]
fn a_byte_order_mark_changes_nothing_but_the_places() {
    let marked = format!("\u{FEFF}{MINUTES}");
    let lines = lines(&printed(&["convert", "--to", "jsonl", "-"], marked.as_bytes()));
    let start = usize::try_from(lines[0]["start"].as_u64().unwrap()).unwrap();
    assert!(marked[start..].starts_with("○空野会長"));
    let meeting = &json(&printed(&["convert", "-"], marked.as_bytes()))["meeting"];
    assert_eq!(meeting["title"], json(&printed(&["convert", "-"], MINUTES.as_bytes()))["meeting"]["title"]);
}

#[test]
fn what_is_lost_in_reading_is_told() {
    let mut bytes = MINUTES.repeat(3).into_bytes();
    bytes.truncate(bytes.len() - 2);
    let output = gijiroku(&["convert", "-"], &bytes);
    assert!(output.status.success());
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert!(stderr.contains("UTF-8として読めない箇所が1か所"), "{stderr}");
}

#[test]
fn files_that_are_no_text_are_refused_with_what_to_do() {
    let sentence = refused(&["convert", "-"], b"%PDF-1.4\n\x00\x01");
    assert!(sentence.contains("PDFが壊れていて"), "{sentence}");
    let sentence = refused(&["check", "-"], b"PK\x03\x04\x00\x00");
    assert!(sentence.contains("Wordの文書が壊れていて"), "{sentence}");
    let sentence = refused(&["check", "-"], b"{\\rtf1 }");
    assert!(sentence.contains("テキスト形式で保存し直して"), "{sentence}");
    let sentence = refused(&["check", "-"], &[0, 159, 146, 150, 1, 2, 3, 0]);
    assert!(sentence.contains("文章のファイルではありません"), "{sentence}");
    let sentence = refused(&["convert", "-", "--encoding", "utf-8"], &encoding_rs::SHIFT_JIS.encode(MINUTES).0);
    assert!(sentence.contains("UTF-8として読めない箇所"), "{sentence}");
}

#[test]
fn arguments_that_are_wrong_say_what_would_be_right() {
    let cases: [(&[&str], &str); 21] = [
        (&["convert", "-", "--to", "html", "--src", "a.txt"], "--script の値がありません"),
        (&["convert", "-", "--to", "md", "--src", "a", "--script", "b"], "--to html を使って"),
        (&["check", "-", "--speaker", "海野"], "convert --speaker を使って"),
        (&["convert", "-", "--to", "html", "--speaker", "海野"], "--to csv, --to md を使って"),
        (&[], "convert か check"),
        (&["render", "-"], "「render」"),
        (&["convert"], "ファイルがありません"),
        (&["convert", "-", "--to", "xlsx"], "json, jsonl, csv"),
        (&["check", "-", "--format", "xml"], "text, json"),
        (&["check", "-", "--to", "json"], "--format を使って"),
        (&["check", "-", "-o", "x"], "-o はこの命令では"),
        (&["convert", "-", "--format", "json"], "--to を使って"),
        (&["convert", "-", "--explain"], "check --explain を使って"),
        (&["check", "-", "--line", "0"], "「0」は読めません"),
        (&["check", "-", "--line", "7-3"], "12-20 のように"),
        (&["convert", "-", "-x"], "「-x」"),
        (&["convert", "-", "--to"], "--to の値がありません"),
        (&["convert", "-", "--lang", "fr"], "ja か en"),
        (&["convert", "-", "--encoding", "utf-9"], "「utf-9」"),
        (&["convert", "a.txt", "b.txt"], "--to jsonl"),
        (&["check", "does-not-exist.txt"], "does-not-exist.txt: 読めません"),
    ];
    for (arguments, expected) in cases {
        let sentence = refused(arguments, b"");
        assert!(sentence.contains(expected), "{arguments:?}: {sentence}");
    }
}

#[test]
fn a_bad_file_does_not_stop_the_others() {
    let good = path("others", "good.txt", MINUTES.as_bytes());
    let output = gijiroku(&["convert", "--to", "jsonl", "does-not-exist.txt", &good], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(lines(&String::from_utf8(output.stdout).unwrap()).len(), 2);
    let stderr = String::from_utf8(output.stderr).unwrap();
    let told: Vec<_> = stderr.split_terminator('\n').collect();
    assert_eq!(told.len(), 2, "{stderr}");
    assert_eq!(told[1], "gijiroku: 2件のうち1件を処理できませんでした");
}

#[test]
fn people_whom_the_text_cannot_tell_are_supplied() {
    let minutes = "みなと市防災会議 第１回 議事概要\n\n1 議事\n\n（1）本部長挨拶\n\n本日はありがとうございます。\n";
    let list = path("people", "people.json", "[{\"name\": \"空野 弘\", \"roles\": [\"本部長\"]}]".as_bytes());
    let lines = lines(&printed(&["convert", "--to", "jsonl", "-", "--people", &list], minutes.as_bytes()));
    assert_eq!(lines[0]["personName"], "空野 弘");
    assert_eq!(lines[0]["label"], Value::Null);
    assert_eq!(lines[0]["inferred"], true);
}

#[test]
fn corrections_of_the_publisher_are_read_and_a_wrong_list_is_refused() {
    let list = path("corrections", "c.json", "[{\"printed\": \"三日\", \"correct\": \"四日\"}]".as_bytes());
    assert!(printed(&["convert", "-", "--corrections", &list], "三日".as_bytes()).contains("\"correct\":\"四日\""));
    let list = path("corrections", "d.json", b"[{}]");
    assert!(refused(&["convert", "-", "--corrections", &list], b"").contains("d.json:1:"));
}

#[test]
fn a_list_of_people_that_is_wrong_is_refused_with_its_line() {
    let check = |name, text: &str, expected: &str| {
        let list = path("bad-people", name, text.as_bytes());
        let sentence = refused(&["convert", "-", "--people", &list], b"");
        assert!(sentence.contains(expected), "{sentence}");
    };
    check("comma.json", "[\n  {\"name\": \"空野 弘\",}\n]", "comma.json:2:");
    check("field.json", "[\n{\"name\": \"空野 弘\", \"role\": \"会長\"}]", "unknown field `role`");
    check("empty.json", "[{\"name\": \"空野 弘\"}, {\"name\": \" \"}]", "2人目");
    let sentence = refused(&["convert", "-", "--people", "does-not-exist.json"], b"");
    assert!(sentence.contains("does-not-exist.json: 読めません"), "{sentence}");
}

/// Minutes whose printed weekday is not the day's: 2023-06-14 was a Wednesday.
const WRONG_WEEKDAY: &str =
    "みなと市図書館協議会 第３回会議 議事概要\n\n1 日時\n\n令和5年6月14日（金） 14時00分～15時30分\n";

#[test]
fn check_prints_like_a_compiler_with_the_mark_under_the_place() {
    let text = printed(&["check", "-"], WRONG_WEEKDAY.as_bytes());
    let lines: Vec<_> = text.split_terminator('\n').collect();
    assert!(lines[0].starts_with("-:5:") && lines[0].contains(": warning[G101]: "), "{text}");
    assert!(lines[1].starts_with(" 5 | 令和5年6月14日（金）"), "{text}");
    assert!(lines[2].starts_with("   | ") && lines[2].trim_end().ends_with('^'), "{text}");
    assert!(lines[3].starts_with("   = 助言: "), "{text}");
    // The columns before the mark are those of the words before the place: two for each full-width character.
    let column: usize = lines[0].split(':').nth(2).unwrap().parse().unwrap();
    let before = lines[1][" 5 | ".len()..].chars().take(column - 1).map(|it| if it.is_ascii() { 1 } else { 2 }).sum();
    assert_eq!(lines[2][" 5 | ".len()..].find('^'), Some(before), "{text}");
    let english = printed(&["check", "-", "--lang", "en"], WRONG_WEEKDAY.as_bytes());
    assert!(english.contains("warning[G101]: the weekday") && english.contains(" = hint: "), "{english}");
}

#[test]
fn check_prints_json_with_the_file() {
    let list = json(&printed(&["check", "--format", "json", "-"], WRONG_WEEKDAY.as_bytes()));
    let it = &list.as_array().unwrap()[0];
    assert_eq!(it["file"], "-");
    assert_eq!(it["code"], "G101");
    assert_eq!(it["severity"], "warning");
    assert_eq!(it["line"], 5);
    let span = |end: &str| usize::try_from(it["span"][end].as_u64().unwrap()).unwrap();
    assert!(WRONG_WEEKDAY[span("start")..span("end")].contains('金'));
    assert!(!it["message"].as_str().unwrap().is_empty() && !it["hint"].as_str().unwrap().is_empty());
    assert_eq!(json(&printed(&["check", "--format", "json", "-"], b"")), serde_json::json!([]));
}

#[test]
fn check_of_sound_minutes_is_silent() {
    assert_eq!(printed(&["check", "-"], MINUTES.as_bytes()), "");
}

#[test]
fn check_explains_what_each_line_was_taken_for_and_why() {
    let text = printed(&["check", "--explain", "-"], MINUTES.as_bytes());
    let heads = text.split_terminator('\n').filter(|it| it.starts_with("-:")).count();
    assert_eq!(heads, MINUTES.split_terminator('\n').count());
    let one = printed(&["check", "--explain", "--line", "25", "-"], MINUTES.as_bytes());
    let lines: Vec<_> = one.split_terminator('\n').collect();
    assert_eq!(lines[0], "-:25: ○海野委員");
    assert_eq!(lines[1], "  発言2の発言者標示：記号「○」、氏名「海野」、職名「委員」");
    assert!(one.contains("この文書では「○」が2行の先頭にあり、うち2行が発言者標示"), "{one}");
    assert!(one.contains("→ 海野 渚（明記）") && one.contains("（14行目「海野 渚」）"), "{one}");
    let english = printed(&["check", "--line", "27-28", "--lang", "en", "-"], MINUTES.as_bytes());
    assert_eq!(english.matches("follows this label (line 25, 「○海野委員」)").count(), 2, "{english}");
}

#[test]
fn check_explains_as_json_too() {
    let list = json(&printed(&["check", "--explain", "--json", "--line", "14-25", "-"], MINUTES.as_bytes()));
    let list = list.as_array().unwrap();
    assert_eq!(list.iter().map(|it| it["line"].as_u64().unwrap()).collect::<Vec<_>>(), (14..=25).collect::<Vec<_>>());
    let row = &list[0]["parts"][0];
    assert_eq!((&row["what"], &row["attendees"]), (&"roster".into(), &serde_json::json!([1])));
    assert_eq!((&row["why"][0]["rule"], &row["why"][0]["line"]), (&"under".into(), &11.into()));
    let label = &list[11]["parts"][0];
    assert_eq!((&label["what"], &label["speech"]), (&"label".into(), &"s2".into()));
    assert_eq!((&label["person"], &label["certainty"]), (&"p2".into(), &"stated".into()));
    let names: Vec<_> = label["details"].as_array().unwrap().iter().map(|it| &it["text"]).collect();
    assert_eq!(names, ["○", "海野", "委員"]);
    assert_eq!(json(&printed(&["check", "--json", "--explain", "-"], b"")), serde_json::json!([]));
}

#[test]
fn help_and_version_speak_the_language_asked_for() {
    let help = printed(&["--help"], b"");
    assert!(help.contains("使い方") && help.contains("convert") && help.contains("check"), "{help}");
    let help = printed(&["convert", "--help", "--lang", "en"], b"");
    assert!(help.contains("Exit codes") && help.contains("--people"), "{help}");
    assert_eq!(printed(&["--version"], b""), concat!("gijiroku ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let many = MINUTES.repeat(2000);
    let mut child = Command::new(env!("CARGO_BIN_EXE_gijiroku"))
        .args(["convert", "--to", "jsonl", &path("pipe", "many.txt", many.as_bytes())])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

/// What a run that must succeed prints, and what it says beside it.
#[track_caller]
fn told<S: AsRef<OsStr>>(arguments: &[S]) -> (String, String) {
    let output = gijiroku(arguments, b"");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_file_that_is_no_plain_text_is_said_to_be_what_it_is() {
    for (name, form) in [
        ("page_of_a_ministry.html", "HTMLのページとして読みました（UTF-8）"),
        ("cp932_with_meta.htm", "HTMLのページとして読みました（Shift_JIS）"),
        ("diet_meetings.xml", "国会会議録検索システムのXMLとして読みました（UTF-8、会議2件）"),
        ("diet_speeches.json", "国会会議録検索システムのJSONとして読みました（UTF-8、会議2件）"),
        ("speeches_in_html.json", "発言を並べたJSONとして読みました（UTF-8）"),
    ] {
        let file = format!("tests/inputs/{name}");
        assert_eq!(told(&["convert", &file]).1, format!("gijiroku: {file}: {form}\n"));
    }
    let (_, said) = told(&["convert", "--lang", "en", "tests/inputs/diet_meetings.json"]);
    assert_eq!(
        said,
        "gijiroku: tests/inputs/diet_meetings.json: read as JSON of the Diet records' API (UTF-8, 2 meetings)\n"
    );
}

#[test]
fn of_several_meetings_a_document_is_the_first_or_the_one_asked_for() {
    let file = "tests/inputs/diet_meetings.xml";
    let first = json(&told(&["convert", file]).0);
    assert_eq!(first["meeting"]["date"], "2023-11-07");
    assert_eq!(first["diagnostics"][0]["code"], "G402");
    assert_eq!(first["diagnostics"][0]["seen"], "参議院 港湾委員会 第2号 2023-10-31");
    assert_eq!(first["people"][0]["reading"], "そらのひろし");
    assert_eq!(first["people"][2]["position"], "港湾大臣");
    assert_eq!(first["record"]["meetingURL"], "https://example.invalid/txt/129915254X00320231107");
    let second = json(&told(&["convert", file, "--record", "2"]).0);
    assert_eq!(second["meeting"]["date"], "2023-10-31");
    for (number, sentence) in
        [("3", "3件目の会議はありません"), ("0", "番号ではありません"), ("x", "番号ではありません")]
    {
        assert!(refused(&["convert", file, "--record", number], b"").contains(sentence));
    }
}

#[test]
fn of_several_meetings_lines_are_of_all() {
    let lines = lines(&told(&["convert", "--to", "jsonl", "tests/inputs/speeches_by_day.json"]).0);
    let files: Vec<_> = lines.iter().map(|it| it["file"].as_str().unwrap()).collect();
    let (first, second) = ("tests/inputs/speeches_by_day.json", "tests/inputs/speeches_by_day.json#2");
    assert_eq!(files, [first, first, second, second]);
}

#[test]
fn what_is_left_out_of_a_page_is_told() {
    let (printed, _) = told(&["check", "tests/inputs/page_of_a_ministry.html"]);
    assert!(
        printed.contains("note[G401]: 本文でないとみた76字を除いて読みました（button 2、noscript 21、"),
        "{printed}"
    );
    let empty = path("empty-page", "empty.html", b"<!doctype html><title>x</title><script>show()</script>");
    assert!(refused(&["convert", &empty], b"").contains("本文がありません"));
}

#[test]
fn other_forms_are_written_and_say_what_they_cannot_hold() {
    let file = path("forms", "minutes.txt", MINUTES.as_bytes());
    let page = printed(&["convert", &file, "--to", "html"], b"");
    assert!(page.contains("二点伺います。") && page.ends_with("</html>\n"), "{page}");
    for (form, begins, lost) in [
        ("csv", "\u{FEFF}\"file\"", "発言だけ"),
        ("md", "# みなと市図書館協議会", "Markdown"),
        ("txt", "みなと市図書館協議会", "原文だけ"),
        ("akn", "<?xml", "Akoma Ntoso"),
        ("tei", "<?xml", "Parla-CLARIN"),
        ("jsonld", "{\"@context\"", "最初の一文"),
        ("popolo", "{\"persons\"", "Popolo"),
        ("kokkai", "{\"numberOfRecords\"", "国会会議録"),
    ] {
        let output = gijiroku(&["convert", &file, "--to", form], b"");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && stderr.contains(lost), "{form}: {stderr}");
        assert!(String::from_utf8_lossy(&output.stdout).starts_with(begins), "{form}");
    }
}

#[test]
fn the_speeches_of_one_person_carry_their_source_and_a_notice() {
    let output = gijiroku(&["convert", "-", "--to", "md", "--speaker", "海野渚"], MINUTES.as_bytes());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("二点伺います。") && !text.contains("これより会議を開きます。"), "{text}");
    assert!(
        text.contains("> みなと市図書館協議会 第３回会議 議事概要、2023-06-14") && text.contains("第40条"),
        "{text}"
    );
    assert!(String::from_utf8_lossy(&output.stderr).contains("第40条"));
    let nobody = gijiroku(&["convert", "-", "--to", "md", "--speaker", "山田太郎"], MINUTES.as_bytes());
    assert_eq!(nobody.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&nobody.stderr).contains("「山田太郎」という名前の発言者はいません"));
}
