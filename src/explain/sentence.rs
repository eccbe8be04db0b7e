//! All words of the explanations, in Japanese and English. The words of the document are quoted in 「」 in both.

use super::details::{Detail, DetailKind};
use super::why::{Rule, Shape, Why};
use super::{Part, What};
use crate::model::{Joint, NoteKind, Presence, SectionId, SectionKind, SpeechId};
use crate::resolve::{Certainty, Evidence, EvidenceKind, PersonId};
use crate::span::Span;
use crate::{Document, Lang};

/// Words of a document that are quoted in a sentence are cut off after so many characters.
const QUOTED: usize = 24;

/// What speaks of a document.
struct Speaker<'d> {
    document: &'d Document,
    lang: Lang,
}

pub(super) fn what(document: &Document, part: &Part, lang: Lang) -> String {
    Speaker { document, lang }.part(part)
}

pub(super) fn why(document: &Document, why: &Why, lang: Lang) -> String {
    Speaker { document, lang }.why(why)
}

pub(super) fn identity(document: &Document, part: &Part, lang: Lang) -> Vec<String> {
    let speaker = Speaker { document, lang };
    match &part.what {
        What::Label(id) => speaker.meant(*id),
        What::Roster(range) => range.clone().filter_map(|it| speaker.listed(it)).collect(),
        _ => Vec::new(),
    }
}

impl Speaker<'_> {
    fn of(&self, ja: impl Into<String>, en: impl Into<String>) -> String {
        match self.lang {
            Lang::Ja => ja.into(),
            Lang::En => en.into(),
        }
    }

    /// Words in 「」, on one line and cut short.
    fn quoted(&self, span: Span) -> String {
        let words = self.document.source.slice(span);
        let mut shown: String = words.chars().take(QUOTED).map(|it| if it.is_control() { ' ' } else { it }).collect();
        if words.chars().nth(QUOTED).is_some() {
            shown.push('…');
        }
        format!("「{shown}」")
    }

    /// 「（12行目「出席者」）」.
    fn place(&self, span: Option<Span>) -> String {
        let Some(span) = span else { return String::new() };
        let line = self.document.source.position(span.start).line + 1;
        let words = if span.is_empty() { String::new() } else { self.quoted(span) };
        match self.lang {
            Lang::Ja => format!("（{line}行目{words}）"),
            Lang::En if words.is_empty() => format!(" (line {line})"),
            Lang::En => format!(" (line {line}, {words})"),
        }
    }

    fn part(&self, part: &Part) -> String {
        let mut text = match &part.what {
            What::Blank => self.of("空行", "blank line"),
            What::PageMark => self.of("改頁・ページ番号", "page mark"),
            What::Separator => self.of("区切り線", "separator"),
            What::EndMark => self.of("末尾の印", "end mark"),
            What::Title => self.of("表題", "title"),
            What::Heading(id) => self.heading(*id),
            What::Roster(range) => {
                let n = range.len();
                self.of(format!("名簿の行（{n}人）"), format!("roster row of {n}"))
            }
            What::RosterWords => self.of("名簿の語（氏名ではない）", "words of the roster that name nobody"),
            What::AgendaItem(idx) => self.of(format!("議題{}", idx + 1), format!("item {} of the agenda", idx + 1)),
            What::ListHeading => self.of("箇条の見出し", "heading of a list"),
            What::ListItem => self.of("箇条", "list item"),
            What::Label(id) => {
                self.of(format!("発言{}の発言者標示", id.0 + 1), format!("label of speech {}", id.0 + 1))
            }
            What::Speech(id) => self.speech(*id),
            What::Note(kind) => self.note(*kind).to_owned(),
            What::Paragraph(section) => self.paragraph(*section),
            What::Unused => self.of("読み取りに使わなかった行", "not used"),
        };
        let details: Vec<String> = part.details.iter().map(|it| self.detail(it)).collect();
        if !details.is_empty() {
            text.push_str(&self.of("：", ": "));
            text.push_str(&details.join(&self.of("、", ", ")));
        }
        text
    }

    fn heading(&self, id: SectionId) -> String {
        let Some(section) = self.document.resolved.minutes.section(id) else { return String::new() };
        let (depth, kind) = (section.depth + 1, self.section(section.kind));
        self.of(format!("見出し（{kind}、深さ{depth}）"), format!("heading ({kind}, depth {depth})"))
    }

    fn paragraph(&self, section: Option<SectionId>) -> String {
        let kind = section.and_then(|it| self.document.resolved.minutes.section(it)).map(|it| it.kind);
        match kind {
            Some(SectionKind::Date) => self.of("日時の記載", "date of the meeting"),
            Some(SectionKind::Venue) => self.of("場所の記載", "venue of the meeting"),
            _ => self.of("地の文", "words that nobody speaks"),
        }
    }

    fn speech(&self, id: SpeechId) -> String {
        let label = self.document.resolved.minutes.speech(id).and_then(|it| it.label.as_ref());
        let label = label.map_or(String::new(), |it| self.quoted(it.words.span));
        let n = id.0 + 1;
        match self.lang {
            Lang::Ja => format!("発言{n}{label}の文"),
            Lang::En if label.is_empty() => format!("words of speech {n}"),
            Lang::En => format!("words of speech {n}, {label}"),
        }
    }

    fn section(&self, kind: SectionKind) -> &'static str {
        let (ja, en) = match kind {
            SectionKind::Date => ("日時", "date"),
            SectionKind::Venue => ("場所", "venue"),
            SectionKind::Attendance => ("出席者", "attendance"),
            SectionKind::Agenda => ("議題", "agenda"),
            SectionKind::Papers => ("資料", "papers"),
            SectionKind::Proceedings => ("議事", "proceedings"),
            SectionKind::Item => ("項目", "item"),
        };
        if self.lang == Lang::Ja { ja } else { en }
    }

    fn note(&self, kind: NoteKind) -> &'static str {
        let (ja, en) = match kind {
            NoteKind::Scene => ("場の様子", "scene"),
            NoteKind::Movement => ("登壇・退席など", "movement"),
            NoteKind::Opened => ("開会・開議", "opened"),
            NoteKind::Recessed => ("休憩", "recessed"),
            NoteKind::Resumed => ("再開", "resumed"),
            NoteKind::Adjourned => ("散会・延会", "adjourned"),
            NoteKind::Closed => ("閉会", "closed"),
            NoteKind::Voted => ("採決の様子", "vote"),
            NoteKind::Narrative => ("議事の記事", "remark of the record"),
        };
        if self.lang == Lang::Ja { ja } else { en }
    }

    fn detail(&self, detail: &Detail) -> String {
        let (ja, en) = match detail.kind {
            DetailKind::Mark => ("記号", "mark"),
            DetailKind::Name => ("氏名", "name"),
            DetailKind::Role => ("職名", "role"),
            DetailKind::Seat => ("議席", "seat"),
            DetailKind::Honorific => ("敬称", "honorific"),
            DetailKind::Qualifier => ("括弧書き", "in brackets"),
            DetailKind::Stage => ("動作", "stage words"),
            DetailKind::Number => ("番号", "number"),
            DetailKind::Title => ("肩書", "title"),
            DetailKind::Presence => return self.presence(detail.value.as_deref()),
            DetailKind::Proxy => ("代理", "proxy"),
            DetailKind::Body => ("会議体", "body"),
            DetailKind::Session => ("回次", "session"),
            DetailKind::Kind => ("種類", "kind"),
            DetailKind::Date => ("開催日", "date"),
            DetailKind::Start => ("開会時刻", "start"),
            DetailKind::End => ("閉会時刻", "end"),
            DetailKind::Venue => ("場所", "venue"),
            DetailKind::Scene => ("場の様子", "scene"),
            DetailKind::Decision => ("議決", "decision"),
        };
        let words = self.quoted(detail.span);
        let value = detail.value.as_deref().map(|it| self.value(detail.kind, it));
        let value = value.map(|it| format!("={it}")).unwrap_or_default();
        self.of(format!("{ja}{words}{value}"), format!("{en} {words}{value}"))
    }

    fn value(&self, kind: DetailKind, value: &str) -> String {
        match (kind, self.lang, value) {
            (DetailKind::Decision, Lang::Ja, "adopted") => "可決・決定".to_owned(),
            (DetailKind::Decision, Lang::Ja, "rejected") => "否決".to_owned(),
            (DetailKind::Decision, Lang::Ja, "deferred") => "継続".to_owned(),
            _ => value.to_owned(),
        }
    }

    fn presence(&self, value: Option<&str>) -> String {
        match value {
            Some("absent") => self.of("欠席", "absent"),
            Some("late") => self.of("遅参", "late"),
            Some("leftEarly") => self.of("早退", "left early"),
            Some("represented") => self.of("代理出席", "represented"),
            _ => self.of("出席", "present"),
        }
    }

    fn why(&self, why: &Why) -> String {
        let place = self.place(why.at);
        let (ja, en) = match why.rule {
            Rule::Shape(shape) => return self.shape(shape),
            Rule::MarkOfSpeakers { mark, lines, labels, plain } => {
                return self.of(
                    format!(
                        "この文書では「{mark}」が{lines}行の先頭にあり、うち{labels}行が発言者標示（職名・議席番号・敬称のあるもの{plain}行）"
                    ),
                    format!(
                        "in this document 「{mark}」 heads {lines} lines, {labels} of them labels ({plain} with an office, a seat or 君)"
                    ),
                );
            }
            Rule::MarkWithoutSpeech { mark, lines, labels } => {
                return self.of(
                    format!("「{mark}」の後が発言でなく語句で終わる（「{mark}」で始まる{lines}行のうち発言者標示は{labels}行）"),
                    format!("no speech follows 「{mark}」 (it heads {lines} lines, {labels} of them labels)"),
                );
            }
            Rule::Repeated(n) => {
                return self.of(
                    format!("この文書に同じ作りの発言者標示が{n}ある"),
                    format!("{n} labels of this document are built in this way"),
                );
            }
            Rule::GoesOn(joint) => return self.joint(joint),
            rule => plain(rule),
        };
        self.of(format!("{ja}{place}"), format!("{en}{place}"))
    }

    fn shape(&self, shape: Shape) -> String {
        let (ja, en) = match shape {
            Shape::RoleAndName => ("職名と、括弧の中の氏名という形", "an office, and a name in brackets"),
            Shape::Seat => ("議席番号で始まる形", "a seat's number first"),
            Shape::Bracketed => ("括弧の中に職名や氏名がある形", "an office or a name within brackets"),
            Shape::NameRole => ("姓と職名の形", "a family name and an office"),
            Shape::Role => ("職名だけの形", "an office alone"),
            Shape::NameHonorific => ("氏名と敬称の形", "a name with an honorific"),
            Shape::Name => ("氏名だけの形", "a name alone"),
            Shape::Letter => ("人を表す符号の形", "a letter that stands for a person"),
            Shape::Exchange => ("問答の形", "question and answer"),
        };
        self.of(ja, en)
    }

    fn joint(&self, joint: Joint) -> String {
        match joint {
            Joint::PageBreak => self.of("改頁で分かれた文の続き", "goes on with a sentence that a page cut"),
            Joint::LineBreak => self.of("前の行の続き", "goes on with the line before"),
            Joint::Space | Joint::Padding => self.of("前の語の続き", "goes on with the words before"),
        }
    }

    /// Whom a label means.
    fn meant(&self, id: SpeechId) -> Vec<String> {
        let Some(by) = self.document.resolved.attributions.get(id.0) else { return Vec::new() };
        let mut sentences = Vec::new();
        match by.person {
            Some(person) => {
                let sure = match by.certainty {
                    Certainty::Stated => self.of("明記", "stated"),
                    Certainty::Inferred => self.of("推定", "inferred"),
                    Certainty::Unknown => self.of("不明", "unknown"),
                };
                let name = self.name(person);
                sentences.push(self.of(format!("{name}（{sure}）"), format!("{name} ({sure})")));
            }
            None if by.candidates.is_empty() => {
                sentences.push(self.of("誰かは分からない", "it is not known who this is"));
            }
            None => {
                let names: Vec<String> = by.candidates.iter().map(|it| self.name(*it)).collect();
                let (ja, en) = (names.join("、"), names.join(", "));
                sentences.push(
                    self.of(format!("誰かは決められない（{ja}のいずれか）"), format!("left open: it may be {en}")),
                );
            }
        }
        sentences.extend(by.evidence.iter().map(|it| self.evidence(it)));
        if let Some(asked) = self.document.resolved.answers.get(id.0).copied().flatten() {
            let n = asked.0 + 1;
            sentences.push(self.of(format!("発言{n}への答弁"), format!("answers speech {n}")));
        }
        if let Some(conflict) = by.conflict {
            let place = self.place(Some(conflict));
            sentences.push(self.of(
                format!("職名が他の標示や名簿と合わない{place}"),
                format!("the role disagrees with other labels or the roster{place}"),
            ));
        }
        sentences
    }

    fn evidence(&self, evidence: &Evidence) -> String {
        let (ja, en) = match evidence.kind {
            EvidenceKind::FullName => ("標示に氏名がある", "the label prints the full name"),
            EvidenceKind::RosterName => ("名簿にこの名の人は一人", "the roster has one person of this name"),
            EvidenceKind::RosterTitle => ("名簿にこの職名の人は一人", "the roster has one person of this title"),
            EvidenceKind::Heading => ("見出しが発言者を示す", "the heading names the speaker"),
            EvidenceKind::OtherLabel => ("別の標示に氏名がある", "another label gives the full name"),
            EvidenceKind::Role => ("この職名の発言者は一人", "one person alone speaks in this role"),
            EvidenceKind::Called => ("直前に氏名で指名された", "they were just called by name"),
            EvidenceKind::Seat => ("名簿にこの議席番号がある", "the roster has this seat"),
            EvidenceKind::Supplied => ("人物ファイルにある", "the publisher supplied the name"),
            EvidenceKind::Markup => ("ファイルのマークアップが示す", "the file's mark-up says so"),
        };
        let place = self.place(evidence.span);
        self.of(format!("{ja}{place}"), format!("{en}{place}"))
    }

    /// Whom a row of the roster makes known, and how often they speak.
    fn listed(&self, attendee: usize) -> Option<String> {
        let resolved = &self.document.resolved;
        let it = resolved.minutes.attendees.get(attendee)?;
        let person = resolved.people.iter().position(|it| it.attendee == Some(attendee));
        let n = resolved.attributions.iter().filter(|it| it.person.map(|it| it.0) == person).count();
        let n = if person.is_some() { n } else { 0 };
        let name = it.name.text(&self.document.source);
        let presence = match it.presence {
            Presence::Present => "present",
            Presence::Absent => "absent",
            Presence::Late => "late",
            Presence::LeftEarly => "leftEarly",
            Presence::Represented => "represented",
        };
        let presence = self.presence(Some(presence));
        Some(self.of(format!("{name}（{presence}、発言{n}）"), format!("{name} ({presence}, speeches: {n})")))
    }

    fn name(&self, person: PersonId) -> String {
        self.document.resolved.person(person).map_or(String::new(), |it| it.called().to_owned())
    }
}

/// The rules that need no more than their place.
fn plain(rule: Rule) -> (&'static str, &'static str) {
    match rule {
        Rule::FormFeed => ("改頁文字がある", "a form feed stands here"),
        Rule::PageNumber => ("行に頁番号だけがある", "nothing but the number of a page"),
        Rule::RunningHead => ("頁の端に繰り返される語", "words that come back at the edges of pages"),
        Rule::CountingNumbers => ("頁ごとに増える数だけがある", "a bare number that counts pages"),
        Rule::Strokes => ("線だけの行", "nothing but strokes"),
        Rule::EndWords => ("最後の発言より後の、終わりを示す語", "words that end, behind the last speech"),
        Rule::TitleKind => ("記録の種類を示す語がある", "a word that minutes call themselves by"),
        Rule::TitleSession => ("先頭近くに回次がある", "the number of a session near the top"),
        Rule::TitleBody => ("最初の見出しより前に会議体の名がある", "the name of a body above the first heading"),
        Rule::Vocabulary => ("見出しに使う決まった語", "a word of the closed vocabulary of headings"),
        Rule::Numbered => ("番号で始まる", "begins with a number"),
        Rule::Bracketed => ("行を囲む括弧", "brackets around it"),
        Rule::SetApart => ("字間を空けた語", "letters set apart"),
        Rule::BesideHeading => {
            ("同じ作りの見出しと同じ深さ", "as deep as the heading that is set apart in the same way")
        }
        Rule::BelowHeading => ("この見出しの中", "inside the section of this heading"),
        Rule::Announced => ("前に掲げた議題にある", "announced by the agenda in front"),
        Rule::TakenUp => ("ここで取り上げられる", "taken up here"),
        Rule::KnownRole => ("それだけで職名と分かる語", "by itself an office"),
        Rule::Honorific => ("敬称がある", "an honorific stands behind the name"),
        Rule::SpeechBehind => ("同じ行に発言が続く", "words follow on the same line"),
        Rule::SpeechBelow => ("次の行から発言が続く", "words follow on the next line"),
        Rule::AfterLabel => ("この発言者標示に続く", "follows this label"),
        Rule::Implied => ("標示はなく、見出しが発言者を示す", "no label; the heading says who speaks"),
        Rule::Under => ("この見出しの下", "below this heading"),
        Rule::RosterShape => {
            ("見出しはないが、敬称か議席番号がある", "no heading, but an honorific or a seat's number")
        }
        Rule::Marker => ("箇条の印で始まる", "begins with a marker"),
        Rule::NoteInBrackets => ("行全体が括弧の中", "brackets hold the whole line"),
        Rule::TimeAndEvent => ("時刻と、その時の出来事", "a time, and what happened then"),
        Rule::Remark => ("発言の間にある、発言でない文", "a sentence among speeches that nobody speaks"),
        Rule::BeforeSpeeches => ("最初の発言より前にある", "stands before the first speech"),
        Rule::OutsideOfAll => ("属する見出しも標示もない", "no heading or label stands above it"),
        Rule::Shape(_) | Rule::MarkOfSpeakers { .. } | Rule::MarkWithoutSpeech { .. } => ("", ""),
        Rule::Repeated(_) | Rule::GoesOn(_) => ("", ""),
    }
}
