/** How a language writes whole numbers, and how they are read again. */
export interface Figures {
  /** Matches a whole number. */
  readonly source: string;
  readonly write: (number: number) => string;
  readonly read: (text: string) => number | undefined;
}

/** Reads the whole numbers that `Intl.NumberFormat` writes for a language, with and without marks between thousands. */
export function figuresReader(locale: string): Figures {
  const format = new Intl.NumberFormat(locale);
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const digits = new Map(Array.from({ length: 10 }, (_, digit) => [plain.format(digit), digit]));
  return {
    source: "\\p{Nd}(?:[\\p{Nd}.,٬’'\\u00a0\\u202f]*\\p{Nd})?",
    write: (number) => format.format(number),
    read(text) {
      const number = Number([...text].map((character) => digits.get(character) ?? "").join(""));
      return text === format.format(number) || text === plain.format(number) ? number : undefined;
    },
  };
}
