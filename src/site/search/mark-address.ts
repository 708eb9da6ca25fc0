import type { Wanted } from "./wanted.ts";

/** The parameter of a post's address that says what to mark there. */
export const markParameter = "hl";

/** What is wanted as a parameter of an address: `посл конфл*`. */
export function wantedText({ forms, beginnings, names = [] }: Wanted): string {
  return [...forms, ...beginnings.map((beginning) => `${beginning}*`), ...names.map((name) => `=${name}`)].join(" ");
}

/** Reads what `wantedText` wrote. */
export function wantedIn(text: string): Wanted {
  const parts = text.split(/\s+/u).filter((part) => part !== "" && part !== "*");
  return {
    forms: new Set(parts.filter((part) => !part.endsWith("*") && !part.startsWith("="))),
    beginnings: parts.filter((part) => part.endsWith("*")).map((part) => part.slice(0, -1)),
    names: parts.filter((part) => part.startsWith("=")).map((part) => part.slice(1)),
  };
}
