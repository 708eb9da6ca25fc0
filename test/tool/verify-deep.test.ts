import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildSite } from "../../scripts/site/build-site.ts";
import { verifyDeep } from "../../scripts/site/verify-deep.ts";
import { filesIn, folderWith, importInto, page } from "../import/content-folder.ts";

test("a new import and build find what was changed in an archive or its site, and change nothing", {
  timeout: 240_000,
}, async () => {
  const home = folderWith({
    "content/dumps/marsh.txt": page,
    "content/site.yml": "title: Marsh\ndescription: Posts.\nurl: https://marsh.example/\nlanguage: en\n",
  });
  const [content, site] = [join(home, "content"), join(home, "_site")];
  importInto(content);
  await buildSite(content, site);
  const before = filesIn(home);
  expect(await verifyDeep(content, site, "folders")).toEqual([]);
  expect(filesIn(home)).toEqual(before);

  writeFileSync(join(site, "about/index.html"), "<p>another</p>");
  writeFileSync(join(site, "added.html"), "");
  rmSync(join(site, "robots.txt"));
  expect((await verifyDeep(content, site, "folders")).map(({ file, reason }) => [file, reason.split(";")[0]])).toEqual([
    ["_site/about/index.html", "a new build gives a different result"],
    ["_site/added.html", "no dump or setting produces this file"],
    ["_site/robots.txt", "the file is missing"],
  ]);
});

test("an archive that has no site yet is what an import makes, whether its dumps came at once or one by one", async () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  importInto(content);
  writeFileSync(join(content, "dumps/pier.txt"), "A ferry was seen on May 2, 2025.\n");
  importInto(content);
  expect(await verifyDeep(content, join(content, "../_site"), "folders")).toEqual([]);
});
