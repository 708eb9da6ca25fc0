import type { ExportFinding } from "./exported.ts";

/** So many findings of a rule are told one by one. */
const toldOfEach = 20;

/**
 * What was found in an export: of each rule the first findings, and how many more there are. A file may break a rule on every line of millions, and
 * neither the console nor the ledger is a place for all of them.
 */
export class Findings {
  readonly #told: ExportFinding[] = [];
  readonly #counts = new Map<string, { more: number; last?: number | undefined; count: number }>();

  add(finding: ExportFinding): void {
    const counted = this.#counts.get(finding.rule) ?? { count: 0, more: 0 };
    this.#counts.set(finding.rule, counted);
    counted.count += 1;
    if (counted.count <= toldOfEach) this.#told.push(finding);
    else {
      counted.more += 1;
      counted.last = finding.line;
    }
  }

  /** Those that are told one by one, in the order of their lines, and then the sums. */
  all(): readonly ExportFinding[] {
    const sums = [...this.#counts].flatMap(([rule, { more, last }]): readonly ExportFinding[] => {
      const place = last === undefined ? "" : `, the last on line ${last}`;
      return more === 0 ? [] : [{ rule, reason: `and ${more} more like that${place}` }];
    });
    return [...this.#told.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)), ...sums];
  }
}
