import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseDump } from "../../src/import/parse.ts";
import type { LineRange } from "../../src/model/post.ts";
import { BadSidecar, readSidecar, type Sidecar } from "../../src/read/sidecar.ts";
import { isBlank, readSource, type SourceText } from "../../src/read/source-text.ts";
import { filesIn, folderWith, importInto, page, postsIn } from "./content-folder.ts";

const folder = join(import.meta.dirname, "..", "fixtures", "dialects");

/** The dumps of all cases of all kinds of pages, with their sidecars. */
const cases = readdirSync(folder).flatMap((kind) =>
  readdirSync(join(folder, kind)).map((name) => {
    const at = join(folder, kind, name);
    const sidecar = existsSync(join(at, "dump.yml")) ? readFileSync(join(at, "dump.yml"), "utf8") : "";
    const text = readFileSync(join(at, "dump.txt"), "utf8");
    return { name: `${kind}/${name}`, text, sidecar: readSidecar(sidecar, "dump.yml") };
  }),
);

const sourceOf = (text: string): SourceText => readSource(new TextEncoder().encode(text), "dump.txt");

const outside = (sidecar: Sidecar, ...lines: readonly LineRange[]): Sidecar => ({
  ...sidecar,
  boundaries: { start: [], join: [], ...sidecar.boundaries, outside: lines.map((each) => ({ lines: each })) },
});

const menu = ["Offers Vacancies", "Imprint"];

describe.each(cases)("lines outside posts, on $name", ({ text, sidecar }) => {
  const source = sourceOf(text);
  const whole = parseDump(source, sidecar);

  test("lines of a menu in a post are in none, and the page is read as without them", () => {
    const wanted = whole.posts.map((post) => post.text);
    const inner = whole.posts.flatMap(({ draft }) =>
      draft.text.slice(1).filter((line) => !isBlank(source.lines[line - 1] ?? "")),
    );
    const at = inner[Math.floor(inner.length / 2)];
    // A sidecar's lines would have to move with the text.
    if (at === undefined || sidecar.boundaries !== undefined) return;
    const lines = source.lines.toSpliced(at - 1, 0, ...menu);
    const read = parseDump(sourceOf(lines.join("\n")), outside(sidecar, [at, at + 1]));
    expect(read.dialect).toBe(whole.dialect);
    expect(read.posts.map((post) => post.text)).toEqual(wanted);
    expect(read.roles.slice(at - 1, at + 1)).toEqual(["furniture", "furniture"]);
  });

  test("each line of a post can be outside, and no line is lost", () => {
    if (sidecar.boundaries !== undefined) return;
    for (const { draft } of whole.posts) {
      const line = draft.lines[Math.floor(draft.lines.length / 2)]?.line ?? 1;
      const { roles, posts } = parseDump(source, outside(sidecar, [line, line]));
      expect(roles[line - 1]).toBe("furniture");
      expect(roles.map((role) => role === "blank")).toEqual(source.lines.map(isBlank));
      const owned = posts.flatMap((post) => post.draft.lines.map((own) => own.line));
      expect(owned).not.toContain(line);
      expect(new Set(owned).size).toBe(owned.length);
    }
  });
});

describe("lines outside posts, in an archive", () => {
  const dump = page.replace("The bell was rung", "Follow us on paper\nThe bell was rung");
  const at = dump.split("\n").indexOf("Follow us on paper") + 1;
  const told = (content: string): string => filesIn(content)["ledger.json"] ?? "";

  test("are taken out of a known post, which keeps its id and address, and stay out", () => {
    const content = folderWith({ "dumps/marsh.txt": dump });
    importInto(content);
    const idsIn = (): readonly (string | undefined)[] =>
      postsIn(content).map((name) => /^id: (.+)$/mu.exec(readFileSync(join(content, name), "utf8"))?.[1]);
    const before = idsIn();
    writeFileSync(
      join(content, "dumps/marsh.yml"),
      `boundaries:\n  outside:\n    - { lines: ${at}, by: Ada } # the site's own\n`,
    );
    const report = importInto(content);
    expect(idsIn()).toEqual(before);
    expect(postsIn(content).some((name) => readFileSync(join(content, name), "utf8").includes("Follow us"))).toBe(
      false,
    );
    expect(report.notices.filter(({ rule }) => rule.startsWith("posts/"))).toEqual([]);
    const ledger = JSON.parse(told(content)) as { dumps: readonly { roles: object; outside: object }[] };
    expect(ledger.dumps[0]?.outside).toEqual([{ lines: [at, at], by: "Ada" }]);
    expect(ledger.dumps[0]?.roles).toMatchObject({ furniture: 5 });
    const after = filesIn(content);
    importInto(content);
    expect(filesIn(content)).toEqual(after);
  });

  test("may be the page's head, which still names the channel", () => {
    const { channel, posts } = parseDump(sourceOf(dump), outside({}, [1, 4]));
    expect(channel.name).toBe("Marsh Radio");
    expect(posts.map(({ text }) => text)).toEqual(parseDump(sourceOf(dump), {}).posts.map(({ text }) => text));
  });

  test("may be the whole dump, which then has no post", () => {
    const { posts, roles } = parseDump(sourceOf("The pier is shut.\n\nIt is open."), outside({}, [1, 3]));
    expect(posts).toEqual([]);
    expect(roles).toEqual(["furniture", "blank", "furniture"]);
  });

  test.each([
    [[3, 90], "lines 3-90: the dump has 13 lines; write lines from 1 to 13"],
    [[90, 90], "line 90: the dump has 13 lines; write lines from 1 to 13"],
    [[6, 6], "line 6: that line is blank; write lines that have text, or delete it"],
  ] as const)("that the dump does not have are refused with what to write (%s)", (lines, problem) => {
    const read = (): unknown => parseDump(sourceOf(dump), outside({}, lines));
    expect(read).toThrow(BadSidecar);
    expect(read).toThrow(`Cannot use the sidecar of "dump.txt": key "boundaries.outside" names ${problem}`);
  });

  test("leave a note over the text readable above them, and below", () => {
    const note = "Source: https://t.me/s/marsh_radio\nRetrieved: 2025-03-01\n\n";
    const text = "The pier is shut.\n\n\nIt is open on 4 May.\n\n\nThe boat is back.\n";
    for (const [own, line] of [
      [`${note}Sign in\n\n${text}`, 4],
      [`Sign in\n${note}${text}`, 1],
    ] as const) {
      const { sidecar, posts } = parseDump(sourceOf(own), outside({}, [line, line]));
      expect(sidecar.retrieved).toBe("2025-03-01");
      expect(posts[0]?.text).toBe("The pier is shut.");
    }
  });
});
