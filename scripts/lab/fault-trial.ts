import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { digestsIn } from "../site/manifest.ts";
import { settleSite } from "../site/site-place.ts";
import { unfinishedName } from "../storage/unfinished.ts";
import { verifyArchive } from "../storage/verify-folder.ts";
import type { Fault } from "./failing-disk.ts";

const root = join(import.meta.dirname, "..", "..");
const settings = "title: Reed Bank\ndescription: Posts.\nurl: https://reed.example/\nlanguage: en\n";
const pageOf = (posts: readonly string[]): string => `${posts.join("\n\n-----\n\n")}\n`;
const ferries = [
  "The ferry sailed on March 1, 2025. #Ferry",
  "Berth two was free.",
  "Ice came on March 9, 2025.",
  "The ferry lay still. #Ice",
];

/** A command and the archive that it is tried on, which it has work for. */
export interface Trial {
  readonly command: "import" | "build";
  readonly home: string;
  /** Calls of an undisturbed run. */
  readonly calls: number;
  /** What an undisturbed run leaves. */
  readonly after: ReadonlyMap<string, string>;
  readonly close: () => void;
}

/** An archive that was built once and whose next import makes, moves and joins posts. */
export async function newTrial(command: Trial["command"]): Promise<Trial> {
  const home = mkdtempSync(join(tmpdir(), "scrollback-faults-"));
  const before = join(home, "before");
  mkdirSync(join(before, "content", "dumps"), { recursive: true });
  writeFileSync(join(before, "content", "site.yml"), settings);
  const dumps = join(before, "content", "dumps");
  writeFileSync(join(dumps, "march.txt"), pageOf(ferries));
  writeFileSync(join(dumps, "march.yml"), "channel: Reed Bank\nretrieved: 2025-03-12\n");
  await run("build", before);
  const later = [...ferries.slice(2), "The thaw began on March 20, 2025.", "All berths are free. #Ferry"];
  writeFileSync(join(dumps, "later.txt"), pageOf(later));
  writeFileSync(join(dumps, "later.yml"), "channel: Reed Bank\nhandle: reed_bank\nretrieved: 2025-03-25\n");
  const done = join(home, "done");
  cpSync(before, done, { recursive: true });
  const calls = await run(command, done, { at: 0, kind: "kill" });
  return { command, home, calls, after: left(done), close: () => rmSync(home, { recursive: true, force: true }) };
}

/** What is wrong after a fault before a call, and after the next run; empty where nothing is. */
export async function faultsAt(
  { command, home, after }: Trial,
  fault: Pick<Fault, "at" | "kind">,
): Promise<readonly string[]> {
  const place = mkdtempSync(join(home, "try-"));
  const wrong: string[] = [];
  try {
    cpSync(join(home, "before"), place, { recursive: true });
    await run(command, place, fault);
    const { findings } = await verifyArchive(join(place, "content"));
    const damage = findings.filter(({ kind, file }) => kind === "damage" && file !== unfinishedName);
    wrong.push(...damage.map(({ file, reason }) => `verify: ${file}: ${reason}`));
    // What a start does first.
    settleSite(join(place, "_site"));
    if (!existsSync(join(place, "_site", "index.html"))) wrong.push("the site is gone");
    await run(command, place);
    const now = left(place);
    for (const path of new Set([...now.keys(), ...after.keys()]))
      if (now.get(path) !== after.get(path)) wrong.push(`the next run: ${path} differs`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return wrong.map((what) => `${fault.kind} before call ${fault.at}: ${what}`);
}

/** The bytes of an archive and its site; what waits to be removed beside them is none of it. */
function left(place: string): ReadonlyMap<string, string> {
  const files = ["content", "_site"].flatMap((folder) =>
    [...digestsIn(join(place, folder))].map(([path, digest]) => [`${folder}/${path}`, digest] as const),
  );
  return new Map(files.filter(([path]) => !path.endsWith(".import.lock")));
}

/** Runs a command to its end, whatever that is, and gives its calls. */
async function run(command: Trial["command"], place: string, fault?: Pick<Fault, "at" | "kind">): Promise<number> {
  const tally = `${place}.tally`;
  const layer = fault === undefined ? [] : ["--import", join(root, "scripts", "lab", "failing-disk.ts")];
  const told = { below: place, tally, ...fault };
  const child = spawn(
    process.execPath,
    ["--import", "tsx", ...layer, join(root, "scripts", "scrollback.ts"), command, "-C", place],
    {
      cwd: root,
      stdio: "ignore",
      env: { ...process.env, NODE_OPTIONS: "", ...(fault && { SCROLLBACK_FAULT: JSON.stringify(told) }) },
    },
  );
  await new Promise((done) => child.on("close", done));
  const calls = existsSync(tally) ? statSync(tally).size : 0;
  rmSync(tally, { force: true });
  return calls;
}
