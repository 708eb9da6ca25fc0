import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** The program's own folder: the repository, or `dist` of an installed package. Nothing in it depends on the working directory. */
export const programRoot = join(import.meta.dirname, "..");

/** Whether the program runs from a checkout of its sources, and not from an installed package. */
export function isCheckout(): boolean {
  return existsSync(join(programRoot, "src", "README.md"));
}

/** A source file of the program: `name` without its ending, which is `.ts` or `.tsx` here and `.js` in a package. Throws where there is none. */
export function programFile(name: string): string {
  const found = [".ts", ".tsx", ".js"].map((ending) => join(programRoot, `${name}${ending}`)).find(existsSync);
  if (found === undefined) throw new Error(`Cannot find the program's file "${name}": reinstall Scrollback`);
  return found;
}

/** The folder of the page templates and their assets. */
export const templatesFolder = join(programRoot, "templates");

/** The page templates' names. */
export function templateNames(): readonly string[] {
  return readdirSync(templatesFolder).filter((name) => /\.11ty\.(?:tsx?|js)$/u.test(name));
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

/** Where this program was installed from. */
export interface Installation {
  /** What an archive's `package.json` says to depend on it: `file:` and the file's name, or an address. */
  readonly spec: string;
  /** The package's file, where it is one on this disk. */
  readonly file?: string;
}

/**
 * What npm noted of this program's installation. Nothing for a checkout, or where the note is missing. The name alone must not be depended
 * on: in the public registry it belongs to another program.
 */
export function installation(): Installation | undefined {
  const modules = join(programRoot, "..", "..");
  const note = join(modules, ".package-lock.json");
  if (!existsSync(note)) return undefined;
  const { packages } = JSON.parse(readFileSync(note, "utf8")) as {
    readonly packages?: Readonly<Record<string, { readonly resolved?: string }>>;
  };
  const resolved = packages?.["node_modules/scrollback"]?.resolved;
  if (resolved === undefined) return undefined;
  if (!resolved.startsWith("file:")) return { spec: resolved };
  const file = resolve(dirname(modules), resolved.slice("file:".length));
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? { spec: `file:${basename(file)}`, file } : undefined;
}
