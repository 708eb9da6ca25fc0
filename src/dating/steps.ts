import type { Evidence } from "./evidence.ts";

/** A dump with more posts than this that name no day is not weighed post by post. */
const mostSilent = 1500;

/**
 * The posts, in the order of time, that the chain stops at: all that name a day, the first and the last, and of the others as many as there is
 * time for. Where nothing is named, the days of a run of posts follow from those of its ends.
 */
export function stepsOf(evidence: readonly (readonly Evidence[])[]): readonly number[] {
  const silent = evidence.filter((own) => own.length === 0).length;
  const stride = Math.max(1, Math.ceil(silent / mostSilent));
  const steps: number[] = [];
  for (const [post, own] of evidence.entries()) {
    const last = steps.at(-1);
    if (last === undefined || own.length > 0 || post - last >= stride || post === evidence.length - 1) steps.push(post);
  }
  return steps;
}
