//! What several files of tests share: texts to read, the walk over a document, and what is promised of every one.
#![allow(dead_code, reason = "each file of tests uses a part of it")]

pub(crate) mod places;
pub(crate) mod promises;
pub(crate) mod texts;
#[cfg(feature = "cli")]
pub(crate) mod written;
