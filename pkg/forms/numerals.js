// Numbers as Word prints them before a paragraph. The rules of src/input/docx/numerals.rs.

const FULL_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
const HALF_KANA = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ";
const FULL_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン";
const HALF_IROHA = "ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ";
/** From where on signs in Unicode stand for 1, 2, 3, and how many there are. @param {number} first @param {number} most */
const signs = (first, most) => (/** @type {number} */ n) => (n > 0 && n <= most ? String.fromCharCode(first + n - 1) : undefined);
/** @param {string} letters */
const around = (letters) => (/** @type {number} */ n) => (n > 0 ? letters[(n - 1) % letters.length] : undefined);
/** @param {string} letters */
const upTo = (letters) => (/** @type {number} */ n) => letters[n - 1];
const kanji = (/** @type {number} */ n) => counted(n, "〇一二三四五六七八九", "千百十", "万", false);
const digits = (/** @type {number} */ n) => String(n).replace(/\d/g, (it) => "〇一二三四五六七八九"[Number(it)]);
const wide = (/** @type {number} */ n) => String(n).replace(/\d/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0));
/** 「z」 is followed by 「aa」, 「bb」. @param {string} first */
const letters = (first) => (/** @type {number} */ n) => (n > 0 && n <= 780 ? String.fromCharCode(first.charCodeAt(0) + ((n - 1) % 26)).repeat(Math.ceil(n / 26)) : undefined);

/** @type {Record<string, (n: number) => string | undefined>} */
const FORMATS = {
  none: () => "",
  decimalZero: (n) => String(n).padStart(2, "0"),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  numberInDash: (n) => `- ${n} -`,
  japaneseCounting: kanji,
  chineseCounting: kanji,
  chineseCountingThousand: kanji,
  taiwaneseCounting: kanji,
  taiwaneseCountingThousand: kanji,
  japaneseLegal: (n) => counted(n, "零壱弐参四伍六七八九", "阡百拾", "萬", true),
  japaneseDigitalTenThousand: digits,
  ideographDigital: digits,
  taiwaneseDigital: digits,
  aiueo: around(HALF_KANA),
  aiueoFullWidth: around(FULL_KANA),
  iroha: around(HALF_IROHA),
  irohaFullWidth: around(FULL_IROHA),
  ideographTraditional: upTo("甲乙丙丁戊己庚辛壬癸"),
  ideographZodiac: upTo("子丑寅卯辰巳午未申酉戌亥"),
  decimalEnclosedCircle: signs(0x2460, 20),
  decimalEnclosedCircleChinese: signs(0x2460, 20),
  decimalEnclosedFullstop: signs(0x2488, 20),
  decimalEnclosedParen: signs(0x2474, 20),
  ideographEnclosedCircle: signs(0x3280, 10),
  upperRoman: (n) => roman(n)?.toUpperCase(),
  lowerRoman: roman,
  upperLetter: letters("A"),
  lowerLetter: letters("a"),
  ordinal: (n) => n + (/1[123]$/.test(String(n)) ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")),
};

/** A number in a format of Word's; one that is not known is printed in figures. @param {number} number @param {string} format */
export function written(number, format) {
  return (Object.hasOwn(FORMATS, format) ? FORMATS[format](number) : undefined) ?? String(number);
}

/** 「百二十三」; with a one before every unit where numbers of deeds are written. @param {number} n @param {string} digits @param {string} units @param {string} myriad @param {boolean} one */
function counted(n, digits, units, myriad, one) {
  const below = (/** @type {number} */ n) =>
    [1000, 100, 10, 1]
      .map((size, idx) => {
        const digit = Math.floor(n / size) % 10;
        const unit = units[idx] ?? "";
        return digit ? (digit > 1 || !unit || one ? digits[digit] : "") + unit : "";
      })
      .join("");
  if (n >= 1e8) return undefined;
  return n ? (n >= 1e4 ? below(Math.floor(n / 1e4)) + myriad : "") + below(n % 1e4) : digits[0];
}

/** @param {number} n */
function roman(n) {
  if (n < 1 || n > 3999) return undefined;
  let out = "";
  for (const [size, letters] of /** @type {const} */ ([[1000, "m"], [900, "cm"], [500, "d"], [400, "cd"], [100, "c"], [90, "xc"], [50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]])) {
    for (; n >= size; n -= size) out += letters;
  }
  return out;
}
