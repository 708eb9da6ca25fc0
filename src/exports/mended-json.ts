/** A way in which programs are known to damage JSON, and how it is undone. */
interface Mend {
  readonly what: string;
  readonly undo: (text: string) => string;
}

/** A string of JSON, damaged or not, or anything between two of them. */
const stringOrRest = /"(?:[^"\\]|\\[\s\S])*"|[^"]+|"/gu;

const mends: readonly Mend[] = [
  {
    // Telegram Desktop 4 wrote the name of a file where it should have written a string: `"document_id": video_files/sticker (2).webm`.
    what: "a value without quotes",
    undo: (text) =>
      text.replace(
        /^(?<head>\s*"\w+":\s*)(?!(?:true|false|null|-?\d[\d.eE+-]*)\s*,?\s*$)(?<value>[^\s"[{][^"]*?)(?<end>\s*,?)\s*$/gmu,
        (_, head: string, value: string, end: string) => `${head}${JSON.stringify(value)}${end}`,
      ),
  },
  {
    // Telegram Desktop wrote control characters as JavaScript does, and not as JSON does: `\x0B`.
    what: "escapes that JSON does not know",
    undo: (text) =>
      inStrings(text, (string) =>
        string.replace(
          /\\(?:x(?<hex>[0-9a-fA-F]{2})|(?<known>["\\/bfnrt]|u[0-9a-fA-F]{4})|(?=[\s\S]))/gu,
          (all, ...rest) => {
            const groups = rest.at(-1) as { readonly hex?: string; readonly known?: string };
            return groups.hex === undefined ? (groups.known === undefined ? "\\\\" : all) : `\\u00${groups.hex}`;
          },
        ),
      ),
  },
  {
    what: "control characters that were not escaped",
    undo: (text) =>
      inStrings(text, (string) =>
        string.replace(/[\u0000-\u001F]/gu, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`),
      ),
  },
  {
    what: "a comma too many",
    undo: (text) =>
      text.replace(stringOrRest, (part) => (part.startsWith('"') ? part : part.replace(/,(?=\s*[\]}])/gu, ""))),
  },
];

function inStrings(text: string, mend: (string: string) => string): string {
  return text.replace(stringOrRest, (part) => (part.startsWith('"') ? mend(part) : part));
}

/** Reads JSON, and JSON that was damaged in a known way, with what was mended; `undefined` where it cannot be read. */
export function readMended(text: string): { readonly value: unknown; readonly mended?: string } | undefined {
  const whole = parsed(text);
  if (whole !== undefined) return whole;
  let [tried, mended]: [string, readonly string[]] = [text, []];
  for (const { what, undo } of mends) {
    const undone = undo(tried);
    if (undone === tried) continue;
    [tried, mended] = [undone, [...mended, what]];
    const read = parsed(tried);
    if (read !== undefined) return { ...read, mended: `repaired in a message: ${mended.join(", ")}` };
  }
  return undefined;
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // Told by the caller, who knows where the text stands.
    return undefined;
  }
}
