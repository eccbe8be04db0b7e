// Lists of speeches in JSON, under whatever names and however deep. The rules of src/input/listed.rs.
import { Composed, isObject, lines, ofAny, plain, scalars } from "./fields.js";
import { fragment, hasTags } from "./page.js";

/** @typedef {import("./fields.js").Fields} Fields */
/** @typedef {import("../index.js").FileMeeting} Meeting */

const names = (/** @type {string} */ list) => list.split(" ");
const TEXTS = names("body text speech content contents utterance statement speechtext remark remarks message talk 発言 発言内容 本文 内容");
const SPEAKERS = names("speaker speakername name membername 発言者 発言者名 氏名 話者");
const LABELS = names("label speakerlabel title 標示");
const ROLES = names("role position speakerrole speakerposition office 役職 職名 肩書");
const READINGS = names("yomi reading kana speakeryomi よみ ふりがな");
const GROUPS = names("group party speakergroup 会派 政党");
const TITLES = names("title meeting meetingname session 会議名 name");
const DATES = names("date helddate heldon 開催日");
const MARK = /^[○〇◯◎◆◇●△▽▲■□【〔]/;

/** The lists of speeches of a value, each a meeting, in its order. @param {unknown} value @returns {Meeting[]} */
export function meetings(value) {
  /** @type {Meeting[]} */
  const found = [];
  collect(value, [], found);
  return found;
}

/** @param {unknown} value @param {Fields[]} above @param {Meeting[]} found */
function collect(value, above, found) {
  if (Array.isArray(value)) {
    const list = value.filter(isObject);
    const key = textOf(list);
    if (key !== null) found.push(supplied(list, key, above));
    else for (const it of value) collect(it, above, found);
  } else if (isObject(value)) for (const it of Object.values(value)) collect(it, [...above, value], found);
}

/** The name of the text in a list of speeches; null where it is no such list. @param {Fields[]} list */
function textOf(list) {
  /** @type {Map<string, number>} */
  const lengths = new Map();
  for (const [key, it] of list.flatMap((it) => Object.entries(it))) {
    if (TEXTS.includes(plain(key))) lengths.set(key, (lengths.get(key) ?? 0) + (typeof it === "string" ? [...it].length : 0));
  }
  const place = (/** @type {string} */ key) => TEXTS.indexOf(plain(key));
  const [best] = [...lengths].sort(([a, n], [b, m]) => m - n || place(a) - place(b));
  if (!best) return null;
  const [key] = best;
  const tells = (/** @type {Fields} */ it) => ofAny(it, SPEAKERS) !== null || ofAny(it, LABELS) !== null || MARK.test(String(it[key] ?? "").trimStart());
  return list.some(tells) && list.filter((it) => typeof it[key] === "string").length * 2 > list.length ? key : null;
}

/** @param {Fields[]} speeches @param {string} key @param {Fields[]} above @returns {Meeting} */
function supplied(speeches, key, above) {
  const composed = new Composed();
  let leftOut = 0;
  const ofAbove = (/** @type {string[]} */ list) => above.map((it) => ofAny(it, list)).find((it) => it !== null);
  // What is printed in front tells title and date itself.
  if (ofAny(speeches[0], SPEAKERS) !== null) for (const it of [ofAbove(TITLES), ofAbove(DATES)]) if (it) composed.line(it);
  const hasSpeakers = speeches.some((it) => ofAny(it, SPEAKERS) !== null);
  for (const speech of speeches) {
    const words = typeof speech[key] === "string" ? speech[key] : "";
    const [text, n] = hasTags(words) ? fragment(words) : [lines(words), 0];
    leftOut += n;
    composed.speech(label(speech, text, hasSpeakers) + text, scalars(speech, [key]));
  }
  const name = [...new Set(above.map((it) => ofAny(it, TITLES)).filter((it) => it !== null))].join(" ");
  const notes = leftOut ? [{ code: "G401", seen: "HTML", expected: String(leftOut) }] : [];
  const facts = Object.assign({}, ...above.map((it) => scalars(it)));
  return { text: composed.text, people: people(speeches), notes, name, record: composed.record(facts) };
}

/** 「○事務局長（八木健）　」 before a text that has no label. @param {Fields} speech @param {string} text @param {boolean} hasSpeakers */
function label(speech, text, hasSpeakers) {
  const start = text.trimStart();
  if (MARK.test(start)) return "";
  const [name, role] = [ofAny(speech, SPEAKERS)?.trim(), ofAny(speech, ROLES)?.trim()];
  let words = name && role && !name.includes(role) ? `${role}（${name}）` : name;
  if (!words && !hasSpeakers) words = ofAny(speech, LABELS)?.trim().replace(/^[（(].*$/s, "");
  if (!words || start.startsWith(words)) return "";
  return `${MARK.test(words) ? "" : "○"}${words}　`;
}

/** Those of whom the list tells more than the name. @param {Fields[]} speeches */
function people(speeches) {
  /** @type {Map<string, Required<import("../index.js").SuppliedPerson>>} */
  const people = new Map();
  for (const it of speeches) {
    const [name, reading, group] = [ofAny(it, SPEAKERS), ofAny(it, READINGS), ofAny(it, GROUPS)];
    if (name !== null && (reading ?? group) !== null && !people.has(name)) people.set(name, { name, roles: [], reading, group, position: ofAny(it, ROLES) });
  }
  return [...people.values()];
}
