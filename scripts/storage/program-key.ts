import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageText, programRoot } from "../program.ts";
import { filesBelow } from "./files-below.ts";

let known: string | undefined;

/** Tells one state of the program from another: all its code but that of the pages, its libraries, and Node itself with its Unicode. */
export function programKey(): string {
  known ??= madeKey();
  return known;
}

function madeKey(): string {
  const hash = createHash("sha256").update(process.version).update(packageText());
  for (const part of ["src", "scripts/storage"]) {
    const folder = join(programRoot, part);
    const files = filesBelow(folder, (name) => /\.[jt]s$/u.test(name)).filter((name) => !name.startsWith("site"));
    for (const name of files) hash.update(`${name}\n`).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex");
}
