import { readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { madeDump } from "./made-dumps.ts";
import { measureScript } from "./measure.ts";
import { cellsOf, editPost, reportBySize, takenColumns } from "./size-report.ts";

/**
 * `npm run bench -- store [POSTS…]`: what it takes to import a made archive again, to add a page to it, to correct a post, to verify it and to read a
 * page beside it, with the store and without it. Works in a temporary folder.
 */
export function reportStore(args: readonly string[]): Promise<void> {
  return reportBySize(args, ["what", "store", ...takenColumns], measureStore);
}

async function measureStore(folder: string, _size: number, told: (row: readonly string[]) => void): Promise<void> {
  const content = join(folder, "content");
  const store = join(folder, ".cache", "store");
  const page = join(folder, "page.txt");
  writeFileSync(page, madeDump("preview", 200));
  const run = async (what: string, has: string, args: readonly string[]): Promise<void> => {
    const taken = await measureScript(join("scripts", "scrollback.ts"), [...args, "--content", content]);
    told([what, has, ...cellsOf(taken)]);
  };
  /** The same with the store and without it. */
  const both = async (what: string, args: readonly string[], prepare: () => void = () => undefined): Promise<void> => {
    prepare();
    await run(what, "kept", args);
    prepare();
    rmSync(store, { recursive: true });
    await run(what, "none", args);
    // What was written a moment ago is not known yet by how it stands.
    await sleep(2500);
    await run("import without changes", "kept", ["import"]);
  };
  await run("first import", "none", ["import"]);
  await both("import without changes", ["import"]);
  await both("a post corrected by hand, import", ["import"], () => editPost(join(content, "posts")));
  await both("records of a page", ["records", page]);
  await both("verify", ["verify"]);
  await run("a page added, import", "kept", ["import", page]);
  const bytes = readdirSync(join(store, "content")).map((name) => statSync(join(store, "content", name)).size);
  told(["size of the store", "", "", "", `${(bytes.reduce((sum, one) => sum + one, 0) / 1e6).toFixed(0)} MB`]);
}
