import type { ExportFormat } from "../../exports/format.ts";
import { exportFormat } from "../../exports/registry.ts";
import { type DumpReport, type Ledger, type LineRole, rolesFromRuns, webArchiveDialect } from "../../model/ledger.ts";
import { unsurePage } from "../../model/notice.ts";
import { type Editor, type Post, sourcesOf } from "../../model/post.ts";
import { sanitised } from "../formats/sanitise.ts";
import { linesIn } from "./dump-lines.ts";
import type { DumpState } from "./dump-state.ts";
import { type ExportEntry, exportParts, postsPerPage, withRawLines } from "./export-entries.ts";
import type { PostPage } from "./post-page.ts";
import { dumpPath, lineAnchor, numberedPath, type SitePath, withAnchor } from "./urls.ts";

/** A dump's text, as whoever builds the site read it. */
export interface DumpText {
  readonly file: string;
  /** SHA-256 of its bytes, hexadecimal. */
  readonly sha256: string;
  /** `lines[0]` is line 1. */
  readonly lines: readonly string[];
}

/** One line of a dump; its role is not known where the ledger does not tell it. */
export interface DumpLine {
  readonly number: number;
  readonly text: string;
  readonly role: LineRole | undefined;
}

/** Lines in a row that belong to one post, or to none. */
export interface LineGroup {
  readonly post: PostPage | undefined;
  /** Whether lines of the group belong to a post, be it one that the archive keeps from another dump. */
  readonly ofPost: boolean;
  /** Whether a person took the post out of the archive: its lines are then without text. */
  readonly withdrawn: boolean;
  /** Who said that the lines belong to no post, where an editor did. */
  readonly outside: Editor | undefined;
  readonly lines: readonly DumpLine[];
}

/** What the pages of a dump show, a part each: its lines with their posts, or its posts with their lines. */
type Parts =
  | { readonly kind: "lines"; readonly parts: readonly (readonly LineGroup[])[] }
  | { readonly kind: "posts"; readonly parts: readonly (readonly ExportEntry[])[] };

/** A dump and the pages that show its lines, in order; one page without lines where its text is not here. */
export class DumpTopic {
  readonly path: SitePath;
  readonly pages: readonly DumpPage[];
  /** Whether its post boundaries are less certain than is usual. */
  readonly isUnsure: boolean;
  /** Of an export, the pages by the first lines of posts. */
  private readonly pageByLine: ReadonlyMap<number, DumpPage>;

  constructor(
    readonly report: DumpReport,
    readonly state: DumpState,
    /** The archive's posts that it holds, in the order of their lines. */
    readonly posts: readonly PostPage[],
    parts: Parts,
  ) {
    this.path = dumpPath(report.sha256);
    this.isUnsure = report.notices.some(({ rule }) => rule === unsurePage);
    this.pages = pagesOf(this, parts);
    this.pageByLine = new Map(
      this.pages.flatMap((page) =>
        page.entries.flatMap(({ anchors }) => [...anchors].map((line) => [line, page] as const)),
      ),
    );
  }

  /** Of an export, the number of its posts, withdrawn ones among them. */
  get size(): number {
    return this.pages.at(-1)?.last ?? 0;
  }

  /** Where a line is shown, or of an export the post that starts there; nothing where it is not. */
  lineAt(line: number): SitePath | undefined {
    if (this.pageByLine.size > 0) {
      const page = this.pageByLine.get(line);
      return page && withAnchor(page.path, lineAnchor(line));
    }
    const page = this.pages[Math.floor((line - 1) / linesPerPage)];
    return page === undefined || line > page.last ? undefined : withAnchor(page.path, lineAnchor(line));
  }
}

/** One page of a dump: of its lines, or of an export its posts. */
export class DumpPage {
  constructor(
    readonly topic: DumpTopic,
    readonly path: SitePath,
    /** Counted from 1. */
    readonly number: number,
    readonly groups: readonly LineGroup[],
    readonly entries: readonly ExportEntry[],
    readonly earlier: SitePath | undefined,
    readonly later: SitePath | undefined,
    /** Of an export, the number of posts on the pages before. */
    private readonly before: number,
  ) {}

  /** Number of the first line; 1 where the page shows none. Of an export, the place of the first post, counted from 1. */
  get first(): number {
    if (this.entries.length > 0) return this.before + 1;
    return this.groups[0]?.lines[0]?.number ?? 1;
  }

  /** Number of the last line; 0 where the page shows none. Of an export, the place of the last post. */
  get last(): number {
    if (this.entries.length > 0) return this.before + this.entries.length;
    return this.groups.at(-1)?.lines.at(-1)?.number ?? 0;
  }
}

const linesPerPage = 500;

/** The dumps of a ledger with the pages of their lines; those of `withdrawn` posts stay, without text. Dumps of the same bytes are one. */
export function dumpTopics(
  { dumps }: Ledger,
  posts: readonly PostPage[],
  dumpTexts: readonly DumpText[],
  withdrawn: readonly Post[] = [],
): readonly DumpTopic[] {
  const postsByDump = new Map<string, PostPage[]>();
  for (const page of posts) {
    for (const sha256 of new Set(sourcesOf(page.post).map((source) => source.sha256))) {
      const own = postsByDump.get(sha256);
      if (own) own.push(page);
      else postsByDump.set(sha256, [page]);
    }
  }
  const textByFile = new Map(dumpTexts.map((text) => [text.file, text]));
  const reports = new Map(dumps.map((report) => [report.sha256, report]));
  return [...reports.values()].map((report) => {
    const firstLine = (page: PostPage): number => linesIn(page.post, report.sha256)[0]?.[0] ?? 0;
    const own = (postsByDump.get(report.sha256) ?? []).toSorted((one, other) => firstLine(one) - firstLine(other));
    const text = textByFile.get(report.file);
    if (report.dialect === webArchiveDialect) return new DumpTopic(report, "crawl", own, noLines);
    const format = exportFormat(report.dialect);
    if (format !== undefined) return exportTopic(report, format, own, text, withdrawn);
    if (text === undefined) return new DumpTopic(report, "absent", own, noLines);
    if (text.sha256 !== report.sha256) return new DumpTopic(report, "changed", own, noLines);
    const hidden = withdrawnLines(withdrawn, report.sha256);
    const groups = groupsOf(sanitised(text.lines), report, own, hidden);
    return new DumpTopic(report, "kept", own, { kind: "lines", parts: partsOf(groups) });
  });
}

const noLines: Parts = { kind: "lines", parts: [[]] };

/** An export is shown post by post: what stands between them is a program's, and can be private talk. */
function exportTopic(
  report: DumpReport,
  { isOnePost }: ExportFormat,
  posts: readonly PostPage[],
  text: DumpText | undefined,
  withdrawn: readonly Post[],
): DumpTopic {
  const parts = exportParts(posts, withdrawn, report.sha256);
  if (text === undefined) return new DumpTopic(report, "listed", posts, { kind: "posts", parts });
  if (text.sha256 !== report.sha256) return new DumpTopic(report, "changed", posts, { kind: "posts", parts });
  const shown = withRawLines(parts, sanitised(text.lines), isOnePost);
  return new DumpTopic(report, "export", posts, { kind: "posts", parts: shown });
}

/** The lines of a dump that belong to posts which a person took out. */
export function withdrawnLines(withdrawn: readonly Post[], sha256: string): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const [first, last] of withdrawn.flatMap((post) => linesIn(post, sha256))) {
    for (let line = first; line <= last; line += 1) lines.add(line);
  }
  return lines;
}

function groupsOf(
  lines: readonly string[],
  report: DumpReport,
  posts: readonly PostPage[],
  hidden: ReadonlySet<number>,
): readonly LineGroup[] {
  const roles = report.lineRuns === undefined ? [] : rolesFromRuns(report.lineRuns);
  const owners: (PostPage | undefined)[] = Array.from({ length: lines.length });
  for (const page of posts) {
    for (const [first, last] of linesIn(page.post, report.sha256)) {
      for (let line = first; line <= Math.min(last, lines.length); line += 1) owners[line - 1] ??= page;
    }
  }
  const setOutside: (Editor | undefined)[] = Array.from({ length: lines.length });
  for (const { lines: range, ...editor } of report.outside ?? []) setOutside.fill(editor, range[0] - 1, range[1]);
  const groups: (Omit<LineGroup, "lines"> & { lines: DumpLine[] })[] = [];
  for (const [index, text] of lines.entries()) {
    const post = owners[index];
    const role = roles[index];
    // A blank line below lines of no known owner goes with them; below a post that is here, or was withdrawn, it lies outside.
    const last = groups.at(-1);
    const isBelowUnknown = last !== undefined && last.post === undefined && !last.withdrawn && last.ofPost;
    const ofPost = post !== undefined || (role === "blank" ? isBelowUnknown : isOfPost(role));
    const withdrawn = hidden.has(index + 1) && post === undefined;
    const outside = post === undefined && !ofPost && !withdrawn ? setOutside[index] : undefined;
    const line = { number: index + 1, text: withdrawn ? "" : text, role };
    const startsPage = index % linesPerPage === 0;
    const isAlike = last?.post === post && last?.ofPost === ofPost && last.withdrawn === withdrawn;
    const goesOn = isAlike && last.outside === outside;
    if (last !== undefined && !startsPage && goesOn) last.lines.push(line);
    else groups.push({ post, ofPost, withdrawn, outside, lines: [line] });
  }
  return groups;
}

function isOfPost(role: LineRole | undefined): boolean {
  return role !== undefined && role !== "furniture" && role !== "blank";
}

/** Groups end where a page ends, so each page takes whole ones. */
function partsOf(groups: readonly LineGroup[]): readonly (readonly LineGroup[])[] {
  const count = Math.max(1, Math.ceil((groups.at(-1)?.lines.at(-1)?.number ?? 0) / linesPerPage));
  const parts: LineGroup[][] = Array.from({ length: count }, () => []);
  for (const group of groups) parts[Math.floor(((group.lines[0]?.number ?? 1) - 1) / linesPerPage)]?.push(group);
  return parts;
}

/** A page for each part, and one where there is none. */
function pagesOf(topic: DumpTopic, { kind, parts }: Parts): readonly DumpPage[] {
  const count = Math.max(1, parts.length);
  const pathOf = (number: number): SitePath => (number === 1 ? topic.path : numberedPath(topic.path, number));
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const earlier = number > 1 ? pathOf(number - 1) : undefined;
    const later = number < count ? pathOf(number + 1) : undefined;
    const groups = kind === "lines" ? (parts[index] ?? []) : [];
    const entries = kind === "posts" ? (parts[index] ?? []) : [];
    const before = index * postsPerPage;
    return new DumpPage(topic, pathOf(number), number, groups, entries, earlier, later, before);
  });
}
