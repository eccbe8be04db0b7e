//! 表題: the title, taken apart into the body that met, the occasion, and the kind of record.

use crate::model::{Gap, Minutes, Words};
use crate::span::Span;
use crate::text::Source;

/// A title as shown at the head: 「サイバー本部」, 「第32回会合」, 「議事概要」.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Title {
    /// 会議体, where it is told apart from the rest.
    pub body: Option<String>,
    /// The title without body and kind; may be empty.
    pub occasion: String,
    /// 記録の種類.
    pub kind: Option<String>,
}

/// The title of the minutes. All parts are empty where none is printed.
#[must_use]
pub fn title(source: &Source, minutes: &Minutes) -> Title {
    let meeting = &minutes.meeting;
    let body = meeting.body.as_ref().map(|it| tidy(&it.text(source)));
    let kind = meeting.kind.map(|it| tidy(source.slice(it.span)));
    let Some(title) = &meeting.title else {
        let occasion = meeting.session.map(|it| source.slice(it.span).to_owned()).unwrap_or_default();
        return Title { body, occasion, kind };
    };
    let body_span = meeting.body.as_ref().map(|it| it.span).filter(|it| title.span.contains(*it));
    let mut taken: Vec<Span> = body_span.into_iter().chain(meeting.kind.map(|it| it.span)).collect();
    if taken.first() > taken.last() {
        taken.reverse();
    }
    let mut occasion = without(title, &taken).map(|it| it.text(source).into_owned()).collect::<Vec<_>>().join(" ");
    occasion = tidy(&occasion);
    if let Some(session) = meeting.session.filter(|_| occasion.is_empty()) {
        source.slice(session.span).clone_into(&mut occasion);
    }
    Title { body, occasion, kind }
}

/// The stretches of `words` outside of `taken`.
fn without<'w>(words: &'w Words, taken: &'w [Span]) -> impl Iterator<Item = Words> + 'w {
    (0..=taken.len()).filter_map(|idx| {
        let before = idx.checked_sub(1).and_then(|it| taken.get(it));
        let start = before.map_or(words.span.start, |it| it.end);
        let end = taken.get(idx).map_or(words.span.end, |it| it.start);
        (start < end).then(|| {
            let span = Span::new(start, end);
            let gaps: Vec<Gap> = words.gaps.iter().filter(|it| span.contains(it.span)).copied().collect();
            Words { span, gaps }
        })
    })
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
