//! 名簿の列挙: people with commas between them: 「空野弘会長、海野渚委員」.

use super::cell::{cell, looks_like_name, without_lead};
use super::columns::ends_as_unit;
use super::roster::{Entry, at, each, entries, pieces};
use crate::model::Presence;
use crate::parse::{ends_as_role, glued, is_space, trim};
use crate::span::Span;

/// `空野委員長、海野、川辺の各委員（林副委員長は欠席）`.
pub(super) fn with_absent(text: &str, row: Span) -> Vec<Entry> {
    let words = row.of(text);
    let tail = words.strip_suffix("は欠席）").or_else(|| words.strip_suffix("は欠席)"));
    let Some((list, absent)) = tail.and_then(|it| it.rsplit_once(['（', '('])) else { return in_list(text, row) };
    let mut people = in_list(text, trim(text, at(row, (0, list.len()))));
    let start = tail.map_or(0, str::len) - absent.len();
    let away = entries(text, at(row, (start, start + absent.len())));
    people.extend(away.into_iter().map(|it| Entry { presence: Presence::Absent, ..it }));
    people
}

/// `空野弘会長、海野渚委員`, `委員：奥村隆一、麻宮百、箕輪明久`: in a list, one whose family name is common vouches for those whose
/// is not.
fn in_list(text: &str, row: Span) -> Vec<Entry> {
    let commas = ['、', '，', ','];
    let parts = pieces(row.of(text), &commas);
    let lead = |it: (usize, usize)| {
        let piece = trim(text, at(row, it));
        let inner = without_lead(text, piece);
        let lead = Span::new(piece.start, inner.start)
            .of(text)
            .trim_end_matches(|it| is_space(it) || matches!(it, '：' | ':'));
        let lead = Span::new(piece.start, piece.start + lead.len());
        (Some(lead).filter(|it| it.of(text).chars().nth(1).is_some()), inner)
    };
    // 「委員長：空野弘、副委員長：海野渚」: each has an office of its own; a single one at the start is of all.
    let own = parts.iter().filter(|it| lead(**it).0.is_some()).count() > 1;
    let group = if own { None } else { parts.first().and_then(|it| lead(*it).0) };
    let read = |it: (usize, usize)| -> Option<Entry> {
        let (office, inner) = lead(it);
        let words = inner.of(text).trim_end_matches(commas);
        // 「空野、海野の各委員」
        let words = words.split_once("の各").map_or(words, |it| it.0);
        let name = trim(text, Span::new(inner.start, inner.start + words.len()));
        let words = name.of(text);
        let may_be = (2..=6).contains(&words.chars().count())
            && looks_like_name(words)
            && !ends_as_unit(words)
            && !ends_as_role(words)
            && !words.ends_with(['略', '他', '名']);
        let person = cell(text, name).or_else(|| may_be.then(|| Entry::new(name, None, name)))?;
        Some(Entry { title: person.title.or(office.filter(|_| own)), ..person })
    };
    // 「地域部長、地域包括担当部長　空野弘」: the offices of one.
    let offices = parts.split_last().is_some_and(|(_, before)| {
        before.iter().all(|it| glued(text, without_comma(text, lead(*it).1)).is_some_and(|it| it.name.is_none()))
    });
    if offices && parts.len() > 1 {
        return cell(text, row).into_iter().collect();
    }
    let vouched = parts.iter().any(|it| cell(text, lead(*it).1).is_some());
    let mut people = if vouched { each(&parts, &read) } else { Vec::new() };
    if people.len() < parts.len() {
        people = each(&parts, &|it| cell(text, lead(it).1));
    }
    people.iter_mut().for_each(|it| it.group = group);
    if people.len() * 2 >= parts.len() { people } else { Vec::new() }
}

fn without_comma(text: &str, span: Span) -> Span {
    Span::new(span.start, span.start + span.of(text).trim_end_matches(['、', '，', ',']).len())
}
