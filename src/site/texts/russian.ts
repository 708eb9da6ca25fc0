import type { Texts } from "./english.ts";

/** The interface in Russian. */
export const russian: Texts = {
  frame: {
    skip: "Перейти к содержанию",
  },
};
