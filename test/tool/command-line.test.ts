import { execSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine, programCall, type Whereabouts, withCommandLines } from "../../scripts/command-line.ts";
import { page } from "../import/content-folder.ts";
import { lastingFolder } from "./lasting-folder.ts";

const root = join(import.meta.dirname, "..", "..");
const here = { dir: "." };

const checkout: Whereabouts = { program: "/work/scrollback", checkout: true, cwd: "/work/scrollback" };
const afar: Whereabouts = { ...checkout, cwd: "/home/ada" };
const installed: Whereabouts = {
  program: "/home/ada/archives/node_modules/scrollback/dist",
  checkout: false,
  cwd: "/home/ada/archives/marsh",
};
const global: Whereabouts = { ...installed, program: "/usr/lib/node_modules/scrollback/dist" };

describe("commands that the program prints", () => {
  test("begin as the program can be called from where the user is", () => {
    expect(programCall(checkout)).toBe("npm run scrollback --");
    expect(programCall(afar)).toBe("npm --prefix /work/scrollback run scrollback --");
    expect(programCall(installed)).toBe("npx scrollback");
    expect(programCall({ ...installed, cwd: "/home/ada/archives" })).toBe("npx scrollback");
    expect(programCall({ ...installed, cwd: "/home/ada/archives-of-old" })).toBe("scrollback");
    expect(programCall(global)).toBe("scrollback");
  });

  test("name the archive as the user named it, as a whole path where npm runs them in another folder", () => {
    expect(commandLine("serve", here, checkout)).toBe("npm run scrollback -- serve");
    expect(commandLine("serve", { dir: "../marsh" }, checkout)).toBe("npm run scrollback -- serve --dir ../marsh");
    expect(commandLine("serve", here, afar)).toBe(
      "npm --prefix /work/scrollback run scrollback -- serve --dir /home/ada",
    );
    expect(commandLine("serve", { dir: ".", content: "my content" }, installed)).toBe(
      "npx scrollback serve --content 'my content'",
    );
    expect(commandLine("serve", { dir: "Ada's" }, installed)).toBe("npx scrollback serve --dir 'Ada'\\''s'");
  });

  test("stand in a message in place of the short ones, and nothing else is changed", () => {
    const told = (text: string): string => withCommandLines(text, { dir: "marsh" }, installed);
    expect(told('if it was renamed, run scrollback import, then scrollback remove "a.txt"')).toBe(
      'if it was renamed, run npx scrollback import --dir marsh, then npx scrollback remove --dir marsh "a.txt"',
    );
    for (const text of [
      'Cannot read dump "scrollback import.txt": it is empty',
      "scrollback imports.txt: posts",
      "../scrollback verify",
      "Scrollback import",
      "Usage: npx scrollback review [options]",
    ])
      expect(told(text)).toBe(text);
  });

  test("are made in one place: no other file of the program calls itself by npx or npm run", () => {
    const files = ["src", "scripts"].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/u.test(file) && !file.startsWith("lab"))
        .map((file) => join(folder, file)),
    );
    const callers = files.filter((file) =>
      /npx scrollback|npm run scrollback/u.test(readFileSync(join(root, file), "utf8")),
    );
    expect(callers).toEqual([join("scripts", "command-line.ts")]);
  });

  test("include each command that the program has", () => {
    const names = readdirSync(join(root, "scripts", "commands")).map((file) => file.replace(/\.ts$/u, ""));
    const commands = names.filter((name) => name !== "say" && name !== "print-import");
    expect(commands.length).toBeGreaterThan(8);
    for (const name of commands)
      expect(withCommandLines(`run scrollback ${name}`, here, global)).toBe(`run scrollback ${name}`);
    for (const name of commands)
      expect(withCommandLines(`run scrollback ${name}`, here, installed)).toBe(`run npx scrollback ${name}`);
  });
});

describe("in a checkout", { timeout: 120_000 }, () => {
  const run = (args: readonly string[]) => {
    const entry = ["--import", "tsx", join(root, "scripts", "scrollback.ts"), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, entry, {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NODE_OPTIONS: "" },
    });
    return { status, stdout, stderr };
  };

  test("the commands that init prints work as they are printed, and the help and the errors name such ones", () => {
    const folder = lastingFolder();
    writeFileSync(join(folder, "marsh.txt"), page);
    const { status, stdout, stderr } = run(["init", join(folder, "marsh bay")]);
    expect(status).toBe(0);
    expect(stderr).toContain("The archive does not contain the program");
    const [, next = ""] = /^Next:\n {2}(.+)\n {2}.+\n$/mu.exec(stdout) ?? [];
    const line = next.replace("DUMP.txt", `"${join(folder, "marsh.txt")}"`);
    expect(execSync(line, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })).toMatch(/^3 posts/mu);
    expect(run(["import", "--help"]).stdout).toMatch(/^Usage: npm run scrollback -- import /mu);
    expect(run(["package", "--help"]).stdout).toContain("Check it with npm run scrollback -- verify FOLDER");
    expect(run(["build", "--dir", folder]).stderr).toContain(
      `create one with npm run scrollback -- init --dir ${folder}`,
    );
  });

  test("--json prints JSON, whatever names stand in it", () => {
    const folder = lastingFolder();
    run(["init", join(folder, "marsh")]);
    const name = "fog\u202Ebell.txt";
    writeFileSync(join(folder, name), page);
    const imported = run(["import", join(folder, name), "--json", "--dir", join(folder, "marsh")]);
    expect(JSON.parse(imported.stdout)).toMatchObject({ posts: 3, dumps: [{ file: name }] });
    expect(imported.stdout).not.toContain("\u202E");
    expect(JSON.parse(run(["verify", "--json", "--dir", join(folder, "marsh")]).stdout)).toMatchObject({
      findings: [],
    });
  });
});
