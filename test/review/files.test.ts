import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPost, writePost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import { givenDay } from "../../src/model/given.ts";
import { readSidecar } from "../../src/read/sidecar.ts";
import { withChecked, withDating, withDescription } from "../../src/review/post-text.ts";
import { UnfitSidecar, withBoundaries, withChannel } from "../../src/review/sidecar-text.ts";
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

  test("leaves lines outside posts alone, with their comments", () => {
    const outside = "  # The page's own.\n  outside:\n    - 3-5 # the menu\n    - { lines: 9, by: Bo }\n";
    const text = `boundaries:\n${outside}  start: [ 12 ]\n`;
    const answered = withBoundaries(text, [{ line: 7, to: "join" }], ada);
    expect(answered).toContain(outside);
    expect(withBoundaries(answered, [{ line: 7, to: "open" }], ada)).toBe(text);
    const alone = `boundaries:\n${outside}`;
    expect(withBoundaries(withBoundaries(alone, [{ line: 7, to: "start" }], ada), [{ line: 7, to: "open" }], ada)).toBe(
      alone,
    );
  });

  test("says which dumps a boundary stands in spite of", () => {
    const text = withBoundaries("", [{ line: 7, to: "join", despite: ["later.txt"] }], ada);
    expect(text).toBe("boundaries:\n  join:\n    - { line: 7, by: Ada, on: 2026-11-29, despite: [ later.txt ] }\n");
    expect(readSidecar(text, "bay.yml").boundaries?.settled).toEqual([{ line: 7, ...ada, despite: ["later.txt"] }]);
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
    const text = withDescription(writePost(post), sha256, { alt: "A boat.", described: ada }, "bay.md");
    expect(readPost(text, "bay.md").mediaFiles).toEqual([
      { kind: "photo", sha256, type: "jpg", alt: "A boat.", described: ada },
    ]);
    expect(withDescription(text, sha256, { alt: "" }, "bay.md")).toBe(writePost(post));
  });

  test("leaves comments of a file that a person changed alone", () => {
    const text = writePost(post).replace("date:", "# Seen in the paper.\ndate:");
    const changed = withDescription(text, sha256, { alt: "A boat.", described: ada }, "bay.md");
    expect(changed).toContain("# Seen in the paper.\n");
    expect(readPost(changed, "bay.md").mediaFiles?.[0]).toMatchObject({ alt: "A boat.", described: ada });
    const back = withDescription(changed, sha256, { alt: "" }, "bay.md");
    expect(readPost(back, "bay.md").mediaFiles?.[0]).toEqual({ kind: "photo", sha256, type: "jpg" });
  });
});

describe("withChecked()", () => {
  const checked = { versions: { dumps: ["may.txt", "june.txt"], ...ada }, media: ada };

  test("says what was found right as an import would write it, and takes it back", () => {
    const text = withChecked(writePost(postOf()), checked, "bay.md");
    expect(text).toContain("checked:\n  versions:\n    dumps:\n      - may.txt\n");
    expect(readPost(text, "bay.md").checked).toEqual(checked);
    for (const none of [undefined, {}]) expect(withChecked(text, none, "bay.md")).toBe(writePost(postOf()));
  });

  test("leaves comments of a file that a person changed alone", () => {
    const text = writePost(postOf()).replace("date:", "# Seen in the paper.\ndate:");
    const changed = withChecked(text, checked, "bay.md");
    expect(changed).toContain("# Seen in the paper.\n");
    expect(readPost(changed, "bay.md").checked).toEqual(checked);
    expect(readPost(withChecked(changed, undefined, "bay.md"), "bay.md").checked).toBeUndefined();
  });
});

describe("withChannel()", () => {
  test("names a channel with who did, leaves every other byte alone, and takes it back", () => {
    for (const text of ["", "# Of the port.\nretrieved:   2025-03-01 # by hand\n"]) {
      const named = withChannel(text, { name: "Bay: #1", ...ada });
      expect(named.startsWith(text)).toBe(true);
      expect(readSidecar(named, "bay.yml")).toMatchObject({ channel: "Bay: #1", named: ada });
      expect(withChannel(named, undefined)).toBe(text);
    }
    const old = "channel: Old # as printed\nretrieved: 2025-03-01\n";
    const named = withChannel(old, { name: "New" });
    expect(readSidecar(named, "bay.yml")).toEqual({ channel: "New", retrieved: "2025-03-01" });
    expect(named).toContain("# as printed");
  });
});
