import { describe, expect, test } from "vitest";
import { settledBy } from "../../src/dialects/boundaries/known-posts.ts";
import { unitsOf } from "../../src/dialects/lines/tokens.ts";
import { readDump, surelyLimited } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import { readSource } from "../../src/read/source-text.ts";

const source = (text: string) => readSource(new TextEncoder().encode(text), "page.txt");
const today = "2030-01-01" as Day;

const first =
  "The reed cutters begin on Monday, with four boats and a dog\nTake your own boots, and a lunch\nThe dog is called Pim";
const second = "Four boats went out to cut the reeds, and the dog stayed home";

const tgstatPage = `Marsh Radio


Channel's geo and language: World, English
Category: News


Posts filter


${second}


${first}

2 last posts shown.`;

describe("settledBy()", () => {
  test("settles the seams inside and behind a text that stands on the page", () => {
    const settled = settledBy([first], unitsOf(source(`Market day\n${first}\n${second}`)));
    expect([...settled.start].sort()).toEqual([2, 5]);
    expect([...settled.join].sort()).toEqual([3, 4]);
  });

  test("does not mind where extractors broke the lines", () => {
    const broken = first.replace("with four", "with\nfour");
    const settled = settledBy([first], unitsOf(source(`Market day\n${broken}\n${second}`)));
    expect([...settled.join].sort()).toEqual([3, 4, 5]);
  });

  test("says nothing of a text that ends inside a line, or is too short to be told apart", () => {
    const page = unitsOf(source(`Market day\n${first} and he bites\n${second}`));
    expect(settledBy([first, "Market day"], page)).toEqual({ start: new Set(), join: new Set() });
  });
});

describe("readDump()", () => {
  test("parts a preview by a post that another dump shows with its limits", () => {
    const page = source(`Marsh Radio\n802 subscribers\nDownload Telegram\nMarket day\n${first}\n${second}`);
    const marked = readDump({ source: source(tgstatPage), sidecar: {}, today });
    const known = surelyLimited(marked);
    expect(known).toContain(first);
    const { posts } = readDump({ source: page, sidecar: {}, today, known });
    expect(posts.map((post) => post.text)).toContain(first);
    expect(posts.map((post) => post.text)).toContain(second);
  });

  test("takes a person's word before another dump's", () => {
    const page = source(`Marsh Radio\n802 subscribers\nDownload Telegram\nMarket day\n${first}\n${second}`);
    const sidecar = { boundaries: { start: [], join: [8] } };
    const { posts } = readDump({ source: page, sidecar, today, known: [first] });
    expect(posts.at(-1)?.text).toBe(`${first}\n${second}`);
  });
});
