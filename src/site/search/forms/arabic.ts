/**
 * The stems that a folded word in Arabic letters may have, the word itself first: without the article and particles of
 * Arabic and its commonest endings (the light stemmer light10: L. S. Larkey and others, Light stemming for Arabic
 * information retrieval, 2007), and without the plural and comparative endings of Persian, which are written joined,
 * apart or with a joiner between.
 */
export function arabicStems(word: string): readonly string[] {
  const persian = without(word, /(?:هایی|های|هایم|هایش|ها|ترین|تر)$/u);
  const bare = without(word, /^(?:[وف]?(?:[بک]?ال|لل)|و(?=.{3}))/u);
  const light = without(bare, /(?:ها|ان|ات|ون|ین|یه|ه|ی)$/u);
  return [...new Set([word, persian, bare, light])];
}

function without(word: string, affix: RegExp): string {
  const stem = word.replace(affix, "");
  return stem.length >= 2 ? stem : word;
}
