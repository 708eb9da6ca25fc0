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

/** A counter of a head, `53.6K subscribers`; some extractors lose the blank. `undefined` for any other line. */
export function counterIn(line: string): { readonly kind: CounterKind; readonly printed: string } | undefined {
  const { printed, one } =
    /^(?<printed>\d[\d.,]*[KM]?) ?(?<one>subscriber|photo|video|file|link)s?$/u.exec(line)?.groups ?? {};
  const kind = counterKinds.find((name) => name === `${one}s`);
  return kind === undefined || printed === undefined ? undefined : { kind, printed };
}

/** A head of the lines of counters and of the description; absent parts stay absent. */
export function headFrom(
  counterLines: readonly string[],
  descriptionLines: readonly string[],
): ChannelHead | undefined {
  const counted = counterLines.flatMap((line) => counterIn(line.trim()) ?? []);
  const description = descriptionLines.join("\n").trim();
  if (counted.length === 0 && description === "") return undefined;
  return {
    ...(description === "" ? {} : { description }),
    ...(counted.length === 0
      ? {}
      : { counters: Object.fromEntries(counted.map(({ kind, printed }) => [kind, printed])) }),
  };
}
