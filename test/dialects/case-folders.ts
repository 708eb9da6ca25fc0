import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, Hints, Parsed } from "../../src/dialects/kinds/dialect.ts";
import { recognise } from "../../src/dialects/kinds/registry.ts";
import { readDump } from "../../src/import/read-dump.ts";
import type { Day } from "../../src/model/day.ts";
import type { Draft } from "../../src/model/draft.ts";
import { attachmentsOf, metadataOf } from "../../src/model/post.ts";
import { readSidecar, type Sidecar } from "../../src/read/sidecar.ts";
import { readSource, type SourceText } from "../../src/read/source-text.ts";

const root = join(import.meta.dirname, "..", "fixtures", "dialects");

/** A fixture folder: a small dump, what a person says about it, and what must come of it. */
export interface Case {
  readonly dialect: string;
  readonly name: string;
  readonly folder: string;
}

/** Every fixture folder, by dialect and name. */
export const cases: readonly Case[] = foldersIn(root).flatMap((dialect) =>
  foldersIn(join(root, dialect)).map((name) => ({ dialect, name, folder: join(root, dialect, name) })),
);

/** What is expected of a case, `claim` first; undefined where nobody wrote it down yet. */
export function expectationOf({ folder }: Case): { readonly claim?: string } | undefined {
  const file = join(folder, "expected.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** Writes down what was found as what is expected. Only a person who then reads it makes it true. */
export function record({ folder }: Case, claim: string, found: object): void {
  writeFileSync(join(folder, "expected.json"), `${JSON.stringify({ claim, ...found }, undefined, 2)}\n`);
}

/** The dialect that a case's dump is recognised as. */
export function dialectOf(own: Case): string {
  return recognise(sourceOf(own)).dialect.name;
}

function sourceOf({ folder }: Case): SourceText {
  return readSource(readFileSync(join(folder, "dump.txt")), "dump.txt");
}

/** Reads a case's dump and tells what came of it, in the shape of `expected.json`. */
export function resultOf(own: Case): object {
  const { folder } = own;
  const source = sourceOf(own);
  const sidecarFile = join(folder, "dump.yml");
  const sidecar = existsSync(sidecarFile) ? readSidecar(readFileSync(sidecarFile, "utf8"), "dump.yml") : {};
  const { dialect } = recognise(source);
  const parsed = dialect.parse(source, hintsOf(sidecar));
  const { posts, report } = readDump({ source, sidecar, today: "2030-01-01" as Day });
  const { key, name, handle } = report.channel;
  const furniture = furnitureOf(source, parsed);
  return {
    dialect: dialect.name,
    channel: report.channel.identified ? { key, name, ...(handle === undefined ? {} : { handle }) } : "unidentified",
    order: sidecar.order ?? parsed.order ?? "left to the dates",
    notices: parsed.findings
      .filter(isContract)
      .map(({ rule, line }) => (line === undefined ? rule : `${rule} at line ${line}`)),
    ...(furniture === "" ? {} : { furniture }),
    posts: posts.map((post, index) => ({
      lines: post.source.lines.map(([first, last]) => rangeText(first, last)).join(", "),
      roles: rolesOf(parsed.drafts[index]),
      ...(post.number === undefined ? {} : { number: post.number }),
      ...(post.forwardedFrom === undefined ? {} : { forwardedFrom: post.forwardedFrom }),
      ...(post.replyTo === undefined ? {} : { replyTo: post.replyTo }),
      ...(post.media.length === 0 ? {} : { media: post.media }),
      ...attachmentsOf(post),
      ...metadataOf(post),
      text: post.text === "" ? [] : post.text.split("\n"),
      ...(post.reactions.length === 0
        ? {}
        : { reactions: post.reactions.map(({ emoji, count, printed }) => `${emoji || "custom"} ${printed ?? count}`) }),
      ...(post.repairs.length === 0 ? {} : { repairs: post.repairs.map(({ from, to }) => `${from} → ${to}`) }),
    })),
  };
}

/** How sure the judge of boundaries is may change with every fit of its weights; what a page says of itself may not. */
function isContract({ rule }: Finding): boolean {
  return rule !== "boundary/doubtful";
}

export function hintsOf({ boundaries, channel, handle }: Sidecar): Hints {
  const names = [channel, handle].filter((name) => name !== undefined);
  return { start: new Set(boundaries?.start), join: new Set(boundaries?.join), names };
}

/** The lines that no post owns, blank ones left out. */
function furnitureOf(source: SourceText, parsed: Parsed): string {
  const owned = new Set(parsed.drafts.flatMap((draft) => draft.lines.map(({ line }) => line)));
  const lines = source.lines.flatMap((text, index) => (text.trim() === "" || owned.has(index + 1) ? [] : [index + 1]));
  return rangesText(lines);
}

function rolesOf(draft: Draft | undefined): Record<string, string> {
  const roles = new Map<string, number[]>();
  for (const { line, role } of draft?.lines ?? []) roles.set(role, [...(roles.get(role) ?? []), line]);
  return Object.fromEntries([...roles].map(([role, lines]) => [role, rangesText(lines)]));
}

function rangesText(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of lines) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([first, last]) => rangeText(first, last)).join(", ");
}

function rangeText(first: number, last: number): string {
  return first === last ? `${first}` : `${first}-${last}`;
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
