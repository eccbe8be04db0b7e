// Word files made by hand, as small as they can be. Run by itself, it writes those of tests/inputs/ anew.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { crc32 as sum, deflateRawSync } from "node:zlib";

const NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"';
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A zip of files by their names. @param {Record<string, string | Buffer>} files @param {{ told?: number, flags?: number }} [odd] what it says of each file's length, and of how it is packed */
export function zip(files, { told, flags = 0 } = {}) {
  const [parts, heads] = [[], []];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(sum(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(told ?? bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    heads.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, place, Buffer.from(name));
    parts.push(Buffer.from("PK\x03\x04", "latin1"), head, Buffer.from(name), packed);
    at = parts.reduce((n, it) => n + it.length, 0);
  }
  const list = Buffer.concat(heads);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, list, end]);
}

const related = (folder, list) => `<Relationships xmlns="${RELATIONS}">${list.map(([kind, target, more = ""], idx) => `<Relationship Id="r${idx}" Type="${OFFICE}/${kind}" Target="${folder}${target}"${more}/>`).join("")}</Relationships>`;
const root = (name, inside) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${NAMES}>${inside}</w:${name}>`;

/** A Word file: what stands in its body, and its other parts, each what stands in its root. @param {string} body @param {Record<string, string>} [parts] */
export function docx(body, parts = {}) {
  const roots = { footnotes: "footnotes", endnotes: "endnotes", comments: "comments", header1: "hdr", footer1: "ftr", styles: "styles", numbering: "numbering" };
  const kind = (name) => name.replace(/\d$/, "");
  return zip({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": related("word/", [["officeDocument", "document.xml"]]),
    "word/_rels/document.xml.rels": related("", [...Object.keys(parts).map((it) => [kind(it), `${it}.xml`]), ["attachedTemplate", "http://example.invalid/template.dotm", ' TargetMode="External"'], ["footer", "http://example.invalid/footer.xml", ' TargetMode="External"']]),
    "word/document.xml": root("document", `<w:body>${body}</w:body>`),
    ...Object.fromEntries(Object.entries(parts).map(([name, inside]) => [`word/${name}.xml`, root(roots[name], inside)])),
  });
}

export const r = (words, properties = "") => `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;
/** A paragraph; words that are no mark-up are a run. */
export const p = (inside = "", properties = "") => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${!inside || inside.startsWith("<") ? inside : r(inside)}</w:p>`;
const style = (it) => `<w:pStyle w:val="${it}"/>`;
const list = (id, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const cell = (inside, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
const row = (...cells) => `<w:tr>${cells.map((it) => (it.startsWith("<w:tc>") ? it : cell(p(it)))).join("")}</w:tr>`;
const table = (...rows) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join("")}</w:tbl>`;
const ruby = (base, reading) => `<w:r><w:ruby><w:rubyPr><w:hps w:val="10"/></w:rubyPr><w:rt>${r(reading)}</w:rt><w:rubyBase>${r(base)}</w:rubyBase></w:ruby></w:r>`;
const mark = (kind) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
const field = (instruction, result) => `${mark("begin")}<w:r><w:instrText xml:space="preserve">${instruction}</w:instrText></w:r>${result === undefined ? "" : mark("separate") + result}${mark("end")}`;
const level = (idx, format, words, more = "") => `<w:lvl w:ilvl="${idx}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${words}"/></w:lvl>`;
const change = (kind, inside) => `<w:${kind} w:id="1" w:author="事務局">${inside}</w:${kind}>`;
const box = (inside) => `<w:txbxContent>${inside}</w:txbxContent>`;

const STYLES = `
<w:style w:type="paragraph" w:default="1" w:styleId="a"/>
<w:style w:type="paragraph" w:styleId="1"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:basedOn w:val="1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>`;

const MINUTES = () =>
  docx(
    [
      p("第３回みなと市水道審議会　議事録", '<w:jc w:val="center"/>'),
      p("令和６年６月７日（金）午後２時　みなと市役所"),
      p(),
      p("出席者", style("1")),
      table(
        row(cell(p("役職")), "氏名", "備考"),
        row(cell(p("会長"), '<w:vMerge w:val="restart"/>'), cell(p(ruby("空野", "そらの") + r("　弘"))), cell(p("午後３時まで") + p())),
        row(cell(p(), "<w:vMerge/>"), "沢田　澪", ""),
        row(cell(p("委員") + p("委員")), cell(p("海野　渚") + p("川辺　灯")), cell(p(), "")),
        row(cell(p("事務局の者は別に記すものとし、この欄は名簿の全体についての長い説明であって、一つの段落として読まれる。"), '<w:gridSpan w:val="2"/>'), cell(table(row("水道部長", "高梨　修")) + p())),
      ),
      p("開会", style("1")),
      p("○空野会長　ただいまから開会いたします。資料を御覧ください" + "。"),
      p(r("○") + field(' EQ \\* jc2 \\* "Font:ＭＳ 明朝" \\* hps10 \\o\\ad(\\s\\up 9(うみの),海野)') + r("委員　料金の算定について") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("伺います。") + '<w:r><w:commentReference w:id="0"/></w:r>'),
      p(r("○高梨水道部長　お答えします。") + '<w:r><w:br/></w:r>' + r("　算定は三年ごとです。") + '<w:r><w:endnoteReference w:id="2"/></w:r>'),
      p("議題", style("1")),
      p("水道料金の改定", style("2")),
      p('<w:hyperlink w:anchor="x">' + r("○空野会長　資料１のとおりです。") + "</w:hyperlink>" + r(" ") + field(' HYPERLINK "http://example.invalid/" ', r("資料１"))),
      p(r("会長　空野　弘　") + field(" eq \\o\\ac(○,印)"), '<w:pageBreakBefore/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ].join(""),
    {
      styles: STYLES,
      numbering: `<w:abstractNum w:abstractNumId="0">${level(0, "decimalFullWidth", "第%1")}${level(1, "decimal", "%1.%2", '<w:suff w:val="space"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
      header1: p("第３回みなと市水道審議会"),
      footer1: p(field(" PAGE ", r("1"))),
      footnotes: `<w:footnote w:type="separator" w:id="-1">${p("<w:r><w:separator/></w:r>")}</w:footnote><w:footnote w:id="2">${p('<w:r><w:footnoteRef/></w:r>' + r(" 資料２の３ページ。"))}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${p('<w:r><w:endnoteRef/></w:r>' + r(" 水道法第１４条による。"))}</w:endnote>`,
      comments: `<w:comment w:id="0" w:author="事務局">${p("要確認")}</w:comment>`,
    },
  );

const NUMBERS = () => {
  const formats = ["japaneseCounting", "aiueoFullWidth", "iroha", "decimalEnclosedCircle", "ideographTraditional", "lowerRoman"];
  const kinds = formats.map((format, idx) => `<w:abstractNum w:abstractNumId="${idx + 10}">${level(0, format, "（%1）", '<w:suff w:val="nothing"/>')}</w:abstractNum>`).join("");
  const lists = formats.map((_, idx) => `<w:num w:numId="${idx + 10}"><w:abstractNumId w:val="${idx + 10}"/></w:num>`).join("");
  return docx(
    [
      p("第一章のある文書　議事要旨"),
      ...["総則", "目的", "趣旨"].map((it, idx) => p(it, list(1, idx))),
      p("会議", list(1, 1)),
      p("公開", list(1, 2)),
      p("雑則", list(1)),
      p("附則", list(1, 1)),
      p("別の一覧", list(2)),
      p("五から数える", list(3)),
      p("続き", list(3)),
      p("もとの一覧に戻る", list(1)),
      p("様式で決まる番号", style("made")),
      ...formats.flatMap((_, idx) => [p("一つ目", list(idx + 10)), p("二つ目", list(idx + 10))]),
      p("黒丸", list(4)),
      p("点", list(4, 1)),
      p("知られない印", list(4, 2)),
      p("字形だけの書体の印", list(4, 3)),
      p("法令の数え方", list(5)),
      p("二段目", list(5, 1)),
      p("二段目は続く", list(5, 1)),
      p("戻る", list(5)),
      p("続きから", list(5, 1)),
      p("新しい書式", list(6)),
      p("番号のない段落", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
      p("知られない一覧", list(99)),
    ].join(""),
    {
      styles: `${STYLES}<w:style w:type="paragraph" w:styleId="made"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:type="numbering" w:styleId="behind"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>`,
      numbering:
        `<w:abstractNum w:abstractNumId="0">${level(0, "japaneseCounting", "第%1章")}${level(1, "decimalFullWidth", "第%2条")}${level(2, "decimalFullWidth", "%3")}</w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="1">${level(0, "upperLetter", "%1)")}</w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="behind"/></w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="4">${level(0, "bullet", "\uf06c")}${level(1, "bullet", "・", '<w:suff w:val="nothing"/>')}${level(2, "bullet", "\uf0ff")}<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="n"/><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:lvl></w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="5">${level(0, "japaneseCounting", "%1")}${level(1, "japaneseCounting", "%1.%2", '<w:lvlRestart w:val="0"/><w:isLgl/>')}</w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>` +
        `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1")}${level(1, "decimal", "%1-%2", '<w:pStyle w:val="made"/>')}</w:abstractNum>` +
        kinds +
        `<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>` +
        `<w:num w:numId="3"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>` +
        [4, 5, 6, 7].map((it) => `<w:num w:numId="${it}"><w:abstractNumId w:val="${it}"/></w:num>`).join("") +
        lists,
    },
  );
};

const CHANGES = () =>
  docx(
    [
      p("第２回みなと市防災会議　議事要旨"),
      p(r("○会長　開会を") + change("del", '<w:r><w:delText>宣告</w:delText></w:r>') + change("ins", r("宣言")) + r("します。")),
      p(change("del", "<w:r><w:delText>消された段落です。</w:delText></w:r>"), "<w:rPr><w:del/></w:rPr>"),
      p(r("二つの段落が"), "<w:rPr><w:del/></w:rPr>"),
      p("一つになります。"),
      p(change("moveFrom", r("移された文です。"))),
      p(change("moveTo", r("移された文です。"))),
      table(`<w:tr><w:trPr>${change("del", "")}</w:trPr>${cell(p("消された行"))}</w:tr>`, `<w:tr><w:trPr>${change("ins", "")}</w:trPr>${cell(p("足された"))}${cell(p("行"))}</w:tr>`),
      p(r("見える") + r("見えない", "<w:vanish/>") + r("ふりがな", '<w:rStyle w:val="secret"/>') + r("文字です。", '<w:rStyle w:val="secret"/><w:vanish w:val="0"/>')),
      p(r("隠れた段落", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>"),
      p(
        r("枠のある段落です。") +
          `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box(p("枠の中の一行目") + p("枠の中の二行目"))}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box(p("枠の中の一行目") + p("枠の中の二行目"))}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
          r("段落は続きます。"),
      ),
      p(`<w:r><w:pict><v:textbox>${box(p("古い枠"))}</v:textbox></w:pict></w:r>`),
      p(r("ページ") + `<w:fldSimple w:instr=" PAGE ">${r("3")}</w:fldSimple>` + r("と") + field(` IF ${field(" PAGE ", r("3"))} = 1 `, r("結果")) + r("。")),
      p('<w:r><w:t>  空白の </w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>ある&#160;語</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:softHyphen/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F0FF"/></w:r>'),
      p('<w:r><w:t>改ページの前</w:t></w:r><w:r><w:br w:type="page"/></w:r><w:r><w:t>改ページの後</w:t></w:r>'),
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${p("囲みの中の段落")}</w:sdtContent></w:sdt>`,
      p(`<w:smartTag w:element="x">${r("札の中の語")}</w:smartTag><w:bookmarkStart w:id="1" w:name="_x"/>`),
      p(),
    ].join(""),
    { styles: STYLES },
  );

/** The strict form of the format, its parts elsewhere and in UTF-16, its prefix another. */
const STRICT = () => {
  const strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
  const relation = (kind, target) => `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${strict}/${kind}" Target="${target}"/></Relationships>`;
  const main = `<?xml version="1.0" encoding="UTF-16"?><x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>第１回みなと市議会会議録</x:t></x:r></x:p><x:p><x:pPr><x:numPr><x:numId x:val="1"/></x:numPr></x:pPr><x:r><x:t>開会の宣告</x:t></x:r></x:p></x:body></x:document>`;
  return zip({
    "_rels/.rels": relation("officeDocument", "/Doc/../doc/main.xml"),
    "doc/_rels/main.xml.rels": relation("numbering", "../lists.xml"),
    "DOC/Main.xml": Buffer.from(`\ufeff${main}`, "utf16le"),
    "lists.xml": `<numbering xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><abstractNum abstractNumId="0"><lvl ilvl="0"><start val="1"/><numFmt val="decimalFullWidth"/><lvlText val="日程第%1"/></lvl></abstractNum><num numId="1"><abstractNumId val="0"/></num></numbering>`,
  });
};

export const INPUTS = { "word_minutes.docx": MINUTES, "word_numbers.docx": NUMBERS, "word_changes.docx": CHANGES, "word_strict.docx": STRICT };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = new URL("../inputs/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  for (const [name, made] of Object.entries(INPUTS)) writeFileSync(new URL(name, folder), made());
}
