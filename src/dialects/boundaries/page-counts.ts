import type { Token } from "../lines/tokens.ts";
import type { LineClasses } from "./line-classes.ts";

/** By class of one grain, how often its lines stand where their nature is plain, and where it is asked. */
class ClassCounts {
  readonly all: Int32Array;
  /** Right behind a place where a post surely starts, or behind a blank line. */
  readonly starts: Int32Array;
  readonly inner: Int32Array;
  /** Right before a place where a post surely starts, or before a blank line. */
  readonly ends: Int32Array;
  readonly innerEnds: Int32Array;
  /** With a line of text right above, and right below. */
  readonly tightAbove: Int32Array;
  readonly tightBelow: Int32Array;
  /** The most frequent class right below, and how many classes stand there and right above. */
  readonly mostBelow: Int32Array;
  readonly kindsBelow: Int32Array;
  readonly kindsAbove: Int32Array;
  private readonly pairs = new Map<number, number>();

  constructor(
    readonly own: Int32Array,
    private readonly size: number,
  ) {
    const counts = (): Int32Array => new Int32Array(size);
    this.all = counts();
    this.starts = counts();
    this.inner = counts();
    this.ends = counts();
    this.innerEnds = counts();
    this.tightAbove = counts();
    this.tightBelow = counts();
    this.mostBelow = counts();
    this.kindsBelow = counts();
    this.kindsAbove = counts();
  }

  at(place: number): number {
    return this.own[place] as number;
  }

  addPair(above: number, below: number): void {
    const key = above * this.size + below;
    const times = (this.pairs.get(key) ?? 0) + 1;
    this.pairs.set(key, times);
    if (times === 1) {
      raise(this.kindsBelow, above);
      raise(this.kindsAbove, below);
    }
    if (times > (this.mostBelow[above] as number)) this.mostBelow[above] = times;
  }

  timesOf(above: number, below: number): number {
    return this.pairs.get(above * this.size + below) ?? 0;
  }

  /** What the counts say of a candidate between the lines `place - 1` and `place`. */
  numbersAt(place: number, lines: number, sureStarts: number): readonly number[] {
    const [above, next] = [this.at(place - 1), this.at(place)];
    const of = (counts: Int32Array, own: number): number => counts[own] as number;
    const pairs = this.timesOf(above, next);
    const [starts, ends] = [of(this.starts, next), of(this.ends, above)];
    const [below, over] = [of(this.tightBelow, above), of(this.tightAbove, next)];
    const [allAbove, allNext] = [of(this.all, above), of(this.all, next)];
    return [
      Math.log2(1 + allAbove),
      Math.log2(1 + allNext),
      allAbove / lines,
      allNext / lines,
      (starts + 0.3) / (starts + of(this.inner, next) + 1),
      (ends + 0.3) / (ends + of(this.innerEnds, above) + 1),
      starts / Math.max(1, sureStarts),
      ends / Math.max(1, sureStarts),
      over / allNext,
      below / allAbove,
      (pairs - 1) / Math.max(1, below - 1),
      (pairs - 1) / Math.max(1, over - 1),
      Math.log2(1 + pairs),
      (of(this.mostBelow, above) - 1) / Math.max(1, below - 1),
      (of(this.kindsBelow, above) - 1) / Math.max(1, below - 1),
      (of(this.kindsAbove, next) - 1) / Math.max(1, over - 1),
    ];
  }
}

function raise(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] as number) + 1;
}

/** What a page shows about classes of lines by repeating them. */
export class PageCounts {
  private readonly counts: readonly ClassCounts[];
  /** Places of tokens at which posts surely start, before and behind each token. */
  private readonly before: Int32Array;
  private readonly behind: Int32Array;
  private readonly characters: Float64Array;
  readonly sureStarts: number;
  /** Places of lines of text that surely open a post, and of those that surely close one. */
  readonly openers: number[] = [];
  readonly closers: number[] = [];

  constructor(
    private readonly tokens: readonly Token[],
    classes: LineClasses,
    surelyStarts: (place: number) => boolean,
  ) {
    const sure = tokens.map((_, place) => place === 0 || surelyStarts(place));
    this.counts = classes.of.map((own, grain) => new ClassCounts(own, classes.sizes[grain] ?? 0));
    this.sureStarts = sure.filter(Boolean).length;
    this.before = new Int32Array(tokens.length + 1);
    this.behind = new Int32Array(tokens.length + 1).fill(tokens.length);
    this.characters = new Float64Array(tokens.length + 1);
    for (const [place, token] of tokens.entries()) {
      this.before[place] = sure[place] ? place : (this.before[place - 1] ?? 0);
      this.characters[place + 1] = (this.characters[place] ?? 0) + (token.kind === "text" ? token.text.length : 0);
    }
    for (let place = tokens.length - 1; place >= 0; place -= 1)
      this.behind[place] = sure[place + 1] ? place + 1 : (this.behind[place + 1] ?? tokens.length);
    let opened = false;
    for (const [place, token] of tokens.entries()) {
      opened ||= sure[place] === true;
      if (token.kind !== "text") continue;
      this.count(place, opened, this.surelyCloses(place, sure));
      opened = false;
    }
  }

  /** Counts a line of text, and the pair that it makes with the line above where nothing tells whether a post starts between them. */
  private count(place: number, opens: boolean, closes: boolean): void {
    const [above, own, next] = [this.tokens[place - 1], this.tokens[place], this.tokens[place + 1]];
    if (opens) this.openers.push(place);
    if (closes) this.closers.push(place);
    const isTight = !opens && own?.gap === 0 && above?.kind === "text";
    for (const counts of this.counts) {
      const at = counts.at(place);
      raise(counts.all, at);
      if (opens) raise(counts.starts, at);
      else if (own !== undefined && own.gap > 0) raise(counts.inner, at);
      else if (isTight) raise(counts.tightAbove, at);
      if (closes) raise(counts.ends, at);
      else if (next !== undefined && next.gap > 0) raise(counts.innerEnds, at);
      if (!isTight) continue;
      raise(counts.tightBelow, counts.at(place - 1));
      counts.addPair(counts.at(place - 1), at);
    }
  }

  private surelyCloses(place: number, sure: readonly boolean[]): boolean {
    for (let at = place + 1; at <= this.tokens.length; at += 1) {
      if (at === this.tokens.length || sure[at] === true) return true;
      if (this.tokens[at]?.kind === "text") return false;
    }
    return true;
  }

  numbersAt(place: number): readonly number[] {
    return this.counts.flatMap((counts) => counts.numbersAt(place, this.tokens.length, this.sureStarts));
  }

  /** Lines and characters to the places around a candidate where posts surely start. */
  distancesAt(place: number): readonly number[] {
    const from = this.before[place - 1] ?? 0;
    const to = this.behind[place] ?? this.tokens.length;
    return [
      Math.log2(1 + place - from),
      Math.log2(1 + to - place),
      Math.log2(1 + this.charactersBetween(from, place)),
      Math.log2(1 + this.charactersBetween(place, to)),
    ];
  }

  /** Whether a post surely starts at a token. */
  startsAt(place: number): boolean {
    return this.before[place] === place;
  }

  charactersBetween(from: number, to: number): number {
    return (this.characters[to] ?? 0) - (this.characters[from] ?? 0);
  }
}
