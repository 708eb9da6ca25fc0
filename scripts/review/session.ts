import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { factsOf } from "../../src/archive/facts.ts";
import { PageMemory } from "../../src/dialects/boundaries/page-memory.ts";
import { type ParsedDump, parseDump } from "../../src/import/parse.ts";
import { readParsed } from "../../src/import/read-dump.ts";
import { postFilePath, readPost } from "../../src/markdown/post-file.ts";
import { candidateDays } from "../../src/model/dating-audit.ts";
import type { Day } from "../../src/model/day.ts";
import { editorOf, givenDay, givenText } from "../../src/model/given.ts";
import { unsurePage } from "../../src/model/notice.ts";
import type { Checked, Dating, Editor, Post, Unnamed } from "../../src/model/post.ts";
import { pictureTypes } from "../../src/read/media-type.ts";
import { BadSidecar, readSidecar } from "../../src/read/sidecar.ts";
import { type BoundaryDoubts, boundaryDoubts } from "../../src/review/boundaries.ts";
import { checkedBy, checkedPosts } from "../../src/review/checked.ts";
import { type DatedInDump, dateQuestions } from "../../src/review/dates.ts";
import { type Listed, listedDoubts, type SettledPlace, shownListed } from "../../src/review/listed.ts";
import { type Description, withChecked, withDating, withDescription } from "../../src/review/post-text.ts";
import {
  type BoundaryAnswer,
  type BoundaryWord,
  type ChannelName,
  UnfitSidecar,
  withBoundaries,
  withChannel,
} from "../../src/review/sidecar-text.ts";
import type { BoundaryChange, DumpSummary, DumpView, ReviewState, SettledView } from "../../src/review/view.ts";
import { dumpsIn, isArchive, readDumpBelow, sidecarPath } from "../storage/dumps.ts";
import { leadsOut } from "../storage/files-below.ts";
import { ledgerFile, readLedger } from "../storage/ledger-file.ts";
import { alone } from "../storage/lock.ts";
import { mediaPath } from "../storage/media-index.ts";
import { moveFile, readPostFiles, refuseWayOut } from "../storage/post-files.ts";
import { saidChannels } from "../storage/said-channels.ts";
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
  /** What was answered, for who takes it back. */
  readonly what: string;
  readonly run: () => void;
}

/** The posts of the archive as they were read, and when an import last changed them. */
interface ReadPosts {
  readonly key: string;
  readonly posts: readonly Post[];
  /** The same with their channels as the site calls them: what is shown, and never written. */
  readonly shown: readonly Post[];
  readonly called: ReturnType<typeof saidChannels>;
  readonly paths: ReadonlyMap<string, string>;
}

/** A dump in the list with the boundaries that editors set in it. */
interface Summarised {
  readonly key: string;
  readonly summary: DumpSummary;
  readonly settled: readonly SettledPlace[];
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
  private readonly summaries = new Map<string, Summarised>();
  private posts: ReadPosts | undefined;
  /** The posts whose days were set since the last import, and the ledger that it wrote. */
  private readonly dated = new Set<string>();
  private ledger = "";
  private doubts:
    | { readonly posts: readonly Post[]; readonly settled: string; readonly listed: readonly Listed[] }
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
    // Who opens the page, or another dump, sees what was changed by hand meanwhile.
    if (withLines) this.posts = undefined;
    const { shown: posts } = this.archive();
    const channels = new Map(posts.map(({ source, channel }) => [source.file, channel.name]));
    const dumps = this.files().map((name) => {
      const channel = channels.get(name);
      return { ...this.summaryOf(name).summary, ...(channel === undefined ? {} : { channel }) };
    });
    const shown = file ?? dumps.toSorted((one, other) => other.expectedWrong - one.expectedWrong)[0]?.file;
    const listed = this.listed();
    return {
      editor: this.editor,
      dumps,
      undoable: this.undos.length,
      listed: shownListed(listed, new Map(posts.map((post) => [post.id, post]))),
      listedCounts: countsOf(listed),
      checked: checkedPosts(posts),
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
      this.writeBoundaries(
        file,
        changes.map((change) => ({ ...change, asked: true })),
        editor,
        changes.length === 1 ? `line ${changes[0]?.line}` : `${changes.length} lines`,
      );
    });
  }

  /** Says that a boundary stays although other dumps show it otherwise. Throws `Refusal` where nobody settled the line. */
  keep(file: string, line: number, despite: readonly string[], editor: Editor): void {
    this.exclusively(() => {
      this.read(file);
      const own = this.settledIn(file).find((each) => each.line === line);
      if (own === undefined)
        throw new Refusal(`Line ${line} was opened again in the meantime; load the page anew`, 409);
      const seen = [...new Set([...(own.despite ?? []), ...despite])];
      this.writeBoundaries(
        file,
        [{ line, to: own.to, despite: seen, asked: own.asked }],
        { ...editor, ...editorOf(own) },
        `line ${line}`,
      );
    });
  }

  private writeBoundaries(file: string, answers: readonly BoundaryAnswer[], editor: Editor, what: string): void {
    const before = this.settledIn(file);
    this.write(file, (text) => withBoundaries(text, answers, editor));
    const run = (): void =>
      this.exclusively(() => {
        for (const { line } of answers) {
          const known = before.find((each) => each.line === line);
          const { to = "open", despite = [], asked, ...by } = known ?? { asked: false };
          this.write(file, (text) => withBoundaries(text, [{ line, to, despite, asked }], editorOf(by)));
        }
      });
    this.undos.push({ file, what: `${what} of ${file}`, run });
  }

  /** Names the channel of a dump in its sidecar, or no longer does. */
  name(file: string, channel: ChannelName | undefined): void {
    this.exclusively(() => {
      this.read(file);
      const before = this.nameIn(file);
      this.write(file, (text) => withChannel(text, channel));
      const run = (): void => this.exclusively(() => this.write(file, (text) => withChannel(text, before)));
      this.undos.push({ file, what: `the channel’s name of ${file}`, run });
    });
  }

  /** Writes what a person says of a post's day into its file, and moves the file where its day has it. */
  date(id: string, word: DateWord, editor: Editor): void {
    this.exclusively(() => {
      const { post } = this.own(id);
      const before = post.dating;
      this.writeDating(id, this.datingOf(post, word, editor));
      this.dated.add(id);
      const run = (): void => this.exclusively(() => this.writeDating(id, before));
      this.undos.push({ file: post.source.file, what: `the date of “${titleOf(post)}”`, run });
    });
  }

  /**
   * Says in a post's file that something of it is right as it is, or opens that again. Throws `Refusal` where something else is to be seen now than
   * what the person looked at.
   */
  check(id: string, kind: keyof Checked, seen: readonly string[] | undefined, editor: Editor): void {
    this.exclusively(() => {
      const { post } = this.own(id);
      const { [kind]: _, ...others } = post.checked ?? {};
      if (seen !== undefined) {
        const doubt = this.listed().find((each) => each.posts[0] === id && checkedBy(each) === kind);
        if (doubt === undefined || doubt.seen.join("\n") !== seen.join("\n"))
          throw new Refusal("This was changed in the meantime; check it and answer again", 409);
      }
      const what = kind === "duplicates" ? { posts: seen } : kind === "media" ? {} : { dumps: seen };
      const checked = seen === undefined ? others : { ...others, [kind]: { ...what, ...editor } };
      const { checked: before } = post;
      const write = (next: Checked | undefined): void =>
        this.writePost(id, (text, path) => withChecked(text, next, path));
      write(checked as Checked);
      const run = (): void => this.exclusively(() => write(before));
      this.undos.push({ what: `what was found right in “${titleOf(post)}”`, run });
    });
  }

  /** Takes the last answer back: what it was, and the dump it was about; nothing where there is none. */
  undo(): Pick<Undo, "file" | "what"> | undefined {
    const last = this.undos.at(-1);
    last?.run();
    this.undos.pop();
    return last;
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
  describe(id: string, sha256: string, alt: string, editor: Editor): void {
    this.exclusively(() => {
      const { post } = this.own(id);
      const picture = post.mediaFiles?.find((file) => file.sha256 === sha256);
      if (picture === undefined)
        throw new Refusal(`Cannot describe a picture of post ${id}: it has no such picture`, 404);
      const { alt: before = "", described } = picture;
      const write = (description: Description): void =>
        this.writePost(id, (text, path) => withDescription(text, sha256, description, path));
      write({ alt, described: editor });
      const run = (): void =>
        this.exclusively(() => write({ alt: before, ...(described === undefined ? {} : { described }) }));
      this.undos.push({ what: `the description of a picture of “${titleOf(post)}”`, run });
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

  /** A post as its file has it now, and where that stands. */
  private own(id: string): {
    readonly post: Post;
    readonly old: string;
    readonly path: string;
    readonly posts: string;
  } {
    const posts = join(this.content, "posts");
    const found = this.fileOf(id, posts) ?? this.anew(() => this.fileOf(id, posts));
    if (found === undefined) throw new Refusal(`Cannot change post ${id}: there is no such post`, 404);
    return { ...found, posts };
  }

  private anew<Found>(find: () => Found): Found {
    this.posts = undefined;
    return find();
  }

  private fileOf(
    id: string,
    posts: string,
  ): { readonly post: Post; readonly old: string; readonly path: string } | undefined {
    const path = this.archive().paths.get(id);
    if (path === undefined) return undefined;
    const old = join(posts, path);
    if (leadsOut(old, posts)) throw new Refusal(`Cannot write "${path}": a link leads out of the archive`, 422);
    if (!existsSync(old)) return undefined;
    const post = this.readOrRefuse(readFileSync(old, "utf8"), path);
    return post.id === id ? { post, old, path } : undefined;
  }

  private writePost(id: string, change: (text: string, path: string) => string): void {
    const { old, path } = this.own(id);
    const text = change(readFileSync(old, "utf8"), path);
    const post = this.readOrRefuse(text, path);
    writeLasting(old, text);
    this.replace(post, path);
  }

  private writeDating(id: string, dating: Dating): void {
    const { post, old, path, posts } = this.own(id);
    const text = withDating(readFileSync(old, "utf8"), dating, path);
    const dated = this.readOrRefuse(text, path);
    // A file that a person changed stays where it is, as imports leave it.
    const next = post.correctedByHand === true ? path : postFilePath({ ...post, dating });
    refuseWayOut(dirname(join(posts, next)), posts);
    // Written where it is and then moved, the post has one file at every moment; one that was not moved is moved by the next import.
    writeLasting(old, text);
    if (next !== path) moveFile(old, join(posts, next));
    this.replace(dated, next);
  }

  /** Takes note of a post that was written, without reading the others again. */
  private replace(post: Post, path: string): void {
    if (this.posts === undefined) return;
    const { key, posts, shown, called, paths } = this.posts;
    const put = (all: readonly Post[], own: Post) => all.map((each) => (each.id === post.id ? own : each));
    this.posts = {
      key,
      posts: put(posts, post),
      shown: put(shown, withChannelCalled(post, called)),
      called,
      paths: new Map(paths).set(post.id, path),
    };
  }

  /** A post's text that an import could not read afterwards is never written. */
  private readOrRefuse(text: string, path: string): Post {
    try {
      return readPost(text, path);
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

  private summaryOf(file: string): Summarised {
    const key = this.sidecarText(file);
    const known = this.summaries.get(file);
    if (known?.key === key) return known;
    const summary = { key, ...this.summaryAnew(file) };
    this.summaries.set(file, summary);
    return summary;
  }

  private summaryAnew(file: string): Omit<Summarised, "key"> {
    try {
      const { questions, expectedWrong, settled, dump } = this.read(file);
      return {
        summary: { file, open: questions.length, expectedWrong, settled: settled.start.size + settled.join.size },
        settled: this.settledIn(file).map((each) => placeIn(dump, file, each)),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { summary: { file, open: 0, expectedWrong: 0, settled: 0, failure: error.message }, settled: [] };
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
      datedIn: [],
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
        ...namedOf(this.nameIn(file)),
        dates: dateQuestions(dated),
        datedIn: this.betterThan(file),
        datesSet: dated.flatMap(({ id, title, dating }) => {
          return dating.basis === "given" ? [{ id, title, edtf: dating.edtf, ...editorOf(dating) }] : [];
        }),
      };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...nothing, failure: error.message };
    }
  }

  /** The dumps that have a better text of posts that this one shows too. */
  private betterThan(file: string): readonly string[] {
    const better = this.archive().posts.filter(({ alsoIn = [] }) => alsoIn.some((each) => each.file === file));
    return [...new Set(better.map(({ source }) => source.file))].sort();
  }

  /** The posts of a dump as an import would date them now, oldest first; those that the archive does not know yet are left out. */
  private datedAnew(file: string, without?: string): readonly DatedInDump[] {
    const known = this.archive().posts.filter((post) => post.source.file === file);
    if (known.length === 0) return [];
    const { dump } = this.read(file);
    const facts = factsOf(this.archive().posts.filter((post) => post.id !== without));
    const today = known.find(({ source }) => source.imported !== undefined)?.source.imported ?? this.today();
    const byLine = new Map(known.map((post) => [post.source.lines[0]?.[0], post]));
    const { posts, report } = readParsed(dump, { today, facts });
    const isMoved = without === undefined ? this.movedSince(file, dump, today, posts) : () => true;
    const imported = readLedger(this.content).dumps.find((each) => each.file === file)?.candidates;
    return posts
      .flatMap((post, at) => {
        const old = byLine.get(post.source.lines[0]?.[0]);
        if (old === undefined) return [];
        const isKept = (old.dating.basis === "given" && old.id !== without) || !isMoved(at);
        const { title, text, language } = old;
        const { sequence } = post.source;
        const question = (isMoved(at) ? report.candidates?.[sequence - 1] : imported?.[old.source.sequence - 1]) ?? "";
        const candidates = question === "" ? {} : { candidates: candidateDays(question) };
        const dating = isKept ? old.dating : post.dating;
        return [{ id: old.id, title, text, language, dating, ...candidates, sequence }];
      })
      .sort((one, other) => one.sequence - other.sequence);
  }

  /**
   * Whether the day of a post, by its place, is another by what was set since the last import. An import dates the captures of a channel together,
   * which the review does not: the days of other posts of such a dump are those of the import.
   */
  private movedSince(file: string, dump: ParsedDump, today: Day, now: readonly Unnamed[]): (at: number) => boolean {
    const all = this.archive().posts;
    const isShared = all.some(({ source, alsoIn = [] }) => {
      return alsoIn.length > 0 && [source, ...alsoIn].some((each) => each.file === file);
    });
    if (!isShared) return () => true;
    if (!all.some(({ id, source }) => source.file === file && this.dated.has(id))) return () => false;
    const { posts } = readParsed(dump, { today, facts: factsOf(all.filter(({ id }) => !this.dated.has(id))) });
    return (at) => posts[at]?.dating.edtf !== now[at]?.dating.edtf || posts[at]?.dating.best !== now[at]?.dating.best;
  }

  private archive(): ReadPosts {
    // The ledger comes last in an import: another one means other posts.
    const { mtimeMs = 0, size = 0 } = statSync(ledgerFile(this.content), { throwIfNoEntry: false }) ?? {};
    const key = `${mtimeMs} ${size}`;
    if (this.posts?.key === key) return this.posts;
    if (this.ledger !== key) this.dated.clear();
    this.ledger = key;
    const folder = join(this.content, "posts");
    const files = existsSync(folder) ? readPostFiles(folder).files : [];
    const posts = files.map(({ post }) => post);
    const called = saidChannels(
      this.content,
      readLedger(this.content).dumps.map((dump) => dump.file),
    );
    this.posts = {
      key,
      posts,
      shown: posts.map((post) => withChannelCalled(post, called)),
      called,
      paths: new Map(files.map(({ post, path }) => [post.id, path])),
    };
    return this.posts;
  }

  /** What the archive leaves open beside boundaries and dates. */
  private listed(): readonly Listed[] {
    const { shown: posts } = this.archive();
    const places = this.files().flatMap((file) => this.summaryOf(file).settled);
    const settled = JSON.stringify(places);
    if (this.doubts?.posts !== posts || this.doubts.settled !== settled) {
      const shown = posts.filter(({ withdrawn }) => withdrawn === undefined);
      this.doubts = { posts, settled, listed: listedDoubts(shown, places) };
    }
    return this.doubts.listed.filter(({ kind, dump }) => kind !== "channel" || !this.isNamed(dump));
  }

  /** Whether the sidecar names the channel of a dump, which the next import takes up. */
  private isNamed(file: string): boolean {
    try {
      return this.nameIn(file) !== undefined;
    } catch (error) {
      if (error instanceof BadSidecar) return false;
      throw error;
    }
  }

  private nameIn(file: string): ChannelName | undefined {
    const { channel, named } = readSidecar(this.sidecarText(file), file);
    return channel === undefined ? undefined : { name: channel, ...named };
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
      readSidecar(text, sidecarPath(file));
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

function namedOf(named: ChannelName | undefined): Pick<DumpView, "named"> {
  return named === undefined ? {} : { named };
}

/** A boundary that an editor set, with the text on both sides of it. */
function placeIn(
  { source, judged }: ParsedDump,
  file: string,
  { line, to, by, on, despite = [] }: SettledView,
): SettledPlace {
  const { lines } = source;
  const texts = judged?.tokens.filter(({ kind }) => kind === "text").map(({ first }) => first);
  const isText = (at: number): boolean => (lines[at - 1] ?? "").trim() !== "";
  const above =
    texts?.findLast((each) => each < line) ??
    Array.from({ length: line - 1 }, (_, at) => line - 1 - at).find(isText) ??
    0;
  const who = { ...(by === undefined ? {} : { by }), ...(on === undefined ? {} : { on }) };
  return { file, line, to, above: lines[above - 1] ?? "", below: lines[line - 1] ?? "", ...who, despite };
}

function titleOf({ title, id }: Post): string {
  return title === "" ? id : title.length > 60 ? `${title.slice(0, 59)}…` : title;
}

function withChannelCalled(post: Post, called: ReadPosts["called"]): Post {
  return { ...post, channel: called(post.channel, post.source.file) };
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
