// The minutes that are measured: the seed beside the project or else an invented sample, and invented days of any length.
import { existsSync, readFileSync, readdirSync } from "node:fs";

const seeds = new URL("../../../../shared/seed/", import.meta.url);
const samples = new URL("../../../www/samples/", import.meta.url);

/** The minutes that all are measured on. @returns {{ name: string, text: string }} */
export function minutes() {
  const seed = existsSync(seeds) && readdirSync(seeds).find((it) => it.endsWith(".txt"));
  if (seed) return { name: "the seed", text: readFileSync(new URL(seed, seeds), "utf8") };
  return { name: "an invented sample", text: readFileSync(new URL("bousai-gijigaiyo.txt", samples), "utf8") };
}

/** A text as often as it takes to have so many bytes. @param {string} text @param {number} n_bytes */
export function repeated(text, n_bytes) {
  const once = `${text.trimEnd()}\n\n`;
  return once.repeat(Math.max(1, Math.round(n_bytes / Buffer.byteLength(once))));
}

const MEMBERS = ["秋山聡", "石黒由紀子", "宇佐美弘", "江藤さやか", "大河内努", "片桐理恵", "木下一真", "熊谷登志子", "小松原渉", "坂巻正人", "清家麻衣子", "高梨修"];
/** How often each stands in the text differs, so that each key of a search has another answer. */
const SENTENCES = [
  "ただいま議題となりました件につきまして、趣旨の御説明を申し上げます。",
  "予算の執行に当たっては、地域の実情を十分に踏まえるべきと考えますが、いかがでしょうか。",
  "予約の受付は、窓口と電話の両方で続けてまいります。",
  "予算案に計上した経費は、前年度に比べて三割の増となっております。",
  "御指摘のとおり、人材の育成には時間を要しますので、計画的に取り組んでまいります。",
  "また、利用者の声を聴く場を四半期に一度設け、その結果を公表いたします。",
  "次に、施設の老朽化への対応について伺います。",
];

/**
 * An invented sitting: so many speeches of about so many characters, a chair between the members, a heading every 50.
 * @param {number} n_speeches @param {number} n_chars
 */
export function sitting(n_speeches, n_chars) {
  const lines = ["第１回みなと市議会定例会会議録（第１号）", "", "令和７年３月６日（木曜日）", "", "出席議員（１２名）", ...MEMBERS.map((it) => `　${it}`), "", "　　　　午前１０時００分　開議", ""];
  for (let at = 0, sentence = 0; at < n_speeches; at++) {
    if (at % 50 === 0) lines.push(`　　　日程第${at / 50 + 1}　一般質問`, "");
    const label = at % 4 === 0 ? "○議長（高梨修君）" : `○${MEMBERS[at % (MEMBERS.length - 1)]}君`;
    let words = "";
    while (words.length < n_chars) words += SENTENCES[sentence++ % SENTENCES.length] + (words.length % 5 === 4 ? "\n　" : "");
    lines.push(`${label}　${words.trimEnd()}`, "");
  }
  return `${lines.join("\n")}\n`;
}

/** A day of the Diet: 450 speeches, 180,000 characters. */
export const day = () => sitting(450, 390);
