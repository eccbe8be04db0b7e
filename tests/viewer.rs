//! The viewer, rendered without a browser.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test that goes wrong says so at once"
)]

#[path = "viewer/sample.rs"]
mod sample;

use gijiroku::model::{SectionId, SectionKind, SpeechId};
use gijiroku::resolve::PersonId;
use gijiroku::viewer::{Action, Goal, Host, Sheet, State, Viewer, ViewerProps, Who};
use gijiroku::{Document, Lang};
use sample::{Writer, harbour};
use yew::LocalServerRenderer;
use yew::prelude::Callback;

/// What the reader sees after `actions`, as HTML.
fn render_in(lang: Lang, document: Document, actions: &[Action]) -> String {
    let mut state = State::new(&document.resolved.minutes);
    actions.iter().for_each(|it| state.act(it.clone()));
    let props = ViewerProps {
        document: document.into(),
        lang,
        heading_level: 2,
        start: Some(state),
        host: Host { base: "https://example.jp/5#minutes:".to_owned(), ..Host::default() },
        tell: Callback::noop(),
    };
    rendered(props)
}

fn rendered(props: ViewerProps) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let renderer = LocalServerRenderer::<Viewer>::with_props(props).hydratable(false);
    tokio::task::LocalSet::new().block_on(&runtime, renderer.render())
}

fn render(document: Document, actions: &[Action]) -> String {
    render_in(Lang::Ja, document, actions)
}

/// The first part of `html` from `start` to `end`, tag by tag on lines of their own.
fn part(html: &str, start: &str, end: &str) -> String {
    let from = html.find(start).unwrap_or_else(|| panic!("{start} is not shown"));
    let to = from + html[from..].find(end).unwrap_or_else(|| panic!("{end} does not follow")) + end.len();
    html[from..to].replace("><", ">\n<")
}

/// The words of `html`, those of closed parts too.
fn text(html: &str) -> String {
    let (mut text, mut in_tag) = (String::new(), false);
    for ch in html.chars() {
        match ch {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ if !in_tag => text.push(ch),
            _ => {}
        }
    }
    text
}

fn count(html: &str, words: &str) -> usize {
    html.matches(words).count()
}

fn pick(writer: &Writer, name: &str) -> Action {
    Action::Pick(Who::Person(writer.person(name)))
}

#[test]
fn the_head_says_what_a_reader_asks_first() {
    insta::assert_snapshot!(part(&render(harbour().document(), &[]), "<header part=\"head\"", "</header>"));
}

#[test]
fn the_roster_tells_who_did_not_speak() {
    let html = render(harbour().document(), &[Action::ToggleRoster]);
    insta::assert_snapshot!(part(&html, "<div id=\"roster\"", "</ul>"));
}

#[test]
fn parts_that_the_head_says_start_closed_and_are_still_there() {
    let html = render(harbour().document(), &[]);
    let date = part(&html, "<h3 part=\"heading\" data-section=\"0\"", "</section>");
    assert!(date.contains("aria-expanded=\"false\"") && date.contains("hidden=\"until-found\""), "{date}");
    assert!(date.contains("令和の或る日"), "{date}");
    let talk = part(&html, "<h4 part=\"heading\" data-section=\"5\"", "</section>");
    assert!(talk.contains("aria-expanded=\"true\"") && !talk.contains("until-found"), "{talk}");
}

#[test]
fn all_sections_open_and_close_at_every_depth() {
    assert_eq!(count(&render(harbour().document(), &[Action::OpenAll]), "hidden=\"until-found\""), 0);
    assert_eq!(count(&render(harbour().document(), &[Action::CloseAll]), "hidden=\"until-found\""), 7);
}

#[test]
fn headings_go_down_one_level_a_depth() {
    let html = render(harbour().document(), &[]);
    assert!(html.contains("<h2><span class=\"occasion\">第3回会議"), "{html}");
    assert!(html.contains("<h3 part=\"heading\" data-section=\"3\""));
    assert!(html.contains("<h4 part=\"heading\" data-section=\"4\""));
}

#[test]
fn a_filter_keeps_the_meeting_around_what_it_shows() {
    let writer = harbour();
    let actions = [pick(&writer, "潮見 はるか"), pick(&writer, "帆足 みどり")];
    let html = render(writer.document(), &actions);
    assert!(text(&html).contains("潮見 はるか、帆足 みどりの発言4件 （全7件中）"), "{html}");
    assert_eq!(count(&html, "data-section="), 7, "headings stay");
    // 本部長, 灯台 with the applause after him, and the nameless one.
    assert_eq!(count(&html, "他の発言1件"), 3);
    insta::assert_snapshot!(part(&html, "<div part=\"picked\"", "</svg>"));
}

#[test]
fn hidden_speeches_open_in_place() {
    let writer = harbour();
    let run = Action::ToggleRun { first: SpeechId(1), last: SpeechId(2) };
    let closed = render(harbour().document(), &[pick(&writer, "帆足 みどり")]);
    let open = render(harbour().document(), &[pick(&writer, "帆足 みどり"), Action::OpenSpeech(SpeechId(2))]);
    assert!(closed.contains("<div data-reveal=\"speech-2\" hidden=\"until-found\" class=\"fold\">"), "{closed}");
    assert!(open.contains("<div data-reveal=\"speech-2\" class=\"fold opened\">"), "{open}");
    let again = render(harbour().document(), &[pick(&writer, "帆足 みどり"), Action::OpenSpeech(SpeechId(2)), run]);
    assert_eq!(again, closed);
}

#[test]
fn a_person_under_two_labels_is_one() {
    let mut writer = harbour();
    writer.speech("潮見 はるか", "議長", "", &["ただいまから再開します。"]);
    let html = render(harbour().document(), &[]);
    assert_eq!(count(&html, "type=\"checkbox\""), 5);
    let html = render(writer.document(), &[]);
    assert_eq!(count(&html, "type=\"checkbox\""), 5);
    assert!(html.contains("発言4件"), "{html}");
}

#[test]
fn whoever_presides_stands_apart_and_no_one_is_ranked() {
    let html = render(harbour().document(), &[]);
    insta::assert_snapshot!(part(&html, "<div part=\"people\"", "</div>"));
}

#[test]
fn speeches_of_nobody_can_be_picked() {
    let html = render(harbour().document(), &[Action::Pick(Who::Unknown)]);
    assert!(text(&html).contains("発言者不明の発言1件 （全7件中）"), "{html}");
}

#[test]
fn what_a_heading_implies_says_so_and_why() {
    let html = render(harbour().document(), &[Action::Explain(SpeechId(0))]);
    insta::assert_snapshot!(part(&html, "<article id=\"speech-0\"", "</article>"));
}

#[test]
fn a_label_that_disagrees_with_the_roster_says_so_and_why() {
    let html = render(harbour().document(), &[Action::Explain(SpeechId(3))]);
    insta::assert_snapshot!(part(&html, "<article id=\"speech-3\"", "</article>"));
}

#[test]
fn a_speech_of_nobody_says_that_it_is_not_known() {
    let html = render(harbour().document(), &[Action::Explain(SpeechId(4))]);
    insta::assert_snapshot!(part(&html, "<article id=\"speech-4\"", "</article>"));
}

#[test]
fn a_selected_speech_is_marked() {
    let html = render(harbour().document(), &[Action::Select(SpeechId(2))]);
    let speech = part(&html, "<article id=\"speech-2\"", "</header>");
    assert!(speech.contains("aria-current=\"true\"") && speech.contains("aria-pressed=\"true\""), "{speech}");
    assert_eq!(count(&html, "aria-pressed=\"true\""), 1);
}

#[test]
fn paragraphs_are_offered_in_the_selected_speech_alone() {
    let html = render(harbour().document(), &[]);
    assert_eq!(count(&html, "part=\"choose\""), 0);
    let html = render(harbour().document(), &[Action::Select(SpeechId(2))]);
    let speech = part(&html, "<article id=\"speech-2\"", "</article>");
    assert_eq!(count(&speech, "part=\"choose\""), count(&speech, "part=\"paragraph\""));
    assert_eq!(count(&html, "part=\"choose\""), count(&speech, "part=\"choose\""));
}

#[test]
fn diagnostics_open_with_their_lines() {
    let go = Action::Go { goal: Goal::Diagnostics, path: Vec::new() };
    let html = render(harbour().document(), &[go]);
    insta::assert_snapshot!(part(&html, "<div part=\"diagnostics\"", "</div>"));
}

#[test]
fn the_narrow_layout_opens_sheets() {
    let html = render(harbour().document(), &[Action::OpenSheet(Sheet::People)]);
    let sheet = part(&html, "<dialog", "</dialog>");
    assert!(sheet.contains("aria-labelledby=\"sheet-heading\"") && sheet.contains("7件の発言を見る"), "{sheet}");
    let closed = render(harbour().document(), &[]);
    assert!(part(&closed, "<dialog", "</dialog>").ends_with("closedby=\"any\" class=\"sheet\">\n</dialog>"));
}

#[test]
fn the_viewer_speaks_english() {
    let writer = harbour();
    let html = render_in(Lang::En, harbour().document(), &[pick(&writer, "潮見 はるか"), Action::ToggleRoster]);
    let read = text(&html);
    for words in [
        "Tuesday, 7 November 2023",
        "潮見 はるか: 3 speeches of 7",
        "1 other speech",
        "did not speak",
        "Open all",
        "1 remark",
    ] {
        assert!(read.contains(words), "{words}: {read}");
    }
    assert!(html.starts_with("<div part=\"minutes\" lang=\"en\""), "{html}");
    assert!(!read.contains("発言者不明") && !read.contains("すべて開く"), "{read}");
}

#[test]
fn a_document_without_speeches_shows_headings_and_points() {
    let mut writer = Writer::default();
    writer.title("みなと市公園審議会", "第5回", 5, "議事要旨");
    writer.section(0, SectionKind::Item, "１", "公園の夜間照明について");
    writer.list("主な意見", &["照明は人感式とし、虫の少ない色を選ぶ。"]);
    let html = render(writer.document(), &[]);
    let read = text(&html);
    assert!(read.contains("公園の夜間照明について") && read.contains("照明は人感式とし"), "{read}");
    assert!(!html.contains("checkbox") && !html.contains("class=\"strip\"") && !read.contains("発言"), "{html}");
}

#[test]
fn a_text_that_is_no_minutes_is_shown_as_it_is() {
    let mut writer = Writer::default();
    writer.paragraph("みなと市からのお知らせ");
    let read = text(&render(writer.document(), &[]));
    assert!(read.starts_with("会議の記録発言も見出しも見分けられませんでした。"), "{read}");
    assert!(read.contains("みなと市からのお知らせ"), "{read}");
}

#[test]
fn vertical_writing_sets_short_numbers_abreast_and_long_ones_upright_and_changes_no_letter() {
    let words = "令和6年12月の予算1,460万円、2024年度分、AI活用。";
    let text_of = |vertical| {
        let props = ViewerProps {
            document: gijiroku::parse(format!("○議長（空野弘君）　{words}\n")).into(),
            lang: Lang::Ja,
            heading_level: 2,
            start: None,
            host: Host { vertical, ..Host::default() },
            tell: Callback::noop(),
        };
        let html = rendered(props);
        html[html.find("part=\"paragraph\"").unwrap()..html.find("</p></article>").unwrap()].to_owned()
    };
    let set = |class, words| format!("<span class=\"{class}\">{words}</span>");
    let paragraph = text_of(true);
    for (class, words) in [("abreast", "6"), ("abreast", "12"), ("abreast", "AI"), ("upright", "2024")] {
        assert!(paragraph.contains(&set(class, words)), "{words}: {paragraph}");
    }
    assert_eq!(count(&paragraph, "<span"), 4, "what is neither is left as it is: {paragraph}");
    assert!(text(&format!("<p {paragraph}")).ends_with(words), "{paragraph}");
    assert!(text_of(false).ends_with(words));
}

#[test]
fn a_name_in_brackets_has_no_room_of_its_own_and_one_before_its_role_has() {
    let label = |line: &str| part(&render(gijiroku::parse(line), &[]), "<header part=\"speaker\"", "</strong>");
    assert!(label("○議長（空野弘君）　開会します。\n").contains("class=\"name inside\">空野弘"));
    assert!(label("○空野議長　開会します。\n").contains("class=\"name\">空野"));
}

#[test]
fn the_size_of_the_text_is_told_where_it_is_set() {
    let told = |presses: usize| {
        let html = render(harbour().document(), &vec![Action::Enlarge; presses]);
        html.matches("文字の大きさ 100%").count() + 10 * html.matches("文字の大きさ 200%").count()
    };
    assert_eq!([told(0), told(3), told(4)], [1, 10, 1]);
}

#[test]
fn an_empty_text_says_that_it_is_empty() {
    assert_eq!(text(&render(gijiroku::parse(" \n"), &[])), "本文がありません。");
}

#[test]
fn text_of_a_document_is_never_markup() {
    let mut writer = Writer::default();
    let hostile = "<img src=x onerror=alert(1)>&amp;\"'";
    writer.title(hostile, hostile, 1, hostile);
    writer.section(0, SectionKind::Attendance, hostile, hostile);
    writer.roster(
        hostile,
        gijiroku::model::AttendeeKind::Member,
        &[(hostile, hostile, gijiroku::resolve::Rank::Member)],
    );
    writer.section(0, SectionKind::Item, hostile, hostile);
    let speech = writer.speech(hostile, hostile, hostile, &[hostile]);
    writer.conflict(speech);
    writer.decision(speech, hostile);
    writer.list(hostile, &[hostile]);
    writer.scene(hostile);
    let actions = [
        Action::OpenAll,
        Action::Explain(speech),
        Action::ToggleRoster,
        Action::ToggleDiagnostics,
        Action::Pick(Who::Person(PersonId(0))),
    ];
    let html = render(writer.document(), &actions);
    assert!(!html.contains("<img"), "{html}");
    assert!(count(&html, "&lt;img") > 20, "{html}");
}

#[test]
fn everything_that_is_printed_can_be_reached() {
    let document = harbour().document();
    let lines: Vec<String> = document.source.text().split('\n').map(str::to_owned).collect();
    let read = text(&render(document, &[])).replace(char::is_whitespace, "");
    for line in lines {
        let line = line.replace(char::is_whitespace, "").replace(['【', '】'], "");
        assert!(read.contains(line.trim_start_matches('-')), "{line} is not shown");
    }
}

#[test]
fn a_deep_document_keeps_its_headings_within_six_levels() {
    let mut writer = Writer::default();
    for depth in 0..8 {
        writer.section(depth, SectionKind::Item, "", &format!("第{depth}層"));
    }
    let html = render(writer.document(), &[Action::ToggleSection(SectionId(7))]);
    assert!(html.contains("<h6 part=\"heading\" data-section=\"7\"") && !html.contains("<h7"), "{html}");
    assert_eq!(count(&html, "hidden=\"until-found\""), 1);
}
