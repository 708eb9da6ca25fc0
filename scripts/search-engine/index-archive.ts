import type { Archive } from "../../src/site/model/archive.ts";
import type { SearchServer } from "../../src/site/model/search-server.ts";
import type { EngineDocument } from "../../src/site/search/engines/document.ts";
import type { EngineRequest } from "../../src/site/search/engines/engine.ts";
import { engineIndex } from "../../src/site/search/engines/engine-index.ts";
import type { EngineFeed, EngineResponse, KnownDocument, RefusedDocument } from "../../src/site/search/engines/feed.ts";
import { engineFeeds } from "../../src/site/search/engines/feeds.ts";
import type { Tell } from "../site/stages.ts";
import { mostTries, pauseBefore, type Send, senderTo, type Wait, waitByClock } from "./send.ts";
import { forgetSent, SentDocuments } from "./sent-documents.ts";

/** What an index run did. */
export interface IndexReport {
  readonly posts: number;
  readonly sent: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Posts that the engine did not take. */
  readonly refused: readonly Pick<RefusedDocument, "id" | "reason">[];
}

/** How to index an archive. */
export interface IndexOptions {
  /** The engine, with the key that may write. */
  readonly server: SearchServer;
  /** The file of what it was sent. */
  readonly file: string;
  /** Deletes the index and makes it anew. */
  readonly full?: boolean;
  /** Told of each post that is done with. */
  readonly tell?: Tell;
  readonly wait?: Wait;
}

/**
 * Sends an engine the posts that it does not have as they are, and takes out those that the archive does not show any more: first, so that what was
 * withdrawn goes in any case. Throws an Error with the remedy where it cannot go on; what was taken up to there is noted.
 */
export async function indexArchive(archive: Archive, options: IndexOptions): Promise<IndexReport> {
  const { server, file, tell = () => undefined, wait = waitByClock } = options;
  const line = new Line(engineFeeds[server.engine], server, senderTo(server, wait), wait);
  const known = await readyIndex(line, file, options.full === true);
  const shown = new Set(archive.posts.map(({ post }) => post.id));
  const gone = known.ids.filter((id) => !shown.has(id));
  await line.remove(gone, (ids) => known.removed(ids));
  let [sent, unchanged] = [0, 0];
  const refused: RefusedDocument[] = [];
  const flush = async (batch: readonly EngineDocument[]): Promise<void> => {
    const denied = await line.give(batch);
    const isDenied = new Set(denied.map(({ id }) => id));
    const taken = batch.filter(({ id }) => !isDenied.has(id));
    known.took(taken.map(({ id, digest }) => [id, digest] as const));
    refused.push(...denied);
    sent += taken.length;
    tell(batch.length);
  };
  let batch: EngineDocument[] = [];
  let size = 0;
  for (const document of engineIndex(archive).documents()) {
    if (known.digestOf(document.id) === document.digest) {
      unchanged += 1;
      tell();
      continue;
    }
    batch.push(document);
    size += document.text.length + document.exported.length + document.words.length * 3;
    if (batch.length < mostInBatch && size < mostLetters) continue;
    await flush(batch);
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) await flush(batch);
  return { posts: shown.size, sent, unchanged, removed: gone.length, refused };
}

/** Documents of a batch, and the letters that they have at most, roughly. */
const [mostInBatch, mostLetters] = [500, 2_000_000];

/** Makes the index where it is not there, and finds out what it has. */
async function readyIndex(line: Line, file: string, full: boolean): Promise<SentDocuments> {
  const { feed, server } = line;
  const answer = await line.ask(feed.look(server));
  if (![200, 404].includes(answer.status) || typeof answer.body !== "object")
    throw new Error(
      `Cannot index the archive: ${new URL(server.url).host} answers ${answer.status}, and not as ${server.engine} does; check search.engine and search.url`,
    );
  const found = feed.looked(answer);
  if (found === "other" && !full)
    throw new Error(
      `Cannot index the archive: "${server.index}" was made by another program or version; name another search.index, or run scrollback index --full, which deletes it and makes it anew`,
    );
  if (full && found !== "absent") await line.change(feed.dropping(server));
  const isThere = found !== "absent" && !full;
  for (const request of feed.making(server, isThere)) await line.change(request);
  if (!isThere) forgetSent(file);
  const sent = new SentDocuments(file);
  return sent.isKept || !isThere ? sent : new SentDocuments(file, await line.listed());
}

/** The line to an engine. */
class Line {
  constructor(
    readonly feed: EngineFeed,
    readonly server: SearchServer,
    private readonly send: Send,
    private readonly wait: Wait,
  ) {}

  /** The answer to a request, once the engine has done what it asks. */
  async ask(request: EngineRequest): Promise<EngineResponse> {
    const first = await this.send(request);
    const waiting = this.feed.waiting(first, this.server);
    if (waiting === undefined) return first;
    for (let pause = 20; ; pause = Math.min(pause * 2, 1000)) {
      const answer = await this.send(waiting);
      if (!this.feed.isUnderWay(answer)) return answer;
      await this.wait(pause);
    }
  }

  /** Changes the index itself. Throws an Error with what the engine says where it does not. */
  async change(request: EngineRequest): Promise<void> {
    const answer = await this.ask(request);
    if (answer.status < 300 && (answer.body as { readonly status?: string } | null)?.status !== "failed") return;
    const { reason } = this.feed.outcome(answer, []) as { readonly reason?: string };
    throw new Error(
      `Cannot index the archive: ${new URL(this.server.url).host} answers ${answer.status} to ${request.method} ${request.path}: ${reason ?? "no reason"}`,
    );
  }

  /** Gives documents; those that were not taken. */
  async give(documents: readonly EngineDocument[], tries = 0): Promise<readonly RefusedDocument[]> {
    if (documents.length === 0) return [];
    const answer = await this.ask(this.feed.sending(documents, this.server));
    if (answer.status === 404)
      throw new Error(
        `Cannot index the archive: "${this.server.index}" is not there any more; run scrollback index again`,
      );
    const outcome =
      answer.status === 413
        ? ({ kind: "whole", reason: "too large" } as const)
        : this.feed.outcome(
            answer,
            documents.map(({ id }) => id),
          );
    if (outcome.kind === "whole") return this.apart(documents, outcome.reason);
    const again = new Set(
      tries + 1 < mostTries ? outcome.refused.filter(({ isBusy }) => isBusy).map(({ id }) => id) : [],
    );
    const refused = outcome.refused.filter(({ id }) => !again.has(id));
    if (again.size === 0) return refused;
    await this.wait(pauseBefore(tries));
    const rest = documents.filter(({ id }) => again.has(id));
    return [...refused, ...(await this.give(rest, tries + 1))];
  }

  /** Gives the halves of a batch that was refused as a whole, until the document is found that is wrong. */
  private async apart(documents: readonly EngineDocument[], reason: string): Promise<readonly RefusedDocument[]> {
    const [only, ...others] = documents;
    if (only !== undefined && others.length === 0) return [{ id: only.id, reason, isBusy: false }];
    const half = Math.ceil(documents.length / 2);
    return [...(await this.give(documents.slice(0, half))), ...(await this.give(documents.slice(half)))];
  }

  /** Takes documents out; `done` is told of each part of them. */
  async remove(ids: readonly string[], done: (ids: readonly string[]) => void): Promise<void> {
    for (let start = 0; start < ids.length; start += this.feed.mostRemoved) {
      const part = ids.slice(start, start + this.feed.mostRemoved);
      await this.change(this.feed.removing(part, this.server));
      done(part);
    }
  }

  /** What the engine has. */
  async listed(): Promise<readonly KnownDocument[]> {
    const known: KnownDocument[] = [];
    for (;;) {
      const answer = await this.ask(this.feed.listing(known, this.server));
      if (answer.status >= 300)
        throw new Error(
          `Cannot index the archive: ${new URL(this.server.url).host} answers ${answer.status} when asked what it has; run scrollback index --full, which makes the index anew`,
        );
      const { documents, isAll } = this.feed.listed(answer);
      known.push(...documents);
      if (isAll) return known;
    }
  }
}
