/** First and last day that a post may be of, `YYYY-MM-DD`. */
export interface Interval {
  readonly first: string;
  readonly last: string;
}

/** The years that an interval reaches into. */
export function yearsIn({ first, last }: Interval): readonly string[] {
  const years: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    years.push(`${year}`.padStart(4, "0"));
  }
  return years;
}

/** The months that an interval reaches into, `YYYY-MM`. */
export function monthsIn({ first, last }: Interval): readonly string[] {
  const [from, to] = [monthNumber(first), monthNumber(last)];
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const [year, month] = [Math.floor((from + index) / 12), ((from + index) % 12) + 1];
    return `${`${year}`.padStart(4, "0")}-${`${month}`.padStart(2, "0")}`;
  });
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}
