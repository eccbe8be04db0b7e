//! Numbers as Word prints them before a paragraph.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壱', '弐', '参', '四', '伍', '六', '七', '八', '九'];
const FULL_KANA: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const HALF_KANA: &str = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
const FULL_IROHA: &str =
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
const HALF_IROHA: &str = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const CIRCLED: &str = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const STOPPED: &str = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛";
const BRACKETED: &str = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";
const CIRCLED_KANJI: &str = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉";
/// Letters that stand for a number are repeated where they run out; a number so great is printed in figures.
const MOST_LETTERS: u32 = 780;

/// A number in a format of Word's; one that is not known is printed in figures.
pub(super) fn written(number: u32, format: &str) -> String {
    let around = |letters: &str| one_of(letters, number, true);
    let up_to = |letters: &str| one_of(letters, number, false);
    let found = match format {
        "none" => Some(String::new()),
        "decimalZero" => Some(format!("{number:02}")),
        "decimalFullWidth" | "decimalFullWidth2" => Some(wide(number)),
        "numberInDash" => Some(format!("- {number} -")),
        "japaneseCounting"
        | "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => Some(counted(number, &DIGITS, ['十', '百', '千'], '万', false)),
        "japaneseLegal" => Some(counted(number, &LEGAL, ['拾', '百', '阡'], '萬', true)),
        "japaneseDigitalTenThousand" | "ideographDigital" | "taiwaneseDigital" => Some(digits(number, &DIGITS)),
        "aiueo" => around(HALF_KANA),
        "aiueoFullWidth" => around(FULL_KANA),
        "iroha" => around(HALF_IROHA),
        "irohaFullWidth" => around(FULL_IROHA),
        "ideographTraditional" => up_to(STEMS),
        "ideographZodiac" => up_to(BRANCHES),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => up_to(CIRCLED),
        "decimalEnclosedFullstop" => up_to(STOPPED),
        "decimalEnclosedParen" => up_to(BRACKETED),
        "ideographEnclosedCircle" => up_to(CIRCLED_KANJI),
        "upperRoman" => roman(number).map(|it| it.to_uppercase()),
        "lowerRoman" => roman(number),
        "upperLetter" => letters(number, 'A'),
        "lowerLetter" => letters(number, 'a'),
        "ordinal" => Some(format!("{number}{}", ordinal(number))),
        _ => None,
    };
    found.unwrap_or_else(|| number.to_string())
}

/// The letter that stands for a number; from the first one again where they run out, if they go around.
fn one_of(letters: &str, number: u32, goes_around: bool) -> Option<String> {
    let idx = usize::try_from(number.checked_sub(1)?).ok()?;
    let idx = if goes_around { idx % letters.chars().count() } else { idx };
    letters.chars().nth(idx).map(String::from)
}

fn wide(number: u32) -> String {
    number.to_string().chars().filter_map(|it| char::from_u32(u32::from(it) + 0xFEE0)).collect()
}

fn digits(number: u32, digits: &[char; 10]) -> String {
    let digit = |it: char| digits.get(it.to_digit(10)? as usize).copied();
    number.to_string().chars().filter_map(digit).collect()
}

/// 「百二十三」; with a one before every unit where numbers of deeds are written: 「壱百弐拾参」.
fn counted(number: u32, digits: &[char; 10], units: [char; 3], myriad: char, says_one: bool) -> String {
    let below = |number: u32| {
        let mut out = String::new();
        for (unit, size) in [(Some(units[2]), 1000), (Some(units[1]), 100), (Some(units[0]), 10), (None, 1)] {
            let digit = number / size % 10;
            if digit > 0 {
                if digit > 1 || unit.is_none() || says_one {
                    out.extend(digits.get(digit as usize));
                }
                out.extend(unit);
            }
        }
        out
    };
    match (number / 10_000, number % 10_000) {
        (0, 0) => digits.first().into_iter().collect(),
        (0, rest) => below(rest),
        (1, rest) => [digits.get(1).into_iter().collect(), myriad.into(), below(rest)].concat(),
        (more @ 2..10_000, rest) => [below(more), myriad.into(), below(rest)].concat(),
        _ => number.to_string(),
    }
}

fn roman(number: u32) -> Option<String> {
    const STEPS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let (mut rest, mut out) = (number, String::new());
    for (size, letters) in STEPS {
        while (1..4000).contains(&number) && rest >= size {
            out.push_str(letters);
            rest -= size;
        }
    }
    (!out.is_empty()).then_some(out)
}

/// 「z」 is followed by 「aa」, 「bb」.
fn letters(number: u32, first: char) -> Option<String> {
    let idx = number.checked_sub(1).filter(|_| number <= MOST_LETTERS)?;
    let letter = char::from_u32(u32::from(first) + idx % 26)?;
    Some(std::iter::repeat_n(letter, usize::try_from(idx / 26 + 1).ok()?).collect())
}

fn ordinal(number: u32) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_prints_them() {
        for (number, format, want) in [
            (12, "decimalFullWidth", "１２"),
            (10, "japaneseCounting", "十"),
            (1, "japaneseCounting", "一"),
            (123, "japaneseCounting", "百二十三"),
            (10_001, "japaneseCounting", "一万一"),
            (0, "japaneseCounting", "〇"),
            (20, "ideographDigital", "二〇"),
            (112, "japaneseLegal", "壱百壱拾弐"),
            (6, "aiueo", "ｶ"),
            (47, "aiueoFullWidth", "ア"),
            (3, "irohaFullWidth", "ハ"),
            (20, "decimalEnclosedCircle", "⑳"),
            (21, "decimalEnclosedCircle", "21"),
            (3, "ideographTraditional", "丙"),
            (1994, "upperRoman", "MCMXCIV"),
            (28, "lowerLetter", "bb"),
            (22, "ordinal", "22nd"),
            (3, "decimalZero", "03"),
            (5, "something of tomorrow", "5"),
            (0, "upperLetter", "0"),
            (4_294_967_295, "japaneseCounting", "4294967295"),
        ] {
            assert_eq!(written(number, format), want, "{format}");
        }
        assert_eq!(FULL_KANA.chars().count(), HALF_KANA.chars().count());
        assert_eq!(FULL_IROHA.chars().count(), HALF_IROHA.chars().count());
    }
}
