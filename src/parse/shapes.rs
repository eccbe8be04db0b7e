//! What each form of line reads as, each in a line of its own.

use super::{Block, BlockKind, heading, label, line, parse, person_words, role, shape, topic};
use crate::span::Span;
use crate::text::Source;
use crate::text::table::{check, part};

/// What a line would be read as if it began with a label: each part as printed, then how it is built, how it ends, and what is said.
#[test]
fn labels() {
    check("parse/cases/labels.txt", &|line| {
        let Some(it) = label::read(line, Span::new(0, line.len())) else { return "no label".to_owned() };
        let of = |name: &str, span: Option<Span>| part(name, span.map(|it| it.of(line)));
        let parts = [
            of("mark", it.mark),
            of("seat", it.seat.map(|it| it.0)),
            part("number", it.seat.map(|it| it.1.to_string()).as_deref()),
            of("name", it.name),
            of("role", it.role),
            of("honorific", it.honorific),
            of("tag", it.qualifier),
            of("deed", it.stage),
            part("opens with", it.opener.map(|it| it.to_string()).as_deref()),
        ];
        let said = line.get(it.text_start..).unwrap();
        format!("「{}」{} {:?}, {:?}, then 「{said}」", it.span.of(line), parts.concat(), it.form, it.separator)
    });
}

/// The number that a heading begins with.
#[test]
fn numbers() {
    check("parse/cases/numbers.txt", &|line| match heading::number(line) {
        Some((style, value, len)) => {
            let value = part("value", value.map(|it| it.to_string()).as_deref());
            format!("{style:?}{value}, then 「{}」", line.get(len..).unwrap())
        }
        None => "no number".to_owned(),
    });
}

/// What words head, and what stands behind them on their line.
#[test]
fn topics() {
    check("parse/cases/topics.txt", &|line| {
        let whole = topic(line).map_or("nothing".to_owned(), |it| format!("{it:?}"));
        let found = heading::by_words(line, Span::new(0, line.len()), false);
        let behind =
            found.and_then(|it| Some(format!("; 「{}」 and behind it 「{}」", it.words.of(line), it.rest?.of(line))));
        whole + &behind.unwrap_or_default()
    });
}

/// What a line is by itself: a rule, a page's number, the end, a note, a point.
#[test]
fn lines() {
    check("parse/cases/lines.txt", &|line| {
        let body = Span::new(0, line.len());
        let mut told = Vec::new();
        if shape::is_separator(line) {
            told.push("rule".to_owned());
        }
        if let Some(number) = shape::page_number(line) {
            told.push(format!("page {number}{}", if shape::is_page_mark(line) { " beyond doubt" } else { "" }));
        }
        if shape::is_end_mark(line) {
            told.push("end".to_owned());
        }
        if let Some(note) = shape::note(line, body) {
            told.push(format!("note: {note:?}"));
        }
        if let Some(words) = shape::between_dashes(line) {
            told.push(format!("between dashes: {words}"));
        }
        if let Some((marker, words)) = shape::bullet(line, body) {
            told.push(format!("point: 「{}」「{}」", marker.of(line), words.of(line)));
        }
        if told.is_empty() { "words".to_owned() } else { told.join("; ") }
    });
}

/// Whether words end as an office, are one, or begin one.
#[test]
fn offices() {
    check("parse/cases/offices.txt", &|word| {
        let told = [
            (role::ends_as_role(word), "ends as an office"),
            (role::is_whole(word), "is one"),
            (role::heads_unit(word), "heads a unit"),
            (role::is_start(word), "begins one"),
        ];
        let told: Vec<&str> = told.into_iter().filter(|it| it.0).map(|it| it.1).collect();
        if told.is_empty() { "no office".to_owned() } else { told.join(", ") }
    });
}

/// How a family name and an office that are printed together are told apart.
#[test]
fn names_and_offices() {
    check("parse/cases/names_and_offices.txt", &|word| {
        let whole = Span::new(0, word.len());
        let told = |parts: Option<person_words::Parts>| {
            parts.map(|it| {
                let of = |name: &str, span: Option<Span>| part(name, span.map(|it| it.of(word)));
                let parts =
                    [of("name", it.name), of("role", it.role), of("honorific", it.honorific), of("tag", it.qualifier)];
                format!("{:?}{}", it.form, parts.concat())
            })
        };
        let is_run = !word.contains(|it| line::is_space(it) || "（(".contains(it));
        let glued = person_words::glued(word, whole).filter(|_| is_run);
        let name = person_words::name(word, whole).filter(|it| it.honorific.is_some() || glued.is_none());
        let told = [
            told(glued).map(|it| format!("by itself: {it}")),
            told(person_words::inside(word, whole)).map(|it| format!("in brackets: {it}")),
            told(name).map(|it| format!("where a name is told: {it}")),
        ];
        let told: Vec<String> = told.into_iter().flatten().collect();
        if told.is_empty() { "nobody".to_owned() } else { told.join("\n    ") }
    });
}

/// The blocks of a whole text, in which lines tell each other what they are.
#[test]
fn texts() {
    check("parse/cases/texts.txt", &|text| {
        let (blocks, _) = parse(&Source::new(text));
        let told: Vec<String> = blocks.iter().map(|it| block(text, it)).collect();
        told.join("\n    ")
    });
}

fn block(text: &str, it: &Block) -> String {
    let words = it.body.of(text).replace('\n', "⏎").replace('\x0c', "");
    let kind = match &it.kind {
        BlockKind::Blank => "blank".to_owned(),
        BlockKind::PageMark => format!("page 「{words}」"),
        BlockKind::Separator => format!("rule 「{words}」"),
        BlockKind::Heading(found) => {
            let rest = part("rest", found.rest.map(|it| it.of(text)));
            let value = part("value", found.value.map(|it| it.to_string()).as_deref());
            let number = part("number", found.number.map(|it| it.of(text)));
            format!("heading {:?}{number}{value} 「{}」{rest}", found.style, found.words.of(text))
        }
        BlockKind::Label(found) => {
            let of = |name: &str, span: Option<Span>| part(name, span.map(|it| it.of(text)));
            let parts = [
                of("name", found.name),
                of("role", found.role),
                of("honorific", found.honorific),
                of("tag", found.qualifier),
                of("mark", found.mark),
                of("seat", found.seat.map(|it| it.0)),
                of("deed", found.stage),
            ];
            format!("label 「{words}」{}", parts.concat())
        }
        BlockKind::Bullet { marker, words } => format!("point 「{}」「{}」", marker.of(text), words.of(text)),
        BlockKind::Note(shape) => format!("note {shape:?} 「{words}」"),
        BlockKind::EndMark => format!("end 「{words}」"),
        BlockKind::Text => format!("text 「{words}」"),
    };
    let indent = if it.indent > 0 { format!(" +{}", it.indent) } else { String::new() };
    kind + &indent + if it.page_top { " at the top of a page" } else { "" }
}

#[test]
fn full_width_letters_take_two_columns() {
    for (wide, narrow) in [
        ("　、。あん一龥", ""),
        ("ᄀᅟ", ""),
        ("⺀⿕〿ꀀ", ""),
        ("가힣", ""),
        ("豈舘", ""),
        ("︰﹏", ""),
        ("！～｠￠￦", ""),
        ("𠀀", ""),
        ("○◯●◎◆─―…①⑳", ""),
        ("", " a~ｱﾝ'é①".trim_end_matches('①')),
    ] {
        for ch in wide.chars() {
            assert_eq!(line::columns(ch), 2, "{ch}");
        }
        for ch in narrow.chars() {
            assert_eq!(line::columns(ch), 1, "{ch}");
        }
    }
    for ch in ['\u{feff}', '\u{200b}', '\x0c', '\r', '\n'] {
        assert_eq!(line::columns(ch), 0, "{ch:?}");
    }
    assert_eq!((line::width_up_to("あいう", 3), line::width_up_to("あいう", 6), line::width_up_to("", 0)), (4, 6, 0));
}

#[test]
fn white_space_around_words_is_found_whatever_it_is_made_of() {
    for (words, bare) in [
        ("空野", true),
        ("", true),
        ("　空野", false),
        ("空野　", false),
        (" 空野", false),
        ("空野 ", false),
        ("○議長", true),
        ("（議長）", true),
        ("議長\u{200b}", false),
        ("\u{feff}議長", false),
    ] {
        assert_eq!(line::is_bare(words), bare, "{words:?}");
        assert_eq!(
            label::trim(words, Span::new(0, words.len())).of(words),
            words.trim_matches(line::is_space),
            "{words:?}"
        );
    }
}
