const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};

/** What a reader sees of rendered paragraphs: `<p>` parted by a blank line, `<br>` as a line end, all other tags gone. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<\/p>\n<p>/gu, "\n\n")
    .replace(/<br>/gu, "\n")
    .replace(/<[^>]*>/gu, "")
    .replace(/&(?:amp|lt|gt|quot|#39);/gu, (entity) => entities[entity] ?? entity);
}
