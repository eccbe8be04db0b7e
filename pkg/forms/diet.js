// 国会会議録検索システムの API: its answers of meetings and of speeches. The rules of src/input/diet.rs.
import { Composed, isObject, lines, scalars, words } from "./fields.js";

/** @typedef {import("./fields.js").Fields} Fields */
/** @typedef {import("../index.js").FileMeeting} Meeting */
/** @typedef {{ facts: Fields, speeches: Fields[] }} Diet */

const FACTS = ["issueID", "imageKind", "searchObject", "session", "nameOfHouse", "nameOfMeeting", "issue", "date", "closing", "meetingURL", "pdfURL"];
const FRONT = "会議録情報";

/** The meetings of an answer, in its order; none where the value is no such answer. @param {unknown} value @returns {Meeting[]} */
export function meetings(value) {
  /** @type {Diet[]} */
  const found = [];
  collect(value, found, new Map());
  return found.filter((it) => it.speeches.length).map(supplied);
}

/** @param {unknown} value @param {Diet[]} found @param {Map<string, Diet>} byIssue which record a speech that stands alone belongs to */
function collect(value, found, byIssue) {
  if (Array.isArray(value)) for (const it of value) collect(it, found, byIssue);
  if (!isObject(value)) return;
  if (words(value, "speech") !== null && words(value, "speechID") !== null) {
    const issue = words(value, "issueID") ?? "";
    let it = byIssue.get(issue);
    if (!it) {
      it = { facts: Object.fromEntries(Object.entries(value).filter(([key]) => FACTS.includes(key))), speeches: [] };
      byIssue.set(issue, it);
      found.push(it);
    }
    it.speeches.push(Object.fromEntries(Object.entries(value).filter(([key]) => !FACTS.includes(key))));
  } else if ("issueID" in value && "speechRecord" in value) {
    const list = Array.isArray(value.speechRecord) ? value.speechRecord : [];
    found.push({ facts: scalars(value), speeches: list.filter((it) => isObject(it) && words(it, "speech") !== null) });
  } else for (const it of Object.values(value)) collect(it, found, byIssue);
}

/** @param {Fields} speech */
const order = ({ speechOrder }) => (Number.isInteger(speechOrder) ? Number(speechOrder) : null);

/** @param {Diet} diet @returns {Meeting} */
function supplied({ facts, speeches }) {
  speeches = speeches.toSorted((a, b) => (order(a) ?? Number.MAX_VALUE) - (order(b) ?? Number.MAX_VALUE));
  const composed = new Composed();
  composed.line(title(facts));
  const date = speeches.some((it) => words(it, "speaker") === FRONT) ? null : printedDate(words(facts, "date") ?? "");
  if (date) composed.line(date);
  for (const it of speeches) composed.speech(lines(words(it, "speech") ?? ""), scalars(it, ["speech"]));
  const name = ["nameOfHouse", "nameOfMeeting", "issue", "date"].map((it) => words(facts, it)).filter((it) => it !== null);
  return { text: composed.text, people: people(speeches), notes: excerpt(speeches), name: name.join(" "), record: composed.record(facts) };
}

/** 「第212回国会」 and 「参議院　本会議会議録　第9号」: the texts of the record print no title. @param {Fields} facts */
function title(facts) {
  const session = Number.isInteger(facts.session) ? `第${facts.session}回国会\n` : "";
  const meeting = words(facts, "nameOfMeeting");
  const parts = [words(facts, "nameOfHouse"), meeting && meeting + (words(facts, "imageKind") ?? "会議録"), words(facts, "issue")];
  return session + parts.filter((it) => it !== null).join("　");
}

/** 「2023年12月6日」 of 「2023-12-06」. @param {string} date */
function printedDate(date) {
  const parts = /^(\d+)-(\d+)-(\d+)$/.exec(date);
  return parts && `${Number(parts[1])}年${Number(parts[2])}月${Number(parts[3])}日`;
}

/** Everybody who speaks, once, in the order of the record. @param {Fields[]} speeches */
function people(speeches) {
  /** @type {Map<string, Required<import("../index.js").SuppliedPerson>>} */
  const people = new Map();
  for (const speech of speeches) {
    const name = words(speech, "speaker");
    if (name === null || name === FRONT) continue;
    const it = people.get(name) ?? { name, roles: [], reading: null, group: null, position: null };
    it.reading ??= words(speech, "speakerYomi");
    it.group ??= words(speech, "speakerGroup");
    it.position ??= words(speech, "speakerPosition") ?? words(speech, "speakerRole");
    people.set(name, it);
  }
  return [...people.values()];
}

/** A number that is skipped is a speech that the answer does not hold. @param {Fields[]} speeches */
function excerpt(speeches) {
  const orders = speeches.map(order).filter((it) => it !== null);
  const gap = orders.some((it, idx) => it > (idx ? orders[idx - 1] : 0) + 1);
  return gap ? [{ code: "G403", seen: String(speeches.length), expected: "" }] : [];
}
