import { Document, isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap, YAMLSeq } from "yaml";
import type { Editor } from "../model/post.ts";

/** What a person says of a line: a post starts there, none does, or nothing any more. */
export type BoundaryWord = "start" | "join" | "open";

/** An answer about a line, 1-based. */
export interface BoundaryAnswer {
  readonly line: number;
  readonly to: BoundaryWord;
  /** Dumps that show it otherwise, and were looked at. */
  readonly despite?: readonly string[];
  /** Whether the review asked for it. */
  readonly asked?: boolean | undefined;
}

/** A text that cannot take an answer: it is not what a sidecar is. */
export class UnfitSidecar extends Error {}

/**
 * The text of a sidecar with answers in it, as a person would write them: `start` and `join` below `boundaries`, by line. Everything else stays as it
 * stands, comments too. Throws `UnfitSidecar` where the text is not YAML with keys.
 */
export function withBoundaries(text: string, answers: readonly BoundaryAnswer[], editor: Editor): string {
  return withKey(text, "boundaries", (document) => {
    const boundaries = boundariesOf(document);
    for (const answer of answers) settle(boundaries, answer, editor);
    if (boundaries.items.length === 0) document.delete("boundaries");
  });
}

/** The name of a dump's channel, with who gave it. */
export interface ChannelName extends Editor {
  readonly name: string;
}

/** The text of a sidecar that names the dump's channel, or no longer does; otherwise as `withBoundaries` does. */
export function withChannel(text: string, channel: ChannelName | undefined): string {
  return withKey(text, "channel", (document) => {
    if (channel === undefined) document.delete("channel");
    else {
      const { name, ...editor } = channel;
      const isPlain = Object.keys(editor).length === 0;
      document.set("channel", isPlain ? name : document.createNode({ name, ...editor }, { flow: true }));
    }
  });
}

/** A sidecar in which a key was changed, and every other byte is as it was. */
function withKey(text: string, key: string, change: (document: Document) => void): string {
  const old = text.replace(/^\uFEFF/u, "");
  const document = parseDocument(old);
  const [error] = document.errors;
  if (error !== undefined) throw new UnfitSidecar(error.message.split("\n")[0]);
  const root = document.contents;
  if (root !== null && !isMap(root)) throw new UnfitSidecar("it holds no keys and values");
  const place = placeOf(root, key);
  change(document);
  const spliced = withPart(old, place, key, document.get(key, true));
  const again = parseDocument(spliced);
  const isSame =
    again.errors.length === 0 && JSON.stringify(again.toJS() ?? {}) === JSON.stringify(document.toJS() ?? {});
  return isSame ? spliced : document.toString({ lineWidth: 0 });
}

/** From where to where a key stands in a sidecar with its value; nothing where it has none. */
function placeOf(root: YAMLMap | null, name: string): readonly [from: number, to: number] | undefined {
  const pair = root?.items.find(({ key }) => isScalar(key) && key.value === name);
  const [from, to] = [
    isScalar(pair?.key) ? pair.key.range?.[0] : undefined,
    (pair?.value as Node | null | undefined)?.range?.[1],
  ];
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** The text with this value of a key in its place, and every other byte as it was. */
function withPart(text: string, place: readonly [number, number] | undefined, key: string, value: unknown): string {
  const part = new Document();
  part.contents = part.createNode({});
  part.set(key, value);
  const written = value === undefined ? "" : part.toString({ lineWidth: 0 });
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

function settle(boundaries: YAMLMap, { line, to, despite = [], asked = false }: BoundaryAnswer, editor: Editor): void {
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
  const more = { ...editor, ...(despite.length === 0 ? {} : { despite }), ...(asked ? { asked } : {}) };
  if (list !== found) {
    list.flow = Object.keys(more).length === 0;
    boundaries.set(to, list);
  }
  const item = Object.keys(more).length === 0 ? line : { line, ...more };
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
