import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import type { Archive } from "../../src/site/model/archive.ts";
import { render as channel } from "../../templates/channel.11ty.tsx";
import { render as channels } from "../../templates/channels.11ty.tsx";
import { render as home } from "../../templates/index.11ty.tsx";
import { render as source } from "../../templates/source.11ty.tsx";
import { render as sources } from "../../templates/sources.11ty.tsx";
import { render as statistics } from "../../templates/statistics.11ty.tsx";
import { render as tag } from "../../templates/tag.11ty.tsx";
import { render as tags } from "../../templates/tags.11ty.tsx";
import { render as timeline } from "../../templates/timeline.11ty.tsx";
import { archiveOf, inferred, manyPosts, oddPosts, postWith } from "./fixture.ts";

const odd = archiveOf([
  ...oddPosts,
  ...manyPosts(130),
  postWith({ id: "older00001", dating: inferred("2023-05-01", 40) }),
]);
const single = archiveOf([postWith({ id: "single0001", text: "Ships #Harbour", forwardedFrom: "Mayor" })]);

/** The last of a list's pages, which is the front page of its last topic. */
function front<Page>(pages: readonly Page[]): Page {
  const page = pages.at(-1);
  if (page === undefined) throw new Error("the fixture has such a page");
  return page;
}

const pages: readonly (readonly [string, (archive: Archive) => string])[] = [
  ["home", (archive) => home({ archive })],
  ["timeline", (archive) => timeline({ archive })],
  ["channels", (archive) => channels({ archive })],
  ["channel", (archive) => channel({ archive, item: front(archive.channelPages) })],
  ["sources", (archive) => sources({ archive })],
  ["source", (archive) => source({ archive, item: front(archive.sourcePages) })],
  ["tags", (archive) => tags({ archive })],
  ["tag", (archive) => tag({ archive, item: front(archive.tagPages) })],
  ["statistics", (archive) => statistics({ archive, item: front(archive.statisticsPages) })],
];

describe.each([
  ["odd posts", odd],
  ["a single post", single],
])("in an archive of %s", (_, archive) => {
  test.each(
    pages,
  )("the pictures of the page %s say what they show or are hidden from who cannot see them", (name, render) => {
    const { document } = parseHTML(render(archive));
    const drawings = [...document.querySelectorAll("svg")];
    if (name !== "timeline" || archive === odd) expect(drawings.length).toBeGreaterThan(0);
    for (const svg of drawings) {
      if (svg.getAttribute("aria-hidden") === "true") continue;
      expect(svg.getAttribute("role")).toBe("img");
      for (const attribute of ["aria-labelledby", "aria-describedby"]) {
        const words = document.getElementById(svg.getAttribute(attribute) ?? "");
        expect(words?.textContent).toMatch(/\p{L}{3}/u);
      }
      const rows = svg.closest("figure")?.querySelectorAll("details table tbody tr");
      expect(rows?.length).toBeGreaterThan(0);
    }
  });

  test.each(pages)("the page %s gives no id twice and no style inline", (__, render) => {
    const { document } = parseHTML(render(archive));
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(document.querySelectorAll("[style], style")).toHaveLength(0);
  });
});

test("a sparkline stands beside every tag, and years are drawn on one scale", () => {
  const { document } = parseHTML(tags({ archive: odd }));
  expect(document.querySelectorAll(".index .spark path[d^=M]")).toHaveLength(odd.tags.length);
  const years = [...parseHTML(timeline({ archive: odd })).document.querySelectorAll(".years path")];
  const fullest = years.map((path) =>
    Math.max(...((path.getAttribute("d") ?? "").match(/(?<=v-)\d+/gu)?.map(Number) ?? [])),
  );
  expect(fullest).toEqual([18, 2]);
});
