import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** The source files by path, such as `src/read/sidecar.ts`, with their code. */
const files: ReadonlyMap<string, string> = new Map(
  readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name))
    .sort()
    .map((name) => [`src/${name.replaceAll("\\", "/")}`, readFileSync(join(root, "src", name), "utf8")]),
);

/** What each floor may know besides itself. The ground is the vocabulary: days, notices, posts, drafts and the ledger. */
const floors: Readonly<Record<string, readonly string[]>> = {
  "day.ts": [],
  "row.ts": [],
  "enlarged.ts": [],
  "numbered-places.ts": ["enlarged.ts"],
  "notice.ts": [],
  "post.ts": ["day.ts"],
  "ledger.ts": ["day.ts", "notice.ts", "post.ts"],
  "draft.ts": ["post.ts", "ledger.ts"],
  text: ["post.ts"],
  read: ["day.ts", "ledger.ts"],
  dating: ["day.ts", "post.ts", "ledger.ts"],
  markdown: ["day.ts", "post.ts", "text"],
  archive: ["day.ts", "post.ts", "row.ts", "enlarged.ts", "notice.ts", "ledger.ts", "text", "markdown"],
  dialects: ["post.ts", "draft.ts", "ledger.ts", "read", "text"],
  exports: ["day.ts", "post.ts", "row.ts", "numbered-places.ts", "ledger.ts", "text"],
  "record.ts": ["post.ts"],
  "import.ts": [
    "day.ts",
    "notice.ts",
    "post.ts",
    "ledger.ts",
    "draft.ts",
    "text",
    "read",
    "dating",
    "dialects",
    "archive",
  ],
  "import-export.ts": ["ledger.ts", "post.ts", "row.ts", "read", "exports", "import.ts"],
  site: ["day.ts", "notice.ts", "post.ts", "ledger.ts", "record.ts", "text", "markdown", "dating", "archive"],
};

/** The files that a file imports by a relative path; types alone are left out where asked. */
function importsOf(file: string, { types }: { readonly types: boolean } = { types: true }): readonly string[] {
  const statements = (files.get(file) ?? "").matchAll(
    /^(?:import|export)(?<type> type)?(?: [^;"=]*? from)? "(?<path>\.[^"]+)"|\bimport\("(?<lazy>\.[^"]+)"\)/gmu,
  );
  return [...statements]
    .filter((match) => types || match.groups?.type === undefined)
    .map((match) => posix.join(posix.dirname(file), match.groups?.path ?? match.groups?.lazy ?? ""));
}

/** The floor a file of `src` lies on: its folder, or the file itself. */
function floorOf(file: string): string {
  return file.split("/")[1] ?? "";
}

/** Lines that match, as `file:line: code`, comments left out. */
function linesWith(pattern: RegExp): readonly string[] {
  return [...files].flatMap(([file, code]) =>
    code
      .split("\n")
      .flatMap((line, index) =>
        pattern.test(line) && !/^\s*(?:\/\/|\*|\/\*)/u.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
}

describe("the floors of the house", () => {
  test("the imports are seen", () => {
    expect(importsOf("src/import.ts")).toContain("src/dialects/registry.ts");
    expect(importsOf("src/draft.ts")).toEqual(["src/ledger.ts", "src/post.ts"]);
    expect(importsOf("src/draft.ts", { types: false })).toEqual([]);
  });

  test("every file of src lies on a floor that has its place", () => {
    const strangers = [...files.keys()].filter((file) => !(floorOf(file) in floors));
    expect(strangers, "give each new folder its place in the table of floors").toEqual([]);
  });

  test("no arrow runs up: each floor imports only from the floors below it", () => {
    const wrong = [...files.keys()].flatMap((file) =>
      importsOf(file)
        .filter((path) => floorOf(path) !== floorOf(file) && !floors[floorOf(file)]?.includes(floorOf(path)))
        .map((path) => `${file} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test("every import of src leads to a file of src, never to scripts or templates", () => {
    const wrong = [...files.keys()].flatMap((file) =>
      importsOf(file)
        .filter((path) => !files.has(path))
        .map((path) => `${file} imports ${path}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no import runs in a circle", () => {
    expect([...files.keys()].flatMap((file) => circleFrom(file, { types: false }) ?? [])).toEqual([]);
  });

  test("no import of a type runs in a circle either", () => {
    expect([...files.keys()].flatMap((file) => circleFrom(file, { types: true }) ?? [])).toEqual([]);
  });

  test("the site never sees a dump", () => {
    const wrong = [...files.keys()].filter(
      (file) =>
        floorOf(file) === "site" &&
        importsOf(file).some((path) => ["read", "dialects", "import.ts"].includes(floorOf(path))),
    );
    expect(wrong).toEqual([]);
  });
});

/** The first circle of imports through a file, as `a → b → a`. */
function circleFrom(start: string, kinds: { readonly types: boolean }): string | undefined {
  const seen = new Set<string>();
  const stack: (readonly string[])[] = [[start]];
  for (let path = stack.pop(); path !== undefined; path = stack.pop()) {
    for (const next of importsOf(path.at(-1) ?? "", kinds)) {
      if (next === start) return [...path, next].join(" → ");
      if (seen.has(next)) continue;
      seen.add(next);
      stack.push([...path, next]);
    }
  }
  return undefined;
}

describe("the core is pure", () => {
  test("src touches no disk, no network, no process and no clock", () => {
    expect(linesWith(/from "node:(?!crypto")/u)).toEqual([]);
    expect(linesWith(/\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/u)).toEqual([]);
  });

  test("src has no way around the types", () => {
    expect(linesWith(/\bas any\b|:\s*any\b|<any>|@ts-ignore|@ts-nocheck|biome-ignore/u)).toEqual([]);
  });

  test("src prints nothing", () => {
    expect(linesWith(/\bconsole\./u)).toEqual([]);
  });
});

test("everything that src exports says in a docstring what it means", () => {
  const bare = [...files].flatMap(([file, code]) => {
    const lines = code.split("\n");
    return lines.flatMap((line, index) => {
      const name = /^export (?:async )?(?:function\*?|const|interface|type|class) (?<name>\w+)/u.exec(line)?.groups
        ?.name;
      // A word to Biome may stand between a docstring and what it speaks of.
      const above = lines.slice(0, index).findLast((before) => !before.startsWith("//"));
      return name !== undefined && !above?.trim().endsWith("*/") ? [`${file}:${index + 1}: ${name}`] : [];
    });
  });
  expect(bare, "write a sentence of meaning above each").toEqual([]);
});
