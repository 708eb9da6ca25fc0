import { dialects } from "../dialects/kinds/registry.ts";
import { exportFormat } from "../exports/registry.ts";
import { dayNumber } from "../model/day.ts";
import { type FieldName, fieldNames, type MergeRule, rowOfField } from "../model/fields.ts";
import type { Boundary, Dating, MediaFile, Post, ReplyQuote, Source, Unnamed, Version } from "../model/post.ts";
import { filesOf, sourcesOf, takenAt } from "../model/post.ts";
import { compare } from "../text/compare.ts";
import { textKey } from "../text/text-key.ts";
import { identityText } from "./identity.ts";
import { type Match, matches } from "./record-linkage.ts";

/** A post as all dumps together show it, and where in them it stands. */
export interface Merged {
  readonly post: Unnamed;
  readonly readings: readonly Match[];
}

/**
 * Brings together the posts of all dumps that are one and the same, each merged from the best of its captures. The result does not depend on
 * the order in which the dumps are given. `languageSet` are the places of those for which a person told the language of the channel.
 */
export function mergeCaptures(
  dumps: readonly (readonly Unnamed[])[],
  languageSet: ReadonlySet<number> = new Set(),
): readonly Merged[] {
  const isSet = new Set([...languageSet].flatMap((dump) => dumps[dump] ?? []));
  return matches(dumps).map((readings) => ({
    readings,
    post: bestOf(
      readings.flatMap(({ dump, place }) => {
        const post = dumps[dump]?.[place];
        return post === undefined ? [] : [post];
      }),
      isSet,
    ),
  }));
}

/**
 * One post from several readings of it; `languageSet` are those of dumps for which a person told the language of the channel. Throws a RangeError
 * where there are none.
 */
export function bestOf(readings: readonly Unnamed[], languageSet: ReadonlySet<Unnamed> = new Set()): Unnamed {
  const isPartial = partialAmong(readings);
  const [best, ...others] = readings.toSorted(
    (one, other) => Number(isPartial(one)) - Number(isPartial(other)) || bestTextFirst(one, other),
  );
  if (best === undefined) throw new RangeError("a post has at least one reading");
  if (others.length === 0) return best;
  const whole = isPartial(best)
    ? others
    : others.map((other) => (isPartial(other) ? withoutWords(other, best) : other));
  const merged: Record<string, unknown> = {};
  for (const name of fieldNames) {
    const value = rules[rowOfField(name).merge](name, best, whole, languageSet);
    if (value !== undefined) merged[name] = value;
  }
  return merged as unknown as Unnamed;
}

/**
 * Which readings may have no more than the beginning of a text: those of a format that shows no more, and a post at which a capture was cut off. That
 * lacks the moment, which stands behind the text, where another reading has it and goes on where the first ends.
 */
function partialAmong(readings: readonly Unnamed[]): (reading: Unnamed) => boolean {
  const whole = readings.filter(({ published }) => published !== undefined);
  return ({ source: { dialect }, published, text }) => {
    const format = exportFormat(dialect);
    if (format?.isPartial === true) return true;
    const isCut = whole.some((other) => other.text.length > text.length && other.text.startsWith(text));
    return format !== undefined && published === undefined && isCut;
  };
}

/** A partial reading beside a whole one: where and when it was captured, and nothing that the whole one says better. */
function withoutWords({ channel, dating, number, source, alsoIn }: Unnamed, best: Unnamed): Unnamed {
  const { title, text, language, tags, mentions, links, boundary } = best;
  const words = { title, text, language, tags, mentions, links, media: [], reactions: [], repairs: [], boundary };
  return {
    ...words,
    ...{ channel, dating, source },
    ...(number === undefined ? {} : { number }),
    ...(alsoIn === undefined ? {} : { alsoIn }),
  };
}

type Rule = (name: FieldName, best: Unnamed, others: readonly Unnamed[], languageSet: ReadonlySet<Unnamed>) => unknown;

/** How each rule of the table of fields makes one value of those that captures tell. */
const rules: Readonly<Record<MergeRule, Rule>> = {
  own: (name, best) => told(best, name),
  first: (name, best, others) => told([best, ...others].find((post) => told(post, name) !== undefined) ?? best, name),
  longest: (name, best, others) => {
    const most = [best, ...others]
      .map((post) => listOf(post, name))
      .reduce((longest, next) => (next.length > longest.length ? next : longest));
    return most.length === 0 && rowOfField(name).presence === "maybe" ? undefined : most;
  },
  entities: (_, best, others) => [best, ...others].find((post) => post.text === best.text && post.entities)?.entities,
  "media-files": (_, best, others) => {
    const lists = [best, ...others].flatMap(({ mediaFiles }) => (mediaFiles === undefined ? [] : [mediaFiles]));
    const kept = (list: readonly MediaFile[]): number => list.filter(({ sha256 }) => sha256 !== undefined).length;
    return lists.toSorted((one, other) => kept(other) - kept(one) || other.length - one.length)[0];
  },
  latest: (name, best, others) => latestCount(name, [best, ...others]),
  channel: (_, best, others) =>
    [best, ...others].find(({ channel }) => channel.handle !== undefined)?.channel ?? best.channel,
  language: (_, best, others, languageSet) => languageOf([best, ...others], languageSet),
  dating: (_, best, others) => [best, ...others].map((post) => post.dating).reduce(surer),
  quote: (_, best, others) => quoteOf([best, ...others]),
  boundary: (_, best, others) => boundaryOf([best, ...others]),
  sources: (_, best, others) => unlessEmpty(otherSources(best, others)),
  versions: (_, best, others) => unlessEmpty(versionsOf(best, others)),
};

/**
 * The language that the earliest capture tells of the words that are shown, of captures for which a person told the channel's language where there is
 * one. Each dump tells it by all its texts, so that a fragment of a channel may take a short text for another language; a text does not change its
 * language with every capture.
 */
function languageOf([best, ...others]: readonly [Unnamed, ...Unnamed[]], languageSet: ReadonlySet<Unnamed>): string {
  const words = identityText(best);
  const told = [best, ...others].filter((post) => post.language !== "und" && identityText(post) === words);
  const [first] = told.toSorted(
    (one, other) =>
      Number(languageSet.has(other)) - Number(languageSet.has(one)) ||
      compare(takenAt(one.source), takenAt(other.source)),
  );
  return (first ?? best).language;
}

/** How it is known where the post that is shown starts and ends: a capture of other words says nothing of that. */
function boundaryOf([best, ...others]: readonly [Unnamed, ...Unnamed[]]): Boundary {
  const words = identityText(best);
  const same = [best, ...others.filter((other) => identityText(other) === words)];
  const sure = (["marked", "set"] as const).map((kind) => same.find(({ boundary }) => boundary.kind === kind));
  return sure.find((each) => each !== undefined)?.boundary ?? best.boundary;
}

/** What a capture tells of a field; a post without its id has none. */
function told(post: Partial<Post>, name: FieldName): unknown {
  return post[name];
}

function listOf(post: Unnamed, name: FieldName): readonly unknown[] {
  const value = told(post, name);
  return Array.isArray(value) ? value : [];
}

/** How much the kind of page or export keeps of a text; nothing for one that is no longer read. */
function fidelityOf({ dialect }: Source): number {
  const kind = exportFormat(dialect) ?? dialects.find(({ name }) => name === dialect);
  return kind?.fidelity ?? 0;
}

/** The latest text first: by the moment of the edit, then by the day and moment of the capture; of one text, the most faithful print first. */
function bestTextFirst(one: Unnamed, other: Unnamed): number {
  const edited = identityText(one) === identityText(other) ? 0 : laterText(one, other);
  return edited || bestPrintFirst(one.source, other.source);
}

function laterText(one: Unnamed, other: Unnamed): number {
  return compare(other.edited ?? "", one.edited ?? "") || compare(takenAt(other.source), takenAt(one.source));
}

function bestPrintFirst(one: Source, other: Source): number {
  return fidelityOf(other) - fidelityOf(one) || compare(one.file, other.file) || compare(one.sha256, other.sha256);
}

/** An editor's word goes first, then a moment that a capture tells; otherwise the narrower interval says more. */
function surer(one: Dating, other: Dating): Dating {
  for (const basis of ["given", "timestamp"] as const)
    if ((one.basis === basis) !== (other.basis === basis)) return one.basis === basis ? one : other;
  return widthOf(other) < widthOf(one) ? other : one;
}

function widthOf({ earliest, latest }: Dating): number {
  return dayNumber(latest) - dayNumber(earliest);
}

/** What the latest capture counts that counts anything; of those of a day, and of one moment, the one that counts most. An empty list is no count. */
function latestCount(name: FieldName, all: readonly Unnamed[]): unknown {
  const [latest] = all
    .filter((post) => told(post, name) !== undefined && !isEmptyList(told(post, name)))
    .toSorted(
      (one, other) =>
        compare(takenAt(other.source), takenAt(one.source)) || sumOf(told(other, name)) - sumOf(told(one, name)),
    );
  return told(latest ?? all[0] ?? {}, name);
}

/** What a thing that counts, or a list of such things, counts in all. */
function sumOf(counted: unknown): number {
  if (Array.isArray(counted)) return counted.reduce((sum: number, each) => sum + sumOf(each), 0);
  return (counted as { readonly count?: number } | undefined)?.count ?? 0;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Of several prints of a quote the first that has words, with the number that any of them tells. */
function quoteOf(all: readonly Unnamed[]): ReplyQuote | undefined {
  const quotes = all.flatMap((post) => post.replyTo ?? []);
  const quote = quotes.find(({ excerpt }) => excerpt !== "") ?? quotes[0];
  const number = quotes.find((each) => each.number !== undefined)?.number;
  return quote === undefined || number === undefined ? quote : { ...quote, number };
}

function otherSources(best: Unnamed, others: readonly Unnamed[]): readonly Source[] {
  const seen = new Set([placeOf(best.source)]);
  const sources: Source[] = [];
  for (const source of [...(best.alsoIn ?? []), ...others.flatMap(sourcesOf)]) {
    if (seen.has(placeOf(source))) continue;
    seen.add(placeOf(source));
    sources.push(source);
  }
  return sources.sort((one, other) => compare(placeOf(one), placeOf(other)));
}

function placeOf({ file, sha256, lines }: Source): string {
  return `${file}\n${sha256}\n${lines[0]?.[0] ?? 0}`.replace(/\d+$/u, (line) => line.padStart(12, "0"));
}

/**
 * Each text once, with all dumps that show it; two of one key are one text, as the first of its dumps prints it. Captures
 * that tell a link preview or a file beside the same words show no other version.
 */
function versionsOf(best: Unnamed, others: readonly Unnamed[]): readonly Version[] {
  const posts = [best, ...others];
  const words = new Map(posts.map((post) => [textKey(post.text), identityText(post)]));
  const shown = posts
    .flatMap((post) => [{ text: post.text, file: post.source.file }, ...(post.versions ?? [])])
    .flatMap((version) => filesOf(version).map((file) => ({ text: version.text, file })))
    .sort((one, other) => compare(one.file, other.file) || compare(one.text, other.text));
  const byText = new Map<string, { readonly text: string; readonly files: Set<string> }>();
  for (const { text, file } of shown) {
    const key = words.get(textKey(text)) ?? textKey(text);
    const known = byText.get(key);
    if (known) known.files.add(file);
    else byText.set(key, { text, files: new Set([file]) });
  }
  for (const key of [identityText(best), textKey(best.text)]) byText.delete(key);
  return [...byText.values()].map(({ text, files }) => {
    const [file = "", ...alsoIn] = files;
    return { text, file, ...(alsoIn.length === 0 ? {} : { alsoIn }) };
  });
}

function unlessEmpty<Item>(list: readonly Item[]): readonly Item[] | undefined {
  return list.length === 0 ? undefined : list;
}
