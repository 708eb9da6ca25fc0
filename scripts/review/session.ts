import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { factsOf } from "../../src/archive/facts.ts";
import { PageMemory } from "../../src/dialects/boundaries/page-memory.ts";
import { type ParsedDump, parseDump } from "../../src/import/parse.ts";
import { readParsed } from "../../src/import/read-dump.ts";
import { postFilePath, readPost } from "../../src/markdown/post-file.ts";
import type { Day } from "../../src/model/day.ts";
import { editorOf, givenDay, givenText } from "../../src/model/given.ts";
import { unsurePage } from "../../src/model/notice.ts";
import type { Dating, Editor, Post } from "../../src/model/post.ts";
import { pictureTypes } from "../../src/read/media-type.ts";
import { BadSidecar, readSidecar } from "../../src/read/sidecar.ts";
import { type BoundaryDoubts, boundaryDoubts } from "../../src/review/boundaries.ts";
import { type DatedInDump, dateQuestions } from "../../src/review/dates.ts";
import { type Listed, listedDoubts, type ShownListed, shownListed } from "../../src/review/listed.ts";
import { withDating, withDescription } from "../../src/review/post-text.ts";
import { type BoundaryWord, UnfitSidecar, withBoundaries, withChannel } from "../../src/review/sidecar-text.ts";
import type { BoundaryChange, DumpSummary, DumpView, ReviewState, SettledView } from "../../src/review/view.ts";
import { dumpsIn, isArchive, readDumpBelow, sidecarPath } from "../storage/dumps.ts";
import { leadsOut } from "../storage/files-below.ts";
import { alone } from "../storage/lock.ts";
import { mediaPath } from "../storage/media-index.ts";
import { moveFile, readPostFiles, refuseWayOut } from "../storage/post-files.ts";
import { writeLasting } from "../storage/write-whole.ts";

/** A change that cannot be made now; what to do is said to the person. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly status: 404 | 409 | 422 | 423,
  ) {
    super(message);
  }
}

/** What a person says of a post's day. */
export type DateWord =
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "range"; readonly earliest?: Day; readonly latest?: Day }
  | { readonly kind: "open" };

/** A dump as it is read by what its sidecar says now. */
interface Reading extends BoundaryDoubts {
  readonly file: string;
  /** Changes with the dump and its sidecar. */
  readonly key: string;
  readonly dump: ParsedDump;
  readonly settled: Settled;
  readonly memory: PageMemory;
}

interface Settled {
  readonly start: ReadonlySet<number>;
  readonly join: ReadonlySet<number>;
}

interface Undo {
  /** The dump that the answer was about, where it was about one. */
  readonly file?: string;
  readonly run: () => void;
}

/** Milliseconds that an answer waits for an import to end. */
const patience = 1500;
const mostQuestions = 60;

/**
 * A review of a content folder. Nothing is kept but in its files: each answer is read, changed and written whole while nobody else changes the
 * folder, so that two windows, an editor and a killed server lose none.
 */
export class ReviewSession {
  private readonly folder: string;
  private readonly undos: Undo[] = [];
  /** The dump that was read last: an answer asks of it again. */
  private last: Reading | undefined;
  private readonly summaries = new Map<string, { readonly key: string; readonly summary: DumpSummary }>();
  private posts:
    | {
        readonly posts: readonly Post[];
        readonly paths: ReadonlyMap<string, string>;
        readonly listed: readonly ShownListed[];
        readonly listedCounts: ReviewState["listedCounts"];
      }
    | undefined;

  constructor(
    private readonly content: string,
    private readonly today: () => Day,
    private readonly editor = "",
  ) {
    this.folder = join(content, "dumps");
  }

  /** Everything that the page shows; lines of the dump only where they are asked for. */
  state(file: string | undefined, withLines: boolean): ReviewState {
    const channels = new Map(this.archive().posts.map(({ source, channel }) => [source.file, channel.name]));
    const dumps = this.files().map((name) => {
      const channel = channels.get(name);
      return { ...this.summaryOf(name), ...(channel === undefined ? {} : { channel }) };
    });
    const shown = file ?? dumps.toSorted((one, other) => other.expectedWrong - one.expectedWrong)[0]?.file;
    return {
      editor: this.editor,
      dumps,
      undoable: this.undos.length,
      listed: this.archive().listed,
      listedCounts: this.archive().listedCounts,
      ...(shown === undefined || !this.files().includes(shown) ? {} : { dump: this.viewOf(shown, withLines) }),
    };
  }

  /** Writes answers about boundaries into the sidecar. Throws `Refusal` where another window was quicker. */
  settle(file: string, changes: readonly BoundaryChange[], editor: Editor): void {
    this.exclusively(() => {
      const { dump, settled } = this.read(file);
      const { lines } = dump.source;
      for (const { line, was } of changes) {
        if (line < 1 || line > lines.length || lines[line - 1]?.trim() === "")
          throw new Refusal(`Cannot settle line ${line} of "${file}": there is no text`, 422);
        if (wordOf(settled, line) !== was)
          throw new Refusal(`Line ${line} was settled elsewhere in the meantime; check it and answer again`, 409);
      }
      const before = this.settledIn(file);
      this.write(file, (text) => withBoundaries(text, changes, editor));
      this.undos.push({
        file,
        run: () =>
          this.exclusively(() => {
            for (const { line } of changes) {
              const old = before.find((each) => each.line === line);
              const { to = "open", line: _, ...by } = old ?? { line };
              this.write(file, (text) => withBoundaries(text, [{ line, to }], by as Editor));
            }
          }),
      });
    });
  }

  /** Names the channel of a dump in its sidecar. */
  name(file: string, channel: string): void {
    this.exclusively(() => {
      this.read(file);
      const before = this.sidecarText(file);
      this.write(file, (text) => withChannel(text, channel));
      this.undos.push({ file, run: () => this.exclusively(() => this.write(file, () => before)) });
    });
  }

  /** Writes what a person says of a post's day into its file, and moves the file where its day has it. */
  date(id: string, word: DateWord, editor: Editor): void {
    this.exclusively(() => {
      this.posts = undefined;
      const post = this.archive().posts.find((each) => each.id === id);
      if (post === undefined) throw new Refusal(`Cannot date post ${id}: there is no such post`, 404);
      const before = post.dating;
      this.writeDating(id, this.datingOf(post, word, editor));
      this.undos.push({ file: post.source.file, run: () => this.exclusively(() => this.writeDating(id, before)) });
    });
  }

  /** Takes the last answer back. Its dump, or nothing where there is none. */
  undo(): string | undefined {
    const last = this.undos.at(-1);
    last?.run();
    this.undos.pop();
    return last?.file;
  }

  private datingOf(post: Post, word: DateWord, editor: Editor): Dating {
    if (word.kind === "day") return givenDay(word.day, editor);
    if (word.kind === "range") {
      const given = givenText(word);
      const { earliest = post.dating.earliest, latest = post.dating.latest } = word;
      if (earliest > latest) throw new Refusal("Cannot set the date: the first day lies after the last", 422);
      const best = post.dating.best < earliest ? earliest : post.dating.best > latest ? latest : post.dating.best;
      return { best, earliest, latest, basis: "given", edtf: `${earliest}/${latest}`, given, ...editor };
    }
    const dating = this.datedAnew(post.source.file, post.id).find(({ id }) => id === post.id)?.dating;
    if (dating === undefined) throw new Refusal(`Cannot take back the date of ${post.id}: import first`, 409);
    return dating;
  }

  /** Writes what a person sees in a picture into the file of a post that shows it. */
  describe(id: string, sha256: string, alt: string): void {
    this.exclusively(() => {
      this.posts = undefined;
      const picture = this.archive()
        .posts.find((each) => each.id === id)
        ?.mediaFiles?.find((file) => file.sha256 === sha256);
      if (picture === undefined)
        throw new Refusal(`Cannot describe a picture of post ${id}: it has no such picture`, 404);
      const { alt: before = "" } = picture;
      this.writeDescription(id, sha256, alt);
      this.undos.push({ run: () => this.exclusively(() => this.writeDescription(id, sha256, before)) });
    });
  }

  /** A picture that a post shows, as the archive keeps it. Throws `Refusal` for anything else. */
  picture(sha256: string): { readonly type: string; readonly bytes: Uint8Array } {
    const file = this.archive()
      .posts.flatMap(({ mediaFiles = [] }) => mediaFiles)
      .find((each) => each.sha256 === sha256);
    const { type = "" } = file ?? {};
    const folder = join(this.content, "media");
    const path = join(folder, mediaPath({ sha256, type }));
    if (file === undefined || !pictureTypes.has(type) || !existsSync(path) || leadsOut(path, folder))
      throw new Refusal("There is no such picture", 404);
    return { type: `image/${type === "jpg" ? "jpeg" : type}`, bytes: readFileSync(path) };
  }

  private writeDescription(id: string, sha256: string, alt: string): void {
    const { old, path } = this.fileOf(id);
    const text = withDescription(readFileSync(old, "utf8"), sha256, alt, path);
    this.refuseUnreadable(text, path);
    writeLasting(old, text);
    this.posts = undefined;
  }

  /** Where a post's file stands now. */
  private fileOf(id: string): { readonly old: string; readonly path: string; readonly posts: string } {
    this.posts = undefined;
    const path = this.archive().paths.get(id);
    if (path === undefined) throw new Refusal(`Cannot change post ${id}: there is no such post`, 404);
    const posts = join(this.content, "posts");
    const old = join(posts, path);
    if (leadsOut(old, posts)) throw new Refusal(`Cannot write "${path}": a link leads out of the archive`, 422);
    return { old, path, posts };
  }

  private writeDating(id: string, dating: Dating): void {
    const { old, path, posts } = this.fileOf(id);
    const text = withDating(readFileSync(old, "utf8"), dating, path);
    this.refuseUnreadable(text, path);
    const post = this.archive().posts.find((each) => each.id === id);
    const edited = post?.correctedByHand === true;
    // A file that a person changed stays where it is, as imports leave it.
    const next = edited || post === undefined ? path : postFilePath({ ...post, dating });
    refuseWayOut(dirname(join(posts, next)), posts);
    // Written where it is and then moved, the post has one file at every moment; one that was not moved is moved by the next import.
    writeLasting(old, text);
    if (next !== path) moveFile(old, join(posts, next));
    this.posts = undefined;
  }

  /** A post's text that an import could not read afterwards is never written. */
  private refuseUnreadable(text: string, path: string): void {
    try {
      readPost(text, path);
    } catch (error) {
      throw new Refusal((error as Error).message, 422);
    }
  }

  private exclusively(work: () => void): void {
    try {
      alone(this.content, work, patience);
    } catch (error) {
      if (/another import is running/u.test((error as Error).message))
        throw new Refusal("An import is running, so your answer was not saved; try again when it ends", 423);
      throw error;
    }
  }

  private files(): readonly string[] {
    if (!existsSync(this.folder)) return [];
    return dumpsIn(this.folder)
      .filter((path) => !isArchive(path) && /\.txt$/iu.test(path))
      .map((path) => relative(this.folder, path).split(sep).join("/"));
  }

  /** A dump with what its sidecar says now. Throws `Refusal`. */
  private read(file: string): Reading {
    if (!this.files().includes(file)) throw new Refusal(`There is no dump "${file}"`, 404);
    const found = readDumpBelow(this.folder, join(this.folder, file), file);
    if (found.kind === "failed") throw new Refusal(found.message, 422);
    if (found.kind !== "read")
      throw new Refusal(`"${file}" is an export, which already marks where its posts start`, 422);
    const { source, sidecar } = found;
    const key = `${source.sha256} ${this.sidecarText(file)}`;
    if (this.last?.file === file && this.last.key === key) return this.last;
    const memory = this.last?.file === file ? this.last.memory : new PageMemory();
    const dump = parsedOrRefused(() => parseDump(source, sidecar, undefined, memory));
    const { start = [], join: joined = [] } = sidecar.boundaries ?? {};
    const settled = { start: new Set(start), join: new Set(joined) };
    const drafts = dump.posts.map(({ draft }) => draft);
    const doubts = boundaryDoubts({ drafts, judged: dump.judged }, { ...settled, memory });
    this.last = { file, key, dump, settled, memory, ...doubts };
    return this.last;
  }

  private summaryOf(file: string): DumpSummary {
    const key = this.sidecarText(file);
    const known = this.summaries.get(file);
    if (known?.key === key) return known.summary;
    const summary = this.summaryAnew(file);
    this.summaries.set(file, { key, summary });
    return summary;
  }

  private summaryAnew(file: string): DumpSummary {
    try {
      const { questions, expectedWrong, settled } = this.read(file);
      return { file, open: questions.length, expectedWrong, settled: settled.start.size + settled.join.size };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { file, open: 0, expectedWrong: 0, settled: 0, failure: error.message };
    }
  }

  private viewOf(file: string, withLines: boolean): DumpView {
    const nothing = {
      file,
      starts: [],
      chances: {},
      questions: [],
      expectedWrong: 0,
      settled: [],
      dates: [],
      datesSet: [],
    };
    try {
      const { dump, questions, expectedWrong } = this.read(file);
      const { tokens = [], chances = [] } = dump.judged ?? {};
      const dated = this.datedAnew(file);
      return {
        file,
        ...(withLines ? { lines: dump.source.lines } : {}),
        starts: dump.posts.map(({ draft }) => draft.lines[0]?.line ?? 0),
        chances: Object.fromEntries(
          tokens.map(({ first }, at) => [first, Math.round((chances[at] ?? 0) * 1000) / 1000]),
        ),
        questions: questions.slice(0, mostQuestions),
        ...warningOf(dump),
        expectedWrong,
        settled: this.settledIn(file),
        dates: dateQuestions(dated),
        datesSet: dated.flatMap(({ id, title, dating }) => {
          return dating.basis === "given" ? [{ id, title, edtf: dating.edtf, ...editorOf(dating) }] : [];
        }),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...nothing, failure: error.message };
    }
  }

  /** The posts of a dump as an import would date them now, oldest first; those that the archive does not know yet are left out. */
  private datedAnew(file: string, without?: string): readonly DatedInDump[] {
    const known = this.archive().posts.filter((post) => post.source.file === file);
    if (known.length === 0) return [];
    const { dump } = this.read(file);
    const facts = factsOf(this.archive().posts.filter((post) => post.id !== without));
    const today = known.find(({ source }) => source.imported !== undefined)?.source.imported ?? this.today();
    const byLine = new Map(known.map((post) => [post.source.lines[0]?.[0], post]));
    return readParsed(dump, { today, facts })
      .posts.flatMap((post) => {
        const old = byLine.get(post.source.lines[0]?.[0]);
        if (old === undefined) return [];
        const set = old.dating.basis === "given" && old.id !== without;
        const { title, text, language } = old;
        return [
          { id: old.id, title, text, language, dating: set ? old.dating : post.dating, sequence: post.source.sequence },
        ];
      })
      .sort((one, other) => one.sequence - other.sequence);
  }

  private archive() {
    if (this.posts === undefined) {
      const folder = join(this.content, "posts");
      const files = existsSync(folder) ? readPostFiles(folder).files : [];
      const posts = files.map(({ post }) => post);
      const listed = listedDoubts(posts.filter(({ withdrawn }) => withdrawn === undefined));
      this.posts = {
        posts,
        paths: new Map(files.map(({ post, path }) => [post.id, path])),
        listed: shownListed(listed, new Map(posts.map((post) => [post.id, post]))),
        listedCounts: countsOf(listed),
      };
    }
    return this.posts;
  }

  private settledIn(file: string): readonly SettledView[] {
    const { boundaries } = readSidecar(this.sidecarText(file), file);
    const said = new Map(boundaries?.settled?.map((each) => [each.line, each]));
    const viewed = (line: number, to: SettledView["to"]): SettledView => ({ ...said.get(line), line, to });
    return [
      ...(boundaries?.start ?? []).map((line) => viewed(line, "start")),
      ...(boundaries?.join ?? []).map((line) => viewed(line, "join")),
    ].sort((one, other) => one.line - other.line);
  }

  private sidecarText(file: string): string {
    const path = sidecarPath(join(this.folder, file));
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  }

  /** Changes a sidecar's text; one that an import could not read afterwards is never written. */
  private write(file: string, change: (text: string) => string): void {
    const path = sidecarPath(join(this.folder, file));
    if (existsSync(path) && leadsOut(path, this.folder))
      throw new Refusal(`Cannot write "${path}": it leads out of the archive`, 422);
    if (leadsOut(dirname(path), this.content))
      throw new Refusal(`Cannot write "${path}": it leads out of the archive`, 422);
    const old = this.sidecarText(file);
    try {
      const text = change(old);
      readSidecar(text, file);
      if (text === "") rmSync(path, { force: true });
      else if (text !== old) writeLasting(path, text);
    } catch (error) {
      if (error instanceof BadSidecar) throw new Refusal(error.message, 422);
      if (error instanceof UnfitSidecar)
        throw new Refusal(`Cannot use the sidecar of "${file}": ${error.message}`, 422);
      throw error;
    }
  }
}

/** A sidecar that names a line without text is told as a person can mend it. */
function parsedOrRefused(parse: () => ParsedDump): ParsedDump {
  try {
    return parse();
  } catch (error) {
    if (error instanceof BadSidecar) throw new Refusal(error.message, 422);
    throw error;
  }
}

function countsOf(listed: readonly Listed[]): ReviewState["listedCounts"] {
  const counts: Partial<Record<Listed["kind"], number>> = {};
  for (const { kind } of listed) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

function warningOf({ findings }: ParsedDump): { readonly warning?: string } {
  const found = findings.find(({ rule }) => rule === unsurePage);
  // What follows tells how a sidecar is written by hand.
  return found === undefined ? {} : { warning: found.reason.replace(/;[^;]*$/u, "") };
}

function wordOf({ start, join: joined }: Settled, line: number): BoundaryWord {
  return start.has(line) ? "start" : joined.has(line) ? "join" : "open";
}
