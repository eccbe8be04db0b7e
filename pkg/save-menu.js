// The forms that a reader can save minutes in, as a dialog. Fetched when a reader first asks for it.
import { make } from "./shell.js";

/** @typedef {"viewer" | import("./index.js").Written} Form */
/** @typedef {{ form: Form, name: string, of: string }} Choice */

const WORDS = {
  ja: {
    title: "保存する形式",
    close: "閉じる",
    only: "{}の発言だけにする（CSV・Markdown）",
    groups: [
      ["読む", [
        ["viewer", "この画面のまま一つのファイルに（HTML）", "ネットワークがなくても開けて、検索もできます。"],
        ["txt", "原文（テキスト）", "読み込んだ文面のままです。"],
        ["md", "見出しと発言（Markdown）", "文書の作成に使えます。"],
      ]],
      ["表とデータ", [
        ["csv", "発言の表（CSV）", "発言ごとに1行。表計算ソフトで開けます。"],
        ["json", "読み取ったすべて（JSON）", "位置や根拠も含みます。"],
        ["jsonl", "発言ごとのデータ（JSON Lines）", "発言ごとに1行です。"],
      ]],
      ["標準の形式", [
        ["akn", "Akoma Ntoso（XML）", "議会と公文書館の形式です。"],
        ["tei", "TEI Parla-CLARIN（XML）", "研究用の会議録の形式です。"],
        ["popolo", "Popolo（JSON）", "人物と発言のデータの形式です。"],
        ["jsonld", "schema.org（JSON-LD）", "検索エンジンに会議を伝える形式です。"],
        ["kokkai", "国会会議録の形式（JSON）", "国会会議録検索システムのAPIと同じ項目です。"],
      ]],
    ],
  },
  en: {
    title: "Save as",
    close: "Close",
    only: "Only what {} said (CSV, Markdown)",
    groups: [
      ["To read", [
        ["viewer", "This view as one file (HTML)", "Opens without a network, with search."],
        ["txt", "Source text", "The text as it was read."],
        ["md", "Headings and speeches (Markdown)", "To write with."],
      ]],
      ["Tables and data", [
        ["csv", "Table of speeches (CSV)", "A speech a row, for spreadsheets."],
        ["json", "All that was read (JSON)", "With places and evidence."],
        ["jsonl", "Speeches as data (JSON Lines)", "A speech a line."],
      ]],
      ["Standards", [
        ["akn", "Akoma Ntoso (XML)", "Of parliaments and archives."],
        ["tei", "TEI Parla-CLARIN (XML)", "Of research on parliaments."],
        ["popolo", "Popolo (JSON)", "Of data about people and speeches."],
        ["jsonld", "schema.org (JSON-LD)", "For search engines."],
        ["kokkai", "Records of the Diet (JSON)", "The fields of the Diet records' API."],
      ]],
    ],
  },
};

export const STYLE = `
.save-menu { all: initial; display: block; writing-mode: horizontal-tb; position: fixed; inset: 0; margin: auto; inline-size: min(36em, calc(100vw - 2em)); block-size: fit-content; max-block-size: calc(100dvh - 2em); overflow: auto; overscroll-behavior: contain; box-sizing: border-box; padding: 1em 1.5em 1.5em; border: 1px solid; border-radius: 0.75em; font: var(--gijiroku-font-size, max(1rem, 16px))/1.6 var(--gijiroku-font, "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, system-ui, sans-serif); color-scheme: inherit; color: var(--gijiroku-ink, light-dark(#1a1a1c, #ececf0)); background: var(--gijiroku-background, light-dark(#ffffff, #18181b)); }
.save-menu:not([open]) { display: none; }
.save-menu::backdrop { background: rgb(0 0 0 / 0.5); }
.save-head { display: flex; justify-content: space-between; align-items: center; gap: 1em; }
.save-menu h2 { margin: 0; font-size: 1.25em; }
.save-menu h3 { margin: 1em 0 0.25em; font-size: 1em; font-weight: 400; color: var(--gijiroku-quiet, light-dark(#5f6063, #a7a8b0)); }
.save-menu ul { list-style: none; margin: 0; padding: 0; }
.save-menu button { font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 0.5em; padding: 0.375em 1em; min-block-size: 2.75em; cursor: pointer; }
.save-menu li button { inline-size: 100%; text-align: start; border: 0; border-radius: 0; border-block-end: 1px solid var(--gijiroku-line, light-dark(#d8d8db, #3c3d44)); padding-inline: 0.25em; }
.save-menu li button:hover { background: var(--gijiroku-panel, light-dark(#f4f5f7, #232429)); }
.save-menu strong { display: block; font-weight: 700; color: var(--gijiroku-accent, light-dark(#0017c1, #9db7f9)); text-decoration: underline; text-underline-offset: 0.2em; }
.save-menu label { display: flex; gap: 0.5em; align-items: center; min-block-size: 2.75em; margin-block-start: 0.5em; cursor: pointer; }
.save-menu :is(button, input):focus-visible { outline: 3px solid var(--gijiroku-focus, light-dark(#000000, #ffffff)); outline-offset: 2px; }
`;

/**
 * Opens the menu; it takes itself away once it is closed.
 * @param {HTMLElement} place where it is put
 * @param {{ lang: "ja" | "en", speaker: string | null, choose: (form: Form, speaker: string) => void }} asked `speaker`: whom the reader has picked alone
 */
export function openMenu(place, { lang, speaker, choose }) {
  const words = WORDS[lang];
  const dialog = /** @type {HTMLDialogElement} */ (make("dialog", { class: "save-menu", part: "save-menu", lang, "aria-labelledby": "save-title" }));
  const close = make("button", { type: "button" }, words.close);
  close.addEventListener("click", () => dialog.close());
  const head = make("div", { class: "save-head" });
  head.append(make("h2", { id: "save-title" }, words.title), close);
  dialog.append(head);
  const only = /** @type {HTMLInputElement} */ (make("input", { type: "checkbox" }));
  if (speaker !== null) {
    const label = make("label", {});
    label.append(only, make("span", {}, words.only.replace("{}", speaker)));
    dialog.append(label);
  }
  for (const [title, choices] of /** @type {[string, [Form, string, string][]][]} */ (words.groups)) {
    const list = make("ul", { role: "list" });
    for (const [form, name, of] of choices) {
      const button = make("button", { type: "button", part: "save-form", value: form });
      button.append(make("strong", {}, name), make("span", {}, of));
      button.addEventListener("click", () => {
        dialog.close();
        choose(form, only.checked && speaker !== null ? speaker : "");
      });
      const item = make("li", {});
      item.append(button);
      list.append(item);
    }
    dialog.append(make("h3", {}, title), list);
  }
  // A press beside it closes it, as a reader expects.
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
}
