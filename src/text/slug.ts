/**
 * A name as a part of addresses and paths: lower case letters and digits of any script, parted by single hyphens, at
 * most 60 characters; empty where the name has neither letter nor digit.
 */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return [...(words ?? []).join("-")].slice(0, 60).join("").replace(/-+$/u, "");
}
