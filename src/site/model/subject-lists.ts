import { type SubjectKind, subjectKinds } from "../analysis/subjects/kind.ts";
import type { Subject } from "../analysis/subjects/subjects.ts";
import { type SitePath, subjectsPathOf } from "./urls.ts";

/** A list of subjects: all of an archive, or those of one kind. A class for the reason that `archive.ts` gives. */
export class SubjectList {
  readonly path: SitePath;

  constructor(
    /** Nothing where the list has all. */
    readonly kind: SubjectKind | undefined,
    /** In order of the alphabet. */
    readonly subjects: readonly Subject[],
    /** The kinds that readers can choose, each with a list of its own; none where all subjects are of one. */
    readonly kinds: readonly SubjectKind[],
  ) {
    this.path = subjectsPathOf(kind);
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
