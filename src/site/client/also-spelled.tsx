import { useEffect, useState } from "preact/hooks";
import { formsOf } from "../search/forms/forms.ts";
import { type SpellingRows, spellingFile } from "../search/spellings/spelling-files.ts";
import { countedIn } from "../search/wording.ts";
import type { Texts } from "../texts/texts.ts";
import type { Index, Shown } from "./answers.ts";
import { filtered } from "./filter.ts";
import { inflectionsIn } from "./look-up.ts";
import { match } from "./match.ts";
import { addressOf, narrowings, type Question } from "./question.ts";
import type * as Spellings from "./spellings.ts";

/** An answer, and what asks another question. */
export interface AlsoSpelledProps {
  readonly index: Index;
  readonly shown: Shown;
  readonly texts: Texts["search"];
  readonly choose: (question: Question) => void;
}

interface Offer {
  readonly spelling: string;
  readonly posts: number;
  readonly next: Question;
}

/** Other spellings of the names that were asked for, as the archive has them. They are offered and never mixed in. */
export function AlsoSpelled({ index, shown, texts, choose }: AlsoSpelledProps) {
  const [offers, setOffers] = useState<readonly Offer[]>([]);
  useEffect(() => {
    let current = true;
    // Without other spellings the answer is as good.
    offersFor(index, shown).then(
      (found) => current && setOffers(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [shown.matches, shown.question]);
  if (offers.length === 0) return null;
  return (
    <div class="spellings">
      <p id="spellings">{texts.alsoSpelled}</p>
      <ul aria-labelledby="spellings">
        {offers.map(({ spelling, posts, next }) => (
          <li key={addressOf(next)}>
            <a
              href={addressOf(next)}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                choose(next);
              }}
            >
              <bdi>{spelling}</bdi>
            </a>{" "}
            <span class="count">{countedIn(texts.locale, texts.found, posts)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Words of a question that are looked up; a question of more names is rare. */
const mostWords = 3;

async function offersFor(index: Index, { question, matches }: Shown): Promise<readonly Offer[]> {
  const terms = matches.terms.map((found) => found.term).filter((term) => term.kind !== "begun");
  if (index.spellings.count === 0 || terms.length === 0) return [];
  const program = new URL("spellings.js", import.meta.url).href;
  const { otherSpellings } = (await import(program)) as typeof Spellings;
  const languages = [...new Set(["und", ...index.bundles.flatMap(({ manifest }) => manifest.languages)])];
  const inflections = inflectionsIn(index.bundles);
  const files = {
    ...index.spellings,
    load: async (number: number) => (await index.file(spellingFile(number))) as SpellingRows,
    formsOf: (folded: string) => [...new Set(languages.flatMap((language) => formsOf(folded, language, inflections)))],
  };
  const offers = await Promise.all(
    terms.slice(0, mostWords).map(async ({ typed }) => {
      const found = await otherSpellings(typed, files);
      return found.map(({ spelling, posts }): Offer => {
        return { spelling, posts, next: { ...question, words: question.words.replace(typed, () => spelling) } };
      });
    }),
  );
  // What a name alone finds is known; beside other words and filters it is counted.
  const isAlone = terms.length === 1 && terms[0]?.typed === question.words.trim() && narrowings(question).length === 0;
  const counted = isAlone ? offers.flat() : await Promise.all(offers.flat().map((offer) => countedAnew(index, offer)));
  return counted.filter((offer) => offer.posts > 0 && offer.next.words !== question.words);
}

async function countedAnew({ bundles, words }: Index, offer: Offer): Promise<Offer> {
  const matches = await match(bundles, offer.next.words, words.labels);
  return { ...offer, posts: filtered(bundles, matches, offer.next).places.length };
}
