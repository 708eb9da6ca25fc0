/**
 * Makes the links of a page name the files they lead to: `../p/x/` becomes `../p/x/index.html`. A host finds the file of
 * a folder by itself; a browser that reads a site from a disk shows the folder instead. Only attributes can match, since
 * pages write no `"` in text as such (`test/site/file-links.test.ts`).
 */
export function withFileLinks(html: string): string {
  return html.replace(folderLink, (_, start: string, folder: string) => `${start}${folder}index.html`);
}

/** A relative address whose path ends in a slash: `href="../tags/` before `"`, `?` or `#`. */
const folderLink = /(\s(?:href|action)=")(\.{1,2}\/(?:[^"?#]*\/)?)(?=["?#])/gu;
