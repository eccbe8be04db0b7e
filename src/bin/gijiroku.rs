//! `gijiroku`
fn main() {}
