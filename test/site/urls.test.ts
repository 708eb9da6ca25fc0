import fc from "fast-check";
import { expect, test } from "vitest";
import type { Day } from "../../src/model/day.ts";
import {
  absoluteUrl,
  channelPath,
  homePath,
  linkFrom,
  linkFromAnywhere,
  monthPath,
  numberedPath,
  outputFile,
  postPath,
  type SitePath,
  searchFor,
  tagPath,
  tagsPath,
} from "../../src/site/model/urls.ts";

test("links lead from page to page below any folder", () => {
  expect(linkFrom(postPath("k3v9x0q2mt"))(tagPath("wwii"))).toBe("../../tags/wwii/");
  expect(linkFrom(homePath)(postPath("k3v9x0q2mt"))).toBe("./p/k3v9x0q2mt/");
  expect(linkFrom(homePath)(homePath)).toBe("./");
  expect(linkFrom(postPath("k3v9x0q2mt"))(postPath("another123"))).toBe("../another123/");
  expect(linkFrom(postPath("k3v9x0q2mt"))(postPath("k3v9x0q2mt"))).toBe("../k3v9x0q2mt/");
  expect(linkFrom(tagPath("wwii"))(tagsPath)).toBe("../../tags/");
  expect(linkFrom(tagsPath)(tagPath("wwii"))).toBe("../tags/wwii/");
  expect(linkFrom(numberedPath(monthPath("2025-02-04" as Day), 3))(homePath)).toBe("../../../../");
});

test("a tag in any script has an encoded address and a plain file", () => {
  expect(linkFrom(homePath)(tagPath("конфликт"))).toBe("./tags/%D0%BA%D0%BE%D0%BD%D1%84%D0%BB%D0%B8%D0%BA%D1%82/");
  expect(outputFile(tagPath("конфликт"))).toBe("/tags/конфликт/index.html");
});

test("a question in an address is encoded once", () => {
  const link = linkFrom(homePath)(searchFor({ tag: "報道", q: "a&b=c" }));
  expect(new URL(link, "https://a.example/").searchParams.get("tag")).toBe("報道");
  expect(new URL(link, "https://a.example/").searchParams.get("q")).toBe("a&b=c");
});

test("whole addresses stand below the address of the site", () => {
  expect(absoluteUrl("https://a.example/sub/", postPath("k3v9x0q2mt"))).toBe("https://a.example/sub/p/k3v9x0q2mt/");
  expect(linkFromAnywhere("https://a.example/sub/")(homePath)).toBe("/sub/");
});

test("no key whatever leads out of its folder, is too long for a file or shares the address of another", () => {
  const key = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("..", ".", "", "con", "con-", "lpt1", "a/b", "a?b", "a#b", "%2e%2e", "я".repeat(300)),
  );
  fc.assert(
    fc.property(key, key, (one, other) => {
      const path = tagPath(one);
      const name = path.slice("/tags/".length, -1);
      expect(name).toMatch(/^[\p{L}\p{M}\p{N}_-]+$/u);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180);
      if (one !== other) expect(channelPath(one)).not.toBe(channelPath(other));
    }),
  );
});

test("every link leads to its place, from every page", () => {
  const places: readonly SitePath[] = [
    "/",
    "/p/a/",
    "/p/b/",
    "/tags/",
    "/tags/я/page-2/",
    "/timeline/2025/02/",
    "/feed.xml",
    "/p/a/post.json",
  ];
  for (const page of places) {
    for (const place of places) {
      const found = new URL(linkFrom(page)(place), `https://a.example${encodeURI(page)}`);
      expect([page, found.href]).toEqual([page, `https://a.example${encodeURI(place)}`]);
    }
  }
});
