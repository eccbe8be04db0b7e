// What React takes, and what it is told not to.
import type { GijirokuViewerElement } from "gijiroku-viewer";
import { GijirokuViewer } from "gijiroku-viewer/react";
import { useRef } from "react";

export function Minutes({ file }: { file: File }) {
  const viewer = useRef<GijirokuViewerElement>(null);
  return (
    <>
      <gijiroku-viewer
        ref={viewer}
        className="minutes"
        key="minutes"
        src="minutes.txt"
        lang="en"
        theme="dark"
        heading-level={3}
        people="people.json"
        onminutes-loaded={({ detail }) => console.log(detail.speeches + 1, viewer.current?.text?.length)}
        onminutes-failed={(event) => console.log(event.detail.reason === "not-found")}
        onClick={(event) => event.currentTarget.reload()}
      >
        <a href="minutes.txt">議事録（テキスト）</a>
      </gijiroku-viewer>
      <gijiroku-viewer file={file} people={[{ name: "岸本 汐里", roles: ["本部長"] }]} />
      <GijirokuViewer ref={viewer} file={file} theme="dark" onMinutesLoaded={({ detail }) => console.log(detail.speeches + 1)}>
        <pre>○議長　開会いたします。</pre>
      </GijirokuViewer>
      {/* @ts-expect-error: there are two themes */}
      <GijirokuViewer theme="mauve" />
      {/* @ts-expect-error: there are two themes */}
      <gijiroku-viewer theme="mauve" />
      {/* @ts-expect-error: the detail of this event counts people */}
      <gijiroku-viewer onminutes-filtered={({ detail }) => detail.speeches} />
    </>
  );
}
