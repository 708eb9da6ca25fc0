import type { Token } from "../lines/tokens.ts";
import { certain } from "./judge.ts";

/**
 * Log-odds that are added to those of the model where a line goes on with what stands above it, in every language: next to no post of any known channel
 * starts there, yet a model that knows lines by their looks alone takes some of them for starts. 0 anywhere else.
 */
export function goesOnScore(tokens: readonly Token[], place: number): number {
  const own = tokens[place]?.text.trim() ?? "";
  const above = tokens[place - 1]?.text.trim() ?? "";
  if (closingSign.test(own)) return -certain;
  const isListed = (announcement.test(above) && item.test(own)) || countsOn(tokens, place);
  return openEnd.test(above) || isListed ? goesOn : 0;
}

const goesOn = -3;

/** A closing sign alone. */
const closingSign = /^[»”"’'）)\]]+$/u;

/** A comma, a semicolon or an opening bracket at the end. */
const openEnd = /[,，،、;；(«“„]$/u;

/** A colon announces a list. Prose below one may be another post, where a picture stood between them. */
const announcement = /[:：]$/u;

/** Starts of lines that a list has below such a line: a sign, a number, a user name, an address. */
const item =
  /^(?:[•▪◾◼▫●○·*–—\-−►▸▶→➤✓✔➖]|\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Nd}{1,3}(?:[.)]\s|\uFE0F?\u20E3)|@\w|https?:\/\/|www\.|t\.me\/)/u;

/** How far back the number before is looked for, in lines. */
const listReach = 15;

/** Whether a line has the number behind that of a line above, with text alone between them. A page whose first line is numbered may number its posts. */
function countsOn(tokens: readonly Token[], place: number): boolean {
  const number = numberOf(tokens[place]);
  if (number === undefined || number < 2 || numberOf(tokens.find(({ kind }) => kind === "text")) !== undefined)
    return false;
  for (let at = place - 1; at >= Math.max(0, place - listReach); at -= 1) {
    if (tokens[at]?.kind !== "text") return false;
    if (numberOf(tokens[at]) === number - 1) return true;
  }
  return false;
}

/** `2. `, `2) `, `2️⃣` at the start of a line. */
const numbered = /^[^\p{L}\p{N}]{0,3}(?<number>\p{Nd}{1,3})(?:[.)](?=\s)|\uFE0F?\u20E3)/u;

function numberOf(token: Token | undefined): number | undefined {
  const digits = numbered.exec(token?.text.trim() ?? "")?.groups?.number;
  return digits === undefined ? undefined : Number(digits);
}
