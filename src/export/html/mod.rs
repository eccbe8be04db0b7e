//! 静的な HTML: a page that stands alone, without a script: head, agenda, sections that fold, speeches, the source.
//!
//! Every section and speech has the id `minutes:at=ADDRESS`, so a link into the viewer leads to the same place here.

mod body;
mod filter;
mod one_file;
mod strings;

use serde_json::Value;

use super::common::{date, full_title, language};
use super::jsonld;
use super::markup::{allowed, escaped};
use crate::model::Presence;
use crate::query::{Addressed, Leaf, address, leaves};
use crate::{Document, Lang};
use strings::Strings;

pub use one_file::one_file;

/// The stylesheet inside the page.
pub const STYLE: &str = include_str!("style.css");
/// Where the viewer takes over from the page: the address of the minutes, and of the script `define.js`.
#[derive(Clone, Copy, Debug)]
pub struct TakenOver<'a> {
    /// What the attribute `src` of the element says.
    pub src: &'a str,
    /// The address of `define.js` of the package.
    pub script: &'a str,
}

/// What is the same on the whole page.
struct Page<'a> {
    document: &'a Document,
    leaves: Vec<Leaf>,
    words: &'static Strings,
}

/// The page. Its own words are in `lang`. With `by`, the words stand inside of `<gijiroku-viewer>`, which shows them until
/// it can show more.
///
/// ```
/// let document = gijiroku::parse("○議長（山田太郎君）　開会します。\n");
/// let page = gijiroku::export::html::document(&document, gijiroku::Lang::Ja, None);
/// assert!(page.starts_with("<!doctype html>\n<html lang=\"ja\">"));
/// ```
#[must_use]
pub fn document(document: &Document, lang: Lang, by: Option<TakenOver<'_>>) -> String {
    let title = full_title(document);
    let words = strings::strings(lang);
    let title = if title.is_empty() { words.untitled.to_owned() } else { title };
    let page = Page { document, leaves: leaves(&document.resolved.minutes), words };
    let style = [STYLE, &filter::rules(&page)].concat();
    let article = whole(&page, true);
    let (policy, script, open, close) = match by {
        // Pages that run the viewer are under the policy of their own site.
        Some(TakenOver { src, script }) => (
            String::new(),
            format!("<script type=\"module\" src=\"{}\"></script>\n", escaped(script)),
            format!("<gijiroku-viewer src=\"{}\">\n", escaped(src)),
            "</gijiroku-viewer>\n",
        ),
        None => {
            let csp = format!(
                "default-src 'none'; style-src '{}'; base-uri 'none'; form-action 'none'",
                one_file::hash(&style)
            );
            (
                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{csp}\">\n"),
                String::new(),
                String::new(),
                "",
            )
        }
    };
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{policy}<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n<style>{style}</style>\n\
         <script type=\"application/ld+json\">{}</script>\n{script}</head>\n<body>\n<main>\n{open}{article}{close}</main>\n</body>\n</html>\n",
        words.tag,
        escaped(&title),
        inside_script(&jsonld::document(document)),
    )
}

/// The minutes alone, to be put inside of a page or of `<gijiroku-viewer>`.
#[must_use]
pub fn article(document: &Document, lang: Lang) -> String {
    let words = strings::strings(lang);
    whole(&Page { document, leaves: leaves(&document.resolved.minutes), words }, false)
}

/// The minutes, and the source behind them.
fn whole(page: &Page<'_>, pick: bool) -> String {
    let Page { document, words, .. } = page;
    let mut out = minutes(page, pick);
    // A line feed right behind the tag is not the text's.
    let source = escaped(document.source.text());
    let parts = ["<details class=\"source\">\n<summary lang=\"", words.tag, "\">", words.source, "</summary>\n<pre>\n"];
    parts.iter().for_each(|it| out.push_str(it));
    out.push_str(&source);
    out.push_str("</pre>\n</details>\n</article>\n");
    out
}

/// What was read in the minutes, from the opening tag of the article on. `pick`: whether a speaker can be picked, which the
/// page has rules for.
fn minutes(page: &Page<'_>, pick: bool) -> String {
    let document = page.document;
    let mut out = format!("<article id=\"minutes\" lang=\"{}\">\n", escaped(language(document)));
    page.head(&mut out);
    page.corrections(&mut out);
    page.agenda(&mut out);
    if pick {
        filter::picker(page, &mut out);
    }
    page.contents(&document.resolved.minutes.content, 0, &mut out);
    out
}

/// JSON that no `</script>` or `<!--` in it ends, and with no character that a page may not hold.
fn inside_script(value: &Value) -> String {
    let json = value.to_string();
    let mut out = String::with_capacity(json.len());
    for ch in json.chars() {
        if matches!(ch, '<' | '\u{2028}' | '\u{2029}') || !matches!(ch, '\n' | '\t') && allowed(ch) != ch {
            for unit in ch.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(ch);
        }
    }
    out
}

impl Page<'_> {
    /// The id of a section or speech.
    fn id(&self, what: Addressed) -> String {
        let address = address(&self.document.source, &self.document.resolved, &self.leaves, what);
        ["minutes:at=", &address].concat()
    }

    fn head(&self, out: &mut String) {
        let (source, minutes, words) = (&self.document.source, &self.document.resolved.minutes, self.words);
        let meeting = &minutes.meeting;
        let title = full_title(self.document);
        let title = if title.is_empty() { words.untitled } else { &title };
        out.push_str(&format!("<header>\n<h1>{}</h1>\n", escaped(title)));
        let mut facts = String::new();
        let mut fact = |name: &str, html: &str| {
            facts.push_str(&format!("<dt lang=\"{}\">{name}</dt><dd>{html}</dd>\n", words.tag));
        };
        if let (Some(day), Some(it)) = (date(self.document), meeting.date) {
            fact(words.date, &format!("<time datetime=\"{day}\">{}</time>", escaped(source.slice(it.span))));
        }
        let times: Vec<String> = [meeting.start, meeting.end]
            .into_iter()
            .flatten()
            .map(|it| format!("<time datetime=\"{}\">{}</time>", it.time, escaped(source.slice(it.span))))
            .collect();
        if !times.is_empty() {
            fact(words.time, &times.join("～"));
        }
        if let Some(it) = &meeting.venue {
            fact(words.venue, &escaped(&it.text(source)));
        }
        let n_absent = minutes.attendees.iter().filter(|it| it.presence == Presence::Absent).count();
        if !minutes.attendees.is_empty() {
            fact(words.present, &words.people(minutes.attendees.len() - n_absent));
        }
        if n_absent > 0 {
            fact(words.absent, &words.people(n_absent));
        }
        if !facts.is_empty() {
            out.push_str(&["<dl>\n", &facts, "</dl>\n"].concat());
        }
        out.push_str("</header>\n");
    }

    fn agenda(&self, out: &mut String) {
        let (source, minutes) = (&self.document.source, &self.document.resolved.minutes);
        if minutes.agenda.is_empty() {
            return;
        }
        let (tag, name) = (self.words.tag, self.words.agenda);
        out.push_str(&format!(
            "<nav aria-label=\"{name}\">\n<p class=\"quiet\" lang=\"{tag}\">{name}</p>\n<ul class=\"items\">\n"
        ));
        for it in &minutes.agenda {
            let text = [source.slice(it.number.unwrap_or_default()), &it.words.text(source)].join(" ");
            let target = it.section.map(Addressed::Section).or(it.speech.map(Addressed::Speech));
            let text = escaped(text.trim());
            out.push_str(&match target {
                Some(it) => format!("<li><a href=\"#{}\">{text}</a></li>\n", self.id(it)),
                None => format!("<li>{text}</li>\n"),
            });
        }
        out.push_str("</ul>\n</nav>\n");
    }
}
