/*
 * Everything that writes references, as one program for all pages: the library of reference formats is 200 kB. Pages
 * load it when a reader asks for a reference or a file (`load-references.ts`).
 */
export { referencesFrom } from "../formats/posting-references.ts";
export { exportedText } from "./answer-file.ts";
export { fileOfPosts } from "./list-file.ts";
