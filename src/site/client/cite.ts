import { referencesFrom } from "../formats/posting-references.ts";
import { letCopy } from "./copying.ts";
import { openedOn } from "./opened.ts";
import { factsIn } from "./page-facts.ts";

/** Writes the references of a post's page in the forms of reference managers, from what the page says of the post. */
const { posting, beside } = factsIn(document);
const references = referencesFrom(posting, { ...beside, accessed: openedOn() });
const model = document.querySelector<HTMLButtonElement>("button[data-copy]");

for (const details of document.querySelectorAll<HTMLDetailsElement>("details[data-form]")) {
  const form = details.dataset.form as keyof typeof references;
  const text = Object.assign(document.createElement("pre"), { id: `cite-${form}`, dir: "ltr" });
  text.textContent = references[form];
  details.append(text);
  if (model === null || model.hidden) continue;
  const button = model.cloneNode(true) as HTMLButtonElement;
  button.textContent = model.dataset.name ?? "";
  button.ariaLabel = `${button.textContent}: ${details.querySelector("summary")?.textContent}`;
  letCopy(button, text);
  details.append(button);
}
