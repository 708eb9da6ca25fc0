import type { DatingRequest, DatingResult } from "../dating/date.ts";
import type { Constraint } from "../dating/solver/constraint.ts";
import type { Sidecar } from "../read/sidecar.ts";
import type { SourceText } from "../read/source-text.ts";
import { assembleDump, type Origin, type ReadDump } from "./assemble.ts";
import { dateDump, type KnownDays, requestOf } from "./date.ts";
import { type ParsedDump, parseDump, type Settled } from "./parse.ts";

/** A dump as the import takes it: its text, what a person says about it, and what is known from outside it. */
export interface DumpInput extends KnownDays, Origin {
  readonly source: SourceText;
  readonly sidecar: Sidecar;
  /** What posts of other dumps say of this one's lines. */
  readonly settled?: Settled;
  /** The other captures of its channel that it is dated together with. */
  readonly alongside?: readonly DumpInput[];
}

/**
 * The left half of the house in three stages: parse (what stands in the dump), date (when was it published), assemble (posts, and the account of all
 * lines). Never fails on account of the text; throws `BadSidecar` where a sidecar's boundary names no line.
 */
export function readDump(input: DumpInput): ReadDump {
  return readParsed(parseDump(input.source, input.sidecar, input.settled), input);
}

/** The stages behind parsing, for who parsed a dump before. */
export function readParsed(parsed: ParsedDump, input: KnownDays & Origin): ReadDump {
  return assembleDump(parsed, dateDump(parsed, input), input);
}

/** A dump among others. An export has no more than `dump`: it is sure of all that it tells. */
export interface OpenDump {
  /** As it was read so far. */
  readonly dump: ReadDump;
  /** What it is read of. */
  readonly input?: DumpInput;
  /** Parses it by what other dumps say of its lines, and dates nothing. */
  readonly partedBy?: (settled: Settled) => ParsedDump;
  /** Parses it again, by what other dumps say of its lines. Days that were known are kept. */
  readonly settledBy?: (settled: Settled) => OpenDump;
  /** Dates it again, by what other dumps say of its days. Nothing is parsed again. */
  readonly datedBy?: (constraints: Constraints) => ReadDump;
  /** What is asked of its dating. */
  readonly requestBy?: (constraints: Constraints) => DatingRequest;
  /** Assembles it again, dated together with other captures of its channel. */
  readonly datedWith?: (company: Company) => ReadDump;
}

type Constraints = ReadonlyMap<number, Constraint>;

/** The captures of a channel that a dump is dated together with, and what comes of that. */
export interface Company {
  readonly alongside: readonly DumpInput[];
  /** Of the dump's own posts. */
  readonly constraints: Constraints;
  /** Dates its posts. */
  readonly dated: () => DatingResult;
}

/** What may know a dump's reading from an earlier import; `read` gives it where it does not. */
export type Remember = (input: DumpInput, read: () => ReadDump) => ReadDump;

/**
 * Reads a dump that others may tell more of. It is parsed once for all its days, and never where its readings are remembered. `known` is what it is
 * parsed to, where that is known.
 */
export function openDump(
  input: DumpInput,
  remember: Remember = (_, read) => read(),
  parse: typeof parseDump = parseDump,
  known?: ParsedDump,
): OpenDump {
  let parsed = known;
  const tried = new WeakMap<Settled, ParsedDump>();
  const parsedOnce = (): ParsedDump => {
    parsed ??= parse(input.source, input.sidecar, input.settled);
    return parsed;
  };
  const readWith = (own: DumpInput): ReadDump => remember(own, () => readParsed(parsedOnce(), own));
  return {
    dump: readWith(input),
    input,
    partedBy: (settled) => {
      const parted = parse(input.source, input.sidecar, settled);
      tried.set(settled, parted);
      return parted;
    },
    settledBy: (settled) => openDump({ ...input, settled }, remember, parse, tried.get(settled)),
    datedBy: (constraints) => readWith({ ...input, constraints }),
    requestBy: (constraints) => requestOf(parsedOnce(), { ...input, constraints }),
    datedWith: ({ alongside, constraints, dated }) =>
      remember({ ...input, constraints, alongside }, () => assembleDump(parsedOnce(), dated(), input)),
  };
}
