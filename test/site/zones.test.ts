import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contentWith, oddPosts } from "./fixture.ts";

const root = join(import.meta.dirname, "..", "..");
const build =
  'import { buildSite } from "./scripts/site/build-site.ts"; await buildSite(process.argv[1], process.argv[2]);';

test("a site is the same, byte for byte, wherever it is built", { timeout: 300_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-zones-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const content = contentWith(oddPosts, join(folder, "content"));
  const sites = ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"].map((TZ) => {
    const site = join(folder, TZ.replace("/", "-"));
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", build, content, site],
      { cwd: root, encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "", TZ } },
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    return digestsOf(site);
  });
  expect(Object.keys(sites[0] ?? {}).length).toBeGreaterThan(20);
  for (const site of sites.slice(1)) expect(site).toEqual(sites[0]);
});

/** Every page and feed of a site by its path; the search index is a program's own and names its files by itself. */
function digestsOf(site: string): Readonly<Record<string, string>> {
  const files = readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(?:html|xml|txt|json)$/u.test(file) && !file.startsWith("pagefind"))
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(join(site, file)))
        .digest("hex"),
    ]),
  );
}
