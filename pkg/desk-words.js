/** The words of the desk, and its stylesheet. */
export const WORDS = {
  ja: {
    name: "原文と読み取り",
    close: "議事録に戻る",
    counted: "{}行、指摘{}件",
    list: "指摘の一覧（{}件）",
    none: "指摘はありません。",
    told: "指摘",
    next: "次の指摘",
    previous: "前の指摘",
    line: "行",
    go: "この行へ",
    read: "議事録で見る",
    note: "注記",
    warning: "注意",
    error: "誤り",
  },
  en: {
    name: "The source, and what was read in it",
    close: "Back to minutes",
    counted: "Lines: {}. Remarks: {}.",
    list: "Remarks ({})",
    none: "No remarks.",
    told: "Remarks",
    next: "Next",
    previous: "Previous",
    line: "Line",
    go: "Go to line",
    read: "Show in the minutes",
    note: "note",
    warning: "warning",
    error: "error",
  },
};

export const STYLE = `
.desk { font-family: var(--gijiroku-font, "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, system-ui, sans-serif); line-height: 1.75; color: var(--gijiroku-ink, light-dark(#1a1a1c, #ececf0)); background: var(--gijiroku-background, light-dark(#ffffff, #18181b)); padding: 1rem clamp(1rem, 3vw, 2rem); }
.desk h1, .desk h2, .desk h3, .desk h4, .desk h5, .desk h6 { margin: 0; font-size: 1.25rem; }
.desk-bar { position: sticky; inset-block-start: var(--gijiroku-sticky-top, 0px); z-index: 1; display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; padding-block: 0.5rem; background: inherit; border-block-end: 1px solid; }
.desk-bar > div { display: flex; gap: 0.5rem; }
.desk-bar button { font-size: 0.9375rem; padding-inline: 0.625rem; }
.desk form { margin-block: 0.75rem; display: flex; gap: 0.5rem; align-items: center; }
.desk input { font: inherit; color: inherit; background: none; inline-size: 6rem; min-block-size: 2.75rem; border: 1px solid; border-radius: 0.5rem; padding-inline: 0.5rem; }
.desk button { font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 0.5rem; padding: 0.375rem 0.75rem; min-block-size: 2.75rem; cursor: pointer; text-align: start; }
.desk summary { min-block-size: 1.75rem; cursor: pointer; }
.desk :focus-visible { outline: 3px solid var(--gijiroku-focus, light-dark(#000000, #ffffff)); outline-offset: 2px; }
.desk :is(.desk-line, h1, h2, h3, h4, h5, h6):focus-visible { outline-offset: -3px; }
.desk ol { list-style: none; margin: 0; padding: 0; }
.desk-lines > ol { content-visibility: auto; contain-intrinsic-size: auto 400rem; }
.desk-lines > ol:empty { min-block-size: 400rem; }
.desk-line { display: grid; grid-template-columns: 4.5rem minmax(0, 1fr); border-block-end: 1px solid var(--gijiroku-line, light-dark(#d8d8db, #414144)); padding-block: 0.25rem; scroll-margin-block-start: 9rem; }
.desk-line > * { grid-column: 2; margin: 0; }
.desk-line > .desk-number { grid-column: 1; grid-row: 1 / span 20; color: var(--gijiroku-quiet, light-dark(#5f6063, #a7a8b0)); font-variant-numeric: tabular-nums; }
.desk-text { white-space: pre-wrap; overflow-wrap: anywhere; }
.desk-hint { display: block; color: var(--gijiroku-quiet, light-dark(#5f6063, #a7a8b0)); }
.desk-part { font-size: 0.875rem; color: var(--gijiroku-quiet, light-dark(#5f6063, #a7a8b0)); overflow-wrap: anywhere; }
.desk-part ul { margin: 0; padding-inline-start: 1.5rem; }
.desk-told { border-inline-start: 0.25rem solid var(--gijiroku-doubt, light-dark(#8a5a00, #e8b85a)); padding-inline-start: 0.75rem; overflow-wrap: anywhere; }
@media (max-width: 30rem) { .desk-line { grid-template-columns: 3rem minmax(0, 1fr); } }
@media print { .desk-bar, .desk form, .desk button { display: none; } .desk-lines > ol { content-visibility: visible; } }
`;
