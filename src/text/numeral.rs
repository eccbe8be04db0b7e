//! 数字: full-width, half-width and kanji numerals to integers.

/// A number at the start of `text`, and the bytes it takes: `１２番` → (12, 6), `二十九日` → (29, 9), `①` → (1, 3).
pub(crate) fn leading(text: &str) -> Option<(u32, usize)> {
    let digits = text.char_indices().find(|it| digit(it.1).is_none()).map_or(text.len(), |it| it.0);
    if digits > 0 {
        let value = text
            .get(..digits)?
            .chars()
            .take(9)
            .fold(0, |sum: u32, ch| sum.saturating_mul(10).saturating_add(digit(ch).unwrap_or(0)));
        return Some((value, digits));
    }
    let first = text.chars().next()?;
    if let Some(value) = circled(first) {
        return Some((value, first.len_utf8()));
    }
    kanji(text)
}

/// 0 to 9 for `0` to `9` and `０` to `９`.
pub(crate) fn digit(ch: char) -> Option<u32> {
    match ch {
        '0'..='9' => Some(u32::from(ch) - u32::from('0')),
        '０'..='９' => Some(u32::from(ch) - u32::from('０')),
        _ => None,
    }
}

/// 1 to 50 for ① to ㊿.
fn circled(ch: char) -> Option<u32> {
    match ch {
        '①'..='⑳' => Some(u32::from(ch) - u32::from('①') + 1),
        '㉑'..='㉟' => Some(u32::from(ch) - u32::from('㉑') + 21),
        '㊱'..='㊿' => Some(u32::from(ch) - u32::from('㊱') + 36),
        _ => None,
    }
}

/// A value of 0 to 9 written in kanji; 元 is none.
fn kanji_digit(ch: char) -> Option<u32> {
    Some(match ch {
        '〇' | '零' | '○' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// 「二十九」 → 29, 「一〇」 → 10, 「百二十」 → 120.
fn kanji(text: &str) -> Option<(u32, usize)> {
    let (mut total, mut current, mut len, mut digits) = (0u32, 0u32, 0, 0);
    for ch in text.chars() {
        let unit = match ch {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            _ => 1,
        };
        if unit > 1 {
            total = total.saturating_add(if digits == 0 { unit } else { current.saturating_mul(unit) });
            (current, digits) = (0, 0);
        } else if let Some(value) = kanji_digit(ch).filter(|_| len > 0 || ch != '○') {
            current = current.saturating_mul(10).saturating_add(value);
            digits += 1;
        } else {
            break;
        }
        len += ch.len_utf8();
    }
    (len > 0).then_some((total.saturating_add(current), len))
}

#[cfg(test)]
mod tests {
    use super::leading;

    #[test]
    fn reads_each_way_of_writing_a_number() {
        for (text, value, len) in [
            ("12番", 12, 2),
            ("１２番", 12, 6),
            ("二十九日", 29, 9),
            ("一〇時", 10, 6),
            ("百二十", 120, 9),
            ("十日", 10, 3),
            ("①", 1, 3),
            ("⑳", 20, 3),
            ("㉒", 22, 3),
            ("㊲", 37, 3),
            ("三十", 30, 6),
        ] {
            assert_eq!(leading(text), Some((value, len)), "{text}");
        }
        assert_eq!(leading("番"), None);
        assert_eq!(leading("○○委員"), None);
    }
}
