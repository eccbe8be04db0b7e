//! What is promised of every document, whatever the text: nothing lost, nothing invented, and each part found again.
//! The properties ask it of texts that proptest makes, the fuzzer (`tests/fuzz/`) of those that it finds.
#![allow(clippy::string_slice, clippy::indexing_slicing, reason = "a test that goes wrong says so at once")]

use gijiroku::explain::{What, explain};
use gijiroku::model::{Content, Joint, SectionId, SpeechId};
use gijiroku::query::{
    Addressed, Haystack, Leaf, Passage, Place, QuoteForm, address, find_address, leaf_at, leaves, outline, place,
    quote, speakers, strip,
};
use gijiroku::{Code, Document, Lang};

use super::places::{spans, words};

/// Everything that is promised of a document.
pub(crate) fn whole(document: &Document) {
    blocks_tile_the_source(document);
    places_lie_in_the_source(document);
    words_are_of_the_source(document);
    speeches_are_in_order(document);
    ids_are_good(document);
    leaves_lie_where_they_say(document);
    lines_are_explained(document);
    parts_are_found_again(document);
}

fn blocks_tile_the_source(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        assert_eq!(block.span.start, end, "a gap or an overlap");
        assert!(!block.span.is_empty(), "an empty block at {end}");
        assert!(document.source.text().is_char_boundary(block.span.end));
        end = block.span.end;
    }
    assert_eq!(end, document.source.text().len());
}

fn places_lie_in_the_source(document: &Document) {
    let text = document.source.text();
    for (what, span) in spans(document) {
        assert!(span.start <= span.end, "{what}: {span:?}");
        assert!(text.get(span.start..span.end).is_some(), "{what}: {span:?} of {} bytes", text.len());
    }
}

fn words_are_of_the_source(document: &Document) {
    let text = document.source.text();
    for words in words(document) {
        let mut expected = String::new();
        let mut at = words.span.start;
        for gap in &words.gaps {
            assert!(at <= gap.span.start && gap.span.end <= words.span.end, "{words:?}");
            expected.push_str(&text[at..gap.span.start]);
            if gap.joint == Joint::Space {
                expected.push(' ');
            }
            at = gap.span.end;
        }
        expected.push_str(&text[at..words.span.end]);
        assert_eq!(words.text(&document.source), expected);
    }
}

fn speeches_are_in_order(document: &Document) {
    let mut end = 0;
    for speech in &document.resolved.minutes.speeches {
        assert!(speech.span.start >= end, "{:?} overlaps what ends at {end}", speech.span);
        assert!(!speech.span.is_empty());
        end = speech.span.end;
    }
    // What a file lost on its way to the text comes before all others.
    let of_the_text = document.diagnostics.iter().filter(|it| !Code::INPUT.contains(&it.code));
    assert!(of_the_text.is_sorted_by_key(|it| it.span.start));
}

/// Every index is of something, every section is under its parent once, every speech has its attribution.
fn ids_are_good(document: &Document) {
    let resolved = &document.resolved;
    let minutes = &resolved.minutes;
    assert_eq!(resolved.attributions.len(), minutes.speeches.len());
    for it in &resolved.attributions {
        assert!(it.person.iter().chain(&it.candidates).all(|id| resolved.person(*id).is_some()));
    }
    let (mut sections, mut speeches) = (Vec::new(), Vec::new());
    let bodies = std::iter::once((None, &minutes.content));
    let bodies = bodies.chain(minutes.sections.iter().enumerate().map(|(idx, it)| (Some(idx), &it.content)));
    for (parent, content) in bodies {
        for it in content {
            match it {
                Content::Section(id) => {
                    sections.push(id.0);
                    let section = minutes.section(*id);
                    assert_eq!(section.map(|it| it.parent.map(|it| it.0)), Some(parent));
                    assert!(parent.is_none_or(|it| it < id.0));
                }
                Content::Speech(id) => {
                    speeches.push(id.0);
                    assert_eq!(minutes.speech(*id).map(|it| it.section.map(|it| it.0)), Some(parent));
                }
                Content::Attendees(range) => assert!(range.end <= minutes.attendees.len()),
                Content::Paragraph(_) | Content::Note(_) | Content::List(_) => {}
                Content::Separator(_) | Content::EndMark(_) => {}
            }
        }
    }
    sections.sort_unstable();
    speeches.sort_unstable();
    assert_eq!(sections, (0..minutes.sections.len()).collect::<Vec<_>>());
    assert_eq!(speeches, (0..minutes.speeches.len()).collect::<Vec<_>>());
}

/// Leaves come in the order of the source, each within its speech, and the place of its words is its own.
fn leaves_lie_where_they_say(document: &Document) {
    let minutes = &document.resolved.minutes;
    let leaves = leaves(minutes);
    let mut end = 0;
    for (idx, leaf) in leaves.iter().enumerate() {
        let span = leaf.words.span;
        assert!(span.start >= end, "{span:?} overlaps what ends at {end}");
        end = span.end;
        let around = match leaf.place {
            Some(Place::Speech(id)) => minutes.speech(id).map(|it| it.span),
            Some(Place::Section(id)) => minutes.section(id).map(|it| it.span),
            None => None,
        };
        assert!(around.is_none_or(|it| it.contains(span)), "{leaf:?} is not in {around:?}");
        assert_eq!(leaf_at(&leaves, span.start), Some(idx), "{leaf:?}");
    }
    for leaf in some(&leaves) {
        assert_eq!(place(minutes, leaf.words.span), leaf.place, "{leaf:?}");
    }
}

/// Lines in order, each once, and parts that tile them; all of what a document holds turns up.
pub(crate) fn lines_are_explained(document: &Document) {
    let source = &document.source;
    let lines = explain(document);
    assert_eq!(lines.len(), source.n_lines());
    let (mut labels, mut headings, mut roster) = (Vec::new(), Vec::new(), Vec::new());
    for (idx, line) in lines.iter().enumerate() {
        assert_eq!(line.line, idx);
        assert_eq!(line.span, source.line(idx));
        let mut end = line.span.start;
        for part in &line.parts {
            assert_eq!(part.span.start, end);
            assert!(!part.span.is_empty(), "{part:?}");
            assert!(part.span.contains(part.words), "{part:?}");
            assert!(!part.message(document, Lang::Ja).is_empty());
            assert!(part.words.is_empty() == source.slice(part.span).trim_matches(blank).is_empty(), "{part:?}");
            for it in &part.why {
                assert!(!it.message(document, Lang::En).is_empty(), "{it:?}");
            }
            match &part.what {
                What::Label(id) => labels.push(id.0),
                What::Heading(id) => headings.push(id.0),
                What::Roster(range) => roster.extend(range.clone()),
                _ => {}
            }
            end = part.span.end;
        }
        assert_eq!(end, line.span.end);
    }
    let minutes = &document.resolved.minutes;
    let labelled = minutes.speeches.iter().enumerate().filter(|it| it.1.label.is_some()).map(|it| it.0);
    labels.dedup();
    assert_eq!(labels, labelled.collect::<Vec<_>>());
    headings.dedup();
    // A section that mark-up makes may have none.
    let headed =
        minutes.sections.iter().enumerate().filter(|it| it.1.heading.is_some() || it.1.number.is_some()).map(|it| it.0);
    assert_eq!(headings, headed.collect::<Vec<_>>());
    roster.dedup();
    assert_eq!(roster, (0..minutes.attendees.len()).collect::<Vec<_>>());
}

/// What is as good as white space at the edges of a line.
fn blank(ch: char) -> bool {
    ch.is_whitespace() || matches!(ch, '\u{FEFF}' | '\u{200B}' | '│' | '┃')
}

/// An address leads back to what it is of, words are found where they stand, and a speech is quoted as it is printed.
fn parts_are_found_again(document: &Document) {
    let (source, resolved) = (&document.source, &document.resolved);
    let minutes = &resolved.minutes;
    let leaves = leaves(minutes);
    let sections: Vec<_> = (0..minutes.sections.len()).map(|it| Addressed::Section(SectionId(it))).collect();
    let speeches: Vec<_> = (0..minutes.speeches.len()).map(|it| Addressed::Speech(SpeechId(it))).collect();
    let words: Vec<_> = (0..leaves.len()).map(Addressed::Leaf).collect();
    let speakers = speakers(source, resolved);
    let people: Vec<_> = speakers.iter().map(|it| Addressed::Who(it.who)).collect();
    for what in [&sections, &speeches, &words, &people].into_iter().flat_map(|it| some(it)) {
        let led = find_address(source, resolved, &leaves, &address(source, resolved, &leaves, *what));
        assert_eq!(led, Some((*what, true)));
    }
    assert_eq!(speakers.iter().map(|it| it.speeches).sum::<usize>(), minutes.speeches.len());
    assert_eq!(outline(minutes).len(), minutes.sections.len());
    assert_eq!(strip(minutes, &vec![1; minutes.speeches.len()]).len(), minutes.speeches.len());
    let haystack = Haystack::new(minutes);
    let numbered: Vec<_> = leaves.iter().enumerate().collect();
    for (idx, leaf) in some(&numbered) {
        is_found(document, &haystack, *idx, leaf);
    }
    for speech in some(&speeches) {
        let Addressed::Speech(id) = *speech else { continue };
        is_quoted(document, &leaves, id);
    }
}

fn is_found(document: &Document, haystack: &Haystack, idx: usize, leaf: &Leaf) {
    let words = leaf.words.text(&document.source);
    let units = words.encode_utf16().count();
    for word in words.split_whitespace().filter(|it| !it.contains('"')).take(2) {
        let query = haystack.query(&["\"", word, "\""].concat());
        if query == haystack.query("") {
            continue;
        }
        let hits = haystack.find(&document.source, &query);
        assert!(hits.is_sorted());
        assert!(hits.iter().any(|it| it.leaf == idx), "{word:?} is not found in {words:?}");
        assert!(hits.iter().all(|it| it.start <= it.end && (it.leaf != idx || it.end <= units)), "{word:?}: {hits:?}");
    }
}

fn is_quoted(document: &Document, leaves: &[Leaf], id: SpeechId) {
    let (source, resolved) = (&document.source, &document.resolved);
    let said: Vec<_> = leaves.iter().filter(|it| it.place == Some(Place::Speech(id))).collect();
    let Some(passage) = Passage::of_speech(leaves, id) else {
        assert!(said.is_empty(), "a speech with words and no passage");
        return;
    };
    let said: Vec<_> = said.iter().map(|it| it.words.text(source)).collect();
    let plain = quote(source, resolved, leaves, &[], passage, QuoteForm::Plain, ("", ""));
    assert_eq!(plain.trim_end(), said.join("\n").trim_end());
    for form in [QuoteForm::Newspaper, QuoteForm::Paper] {
        assert!(
            !quote(source, resolved, leaves, &[], passage, form, ("https://example.jp/", "2026年1月5日")).is_empty()
        );
    }
}

/// The first few and the last few: to look for each among all takes the square of their number.
fn some<T>(all: &[T]) -> impl Iterator<Item = &T> {
    const ENDS: usize = 6;
    let n_first = all.len().min(ENDS);
    all[..n_first].iter().chain(&all[all.len().saturating_sub(ENDS).max(n_first)..])
}
