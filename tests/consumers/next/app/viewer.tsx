"use client";

import { GijirokuViewer } from "gijiroku-viewer/react";
import { parse } from "gijiroku-viewer/parse";
import { useEffect, useState } from "react";

export function Viewer({ text }: { text: string }) {
  const [ended, setEnded] = useState(false);
  const [labels, setLabels] = useState("");
  const [speeches, setSpeeches] = useState<number | null>(null);
  useEffect(() => {
    void parse(text).then((it) => setLabels(it.speeches.map((speech) => speech.label).join("")));
  }, [text]);
  return (
    <>
      <GijirokuViewer theme="light" heading-level={3} onMinutesLoaded={(event) => setSpeeches(event.detail.speeches)}>
        <pre>{ended ? "○議長（高梨修君）　閉会いたします。" : text}</pre>
      </GijirokuViewer>
      <GijirokuViewer id="people" address="none" text="○市長　お答えいたします。" people={[{ name: "浜口 澪", roles: ["市長"] }]} />
      <gijiroku-viewer id="attribute" address="none" text="○副市長　補足いたします。" />
      <button id="next" onClick={() => setEnded(true)}>
        閉会
      </button>
      <output data-speeches={speeches}>{labels}</output>
    </>
  );
}
