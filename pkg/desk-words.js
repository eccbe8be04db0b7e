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
    page: "PDF {}ページ",
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
    page: "PDF, page {}",
    go: "Go to line",
    read: "Show in the minutes",
    note: "note",
    warning: "warning",
    error: "error",
  },
};

export const STYLE = `
.desk { font-family: var(--gijiroku-font, "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, system-ui, sans-serif); line-height: 1.75; color: var(--gijiroku-ink, light-dark(#1a1a1c, #ececf0)); background: var(--gijiroku-background, light-dark(#ffffff, #18181b)); padding: max(1rem, 16px) clamp(max(1rem, 16px), 3vw, max(2rem, 32px)); }
.desk h1, .desk h2, .desk h3, .desk h4, .desk h5, .desk h6 { margin: 0; font-size: max(1.25rem, 20px); }
.desk-bar { position: sticky; inset-block-start: var(--gijiroku-sticky-top, 0px); z-index: 1; display: flex; flex-wrap: wrap; gap: max(0.5rem, 8px); align-items: center; padding-block: max(0.5rem, 8px); background: inherit; border-block-end: 1px solid; }
.desk-bar > div { display: flex; gap: max(0.5rem, 8px); }
.desk-bar button { font-size: max(0.9375rem, 15px); padding-inline: max(0.625rem, 10px); }
.desk form { margin-block: max(0.75rem, 12px); display: flex; gap: max(0.5rem, 8px); align-items: center; }
.desk input { font: inherit; color: inherit; background: none; inline-size: max(6rem, 96px); min-block-size: max(2.75rem, 44px); border: 1px solid; border-radius: max(0.5rem, 8px); padding-inline: max(0.5rem, 8px); }
.desk button { font: inherit; color: inherit; background: none; border: 1px solid; border-radius: max(0.5rem, 8px); padding: max(0.375rem, 6px) max(0.75rem, 12px); min-block-size: max(2.75rem, 44px); cursor: pointer; text-align: start; }
.desk summary { min-block-size: max(1.75rem, 28px); cursor: pointer; }
.desk :focus-visible { outline: 3px solid var(--gijiroku-focus, light-dark(#000000, #ffffff)); outline-offset: 2px; }
.desk :is(.desk-line, h1, h2, h3, h4, h5, h6):focus-visible { outline-offset: -3px; }
.desk ol { list-style: none; margin: 0; padding: 0; }
.desk-lines > ol { content-visibility: auto; contain-intrinsic-size: auto max(400rem, 6400px); }
.desk-lines > ol:empty { min-block-size: max(400rem, 6400px); }
.desk-line { display: grid; grid-template-columns: max(4.5rem, 72px) minmax(0, 1fr); border-block-end: 1px solid var(--gijiroku-line, light-dark(#d8d8db, #414144)); padding-block: max(0.25rem, 4px); scroll-margin-block-start: max(9rem, 144px); }
.desk-line > * { grid-column: 2; margin: 0; }
.desk-line > .desk-number { grid-column: 1; grid-row: 1 / span 20; color: var(--gijiroku-quiet, light-dark(#5f6063, #a7a8b0)); font-variant-numeric: tabular-nums; }
.desk-text { white-space: pre-wrap; overflow-wrap: anywhere; }
.desk-page { justify-self: start; font-size: max(0.875rem, 14px); color: inherit; min-block-size: max(1.5rem, 24px); }
.desk-line > .desk-page { grid-row: 1; border-block-end: 1px solid; }
.desk-line:has(> .desk-page) > .desk-text { grid-row: 2; }
.desk-here:empty { display: none; }
.desk-hint { display: block; color: var(--gijiroku-quiet, light-dark(#5f6063, #a7a8b0)); }
.desk-part { font-size: max(0.875rem, 14px); color: var(--gijiroku-quiet, light-dark(#5f6063, #a7a8b0)); overflow-wrap: anywhere; }
.desk-part ul { margin: 0; padding-inline-start: max(1.5rem, 24px); }
.desk-told { border-inline-start: max(0.25rem, 4px) solid var(--gijiroku-doubt, light-dark(#8a5a00, #e8b85a)); padding-inline-start: max(0.75rem, 12px); overflow-wrap: anywhere; }
@media (max-width: 30rem) { .desk-line { grid-template-columns: max(3rem, 48px) minmax(0, 1fr); } }
@media print { .desk-bar, .desk form, .desk button { display: none; } .desk-lines > ol { content-visibility: visible; } }
`;
