// What is compared at parsing, for Node and for a page: each takes the bytes of minutes and gives how many it found.

export function contenders({ parse, convert, markdown, plain }) {
  const decoded = (bytes) => new TextDecoder().decode(bytes);
  return {
    gijiroku: async (bytes) => (await parse(bytes)).speeches.filter((it) => it.label).length,
    // There is no such form: the minutes are read, and nothing is handed over. It is what the viewer does before it draws.
    viewer: (bytes) => convert(bytes, "none").catch((it) => (it instanceof RangeError ? 0 : Promise.reject(it))),
    markdown: async (bytes) => markdown.parse(decoded(bytes), {}).length,
    plain: async (bytes) => plain(decoded(bytes)).speeches.length,
    split: async (bytes) => decoded(bytes).split("\n").length,
    scan: async (bytes) => {
      let n = 0;
      for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) n++;
      return n;
    },
  };
}
