//! The room of writing: the document in other forms. Opens no file and knows no screen.
//!
//! The JSON of the minutes is a public format with a version. What holds everywhere in it:
//!
//! - Keys and the values of enumerations are in lower camel case: `leftEarly`, `noObjection`.
//! - A key is never left out, except `gaps`, which stands only where there are any; what the document does not tell is `null`.
//! - A place is `{"start", "end"}`: bytes of the text in UTF-8, `end` not included. `gaps` lists the places inside it
//!   that were passed over when the words were read on, each with its `joint`.
//! - Words are as printed. `spans` says where each of the words beside it is printed.
//! - `line` and `column` count from 1, `column` in characters.
//! - Ids (`s1` a speech, `p1` a person, `sec1` a section) count from 1 in the order of the source.

#[cfg(any(feature = "cli", feature = "data"))]
pub mod akn;
#[cfg(any(feature = "cli", feature = "data"))]
mod common;
#[cfg(any(feature = "cli", feature = "data"))]
pub mod csv;
#[cfg(feature = "cli")]
pub mod html;
pub mod json;
pub mod jsonl;
#[cfg(any(feature = "cli", feature = "data"))]
pub mod jsonld;
#[cfg(any(feature = "cli", feature = "data"))]
pub mod kokkai;
#[cfg(any(feature = "cli", feature = "data"))]
pub mod markdown;
#[cfg(any(feature = "cli", feature = "data"))]
mod markup;
#[cfg(any(feature = "cli", feature = "data"))]
pub mod popolo;
#[cfg(any(feature = "cli", feature = "data"))]
pub mod tei;
#[cfg(any(feature = "cli", feature = "data"))]
pub mod text;
