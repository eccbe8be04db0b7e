//! PDFs made by hand, and the text that must come out of each.
#![cfg(feature = "pdf")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

#[path = "common/pdf.rs"]
mod made;

use gijiroku::input::{Form, PdfError, Supplied, is_pdf, read_pdf};
use made::{Made, drawn, file, stream, words};

#[track_caller]
fn meeting(pdf: &Made) -> Supplied {
    let bytes = pdf.bytes();
    assert!(is_pdf(&bytes));
    let input = read_pdf(&bytes).unwrap();
    assert_eq!((input.form, input.form.as_str()), (Form::Pdf, "pdf"));
    input.meetings.into_iter().next().unwrap()
}

fn notes(meeting: &Supplied) -> Vec<(&str, &str, &str)> {
    meeting.notes.iter().map(|it| (it.code.as_str(), it.seen.as_str(), it.expected.as_str())).collect()
}

/// Lines of words, one below the other.
fn lines(x: u32, y: u32, of: &[&str]) -> Vec<String> {
    of.iter().zip(0..).map(|(it, idx)| words(x, y + idx * 18, 12, it)).collect()
}

fn minutes() -> Made {
    let first = [
        lines(240, 60, &["第２回みなと市水道審議会　議事録"]),
        lines(60, 100, &["　令和６年３月８日（金）午後２時　みなと市役所"]),
        lines(
            60,
            136,
            &[
                "○空野会長　それでは、ただいまから第２回みなと市水道審議会を開",
                "会いたします。",
                "　初めに資料を確かめます。",
                "　次に、本日は御多忙の中、",
            ],
        ),
        lines(290, 800, &["- 1 -"]),
    ];
    let second = [
        lines(
            60,
            60,
            &["御出席いただきありがとうございます。", "○海野委員　海野です。", "　質問は、水道の料金についてです。"],
        ),
        lines(290, 800, &["- 2 -"]),
    ];
    Made::new("90ms-RKSJ-H").page(&first.concat()).page(&second.concat())
}

#[test]
fn pages_become_lines_and_paragraphs_go_on_over_them() {
    let meeting = meeting(&minutes());
    let want = [
        "　　　　　　　　　　　　　　　第２回みなと市水道審議会　議事録",
        "",
        "　令和６年３月８日（金）午後２時　みなと市役所",
        "",
        "○空野会長　それでは、ただいまから第２回みなと市水道審議会を開",
        "会いたします。",
        "　初めに資料を確かめます。",
        "　次に、本日は御多忙の中、",
        "",
        "　　　　　　　　　　　　　　　　　　　- 1 -",
        "\u{C}御出席いただきありがとうございます。",
        "○海野委員　海野です。",
        "　質問は、水道の料金についてです。",
        "",
        "　　　　　　　　　　　　　　　　　　　- 2 -",
        "",
    ];
    assert_eq!(meeting.text.split('\n').collect::<Vec<_>>(), want);
    assert_eq!(notes(&meeting), []);
    let document = meeting.document(&[]);
    let speeches = &document.resolved.minutes.speeches;
    let labels: Vec<_> = speeches.iter().map(|it| it.label.as_ref().unwrap().words.text(&document.source)).collect();
    assert_eq!(labels, ["○空野会長", "○海野委員"]);
    let mut paragraphs = speeches[0].content.iter().map(|it| match it {
        gijiroku::model::Content::Paragraph(words) => words.text(&document.source).into_owned(),
        _ => String::new(),
    });
    let last = paragraphs.next_back().unwrap();
    assert_eq!(last, "次に、本日は御多忙の中、御出席いただきありがとうございます。");
}

#[test]
fn a_place_leads_back_to_its_page() {
    let meeting = meeting(&minutes());
    let starts: Vec<_> = meeting.record.as_ref().unwrap()["pages"].as_array().unwrap().iter().collect();
    assert_eq!(starts.len(), 2);
    assert_eq!((&starts[0]["page"], &starts[0]["start"]), (&1.into(), &0.into()));
    let second = usize::try_from(starts[1]["start"].as_u64().unwrap()).unwrap();
    assert!(meeting.text.get(second..).unwrap().starts_with("御出席"));
}

#[test]
fn wide_gaps_are_spaces_and_letters_set_apart_are_none() {
    let apart = words(60, 60, 12, "字間を空けて組んだ行でも語の間に空きはない").replace("BT", "BT 4 Tc");
    let gaps = "BT /F1 12 Tf 0 Tc 60 700 Td [<93fa> -1000 <8e9e> -3000 <97df> <9861>] TJ ET".to_owned();
    let text = meeting(&Made::new("90ms-RKSJ-H").page(&[apart, gaps])).text;
    assert!(text.starts_with("字間を空けて組んだ行でも語の間に空きはない\n"), "{text}");
    assert!(text.ends_with("日　時　　　令和\n") || text.contains("日　時　　　"), "{text}");
}

#[test]
fn readings_over_letters_are_left_out_and_told() {
    let page =
        [words(72, 52, 5, "うみの"), words(60, 60, 12, "○海野委員　はい。"), words(60, 84, 12, "次に移ります。")];
    let meeting = meeting(&Made::new("90ms-RKSJ-H").page(&page));
    assert_eq!(meeting.text, "○海野委員　はい。\n次に移ります。\n");
    assert_eq!(notes(&meeting), [("G401", "ルビ 3", "3")]);
}

const COLUMN: &str = "本日の会議に付した事件は次のとおりであり";

#[test]
fn columns_are_read_one_after_the_other() {
    let column = |x, name: &str| {
        let of: Vec<String> = (0..9).map(|it| format!("{name}{it}{COLUMN}")).collect();
        lines(x, 100, &of.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let title = words(150, 60, 12, "みなと市議会会議録の題がここに横いっぱいに入る");
    let page = [column(320, "右"), column(40, "左"), vec![title]].concat();
    let text = meeting(&Made::new("90ms-RKSJ-H").page(&page)).text;
    let heads: String =
        text.split_terminator('\n').map(|it| it.trim().chars().take(2).collect::<String>() + " ").collect();
    let nine = |name: &str| (0..9).map(|it| format!("{name}{it} ")).collect::<String>();
    assert_eq!(heads, format!("みな {}{}", nine("左"), nine("右")));
}

/// The number of a page stands between its columns, a title of large letters at the top of one, and below it a list of short lines.
#[test]
fn columns_begin_with_a_title_and_a_list_and_have_the_number_of_the_page_between_them() {
    let column = |x, y, n: usize, name: &str| {
        let of: Vec<String> = (0..n).map(|it| format!("{name}{it}{COLUMN}")).collect();
        lines(x, y, &of.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let title = words(60, 100, 24, "みなと市会議録");
    let list: Vec<String> = (0..9).map(|it| words(40, 124 + it * 18, 12, &format!("{it}番　海野"))).collect();
    let page = [column(320, 100, 16, "右"), column(40, 300, 5, "左"), list, vec![title, words(284, 800, 12, "- 1 -")]];
    let text = meeting(&Made::new("90ms-RKSJ-H").page(&page.concat())).text;
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    let order = [at("みなと市会議録"), at("8番　海野"), at("左0本日"), at("左4本日"), at("右0本日"), at("- 1 -")];
    assert!(order.is_sorted(), "{text}");
    assert_eq!(text.matches("左4本日の会議に付した事件は次のとおりであり\n").count(), 1, "{text}");
}

#[test]
fn a_table_of_names_is_read_by_its_rows() {
    let rows = |x, of: &str| -> Vec<String> { (0..12).map(|it| words(x, 60 + it * 18, 12, of)).collect() };
    let page = [rows(60, "委員長代理　海野　渚"), rows(320, "みなと大学教授　欠席")].concat();
    let text = meeting(&Made::new("90ms-RKSJ-H").page(&page)).text;
    assert_eq!(text.split_terminator('\n').count(), 12);
    assert!(
        text.split_terminator('\n')
            .all(|it| it.starts_with("委員長代理　海野　渚　") && it.ends_with("みなと大学教授　欠席")),
        "{text}"
    );
}

#[test]
fn vertical_writing_is_read_from_the_right_and_tier_by_tier() {
    let tier = |y, name: &str| -> Vec<String> {
        (0..8).map(|it| words(500 - it * 20, y, 12, &format!("{name}{COLUMN}、「{name}」"))).collect()
    };
    let across = |it: String| it.replace("/F1", "/F2");
    let head = across(words(60, 30, 9, "令和６年３月８日"));
    // 「12」 stands upright at the end of the first line.
    let upright = across(words(494, 60 + 25 * 12 + 11, 12, "12"));
    let page = [tier(60, "上"), tier(450, "下"), vec![head, upright]].concat();
    let text = meeting(&Made::new("90ms-RKSJ-V").page(&page)).text;
    let line = |name: &str| format!("{name}{COLUMN}、「{name}」\n");
    let want = format!("令和６年３月８日\n{}12\n{}{}", line("上").trim(), line("上").repeat(7), line("下").repeat(8));
    assert_eq!(text, want);
}

#[test]
fn letters_one_below_the_other_are_vertical_writing() {
    let letters = |x: u32, of: &str| -> Vec<String> {
        of.chars().zip(0..).map(|(it, idx)| words(x, 60 + idx * 12, 12, &it.to_string())).collect()
    };
    // Digits that lie on their side, as browsers set them.
    let lying = |x: u32, y: u32, codes: &str| format!("BT /F1 12 Tf 0 -1 1 0 {x} {} Tm <{codes}> Tj ET", 842 - y);
    let page = [
        letters(480, "○空野会長　次の会議は"),
        vec![lying(482, 60 + 11 * 12 - 10, "3132")],
        letters(480, "　　　　　　　　　　　　月に開きます。"),
        letters(460, "以上で終わります。"),
    ];
    let text = meeting(&Made::new("90ms-RKSJ-H").page(&page.concat())).text;
    assert_eq!(text, "○空野会長　次の会議は12月に開きます。\n以上で終わります。\n");
}

#[test]
fn a_font_tells_its_letters_and_radicals_are_letters() {
    let tells = "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000><ffff> endcodespacerange \
                 3 beginbfchar <0001><25cb> <0002><8b70> <0003><2ed1> endbfchar endcmap";
    let mut pdf = Made::new("Identity-H").page(&[drawn(60, 60, 12, "000100020003"), drawn(60, 80, 12, "00020009")]);
    pdf.to_unicode = Some(tells.to_owned());
    let meeting = meeting(&pdf);
    assert_eq!(meeting.text, "○議長\n議\u{FFFD}\n");
    assert_eq!(notes(&meeting), [("G406", "1", "1")]);
    assert_eq!(meeting.notes[0].span.of(&meeting.text), "\u{FFFD}");
}

#[test]
fn what_holds_no_text_says_so() {
    let picture = || vec!["0 0 1 rg 0 0 595 842 re f".to_owned()];
    let scanned = Made::new("90ms-RKSJ-H").page(&picture()).page(&picture());
    assert_eq!(read_pdf(&scanned.bytes()), Err(PdfError::NoText { n_pages: 2 }));
    let partly =
        Made::new("90ms-RKSJ-H").page(&lines(60, 60, &["○議長　開会します。"])).page(&picture()).page(&picture());
    assert_eq!(notes(&meeting(&partly)), [("G405", "2–3", "2")]);
    let nameless = Made::new("Identity-H").page(&[drawn(60, 60, 12, "000100020003")]);
    assert_eq!(read_pdf(&nameless.bytes()), Err(PdfError::NoLetters));
}

#[test]
fn what_is_locked_or_broken_says_so() {
    let mut locked = minutes();
    locked.trailer = "/ID[<00><00>]/Encrypt<</Filter/Standard/V 2/R 3/Length 128/P -44\
        /O<0000000000000000000000000000000000000000000000000000000000000000>\
        /U<0000000000000000000000000000000000000000000000000000000000000000>>>";
    assert_eq!(read_pdf(&locked.bytes()), Err(PdfError::Encrypted));
    assert_eq!(read_pdf(b"%PDF-1.7\n"), Err(PdfError::Damaged));
    assert_eq!(read_pdf(b""), Err(PdfError::Damaged));
    assert!(!is_pdf("○議長　%PDF- という字から始まる話です。".as_bytes()));
}

#[test]
fn a_small_file_cannot_ask_for_much() {
    let page = |content: &str| stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", content);
    let again = Made::new("90ms-RKSJ-H").page(&["/X Do ".repeat(40), words(60, 60, 12, "○")]);
    assert_eq!(meeting(&again).text, "○\n", "a drawing that draws itself draws itself once");
    // Each draws the next one twelve times: twelve to the power of eight.
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 5 0 R>>".to_owned(),
        page("/X6 Do"),
        format!("<</XObject<<{}>>>>", (6..15).map(|it| format!("/X{it} {it} 0 R")).collect::<String>()),
    ];
    objects.extend((7..15).map(|it| page(&format!("/X{it} Do ").repeat(12))));
    objects.push(page(""));
    assert_eq!(read_pdf(&file(&objects, "")), Err(PdfError::TooLarge));
}

#[test]
fn a_stream_that_unpacks_to_too_much_is_refused() {
    // 300 MB, packed into less than 2 MB.
    let bomb = bomb(300 << 20);
    let mut bytes =
        file(&["<</Type/Catalog/Pages 2 0 R>>".to_owned(), "<</Type/Pages/Kids[]/Count 0>>".to_owned()], "");
    bytes.extend(format!("9 0 obj\n<</Length {}/Filter/FlateDecode>>\nstream\n", bomb.len()).bytes());
    bytes.extend(&bomb);
    bytes.extend(b"\nendstream\nendobj\n");
    assert!(bytes.len() < 2 << 20);
    assert_eq!(read_pdf(&bytes), Err(PdfError::TooLarge));
}

#[test]
fn a_page_that_is_damaged_is_told() {
    let packed =
        "<</Filter/FlateDecode/Length 9>>\nstream\nx\u{1}\u{7}this is no deflated stream\nendstream".to_owned();
    let pdf = |second: &str| {
        let page =
            |content: u8| format!("<</Type/Page/Parent 2 0 R/Contents {content} 0 R/Resources<</Font<</F1 5 0 R>>>>>>");
        let font = "<</Type/Font/Subtype/TrueType/Encoding/WinAnsiEncoding>>".to_owned();
        let pages = format!("<</Type/Pages/Count 2/Kids[3 0 R {second} 0 R]>>");
        let sound = stream("", &drawn(60, 60, 12, "4f4b"));
        file(&["<</Type/Catalog/Pages 2 0 R>>".into(), pages, page(7), page(6), font, sound, packed.clone()], "")
    };
    let input = read_pdf(&pdf("4")).unwrap();
    assert_eq!(input.meetings[0].text, "\u{C}OK\n");
    assert_eq!(notes(&input.meetings[0]), [("G405", "1", "1"), ("G407", "1", "1")]);
    assert_eq!(read_pdf(&pdf("3")), Err(PdfError::Damaged));
}

#[test]
fn a_file_that_was_cut_off_tells_which_pages_are_gone() {
    let bytes = minutes().bytes();
    let at = |mark: &str| bytes.windows(mark.len()).position(|it| it == mark.as_bytes()).unwrap();
    let input = read_pdf(&bytes[..at("8 0 obj")]).unwrap();
    assert!(input.meetings[0].text.contains("次に、本日は御多忙の中、"));
    assert_eq!(notes(&input.meetings[0]), [("G407", "2", "1")]);
    assert_eq!(read_pdf(&bytes[..at("6 0 obj")]), Err(PdfError::Damaged), "no page at all");
}

/// So many zeros, deflated: a zero, then copies of 258 bytes from one byte before.
fn bomb(n_bytes: usize) -> Vec<u8> {
    let bits = std::iter::repeat_n("1100010100000", n_bytes / 258).flat_map(str::bytes);
    let bits = "11000110000".bytes().chain(bits).chain("0000000".bytes());
    let mut bytes = vec![0x78, 0x9C];
    let (mut byte, mut n_bits) = (0, 0);
    for bit in bits {
        byte |= u8::from(bit == b'1') << n_bits;
        n_bits += 1;
        if n_bits == 8 {
            bytes.push(byte);
            (byte, n_bits) = (0, 0);
        }
    }
    bytes.push(byte);
    bytes
}

#[test]
fn broken_files_end_with_a_text_or_a_reason() {
    let whole = minutes().bytes();
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let mut n_read = 0;
    for _ in 0..400 {
        let mut bytes = whole.clone();
        for _ in 0..=random(12) {
            let at = random(bytes.len().max(1));
            match random(4) {
                0 => bytes.iter_mut().skip(at).take(1).for_each(|it| *it ^= 0x41),
                1 => bytes.truncate(at.max(20)),
                2 => drop(bytes.drain(at..(at + random(40)).min(bytes.len()))),
                _ => bytes.extend_from_within(at..(at + random(200)).min(bytes.len())),
            }
        }
        n_read += usize::from(read_pdf(&bytes).is_ok_and(|it| it.meetings.len() == 1));
    }
    assert!((100..400).contains(&n_read), "{n_read}");
    let own = stream("", "");
    assert!(read_pdf(own.as_bytes()).is_err());
}

/// The command with something on its standard input.
#[cfg(feature = "cli")]
fn gijiroku(args: &[&str], input: &[u8]) -> std::process::Output {
    use std::io::Write;
    use std::process::{Command, Stdio};
    let mut command = Command::new(env!("CARGO_BIN_EXE_gijiroku"));
    let pipes = command.args(args).args(["--lang", "ja"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = pipes.stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

#[cfg(feature = "cli")]
#[test]
fn a_pdf_is_read_and_its_places_lead_back_to_its_pages() {
    let json = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
    let first = words(60, 60, 12, "○空野会長　開会します。");
    let second = words(60, 60, 12, "○海野委員　サ一ビスについてです。");
    let pdf = Made::new("90ms-RKSJ-H").page(&[first]).page(&[second]).bytes();
    let output = gijiroku(&["convert", "-", "--encoding", "shift_jis"], &pdf);
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "gijiroku: -: PDFとして読みました\n");
    let minutes = json(&output.stdout);
    assert_eq!(minutes["speeches"].as_array().unwrap().len(), 2);
    let start = minutes["record"]["pages"][1]["start"].as_u64().unwrap();
    assert_eq!(minutes["speeches"][1]["start"], start);
    let printed = String::from_utf8(gijiroku(&["check", "-"], &pdf).stdout).unwrap();
    let line = printed.split('\n').find(|it| it.contains("G304")).unwrap();
    assert!(line.starts_with("-:2:") && line.ends_with("（2ページ）"), "{line}");
    let listed = json(&gijiroku(&["check", "-", "--json"], &pdf).stdout);
    assert!(listed.as_array().unwrap().iter().any(|it| it["code"] == "G304" && it["page"] == 2));
    let scanned = Made::new("90ms-RKSJ-H").page(&[]).bytes();
    assert!(
        String::from_utf8(gijiroku(&["convert", "-"], &scanned).stderr)
            .unwrap()
            .contains("PDFに文字がありません（全1ページが画像）")
    );
}
