//! 一つのファイル: minutes and viewer in one page, which opens without a network and without a server.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::super::common::full_title;
use super::super::jsonld;
use super::super::markup::escaped;
use super::{Page, STYLE, inside_script, minutes, strings};
use crate::query::leaves;
use crate::{Corrected, Document, Lang, SuppliedPerson};

/// The page. `viewer` is the script `one-file.js` of the npm package. Where scripts do not run, the page is what
/// [`document`](super::document) writes, but for the source.
///
/// The text stands in it as JSON, so every character survives; its policy lets nothing in but this script and this style,
/// and nothing out.
///
/// ```
/// let document = gijiroku::parse("○議長（山田太郎君）　開会します。\n");
/// let page = gijiroku::export::html::one_file(&document, gijiroku::Lang::Ja, "show();");
/// assert!(page.contains("<script type=\"module\" data-gijiroku>show();</script>"));
/// ```
#[must_use]
pub fn one_file(document: &Document, lang: Lang, viewer: &str) -> String {
    let words = strings::strings(lang);
    let title = full_title(document);
    let title = if title.is_empty() { words.untitled.to_owned() } else { title };
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
        hash(viewer),
        hash(STYLE),
    );
    let head = format!(
        "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{STYLE}</style>\n\
         <script type=\"application/ld+json\">{}</script>\n",
        escaped(&title),
        inside_script(&jsonld::document(document)),
    );
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n{head}</head>\n<body>\n<main>\n\
         <gijiroku-viewer heading-level=\"1\">\n<script type=\"application/json\">{}</script>\n{}</article>\n\
         </gijiroku-viewer>\n</main>\n<script type=\"module\" data-gijiroku>{viewer}</script>\n</body>\n</html>\n",
        words.tag,
        inside_script(&given(document)),
        minutes(&Page { document, leaves: leaves(&document.resolved.minutes), words }, false),
    )
}

/// What the viewer is given: its properties `text`, `people`, `corrections` and `marked`.
fn given(document: &Document) -> Value {
    let person = |it: &SuppliedPerson| json!({ "name": it.name, "roles": it.roles, "reading": it.reading, "group": it.group, "position": it.position });
    let correction = |Corrected { correction: it, .. }: &Corrected| {
        json!({
            "printed": it.printed, "correct": it.correct, "at": it.at, "line": it.line,
            "reason": it.reason, "date": it.date, "by": it.by,
        })
    };
    let mut given = json!({
        "text": document.source.text(),
        "people": document.supplied.iter().map(person).collect::<Vec<_>>(),
        "corrections": document.corrections.iter().map(correction).collect::<Vec<_>>(),
    });
    if let (Some(given), Some(marked)) = (given.as_object_mut(), &document.marked) {
        given.insert("marked".to_owned(), json!(marked));
    }
    given
}

/// The hash of a script or style, as a policy names it: `sha256-…`. <https://www.w3.org/TR/CSP3/#grammardef-hash-source>
pub(super) fn hash(text: &str) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut hash = String::from("sha256-");
    for three in Sha256::digest(text).chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, it| bits << 8 | three.get(it).copied().map_or(0, usize::from));
        for sextet in (0..4).map(|it| bits >> (18 - 6 * it) & 63).take(three.len() + 1) {
            hash.extend(LETTERS.get(sextet).copied().map(char::from));
        }
    }
    // 32 bytes leave two over.
    hash.push('=');
    hash
}
