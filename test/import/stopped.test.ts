import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { alone, lockName } from "../../scripts/storage/lock.ts";
import { storeFolder } from "../../scripts/storage/store.ts";
import { archiveWithWork, copyOf, expectWhole } from "./archive-states.ts";
import { filesIn, folderWith, importInto, page } from "./content-folder.ts";

const root = join(import.meta.dirname, "..", "..");
const kills = 20;

/** Starts an import as `npm run import` does. */
function start(content: string, dump: string) {
  const args = ["--import", "tsx", join(root, "scripts/scrollback.ts"), "import", "--content", content, dump];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  const said: string[] = [];
  child.stderr.on("data", (words) => said.push(`${words}`));
  // Notices belong there; anything else would be an error.
  const isNotice = (line: string): boolean => /^$| \([a-z]+\/[a-z-]+\)$|^\d+ notices? as before /u.test(line);
  const errors = (): string =>
    said
      .join("")
      .split("\n")
      .filter((line) => !isNotice(line))
      .join("\n");
  const ended = new Promise<string>((done) => child.on("close", () => done(errors())));
  return { child, ended };
}

/** Waits until something is so, or a process has ended. */
async function until(isSo: () => boolean, { child }: ReturnType<typeof start>): Promise<void> {
  while (!isSo() && child.exitCode === null && child.signalCode === null) await sleep(1);
}

/** How far an import has come: `locked` from its start on, `writing` from the first address that it tells. */
function phases(content: string) {
  const size = readFileSync(join(content, "permalinks.jsonl")).length;
  return {
    locked: () => existsSync(join(content, lockName)),
    writing: () => readFileSync(join(content, "permalinks.jsonl")).length !== size,
  };
}

test("an import killed at twenty moments leaves a whole archive, and the next one makes the same bytes as if it had not been", {
  timeout: 600_000,
}, async () => {
  const { content: before, dump } = archiveWithWork();
  const whole = copyOf(before);
  const first = start(whole, dump);
  const { locked, writing } = phases(whole);
  await until(locked, first);
  const begun = performance.now();
  await until(writing, first);
  const wrote = performance.now();
  expect(await first.ended).toBe("");
  const reading = wrote - begun;
  const finishing = performance.now() - wrote;
  const after = filesIn(whole);
  const store = storeFolder(whole);

  const states = new Set<string>();
  const kill = async (at: number): Promise<void> => {
    const content = copyOf(before);
    const run = start(content, dump);
    const { locked, writing } = phases(content);
    // Half of the kills fall on reading, half on writing, which takes a moment only.
    const early = at % 2 === 0;
    await until(early ? locked : writing, run);
    await sleep(((early ? reading : finishing) * Math.floor(at / 2)) / (kills / 2));
    run.child.kill("SIGKILL");
    await run.ended;
    expectWhole(content, before);
    states.add(JSON.stringify(filesIn(content)));
    importInto(content, { dumps: [dump], store });
    expect(filesIn(content), `killed at moment ${at}`).toEqual(after);
  };
  for (let at = 0; at < kills; at += 4) await Promise.all([0, 1, 2, 3].map((next) => kill(at + next)));
  expect(states.size).toBeGreaterThan(4);
});

test("two imports at once: one waits for the other, and both end well", { timeout: 120_000 }, async () => {
  const { content, dump } = archiveWithWork();
  const said = await Promise.all([start(content, dump), start(content, dump)].map((run) => run.ended));
  expect(said).toEqual(["", ""]);
  const files = filesIn(content);
  expect(importInto(content)).toMatchObject({ written: 0, removed: 0, failures: [] });
  expect(filesIn(content)).toEqual(files);
  expect(existsSync(join(content, lockName))).toBe(false);
});

test("an import that waits too long says in one line who is at work and what to do", () => {
  const content = folderWith({ "dumps/marsh.txt": page });
  const holder = { pid: process.ppid, host: "elsewhere", since: "2025-03-01T10:00:00.000Z" };
  writeFileSync(join(content, lockName), JSON.stringify(holder));
  expect(() => alone(content, () => "done", 200)).toThrow(
    /^Cannot import: another import is running \(process \d+ on elsewhere, since 2025-03-01T10:00:00\.000Z\); wait until it ends, or delete ".*\.import\.lock" if none is running$/u,
  );
  expect(readFileSync(join(content, lockName), "utf8")).toBe(JSON.stringify(holder));
});

test.each([
  ["of a process that is no more", (pid: number, host: string) => JSON.stringify({ pid, host, since: "" })],
  [
    "of an import with our own number",
    (_: number, host: string) => JSON.stringify({ pid: process.pid, host, since: "" }),
  ],
])("a lock %s is taken over, and none is left", async (_, text) => {
  const { hostname } = await import("node:os");
  const gone = spawn(process.execPath, ["-e", ""]);
  await new Promise((done) => gone.on("exit", done));
  const content = folderWith({ "dumps/marsh.txt": page, [lockName]: text(gone.pid ?? 0, hostname()) });
  expect(importInto(content)).toMatchObject({ posts: 3, failures: [] });
  expect(readdirSync(content).sort()).toEqual(["dumps", "ledger.json", "permalinks.jsonl", "posts"]);
});

test("a lock is given back when the work fails", () => {
  const content = folderWith();
  expect(() =>
    alone(content, () => {
      throw new Error("fog");
    }),
  ).toThrow("fog");
  expect(readdirSync(content)).toEqual([]);
});
