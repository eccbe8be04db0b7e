// A page that the server writes: it reads the minutes itself, and gives them to a viewer in the browser.
import { parse } from "gijiroku-viewer/parse";
import { Viewer } from "./viewer";

const TEXT = `令和6年第2回みなと市議会定例会会議録

○議長（高梨修君）　これより会議を開きます。
○3番（小野寺薫君）　市民図書館の夜間開館について伺います。
○教育長（葛西緑君）　10月から午後8時まで開館いたします。
`;

export const dynamic = "force-dynamic";

export default async function Page() {
  const { speeches } = await parse(TEXT);
  return (
    <>
      <Viewer text={TEXT} />
      <p id="server">{speeches.map((it) => it.label).join("")}</p>
    </>
  );
}
