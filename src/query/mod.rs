//! The room of asking.
