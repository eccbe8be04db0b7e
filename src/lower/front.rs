//! 前付: the title, and what it says of the meeting.

use crate::model::{Joint, Meeting, MinutesKind, SessionNumber, Words};
use crate::parse::{Block, BlockKind, is_sentence, is_space, trim};
use crate::span::Span;
use crate::text::{numeral, office, when};

/// What minutes call themselves, the longer before what it ends with.
const KINDS: &[&str] = &[
    "議事概要",
    "議事要旨",
    "議事要録",
    "議事録",
    "会議録",
    "会議記録",
    "会議概要",
    "会議要旨",
    "速記録",
    "記録集",
    "会見録",
    "会見概要",
    "会見要旨",
    "議事の概要",
    "議事の要旨",
    "会議の概要",
    "審議概要",
    "議事メモ",
    "議事抄録",
    "記者会見録",
    "記者会見概要",
    "記者会見要旨",
    "議事内容",
    "開催概要",
    "開催結果",
    "会議結果",
    "結果概要",
    "議事抄",
];

/// The title's blocks, and the meeting as it tells.
pub(crate) fn title(text: &str, blocks: &[Block]) -> (std::ops::Range<usize>, Meeting) {
    let end = blocks.iter().position(|it| matches!(it.kind, BlockKind::Label(_))).unwrap_or(blocks.len()).min(160);
    let front = blocks.get(..end).unwrap_or(&[]);
    let found = front.iter().position(|it| is_title_line(text, it));
    let Some(at) = found.or_else(|| session_line(text, front)).or_else(|| body_line(text, front)) else {
        return (0..0, Meeting::default());
    };
    let joins = |it: &Block| {
        is_plain(text, it) && it.body.of(text).chars().count() <= 40 && when::find_date(it.body.of(text)).is_none()
    };
    let mut first = at;
    while let Some(before) = first.checked_sub(1).filter(|it| {
        at - it <= 3 && front.get(*it).is_some_and(|it| joins(it) && !it.body.of(text).contains(['>', '＞']))
    }) {
        first = before;
    }
    let mut last = at + 1;
    while last - at <= 2
        && front.get(last).is_some_and(|it| {
            joins(it)
                && (it.body.of(text).contains("第") || it.body.of(text).ends_with('会'))
                && !is_title_line(text, it)
        })
    {
        last += 1;
    }
    // 「議 事 要 旨⏎⏎第２回みなと市港湾懇談会」: the kind stands alone, and an empty line between.
    let whole = |it: &Block| it.body.of(text).chars().filter(|it| !is_space(*it)).collect::<String>();
    let alone = front.get(at).is_some_and(|it| KINDS.contains(&unmarked_letters(&whole(it))));
    if alone && first + 1 == last {
        let below = (last..front.len()).take(4).find(|it| front.get(*it).is_some_and(|it| it.kind != BlockKind::Blank));
        let fits = |it: &Block| joins(it) && (session(text, it.body).is_some() || it.body.of(text).ends_with('会'));
        if let Some(below) = below.filter(|it| front.get(*it).is_some_and(fits)) {
            last = below + 1;
        } else if let Some(above) = (first.saturating_sub(3)..first)
            .rev()
            .find(|it| front.get(*it).is_some_and(|it| it.kind != BlockKind::Blank))
            .filter(|it| front.get(*it).is_some_and(fits))
        {
            // 「第16回港特別委員会⏎⏎会 議 結 果」
            first = above;
        }
    }
    let spans = front.get(first..last).unwrap_or(&[]).iter();
    let spans: Vec<Span> = spans.filter(|it| !it.body.is_empty()).map(|it| unmarked(text, it.body)).collect();
    (first..last, meeting(text, &spans))
}

/// Letters without dashes around them: 「―議事要旨―」.
fn unmarked_letters(letters: &str) -> &str {
    letters.trim_matches(['―', '－', '-', '─', '—', '【', '】', '（', '）'])
}

fn is_plain(text: &str, block: &Block) -> bool {
    block.kind == BlockKind::Text && !block.body.of(text).contains(['。', '：', ':', '\t'])
}

/// A line that names what the document is: 「第３回会議　議事録」.
fn is_title_line(text: &str, block: &Block) -> bool {
    let may_be = match &block.kind {
        BlockKind::Text => true,
        // 「会議録」 alone, or 「【議事概要】」, heads the text; without a number before it, it may be the title.
        BlockKind::Heading(heading) => {
            heading.number.is_none() && heading.rest.is_none() && heading.words.of(text).chars().count() > 5
        }
        _ => false,
    };
    let bare: String = unmarked(text, block.body).of(text).chars().filter(|it| !is_space(*it)).collect();
    may_be
        && bare.chars().count() <= 80
        && !is_breadcrumb(&bare)
        && !bare.contains('。')
        && !(is_sentence(&bare) && bare.contains(['、', '，', '？']) || bare.contains("ます") || bare.contains("です"))
        && kind_at(&bare).is_some()
}

/// 「第３回審議会」: without a word for the kind, the first line with a session's number.
fn session_line(text: &str, front: &[Block]) -> Option<usize> {
    let fits = |it: &Block| {
        it.kind == BlockKind::Text
            && it.body.of(text).chars().count() <= 60
            && !it.body.of(text).contains('。')
            && !it.body.of(text).ends_with("について")
            && session(text, it.body).is_some()
            && it.body.of(text).contains('会')
    };
    front.iter().take(30).position(fits)
}

/// 「文教警察常任委員会　平成27年3月4日」: with neither kind nor number, a line above the first heading that names a body.
fn body_line(text: &str, front: &[Block]) -> Option<usize> {
    const BODIES: &[&str] = &[
        "委員会",
        "審議会",
        "協議会",
        "部会",
        "議会",
        "会議",
        "懇談会",
        "懇話会",
        "検討会",
        "研究会",
        "審査会",
        "会合",
        "会見",
    ];
    let fits = |it: &Block| {
        let printed = it.body.of(text);
        // 「企 画 総 務 委 員 会」
        let letters = printed.split(is_space).filter(|it| !it.is_empty()).all(|it| it.chars().nth(1).is_none());
        let closed = if letters { office::closed_up(printed) } else { printed.into() };
        let words = &*closed;
        is_plain(text, it)
            && (4..=48).contains(&words.chars().count())
            && !is_breadcrumb(words)
            && !words.contains(['、', '，', '「'])
            && words.split([' ', '　', '(', '（']).any(|it| BODIES.iter().any(|body| it.ends_with(body)))
    };
    let above =
        front.iter().take_while(|it| matches!(it.kind, BlockKind::Text | BlockKind::Blank | BlockKind::Separator));
    above.take(12).position(fits)
}

/// 「ホーム > 政策について > 審議会」: where a page stands on its site.
fn is_breadcrumb(words: &str) -> bool {
    words.contains(['>', '＞', '›', '»']) && !words.starts_with(['<', '＜'])
}

/// Where the word for the kind stands: at the end, or before 「（案）」「第１号」.
fn kind_at(words: &str) -> Option<(usize, usize)> {
    // 「議会運営委員会記録」: the body's own name ends before 「記録」.
    let last = |kind: &str| words.match_indices(kind).last().map(|it| it.0);
    let of_committee = last("会記録").map(|at| (at + '会'.len_utf8(), "記録".len()));
    KINDS
        .iter()
        .filter_map(|kind| last(kind).map(|at| (at, kind.len())))
        .chain(of_committee)
        .max_by_key(|it| (it.0 + it.1, std::cmp::Reverse(it.0)))
        .filter(|it| {
            let after =
                words.get(it.0 + it.1..).unwrap_or("").trim_start_matches(|ch| is_space(ch) || "―－-―".contains(ch));
            after.is_empty()
                || after.starts_with([
                    '（', '(', '第', '【', '［', '[', '〔', '*', '案', '抄', '】', '）', ')', '≫', '-', '－',
                ])
                || after.starts_with("定例")
                // 「議会運営委員会会議録　平成24年10月2日」
                || when::find_date(after).is_some_and(|it| it.span.start == 0)
        })
}

/// Words without Markdown's marks and dashes around them, and without 「会議名：」, by which some systems head what they
/// give out.
fn unmarked(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let words = words.strip_prefix("会議名：").unwrap_or(words);
    let span = Span::new(span.end - words.len(), span.end);
    let marks = |it: char| is_space(it) || matches!(it, '*' | '#' | '―' | '－' | '-');
    let start = span.start + (words.len() - words.trim_start_matches(marks).len());
    Span::new(start, start + words.trim_matches(marks).len())
}

pub(super) fn meeting(text: &str, lines: &[Span]) -> Meeting {
    let Some((first, rest)) = lines.split_first() else { return Meeting::default() };
    let mut title = Words::one(*first);
    for line in rest {
        title.join(*line, Joint::Space);
    }
    let kind = lines.iter().rev().find_map(|it| kind_span(text, *it));
    let session = lines.iter().find_map(|it| session(text, *it));
    Meeting {
        body: body(text, lines, kind, session),
        title: Some(title),
        session,
        kind: kind.map(|span| MinutesKind { span }),
        ..Meeting::default()
    }
}

fn kind_span(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    if let Some((at, len)) = kind_at(words) {
        return Some(Span::new(line.start + at, line.start + at + len));
    }
    // 「議 事 録」: the letters are set apart.
    let first = KINDS.iter().find_map(|kind| spaced(words, kind))?;
    Some(Span::new(line.start + first.0, line.start + first.1))
}

/// Where the letters of `kind` stand in `words` with nothing but white space between.
fn spaced(words: &str, kind: &str) -> Option<(usize, usize)> {
    words.char_indices().find_map(|(start, _)| {
        let mut at = start;
        for letter in kind.chars() {
            let rest = words.get(at..)?;
            let rest = if at == start { rest } else { rest.trim_start_matches(is_space) };
            at = words.len() - rest.strip_prefix(letter)?.len();
        }
        Some((start, at))
    })
}

/// 「第32回」「（第５回）」「令和６年第１回」.
fn session(text: &str, line: Span) -> Option<SessionNumber> {
    let words = line.of(text);
    words.match_indices('第').find_map(|(at, _)| {
        let rest = words.get(at + '第'.len_utf8()..)?;
        let gap = rest.len() - rest.trim_start_matches(is_space).len();
        let (number, len) = numeral::leading(rest.get(gap..)?)?;
        let after = rest.get(gap + len..)?;
        let space = after.len() - after.trim_start_matches(is_space).len();
        after.get(space..)?.starts_with('回').then(|| SessionNumber {
            span: Span::new(line.start + at, line.start + at + '第'.len_utf8() + gap + len + space + '回'.len_utf8()),
            number,
        })
    })
}

/// The body: what stands before the session's number, or before the kind; the whole first line where neither is on it.
fn body(text: &str, lines: &[Span], kind: Option<Span>, session: Option<SessionNumber>) -> Option<Words> {
    let marks: Vec<Span> = session.map(|it| it.span).into_iter().chain(kind).collect();
    let mut found: Option<Words> = None;
    for line in lines {
        let cut = marks.iter().filter(|it| line.contains(**it)).map(|it| it.start).min();
        let end = cut.unwrap_or(line.end);
        let clean = |span: Span| {
            let words = span.of(text);
            let inner = words.trim_end_matches(|it| {
                is_space(it) || matches!(it, '（' | '(' | '・' | '、' | '【' | '［' | '〔' | '‐' | '－')
            });
            trim(text, Span::new(span.start, span.start + inner.len()))
        };
        let before = clean(Span::new(line.start, end));
        let part = match session.filter(|it| line.contains(it.span) && is_year(before.of(text))) {
            // 「令和６年第１回函館市議会定例会会議録」: the body stands between session and kind.
            Some(it) if found.is_none() => {
                let end = kind.filter(|it| line.contains(*it)).map_or(line.end, |it| it.start);
                clean(Span::new(it.span.end, end))
            }
            _ => before,
        };
        let part = plain_body(text, part);
        if !part.is_empty() && !is_year(part.of(text)) {
            match found.as_mut() {
                Some(words) => words.join(part, Joint::Space),
                None => found = Some(Words::one(part)),
            }
        }
        if cut.is_some() && found.is_some() {
            break;
        }
    }
    found
}

/// The body's own name: 「令和６年厚岸町議会」 without the year, 「安平町議会臨時会」 without the session that it holds.
fn plain_body(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let is_digit = |it: char| numeral::digit(it).is_some() || "〇一二三四五六七八九十元".contains(it);
    let is_date = |it: char| is_digit(it) || is_space(it) || "令和平成昭大正年度月日".contains(it);
    let dated = words.find(|it| !is_date(it)).unwrap_or(words.len());
    // Only what a number makes a date: 「大正町議会」 begins with the name of an era, 「日北町」 with 「日」.
    let mut start = 0;
    for (at, ch) in words.get(..dated).unwrap_or("").char_indices().filter(|it| matches!(it.1, '年' | '月' | '日')) {
        if words.get(..at).is_some_and(|it| it.trim_end_matches(is_space).ends_with(is_digit)) {
            start = at + ch.len_utf8();
        }
    }
    start += words.get(start..).filter(|it| start > 0 && it.starts_with('度')).map_or(0, |_| '度'.len_utf8());
    if let Some(last) = words.rfind(is_space).filter(|_| words.ends_with("議会")) {
        // 「令和６年度定例会１２月緊急議会　墨田区議会」
        let before = words.get(..last).unwrap_or("");
        if before.contains("定例会") || before.contains("臨時会") {
            start = last + words.get(last..).and_then(|it| it.chars().next()).map_or(0, char::len_utf8);
        }
    }
    let sessions = ["定例会", "臨時会", "定例議会", "臨時議会"].iter().filter_map(|it| words.find(it)).min();
    let spaced = ["定 例 会", "臨 時 会"].iter().filter_map(|it| words.find(it)).min();
    let end = sessions.or(spaced).filter(|it| {
        let before = words.get(..*it).unwrap_or("").trim_end_matches(is_space);
        before.ends_with("議会") || before.ends_with("議 会") || before.ends_with("市会")
    });
    // 「市長定例記者会見要旨」: whose conference it is.
    let whose = words.strip_suffix("定例").or_else(|| words.strip_suffix("臨時")).map(str::len).filter(|it| *it > 0);
    // 「総務文教常任委員会　令和６年12月10日」
    let date = words.get(start..).and_then(when::find_date).map(|it| start + it.span.start);
    // 「議会運営委員会 (11月17日)」
    let day =
        words.rfind(['（', '(']).filter(|it| words.get(*it..).is_some_and(|it| it.contains('月') && it.contains('日')));
    let end = end.or(date).or(day).or(whose).unwrap_or(words.len()).max(start);
    // 「港湾部会（令和６年３月４日）」
    let end = words.get(..end).map_or(end, |it| it.trim_end_matches(['（', '(']).len()).max(start);
    trim(text, Span::new(span.start + start, span.start + end))
}

/// What tells the time of a title and not the body: 「令和６年」, and 「国会」 of 「第三百一回国会」.
fn is_year(words: &str) -> bool {
    // 「定例会（第１日）」 is the sitting of a body that the line does not name.
    if words == "国会" || words.starts_with("定例会") || words.starts_with("臨時会") {
        return true;
    }
    words.is_empty()
        || words.chars().count() <= 12
            && (words.ends_with('年') || words.ends_with("年度"))
            && when::find_date(words).is_none()
}
