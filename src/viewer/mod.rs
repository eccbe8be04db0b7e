//! The room of showing.
