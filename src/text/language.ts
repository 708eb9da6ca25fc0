import { compare } from "./compare.ts";
import { detectedLanguages, type LanguageEvidence, languageEvidence } from "./language-evidence.ts";

/**
 * The language of each text of one dump (BCP 47; `und` where nothing tells). How much of the dump is in which language is estimated from all its texts
 * together; each is then in the language that this and its own words make likeliest, so that a short or doubtful text is in a language of the channel.
 * A channel's language that a person told counts as much as all texts. The order of the texts changes nothing.
 */
export function languagesOf(texts: readonly string[], channelLanguage?: string): readonly string[] {
  const known = new Map<string, LanguageEvidence | undefined>();
  const evidenceOfText = (text: string): LanguageEvidence | undefined => {
    if (!known.has(text)) known.set(text, languageEvidence(text));
    return known.get(text);
  };
  const judge = judgeBy(usageOf(sampleOf(texts).map(evidenceOfText), channelLanguage));
  return texts.map((text) => judge(evidenceOfText(text)));
}

/** As `languagesOf`, for texts that are too many to be held: judges one after the other once all were looked through. */
export function languageJudge(texts: Iterable<string>, channelLanguage?: string): (text: string) => string {
  const judge = judgeBy(usageOf(sampleOf(texts).map(languageEvidence), channelLanguage));
  return (text) => judge(languageEvidence(text));
}

/** So many texts tell how much a dump uses each language, to a percent and less. */
const sampleSize = 1000;

/** Of many texts those with the least digests: a sample that no order changes and that changes little where texts are added. */
function sampleOf(texts: Iterable<string>): readonly string[] {
  const kept: { readonly digest: number; readonly text: string }[] = [];
  const cut = (): void => {
    kept.sort((one, other) => one.digest - other.digest || compare(one.text, other.text));
    kept.length = Math.min(kept.length, sampleSize);
  };
  let most = Number.POSITIVE_INFINITY;
  for (const text of texts) {
    const digest = digestOf(text);
    if (digest > most) continue;
    kept.push({ digest, text });
    if (kept.length < 2 * sampleSize) continue;
    cut();
    most = kept.at(-1)?.digest ?? most;
  }
  cut();
  return kept.map(({ text }) => text);
}

/** FNV-1a over the UTF-16 units of a text. */
function digestOf(text: string): number {
  let digest = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193);
  return digest >>> 0;
}

function judgeBy({ shares, main }: Usage): (evidence: LanguageEvidence | undefined) => string {
  return (evidence) => (evidence === undefined ? main : likeliest(evidence, shares));
}

/** How much a dump uses each language. */
interface Usage {
  readonly shares: Shares;
  /** The language that most of it is in. */
  readonly main: string;
}

/** The share of a dump's texts that each language has; languages of single texts are left out. */
type Shares = ReadonlyMap<string, number>;

/** The share of a language that a dump does not show, at least: of one that the detector tells, and of another. */
const leastShare = 0.01;
const leastShareOfRarer = 0.0005;

function shareOf(code: string, shares: Shares): number {
  return Math.max(shares.get(code) ?? 0, detectedLanguages.has(code) ? leastShare : leastShareOfRarer);
}

function likeliest({ told, oddsOf }: LanguageEvidence, shares: Shares): string {
  let [best, most] = ["und", Number.NEGATIVE_INFINITY];
  for (const code of new Set([...told.keys(), ...shares.keys()])) {
    const odds = oddsOf(code) + Math.log(shareOf(code, shares));
    if (odds > most) [best, most] = [code, odds];
  }
  return best;
}

/** Languages so far below the likeliest one of a text have no share in it. */
const farBelow = 6;

/** Shares hardly change after so many rounds. */
const rounds = 10;

/** Texts that say the same of their languages: the odds of each, to the full number, and how many texts there are. */
interface Kind {
  readonly odds: readonly (readonly [code: string, odds: number])[];
  count: number;
}

/**
 * How much a dump uses each language, by expectation and maximisation: each text is divided between the languages that it may be in, by its own odds and
 * by the shares that the languages have so far, and these are summed up anew. One text is taken from each sum, so that no doubtful text makes
 * a language for itself.
 */
function usageOf(texts: Iterable<LanguageEvidence | undefined>, channelLanguage: string | undefined): Usage {
  const kinds = kindsOf(texts);
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const told = channelLanguage === undefined ? [] : [[channelLanguage, total + 3] as const];
  let shares: Shares = new Map();
  let main = channelLanguage ?? "und";
  for (let round = 0; round < rounds; round += 1) {
    const sums = new Map(told);
    for (const { odds, count } of kinds) {
      const parts = odds.map(([code, value]) => [code, Math.exp(value) * shareOf(code, shares)] as const);
      const all = parts.reduce((sum, [, part]) => sum + part, 0);
      for (const [code, part] of parts) sums.set(code, (sums.get(code) ?? 0) + (count * part) / all);
    }
    const texts = [...sums.values()].reduce((sum, each) => sum + each, 0);
    shares = new Map([...sums].flatMap(([code, sum]) => (sum > 1 ? [[code, (sum - 1) / texts]] : [])));
    main = channelLanguage ?? [...sums].sort(([, one], [, other]) => other - one)[0]?.[0] ?? "und";
  }
  return { shares, main };
}

/** The kinds of texts of a dump, in an order that is not that of the texts: sums are then the same to the last digit. */
function kindsOf(texts: Iterable<LanguageEvidence | undefined>): readonly Kind[] {
  const kinds = new Map<string, Kind>();
  for (const evidence of texts) {
    if (evidence === undefined || evidence.told.size === 0) continue;
    const all = [...new Map([...evidence.untold, ...evidence.told])];
    const most = Math.max(...all.map(([, odds]) => odds));
    const near = all.filter(([, odds]) => odds >= most - farBelow).sort(([one], [other]) => (one < other ? -1 : 1));
    const odds = near.map(([code, value]) => [code, Math.round(value - most)] as const);
    const key = odds.join(" ");
    const kind = kinds.get(key) ?? { odds, count: 0 };
    kind.count += 1;
    kinds.set(key, kind);
  }
  return [...kinds].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, kind]) => kind);
}
