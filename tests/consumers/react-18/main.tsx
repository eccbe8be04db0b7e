// The component in React 18, which itself hands no events and no properties to an element.
import { parse } from "gijiroku-viewer/inline";
import { GijirokuViewer } from "gijiroku-viewer/react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

const TEXT = `令和6年第2回みなと市議会定例会会議録

○議長（高梨修君）　これより会議を開きます。
○3番（小野寺薫君）　市民図書館の夜間開館について伺います。
○教育長（葛西緑君）　10月から午後8時まで開館いたします。
`;
const FILE = new File([TEXT], "minutes.txt");

function App() {
  const [labels, setLabels] = useState("");
  const loaded = () => void parse(TEXT).then(({ speeches }) => setLabels(speeches.map((it) => it.label).join("")));
  return (
    <>
      <GijirokuViewer file={FILE} onMinutesLoaded={loaded} />
      <output>{labels}</output>
    </>
  );
}

const root = document.querySelector("#root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
