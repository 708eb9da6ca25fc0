/** How a subject was found: as a name, as a phrase that recurs, or as a country by its flag. */
export type SubjectKind = "name" | "phrase" | "country";
