import type { EngineDocument } from "../../src/site/search/engines/document.ts";
import { holdsWords, valuesOf } from "./held.ts";

/** Tells whether a document meets an expression. */
export type Test = (document: EngineDocument) => boolean;

/** How an engine writes filters. */
export interface Grammar {
  readonly and: string;
  readonly or: string;
  /** The word before an expression that denies it; where there is one. */
  readonly not?: string;
  /** Reads one condition at the start of a text; `length`: how much of the text it takes. */
  condition(text: string): { readonly test: Test; readonly length: number };
}

/** Reads an expression of conditions in brackets, `and` before `or`. Throws an Error for what is none. */
export function expressionIn(text: string, grammar: Grammar): Test {
  let rest = text;
  const skip = (sign: string): boolean => {
    rest = rest.trimStart();
    if (!rest.startsWith(sign)) return false;
    rest = rest.slice(sign.length);
    return true;
  };
  const either = (): Test => {
    const parts = [both()];
    while (skip(grammar.or)) parts.push(both());
    return (document) => parts.some((part) => part(document));
  };
  const both = (): Test => {
    const parts = [one()];
    while (skip(grammar.and)) parts.push(one());
    return (document) => parts.every((part) => part(document));
  };
  const one = (): Test => {
    if (grammar.not !== undefined && skip(`${grammar.not} `)) {
      const denied = one();
      return (document) => !denied(document);
    }
    if (skip("(")) {
      const inner = either();
      if (!skip(")")) throw new Error(`no ")" at: ${rest}`);
      return inner;
    }
    rest = rest.trimStart();
    const { test, length } = grammar.condition(rest);
    rest = rest.slice(length);
    return test;
  };
  const test = either();
  if (rest.trim() !== "") throw new Error(`cannot read: ${rest}`);
  return test;
}

/** Reads a box of words: each word stands in a document, each phrase too, none of those with a minus. */
export function wordsIn(typed: string): Test {
  const parts = [...typed.matchAll(/(?<minus>-?)"(?<phrase>[^"]*)"|(?<word>[^\s"]+)/gu)].map(
    (match) => match.groups ?? {},
  );
  return (document) =>
    parts.every(({ minus, phrase, word = "" }) => {
      if (phrase !== undefined) return holdsWords(document, phrase) === (minus === "");
      return word === "*" || valuesOf(document, "forms").includes(word) || document.titleForms.includes(word);
    });
}

/** How many words of a box of words stand in the title. */
export function titleScore(typed: string, document: EngineDocument): number {
  return typed.split(" ").filter((word) => document.titleForms.includes(word)).length;
}
