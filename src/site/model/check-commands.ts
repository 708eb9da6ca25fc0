import type { Source } from "../../model/post.ts";

/** Whether a dump is a text file whose lines can be looked up as they are, neither packed nor part of a `.zip`. */
export function isLineText({ file }: Pick<Source, "file">): boolean {
  return /^(?!.*\.zip\/).*\.txt$/isu.test(file);
}

/** The commands that print a dump's SHA-256 and the lines of a post in it, for any shell of POSIX: `sed -n '3,5p' 'dumps/harbour.txt'`. */
export function checkCommands({ file, lines }: Pick<Source, "file" | "lines">): readonly string[] {
  const path = `'${`dumps/${file}`.replaceAll("'", "'\\''")}'`;
  const ranges = lines.map(([first, last]) => `${first},${last}p`).join(";");
  return [`sha256sum ${path}`, `sed -n '${ranges}' ${path}`];
}
