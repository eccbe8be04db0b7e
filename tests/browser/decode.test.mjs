// Bytes to text: every encoding that Japanese offices write minutes in, and files that are no text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../pkg/decode.js";

const bytes = (...it) => Uint8Array.from(it.flat());
const TEXT = "○議長　開会します。\n";
const FORMS = {
  "utf-8": [0xe2, 0x97, 0x8b, 0xe8, 0xad, 0xb0, 0xe9, 0x95, 0xb7, 0xe3, 0x80, 0x80, 0xe9, 0x96, 0x8b, 0xe4, 0xbc, 0x9a, 0xe3, 0x81, 0x97, 0xe3, 0x81, 0xbe, 0xe3, 0x81, 0x99, 0xe3, 0x80, 0x82, 0x0a],
  shift_jis: [0x81, 0x9b, 0x8b, 0x63, 0x92, 0xb7, 0x81, 0x40, 0x8a, 0x4a, 0x89, 0xef, 0x82, 0xb5, 0x82, 0xdc, 0x82, 0xb7, 0x81, 0x42, 0x0a],
  "euc-jp": [0xa1, 0xfb, 0xb5, 0xc4, 0xc4, 0xb9, 0xa1, 0xa1, 0xb3, 0xab, 0xb2, 0xf1, 0xa4, 0xb7, 0xa4, 0xde, 0xa4, 0xb9, 0xa1, 0xa3, 0x0a],
  "iso-2022-jp": [0x1b, 0x24, 0x42, 0x21, 0x7b, 0x35, 0x44, 0x44, 0x39, 0x21, 0x21, 0x33, 0x2b, 0x32, 0x71, 0x24, 0x37, 0x24, 0x5e, 0x24, 0x39, 0x21, 0x23, 0x1b, 0x28, 0x42, 0x0a],
};
const utf16 = (big) => [...TEXT].flatMap((it) => (big ? [it.charCodeAt(0) >> 8, it.charCodeAt(0) & 255] : [it.charCodeAt(0) & 255, it.charCodeAt(0) >> 8]));

for (const [encoding, form] of Object.entries(FORMS)) {
  test(`${encoding} is told by its bytes`, () => {
    assert.deepEqual(decode(bytes(form)), { text: TEXT, encoding, replaced: 0 });
  });
}

test("UTF-16 is told by its mark, or by the zeros of its line ends", () => {
  assert.deepEqual(decode(bytes(0xff, 0xfe, utf16(false))), { text: TEXT, encoding: "utf-16le", replaced: 0 });
  assert.deepEqual(decode(bytes(0xfe, 0xff, utf16(true))), { text: TEXT, encoding: "utf-16be", replaced: 0 });
  assert.equal(decode(bytes(utf16(false))).encoding, "utf-16le");
  assert.equal(decode(bytes(utf16(true))).encoding, "utf-16be");
});

test("the mark of a UTF-8 file is kept, so that places in the text are places in the file", () => {
  assert.equal(decode(bytes(0xef, 0xbb, 0xbf, FORMS["utf-8"])).text, `\ufeff${TEXT}`);
});

test("the charset of the server is taken where the bytes allow it", () => {
  assert.equal(decode(bytes(0xa4, 0xa2, 0x0a), "text/plain; charset=EUC-JP").text, "あ\n");
  assert.equal(decode(bytes(0xa4, 0xa2, 0x0a), "text/plain; charset=Shift_JIS").text, "､｢\n");
});

test("a charset that the bytes speak against is passed over", () => {
  assert.equal(decode(bytes(FORMS.shift_jis), "text/plain; charset=utf-8").encoding, "shift_jis");
  assert.equal(decode(bytes(FORMS["utf-8"]), "text/plain; charset=shift_jis").encoding, "utf-8");
  assert.equal(decode(bytes(FORMS.shift_jis), "text/plain; charset=no-such-thing").encoding, "shift_jis");
});

test("characters that only CP932 has are read", () => {
  assert.equal(decode(bytes(0x87, 0x40, 0xfb, 0xfc, FORMS.shift_jis)).text, `①髙${TEXT}`);
});

test("a file that breaks off in the middle of a character is read all the same", () => {
  const long = Array(20).fill(FORMS.shift_jis).flat();
  const { encoding, replaced } = decode(bytes(long, 0x8b));
  assert.deepEqual({ encoding, replaced }, { encoding: "shift_jis", replaced: 1 });
});

test("ASCII alone and nothing at all are UTF-8", () => {
  assert.equal(decode(bytes()).text, "");
  assert.equal(decode(bytes(0x61, 0x0d, 0x0a)).encoding, "utf-8");
});

for (const [what, form] of Object.entries({
  "a PDF": [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31],
  "a Word file": [0x50, 0x4b, 0x03, 0x04, 0, 0],
  "an old Word file": [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  "a picture": [0x89, 0x50, 0x4e, 0x47],
  "bytes with zeros": [1, 0, 2, 0, 0, 0, 0, 9],
  noise: Array.from({ length: 256 }, (_, it) => (it * 73 + 129) % 255 || 1),
})) {
  test(`${what} is not text`, () => {
    assert.throws(() => decode(bytes(form)), { name: "MinutesError", reason: "not-text" });
  });
}

test("a web page says its encoding, and is not believed against its bytes", () => {
  const page = (said, ...form) => bytes([...new TextEncoder().encode(`<!doctype html><meta charset="${said}"><p>`)], ...form);
  assert.equal(decode(page("x-sjis", FORMS.shift_jis)).encoding, "shift_jis");
  assert.equal(decode(page("shift_jis", FORMS["euc-jp"])).encoding, "euc-jp");
  assert.equal(decode(page("shift_jis", FORMS["utf-8"])).encoding, "utf-8");
  // Two letters alone could be either; what the page says decides.
  assert.ok(decode(page("euc-jp", [0xb5, 0xc4, 0xc4, 0xb9])).text.endsWith("議長"));
});
