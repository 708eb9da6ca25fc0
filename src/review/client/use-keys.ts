import { useLayoutEffect } from "preact/hooks";

/** What keys do, by the key's name; letters in small. */
export type Keys = Readonly<Record<string, () => void>>;

/** Lets keys act while what calls this is shown; not in fields, which Escape leaves. */
export function useKeys(keys: Keys): void {
  // Before the next key comes: a key that is held down must not meet the keys of the page before it.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement
      ) {
        // Out of a field, back to the keys of the page.
        if (event.key === "Escape") target.blur();
        return;
      }
      const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  });
}
