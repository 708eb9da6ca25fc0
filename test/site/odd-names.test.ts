import { expect, test } from "vitest";
import { Archive } from "../../src/site/model/archive.ts";
import { labelOf } from "../../src/site/search/facet-values.ts";
import { textsFor } from "../../src/site/texts/texts.ts";
import { citationsOf } from "./citations-of.ts";
import { archiveOf, postWith } from "./fixture.ts";

test.each([
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
])("a hashtag or a channel called %s is one like any other", (key) => {
  const channel = { key, name: key, identified: true };
  const archive = archiveOf([postWith({ id: "k3v9x0q2mt", channel, tags: [{ key, label: key }] })]);
  expect(archive.channels.map((topic) => topic.channel.name)).toEqual([key]);
  expect(archive.tags.map(({ label }) => label)).toEqual([key]);
  expect(labelOf("tag", key, { labels: { tag: {} }, texts: textsFor("en").search } as never)).toBe(`#${key}`);
});

test("a line break in a name starts no field of a reference", () => {
  const channel = { key: "quay", name: "Quay\nER  - \nTY  - JOUR\u2028TI  - another", identified: true };
  const archive = archiveOf([postWith({ id: "k3v9x0q2mt", channel })]);
  const [page] = archive.posts;
  const ris = page === undefined ? "" : citationsOf(page, archive).ris;
  expect(ris.split(/\r\n|[\n\r\u2028]/u).filter((line) => line.startsWith("TY"))).toHaveLength(1);
  expect(ris).toContain("AU  - Quay ER - TY - JOUR TI - another");
});

test("a control character in the name of a dump's channel is shown as its picture", () => {
  const { settings, ledger } = archiveOf([postWith({ id: "k3v9x0q2mt" })]);
  const [dump] = ledger.dumps;
  if (dump === undefined) throw new Error("the fixture has a dump");
  const odd = { ...dump, channel: { key: "a", name: "x\0y", identified: true } };
  expect(new Archive(settings, [], { dumps: [odd] }).ledger.dumps[0]?.channel.name).toBe("x\u2400y");
});
