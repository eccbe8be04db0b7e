//! Every line is explained: once, whole, and by what the document says of it.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test that goes wrong says so at once"
)]

mod common;

use common::promises::lines_are_explained;
use common::texts::any_text;
use gijiroku::explain::{What, explain};
use gijiroku::{Lang, parse};
use proptest::prelude::*;

proptest! {
    #![proptest_config(common::texts::cases(256))]

    #[test]
    fn every_line_is_explained_once(text in any_text()) {
        lines_are_explained(&parse(text));
    }
}

/// Minutes with something of each kind, and what each line is said to be.
const MINUTES: &str = "\
みなと市港湾審議会（第２回）議事録

１　日時　令和５年６月14日（水）　午後２時から午後３時まで
２　出席者
会長　空野　弘、委員　海野　渚
（敬称略）
３　議題
（１）岸壁の改修について

（１）岸壁の改修について

○空野会長　定刻ですので始めます。
- 1 -
○海野委員　図面を拝見しました。
〔「異議なし」と呼ぶ者あり〕
○空野会長　異議なしと認め、原案のとおり決定いたします。
午後３時閉会
";

#[test]
fn each_kind_of_line_says_what_it_is() {
    let document = parse(MINUTES);
    let told: Vec<String> = explain(&document)
        .iter()
        .filter(|it| it.parts.iter().any(|it| it.what != What::Blank))
        .map(|it| {
            let parts: Vec<String> = it.parts.iter().map(|it| it.message(&document, Lang::Ja)).collect();
            format!("{:>2} {}", it.line + 1, parts.join(" | "))
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn each_reason_names_the_line_that_it_rests_on() {
    let document = parse(MINUTES);
    let told: Vec<String> = explain(&document)
        .iter()
        .flat_map(|line| line.parts.iter().map(move |part| (line.line + 1, part)))
        .flat_map(|(line, part)| {
            let why = part.why.iter().map(|it| it.message(&document, Lang::En)).collect::<Vec<_>>();
            let whom = part.identity(&document, Lang::En).into_iter().map(|it| format!("→ {it}"));
            why.into_iter().chain(whom).map(move |it| format!("{line:>2} {it}")).collect::<Vec<_>>()
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}
