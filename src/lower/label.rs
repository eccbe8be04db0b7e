//! 発言者標示 as the model has it.

use crate::model::{Joint, Seat, SpeakerLabel, SpeechKind, Words};
use crate::parse::{Form, Label, trim};
use crate::span::Span;
use crate::text::office;

/// A label as read, with the words it is printed in.
pub(super) fn speaker_label(text: &str, label: &Label) -> SpeakerLabel {
    let mut words = Words::one(label.span);
    if let Some(at) = label.span.of(text).find(['\n', '\r']) {
        // 「○教育長⏎笹山忠則君」
        let first = trim(text, Span::new(label.span.start, label.span.start + at));
        let second = trim(text, Span::new(label.span.start + at, label.span.end));
        words = Words::one(first);
        words.join(second, Joint::Space);
    }
    SpeakerLabel {
        words,
        mark: label.mark,
        name: label.name.map(Words::one),
        role: label.role.map(Words::one),
        seat: label.seat.map(|(span, number)| Seat { span, number }),
        honorific: label.honorific,
        qualifier: label.qualifier,
        stage: label.stage,
    }
}

/// 「◆」 asks and 「◎」 answers where a document uses both; 「問」「答」 say so; chairs chair.
pub(super) fn speech_kind(text: &str, label: &Label) -> SpeechKind {
    let role = label.role.map_or("", |it| it.of(text));
    let opener = label.mark.map_or("", |it| it.of(text));
    if label.form == Form::Exchange {
        let words = label.span.of(text);
        return if words.contains(['問', 'Q', 'Ｑ']) || words.contains("質") {
            SpeechKind::Question
        } else {
            SpeechKind::Answer
        };
    }
    if office::presiding(role).is_some() {
        return if opener == "◎" || opener == "◆" { SpeechKind::Statement } else { SpeechKind::Chairing };
    }
    match opener {
        "◆" => SpeechKind::Question,
        "◎" => SpeechKind::Answer,
        _ => SpeechKind::Statement,
    }
}
