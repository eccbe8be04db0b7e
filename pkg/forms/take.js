// From a file's text to the minutes in it: fetched only for files that may be no plain text. The rules of src/input/.
import { meetings as ofDiet } from "./diet.js";
import { meetings as ofList } from "./listed.js";
import { isPage, read } from "./page.js";
import { value } from "./xml.js";

/** @typedef {import("../index.js").FileMeeting} Meeting */
/** @typedef {{ form: import("../index.js").Form, meetings: Meeting[] }} Taken */

/**
 * Takes a file for what it is; what is of no known form is plain text.
 * @param {string} text
 * @param {typeof import("./debate.js") | null} debate what reads debates, where the file may be one
 * @returns {Taken}
 * @throws {import("./tree.js").Refused} where XML is of a known form and is not to be read
 */
export function take(text, debate) {
  const form = debate?.form(text);
  if (debate && form) return { form, meetings: debate.meetings(text, form).map((it) => ({ ...it, people: [], notes: [], record: null })) };
  const found = sniff(text);
  if (found?.meetings.length) return found;
  return { form: "text", meetings: [{ text, people: [], notes: [], name: "", record: null }] };
}

/** @param {string} text @returns {Taken | null} */
function sniff(text) {
  const first = /^[\ufeff \t\r\n]*([^])/.exec(text)?.[1];
  if (first === "<" && text.includes("<speechRecord")) return { form: "diet-xml", meetings: ofDiet(value(text)) };
  if (first === "<" && isPage(text)) return { form: "html", meetings: [page(text)] };
  if (first !== "{" && first !== "[") return null;
  try {
    const json = JSON.parse(text.replace(/^\ufeff/, ""));
    const meetings = ofDiet(json);
    return meetings.length ? { form: "diet-json", meetings } : { form: "speeches-json", meetings: ofList(json) };
  } catch {
    // No JSON, or one so deep that no list of speeches is in it.
    return null;
  }
}

/** @param {string} text @returns {Meeting} */
function page(text) {
  const { text: words, leftOut } = read(text);
  const count = [...leftOut.values()].reduce((a, b) => a + b, 0);
  const seen = [...leftOut].map(([name, n]) => `${name} ${n}`).join("、");
  return { text: words, people: [], notes: count ? [{ code: "G401", seen, expected: String(count) }] : [], name: "", record: null };
}

/** The note that says which other meetings there are. @param {Meeting[]} meetings @param {number} idx */
export function others(meetings, idx) {
  const names = meetings.filter((_, it) => it !== idx).map((it) => it.name);
  if (!names.length) return [];
  return [{ code: "G402", seen: names.slice(0, 5).join("、") + (names.length > 5 ? "、…" : ""), expected: String(names.length) }];
}

/** What a reader of the page is told above the minutes. @type {Record<"ja" | "en", Record<string, string>>} */
const SENTENCES = {
  ja: {
    html: "HTMLのページから、本文を読み取りました。",
    "diet-json": "国会会議録検索システムのデータから読み取りました。",
    "diet-xml": "国会会議録検索システムのデータから読み取りました。",
    "speeches-json": "発言を並べたデータから読み取りました。",
    "akoma-ntoso": "Akoma Ntoso のマークアップのとおりに示しています。",
    tei: "TEI のマークアップのとおりに示しています。",
    pdf: "PDFから文字を読み取りました。",
    docx: "Wordの文書から読み取りました。",
    G401: "案内やルビなど、本文でないとみた{expected}字は除いています。",
    G402: "このファイルには、ほかに{expected}件の会議があります（{seen}）。",
    G403: "会議の発言のうち、このファイルにあるのは一部だけです（{seen}件）。",
    G405: "画像だけで文字のないページがあります（{seen}ページ）。",
    G406: "文字コードのない文字が{expected}字あり、U+FFFD（�）で示しています。",
    G407: "壊れているか欠けていて、読めない部分のあるページがあります（{seen}ページ）。",
    G408: "変更履歴が残っています。追加された{seen}字を含め、削除された{expected}字を除いています。",
    G409: "取り込まれた別の文書が{expected}件あり、その中の文字は示していません。",
  },
  en: {
    html: "Read from a web page.",
    "diet-json": "Read from data of the Diet records.",
    "diet-xml": "Read from data of the Diet records.",
    "speeches-json": "Read from a list of speeches.",
    "akoma-ntoso": "Shown as the Akoma Ntoso mark-up says.",
    tei: "Shown as the TEI mark-up says.",
    pdf: "Read from the letters of a PDF.",
    docx: "Read from a Word document.",
    G401: "{expected} characters, such as navigation and readings over letters, are left out.",
    G402: "The file holds {expected} other meetings ({seen}).",
    G403: "The file holds only a part of the speeches ({seen}).",
    G405: "Some pages are pictures without text (pages {seen}).",
    G406: "{expected} letters have no code; each is shown as U+FFFD (�).",
    G407: "Some pages are damaged or gone, and were read in part at most (pages {seen}).",
    G408: "Changes are tracked that nobody accepted: {seen} characters that they add are shown, {expected} that they delete are not.",
    G409: "{expected} other documents are put into this one, and their words are not shown.",
  },
};

/** @param {import("../index.js").Form} form @param {import("../index.js").InputNote[]} notes @param {"ja" | "en"} lang */
export function told(form, notes, lang) {
  const of = SENTENCES[lang];
  const told = notes.map((it) => of[it.code].replace("{expected}", it.expected).replace("{seen}", it.seen));
  return [of[form], ...told].join(lang === "ja" ? "" : " ");
}
