import { describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { changedFields } from "../../src/archive/changes.ts";
import { bestOf } from "../../src/archive/merge.ts";
import { readPost, readStoredPost, writePost } from "../../src/markdown/post-file.ts";
import type { AnyRow, FieldName } from "../../src/model/fields.ts";
import { attachmentsOf, metadataOf, type Post } from "../../src/model/post.ts";
import { recordFields, recordOf } from "../../src/model/record.ts";
import { downloadFields } from "../../src/site/formats/downloads/fields.ts";
import { columnOf } from "../../src/site/formats/downloads/path.ts";
import { placeInTables } from "../../src/site/formats/downloads/tables.ts";
import { english } from "../../src/site/texts/english.ts";
import { postOf } from "../archive/post-arbitrary.ts";

// One row more in the table of fields, and nothing else anywhere.
vi.mock("../../src/model/fields.ts", async (original) => {
  const real = await original<typeof import("../../src/model/fields.ts")>();
  const tides: AnyRow = {
    schema: z.array(z.strictObject({ hour: z.number().int() })).readonly(),
    presence: "maybe",
    group: "metadata",
    merge: "first",
    change: "tides",
    record: { tides: ["object[]", (value) => value, "When the water was high."] },
  };
  return {
    ...real,
    fieldNames: [...real.fieldNames, "tides"],
    rowOfField: (name: FieldName | "tides") => (name === "tides" ? tides : real.rowOfField(name)),
  };
});

const tides = [{ hour: 4 }, { hour: 16 }];
const without = postOf();
const withTides = { ...without, tides } as Post;

describe("a row in the table of fields is all that a new field needs", () => {
  test("readers hand it on with the group that it belongs to", () => {
    expect(metadataOf(withTides)).toEqual({ tides });
    expect(attachmentsOf(withTides)).toEqual({});
  });

  test("a post's file keeps it, and refuses what is none", () => {
    const file = writePost(withTides);
    expect(file).toMatch(/^tides:\n {2}- hour: 4\n {2}- hour: 16\nfingerprint: /mu);
    expect(readStoredPost(file, "fog.md")).toEqual({ post: withTides, edited: false });
    expect(() => readPost(file.replace("hour: 16", "hour: noon"), "fog.md")).toThrow(
      /^Cannot read post "fog\.md": line 23: tides\.1\.hour: write a number/u,
    );
  });

  test("captures of one post are merged with it", () => {
    const other = { ...without, source: { ...without.source, file: "a.txt" } };
    expect(bestOf([withTides, other])).toMatchObject({ tides, source: { file: "a.txt" } });
  });

  test("an import tells that it changed", () => {
    expect(changedFields(without, withTides)).toEqual(["tides"]);
    expect(changedFields(withTides, { ...withTides })).toEqual([]);
  });

  test("the record, the downloads and their dictionary have it", () => {
    expect(recordOf(withTides)).toMatchObject({ tides });
    const own = recordFields.filter(({ path }) => (path as string) === "tides");
    expect(own.map(({ meaning }) => meaning)).toEqual(["When the water was high."]);
    const [download] = downloadFields.filter(({ path }) => (path as string) === "tides");
    if (download === undefined) throw new Error("no download has the field");
    expect([columnOf(download.path), placeInTables(download.path)]).toEqual(["tides", "posts.tides"]);
    expect(english.downloads.fields[download.path]).toBe("When the water was high.");
  });
});
