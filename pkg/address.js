// The part of the page's address behind `#` that is a viewer's own: `#minutes:at=s12-4k9xe1&q=避難所`.

/** @type {{ [shared: symbol]: Set<string> }} */
const page = /** @type {any} */ (globalThis);
/** The names that are taken: by elements of other versions of the package, too. */
const taken = (page[Symbol.for("gijiroku-viewer addresses")] ??= new Set());

export class Address {
  /** The name before the colon; empty where the element has no part of the address. */ name = "";

  /** @param {HTMLElement} element @param {(link: string) => void} follow called when somebody changes the address */
  constructor(element, follow) {
    this.element = element;
    this.changed = () => this.name && follow(this.link);
  }

  /** Takes the name that the attribute says, or `minutes`, where no other element has it. */
  connect() {
    this.disconnect();
    const name = this.element.getAttribute("address") ?? "minutes";
    if (name === "none" || ![null, "", "source"].includes(this.element.getAttribute("show")) || !/^[\w-]+$/.test(name) || taken.has(name)) return;
    taken.add((this.name = name));
    addEventListener("hashchange", this.changed);
  }

  disconnect() {
    if (this.name) taken.delete(this.name);
    this.name = "";
    removeEventListener("hashchange", this.changed);
  }

  /** What begins every link to these minutes. */
  get base() {
    const whole = this.element.getAttribute("href");
    const page = new URL(URL.canParse(whole ?? "", document.baseURI) ? (whole ?? location.href) : location.href, document.baseURI);
    page.hash = "";
    // A link that would run something leads nowhere.
    if (!/^(https?|file):$/.test(page.protocol)) return "";
    return this.name || whole !== null ? `${page.href}#${this.name || "minutes"}:` : "";
  }

  /** What the address says of this element. */
  get link() {
    const mine = parts().find((it) => it.startsWith(`${this.name}:`));
    return this.name && mine ? mine.slice(this.name.length + 1) : "";
  }

  /** @param {string} link */
  write(link) {
    if (!this.name || link === this.link) return;
    const others = parts().filter((it) => !it.startsWith(`${this.name}:`));
    const now = link ? [...others, `${this.name}:${link}`] : others;
    const hash = now.length ? `#${now.join(";")}` : "";
    try {
      // No step back for each key that is typed; and a page in a sandbox may have no address of its own.
      history.replaceState(history.state, "", location.pathname + location.search + hash);
    } catch {
      this.disconnect();
    }
  }
}

/** The parts of the address that belong to viewers. */
function parts() {
  return location.hash.slice(1).split(";").filter((it) => /^[\w-]+:/.test(it));
}
