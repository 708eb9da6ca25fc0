import { expect, test } from "vitest";
import { consolidate } from "../../src/archive/consolidate.ts";
import { readExport } from "../../src/import/read-export.ts";
import type { Post } from "../../src/model/post.ts";
import type { Sidecar } from "../../src/read/sidecar.ts";
import { feedText } from "../../src/site/formats/feed.ts";
import { postingOf } from "../../src/site/formats/json-ld.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { render as renderDump } from "../../templates/dump.11ty.tsx";
import { render } from "../../templates/post.11ty.tsx";
import { resultJson } from "../exports/three-shapes.ts";
import { settings, stated } from "./fixture.ts";

/** A post written at three in the morning by the clocks of Kolkata: half past nine on the evening before, in UTC. */
const night = JSON.stringify({
  ...JSON.parse(resultJson([])),
  messages: [
    {
      ...{ id: 2, type: "message", date: "2026-02-03T03:00:00", date_unixtime: "1770067800" },
      text: "The night ferry has left the quay",
    },
  ],
});

/** The archive of that post, and its page as words. */
function shown(sidecar: Sidecar, timezone?: string, said: Partial<Post> = {}) {
  const { write, end } = readExport({ file: "night.json", sidecar, timezone });
  write(new TextEncoder().encode(night));
  const { posts, report } = end();
  const read = consolidate([[...posts]], []).posts.map((post) => ({ ...post, ...said }));
  const archive = new Archive({ ...settings, ...(timezone === undefined ? {} : { timezone }) }, read, {
    dumps: [report],
  });
  const [page] = archive.posts;
  if (page === undefined) throw new Error("the export has a post");
  return { archive, page, words: wordsOf(render({ item: new PostView(page, archive) })) };
}

const wordsOf = (html: string): string => html.replace(/<[^>]*>/gu, " ").replace(/\s+/gu, " ");
const kolkata = { timezone: "Asia/Kolkata" };

test("the moment of a post is shown in the zone that its day was told in, and in the archive's", () => {
  const { archive, page, words } = shown(kolkata);
  expect(words).toContain(
    "Published 3 February 2026, 03:00:00 (time zone Asia/Kolkata) 2 February 2026, 21:30:00 (time zone UTC)",
  );
  expect(words).toContain("Stated: 3 February 2026");
  const [dump] = archive.dumpPages;
  if (dump === undefined) throw new Error("the export has a page");
  expect(wordsOf(renderDump({ archive, item: dump }))).toContain("3 February 2026, 03:00:00 (time zone Asia/Kolkata)");
  expect(postingOf(page, archive)).toMatchObject({ datePublished: "2026-02-03" });
  for (const feed of archive.feeds) {
    expect(feedText(feed, archive)).toContain("2026-02-03T00:00:00");
    expect(feedText(feed, archive)).not.toContain("2026-02-02");
  }
});

test("where the archive's zone is the one that the day was told in, it is shown alone", () => {
  for (const { words } of [shown({}, "Asia/Kolkata"), shown(kolkata, "Asia/Kolkata")])
    expect(words).toMatch(/Published 3 February 2026, 03:00:00 \(time zone Asia\/Kolkata\) (?!\d)/u);
  expect(shown({}).words).toMatch(/Published 2 February 2026, 21:30:00 \(time zone UTC\) (?!\d)/u);
});

test("a zone in which the moment has another day than the post is not its day's", () => {
  const { words } = shown(kolkata, undefined, { dating: stated("2026-02-02") });
  expect(words).toMatch(/Published 2 February 2026, 21:30:00 \(time zone UTC\) (?!\d)/u);
});
