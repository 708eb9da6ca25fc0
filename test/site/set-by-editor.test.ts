import { h } from "preact";
import { describe, expect, test } from "vitest";
import type { Day } from "../../src/model/day.ts";
import { givenDay } from "../../src/model/given.ts";
import type { Dating } from "../../src/model/post.ts";
import { recordOf } from "../../src/model/record.ts";
import { feedFiles, feedText } from "../../src/site/formats/feed.ts";
import { postingOf } from "../../src/site/formats/json-ld.ts";
import { facetColumns } from "../../src/site/search/facet-columns.ts";
import { html } from "../../templates/parts/page.tsx";
import { PostRecord } from "../../templates/parts/post-record.tsx";
import { citationsOf } from "./citations-of.ts";
import { archiveOf, postWith } from "./fixture.ts";

const by = "Ada Fenn";
const on = "2026-11-29" as Day;
const note = "Seen in the harbour log";
const corrected = givenDay("2025-02-04" as Day, { by, on, note });
const bounded: Dating = {
  best: "2025-02-05" as Day,
  earliest: "2025-02-04" as Day,
  latest: "2025-02-07" as Day,
  basis: "given",
  edtf: "2025-02-04/2025-02-07",
  given: "2025-02-04/..",
  by,
  on,
};

function saidOf(dating: Dating): Readonly<Record<string, string>> {
  const archive = archiveOf([postWith({ id: "setday0000", dating, boundary: { kind: "set", by, on, note } })]);
  const [page] = archive.posts;
  if (page === undefined) throw new Error("no page");
  return {
    facet: [...facetColumns.date(page), ...facetColumns.boundary(page)].join(),
    jsonLd: JSON.stringify(postingOf(page, archive)),
    record: JSON.stringify(recordOf(page.post)),
    ...citationsOf(page, archive),
    page: html({ archive, path: page.path }, h(PostRecord, { page })),
    ...Object.fromEntries(
      feedFiles(archive)
        .filter((file) => file.page === "/")
        .map((file) => [file.format, feedText(file, archive)]),
    ),
  };
}

describe("what an editor set says so, and never that the post states it", () => {
  test.each([
    ["a day", corrected],
    ["a bound", bounded],
  ])("%s", (_, dating) => {
    const { facet, jsonLd, record, plain, bibtex, ris, csl, page, atom, json } = saidOf(dating);
    expect(facet).toBe("set,set");
    for (const said of [jsonLd, plain, bibtex, ris, csl, atom, json]) {
      expect(said).toMatch(/set by an editor \(Ada Fenn, 29 November 2026\)/u);
      expect(said).toContain("Post boundary: Set by an editor (Ada Fenn, 29 November 2026)");
      expect(said).not.toMatch(/stated|inferred/iu);
      // A note is for editors and stays in their files.
      expect(said).not.toContain("harbour log");
    }
    expect(page).toContain("<strong>Set by an editor:</strong>");
    expect(page).not.toMatch(/stated by|inferred/iu);
    expect(JSON.parse(record ?? "")).toMatchObject({
      date: { basis: "given", setBy: by, setOn: on },
      boundary: "set",
      boundarySetBy: by,
      boundarySetOn: on,
    });
  });
});
