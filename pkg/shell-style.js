/** The stylesheet of the shell; the viewer's own is src/viewer/style.css, and its properties are taken here too. */
export default `
:host { display: block; color-scheme: light dark; }
:host([hidden]) { display: none; }
:host([theme="light"]), :host([theme="light"]) .shell { color-scheme: light; }
:host([theme="dark"]), :host([theme="dark"]) .shell { color-scheme: dark; }
[hidden]:not([hidden="until-found"]) { display: none !important; }
/* Nothing of the page's own text comes in, but what it says of all that is in it. */
.gijiroku, .shell-status, .shell-failure, .shell-text, .shell-note, .desk, slot[lang] { all: initial; display: block; font-size: var(--gijiroku-font-size, max(1rem, 16px)); color-scheme: inherit; visibility: inherit; pointer-events: inherit; interactivity: inherit; cursor: inherit; user-select: inherit; -webkit-user-select: inherit; writing-mode: inherit; -webkit-locale: inherit; }
.shell-status, .shell-failure, .shell-text, .shell-note, .desk, slot { font-family: var(--gijiroku-font, "Noto Sans JP", "Noto Sans CJK JP", "Hiragino Sans", "Yu Gothic UI", Meiryo, system-ui, sans-serif); line-height: 1.75; color: var(--gijiroku-ink, light-dark(#1a1a1c, #ececf0)); background: var(--gijiroku-background, light-dark(#ffffff, #18181b)); }
.shell-status { min-block-size: 12em; margin: 0; padding: 1em 0; animation: shell-appear 0.2s 0.4s backwards; }
.shell-progress { display: block; inline-size: min(100%, 24em); block-size: 0.75em; margin: 0.75em 0 0.25em; accent-color: var(--gijiroku-accent, light-dark(#0017c1, #9db7f9)); }
.shell-note { margin: 0; padding: 0.75em clamp(1em, 3vw, 2em) 0; font-size: calc(0.875 * var(--gijiroku-font-size, max(1rem, 16px))); overflow-wrap: anywhere; }
.shell-status, .shell-note, slot[lang] { color: var(--gijiroku-quiet, light-dark(#5f6063, #a7a8b0)); }
slot { display: block; }
::slotted(pre) { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; }
.desk { padding: 1em clamp(1em, 3vw, 2em); }
.shell-wait { margin: 0 0 1em; }
.shell-failure { border: 1px solid; border-inline-start-width: 0.25em; padding: 1em 1.25em; margin: 0 0 1em; }
.shell-failure p, span.shell-actions { margin: 0.5em 0 0; }
.shell-actions { display: flex; flex-wrap: wrap; gap: 0.5em 1em; align-items: center; }
.shell-actions > * { min-block-size: 2.75em; }
.shell-actions > a { display: inline-flex; align-items: center; color: var(--gijiroku-accent, light-dark(#0017c1, #9db7f9)); }
.shell-retry { font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 0.5em; padding: 0.375em 1em; cursor: pointer; }
:is(.shell-retry, .shell-actions > a, .shell-text):focus-visible { outline: 3px solid var(--gijiroku-focus, light-dark(#000000, #ffffff)); outline-offset: 2px; }
.shell-text { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; }
@keyframes shell-appear { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .shell-status { animation: none; } }
`;
