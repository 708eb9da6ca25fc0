/** What readers do before they search: they point, touch, press a key, or put the cursor somewhere. */
const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "focusin", "input", "scroll"] as const;

/**
 * Starts something dear at the reader's first sign of interest, once, so that a page that is merely opened stays light. Returns what stops
 * the waiting.
 */
export function onInterest(start: () => void): () => void {
  const stop = (): void => {
    for (const sign of signs) removeEventListener(sign, begin, { capture: true });
  };
  const begin = (): void => {
    stop();
    start();
  };
  for (const sign of signs) addEventListener(sign, begin, { capture: true, passive: true });
  return stop;
}
