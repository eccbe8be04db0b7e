//! 照合: folding for comparing words only. What it returns is never shown and never written.

/// The comparing form of a character: half-width, new glyph; `None` for white space and what has no form of its own.
pub(crate) fn fold(ch: char) -> Option<char> {
    let ch = match ch {
        '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}' | '\u{200b}'..='\u{200f}' | '\u{feff}' => return None,
        _ if ch.is_whitespace() => return None,
        '！'..='～' => char::from_u32(u32::from(ch) - 0xfee0).unwrap_or(ch),
        _ => variant(ch),
    };
    Some(ch.to_ascii_lowercase())
}

/// Words with the glyphs in common use, where there are others and none takes more or fewer bytes: 「國務大臣」 as 「国務大臣」.
pub(crate) fn modern(words: &str) -> Option<String> {
    // Nearly no words have an old one.
    let old = words.chars().any(|it| variant(it) != it);
    old.then(|| words.chars().map(variant).collect::<String>()).filter(|it| it.len() == words.len())
}

/// 旧字・異体字 → the glyph in common use. Pairs as the Diet's records and 人名用漢字表 treat them.
fn variant(ch: char) -> char {
    match ch {
        '髙' => '高',
        '﨑' | '嵜' => '崎',
        '德' => '徳',
        '邊' | '邉' => '辺',
        '齋' => '斎',
        '齊' => '斉',
        '澤' => '沢',
        '濵' | '濱' => '浜',
        '廣' => '広',
        '國' => '国',
        '惠' => '恵',
        '眞' => '真',
        '淸' => '清',
        '瀨' => '瀬',
        '靜' => '静',
        '榮' => '栄',
        '藏' => '蔵',
        '豐' => '豊',
        '櫻' => '桜',
        '嶋' | '嶌' => '島',
        '龍' => '竜',
        '步' => '歩',
        '會' => '会',
        '勞' => '労',
        '學' => '学',
        '條' => '条',
        '實' => '実',
        '壽' => '寿',
        '𠮷' => '吉',
        '槇' => '槙',
        '彌' => '弥',
        '曾' => '曽',
        '薗' => '園',
        '壯' => '壮',
        '冨' => '富',
        '峯' => '峰',
        '舘' => '館',
        '鐵' => '鉄',
        '黑' => '黒',
        '萬' => '万',
        '與' => '与',
        '團' => '団',
        '圓' => '円',
        '辯' | '辨' => '弁',
        '縣' => '県',
        '區' => '区',
        '總' => '総',
        '經' => '経',
        '濟' => '済',
        '應' => '応',
        '橫' => '横',
        '關' => '関',
        '靑' => '青',
        '增' => '増',
        '祿' => '禄',
        _ => ch,
    }
}

/// The comparing form of a text, white space left out.
pub(crate) fn key(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn width_space_and_old_glyphs_are_the_same() {
        assert_eq!(key("髙橋　一郎"), key("高橋一郎"));
        assert_eq!(key("第３２回"), key("第32回"));
        assert_ne!(key("斎藤"), key("斉藤"));
        assert_eq!(key(" Ａ１ "), "a1");
    }
}
