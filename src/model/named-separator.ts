/** What a person can say separates the posts of a dump; with `nothing`, each line end is judged. */
export const namedSeparators = ["line", "blank line", "two blank lines", "ruler", "nothing"] as const;
/** One of `namedSeparators`. */
export type NamedSeparator = (typeof namedSeparators)[number];
