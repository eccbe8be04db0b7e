import "gijiroku-viewer/vue";

export const minutes = (text: string) => <gijiroku-viewer text={text} theme="dark" onMinutesLoaded={({ detail }) => console.log(detail.speeches + 1)} />;
// @ts-expect-error: there are two themes
export const mauve = () => <gijiroku-viewer theme="mauve" />;
