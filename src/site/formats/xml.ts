/** A text as it stands in XML or HTML, between tags or in an attribute. Control characters, which XML has no place for, are left out. */
export function escapedXml(text: string): string {
  const plain = text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, "");
  return plain.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
