//! Folding for comparison only.
