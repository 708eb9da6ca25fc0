import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

/** The code by path, such as `src/read/sidecar.ts`: `src`, and what is made with it. */
const files: ReadonlyMap<string, string> = new Map(
  ["src", "templates", "scripts"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/u.test(name))
      .sort()
      .map(
        (name) => [`${folder}/${name.replaceAll("\\", "/")}`, readFileSync(join(root, folder, name), "utf8")] as const,
      ),
  ),
);

/** The files of `src` alone. */
const core: ReadonlyMap<string, string> = new Map([...files].filter(([file]) => file.startsWith("src/")));

/** What each floor may know besides itself. The ground is the vocabulary: days, notices, posts, drafts and the ledger. */
const floors: Readonly<Record<string, readonly string[]>> = {
  "src/model": [],
  "src/text": ["src/model"],
  "src/read": ["src/model", "src/text"],
  "src/dating": ["src/model"],
  "src/markdown": ["src/model", "src/text"],
  "src/archive": ["src/model", "src/text", "src/markdown", "src/dialects", "src/exports"],
  "src/dialects": ["src/model", "src/read", "src/text"],
  "src/exports": ["src/model", "src/text"],
  "src/deposit": ["src/model"],
  "src/webarchive": ["src/model", "src/text", "src/exports"],
  "src/import": [
    "src/model",
    "src/text",
    "src/read",
    "src/dating",
    "src/dialects",
    "src/exports",
    "src/webarchive",
    "src/archive",
  ],
  "src/review": [
    "src/model",
    "src/text",
    "src/read",
    "src/dating",
    "src/markdown",
    "src/archive",
    "src/dialects",
    "src/import",
  ],
  "src/index.ts": ["src/model", "src/read", "src/import"],
  "src/site": ["src/model", "src/text", "src/markdown", "src/dating", "src/archive", "src/exports"],
  templates: ["src/model", "src/text", "src/markdown", "src/archive", "src/site"],
  scripts: [
    "src/model",
    "src/text",
    "src/read",
    "src/dating",
    "src/markdown",
    "src/archive",
    "src/dialects",
    "src/exports",
    "src/webarchive",
    "src/deposit",
    "src/import",
    "src/review",
    "src/site",
  ],
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

/** The floor a file lies on: its folder of `src`, or `templates` or `scripts` as a whole. */
function floorOf(file: string): string {
  const [first, second] = file.split("/");
  return first === "src" ? `src/${second}` : (first ?? "");
}

/** Lines that match, as `file:line: code`, comments left out. */
function linesWith(pattern: RegExp): readonly string[] {
  return [...core].flatMap(([file, code]) =>
    code
      .split("\n")
      .flatMap((line, index) =>
        pattern.test(line) && !/^\s*(?:\/\/|\*|\/\*)/u.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [],
      ),
  );
}

describe("the floors of the house", () => {
  test("the imports are seen", () => {
    expect(importsOf("src/import/parse.ts")).toContain("src/dialects/kinds/registry.ts");
    expect(importsOf("src/model/draft.ts")).toEqual(["src/model/day.ts", "src/model/ledger.ts", "src/model/post.ts"]);
    expect(importsOf("src/model/draft.ts", { types: false })).toEqual([]);
  });

  test("every file lies on a floor that has its place", () => {
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
    const wrong = [...core.keys()].flatMap((file) =>
      importsOf(file)
        .filter((path) => !core.has(path) && !path.endsWith(".json"))
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

  test("the site dates nothing: of the dating it knows the table of its accuracy alone", () => {
    const known = [...files.keys()].filter((file) => floorOf(file) === "src/site").flatMap((file) => importsOf(file));
    expect(new Set(known.filter((path) => floorOf(path) === "src/dating"))).toEqual(
      new Set(["src/dating/accuracy.ts"]),
    );
  });

  test("the site never sees a dump", () => {
    const wrong = [...files.keys()].filter(
      (file) =>
        floorOf(file) === "src/site" &&
        importsOf(file).some((path) => ["src/read", "src/dialects", "src/import"].includes(floorOf(path))),
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
    expect(linesWith(/from "node:(?!(?:crypto|zlib)")/u)).toEqual([]);
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
  const bare = [...core].flatMap(([file, code]) => {
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

test("one name means one thing: no two files export the same", () => {
  /** What Eleventy asks each template for, by name. */
  const asked = new Set(["data", "render"]);
  const places = new Map<string, string[]>();
  for (const [file, code] of files) {
    // What a generated file's template holds is indented or quoted; an export begins its line.
    for (const [, name = ""] of code.matchAll(
      /^export (?:async )?(?:abstract )?(?:function\*?|const|interface|type|class) (\w+)/gmu,
    )) {
      if (
        !asked.has(name) &&
        !(file === "scripts/lab/cldr-names.ts" && ["cldrNames", "nearDays", "shortWeekdays"].includes(name))
      )
        places.set(name, [...(places.get(name) ?? []), file]);
    }
  }
  expect([...places].filter(([, of]) => of.length > 1)).toEqual([]);
});

test("the map and the recipes name files that there are, and no marks of a merge stand in them", () => {
  const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" }).map((name) => `test/${name}`);
  const known = [...files.keys(), ...tests].map((file) => `/${file}`);
  const pages = ["src/README.md", "CONTRIBUTING.md"].map((page) => readFileSync(join(root, page), "utf8"));
  // `NAME` stands for a file that is to be made.
  const named = pages.flatMap((page) =>
    [...page.matchAll(/`(?<path>[\w./-]+\.tsx?)`/gu)].flatMap(({ groups }) => groups?.path ?? []),
  );
  expect(named.length).toBeGreaterThan(30);
  const lost = named.filter((path) => !path.includes("NAME") && !known.some((file) => file.endsWith(`/${path}`)));
  expect(lost).toEqual([]);
  for (const page of pages) expect(page).not.toMatch(/^(?:<{7}|={7}|>{7})(?: |$)/mu);
});
