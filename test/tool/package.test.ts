import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, test } from "vitest";
import { page } from "../import/content-folder.ts";
import { lastingFolder } from "./lasting-folder.ts";

const root = join(import.meta.dirname, "..", "..");

/** A later capture of the same page: a post more. */
const laterPage = `${page.trimEnd()}\nThe ferry runs again from February 9, 2025.\n`;

/**
 * The package as a user gets it: packed, and installed into an empty folder by npm. Where npm reaches no registry and its cache lacks a
 * dependency, the package is unpacked by hand and its dependencies are those of this checkout, by links.
 */
describe("an installed package", { timeout: 240_000 }, () => {
  let home = "";
  let installed = false;

  beforeAll(() => {
    home = lastingFolder();
    const [packed] = JSON.parse(
      execFileSync("npm", ["pack", "--json", "--pack-destination", home], {
        cwd: root,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).replace(/^[^[]*/u, ""),
    ) as readonly { readonly filename: string }[];
    const file = packed?.filename ?? "";
    const install = ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", `./${file}`];
    installed = spawnSync("npm", install, { cwd: home, stdio: "ignore", timeout: 180_000 }).status === 0;
    if (!installed) unpackInto(join(home, "node_modules"), join(home, file));
    mkdirSync(join(home, "kept"));
    writeFileSync(join(home, "kept", "marsh.txt"), page);
    writeFileSync(join(home, "kept", "marsh-later.txt"), laterPage);
  }, 240_000);

  function unpackInto(modules: string, file: string): void {
    rmSync(modules, { recursive: true, force: true });
    mkdirSync(join(modules, "scrollback"), { recursive: true });
    execFileSync("tar", ["-xzf", file, "--strip-components=1", "-C", join(modules, "scrollback")]);
    for (const name of readdirSync(join(root, "node_modules"))) {
      if (name.startsWith(".") || name === "scrollback") continue;
      symlinkSync(join(root, "node_modules", name), join(modules, name));
    }
  }

  function scrollback(args: readonly string[], cwd: string) {
    const entry = join(home, "node_modules", "scrollback", "dist", "scripts", "scrollback.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    return { status, stdout, stderr };
  }

  test("tells its version and the help of each command", () => {
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
    expect(scrollback(["--version"], home).stdout.trim()).toBe(version);
    for (const command of ["init", "import", "build", "serve", "records", "verify"]) {
      const { status, stdout } = scrollback([command, "--help"], home);
      expect(status).toBe(0);
      expect(stdout).toContain("Exit status:");
    }
  });

  test("makes an archive, imports a dump and a later one, and builds a site that can be searched, twice", () => {
    const made = scrollback(["init", "marsh"], home);
    expect(made.status).toBe(0);
    expect(made.stdout).toMatch(
      /^Next:\n {2}npx scrollback import DUMP\.txt --dir marsh\n {2}npx scrollback serve --dir marsh\n$/mu,
    );
    const archive = join(home, "marsh");
    if (installed) {
      // The archive keeps the program that it was made with: the name alone leads to another program in the public registry.
      const { dependencies } = JSON.parse(readFileSync(join(archive, "package.json"), "utf8"));
      expect(dependencies).toEqual({ scrollback: expect.stringMatching(/^file:scrollback-.+\.tgz$/u) });
      expect(existsSync(join(archive, dependencies.scrollback.slice("file:".length)))).toBe(true);
      expect(made.stderr).toBe("");
    }
    const first = scrollback(["import", "../kept/marsh.txt"], archive);
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(scrollback(["build"], archive)).toMatchObject({ status: 0 });
    const addresses = readdirSync(join(archive, "_site", "p"));
    expect(addresses).toHaveLength(3);
    expect(scrollback(["import", "../kept/marsh-later.txt"], archive)).toMatchObject({ status: 0, stderr: "" });
    const url = "content/site.yml: url is still";
    expect(scrollback(["build"], archive)).toMatchObject({ status: 0, stderr: expect.stringContaining(url) });
    const later = readdirSync(join(archive, "_site", "p"));
    expect(later).toHaveLength(4);
    expect(later).toEqual(expect.arrayContaining(addresses));
    expect(existsSync(join(archive, "_site", "assets", "search.js"))).toBe(true);
    expect(readdirSync(join(archive, "_site", "pagefind")).length).toBeGreaterThan(1);
    const { document } = parseHTML(readFileSync(join(archive, "_site", "p", later[0] ?? "", "index.html"), "utf8"));
    expect(document.querySelector("h1")?.textContent?.trim()).not.toBe("");
    expect(scrollback(["verify"], archive)).toMatchObject({ status: 0 });
  });

  test("refuses to make an archive among other files, and to work where there is none", () => {
    const other = join(home, "kept");
    const elsewhere = join(home, "by-its-whole-path");
    expect(scrollback(["init", elsewhere], other).status).toBe(0);
    expect(existsSync(join(elsewhere, "content", "site.yml"))).toBe(true);
    expect(scrollback(["init", "."], other)).toMatchObject({ status: 1, stdout: "" });
    expect(readdirSync(other).sort()).toEqual(["marsh-later.txt", "marsh.txt"]);
    expect(scrollback(["import", "marsh.txt"], other).stderr).toMatch(/^Cannot find an archive/u);
    expect(scrollback(["build"], other).stderr).toMatch(/^Cannot find an archive: .* with npx scrollback init$/mu);
  });

  test("gives programs the pure half: the example of its documentation type-checks and runs", () => {
    const [, example = ""] = /```ts\n(?<code>.*?)```/su.exec(readFileSync(join(root, "src", "index.ts"), "utf8")) ?? [];
    const names = "parseDay, readSidecar, readSource, recordsOf, recordFields, type PostJson";
    const program = [
      `import { ${names} } from "scrollback";`,
      `const bytes = new TextEncoder().encode(${JSON.stringify(page)});`,
      example.replaceAll(/^ \* ?/gmu, ""),
      "const told: readonly PostJson[] = [...records];",
      "console.log(JSON.stringify([told.length, reports.length, failures.length, recordFields.length > 10]));",
    ].join("\n");
    const consumer = join(home, "consumer.mts");
    writeFileSync(consumer, program);
    const strict = [
      "--strict",
      "--exactOptionalPropertyTypes",
      "--skipLibCheck",
      "false",
      "--types",
      "",
      "--lib",
      "es2024,dom",
    ];
    for (const [module, resolution] of [
      ["nodenext", "nodenext"],
      ["esnext", "bundler"],
    ] as const) {
      const checked = spawnSync(
        process.execPath,
        [
          join(root, "node_modules", "typescript", "lib", "tsc.js"),
          ...strict,
          ...["--target", "es2022", "--module", module, "--moduleResolution", resolution, consumer],
        ],
        { cwd: home, encoding: "utf8" },
      );
      expect(checked.stdout).toBe("");
    }
    const { stdout, stderr } = spawnSync(process.execPath, [join(home, "consumer.mjs")], {
      cwd: home,
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    expect(stderr).toBe("");
    const lines = stdout.trim().split("\n");
    expect(lines.at(-1)).toBe("[3,1,0,true]");
    const records = lines.slice(0, -1).map((line) => JSON.parse(line) as { readonly id: string });
    // The same ids as the command gives.
    const sidecar = "channel: Harbour\nretrieved: 2026-02-11\n";
    writeFileSync(join(home, "may.txt"), page);
    writeFileSync(join(home, "may.yml"), sidecar);
    const printed = scrollback(["records", "../may.txt"], join(home, "marsh")).stdout.trim().split("\n");
    expect(printed.map((line) => (JSON.parse(line) as { readonly id: string }).id)).toEqual(
      records.map(({ id }) => id),
    );
  });

  test("is sound by publint's rules", () => {
    const copy = join(home, "lint");
    cpSync(join(home, "node_modules", "scrollback"), copy, { recursive: true });
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, "node_modules", "publint", "src", "cli.js"), "run", copy, "--strict", "--pack=false"],
      { encoding: "utf8" },
    );
    expect(stdout).toContain("All good!");
    expect(status).toBe(0);
  });
});
