import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UnreadableDump } from "../../src/read/encoding.ts";
import { yamlIn } from "../../src/read/yaml.ts";
import { writeWhole } from "./write-whole.ts";

/**
 * Web archives that are kept outside of the archive of posts, since they may be large: what stands in their place among the dumps is a card with
 * their SHA-256. The places they were imported from are remembered in `.cache`, which is no part of the archive.
 */
export interface KeptArchive {
  readonly sha256: string;
  readonly bytes: number;
}

/** Whether a file is a web archive, by its name: records of a crawl, a package of such files, or the text of a crawl. */
export function isWebArchive(name: string): boolean {
  return /\.(?:warc|wet)(?:\.gz)?$|\.wacz$/iu.test(name);
}

const cardEnding = ".kept.yml";

/** Whether a file among the dumps is the card of a web archive that is kept elsewhere. */
export function isCard(name: string): boolean {
  return name.endsWith(cardEnding) && isWebArchive(withoutCard(name));
}

/** The path of a web archive among the dumps, from that of its card; any other path as it is. */
export function withoutCard(path: string): string {
  return path.endsWith(cardEnding) ? path.slice(0, -cardEnding.length) : path;
}

/** The card of a web archive, by the path that it would have among the dumps. */
export function cardOf(place: string): string {
  return `${place}${cardEnding}`;
}

/** Reads a card. Throws `UnreadableDump`. */
export function readCard(card: string): KeptArchive {
  const told = cardYaml(card) as { readonly sha256?: unknown; readonly bytes?: unknown } | null | undefined;
  const [sha256, bytes] = [told?.sha256, told?.bytes];
  if (typeof sha256 === "string" && /^[0-9a-f]{64}$/u.test(sha256) && typeof bytes === "number")
    return { sha256, bytes };
  throw new UnreadableDump(`Cannot read "${card}": sha256 or bytes is missing; import the web archive again`);
}

function cardYaml(card: string): unknown {
  try {
    return yamlIn(readFileSync(card, "utf8"));
  } catch {
    // What is no YAML tells nothing, and is reported so.
    return undefined;
  }
}

/** Writes the card of a web archive and remembers where it lies. */
export function keepCard(path: string, place: string, content: string, { sha256, bytes }: KeptArchive): void {
  const text = `# ${basename(path)} is kept outside of this folder, since web archives may be large. Keep that file: the posts are read from it.
# It is looked for in the folder web-archives beside content, and where it was imported from.
sha256: ${sha256}
bytes: ${bytes}
`;
  mkdirSync(dirname(place), { recursive: true });
  if (!existsSync(cardOf(place))) writeWhole(cardOf(place), text);
  const places = { ...placesIn(content), [sha256]: resolve(path) };
  mkdirSync(dirname(placesFile(content)), { recursive: true });
  writeWhole(placesFile(content), `${JSON.stringify(places, undefined, 2)}\n`);
}

/** Where the web archive of a card lies; `undefined` where it is away. Its SHA-256 is checked when it is read. */
export function keptPlaceOf(card: string, content: string): string | undefined {
  const { sha256, bytes } = readCard(card);
  const own = join(dirname(resolve(content)), keptFolder, basename(withoutCard(card)));
  const places = [own, placesIn(content)[sha256]];
  return places.find((path) => path !== undefined && statSync(path, { throwIfNoEntry: false })?.size === bytes);
}

/** The folder beside the content folder where web archives are looked for. */
export const keptFolder = "web-archives";

/** What is told where a web archive is away. */
export function awayMessage(file: string, { sha256 }: KeptArchive): string {
  return `the web archive is missing, and its posts are kept; restore the file with SHA-256 ${sha256} as ${keptFolder}/${basename(file)}, or import it again from its new place`;
}

/** What to keep beside the archive: a line for each web archive that was read and is kept elsewhere. */
export function keptLines(
  content: string,
  dumps: readonly { readonly file: string; readonly sha256: string }[],
): readonly string[] {
  return dumps
    .filter(({ file }) => existsSync(cardOf(join(content, "dumps", file))))
    .map(
      ({ file, sha256 }) =>
        `${file} was not copied: keep the file where it is, or as ${keptFolder}/${basename(file)} (SHA-256 ${sha256})`,
    );
}

function placesFile(content: string): string {
  return join(dirname(resolve(content)), ".cache", "web-archives.json");
}

function placesIn(content: string): Readonly<Record<string, string>> {
  try {
    const places: unknown = JSON.parse(readFileSync(placesFile(content), "utf8"));
    return typeof places === "object" && places !== null ? (places as Readonly<Record<string, string>>) : {};
  } catch {
    // What is not remembered is told as being away.
    return {};
  }
}
