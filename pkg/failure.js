// What can go wrong, as a reason for programs and a sentence for readers.

/** @typedef {import("./index.js").FailureReason} Reason */

/** Why minutes cannot be shown. */
export class MinutesError extends Error {
  name = "MinutesError";

  /**
   * @param {Reason} reason
   * @param {{ detail?: string, cause?: unknown }} [more] `detail`: a status, a file, a kind of file
   */
  constructor(reason, { detail = "", cause } = {}) {
    super(fill(SENTENCES.en[reason], detail), { cause });
    /** @readonly */ this.reason = reason;
    /** @readonly */ this.detail = detail;
  }
}

/** @param {unknown} cause @param {Reason} [reason] what it is where it does not say so itself @returns {MinutesError} */
export function asFailure(cause, reason = "trapped") {
  return cause instanceof MinutesError ? cause : new MinutesError(cause instanceof RangeError ? "memory" : reason, { cause });
}

/** @param {MinutesError} failure @param {import("./index.js").ViewerLang} lang */
export function sentence(failure, lang) {
  return fill(SENTENCES[lang][failure.reason], failure.detail);
}

/** @param {string} template @param {string} detail */
function fill(template, detail) {
  return detail ? template.replace("{}", detail) : template.replace(/（\{\}）| \(\{\}\)/, "").replace("{}", "'self'");
}

/** The words of the shell. */
export const WORDS = {
  ja: {
    loading: "議事録を読み込んでいます",
    slow: "読み込みに時間がかかっています。",
    replaced: "文字として読めない箇所が{}か所あり、「�」で示しています。",
    empty: "表示する議事録が指定されていません。",
    retry: "もう一度読み込む",
    source: "元のファイルを開く",
    desk: "原文と読み取り",
    deskLoading: "原文を読み込んでいます",
    back: "議事録に戻る",
    plain: "以下は、原文のままのテキストです。",
    failed: "議事録を表示できません",
    without: "検索などの機能は使えません",
    copied: "コピーしました。",
    byHand: "自動ではコピーできませんでした。下の文を選んでコピーしてください。",
  },
  en: {
    loading: "Loading the minutes",
    slow: "This is taking long.",
    replaced: "What could not be read as characters is shown as “�” ({}).",
    empty: "No minutes have been given to show.",
    retry: "Try again",
    source: "Open the original file",
    desk: "The source, and what was read in it",
    deskLoading: "Loading the source",
    back: "Back to the minutes",
    plain: "Below is the text as it stands in the original.",
    failed: "The minutes cannot be shown",
    without: "Search and other functions cannot be used",
    copied: "Copied.",
    byHand: "It could not be copied for you. Select the words below and copy them.",
  },
};

/** @type {Record<"ja" | "en", Record<Reason, string>>} */
const SENTENCES = {
  ja: {
    "wasm-missing": "表示に使うプログラム gijiroku_bg.wasm を取得できませんでした（{}）。サイトの管理者は、ファイルの置き場所を確かめてください。",
    "wasm-html": "表示に使うプログラム gijiroku_bg.wasm の代わりに、HTMLのページが返されました。サイトの管理者は、ファイルの置き場所を確かめてください。",
    "wasm-blocked": "このページのセキュリティの設定（CSP）が、表示に使うプログラムの実行を止めました。サイトの管理者は、script-src（なければ default-src）に 'wasm-unsafe-eval' を加えてください。",
    "fetch-blocked": "このページのセキュリティの設定（CSP）が、必要なファイルの取得を止めました。サイトの管理者は、connect-src に {} を加えてください。",
    unsupported: "このブラウザーでは {} を使えないため、議事録を整えて表示できません。ブラウザーを新しくすると、表示できることがあります。",
    "wasm-broken": "表示に使うプログラム gijiroku_bg.wasm が壊れています。サイトの管理者は、ファイルを置き直してください。",
    "not-found": "議事録のファイルが見つかりませんでした（{}）。",
    http: "サーバーが議事録のファイルを返しませんでした（{}）。",
    network: "議事録のファイルを取得できませんでした。通信が途切れた可能性があります。",
    cut: "議事録のファイルを途中までしか受け取れませんでした。通信が途切れたか、サーバーの圧縮の設定が誤っている可能性があります。",
    cors: "議事録のファイルを別のサイト（{}）から取得できませんでした。通信が途切れたか、そのサイトがこのページでの利用を許していない（CORS）可能性があります。",
    "not-text": "ファイルがテキストではない（{}）ため、議事録として読めません。",
    xml: "XMLのファイルを議事録として読めませんでした（{}）。",
    html: "ファイルはHTMLのページですが、本文が見つかりませんでした。",
    "pdf-missing": "PDFを読むプログラム（pdf.js、pdf_bg.wasm）を取得できませんでした。通信が途切れたか、サイトにファイルが置かれていない可能性があります。",
    "pdf-scanned": "PDFに文字がありません。全{}ページが画像です。文字認識（OCR）をしたPDFか、テキストを指定してください。",
    "pdf-encrypted": "PDFにパスワードが掛かっているため、読めません。パスワードを外して保存し直してください。",
    "pdf-damaged": "PDFが壊れていて読めません。発行元から取り直してください。",
    "pdf-large": "PDFが大きすぎて読めません（展開して256 MiB、2万ページ、1ページ40万字まで）。",
    "pdf-letters": "PDFに文字コードがなく、文字を取り出せません。元の文書か、文字認識（OCR）をしたPDFを指定してください。",
    "docx-missing": "Wordの文書を読むプログラム（forms/docx.js など）を取得できませんでした。通信が途切れたか、サイトにファイルが置かれていない可能性があります。",
    "docx-encrypted": "Wordの文書にパスワードが掛かっているため、読めません。パスワードを外して保存し直してください。",
    "docx-damaged": "Wordの文書が壊れていて読めません。発行元から取り直すか、Wordで開いて保存し直してください。",
    "docx-large": "Wordの文書が大きすぎるか、要素の入れ子が深すぎて読めません（展開して256 MiB、800万個、200段まで）。",
    "docx-old": "古い形式のWordの文書（.doc）は読めません。Wordで開き、.docx 形式で保存し直してください。",
    "docx-other": "Wordの文書（.docx）ではないため、読めません。表計算などのファイルやZIPは、テキスト形式で保存し直すか、中のファイルを指定してください。",
    "docx-doctype": "文書型宣言（DOCTYPE）のあるWordの文書は、安全のため読みません。Wordで開いて保存し直してください。",
    "docx-empty": "Wordの文書に文字がありません。画像だけであれば、文字認識（OCR）をした文書かテキストを指定してください。別の文書を取り込んだだけであれば、Wordで開いて保存し直してください。",
    people: "人名のファイルを読めませんでした（{}）。",
    corrections: "正誤のファイルを読めなかったため、訂正を示していません（{}）。",
    desk: "原文を示すプログラム desk.js を取得できませんでした。通信が途切れたか、サイトにファイルが置かれていない可能性があります。",
    save: "保存できませんでした。通信が途切れたか、サイトに必要なファイル（one-file.js など）が置かれていない可能性があります。",
    memory: "メモリーが足りないため、議事録を整えて表示できません。ほかのタブを閉じると、表示できることがあります。",
    trapped: "議事録の表示中に不具合が起きました。",
  },
  en: {
    "wasm-missing": "The program that shows the minutes, gijiroku_bg.wasm, could not be fetched ({}). The site's administrator should check where the file is.",
    "wasm-html": "A web page came in place of gijiroku_bg.wasm, the program that shows the minutes. The site's administrator should check where the file is.",
    "wasm-blocked": "This page's security policy (CSP) stops the program that shows the minutes. The site's administrator should add 'wasm-unsafe-eval' to script-src, or to default-src where there is no script-src.",
    "fetch-blocked": "This page's security policy (CSP) stops a file that is needed from being fetched. The site's administrator should add {} to connect-src.",
    unsupported: "This browser does not have {}, which showing the minutes needs. A newer one may.",
    "wasm-broken": "gijiroku_bg.wasm, the program that shows the minutes, is damaged. The site's administrator should put the file there anew.",
    "not-found": "The file of the minutes was not found ({}).",
    http: "The server did not give the file of the minutes ({}).",
    network: "The file of the minutes could not be fetched. The connection may be down.",
    cut: "The file of the minutes broke off on its way. The connection may be down, or the server may say wrongly how the file is compressed.",
    cors: "The file of the minutes could not be fetched from another site ({}). The connection may be down, or that site may not allow its use here (CORS).",
    "not-text": "The file is not text ({}), so it cannot be read as minutes.",
    xml: "The XML file cannot be read as minutes ({}).",
    html: "The file is a web page in which no text of its own was found.",
    "pdf-missing": "The program that reads PDF (pdf.js, pdf_bg.wasm) could not be fetched. The connection may be down, or the site may not have the files.",
    "pdf-scanned": "The PDF holds no text: its pages, {} in all, are pictures. Give a PDF that went through text recognition (OCR), or a text.",
    "pdf-encrypted": "The PDF asks for a password, so it cannot be read. Save it without one.",
    "pdf-damaged": "The PDF is damaged and cannot be read. Fetch it again from its publisher.",
    "pdf-large": "The PDF is too large to be read (256 MiB once decoded, 20,000 pages, 400,000 letters a page).",
    "pdf-letters": "The PDF does not say which letters it holds. Give the document that it was made from, or a PDF that went through text recognition (OCR).",
    "docx-missing": "The program that reads Word documents (forms/docx.js and others) could not be fetched. The connection may be down, or the site may not have the files.",
    "docx-encrypted": "The Word document asks for a password, so it cannot be read. Save it without one.",
    "docx-damaged": "The Word document is damaged and cannot be read. Fetch it again from its publisher, or open it in Word and save it anew.",
    "docx-large": "The Word document is too large or nested too deeply to be read (256 MiB once unpacked, 8,000,000 parts, 200 levels).",
    "docx-old": "A Word document of the old form (.doc) is not read. Open it in Word and save it as .docx.",
    "docx-other": "The file is no Word document (.docx), so it cannot be read. Save other office documents as plain text, or give a file inside of the zip.",
    "docx-doctype": "A Word document with a document type (DOCTYPE) is not read, for safety. Open it in Word and save it anew.",
    "docx-empty": "The Word document holds no text. If it holds pictures of pages, give one that went through text recognition (OCR), or a text. If it holds another document, open it in Word and save it again.",
    people: "The file of people could not be read ({}).",
    corrections: "The file of corrections could not be read ({}), so none are shown.",
    desk: "The program that shows the source, desk.js, could not be fetched. The connection may be down, or the site may not have the file.",
    save: "The minutes could not be saved. The connection may be down, or the site may lack a file for it, such as one-file.js.",
    memory: "There is not enough memory to show the minutes. Closing other tabs may help.",
    trapped: "Something went wrong while showing the minutes.",
  },
};
