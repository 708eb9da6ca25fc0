import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBody, visible } from "../../src/markdown/body.ts";
import { tagKey } from "../../src/text/hashtags.ts";
import { anyText } from "../archive/post-arbitrary.ts";
import { textOfHtml } from "./text-of-html.ts";

const tag = (key: string): string => `../../tags/${encodeURIComponent(key)}/`;

/** Addresses, names and tags in every position of a line. */
const linked = fc
  .array(
    fc.constantFrom(
      "fog",
      "https://pier.example/a?b=1&c=2#d",
      "https://пирс.example/туман",
      "t.me/pier",
      "#Fog",
      "#报道",
      "@harbour_desk",
      "(https://pier.example/x_(y))",
      "<b>",
      "&amp;",
      '"',
      "\n",
      "\n\n",
      "  ",
      "**",
      "`",
      "\\",
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(" "));

describe("renderBody()", () => {
  test("the text of the HTML is the text that went in, control characters shown as pictures", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, linked), (text) => {
        expect(textOfHtml(renderBody(text, { tag }))).toBe(visible(text));
      }),
      { numRuns: 500 },
    );
  });

  test("no tag but p, br and a comes out, and no attribute but an address, a class and a relation", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, linked), (text) => {
        const tags = renderBody(text, { tag }).match(/<[^>]*>/gu) ?? [];
        for (const one of tags) {
          expect(one).toMatch(
            /^<(?:\/?p|br|\/a|a(?: href="(?:https?:\/\/|\.\.\/\.\.\/tags\/)[^"<>]*"| class="(?:tag|mention)"| rel="nofollow noopener noreferrer")+)>$/u,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  test("paragraphs, line breaks and further blank lines come out as published", () => {
    expect(renderBody("fog\nsun\n\nrain\n\n\nwind")).toBe("<p>fog<br>sun</p>\n<p>rain</p>\n<p><br>wind</p>");
    expect(renderBody("")).toBe("");
  });

  test("Markdown and HTML are words", () => {
    for (const words of [
      "# fog",
      "- fog",
      "1. fog",
      "**fog**",
      "`fog`",
      "![](http://x)",
      "[fog](http://x)",
      "> fog",
      "    fog",
      "---",
      "<b>fog</b>",
      "&lt;",
      "\\*fog",
    ]) {
      expect(renderBody(words)).not.toMatch(/<(?!\/?p>|a |\/a>)/u);
      expect(textOfHtml(renderBody(words))).toBe(words);
    }
  });

  test("addresses, hashtags and user names are live", () => {
    const html = renderBody("See https://pier.example/x, #Fog and @harbour_desk", { tag });
    expect(html).toContain(
      '<a href="https://pier.example/x" rel="nofollow noopener noreferrer">https://pier.example/x</a>, ',
    );
    expect(html).toContain('<a href="../../tags/fog/" class="tag">#Fog</a>');
    expect(html).toContain(
      '<a href="https://t.me/harbour_desk" class="mention" rel="nofollow noopener noreferrer">@harbour_desk</a>',
    );
  });

  test("a hashtag without a page is words, and so is one inside an address", () => {
    expect(renderBody("#Fog", { tag: (key) => (key === tagKey("Sun") ? "x" : undefined) })).toBe("<p>#Fog</p>");
    expect(renderBody("https://pier.example/#Fog", { tag })).not.toContain("tags/");
  });

  // Today both come out decoded: the second then looks like another host's address.
  test.each([
    "https://pier.example/%D1%84%D0%BE%D0%B3",
    "https://xn--80ak6aa92e.example/",
  ])("%s is shown as it was published", (address) => {
    expect(textOfHtml(renderBody(address))).toBe(address);
  });

  test("no address that runs or leaves the web is live", () => {
    for (const words of [
      "javascript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "file:///etc/passwd",
      "//pier.example",
      "mailto:a@pier.example",
      "a@pier.example",
    ]) {
      expect(renderBody(words)).not.toContain("<a");
    }
  });

  test("a line of a million signs is rendered at once", () => {
    const start = performance.now();
    for (const words of [
      "fog ".repeat(250_000),
      "f".repeat(1_000_000),
      "#".repeat(200_000),
      "@".repeat(200_000),
      "http://".repeat(30_000),
    ]) {
      renderBody(words, { tag });
    }
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

test("visible() shows each control character as its picture and leaves every other sign alone", () => {
  expect(visible("\u0000\u0008\u000B\u000C\r\u001B\u001F\u007F")).toBe("␀␈␋␌␍␛␟␡");
  expect(visible("\u0085\uFFFE\uFFFF\uD800")).toBe("\uFFFD".repeat(4));
  expect(visible("fog\t\n👨‍👩‍👧 \u200F")).toBe("fog\t\n👨‍👩‍👧 \u200F");
});
