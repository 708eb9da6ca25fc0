import { describe, expect, test } from "vitest";
import { factsOf } from "../../src/archive/facts.ts";
import { identityText } from "../../src/archive/identity.ts";
import type { Day } from "../../src/model/day.ts";
import type { Channel, Unnamed } from "../../src/model/post.ts";
import { postOf } from "./post-arbitrary.ts";

const harbour: Channel = { key: "tidewatch", name: "Tidewatch 🌊", identified: true, handle: "tidewatch" };
const exported: Channel = { key: "tidewatch-harbour", name: "Tidewatch", identified: true };
const long = "The boats went out before sunrise, and the bell was silent until the evening.";

/** A post of the export, published on a day. */
function told(text: string, day: string, basis: "timestamp" | "given" | "mention" = "timestamp"): Unnamed {
  const best = day as Day;
  return postOf({ text, channel: exported, dating: { best, earliest: best, latest: best, basis, edtf: day } });
}

function factFor(text: string, posts: readonly Unnamed[], channel = harbour) {
  return factsOf(posts)(channel)({ sha256: "0".repeat(64), lines: [[1, 2]], words: identityText({ text }) });
}

describe("factsOf()", () => {
  test("the day that an export tells is a fact for the same words in the same channel, whatever name a dump has for it", () => {
    const posts = [
      told(long, "2024-12-07"),
      told("Something else was written on the next of these days.", "2024-12-08"),
    ];
    expect(factFor(`${long.replace(" ", "\n")}\uFE0F`, posts)).toMatchObject({
      best: "2024-12-07",
      basis: "timestamp",
    });
    expect(factFor(long, posts, exported)).toMatchObject({ best: "2024-12-07" });
  });

  test("is none for another channel, other words, or a day that is only inferred", () => {
    const other: Channel = { key: "mole", name: "The Mole", identified: true, handle: "the_mole" };
    expect(factFor(long, [told(long, "2024-12-07")], other)).toBeUndefined();
    expect(factFor(`${long} Or so.`, [told(long, "2024-12-07")])).toBeUndefined();
    expect(factFor(long, [told(long, "2024-12-07", "mention")])).toBeUndefined();
  });

  test("words that were said on two days, or that are said often, tell no day", () => {
    expect(factFor(long, [told(long, "2024-12-07"), told(long, "2024-12-08")])).toBeUndefined();
    expect(factFor(long, [told(long, "2024-12-07"), told(long, "2024-12-07")])).toMatchObject({ best: "2024-12-07" });
    expect(factFor("Good morning!", [told("Good morning!", "2024-12-07")])).toBeUndefined();
  });
});
