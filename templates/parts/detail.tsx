import type { ComponentChildren } from "preact";

/** A line of a list of details: its name, and what it says. */
export function Detail({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
