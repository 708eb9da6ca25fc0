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
  ["no size", "<svg/>", 'give its <svg> a "viewBox"'],
  ["another format", "<html></html>", "save it as an SVG picture"],
])("an SVG file with %s is refused, with the remedy", (_, text, remedy) => {
  expect(() => logoFrom(bytes(text), "logo.svg")).toThrow(remedy);
});

test("a file that only calls itself PNG is refused", () => {
  expect(() => logoFrom(bytes("<svg/>"), "logo.png")).toThrow('Cannot use logo "logo.png": save it as a PNG picture');
});
