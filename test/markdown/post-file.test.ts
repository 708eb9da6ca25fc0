import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fingerprintIn, postFilePath, readPost, readStoredPost, writePost } from "../../src/markdown/post-file.ts";
import type { Post } from "../../src/model/post.ts";
import { anyLine, anyPost, hostileWords, postOf, stated } from "../archive/post-arbitrary.ts";

const refusal = (fileText: string): string => {
  try {
    readPost(fileText, "fog.md");
  } catch (error) {
    return (error as Error).message;
  }
  return "it was read";
};

describe("writePost() and readPost()", () => {
  test("a post written is the post read, whatever its words are", () => {
    fc.assert(
      fc.property(anyPost, (post) => {
        const { post: read, edited } = readStoredPost(writePost(post), "fog.md");
        expect(read).toEqual(post);
        expect(edited).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test("a last value that ends in a line break or a wide blank makes no file that looks edited by hand", () => {
    for (const to of ["\n", "\u3000", "\u2003", "fog\n\n"]) {
      const repaired = postOf({ repairs: [{ line: 1, rule: "repair/noscript", from: "", to }] });
      expect(readStoredPost(writePost(repaired), "fog.md").edited).toBe(false);
    }
  });

  test("a post written twice is the same file to the byte", () => {
    fc.assert(fc.property(anyPost, (post) => writePost(readPost(writePost(post), "fog.md")) === writePost(post)));
  });

  test("a source is the same lines of the file, in whatever order a reader of dumps told its parts", () => {
    const { source } = postOf({});
    const told = { captured: "2024-03-15T10:00:00Z", retrieved: stated("2024-03-15").best, ...source };
    const turned = Object.fromEntries(Object.entries(told).toReversed()) as typeof told;
    expect(writePost(postOf({ source: turned, alsoIn: [told] }))).toBe(
      writePost(postOf({ source: told, alsoIn: [turned] })),
    );
  });

  test("titles that YAML would take for something else stay words", () => {
    fc.assert(
      fc.property(fc.oneof(hostileWords, anyLine), (title) => {
        expect(readPost(writePost(postOf({ title })), "fog.md").title).toBe(title);
      }),
    );
  });

  test("a text that looks like front matter, a list, code or nothing stays text", () => {
    for (const text of [
      "---\nid: x\n---\nfog",
      "---js\nprocess.exit()\n---",
      "    code",
      "- a\n- b",
      "",
      "\n\nfog\n\n",
      "fog\n",
      " ",
    ]) {
      const file = writePost(postOf({ text }));
      expect(readPost(file, "fog.md").text).toBe(text);
    }
  });

  test("a text that speaks of fingerprints is the text of an unedited file", () => {
    for (const text of ["fingerprint: 0123456789abcdef", "fog\nfingerprint: 0123456789abcdef/2025-02-04\nsun"]) {
      const file = writePost(postOf({ text }));
      expect(readStoredPost(file, "fog.md")).toEqual({ post: postOf({ text }), edited: false });
      expect(readStoredPost(file.replace("fingerprint: 0123456789abcdef", "fog"), "fog.md").edited).toBe(true);
      expect(fingerprintIn(file.replace(/^fingerprint: .*\n/mu, ""))).toBeUndefined();
    }
  });

  test("front matter says lines and reactions in words that a person can edit", () => {
    const post = postOf({
      reactions: [
        { emoji: "👍", count: 3 },
        { emoji: "❤", count: 2490, printed: "2.49K" },
        { emoji: "", count: 12 },
      ],
      source: {
        file: "pier.txt",
        sha256: "a".repeat(64),
        dialect: "preview",
        lines: [
          [16, 51],
          [60, 60],
        ],
        sequence: 2,
      },
    });
    const file = writePost(post);
    expect(file).toMatch(/^reactions:\n {2}- 👍 3\n {2}- ❤ 2\.49K\n {2}- '12'$/mu);
    expect(file).toMatch(/^ {2}lines: 16-51, 60$/mu);
    expect(readPost(file, "fog.md")).toEqual(post);
  });

  test("a file that an editor saved with CRLF or without its last line end holds the same post, unedited", () => {
    const post = postOf({ text: "fog\n\nsun" });
    for (const saved of [writePost(post).replaceAll("\n", "\r\n"), writePost(post).replace(/\n$/u, "")]) {
      expect(readStoredPost(saved, "fog.md")).toEqual({ post, edited: false });
    }
  });
});

describe("readStoredPost()", () => {
  const file = writePost(postOf({ text: "fog\n\nsun", tags: [{ key: "fog", label: "Fog" }] }));

  test.each([
    ["text", file.replace("sun", "rain")],
    ["title", file.replace("title: Fog over the pier", "title: Sun over the pier")],
    ["date", file.replace("date: 2025-02-04", "date: 2025-02-05").replace("date: '2025-02-04'", "date: '2025-02-05'")],
    ["a tag", file.replace("- Fog", "- Sun")],
    ["a blank line", file.replace("fog\n\nsun", "fog\nsun")],
  ])("sees that somebody changed the %s", (_, changed) => {
    expect(changed).not.toBe(file);
    expect(readStoredPost(changed, "fog.md").edited).toBe(true);
  });

  test("reads the same post from a file that a person put a comment in", () => {
    expect(readStoredPost(file.replace("---\n", "---\n# read by Ada\n"), "fog.md").post).toEqual({
      ...readPost(file, "fog.md"),
      correctedByHand: true,
    });
  });
});

describe("readPost() refuses", () => {
  const file = writePost(postOf());
  const without = (key: string): string => file.replace(new RegExp(`^${key}: .*\n`, "mu"), "");

  test.each(["id", "date", "edtf", "language", "fingerprint"])("a file without %s, and names file and key", (key) => {
    expect(refusal(without(key))).toMatch(new RegExp(`^Cannot read post "fog\\.md": ${key}: `, "u"));
  });

  test.each([
    ["id", file.replace(/^id: .*$/mu, "id: ../../x")],
    ["date", file.replace(/^date: .*$/mu, "date: 2025-02-30")],
    ["dating.basis", file.replace(/^ {2}basis: .*$/mu, "  basis: magic")],
    ["source.lines", file.replace(/^ {2}lines: .*$/mu, "  lines: from 3 to 7")],
    ["source.sequence", file.replace(/^ {2}sequence: .*$/mu, "  sequence: 0")],
    ["channel.key", file.replace(/^ {2}key: .*$/mu, "  key: ../../x")],
  ])("a broken %s, and names it", (key, broken) => {
    expect(broken).not.toBe(file);
    expect(refusal(broken).replace(/: line \d+: /u, ": ")).toContain(`Cannot read post "fog.md": ${key}: `);
  });

  test("an unknown key, and names it", () => {
    expect(refusal(file.replace("id:", "colour: grey\nid:"))).toMatch(
      /^Cannot read post "fog\.md": line \d+: front matter: .*colour/u,
    );
  });

  test("front matter that is no YAML between two lines of ---", () => {
    for (const language of ["js", "javascript", "json", "coffee", "toml"]) {
      const hostile = `---${language}\n{ "title": "fog" }\n---\nfog\n`;
      expect(refusal(hostile), language).toMatch(/^Cannot read post "fog\.md": /u);
    }
  });

  test("front matter that would run, without running it", () => {
    const before = process.env.SCROLLBACK_RAN;
    expect(refusal('---js\nprocess.env.SCROLLBACK_RAN = "yes"\n---\nfog\n')).toMatch(/^Cannot read post/u);
    expect(process.env.SCROLLBACK_RAN).toBe(before);
  });

  test("broken YAML, in one line", () => {
    const message = refusal("---\ntitle: [fog\n---\nfog\n");
    expect(message).toMatch(/^Cannot read post "fog\.md": /u);
    expect(message).not.toContain("\n");
  });

  test("a file without front matter, and an empty one", () => {
    expect(refusal("fog\n")).toMatch(/^Cannot read post "fog\.md": /u);
    expect(refusal("")).toMatch(/^Cannot read post "fog\.md": /u);
  });
});

describe("postPath()", () => {
  test("a post lies below its channel and month, by its day and id", () => {
    expect(postFilePath(postOf({ dating: stated("2025-02-04") }))).toBe("harbour/2025-02/2025-02-04-k3v9x0q2mt.md");
  });

  test("no channel key leads out of the folder", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "grapheme" }),
          fc.constantFrom("../../x", "..", "/etc", "a/../../b", "C:\\x", "", "con"),
        ),
        (key) => {
          const channel: Post["channel"] = { key, name: "x", identified: true };
          const parts = postFilePath(postOf({ channel })).split("/");
          expect(parts).toHaveLength(3);
          // A name that Windows keeps for a device ends in a hyphen.
          expect(parts[0]).toMatch(
            /^(?:[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*|(?:con|prn|aux|nul|com\d|lpt\d)-)$/u,
          );
        },
      ),
    );
  });
});
