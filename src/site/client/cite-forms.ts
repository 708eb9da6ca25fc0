import { letCopy } from "./copying.ts";
import { loadReferences } from "./load-references.ts";
import { openedOn } from "./opened.ts";
import { factsIn } from "./page-facts.ts";

/** Shows the forms of reference managers on a post's page and fills them in when a reader first opens one. `folder`: where programs are. */
export function offerForms(folder: string): void {
  const model = document.querySelector<HTMLButtonElement>("button[data-copy]");
  let isAsked = false;
  const forms = document.querySelectorAll<HTMLDetailsElement>("details[data-form]");
  for (const details of forms) {
    details.hidden = false;
    details.addEventListener("toggle", async () => {
      if (isAsked) return;
      isAsked = true;
      try {
        const { referencesFrom } = await loadReferences(folder);
        const { posting, beside } = factsIn(document);
        const references = referencesFrom(posting, { ...beside, accessed: openedOn() });
        for (const each of forms) fill(each, references[each.dataset.form as keyof typeof references], model);
      } catch {
        // The reader may be offline for a moment: the form stays empty, and opening one again asks again.
        isAsked = false;
      }
    });
  }
}

function fill(details: HTMLDetailsElement, reference: string, model: HTMLButtonElement | null): void {
  const text = Object.assign(document.createElement("pre"), { id: `cite-${details.dataset.form}`, dir: "ltr" });
  text.textContent = reference;
  details.append(text);
  if (model === null || model.hidden) return;
  const button = model.cloneNode(true) as HTMLButtonElement;
  // What the button itself says may be by now that it has copied.
  button.textContent = model.ariaLabel?.split(":")[0] ?? "";
  button.ariaLabel = `${button.textContent}: ${details.querySelector("summary")?.textContent}`;
  letCopy(button, text);
  details.append(button);
}
