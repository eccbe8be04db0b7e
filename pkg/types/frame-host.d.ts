// "gijiroku-viewer/frame-host": a script for the page around an iframe; it gives nothing.
export {};
