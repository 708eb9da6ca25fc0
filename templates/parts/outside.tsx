import type { ComponentChildren } from "preact";

interface OutsideProps {
  readonly to: string;
  /** The address itself where absent. */
  readonly children?: ComponentChildren;
}

/** A plain link that leads outside the archive, and looks like it. */
export function Outside({ to, children = to }: OutsideProps) {
  return (
    <a class="address" href={to} rel="noopener noreferrer external">
      {children} <span aria-hidden="true">↗</span>
    </a>
  );
}
