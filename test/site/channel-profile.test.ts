import { describe, expect, test } from "vitest";
import type { Day } from "../../src/model/day.ts";
import type { DumpReport } from "../../src/model/ledger.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { profileOf } from "../../src/site/model/channel-profile.ts";
import { addressesLinked, domainTopics } from "../../src/site/model/domains.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { render } from "../../templates/channel.11ty.tsx";
import { render as renderDomain } from "../../templates/domain.11ty.tsx";
import { render as renderLinks } from "../../templates/links.11ty.tsx";
import { render as renderPost } from "../../templates/post.11ty.tsx";
import { archiveOf, inferred, ledger, postWith, settings, stated } from "./fixture.ts";

const [dump] = ledger.dumps;
const report = (file: string, words: Partial<DumpReport>): DumpReport => ({ ...(dump as DumpReport), file, ...words });

const posts = [
  postWith({ id: "numbered01", number: 12, links: ["https://www.ships.example/a", "https://ships.example/b"] }),
  postWith({ id: "plain00001", links: ["https://ships.example/b", "https://t.me/other"] }),
];
const archive = new Archive(settings, posts, {
  dumps: [
    report("late.txt", {
      retrieved: "2025-03-01" as Day,
      about: { description: "News of the harbour\n<b>daily</b>", counters: { subscribers: "1.3K", links: "9" } },
      url: "https://t.me/s/harbour_news",
    }),
    report("early.txt", {
      retrieved: "2025-02-01" as Day,
      about: { description: "News", counters: { subscribers: "802" } },
      url: "javascript:alert(1)",
    }),
    report("other.txt", {
      channel: { key: "other", name: "Other", identified: true },
      about: { counters: { subscribers: "5" } },
    }),
  ],
});

test("a channel's profile has its last description and its counters over time", () => {
  expect(profileOf(archive.posts, archive.ledger.dumps)).toEqual({
    description: "News of the harbour\n<b>daily</b>",
    kinds: ["subscribers", "links"],
    counters: [
      { file: "early.txt", day: "2025-02-01", counters: { subscribers: "802" } },
      { file: "late.txt", day: "2025-03-01", counters: { subscribers: "1.3K", links: "9" } },
    ],
    addresses: ["https://t.me/s/harbour_news"],
  });
});

test("a channel's page tells how its posts are dated, their languages and media, and the dumps that have them", () => {
  const [known] = ledger.dumps;
  if (known === undefined) throw new RangeError("no dump");
  const source = { file: known.file, sha256: known.sha256, dialect: "preview" as const, lines: [[1, 2]] as const };
  const told = [
    postWith({ id: "dated00001", dating: stated("2025-02-01"), language: "en", media: ["video", "partial"] }),
    postWith({
      id: "dated00002",
      dating: inferred("2025-02-05", 2),
      language: "de",
      media: ["partial", "video", "video"],
    }),
    postWith({ id: "dated00003", dating: inferred("2025-02-09", 3), language: "de", media: ["custom-emoji"] }),
  ].map((post, at) => ({ ...post, source: { ...source, sequence: at + 1 } }));
  const whole = new Archive(settings, told, { dumps: [{ ...known, retrieved: "2025-03-01" as Day }] });
  const [front] = whole.channelPages;
  if (front === undefined) throw new RangeError("no channel");
  const html = render({ archive: whole, item: front });
  const fact = (name: string): string =>
    (new RegExp(`<dt>${name}</dt>\\s*<dd>(.*?)</dd>`, "su").exec(html)?.[1] ?? "")
      .replace(/<[^>]+>/gu, " ")
      .replace(/\s+/gu, " ")
      .trim();
  expect(fact("Dating")).toBe("Inferred : 2 Stated in the source : 1 The widest interval spans 7 days.");
  expect(fact("Language")).toBe("German : 2 English : 1");
  expect(fact("Media")).toBe("3 videos · Not fully shown by the page (3 posts)");
  expect(fact("Dump")).toBe(`${known.file} 3 posts, 1–9 February 2025, captured on 1 March 2025`);
  expect(html).toContain('href="../../search/?channel=');
  // The posts stand in the column of the chart, beside the lists.
  expect(html).toMatch(/<div class="glance">.*<div class="side">.*class="post-line/su);
});

describe("pages lead back to the source by plain links", () => {
  test("a channel's page to Telegram and to the Wayback Machine's calendar, and no address that runs", () => {
    const [front] = archive.channelPages;
    if (front === undefined) throw new RangeError("no channel");
    const html = render({ archive, item: front });
    expect(html).toContain('href="https://t.me/s/harbour_news"');
    expect(html).toContain('href="https://web.archive.org/web/*/https://t.me/s/harbour_news"');
    expect(html).toContain("&lt;b>daily&lt;/b>");
    expect(html).not.toContain("javascript:");
  });

  test("a post's page to the post itself where its number is known, else to its channel", () => {
    const pageOf = (id: string): string => {
      const item = archive.posts.find(({ post }) => post.id === id);
      if (item === undefined) throw new RangeError(id);
      return renderPost({ item: new PostView(item, archive) });
    };
    expect(pageOf("numbered01")).toContain('href="https://t.me/harbour_news/12"');
    expect(pageOf("numbered01")).toContain('href="https://web.archive.org/web/*/https://t.me/harbour_news/12"');
    expect(pageOf("plain00001")).toContain('href="https://t.me/s/harbour_news"');
  });
});

describe("the index of links", () => {
  test("counts posts and links by host without www, most posts first", () => {
    expect(
      domainTopics(archive.posts).map(({ name, posts, links, path }) => [name, posts.length, links, path]),
    ).toEqual([
      ["ships.example", 2, 3, "/links/ships_example/"],
      ["t.me", 1, 1, "/p/plain00001/"],
    ]);
    expect(addressesLinked(archive.posts, 5)).toEqual([{ address: "https://ships.example/b", posts: 2 }]);
  });

  test("leads to a page for each site of several posts", () => {
    expect(renderLinks({ archive })).toContain('href="../links/ships_example/"');
    expect(archive.domainPages.map(({ path }) => path)).toEqual(["/links/ships_example/"]);
    const [item] = archive.domainPages;
    if (item === undefined) throw new RangeError("no site");
    expect(renderDomain({ archive, item })).toContain("p/numbered01/");
    expect(renderLinks({ archive: archiveOf([]) })).toContain("No post in this archive links to a web address.");
  });
});
