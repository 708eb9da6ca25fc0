import { Lexer } from "yaml";
import { partFrontMatter } from "../markdown/front-matter.ts";
import { fingerprintIn, isWrittenButFor, type StoredPost } from "../markdown/post-file.ts";
import { type FieldName, fieldNames, rowOfField } from "../model/fields.ts";
import type { Notice } from "../model/notice.ts";
import type { Post } from "../model/post.ts";

interface EditedFile extends StoredPost {
  readonly path: string;
  readonly text: string;
}

/**
 * Whether all that a person changed in a post's file is an answer that the import takes up: the date, what a picture shows (`alt`), what was found
 * right (`checked`), or that the post is withdrawn. Such a file is written anew with the answer (`text`) and lives on; one that holds anything else of a person, be it a comment, stays as it is.
 */
export function isAnswered({ text: old }: EditedFile, text: string): boolean {
  // What captures say anew is no change of a person.
  if (isWrittenButFor(old, removableAnswers)) return true;
  const [mine, now] = [partFrontMatter(old), partFrontMatter(text)];
  return mine.body === now.body && restOf(mine.data) === restOf(now.data) && !hasComments(old);
}

/** What front matter says beside answers. */
function restOf(data: unknown): string {
  const rest = Object.entries(data as object)
    .filter(([key]) => !answerKeys.has(key))
    .map(([key, value]) => [key, answered[key]?.(value) ?? value] as const);
  return JSON.stringify(Object.fromEntries(rest.sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** Fields that hold answers, or what goes with an answered date, among other things; each without these. */
const answered: Readonly<Record<string, (value: unknown) => unknown>> = {
  mediaFiles: (files) => withoutKey(withoutKey(files, "alt"), "described"),
  // The day of the import bounds a date that nothing else does; it is not told where an editor set the date.
  source: (source) => withoutKey(source, "imported"),
  alsoIn: (sources) => withoutKey(sources, "imported"),
};

function withoutKey(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutKey(each, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

/** Answers that a file has no part of until somebody writes them. */
const removableAnswers = ["withdrawn", "checked"] as const;

const answerKeys: ReadonlySet<string> = new Set(["date", "edtf", "dating", "withdrawn", "checked", "fingerprint"]);

function hasComments(file: string): boolean {
  const head = file.slice(0, file.indexOf("\n---", "---".length) + 1);
  return [...new Lexer().lex(head)].some((token) => token.startsWith("#"));
}

/**
 * What is to be said of a file edited by hand: which of its parts differ from what the dumps say now (`post`, and `text`, the file the import
 * would write); and, where the dumps say something new since the edit, that they contradict it. Nothing of dates that an editor set and of posts
 * that were withdrawn: those are answers, which the import takes up.
 */
export function corrections(file: EditedFile, post: Post, text: string): readonly Notice[] {
  if (file.text === text) return [];
  const parts = fieldNames.flatMap((name) => {
    const { correction } = rowOfField(name);
    return correction === undefined || correction(file.post[name]) === correction(post[name]) ? [] : [named(name)];
  });
  const isAnswer = file.post.dating.basis === "given" || file.post.withdrawn !== undefined;
  if (isAnswer && parts.length === 0) return [];
  const what = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  // The fingerprint is of the file as it was written, before the answer.
  const moved = !isAnswer && fingerprintIn(file.text) !== fingerprintIn(text);
  const reason = moved
    ? `edited by hand${what}, so it was kept as it is, but its dumps have changed since; compare, and import with --force to use their text`
    : `edited by hand${what}, so it was kept as it is; import with --force to overwrite it`;
  return [{ rule: moved ? "posts/hand-edit-contradicted" : "posts/hand-edited", file: file.path, reason }];
}

/** A field as people find it in the file. */
function named(name: FieldName): string {
  return name === "dating" ? "date" : name;
}
