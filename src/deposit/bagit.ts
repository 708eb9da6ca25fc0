/**
 * The files that make a folder a bag (BagIt 1.0, RFC 8493): a declaration, what is known of the bag, and manifests with the SHA-256 of each file.
 * `manifest-sha256.txt` is what `sha256sum -c` reads, too.
 */
export const bagDeclaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/** A file of a bag: its path from the bag's folder on, parted by `/`, and the SHA-256 of its bytes, hexadecimal. */
export interface BaggedFile {
  readonly path: string;
  readonly sha256: string;
}

/** A manifest of these files, by path. */
export function manifestOf(files: readonly BaggedFile[]): string {
  return files
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${encoded(path)}\n`)
    .join("");
}

/** What a manifest lists, and the numbers of the lines that list nothing. */
export function readManifest(text: string): {
  readonly files: readonly BaggedFile[];
  readonly broken: readonly number[];
} {
  const files: BaggedFile[] = [];
  const broken: number[] = [];
  for (const [index, line] of text
    .replace(/\r?\n$/u, "")
    .split(/\r?\n/u)
    .entries()) {
    const { sha256, path } = /^(?<sha256>[0-9a-f]{64})[ \t]+\*?(?<path>.+)$/iu.exec(line)?.groups ?? {};
    if (sha256 === undefined || path === undefined) broken.push(index + 1);
    else files.push({ sha256: sha256.toLowerCase(), path: decodedPath(path).replace(/^\.\//u, "") });
  }
  return { files, broken };
}

/** What is known of a bag, in the order of its file. */
export function bagInfo(fields: readonly (readonly [label: string, value: string])[]): string {
  return fields.map(([label, value]) => `${label}: ${value.replace(/\s+/gu, " ").trim()}\n`).join("");
}

/** The payload of a bag as `Payload-Oxum` tells it: bytes, and files. */
export function payloadOxum(sizes: readonly number[]): string {
  return `${sizes.reduce((sum, size) => sum + size, 0)}.${sizes.length}`;
}

/** The value of a field of `bag-info.txt`. */
export function infoField(text: string, label: string): string | undefined {
  const line = text.split(/\r?\n/u).find((each) => each.toLowerCase().startsWith(`${label.toLowerCase()}:`));
  return line?.slice(label.length + 1).trim();
}

/** Line ends and percent signs of a path are written as in addresses (RFC 8493, 2.1.3). */
function encoded(path: string): string {
  return path.replace(/[%\r\n]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}

function decodedPath(path: string): string {
  return path.replace(/%(?<code>0D|0A|25)/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
