// The reference: tables drawn from what the package itself says, with words in both languages. Nothing of it is written twice.

/** What the package says of itself, and the words for it. */
export async function reference() {
  const text = (path) => fetch(new URL(path, import.meta.url)).then((it) => (it.ok ? it.text() : Promise.reject(new Error(`${path}: ${it.status}`))));
  const json = (path) => text(path).then(JSON.parse);
  const [words, policies, manifest, pack, readme, data, api] = await Promise.all([
    json("words.json"),
    json("policies.json"),
    json("../pkg/custom-elements.json"),
    json("../pkg/package.json"),
    text("../pkg/README.md"),
    text("../pkg/minutes.d.ts"),
    text("../pkg/index.d.ts"),
  ]);
  return { words, policies, element: manifest.modules[0].declarations[0], pack, readme, data: declarations(data), api: declarations(api), events: eventDetails(api) };
}

/**
 * The exported interfaces, and the types that are one of several texts or one of several objects, in a file of types. It
 * understands the regular files of our package, and no more of the language.
 * @typedef {{ name: string, type: string, optional: boolean, doc: string, members: Member[] }} Member
 * @typedef {{ name: string, kind: "interface" | "values" | "variants", parent: string, doc: string, members: Member[] }} Declaration
 * @param {string} source @returns {Map<string, Declaration>}
 */
export function declarations(source) {
  /** @type {string[]} */
  const docs = [];
  // A comment may hold any sign; what stands in its place holds none.
  const bare = source.replace(/\/\*\*([\s\S]*?)\*\//g, (_, it) => `\u0001${docs.push(it.replace(/\n\s*\* ?/g, " ").trim()) - 1}\u0001`).replace(/^\s*\/\/.*$/gm, "");
  const found = new Map();
  for (const it of bare.matchAll(/(?:\u0001(\d+)\u0001\s*)?export (interface|type) (\w+)(?: extends (\w+))?\s*(?:\{|=)/g)) {
    const [head, doc, keyword, name, parent = ""] = it;
    const body = until(bare, it.index + head.length, keyword === "interface" ? "}" : ";");
    const declaration = keyword === "interface" ? { kind: "interface", members: members(body, docs) } : union(body, docs);
    if (declaration) found.set(name, { name, parent, doc: docs[Number(doc)] ?? "", ...declaration });
  }
  return found;
}

/** What stands up to a sign that is in no brackets. @param {string} text @param {number} from @param {string} end */
function until(text, from, end) {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (depth === 0 && sign === end) return text.slice(from, at);
    if ("{([<".includes(sign)) depth++;
    else if ("})]".includes(sign) || (sign === ">" && text[at - 1] !== "=")) depth--;
  }
  return text.slice(from);
}

/** The stretches between signs that are in no brackets. @param {string} text @param {string} sign */
function split(text, sign) {
  const parts = [];
  for (let from = 0; from <= text.length; ) {
    const part = until(text, from, sign);
    parts.push(part.trim());
    from += part.length + 1;
  }
  return parts.filter(Boolean);
}

/** @param {string} body @param {string[]} docs @returns {Member[]} */
function members(body, docs) {
  return split(body, ";").flatMap((it) => {
    const parts = /^(?:\u0001(\d+)\u0001)?\s*(?:readonly )?(\w+)(\?)?:\s*([\s\S]+)$/.exec(it);
    if (!parts) return [];
    const [, doc, name, optional, type] = parts;
    const at = type.indexOf("{");
    const inner = at < 0 ? "" : until(type, at + 1, "}");
    const shown = inner ? type.replace(`{${inner}}`, "{…}") : type;
    return [{ name, optional: Boolean(optional), doc: docs[Number(doc)] ?? "", type: shown.replace(/\s+/g, " ").replace(/^\| /, ""), members: members(inner, docs) }];
  });
}

/** A type that is one of several. @param {string} body @param {string[]} docs */
function union(body, docs) {
  const parts = split(body, "|");
  const plain = (name, type = "") => ({ name, type, optional: false, doc: "" });
  if (parts.every((it) => /^"[^"]*"$/.test(it))) return { kind: "values", members: parts.map((it) => ({ ...plain(it.slice(1, -1)), members: [] })) };
  if (!parts.every((it) => it.startsWith("{"))) return null;
  const variants = parts.map((it) => {
    const [type, ...others] = members(it.slice(1, -1), docs);
    return { ...plain(type.type.slice(1, -1), `type: ${type.type}`), members: others };
  });
  return { kind: "variants", members: variants };
}

/** The detail of each event, by the name of its type. @param {string} source @returns {Map<string, string>} */
function eventDetails(source) {
  return new Map([...source.matchAll(/export type (\w+Event) = CustomEvent<(.*)>;/g)].map(([, name, detail]) => [name, detail]));
}

/** Both languages of an entry: where it is Japanese alone, the English is what the package says. @param {string | [string, string] | undefined} entry @param {string} english */
export const both = (entry, english = "") => (Array.isArray(entry) ? entry : [entry ?? "", english]);

/** The words of a field: its own, or those of every field of that name. */
function fieldWords(words, path, { name, doc }) {
  return both(words[path] ?? words[`*.${name}`], doc);
}

/** @param {string} tag @param {Record<string, any>} [set] @param {(Node | string)[]} inside */
export function make(tag, set = {}, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) made.setAttribute(name, value);
  made.append(...inside);
  return made;
}

/** A sentence in both languages; what stands in backquotes is code. @param {[string, string]} words */
export function sentences(words) {
  return ["ja", "en"].map((lang, idx) => make("span", { lang }, ...words[idx].split("`").map((it, at) => (at % 2 ? make("code", {}, it) : it))));
}

/** A type, with the way to each type that the page tells of. @param {string} type @param {(name: string) => boolean} known */
function typed(type, known) {
  const parts = type.split(/\b([A-Z]\w+)\b/).filter(Boolean);
  return make("code", {}, ...parts.map((it) => (known(it) ? make("a", { href: `#${it}` }, it) : it)));
}

const HEADS = { name: ["名前", "Name"], type: ["型", "Type"], default: ["指定しないとき", "Unless set"], means: ["意味", "Meaning"], detail: ["detail の型", "Type of detail"], says: ["読者に示す文", "What the reader is told"], attribute: ["属性", "Attribute"], policy: ["方針", "Policy"], header: ["ヘッダー", "Headers"], shows: ["読者が見るもの", "What readers see"] };

/**
 * A table. Its roles are said outright, since narrow windows lay it out as something else.
 * @param {string} of what it is of @param {[string, string]} caption @param {(keyof typeof HEADS)[]} columns
 * @param {{ id?: string, depth?: number, cells: (Node | string | Node[])[] }[]} rows the first cell names the row
 */
export function table(of, caption, columns, rows) {
  const head = make("tr", { role: "row" }, ...columns.map((it) => make("th", { scope: "col", role: "columnheader" }, ...sentences(HEADS[it]))));
  const body = rows.map(({ id, depth = 0, cells }) => {
    const row = make("tr", { role: "row", ...(id && { id }), ...(depth && { class: "inner" }) });
    // Where rows are cards, what is neither the name nor the sentence says what it is.
    const label = (idx) => (idx > 0 && idx < cells.length - 1 ? [make("span", { class: "of", "aria-hidden": "true" }, ...sentences(HEADS[columns[idx]]), ": ")] : []);
    row.append(...cells.map((it, idx) => make(idx ? "td" : "th", idx ? { role: "cell" } : { scope: "row", role: "rowheader" }, ...label(idx), ...[it].flat())));
    return row;
  });
  return make("table", { role: "table", "data-of": of },
    make("caption", {}, ...sentences(caption)),
    make("thead", { role: "rowgroup" }, head),
    make("tbody", { role: "rowgroup" }, ...body));
}

const code = (it) => make("code", {}, it);

/** The tables of the element. @param {Awaited<ReturnType<typeof reference>>} all @returns {Record<string, Element>} */
export function elementTables({ words, element, pack, events }) {
  const known = () => false;
  const plain = (list) => element[list].map((it) => ({ cells: [code(it.name), sentences(both(words[list][it.name], it.description))] }));
  const inAttribute = (it) => element.attributes.find(({ name }) => name === it.attribute);
  const ofMember = (it) => both(words.members[it.name] ?? words.attributes[it.attribute], it.description ?? inAttribute(it)?.description);
  const entries = Object.keys(pack.exports).map((it) => ({ cells: [code(it.replace(".", pack.name)), sentences(both(words.entries[it]))] }));
  return {
    entries: table("entries", ["入口", "Entries"], ["name", "means"], entries),
    attributes: table("attributes", ["属性", "Attributes"], ["name", "type", "default", "means"],
      element.attributes.map((it) => ({ cells: [code(it.name), typed(it.type.text, known), it.default ? code(it.default) : "—", sentences(both(words.attributes[it.name], it.description))] }))),
    members: table("members", ["プロパティとメソッド", "Properties and methods"], ["name", "type", "attribute", "means"],
      element.members.map((it) => ({ cells: [code(it.kind === "method" ? `${it.name}()` : it.name), typed((it.return ?? it).type.text, known), it.attribute ? code(it.attribute) : "—", sentences(ofMember(it))] }))),
    events: table("events", ["イベント", "Events"], ["name", "detail", "means"],
      element.events.map((it) => ({ cells: [code(it.name), typed(events.get(it.type.text), known), sentences(both(words.events[it.name], it.description))] }))),
    slots: table("slots", ["スロット", "Slots"], ["name", "means"],
      element.slots.map((it) => ({ cells: [it.name ? code(it.name) : make("span", {}, ...sentences(["（名前なし）", "(no name)"])), sentences(both(words.slots[it.name], it.description))] }))),
    cssParts: table("cssParts", ["パート", "Parts"], ["name", "means"], plain("cssParts")),
    cssProperties: table("cssProperties", ["カスタムプロパティ", "Custom properties"], ["name", "default", "means"],
      element.cssProperties.map((it) => ({ cells: [code(it.name), [...swatches(it.default), code(it.default)], sentences(both(words.cssProperties[it.name], it.description))] }))),
  };
}

/** The colours that a value names. @param {string} value */
function swatches(value) {
  return [...value.matchAll(/#[0-9a-f]{6}/g)].map(([colour]) => {
    const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.backgroundColor = colour;
    return swatch;
  });
}

/** The table of why minutes can fail to show: reason, and the sentence that the reader sees. @param {Map<string, Declaration>} api @param {(reason: string, lang: "ja" | "en") => string} sentence */
export function failureTable(api, sentence) {
  const rows = api.get("FailureReason").members.map(({ name }) => ({ cells: [code(name), sentences([sentence(name, "ja"), sentence(name, "en")])] }));
  return table("failures", ["失敗の理由", "Reasons"], ["name", "says"], rows);
}

/** What readers see under a policy. */
const SHOWN = {
  viewer: ["ビューアー", "The viewer"],
  failure: ["足りない語を示す文と、議事録へのリンクまたは原文", "A sentence that names the missing word, with the way to the minutes or their text"],
  inside: ["要素の中に書かれたもの（スクリプトが動かないため、足りない語は示せません）", "What stands inside the element: no script runs that could name the word"],
};

/** The policies of sites, which the tests of the package try too. @param {{ means: [string, string], headers: Record<string, string>, shows: keyof typeof SHOWN, missing?: string[] }[]} policies */
export function policyTable(policies) {
  const rows = policies.map(({ means, headers, shows, missing = [] }) => {
    const lines = Object.entries(headers).map(([name, value]) => make("div", {}, code(name === "content-security-policy" ? value : `${name}: ${value}`)));
    const lacks = missing.length ? [make("div", {}, ...sentences(["足りない語: ", "Missing: "]), code(missing.join(" ")))] : [];
    return { cells: [sentences(means), lines.length ? lines : "—", [...sentences(/** @type {[string, string]} */ (SHOWN[shows])), ...lacks]] };
  });
  return table("policies", ["方針ごとの動き", "What happens under a policy"], ["policy", "header", "shows"], rows);
}

/** The heading and the table of a type. @param {Declaration} it @param {Record<string, any>} words @param {(name: string) => boolean} known */
export function typeSection(it, words, known) {
  const rows = (list, path, before, depth) =>
    list.flatMap((member) => {
      const own = `${path}.${member.name}`;
      const name = make("code", {}, ...(before ? [make("span", { class: "quiet" }, `${before}.`)] : []), member.name, ...(member.optional ? ["?"] : []));
      const cells = [name, ...(it.kind === "values" ? [] : [typed(member.type, known)]), sentences(fieldWords(words, own, member))];
      return [{ id: own, depth, cells }, ...rows(member.members, own, before ? `${before}.${member.name}` : member.name, depth + 1)];
    });
  const told = make("p", {}, ...sentences(fieldWords(words, it.name, it)));
  const parent = it.parent ? [make("p", {}, make("span", { lang: "ja" }, "次の型の項目も持ちます: "), make("span", { lang: "en" }, "It has the fields of this too: "), typed(it.parent, known))] : [];
  const columns = it.kind === "values" ? ["name", "means"] : ["name", "type", "means"];
  const caption = it.kind === "values" ? [" の値", ": values"] : [" の項目", ": fields"];
  const drawn = table(it.name, [it.name + caption[0], it.name + caption[1]], /** @type {any} */ (columns), rows(it.members, it.name, "", 0));
  return make("section", {}, make("h3", { id: it.name }, make("code", {}, it.name)), told, ...parent, drawn);
}

/** The example number `at` under a heading of the package's README. @param {string} readme @param {string} heading @param {number} at */
export function example(readme, heading, at) {
  const chapter = readme.split(/^## /m).find((it) => it.replace(/^# /, "").startsWith(`${heading}\n`)) ?? "";
  return [...chapter.matchAll(/^```\w*\n([\s\S]*?)\n```$/gm)][at]?.[1] ?? "";
}

/** Fills the examples of a page: `data-example="Frameworks/0"`. @param {string} readme */
export function fillExamples(readme) {
  for (const it of document.querySelectorAll("[data-example]")) {
    const [heading, at] = it.getAttribute("data-example").split("/");
    it.textContent = example(readme, heading, Number(at));
  }
}

/** Once what is drawn is there: to the place that the address names. */
export function goToPlace() {
  if (location.hash.length > 1) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
}
