/** A piece of an excerpt; `marked` where it is what the reader searched for. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Takes Pagefind's excerpt apart into plain text. It is HTML in which `<mark>` and `</mark>` are tags and everything
 * else is text, escaped; the parts are set as text, so that no letter of a post is ever read as markup.
 */
export function excerptParts(excerpt: string): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let marked = false;
  for (const piece of excerpt.split(/(<\/?mark>)/u)) {
    if (piece === "<mark>") marked = true;
    else if (piece === "</mark>") marked = false;
    else if (piece !== "") parts.push({ text: unescaped(piece), marked });
  }
  return parts;
}

const entities: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
  "&amp;": "&",
};

function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|amp|#x27);/gu, (entity) => entities[entity] ?? entity);
}
