/** Whether a post of a group had the text first: surely, possibly, or not. */
export type FirstKind = "sure" | "open" | "no";
