import { besideOf } from "../../src/site/formats/citations.ts";
import { hashPlace } from "../../src/site/formats/hash-place.ts";
import { citationOf } from "../../src/site/formats/record.ts";
import { isOneDay } from "../../src/site/model/dating.ts";
import type { PostPage } from "../../src/site/model/post-page.ts";
import { absoluteUrl } from "../../src/site/model/urls.ts";
import { usePage } from "./page-context.tsx";

/** A reference to a post in words; `client/cite-forms.ts` writes those of reference managers when a reader asks for them. */
export function Cite({ page }: { readonly page: PostPage }) {
  const { archive } = usePage();
  const { texts } = archive;
  const words = texts.cite;
  const { note, best } = besideOf(page, archive);
  const { sha256 } = page.post.source;
  // In a citation from right to left, an address alone is read from left to right: its last slash stands at its end.
  const address = absoluteUrl(archive.settings.url, page.path);
  const citation = citationOf(page, archive);
  const at = citation.lastIndexOf(address);
  const [before, behind] = [citation.slice(0, at), citation.slice(at + address.length)];
  return (
    <section
      class="cite"
      aria-labelledby="cite"
      data-note={note.replace(sha256, hashPlace)}
      data-list={`${texts.selection.add}|${texts.selection.remove}`}
      data-best={isOneDay(page.date.kind) ? undefined : best}
    >
      <h2 id="cite">{words.title}</h2>
      <p class="citation" id="cite-plain" dir="auto" data-accessed={words.accessed}>
        {before}
        <bdi dir="ltr">{address}</bdi>
        {behind}
      </p>
      {/* Hidden until the program that makes them work shows them; their room is kept. */}
      <button
        type="button"
        class="copy"
        hidden
        data-copy="cite-plain"
        data-done={words.copied}
        aria-label={`${words.copy}: ${words.plain}`}
      >
        {words.copy}
      </button>
      {(["bibtex", "ris", "csl"] as const).map((form) => (
        <details key={form} hidden data-form={form}>
          <summary>{words[form]}</summary>{" "}
        </details>
      ))}
    </section>
  );
}
