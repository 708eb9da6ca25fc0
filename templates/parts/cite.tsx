import { citationsOf } from "../../src/site/formats/citations.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import type { Texts } from "../../src/site/texts/texts.ts";
import { usePage } from "./page-context.tsx";

/** A reference to a post in words, and behind it in the forms of reference managers. */
export function Cite({ page }: { readonly page: PostPage }) {
  const { archive } = usePage();
  const words = archive.texts.cite;
  const citations = citationsOf(page, archive);
  return (
    <section class="cite" aria-labelledby="cite">
      <h2 id="cite">{words.title}</h2>
      <p class="citation" id="cite-plain" dir="auto">
        {citations.plain}
      </p>
      <CopyButton of="cite-plain" words={words} name={words.plain} />
      {(["bibtex", "ris", "csl"] as const).map((form) => (
        <details key={form}>
          <summary>{words[form]}</summary>
          <pre id={`cite-${form}`} dir="ltr">
            {citations[form]}
          </pre>
          <CopyButton of={`cite-${form}`} words={words} name={words[form]} />
        </details>
      ))}
    </section>
  );
}

interface CopyButtonProps {
  readonly of: string;
  readonly words: Texts["cite"];
  readonly name: string;
}

/** Hidden until the program that makes it work shows it; its room is kept. */
function CopyButton({ of, words, name }: CopyButtonProps) {
  return (
    <button
      type="button"
      class="copy"
      hidden
      data-copy={of}
      data-done={words.copied}
      aria-label={`${words.copy}: ${name}`}
    >
      {words.copy}
    </button>
  );
}
