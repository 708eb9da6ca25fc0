import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderBody, visible } from "../../src/markdown/body.ts";
import type { Entity } from "../../src/model/post.ts";
import { entityKinds } from "../../src/model/values.ts";
import { tidy } from "../../src/text/formatted.ts";
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
      "#Fog/s",
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
            /^<(?:\/?p|br|span class="whole"|\/span|\/a|a(?: href="(?:https?:\/\/|\.\.\/\.\.\/tags\/)[^"<>]*"| class="(?:tag|mention)"| rel="nofollow noopener noreferrer")+)>$/u,
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

  test("no line ends inside a hashtag and the letter after its slash", () => {
    expect(renderBody("#Fog/s are back", { tag: () => "x" })).toBe(
      '<p><span class="whole"><a href="x" class="tag">#Fog</a>/s</span> are back</p>',
    );
    expect(renderBody("#Fog/sun", { tag: () => "x" })).toBe('<p><a href="x" class="tag">#Fog</a>/sun</p>');
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

describe("what parts of a text are", () => {
  const html = (text: string, ...entities: readonly Entity[]) =>
    renderBody(text, { tag: (key) => `/tags/${key}/` }, entities);
  const at = (offset: number, length: number) => ({ offset, length });

  test.each([
    [
      "bold words inside a link",
      "See the table now",
      [
        { kind: "link", href: "https://t.example/?a=1&b=2", ...at(4, 9) },
        { kind: "bold", ...at(8, 5) },
      ],
      '<p>See <a href="https://t.example/?a=1&amp;b=2" rel="nofollow noopener noreferrer">the <b>table</b></a> now</p>',
    ],
    [
      "hashtags inside bold words",
      "a #fog",
      [{ kind: "bold", ...at(0, 6) }],
      '<p><b>a <a href="/tags/fog/" class="tag">#fog</a></b></p>',
    ],
    [
      "code, in which nothing is live",
      "x #fog <b>",
      [{ kind: "code", ...at(2, 8) }],
      "<p>x <code>#fog &lt;b&gt;</code></p>",
    ],
    [
      "a quote on lines of its own",
      "a\nb\nc",
      [{ kind: "quote", ...at(2, 1) }],
      "<p>a</p>\n<blockquote><p>b</p></blockquote>\n<p>c</p>",
    ],
    [
      "a block of code",
      "a\n\nx  y",
      [{ kind: "pre", language: "go", ...at(3, 4) }],
      '<p>a</p>\n<pre><code class="language-go">x  y</code></pre>',
    ],
    [
      "a spoiler over two paragraphs",
      "a\n\nb",
      [{ kind: "spoiler", ...at(0, 4) }],
      '<p><span class="spoiler" tabindex="0">a</span></p>\n<p><span class="spoiler" tabindex="0">b</span></p>',
    ],
    ["an address that no page leads to", "run", [{ kind: "link", href: "tel:1", ...at(0, 3) }], "<p>run</p>"],
  ] as const)("%s", (_, text, entities, expected) => {
    expect(html(text, ...entities)).toBe(expected);
  });

  test("the words of the HTML are the words that went in, whatever covers them", () => {
    const text = fc
      .array(fc.constantFrom(..."ab <&\n", "\n\n", "#fog", "https://t.example"), { maxLength: 20 })
      .map((all) => all.join(""));
    const entity = fc.record({
      kind: fc.constantFrom(...entityKinds),
      offset: fc.nat(20),
      length: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(text, fc.array(entity, { maxLength: 5 }), (words, told) => {
        const { entities } = tidy({ text: words, entities: told });
        const plain = renderBody(words, {}, entities)
          .replace(/<[^>]+>/gu, "")
          .replace(/&lt;/gu, "<")
          .replace(/&gt;/gu, ">")
          .replace(/&amp;/gu, "&");
        expect(plain.replace(/\s/gu, "")).toBe(words.replace(/\s/gu, ""));
      }),
    );
  });
});
