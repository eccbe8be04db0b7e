// WebKit by WebKitWebDriver (Debian: webkit2gtk-driver) on a screen of its own, with the part of puppeteer's page that the tests use.
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Where a page of a test finds what is to run before its own scripts: WebDriver has no other way. */
export const BEFORE = "/before-the-page.js";

const KEYS = { Tab: "\uE004", Enter: "\uE006", Shift: "\uE008", Control: "\uE009", Escape: "\uE00C", Space: " ", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012", ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015" };
// The bar of the test browser is made flat, or no window could be as narrow as a phone.
const FLAT = "box *, toolbar, toolbar *, headerbar, headerbar *, notebook header, notebook header * { font-size: 1px; padding: 0; margin: 0; min-width: 0; min-height: 0; border: 0 }";

/** Runs in the page: finds elements by the selectors that the tests use, and keeps them by number. */
export const FIND = `
  const kept = (window.keptByTest ??= []);
  const named = (it) => it.ariaLabel ?? [...it.childNodes].map((node) => (node.nodeType === 3 ? node.data : node.nodeType === 1 && node.ariaHidden !== "true" && node.checkVisibility() ? named(node) : "")).join("");
  const buttons = (name) => deep("button, [role=button]").filter((it) => named(it).trim() === name && it.checkVisibility());
  const deep = (selector) => {
    const roots = [document];
    for (const root of roots) for (const it of root.querySelectorAll("*")) if (it.shadowRoot) roots.push(it.shadowRoot);
    return roots.flatMap((it) => [...it.querySelectorAll(selector)]);
  };
  const find = (selector) => {
    return selector.startsWith(">>>") ? deep(selector.slice(3).trim()) : [...document.querySelectorAll(selector)];
  };`;

class Handle {
  constructor(tab, kept) {
    Object.assign(this, { tab, kept });
  }
  evaluate(work, ...more) {
    return this.tab.evaluate(work, this, ...more);
  }
  isVisible() {
    return this.evaluate((it) => it.checkVisibility());
  }
  async click() {
    const [x, y] = await this.evaluate((it) => {
      it.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      const { left, top, width, height } = it.getBoundingClientRect();
      return [Math.round(left + width / 2), Math.round(top + height / 2)];
    });
    const actions = [{ type: "pointerMove", x, y }, { type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    await this.tab.command("POST", "actions", { actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }] });
  }
  async type(text) {
    await this.evaluate((it) => it.focus());
    await this.tab.keys([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }]));
  }
}

class Page {
  #before = "";
  #closed = false;
  #viewport = { width: 0, height: 0 };
  constructor(session, handle) {
    Object.assign(this, { session, handle });
  }
  keyboard = {
    press: (name) => this.keys([{ type: "keyDown", value: KEYS[name] ?? name }, { type: "keyUp", value: KEYS[name] ?? name }]),
    down: (name) => this.keys([{ type: "keyDown", value: KEYS[name] ?? name }]),
    up: (name) => this.keys([{ type: "keyUp", value: KEYS[name] ?? name }]),
  };

  command(method, path, body) {
    return this.session.inWindow(this.handle, method, path, body);
  }
  keys(actions) {
    return this.command("POST", "actions", { actions: [{ type: "key", id: "keyboard", actions }] });
  }
  /** The scripts that run before those of a page, as one file. */
  get before() {
    return this.#before;
  }
  async evaluateOnNewDocument(work, ...more) {
    this.#before += `(${work})(...${JSON.stringify(more)});\n`;
  }
  async goto(url) {
    await this.command("POST", "url", { url });
    await this.#loaded();
  }
  async reload() {
    await this.command("POST", "refresh", {});
    await this.#loaded();
  }
  /** WebKitWebDriver goes on as soon as the page is parsed, when modules of it may not have run yet. */
  #loaded() {
    return this.waitForFunction(() => document.readyState === "complete");
  }
  viewport() {
    return this.#viewport;
  }
  async setViewport({ width, height }) {
    this.#viewport = { width, height };
    for (let tries = 0, more = 20; tries < 5; tries++) {
      await this.command("POST", "window/rect", { width, height: height + more });
      const until = Date.now() + 1000;
      let size;
      do size = await this.evaluate(() => [innerWidth, innerHeight]);
      while (size.join() !== `${width},${height}` && Date.now() < until && !(await sleep(20)));
      if (size.join() === `${width},${height}`) return;
      more += height - size[1];
    }
    throw new Error(`the window does not become ${width} by ${height} px`);
  }
  async #run(code, args) {
    const script = `const [given, done] = arguments; ${FIND}
      const args = given.map((it) => (it?.kept === undefined ? it : kept[it.kept]));
      // Within an event, as a page's own code runs: of what WebDriver calls by itself, WebKit runs the microtasks half-way.
      const run = async () => { ${code} };
      let answer;
      const target = new EventTarget();
      target.addEventListener("run", () => (answer = run()));
      target.dispatchEvent(new Event("run"));
      answer.then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: error + "\\n" + (error?.stack ?? "") })));`;
    const { value, error } = JSON.parse(await this.command("POST", "execute/async", { script, args: [args.map((it) => (it instanceof Handle ? { kept: it.kept } : (it ?? null)))] }));
    if (error) throw new Error(error);
    return value;
  }
  evaluate(work, ...args) {
    return this.#run(typeof work === "string" ? `${work}\n` : `return (${work})(...args);`, args);
  }
  $eval(selector, work, ...more) {
    return this.#run(`const [it] = find(args.shift()); if (!it) throw new Error("nothing is " + ${JSON.stringify(selector)}); return (${work})(it, ...args);`, [selector, ...more]);
  }
  $$eval(selector, work, ...more) {
    return this.#run(`return (${work})(find(args.shift()), ...args);`, [selector, ...more]);
  }
  async $$(selector) {
    return this.#handles("find(args[0])", [selector]);
  }
  async #handles(code, args) {
    const all = await this.#run(`return ${code}.map((it) => kept.push(it) - 1);`, args);
    return all.map((it) => new Handle(this, it));
  }
  async $(selector) {
    return (await this.$$(selector))[0] ?? null;
  }
  async waitForFunction(work, { timeout = 15_000 } = {}, ...args) {
    // Whether it is so is asked in the page, since not all that is true can be carried over.
    const isSo = () => this.#run(`return Boolean(await (${work})(...args));`, args);
    for (const until = Date.now() + timeout; !(await isSo()); await sleep(20)) if (Date.now() > until) throw new Error(`waited in vain for ${work}`);
  }
  waitForSelector(selector) {
    return this.#waitForFirst(() => this.$$(selector), selector);
  }
  waitForButton(name) {
    return this.#waitForFirst(() => this.#handles("buttons(args[0])", [name]), name);
  }
  async #waitForFirst(find, what) {
    for (const until = Date.now() + 15_000; ; await sleep(20)) {
      const [found] = await find();
      if (found) return found;
      if (Date.now() > until) throw new Error(`waited in vain for ${what}`);
    }
  }
  isClosed() {
    return this.#closed;
  }
  close() {
    this.#closed = true;
    return this.session.close(this.handle);
  }
}

/** One browser; its windows take turns, since WebDriver speaks to one at a time. */
class Session {
  #turn = Promise.resolve();
  #current;
  #windows = new Set();
  constructor({ address, home }) {
    Object.assign(this, { address, home });
  }
  async #ask(method, path, body) {
    const response = await fetch(`${this.address}/${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver, ${path}: ${value.error}: ${value.message}`);
    return value;
  }
  #inTurn(work) {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => {});
    return mine;
  }
  async #enter(handle) {
    if (this.#current !== handle) await this.#ask("POST", "window", { handle });
    this.#current = handle;
  }
  inWindow(handle, method, path, body) {
    return this.#inTurn(async () => {
      await this.#enter(handle);
      return this.#ask(method, path, body);
    });
  }
  /** The first window is used as it is, and stays, since a browser without a window ends. */
  async newPage() {
    const handle = await this.#inTurn(async () => {
      await this.#enter(this.home);
      return this.#windows.has(this.home) ? (await this.#ask("POST", "window/new", { type: "window" })).handle : this.home;
    });
    this.#windows.add(handle);
    return new Page(this, handle);
  }
  close(handle) {
    return this.#inTurn(async () => {
      await this.#enter(handle);
      await (handle === this.home ? this.#ask("POST", "url", { url: "about:blank" }) : this.#ask("DELETE", "window"));
      if (handle !== this.home) this.#current = undefined;
      this.#windows.delete(handle);
    });
  }
}

/** A browser that another process has started. */
export function take(place) {
  const session = new Session(JSON.parse(place));
  return { newPage: () => session.newPage(), disconnect: async () => {} };
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** A screen that nobody sees; its number is what it prints. */
async function screen() {
  const xvfb = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1400x1400x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const [number] = await Promise.race([new Promise((done) => xvfb.stdout.once("data", (it) => done([String(it).trim()]))), new Promise((_, failed) => xvfb.once("error", failed))]);
  return { xvfb, display: `:${number}` };
}

/** Starts WebKit; `still` asks for reduced motion, `dark` for a dark theme, as a reader's system does. */
export async function launch({ driver, browser, still = false, dark = false }) {
  const home = await mkdtemp(join(tmpdir(), "gijiroku-webkit-"));
  await mkdir(join(home, "gtk-3.0"));
  await writeFile(join(home, "gtk-3.0/gtk.css"), FLAT);
  await writeFile(join(home, "gtk-3.0/settings.ini"), `[Settings]\ngtk-enable-animations=${still ? 0 : 1}\n`);
  const { xvfb, display } = await screen();
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, XDG_CONFIG_HOME: home, GDK_BACKEND: "x11", GTK_THEME: dark ? "Adwaita:dark" : "Adwaita", LIBGL_ALWAYS_SOFTWARE: "1" };
  const program = spawn(driver, [`--port=${port}`], { env, stdio: "ignore" });
  const end = async () => {
    program.kill();
    xvfb.kill();
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  };
  const address = `http://127.0.0.1:${port}/session`;
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } } };
  for (let tries = 0; ; tries++) {
    try {
      const { value } = await (await fetch(address, { method: "POST", body: JSON.stringify({ capabilities }) })).json();
      if (!value.sessionId) throw new Error(`WebKit does not start: ${value.message}`);
      const session = `${address}/${value.sessionId}`;
      const { value: home } = await (await fetch(`${session}/window`)).json();
      const place = JSON.stringify({ address: session, home });
      return { ...take(place), place, close: () => fetch(session, { method: "DELETE" }).then(end) };
    } catch (error) {
      if (tries === 50 || !(error instanceof TypeError)) throw await end().then(() => error);
      await sleep(100);
    }
  }
}
