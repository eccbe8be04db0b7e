//! What is read in dates, times and numbers, each in a line of its own.

use super::table::{check, part};
use super::{calendar, fold, numeral, office, surname, when};

#[test]
fn numbers() {
    check("text/cases/numbers.txt", &|words| match numeral::leading(words) {
        Some((value, len)) => format!("{value}, then 「{}」", words.get(len..).unwrap()),
        None => "no number".to_owned(),
    });
}

#[test]
fn days() {
    check("text/cases/days.txt", &|words| match when::find_date(words) {
        Some(it) => {
            let weekday = it.weekday.map(|it| format!("{} at 「{}」", it.0, it.1.of(words)));
            let era = it.date.era().map(|it| format!("{}{}", it.0.name(), it.1));
            format!(
                "{} ({}){}{} in 「{}」",
                it.date,
                it.date.weekday_ja(),
                part("era", era.as_deref()),
                part("weekday", weekday.as_deref()),
                it.span.of(words)
            )
        }
        None => "no day".to_owned(),
    });
}

#[test]
fn times() {
    check("text/cases/times.txt", &|words| {
        let told: Vec<String> =
            when::find_times(words).iter().map(|it| format!("{} in 「{}」", it.1, it.0.of(words))).collect();
        if told.is_empty() { "no time".to_owned() } else { told.join(", ") }
    });
}

#[test]
fn a_day_exists_or_is_none() {
    for (year, month, last) in
        [(2023, 2, 28), (2024, 2, 29), (1900, 2, 28), (2000, 2, 29), (2024, 4, 30), (2024, 12, 31)]
    {
        assert!(calendar::Date::new(year, month, last).is_some(), "{year}-{month}-{last}");
        assert!(calendar::Date::new(year, month, last + 1).is_none(), "{year}-{month}-{}", last + 1);
        assert!(calendar::Date::new(year, month, 0).is_none());
    }
    assert!(calendar::Date::new(2024, 13, 1).is_none() && calendar::Date::new(2024, 0, 1).is_none());
}

/// Letters of names that differ in print, and are one: the old or rare form, and that in common use.
const OLD_AND_NEW: [&str; 5] = [
    "髙﨑高崎 嵜崎 德徳 渡邊渡辺 渡邉渡辺 齋斎 齊斉 澤沢 濵浜 濱浜 廣広",
    "國国 惠恵 眞真 淸清 瀨瀬 靜静 榮栄 藏蔵 豐豊 櫻桜 嶋島 嶌島 龍竜",
    "步歩 會会 勞労 學学 條条 實実 壽寿 𠮷吉 槇槙 彌弥 曾曽 薗園 壯壮",
    "冨富 峯峰 舘館 鐵鉄 黑黒 萬万 與与 團団 圓円 辯弁 辨弁 縣県 區区",
    "總総 經経 濟済 應応 橫横 關関 靑青 增増 祿禄",
];

#[test]
fn old_and_new_letters_of_a_name_are_one() {
    for pair in OLD_AND_NEW.iter().flat_map(|it| it.split(' ')) {
        let (old, new) = pair.split_at(pair.char_indices().nth(pair.chars().count() / 2).unwrap().0);
        assert_eq!(fold::key(old), new, "{old}");
    }
}

#[test]
fn letters_of_another_width_or_shape_are_compared_as_one() {
    // White space, marks of width nought, and what only chooses a shape, are passed over.
    assert_eq!(fold::key("空\u{200b}野\u{e0100}　弘\u{fe00}\u{feff}\u{200f}"), "空野弘");
    assert_eq!(fold::key("ＡＢ～！ａ"), "ab~!a");
    assert_eq!(fold::modern("國務大臣").as_deref(), Some("国務大臣"));
    assert_eq!(fold::modern("国務大臣"), None);
    // 「𠮷」 takes more bytes than 「吉」, so places would no longer be those of the text.
    assert_eq!(fold::modern("𠮷田"), None);
}

#[test]
fn offices_whose_letters_are_set_apart_are_closed_up() {
    assert_eq!(&*office::closed_up("議　　　長"), "議長");
    assert_eq!(&*office::closed_up("議長"), "議長");
}

/// The commonest length of a family name is two letters; what no list knows is the less likely, the further it is from that.
#[test]
fn a_name_is_the_likelier_the_more_common_its_length_is() {
    let unknown = ["鯨", "鯨波", "鯨波瀬", "鯨波瀬尾", "鯨波瀬尾浜", "鯨波瀬尾浜松原田"].map(surname::likeness);
    assert!(unknown[1] > unknown[0] && unknown[1] >= unknown[2] && unknown[2] >= unknown[3]);
    assert!(unknown[3] >= unknown[4] && unknown[4] > unknown[5]);
    for (known, not) in [("佐藤", "鯨波"), ("林", "鯨"), ("佐々木", "鯨波瀬")] {
        assert!(surname::is_known(known) && !surname::is_known(not));
        assert!(surname::likeness(known) > surname::likeness(not), "{known}");
    }
}
