import { doubtful, isOpen, roundOff } from "../dialects/boundaries/judge.ts";
import type { Decided, Settlement } from "../dialects/boundaries/known-posts.ts";
import type { PageMemory } from "../dialects/boundaries/page-memory.ts";
import type { Dialect, Finding, Hints, Parsed } from "../dialects/kinds/dialect.ts";
import { withHeadOver } from "../dialects/kinds/head-description.ts";
import { recognise } from "../dialects/kinds/registry.ts";
import type { Token } from "../dialects/lines/tokens.ts";
import type { ChannelHead } from "../model/channel-head.ts";
import type { Draft } from "../model/draft.ts";
import type { LineRole, Order } from "../model/ledger.ts";
import type { Boundary, Channel, LineRange, Repair } from "../model/post.ts";
import { BadSidecar, type Sidecar } from "../read/sidecar.ts";
import { isBlank, lineAt, type SourceText } from "../read/source-text.ts";
import { languagesOf } from "../text/language.ts";
import { mend } from "../text/repairs.ts";
import { channelNames, noteFindings, noteOf, toldBy, withoutLines } from "./capture-notes.ts";
import { encodingFindings } from "./encoding-findings.ts";
import { frameFindings, framesIn } from "./frames.ts";
import { lineRangesOf } from "./line-ranges.ts";
import { outsideIn, readOutside } from "./outside-lines.ts";
import { againFindings, printedAgain } from "./printed-again.ts";
import { statedChannel } from "./stated-channel.ts";
import { terminalPage, withLinkedNumbers } from "./terminal-page.ts";

/** A dump as it is known before its posts are dated: nothing in it depends on a day. */
export interface ParsedDump {
  readonly source: SourceText;
  readonly sidecar: Sidecar;
  /** The name of the dialect. */
  readonly dialect: string;
  /** Why this dialect, in a sentence. */
  readonly evidence: string;
  readonly channel: Channel;
  /** What the page's head says of the channel beside its names. */
  readonly about: ChannelHead | undefined;
  /** The order of the posts, where the sidecar or the dialect tells it. */
  readonly order: Order | undefined;
  /** In the dump's order. */
  readonly posts: readonly ParsedPost[];
  readonly findings: readonly Finding[];
  /** The role of each line. */
  readonly roles: readonly LineRole[];
  /** How its posts were told apart, where that is a judgement. */
  readonly judged: Parsed["judged"];
}

/** A post with its text mended and its language told. */
export interface ParsedPost {
  readonly draft: Draft;
  readonly text: string;
  readonly repairs: readonly Repair[];
  /** BCP 47, `und` where nothing tells it. */
  readonly language: string;
  readonly lines: readonly LineRange[];
}

/** What posts of other dumps say of this one's lines, by line; see `settledBy`. */
export type Settled = ReadonlyMap<number, Settlement>;

/**
 * Recognises the page, parts it, mends its damage and tells languages. Never fails on account of the text; throws `BadSidecar` where a sidecar's
 * boundary names no line of it. A `memory` is for who parses one dump again and again.
 */
export function parseDump(
  source: SourceText,
  sidecar: Sidecar,
  settled: Settled = new Map(),
  memory?: PageMemory,
): ParsedDump {
  const outside = outsideIn(source, sidecar);
  const note =
    noteOf(source, sidecar) ?? (outside.size === 0 ? undefined : noteOf(withoutLines(source, [...outside]), sidecar));
  const own = note === undefined ? source : withoutLines(source, note.lines);
  const frames = framesIn(own, sidecar);
  const again = printedAgain(own, sidecar, new Set([...outside, ...frames.flat()]));
  const decided = decidedIn(settled);
  const { page, dialect, evidence, counted, parsed, taken } = readOutside(
    own,
    new Set([...outside, ...frames.flat(), ...(again?.lines ?? [])]),
    (shown) => {
      const printed = terminalPage(shown);
      const { dialect, evidence } = recognise(printed.page);
      const counted = new Map([...settled].filter(([line]) => dialect.printsOnce && !decided.has(line)));
      const hints = { ...hintsOf(source, sidecar, counted, decided), ...(memory === undefined ? {} : { memory }) };
      const parsed = withLinkedNumbers(dialect.parse(printed.page, hints), printed);
      return { page: printed.page, dialect, evidence, counted, parsed };
    },
  );
  const { order, findings, judged } = parsed;
  const { channel, about } = dialect.name === "preview" ? parsed : withHeadOver(page, parsed);
  const drafts = parsed.drafts.map((draft) => withDecided(draft, decided));
  const texts = drafts.map((draft) => textOf(page, draft));
  const languages = languagesOf(
    texts.map(({ text }) => text),
    sidecar.language,
  );
  return {
    source,
    sidecar: { ...lastSaved(drafts), ...(note === undefined ? {} : toldBy(note)), ...sidecar },
    dialect: dialect.name,
    evidence,
    channel: statedChannel(source.file, sidecar, channelNames(note, channel)),
    about,
    order: sidecar.order ?? order,
    posts: drafts.map((draft, index) => ({
      draft,
      ...(texts[index] ?? { text: "", repairs: [] }),
      language: languages[index] ?? "und",
      lines: lineRangesOf(
        source,
        draft.lines.map(({ line }) => line),
      ),
    })),
    findings: [
      ...encodingFindings(source.decoded),
      ...(note === undefined ? [] : noteFindings(source, note, sidecar)),
      ...frameFindings(source, frames, (line) => taken.has(line) && !outside.has(line)),
      ...againFindings(again),
      ...unusedSeparator(sidecar, dialect),
      ...findings,
      ...settledFindings(drafts, counted),
      ...decidedFindings(settled, judged?.tokens ?? []),
    ],
    roles: rolesOf(source, drafts),
    judged,
  };
}

/** The day of the last note beside a post: the dump was put together no earlier. */
function lastSaved(drafts: readonly Draft[]): Pick<Sidecar, "retrieved"> {
  const days = drafts.flatMap(({ saved }) => saved ?? []);
  const [retrieved] = days.sort().reverse();
  return retrieved === undefined ? {} : { retrieved };
}

/** Says why a separator was not used, and what to write instead. */
function unusedSeparator({ separator }: Sidecar, { shownBy }: Dialect): readonly Finding[] {
  if (separator === undefined || shownBy === undefined) return [];
  const reason = `"separator: ${separator}" in the sidecar was not used: ${shownBy}; delete it, and where a post starts at a wrong line, write boundaries: { start: [12], join: [47] } with the lines of this dump`;
  return [{ rule: "sidecar/separator", reason }];
}

/** What is decided, by line. */
function decidedIn(settled: Settled): ReadonlyMap<number, Decided> {
  return new Map(
    [...settled].flatMap(([line, { decided }]) => (decided === undefined ? [] : [[line, decided] as const])),
  );
}

/** A post that starts where other captures say so: the page itself does not mark it. */
function withDecided(draft: Draft, decided: ReadonlyMap<number, Decided>): Draft {
  const { to, chance, editor } = decided.get(draft.lines[0]?.line ?? 0) ?? {};
  if (to !== "start") return draft;
  const boundary: Boundary =
    editor === undefined ? { kind: "inferred", probability: roundOff(chance ?? 1) } : { kind: "set", ...editor };
  return { ...draft, boundary };
}

/** A person's word, and what posts of other dumps say beside it. */
function hintsOf(source: SourceText, sidecar: Sidecar, settled: Settled, decided: ReadonlyMap<number, Decided>): Hints {
  const { start = [], join = [], settled: answers = [] } = sidecar.boundaries ?? {};
  for (const line of [...start, ...join]) {
    const problem = line > source.lines.length ? `the dump has ${source.lines.length} lines` : "that line is blank";
    if (!isBlank(lineAt(source, line))) continue;
    throw new BadSidecar(`Cannot use the sidecar of "${source.file}": key "boundaries" names line ${line}: ${problem}`);
  }
  const names = [sidecar.channel, sidecar.handle].filter((name) => name !== undefined);
  const { separator } = sidecar;
  const answered = new Set([...start, ...join]);
  const from = [...decided].filter(([line]) => !answered.has(line));
  const linesTo = (to: Decided["to"]): readonly number[] =>
    from.flatMap(([line, own]) => (own.to === to ? [line] : []));
  const told = {
    start: new Set([...start, ...linesTo("start")]),
    join: new Set([...join, ...linesTo("join")]),
    asked: new Set(answers.flatMap(({ line, asked }) => (asked === true ? [line] : []))),
    names,
    ...(separator === undefined ? {} : { separator }),
    ...(from.length === 0
      ? {}
      : { inferred: new Set(from.flatMap(([line, { editor }]) => (editor === undefined ? [line] : []))) }),
  };
  return settled.size === 0 ? told : { ...told, known: new Map([...settled].map(([line, { odds }]) => [line, odds])) };
}

/** One finding for each other dump by which posts of this one were told apart. */
function settledFindings(drafts: readonly Draft[], settled: Settled): readonly Finding[] {
  const places = new Map<string, { readonly line: number; readonly probability: number }[]>();
  for (const { lines, boundary } of drafts) {
    const line = lines[0]?.line ?? 0;
    const said = settled.get(line);
    if (said === undefined || said.odds < 0 || boundary.kind !== "inferred") continue;
    places.set(said.file, [...(places.get(said.file) ?? []), { line, probability: boundary.probability }]);
  }
  return [...places].map(([file, own]) => {
    const where = own.map(({ line, probability }) => `line ${line} (probability ${probability})`).join(", ");
    return {
      rule: "boundary/settled",
      line: own[0]?.line ?? 1,
      reason: `a post starts at ${where}, because "${file}" contains the same post`,
    };
  });
}

/** What was decided by other dumps: a finding for each of them, by its editor or by its reading, and one for each place that stays doubtful. */
function decidedFindings(settled: Settled, tokens: readonly Token[]): readonly Finding[] {
  const places = new Map<string, { readonly file: string; readonly isSet: boolean; readonly lines: number[] }>();
  const doubts: Finding[] = [];
  for (const [line, { file, decided }] of [...settled].sort(([one], [other]) => one - other)) {
    if (decided === undefined) continue;
    const { to, chance, editor } = decided;
    const isSet = editor !== undefined;
    const key = `${isSet} ${file}`;
    const place = places.get(key) ?? { file, isSet, lines: [] };
    places.set(key, place);
    place.lines.push(line);
    const at = tokens.findIndex(({ first }) => first === line);
    const [previous, next] = [tokens[at - 1], tokens[at]];
    if (isSet || !isOpen(chance) || previous === undefined || next === undefined) continue;
    doubts.push(doubtful({ previous, next, probability: roundOff(chance), isStart: to === "start" }));
  }
  const told = [...places.values()].map(({ file, isSet, lines }): Finding => {
    const where = `${lines.length === 1 ? "line" : "lines"} ${lines.join(", ")}`;
    return {
      rule: isSet ? "boundary/set-elsewhere" : "boundary/agreed",
      line: lines[0] ?? 1,
      reason: isSet
        ? `${where}: split or joined as an editor set it in "${file}", which contains the same lines`
        : `${where}: split or joined as in "${file}", which contains the same lines`,
    };
  });
  return [...told, ...doubts];
}

/** The best text of a draft, its lines mended, with no blank lines at its ends. */
function textOf(source: SourceText, draft: Draft): { readonly text: string; readonly repairs: readonly Repair[] } {
  const repairs: Repair[] = [];
  const lines = draft.text.map((line) => {
    const mended = mend(draft.says?.get(line) ?? lineAt(source, line));
    for (const repair of mended.repairs) repairs.push({ line, ...repair });
    return mended.text;
  });
  return { text: lines.join("\n"), repairs };
}

/** Every line has one role. Throws where a dialect gave a line to two posts. */
function rolesOf(source: SourceText, drafts: readonly Draft[]): readonly LineRole[] {
  const roles = source.lines.map((line): LineRole => (isBlank(line) ? "blank" : "furniture"));
  for (const { line, role } of drafts.flatMap((draft) => draft.lines)) {
    if (roles[line - 1] !== "furniture") throw new RangeError(`line ${line} of ${source.file} was given away twice`);
    roles[line - 1] = role;
  }
  return roles;
}
