/**
 * The form of a German name that names it: `Freie Wähler` of `Freien Wählern`, `Bayerischer Landtag` of `Bayerischen Landtags`. An adjective in front
 * tells the case by its ending, the genitive of the noun that the name is no feminine one. Undefined where nothing is better than the commonest spelling,
 * the first of `forms`.
 */
export function germanNominative(forms: readonly string[]): string | undefined {
  const [commonest = ""] = forms;
  const [first = "", ...others] = commonest.split(" ");
  const adjective = /^(?<stem>\p{Lu}\p{Ll}{2,})e[nm]$/u.exec(first)?.groups?.stem;
  if (adjective === undefined || others.length === 0) return undefined;
  const spelled = forms.map((form) => form.split(" ")).filter((words) => words.length === others.length + 1);
  const endings = new Set(
    spelled.map(([word = ""]) => (word.startsWith(adjective) ? word.slice(adjective.length) : "")),
  );
  const nouns = spelled.map((words) => words.slice(1).join(" "));
  const noun = withoutCase(others.join(" "), nouns);
  // Only nouns that are masculine or neuter have a genitive in -s.
  const hasGenitive = nouns.some((each) => each === `${noun}s` || each === `${noun}es`);
  if (hasGenitive) return `${adjective}${endings.has("es") ? "es" : "er"} ${noun}`;
  return endings.has("e") ? `${adjective}e ${noun}` : undefined;
}

/** A noun without the ending of its genitive or its dative plural, where the texts have it without as well. */
function withoutCase(noun: string, spelled: readonly string[]): string {
  const bare = [/e?s$/u, /s$/u, /n$/u].map((ending) => noun.replace(ending, ""));
  return bare.find((each) => each !== noun && spelled.includes(each)) ?? noun;
}
