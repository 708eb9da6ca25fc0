import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The program's own folder: the repository, or `dist` of an installed package. Nothing in it depends on the working directory. */
export const programRoot = join(import.meta.dirname, "..");

/** A source file of the program: `name` without its ending, which is `.ts` or `.tsx` here and `.js` in a package. Throws where there is none. */
export function programFile(name: string): string {
  const found = [".ts", ".tsx", ".js"].map((ending) => join(programRoot, `${name}${ending}`)).find(existsSync);
  if (found === undefined) throw new Error(`Cannot find the program's file "${name}": reinstall Scrollback`);
  return found;
}

/** The page templates' names. */
export function templateNames(): readonly string[] {
  return readdirSync(join(programRoot, "templates")).filter((name) => /\.11ty\.(?:tsx?|js)$/u.test(name));
}

/** The text of the program's `package.json`: beside the sources, or one folder up from `dist`. */
export function packageText(): string {
  const beside = join(programRoot, "package.json");
  return readFileSync(existsSync(beside) ? beside : join(programRoot, "..", "package.json"), "utf8");
}

/** The program's version. */
export function version(): string {
  return (JSON.parse(packageText()) as { readonly version: string }).version;
}
