import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Day } from "../../src/model/day.ts";
import { buildSite } from "../site/build-site.ts";
import { digestsIn } from "../site/manifest.ts";
import { settleSite } from "../site/site-place.ts";
import { importAll } from "../storage/import-all.ts";
import { lockName } from "../storage/lock.ts";
import { storeFolder } from "../storage/store.ts";
import { unfinishedName } from "../storage/unfinished.ts";
import { verifyBag } from "../storage/verify-bag.ts";
import { verifyArchive } from "../storage/verify-folder.ts";
import { writeBag } from "../storage/write-bag.ts";
import type { Fault } from "./failing-disk.ts";
import { answerAll } from "./fault-answers.ts";

const root = join(import.meta.dirname, "..", "..");
const settings = "title: Reed Bank\ndescription: Posts.\nurl: https://reed.example/\nlanguage: en\n";
const day = "2026-02-01" as Day;
const pageOf = (posts: readonly string[]): string => `${posts.join("\n\n-----\n\n")}\n`;
const ferries = [
  "The ferry sailed on March 1, 2025. #Ferry",
  "Berth two was free.",
  "Ice came on March 9, 2025.",
  "The ferry lay still. #Ice",
];

/** A command that faults are tried on: its program with arguments, and the same without a fault, in this process. */
interface Tried {
  readonly program: (place: string) => readonly string[];
  readonly again: (place: string) => Promise<unknown>;
}

const scrollback = join("scripts", "scrollback.ts");
const deposit = "deposit";
const importing = (place: string): Promise<unknown> => {
  const content = join(place, "content");
  return importAll({ content, dumps: [], force: false, today: day, store: storeFolder(content) });
};
const commands = {
  import: { program: (place) => [scrollback, "import", "-C", place], again: importing },
  build: {
    program: (place) => [scrollback, "build", "-C", place],
    again: async (place) => {
      await importing(place);
      await buildSite(join(place, "content"), join(place, "_site"));
    },
  },
  review: {
    program: (place) => [join("scripts", "lab", "fault-answers.ts"), "-C", place],
    again: async (place) => {
      answerAll(join(place, "content"));
      await importing(place);
    },
  },
  package: {
    program: (place) => [scrollback, "package", join(place, deposit), "--date", day, "-C", place],
    again: async (place) => {
      const folder = join(place, deposit);
      if (!existsSync(folder)) await writeBag({ content: join(place, "content"), folder, day });
    },
  },
} as const satisfies Record<string, Tried>;

/** The commands that faults are tried on. */
export const triedCommands = Object.keys(commands) as readonly (keyof typeof commands)[];

/** A command and the archive that it is tried on, which it has work for. */
export interface Trial {
  readonly command: keyof typeof commands;
  readonly home: string;
  /** A letter for each call of an undisturbed run, see `Fault`. */
  readonly calls: string;
  /** What an undisturbed run leaves. */
  readonly after: ReadonlyMap<string, string>;
  readonly close: () => void;
}

/** An archive that was built once and whose next import makes, moves and joins posts; a review or a deposit has it imported. */
export async function newTrial(command: Trial["command"]): Promise<Trial> {
  const home = mkdtempSync(join(tmpdir(), "scrollback-faults-"));
  const before = join(home, "before");
  mkdirSync(join(before, "content", "dumps"), { recursive: true });
  writeFileSync(join(before, "content", "site.yml"), settings);
  const dumps = join(before, "content", "dumps");
  writeFileSync(join(dumps, "march.txt"), pageOf(ferries));
  writeFileSync(join(dumps, "march.yml"), "channel: Reed Bank\nretrieved: 2025-03-12\n");
  if (command === "review") writeFileSync(join(dumps, "quay.txt"), pageOf(["Fog lay on the quay.", "The bell rang."]));
  await commands.build.again(before);
  const later = [...ferries.slice(2), "The thaw began on March 20, 2025.", "All berths are free. #Ferry"];
  writeFileSync(join(dumps, "later.txt"), pageOf(later));
  writeFileSync(join(dumps, "later.yml"), "channel: Reed Bank\nhandle: reed_bank\nretrieved: 2025-03-25\n");
  if (command === "review" || command === "package") await importing(before);
  const done = join(home, "done");
  cpSync(before, done, { recursive: true });
  const calls = await run(command, done, { at: 0, kind: "kill" });
  await commands[command].again(done);
  return { command, home, calls, after: left(done), close: () => rmSync(home, { recursive: true, force: true }) };
}

/**
 * The calls before which a fault makes a difference: one that ends the process before a call that reads leaves what it would leave before the next call
 * that writes.
 */
export function tellingCalls({ calls }: Trial, kind: Fault["kind"]): readonly number[] {
  return [...calls].flatMap((letter, index) => (kind === "once" || letter === "w" ? [index + 1] : []));
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
    // An answer that no import has taken up is told as such.
    const isTold = (reason: string): boolean => command === "review" && reason.includes("run scrollback import");
    const damage = findings.filter(
      ({ kind, file, reason }) => kind === "damage" && file !== unfinishedName && !isTold(reason),
    );
    wrong.push(...damage.map(({ file, reason }) => `verify: ${file}: ${reason}`));
    if (existsSync(join(place, deposit))) {
      const bag = await verifyBag(join(place, deposit));
      wrong.push(...bag.findings.map(({ file, reason }) => `the deposit: ${file}: ${reason}`));
    }
    // What a start does first.
    settleSite(join(place, "_site"));
    if (!existsSync(join(place, "_site", "index.html"))) wrong.push("the site is gone");
    // A person comes back later than after the seconds that a lock has to be written.
    const lock = join(place, "content", lockName);
    if (existsSync(lock)) utimesSync(lock, 0, 0);
    await commands[command].again(place);
    const now = left(place);
    for (const path of new Set([...now.keys(), ...after.keys()]))
      if (now.get(path) !== after.get(path)) wrong.push(`the next run: ${path} differs`);
  } catch (error) {
    wrong.push(`the next run: ${(error as Error).message}`);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  return wrong.map((what) => `${fault.kind} before call ${fault.at}: ${what}`);
}

/** The bytes of an archive, its site and its deposit; what waits to be removed beside them is none of it. */
function left(place: string): ReadonlyMap<string, string> {
  const files = ["content", "_site", deposit].flatMap((folder) =>
    existsSync(join(place, folder))
      ? [...digestsIn(join(place, folder))].map(([path, digest]) => [`${folder}/${path}`, digest] as const)
      : [],
  );
  return new Map(files.filter(([path]) => !path.endsWith(lockName)));
}

/** Runs a command to its end, whatever that is, and gives its calls. */
async function run(command: Trial["command"], place: string, fault: Pick<Fault, "at" | "kind">): Promise<string> {
  const tally = `${place}.tally`;
  const layer = ["--import", join(root, "scripts", "lab", "failing-disk.ts")];
  const told: Fault = { below: place, tally, ...fault };
  const [program = "", ...given] = commands[command].program(place);
  const child = spawn(process.execPath, ["--import", "tsx", ...layer, join(root, program), ...given], {
    cwd: root,
    stdio: "ignore",
    env: { ...process.env, NODE_OPTIONS: "", SCROLLBACK_FAULT: JSON.stringify(told) },
  });
  await new Promise((done) => child.on("close", done));
  const calls = existsSync(tally) ? readFileSync(tally, "utf8") : "";
  rmSync(tally, { force: true });
  return calls;
}
