//! The only boundary to JavaScript: the viewer behind `<gijiroku-viewer>`, and minutes as data. Two modules of wasm are
//! built from it, one for each feature.

#[cfg(feature = "data")]
mod data;
#[cfg(feature = "element")]
mod handle;
mod options;
