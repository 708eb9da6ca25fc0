import { africanAndOther } from "./african.ts";
import { asian } from "./asian.ts";
import type { FeastWords } from "./feast-words.ts";
import { germanic } from "./germanic.ts";
import { otherEuropean } from "./other-european.ts";
import { romance } from "./romance.ts";
import { slavic } from "./slavic.ts";
import { turkicAndIslamic } from "./turkic-and-islamic.ts";

/** All languages whose feasts are read, one row each. */
export const feastWords: readonly FeastWords[] = [
  ...germanic,
  ...romance,
  ...slavic,
  ...otherEuropean,
  ...turkicAndIslamic,
  ...asian,
  ...africanAndOther,
];
