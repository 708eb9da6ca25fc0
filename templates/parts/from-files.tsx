import type { ComponentChildren } from "preact";

interface FromFilesProps {
  /** What the page needs; `{command}` stands for a command that serves a folder. */
  readonly words: string;
  readonly children?: ComponentChildren;
}

/** What a page says whose program a browser does not load where it was opened as a file; `src/site/client/reader.ts` shows it there. */
export function FromFiles({ words, children }: FromFilesProps) {
  const [before, after] = words.split("{command}");
  return (
    <div class="nothing from-files" hidden>
      <p>
        {before}
        <code>npx serve</code>
        {after}
      </p>
      {children}
    </div>
  );
}
