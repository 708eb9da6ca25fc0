/** A part of a file, by its first and last byte. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The decoded path of a request and its query with `?`; nothing for what is no path of a site: another host (`//host/about`, `http://host/`), a
 * backslash, a step up, a malformed percent sign. What is given back is safe in a `Location`.
 */
export function sitePathOf(url: string): { readonly path: string; readonly query: string } | undefined {
  const [, encoded = "", query = ""] = /^([^?#]*)(\?[^#]*)?/u.exec(url) ?? [];
  try {
    const path = decodeURIComponent(encoded);
    const isPath = /^(?:\/[^/\\\p{Cc}]+)*\/?$/u.test(path) && path.startsWith("/");
    return isPath && !path.split("/").some((part) => part === "." || part === "..") ? { path, query } : undefined;
  } catch {
    // A malformed percent sign is a request for nothing.
    return undefined;
  }
}

/**
 * What a `Range` asks of a file of `size` bytes (RFC 9110, section 14): one part, `beyond` where the file has no such bytes, `whole` for none and for
 * several parts at once, which a server may answer so.
 */
export function rangeOf(header: string | undefined, size: number): Range | "whole" | "beyond" {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/u.exec(header ?? "") ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return "whole";
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (first !== "" && last !== "" && Number(last) < Number(first)) return "whole";
  return start >= size || end < start ? "beyond" : { start, end };
}
