// Texts as large as nobody publishes them, read by the command as users have it: `make huge` prints time and memory, and fails where
// either grows faster than the text, or the command does not come to its end.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const COMMAND = fileURLToPath(new URL("../target/release/gijiroku", import.meta.url));
/** Names, what is repeated, and how many bytes of it there are to be. */
const TEXTS = [
  ["minutes", "○海野委員\n\n資料を拝見しました。二点伺います。\n\n（拍手）\n\n１　開会\n\n○空野会長　お答えします。\n\n", 100e6],
  ["a million speeches", "○海野委員　はい。\n", 28e6],
  ["one line", "これはまさに重要な観点であり、", 50e6],
  ["a million brackets", "（", 3e6],
  ["a million headings", "（1）開会\n\n", 15e6],
  ["a million people", "空野 弘\t会長\n", 18e6],
  ["letters that turn others round", "○議長　\u202e賛\u2069成\n", 10e6],
];
/** Memory may be so many times the text, and a text four times as long may take so many times as long. */
const [MOST_MEMORY, MOST_TIME] = [80, 8];

/** How many seconds the command takes to check a file, those of the processor where the system tells, and the most bytes that it had. */
function checked(path) {
  return new Promise((done, failed) => {
    const began = performance.now();
    const child = spawn(COMMAND, ["check", path], { stdio: "ignore" });
    let [memory, busy] = [0, 0];
    const look = setInterval(() => {
      try {
        memory = Math.max(memory, 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0));
        // Behind the name: how many hundredths of a second in the program and in the system.
        const [user, system] = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1].split(" ").slice(11, 13);
        busy = Math.max(busy, (Number(user) + Number(system)) / 100);
      } catch {
        // It has ended, or the system has no such file.
      }
    }, 5);
    child.on("error", failed).on("exit", (code) => {
      clearInterval(look);
      if (code === 0 || code === 1) done({ seconds: busy || (performance.now() - began) / 1000, memory });
      else failed(new Error(`${path}: ${code}`));
    });
  });
}

const folder = mkdtempSync(join(tmpdir(), "gijiroku-huge-"));
try {
  for (const [what, piece, size] of TEXTS) {
    const bytes = Buffer.from(piece);
    const written = (n) => {
      const path = join(folder, `${n}.txt`);
      writeFileSync(path, Buffer.alloc(Math.ceil(n / bytes.length) * bytes.length, bytes));
      return path;
    };
    const short = await checked(written(size / 4));
    const path = written(size);
    const { size: length } = statSync(path);
    const long = await checked(path);
    const [times, share] = [long.seconds / short.seconds, long.memory / length];
    console.log(`${what}: ${(length / 1e6).toFixed(0)} MB in ${long.seconds.toFixed(1)} s, ${times.toFixed(1)} times a quarter of it; memory ${share.toFixed(1)} times the text`);
    assert.ok(share <= MOST_MEMORY, `${what}: ${long.memory} bytes of memory`);
    assert.ok(long.seconds <= short.seconds * MOST_TIME + 2, `${what}: ${short.seconds} s for a quarter, ${long.seconds} s for all`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
