import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newSite, settleSite, swapSite } from "../../scripts/site/site-place.ts";
import { folderWith } from "../import/content-folder.ts";

/** The number of a process that is no more. */
const gone = spawnSync(process.execPath, ["-e", ""]).pid;
const workIn = (home: string): readonly string[] => readdirSync(join(home, ".cache"));

test("a site takes the place of another, and nothing else is left", async () => {
  const home = folderWith({ "_site/index.html": "old" });
  const next = newSite(join(home, "_site"));
  writeFileSync(join(next, "index.html"), "new");
  swapSite(next, join(home, "_site"));
  expect(readFileSync(join(home, "_site/index.html"), "utf8")).toBe("new");
  await expect.poll(() => workIn(home), { timeout: 20_000 }).toEqual([]);
});

test("a build that was killed between the two moves is undone by the next start", async () => {
  const home = folderWith({ "_site/index.html": "old" });
  const output = join(home, "_site");
  mkdirSync(join(home, ".cache"));
  renameSync(output, join(home, `.cache/_site-${gone}-abc123-replaced`));
  mkdirSync(join(home, `.cache/_site-${gone}-abc123`));
  settleSite(output);
  expect(readFileSync(join(output, "index.html"), "utf8")).toBe("old");
  await expect.poll(() => workIn(home), { timeout: 20_000 }).toEqual([]);
});

test("what killed builds left is cleared, what builds are at work on is not, nor what is another's", async () => {
  const home = folderWith({
    ".cache/_site-Ab12yz/index.html": "",
    ".cache/readings/a": "",
    ".cache/_site-notes/a": "",
  });
  const output = join(home, "_site");
  const own = newSite(output);
  mkdirSync(join(home, `.cache/_site-${gone}-zzzzzz`));
  settleSite(output);
  await expect.poll(() => workIn(home).length, { timeout: 20_000 }).toBe(3);
  expect(existsSync(own)).toBe(true);
  expect(existsSync(join(home, ".cache/_site-notes"))).toBe(true);
});
