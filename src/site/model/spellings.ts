/** The different spellings among names, commonest first; those equally common in the order they first stand in. */
export function spellingsOf(names: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1]).map(([name]) => name);
}
