import { expect, test } from "vitest";
import { withFileLinks } from "../../src/site/formats/file-links.ts";

test.each([
  ['<a href="../p/x/">', '<a href="../p/x/index.html">'],
  ['<a href="./">', '<a href="./index.html">'],
  [
    '<a class="y" href="../../timeline/2025/02/#d2025-02-04">',
    '<a class="y" href="../../timeline/2025/02/index.html#d2025-02-04">',
  ],
  ['<form action="./search/">', '<form action="./search/index.html">'],
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
])("%s stays as it is", (html) => {
  expect(withFileLinks(html)).toBe(html);
});
