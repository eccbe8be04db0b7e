//! PDFs made by hand: what is drawn is told in points from the top left of a page of A4.

use std::fmt::Write;

/// A PDF in the making.
pub(crate) struct Made {
    pages: Vec<String>,
    /// What the trailer says besides.
    pub(crate) trailer: &'static str,
    /// The encoding of the font F1, and whether it is a name of Adobe's or the font tells its letters by itself.
    pub(crate) encoding: &'static str,
    pub(crate) to_unicode: Option<String>,
}

impl Made {
    /// A PDF whose font takes the codes of Shift_JIS.
    pub(crate) fn new(encoding: &'static str) -> Made {
        Made { pages: Vec::new(), trailer: "", encoding, to_unicode: None }
    }

    /// A further page, with what draws it.
    pub(crate) fn page(mut self, drawn: &[String]) -> Made {
        self.pages.push(drawn.join("\n"));
        self
    }

    /// The bytes of the file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let system = if self.to_unicode.is_some() || self.encoding == "Identity-H" { "Identity" } else { "Japan1" };
        let tells = if self.to_unicode.is_some() { "/ToUnicode 5 0 R" } else { "" };
        let kids: Vec<String> = (0..self.pages.len()).map(|it| format!("{} 0 R", 6 + it * 2)).collect();
        let mut objects = vec![
            "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
            format!("<</Type/Pages/Count {}/Kids[{}]>>", kids.len(), kids.join(" ")),
            format!(
                "<</Type/Font/Subtype/Type0/BaseFont/Mincho/Encoding/{}/DescendantFonts[4 0 R]{tells}>>",
                self.encoding
            ),
            format!(
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/Mincho/DW 1000/W[1 [500] 231 632 500]\
                 /CIDSystemInfo<</Registry(Adobe)/Ordering({system})/Supplement 2>>>>"
            ),
            stream("", self.to_unicode.as_deref().unwrap_or("")),
        ];
        for (idx, page) in self.pages.iter().enumerate() {
            objects.push(format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R/Resources<</Font<</F1 3 0 R/F2<</Type/Font/Subtype/Type0/BaseFont/Mincho/Encoding/90ms-RKSJ-H\
                 /DescendantFonts[4 0 R]>>>>\
                 /XObject<</X {} 0 R>>>>>>",
                7 + idx * 2,
                7 + idx * 2
            ));
            objects.push(stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", page));
        }
        file(&objects, self.trailer)
    }
}

pub(crate) fn stream(keys: &str, content: &str) -> String {
    format!("<<{keys}/Length {}>>\nstream\n{content}\nendstream", content.len())
}

/// A file of objects, the first of which is the catalogue.
pub(crate) fn file(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut text = "%PDF-1.7\n".to_owned();
    let mut table = String::new();
    for (object, number) in objects.iter().zip(1..) {
        writeln!(table, "{:010} 00000 n ", text.len()).unwrap();
        writeln!(text, "{number} 0 obj\n{object}\nendobj").unwrap();
    }
    let (at, n_objects) = (text.len(), objects.len() + 1);
    write!(text, "xref\n0 {n_objects}\n0000000000 65535 f \n{table}").unwrap();
    writeln!(text, "trailer\n<</Size {n_objects}/Root 1 0 R{trailer}>>\nstartxref\n{at}\n%%EOF").unwrap();
    text.into_bytes()
}

/// Words of Shift_JIS at a place, of a size.
pub(crate) fn words(x: u32, y: u32, size: u32, words: &str) -> String {
    let codes = encoding_rs::SHIFT_JIS.encode(words).0.iter().fold(String::new(), |hex, it| format!("{hex}{it:02x}"));
    drawn(x, y, size, &codes)
}

/// Codes in hexadecimal at a place.
pub(crate) fn drawn(x: u32, y: u32, size: u32, codes: &str) -> String {
    format!("BT /F1 {size} Tf {x} {} Td <{codes}> Tj ET", 842 - y)
}
