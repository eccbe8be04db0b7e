//! Why a file of a known form is not read, and what to do.

use gijiroku::Lang;
use gijiroku::input::{DocxError, Refused};

/// The sentence, without the name of the file.
pub(crate) fn sentence(refused: Refused, lang: Lang) -> String {
    let (ja, en) = match refused {
        Refused::OtherVersion => (
            "ほかの版の議事録JSONです。読めるのは version 1 だけです",
            "is JSON of minutes of another version: only version 1 is read",
        ),
        Refused::WithoutText => (
            "議事録のJSONですが、原文（text）が入っていません。元のファイルか、テキストなどから convert --to json で書き出したものを指定してください",
            "is JSON of minutes without their text: name the file that it was made from, or what convert --to json writes of a text",
        ),
        Refused::DocumentType => (
            "文書型宣言（DOCTYPE）のあるXMLは、安全のため読みません。宣言を除いて保存し直してください",
            "is XML with a document type (DOCTYPE), which is not read for safety: save it without",
        ),
        Refused::Entity => (
            "定義されていない実体参照（&…;）があります。文字に直して保存し直してください",
            "has an entity (&…;) that is not defined: save it with the character in its place",
        ),
        Refused::Includes => (
            "ほかのファイルを取り込むXML（xi:include）です。ほかのファイルは読みません。会議ごとのファイルを指定してください",
            "is XML that includes other files (xi:include), which are not read: name the file of one meeting",
        ),
        Refused::TooLarge => (
            "XMLが大きすぎるか、要素の入れ子が深すぎます（800万個、200段まで）。分割してから指定してください",
            "the XML is too large or nested too deeply (8,000,000 parts, 200 levels): split it first",
        ),
        Refused::BadXml { line } => {
            return match lang {
                Lang::Ja => format!("{line}行目でXMLとして読めなくなります。ファイルが壊れていないか確かめてください"),
                Lang::En => format!("is not well-formed XML at line {line}: check that the file is whole"),
            };
        }
        Refused::NoDebate => (
            "会議の記録（Akoma Ntoso の debate、TEI の本文）がありません",
            "holds no debate (debate of Akoma Ntoso, text of TEI)",
        ),
    };
    match lang {
        Lang::Ja => ja.into(),
        Lang::En => en.into(),
    }
}

/// The sentence of a Word file that is not read, without the name of the file.
pub(crate) fn of_word(error: DocxError, lang: Lang) -> &'static str {
    let (ja, en) = match error {
        DocxError::Encrypted => (
            "Wordの文書にパスワードが掛かっています。パスワードを外して保存し直してください",
            "the Word document asks for a password: save it without one",
        ),
        DocxError::Damaged => (
            "Wordの文書が壊れていて読めません。発行元から取り直すか、Wordで開いて保存し直してください",
            "the Word document is damaged and cannot be read: fetch it again from its publisher, or open it in Word and save it anew",
        ),
        DocxError::TooLarge => (
            "Wordの文書が大きすぎるか、要素の入れ子が深すぎます（展開して256 MiB、800万個、200段まで）。分割してから指定してください",
            "the Word document is too large or nested too deeply (256 MiB once unpacked, 8,000,000 parts, 200 levels): split it first",
        ),
        DocxError::OldWord => (
            "古い形式のWordの文書（.doc）は読めません。Wordで開き、.docx 形式で保存し直してください",
            "is a Word document of the old form (.doc), which is not read: open it in Word and save it as .docx",
        ),
        DocxError::NotWord => (
            "Wordの文書（.docx）ではありません。表計算などのファイルやZIPは読めないため、テキスト形式で保存し直すか、中のファイルを指定してください",
            "is no Word document (.docx), and other office documents and zips are not read: save it as plain text, or name a file inside",
        ),
        DocxError::DocumentType => (
            "文書型宣言（DOCTYPE）のあるWordの文書は、安全のため読みません。Wordで開いて保存し直してください",
            "is a Word document with a document type (DOCTYPE), which is not read for safety: open it in Word and save it anew",
        ),
        DocxError::NoText => (
            "Wordの文書に文字がありません。画像だけであれば、文字認識（OCR）をした文書かテキストを指定してください。別の文書を取り込んだだけであれば、Wordで開いて保存し直してください",
            "the Word document holds no text: if it holds pictures of pages, name one that went through text recognition (OCR), or a text; if it holds another document, open it in Word and save it again",
        ),
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}
