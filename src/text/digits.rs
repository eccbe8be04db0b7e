//! 数字: numbers as text, without the standard library's machinery of formatting, which every reader of the wasm would load.

/// `section-12`.
pub(crate) fn numbered(before: &str, number: usize) -> String {
    [before, &number.to_string()].concat()
}

/// At least `width` digits: `05`.
pub(crate) fn padded(number: u32, width: usize) -> String {
    let digits = number.to_string();
    ["0".repeat(width.saturating_sub(digits.len())), digits].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_with_what_stands_before_them() {
        assert_eq!(numbered("section-", 12), "section-12");
        assert_eq!([padded(5, 2), padded(12, 2), padded(2021, 4), padded(123, 2)], ["05", "12", "2021", "123"]);
    }
}
