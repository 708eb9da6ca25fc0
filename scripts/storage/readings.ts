import { createHash } from "node:crypto";
import { identityText } from "../../src/archive/identity.ts";
import type { ReadDump } from "../../src/import/assemble.ts";
import type { DumpInput, Remember } from "../../src/import/read-dump.ts";
import { sourcesOf, type Unnamed } from "../../src/model/post.ts";
import type { Table } from "./store.ts";

/** A reading, and the day on which it was made. */
export interface Reading {
  readonly today: string;
  readonly dump: ReadDump;
}

/**
 * What was read of dumps before, kept so that an import reads again only what changed. A reading is known by everything that has a part in it:
 * the dump's bytes and name, its sidecar, and what other dumps and hand-given days say; a store is of one state of the program.
 */
export class Readings {
  private readonly used = new Set<string>();

  constructor(private readonly table: Table<Reading>) {}

  /** Gives readings from the table where it holds them. `posts` are those that the facts of the dumps' dating are taken from. */
  remembering(posts: readonly Unnamed[]): Remember {
    const facts = factsKey(posts);
    return (input, read) => {
      const key = keyOf(input, facts);
      this.used.add(key);
      const kept = this.table.get(key);
      if (kept !== undefined && (kept.today === input.today || !usesToday(kept.dump))) return kept.dump;
      const dump = read();
      this.table.put(key, { today: input.today, dump });
      return dump;
    };
  }

  /** Removes readings that this import had no use for. */
  tidy(): void {
    for (const key of [...this.table.keys()]) if (!this.used.has(key)) this.table.remove(key);
  }
}

/** Only a reading that the day of the import had a part in depends on it; one without posts does not tell. */
function usesToday({ posts }: ReadDump): boolean {
  return posts.length === 0 || posts.some((post) => post.source.imported !== undefined);
}

function keyOf(input: DumpInput, context: string): string {
  return sha256(`${context}\n${JSON.stringify([...partsOf(input), (input.alongside ?? []).map(partsOf)])}`);
}

function partsOf({ source, sidecar, settled, constraints, record }: DumpInput): readonly unknown[] {
  const lines = [...(settled ?? [])].sort(([one], [other]) => one - other);
  const told = [...(constraints ?? [])].sort(([one], [other]) => one - other);
  return [source.sha256, source.file, sidecar, lines, told, record];
}

/** All days that are known for sure, whichever dump they may be facts for. */
function factsKey(posts: readonly Unnamed[]): string {
  const sure = posts.filter(({ dating: { basis } }) => basis === "given" || basis === "timestamp");
  const facts = sure.map((post) => {
    const { best, earliest, latest, basis, given } = post.dating;
    const place = basis === "given" ? sourcesOf(post).map((source) => [source.sha256, source.lines]) : [];
    const { key, name, identified, handle, chatId } = post.channel;
    return JSON.stringify([
      best,
      earliest,
      latest,
      basis,
      given,
      place,
      key,
      name,
      identified,
      handle,
      chatId,
      identityText(post),
    ]);
  });
  return sha256([...new Set(facts)].sort().join("\n"));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
