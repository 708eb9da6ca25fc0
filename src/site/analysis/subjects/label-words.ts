import { fold } from "../../search/forms/fold.ts";

/** A text with the key of its channel. */
export interface ChannelText {
  readonly channel: string;
  readonly text: string;
}

/** In fewer texts of a channel what stands around a name is chance. */
const fewestTexts = 4;

/** A name stands between the same neighbours in at least this share of them where it is a label, or part of a formula with words that change. */
const sameShare = 0.75;

/** Between the same neighbours stand at least so many names where they are the entries of a list, such as its regions. */
const fewestEntries = 3;

/** A name with some of the texts that have it. */
interface NameInTexts {
  readonly name: { readonly forms: readonly string[] };
  readonly texts: readonly ChannelText[];
}

/**
 * Whether a name, by its place in the list, is one of a channel's own labels, which say nothing of what a post is about: `Price` of `💶 Price: 29 €`, or a
 * platform in a footer. Right before and behind it stand the same words or signs in nearly all texts of one channel, one at least a sign that ends no
 * clause, or a line holds nothing else; most texts that have it are of such channels; and hardly another name stands there.
 */
export function labelsAmong(names: readonly NameInTexts[]): (at: number) => boolean {
  const places = names.map(({ name, texts }) => labelPlaces(name.forms, texts));
  const entries = new Map<string, number>();
  for (const own of places) for (const place of own) entries.set(place, (entries.get(place) ?? 0) + 1);
  return (at) => places[at]?.some((place) => (entries.get(place) ?? 0) < fewestEntries) === true;
}

/** Between which neighbours, and in which channels, a name stands as a label; none where it does not. */
function labelPlaces(forms: readonly string[], texts: readonly ChannelText[]): readonly string[] {
  const byChannel = new Map<string, Map<string, number>>();
  for (const { channel, text } of texts) {
    const around = aroundIn(text, forms);
    if (around === undefined) continue;
    const counts = byChannel.get(channel) ?? new Map<string, number>();
    byChannel.set(channel, counts.set(around, (counts.get(around) ?? 0) + 1));
  }
  let [all, ofLabels] = [0, 0];
  const found: string[] = [];
  for (const [channel, counts] of byChannel) {
    const own = [...counts.values()].reduce((sum, count) => sum + count, 0);
    all += own;
    const same = [...counts].find(([around, count]) => marks.test(around) && count >= own * sameShare);
    if (own < fewestTexts || same === undefined) continue;
    ofLabels += own;
    found.push(`${channel}\n${same[0]}`);
  }
  return ofLabels >= all * sameShare ? found : [];
}

/** Neighbours, one a line, of which one is a sign that ends no clause, or both of which are missing. */
const marks = /^\n$|^[^\p{L}\p{M}\n.,;!?…()«»“”„"'’]|\n[^\p{L}\p{M}\n.,;!?…()«»“”„"'’]/u;

/** Where the first spelling stands that a text has as a whole word. */
function formIn(text: string, forms: readonly string[]): { readonly at: number; readonly form: string } | undefined {
  for (const form of forms) {
    for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
      const isWhole =
        !/[\p{L}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
        !/^[\p{L}\p{M}]/u.test(text.slice(at + form.length, at + form.length + 2));
      if (isWhole) return { at, form };
    }
  }
  return undefined;
}

/** What stands right before and behind a name; the start and the end of a line are neighbours as well. */
function aroundIn(text: string, forms: readonly string[]): string | undefined {
  const found = formIn(text, forms);
  if (found === undefined) return undefined;
  const { at, form } = found;
  const before = /(?:[\p{L}\p{M}]+|\S)\s*$/u.exec(lineBefore(text, at))?.[0].trim() ?? "";
  const behind = /^\s*(?:[\p{L}\p{M}]+|\S)/u.exec(lineBehind(text, at + form.length))?.[0].trim() ?? "";
  return `${fold(before)}\n${fold(behind)}`;
}

/** So much of a line is looked at on either side of a name, in UTF-16 units. */
const looked = 40;

function lineBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - looked), at);
  return before.slice(before.lastIndexOf("\n") + 1);
}

function lineBehind(text: string, at: number): string {
  const [line = ""] = text.slice(at, at + looked).split("\n", 1);
  return line;
}

/** A common word that is shouted stands near another one in at least this share of its texts; lists of abbreviations are rarer. */
const besideShare = 2 / 3;

/** A word of capitals that is no short abbreviation. */
const shouted = /(?<!\p{L})\p{Lu}{4,}(?!\p{L})/gu;

/**
 * Whether a name of capitals is a common word that headlines and offers shout: another such word stands near it in most of its texts, as in
 * `FREE DELIVERY`. `NATO` stands among words of other letters.
 */
export function isShoutedWord(forms: readonly string[], texts: readonly ChannelText[]): boolean {
  if (!forms.every((form) => /^\p{Lu}{4,}$/u.test(form))) return false;
  let [all, beside] = [0, 0];
  for (const { text } of texts) {
    const found = formIn(text, forms);
    if (found === undefined) continue;
    const { at, form } = found;
    const near = `${lineBefore(text, at)} ${lineBehind(text, at + form.length)}`;
    all += 1;
    if ([...near.matchAll(shouted)].some(([word]) => word !== form)) beside += 1;
  }
  return all > 0 && beside >= all * besideShare;
}
