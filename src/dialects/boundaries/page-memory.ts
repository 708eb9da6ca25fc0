import type { Token } from "../lines/tokens.ts";

/** Something that is worked out of a page's lines alone. */
export type PageWork<Result> = (tokens: readonly Token[], memory: PageMemory) => Result;

/**
 * What was worked out of a page's lines: no answer of a person changes it, so that a page that is judged again and again, as in a review, is judged
 * at once. Each work is remembered for the last pages that it was asked of (a page, and the same page read otherwise); what is told is the same
 * without a memory.
 */
export class PageMemory {
  private readonly done = new Map<PageWork<unknown>, readonly Done[]>();

  /** A laboratory that asks other models has works done in other ways: by work, what is done instead. */
  constructor(private readonly instead: ReadonlyMap<PageWork<unknown>, PageWork<unknown>> = new Map()) {}

  /** Does a work, unless it was done for the same page. */
  of<Result>(work: PageWork<Result>, tokens: readonly Token[]): Result {
    const done = this.done.get(work) ?? [];
    const known = done.find((each) => isSamePage(each.tokens, tokens));
    // What stands under a work is its own result, or that of what is done instead.
    if (known !== undefined) return known.result as Result;
    const result = (this.instead.get(work) ?? work)(tokens, this) as Result;
    this.done.set(work, [{ tokens, result }, ...done.slice(0, mostPages - 1)]);
    return result;
  }
}

interface Done {
  readonly tokens: readonly Token[];
  readonly result: unknown;
}

const mostPages = 5;

function isSamePage(one: readonly Token[], other: readonly Token[]): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((token, at) => isSameToken(token, other[at]));
}

function isSameToken(one: Token, other: Token | undefined): boolean {
  const { text, kind, first, last, gap, tight } = one;
  const isSameText = text === other?.text && kind === other.kind && one.mark?.name === other.mark?.name;
  return isSameText && first === other.first && last === other.last && gap === other.gap && tight === other.tight;
}
