// A program in the older form of modules.
import("gijiroku-viewer/parse").then(async ({ parse }) => {
  const { speeches } = await parse("○議長（高梨修君）　これより会議を開きます。\n");
  console.log(speeches[0].label);
});
