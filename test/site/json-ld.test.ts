import { expect, test } from "vitest";
import { jsonForHtml, postingOf } from "../../src/site/formats/json-ld.ts";
import { archiveOf, inferred, marks, postWith, stated } from "./fixture.ts";

function posting(words: Partial<Parameters<typeof postWith>[0]>) {
  const archive = archiveOf([postWith({ id: "k3v9x0q2mt", ...words })]);
  const [page] = archive.posts;
  if (page === undefined) throw new Error("the archive has a post");
  return postingOf(page, archive);
}

test("a post that states its day has it as its date of publication", () => {
  expect(posting({ dating: stated("2025-02-04") })).toMatchObject({ datePublished: "2025-02-04" });
  expect(posting({ dating: stated("2025-02-04") })).not.toHaveProperty("temporalCoverage");
});

test.each([0, 1, 30])("a post whose day is inferred within %i days has no date of publication", (days) => {
  const found = posting({ dating: inferred("2025-02-04", days) });
  expect(found).not.toHaveProperty("datePublished");
  expect(found).toHaveProperty("temporalCoverage", inferred("2025-02-04", days).edtf);
});

test("a post is part of the archive's collection and of its channel", () => {
  expect(posting({ forwardedFrom: "Port" })).toMatchObject({
    "@type": "SocialMediaPosting",
    isPartOf: { "@type": "Collection", name: "Fixture archive" },
    author: { name: "Harbour News", sameAs: "https://t.me/harbour_news" },
    sharedContent: { author: { name: "Port" } },
  });
});

test("no text ends the element that its data stands in", () => {
  const hostile = { text: `${marks.script}</script><!-- \u2028 & -->` };
  const json = jsonForHtml(hostile);
  expect(json).not.toMatch(/[<>&\u2028]/u);
  expect(JSON.parse(json)).toEqual(hostile);
});
