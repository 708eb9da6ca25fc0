import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPost, writePost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import { givenDay } from "../../src/model/given.ts";
import { readSidecar } from "../../src/read/sidecar.ts";
import { withDating, withDescription } from "../../src/review/post-text.ts";
import { UnfitSidecar, withBoundaries } from "../../src/review/sidecar-text.ts";
import { postOf } from "../archive/post-arbitrary.ts";

const ada = { by: "Ada", on: "2026-11-29" as Day };

describe("withBoundaries()", () => {
  test("writes what a person would, and leaves comments and other keys alone", () => {
    const text =
      "# The page of the port.\nchannel: Kestrel Bay   # as the page has it\nboundaries:\n  # Seen in the paper.\n  start: [12]\nretrieved: 2025-03-01\n";
    expect(
      withBoundaries(
        text,
        [
          { line: 7, to: "start" },
          { line: 9, to: "join" },
        ],
        {},
      ),
    ).toBe(
      "# The page of the port.\nchannel: Kestrel Bay   # as the page has it\nboundaries:\n  # Seen in the paper.\n  start: [ 7, 12 ]\n  join: [ 9 ]\nretrieved: 2025-03-01\n",
    );
  });

  test("says who, when and why, and makes a sidecar where there is none", () => {
    expect(withBoundaries("", [{ line: 7, to: "start" }], { ...ada, note: "Two: reports" })).toBe(
      'boundaries:\n  start:\n    - { line: 7, by: Ada, on: 2026-11-29, note: "Two: reports" }\n',
    );
  });

  test("an answer that is taken back leaves the sidecar as it was", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: 60 }), { minLength: 2, maxLength: 8 }),
        fc.constantFrom({}, ada),
        ([taken = 0, ...others], editor) => {
          const before = withBoundaries(
            "channel: Kestrel Bay\n",
            others.map((line) => ({ line: line + 1, to: line % 2 ? "start" : "join" })),
            editor,
          );
          const line = taken + 1;
          const answered = withBoundaries(before, [{ line, to: "start" }], editor);
          expect(readSidecar(answered, "bay.yml").boundaries?.start).toContain(line);
          expect(withBoundaries(answered, [{ line, to: "open" }], editor)).toBe(before);
        },
      ),
    );
  });

  test("refuses what is no sidecar", () => {
    expect(() => withBoundaries("- a list", [{ line: 7, to: "start" }], {})).toThrow(UnfitSidecar);
    expect(() => withBoundaries("a: [", [{ line: 7, to: "start" }], {})).toThrow(UnfitSidecar);
  });
});

describe("withDating()", () => {
  const dating = givenDay("2025-02-09" as Day, ada);

  test("writes a file that nobody changed as an import would", () => {
    const post = postOf();
    expect(withDating(writePost(post), dating, "bay.md")).toBe(writePost({ ...post, dating }));
  });

  test("leaves comments of a file that a person changed alone", () => {
    const text = writePost(postOf()).replace("date:", "# Seen in the paper.\ndate:");
    const changed = withDating(text, dating, "bay.md");
    expect(changed).toContain("# Seen in the paper.\n");
    expect(readPost(changed, "bay.md").dating).toEqual(dating);
  });
});

describe("withDescription()", () => {
  const sha256 = "a".repeat(64);
  const post = postOf({ media: ["photo"], mediaFiles: [{ kind: "photo", sha256, type: "jpg" }] });

  test("describes a picture as an import would write it, and takes it back", () => {
    const text = withDescription(writePost(post), sha256, "A boat.", "bay.md");
    expect(readPost(text, "bay.md").mediaFiles).toEqual([{ kind: "photo", sha256, type: "jpg", alt: "A boat." }]);
    expect(withDescription(text, sha256, "", "bay.md")).toBe(writePost(post));
  });

  test("leaves comments of a file that a person changed alone", () => {
    const text = writePost(post).replace("date:", "# Seen in the paper.\ndate:");
    const changed = withDescription(text, sha256, "A boat.", "bay.md");
    expect(changed).toContain("# Seen in the paper.\n");
    expect(readPost(changed, "bay.md").mediaFiles?.[0]?.alt).toBe("A boat.");
  });
});
