import { withTags } from "./html-tags.ts";

/**
 * Makes the links of a page name the files they lead to: `../p/x/` becomes `../p/x/index.html`. A host finds the file of
 * a folder by itself; a browser that reads a site from a disk shows the folder instead.
 */
export function withFileLinks(html: string): string {
  return withTags(html, (tag) =>
    tag.replace(folderLink, (_, start: string, folder: string) => `${start}${folder}index.html`),
  );
}

/** A relative address whose path ends in a slash: `href="../tags/` before `"`, `?` or `#`. */
const folderLink = /(\s(?:href|action)=")(\.{1,2}\/(?:[^"?#]*\/)?)(?=["?#])/gu;
