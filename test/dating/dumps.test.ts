import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { datePosts } from "../../src/dating/date.ts";
import { parseDay } from "../../src/model/day.ts";

/** Small dumps: for each post its day, which the interval must hold and the best day be, and after it the basis; either may be left out. */
const cases = z
  .array(
    z.strictObject({
      claim: z.string(),
      posts: z.array(z.string()),
      order: z.enum(["oldest-first", "newest-first"]).optional(),
      retrieved: z.string().optional(),
      expected: z.array(z.string()),
      notices: z.array(z.string()).optional(),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL("cases/dumps.json", import.meta.url), "utf8")));

describe("datePosts() in small dumps", () => {
  test.each(cases)("$claim", ({ posts, order, retrieved, expected, notices = [] }) => {
    const capture = retrieved === undefined ? undefined : parseDay(retrieved);
    const result = datePosts({
      posts: posts.map((text) => ({ text, language: "en" })),
      ...(order === undefined ? {} : { order }),
      ...(capture === undefined ? {} : { retrieved: capture }),
    });
    expect(expected).toHaveLength(posts.length);
    for (const [index, { best, earliest, latest, basis }] of result.datings.entries()) {
      const [truth = "", ground] = (expected[index] ?? "").split(" ");
      const day = parseDay(truth);
      if (day === undefined) continue;
      expect(earliest <= day && day <= latest, `${earliest} to ${latest} holds ${day}`).toBe(true);
      expect(best).toBe(day);
      if (ground !== undefined) expect(basis).toBe(ground);
    }
    if (notices.length > 0) expect(result.notices.map(({ rule }) => rule)).toEqual(notices);
    if (order !== undefined) expect(result.order).toBe(order);
  });
});
