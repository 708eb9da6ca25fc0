import type { Token } from "../lines/tokens.ts";
import { classGrains, type LineTraits } from "./line-traits.ts";

/** The classes of a page's lines as numbers: by grain, from the finest to the coarsest, the class of each token and how many classes there are. */
export interface LineClasses {
  readonly of: readonly Int32Array[];
  readonly sizes: readonly number[];
}

/** Numbers the classes of a page's lines, grain by grain; marks of the page are classes of their own, by their kind. */
export function lineClasses(tokens: readonly Token[], traits: readonly (LineTraits | undefined)[]): LineClasses {
  const sizes: number[] = [];
  const of = Array.from({ length: classGrains }, (_, grain) => {
    const known = new Map<string, number>();
    const numbers = Int32Array.from(tokens, ({ kind }, place) => {
      const name = traits[place]?.classes[grain] ?? `\n${kind}`;
      const number = known.get(name) ?? known.size;
      known.set(name, number);
      return number;
    });
    sizes.push(known.size);
    return numbers;
  });
  return { of, sizes };
}
