import { type SubjectKind, subjectKinds } from "../analysis/subjects/kind.ts";
import type { Subject } from "../analysis/subjects/subjects.ts";
import { type SitePath, subjectsPathOf } from "./urls.ts";

/** From so many subjects on, those of most posts stand above the others, so many of them. */
const longList = 40;
const mostShown = 18;

/** A list of subjects: all of an archive, or those of one kind. A class for the reason that `archive.ts` gives. */
export class SubjectList {
  readonly path: SitePath;
  /** Those of most posts, most first; none where the list is short enough to be seen at once. */
  readonly most: readonly Subject[];

  constructor(
    /** Nothing where the list has all. */
    readonly kind: SubjectKind | undefined,
    /** In order of the alphabet. */
    readonly subjects: readonly Subject[],
    /** The kinds that readers can choose, each with a list of its own; none where all subjects are of one. */
    readonly kinds: readonly SubjectKind[],
  ) {
    this.path = subjectsPathOf(kind);
    this.most =
      subjects.length < longList
        ? []
        : subjects.toSorted((one, other) => other.posts.length - one.posts.length).slice(0, mostShown);
  }
}

/** The list of all subjects, which is always there, and one for each kind that they have where they have several. */
export function subjectLists(all: readonly Subject[]): readonly SubjectList[] {
  const found = new Set(all.map(({ kind }) => kind));
  const kinds = found.size > 1 ? subjectKinds.filter((kind) => found.has(kind)) : [];
  return [undefined, ...kinds].map((kind) => {
    const own = kind === undefined ? all : all.filter((subject) => subject.kind === kind);
    return new SubjectList(kind, own, kinds);
  });
}
