//! What a form cannot hold, said on standard error when it is written.

use gijiroku::{Document, Lang};

use crate::args::{Convert, Form};

/// The sentence; `None` where the form holds everything, or what is written is the whole of what was asked for.
pub(crate) fn lost(form: Form, lang: Lang) -> Option<&'static str> {
    let (ja, en) = match form {
        Form::Json | Form::Jsonl | Form::Html | Form::Viewer => return None,
        Form::Csv => (
            "発言だけを書き出しました。会議の情報、名簿、発言の外の文は含まれません",
            "only speeches were written: not the head of the meeting, the roster, nor words outside of speeches",
        ),
        Form::Markdown => (
            "読み取りの根拠、位置、指摘は Markdown には含まれません",
            "Markdown holds no evidence, no places and no diagnostics",
        ),
        Form::Text => (
            "原文だけを書き出しました。見出しや発言者などの読み取り結果は含まれません",
            "only the source text was written: nothing of what was read in it",
        ),
        Form::JsonLd => ("JSON-LD の発言は最初の一文だけです", "JSON-LD holds of each speech the first sentence only"),
        Form::Popolo => (
            "Popolo には、見出し、議題、場の様子、発言の外の文は含まれません",
            "Popolo holds no headings, no agenda, no notes, nor words outside of speeches",
        ),
        Form::Akn => (
            "Akoma Ntoso には、読み取りの根拠、位置、指摘、区切り線は含まれません。発言の中の注記は class 付きの段落になります",
            "Akoma Ntoso holds no evidence, no places, no diagnostics and no rules; notes inside of speeches are paragraphs with a class",
        ),
        Form::Tei => (
            "TEI（Parla-CLARIN）には、読み取りの根拠、位置、見出しや箇条にある議決、指摘、区切り線は含まれません。名簿と発言の外の文は注記になります",
            "TEI (Parla-CLARIN) holds no evidence, no places, no decisions in headings and lists, no diagnostics and no rules; the roster and words outside of speeches are notes",
        ),
        Form::Kokkai => (
            "国会会議録の形式には、名簿や見出しの構造は含まれません（文はすべて含まれます）。国会だけの項目は null です",
            "the form of the Diet records holds no roster and no headings as such, but all words; what only the Diet gives is null",
        ),
    };
    Some(match lang {
        Lang::Ja => ja,
        Lang::En => en,
    })
}

/// What is said where a form must have the day of the meeting, and none is known.
pub(crate) fn lost_day(form: Form, document: &Document, lang: Lang) -> Option<&'static str> {
    (form == Form::Akn && document.resolved.minutes.meeting.date.is_none()).then_some(match lang {
        Lang::Ja => {
            "会議の日付が分かりません。Akoma Ntoso は日付を必ず求めるため、FRBRdate は name=\"unknown\" とし、日付は仮の 0001-01-01 です"
        }
        Lang::En => {
            "the day of the meeting is not known; Akoma Ntoso asks for one, so FRBRdate is named “unknown” and its day, 0001-01-01, stands for none"
        }
    })
}

/// What becomes of the publisher's corrections; `None` where the form holds them, or there are none.
pub(crate) fn lost_corrections(args: &Convert) -> Option<&'static str> {
    args.reading.corrections.as_ref()?;
    let (ja, en) = match args.to {
        Form::Json | Form::Viewer => return None,
        Form::Html if args.taken_over.is_none() => return None,
        Form::Html => (
            "ビューアーにも正誤を示すには、<gijiroku-viewer> に corrections 属性で正誤のファイルの場所を加えてください",
            "for the viewer to show the corrections too, give <gijiroku-viewer> the attribute corrections with the address of their file",
        ),
        _ => ("正誤は、この形式には含まれません", "this form holds no corrections"),
    };
    Some(match args.reading.lang {
        Lang::Ja => ja,
        Lang::En => en,
    })
}
