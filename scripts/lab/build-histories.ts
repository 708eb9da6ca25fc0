import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Day } from "../../src/model/day.ts";
import { buildSite } from "../site/build-site.ts";
import { digestsIn } from "../site/manifest.ts";
import { runImport } from "../storage/import-folder.ts";
import { storeFolder } from "../storage/store.ts";
import { pick, type Random, randomFrom } from "./made-dumps.ts";

/*
 * `npx tsx scripts/lab/build-histories.ts [HISTORIES] [FIRST]`: imports, edits, withdraws, renames and sets at random, builds after each step over
 * the site that stands, and compares it with a build from nothing. Ends with status 1 where a byte differs.
 */
const [histories = 20, first = 1] = process.argv.slice(2).map(Number);
const stepsEach = 3;
let [builds, kept, pages, wrong] = [0, 0, 0, 0];

async function tryHistory(folder: string, seed: number): Promise<void> {
  const random = randomFrom(seed);
  const content = join(folder, "content");
  mkdirSync(join(content, "dumps"), { recursive: true });
  write(content, "site.yml", siteYml);
  for (const name of names) if (random() < 0.7) write(content, join("dumps", name), dumpOf(name, random));
  const said: string[] = [];
  const links = random() < 0.3 ? "files" : "folders";
  for (let step = 0; step <= stepsEach; step += 1) {
    if (step > 0) {
      const changes = 1 + Math.floor(random() * 2);
      for (let count = 0; count < changes; count += 1) said.push(change(content, random));
    }
    const terms = { content, dumps: [], force: false, today: "2025-06-01" as Day };
    runImport({ ...terms, store: storeFolder(content) });
    const report = await buildSite(content, join(folder, "_site"), { links });
    builds += 1;
    // What a build tells of its pages changes nothing for an import, which therefore knows that it has nothing to do.
    const before = digestsIn(content);
    const again = runImport(terms);
    if (again.written + again.removed > 0 || !same(before, digestsIn(content))) {
      wrong += 1;
      process.stderr.write(`history ${seed}, step ${step} (${said.join("; ")}): an import behind the build writes\n`);
    }
    kept += report.keptPages;
    pages += report.posts;
    if (step > 0 && step < stepsEach && random() < 0.5) continue;
    const anew = join(mkdtempSync(join(folder, "anew-")), "_site");
    await buildSite(content, anew, { links });
    const unlike = unlikeFiles(join(folder, "_site"), anew);
    if (unlike.length === 0) continue;
    wrong += 1;
    process.stderr.write(`history ${seed}, step ${step} (${said.join("; ")}): ${unlike.slice(0, 10).join(", ")}\n`);
  }
}

function same(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, digest]) => other.get(path) === digest);
}

function unlikeFiles(one: string, other: string): readonly string[] {
  const [ours, theirs] = [digestsIn(one), digestsIn(other)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((path) => ours.get(path) !== theirs.get(path));
}

const siteYml = "title: Pier\ndescription: Pier\nurl: https://example.org/\nlanguage: en\n";
const names = ["marsh.txt", "harbour.txt", "quay.txt", "isle.txt"];
const sentences = [
  "The pier is mended since March 2, 2025. #Pier",
  "The ferry sails on March 9, 2025, if the fog has gone. #Ferry",
  "Fog on the estuary (Marsh End, February 3, 2025)",
  "The crane of the north quay was sold to the isle for a good price.",
  "The bell was rung on February 5, 2025. #Bell",
  "Small boats should wait for the second bell, says the harbour master.",
  "The isle has sheep, and a post office since May 2, 2025. #Isle",
  "Forwarded from Harbour\nThe ferry sails on March 9, 2025, if the fog has gone. #Ferry",
];

function dumpOf(name: string, random: Random): string {
  const posts = Array.from({ length: 2 + Math.floor(random() * 5) }, () => {
    const own = random() < 0.4 ? ` Note ${Math.floor(random() * 40)}.` : "";
    return `${pick(sentences, random)}${own}`;
  });
  if (name === "marsh.txt")
    return `Marsh Radio\n@marsh_radio\n802 subscribers\nDownload Telegram\n${posts.map((post) => `${post}\n👍${1 + Math.floor(random() * 9)}`).join("\n")}\n`;
  return `${posts.join("\n\n-----\n\n")}\n`;
}

/** Does one thing that people do to an archive between two builds, and says what. */
function change(content: string, random: Random): string {
  const name = pick(names, random);
  const sidecar = join("dumps", name.replace(".txt", ".yml"));
  const happening = pick(happenings, random);
  switch (happening) {
    case "dump":
      write(content, join("dumps", name), dumpOf(name, random));
      break;
    case "no dump":
      rmSync(join(content, "dumps", name), { force: true });
      rmSync(join(content, sidecar), { force: true });
      break;
    case "rename":
      write(
        content,
        sidecar,
        `channel: ${pick(["Harbour", "Harbour News", "Quay", "Isle"], random)}\nretrieved: 2025-0${3 + Math.floor(random() * 3)}-12\n`,
      );
      break;
    case "settings":
      write(
        content,
        "site.yml",
        siteYml.replace("Pier", pick(["Pier", "Mole"], random)) +
          pick(["", "timezone: Europe/Oslo\n", "records: none\n", "accent: '#1f5fa8'\n"], random),
      );
      break;
    case "language":
      write(content, "site.yml", siteYml.replace("en", pick(["ru", "de", "en"], random)));
      break;
    case "withdraw":
      edit(content, random, (text) => text.replace(/^language:/mu, "withdrawn: on request\nlanguage:"));
      break;
    case "day":
      edit(content, random, (text) => text.replace(/^date: .*$/mu, `date: 2025-01-1${Math.floor(random() * 9)}`));
      break;
    case "text":
      edit(content, random, (text) => `${text.trimEnd()} An afterthought ${Math.floor(random() * 9)}. #Fog\n`);
      break;
    case "no post":
      edit(content, random, () => undefined);
      break;
  }
  return happening;
}

const happenings = [
  "dump",
  "dump",
  "no dump",
  "rename",
  "settings",
  "language",
  "withdraw",
  "day",
  "text",
  "text",
  "no post",
] as const;

function edit(content: string, random: Random, changed: (text: string) => string | undefined): void {
  const folder = join(content, "posts");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .sort();
  if (files.length === 0) return;
  const path = join(folder, pick(files, random));
  const text = changed(readFileSync(path, "utf8"));
  if (text === undefined) rmSync(path);
  else writeFileSync(path, text);
}

function write(content: string, name: string, text: string): void {
  writeFileSync(join(content, name), text);
}

for (let seed = first; seed < first + histories; seed += 1) {
  const folder = mkdtempSync(join(tmpdir(), "scrollback-histories-"));
  try {
    await tryHistory(folder, seed);
  } finally {
    // Sites that were replaced may still be on their way out.
    rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
  }
  process.stderr.write(`${seed}: ${builds} builds, ${kept} of ${pages} pages kept, ${wrong} wrong\n`);
}
process.stdout.write(
  `${histories} histories: ${builds} builds, ${kept} of ${pages} pages kept, ${wrong} sites with wrong bytes\n`,
);
process.exitCode = wrong === 0 ? 0 : 1;
