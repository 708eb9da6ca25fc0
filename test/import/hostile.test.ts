import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPost } from "../../src/markdown/post-file.ts";
import { filesIn, folderWith, importInto, postsIn } from "./content-folder.ts";

const textsIn = (content: string): readonly string[] =>
  postsIn(content).map((path) => readPost(readFileSync(join(content, path), "utf8"), path).text);

const linesOf = (texts: readonly string[]): readonly string[] => texts.flatMap((text) => text.split("\n")).sort();

/** Posts that want to be a program, a template, a page or another file; all on a page that parts them surely. */
const hostilePosts = [
  "{{ 7*7 }} and {% raw %}",
  "<script>alert(1)</script>\n<img src=x onerror=alert(1)>",
  "---js\nprocess.exit(1)\n---",
  "---\nid: ../../x\n---",
  "[x](javascript:alert(1)) ![](http://evil.example/x.png)",
  "!!js/function 'x' &a [*a, *a]",
  "\u0000\u0001 bell \u0007 \u001B[31mred\u001B[0m \u007F \u0085",
  "\u202Egnp.exe\u202C \u2028 \uFEFF",
  '=HYPERLINK("http://evil.example")',
  "../../../etc/passwd",
  "$(rm -rf x) `id` ; | & > /dev/null",
  "constructor __proto__ toString",
];

const hostilePage = `Pier\n@pier_page\n1 subscriber\nDownload Telegram\n${hostilePosts.map((text) => `${text}\n👍1\n`).join("")}`;

describe("a hostile dump", () => {
  test("is imported with its text intact", () => {
    const content = folderWith({ "dumps/pier.txt": hostilePage });
    const report = importInto(content);
    expect(report.failures).toEqual([]);
    expect(linesOf(textsIn(content))).toEqual(linesOf(hostilePosts));
  });

  test("changes nothing at its second import", () => {
    const content = folderWith({ "dumps/pier.txt": hostilePage });
    importInto(content);
    const before = filesIn(content);
    expect(importInto(content)).toMatchObject({ written: 0, removed: 0 });
    expect(filesIn(content)).toEqual(before);
  });

  test.each([
    ["words", "fog over the pier ".repeat(60_000)],
    ["one word", "f".repeat(1_000_000)],
    ["emoji", "🌊".repeat(250_000)],
    ["hashtags", "#fog ".repeat(200_000)],
    ["hash signs", "#".repeat(1_000_000)],
    ["at signs", "@".repeat(1_000_000)],
    ["brackets", "([<{".repeat(250_000)],
    ["reactions that are none", `${"👍3".repeat(200_000)} x`],
    ["noscripts", "noscriptd ".repeat(100_000)],
  ])("with a line of a megabyte of %s is imported in seconds", (_, line) => {
    const content = folderWith({ "dumps/pier.txt": `The first post.\n👍1\n${line}\n👍2\nThe last post.\n👍3\n` });
    const since = process.cpuUsage();
    expect(importInto(content).failures).toEqual([]);
    expect(process.cpuUsage(since).user / 1_000_000).toBeLessThan(20);
    expect(textsIn(content).some((text) => text.replaceAll("title", "noscript").includes(line.trim()))).toBe(true);
  });

  test("of ten thousand posts is imported in seconds", { timeout: 120_000 }, () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `Line ${index % 977} of the log of the pier`);
    const content = folderWith({ "dumps/pier.txt": lines.join("\n---\n") });
    const since = process.cpuUsage();
    expect(importInto(content).posts).toBe(10_000);
    expect(process.cpuUsage(since).user / 1_000_000).toBeLessThan(60);
  });
});

describe("no name leads out of content/posts", () => {
  test.each([
    ["a sidecar's channel", { "dumps/pier.yml": "channel: ../../x\n", "dumps/pier.txt": "fog\n" }],
    ["a sidecar's channel of dots alone", { "dumps/pier.yml": 'channel: "../.."\n', "dumps/pier.txt": "fog\n" }],
    ["a page's channel", { "dumps/pier.txt": "../../../x\n5 subscribers\nDownload Telegram\nfog\n👍1\n" }],
    [
      "a page's channel that is a path of Windows",
      { "dumps/pier.txt": "C:\\x\\..\\y\n5 subscribers\nDownload Telegram\nfog\n👍1\n" },
    ],
    [
      "a page's channel with a NUL",
      { "dumps/pier.txt": "x\u0000/../y\n5 subscribers\nDownload Telegram\nfog over the whole pier\n👍1\n" },
    ],
    ["a dump's own name", { "dumps/...txt": "fog\n" }],
  ])("%s", (_, files) => {
    const content = folderWith(
      Object.fromEntries(Object.entries(files).map(([path, text]) => [`home/content/${path}`, text])),
    );
    const report = importInto(join(content, "home/content"));
    expect(report).toMatchObject({ posts: 1, failures: [] });
    const made = Object.keys(filesIn(content)).filter((path) => path.endsWith(".md"));
    expect(made).toEqual([
      expect.stringMatching(/^home\/content\/posts\/[\p{L}\p{M}\p{N}-]+\/\d{4}-\d{2}\/[\d-]+-[0-9a-z]{10}\.md$/u),
    ]);
    expect(Object.keys(filesIn(content))).toHaveLength(Object.keys(files).length + 3);
  });
});
