import type { ComponentChildren } from "preact";

interface WideTableProps {
  /** What the table holds, for those who do not see it. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** A table that may be wider than the page: it is moved by itself, by the keyboard as well. */
export function WideTable({ name, children }: WideTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section class="table-scroll" aria-label={name} tabIndex={0}>
      {children}
    </section>
  );
}
