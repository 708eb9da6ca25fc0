import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { contentWith, oddPosts } from "./fixture.ts";

const root = join(import.meta.dirname, "..", "..");
const build =
  'import { buildSite } from "./scripts/site/build-site.ts"; await buildSite(process.argv[1], process.argv[2]);';

/** Where the same archive is built. */
const machines = [
  { folder: "a", TZ: "UTC", LANG: "C", umask: "022" },
  { folder: "a folder/of another/name-ö", TZ: "America/New_York", LANG: "tr_TR.UTF-8", umask: "077" },
  { folder: "b", TZ: "Asia/Kolkata", LANG: "de_DE.UTF-8", umask: "002" },
  { folder: "c", TZ: "Pacific/Auckland", LANG: "ar_EG.UTF-8", umask: "027" },
];

test("a site has the same manifest in every folder, zone, locale and umask", { timeout: 300_000 }, () => {
  const home = mkdtempSync(join(tmpdir(), "scrollback-zones-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const content = contentWith(oddPosts, join(home, "content"));
  const manifests = machines.map(({ folder, umask, ...machine }) => {
    const [own, site] = [join(home, folder, "content"), join(home, folder, "site")];
    mkdirSync(dirname(own), { recursive: true });
    cpSync(content, own, { recursive: true });
    const { status, stderr } = spawnSync(
      "sh",
      [
        "-c",
        `umask ${umask}; exec "$@"`,
        "sh",
        process.execPath,
        "--import",
        "tsx",
        "--input-type=module",
        "--eval",
        build,
        own,
        site,
      ],
      { cwd: root, encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "", ...machine, LC_ALL: machine.LANG } },
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
    return readFileSync(join(site, "manifest-sha256.txt"), "utf8");
  });
  expect(manifests[0]?.split("\n").length).toBeGreaterThan(20);
  for (const manifest of manifests.slice(1)) expect(manifest).toBe(manifests[0]);
});
