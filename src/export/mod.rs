//! The room of writing.
