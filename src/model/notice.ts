/** A finding about a dump or a file that readers should know of; it never stops the work. */
export interface Notice {
  /** Name of the rule that spoke, such as `boundary/footer-count`. */
  readonly rule: string;
  /** The file it speaks of, as the user named it. */
  readonly file: string;
  /** 1-based line, where the finding has one. */
  readonly line?: number;
  /** What was found, what was done about it, and what the reader can do. */
  readonly reason: string;
}

/** `file:line: reason (rule)`, the one way a notice is written. */
export function noticeLine(notice: Notice): string {
  const place = notice.line === undefined ? notice.file : `${notice.file}:${notice.line}`;
  return `${place}: ${notice.reason} (${notice.rule})`;
}

/** The rule of the notice that a dump's post boundaries are less certain than is usual. */
export const unsurePage = "boundary/unsure-page";
