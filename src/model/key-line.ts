/**
 * The line (1-based) of a YAML text on which a key stands, given as a path from the top; that of the nearest key above it where the key itself
 * stands on no line of its own. Nothing where none is found. Good for messages: it reads block style by its indentation, not all of YAML.
 */
export function keyLine(text: string, path: readonly PropertyKey[]): number | undefined {
  const lines = text.split(/\r?\n/u);
  let found: number | undefined;
  let next = 0;
  let deeperThan = -1;
  for (const key of path.filter((step) => typeof step === "string")) {
    const start = next;
    const end = lines.findIndex((line, index) => index >= start && found !== undefined && !within(line, deeperThan));
    const inside = lines.slice(0, end === -1 ? undefined : end);
    const own = Math.min(...inside.slice(start).flatMap((line) => (bare(line) ? [] : [indentOf(line)])));
    const at = inside.findIndex((line, index) => index >= start && indentOf(line) === own && keyOf(line) === key);
    if (at === -1) return found;
    found = at + 1;
    next = at + 1;
    deeperThan = own;
  }
  return found;
}

function bare(line: string): boolean {
  return /^\s*(?:#.*)?$/u.test(line) || /^(?:---|%)/u.test(line);
}

function within(line: string, indent: number): boolean {
  return bare(line) || indentOf(line) > indent;
}

function indentOf(line: string): number {
  return line.search(/\S|$/u);
}

function keyOf(line: string): string | undefined {
  return /^\s*(?<quote>["']?)(?<key>[^"':#]+?)\k<quote>\s*:(?:\s|$)/u.exec(line)?.groups?.key;
}
