import type { ComponentChildren } from "preact";
import type { SitePath } from "../../src/site/model/urls.ts";
import { usePage } from "./page-context.tsx";

interface ChoiceProps {
  /** Where it leads; nowhere where no post is of it. */
  readonly to: SitePath | undefined;
  readonly isChosen: boolean;
  readonly children: ComponentChildren;
}

export function Choice({ to, isChosen, children }: ChoiceProps) {
  const { link } = usePage();
  return (
    <li>
      {to === undefined ? (
        <span class="faint">{children}</span>
      ) : (
        <a href={link(to)} aria-current={isChosen ? "page" : undefined}>
          {children}
        </a>
      )}
    </li>
  );
}
