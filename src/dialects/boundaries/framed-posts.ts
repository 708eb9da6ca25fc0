import type { Token } from "../lines/tokens.ts";

/**
 * Log-odds that are added to those of the model, by place, on a page whose posts stand in frames: a line of signs over each and the same under it, so
 * that two of them meet where one post ends and the next one starts. What stands in a frame is one post. 0 everywhere on any other page.
 */
export function frameScores(tokens: readonly Token[]): (place: number) => number {
  const scores = new Float64Array(tokens.length);
  for (const places of ofSameSign(tokens)) {
    if (!areFrames(places)) continue;
    for (let at = 0; at < places.length; at += 2) {
      const [from, to] = [places[at] ?? 0, places[at + 1] ?? tokens.length - 1];
      scores.fill(-framed, from + 1, to + 1);
      scores[from] = framed;
      if (to + 1 < tokens.length) scores[to + 1] = framed;
    }
  }
  return (place) => scores[place] ?? 0;
}

const framed = 5;

/** Frames that are shut, one right above the next: fewer may be a decoration. */
const fewestMeetings = 2;

/** The places of lines that are signs alone, by their first sign. */
function ofSameSign(tokens: readonly Token[]): Iterable<readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { kind, text }] of tokens.entries()) {
    const isShort = kind === "text" && text.length <= longestFrame;
    const sign = isShort ? frameLine.exec(text)?.groups?.sign : undefined;
    if (sign === undefined) continue;
    const own = places.get(sign);
    if (own === undefined) places.set(sign, [place]);
    else own.push(place);
  }
  return places.values();
}

/** Rulers are as long as a line of a screen, with some to spare. */
const longestFrame = 200;

/** Five signs or more, no letter and no figure. */
const frameLine = /^\s*(?<sign>[^\p{L}\p{N}\s])(?:\s*[^\p{L}\p{N}\s]){4,}\s*$/u;

/** Whether lines open and shut frames in turn: nearly each shuts one or opens the next, and where two meet the lower one opens. */
function areFrames(places: readonly number[]): boolean {
  const meetings = [...places.keys()].filter((at) => places[at] === (places[at - 1] ?? -2) + 1);
  const met = (2 * meetings.length + 2) / places.length;
  return meetings.length >= fewestMeetings && met >= leastMet && meetings.every((at) => at % 2 === 0);
}

/** Of the lines, so many meet another one or stand at an edge of the page: posts without a frame are few. */
const leastMet = 0.6;
