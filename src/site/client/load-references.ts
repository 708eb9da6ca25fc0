import type * as References from "./references.ts";

/** The variable that the program defines for other programs of the page; `scripts/site/build-site.ts` names it. */
export const referencesName = "scrollbackReferences";

let loading: Promise<typeof References> | undefined;

/**
 * Loads the program that writes references; `folder`: the address of the folder it is in. It is a plain script, because
 * a browser loads no module for a page that was opened as a file. Rejects if it cannot be loaded.
 */
export function loadReferences(folder: string): Promise<typeof References> {
  loading ??= new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: new URL("references.js", folder).href });
    script.addEventListener("load", () => {
      const { [referencesName]: program } = globalThis as { [referencesName]?: typeof References };
      if (program === undefined) reject(new Error(`${script.src} defines no ${referencesName}`));
      else resolve(program);
    });
    script.addEventListener("error", () => {
      loading = undefined;
      reject(new Error(script.src));
    });
    document.head.append(script);
  });
  return loading;
}
