/** What a name is the name of. */
export type NamedKind = "person" | "organisation" | "place" | "event";

/** What a subject is, or where nothing tells that, how it was found: as a name, or as a phrase that recurs. */
export const subjectKinds = ["person", "organisation", "place", "country", "event", "name", "phrase"] as const;
/** One of `subjectKinds`. */
export type SubjectKind = (typeof subjectKinds)[number];
