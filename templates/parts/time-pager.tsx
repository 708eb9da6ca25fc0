import type { SitePath } from "../../src/site/model/urls.ts";
import { ArrowBack, ArrowOn } from "./arrow.tsx";
import { usePage } from "./page-context.tsx";

interface Stretch {
  readonly path: SitePath;
  readonly name: string;
}

interface TimePagerProps {
  readonly older: Stretch | undefined;
  readonly newer: Stretch | undefined;
}

/** Leads to the months or years with posts before and after. */
export function TimePager({ older, newer }: TimePagerProps) {
  const { link, texts } = usePage();
  if (older === undefined && newer === undefined) return null;
  return (
    <nav class="pager" aria-label={texts.ways.around}>
      {older === undefined ? (
        <span />
      ) : (
        <a href={link(older.path)} rel="prev">
          <ArrowBack /> {older.name}
        </a>
      )}
      {newer !== undefined && (
        <a href={link(newer.path)} rel="next">
          {newer.name} <ArrowOn />
        </a>
      )}
    </nav>
  );
}
