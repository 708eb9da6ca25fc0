import { type Post, type Source, sourcesOf } from "../model/post.ts";

/** What an import did to one post of the archive. */
export interface Change {
  readonly kind: "new" | "changed" | "gone";
  readonly post: Post;
  /** What of a changed post is other than it was, in the words of `parts`. Empty where its file alone is written anew. */
  readonly what: readonly string[];
}

/** What of a post differs between two states of it, named for people, in the order of `parts`. */
export function differences(old: Post, now: Post): readonly string[] {
  return parts.filter(({ of }) => told(of(old, now)) !== told(of(now, old))).map(({ name }) => name);
}

/** A part of a post, what people call it, and its value; `other` is the state that the post is compared with. */
interface Part {
  readonly name: string;
  readonly of: (post: Post, other: Post) => unknown;
}

/** All that a post holds. `test/archive/changes.test.ts` keeps it whole. */
const parts: readonly Part[] = [
  { name: "channel", of: (post) => post.channel },
  { name: "title", of: (post) => post.title },
  { name: "text", of: (post) => post.text },
  { name: "date", of: (post) => [post.dating.best, post.published] },
  { name: "interval", of: (post) => [post.dating.earliest, post.dating.latest, post.dating.edtf] },
  { name: "grounds of the date", of: (post) => [post.dating.basis, post.dating.evidence] },
  { name: "language", of: (post) => post.language },
  { name: "tags", of: (post) => [post.tags, post.mentions, post.links] },
  { name: "forward", of: (post) => post.forwardedFrom },
  { name: "reply", of: (post) => post.replyTo },
  { name: "media", of: (post) => [post.media, post.linkPreview, post.poll, post.files, post.service] },
  { name: "reactions", of: (post) => post.reactions },
  { name: "views", of: (post) => post.views },
  { name: "signature", of: (post) => post.signature },
  { name: "clock time", of: (post) => post.clock },
  { name: "limits", of: (post, other) => capturesOf(post, other).map(({ lines }) => lines) },
  { name: "sureness of its start", of: (post) => post.boundary },
  { name: "number", of: (post) => post.number },
  { name: "edits", of: (post) => [post.edited, post.editedMark, post.versions] },
  { name: "captures", of: (post) => sourcesOf(post).map(({ lines: _, sequence: __, ...capture }) => capture) },
  { name: "place in its dump", of: (post, other) => capturesOf(post, other).map(({ sequence }) => sequence) },
  { name: "repairs", of: (post) => post.repairs },
  { name: "withdrawal", of: (post) => post.withdrawn },
];

/** A change in a line: `changed k3v9x0q2mt harbour 2025-02-04 "Fog over the pier": date, interval`. */
export function changeLine({ kind, post, what }: Change): string {
  const words = kind !== "changed" ? "" : `: ${what.length === 0 ? "its file alone" : what.join(", ")}`;
  return `${kind} ${post.id} ${post.channel.key} ${post.dating.best} ${JSON.stringify(shortened(post.title))}${words}`;
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
