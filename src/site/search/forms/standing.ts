/**
 * How sure a form is. `settled`: some word can be looked up under it alone. `own`: the same, although it could be a form of another word
 * that is settled: it goes before that.
 */
export type Standing = "open" | "settled" | "own";

/** Of the forms that a word may have, the deepest cut first, the one that it is looked up under; nothing where all are open. */
export function surest<Form>(forms: readonly Form[], standingOf: (form: Form) => Standing): Form | undefined {
  return forms.findLast((form) => standingOf(form) === "own") ?? forms.find((form) => standingOf(form) === "settled");
}
