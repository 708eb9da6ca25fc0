import { besideByNumber, isWithoutDay, type Numbered, type NumberNeighbours } from "../../archive/days-by-number.ts";
import {
  type Auditor,
  type CandidateDay,
  candidateDays,
  type DatingAudit,
  likelierDay,
  type NamedDay,
} from "../../model/dating-audit.ts";
import type { Day } from "../../model/day.ts";
import type { DumpReport } from "../../model/ledger.ts";
import type { Source } from "../../model/post.ts";
import type { PostPage } from "./post-page.ts";

/** A day that came into question, with its probability between 0 and 1. */
export interface Candidate {
  readonly day: Day;
  readonly probability: number;
}

/** What a post's page tells of how its day was found. */
export interface ShownAudit {
  readonly days: readonly NamedDay[];
  /** The nearest posts of the same dump whose own words or a fact date them; of a post with a number, those of its channel by their numbers. */
  readonly before: PostPage | undefined;
  readonly after: PostPage | undefined;
  readonly isByNumber: boolean;
  /** In the order of time; none where the posts around it alone tell the day, or where too many come into question. */
  readonly candidates: readonly Candidate[];
  /** The likeliest of them, where it is clearly likelier than the post's day. */
  readonly likelier: Candidate | undefined;
}

type AuditPage = (page: PostPage) => ShownAudit | undefined;

/**
 * Tells how days were found, of one post after the other. Nothing of a day that an export tells or an editor set: nothing else
 * came into question.
 */
export class DatingAudits {
  private readonly byDump = new Map<string, AuditPage>();
  private besideOf: ((post: Numbered) => NumberNeighbours<PostPage>) | undefined;

  /** Without an auditor there is nothing to tell. */
  constructor(
    private readonly posts: readonly PostPage[],
    private readonly reportOf: (source: Source) => DumpReport | undefined,
    private readonly auditor: Auditor | undefined,
  ) {}

  of(page: PostPage): ShownAudit | undefined {
    const { dating, source } = page.post;
    if (this.auditor === undefined || dating.basis === "given" || dating.basis === "timestamp") return undefined;
    if (isWithoutDay(page.post)) return this.byNumber(page, this.auditor);
    const known = this.byDump.get(source.sha256);
    if (known !== undefined) return known(page);
    // One look through the archive finds the posts of all dumps.
    const byDump = new Map<string, PostPage[]>();
    for (const each of this.posts) {
      const { sha256 } = each.post.source;
      const own = byDump.get(sha256);
      if (own === undefined) byDump.set(sha256, [each]);
      else own.push(each);
    }
    for (const [sha256, own] of byDump) this.byDump.set(sha256, this.ofDump(own, this.auditor));
    return this.byDump.get(source.sha256)?.(page);
  }

  private byNumber({ post }: PostPage, auditor: Auditor): ShownAudit {
    this.besideOf ??= besideByNumber(this.posts, (page) => page.post);
    const { before, after } = this.besideOf(post);
    return {
      days: auditor([post])(0)?.days ?? [],
      before,
      after,
      isByNumber: true,
      candidates: [],
      likelier: undefined,
    };
  }

  private ofDump(pages: readonly PostPage[], auditor: Auditor): AuditPage {
    const inTime = pages.toSorted((one, other) => one.post.source.sequence - other.post.source.sequence);
    const places = new Map(inTime.map((page, place) => [page.post.id, place]));
    const auditAt = auditor(inTime.map(({ post }) => post));
    const named = (id: string | undefined): PostPage | undefined => inTime[places.get(id ?? "") ?? -1];
    return (page) => {
      const audit = auditAt(places.get(page.post.id) ?? -1);
      return audit && { ...shown(audit, named), ...this.candidatesOf(page) };
    };
  }

  /** What the dump's account kept, where the post still has the day that it was given there. */
  private candidatesOf({ post }: PostPage): Pick<ShownAudit, "candidates" | "likelier"> {
    const { best } = post.dating;
    const days = candidateDays(this.reportOf(post.source)?.candidates?.[post.source.sequence - 1] ?? "");
    if (!days.some(({ day }) => day === best)) return { candidates: [], likelier: undefined };
    const likelier = likelierDay(days, best);
    return { candidates: days.map(withProbability), likelier: likelier && withProbability(likelier) };
  }
}

function withProbability({ day, percent }: CandidateDay): Candidate {
  return { day, probability: percent / 100 };
}

function shown(
  { days, before, after }: DatingAudit,
  named: (id: string | undefined) => PostPage | undefined,
): Omit<ShownAudit, "candidates" | "likelier"> {
  return { days, before: named(before), after: named(after), isByNumber: false };
}
