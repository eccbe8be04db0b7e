// The bench is no test, but what it compares is to be the same, and it is to run through: a round of what needs no other package.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "../../pkg/node.js";
import { parse as plain } from "./bench/plain.mjs";
import { median, table, takingTurns } from "./bench/measure.mjs";
import { day, minutes, repeated, sitting } from "./bench/texts.mjs";

const samples = new URL("../../www/samples/", import.meta.url);

test("the plain parser that stands for one written by hand finds the same speeches, by the same labels", async () => {
  const texts = [minutes().text, repeated(minutes().text, 200_000), day(), ...readdirSync(samples).filter((it) => it.endsWith(".txt")).map((it) => readFileSync(new URL(it, samples), "utf8"))];
  let n = 0;
  for (const text of texts) {
    const labels = (await parse(text)).speeches.map((it) => it.label).filter(Boolean);
    const found = plain(text).speeches;
    assert.equal(found.length, labels.length);
    found.forEach((it, at) => assert.ok(it.name && labels[at].includes(it.name), `${labels[at]}: ${it.name}`));
    n += found.length;
  }
  assert.ok(n > 500);
});

test("an invented sitting has as many speeches and letters as it is said to have", async () => {
  const { speeches } = await parse(day());
  assert.equal(speeches.length, 450);
  const letters = speeches.reduce((n, it) => n + it.text.length, 0);
  assert.ok(Math.abs(letters - 180_000) < 5_000, `${letters}`);
  assert.equal((await parse(sitting(7, 50))).speeches.length, 7);
});

test("rounds go to and fro, the first does not count, and a table says who is how much faster", async () => {
  const order = [];
  const times = await takingTurns(3, { a: async () => (order.push("a"), order.length), b: async () => (order.push("b"), { x: order.length }) });
  assert.equal(order.join(""), "abbaabba");
  assert.deepEqual(times, { a: 5, b: { x: 6 } });
  assert.equal(median([3, 1, 2, 10]), 2.5);
  assert.match(table([{ what: "w", ours: 150, unit: "ms", peer: "p", theirs: 100, aim: "≤ 1×" }]), /\n\| w \| 150 ms \| p \| 100 ms \| 1\.50× \| ≤ 1× \|$/);
});

test("the bench runs through", { timeout: 120_000 }, () => {
  const bench = fileURLToPath(new URL("bench/run.mjs", import.meta.url));
  const told = execFileSync(process.execPath, [bench, "--quick", "--only=day,use"], { encoding: "utf8" });
  const rows = told.split("\n").filter((it) => it.startsWith("| ") && !it.startsWith("| measured"));
  assert.equal(rows.length, 12, told);
  for (const it of rows) assert.match(it, /^\| [^|]+ \| [\d.]+ ms \|/);
  assert.throws(() => execFileSync(process.execPath, [bench, "--only=nothing"], { stdio: "pipe" }), /no part of the bench is called nothing/);
});
