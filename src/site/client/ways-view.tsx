import type { Texts } from "../texts/texts.ts";

/** Addresses of the other ways in, as the page gives them. */
export interface Ways {
  readonly timeline: string;
  readonly tags: string;
  readonly channels: string;
  readonly subjects: string;
}

/** The ways in that the element of the search names. */
export function waysIn({ dataset }: HTMLElement): Ways {
  return {
    timeline: dataset.timeline ?? "",
    tags: dataset.tags ?? "",
    channels: dataset.channels ?? "",
    subjects: dataset.subjects ?? "",
  };
}

/** The ways to every post without a search. */
export function OtherWays({ ways, texts }: { readonly ways: Ways; readonly texts: Texts["search"] }) {
  return (
    <ul class="ways">
      {(
        [
          [ways.timeline, texts.byDate],
          [ways.subjects, texts.bySubject],
          [ways.tags, texts.byTag],
          [ways.channels, texts.byChannel],
        ] as const
      ).map(([address, words]) => (
        <li key={words}>
          <a href={address}>{words}</a>
        </li>
      ))}
    </ul>
  );
}
