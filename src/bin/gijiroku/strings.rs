//! All words that the command prints of itself, in Japanese and English.

use std::io;

use gijiroku::Lang;
use gijiroku::input::{DocxError, Form, PdfError, Refused};

use crate::refused;
use gijiroku::text::decode::{Binary, DecodeError};

/// Why something could not be done; each is one line that says what, and what to do.
#[derive(Debug)]
pub(crate) enum Trouble {
    NoCommand,
    UnknownCommand(String),
    NoFiles,
    NotForThisCommand {
        option: &'static str,
        instead: &'static str,
    },
    OneFileForJson,
    UnknownFormat {
        given: String,
        known: &'static str,
    },
    UnknownLang(String),
    BadLines(String),
    UnknownEncoding(String),
    MissingValue(String),
    UnknownOption(String),
    CannotRead {
        file: String,
        error: io::Error,
    },
    CannotWrite {
        file: String,
        error: io::Error,
    },
    OutputIsInput(String),
    NobodyOfThatName(String),
    Binary {
        file: String,
        binary: Binary,
    },
    Undecodable {
        file: String,
        encoding: &'static str,
        n_lost: usize,
    },
    /// A warning: the file was read all the same.
    Lost {
        file: String,
        encoding: &'static str,
        n_lost: usize,
    },
    /// What is said of a file that may be no plain text.
    Input(OfInput),
    BadPeople {
        file: String,
        error: serde_json::Error,
    },
    BadCorrections {
        file: String,
        error: serde_json::Error,
    },
    /// The script of a page of one file is nowhere.
    NoViewer,
    /// It is not one that can stand in a page.
    BadViewer(String),
    NamelessPerson {
        file: String,
        number: usize,
    },
    Summary {
        n_failed: usize,
        n_files: usize,
    },
    /// The reader of standard output has gone: nothing to say.
    NobodyReads,
}

impl Trouble {
    /// Whether the files that follow would come to the same.
    pub(crate) fn is_of_all(&self) -> bool {
        matches!(self, Trouble::UnknownEncoding(_) | Trouble::CannotWrite { .. } | Trouble::NobodyReads)
    }

    /// Why standard output could not be written.
    pub(crate) fn output(error: io::Error) -> Trouble {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Trouble::NobodyReads,
            _ => Trouble::CannotWrite { file: "-".to_owned(), error },
        }
    }

    /// Why a file could not be read as text.
    pub(crate) fn undecodable(file: String, error: DecodeError) -> Trouble {
        match error {
            DecodeError::Binary(binary) => Trouble::Binary { file, binary },
            DecodeError::Undecodable { encoding, n_lost } => Trouble::Undecodable { file, encoding, n_lost },
            DecodeError::UnknownEncoding(name) => Trouble::UnknownEncoding(name),
        }
    }

    /// What is the matter and what to do, on one line.
    pub(crate) fn sentence(&self, lang: Lang) -> String {
        match lang {
            Lang::Ja => self.ja(),
            Lang::En => self.en(),
        }
    }

    /// What is wrong with the script of a page of one file.
    fn of_viewer(&self, lang: Lang) -> String {
        let file = if let Trouble::BadViewer(file) = self { file.as_str() } else { "" };
        match (lang, file) {
            (Lang::Ja, "") => "ビューアーのスクリプト one-file.js が見つかりません。npm install gijiroku-viewer で取得するか make pkg で作り、--viewer で場所を指定してください（node_modules/gijiroku-viewer/wasm/one-file.js など）".into(),
            (Lang::Ja, _) => format!("{file}: ページに入れられるスクリプトではありません。npm のパッケージ gijiroku-viewer の wasm/one-file.js を指定してください"),
            (Lang::En, "") => "the viewer's script one-file.js was not found: get it by npm install gijiroku-viewer or make pkg, and name it with --viewer (node_modules/gijiroku-viewer/wasm/one-file.js)".into(),
            (Lang::En, _) => format!("{file}: is not a script that can stand in a page: name wasm/one-file.js of the npm package gijiroku-viewer"),
        }
    }

    fn ja(&self) -> String {
        match self {
            Trouble::NoCommand => {
                "命令がありません。convert か check を指定してください（使い方: gijiroku --help）".into()
            }
            Trouble::UnknownCommand(it) => format!(
                "「{it}」という命令はありません。convert か check を指定してください（使い方: gijiroku --help）"
            ),
            Trouble::NoFiles => {
                "ファイルがありません。議事録のファイルか、標準入力を表す「-」を指定してください".into()
            }
            Trouble::NotForThisCommand { option, instead } => {
                format!("{option} はこの命令では使えません。{instead} を使ってください")
            }
            Trouble::OneFileForJson => {
                "この形式は一つの議事録を一つの文書にします。-o にフォルダーを指定する（-o out/ など）か、--to jsonl か --to csv を使ってください"
                    .into()
            }
            Trouble::UnknownFormat { given, known } => {
                format!("「{given}」という形式はありません。使える形式: {known}")
            }
            Trouble::UnknownLang(it) => format!("「{it}」という言語はありません。ja か en を指定してください"),
            Trouble::BadLines(it) => format!("行は 12 か 12-20 のように指定してください（「{it}」は読めません）"),
            Trouble::UnknownEncoding(it) => format!(
                "「{it}」という文字コードはありません。utf-8、shift_jis、euc-jp、iso-2022-jp、utf-16 などを指定するか、--encoding を外してください"
            ),
            Trouble::MissingValue(it) => format!("{it} の値がありません（使い方: gijiroku --help）"),
            Trouble::UnknownOption(it) => format!("「{it}」は使えません（使い方: gijiroku --help）"),
            Trouble::CannotRead { file, error } => format!("{file}: 読めません。{}", io_ja(error)),
            Trouble::CannotWrite { file, error } => format!("{file}: 書けません。{}", io_ja(error)),
            Trouble::NobodyOfThatName(name) => {
                format!("「{name}」という名前の発言者はいません。姓名で指定してください。--to jsonl で名前を確かめられます")
            }
            Trouble::OutputIsInput(file) => {
                format!("{file}: 入力と出力が同じファイルです。-o に別の名前を指定してください")
            }
            Trouble::Binary { file, binary } => format!("{file}: {}", no_text_ja(binary)),
            Trouble::Undecodable { file, encoding, n_lost } => format!(
                "{file}: 文字コードが分かりません（{encoding}として読めない箇所が{n_lost}か所）。--encoding で指定するか、UTF-8で保存し直してください"
            ),
            Trouble::Lost { file, encoding, n_lost } => format!(
                "{file}: {encoding}として読めない箇所が{n_lost}か所あり、「\u{FFFD}」としました。元のファイルを確かめてください"
            ),
            Trouble::Input(it) => it.sentence(Lang::Ja),
            Trouble::BadPeople { file, error } => bad_list(
                (file, error),
                "人物の一覧として読めません（{}）。[{\"name\": \"氏名\", \"roles\": [\"職名\"]}] の形で書いてください",
            ),
            Trouble::BadCorrections { file, error } => bad_list(
                (file, error),
                "正誤の一覧として読めません（{}）。[{\"printed\": \"誤\", \"correct\": \"正\"}] の形で書いてください",
            ),
            Trouble::NoViewer | Trouble::BadViewer(_) => self.of_viewer(Lang::Ja),
            Trouble::NamelessPerson { file, number } => {
                format!("{file}: {number}人目の name が空です。氏名を書いてください")
            }
            Trouble::Summary { n_failed, n_files } => format!("{n_files}件のうち{n_failed}件を処理できませんでした"),
            Trouble::NobodyReads => String::new(),
        }
    }

    fn en(&self) -> String {
        match self {
            Trouble::NoCommand => "no command: say convert or check (see gijiroku --help)".into(),
            Trouble::UnknownCommand(it) => format!("no command “{it}”: say convert or check (see gijiroku --help)"),
            Trouble::NoFiles => "no files: name a file of minutes, or - for standard input".into(),
            Trouble::NotForThisCommand { option, instead } => {
                format!("{option} is not for this command: use {instead}")
            }
            Trouble::OneFileForJson => {
                "this format makes one document of one file: give -o a folder (-o out/), or use --to jsonl or --to csv"
                    .into()
            }
            Trouble::UnknownFormat { given, known } => format!("no format “{given}”: use one of {known}"),
            Trouble::UnknownLang(it) => format!("no language “{it}”: use ja or en"),
            Trouble::BadLines(it) => format!("lines are written as 12 or 12-20, not “{it}”"),
            Trouble::UnknownEncoding(it) => format!(
                "no encoding “{it}”: use utf-8, shift_jis, euc-jp, iso-2022-jp, utf-16 …, or leave --encoding out"
            ),
            Trouble::MissingValue(it) => format!("{it} lacks its value (see gijiroku --help)"),
            Trouble::UnknownOption(it) => format!("“{it}” is not understood (see gijiroku --help)"),
            Trouble::CannotRead { file, error } => format!("{file}: cannot be read: {}", io_en(error)),
            Trouble::CannotWrite { file, error } => format!("{file}: cannot be written: {}", io_en(error)),
            Trouble::NobodyOfThatName(name) => {
                format!("nobody called {name} speaks: give the full name, as --to jsonl prints it")
            }
            Trouble::OutputIsInput(file) => format!("{file}: is both input and output: give -o another name"),
            Trouble::Binary { file, binary: Binary::Pdf } => {
                format!("{file}: is a PDF, which is read as minutes only: name a file of plain text")
            }
            Trouble::Binary { file, binary: Binary::Office } => {
                format!("{file}: is an office document of a form that is not read: save it as plain text first")
            }
            Trouble::Binary { file, binary: Binary::Other } => {
                format!("{file}: is not a text: name a file of plain text")
            }
            Trouble::Undecodable { file, encoding, n_lost } => format!(
                "{file}: its encoding is not known ({n_lost} places are not {encoding}): give --encoding, or save it as UTF-8"
            ),
            Trouble::Lost { file, encoding, n_lost } => {
                format!("{file}: {n_lost} places are not {encoding} and were read as “\u{FFFD}”: check the file")
            }
            Trouble::Input(it) => it.sentence(Lang::En),
            Trouble::BadPeople { file, error } => bad_list(
                (file, error),
                "is not a list of people ({}): write [{\"name\": \"full name\", \"roles\": [\"role\"]}]",
            ),
            Trouble::BadCorrections { file, error } => bad_list(
                (file, error),
                "is not a list of corrections ({}): write [{\"printed\": \"as it stands\", \"correct\": \"as it should be\"}]",
            ),
            Trouble::NoViewer | Trouble::BadViewer(_) => self.of_viewer(Lang::En),
            Trouble::NamelessPerson { file, number } => {
                format!("{file}: person {number} has an empty name: write the full name")
            }
            Trouble::Summary { n_failed, n_files } => format!("{n_failed} of {n_files} files could not be done"),
            Trouble::NobodyReads => String::new(),
        }
    }
}

/// What a file is that is no text, and what to do.
fn no_text_ja(binary: &Binary) -> &'static str {
    match binary {
        Binary::Pdf => "PDFです。議事録としてなら読めますが、ここではテキストのファイルを指定してください",
        Binary::Office => "読めない形式のOfficeなどのファイルです。テキスト形式で保存し直してから指定してください",
        Binary::Other => "文章のファイルではありません。テキスト形式のファイルを指定してください",
    }
}

/// What is said of a file that may be no plain text.
#[derive(Debug)]
pub(crate) enum OfInput {
    /// For information: what a file that is no plain text was taken for.
    TakenFor {
        file: String,
        form: Form,
        /// None where the form has none of its own.
        encoding: Option<&'static str>,
        n_meetings: usize,
    },
    /// A page without words of its own.
    NoText(String),
    /// A PDF that gives no text.
    Pdf {
        file: String,
        error: PdfError,
    },
    /// A Word file that gives no text.
    Docx {
        file: String,
        error: DocxError,
    },
    /// A file of a known form that is not read.
    Refused {
        file: String,
        refused: Refused,
    },
    NoNumber(String),
    NoSuchRecord {
        file: String,
        number: usize,
        n_meetings: usize,
    },
}

impl OfInput {
    fn sentence(&self, lang: Lang) -> String {
        match (self, lang) {
            (OfInput::TakenFor { file, form, encoding, n_meetings }, Lang::Ja) => {
                let several = (*n_meetings > 1).then(|| format!("会議{n_meetings}件"));
                let more: Vec<&str> = encoding.iter().copied().chain(several.as_deref()).collect();
                let more = if more.is_empty() { String::new() } else { format!("（{}）", more.join("、")) };
                format!("{file}: {}として読みました{more}", form_ja(*form))
            }
            (OfInput::TakenFor { file, form, encoding, n_meetings }, Lang::En) => {
                let several = (*n_meetings > 1).then(|| format!("{n_meetings} meetings"));
                let more: Vec<&str> = encoding.iter().copied().chain(several.as_deref()).collect();
                let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
                format!("{file}: read as {}{more}", form_en(*form))
            }
            (OfInput::Pdf { file, error }, Lang::Ja) => format!("{file}: {}", pdf_ja(*error)),
            (OfInput::Pdf { file, error }, Lang::En) => format!("{file}: {}", pdf_en(*error)),
            (OfInput::Docx { file, error }, _) => format!("{file}: {}", refused::of_word(*error, lang)),
            (OfInput::Refused { file, refused }, _) => format!("{file}: {}", refused::sentence(*refused, lang)),
            (OfInput::NoText(file), Lang::Ja) => {
                format!("{file}: HTMLのページに本文がありません。議事録の本文があるページか確かめてください")
            }
            (OfInput::NoText(file), Lang::En) => {
                format!("{file}: the page has no text of its own: check that the minutes are in this page")
            }
            (OfInput::NoNumber(it), Lang::Ja) => {
                format!("「{it}」は会議の番号ではありません。--record には 1 からの番号を指定してください")
            }
            (OfInput::NoNumber(it), Lang::En) => format!("“{it}” is no number of a meeting: --record counts from 1"),
            (OfInput::NoSuchRecord { file, number, n_meetings }, Lang::Ja) => {
                format!("{file}: {number}件目の会議はありません（全{n_meetings}件）。--record を確かめてください")
            }
            (OfInput::NoSuchRecord { file, number, n_meetings }, Lang::En) => {
                format!("{file}: has no meeting {number} ({n_meetings} in all): check --record")
            }
        }
    }
}

fn form_ja(form: Form) -> &'static str {
    match form {
        Form::Text => "テキスト",
        Form::Html => "HTMLのページ",
        Form::DietJson => "国会会議録検索システムのJSON",
        Form::DietXml => "国会会議録検索システムのXML",
        Form::SpeechesJson => "発言を並べたJSON",
        Form::AkomaNtoso => "Akoma Ntoso",
        Form::Tei => "TEI",
        Form::MinutesJson => "このプログラムが書き出したJSON",
        Form::Pdf => "PDF",
        Form::Docx => "Wordの文書",
    }
}

fn form_en(form: Form) -> &'static str {
    match form {
        Form::Text => "text",
        Form::Html => "a web page",
        Form::DietJson => "JSON of the Diet records' API",
        Form::DietXml => "XML of the Diet records' API",
        Form::SpeechesJson => "a list of speeches in JSON",
        Form::AkomaNtoso => "Akoma Ntoso",
        Form::Tei => "TEI",
        Form::MinutesJson => "JSON that this program wrote",
        Form::Pdf => "a PDF",
        Form::Docx => "a Word document",
    }
}

fn pdf_ja(error: PdfError) -> String {
    match error {
        PdfError::Encrypted => "PDFにパスワードが掛かっています。パスワードを外して保存し直してください".into(),
        PdfError::Damaged => "PDFが壊れていて読めません。発行元から取り直してください".into(),
        PdfError::TooLarge => {
            "PDFが大きすぎます（展開して256 MiB、2万ページ、1ページ40万字まで）。分割してから指定してください".into()
        }
        PdfError::NoText { n_pages } => format!(
            "PDFに文字がありません（全{n_pages}ページが画像）。文字認識（OCR）をしたPDFかテキストを指定してください"
        ),
        PdfError::NoLetters => {
            "PDFに文字コードがなく、文字を取り出せません。元の文書を作った形式か、文字認識（OCR）をしたPDFを指定してください"
                .into()
        }
    }
}

fn pdf_en(error: PdfError) -> String {
    match error {
        PdfError::Encrypted => "the PDF asks for a password: save it without one".into(),
        PdfError::Damaged => "the PDF is damaged and cannot be read: fetch it again from its publisher".into(),
        PdfError::TooLarge => {
            "the PDF is too large (256 MiB once decoded, 20,000 pages, 400,000 letters a page): split it first".into()
        }
        PdfError::NoText { n_pages } => format!(
            "the PDF holds no text, only pictures ({n_pages} pages): name a PDF that went through text recognition (OCR), or a text"
        ),
        PdfError::NoLetters => {
            "the PDF does not say which letters it holds: name the document that it was made from, or a PDF that went through text recognition (OCR)"
                .into()
        }
    }
}

impl From<lexopt::Error> for Trouble {
    fn from(error: lexopt::Error) -> Trouble {
        match error {
            lexopt::Error::MissingValue { option } => Trouble::MissingValue(option.unwrap_or_default()),
            lexopt::Error::UnexpectedOption(it) => Trouble::UnknownOption(it),
            other => Trouble::UnknownOption(other.to_string()),
        }
    }
}

/// A list that cannot be read, with the place; `{}` is why.
fn bad_list((file, error): (&str, &serde_json::Error), sentence: &str) -> String {
    let sentence = sentence.replacen("{}", &reason(error), 1);
    format!("{file}:{}:{}: {sentence}", error.line(), error.column())
}

/// What serde_json says, without the place, which is printed in front.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}

fn io_ja(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "ファイルかフォルダーがありません。名前を確かめてください".into(),
        io::ErrorKind::PermissionDenied => "許可されていません。ファイルの権限を確かめてください".into(),
        io::ErrorKind::IsADirectory => "フォルダーです。中のファイルを指定してください".into(),
        io::ErrorKind::StorageFull => "空き容量がありません。空けてからやり直してください".into(),
        _ => format!("{error}"),
    }
}

fn io_en(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder: check the name".into(),
        io::ErrorKind::PermissionDenied => "not permitted: check the rights of the file".into(),
        io::ErrorKind::IsADirectory => "it is a folder: name the files inside".into(),
        io::ErrorKind::StorageFull => "no space is left: make some and try again".into(),
        _ => format!("{error}"),
    }
}

/// Where in a PDF something is, behind the sentence that tells it.
pub(crate) fn on_page(page: usize, lang: Lang) -> String {
    match lang {
        Lang::Ja => format!("（{page}ページ）"),
        Lang::En => format!(" (page {page})"),
    }
}

/// The word before a hint.
pub(crate) fn hint(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "助言",
        Lang::En => "hint",
    }
}

/// A character fit for a terminal: none that moves the cursor or turns the direction.
pub(crate) fn plain_char(ch: char) -> char {
    match ch {
        '\t' => ' ',
        '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => char::REPLACEMENT_CHARACTER,
        ch if ch.is_control() => char::REPLACEMENT_CHARACTER,
        ch => ch,
    }
}

/// Words of a document or a file name, fit for a terminal.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(plain_char).collect()
}

/// What `--help` prints.
pub(crate) fn help(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => include_str!("help.ja.txt"),
        Lang::En => include_str!("help.en.txt"),
    }
}
