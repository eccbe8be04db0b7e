//! Codes of languages.

/// Languages by BCP 47 and by the three letters of ISO 639-2 (terms, then the older bibliographic ones): those of the
/// parliaments whose debates are published as XML. Of others the three letters are their tag too.
const CODES: [(&str, &str); 46] = [
    ("ja", "jpn"),
    ("en", "eng"),
    ("bg", "bul"),
    ("bs", "bos"),
    ("ca", "cat"),
    ("cs", "ces"),
    ("cy", "cym"),
    ("da", "dan"),
    ("de", "deu"),
    ("el", "ell"),
    ("es", "spa"),
    ("et", "est"),
    ("eu", "eus"),
    ("fi", "fin"),
    ("fr", "fra"),
    ("ga", "gle"),
    ("gl", "glg"),
    ("hr", "hrv"),
    ("hu", "hun"),
    ("is", "isl"),
    ("it", "ita"),
    ("ko", "kor"),
    ("lt", "lit"),
    ("lv", "lav"),
    ("mk", "mkd"),
    ("mt", "mlt"),
    ("nl", "nld"),
    ("no", "nor"),
    ("pl", "pol"),
    ("pt", "por"),
    ("ro", "ron"),
    ("ru", "rus"),
    ("sk", "slk"),
    ("sl", "slv"),
    ("sq", "sqi"),
    ("sr", "srp"),
    ("sv", "swe"),
    ("sw", "swa"),
    ("tr", "tur"),
    ("uk", "ukr"),
    ("zh", "zho"),
    ("de", "ger"),
    ("el", "gre"),
    ("fr", "fre"),
    ("nl", "dut"),
    ("zh", "chi"),
];

#[cfg(feature = "cli")]
/// The tag (BCP 47) of a language by either of its codes, or by a tag; `None` where it is no tag, or says that nobody knows.
pub(crate) fn tag(code: &str) -> Option<&str> {
    let tag = CODES.iter().find(|it| it.1 == code).map_or(code, |it| it.0);
    let formed = tag.len() <= 35 && tag.chars().all(|it| it.is_ascii_alphanumeric() || it == '-');
    (formed && !matches!(tag, "" | "und" | "zxx" | "mul")).then_some(tag)
}

/// The three letters of a language; its tag where they are not known, `und` where there is none.
pub(crate) fn three_letters(tag: &str) -> &str {
    let known = CODES.iter().find(|it| it.0 == tag).map(|it| it.1);
    known.unwrap_or(if tag.is_empty() { "und" } else { tag })
}
