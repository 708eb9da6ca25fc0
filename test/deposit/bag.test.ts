import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { ROCrate } from "ro-crate";
import { describe, expect, test } from "vitest";
import { importAll } from "../../scripts/storage/import-all.ts";
import { verifyBag } from "../../scripts/storage/verify-bag.ts";
import { writeBag } from "../../scripts/storage/write-bag.ts";
import type { Day } from "../../src/model/day.ts";
import { filesIn, folderWith, page } from "../import/content-folder.ts";
import { madePosts, tmePage, warc } from "../webarchive/made-archives.ts";

const settings =
  "title: Harbour archive\ndescription: Posts of two invented channels\nurl: https://harbour.example/\nlanguage: en\n";
const crawl = [5, 6].map((count) => ({
  url: "https://t.me/s/harbour_bell",
  date: `2024-03-1${count}T10:00:00Z`,
  body: tmePage(madePosts(count)),
}));

/** An archive of a text, a page and a web archive that is kept elsewhere, that web archive, and the folder of its deposit. */
async function deposited(): Promise<{ readonly content: string; readonly bag: string; readonly kept: string }> {
  const home = folderWith({ "crawl.warc.gz": await warc(crawl, "each") });
  const content = folderWith({
    "site.yml": settings,
    "dumps/marsh radio, 1.txt": page,
    "dumps/marsh radio, 1.yml": "retrieved: 2025-02-09\n",
    "dumps/bell.html": tmePage(madePosts(3)),
  });
  const report = await importAll({
    content,
    dumps: [join(home, "crawl.warc.gz")],
    force: false,
    today: "2025-03-01" as Day,
  });
  expect(report.failures).toEqual([]);
  const bag = join(content, "..", "deposit");
  await writeBag({ content, folder: bag, day: "2025-03-02" as Day });
  return { content, bag, kept: join(home, "crawl.warc.gz") };
}

/** What is wrong with a bag by RFC 8493, read here without a line of the program's. */
function invalid(bag: string): readonly string[] {
  const problems: string[] = [];
  const read = (name: string): string => readFileSync(join(bag, name), "utf8");
  if (!/^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n$/u.test(read("bagit.txt")))
    problems.push("bagit.txt");
  const sum = (path: string): string =>
    createHash("sha256")
      .update(readFileSync(join(bag, path)))
      .digest("hex");
  const entries = (name: string): ReadonlyMap<string, string> =>
    new Map(
      read(name)
        .trimEnd()
        .split("\n")
        .map((line): [string, string] => {
          const [hash = "", path = ""] = line.split(/\s+(?<rest>.*)/su);
          return [path.replaceAll("%0A", "\n").replaceAll("%0D", "\r").replaceAll("%25", "%"), hash];
        }),
    );
  const payload = readdirSync(join(bag, "data"), { recursive: true, encoding: "utf8" })
    .map((name) => `data/${name}`)
    .filter((name) => statSync(join(bag, name)).isFile());
  const listed = entries("manifest-sha256.txt");
  for (const path of payload) if (listed.get(path) !== sum(path)) problems.push(path);
  for (const path of listed.keys()) if (!payload.includes(path)) problems.push(path);
  for (const [path, hash] of entries("tagmanifest-sha256.txt"))
    if (!existsSync(join(bag, path)) || sum(path) !== hash) problems.push(path);
  const oxum = /^Payload-Oxum: (?<bytes>\d+)\.(?<count>\d+)$/mu.exec(read("bag-info.txt"))?.groups;
  const bytes = payload.reduce((all, path) => all + statSync(join(bag, path)).size, 0);
  if (Number(oxum?.bytes) !== bytes || Number(oxum?.count) !== payload.length) problems.push("Payload-Oxum");
  return problems;
}

function sha256sum(bag: string) {
  return spawnSync("sha256sum", ["--check", "--strict", "--quiet", "manifest-sha256.txt"], {
    cwd: bag,
    encoding: "utf8",
  });
}

describe("a deposit", { timeout: 60_000 }, () => {
  test("is a valid bag with the whole archive, its web archives too, and verify checks it as one", async () => {
    const { content, bag } = await deposited();
    expect(invalid(bag)).toEqual([]);
    expect(sha256sum(bag)).toMatchObject({ status: 0, stdout: "", stderr: "" });
    expect(await verifyBag(bag)).toMatchObject({ findings: [], posts: 9 });
    const inside = filesIn(join(bag, "data", "content"));
    expect(inside).toEqual(filesIn(content));
    expect(existsSync(join(bag, "data", "web-archives", "crawl.warc.gz"))).toBe(true);
    expect(readFileSync(join(bag, "bag-info.txt"), "utf8")).toContain("Bagging-Date: 2025-03-02\n");
  });

  test("is the same, byte for byte, when it is made again, and never written over", async () => {
    const { content, bag } = await deposited();
    const again = join(content, "..", "again");
    await writeBag({ content, folder: again, day: "2025-03-02" as Day });
    expect(filesIn(again)).toEqual(filesIn(bag));
    await expect(writeBag({ content, folder: bag, day: "2025-03-02" as Day })).rejects.toThrow(
      /^Cannot write the deposit ".*": the folder is not empty; name another one$/u,
    );
  });

  test("describes every file with its SHA-256, and leads from each post to its captures", async () => {
    const { bag } = await deposited();
    const text = readFileSync(join(bag, "data", "ro-crate-metadata.json"), "utf8");
    const crate = new ROCrate(JSON.parse(text), { array: true, link: true });
    expect(crate.rootDataset).toMatchObject({ name: ["Harbour archive"], datePublished: ["2025-03-02"] });
    const parts: readonly string[] = crate.rootDataset.hasPart.map((part: { readonly "@id": string }) => part["@id"]);
    const files = Object.keys(filesIn(join(bag, "data"))).filter((name) => name !== "ro-crate-metadata.json");
    expect(parts.map(decodeURIComponent).toSorted()).toEqual(files.toSorted());
    for (const id of parts) {
      const bytes = readFileSync(join(bag, "data", decodeURIComponent(id)));
      expect(crate.getEntity(id)).toMatchObject({
        sha256: [createHash("sha256").update(bytes).digest("hex")],
        contentSize: [`${bytes.length}`],
      });
    }
    const { "@graph": graph } = JSON.parse(text) as { readonly "@graph": readonly Readonly<Record<string, unknown>>[] };
    const ids = new Set(graph.map((entity) => entity["@id"]));
    const refs = [...JSON.stringify(graph).matchAll(/\{"@id":"(?<id>[^"]+)"\}/gu)].map(
      (match) => match.groups?.id ?? "",
    );
    expect(refs.filter((id) => !ids.has(id) && !id.startsWith("https://w3id.org/"))).toEqual([]);
    const context = new ROCrate({ "@context": "https://w3id.org/ro/crate/1.2/context", "@graph": [] });
    await context.resolveContext();
    const terms = new Set(graph.flatMap((entity) => Object.keys(entity)).filter((key) => !key.startsWith("@")));
    expect([...terms].filter((term) => context.resolveTerm(term) === undefined)).toEqual([]);
    const [capture] = graph.filter((entity) => entity.isBasedOn === "https://t.me/s/harbour_bell");
    expect(capture).toMatchObject({
      "@type": "CreativeWork",
      dateCreated: "2024-03-15T10:00:00Z",
      identifier: [expect.stringMatching(/^urn:uuid:/u), expect.stringMatching(/^sha256:/u)],
      isPartOf: [{ "@id": "web-archives/crawl.warc.gz" }],
    });
    const posts = graph.filter((entity) => JSON.stringify(entity["@type"])?.includes("SocialMediaPosting"));
    expect(posts).toHaveLength(9);
    expect(posts.flatMap((post) => post.isBasedOn)).toContainEqual({ "@id": capture?.["@id"] });
  });

  test.each([
    ["a changed post", (bag: string, post: string) => appendFileSync(join(bag, post), "fog\n"), "post"],
    [
      "a missing dump",
      (bag: string) => rmSync(join(bag, "data/content/dumps/bell.html")),
      "data/content/dumps/bell.html",
    ],
    ["a file that nobody listed", (bag: string) => writeFileSync(join(bag, "data/fog.txt"), "fog"), "data/fog.txt"],
    [
      "a changed manifest",
      (bag: string) => appendFileSync(join(bag, "manifest-sha256.txt"), "fog\n"),
      "manifest-sha256.txt",
    ],
    [
      "a renamed web archive",
      (bag: string) =>
        renameSync(join(bag, "data/web-archives/crawl.warc.gz"), join(bag, "data/web-archives/b.warc.gz")),
      "data/web-archives/crawl.warc.gz",
    ],
  ])("with %s is refused with the file's name", async (_, harm, named) => {
    const { bag } = await deposited();
    const post = Object.keys(filesIn(bag)).find((name) => name.endsWith(".md")) ?? "";
    harm(bag, post);
    const damaged = (await verifyBag(bag)).findings.filter(({ kind }) => kind === "damage").map(({ file }) => file);
    const file = named === "post" ? post : named;
    expect(damaged).toContain(file);
    expect(invalid(bag)).toContain(file);
    if (named !== "data/fog.txt") expect(sha256sum(bag).status).not.toBe(0);
  });

  test("is made and checked from the command line", async () => {
    const { content } = await deposited();
    const folder = join(content, "..", "own");
    const run = (...args: readonly string[]) =>
      spawnSync("npx", ["tsx", "scripts/scrollback.ts", ...args], { encoding: "utf8" });
    const made = run("--content", content, "package", folder, "--date", "2025-03-02");
    expect(made).toMatchObject({ status: 0, stderr: "" });
    expect(made.stdout).toMatch(
      /^\d+ files, \d+ bytes in ".*own"; check it with npm run scrollback -- verify .*".*own"\n$/u,
    );
    expect(run("verify", folder)).toMatchObject({ status: 0, stdout: expect.stringContaining("nothing damaged") });
    rmSync(join(folder, "data/content/dumps/bell.html"));
    const refused = run("verify", folder);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain("damage data/content/dumps/bell.html: it is missing;");
  });

  test("without a web archive that is away says so beside the manifest and in one line, and ends with 1", async () => {
    const { content, kept } = await deposited();
    const sha256 = createHash("sha256").update(readFileSync(kept)).digest("hex");
    const folder = join(content, "..", "partial");
    renameSync(kept, `${kept}.elsewhere`);
    const made = spawnSync("npx", ["tsx", "scripts/scrollback.ts", "--content", content, "package", folder], {
      encoding: "utf8",
    });
    expect(made.status).toBe(1);
    expect(made.stderr).toContain("crawl.warc.gz: the web archive is missing, so the deposit does not contain it");
    expect(readFileSync(join(folder, "bag-info.txt"), "utf8")).toMatch(
      new RegExp(`^Kept-Elsewhere: crawl\\.warc\\.gz, a web archive of \\d+ bytes with SHA-256 ${sha256}$`, "mu"),
    );
    expect(invalid(folder)).toEqual([]);
    expect((await verifyBag(folder)).findings).toMatchObject([{ kind: "remark", file: /crawl\.warc\.gz$/u }]);
  });

  test("without files of posts that are kept where they are published says so as well", async () => {
    const message = { id: 1, type: "message", date_unixtime: "1733000000", text: "Tide", file: "files/list.txt" };
    const json = JSON.stringify({ name: "Tidewatch", type: "public_channel", messages: [message] });
    const content = folderWith({
      "site.yml": `${settings}media: link\nmediaUrl: https://files.example/\n`,
      "dumps/export/result.json": json,
      "dumps/export/files/list.txt": "Nets\nOars\n",
    });
    await importAll({ content, dumps: [], force: false, today: "2025-03-01" as Day });
    const [stored = ""] = Object.keys(filesIn(content)).filter((path) => /^media\/.*\.txt$/u.test(path));
    const sha256 = createHash("sha256").update("Nets\nOars\n").digest("hex");
    rmSync(join(content, stored));
    const folder = join(content, "..", "partial");
    const made = spawnSync("npx", ["tsx", "scripts/scrollback.ts", "--content", content, "package", folder], {
      encoding: "utf8",
    });
    expect(made.status).toBe(1);
    expect(made.stderr).toContain("does not contain 1 media file of posts");
    expect(readFileSync(join(folder, "bag-info.txt"), "utf8")).toContain(
      `Kept-Elsewhere: ${stored}, a media file of 10 bytes with SHA-256 ${sha256}\n`,
    );
    expect(invalid(folder)).toEqual([]);
    expect((await verifyBag(folder)).findings.filter(({ kind }) => kind === "damage")).toEqual([]);
  });

  test("takes no file for a web archive that only has its name and its size", async () => {
    const { content, kept } = await deposited();
    writeFileSync(kept, Buffer.alloc(statSync(kept).size, "fog"));
    await expect(writeBag({ content, folder: join(content, "..", "wrong"), day: "2025-03-02" as Day })).rejects.toThrow(
      /^Cannot deposit ".*crawl\.warc\.gz": it is not the web archive that was imported/u,
    );
  });

  test("may have a proof of time beside its manifest, which has to be of this manifest", async () => {
    const { bag } = await deposited();
    const digest = createHash("sha256")
      .update(readFileSync(join(bag, "manifest-sha256.txt")))
      .digest();
    writeFileSync(
      join(bag, "manifest-sha256.txt.ots"),
      Buffer.concat([Buffer.from("\u0000OpenTimestamps\u0000"), digest]),
    );
    writeFileSync(join(bag, "manifest-sha256.txt.tsr"), Buffer.from("another manifest's proof"));
    expect((await verifyBag(bag)).findings.map(({ kind, file }) => [kind, file])).toEqual([
      ["damage", "manifest-sha256.txt.tsr"],
      ["remark", "manifest-sha256.txt.ots"],
    ]);
    expect(invalid(bag)).toEqual([]);
  });

  test("of names with signs that manifests write otherwise is a valid bag", async () => {
    const content = folderWith({ "site.yml": settings, "dumps/100%25 fog ☁ 'a'.txt": page });
    await importAll({ content, dumps: [], force: false, today: "2025-03-01" as Day });
    const bag = join(content, "..", "deposit");
    mkdirSync(bag);
    await writeBag({ content, folder: bag, day: "2025-03-02" as Day });
    expect(invalid(bag)).toEqual([]);
    expect((await verifyBag(bag)).findings).toEqual([]);
  });
});
