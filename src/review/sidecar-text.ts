import { Document, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap, YAMLSeq } from "yaml";
import type { Editor } from "../model/post.ts";

/** What a person says of a line: a post starts there, none does, or nothing any more. */
export type BoundaryWord = "start" | "join" | "open";

/** An answer about a line, 1-based. */
export interface BoundaryAnswer {
  readonly line: number;
  readonly to: BoundaryWord;
}

/** A text that cannot take an answer: it is not what a sidecar is. */
export class UnfitSidecar extends Error {}

/**
 * The text of a sidecar with answers in it, as a person would write them: `start` and `join` below `boundaries`, by line. Everything else stays as it
 * stands, comments too. Throws `UnfitSidecar` where the text is not YAML with keys.
 */
export function withBoundaries(text: string, answers: readonly BoundaryAnswer[], editor: Editor): string {
  const old = text.replace(/^\uFEFF/u, "");
  const document = parseDocument(old);
  const [error] = document.errors;
  if (error !== undefined) throw new UnfitSidecar(error.message.split("\n")[0]);
  const root = document.contents;
  if (root !== null && !isMap(root)) throw new UnfitSidecar("it holds no keys and values");
  const place = placeOf(root);
  const boundaries = boundariesOf(document);
  for (const answer of answers) settle(boundaries, answer, editor);
  if (boundaries.items.length === 0) document.delete("boundaries");
  const spliced = withPart(old, place, boundaries);
  const again = parseDocument(spliced);
  const isSame =
    again.errors.length === 0 && JSON.stringify(again.toJS() ?? {}) === JSON.stringify(document.toJS() ?? {});
  return isSame ? spliced : document.toString({ lineWidth: 0 });
}

/** From where to where `boundaries` stands in a sidecar; nothing where it has none. */
function placeOf(root: YAMLMap | null): readonly [from: number, to: number] | undefined {
  const pair = root?.items.find(({ key }) => isScalar(key) && key.value === "boundaries");
  const [from, to] = [
    isScalar(pair?.key) ? pair.key.range?.[0] : undefined,
    (pair?.value as Node | null | undefined)?.range?.[1],
  ];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** The text with these boundaries in their place, and every other byte as it was. */
function withPart(text: string, place: readonly [number, number] | undefined, boundaries: YAMLMap): string {
  const part = new Document();
  part.contents = part.createNode({});
  part.set("boundaries", boundaries);
  const written = boundaries.items.length === 0 ? "" : part.toString({ lineWidth: 0 });
  if (place === undefined) return `${text}${text === "" || text.endsWith("\n") ? "" : "\n"}${written}`;
  const [before, behind] = [text.slice(0, place[0]), text.slice(place[1])];
  return `${before}${written}${text[place[1] - 1] === "\n" || written === "" ? behind.replace(/^\n/u, "") : behind.replace(/^[^\n]*\n?/u, (rest) => (rest.trim() === "" ? "" : rest))}`;
}

function boundariesOf(document: Document): YAMLMap {
  const found = document.get("boundaries");
  if (isMap(found)) return found;
  const made = document.createNode({}) as YAMLMap;
  document.set("boundaries", made);
  return made;
}

function settle(boundaries: YAMLMap, { line, to }: BoundaryAnswer, editor: Editor): void {
  for (const key of ["start", "join"] as const) {
    const list = boundaries.get(key);
    if (!isSeq(list)) continue;
    const at = list.items.findIndex((item) => lineOf(item) === line);
    if (at >= 0) list.delete(at);
    if (list.items.length === 0) boundaries.delete(key);
  }
  if (to === "open") return;
  const found = boundaries.get(to);
  const list = isSeq(found) ? found : new YAMLSeq();
  if (list !== found) {
    list.flow = Object.keys(editor).length === 0;
    boundaries.set(to, list);
  }
  const item = Object.keys(editor).length === 0 ? line : { line, ...editor };
  const node = new Document().createNode(item, { flow: true });
  const after = list.items.findIndex((other) => (lineOf(other) ?? 0) > line);
  list.items.splice(after < 0 ? list.items.length : after, 0, node);
}

function lineOf(item: unknown): number | undefined {
  if (isMap(item)) return numberIn(item.get("line"));
  return numberIn((item as { readonly value?: unknown } | null)?.value ?? item);
}

function numberIn(value: unknown): number | undefined {
  return typeof value === "number" ? value : undefined;
}

/** The text of a sidecar that names the dump's channel. Throws `UnfitSidecar` as `withBoundaries` does. */
export function withChannel(text: string, name: string): string {
  const document = parseDocument(text.replace(/^\uFEFF/u, ""));
  if (document.errors[0] !== undefined) throw new UnfitSidecar(document.errors[0].message.split("\n")[0]);
  if (document.contents !== null && !isMap(document.contents)) throw new UnfitSidecar("it holds no keys and values");
  document.set("channel", name);
  return document.toString({ lineWidth: 0 });
}
