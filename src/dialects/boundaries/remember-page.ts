import type { Token } from "../lines/tokens.ts";

/** Does what it is given for a page once, as long as no other page comes between: a review judges one page again and again. */
export function rememberPage<Result>(work: (tokens: readonly Token[]) => Result): (tokens: readonly Token[]) => Result {
  let last: { readonly tokens: readonly Token[]; readonly result: Result } | undefined;
  return (tokens) => {
    if (last === undefined || !isSamePage(last.tokens, tokens)) last = { tokens, result: work(tokens) };
    return last.result;
  };
}

function isSamePage(one: readonly Token[], other: readonly Token[]): boolean {
  if (one === other) return true;
  return one.length === other.length && one.every((token, at) => isSameToken(token, other[at]));
}

function isSameToken(one: Token, other: Token | undefined): boolean {
  const { text, kind, first, last, gap, tight } = one;
  const isSameText = text === other?.text && kind === other.kind && one.mark?.name === other.mark?.name;
  return isSameText && first === other.first && last === other.last && gap === other.gap && tight === other.tight;
}
