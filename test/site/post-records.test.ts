import fc from "fast-check";
import { expect, test } from "vitest";
import { readPermalinks, withPages } from "../../src/archive/permalinks.ts";
import { Archive } from "../../src/site/model/archive.ts";
import { postRecords } from "../../src/site/model/post-records.ts";
import { archiveOf, postWith } from "./fixture.ts";

const { settings, ledger } = archiveOf([]);
const none = { ...settings, records: "none" } as const;
const nothing = readPermalinks("", "");

test("each post has its record in a small archive, and in a large one that asks for them", () => {
  expect(postRecords(settings, nothing, 9_999).areThere).toBe(true);
  expect(postRecords(settings, nothing, 10_000).areThere).toBe(false);
  expect(postRecords({ ...settings, records: "each" }, nothing, 10_000).areThere).toBe(true);
  expect(postRecords(none, nothing, 3).areThere).toBe(false);
});

test("records that were published stay, whatever the settings and the size of later builds", () => {
  const build = fc.record({
    records: fc.constantFrom("each", "none", undefined),
    posts: fc.constantFrom(5, 9_999, 10_000, 50_000),
  });
  fc.assert(
    fc.property(fc.array(build, { maxLength: 6 }), (builds) => {
      let text = "";
      let were = false;
      for (const { records, posts } of builds) {
        const said = records === undefined ? settings : { ...settings, records };
        const { areThere, marks } = postRecords(said, readPermalinks(text, ""), posts);
        if (were) expect(areThere).toBe(true);
        else if (records !== undefined) expect(areThere).toBe(records === "each");
        were = areThere;
        text = withPages(text, "", ["/", ...marks]);
      }
    }),
  );
});

test("an archive without records tells of none and answers at the folder of its posts, from its first build on", () => {
  const { posts } = archiveOf([postWith({ id: "k3v9x0q2mt" })]);
  const archive = new Archive(
    none,
    posts.map(({ post }) => post),
    ledger,
  );
  expect(archive.addresses).toContain("/p/");
  expect(archive.redirectPages.map(({ path }) => path)).toEqual(["/p/"]);
  const gone = new Archive(none, [], ledger, {
    permalinks: readPermalinks('{"id":"k3v9x0q2mt"}\n{"page":"/"}\n{"page":"/p/"}\n', ""),
  });
  expect(gone.redirectPages.map(({ path }) => path)).toEqual(["/p/", "/p/k3v9x0q2mt/"]);
  expect(gone.redirectFiles).toEqual([]);
});
