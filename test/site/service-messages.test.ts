import { expect, test } from "vitest";
import { consolidate } from "../../src/archive/consolidate.ts";
import { readDump } from "../../src/import/read-dump.ts";
import { readExport } from "../../src/import/read-export.ts";
import type { Day } from "../../src/model/day.ts";
import type { Unnamed } from "../../src/model/post.ts";
import { readSource } from "../../src/read/source-text.ts";
import { languageCounts } from "../../src/site/analysis/statistics.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { firstFacets } from "../../src/site/search/first-facets.ts";
import { render as renderChannel } from "../../templates/channel.11ty.tsx";
import { render } from "../../templates/post.11ty.tsx";
import { settings } from "./fixture.ts";

const texts = [
  "Sisli liman bu sabah kapalıydı, vapurlar öğleden sonra yeniden çalışmaya başladı.",
  "Yeni iskele yarın açılıyor; herkes törene davetlidir ve otobüsler ücretsiz olacak.",
  "Fırtına nedeniyle bugün hiçbir gemi denize çıkmadı, balıkçılar kıyıda bekliyor.",
];
const encoded = (words: string): Uint8Array => new TextEncoder().encode(words);

/** An export whose own words about the channel are in English, of a channel in Turkish. */
function exported(): readonly Unnamed[] {
  const service = { id: 1, type: "service", actor: "Liman", action: "create_channel", text: "" };
  const messages = texts.map((text, place) => ({ id: place + 2, type: "message", text }));
  const dated = [service, ...messages].map((each, place) => ({
    ...each,
    date: `2026-02-0${place + 1}T09:00:00`,
    date_unixtime: `${Date.UTC(2026, 1, place + 1, 9) / 1000}`,
  }));
  const { write, end } = readExport({ file: "liman.json", sidecar: {} });
  write(encoded(JSON.stringify({ name: "Liman", type: "public_channel", id: 77, messages: dated })));
  return [...end().posts];
}

/** The same channel as t.me prints it. */
function dumped(): readonly Unnamed[] {
  const words = ["Liman", "@liman_haber", "1.2K subscribers", "Download Telegram", "Channel created", ...texts];
  const source = readSource(
    encoded(`${words.join("\n👍3\n")}\n👍3\n`.replace(/\n👍3\n(?=@|1|Down|Chan)/gu, "\n")),
    "liman.txt",
  );
  return readDump({ source, sidecar: {}, today: "2026-03-01" as Day }).posts;
}

test.each([
  ["an export", exported],
  ["a page", dumped],
])("what Telegram prints in %s has no language, and is counted in none", (_, read) => {
  const { posts } = consolidate([read()], []);
  const archive = new Archive(settings, posts, { dumps: [] });
  const pages = archive.posts.filter(({ post }) => post.media.includes("service"));
  const [page] = pages;
  if (page === undefined || pages.length > 1) throw new Error("there is one service message");
  expect(page.post.language).toBe("und");
  const html = render({ item: new PostView(page, archive) });
  expect(html).toContain("Service message");
  expect(html).not.toContain("<dt>Language</dt>");
  expect(html).not.toContain('"inLanguage"');

  const written = archive.posts
    .filter((each) => each !== page)
    .map((each) => render({ item: new PostView(each, archive) }));
  for (const each of written) expect(each).toContain("<dt>Language</dt>");

  const others = archive.posts.length - 1;
  expect(others).toBeGreaterThan(0);
  expect(languageCounts(archive.posts)).toEqual([{ key: "tr", count: others }]);
  expect(firstFacets(archive).counts.language).toEqual([["tr", others]]);
  const [list] = archive.channelPages;
  if (list === undefined) throw new Error("the archive has a channel");
  expect(renderChannel({ archive, item: list })).not.toContain("language=und");
});
