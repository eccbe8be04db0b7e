//! `glue`
fn main() {}
