import { expect, test } from "vitest";
import { withFileLinks } from "../../src/site/formats/file-links.ts";
import { withPlainQuotes } from "../../src/site/formats/html-tags.ts";

test.each([
  ['<a href="../p/x/">', '<a href="../p/x/index.html">'],
  ['<a href="./">', '<a href="./index.html">'],
  [
    '<a class="y" href="../../timeline/2025/02/#d2025-02-04">',
    '<a class="y" href="../../timeline/2025/02/index.html#d2025-02-04">',
  ],
  ['<form action="./search/">', '<form action="./search/index.html">'],
  ['<a title="a > b" href="../p/x/">', '<a title="a > b" href="../p/x/index.html">'],
  ['<a href="../search/?tag=a/b/">', '<a href="../search/index.html?tag=a/b/">'],
])("%s names its file", (html, named) => {
  expect(withFileLinks(html)).toBe(named);
  expect(withFileLinks(named)).toBe(named);
});

test.each([
  '<link href="../assets/style.css">',
  '<a href="https://t.me/harbour/">',
  '<a href="/fixture/p/x/">',
  '<a href="#main">',
  "<p>href=&quot;../p/x/&quot;</p>",
  '<p>a href="../p/x/"</p>',
  '<p title="a > b">a href="../p/x/"</p>',
])("%s stays as it is", (html) => {
  expect(withFileLinks(html)).toBe(html);
});

test("quotation marks of a text stand as such, those within a value do not", () => {
  const values = '<a title="&quot;a&quot; > b" href="../p/x/">';
  expect(withPlainQuotes(`${values}{&quot;id&quot;: &quot;&lt;p&amp;quot;&quot;}</a>`)).toBe(
    `${values}{"id": "&lt;p&amp;quot;"}</a>`,
  );
});
