import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { folderWith, page } from "../import/content-folder.ts";

const root = join(import.meta.dirname, "..", "..");
const settings = "title: Marsh\ndescription: Posts.\nurl: https://marsh.example/\nlanguage: en\n";

/** Starts `scrollback serve` and collects what it prints. */
function serving(content: string): { readonly child: ChildProcess; readonly printed: () => string } {
  const args = [
    "--import",
    "tsx",
    join(root, "scripts", "scrollback.ts"),
    "serve",
    "--content",
    content,
    "--port",
    "0",
  ];
  // A group of its own, so that the build that it may be at ends with it, before its folder is removed.
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_OPTIONS: "" },
    stdio: "pipe",
    detached: true,
  });
  onTestFinished(async () => {
    const closed = once(child, "close");
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
    await closed;
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += String(chunk)));
  return { child, printed: () => text };
}

test.each(["serve", "start", "build"])("%s puts back the site that a build killed between its two moves left away", {
  timeout: 120_000,
}, (command) => {
  const home = folderWith({ "content/site.yml": "title: [", "content/dumps/marsh.txt": page });
  const gone = spawnSync(process.execPath, ["-e", ""]).pid;
  mkdirSync(join(home, ".cache", `_site-${gone}-abc123`), { recursive: true });
  mkdirSync(join(home, ".cache", `_site-${gone}-abc123-replaced`));
  writeFileSync(join(home, ".cache", `_site-${gone}-abc123-replaced`, "index.html"), "old");
  // The build fails, so that it is the old site that stands.
  const args = ["--import", "tsx", join(root, "scripts", "scrollback.ts"), command, "-C", home];
  const { status } = spawnSync(process.execPath, args, { env: { ...process.env, NODE_OPTIONS: "" } });
  expect(status).toBe(1);
  expect(readFileSync(join(home, "_site", "index.html"), "utf8")).toBe("old");
});

test("builds again when a dump comes, and goes on when the dumps vanish and links run in a circle", {
  timeout: 240_000,
}, async () => {
  const content = folderWith({ "site.yml": settings, "dumps/marsh.txt": page });
  const { child, printed } = serving(content);
  const seen = (pattern: RegExp) => expect.poll(printed, { timeout: 60_000, interval: 200 }).toMatch(pattern);
  await seen(/Serving http/u);
  expect(printed()).toMatch(/^Imported 3 posts from 1 dump: 3 written/mu);
  // What a build wrote is no change; on a busy machine the news of it may come late, and costs one more build at most.
  await new Promise((done) => setTimeout(done, 5000));
  expect(printed().match(/^Built /gmu)?.length).toBeLessThanOrEqual(2);
  const address = /http:\/\/localhost:\d+\//u.exec(printed())?.[0] ?? "";
  expect((await fetch(address)).status).toBe(200);

  renameSync(join(content, "dumps"), join(content, "..", "away"));
  await seen(/from 0 dumps/u);
  mkdirSync(join(content, "dumps"));
  symlinkSync("self", join(content, "dumps", "self"));
  symlinkSync("..", join(content, "dumps", "up"));
  writeFileSync(join(content, "dumps", "quiet.txt"), "fog\n\nsun\n\nrain\n");
  await seen(/Imported \d+ posts from 1 dump: 3 written, [^\n]*\n/u);
  expect(child.exitCode).toBeNull();
  expect((await fetch(address)).status).toBe(200);
});
