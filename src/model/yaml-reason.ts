/**
 * Why a text is no YAML, in words for who wrote it: what parsers say of conflict markers, tabs and other encodings names none of them. Good for
 * messages; `line` (1-based) is where the parser stopped, the answer's is where the cause stands.
 */
export function yamlReason(
  text: string,
  { reason, line }: { readonly reason: string; readonly line: number | undefined },
): { readonly reason: string; readonly line: number | undefined } {
  const lines = text.split(/\r?\n/u);
  const marker = lines.findIndex((each) => /^(?:<{7}|>{7})(?: |$)/u.test(each));
  if (marker >= 0) return { reason: "merge conflict markers; keep one side and delete the markers", line: marker + 1 };
  if (text.includes("\0")) return { reason: "it is not UTF-8 text; save it as UTF-8", line: undefined };
  const near = [line, (line ?? 0) + 1, (line ?? 0) - 1].find((at) => /^ *\t/u.test(lines[(at ?? 0) - 1] ?? ""));
  if (near !== undefined) return { reason: "the line starts with a tab; indent with spaces", line: near };
  if (/^duplicated mapping key/u.test(reason)) return { reason: "the key is there twice; keep one of them", line };
  if (/single document/u.test(reason)) {
    const parting = lines.findIndex((each, at) => at > 0 && /^---(?: |$)/u.test(each));
    const told = 'a line "---" starts another document; keep one document';
    return { reason: told, line: parting < 0 ? line : parting + 1 };
  }
  if (/^unknown tag/u.test(reason)) return { reason: `${reason}; delete the tag, which starts with "!"`, line };
  return { reason: `${reason}; ${remedy}`, line };
}

const remedy = 'write each key as "key: value", and put values with signs such as : # [ { * & in quotes';
