import type { Token } from "../lines/tokens.ts";
import { classGrains, type LineTraits } from "./line-traits.ts";

/** How often lines of one class stand where their nature is plain, and where it is asked. */
interface ClassCount {
  all: number;
  /** Right behind a place where a post surely starts, or behind a blank line. */
  starts: number;
  inner: number;
  /** Right before a place where a post surely starts, or before a blank line. */
  ends: number;
  innerEnds: number;
  /** With a line of text right above, and right below. */
  tightAbove: number;
  tightBelow: number;
  mostBelow: number;
  /** Kinds of lines right above. */
  readonly above: Set<string>;
  readonly below: Map<string, number>;
}

/** What a page shows about classes of lines by repeating them. */
export class PageCounts {
  private readonly counts: readonly Map<string, ClassCount>[] = Array.from({ length: classGrains }, () => new Map());
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
    private readonly traits: readonly (LineTraits | undefined)[],
    surelyStarts: (place: number) => boolean,
  ) {
    const sure = tokens.map((_, place) => place === 0 || surelyStarts(place));
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
      const own = traits[place];
      if (own === undefined) continue;
      const next = tokens[place + 1];
      const nextText = next?.kind === "text" ? traits[place + 1] : undefined;
      const closed = this.surelyCloses(place, sure);
      if (opened) this.openers.push(place);
      if (closed) this.closers.push(place);
      for (let grain = 0; grain < classGrains; grain += 1) {
        const count = this.countOf(grain, own.classes[grain] ?? "");
        count.all += 1;
        if (opened) count.starts += 1;
        else if (token.gap > 0) count.inner += 1;
        else if (tokens[place - 1]?.kind === "text") {
          count.tightAbove += 1;
          count.above.add(traits[place - 1]?.classes[grain] ?? "");
        }
        if (closed) count.ends += 1;
        else if (next !== undefined && next.gap > 0) count.innerEnds += 1;
        else if (nextText !== undefined && sure[place + 1] !== true) {
          count.tightBelow += 1;
          const name = nextText.classes[grain] ?? "";
          const times = (count.below.get(name) ?? 0) + 1;
          count.below.set(name, times);
          count.mostBelow = Math.max(count.mostBelow, times);
        }
      }
      opened = false;
    }
  }

  private surelyCloses(place: number, sure: readonly boolean[]): boolean {
    for (let at = place + 1; at <= this.tokens.length; at += 1) {
      if (at === this.tokens.length || sure[at] === true) return true;
      if (this.tokens[at]?.kind === "text") return false;
    }
    return true;
  }

  private countOf(grain: number, name: string): ClassCount {
    const counts = this.counts[grain] ?? new Map<string, ClassCount>();
    const known = counts.get(name);
    if (known !== undefined) return known;
    const made: ClassCount = {
      all: 0,
      starts: 0,
      inner: 0,
      ends: 0,
      innerEnds: 0,
      tightAbove: 0,
      tightBelow: 0,
      mostBelow: 0,
      above: new Set(),
      below: new Map(),
    };
    counts.set(name, made);
    return made;
  }

  numbersAt(place: number): readonly number[] {
    const numbers: number[] = [];
    for (let grain = 0; grain < classGrains; grain += 1) {
      const nextClass = this.traits[place]?.classes[grain] ?? "";
      const above = this.countOf(grain, this.traits[place - 1]?.classes[grain] ?? "");
      const next = this.countOf(grain, nextClass);
      const pairs = above.below.get(nextClass) ?? 0;
      const lines = this.tokens.length;
      numbers.push(
        Math.log2(1 + above.all),
        Math.log2(1 + next.all),
        above.all / lines,
        next.all / lines,
        (next.starts + 0.3) / (next.starts + next.inner + 1),
        (above.ends + 0.3) / (above.ends + above.innerEnds + 1),
        next.starts / Math.max(1, this.sureStarts),
        above.ends / Math.max(1, this.sureStarts),
        next.tightAbove / next.all,
        above.tightBelow / above.all,
        (pairs - 1) / Math.max(1, above.tightBelow - 1),
        (pairs - 1) / Math.max(1, next.tightAbove - 1),
        Math.log2(1 + pairs),
        (above.mostBelow - 1) / Math.max(1, above.tightBelow - 1),
        (above.below.size - 1) / Math.max(1, above.tightBelow - 1),
        (next.above.size - 1) / Math.max(1, next.tightAbove - 1),
      );
    }
    return numbers;
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
