import { fieldNames, rowOfField } from "../model/fields.ts";
import { type Post, type Source, sourcesOf } from "../model/post.ts";

/** What an import did to one post of the archive. */
export interface Change {
  readonly kind: "new" | "changed" | "gone";
  readonly post: Post;
  /** What of a changed post is other than it was, in the words of the table of fields. Empty where its file alone is written anew. */
  readonly what: readonly string[];
}

/** What of a post differs between two states of it, named for people, in the order of the table of fields. */
export function changedFields(old: Post, now: Post): readonly string[] {
  return parts.filter(({ of }) => told(of(old, now)) !== told(of(now, old))).map(({ name }) => name);
}

/** A part of a post, what people call it, and its value; `other` is the state that the post is compared with. */
interface Part {
  readonly name: string;
  readonly of: (post: Post, other: Post) => unknown;
}

/** What is told of the captures of a post; everything else that a post holds is told as the table of fields says. */
const ofCaptures: readonly Part[] = [
  { name: "limits", of: (post, other) => capturesOf(post, other).map(({ lines }) => lines) },
  { name: "captures", of: (post) => sourcesOf(post).map(({ lines: _, sequence: __, ...capture }) => capture) },
  { name: "place in its dump", of: (post, other) => capturesOf(post, other).map(({ sequence }) => sequence) },
];

const parts: readonly Part[] = [...partsOfFields(), ...ofCaptures];

/** Each part once; it may be of several fields. */
function partsOfFields(): readonly Part[] {
  const byName = new Map<string, Part["of"][]>();
  const add = (name: string, of: Part["of"]) => byName.set(name, [...(byName.get(name) ?? []), of]);
  for (const field of fieldNames) {
    const { change } = rowOfField(field);
    if (typeof change === "string") add(change, (post) => post[field] ?? null);
    else for (const [name, of] of Object.entries(change)) add(name, (post) => of(post[field]));
  }
  return [...byName].map(([name, all]) => ({ name, of: (post, other) => all.map((of) => of(post, other)) }));
}

/** A change in a line: `changed k3v9x0q2mt harbour 2025-02-04 "Fog over the pier": date, interval`. */
export function changeLine({ kind, post, what }: Change): string {
  const words = kind !== "changed" ? "" : `: ${whatOf(what)}`;
  return `${kind} ${post.id} ${post.channel.key} ${post.dating.best} ${JSON.stringify(shortened(post.title))}${words}`;
}

/** What a change is of, in words; where nothing that a post tells is other, its file is. */
export function whatOf(what: Change["what"]): string {
  return what.length === 0 ? "its file's name or form only" : what.join(", ");
}

/** The captures of a post that another state of it has as well: one capture more is no other limit. */
function capturesOf(post: Post, other: Post): readonly Source[] {
  const others = new Set(sourcesOf(other).map(placeOf));
  return sourcesOf(post)
    .filter((source) => others.has(placeOf(source)))
    .sort((one, next) => (placeOf(one) < placeOf(next) ? -1 : 1));
}

function placeOf({ file, sha256 }: Source): string {
  return `${file}\n${sha256}`;
}

const longest = 60;

function shortened(title: string): string {
  const letters = [...title];
  return letters.length <= longest ? title : `${letters.slice(0, longest - 1).join("")}…`;
}

/** A value in one spelling, whatever the order of its keys. */
function told(value: unknown): string {
  const sorted = (_: string, each: unknown): unknown =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([one], [other]) => (one < other ? -1 : 1)))
      : each;
  return JSON.stringify(value, sorted) ?? "";
}
