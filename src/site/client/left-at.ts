/** How far down a search a reader was when opening a result. */
export interface LeftAt {
  /** How many results were shown. */
  readonly results: number;
  /** In pixels from the top of the page. */
  readonly scroll: number;
}

/** Where a reader comes back to, as the browser's history has it for the page that is open; nothing where the page is opened anew. */
export function leftAt(): LeftAt | undefined {
  const state: { readonly leftAt?: LeftAt } | null = history.state;
  return state?.leftAt;
}

/** Keeps it, for the way back, whenever the page is left. `results`: how many are shown by then. */
export function keepLeftAt(results: () => number): () => void {
  const keep = (): void => {
    const left: LeftAt = { results: results(), scroll: scrollY };
    history.replaceState({ leftAt: left }, "");
  };
  addEventListener("pagehide", keep);
  return () => removeEventListener("pagehide", keep);
}
