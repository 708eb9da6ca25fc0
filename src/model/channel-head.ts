import { counterStems } from "./counter-words.ts";

/** What the head of a channel's page counts, in the page's order. */
export const counterKinds = ["subscribers", "photos", "videos", "files", "links"] as const;
/** One of `counterKinds`. */
export type CounterKind = (typeof counterKinds)[number];

/** What the head of a channel's page says of the channel, beside its names. */
export interface ChannelHead {
  /** The channel's own words, in lines. */
  readonly description?: string;
  /** Counts as printed: `53.6K`. */
  readonly counters?: Readonly<Partial<Record<CounterKind, string>>>;
}

/** A count and what it counts, as printed: `1 204` and `subscribers`, `12,3 тыс.` and `подписчиков`. */
export interface ShapedCounter {
  readonly printed: string;
  /** The word that tells what is counted: the first behind the count, or the one that the line starts with. */
  readonly word: string;
}

/** What multiplies a count: `17K` with or without a word glued to it, `12,3 тыс.`, `5 mil`, `3.4万`. Any short word with a full stop is taken for one. */
const factor = String.raw`[KMBКМ]|\s?[千万萬億천만억]|\s?(?:[KMBКМkmbкм](?!\p{L})|\p{L}{1,5}\.|(?:mil|bin|rb|jt|ribu|juta|nghìn|ألف|آلاف|هزار|हज़ार|हजार|लाख|พัน|หมื่น|แสน)(?=\s))`;
/** `1 204`, `1.204`, `1’204`, `١٬٢٠٤`, `53,6K` */
const count = String.raw`\p{Nd}+(?:[.,'’٬٫·\s]\p{Nd}+)*(?:${factor})?`;
const word = String.raw`\p{L}[\p{L}\p{M}\u200C\u200D'’-]*`;
const counterForms = [
  new RegExp(String.raw`^(?<printed>${count})\s?(?<word>${word})(?:\s${word}){0,2}$`, "u"),
  new RegExp(String.raw`^(?<word>${word})(?:\s${word})?:?\s?(?<printed>${count})(?:\s?${word})?$`, "u"),
];

/** Longer texts are no counter, and longer lines no line of counters. */
const longestCounter = 48;
const longestLine = 5 * longestCounter;

/** What has the shape of a counter, in any language: a count with one to three words. Lines of posts can have it too: the place decides. */
function shapedCounter(text: string): ShapedCounter | undefined {
  if (text.length > longestCounter || !/\p{Nd}/u.test(text)) return undefined;
  const groups = counterForms.map((form) => form.exec(text)?.groups).find((found) => found !== undefined);
  const { printed, word: told } = groups ?? {};
  return printed === undefined || told === undefined ? undefined : { printed, word: told };
}

/** What a line of counters counts; nothing where any part of it has another shape. `1 204 members, 33 online`, `1.2K subscribers · 12 photos` */
export function shapedCounters(line: string): readonly ShapedCounter[] {
  if (line.length > longestLine) return [];
  const parts = line.trim().split(/\s*[|•]\s*|\s·\s|,\s(?=\p{Nd})/u);
  const found = parts.map(shapedCounter);
  return found.flatMap((each) => each ?? []).length === parts.length ? found.flatMap((each) => each ?? []) : [];
}

/** A counter of a head, `53.6K subscribers`, `1 204 подписчика`, `登録者 1,204 人`; some extractors lose the blank. `undefined` for any other line. */
export function counterIn(line: string): { readonly kind: CounterKind; readonly printed: string } | undefined {
  return countersIn(line)[0];
}

/** All counters of a line whose words are known. */
function countersIn(line: string): readonly { readonly kind: CounterKind; readonly printed: string }[] {
  return shapedCounters(line).flatMap(({ printed, word: own }) => {
    const kind = kindOf(own);
    return kind === undefined ? [] : [{ kind, printed }];
  });
}

/** What a word says is counted, by its beginning. */
function kindOf(told: string): CounterKind | undefined {
  const own = told.toLowerCase();
  return counterKinds.find((kind) => counterStems[kind].some((stem) => own.startsWith(stem)));
}

/** A head of the lines of counters and of the description; absent parts stay absent. */
export function headFrom(
  counterLines: readonly string[],
  descriptionLines: readonly string[],
): ChannelHead | undefined {
  const counted = counterLines.flatMap(countersIn);
  const description = descriptionLines.join("\n").trim();
  if (counted.length === 0 && description === "") return undefined;
  return {
    ...(description === "" ? {} : { description }),
    ...(counted.length === 0
      ? {}
      : { counters: Object.fromEntries(counted.map(({ kind, printed }) => [kind, printed])) }),
  };
}
