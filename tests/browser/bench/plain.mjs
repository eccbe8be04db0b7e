// The peer that one would write by hand: a plain parser in JavaScript of the same forms. It finds the title, the roster, the headings,
// the notes and the speeches with who makes them, by a regular expression a kind of line, and nothing more: no places, no evidence, no doubts.

const SPEECH = /^[\s　]*([○◎◆●])[\s　]*([^\s　（(][^　（(\n]{0,40})?((?:[（(][^）)]{1,40}[）)])*)(?:[\s　]+(.*))?$/;
const IN_BRACKETS = /^【(.{1,16}[員長査君])】[\s　]*(.*)$/;
/** What a label ends with where nothing stands in brackets behind it and no words follow. */
const OFFICE = /[君員長臣官氏]$/;
const HEADING = /^[\s　]*(?:[（(]?[0-9０-９]{1,2}[)）.．]?[\s　]+\S.{0,40}|[（(][0-9０-９]{1,2}[)）]\S.{0,40}|【.{1,40}】|日程第.{1,40}|第[0-9０-９一二三四五六七八九十]{1,3}[\s　].{1,40})$/;
const NOTE = /^[\s　]*(?:[（(].*[）)]|〔.*〕)$/;
const ROSTER = /^[\s　]*(?:[0-9０-９]{1,2}番[\s　]+)?(\S{1,8}(?:[ 　]\S{1,8})?)[\t　]+(\S.*)$/;
const ITEM = /^[\s　]*(?:[-・]|[-－]\s*・)/;

/**
 * @param {string} text
 * @returns {{ title: string, roster: { name: string, role: string }[], sections: { heading: string, at: number }[], speeches: object[] }}
 */
export function parse(text) {
  const found = { title: "", roster: [], sections: [], speeches: [] };
  const people = new Map();
  let speech = null;
  for (const line of text.split("\n")) {
    if (line === "" || line === "\r") continue;
    const said = label(line);
    if (said) {
      const { mark, name, role, words } = said;
      speech = { mark, name, role, section: found.sections.length - 1, person: people.get(name.slice(0, 2)) ?? null, content: [] };
      found.speeches.push(speech);
      if (words) speech.content.push({ kind: "paragraph", text: words });
    } else if (line.length < 48 && HEADING.test(line)) {
      found.sections.push({ heading: line.trim(), at: found.speeches.length });
      speech = null;
    } else if (speech) {
      const kind = NOTE.test(line) ? "note" : ITEM.test(line) ? "item" : "paragraph";
      speech.content.push({ kind, text: line.trim() });
    } else if (found.title === "") {
      found.title = line.replaceAll("*", "").trim();
    } else if (line.length < 60) {
      const who = ROSTER.exec(line);
      if (!who) continue;
      people.set(who[1].slice(0, 2), found.roster.length);
      found.roster.push({ name: who[1], role: who[2] });
    }
  }
  return found;
}

/** The label at the start of a line, and the words behind it. @param {string} line */
function label(line) {
  const bracketed = IN_BRACKETS.exec(line);
  if (bracketed) return { mark: "【", name: bracketed[1], role: "", words: bracketed[2] };
  const [all, mark, name = "", role = "", words] = SPEECH.exec(line) ?? [];
  if (all === undefined || !(role || words || OFFICE.test(name))) return null;
  return { mark, name, role, words };
}
