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

/**
 * A name as a file or folder that every system can make: Windows keeps `con`, `aux` and a few more for devices. No slug ends in a hyphen, so that
 * the name stays one of its own.
 */
export function nameOfFolder(slug: string): string {
  return /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9])$/iu.test(slug) ? `${slug}-` : slug;
}
