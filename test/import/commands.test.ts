import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { filesIn, folderWith, page } from "./content-folder.ts";

const root = join(import.meta.dirname, "..", "..");

/** Runs a script as a person would, from the project's folder. */
function run(
  script: "import" | "records",
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(root, "scripts", "scrollback.ts"), script, ...args],
    { cwd: root, encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "", ...environment } },
  );
  return { status, stdout, stderr };
}

function linesOf(
  stdout: string,
): readonly { readonly id: string; readonly audit: unknown; readonly source: { readonly file: string } }[] {
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const timeout = 120_000;

describe("npm run import", { timeout }, () => {
  test("prints the ledger and the sums, what needs attention on stderr, and ends with 1 where a dump could not be read", () => {
    const content = folderWith({
      "dumps/marsh.txt": page,
      "dumps/empty.txt": "",
      "dumps/typo.txt": "fog\n",
      "dumps/typo.yml": "chanel: x\n",
    });
    const { status, stdout, stderr } = run("import", ["--content", content]);
    expect(status).toBe(1);
    expect(stdout).toMatch(/marsh\.txt .*preview .*Marsh Radio/u);
    expect(stdout).not.toContain("Cannot");
    expect(stderr).toMatch(/^Cannot read dump "empty\.txt": it is empty; save the page's text again$/mu);
    expect(stderr).toMatch(
      /^Cannot use sidecar "typo\.yml": line 1: unknown key "chanel": did you mean "channel"\? .+$/mu,
    );
    expect(stdout).toMatch(/^3 posts from 1 dump\n3 new, 0 changed, 0 gone; 0 as before$/mu);
  });

  test("ends with 1 where nothing could be read, without a stack trace, and the posts of before still stand", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    expect(run("import", ["--content", content]).status).toBe(0);
    const before = filesIn(content);
    const { status, stdout, stderr } = run("import", ["--content", content, join(content, "nowhere.txt")]);
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/^Cannot read ".*nowhere\.txt": there is no such file; check the path$/mu);
    expect(stdout + stderr).not.toMatch(/^\s+at /mu);
    expect(filesIn(content)).toEqual(before);
  });

  test("gives the same files in every time zone and locale", () => {
    const places = [
      { TZ: "Pacific/Kiritimati", LC_ALL: "ar_EG.UTF-8" },
      { TZ: "Pacific/Pago_Pago", LC_ALL: "C" },
    ];
    const [one, other] = places.map((environment) => {
      const content = folderWith({ "dumps/marsh.txt": page });
      run("import", ["--content", content], environment);
      return filesIn(content);
    });
    expect(Object.keys(one ?? {})).toHaveLength(6);
    expect(other).toEqual(one);
  });

  test("an option it does not know is told in one line", () => {
    const { status, stderr } = run("import", ["--forse"]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: unknown option '--forse'$/mu);
    expect(stderr).not.toMatch(/^\s+at /mu);
  });
});

describe("npm run records", { timeout }, () => {
  test("prints one JSON object a line on stdout and nothing else there; notices go to stderr", () => {
    const folder = folderWith({ "marsh.txt": page, "quiet.txt": "fog\n\nsun\n\nrain\n" });
    const { status, stdout, stderr } = run("records", [
      join(folder, "marsh.txt"),
      join(folder, "quiet.txt"),
      "--content",
      folder,
    ]);
    expect(status).toBe(0);
    const records = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map((record) => [record.source.file, record.text.split("\n")[0]])).toEqual([
      ["marsh.txt", "Fog on the estuary (Marsh End, February 3, 2025)"],
      ["marsh.txt", "The bell was rung on February 5, 2025."],
      ["marsh.txt", "The fog has gone."],
      ["quiet.txt", "fog"],
      ["quiet.txt", "sun"],
      ["quiet.txt", "rain"],
    ]);
    expect(stderr).toMatch(/^quiet\.txt: .+ \(plain\/separator\)$/mu);
    expect(Object.keys(filesIn(folder)).sort()).toEqual(["marsh.txt", "quiet.txt"]);
  });

  test("ends with 1 where one dump cannot be read, and still prints the records of the others", () => {
    const folder = folderWith({ "marsh.txt": page, "empty.txt": "" });
    const { status, stdout, stderr } = run("records", [
      join(folder, "empty.txt"),
      join(folder, "marsh.txt"),
      "--content",
      folder,
    ]);
    expect(status).toBe(1);
    expect(stdout.trimEnd().split("\n")).toHaveLength(3);
    expect(stderr).toContain('Cannot read dump "empty.txt": it is empty; save the page\'s text again');
    expect(stderr).not.toMatch(/^\s+at /mu);
  });

  test("prints each post of the archive once where no dump is named, those of removed dumps too", () => {
    const content = folderWith({ "dumps/saved/marsh.txt": page, "dumps/again.txt": page });
    run("import", ["--content", content]);
    rmSync(join(content, "dumps/again.txt"));
    rmSync(join(content, "dumps/saved/marsh.txt"));
    const { status, stdout, stderr } = run("records", ["--content", content]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const records = linesOf(stdout);
    const known = Object.keys(filesIn(content)).flatMap((path) => /-([0-9a-z]{10})\.md$/u.exec(path)?.[1] ?? []);
    expect(records.map(({ id }) => id).sort()).toEqual(known.sort());
    expect(records.every(({ audit }) => audit !== undefined)).toBe(true);
    expect(run("records", ["--dir", join(content, "nowhere")])).toMatchObject({
      status: 1,
      stdout: "",
      stderr: expect.stringMatching(/^Cannot find an archive/u),
    });
  });

  test("takes a dump by its path, by the name that the archive has for it, and a folder, and gives the same records", () => {
    const content = folderWith({ "dumps/saved/marsh.txt": page });
    run("import", ["--content", content]);
    const [first, ...others] = [
      join(content, "dumps/saved/marsh.txt"),
      "saved/marsh.txt",
      "saved",
      join(content, "dumps/saved"),
    ].map((named) => run("records", [named, "--content", content]));
    expect(linesOf(first?.stdout ?? "").map(({ source }) => source.file)).toEqual(Array(3).fill("saved/marsh.txt"));
    for (const other of others) expect(other).toEqual(first);
    expect(run("records", ["nowhere.txt", "--content", content])).toMatchObject({
      status: 1,
      stderr: 'Cannot read "nowhere.txt": there is no such file; check the path\n',
    });
  });

  test("gives a post the id that the archive knows it by", () => {
    const content = folderWith({ "dumps/marsh.txt": page });
    run("import", ["--content", content]);
    const known = Object.keys(filesIn(content)).flatMap((path) => /-([0-9a-z]{10})\.md$/u.exec(path)?.[1] ?? []);
    const { stdout } = run("records", [join(content, "dumps/marsh.txt"), "--content", content]);
    const ids = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id);
    expect(ids.sort()).toEqual(known.sort());
    expect(existsSync(join(content, "posts"))).toBe(true);
  });
});
