/** The stylesheet of the shell; the viewer's own is src/viewer/style.css. */
export default `
:host { display: block; color-scheme: light dark; }
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
[hidden] { display: none !important; }
.status, .failure, .plain, slot { font-family: var(--gijiroku-font, system-ui, sans-serif); line-height: 1.75; color: var(--gijiroku-text, CanvasText); }
.status { min-block-size: 12rem; margin: 0; padding: 1rem 0; color: var(--gijiroku-quiet, GrayText); animation: appear 0.2s 0.4s backwards; }
slot { display: block; }
slot[lang] { color: var(--gijiroku-quiet, GrayText); }
::slotted(pre) { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; margin: 0; }
.failure { border: 1px solid; border-inline-start-width: 0.25rem; padding: 1rem 1.25rem; margin: 0 0 1rem; }
.failure p { margin: 0.5rem 0 0; }
.actions { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; }
.retry { font: inherit; color: inherit; background: Canvas; border: 1px solid; border-radius: 0.5rem; padding: 0.375rem 1rem; min-block-size: 2.75rem; cursor: pointer; }
a { color: var(--gijiroku-link, LinkText); }
.retry:focus-visible, a:focus-visible, .plain:focus-visible { outline: 4px solid CanvasText; outline-offset: 2px; }
.plain { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font-size: 1rem; }
@keyframes appear { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .status { animation: none; } }
`;
