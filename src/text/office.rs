//! 職名のうち会議を主宰するもの: which offices preside over a meeting. A fact of the language, not of any document.

use std::borrow::Cow;

/// Whether an office presides, or stands in for one that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presiding {
    /// 「議長」「部会長」「仮委員長」.
    Chair,
    /// 「副委員長」「会長代理」.
    Deputy,
}

/// 「部長」「課長」「国家公安委員長」 do not preside over the meeting at hand: only an office as a whole tells.
pub(crate) fn presiding(role: &str) -> Option<Presiding> {
    const CHAIRS: &[&str] = &["議長", "委員長", "会長", "座長", "本部長", "小委員長", "部会長", "分科会長", "主査"];
    let bare = closed_up(role);
    let bare = bare.strip_prefix('仮').or_else(|| bare.strip_prefix("臨時")).unwrap_or(&bare);
    let is_chair = |it: &str| CHAIRS.contains(&it);
    if is_chair(bare) || bare.ends_with("部会長") && bare.chars().count() <= 8 {
        return Some(Presiding::Chair);
    }
    let vice = bare.strip_prefix('副').is_some_and(is_chair);
    let deputy = ["代理", "職務代理者", "代行"].iter().any(|it| bare.strip_suffix(it).is_some_and(is_chair));
    (vice || deputy).then_some(Presiding::Deputy)
}

/// Words without the white space by which letters are set apart.
pub(crate) fn closed_up(words: &str) -> Cow<'_, str> {
    if words.contains(char::is_whitespace) {
        Cow::Owned(words.chars().filter(|it| !it.is_whitespace()).collect())
    } else {
        Cow::Borrowed(words)
    }
}

/// Whether an office is one of those who answer for a government or an administration: 「国務大臣」「総務部長」「市長」「事務局」.
pub(crate) fn executive(role: &str) -> bool {
    let bare = closed_up(role);
    let ends = |words: &[&str]| words.iter().any(|it| bare.ends_with(it));
    let heads = ends(&[
        "部長",
        "課長",
        "局長",
        "室長",
        "次長",
        "所長",
        "市長",
        "町長",
        "村長",
        "区長",
        "教育長",
        "係長",
        "館長",
        "長官",
    ]);
    let serves = ends(&[
        "大臣",
        "政務官",
        "政府参考人",
        "政府委員",
        "知事",
        "参事官",
        "審議官",
        "企画官",
        "調整官",
        "主幹",
        "課長補佐",
    ]);
    let speaks_for = matches!(&*bare, "事務局" | "説明員" | "総理" | "会計管理者" | "理事者" | "幹事" | "当局");
    presiding(&bare).is_none() && (heads || serves || speaks_for)
}

#[cfg(test)]
mod tests {
    use super::{Presiding, executive, presiding};

    #[test]
    fn who_answers_for_an_administration() {
        for role in ["国務大臣", "総　務　部　長", "町長", "事務局", "副知事"] {
            assert!(executive(role), "{role}");
        }
        for role in ["委員", "議長", "部会長", "議員", "参考人", ""] {
            assert!(!executive(role), "{role}");
        }
    }

    #[test]
    fn only_an_office_as_a_whole_presides() {
        assert_eq!(presiding("議　　長"), Some(Presiding::Chair));
        assert_eq!(presiding("仮委員長"), Some(Presiding::Chair));
        assert_eq!(presiding("委員長職務代理者"), Some(Presiding::Deputy));
        assert_eq!(presiding("副本部長"), Some(Presiding::Deputy));
        assert_eq!(presiding("国家公安委員長"), None);
        assert_eq!(presiding("総務部長"), None);
    }
}
