import { parseHTML } from "linkedom";
import { describe, expect, test } from "vitest";
import { listedPosts, offerListedPosts } from "../../src/site/client/listed-posts.ts";
import { besideOf } from "../../src/site/formats/citations.ts";
import { withFileLinks } from "../../src/site/formats/file-links.ts";
import { postingOf } from "../../src/site/formats/json-ld.ts";
import { certainDate, referencesFrom, wholeName } from "../../src/site/formats/posting-references.ts";
import { referencesIn } from "../../src/site/formats/reference-files.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { PostView } from "../../src/site/model/post-view.ts";
import { render as renderChannel } from "../../templates/channel.11ty.tsx";
import { render as renderMonth } from "../../templates/month.11ty.tsx";
import { render } from "../../templates/post.11ty.tsx";
import { render as renderTag } from "../../templates/tag.11ty.tsx";
import { citationsOf } from "./citations-of.ts";
import { archiveOf, inferred, manyPosts, oddPosts, postWith, stated } from "./fixture.ts";

const line = `Talks ${"of long standing ".repeat(10)}end`;
const archive = archiveOf([
  postWith({ id: "k3v9x0q2mt", text: `${line}\n\nMore.`, forwardedFrom: "Town Hall", dating: stated("2025-02-04") }),
  postWith({
    id: "oneline001",
    text: "🎙 Fog",
    dating: inferred("2025-02-27", 3),
    source: { file: "harbour.txt", sha256: "a".repeat(64), dialect: "preview", lines: [[7, 7]], sequence: 2 },
  }),
]);

function pageOf(id: string): PostPage {
  const page = archive.posts.find(({ post }) => post.id === id);
  if (page === undefined) throw new RangeError(id);
  return page;
}

/**
 * What Zotero's translator "Embedded Metadata" makes of a page, by its rules: `z:itemType` goes before all guesses of the kind; `citation_*` gives title,
 * date and address; `DC.creator` is parted at its last blank into a first and a last name, as `citation_author` would be, unless it has a comma:
 * then what stands before it is the last name. Run in November 2026 by Zotero's own translators, of the npm package `zotero-translators`.
 */
function byZotero(page: PostPage): Readonly<Record<string, string | null>> {
  const { document } = parseHTML(render({ item: new PostView(page, archive) }));
  const meta = (name: string) => document.querySelector(`head > meta[name="${name}"]`)?.getAttribute("content") ?? null;
  return {
    itemType: meta("z:itemType"),
    title: meta("citation_title"),
    date: meta("citation_publication_date"),
    url: meta("citation_public_url"),
    creator: meta("DC.creator"),
    splitAuthor: meta("citation_author"),
    dublinCore: ["title", "date", "language"].map((name) => meta(`DC.${name}`)).join(", "),
  };
}

describe("reference managers take a post's page", () => {
  test("with kind, whole title, day, address and author", () => {
    expect(byZotero(pageOf("k3v9x0q2mt"))).toEqual({
      itemType: "forumPost",
      title: line,
      date: "2025-02-04",
      url: "https://archive.example/fixture/p/k3v9x0q2mt/",
      creator: "Harbour News,",
      splitAuthor: null,
      dublinCore: `${line}, 2025-02-04, en`,
    });
  });

  test("whose author has a comma only where a name of several words would be parted", () => {
    expect(["Harbour News", "Кран", "Harbour\u00A0News"].map(wholeName)).toEqual([
      "Harbour News,",
      "Кран",
      "Harbour\u00A0News",
    ]);
  });

  test("and no more of an inferred day than is certain", () => {
    expect(byZotero(pageOf("oneline001")).date).toBe("2025");
  });
});

test("reference managers take the posts of a list by COinS, as Zotero reads them", () => {
  const [item] = archive.channelPages;
  if (item === undefined) throw new Error("no channel");
  const { document } = parseHTML(renderChannel({ archive, item }));
  expect(document.querySelectorAll("span.Z3988")).toHaveLength(0);
  offerListedPosts(document);
  const spans = [...document.querySelectorAll("main span.Z3988")].map(
    (span) => new URLSearchParams(span.getAttribute("title") ?? ""),
  );
  expect(spans.map((span) => span.get("rft_val_fmt"))).toEqual(Array(2).fill("info:ofi/fmt:kev:mtx:dc"));
  expect(Object.fromEntries(spans.find((span) => span.get("rft.title") === line) ?? [])).toMatchObject({
    "rft.type": "forumPost",
    "rft.aucorp": "Harbour News",
    "rft.date": "2025-02-04",
    "rft.identifier": "https://archive.example/fixture/p/k3v9x0q2mt/",
  });
});

test.each([
  "folders",
  "files",
])("the browser makes COinS of each post of a list as the post's own page has it, when links lead to %s", (links) => {
  const long = `${"Tides and ".repeat(15)}fog`;
  const odd = archiveOf([
    ...oddPosts,
    ...manyPosts(12),
    postWith({
      id: "renamed001",
      text: long,
      channel: { key: "harbour", name: "Harbour Evening News", identified: true },
    }),
    postWith({ id: "renamed002", text: "Fog & <b>rain</b>", dating: inferred("2025-03-27", 40) }),
  ]);
  const pages = [
    ...odd.channelPages.map((item) => [item.posts, renderChannel({ archive: odd, item })] as const),
    ...odd.monthPages.map((item) => [item.posts, renderMonth({ archive: odd, item })] as const),
    ...odd.tagPages.map((item) => [item.posts, renderTag({ archive: odd, item })] as const),
  ];
  expect(pages.length).toBeGreaterThan(5);
  for (const [posts, html] of pages) {
    const { document } = parseHTML(links === "files" ? withFileLinks(html) : html);
    const told = posts.map((page) => {
      const posting = postingOf(page, odd);
      return {
        title: posting.headline,
        author: posting.author.name,
        date: certainDate(posting, page.post.dating.best),
        ...(posting.inLanguage === undefined ? {} : { language: posting.inLanguage }),
        address: posting.url,
      };
    });
    expect(listedPosts(document)).toEqual(told);
  }
});

test("a channel has files of references to its posts, the same as the pages of the posts have", () => {
  const [first] = archive.posts;
  if (first === undefined) throw new Error("no post");
  const files = new Map(referencesIn(first, archive));
  expect([...files.keys()]).toEqual(archive.referenceFiles);
  const { bibtex, ris } = citationsOf(first, archive);
  expect([...files.values()]).toEqual([`${bibtex}\n\n`, `${ris}\n\n`]);
});

describe("a citation", () => {
  test("names whom a post was forwarded from, and its whole title", () => {
    const { plain, ris } = citationsOf(pageOf("k3v9x0q2mt"), archive);
    expect(plain).toContain(`Harbour News, forwarded from Town Hall (Telegram), “${line}”`);
    expect(plain).toContain("lines 1–3");
    expect(ris).toContain("N1  - Forwarded from Town Hall. Date stated");
  });

  test("says line of one line, and has a key of plain letters", () => {
    const { plain, bibtex } = citationsOf(pageOf("oneline001"), archive);
    expect(plain).toContain("(harbour.txt, line 7, SHA-256");
    expect(bibtex).toMatch(/^@misc\{[a-z0-9]+,/u);
    expect(bibtex).toContain("Read from harbour.txt, line 7,");
  });

  test("has the day on which its page was opened", () => {
    const page = pageOf("oneline001");
    const beside = { ...besideOf(page, archive), accessed: "2026-11-09" };
    const { ris, bibtex, csl } = referencesFrom(postingOf(page, archive), beside);
    expect(ris).toContain("Y2  - 2026/11/09/");
    expect(bibtex).toMatch(/\turldate = \{2026-11-09\},\n\}$/u);
    expect(JSON.parse(csl)[0].accessed).toEqual({ "date-parts": [[2026, 11, 9]] });
  });
});
