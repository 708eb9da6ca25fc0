/**
 * A Telegram user name as pages print it: `@`, a letter, then letters, digits and underscores, not inside an address
 * or an e-mail address.
 *
 *     на русском - @MID_Russia
 *                  ^^^^^^^^^^^
 */
export const mentionPattern = /(?<![\p{L}\p{N}_@/.])@([A-Za-z][A-Za-z0-9_]{3,31})(?![\p{L}\p{N}_]|\.[A-Za-z])/gu;

/** The user names of a text without `@`, in order, each once (case does not tell names apart). */
export function mentionsOf(text: string): readonly string[] {
  const byKey = new Map<string, string>();
  for (const match of text.matchAll(mentionPattern)) {
    const name = match[1] ?? "";
    if (!byKey.has(name.toLowerCase())) byKey.set(name.toLowerCase(), name);
  }
  return [...byKey.values()];
}
