/**
 * Keys of the search page: arrows go from the box through the results and back, Escape leads from a result to the box
 * and clears it there. Enter on a result is the link's own.
 */
export function followKeys(input: HTMLInputElement, host: HTMLElement, clear: () => void): () => void {
  const pressed = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return;
    const results = [...host.querySelectorAll<HTMLElement>(".results a")];
    const here = results.indexOf(document.activeElement as HTMLElement);
    const inBox = document.activeElement === input;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && (inBox || here >= 0)) {
      const next = inBox
        ? step > 0
          ? results[0]
          : undefined
        : (results[here + step] ?? (step < 0 ? input : undefined));
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
    } else if (event.key === "Escape" && (inBox || here >= 0)) {
      event.preventDefault();
      if (inBox) clear();
      else input.focus();
    }
  };
  document.addEventListener("keydown", pressed);
  return () => document.removeEventListener("keydown", pressed);
}
