//! The only boundary to JavaScript: the viewer behind `<gijiroku-viewer>`, and minutes as data. Three modules of wasm
//! are built from it, one for each feature: what reads a PDF is the third.

#[cfg(feature = "data")]
mod data;
#[cfg(feature = "element")]
mod handle;
#[cfg(any(feature = "element", feature = "data"))]
mod options;
#[cfg(feature = "data-pdf")]
mod pdf;
