import { expect, test } from "vitest";
import { logoFrom } from "../../src/site/model/logo.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const png = (width: number, height: number): Uint8Array => {
  const picture = new Uint8Array(33);
  picture.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(picture.buffer).setUint32(16, width);
  new DataView(picture.buffer).setUint32(20, height);
  return picture;
};

const namespace = "http://www.w3.org/2000/svg";
const svg = (inner: string): string => `<svg xmlns="${namespace}" viewBox="0 0 1 1">${inner}</svg>`;

test("a logo's size is read, so that it keeps its place", () => {
  expect(logoFrom(bytes('<?xml version="1.0"?><svg viewBox="0 0 120 40"/>'), "logo.svg")).toEqual({
    kind: "svg",
    width: 120,
    height: 40,
  });
  expect(logoFrom(bytes('<svg width="12px" height="4"><path d="M0 0"/></svg>'), "a.svg").width).toBe(12);
  expect(logoFrom(png(300, 90), "logo.PNG")).toEqual({ kind: "png", width: 300, height: 90 });
});

test.each([
  ["a script", '<svg viewBox="0 0 1 1"><script>1</script></svg>', "take <script> out of it"],
  ["a handler", '<svg viewBox="0 0 1 1" onload="1"/>', 'take the attribute "onload" out of it'],
  ["a link that runs", '<svg viewBox="0 0 1 1"><a xlink:href="javascript:1"/></svg>', 'the attribute "xlink:href"'],
  ["something from elsewhere", '<svg viewBox="0 0 1 1"><image href="https://x.example/"/></svg>', 'attribute "href"'],
  ["a script under another prefix", svg(`<s:script xmlns:s="${namespace}">1</s:script>`), "take <s:script> out of it"],
  [
    "a script under a prefix spelt in entities",
    svg('<s:script xmlns:s="http://www.w3&#46;org/2000/svg">1</s:script>'),
    "<s:script>",
  ],
  ["a script of HTML", svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">1</h:script>'), "<h:script>"],
  ["another default namespace", svg('<g xmlns="http://www.w3.org/1999/xhtml"/>'), 'the attribute "xmlns"'],
  ["an entity", `<!DOCTYPE svg [<!ENTITY a "<script>1</script>">]>${svg("&a;")}`, "<!DOCTYPE"],
  ["a default for an attribute", `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "1">]>${svg("")}`, "<!DOCTYPE"],
  ["a style sheet", `<?xml-stylesheet href="https://x.example/a.css"?>${svg("")}`, "xml-stylesheet"],
  ["an import", svg("<style>@import 'https://x.example/a.css';</style>"), "what its <style> loads"],
  ["an address in its style", svg("<style>g { fill: url(https://x.example/a) }</style>"), "what its <style> loads"],
  [
    "an address spelt in escapes",
    svg("<style>g { fill: u\\72l(https://x.example/a) }</style>"),
    "what its <style> loads",
  ],
  ["an address in a style attribute", svg('<g style="fill: url(//x.example/a)"/>'), 'the attribute "style"'],
  ["an address as a fill", svg('<g fill="url(https://x.example/a#b)"/>'), 'the attribute "fill"'],
  ["an animation of a link", svg('<a><set attributeName="href" to="javascript:1"/></a>'), "<set>"],
  ["another base", svg('<g xml:base="https://x.example/"><image href="#a"/></g>'), 'the attribute "xml:base"'],
  ["foreign content", svg("<foreignObject/>"), "<foreignObject>"],
  ["a picture of SVG within", svg('<image href="data:image/svg+xml,%3Csvg/%3E"/>'), 'the attribute "href"'],
  ["an encoding of its own", `<?xml version="1.0" encoding="utf-7"?>${svg("")}`, "its encoding"],
  ["no size", "<svg/>", 'give its <svg> a "viewBox"'],
  ["another format", "<html></html>", "save it as an SVG picture"],
])("an SVG file with %s is refused, with the remedy", (_, text, remedy) => {
  expect(() => logoFrom(bytes(text), "logo.svg")).toThrow(remedy);
});

test("what drawing programs write is taken", () => {
  const drawn = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns="${namespace}" xmlns:i="http://www.inkscape.org/namespaces/inkscape" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" width="20" height="10">
  <metadata><rdf:RDF/></metadata><i:page/><defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs>
  <style><![CDATA[.b { fill: url(#a); }]]></style>
  <use xlink:href="#c"/><path id="c" style="fill:url('#a')" d="M0 0h20v10z"/><image href="data:image/png;base64,AA=="/>
</svg>`;
  expect(logoFrom(bytes(drawn), "logo.svg")).toEqual({ kind: "svg", width: 20, height: 10 });
  expect(() => logoFrom(Uint8Array.of(0xff, 0xfe, 0x3c, 0), "logo.svg")).toThrow("its encoding");
});

test("a file that only calls itself PNG is refused", () => {
  expect(() => logoFrom(bytes("<svg/>"), "logo.png")).toThrow('Cannot use logo "logo.png": save it as a PNG picture');
});
